//! Keeps a project open, and makes one of its language editions again after each change.

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::artifact::Artifact;
use crate::artifact::files::cannot_write;
use crate::artifact::lock::OutputLock;
use crate::diagnostic::{Diagnostic, Report};
use crate::driver::{
    BuildContext, LazyFonts, Made, Selection, Timings, build_edition, check_families,
    load_brochures, plan, update_manifests,
};
use crate::load::Project;
use crate::typeset::{Fonts, Sources, forget_unused};
use crate::watch::changes::{ChangeSet, Snapshot};
use crate::watch::watcher::Watcher;

/// So many rebuilds go by before a result of the typesetter that no page has used is forgotten. With 2 a change that is
/// taken back often takes twice the time; 30 need a third more memory and save nothing (booklet of 32 pages, 40 edits).
const KEPT_REBUILDS: usize = 10;

/// An editor that takes a file away or empties it before it writes is done within this time.
const SAVE_TIME: Duration = Duration::from_millis(60);

/// A project that stays open, for one language edition.
pub(crate) struct WatchSession {
    project: Project,
    brochure: String,
    selection: Selection,
    output: PathBuf,
    watcher: Watcher,
    files: Snapshot,
    sources: Sources,
    /// The fonts, and what is wrong with them; `None` until they are needed.
    fonts: Option<(Fonts, Vec<Diagnostic>)>,
}

/// What came of one rebuild.
#[derive(Debug)]
pub(crate) struct Rebuild {
    /// The PDF; `None` if the brochure could not be loaded.
    pub(crate) artifact: Option<Artifact>,
    /// All that was found, by file and place.
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// How long the stages took.
    pub(crate) timings: Timings,
}

impl WatchSession {
    /// Opens a project for one brochure, edition and language, and begins to watch its folders; of several profiles the
    /// first one is built.
    ///
    /// # Errors
    ///
    /// Fails if the system can't tell of changes in the folders.
    pub(crate) fn open(
        project: Project,
        selection: Selection,
        output: &Path,
    ) -> Result<WatchSession, Diagnostic> {
        // In this order: what is saved between the two is not missed.
        let watcher = Watcher::new(project.root())?;
        let brochure = selection.brochures.first().cloned().unwrap_or_default();
        let mut files = Snapshot::default();
        files.update(Snapshot::take(project.root(), &brochure));
        let (output, sources, fonts) = (output.to_owned(), Sources::default(), None);
        Ok(WatchSession { project, brochure, selection, output, watcher, files, sources, fonts })
    }

    /// Waits until somebody saves a file that the brochure is made from, and tells what changed and since when.
    /// `None` if nothing will come any more.
    pub(crate) fn wait(&mut self) -> Option<(ChangeSet, Instant)> {
        forget_unused(KEPT_REBUILDS);
        loop {
            let since = self.watcher.wait()?;
            let changes = self.changes();
            if changes != ChangeSet::default() {
                return Some((changes, since));
            }
        }
    }

    /// Looks at all files, whatever the system has reported: events can be lost, and paths be those of temporary files.
    fn changes(&mut self) -> ChangeSet {
        let mut later = Snapshot::take(self.project.root(), &self.brochure);
        if self.files.is_doubtful(&later) {
            self.watcher.settle(SAVE_TIME);
            later = Snapshot::take(self.project.root(), &self.brochure);
        }
        let changes = self.files.update(later);
        if changes.changes.iter().any(|change| change.file.starts_with("fonts/")) {
            self.fonts = None;
        }
        changes
    }

    /// Builds the language edition from the files as they are. A file with an error leaves the PDF as it is.
    ///
    /// # Errors
    ///
    /// Fails if there is no such brochure, edition or language; what is wrong in files is in the result.
    pub(crate) fn build(&mut self) -> Result<Rebuild, Diagnostic> {
        let report = Report::new();
        let mut timings = Timings::default();
        let brochures = load_brochures(&self.project, &self.selection, &mut timings, &report)?;
        let mut jobs = plan(&brochures, &self.selection, &report)?;
        let (fonts, faults) = self.fonts.get_or_insert_with(|| {
            let own = Report::new();
            (Fonts::load(&self.project.fonts(), &own), own.into_sorted())
        });
        report.extend(faults.iter().cloned());
        let lock = OutputLock::acquire(&self.output, || ())
            .map_err(|error| cannot_write(&self.output, &error))?;
        let mut artifact = None;
        let mut selection = self.selection.clone();
        jobs.truncate(1);
        for job in &mut jobs {
            job.profiles.truncate(1);
            selection.profiles.clone_from(&job.profiles);
            let has_families = check_families(fonts, job, &report);
            if fonts.files.is_empty() || has_families.is_err() {
                continue;
            }
            let fonts = LazyFonts::new(&self.project, Some(Cow::Borrowed(fonts)));
            // What is typeset again within milliseconds is kept by the typesetter.
            let context =
                BuildContext { fonts, output: Some(&self.output), cache: None, shared: None };
            let result = build_edition(job, &context, &mut self.sources);
            artifact = result.built.into_iter().next().map(|built| built.artifact);
            report.extend(result.diagnostics);
            timings.add(&result.timings);
        }
        let artifacts = artifact.iter().collect();
        let made = Made { artifacts, was_interrupted: lock.was_interrupted() };
        let (project, output) = (&self.project, &self.output);
        update_manifests(&brochures, project, &selection, output, &made, &|_| true, &report);
        if artifact.as_ref().is_none_or(|artifact| artifact.file.is_none()) {
            // Where nothing was made, nothing is left.
            lock.discard();
        }
        Ok(Rebuild { artifact, diagnostics: report.into_sorted(), timings })
    }
}
