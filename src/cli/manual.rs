//! Runs `feuillet completions` and `feuillet man`.

use std::io::{self, Write as _};
use std::path::Path;

use clap::CommandFactory as _;
use clap_complete::Shell;
use clap_complete::env::Shells;

use crate::cli::arguments::Arguments;
use crate::cli::ending::{Ending, Failure};
use crate::diagnostic::Diagnostic;

/// Prints the completions for a shell.
pub(crate) fn completions(shell: Shell) -> Result<Ending, Failure> {
    let mut script = Vec::new();
    let name = shell.to_string();
    let shells = Shells::builtins();
    let written = shells.completer(&name).map_or(Ok(()), |completer| {
        completer.write_registration("COMPLETE", "feuillet", "feuillet", "feuillet", &mut script)
    });
    written.map_err(|error| Diagnostic::error(format!("can't write the script: {error}")))?;
    io::stdout().write_all(&script)?;
    Ok(Ending::Fine)
}

/// Prints the manual page, or writes one a command.
pub(crate) fn man(output: Option<&Path>) -> Result<Ending, Failure> {
    let failed = |error: io::Error| Diagnostic::error(format!("can't write the manual: {error}"));
    match output {
        Some(folder) => {
            std::fs::create_dir_all(folder).map_err(failed)?;
            clap_mangen::generate_to(Arguments::command(), folder).map_err(failed)?;
        }
        None => {
            let mut page = Vec::new();
            clap_mangen::Man::new(Arguments::command()).render(&mut page).map_err(failed)?;
            io::stdout().write_all(&page)?;
        }
    }
    Ok(Ending::Fine)
}
