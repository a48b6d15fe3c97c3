//! `feuillet list`.

use std::collections::BTreeMap;

use serde_json::json;

use crate::build::{Choice, Timings, open, plan};
use crate::cli::arguments::{Format, ListArguments};
use crate::cli::render;
use crate::cli::{Ending, find_project};
use crate::diagnostic::{Diagnostic, Report, count};
use crate::resolve::resolve;
use crate::review::EditionState;
use crate::typeset::checks::CHECKS;

/// One line of the list.
struct Row {
    brochure: String,
    edition: String,
    language: String,
    profile: &'static str,
    reasons: BTreeMap<&'static str, usize>,
    approved: bool,
}

/// Prints brochures, editions, languages and their state.
pub(crate) fn list(arguments: &ListArguments) -> Result<Ending, Diagnostic> {
    if arguments.checks {
        list_checks(arguments.project.format);
        return Ok(Ending::Fine);
    }
    let project = find_project(arguments.project.project.as_ref())?;
    let choice = Choice { brochures: arguments.brochures.clone(), ..Choice::default() };
    let report = Report::new();
    let desks = open(&project, &choice, &mut Timings::default(), &report)?;
    let mut rows = Vec::new();
    for job in plan(&desks, &choice, &report)? {
        let Ok(manuscript) = resolve(job.publication, job.states, &job.edition_id(), &report)
        else {
            continue;
        };
        let mut reasons: BTreeMap<&'static str, usize> = BTreeMap::new();
        if let EditionState::Draft(found) = &manuscript.state {
            for reason in found {
                *reasons.entry(reason.kind.as_str()).or_default() += 1;
            }
        }
        rows.push(Row {
            brochure: manuscript.id.brochure.clone(),
            edition: manuscript.id.edition.clone(),
            language: job.language.to_string(),
            profile: job.profile.as_str(),
            approved: manuscript.state == EditionState::Approved,
            reasons,
        });
    }
    let problems = report.has_errors();
    match arguments.project.format {
        Format::Human => {
            render::print_all(&report.into_sorted());
            print_rows(&rows);
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
        anstream::println!("{}", count(0, "edition"));
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
