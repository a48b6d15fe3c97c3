//! Turns arguments into output and an exit code: 0 fine, 1 problems found, 2 could not run.

mod arguments;
mod build;
mod clean;
mod complete;
mod ending;
mod impose;
mod list;
mod manual;
mod preflight;
mod progress;
mod project;
mod render;
mod typst;
mod watch;

use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::{CommandFactory as _, Parser as _};
use clap_complete::CompleteEnv;

use arguments::{Arguments, Command};
use ending::{Ending, Failure};

use crate::diagnostic::Diagnostic;

/// Runs the program with the arguments of the process.
#[must_use]
pub fn run() -> ExitCode {
    // A shell asks what can follow: that is all it wants.
    let completed = CompleteEnv::with_factory(Arguments::command)
        .try_complete(std::env::args_os(), std::env::current_dir().ok().as_deref());
    match completed {
        Ok(true) => return ExitCode::SUCCESS,
        Ok(false) => {}
        Err(error) => {
            let _ = error.print();
            return ExitCode::from(2);
        }
    }
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help and version are no faults, unless they can't be printed.
            let printed = error.print().and_then(|()| io::stdout().flush());
            return match printed.map_err(Failure::from) {
                Err(Failure::Fault(fault)) => could_not_run(&fault),
                _ if error.use_stderr() => ExitCode::from(2),
                _ => ExitCode::SUCCESS,
            };
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
    let ending = ending.and_then(|ending| {
        // What was printed last may still wait for the end of its line.
        io::stdout().flush()?;
        Ok(ending)
    });
    match ending {
        Ok(Ending::Fine) | Err(Failure::ReaderGone) => ExitCode::SUCCESS,
        Ok(Ending::Problems) => ExitCode::from(1),
        Err(Failure::Fault(fault)) => could_not_run(&fault),
    }
}

/// Tells why the program could not run. Where not even that can be told, the code tells it.
fn could_not_run(fault: &Diagnostic) -> ExitCode {
    let _ = render::print_all(std::slice::from_ref(fault));
    ExitCode::from(2)
}
