//! Splices messages into their catalogues. The files are kept in memory until all is known to be right.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::diagnostic::{Diagnostic, Report, Reported, SourceFile};
use crate::edit::ChangeSet;
use crate::exchange::export::{entries, source_entries};
use crate::exchange::import::ChangedText;
use crate::language::Tag;
use crate::load::ftl::{SpliceError, add, remove, replace};
use crate::load::{Project, ProjectFile, Publication, Scope, TextId};

/// The files of a project with those that are to be written laid over them.
#[derive(Debug, Clone)]
pub(crate) struct Files {
    base: Project,
    /// What is to be written, by path.
    texts: BTreeMap<String, String>,
}

impl Files {
    /// Begins with the project as it is.
    pub(crate) fn new(project: &Project) -> Files {
        Files { base: project.clone(), texts: BTreeMap::new() }
    }

    /// The project as it is to be.
    pub(crate) fn project(&self) -> Project {
        self.base.with_unsaved(self.texts.clone())
    }

    /// What is to be written, all of it or nothing.
    pub(crate) fn changes(&self) -> ChangeSet<'_> {
        let mut changes = ChangeSet::new(&self.base);
        for (path, text) in &self.texts {
            changes.write(path.as_str(), self.base.read_bytes(path).as_deref(), text.as_str());
        }
        changes
    }

    /// Takes a message out of the brochure's catalogue, if it is there.
    ///
    /// # Errors
    ///
    /// Fails if the catalogue has a syntax error.
    pub(super) fn take_out(
        &mut self,
        publication: &Publication,
        language: &Tag,
        id: &TextId,
        report: &Report,
    ) -> Result<(), Reported> {
        let path = catalogue(publication, language, false);
        let project = self.project();
        if !project.has(&path) {
            return Ok(());
        }
        let file = decoded(&path, &project.read_text(&path, report)?.own_text());
        match remove(&file, id) {
            Ok(text) => {
                self.texts.insert(path, text);
                Ok(())
            }
            Err(SpliceError::Missing(_)) => Ok(()),
            Err(_) => Err(report.error(
                Diagnostic::error(format!("can't take `{id}` out of `{path}`"))
                    .hint("`feuillet check` reports what is wrong with the file"),
            )),
        }
    }

    /// Writes a file.
    pub(super) fn write(&mut self, path: String, text: String) {
        self.texts.insert(path, text);
    }

    /// Gives messages their new texts: all bytes around them stay. What the catalogue lacks is added behind the message that
    /// stands before it in the source.
    ///
    /// # Errors
    ///
    /// Fails if a catalogue has a syntax error.
    pub(super) fn splice(
        &mut self,
        publication: &Publication,
        language: &Tag,
        changed: &[ChangedText],
        report: &Report,
    ) -> Result<(), Reported> {
        let target = publication.catalogues.get(language);
        let own = target.map(entries).unwrap_or_default();
        let mut known: BTreeMap<TextId, bool> =
            own.iter().map(|(id, entry)| (id.clone(), entry.common)).collect();
        let source = source_entries(publication);
        let order: Vec<(&TextId, bool)> =
            source.iter().map(|(id, entry)| (id, entry.common)).collect();
        let project = self.project();
        let mut files: BTreeMap<bool, SourceFile> = BTreeMap::new();
        for text in changed {
            let at = order.iter().position(|(id, _)| **id == text.id);
            let of_source = at.is_some_and(|at| order[at].1);
            let is_common = known.get(&text.id).copied().unwrap_or(of_source);
            let path = catalogue(publication, language, is_common);
            let file = match files.entry(is_common) {
                Entry::Occupied(file) => file.into_mut(),
                Entry::Vacant(place) => {
                    let text = if project.has(&path) {
                        project.read_text(&path, report)?.own_text()
                    } else {
                        String::new()
                    };
                    place.insert(decoded(&path, &text))
                }
            };
            let spliced = if known.contains_key(&text.id) {
                replace(file, &text.id, &text.pattern)
            } else {
                let before = order.iter().take(at.unwrap_or_default()).rev();
                let mut before = before.filter(|(id, common)| {
                    *common == is_common && known.get(*id) == Some(&is_common)
                });
                let behind = before.next().map(|(id, _)| *id);
                add(file, &text.id, &text.pattern, None, behind)
            };
            let spliced = spliced.map_err(|fault| {
                let reason = match fault {
                    SpliceError::Broken => "it has a syntax error",
                    SpliceError::Exists(_) => "it has the message already",
                    SpliceError::Missing(_) => "the message is not there any more",
                    SpliceError::Unwritable(_) => "the text can't be written in Fluent",
                };
                report.error(
                    Diagnostic::error(format!("can't write `{}` into `{path}`: {reason}", text.id))
                        .hint("`feuillet check` reports what is wrong with the file"),
                )
            })?;
            known.insert(text.id.clone(), is_common);
            files.insert(is_common, decoded(&path, &spliced));
        }
        for file in files.into_values() {
            self.texts.insert(file.path.clone(), file.own_text());
        }
        Ok(())
    }
}

/// The path of a catalogue.
pub(super) fn catalogue(publication: &Publication, language: &Tag, is_common: bool) -> String {
    let scope =
        if is_common { Scope::Common } else { Scope::Brochure(publication.brochure.id.clone()) };
    ProjectFile::Catalogue { language: language.clone(), scope }.path()
}

fn decoded(path: &str, text: &str) -> SourceFile {
    let file = SourceFile::decode(path, text);
    // Nobody else has it.
    std::sync::Arc::into_inner(file).unwrap_or_else(|| unreachable!("it was made just now"))
}
