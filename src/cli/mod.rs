//! Turns arguments into output and an exit code: 0 fine, 1 problems found, 2 could not run.

mod arguments;
mod build;
mod clean;
mod impose;
mod list;
mod manual;
mod preflight;
mod progress;
mod render;
mod typst;
mod watch;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser as _;

use crate::diagnostic::Diagnostic;
use crate::load::Project;
use arguments::{Arguments, Command};

/// How a command ended.
pub(crate) enum Ending {
    /// Nothing is wrong.
    Fine,
    /// Something is wrong in the project.
    Problems,
}

/// Runs the program with the arguments of the process.
#[must_use]
pub fn run() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help and version are no faults.
            let code = if error.use_stderr() { 2 } else { 0 };
            let _ = error.print();
            return ExitCode::from(code);
        }
    };
    let ending = match arguments.command {
        Command::Build(arguments) => build::build(&arguments),
        Command::Check(arguments) => build::check(&arguments),
        Command::Clean(arguments) => clean::clean(&arguments),
        Command::Watch(arguments) => watch::watch(&arguments),
        Command::Impose(arguments) => impose::run(&arguments),
        Command::Preflight(arguments) => preflight::run(&arguments),
        Command::List(arguments) => list::list(&arguments),
        Command::Typst(arguments) => typst::typst(&arguments),
        Command::Completions { shell } => manual::completions(shell),
        Command::Man { output } => manual::man(output.as_deref()),
    };
    match ending {
        Ok(Ending::Fine) => ExitCode::SUCCESS,
        Ok(Ending::Problems) => ExitCode::from(1),
        Err(diagnostic) => {
            render::print_all(&[diagnostic]);
            ExitCode::from(2)
        }
    }
}

/// Finds the project: the given folder, or the one around the current folder.
pub(crate) fn find_project(given: Option<&PathBuf>) -> Result<Project, Diagnostic> {
    let folder = match given {
        Some(folder) => folder.clone(),
        None => std::env::current_dir().map_err(|error| {
            Diagnostic::error(format!("can't tell the current folder: {error}"))
        })?,
    };
    let found = match given {
        // A folder that was named is meant, not one around it.
        Some(_) => folder.join("brochures").is_dir().then(|| Project::find(&folder)).flatten(),
        None => Project::find(&folder),
    };
    found.ok_or_else(|| {
        Diagnostic::error(format!("no project in `{}`", folder.display()))
            .hint("a project is a folder with `brochures/`, `translations/` and `fonts/`; name it with `--project`")
    })
}
