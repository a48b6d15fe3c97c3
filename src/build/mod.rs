//! A choice of brochures, editions, languages and profiles in; PDFs and a manifest out, in parallel.
//!
//! A file appears by rename, whole or not at all; an edition with an error leaves the file of the last run as it is. What
//! would come out the same is not made again (`cache`). Runs into the same folder take turns (`turn`).

mod cache;
pub mod changes;
mod clean;
mod files;
mod findings;
mod finish;
mod full;
mod group;
mod growth;
mod judge;
mod legible;
pub mod manifest;
mod plan;
mod proofing;
mod remember;
mod timings;
mod turn;
mod watcher;
mod workers;
mod workshop;

use std::path::Path;
use std::time::Instant;

use crate::diagnostic::{Diagnostic, Report, Severity};
use crate::language::Tag;
use crate::load::{Profile, Project, Setting};
use crate::review::EditionState;
use crate::typeset::{Fonts, Panel};

use cache::again;
pub use clean::{Cleaned, clean};
pub use files::{write_file, write_folder};
pub use findings::Accepted;
use group::{Shelf, Shop};
pub use judge::Judged;
pub use legible::fonts;
use legible::require_families;
use manifest::{Entry, Manifest};
pub use plan::{Choice, Desk, Job, open, plan, prepare};
use remember::Recall;
pub use timings::{STAGES, Stage, Timings};
use turn::Turn;
pub use workshop::{Rebuilt, Workshop};

/// How a build is done.
#[derive(Debug, Clone, Copy)]
pub struct Manner<'a> {
    /// The folder for the PDFs; `None` to write nothing.
    pub output: Option<&'a Path>,
    /// How many threads work.
    pub threads: usize,
    /// Whether all is made again, whatever earlier runs left.
    pub force: bool,
}

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
    /// Whether the file is that of an earlier run, which would come out the same.
    pub taken_over: bool,
}

impl Built {
    /// A job of which nothing has come yet.
    fn new(job: &Job<'_>) -> Built {
        Built {
            brochure: job.publication.brochure.id.clone(),
            edition: job.edition.id.value.clone(),
            language: job.language.clone(),
            profile: job.profile,
            state: None,
            panels: Vec::new(),
            fitting: None,
            file: None,
            taken_over: false,
        }
    }

    /// Brochure, edition, language and profile: the same over releases.
    fn slot(&self) -> String {
        let Built { brochure, edition, language, profile, .. } = self;
        format!("{brochure}/{edition}/{language}/{}", profile.as_str())
    }

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
    /// Files that were deleted since the project has their edition no more, below the output folder.
    pub deleted: Vec<String>,
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
    /// Another run writes into the same folder, and this one waits for its end.
    fn waits(&self) {}
}

/// Builds the chosen PDFs, or only checks them. What would come out as it is already there is left as it is, and what was
/// told of it is told again.
///
/// # Errors
///
/// Fails if the choice names something that is not there, or if nothing can be written; what is wrong in files is in the
/// outcome.
pub fn build(
    project: &Project,
    choice: &Choice,
    manner: &Manner<'_>,
    progress: &dyn Progress,
) -> Result<Outcome, Diagnostic> {
    let Some(output) = manner.output else {
        return make(project, choice, manner, None, progress);
    };
    let mut timings = Timings::default();
    let told = |outcome: Outcome, timings: &Timings| Outcome { timings: *timings, ..outcome };
    if !manner.force
        && let Some(outcome) =
            timings.time(Stage::Build, || again::outcome(project, choice, output))
    {
        return Ok(told(outcome, &timings));
    }
    let turn = Turn::take(output, || progress.waits())
        .map_err(|error| files::cannot_write(output, &error))?;
    let recall = timings.time(Stage::Build, || Recall::new(project, &turn));
    let recall = recall.map_err(|error| files::cannot_write(output, &error))?;
    // The run that had the turn before may have done all that was to do.
    if !manner.force
        && let Some((outcome, _)) = again::tell(&recall.cache, project, choice, output)
    {
        return Ok(told(outcome, &timings));
    }
    let outcome = make(project, choice, manner, Some(recall), progress);
    match &outcome {
        Ok(outcome) if outcome.built.iter().any(|built| built.file.is_some()) => {}
        // Where nothing was made, nothing is left.
        _ => turn.undo(),
    }
    let mut outcome = outcome?;
    outcome.timings.add(&timings);
    Ok(outcome)
}

/// All stages, for what must be made.
fn make(
    project: &Project,
    choice: &Choice,
    manner: &Manner<'_>,
    recall: Option<Recall>,
    progress: &dyn Progress,
) -> Result<Outcome, Diagnostic> {
    let report = Report::new();
    let mut timings = Timings::default();
    let desks = open(project, choice, &mut timings, &report)?;
    let jobs = plan(&desks, choice, &report)?;
    let mut sound = recall.as_ref().is_some_and(Recall::has_sound_fonts);
    let fonts = if sound && !manner.force {
        None
    } else {
        let own = Report::new();
        let fonts = timings.time(Stage::Load, || Fonts::load(&project.fonts(), &own));
        sound = own.absorb_into(&report);
        require_families(&fonts, &jobs, &report);
        Some(fonts)
    };
    let mut results = Vec::new();
    let can_set = fonts.as_ref().is_none_or(|fonts| !fonts.files.is_empty());
    if can_set {
        progress.start(jobs.len());
        let memory = recall
            .as_ref()
            .and_then(|recall| timings.time(Stage::Build, || recall.memory(project, manner.force)));
        let shop = Shop { fonts: Shelf::new(project, fonts), output: manner.output, memory };
        results = workers::run_all(&jobs, &shop, manner.threads, progress);
    }
    let mut outcome = Outcome { timings, ..Outcome::default() };
    let (mut entries, mut made) = (Vec::new(), remember::Made::default());
    for result in results {
        report.extend(result.diagnostics);
        outcome.accepted.extend(result.accepted);
        outcome.timings.add(&result.timings);
        for one in result.made {
            entries.extend(one.entry.map(|entry| (one.built.brochure.clone(), entry)));
            made.add(&one.built, one.record, one.unwritten);
            outcome.built.push(one.built);
        }
    }
    if let Some(output) = manner.output.filter(|_| can_set) {
        let start = Instant::now();
        let has = |brochure: &str, entry: &Entry| plan::has(&desks, brochure, entry);
        let own = Report::new();
        outcome.deleted = write_manifests(project, choice, output, &entries, &has, &own);
        made.unwritten |= !own.absorb_into(&report);
        outcome.timings.add_to(Stage::Build, start.elapsed());
    }
    let checked: Vec<_> = outcome.built.iter().filter_map(Built::checked).collect();
    findings::unused(&desks, &checked, &outcome.accepted, &report);
    outcome.diagnostics = report.into_sorted();
    if let Some((recall, output)) = recall.zip(manner.output) {
        let start = Instant::now();
        let kept = recall.keep(project, choice, output, &outcome, made, sound);
        outcome.diagnostics.extend(kept.err());
        outcome.timings.add_to(Stage::Build, start.elapsed());
    }
    Ok(outcome)
}

/// Brings the manifest of each chosen brochure up to date, also of one that could not be loaded. Gives the files that were
/// deleted since the project `has` their edition no more.
fn write_manifests(
    project: &Project,
    choice: &Choice,
    output: &Path,
    entries: &[(String, Entry)],
    has: &dyn Fn(&str, &Entry) -> bool,
    report: &Report,
) -> Vec<String> {
    let mut deleted = Vec::new();
    for id in chosen(project, choice) {
        let folder = output.join(&id);
        let fresh = entries.iter().filter(|(brochure, _)| *brochure == id);
        let fresh = fresh.map(|(_, entry)| entry.clone()).collect();
        match Manifest::update(&folder, &id, fresh, choice, &|entry| has(&id, entry)) {
            Ok(paths) => deleted.extend(paths.into_iter().map(|path| format!("{id}/{path}"))),
            Err(error) => report.add(files::cannot_write(&folder.join(manifest::FILE), &error)),
        }
    }
    deleted
}

/// The ids of the chosen brochures.
fn chosen(project: &Project, choice: &Choice) -> Vec<String> {
    if choice.brochures.is_empty() { project.brochures() } else { choice.brochures.clone() }
}
