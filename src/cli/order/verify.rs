//! Runs `feuillet order verify`.

use std::path::{Path, PathBuf};

use clap::Args;
use serde::Serialize;

use crate::cli::arguments::Format;
use crate::cli::ending::Ending;
use crate::cli::output::print_line;
use crate::cli::project::{find_project, project_of};
use crate::cli::render;
use crate::diagnostic::{Diagnostic, Location, Report, count};
use crate::load::load;
use crate::order::{OrderRecord, outdated, verify};

#[derive(Debug, Args)]
pub(super) struct VerifyArguments {
    /// The folder that `feuillet order` wrote.
    #[arg(value_name = "FOLDER")]
    folder: PathBuf,
    /// How reports are written.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

/// What `--format json` prints.
#[derive(Serialize)]
struct JsonVerified<'a> {
    folder: String,
    sums: &'a str,
    files: &'a [String],
    approved_by: Option<&'a str>,
    approved_on: Option<String>,
    diagnostics: Vec<Diagnostic<Location>>,
}

/// What a package says that the project around says no more; nothing where there is no such project, as at the shop.
fn said_otherwise(record: &OrderRecord, folder: &Path) -> Vec<Diagnostic> {
    let around = project_of(None, folder);
    let publication = find_project(around.as_ref()).ok().and_then(|project| {
        let is_here = project.brochures().contains(&record.brochure);
        is_here.then(|| load(&project, &record.brochure, &Report::new()).ok()).flatten()
    });
    publication.map(|publication| outdated(record, &publication, None)).unwrap_or_default()
}

/// Looks through a package.
pub(super) fn run(arguments: &VerifyArguments) -> Result<Ending, Diagnostic> {
    let folder = &arguments.folder;
    let mut verified = verify(folder)?;
    let report = Report::new();
    // A shop that got the folder has no record beside it.
    let record = OrderRecord::read(folder, &report).unwrap_or_default();
    verified.faults.extend(report.into_sorted());
    if let Some(record) = &record
        && record.run.sums != verified.sums
    {
        let fault =
            format!("`{}` is not the folder of which the record beside it tells", folder.display());
        verified.faults.push(Diagnostic::error(fault).hint("make the order again"));
    }
    verified
        .faults
        .extend(record.as_ref().map(|record| said_otherwise(record, folder)).unwrap_or_default());
    let approval = record.as_ref().and_then(|record| record.approval.as_ref());
    let is_sound = verified.faults.is_empty();
    match arguments.format {
        Format::Human => {
            render::print_all(&verified.faults)?;
            let shown = folder.display();
            if is_sound {
                print_line!(
                    "{shown}: {}, all as they were made",
                    count(verified.files.len(), "file")
                )?;
                match approval {
                    Some(approval) => {
                        print_line!("approved for printing by {} on {}", approval.by, approval.on)?;
                    }
                    None => print_line!("not approved for printing yet")?,
                }
            } else {
                print_line!("{shown}: {}", count(verified.faults.len(), "problem"))?;
            }
        }
        Format::Json => render::print_json(&JsonVerified {
            folder: folder.display().to_string(),
            sums: &verified.sums,
            files: &verified.files,
            approved_by: approval.map(|approval| approval.by.as_str()),
            approved_on: approval.map(|approval| approval.on.to_string()),
            diagnostics: render::located(&verified.faults),
        })?,
    }
    Ok(if is_sound { Ending::Fine } else { Ending::Problems })
}
