//! Changes files of a project on behalf of its people: all of them or none, one command at a time, and only if they are
//! still as they were read.

pub(crate) mod toml;

use std::collections::BTreeMap;

use crate::artifact::files::{cannot_write, write_file};
use crate::diagnostic::Diagnostic;
use crate::load::Project;

/// Files that are to be written together.
#[derive(Debug)]
pub(crate) struct ChangeSet<'a> {
    project: &'a Project,
    changes: BTreeMap<String, Change>,
}

#[derive(Debug)]
struct Change {
    /// What was read; `None` if there was no such file.
    before: Option<Vec<u8>>,
    /// What is to be there; `None` if nothing.
    after: Option<Vec<u8>>,
}

impl<'a> ChangeSet<'a> {
    /// Begins with no change.
    #[must_use]
    pub(crate) fn new(project: &'a Project) -> ChangeSet<'a> {
        ChangeSet { project, changes: BTreeMap::new() }
    }

    /// Writes a file that was read as `before`; `None` if there was none. The path is relative to the project, with forward
    /// slashes. A file that stays as it is is no change.
    pub(crate) fn write(
        &mut self,
        path: impl Into<String>,
        before: Option<&[u8]>,
        after: impl Into<Vec<u8>>,
    ) {
        let (before, after) = (before.map(<[u8]>::to_vec), after.into());
        if before.as_deref() != Some(after.as_slice()) {
            self.changes.insert(path.into(), Change { before, after: Some(after) });
        }
    }

    /// The paths that change, sorted.
    pub(crate) fn paths(&self) -> impl Iterator<Item = &str> {
        self.changes.keys().map(String::as_str)
    }

    /// Whether nothing changes.
    #[must_use]
    pub(crate) fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// Writes all files.
    ///
    /// # Errors
    ///
    /// Fails if a file is no longer as it was read, or can't be written.
    pub(crate) fn commit(self) -> Result<(), Diagnostic> {
        for (path, change) in &self.changes {
            let now = std::fs::read(self.project.root().join(path)).ok();
            if now != change.before {
                return Err(Diagnostic::error(format!("`{path}` was changed in the meantime"))
                    .hint("nothing was written: run the command again"));
            }
        }
        for (path, change) in &self.changes {
            let target = self.project.root().join(path);
            if let Some(after) = &change.after {
                write_file(&target, after).map_err(|error| cannot_write(&target, &error))?;
            }
        }
        Ok(())
    }
}
