//! Turns a name and a few choices into the files of a new brochure, or of a new language in one.

mod brochure;
mod catalogue;
mod fonts;
mod language;

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::edit::ChangeSet;
use crate::load::Project;

pub(crate) use brochure::{Editions, NewBrochure, new_brochure};
pub(crate) use catalogue::common as common_texts;
pub(crate) use language::{NewLanguage, NewRow, new_language};

/// Files to write, and what people have to do then.
#[derive(Debug, Default)]
pub(crate) struct Scaffold {
    /// The files, by path in the project, and what is to stand in them.
    files: BTreeMap<String, Vec<u8>>,
    /// What the program could not do, a sentence each.
    pub(crate) wanted: Vec<String>,
}

impl Scaffold {
    /// Adds a file, or replaces one.
    fn write(&mut self, path: impl Into<String>, content: impl Into<Vec<u8>>) {
        self.files.insert(path.into(), content.into());
    }

    /// Adds a file unless the project has one there.
    fn write_new(&mut self, project: &Project, path: impl Into<String>, content: &[u8]) {
        let path = path.into();
        if !project.has(&path) {
            self.write(path, content);
        }
    }

    /// The paths of its files, sorted.
    pub(crate) fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// Writes its files, all or none.
    ///
    /// # Errors
    ///
    /// Fails if the project has changed since they were made, or if they can't be written.
    pub(crate) fn commit(&self, project: &Project) -> Result<(), Diagnostic> {
        let mut changes = ChangeSet::new(project);
        for (path, content) in &self.files {
            changes.write(path.as_str(), project.read_bytes(path).as_deref(), content.as_slice());
        }
        changes.commit()
    }
}
