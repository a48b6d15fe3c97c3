//! Runs `feuillet manifest`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::cli::ending::Ending;
use crate::cli::output::print_line;
use crate::diagnostic::{Diagnostic, count};
use crate::driver::merge;

#[derive(Debug, Subcommand)]
pub(crate) enum ManifestCommand {
    /// Puts the parts of a run together: files and manifest are those that one run would have made.
    ///
    /// Each part is a folder `OUTPUT/bodies-<I>-of-<N>` that `feuillet build --bodies … --shard I/N` has written. Every file is
    /// read back and compared with its checksum; a part that is missing, or given twice, is told. The parts stay as they are:
    /// where the file system allows it, files get a second name and take no room.
    Merge(MergeArguments),
}

#[derive(Debug, Args)]
pub(crate) struct MergeArguments {
    /// The folders of all parts.
    #[arg(value_name = "DIR", required = true)]
    folders: Vec<PathBuf>,
    /// The folder for all files, such as `output/bodies`.
    #[arg(long, short, value_name = "DIR")]
    output: PathBuf,
}

/// Puts parts together.
pub(crate) fn run(command: &ManifestCommand) -> Result<Ending, Diagnostic> {
    let ManifestCommand::Merge(arguments) = command;
    let files = merge(&arguments.folders, &arguments.output)?;
    let parts = count(arguments.folders.len(), "part");
    print_line!("{} of {parts} in {}", count(files, "PDF"), arguments.output.display())?;
    Ok(Ending::Fine)
}
