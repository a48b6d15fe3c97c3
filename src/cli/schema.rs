//! Runs `feuillet schema`.

use std::path::PathBuf;

use clap::Args;
use clap::builder::PossibleValuesParser;

use crate::artifact::files::{cannot_write, write_file};
use crate::cli::ending::Ending;
use crate::cli::output::{print, print_line};
use crate::diagnostic::Diagnostic;
use crate::load::schema::{SCHEMAS, Schema};

#[derive(Debug, Args)]
pub(crate) struct SchemaArguments {
    /// The files; all of them by default, which wants `--output`.
    #[arg(value_name = "FILE", value_parser = PossibleValuesParser::new(SCHEMAS.iter().map(|schema| schema.name)))]
    names: Vec<String>,
    /// Writes each into this folder, as `brochure.schema.json`; without it, one schema is printed.
    #[arg(long, value_name = "DIR")]
    output: Option<PathBuf>,
}

/// Prints a schema, or writes schemas into a folder.
pub(crate) fn run(arguments: &SchemaArguments) -> Result<Ending, Diagnostic> {
    let chosen = SCHEMAS.iter().filter(|schema| {
        arguments.names.is_empty() || arguments.names.iter().any(|name| name == schema.name)
    });
    let chosen: Vec<&Schema> = chosen.collect();
    match (&arguments.output, chosen.as_slice()) {
        (None, [schema]) => print(format_args!("{}", schema.text()))?,
        (None, _) => {
            let names: Vec<&str> = chosen.iter().map(|schema| schema.name).collect();
            return Err(Diagnostic::error("which schema?").hint(format!(
                "name one of {}, or write them into a folder with `--output DIR`",
                crate::diagnostic::list(&names)
            )));
        }
        (Some(folder), schemas) => {
            for schema in schemas {
                let path = folder.join(format!("{}.schema.json", schema.name));
                write_file(&path, schema.text().as_bytes())
                    .map_err(|error| cannot_write(&path, &error))?;
                print_line!("{}: for {}", path.display(), schema.files)?;
            }
        }
    }
    Ok(Ending::Fine)
}
