//! Turns arguments into output and an exit code: 0 fine, 1 problems found, 2 could not run.

mod arguments;
mod build;
mod changes;
mod clean;
mod clock;
mod command;
mod completion;
mod ending;
mod facts;
mod impose;
mod list;
mod manifest;
mod manual;
mod new;
mod order;
mod output;
mod preflight;
mod preview;
mod progress;
mod project;
mod publish;
mod recall;
mod release;
mod render;
mod schema;
mod translations;
mod typst;
mod watch;

use std::io::ErrorKind;
use std::process::ExitCode;

use clap::{CommandFactory as _, Parser as _};

use command::{Arguments, Command};
use ending::Ending;

/// Runs the program with the arguments of the process.
#[must_use]
pub fn run() -> ExitCode {
    if let Some(code) = completion::answer(Arguments::command) {
        return code;
    }
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help and version are no faults.
            let code = if error.use_stderr() { 2 } else { 0 };
            let printed = error.print();
            let is_lost = printed.is_err_and(|error| error.kind() != ErrorKind::BrokenPipe);
            return ExitCode::from(if is_lost { 2 } else { code });
        }
    };
    let ending = match arguments.command {
        Command::Build(arguments) => build::build(&arguments),
        Command::Check(arguments) => build::check(&arguments),
        Command::Clean(arguments) => clean::clean(&arguments),
        Command::Watch(arguments) => watch::watch(&arguments),
        Command::Preview(arguments) => preview::run(&arguments),
        Command::Impose(arguments) => impose::run(&arguments),
        Command::Order(arguments) => order::run(&arguments),
        Command::Preflight(arguments) => preflight::run(&arguments),
        Command::New(arguments) => new::new(&arguments),
        Command::Manifest(command) => manifest::run(&command),
        Command::Schema(arguments) => schema::run(&arguments),
        Command::List(arguments) => list::list(&arguments),
        Command::Facts(arguments) => facts::run(&arguments),
        Command::Release(arguments) => release::release(&arguments),
        Command::Changes(arguments) => changes::run(&arguments),
        Command::Publish(arguments) => publish::run(&arguments),
        Command::Recall(arguments) => recall::run(&arguments),
        Command::Translations(arguments) => translations::run(&arguments),
        Command::Typst(arguments) => typst::typst(&arguments),
        Command::Completions { shell } => completion::completions(shell),
        Command::Man { output } => manual::man(output.as_deref()),
    };
    match ending {
        Ok(Ending::Fine) => ExitCode::SUCCESS,
        Ok(Ending::Problems) => ExitCode::from(1),
        Err(diagnostic) => {
            // Where the standard error is full too, the exit code alone tells.
            let _ = render::print_all(&[diagnostic]);
            ExitCode::from(2)
        }
    }
}
