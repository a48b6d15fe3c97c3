//! Runs `feuillet man`.

use std::io;
use std::path::Path;

use clap::CommandFactory as _;

use crate::cli::command::Arguments;
use crate::cli::ending::Ending;
use crate::cli::output::print;
use crate::diagnostic::Diagnostic;

/// Prints the manual page, or writes one a command.
pub(crate) fn man(output: Option<&Path>) -> Result<Ending, Diagnostic> {
    let failed = |error: io::Error| Diagnostic::error(format!("can't write the manual: {error}"));
    match output {
        Some(folder) => {
            std::fs::create_dir_all(folder).map_err(failed)?;
            clap_mangen::generate_to(Arguments::command(), folder).map_err(failed)?;
        }
        None => {
            let mut page = Vec::new();
            clap_mangen::Man::new(Arguments::command()).render(&mut page).map_err(failed)?;
            print(format_args!("{}", String::from_utf8_lossy(&page)))?;
        }
    }
    Ok(Ending::Fine)
}
