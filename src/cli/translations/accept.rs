//! Runs `feuillet translations accept`.

use clap::Args;
use serde::Serialize;
use time::Date;

use crate::cli::arguments::Format;
use crate::cli::clock::{read_day, signing_day};
use crate::cli::completion;
use crate::cli::ending::Ending;
use crate::cli::output::print_line;
use crate::cli::render;
use crate::cli::translations::diff::source_change;
use crate::cli::translations::loaded::{BrochureArguments, Loaded, ending, print_faults};
use crate::diagnostic::{Diagnostic, Location, Report, list};
use crate::edit::ChangeSet;
use crate::language::Tag;
use crate::load::TextId;
use crate::load::people::Role;
use crate::review::{MessageState, assess_record};
use crate::signing::{Outcome, Signing, accept, require_role};

#[derive(Debug, Args)]
pub(crate) struct AcceptArguments {
    /// The messages whose source only had a typo mended.
    #[arg(value_name = "MESSAGE", required = true)]
    messages: Vec<String>,
    /// Who says so: somebody who may review in the source language.
    #[arg(long, value_name = "WHO")]
    by: String,
    /// Why no translation has to change.
    #[arg(long, value_name = "TEXT")]
    reason: String,
    /// The languages, separated by commas; all those in which the message is stale by default.
    #[arg(long, value_name = "LANG", value_delimiter = ',', add = completion::languages())]
    lang: Vec<String>,
    /// The day; today by default.
    #[arg(long, value_name = "DATE", value_parser = read_day)]
    on: Option<Date>,
    /// Shows the differences, and writes nothing.
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    brochure: BrochureArguments,
}

/// What `--format json` prints.
#[derive(Serialize)]
struct JsonAccepted {
    accepted: Vec<Accepted>,
    diagnostics: Vec<Diagnostic<Location>>,
}

#[derive(Serialize)]
struct Accepted {
    message: String,
    languages: Vec<Tag>,
    difference: String,
}

/// Takes translations for those of the source as it is.
pub(crate) fn run(arguments: &AcceptArguments) -> Result<Ending, Diagnostic> {
    let Some(loaded) = arguments.brochure.load_to_edit()? else { return Ok(Ending::Problems) };
    let Loaded { project, publication, .. } = &loaded;
    let format = arguments.brochure.project.format;
    let on = signing_day(arguments.on)?;
    let source = &publication.brochure.source_language.value;
    let refusal = if arguments.reason.trim().is_empty() {
        Some(
            Diagnostic::error("a reason is needed")
                .hint("say what was mended: `--reason \"a typo\"`"),
        )
    } else {
        require_role(publication, &arguments.by, Role::Review, Some(source), on).err()
    };
    if let Some(refusal) = refusal {
        print_faults(&[refusal], format)?;
        return Ok(Ending::Problems);
    }
    let languages = loaded.languages(&arguments.lang)?;
    let ids = Loaded::ids(&arguments.messages)?;
    let states = assess_record(publication);
    let report = Report::new();
    let mut changes = ChangeSet::new(project);
    let mut accepted: Vec<Accepted> = Vec::new();
    for id in &ids {
        require_source(publication.catalogues.get(source), id, &report);
    }
    for language in languages.iter().filter(|language| *language != source) {
        let Some(mut record) = loaded.record(language, &report) else { continue };
        let signing = Signing { publication, states: &states, language, by: &arguments.by, on };
        for id in &ids {
            if states.get(language, id) != MessageState::Stale {
                continue;
            }
            let file = record.of(publication, language, id);
            let difference = source_change(publication, file.made_from.get(id), id);
            match accept(&signing, id, &arguments.reason, file) {
                Ok(Outcome::Signed) => add(&mut accepted, id, language, difference),
                Ok(Outcome::AlreadySigned) => {}
                Err(refusal) => report.add(refusal),
            }
        }
        record.write_into(&mut changes);
    }
    let faults = report.into_sorted();
    if !faults.is_empty() {
        accepted.clear();
    } else if !arguments.dry_run {
        changes.commit()?;
    }
    match format {
        Format::Human => {
            render::print_all(&faults)?;
            for Accepted { message, languages, difference } in &accepted {
                print_line!("{message}: {difference}")?;
                let names: Vec<&str> = languages.iter().map(Tag::as_str).collect();
                let would = if arguments.dry_run { "would stand" } else { "stands" };
                print_line!("  {would} in {}", list(&names))?;
            }
            if accepted.is_empty() && faults.is_empty() {
                print_line!("nothing to accept: no translation of it is stale")?;
            }
        }
        Format::Json => {
            let diagnostics = render::located(&faults);
            render::print_json(&JsonAccepted { accepted, diagnostics })?;
        }
    }
    Ok(ending(!faults.is_empty()))
}

fn add(accepted: &mut Vec<Accepted>, id: &TextId, language: &Tag, difference: String) {
    let message = id.to_string();
    let same = accepted
        .iter_mut()
        .find(|other| other.message == message && other.difference == difference);
    match same {
        Some(other) => other.languages.push(language.clone()),
        None => accepted.push(Accepted { message, languages: vec![language.clone()], difference }),
    }
}

fn require_source(
    catalogue: Option<&crate::load::catalogue::Catalogue>,
    id: &TextId,
    report: &Report,
) {
    let messages = catalogue.into_iter().flat_map(|catalogue| catalogue.texts.messages.keys());
    let known: Vec<&str> = messages.map(TextId::as_str).collect();
    if !known.contains(&id.as_str()) {
        report.add(
            Diagnostic::error(format!("the source language has no message `{id}`"))
                .suggest(id, known.iter().copied()),
        );
    }
}
