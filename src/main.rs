//! The command-line program: parses, calls, prints, exits.

use std::process::ExitCode;

fn main() -> ExitCode {
    feuillet::cli::run()
}
