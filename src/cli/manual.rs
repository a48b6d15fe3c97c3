//! Runs `feuillet completions` and `feuillet man`.

use std::io;
use std::path::Path;

use clap::CommandFactory as _;
use clap_complete::Shell;

use crate::cli::arguments::Arguments;
use crate::cli::ending::Ending;
use crate::diagnostic::Diagnostic;

/// Prints the completions for a shell.
pub(crate) fn completions(shell: Shell) -> Result<Ending, Diagnostic> {
    clap_complete::generate(shell, &mut Arguments::command(), "feuillet", &mut io::stdout());
    Ok(Ending::Fine)
}

/// Prints the manual page, or writes one a command.
pub(crate) fn man(output: Option<&Path>) -> Result<Ending, Diagnostic> {
    let failed = |error: io::Error| Diagnostic::error(format!("can't write the manual: {error}"));
    match output {
        Some(folder) => {
            std::fs::create_dir_all(folder).map_err(failed)?;
            clap_mangen::generate_to(Arguments::command(), folder).map_err(failed)?;
        }
        None => {
            clap_mangen::Man::new(Arguments::command()).render(&mut io::stdout()).map_err(failed)?
        }
    }
    Ok(Ending::Fine)
}
