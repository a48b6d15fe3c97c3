//! Runs `feuillet facts`: which facts somebody should look at.

mod verify;

use std::collections::{BTreeMap, BTreeSet};

use clap::{Args, Subcommand};
use serde::Serialize;
use time::Date;

use crate::cli::arguments::{Format, ProjectArguments};
use crate::cli::ending::Ending;
use crate::cli::output::print_line;
use crate::cli::project::find_project;
use crate::cli::{clock, completion, render};
use crate::diagnostic::{Diagnostic, Location, Report, count};
use crate::driver::{Job, Selection, Timings, load_brochures, plan_languages};
use crate::history::{Attention, FactRow, body_rows, fact_rows};
use crate::load::releases::read_releases;

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct FactsArguments {
    #[command(subcommand)]
    command: Option<FactsCommand>,
    /// The brochures; all of them by default.
    #[arg(value_name = "BROCHURE", add = completion::brochures())]
    brochures: Vec<String>,
    /// The day for which it is asked, like `2026-11-29`; today by default.
    #[arg(long, value_name = "DATE", value_parser = clock::read_day)]
    as_of: Option<Date>,
    /// How many days before the day of its review a fact is due.
    #[arg(long, value_name = "DAYS", default_value_t = 30)]
    due_within: u16,
    /// Ends with exit code 1 if a fact is not verified as it is, or overdue.
    #[arg(long)]
    strict: bool,
    #[command(flatten)]
    project: ProjectArguments,
}

/// The commands of `feuillet facts`.
#[derive(Debug, Subcommand)]
enum FactsCommand {
    /// Records that somebody verified facts: called the number, read the law.
    ///
    /// Writes `verified`, `verified-by` and a fingerprint of what the fact is into `facts.toml`, or with `--body` into the file
    /// of a body, and moves `review-by` on if it has passed. A fact that is changed afterwards is not verified any more. Each fact is named: nobody verifies all
    /// of them at once.
    Verify(verify::VerifyArguments),
}

/// What `--format json` prints.
#[derive(Serialize)]
struct JsonFacts<'a> {
    as_of: String,
    facts: &'a [FactRow],
    diagnostics: Vec<Diagnostic<Location>>,
}

/// Lists facts, or records that they were verified.
pub(crate) fn run(arguments: &FactsArguments) -> Result<Ending, Diagnostic> {
    if let Some(FactsCommand::Verify(arguments)) = &arguments.command {
        return verify::verify(arguments);
    }
    let project = find_project(arguments.project.project.as_ref())?;
    let selection = Selection { brochures: arguments.brochures.clone(), ..Selection::default() };
    let as_of = clock::day(arguments.as_of);
    let report = Report::new();
    let brochures = load_brochures(&project, &selection, &mut Timings::default(), &report)?;
    let mut rows = Vec::new();
    for brochure in &brochures {
        let id = &brochure.publication.brochure.id;
        let jobs: Vec<Job<'_>> =
            plan_languages(std::slice::from_ref(brochure), &selection, &report)?;
        let releases = read_releases(&project, id, &report);
        let (last, due) = (releases.last(), arguments.due_within);
        rows.extend(fact_rows(brochure, &jobs, last, as_of, due, &report).unwrap_or_default());
        report.extend(brochure.publication.body_faults().iter().cloned());
        rows.extend(body_rows(brochure, as_of, due));
    }
    let has_errors = report.has_errors();
    let diagnostics = report.into_sorted();
    match arguments.project.format {
        Format::Human => {
            render::print_all(&diagnostics)?;
            for rows in rows.chunk_by(|one, other| one.brochure == other.brochure) {
                print_rows(rows, as_of, arguments.due_within)?;
            }
        }
        Format::Json => {
            let diagnostics = render::located(&diagnostics);
            render::print_json(&JsonFacts { as_of: as_of.to_string(), facts: &rows, diagnostics })?;
        }
    }
    let is_bad = |row: &FactRow| {
        matches!(row.attention, Attention::Unverified | Attention::Changed | Attention::Overdue)
    };
    let is_refused = arguments.strict && rows.iter().any(is_bad);
    Ok(if has_errors || is_refused { Ending::Problems } else { Ending::Fine })
}

/// Prints the facts of a brochure that somebody should look at, by what is to be done about them.
fn print_rows(rows: &[FactRow], as_of: Date, due_within: u16) -> Result<(), Diagnostic> {
    print_line!("{}, {as_of}", rows[0].brochure)?;
    let due = format!("due for review within {}", count(usize::from(due_within), "day"));
    let groups = [
        (Attention::Unverified, "not verified"),
        (Attention::Changed, "changed since verified"),
        (Attention::Overdue, "overdue for review"),
        (Attention::Due, due.as_str()),
    ];
    for (attention, title) in groups {
        let rows: Vec<&FactRow> = rows.iter().filter(|row| row.attention == attention).collect();
        if rows.is_empty() {
            continue;
        }
        print_line!("\n  {title}: {}", count(rows.len(), "fact"))?;
        for row in rows {
            print_row(row)?;
        }
    }
    let changed: Vec<&FactRow> = rows.iter().filter(|row| row.changed_since.is_some()).collect();
    if let Some(release) = changed.first().and_then(|row| row.changed_since.as_ref()) {
        print_line!("\n  changed since release {release}: {}", count(changed.len(), "fact"))?;
        for row in changed {
            for change in &row.changes {
                let (was, now) = (change.was.as_deref(), change.now.as_deref());
                let (was, now) = (was.unwrap_or("nothing"), now.unwrap_or("nothing"));
                print_line!("    {:<16} {}: {was} -> {now}", row.fact, change.part)?;
            }
        }
    }
    let sound = rows.iter().filter(|row| row.attention == Attention::None).count();
    print_line!("\n  verified, not due: {}\n", count(sound, "fact"))
}

fn print_row(row: &FactRow) -> Result<(), Diagnostic> {
    let says: Vec<String> = row.says.iter().map(|(part, text)| format!("{part} {text}")).collect();
    let name = match &row.body {
        Some(body) if *body != row.fact => format!("{body}, {}", row.fact),
        _ => row.fact.clone(),
    };
    print_line!("    {name}: {}", says.join(" · "))?;
    let mut dates = match (&row.verified, &row.verified_by) {
        (Some(on), Some(by)) => format!("verified {on} by {by}"),
        (Some(on), None) => format!("verified {on}"),
        (None, _) => "never verified".to_owned(),
    };
    if let Some(why) = &row.why {
        dates += &format!(" ({why})");
    }
    print_line!("      {dates}, review by {}; source: {}", row.review_by, row.source)?;
    if let Some(body) = &row.body {
        return print_line!("      shown in the editions of `{body}`");
    }
    let messages: BTreeSet<&str> = row.shown.values().flatten().map(String::as_str).collect();
    let messages: Vec<&str> = messages.into_iter().collect();
    let through = match (row.shown.is_empty(), messages.is_empty()) {
        (true, _) => return print_line!("      shown nowhere"),
        (false, true) => String::new(),
        (false, false) => format!(": {}", messages.join(", ")),
    };
    print_line!("      shown in {}{through}", editions(row.shown.keys()))
}

/// "full, short (en, fr); card (fr)": editions that are shown in the same languages stand together.
pub(super) fn editions<'a>(shown: impl IntoIterator<Item = &'a String>) -> String {
    let mut by_edition: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (edition, language) in shown.into_iter().filter_map(|name| name.split_once('/')) {
        by_edition.entry(edition).or_default().push(language);
    }
    let mut groups: Vec<(Vec<&str>, Vec<&str>)> = Vec::new();
    for (edition, languages) in by_edition {
        match groups.iter_mut().find(|(_, known)| *known == languages) {
            Some((editions, _)) => editions.push(edition),
            None => groups.push((vec![edition], languages)),
        }
    }
    let group = |(editions, languages): &(Vec<&str>, Vec<&str>)| {
        format!("{} ({})", editions.join(", "), languages.join(", "))
    };
    groups.iter().map(group).collect::<Vec<_>>().join("; ")
}
