//! Makes the PDFs of one language edition, or takes them over from earlier runs.

use std::borrow::Cow;
use std::path::Path;
use std::sync::OnceLock;

use crate::artifact::{Accepted, Artifact, Built, FileRecord, files};
use crate::cache::{CacheSession, KeyInput};
use crate::diagnostic::{Diagnostic, Report, Reported, Severity};
use crate::driver::accepts::{accepted_contacts, accepted_findings};
use crate::driver::edition_pages::{EditionPages, edition_pages};
use crate::driver::edition_source::{EditionSource, edition_source, file_path, new_artifact};
use crate::driver::expansion_room::warn_of_full_source;
use crate::driver::findings::report_findings;
use crate::driver::job::Job;
use crate::driver::pdf::{check_pages, pdf};
use crate::driver::shared_pdfs::{SharedGuard, SharedPdf, SharedPdfs, SharedPlace};
use crate::driver::timings::{Stage, Timings};
use crate::load::{Profile, Project};
use crate::typeset::{Fonts, Sources};

/// The fonts of a project, loaded when they are first needed.
pub(crate) struct LazyFonts<'a> {
    project: &'a Project,
    fonts: OnceLock<Cow<'a, Fonts>>,
}

impl<'a> LazyFonts<'a> {
    /// Fonts that are loaded already, or that are known to have no fault.
    pub(crate) fn new(project: &'a Project, fonts: Option<Cow<'a, Fonts>>) -> LazyFonts<'a> {
        LazyFonts { project, fonts: fonts.map(OnceLock::from).unwrap_or_default() }
    }

    fn get(&self, cache: Option<&CacheSession<'_>>, report: &Report) -> &Fonts {
        self.fonts.get_or_init(|| {
            let fonts = Fonts::load(&self.project.fonts(), report);
            cache.inspect(|cache| cache.confirm_loaded());
            Cow::Owned(fonts)
        })
    }
}

/// What all language editions of a run share.
pub(crate) struct BuildContext<'a> {
    /// The fonts.
    pub(crate) fonts: LazyFonts<'a>,
    /// The folder for PDFs; `None` to write nothing.
    pub(crate) output: Option<&'a Path>,
    /// What earlier runs left; `None` to make everything and keep nothing.
    pub(crate) cache: Option<&'a CacheSession<'a>>,
    /// What this run has made for other bodies; `None` if no two editions can be the same.
    pub(crate) shared: Option<&'a SharedPdfs>,
}

/// What came of a language edition.
pub(crate) struct EditionResult {
    /// Its PDFs, in the order of the job's profiles.
    pub(crate) built: Vec<Built>,
    /// What the layout checks found and the brochure accepts.
    pub(crate) accepted: Vec<Accepted>,
    /// What was found.
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// How long the stages took.
    pub(crate) timings: Timings,
    /// Whether everything that was made could be written.
    pub(crate) is_complete: bool,
}

/// Makes the PDFs of a language edition; `sources` are what an earlier run of the same edition left.
pub(crate) fn build_edition(
    job: &Job<'_>,
    context: &BuildContext<'_>,
    sources: &mut Sources,
) -> EditionResult {
    let new = |profile: &Profile| Built { artifact: new_artifact(job, *profile), unchanged: false };
    let mut work = Work {
        job,
        context,
        report: Report::new(),
        timings: Timings::default(),
        built: job.profiles.iter().map(new).collect(),
        accepted: Vec::new(),
        is_complete: true,
    };
    // What ends the work early is in the report.
    let _: Result<(), Reported> = work.run(sources);
    EditionResult {
        built: work.built,
        accepted: work.accepted,
        diagnostics: work.report.into_sorted(),
        timings: work.timings,
        is_complete: work.is_complete,
    }
}

/// The work on one language edition.
struct Work<'a, 'b> {
    job: &'a Job<'a>,
    context: &'a BuildContext<'b>,
    report: Report,
    timings: Timings,
    built: Vec<Built>,
    accepted: Vec<Accepted>,
    is_complete: bool,
}

impl Work<'_, '_> {
    fn run(&mut self, sources: &mut Sources) -> Result<(), Reported> {
        let (job, context) = (self.job, self.context);
        let source = edition_source(job, &mut self.timings, &self.report)?;
        for built in &mut self.built {
            source.describe(&mut built.artifact);
        }
        self.accepted.extend(accepted_contacts(job, &source.manuscript));
        let mut keys = self.keys(&source);
        let mut left = Vec::new();
        for (index, profile) in job.profiles.iter().copied().enumerate() {
            let key = keys.get_mut(index).and_then(Option::take);
            if !self.take_over(index, profile, key.as_deref(), &source) {
                left.push((index, profile, key));
            }
        }
        // Held until they are made: who needs the same waits for it.
        let places: Vec<Option<SharedPlace>> =
            left.iter().map(|(_, _, key)| context.shared?.place(key.as_deref()?)).collect();
        let mut held: Vec<Option<SharedGuard<'_>>> =
            places.iter().map(|place| place.as_ref().map(|place| place.lock())).collect();
        let mut still_left = Vec::new();
        for ((index, profile, key), guard) in left.into_iter().zip(&mut held) {
            let made = guard.as_ref().and_then(|guard| guard.get());
            if !made.is_some_and(|made| self.share(index, key.as_deref(), made, &source)) {
                still_left.push((index, profile, key, guard));
            }
        }
        let left = still_left;
        if left.is_empty() {
            return Ok(());
        }
        let report = &self.report;
        let fonts = self.timings.time(Stage::Load, || context.fonts.get(context.cache, report));
        let profiles: Vec<Profile> = left.iter().map(|(_, profile, ..)| *profile).collect();
        let timings = &mut self.timings;
        let edition = edition_pages(job, source, &profiles, fonts, sources, timings, report)?;
        for (index, profile, key, guard) in left {
            // One profile that can't be made keeps no other from being made.
            let made = self.make(index, profile, key, &edition);
            if let (Ok(Some(made)), Some(guard)) = (made, guard) {
                guard.set(made);
            }
        }
        Ok(())
    }

    /// The cache key of each profile.
    fn keys(&mut self, source: &EditionSource) -> Vec<Option<String>> {
        let job = self.job;
        let input = KeyInput {
            publication: job.publication(),
            edition: job.edition,
            languages: job.id.languages(),
            composition: &source.composition,
        };
        let state = &source.manuscript.state;
        let files = job
            .profiles
            .iter()
            .map(|profile| (*profile, job.has_marks(*profile), file_path(job, *profile, state)));
        let files: Vec<_> = files.collect();
        let cache = self.context.cache;
        let keys = self.timings.time(Stage::Driver, || cache?.keys(&input, &files));
        keys.map_or_else(Vec::new, |keys| keys.into_iter().map(Some).collect())
    }

    /// Takes a PDF over from an earlier run; tells whether there was one.
    fn take_over(
        &mut self,
        index: usize,
        profile: Profile,
        key: Option<&str>,
        source: &EditionSource,
    ) -> bool {
        let (job, cache) = (self.job, self.context.cache);
        let found = self.timings.time(Stage::Driver, || cache?.get(&job.id, profile, key?));
        let Some((mut artifact, diagnostics)) = found else { return false };
        source.describe(&mut artifact);
        if let Some(place) =
            self.context.shared.zip(key).and_then(|(shared, key)| shared.place(key))
        {
            let (artifact, diagnostics) = (artifact.clone(), diagnostics.clone());
            place.lock().set(SharedPdf { artifact, diagnostics });
        }
        self.tell(&artifact, diagnostics, source);
        self.put(index, artifact, true);
        true
    }

    /// Reports what was found in a PDF that is made already.
    fn tell(&self, artifact: &Artifact, diagnostics: Vec<Diagnostic>, source: &EditionSource) {
        let composition = &source.composition;
        let _ = report_findings(self.job, composition, &artifact.findings, &self.report);
        warn_of_full_source(self.job, artifact, composition, &self.report);
        self.report.extend(diagnostics);
    }

    /// Gives the PDF of another body, which says the same, a second name; tells whether that could be done.
    fn share(
        &mut self,
        index: usize,
        key: Option<&str>,
        made: &SharedPdf,
        source: &EditionSource,
    ) -> bool {
        let (Some(output), Some(from)) = (self.context.output, made.artifact.output_path()) else {
            return false;
        };
        let mut artifact = Artifact { id: self.job.id.clone(), ..made.artifact.clone() };
        artifact.file = artifact.file.map(|file| FileRecord { folder: self.job.folder(), ..file });
        source.describe(&mut artifact);
        let Some(path) = artifact.output_path() else { return false };
        let linked = self
            .timings
            .time(Stage::Driver, || files::link(&output.join(from), &output.join(path)));
        if linked.is_err() {
            // Another one is made, and what is wrong told then.
            return false;
        }
        self.keep(&artifact, key.map(str::to_owned), &made.diagnostics);
        self.tell(&artifact, made.diagnostics.clone(), source);
        self.put(index, artifact, false);
        true
    }

    /// Makes the PDF of one profile.
    fn make(
        &mut self,
        index: usize,
        profile: Profile,
        key: Option<String>,
        edition: &EditionPages<'_>,
    ) -> Result<Option<SharedPdf>, Reported> {
        let artifact = edition.artifact(profile);
        self.put(index, artifact.clone(), false);
        let checked = check_pages(edition, &artifact, &self.report);
        // A proof shows a translator where the text runs over.
        if profile != Profile::Proof {
            checked?;
        }
        let own = Report::new();
        let made = pdf(edition, artifact, &mut self.timings, &own);
        let own = own.into_sorted();
        self.report.extend(own.iter().cloned());
        let (bytes, artifact) = made?;
        let written = self.write(&artifact, &bytes);
        // Findings are reported again each time: what is accepted may change.
        let diagnostics: Vec<Diagnostic> =
            edition.diagnostics().iter().cloned().chain(own).collect();
        let is_sound =
            checked.is_ok() && diagnostics.iter().all(|found| found.severity == Severity::Warning);
        written?;
        if self.context.output.is_some() {
            self.keep(&artifact, key.filter(|_| is_sound), &diagnostics);
            self.put(index, artifact.clone(), false);
            return Ok(is_sound.then_some(SharedPdf { artifact, diagnostics }));
        }
        self.put(index, Artifact { file: None, ..artifact }, false);
        Ok(None)
    }

    /// Writes a PDF.
    fn write(&mut self, artifact: &Artifact, bytes: &[u8]) -> Result<(), Reported> {
        let Some((output, path)) = self.context.output.zip(artifact.output_path()) else {
            return Ok(());
        };
        let target = output.join(path);
        let written = self.timings.time(Stage::Driver, || files::write(&target, bytes));
        written.map_err(|error| {
            self.is_complete = false;
            self.report.error(files::cannot_write(&target, &error))
        })
    }

    /// Keeps a PDF for the next run.
    fn keep(&mut self, artifact: &Artifact, key: Option<String>, diagnostics: &[Diagnostic]) {
        let Some(cache) = self.context.cache else { return };
        let kept = self.timings.time(Stage::Driver, || cache.put(artifact, key, diagnostics));
        if let Err(error) = kept {
            self.is_complete = false;
            self.report.add(files::cannot_write(cache.output(), &error));
        }
    }

    /// Sets what came of a profile. What several profiles accept is accepted once.
    fn put(&mut self, index: usize, artifact: Artifact, unchanged: bool) {
        for accepted in accepted_findings(self.job, &artifact.findings) {
            if !self.accepted.contains(&accepted) {
                self.accepted.push(accepted);
            }
        }
        if let Some(built) = self.built.get_mut(index) {
            *built = Built { artifact, unchanged };
        }
    }
}
