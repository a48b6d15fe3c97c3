//! A choice of brochures, editions, languages and profiles in; PDFs and a manifest out, in parallel.
//!
//! A file appears by rename, whole or not at all; an edition with an error leaves the file of the last run as it is.

pub mod changes;
mod files;
mod findings;
mod growth;
mod legible;
pub mod manifest;
mod plan;
mod proofing;
mod timings;
mod watcher;
mod workshop;

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use crate::diagnostic::{Diagnostic, Report, Severity};
use crate::export::export;
use crate::language::Tag;
use crate::load::{Form, Profile, Project, Setting};
use crate::state::EditionState;
use crate::typeset::{Fonts, Pages, Panel, Sources, forget, typeset_again};

pub use files::{write as write_file, write_folder};
pub use findings::Accepted;
use legible::check_legible;
pub use legible::fonts;
use manifest::{Entry, Manifest};
pub use plan::{Choice, Desk, Job, open, plan, prepare};
pub use timings::{STAGES, Stage, Timings};
pub use workshop::{Rebuilt, Workshop};

/// What came of one job.
#[derive(Debug)]
pub struct Built {
    /// The brochure's id.
    pub brochure: String,
    /// The edition.
    pub edition: String,
    /// The language.
    pub language: Tag,
    /// The profile.
    pub profile: Profile,
    /// Draft or approved; `None` if it was not resolved.
    pub state: Option<EditionState>,
    /// How full its panels are.
    pub panels: Vec<Panel>,
    /// What copyfitting came to; `None` if it was not typeset.
    pub fitting: Option<Fitting>,
    /// The file, relative to the brochure's output folder, and its size in bytes; `None` if it was not written.
    pub file: Option<(String, usize)>,
}

impl Built {
    /// Brochure, edition and language, if its pages were checked.
    fn checked(&self) -> Option<(&str, &str, &Tag)> {
        (!self.panels.is_empty()).then_some((&self.brochure, &self.edition, &self.language))
    }
}

/// What copyfitting came to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fitting {
    /// The largest setting at which everything fits.
    pub setting: Setting,
    /// How many times the pages were typeset to find it.
    pub runs: usize,
}

/// What came of a run.
#[derive(Debug, Default)]
pub struct Outcome {
    /// All that was found, by file and place.
    pub diagnostics: Vec<Diagnostic>,
    /// What was built, in the order of brochure, edition, language and profile.
    pub built: Vec<Built>,
    /// What the checks found and the brochures accept.
    pub accepted: Vec<Accepted>,
    /// How long the stages took.
    pub timings: Timings,
}

impl Outcome {
    /// Whether something is wrong.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|found| found.severity == Severity::Error)
    }
}

/// Is told how far the work has come.
pub trait Progress: Sync {
    /// Work begins on so many PDFs.
    fn start(&self, total: usize);
    /// One is done.
    fn done(&self, name: &str);
}

/// Builds the chosen PDFs below `output`, or only checks them if there is none, with `threads` threads.
///
/// # Errors
///
/// Fails if the choice names something that is not there; what is wrong in files is in the outcome.
pub fn build(
    project: &Project,
    choice: &Choice,
    output: Option<&Path>,
    threads: usize,
    progress: &dyn Progress,
) -> Result<Outcome, Diagnostic> {
    let report = Report::new();
    let mut timings = Timings::default();
    let desks = open(project, choice, &mut timings, &report)?;
    let jobs = plan(&desks, choice, &report)?;
    let fonts = timings.time(Stage::Load, || fonts(project, &jobs, &report));
    let mut diagnostics = report.into_sorted();
    let (mut built, mut accepted) = (Vec::new(), Vec::new());
    if !fonts.files.is_empty() {
        progress.start(jobs.len());
        let results = run_all(&jobs, &fonts, output, threads, progress);
        let mut entries = Vec::new();
        for result in results {
            diagnostics.extend(result.diagnostics);
            entries.extend(result.entry.map(|entry| (result.built.brochure.clone(), entry)));
            accepted.extend(result.accepted);
            built.push(result.built);
            timings.add(&result.timings);
        }
        if let Some(output) = output {
            diagnostics.extend(
                timings.time(Stage::Build, || write_manifests(project, choice, output, &entries)),
            );
        }
    }
    let report = Report::new();
    report.extend(diagnostics);
    let checked: Vec<_> = built.iter().filter_map(Built::checked).collect();
    findings::unused(&desks, &checked, &accepted, &report);
    Ok(Outcome { diagnostics: report.into_sorted(), built, accepted, timings })
}

struct JobResult {
    built: Built,
    accepted: Vec<Accepted>,
    entry: Option<Entry>,
    diagnostics: Vec<Diagnostic>,
    timings: Timings,
}

/// Whole editions go to workers of their own; results come back in the order of the jobs.
///
/// Typst lays out and exports in parallel by itself, through rayon. Each worker is therefore a pool of rayon's, with
/// its share of the threads: no worker waits for the others' pieces, and none takes a whole job in while it waits.
fn run_all(
    jobs: &[Job<'_>],
    fonts: &Fonts,
    output: Option<&Path>,
    threads: usize,
    progress: &dyn Progress,
) -> Vec<JobResult> {
    let next = AtomicUsize::new(0);
    let results: Mutex<Vec<(usize, JobResult)>> = Mutex::new(Vec::new());
    let workers = threads.clamp(1, jobs.len().max(1));
    // The long ones first, so that the workers come to an end together.
    let mut order: Vec<(usize, &Job<'_>)> = jobs.iter().enumerate().collect();
    order.sort_by_key(|(_, job)| std::cmp::Reverse(job.blocks()));
    let work = || {
        while let Some((index, job)) = order.get(next.fetch_add(1, Ordering::Relaxed)).copied() {
            let result = run(job, fonts, &mut Sources::default(), output);
            progress.done(&format!("{} {}", job.edition.id.value, job.language));
            forget(workers);
            results.lock().unwrap_or_else(PoisonError::into_inner).push((index, result));
        }
    };
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                match rayon::ThreadPoolBuilder::new()
                    .num_threads((threads / workers).max(1))
                    .build()
                {
                    Ok(pool) => pool.install(work),
                    // The system gives no more threads: this one will do.
                    Err(_) => work(),
                }
            });
        }
    });
    let mut results = results.into_inner().unwrap_or_else(PoisonError::into_inner);
    results.sort_by_key(|(index, _)| *index);
    results.into_iter().map(|(_, result)| result).collect()
}

/// Builds one job; `sources` are what an earlier run of the same job left.
fn run(job: &Job<'_>, fonts: &Fonts, sources: &mut Sources, output: Option<&Path>) -> JobResult {
    let report = Report::new();
    let mut built = Built {
        brochure: job.publication.brochure.id.clone(),
        edition: job.edition.id.value.clone(),
        language: job.language.clone(),
        profile: job.profile,
        state: None,
        panels: Vec::new(),
        fitting: None,
        file: None,
    };
    let mut timings = Timings::default();
    let mut accepted = Vec::new();
    let results = (&mut built, &mut accepted);
    let entry = make(job, fonts, sources, output, &mut timings, &report, results);
    JobResult { built, accepted, entry, diagnostics: report.into_sorted(), timings }
}

/// All stages of one job.
fn make(
    job: &Job<'_>,
    fonts: &Fonts,
    sources: &mut Sources,
    output: Option<&Path>,
    timings: &mut Timings,
    report: &Report,
    (built, accepted): (&mut Built, &mut Vec<Accepted>),
) -> Option<Entry> {
    let (manuscript, mut composition) = prepare(job, timings, report)?;
    built.state = Some(manuscript.state.clone());
    // `fonts` has reported what is missing; the typesetter would say it again.
    let language = manuscript.language();
    let families = job.publication.theme.families_of(&language.script);
    if !families.iter().all(|family| fonts.has_family(family)) {
        return None;
    }
    check_legible(job, language, fonts, report);
    let pages =
        timings.time(Stage::Typeset, || typeset_again(&mut composition, fonts, sources, report))?;
    built.panels.clone_from(&pages.panels);
    built.fitting = Some(Fitting { setting: pages.setting, runs: pages.runs });
    *accepted = findings::report(job, &composition, &pages.findings, report);
    // A proof shows a translator where the text runs over.
    if report.has_errors() && job.profile != Profile::Proof {
        return None;
    }
    warn_of_full_source(job, &pages, composition.ladder.last(), report);
    let brochure = &job.publication.brochure;
    let ident = format!(
        "{}/{}/{}/{}",
        brochure.id,
        job.edition.id.value,
        job.language,
        job.profile.as_str()
    );
    let pages = match job.profile {
        Profile::Screen | Profile::Print | Profile::Office => pages,
        Profile::Proof => timings.time(Stage::Typeset, || {
            proofing::proofed(job, &manuscript, &composition, &pages, accepted, fonts, report)
        })?,
    };
    let pdf = timings.time(Stage::Export, || export(&pages, job.profile, &ident, report))?;
    let path = file_path(job, &manuscript.state);
    let entry = timings.time(Stage::Build, || Entry::new(job, &manuscript, &path, &pdf, &pages));
    if let Some(output) = output {
        let target = output.join(&brochure.id).join(&path);
        if let Err(error) = timings.time(Stage::Build, || files::write(&target, &pdf)) {
            report.add(cannot_write(&target, &error));
            return None;
        }
        built.file = Some((path, pdf.len()));
    }
    Some(entry)
}

/// The share of a panel that the source language may fill: translations run up to 30 % longer (IBM, see the
/// table of expansion in its globalization guidelines).
const SOURCE_FILL: f64 = 0.75;

/// A source text that leaves no room for translations is found in the source, not in the last translation. Those may
/// go down to the `least` setting.
fn warn_of_full_source(job: &Job<'_>, pages: &Pages, least: Option<&Setting>, report: &Report) {
    let is_source = *job.language == job.publication.brochure.source_language.value;
    if !is_source || job.edition.form != Form::Leaflet {
        return;
    }
    let share = least.map_or(1.0, |least| least.height() / pages.setting.height());
    for panel in pages.panels.iter().filter(|panel| panel.fill * share > SOURCE_FILL) {
        report.add(
            Diagnostic::warning(format!(
                "panel {} (`{}`) is {:.0} % full in the source language `{}`{}",
                panel.number,
                panel.section,
                panel.fill * share * 100.0,
                job.language,
                if share < 1.0 { " at the least measures" } else { "" }
            ))
            .hint(format!(
                "shorten it to {:.0} %: translations need up to a third more room",
                SOURCE_FILL * 100.0
            )),
        );
    }
}

/// `<lang>/<public-name>-<edition>-<lang>-<profile>[-draft].pdf`.
fn file_path(job: &Job<'_>, state: &EditionState) -> String {
    let draft = if *state == EditionState::Approved { "" } else { "-draft" };
    format!(
        "{lang}/{name}-{edition}-{lang}-{profile}{draft}.pdf",
        lang = job.language,
        name = job.publication.brochure.public_name,
        edition = job.edition.id.value,
        profile = job.profile.as_str()
    )
}

fn cannot_write(target: &Path, error: &std::io::Error) -> Diagnostic {
    Diagnostic::error(format!("can't write `{}`: {error}", target.display()))
}

/// Brings the manifest of each chosen brochure up to date, also of one that could not be loaded.
fn write_manifests(
    project: &Project,
    choice: &Choice,
    output: &Path,
    entries: &[(String, Entry)],
) -> Vec<Diagnostic> {
    let all = project.brochures();
    let ids = if choice.brochures.is_empty() { &all } else { &choice.brochures };
    let mut diagnostics = Vec::new();
    for id in ids {
        let folder = output.join(id);
        let fresh = entries.iter().filter(|(brochure, _)| brochure == id);
        let fresh = fresh.map(|(_, entry)| entry.clone()).collect();
        if let Err(error) = Manifest::update(&folder, id, fresh, choice) {
            diagnostics.push(cannot_write(&folder.join(manifest::FILE), &error));
        }
    }
    diagnostics
}
