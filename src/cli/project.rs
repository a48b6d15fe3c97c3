//! Finds the project that a command is about.

use std::path::PathBuf;

use crate::diagnostic::Diagnostic;
use crate::load::Project;

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
