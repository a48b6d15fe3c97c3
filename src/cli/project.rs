//! Finds the project that a command is about.

use std::path::{Path, PathBuf};

use crate::cli::output::print_error;
use crate::cli::render;
use crate::diagnostic::{Diagnostic, list};
use crate::driver::not_known;
use crate::edit::{EditLock, finish_interrupted};
use crate::load::Project;

/// Finds the project: the given folder, or the one around the current folder. What a killed command had begun to write is
/// finished, and told.
pub(crate) fn find_project(given: Option<&PathBuf>) -> Result<Project, Diagnostic> {
    let project = locate_project(given)?;
    if let Some(told) = finish_interrupted(&project)? {
        render::print_all(&[told])?;
    }
    Ok(project)
}

/// Finds the project of a file: the given folder, or the one around the file, or else the one around the current folder. Who makes an
/// order stands anywhere.
pub(crate) fn project_of(given: Option<&PathBuf>, file: &Path) -> Option<PathBuf> {
    let around = || {
        let file = file.canonicalize().ok()?;
        Some(Project::find(file.parent()?)?.root().to_owned())
    };
    given.cloned().or_else(around)
}

/// Finds the project for a command that changes its files. Another one that does waits until the lock is dropped, and each
/// file is read once: what a command gives a [`ChangeSet`](crate::edit::ChangeSet) as read is what it was made from.
pub(crate) fn find_project_to_edit(
    given: Option<&PathBuf>,
) -> Result<(Project, EditLock), Diagnostic> {
    let project = find_project(given)?;
    let lock = EditLock::acquire_or_wait(&project, || {
        // Where the standard error is full too, it is no reason to end.
        let _ =
            print_error(format_args!("another command changes files of this project: waiting\n"));
    })?;
    Ok((project.snapshot(), lock))
}

/// Finds the project, and writes nothing.
pub(crate) fn locate_project(given: Option<&PathBuf>) -> Result<Project, Diagnostic> {
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
            .hint("`feuillet new NAME` makes one")
    })
}

/// The brochure that a command is about: the one that was named, or the only one of the project.
pub(crate) fn choose_brochure(
    project: &Project,
    given: Option<&str>,
) -> Result<String, Diagnostic> {
    let known = project.brochures();
    match (given, known.as_slice()) {
        (Some(given), _) if known.iter().any(|id| id == given) => Ok(given.to_owned()),
        (Some(given), _) => Err(not_known("brochure", given, &known)),
        (None, [only]) => Ok(only.clone()),
        (None, []) => Err(Diagnostic::error("no brochure in the project")
            .hint("a brochure is a folder in `brochures/` with a `brochure.toml`")),
        (None, several) => Err(Diagnostic::error("which brochure?")
            .hint(format!("name one of {} with `--brochure`", list(several)))),
    }
}
