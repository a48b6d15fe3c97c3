//! A choice of brochures, editions, languages and profiles in; PDFs and a manifest out, in parallel.
//!
//! A file appears by rename, whole or not at all; an edition with an error leaves the file of the last run as it is.

pub mod changes;
mod files;
mod findings;
mod growth;
pub mod manifest;
mod proofing;
mod timings;
mod watcher;
mod workshop;

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use crate::compose::{Composition, compose};
use crate::diagnostic::{Diagnostic, Report, Severity, list, nearest};
use crate::export::export;
use crate::language::{Language, Tag};
use crate::load::edition::REFERENCE_X_HEIGHT;
use crate::load::{Edition, Form, Profile, Project, Publication, Setting, load};
use crate::measure::Pt;
use crate::resolve::{Manuscript, resolve};
use crate::state::{EditionState, States, assess};
use crate::typeset::{Fonts, Pages, Panel, Sources, forget, typeset_again};

pub use files::write_folder;
pub use findings::Accepted;
use manifest::{Entry, Manifest};
pub use timings::{STAGES, Stage, Timings};
pub use workshop::{Rebuilt, Workshop};

/// What to build. Empty lists mean everything.
#[derive(Debug, Clone, Default)]
pub struct Choice {
    /// Ids of brochures.
    pub brochures: Vec<String>,
    /// Languages.
    pub languages: Vec<Tag>,
    /// Names of editions.
    pub editions: Vec<String>,
    /// Profiles; empty for those that each edition names.
    pub profiles: Vec<Profile>,
}

impl Choice {
    /// Whether a PDF of the manifest is among what is chosen.
    fn covers(&self, entry: &Entry) -> bool {
        let language = |tag: &Tag| entry.languages.iter().any(|language| language == tag.as_str());
        let profile = |profile: &Profile| entry.profile == profile.as_str();
        (self.languages.is_empty() || self.languages.iter().any(language))
            && (self.editions.is_empty() || self.editions.contains(&entry.edition))
            && (self.profiles.is_empty() || self.profiles.iter().any(profile))
    }
}

/// One PDF to make.
#[derive(Debug, Clone, Copy)]
pub struct Job<'a> {
    /// The brochure.
    pub publication: &'a Publication,
    /// The states of its messages.
    pub states: &'a States,
    /// The edition.
    pub edition: &'a Edition,
    /// The language.
    pub language: &'a Tag,
    /// What the PDF is for.
    pub profile: Profile,
}

impl Job<'_> {
    /// How many blocks it shows: a measure of the work.
    fn blocks(&self) -> usize {
        let edition = self.edition.id.as_str();
        let sections = self.publication.brochure.sections_of(edition, self.language);
        let blocks = sections.flat_map(|section| &section.blocks);
        blocks.filter(|block| block.limits.admit(edition, self.language)).count()
    }
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

/// A loaded brochure with the states of its messages.
pub struct Desk {
    /// The brochure.
    pub publication: Publication,
    /// The states of its messages.
    pub states: States,
}

/// Loads the chosen brochures. A brochure with errors is left out, and the errors are in the report.
///
/// # Errors
///
/// Fails if the project has no such brochure, or none at all.
pub fn open(
    project: &Project,
    choice: &Choice,
    timings: &mut Timings,
    report: &Report,
) -> Result<Vec<Desk>, Diagnostic> {
    let known = project.brochures();
    if known.is_empty() {
        let folder = project.root().join("brochures");
        return Err(Diagnostic::error(format!("no brochure in `{}`", folder.display()))
            .hint("a brochure is a folder with a `brochure.toml`"));
    }
    if let Some(unknown) = choice.brochures.iter().find(|id| !known.contains(id)) {
        return Err(not_known("brochure", unknown, &known));
    }
    let ids = if choice.brochures.is_empty() { &known } else { &choice.brochures };
    let mut desks = Vec::new();
    for id in ids {
        let own = Report::new();
        let publication = timings.time(Stage::Load, || load(project, id, &own));
        if let Some(publication) = &publication {
            findings::check_accepts(publication, &own);
        }
        let broken = own.has_errors();
        report.extend(own.into_sorted());
        if let Some(publication) = publication.filter(|_| !broken) {
            let states = timings.time(Stage::State, || assess(&publication));
            desks.push(Desk { publication, states });
        }
    }
    Ok(desks)
}

/// The jobs of a choice. Where a brochure could not be loaded, as the report says, names that it may have had are
/// not asked after.
///
/// # Errors
///
/// Fails if no chosen brochure has an edition or a language of that name.
pub fn plan<'a>(
    desks: &'a [Desk],
    choice: &Choice,
    report: &Report,
) -> Result<Vec<Job<'a>>, Diagnostic> {
    let all_loaded = !report.has_errors();
    let editions = || desks.iter().flat_map(|desk| &desk.publication.brochure.editions);
    let languages = || desks.iter().flat_map(|desk| &desk.publication.brochure.languages);
    if all_loaded {
        for name in &choice.editions {
            if !editions().any(|edition| edition.id.value == *name) {
                let known: Vec<String> =
                    editions().map(|edition| edition.id.value.clone()).collect();
                return Err(not_known("edition", name, &known));
            }
        }
        for tag in &choice.languages {
            if !languages().any(|known| known.value == *tag) {
                let known: Vec<String> = languages().map(|tag| tag.value.to_string()).collect();
                return Err(not_known("language", tag.as_str(), &known));
            }
        }
    }
    let mut jobs = Vec::new();
    for desk in desks {
        let brochure = &desk.publication.brochure;
        for edition in &brochure.editions {
            if !choice.editions.is_empty() && !choice.editions.contains(&edition.id.value) {
                continue;
            }
            if choice.profiles.contains(&Profile::Office) && !edition.is_of_office_sheets() {
                report.add(edition.no_office_sheets(&edition.id.place));
            }
            for language in brochure.languages_of(edition) {
                if !choice.languages.is_empty() && !choice.languages.contains(&language.value) {
                    continue;
                }
                let profiles =
                    if choice.profiles.is_empty() { &edition.profiles } else { &choice.profiles };
                let possible = |profile: &&Profile| {
                    **profile != Profile::Office || edition.is_of_office_sheets()
                };
                jobs.extend(profiles.iter().filter(possible).map(|profile| Job {
                    publication: &desk.publication,
                    states: &desk.states,
                    edition,
                    language: &language.value,
                    profile: *profile,
                }));
            }
        }
    }
    if jobs.is_empty() && !report.has_errors() {
        return Err(Diagnostic::error("no edition is made in this language")
            .hint("`feuillet list` shows which editions are made in which languages"));
    }
    Ok(jobs)
}

/// Says that the user named something that is not there.
fn not_known(noun: &str, given: &str, known: &[String]) -> Diagnostic {
    let mut known = known.to_vec();
    known.sort();
    known.dedup();
    let diagnostic = Diagnostic::error(format!("no {noun} `{given}`"));
    match nearest(given, known.iter().map(String::as_str)) {
        Some(name) => diagnostic.hint(format!("did you mean `{name}`?")),
        None => diagnostic.hint(format!("there is {}", list(&known))),
    }
}

/// A language edition up to its Typst source.
#[must_use]
pub fn prepare(
    job: &Job<'_>,
    timings: &mut Timings,
    report: &Report,
) -> Option<(Manuscript, Composition)> {
    let manuscript = timings.time(Stage::Resolve, || {
        resolve(job.publication, job.states, job.edition, job.language, report)
    })?;
    if report.has_errors() {
        return None;
    }
    let composition = timings
        .time(Stage::Compose, || compose(job.publication, &manuscript, job.edition, job.profile));
    Some((manuscript, composition))
}

/// The families that a job's own language asks for.
fn families<'a>(job: &Job<'a>, language: &'a Language) -> &'a [String] {
    let own = job.publication.theme.families.get(&language.script.code);
    own.unwrap_or(&language.script.families)
}

/// Reads the project's fonts, and checks that the families of the jobs' languages are among them.
pub fn fonts(project: &Project, jobs: &[Job<'_>], report: &Report) -> Fonts {
    let fonts = Fonts::load(&project.fonts(), report);
    require_families(&fonts, jobs, report);
    fonts
}

/// Checks that the families of the jobs' languages are among the fonts.
fn require_families(fonts: &Fonts, jobs: &[Job<'_>], report: &Report) {
    for job in jobs {
        let Some(language) = job.publication.languages.get(job.language) else { continue };
        for family in families(job, language) {
            if !fonts.has_family(family) {
                report.add(
                    Diagnostic::error(format!(
                        "the family `{family}` for the script `{}` is not in `fonts/`",
                        language.script.code
                    ))
                    .suggest(family, fonts.families().iter().map(String::as_str))
                    .hint("put its files into the project's `fonts/` folder"),
                );
            }
        }
        check_legible(job, language, fonts, report);
    }
}

/// Running text must not be so small that it strains the eyes. What counts is the height of small letters, where a
/// script has them; other scripts are enlarged to look as large as Latin text (`scale` in the table of languages).
fn check_legible(job: &Job<'_>, language: &Language, fonts: &Fonts, report: &Report) {
    let has_small_letters = matches!(language.script.code.as_str(), "Latn" | "Cyrl" | "Grek");
    let family = families(job, language).first().filter(|_| has_small_letters);
    let height = family.and_then(|family| fonts.x_height(family));
    let share = height.map_or(1.0, |height| REFERENCE_X_HEIGHT / height);
    let legible = job.edition.form.legible().0 * share;
    let own = job.edition.text_size(job.language);
    let (least, place) = match job.edition.fit.least_size() {
        Some(least) if least.value < own.value.0 => (least.value, &least.place),
        _ => (own.value.0, &own.place),
    };
    // Sizes are set by tenths of a point.
    if least + 0.05 < legible {
        report.add(
            Diagnostic::error(format!(
                "running text of {} must not be smaller than {}{}",
                job.edition.form.with_article(),
                Pt((legible * 10.0).round() / 10.0),
                match family {
                    Some(family) if (share - 1.0).abs() > 0.005 => format!(" in `{family}`"),
                    _ => String::new(),
                }
            ))
            .at(place)
            .hint("name a larger size; a text that needs more room than that is too long"),
        );
    }
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
    if !families(job, language).iter().all(|family| fonts.has_family(family)) {
        return None;
    }
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
        Profile::Screen | Profile::Office => pages,
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
