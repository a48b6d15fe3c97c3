//! Makes the PDFs of one language edition, or takes them over from earlier runs.

use std::borrow::Cow;
use std::path::Path;
use std::sync::OnceLock;

use crate::artifact::{Accepted, Artifact, Built, FileRecord, files};
use crate::cache::{CacheSession, KeyInput};
use crate::diagnostic::{Diagnostic, Report, Reported, Severity};
use crate::driver::accepts::{accepted_contacts, accepted_findings};
use crate::driver::edition_pages::EditionPages;
use crate::driver::edition_source::{EditionSource, describe, file_path, new_artifact, state_of};
use crate::driver::expansion_room::warn_of_full_source;
use crate::driver::findings::report_findings;
use crate::driver::job::Job;
use crate::driver::parts::{artifact_of, edition_sources, findings_of_parts, pages_of_parts};
use crate::driver::pdf::{check_pages, pdf};
use crate::driver::shared_pdfs::{SharedGuard, SharedPdf, SharedPdfs, SharedPlace};
use crate::driver::timings::{Stage, Timings};
use crate::load::{Profile, Project};
use crate::typeset::checks::LayoutFinding;
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
        parts: job.parts(),
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
    /// The job in each of its languages.
    parts: Vec<Job<'a>>,
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
        let sources_of_parts = edition_sources(job, &mut self.timings, &self.report)?;
        for built in &mut self.built {
            describe(&sources_of_parts, &mut built.artifact);
        }
        for (part, source) in self.parts.iter().zip(&sources_of_parts) {
            for manuscript in source.manuscripts() {
                self.accepted.extend(accepted_contacts(part, manuscript));
            }
        }
        let composed = sources_of_parts;
        let mut keys = self.keys(&composed);
        let mut left = Vec::new();
        for (index, profile) in job.profiles.iter().copied().enumerate() {
            let key = keys.get_mut(index).and_then(Option::take);
            if !self.take_over(index, profile, key.as_deref(), &composed) {
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
            if !made.is_some_and(|made| self.share(index, key.as_deref(), made, &composed)) {
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
        let jobs = self.parts.clone();
        let timings = &mut self.timings;
        let parts = pages_of_parts(&jobs, composed, &profiles, fonts, sources, timings, report)?;
        for (index, profile, key, guard) in left {
            // One profile that can't be made keeps no other from being made.
            let made = self.make(index, profile, key, &parts);
            if let (Ok(Some(made)), Some(guard)) = (made, guard) {
                guard.set(made);
            }
        }
        Ok(())
    }

    /// The cache key of each profile: that of its only language, or one made of those of all.
    fn keys(&mut self, composed: &[EditionSource]) -> Vec<Option<String>> {
        let job = self.job;
        let state = state_of(composed);
        let files = job
            .profiles
            .iter()
            .map(|profile| (*profile, job.has_marks(*profile), file_path(job, *profile, &state)));
        let files: Vec<_> = files.collect();
        let cache = self.context.cache;
        let keys = self.timings.time(Stage::Driver, || {
            let keys = composed.iter().map(|source| {
                let input = KeyInput {
                    publication: job.publication(),
                    edition: job.edition,
                    languages: job.id.languages(),
                    composition: &source.composition,
                };
                cache?.keys(&input, &files)
            });
            keys.collect::<Option<Vec<Vec<String>>>>()
        });
        match keys.as_deref() {
            None => Vec::new(),
            Some([only]) => only.iter().cloned().map(Some).collect(),
            Some(parts) => (0..files.len())
                .map(|index| {
                    let own: Option<Vec<&str>> =
                        parts.iter().map(|keys| keys.get(index).map(String::as_str)).collect();
                    Some(files::sha256(own?.join("+").as_bytes()))
                })
                .collect(),
        }
    }

    /// Takes a PDF over from an earlier run; tells whether there was one.
    fn take_over(
        &mut self,
        index: usize,
        profile: Profile,
        key: Option<&str>,
        composed: &[EditionSource],
    ) -> bool {
        let (job, cache) = (self.job, self.context.cache);
        let found = self.timings.time(Stage::Driver, || cache?.get(&job.id, profile, key?));
        let Some((mut artifact, diagnostics)) = found else { return false };
        describe(composed, &mut artifact);
        if let Some(place) =
            self.context.shared.zip(key).and_then(|(shared, key)| shared.place(key))
        {
            let (artifact, diagnostics) = (artifact.clone(), diagnostics.clone());
            place.lock().set(SharedPdf { artifact, diagnostics });
        }
        self.tell(&artifact, diagnostics, composed);
        self.put(index, artifact, true);
        true
    }

    /// Reports what was found in a PDF that is made already, and takes up what of it is accepted.
    fn tell(
        &mut self,
        artifact: &Artifact,
        diagnostics: Vec<Diagnostic>,
        composed: &[EditionSource],
    ) {
        let findings = findings_of_parts(artifact, composed.len());
        for ((part, source), findings) in self.parts.clone().iter().zip(composed).zip(findings) {
            let composition = &source.composition;
            let _ = report_findings(part, composition, &findings, &self.report);
            if composed.len() == 1 {
                warn_of_full_source(part, artifact, composition, &self.report);
            }
            self.accept(part, &findings);
        }
        self.report.extend(diagnostics);
    }

    /// Gives the PDF of another body, which says the same, a second name; tells whether that could be done.
    fn share(
        &mut self,
        index: usize,
        key: Option<&str>,
        made: &SharedPdf,
        composed: &[EditionSource],
    ) -> bool {
        let (Some(output), Some(from)) = (self.context.output, made.artifact.output_path()) else {
            return false;
        };
        let mut artifact = Artifact { id: self.job.id.clone(), ..made.artifact.clone() };
        artifact.file = artifact.file.map(|file| FileRecord { folder: self.job.folder(), ..file });
        describe(composed, &mut artifact);
        let Some(path) = artifact.output_path() else { return false };
        let linked = self
            .timings
            .time(Stage::Driver, || files::link(&output.join(from), &output.join(path)));
        if linked.is_err() {
            // Another one is made, and what is wrong told then.
            return false;
        }
        self.keep(&artifact, key.map(str::to_owned), &made.diagnostics);
        self.tell(&artifact, made.diagnostics.clone(), composed);
        self.put(index, artifact, false);
        true
    }

    /// Makes the PDF of one profile.
    fn make(
        &mut self,
        index: usize,
        profile: Profile,
        key: Option<String>,
        parts: &[EditionPages<'_>],
    ) -> Result<Option<SharedPdf>, Reported> {
        let artifact = artifact_of(self.job, parts, profile);
        self.put(index, artifact.clone(), false);
        let mut checked = Ok(());
        for part in parts {
            let own = part.artifact(profile);
            self.accept(part.job, &own.findings);
            checked = checked.and(check_pages(part, &own, parts.len() == 1, &self.report));
        }
        // A proof shows a translator where the text runs over.
        if profile != Profile::Proof {
            checked?;
        }
        let own = Report::new();
        let made = pdf(self.job, parts, artifact, &mut self.timings, &own);
        let own = own.into_sorted();
        self.report.extend(own.iter().cloned());
        let (bytes, artifact) = made?;
        let written = self.write(&artifact, &bytes);
        // Findings are reported again each time: what is accepted may change.
        let found = parts.iter().flat_map(|part| part.diagnostics().iter().cloned());
        let diagnostics: Vec<Diagnostic> = found.chain(own).collect();
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

    /// Sets what came of a profile.
    fn put(&mut self, index: usize, artifact: Artifact, unchanged: bool) {
        if let Some(built) = self.built.get_mut(index) {
            *built = Built { artifact, unchanged };
        }
    }

    /// Takes up which findings in a language the brochure accepts. What several profiles accept is accepted once.
    fn accept(&mut self, part: &Job<'_>, findings: &[LayoutFinding]) {
        for accepted in accepted_findings(part, findings) {
            if !self.accepted.contains(&accepted) {
                self.accepted.push(accepted);
            }
        }
    }
}
