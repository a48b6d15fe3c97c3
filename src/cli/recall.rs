//! Runs `feuillet recall`: which files of releases, and which printed copies, carry an old fact.

use std::collections::BTreeSet;

use clap::Args;
use serde::Serialize;

use crate::cli::arguments::{Format, ProjectArguments};
use crate::cli::ending::Ending;
use crate::cli::output::print_line;
use crate::cli::project::{choose_brochure, find_project};
use crate::cli::{completion, render};
use crate::diagnostic::{Diagnostic, Location, Report, count};
use crate::driver::not_known;
use crate::history::{Recalled, RecalledCopies, recall, recall_copies};
use crate::language::Tag;
use crate::load::facts::{FACT_PARTS, FactPart};
use crate::load::print_runs::{KeptRun, read_print_runs};
use crate::load::releases::{KeptRelease, read_releases};
use crate::load::{Facts, load};
use crate::order::{RecalledOrder, kept_orders, recall_orders};

#[derive(Debug, Args)]
pub(crate) struct RecallArguments {
    /// The fact, as it stands or stood in `facts.toml`, or a part of it as texts name it: `police` or `police-phone`.
    #[arg(value_name = "FACT")]
    fact: String,
    /// The brochure; a project with one brochure need not name it.
    #[arg(long, value_name = "BROCHURE", add = completion::brochures())]
    brochure: Option<String>,
    #[command(flatten)]
    project: ProjectArguments,
}

/// What `--format json` prints.
#[derive(Serialize)]
struct JsonRecall<'a> {
    brochure: &'a str,
    fact: &'a str,
    recalled: &'a [Recalled],
    printed: &'a [RecalledCopies],
    /// Orders in the project whose copies carry an old contact of the body.
    orders: &'a [RecalledOrder],
    diagnostics: Vec<Diagnostic<Location>>,
}

/// Finds files with an old fact.
pub(crate) fn run(arguments: &RecallArguments) -> Result<Ending, Diagnostic> {
    let project = find_project(arguments.project.project.as_ref())?;
    let id = choose_brochure(&project, arguments.brochure.as_deref())?;
    let report = Report::new();
    let publication = load(&project, &id, &report);
    let releases = read_releases(&project, &id, &report);
    let runs = read_print_runs(&project, &id, &report);
    let has_errors = report.has_errors();
    let diagnostics: Vec<Diagnostic> = report.into_sorted();
    let recalled = match publication.ok().filter(|_| !has_errors) {
        Some(publication) => {
            if releases.is_empty() && runs.is_empty() {
                return Err(no_release(&id));
            }
            let facts = &publication.facts;
            let kept = kept_orders(&project, &id);
            let own = kept.iter().flat_map(|(_, record)| &record.own_facts);
            let own = own.map(|(name, ..)| name.clone()).collect();
            let (fact, part) = find(&arguments.fact, &releases, &runs, facts, own)?;
            let printed = recall_copies(&fact, part, &runs, facts);
            let orders = recall_orders(&fact, part, &kept, &publication);
            Some((recall(&fact, part, &releases, facts), printed, orders))
        }
        None => None,
    };
    match arguments.project.format {
        Format::Human => {
            render::print_all(&diagnostics)?;
            if let Some((recalled, printed, orders)) = &recalled {
                // What no file of a release carries may all the same be on paper.
                if !recalled.is_empty() || printed.is_empty() && orders.is_empty() {
                    print_recalled(&arguments.fact, recalled, releases.len())?;
                }
                print_copies(printed)?;
                print_orders(orders)?;
            }
        }
        Format::Json => render::print_json(&JsonRecall {
            brochure: &id,
            fact: &arguments.fact,
            recalled: recalled.as_ref().map(|(files, ..)| files.as_slice()).unwrap_or_default(),
            printed: recalled.as_ref().map(|(_, copies, _)| copies.as_slice()).unwrap_or_default(),
            orders: recalled.as_ref().map(|(.., orders)| orders.as_slice()).unwrap_or_default(),
            diagnostics: render::located(&diagnostics),
        })?,
    }
    let is_fine = recalled.is_some_and(|(files, copies, orders)| {
        files.is_empty() && copies.is_empty() && orders.is_empty()
    });
    Ok(if is_fine { Ending::Fine } else { Ending::Problems })
}

/// Says that nothing was kept of any release.
pub(crate) fn no_release(brochure: &str) -> Diagnostic {
    Diagnostic::error(format!("nothing was kept of a release of `{brochure}`"))
        .hint("`feuillet release` makes one, and keeps what it says")
}

/// The fact, and the part of it, that a name stands for; `own` are the contacts of bodies in the orders of the project.
fn find(
    given: &str,
    releases: &[KeptRelease],
    runs: &[KeptRun],
    facts: &Facts,
    own: BTreeSet<String>,
) -> Result<(String, Option<FactPart>), Diagnostic> {
    let kept = releases.iter().flat_map(|release| release.facts.keys());
    let printed = runs.iter().flat_map(|run| &run.run.printed).flat_map(|printed| &printed.facts);
    let printed = printed.map(|(name, ..)| name.clone());
    let names = facts.names().map(|name| name.value.clone());
    let known: BTreeSet<String> = names.chain(kept.cloned()).chain(printed).chain(own).collect();
    if known.contains(given) {
        return Ok((given.to_owned(), None));
    }
    let parts = FACT_PARTS.iter().find_map(|(name, part)| {
        let fact = given.strip_suffix(name)?.strip_suffix('-')?;
        known.contains(fact).then(|| (fact.to_owned(), Some(*part)))
    });
    parts.ok_or_else(|| not_known("fact", given, &known.into_iter().collect::<Vec<_>>()))
}

fn print_recalled(fact: &str, recalled: &[Recalled], releases: usize) -> Result<(), Diagnostic> {
    if recalled.is_empty() {
        return print_line!(
            "no file of {} carries an old `{fact}`",
            count(releases, "kept release")
        );
    }
    for rows in recalled.chunk_by(|one, other| one.release == other.release) {
        print_line!("{} of {}", rows[0].release, rows[0].date)?;
        for row in rows {
            let now = row.now.as_deref().unwrap_or("nothing");
            print_line!("  {}/{}, {}", row.edition, row.language, row.state)?;
            print_line!("    {}: {} -> {now}", row.part, row.was)?;
            for file in &row.files {
                print_line!("    {file}")?;
            }
        }
    }
    let files: BTreeSet<(&str, &str)> = recalled
        .iter()
        .flat_map(|row| row.files.iter().map(|file| (row.release.as_str(), file.as_str())))
        .collect();
    print_line!("{} to recall", count(files.len(), "file"))
}

/// Printed copies, by run.
fn print_copies(printed: &[RecalledCopies]) -> Result<(), Diagnostic> {
    if printed.is_empty() {
        return Ok(());
    }
    let mut copies: BTreeSet<(&str, &str, &[Tag], u32)> = BTreeSet::new();
    for rows in printed.chunk_by(|one, other| one.run == other.run) {
        let first = &rows[0];
        print_line!(
            "printed, approved on {}, of release {} (run {})",
            first.approved,
            first.release,
            first.run
        )?;
        for row in rows {
            let now = row.now.as_deref().unwrap_or("nothing");
            let languages: Vec<&str> = row.languages.iter().map(Tag::as_str).collect();
            print_line!(
                "  {}/{}, {}",
                row.edition,
                languages.join("+"),
                copies_of(u64::from(row.copies))
            )?;
            print_line!("    {}: {} -> {now}", row.part, row.was)?;
            copies.insert((&row.run, &row.edition, &row.languages, row.copies));
        }
    }
    let all: u64 = copies.iter().map(|(.., copies)| u64::from(*copies)).sum();
    print_line!("{} to recall; the orders that you keep tell where they went", copies_of(all))
}

/// Orders with an old contact of a body.
fn print_orders(orders: &[RecalledOrder]) -> Result<(), Diagnostic> {
    for RecalledOrder { order, approved, copies, part, was } in orders {
        print_line!("{order}, approved on {approved}: {}", copies_of(*copies))?;
        print_line!("    {part}: {was} -> another today")?;
    }
    Ok(())
}

/// "1 printed copy", "500 printed copies".
fn copies_of(copies: u64) -> String {
    if copies == 1 { "1 printed copy".to_owned() } else { format!("{copies} printed copies") }
}
