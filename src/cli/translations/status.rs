//! Runs `feuillet translations status`.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use clap::Args;
use rayon::prelude::*;
use serde::Serialize;

use crate::artifact::files::{cannot_write, write_file};
use crate::cache::Question;
use crate::cli::arguments::Format;
use crate::cli::completion;
use crate::cli::ending::Ending;
use crate::cli::output::print_line;
use crate::cli::project::find_project;
use crate::cli::render;
use crate::cli::translations::loaded::{BrochureArguments, Loaded, ending};
use crate::cli::translations::status_html::html;
use crate::cli::translations::status_report::{EditionStatus, IdList, LanguageStatus, Status};
use crate::diagnostic::{Diagnostic, Location, Report, count};
use crate::driver::{Job, LoadedBrochure, overset_messages};
use crate::language::Tag;
use crate::load::people::Refusal;
use crate::load::{Edition, EditionId, Project};
use crate::resolve::resolve;
use crate::review::{
    MessageState, Progress, ReasonKind, Shown, Standing, States, Void, VoidSignature,
    assess_record, message_reason, progress_of, shown_in, standing_of, standings,
};
use crate::typeset::Fonts;

/// How many messages a line names, unless all are asked for.
const SHOWN: usize = 5;

#[derive(Debug, Args)]
pub(crate) struct StatusArguments {
    /// The languages, separated by commas; all of them by default.
    #[arg(long, value_name = "LANG", value_delimiter = ',', add = completion::languages())]
    lang: Vec<String>,
    /// Names the messages in each state but approved.
    #[arg(long)]
    long: bool,
    /// Lays out each edition, and counts the messages that do not fit. It takes as long as a build.
    #[arg(long)]
    fit: bool,
    /// Writes the report as a page for browsers, too: it stands by itself.
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
    #[command(flatten)]
    brochure: BrochureArguments,
}

#[derive(Serialize)]
struct JsonStatus<'a> {
    #[serde(flatten)]
    status: &'a Status,
    diagnostics: Vec<Diagnostic<Location>>,
}

/// Counts what is missing, stale, read and signed.
pub(crate) fn run(arguments: &StatusArguments) -> Result<Ending, Diagnostic> {
    let project = find_project(arguments.brochure.project.project.as_ref())?;
    // What was found before is told again where no file has changed; what is laid out, is laid out each time.
    let asked = format!("{:?} {:?}", arguments.brochure.brochure, arguments.lang);
    let mut question = match Question::ask(&project, "status", asked) {
        Ok(kept)
            if !arguments.fit
                && let Ok(status) = Status::read(&kept) =>
        {
            return tell(arguments, &status, &[]);
        }
        Ok(_) => None,
        Err(question) => Some(question).filter(|_| !arguments.fit),
    };
    // Another thread reads the files for the question while this one reads the structure of the brochure.
    let loaded = rayon::in_place_scope(|scope| {
        if let Some(question) = &mut question {
            scope.spawn(|_| question.read_files());
        }
        arguments.brochure.load()
    });
    let Some(loaded) = loaded? else { return Ok(Ending::Problems) };
    let languages = loaded.languages(&arguments.lang)?;
    let report = Report::new();
    let status = status(loaded, &languages, arguments.fit, &report);
    let faults = report.into_sorted();
    if let Some(question) = question.filter(|_| faults.is_empty())
        && let Ok(answer) = status.write()
    {
        question.keep(&answer);
    }
    tell(arguments, &status, &faults)
}

/// Tells what was found.
fn tell(
    arguments: &StatusArguments,
    status: &Status,
    faults: &[Diagnostic],
) -> Result<Ending, Diagnostic> {
    if let Some(file) = &arguments.html {
        write_file(file, html(status).as_bytes()).map_err(|error| cannot_write(file, &error))?;
    }
    match arguments.brochure.project.format {
        Format::Human => {
            render::print_all(faults)?;
            print(status, arguments.long)?;
        }
        Format::Json => {
            let diagnostics = render::located(faults);
            render::print_json(&JsonStatus { status, diagnostics })?;
        }
    }
    Ok(ending(faults.iter().any(Diagnostic::is_error)))
}

fn status(loaded: Loaded, languages: &[Tag], fit: bool, report: &Report) -> Status {
    let Loaded { project, publication, .. } = loaded;
    let mut loaded = LoadedBrochure { publication, states: States::default() };
    let publication = &loaded.publication;
    let (states, shown) =
        rayon::join(|| assess_record(publication), || shown_in(publication, languages));
    loaded.states = states;
    let brochure = &loaded.publication.brochure;
    let found: Vec<(LanguageStatus, Vec<Diagnostic>)> = languages
        .par_iter()
        .zip(&shown)
        .map(|(language, shown)| {
            let own = Report::new();
            (language_status(&loaded, language, shown, &own), own.into_sorted())
        })
        .collect();
    drop(shown);
    let mut statuses = Vec::new();
    for (status, diagnostics) in found {
        statuses.push(status);
        report.extend(diagnostics);
    }
    if fit {
        count_too_long(&loaded, &project, &mut statuses, report);
    }
    let void = loaded.states.void().iter();
    let void = void.filter(|void| languages.contains(&void.language));
    let status = Status {
        brochure: brochure.id.clone(),
        source_language: brochure.source_language.value.clone(),
        languages: statuses,
        void: void_sentences(void),
    };
    // The command ends here: to free a hundred thousand texts one by one would take a tenth of its time.
    std::mem::forget(loaded);
    status
}

fn language_status(
    loaded: &LoadedBrochure,
    language: &Tag,
    shown: &Shown<'_>,
    report: &Report,
) -> LanguageStatus {
    let LoadedBrochure { publication, states } = loaded;
    let standings = standings(states, language);
    let row = publication.languages.get(language);
    let all: Vec<Standing<'_>> = standing_of(&shown.all, &standings).collect();
    let mut by_state: BTreeMap<MessageState, IdList> = BTreeMap::new();
    for Standing { id, state, .. } in &all {
        if *state != MessageState::Approved {
            by_state.entry(*state).or_default().push(id);
        }
    }
    LanguageStatus {
        language: language.clone(),
        autonym: row.map(|row| row.autonym.clone()).unwrap_or_default(),
        direction: row.map_or("ltr", |row| row.direction().as_str()).to_owned(),
        progress: progress_of(&all),
        too_long: None,
        remarks: publication.remarks.get(language).map(Vec::len),
        editions: shown
            .editions
            .iter()
            .map(|(edition, messages)| {
                // One that shows all there is needs no list of its own.
                let own: Cow<'_, [Standing<'_>]> = if messages.len() == all.len() {
                    Cow::Borrowed(&all)
                } else {
                    Cow::Owned(standing_of(messages, &all).collect())
                };
                edition_status(loaded, (edition, language), &own, report)
            })
            .collect(),
        by_state: by_state
            .into_iter()
            .map(|(state, ids)| (state.as_str().to_owned(), ids))
            .collect(),
    }
}

fn edition_status(
    loaded: &LoadedBrochure,
    (edition, language): (&Edition, &Tag),
    standings: &[Standing<'_>],
    report: &Report,
) -> EditionStatus {
    let LoadedBrochure { publication, states } = loaded;
    let name = &edition.id.value;
    let progress = progress_of(standings);
    let mut reasons: BTreeMap<ReasonKind, Vec<String>> = BTreeMap::new();
    // What a second person has read and is not approved is so for reasons that no column shows.
    if progress.reviewed > 0 {
        for Standing { id, state, .. } in standings {
            let is_signed = *state > MessageState::Reviewed;
            if let Some(reason) = message_reason(*state, id).filter(|_| is_signed) {
                reasons.entry(reason.kind).or_default().push(reason.subject);
            }
        }
    }
    let mut state = "draft";
    // What its messages are short of has been counted: only one that may be approved needs a closer look.
    if progress.approved == progress.messages {
        let id = EditionId::new(&publication.brochure.id, name, language);
        if let Ok(manuscript) = resolve(publication, states, &id, report) {
            state = manuscript.state.as_str();
            for reason in manuscript.state.reasons() {
                reasons.entry(reason.kind).or_default().push(reason.subject.clone());
            }
        }
    }
    EditionStatus {
        edition: name.clone(),
        state: state.to_owned(),
        progress,
        too_long: None,
        reasons,
    }
}

/// Lays out the editions, several at once, and notes which messages do not fit.
fn count_too_long(
    loaded: &LoadedBrochure,
    project: &Project,
    statuses: &mut [LanguageStatus],
    report: &Report,
) {
    let publication = &loaded.publication;
    let fonts = Fonts::load(&project.fonts(), report);
    for status in statuses {
        let language = &status.language;
        let found: Vec<Option<BTreeSet<String>>> = status
            .editions
            .par_iter()
            .map(|own| {
                let edition = publication.brochure.edition(&own.edition)?;
                let id = EditionId::new(&publication.brochure.id, &own.edition, language);
                let profiles = edition.profiles.iter().take(1).copied().collect();
                let job = Job { brochure: loaded, edition, id, profiles, marks: false };
                // What is wrong with the pages is what `check` reports.
                overset_messages(&job, &fonts, &Report::new()).ok()
            })
            .collect();
        let all: BTreeSet<&String> = found.iter().flatten().flatten().collect();
        status.too_long = Some(all.len());
        for (own, found) in status.editions.iter_mut().zip(found) {
            own.too_long = found;
        }
    }
}

/// Signatures that do not count, in sentences: those of one person for one reason together.
fn void_sentences<'a>(void: impl Iterator<Item = &'a VoidSignature>) -> Vec<String> {
    let mut groups: BTreeMap<(&str, &'static str, &Tag, String), usize> = BTreeMap::new();
    for VoidSignature { by, role, language, why, .. } in void {
        let why = match why {
            Void::Refused(Refusal::Unknown) => "is not in `people.toml`".to_owned(),
            Void::Refused(Refusal::Role(role)) => format!("may not {}", role.verb()),
            Void::Refused(Refusal::Language) => format!("has no role in `{language}`"),
            Void::Refused(Refusal::Left(until)) => format!("left on {until}"),
            Void::OwnText => "wrote the text, or nobody knows who did".to_owned(),
            Void::NotNative => format!("did not grow up with `{language}`, and the text is legal"),
        };
        *groups.entry((by, role.as_str(), language, why)).or_default() += 1;
    }
    let sentence = |((by, role, language, why), number): ((&str, &str, &Tag, String), usize)| {
        let signatures = count(number, "signature");
        format!("{signatures} of `{by}` ({role}, `{language}`) no longer count: `{by}` {why}")
    };
    groups.into_iter().map(sentence).collect()
}

/// Prints a table: a row for each language and edition.
fn print(status: &Status, long: bool) -> Result<(), Diagnostic> {
    let has_fit = status.languages.iter().any(|language| language.too_long.is_some());
    print_line!("{} (source: {})", status.brochure, status.source_language)?;
    let fit = if has_fit { "  too long" } else { "" };
    print_line!(
        "  {:<8} {:<10} {:>7} {:>9} {:>8} {:>6} {:>6} {:>9} {:>9}{fit}",
        "language",
        "edition",
        "words",
        "messages",
        "missing",
        "stale",
        "draft",
        "reviewed",
        "approved"
    )?;
    for language in &status.languages {
        let too_long = |number: Option<usize>| match number {
            Some(number) if has_fit => format!("  {number:>8}"),
            None if has_fit => format!("  {:>8}", "?"),
            _ => String::new(),
        };
        let line = |name: &str, edition: &str, progress: &Progress, rest: String| {
            let Progress { messages, words, missing, stale, draft, reviewed, approved } = progress;
            print_line!(
                "  {name:<8} {edition:<10} {words:>7} {messages:>9} {missing:>8} {stale:>6} {draft:>6} {reviewed:>9} {approved:>9}{rest}"
            )
        };
        let name = language.language.as_str();
        line(name, "all", &language.progress, too_long(language.too_long))?;
        for edition in &language.editions {
            let number = edition.too_long.as_ref().map(BTreeSet::len);
            let rest = format!("{}  {}", too_long(number), edition.state);
            line("", &edition.edition, &edition.progress, rest)?;
            for (kind, subjects) in &edition.reasons {
                let shown = if long { subjects.len() } else { subjects.len().min(SHOWN) };
                let more = match subjects.len() - shown {
                    0 => String::new(),
                    more => format!(" and {more} more"),
                };
                let names = subjects[..shown].join(", ");
                print_line!("  {:<8} {:<10} {}: {names}{more}", "", "", kind.as_str())?;
            }
            if let Some(found) = edition.too_long.as_ref().filter(|found| long && !found.is_empty())
            {
                let names: Vec<&str> = found.iter().map(String::as_str).collect();
                print_line!("  {:<8} {:<10} too long: {}", "", "", names.join(", "))?;
            }
        }
        if let Some(remarks) = language.remarks {
            print_line!("  {:<8} {}", "", count(remarks, "remark"))?;
        }
        if long {
            for (state, ids) in &language.by_state {
                print_line!("  {:<8} {state}: {}", "", ids.join(", "))?;
            }
        }
    }
    for sentence in &status.void {
        print_line!("{sentence}")?;
    }
    Ok(())
}
