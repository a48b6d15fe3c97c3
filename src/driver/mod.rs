//! Turns a selection of brochures, editions, languages and profiles into PDFs and a manifest, in parallel.
//!
//! 1. [`plan()`] loads the brochures and lists a [`Job`] for each language edition to make.
//! 2. [`build_edition()`] does a job, or takes its PDFs over from an earlier run; [`pool`] does many at once.
//! 3. How a PDF comes about is three functions, which the watch session, `feuillet typst` and proofs use alike:
//!    [`edition_source()`], [`edition_pages`](edition_pages::edition_pages) and [`pdf`](pdf::pdf). A job in two languages has a part
//!    for each: [`parts`] calls the first two for every one.
//! 4. [`findings`], [`accepts`], [`expansion_room`] and [`legibility`] decide what is reported of the pages, [`verdict`] what
//!    is reported of the bytes.
//! 5. [`outputs`] brings the manifests up to date.
//!
//! A file appears by rename, whole or not at all; an edition with an error leaves the file of the last run as it is.

mod accepts;
mod bodies;
mod build_edition;
mod clean;
mod edition_pages;
mod edition_source;
mod expansion_room;
mod findings;
mod job;
mod legibility;
mod outputs;
mod overset;
mod parts;
mod pdf;
mod plan;
mod pool;
mod print_edition;
mod proof;
mod selection;
mod shared_pdfs;
mod sheets;
mod text_expansion;
mod timings;
mod verdict;

use std::borrow::Cow;
use std::path::Path;

use crate::artifact::files::cannot_write;
use crate::artifact::lock::OutputLock;
use crate::artifact::{Artifact, BuildReport, Built};
use crate::cache::{CacheSession, ReplayKey, replay};
use crate::diagnostic::{Diagnostic, Report};
use crate::load::{EditionId, Project};
use crate::typeset::Fonts;

pub(crate) use accepts::accepted_findings;
pub(crate) use bodies::{BodiesReport, build_bodies, editions_for_bodies, merge};
pub(crate) use build_edition::{BuildContext, LazyFonts, build_edition};
pub(crate) use clean::{clean, is_of_bodies};
pub(crate) use edition_pages::edition_pages;
pub(crate) use edition_source::{EditionSource, edition_source, file_path, state_of};
pub(crate) use job::{Job, LoadedBrochure};
pub(crate) use legibility::check_families;
pub(crate) use outputs::{Made, update_manifests};
pub(crate) use overset::overset_messages;
pub(crate) use parts::edition_sources;
pub(crate) use plan::{load_brochures, not_known, plan, plan_languages};
pub(crate) use pool::run_workers;
pub(crate) use print_edition::{PageArrangement, print_edition};
pub(crate) use selection::{BodySelection, Selection};
pub(crate) use timings::{STAGES, Stage, Timings};
pub(crate) use verdict::preflight_diagnostic;

/// How a build is done.
#[derive(Debug, Clone, Copy)]
pub(crate) struct BuildOptions<'a> {
    /// The folder for the PDFs; `None` to write nothing.
    pub(crate) output: Option<&'a Path>,
    /// How many threads work.
    pub(crate) threads: usize,
    /// Whether everything is made again, whatever earlier runs left.
    pub(crate) force: bool,
}

/// Learns how far the work has come.
pub(crate) trait Progress: Sync {
    /// Work begins on so many PDFs.
    fn start(&self, total: usize);
    /// One is done.
    fn done(&self, name: &str);
    /// Another run writes into the same folder, and this one waits for it.
    fn waits(&self) {}
}

/// Builds the selected PDFs, or only checks them. What would come out as it is already there is left as it is, and what was
/// reported of it is reported again.
///
/// # Errors
///
/// Fails if the selection names something that is not there, or if nothing can be written; what is wrong in files is in the
/// report.
pub(crate) fn build(
    project: &Project,
    selection: &Selection,
    options: &BuildOptions<'_>,
    progress: &dyn Progress,
) -> Result<(BuildReport, Timings), Diagnostic> {
    let Some(output) = options.output else {
        return make(project, selection, options, None, progress);
    };
    let mut timings = Timings::default();
    let key = ReplayKey::new(project, selection);
    if !options.force
        && let Some(report) = timings.time(Stage::Driver, || replay(project, &key, output))
    {
        return Ok((report, timings));
    }
    let failed = |error| cannot_write(output, &error);
    let lock = OutputLock::acquire(output, || progress.waits()).map_err(failed)?;
    let cache = timings.time(Stage::Driver, || CacheSession::open(project, &lock, options.force));
    let cache = cache.map_err(failed)?;
    // The run that held the lock before may have done all that was to do.
    if !options.force
        && let Some(report) = cache.replay(&key)
    {
        return Ok((report, timings));
    }
    let made = make(project, selection, options, Some((cache, &lock)), progress);
    match &made {
        Ok((report, _)) if report.files.iter().any(|built| built.artifact.file.is_some()) => {}
        // Where nothing was made, nothing is left.
        _ => lock.discard(),
    }
    let (report, mut all) = made?;
    all.add(&timings);
    Ok((report, all))
}

/// Runs all stages for what must be made.
fn make(
    project: &Project,
    selection: &Selection,
    options: &BuildOptions<'_>,
    held: Option<(CacheSession<'_>, &OutputLock)>,
    progress: &dyn Progress,
) -> Result<(BuildReport, Timings), Diagnostic> {
    let report = Report::new();
    let mut timings = Timings::default();
    let (cache, lock) = held.unzip();
    let brochures = load_brochures(project, selection, &mut timings, &report)?;
    let jobs = plan(&brochures, selection, &report)?;
    let knows_fonts = cache.as_ref().is_some_and(CacheSession::has_sound_fonts);
    let (fonts, has_sound_fonts) = if knows_fonts {
        (None, true)
    } else {
        let (fonts, are_sound) = timings.time(Stage::Load, || load_fonts(project, &jobs, &report));
        (Some(fonts), are_sound)
    };
    cache.as_ref().inspect(|cache| cache.confirm_loaded());
    let mut built = BuildReport::default();
    let mut is_complete = true;
    let can_typeset = fonts.as_ref().is_none_or(|fonts| !fonts.files.is_empty());
    if can_typeset {
        progress.start(jobs.iter().map(|job| job.profiles.len()).sum());
        let fonts = LazyFonts::new(project, fonts.map(Cow::Owned));
        let context =
            BuildContext { fonts, output: options.output, cache: cache.as_ref(), shared: None };
        for result in pool::run_all(&jobs, &context, options.threads, progress) {
            report.extend(result.diagnostics);
            timings.add(&result.timings);
            is_complete &= result.is_complete;
            built.files.extend(result.built);
            built.accepted.extend(result.accepted);
        }
    }
    let mut manifests = Vec::new();
    if let Some(output) = options.output.filter(|_| can_typeset) {
        let own = Report::new();
        let artifacts = built.files.iter().map(|built| &built.artifact).collect();
        let was_interrupted = lock.is_some_and(OutputLock::was_interrupted);
        let ran = Made { artifacts, was_interrupted };
        let has = |artifact: &Artifact| plan::has(&brochures, artifact);
        let updated = timings.time(Stage::Driver, || {
            update_manifests(&brochures, project, selection, output, &ran, &has, &own)
        });
        is_complete &= own.absorb_into(&report);
        for artifact in updated.deleted {
            cache.as_ref().inspect(|cache| cache.forget(&artifact.id, artifact.profile));
            built.deleted.extend(artifact.output_path());
        }
        built.deleted.extend(updated.moved.iter().filter_map(Artifact::output_path));
        manifests = updated.manifests;
    }
    if let Some(lock) = lock.filter(|_| !is_complete) {
        lock.mark_as_interrupted();
    }
    accepts::warn_of_unused(&brochures, &checked(&built.files), &built.accepted, &report);
    built.diagnostics = report.into_sorted();
    if let Some(cache) = cache {
        let output = cache.output().to_owned();
        let key = ReplayKey::new(project, selection);
        let closed = timings.time(Stage::Driver, || {
            cache.close(key, &built, manifests, is_complete, has_sound_fonts)
        });
        built.diagnostics.extend(closed.err().map(|error| cannot_write(&output, &error)));
    }
    Ok((built, timings))
}

/// Loads the fonts and checks that they can set the jobs' languages; tells whether the files have no fault.
fn load_fonts(project: &Project, jobs: &[Job<'_>], report: &Report) -> (Fonts, bool) {
    let own = Report::new();
    let fonts = Fonts::load(&project.fonts(), &own);
    let are_sound = own.absorb_into(report) && !fonts.has_odd_files();
    for job in jobs {
        // What is missing is in the report.
        let _ = check_families(&fonts, job, report);
    }
    (fonts, are_sound)
}

/// The editions whose pages were checked.
fn checked(built: &[Built]) -> Vec<&EditionId> {
    let checked = built.iter().filter(|built| !built.artifact.panels.is_empty());
    checked.map(|built| &built.artifact.id).collect()
}
