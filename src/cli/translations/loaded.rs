//! Loads the brochure that a command is about, and finds its languages and messages.

use clap::Args;
use serde::Serialize;

use crate::cli::arguments::{Format, ProjectArguments, one_brochure};
use crate::cli::completion;
use crate::cli::ending::Ending;
use crate::cli::project::{find_project, find_project_to_edit};
use crate::cli::render;
use crate::diagnostic::{Diagnostic, Location, Report};
use crate::edit::{ChangeSet, EditLock};
use crate::language::Tag;
use crate::language::tags::tag;
use crate::load::{Project, Publication, RecordFile, Scope, TextId, load};

/// Which brochure a command is about.
#[derive(Debug, Args)]
pub(crate) struct BrochureArguments {
    /// The brochure; a project with one brochure need not name it.
    #[arg(long, value_name = "BROCHURE", add = completion::brochures())]
    pub(crate) brochure: Option<String>,
    #[command(flatten)]
    pub(crate) project: ProjectArguments,
}

/// A brochure with its project.
pub(crate) struct Loaded {
    pub(crate) project: Project,
    pub(crate) publication: Publication,
    /// The right to change the project's files, if the command does.
    _lock: Option<EditLock>,
}

impl BrochureArguments {
    /// Loads the brochure. `None` if it has faults, which are printed.
    ///
    /// # Errors
    ///
    /// Fails if there is no project, or no such brochure.
    pub(crate) fn load(&self) -> Result<Option<Loaded>, Diagnostic> {
        self.load_from(find_project(self.project.project.as_ref())?, None)
    }

    /// The same for a command that changes files: another one that does waits until this one has ended.
    ///
    /// # Errors
    ///
    /// Fails as [`load`](BrochureArguments::load) does, or if nothing can be written in the project.
    pub(crate) fn load_to_edit(&self) -> Result<Option<Loaded>, Diagnostic> {
        let (project, lock) = find_project_to_edit(self.project.project.as_ref())?;
        self.load_from(project, Some(lock))
    }

    fn load_from(
        &self,
        project: Project,
        _lock: Option<EditLock>,
    ) -> Result<Option<Loaded>, Diagnostic> {
        let brochure = one_brochure(self.brochure.as_ref(), &project.brochures())?;
        let report = Report::new();
        match load(&project, &brochure, &report) {
            Ok(publication) if !report.has_errors() => {
                Ok(Some(Loaded { project, publication, _lock }))
            }
            _ => {
                print_faults(&report.into_sorted(), self.project.format)?;
                Ok(None)
            }
        }
    }
}

/// What `--format json` prints where there are faults.
#[derive(Serialize)]
struct JsonFaults {
    diagnostics: Vec<Diagnostic<Location>>,
}

/// Prints faults in the format that was asked for.
pub(crate) fn print_faults(faults: &[Diagnostic], format: Format) -> Result<(), Diagnostic> {
    match format {
        Format::Human => render::print_all(faults),
        Format::Json => render::print_json(&JsonFaults { diagnostics: render::located(faults) }),
    }
}

impl Loaded {
    /// The languages of the brochure that were given; all of them, the source first, if none was.
    ///
    /// # Errors
    ///
    /// Fails if the brochure is not made in one of them.
    pub(crate) fn languages(&self, given: &[String]) -> Result<Vec<Tag>, Diagnostic> {
        let brochure = &self.publication.brochure;
        let source = &brochure.source_language.value;
        let others = brochure.languages.iter().map(|tag| &tag.value);
        let mut known = vec![source.clone()];
        known.extend(others.filter(|tag| *tag != source).cloned());
        if given.is_empty() {
            return Ok(known);
        }
        let one =
            |given: &String| {
                let tag = tag(given)?;
                if known.contains(&tag) {
                    return Ok(tag);
                }
                let names: Vec<&str> = known.iter().map(Tag::as_str).collect();
                Err(Diagnostic::error(format!("the brochure is not made in `{tag}`"))
                    .suggest_or_list(tag.as_str(), "language", &names))
            };
        given.iter().map(one).collect()
    }

    /// Reads the ids of messages.
    ///
    /// # Errors
    ///
    /// Fails if one can't be the id of a message.
    pub(crate) fn ids(given: &[String]) -> Result<Vec<TextId>, Diagnostic> {
        let one = |given: &String| {
            given.parse().map_err(|fault| Diagnostic::error(format!("`{given}` is {fault}")))
        };
        given.iter().map(one).collect()
    }

    /// The record of a language, its common part too.
    pub(crate) fn record(&self, language: &Tag, report: &Report) -> Option<LanguageRecord> {
        let read = |scope| RecordFile::read(&self.project, language, &scope, report);
        let own = read(Scope::Brochure(self.publication.brochure.id.clone()));
        let common = read(Scope::Common);
        Some(LanguageRecord { own: own.ok()?, common: common.ok()? })
    }
}

/// The record of a language: that of the brochure, and that of what all brochures share.
pub(crate) struct LanguageRecord {
    pub(crate) own: RecordFile,
    common: RecordFile,
}

impl LanguageRecord {
    /// The file that holds the line of a message.
    pub(crate) fn of(
        &mut self,
        publication: &Publication,
        language: &Tag,
        id: &TextId,
    ) -> &mut RecordFile {
        let entry = publication.catalogues.get(language).and_then(|found| found.texts.get(id));
        if entry.is_some_and(|entry| entry.common) { &mut self.common } else { &mut self.own }
    }

    /// Adds the files that have changed to what is to be written.
    pub(crate) fn write_into(&self, changes: &mut ChangeSet<'_>) {
        for (path, before, after) in self.own.changes().into_iter().chain(self.common.changes()) {
            changes.write(path, before.as_deref(), after);
        }
    }
}

/// How a command ends that found faults, or none.
pub(crate) fn ending(has_faults: bool) -> Ending {
    if has_faults { Ending::Problems } else { Ending::Fine }
}
