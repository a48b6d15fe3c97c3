//! Runs `feuillet order`: from the file of an order to the folder for the shop.

mod approve;
mod new;
mod verify;

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use serde::Serialize;
use time::Date;

use crate::cli::arguments::{Format, ProjectArguments};
use crate::cli::ending::Ending;
use crate::cli::output::print_line;
use crate::cli::project::{find_project, project_of};
use crate::cli::{clock, render};
use crate::diagnostic::{Diagnostic, Location, Report, count};
use crate::order::{Approval, OrderedCopies, PlacedOrder, place_order};

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(crate) struct OrderArguments {
    #[command(subcommand)]
    command: Option<OrderCommand>,
    /// The file of the order, like `orders/town-hall.toml`; its name is that of the order.
    #[arg(value_name = "FILE", required = true)]
    file: Option<PathBuf>,
    /// The folder that folder and archive are written into; that of the order by default.
    #[arg(long, value_name = "DIR")]
    output: Option<PathBuf>,
    /// The day on which the facts must hold, like `2026-11-29`; today by default. It stands in no file for the shop.
    #[arg(long, value_name = "DATE", value_parser = clock::read_day)]
    as_of: Option<Date>,
    #[command(flatten)]
    project: ProjectArguments,
}

/// The commands of `feuillet order`.
#[derive(Debug, Subcommand)]
enum OrderCommand {
    /// Writes a commented order to begin with, `orders/NAME.toml`, and asks for what it must know.
    ///
    /// It asks only in a terminal, and only for what no option says. What is still empty afterwards is underlined when the order
    /// is made.
    New(Box<new::NewArguments>),
    /// Says whether a folder of an order is as it was made.
    ///
    /// Every file has its checksum, nothing is missing, nothing is too much, the job ticket agrees with the files, and the
    /// archive beside the folder holds the same. `sha256sum -c SHA256SUMS` checks the checksums without this program.
    Verify(verify::VerifyArguments),
    /// Records who approved a folder for printing (*bon à tirer*), and enters the run into the register.
    ///
    /// Who approved which checksums stands in the record beside the folder, which stays in the house. The register, in
    /// `brochures/<brochure>/runs`, keeps release, checksums, copies and facts, and neither a person nor a place: with it
    /// `feuillet recall` finds printed copies too. What was approved is never replaced by another run of `feuillet order`.
    Approve(approve::ApproveArguments),
}

/// What `--format json` prints.
#[derive(Serialize)]
struct JsonOrder<'a> {
    order: String,
    folder: Option<String>,
    archive: Option<String>,
    unchanged: bool,
    printed: &'a [OrderedCopies],
    files: Vec<JsonFile<'a>>,
    diagnostics: Vec<Diagnostic<Location>>,
}

#[derive(Serialize)]
struct JsonFile<'a> {
    name: &'a str,
    bytes: usize,
}

/// Makes an order, or does what a command of it says.
pub(crate) fn run(arguments: &OrderArguments) -> Result<Ending, Diagnostic> {
    match &arguments.command {
        Some(OrderCommand::New(arguments)) => return new::new(arguments),
        Some(OrderCommand::Verify(arguments)) => return verify::run(arguments),
        Some(OrderCommand::Approve(arguments)) => return approve::approve(arguments),
        None => {}
    }
    let file = arguments.file.as_deref().unwrap_or(Path::new(""));
    let folder = project_of(arguments.project.project.as_ref(), file);
    let project = find_project(folder.as_ref())?;
    let report = Report::new();
    let as_of = clock::day(arguments.as_of);
    let placed = place_order(&project, file, arguments.output.as_deref(), as_of, &report)?;
    let diagnostics = report.into_sorted();
    match arguments.project.format {
        Format::Human => {
            render::print_all(&diagnostics)?;
            match &placed {
                Some(placed) => print_placed(placed)?,
                None => print_line!("nothing was written")?,
            }
        }
        Format::Json => print_json(file, placed.as_ref(), &diagnostics)?,
    }
    Ok(if placed.is_some() { Ending::Fine } else { Ending::Problems })
}

fn print_placed(placed: &PlacedOrder) -> Result<(), Diagnostic> {
    let bytes: usize = placed.files.iter().map(|(_, bytes)| bytes).sum();
    let state = if placed.unchanged { "unchanged: " } else { "wrote " };
    let folder = placed.folder.display();
    print_line!(
        "{state}{folder}: {}, {} kB",
        count(placed.files.len(), "file"),
        bytes.div_ceil(1000)
    )?;
    for printed in &placed.printed {
        let OrderedCopies { edition, languages, copies } = printed;
        print_line!("  {edition:<10} {languages:<8} {}", copies_of(*copies))?;
    }
    print_line!("{state}{}", placed.archive.display())?;
    match &placed.approval {
        Some(Approval { by, on }) => print_line!("approved for printing by {by} on {on}"),
        None => {
            print_line!(
                "next: read the order sheet, then `feuillet order approve {folder} --by WHO`"
            )
        }
    }
}

/// "1 copy", "500 copies".
fn copies_of(copies: u32) -> String {
    if copies == 1 { "1 copy".to_owned() } else { format!("{copies} copies") }
}

fn print_json(
    file: &Path,
    placed: Option<&PlacedOrder>,
    diagnostics: &[Diagnostic],
) -> Result<(), Diagnostic> {
    let files = placed.map(|placed| placed.files.as_slice()).unwrap_or_default().iter();
    render::print_json(&JsonOrder {
        order: file.display().to_string(),
        folder: placed.map(|placed| placed.folder.display().to_string()),
        archive: placed.map(|placed| placed.archive.display().to_string()),
        unchanged: placed.is_some_and(|placed| placed.unchanged),
        printed: placed.map(|placed| placed.printed.as_slice()).unwrap_or_default(),
        files: files.map(|(name, bytes)| JsonFile { name, bytes: *bytes }).collect(),
        diagnostics: render::located(diagnostics),
    })
}
