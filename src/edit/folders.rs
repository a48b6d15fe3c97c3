//! Names the folders in which a change is made.

use std::path::PathBuf;

use crate::artifact::STATE_FOLDER;
use crate::diagnostic::Diagnostic;
use crate::load::Project;

/// The folder of commands that change the project, below [`STATE_FOLDER`]: builds may have theirs beside it.
const FOLDER: &str = "edit";

/// Where a change is made.
#[derive(Debug, Clone)]
pub(super) struct Folders {
    /// The project's folder, without links.
    pub(super) root: PathBuf,
    /// The folder of the lock, for what is kept until all is written.
    pub(super) state: PathBuf,
}

impl Folders {
    /// Those of a project.
    ///
    /// # Errors
    ///
    /// Fails if the project's folder can't be read.
    pub(super) fn of(project: &Project) -> Result<Folders, Diagnostic> {
        let root = project.root();
        let root = root.canonicalize().map_err(|error| {
            Diagnostic::error(format!("can't read `{}`: {error}", root.display()))
        })?;
        let state = root.join(STATE_FOLDER).join(FOLDER);
        Ok(Folders { root, state })
    }
}
