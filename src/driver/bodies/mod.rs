//! Makes the editions of bodies: those of all communes of a country in one run, or in several that share the work.
//!
//! 1. [`plan_bodies`] lists a job for each body, edition and language, those of one language beside each other.
//! 2. [`run_each`] does them: a worker keeps what Typst knows of a language. What two bodies have
//!    alike is made once ([`SharedPdfs`]), and what an earlier run finished is taken over.
//! 3. The manifest is brought up to date: see [`crate::artifact::bodies`].

mod merge;
mod plan;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use serde::Serialize;

use crate::artifact::bodies::{BodyManifest, FILE, FOLDER, Shard};
use crate::artifact::files::cannot_write;
use crate::artifact::lock::OutputLock;
use crate::artifact::{Artifact, BuildReport};
use crate::cache::{CacheSession, ReplayKey};
use crate::diagnostic::{Diagnostic, Report};
use crate::driver::build_edition::{BuildContext, EditionResult, LazyFonts};
use crate::driver::job::LoadedBrochure;
use crate::driver::plan::{has, load_brochures};
use crate::driver::pool::run_each;
use crate::driver::selection::{BodySelection, Selection};
use crate::driver::shared_pdfs::SharedPdfs;
use crate::driver::timings::{Stage, Timings};
use crate::driver::{BuildOptions, Progress, load_fonts};
use crate::load::Project;

pub(crate) use merge::merge;
pub(crate) use plan::editions_for_bodies;
use plan::plan_bodies;

/// What came of a run for bodies.
#[derive(Debug, Default, Serialize)]
pub(crate) struct BodiesReport {
    /// The folder with its files and its manifest.
    pub(crate) folder: PathBuf,
    /// How many bodies it was for.
    pub(crate) bodies: usize,
    /// How many PDFs there are of them now.
    pub(crate) files: usize,
    /// How many were asked for, with those that could not be made.
    pub(crate) checked: usize,
    /// How many of the PDFs that there are are drafts.
    pub(crate) drafts: usize,
    /// How many were there already, as they would come out.
    pub(crate) unchanged: usize,
    /// Their bytes, each file counted once, however many bodies it is for.
    pub(crate) bytes: usize,
    /// How many files those are.
    pub(crate) different: usize,
    /// Files that were deleted because the project no longer has their edition; paths below the folder.
    pub(crate) deleted: Vec<String>,
    /// The PDFs that the run has made or taken over.
    #[serde(skip)]
    pub(crate) made: BodyManifest,
    /// All that was found.
    #[serde(skip)]
    pub(crate) diagnostics: Vec<Diagnostic>,
}

impl BodiesReport {
    /// Whether something is wrong.
    pub(crate) fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(Diagnostic::is_error)
    }
}

/// Builds the editions of the selected bodies, or only checks them.
///
/// # Errors
///
/// Fails if the selection names something that is not there, or if nothing can be written; what is wrong in files is in the
/// report.
pub(crate) fn build_bodies(
    project: &Project,
    (selection, bodies): (&Selection, &BodySelection),
    options: &BuildOptions<'_>,
    progress: &dyn Progress,
) -> Result<(BodiesReport, Timings), Diagnostic> {
    let folder = bodies.shard.map_or_else(|| FOLDER.to_owned(), Shard::folder);
    let folder = options.output.map(|output| output.join(folder));
    let Some(folder) = folder else {
        return Run { project, selection, bodies, threads: options.threads, held: None }
            .make(progress);
    };
    let failed = |error| cannot_write(&folder, &error);
    let lock = OutputLock::acquire(&folder, || progress.waits()).map_err(failed)?;
    let cache = CacheSession::open(project, &lock, options.force).map_err(failed)?;
    let held = Some((cache, folder.as_path()));
    let made = Run { project, selection, bodies, threads: options.threads, held }.make(progress);
    match &made {
        Ok((report, _)) if report.files > 0 => {}
        // Where nothing was made, nothing is left.
        _ => lock.discard(),
    }
    made
}

/// What a run works with.
struct Run<'a> {
    project: &'a Project,
    selection: &'a Selection,
    bodies: &'a BodySelection,
    threads: usize,
    /// What earlier runs left, and the folder for the files; `None` to write nothing.
    held: Option<(CacheSession<'a>, &'a Path)>,
}

/// What came of the jobs so far.
#[derive(Default)]
struct Collected {
    report: Report,
    timings: Timings,
    manifest: BodyManifest,
    result: BodiesReport,
    sums: BTreeSet<String>,
    is_complete: bool,
}

impl Collected {
    fn add(&mut self, made: EditionResult) {
        self.report.extend(made.diagnostics);
        self.timings.add(&made.timings);
        self.is_complete &= made.is_complete;
        self.result.checked += made.built.len();
        for mut built in made.built {
            // How long the search for a setting was depends on what was made before.
            if let Some(copyfit) = &mut built.artifact.copyfit {
                copyfit.runs = 0;
            }
            let artifact = &built.artifact;
            let Some(file) = &artifact.file else { continue };
            self.result.files += 1;
            self.result.drafts += usize::from(artifact.is_draft());
            self.result.unchanged += usize::from(built.unchanged);
            if self.sums.insert(file.sha256.clone()) {
                self.result.bytes += file.bytes;
            }
            self.manifest.add(artifact);
        }
    }
}

impl Run<'_> {
    fn make(self, progress: &dyn Progress) -> Result<(BodiesReport, Timings), Diagnostic> {
        let Run { project, selection, bodies, threads, held } = self;
        let report = Report::new();
        let mut timings = Timings::default();
        let brochures = load_brochures(project, selection, &mut timings, &report)?;
        let jobs = plan_bodies(&brochures, selection, bodies, &report)?;
        let (fonts, has_sound_fonts) =
            timings.time(Stage::Load, || load_fonts(project, &jobs, &report));
        let (cache, folder) = held.unzip();
        cache.as_ref().inspect(|cache| cache.confirm_loaded());
        let keys: BTreeSet<&str> =
            jobs.iter().filter_map(|job| job.id.overlay.as_deref()).collect();
        let collected = Collected {
            report,
            timings,
            manifest: BodyManifest { shard: bodies.shard, ..BodyManifest::default() },
            is_complete: true,
            ..Collected::default()
        };
        let collected = Mutex::new(collected);
        if !fonts.files.is_empty() {
            progress.start(jobs.iter().map(|job| job.profiles.len()).sum());
            let shared = SharedPdfs::default();
            let fonts = LazyFonts::new(project, Some(Cow::Owned(fonts)));
            let (cache, shared) = (cache.as_ref(), Some(&shared));
            let context = BuildContext { fonts, output: folder, cache, shared };
            run_each(&jobs, &context, threads, progress, &|made| {
                collected.lock().unwrap_or_else(PoisonError::into_inner).add(made);
            });
        }
        let collected = collected.into_inner().unwrap_or_else(PoisonError::into_inner);
        let Collected { report, timings, mut manifest, mut result, sums, is_complete } = collected;
        (result.bodies, result.different) = (keys.len(), sums.len());
        if bodies.tells_made {
            result.made = manifest.clone();
        }
        if let Some(folder) = folder {
            folder.clone_into(&mut result.folder);
            result.deleted = keep_others(folder, &mut manifest, &brochures, cache.as_ref(), &keys);
            if (!manifest.rows.is_empty() || folder.join(FILE).is_file())
                && let Err(error) = manifest.write(folder)
            {
                report.add(cannot_write(&folder.join(FILE), &error));
            }
        }
        result.diagnostics = report.into_sorted();
        if let Some(cache) = cache {
            let key = ReplayKey::new(project, selection);
            let output = cache.output().to_owned();
            let nothing = BuildReport::default();
            let closed = cache.close(key, &nothing, Vec::new(), is_complete, has_sound_fonts);
            result.diagnostics.extend(closed.err().map(|error| cannot_write(&output, &error)));
        }
        Ok((result, timings))
    }
}

/// Takes into a manifest what an earlier run has made and this one was not asked for. The files of bodies, editions and
/// languages that the project no longer has are deleted; gives their paths.
fn keep_others(
    folder: &Path,
    manifest: &mut BodyManifest,
    brochures: &[LoadedBrochure],
    cache: Option<&CacheSession<'_>>,
    made_for: &BTreeSet<&str>,
) -> Vec<String> {
    let Some(earlier) = BodyManifest::read(folder) else { return Vec::new() };
    let made: Vec<Artifact> = manifest.artifacts().map(|(_, artifact)| artifact).collect();
    let made: BTreeSet<_> =
        made.iter().map(|artifact| (artifact.id.clone(), artifact.profile)).collect();
    let mut deleted = Vec::new();
    for (path, artifact) in earlier.artifacts() {
        let target = folder.join(path);
        if manifest.rows.contains_key(path) || !target.is_file() {
            continue;
        }
        let key = artifact.id.overlay.as_deref().unwrap_or_default();
        let mut loaded = brochures.iter().map(|loaded| &loaded.publication);
        let publication =
            loaded.find(|publication| publication.brochure.id == artifact.id.brochure);
        // Of a brochure that could not be loaded nobody can tell.
        let is_there = publication.is_none_or(|publication| {
            publication.bodies.get(key).is_some() && has(brochures, &artifact)
        });
        let is_replaced = made.contains(&(artifact.id.clone(), artifact.profile));
        if !is_there || is_replaced {
            let file = artifact.file.as_ref();
            if file.is_some_and(|file| file.delete(&folder.join(artifact.folder()))) {
                deleted.push(path.to_owned());
                cache.inspect(|cache| cache.forget(&artifact.id, artifact.profile));
            }
            for around in target.ancestors().skip(1).take(3) {
                let _ = std::fs::remove_dir(around);
            }
        } else if !made_for.contains(key) || !manifest_covers(manifest, &artifact) {
            manifest.add(&artifact);
        }
    }
    deleted
}

/// Whether a run that made editions of a body made this one, or would have if it could.
fn manifest_covers(manifest: &BodyManifest, artifact: &Artifact) -> bool {
    let same = |other: &Artifact| other.id == artifact.id && other.profile == artifact.profile;
    manifest.artifacts().any(|(_, other)| same(&other))
}
