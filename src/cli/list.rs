//! `feuillet list`.

mod table;

use std::collections::BTreeMap;

use serde_json::json;

use crate::build::{Choice, Job, Timings, open, plan};
use crate::cli::arguments::{Format, ListArguments};
use crate::cli::render;
use crate::cli::{Ending, find_project};
use crate::diagnostic::{Diagnostic, Report};
use crate::load::icons::ICONS;
use crate::resolve::resolve;
use crate::review::EditionState;
use crate::typeset::checks::CHECKS;
use table::{Cell, CellState};

/// One language edition in one profile.
struct Row {
    brochure: String,
    edition: String,
    language: String,
    autonym: String,
    profile: &'static str,
    /// Why it is a draft, with the number of messages or facts; empty if it is approved.
    reasons: BTreeMap<&'static str, usize>,
    approved: bool,
}

impl Row {
    fn cell(&self) -> Cell {
        let number = |kind| self.reasons.get(kind).copied().unwrap_or_default();
        let state = if self.approved {
            CellState::Approved
        } else {
            CellState::Draft { missing: number("missing"), stale: number("stale") }
        };
        let [edition, language, autonym] =
            [&self.edition, &self.language, &self.autonym].map(String::clone);
        Cell { edition, language, autonym, state }
    }
}

/// Prints brochures, editions, languages and their state.
pub(crate) fn list(arguments: &ListArguments) -> Result<Ending, Diagnostic> {
    if arguments.checks {
        list_checks(arguments.project.format);
        return Ok(Ending::Fine);
    }
    if arguments.icons {
        list_icons(arguments.project.format);
        return Ok(Ending::Fine);
    }
    let project = find_project(arguments.project.project.as_ref())?;
    let choice = Choice { brochures: arguments.brochures.clone(), ..Choice::default() };
    let report = Report::new();
    let desks = open(&project, &choice, &mut Timings::default(), &report)?;
    let jobs = plan(&desks, &choice, &report)?;
    let rows: Vec<Row> = jobs.iter().filter_map(|job| row(job, &report)).collect();
    let problems = report.has_errors();
    match arguments.project.format {
        Format::Human => {
            render::print_all(&report.into_sorted());
            if arguments.long { print_rows(&rows) } else { print_tables(&rows) }
        }
        Format::Json => {
            let editions = rows.iter().map(|row| {
                json!({
                    "brochure": row.brochure, "edition": row.edition, "languages": [row.language],
                    "profile": row.profile, "state": if row.approved { "approved" } else { "draft" },
                    "reasons": row.reasons,
                })
            });
            let diagnostics: Vec<_> = report.into_sorted().iter().map(render::json).collect();
            let all =
                json!({ "editions": editions.collect::<Vec<_>>(), "diagnostics": diagnostics });
            anstream::println!("{all:#}");
        }
    }
    Ok(if problems { Ending::Problems } else { Ending::Fine })
}

/// The row of a job; `None` if its texts could not be resolved, which was reported.
fn row(job: &Job<'_>, report: &Report) -> Option<Row> {
    let manuscript = resolve(job.publication, job.states, job.edition, job.language, report)?;
    let mut reasons: BTreeMap<&'static str, usize> = BTreeMap::new();
    if let EditionState::Draft(found) = &manuscript.state {
        for reason in found {
            *reasons.entry(reason.kind()).or_default() += 1;
        }
    }
    let language = job.publication.languages.get(job.language)?;
    Some(Row {
        brochure: manuscript.brochure,
        edition: manuscript.edition,
        language: job.language.to_string(),
        autonym: language.autonym.clone(),
        profile: job.profile.as_str(),
        approved: manuscript.state == EditionState::Approved,
        reasons,
    })
}

/// Prints a table for each brochure, and what its signs mean.
fn print_tables(rows: &[Row]) {
    let mut all = Vec::new();
    let mut has_gaps = false;
    for rows in rows.chunk_by(|one, other| one.brochure == other.brochure) {
        let mut cells: Vec<Cell> = rows.iter().map(Row::cell).collect();
        // The state is the same for each profile.
        cells.dedup_by(|one, other| {
            (&one.edition, &one.language) == (&other.edition, &other.language)
        });
        let editions: Vec<(String, Vec<&str>)> = rows
            .chunk_by(|one, other| one.edition == other.edition)
            .map(|rows| (rows[0].edition.clone(), profiles_of(rows)))
            .collect();
        anstream::println!("{}", rows[0].brochure);
        anstream::println!("{}{}", table::table(&cells), table::profiles(&editions));
        has_gaps |= table::has_gaps(&cells);
        all.extend(cells);
    }
    if all.is_empty() {
        anstream::print!("{}", table::nothing());
    }
    anstream::print!("{}", table::legend(&all, has_gaps));
}

/// The profiles for which an edition is made: those of its first language.
fn profiles_of(rows: &[Row]) -> Vec<&'static str> {
    let first = rows.iter().take_while(|row| row.language == rows[0].language);
    first.map(|row| row.profile).collect()
}

/// Prints a line for each language edition and profile, with the reasons for its state.
fn print_rows(rows: &[Row]) {
    let mut brochure = "";
    for row in rows {
        if row.brochure != brochure {
            brochure = &row.brochure;
            anstream::println!("{brochure}");
        }
        let state = if row.approved {
            "approved".to_owned()
        } else {
            let reasons: Vec<String> =
                row.reasons.iter().map(|(kind, number)| format!("{number} {kind}")).collect();
            format!("draft ({})", reasons.join(", "))
        };
        anstream::println!("  {:<8} {:<8} {:<8} {state}", row.edition, row.language, row.profile);
    }
    if rows.is_empty() {
        anstream::print!("{}", table::nothing());
    }
}

/// Prints the names of the icons, a line each.
fn list_icons(format: Format) {
    match format {
        Format::Human => {
            for (name, _) in ICONS {
                anstream::println!("{name}");
            }
        }
        Format::Json => {
            let names: Vec<&str> = ICONS.iter().map(|(name, _)| *name).collect();
            anstream::println!("{:#}", json!({ "icons": names }));
        }
    }
}

/// Prints the table of layout checks.
fn list_checks(format: Format) {
    match format {
        Format::Human => {
            for check in CHECKS {
                let severity = check.severity.as_str();
                anstream::println!("{:<14} {severity:<8} {}", check.id, check.finds);
                anstream::println!("{:<23} {}", "", check.why);
            }
        }
        Format::Json => {
            let checks = CHECKS.map(|check| {
                json!({ "id": check.id, "severity": check.severity.as_str(), "finds": check.finds,
                        "why": check.why, "hint": check.hint })
            });
            anstream::println!("{:#}", json!({ "checks": checks }));
        }
    }
}
