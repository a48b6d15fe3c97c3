//! Changes files of a project on behalf of its people: all of them or none, one command at a time, and only if they are
//! still as they were read.

mod folders;
mod journal;
mod lock;
mod target;
pub(crate) mod toml;

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::load::Project;

use journal::{Change, Journal};
pub(crate) use lock::{EditLock, finish_interrupted};

/// Files that are to be written together.
#[derive(Debug)]
pub(crate) struct ChangeSet<'a> {
    project: &'a Project,
    changes: BTreeMap<String, Change>,
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
        self.change(path.into(), before.map(<[u8]>::to_vec), Some(after.into()));
    }

    /// Deletes a file that was read as `before`.
    #[cfg(test)]
    pub(crate) fn delete(&mut self, path: impl Into<String>, before: &[u8]) {
        self.change(path.into(), Some(before.to_vec()), None);
    }

    fn change(&mut self, path: String, before: Option<Vec<u8>>, after: Option<Vec<u8>>) {
        if before == after {
            self.changes.remove(&path);
        } else {
            self.changes.insert(path, Change { before, after });
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

    /// Writes all files. A command that holds the [`EditLock`] since before it read them finds them as it read them, unless
    /// an editor saves one.
    ///
    /// # Errors
    ///
    /// Fails if a file is no longer as it was read, can't be written, or lies outside the project; then nothing has changed.
    pub(crate) fn commit(self) -> Result<(), Diagnostic> {
        if self.is_empty() {
            return Ok(());
        }
        let lock = EditLock::acquire(self.project)?;
        Journal::new(lock.folders(), self.changes).commit()
    }
}

#[cfg(test)]
mod tests;
