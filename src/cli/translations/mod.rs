//! Runs `feuillet translations …`: each command is a file, with its arguments.

use clap::Subcommand;

use crate::cli::ending::Ending;
use crate::diagnostic::Diagnostic;

/// The commands of `feuillet translations`.
#[derive(Debug, Subcommand)]
pub(crate) enum TranslationsCommand {}

/// Runs one of them.
pub(crate) fn run(command: &TranslationsCommand) -> Result<Ending, Diagnostic> {
    match *command {}
}
