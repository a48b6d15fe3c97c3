//! Runs `feuillet order approve`: who approved what for printing, and the register of print runs.

use std::path::PathBuf;

use clap::Args;
use serde::Serialize;
use time::Date;

use crate::cli::arguments::{Format, ProjectArguments};
use crate::cli::ending::Ending;
use crate::cli::output::print_line;
use crate::cli::project::{find_project_to_edit, project_of};
use crate::cli::{clock, render};
use crate::diagnostic::{Diagnostic, Report};
use crate::driver::not_known;
use crate::edit::ChangeSet;
use crate::history::{run_name, write_print_run};
use crate::load::{ProjectFile, load};
use crate::order::{Approval, OrderRecord, outdated, verify};

#[derive(Debug, Args)]
pub(super) struct ApproveArguments {
    /// The folder that `feuillet order` wrote.
    #[arg(value_name = "FOLDER")]
    folder: PathBuf,
    /// Who approved it. The name stands in the record beside the folder alone.
    #[arg(long, value_name = "WHO")]
    by: String,
    /// The day on which they did, like `2026-11-29`; today by default.
    #[arg(long, value_name = "DATE", value_parser = clock::read_day)]
    on: Option<Date>,
    #[command(flatten)]
    project: ProjectArguments,
}

/// What `--format json` prints.
#[derive(Serialize)]
struct JsonApproved<'a> {
    folder: String,
    by: &'a str,
    on: String,
    sums: &'a str,
    register: &'a str,
}

/// Records an approval.
pub(super) fn approve(arguments: &ApproveArguments) -> Result<Ending, Diagnostic> {
    let by = arguments.by.trim();
    if by.is_empty() || by.contains(char::is_control) {
        return Err(Diagnostic::error("nobody is named")
            .hint("write who approved it: `--by \"A. Example\"`"));
    }
    let folder = &arguments.folder;
    let around = project_of(arguments.project.project.as_ref(), folder);
    let (project, _lock) = find_project_to_edit(around.as_ref())?;
    let shown = folder.display();
    let verified = verify(folder)?;
    if !verified.faults.is_empty() {
        render::print_all(&verified.faults)?;
        print_line!("nothing was approved: {shown} is not as it was made")?;
        return Ok(Ending::Problems);
    }
    let report = Report::new();
    let record = OrderRecord::read(folder, &report);
    let Ok(record) = record else {
        render::print_all(&report.into_sorted())?;
        return Ok(Ending::Problems);
    };
    let lost = || {
        Diagnostic::error(format!("nothing tells what `{shown}` was made from"))
            .hint("make the order again: `feuillet order` writes `….record.toml` beside the folder")
    };
    let mut record = record.filter(|record| record.run.sums == verified.sums).ok_or_else(lost)?;
    let known = project.brochures();
    if !known.contains(&record.brochure) {
        return Err(not_known("brochure", &record.brochure, &known));
    }
    let on = clock::day(arguments.on);
    if on < record.run.released {
        return Err(Diagnostic::error(format!(
            "{on} is before the release of {}",
            record.run.released
        ))
        .hint("correct `--on`"));
    }
    let Ok(publication) = load(&project, &record.brochure, &report) else {
        render::print_all(&report.into_sorted())?;
        return Ok(Ending::Problems);
    };
    let outdated = outdated(&record, &publication, Some(on));
    if !outdated.is_empty() {
        render::print_all(&outdated)?;
        print_line!("nothing was approved: {shown} says what holds no more")?;
        return Ok(Ending::Problems);
    }
    let approval = Approval { by: by.to_owned(), on };
    if let Some(earlier) = &record.approval
        && *earlier != approval
    {
        let Approval { by, on } = earlier;
        return Err(Diagnostic::error(format!("`{shown}` was approved by {by} on {on} already"))
            .hint("an approval stays: a corrected order is another one (`correction = 1`)"));
    }
    let name = run_name(on, &record.run);
    let register = ProjectFile::PrintRun { brochure: record.brochure.clone(), name }.path();
    let mut changes = ChangeSet::new(&project);
    let before = project.read_bytes(&register);
    changes.write(&register, before.as_deref(), write_print_run(on, &record.run));
    record.approval = Some(approval);
    // The register comes first: a run that is approved twice is entered once.
    changes.commit()?;
    record.write(folder)?;
    let sums = &record.run.sums;
    match arguments.project.format {
        Format::Human => {
            let copies: u64 =
                record.run.printed.iter().map(|printed| u64::from(printed.copies)).sum();
            print_line!("{shown}: approved for printing by {by} on {on}, {copies} copies")?;
            print_line!(
                "wrote {register}: keep it with the project, so that `feuillet recall` finds these copies"
            )?;
        }
        Format::Json => render::print_json(&JsonApproved {
            folder: shown.to_string(),
            by,
            on: on.to_string(),
            sums,
            register: &register,
        })?,
    }
    Ok(Ending::Fine)
}
