//! A project that stays open in; one language edition built again after each change out.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::build::changes::{Look, Snapshot};
use crate::build::group::{Shelf, Shop, run};
use crate::build::legible::require_families;
use crate::build::manifest::Entry;
use crate::build::plan::{Choice, open, plan};
use crate::build::timings::Timings;
use crate::build::turn::Turn;
use crate::build::watcher::Watcher;
use crate::build::{Built, files, write_manifests};
use crate::diagnostic::{Diagnostic, Report};
use crate::load::Project;
use crate::typeset::{Fonts, Sources, forget_unused};

/// So many rebuilds go by before a result of the typesetter that no page has used is forgotten. With 2 a change that is
/// taken back often takes twice the time; 30 need a third more memory and save nothing (booklet of 32 pages, 40 edits).
const MEMORY: usize = 10;

/// An editor that takes a file away or empties it before it writes is done within this time.
const DOUBT: Duration = Duration::from_millis(60);

/// A project that stays open, for one language edition.
pub struct Workshop {
    project: Project,
    brochure: String,
    choice: Choice,
    output: PathBuf,
    watcher: Watcher,
    files: Snapshot,
    sources: Sources,
    /// The fonts, and what is wrong with them; `None` until they are needed.
    fonts: Option<(Fonts, Vec<Diagnostic>)>,
}

/// What came of one rebuild.
#[derive(Debug)]
pub struct Rebuilt {
    /// The language edition, with the file if one was written; `None` if the brochure could not be loaded.
    pub built: Option<Built>,
    /// The number of its pages; 0 if there is no file.
    pub pages: usize,
    /// All that was found, by file and place.
    pub diagnostics: Vec<Diagnostic>,
    /// How long the stages took.
    pub timings: Timings,
}

impl Workshop {
    /// Opens a project for one brochure, edition and language, and begins to listen to its folders; of several
    /// profiles the first one is built.
    ///
    /// # Errors
    ///
    /// Fails if the system can't tell of changes in the folders.
    pub fn open(project: Project, choice: Choice, output: &Path) -> Result<Workshop, Diagnostic> {
        // In this order: what is saved between the two is not overheard.
        let watcher = Watcher::new(project.root())?;
        let brochure = choice.brochures.first().cloned().unwrap_or_default();
        let mut files = Snapshot::default();
        files.update(Snapshot::take(project.root(), &brochure));
        let output = output.to_owned();
        Ok(Workshop {
            project,
            brochure,
            choice,
            output,
            watcher,
            files,
            sources: Sources::default(),
            fonts: None,
        })
    }

    /// Waits until somebody saves a file that the brochure is made from, and tells what changed and since when.
    /// `None` if nothing will come any more.
    pub fn wait(&mut self) -> Option<(Look, Instant)> {
        forget_unused(MEMORY);
        loop {
            let since = self.watcher.wait()?;
            let look = self.look();
            if look != Look::default() {
                return Some((look, since));
            }
        }
    }

    /// Looks at all files, whatever the system told: events can be lost, and paths be those of temporary files.
    fn look(&mut self) -> Look {
        let mut later = Snapshot::take(self.project.root(), &self.brochure);
        if self.files.is_doubtful(&later) {
            self.watcher.settle(DOUBT);
            later = Snapshot::take(self.project.root(), &self.brochure);
        }
        let look = self.files.update(later);
        if look.changes.iter().any(|change| change.file.starts_with("fonts/")) {
            self.fonts = None;
        }
        look
    }

    /// Builds the language edition from the files as they are. A file with an error leaves the PDF as it is.
    ///
    /// # Errors
    ///
    /// Fails if there is no such brochure, edition or language; what is wrong in files is in the result.
    pub fn build(&mut self) -> Result<Rebuilt, Diagnostic> {
        let report = Report::new();
        let mut timings = Timings::default();
        let desks = open(&self.project, &self.choice, &mut timings, &report)?;
        let jobs = plan(&desks, &self.choice, &report)?;
        let (fonts, faults) = self.fonts.get_or_insert_with(|| {
            let own = Report::new();
            (Fonts::load(&self.project.fonts(), &own), own.into_sorted())
        });
        report.extend(faults.iter().cloned());
        let jobs = &jobs[..jobs.len().min(1)];
        require_families(fonts, jobs, &report);
        let mut choice = self.choice.clone();
        let mut built = None;
        let mut entries: Vec<(String, Entry)> = Vec::new();
        let turn = Turn::take(&self.output, || ())
            .map_err(|error| files::cannot_write(&self.output, &error))?;
        if let Some(job) = jobs.first().filter(|_| !fonts.files.is_empty()) {
            let fonts = Shelf::lent(&self.project, fonts);
            // What is typeset again within milliseconds is remembered by the typesetter.
            let shop = Shop { fonts, output: Some(&self.output), memory: None };
            let result = run(jobs, &shop, &mut self.sources);
            for one in result.made {
                entries.extend(one.entry.map(|entry| (one.built.brochure.clone(), entry)));
                built = Some(one.built);
            }
            choice.profiles = vec![job.profile];
            report.extend(result.diagnostics);
            timings.add(&result.timings);
        }
        write_manifests(&self.project, &choice, &self.output, &entries, &|_, _| true, &report);
        if entries.is_empty() {
            // Where nothing was made, nothing is left.
            turn.undo();
        }
        let pages = entries.first().map_or(0, |(_, entry)| entry.pages);
        Ok(Rebuilt { built, pages, diagnostics: report.into_sorted(), timings })
    }
}
