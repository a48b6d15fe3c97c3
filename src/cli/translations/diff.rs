//! Runs `feuillet translations diff`.

use clap::Args;
use serde::Serialize;

use crate::cli::arguments::Format;
use crate::cli::completion;
use crate::cli::ending::Ending;
use crate::cli::output::print_line;
use crate::cli::render;
use crate::cli::translations::loaded::{BrochureArguments, Loaded, ending};
use crate::diagnostic::{Diagnostic, Location, Report, list};
use crate::difference::{Change, ChangedWords, changes};
use crate::language::Tag;
use crate::load::catalogue::Entry;
use crate::load::ftl::{Pattern, typed};
use crate::load::{Publication, TextId};
use crate::review::{MessageState, assess_record};

#[derive(Debug, Args)]
pub(crate) struct DiffArguments {
    /// The messages; all that are stale by default.
    #[arg(value_name = "MESSAGE")]
    messages: Vec<String>,
    /// The languages, separated by commas; all of them by default.
    #[arg(long, value_name = "LANG", value_delimiter = ',', add = completion::languages())]
    lang: Vec<String>,
    #[command(flatten)]
    brochure: BrochureArguments,
}

/// A change of the source that translations have not followed.
#[derive(Serialize)]
struct Stale {
    message: String,
    /// The languages whose translations were made from the same older text.
    languages: Vec<Tag>,
    /// The source text that they were made from.
    old: String,
    /// The source text of today.
    new: String,
    /// The same word by word: `[-taken out-]`, `{+put in+}`.
    difference: String,
}

#[derive(Serialize)]
struct JsonDiff<'a> {
    source_language: &'a Tag,
    stale: Vec<Stale>,
    diagnostics: Vec<Diagnostic<Location>>,
}

/// Shows what changed in the source.
pub(crate) fn run(arguments: &DiffArguments) -> Result<Ending, Diagnostic> {
    let Some(loaded) = arguments.brochure.load()? else { return Ok(Ending::Problems) };
    let publication = &loaded.publication;
    let languages = loaded.languages(&arguments.lang)?;
    let ids = Loaded::ids(&arguments.messages)?;
    let states = assess_record(publication);
    let report = Report::new();
    let source = &publication.brochure.source_language.value;
    let mut stale: Vec<Stale> = Vec::new();
    for language in languages.iter().filter(|language| *language != source) {
        let Some(mut record) = loaded.record(language, &report) else { continue };
        let texts = publication.catalogues.get(language);
        for id in texts.into_iter().flat_map(|catalogue| catalogue.texts.messages.keys()) {
            let is_asked = ids.is_empty() || ids.contains(id);
            if !is_asked || states.get(language, id) != MessageState::Stale {
                continue;
            }
            let made_from = record.of(publication, language, id).made_from.get(id);
            let (Some(old), Some(new)) = (made_from, source_text(publication, id)) else {
                continue;
            };
            let (old, message) = (typed(old), id.to_string());
            match stale.iter_mut().find(|other| other.message == message && other.old == old) {
                Some(other) => other.languages.push(language.clone()),
                None => {
                    let difference = marked(&changes(&old, &new));
                    let languages = vec![language.clone()];
                    stale.push(Stale { message, languages, old, new, difference });
                }
            }
        }
    }
    stale.sort_by(|one, other| (&one.message, &one.old).cmp(&(&other.message, &other.old)));
    let faults = report.into_sorted();
    match arguments.brochure.project.format {
        Format::Human => {
            render::print_all(&faults)?;
            for Stale { message, languages, old, new, .. } in &stale {
                let names: Vec<&str> = languages.iter().map(Tag::as_str).collect();
                print_line!("{message} (stale in {})", list(&names))?;
                print_line!("  {}", coloured(&changes(old, new)).replace('\n', "\n  "))?;
            }
            if stale.is_empty() {
                print_line!("nothing is stale")?;
            }
        }
        Format::Json => {
            let diagnostics = render::located(&faults);
            render::print_json(&JsonDiff { source_language: source, stale, diagnostics })?;
        }
    }
    Ok(ending(!faults.is_empty()))
}

/// The source text of a message as it is typed.
fn source_text(publication: &Publication, id: &TextId) -> Option<String> {
    let source = publication.catalogues.get(&publication.brochure.source_language.value)?;
    source.texts.messages.get(id).and_then(Entry::pattern).map(|pattern| typed(&pattern))
}

/// What changed in the source of a message since `made_from`, word by word.
pub(crate) fn source_change(
    publication: &Publication,
    made_from: Option<&Pattern>,
    id: &TextId,
) -> String {
    let old = made_from.map(typed).unwrap_or_default();
    marked(&changes(&old, &source_text(publication, id).unwrap_or_default()))
}

/// Changes in signs that need no colours: `[-taken out-]`, `{+put in+}`.
pub(crate) fn marked(changes: &[ChangedWords]) -> String {
    let pieces = changes.iter().map(|piece| match piece.change {
        Change::Kept => piece.text.clone(),
        Change::Removed => format!("[-{}-]", piece.text),
        Change::Added => format!("{{+{}+}}", piece.text),
    });
    pieces.collect()
}

/// The same, in red and green where colours are shown.
pub(crate) fn coloured(changes: &[ChangedWords]) -> String {
    use anstyle::{AnsiColor, Style};
    let style = |colour: AnsiColor| Style::new().fg_color(Some(colour.into()));
    let pieces = changes.iter().map(|piece| {
        let (style, open, close) = match piece.change {
            Change::Kept => return piece.text.clone(),
            Change::Removed => (style(AnsiColor::Red), "[-", "-]"),
            Change::Added => (style(AnsiColor::Green), "{+", "+}"),
        };
        format!("{style}{open}{}{close}{style:#}", piece.text)
    });
    pieces.collect()
}
