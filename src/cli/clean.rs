//! Runs `feuillet clean`.

use crate::cli::arguments::{CleanArguments, Format};
use crate::cli::ending::Ending;
use crate::cli::output::print_line;
use crate::cli::project::find_project;
use crate::cli::render;
use crate::diagnostic::{Diagnostic, count};
use crate::driver::{clean as clean_output, is_of_bodies};

/// Deletes what `build` made, and says what.
pub(crate) fn clean(arguments: &CleanArguments) -> Result<Ending, Diagnostic> {
    let project = find_project(arguments.project.project.as_ref())?;
    let output = arguments.output.clone().unwrap_or_else(|| project.output());
    let cleaned = clean_output(&project, &arguments.brochures, &output)?;
    match arguments.project.format {
        Format::Human => {
            let of_bodies = |path: &str| path.split('/').next().is_some_and(is_of_bodies);
            for path in cleaned.deleted.iter().filter(|path| !of_bodies(path)) {
                print_line!("deleted {path}")?;
            }
            // Those of all communes would hide the others.
            let bodies = cleaned.deleted.iter().filter(|path| of_bodies(path)).count();
            if bodies > 0 {
                print_line!("deleted {} of bodies", count(bodies, "file"))?;
            }
            for path in &cleaned.kept {
                print_line!("kept {path}: it is not as `build` made it")?;
            }
            let deleted = count(cleaned.deleted.len(), "file");
            print_line!("{deleted} deleted from {}", output.display())?;
        }
        Format::Json => {
            render::print_json(&cleaned)?;
        }
    }
    Ok(Ending::Fine)
}
