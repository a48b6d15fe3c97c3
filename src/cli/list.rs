//! Runs `feuillet list`.

mod bodies;
mod table;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::cli::arguments::{Format, ListArguments};
use crate::cli::ending::Ending;
use crate::cli::output::{print, print_line};
use crate::cli::project::find_project;
use crate::cli::render;
use crate::diagnostic::{Diagnostic, Location, Report};
use crate::driver::{Job, Selection, Timings, load_brochures, plan};
use crate::lint::rules::{RULES, Rule};
use crate::load::icons::ICONS;
use crate::load::{EditionId, Profile};
use crate::resolve::resolve_each;
use crate::review::{EditionState, ReasonKind};
use crate::typeset::checks::{CHECKS, Check};
use table::{Cell, CellState};

/// One language edition in one profile.
#[derive(Debug, Clone, Serialize)]
struct Row {
    #[serde(flatten)]
    id: EditionId,
    #[serde(skip)]
    autonym: String,
    profile: Profile,
    state: &'static str,
    /// Why it is a draft, with the number of messages or facts; empty if it is approved.
    reasons: BTreeMap<ReasonKind, usize>,
}

impl Row {
    fn cell(&self) -> Cell {
        let number = |kind| self.reasons.get(&kind).copied().unwrap_or_default();
        let state = if self.reasons.is_empty() {
            CellState::Approved
        } else {
            let (missing, stale) = (number(ReasonKind::Missing), number(ReasonKind::Stale));
            CellState::Draft { missing, stale }
        };
        let (edition, language) = (self.id.edition.clone(), self.id.languages_key());
        Cell { edition, language, autonym: self.autonym.clone(), state }
    }
}

/// What `--format json` prints.
#[derive(Serialize)]
struct JsonList<'a> {
    editions: &'a [Row],
    diagnostics: Vec<Diagnostic<Location>>,
}

/// Prints brochures, editions, languages and their state.
pub(crate) fn list(arguments: &ListArguments) -> Result<Ending, Diagnostic> {
    if arguments.checks {
        list_checks(arguments.project.format)?;
        return Ok(Ending::Fine);
    }
    if arguments.icons {
        list_icons(arguments.project.format)?;
        return Ok(Ending::Fine);
    }
    let project = find_project(arguments.project.project.as_ref())?;
    if arguments.bodies {
        return bodies::list(&project, arguments.project.format);
    }
    let selection = Selection { brochures: arguments.brochures.clone(), ..Selection::default() };
    let report = Report::new();
    let brochures = load_brochures(&project, &selection, &mut Timings::default(), &report)?;
    let jobs = plan(&brochures, &selection, &report)?;
    let rows: Vec<Row> = jobs.iter().flat_map(|job| rows(job, &report)).collect();
    let problems = report.has_errors();
    let diagnostics = report.into_sorted();
    match arguments.project.format {
        Format::Human => {
            render::print_all(&diagnostics)?;
            if arguments.long { print_rows(&rows) } else { print_tables(&rows) }?;
        }
        Format::Json => {
            let diagnostics = render::located(&diagnostics);
            render::print_json(&JsonList { editions: &rows, diagnostics })?;
        }
    }
    Ok(if problems { Ending::Problems } else { Ending::Fine })
}

/// The rows of a language edition, one a profile; none if its texts could not be resolved, which was reported.
fn rows(job: &Job<'_>, report: &Report) -> Vec<Row> {
    let publication = job.publication();
    let Ok(manuscripts) = resolve_each(publication, &job.brochure.states, &job.id, None, report)
    else {
        return Vec::new();
    };
    let state = EditionState::of_all(manuscripts.iter().map(|manuscript| &manuscript.state));
    let mut reasons: BTreeMap<ReasonKind, usize> = BTreeMap::new();
    for reason in state.reasons() {
        *reasons.entry(reason.kind).or_default() += 1;
    }
    let autonyms = manuscripts.iter().map(|manuscript| manuscript.language().autonym.as_str());
    let autonym = autonyms.collect::<Vec<_>>().join(" + ");
    let row = |profile: &Profile| Row {
        id: job.id.clone(),
        autonym: autonym.clone(),
        profile: *profile,
        state: state.as_str(),
        reasons: reasons.clone(),
    };
    job.profiles.iter().map(row).collect()
}

/// Prints a table for each brochure, and what its signs mean.
fn print_tables(rows: &[Row]) -> Result<(), Diagnostic> {
    let mut all = Vec::new();
    let mut has_gaps = false;
    for rows in rows.chunk_by(|one, other| one.id.brochure == other.id.brochure) {
        let mut cells: Vec<Cell> = rows.iter().map(Row::cell).collect();
        // The state is the same for each profile.
        cells.dedup_by(|one, other| {
            (&one.edition, &one.language) == (&other.edition, &other.language)
        });
        let editions: Vec<(String, Vec<&str>)> = rows
            .chunk_by(|one, other| one.id.edition == other.id.edition)
            .map(|rows| (rows[0].id.edition.clone(), profiles_of(rows)))
            .collect();
        print_line!("{}", rows[0].id.brochure)?;
        print_line!("{}{}", table::table(&cells), table::profiles(&editions))?;
        has_gaps |= table::has_gaps(&cells);
        all.extend(cells);
    }
    if all.is_empty() {
        print(format_args!("{}", table::nothing()))?;
    }
    print(format_args!("{}", table::legend(&all, has_gaps)))
}

/// The profiles for which an edition is made: those of its first language.
fn profiles_of(rows: &[Row]) -> Vec<&'static str> {
    let first = rows.iter().take_while(|row| row.id.languages() == rows[0].id.languages());
    first.map(|row| row.profile.as_str()).collect()
}

/// Prints a line for each language edition and profile, with the reasons for its state.
fn print_rows(rows: &[Row]) -> Result<(), Diagnostic> {
    let mut brochure = "";
    for row in rows {
        if row.id.brochure != brochure {
            brochure = &row.id.brochure;
            print_line!("{brochure}")?;
        }
        let reasons: Vec<String> = row
            .reasons
            .iter()
            .map(|(kind, number)| format!("{number} {}", kind.as_str()))
            .collect();
        let reasons =
            if reasons.is_empty() { String::new() } else { format!(" ({})", reasons.join(", ")) };
        let (edition, language) = (&row.id.edition, row.id.languages_key());
        let (profile, state) = (row.profile.as_str(), row.state);
        print_line!("  {edition:<8} {language:<8} {profile:<8} {state}{reasons}")?;
    }
    if rows.is_empty() {
        print(format_args!("{}", table::nothing()))?;
    }
    Ok(())
}

/// What `--icons --format json` prints.
#[derive(Serialize)]
struct JsonIcons {
    icons: Vec<&'static str>,
}

/// Prints the names of the icons, a line each.
fn list_icons(format: Format) -> Result<(), Diagnostic> {
    match format {
        Format::Human => {
            for (name, _) in ICONS {
                print_line!("{name}")?;
            }
            Ok(())
        }
        Format::Json => {
            let icons = ICONS.iter().map(|(name, _)| *name).collect();
            render::print_json(&JsonIcons { icons })
        }
    }
}

/// What `--checks --format json` prints.
#[derive(Serialize)]
struct JsonChecks {
    checks: &'static [Check],
    /// The rules of texts.
    texts: &'static [Rule],
}

/// Prints the table of layout checks, and that of the rules of texts.
fn list_checks(format: Format) -> Result<(), Diagnostic> {
    match format {
        Format::Human => {
            let pages = CHECKS.iter().map(|row| (row.id, row.severity, row.finds, row.why));
            let texts = RULES.iter().map(|row| (row.id, row.severity, row.finds, row.why));
            for (id, severity, finds, why) in pages.chain(texts) {
                print_line!("{id:<17} {:<8} {finds}", severity.as_str())?;
                print_line!("{:<26} {why}", "")?;
            }
            Ok(())
        }
        Format::Json => render::print_json(&JsonChecks { checks: CHECKS, texts: RULES }),
    }
}
