//! A language edition in; its PDFs out, one for each profile. They share manuscript, composition and typesetting.

use std::borrow::Cow;
use std::path::Path;
use std::sync::OnceLock;

use crate::build::cache::Cache;
use crate::build::cache::Record;
use crate::build::cache::key::Keys;
use crate::build::cache::seen::{Moment, Seen};
use crate::build::cache::stored::{StoredDiagnostic, StoredFinding, StoredPanel, Texts};
use crate::build::findings::{self, Accepted};
use crate::build::finish::{Material, finish, impose};
use crate::build::judge::judge;
use crate::build::legible::{check_legible, require_families};
use crate::build::manifest::Entry;
use crate::build::plan::{Job, prepare};
use crate::build::timings::{Stage, Timings};
use crate::build::{Built, Fitting, files, full, proofing};
use crate::compose::Composition;
use crate::diagnostic::{Diagnostic, Report, Severity};
use crate::load::{Profile, Project, Setting};
use crate::resolve::Manuscript;
use crate::review::EditionState;
use crate::typeset::checks::LayoutFinding;
use crate::typeset::{Fonts, Pages, Panel, Sources, typeset_profiles};

/// The fonts of a project, read when somebody first needs them.
pub(super) struct Shelf<'a> {
    project: &'a Project,
    fonts: OnceLock<Cow<'a, Fonts>>,
}

impl<'a> Shelf<'a> {
    /// Fonts that are read already, or are known to be without a fault.
    pub(super) fn new(project: &'a Project, fonts: Option<Fonts>) -> Shelf<'a> {
        let fonts = fonts.map(|fonts| OnceLock::from(Cow::Owned(fonts)));
        Shelf { project, fonts: fonts.unwrap_or_default() }
    }

    /// Fonts that somebody else keeps.
    pub(super) fn lent(project: &'a Project, fonts: &'a Fonts) -> Shelf<'a> {
        Shelf { project, fonts: OnceLock::from(Cow::Borrowed(fonts)) }
    }

    fn get(&self, jobs: &[Job<'_>], report: &Report) -> &Fonts {
        let load = || Cow::Owned(Fonts::load(&self.project.fonts(), report));
        let fonts = self.fonts.get_or_init(load);
        require_families(fonts, jobs, report);
        fonts
    }
}

/// What earlier runs left, and how this one knows it again.
pub(super) struct Memory<'a> {
    pub(super) keys: Keys<'a>,
    /// What may be taken over; `None` if all is made again.
    pub(super) cache: Option<&'a Cache>,
    pub(super) project: &'a Project,
    /// When this run began.
    pub(super) now: Moment,
}

/// What all language editions of a run use.
pub(super) struct Shop<'a> {
    pub(super) fonts: Shelf<'a>,
    /// The folder for the PDFs; `None` to write nothing.
    pub(super) output: Option<&'a Path>,
    /// `None` to make all of it.
    pub(super) memory: Option<Memory<'a>>,
}

/// A PDF with what is told of it.
pub(super) struct Made {
    pub(super) built: Built,
    pub(super) entry: Option<Entry>,
    /// What is to be remembered of it, and the file as it was seen.
    pub(super) record: Option<(Record, Option<Seen>)>,
    /// Whether its file could not be written.
    pub(super) unwritten: bool,
}

/// What came of a language edition.
pub(super) struct GroupResult {
    /// Its PDFs, in the order of the jobs.
    pub(super) made: Vec<Made>,
    pub(super) accepted: Vec<Accepted>,
    pub(super) diagnostics: Vec<Diagnostic>,
    pub(super) timings: Timings,
}

/// Makes the PDFs of one language edition; `sources` are what an earlier run of the same left.
pub(super) fn run(jobs: &[Job<'_>], shop: &Shop<'_>, sources: &mut Sources) -> GroupResult {
    let made = jobs.iter().map(|job| Made {
        built: Built::new(job),
        entry: None,
        record: None,
        unwritten: false,
    });
    let mut work = Work {
        shop,
        report: Report::new(),
        timings: Timings::default(),
        accepted: Vec::new(),
        made: made.collect(),
    };
    // Whatever ends the work early is in the report.
    let _ = work.run(jobs, sources);
    GroupResult {
        made: work.made,
        accepted: work.accepted,
        diagnostics: work.report.into_sorted(),
        timings: work.timings,
    }
}

/// The work on one language edition.
struct Work<'a, 'b> {
    shop: &'a Shop<'b>,
    report: Report,
    timings: Timings,
    accepted: Vec<Accepted>,
    made: Vec<Made>,
}

/// What all profiles of a language edition share.
struct Shared<'a> {
    manuscript: &'a Manuscript,
    composition: &'a Composition,
    fonts: &'a Fonts,
    /// What was told of the pages before the checks ran.
    laid: &'a [Diagnostic],
}

impl Work<'_, '_> {
    fn run(&mut self, jobs: &[Job<'_>], sources: &mut Sources) -> Option<()> {
        let first = Job { profile: Profile::Screen, ..*jobs.first()? };
        let (manuscript, composition) = prepare(&first, &mut self.timings, &self.report)?;
        let path = |job: &Job<'_>| file_path(job, &manuscript.state);
        for made in &mut self.made {
            made.built.state = Some(manuscript.state.clone());
        }
        let shop = self.shop;
        let keys = match &shop.memory {
            Some(memory) => {
                self.timings.time(Stage::Build, || memory.keys.of(jobs, &composition, path))
            }
            None => vec![None; jobs.len()],
        };
        let mut left = Vec::new();
        for (index, (job, key)) in jobs.iter().zip(keys).enumerate() {
            let taken = key.as_ref().is_some_and(|key| {
                self.take_over(index, job, key, &manuscript, &composition).is_some()
            });
            if !taken {
                left.push((index, job, key));
            }
        }
        if left.is_empty() {
            return Some(());
        }
        let report = &self.report;
        let fonts = self.timings.time(Stage::Load, || shop.fonts.get(jobs, report));
        let language = manuscript.language();
        let families = first.publication.theme.families_of(&language.script);
        if !families.iter().all(|family| fonts.has_family(family)) {
            return None;
        }
        let laid = Report::new();
        check_legible(&first, language, fonts, &laid);
        let profiles: Vec<Profile> = left.iter().map(|(_, job, _)| job.profile).collect();
        let pages = self.timings.time(Stage::Typeset, || {
            typeset_profiles(&composition, fonts, &profiles, sources, &laid)
        });
        let laid = laid.into_sorted();
        self.report.extend(laid.iter().cloned());
        let shared =
            Shared { manuscript: &manuscript, composition: &composition, fonts, laid: &laid };
        for ((index, job, key), pages) in left.into_iter().zip(pages.ok()?) {
            // One profile that can't be made keeps no other from being made.
            let _ = self.make(index, job, key, pages, &shared);
        }
        Some(())
    }

    /// Takes a PDF over from an earlier run. `None` if it must be made.
    fn take_over(
        &mut self,
        index: usize,
        job: &Job<'_>,
        key: &str,
        manuscript: &Manuscript,
        composition: &Composition,
    ) -> Option<()> {
        let memory = self.shop.memory.as_ref()?;
        let output = self.shop.output?;
        let cache = memory.cache?;
        let record = cache
            .records
            .get(&self.made.get(index)?.built.slot())
            .filter(|record| record.key == key)?;
        let texts = Texts::new(memory.project);
        let told = record.told.iter().map(|found| found.restore(&texts));
        let told: Vec<Diagnostic> = told.collect::<Option<_>>()?;
        let seen = cache.outputs.get(&record.path)?;
        let again = seen.again(&output.join(&record.path), memory.now).ok()?;
        if again.sha256 != seen.sha256 {
            return None;
        }
        let findings: Vec<LayoutFinding> =
            record.findings.iter().map(StoredFinding::restore).collect();
        self.accept(findings::report(job, composition, &findings, &self.report));
        let setting = Setting::from(record.setting);
        let panels: Vec<Panel> = record.panels.iter().map(StoredPanel::restore).collect();
        full::warn_of_full_source(job, &panels, setting, composition, &self.report);
        self.report.extend(told);
        let entry = record.entry.clone().with_state_of(manuscript);
        let made = self.made.get_mut(index)?;
        made.built.panels = panels;
        made.built.fitting = Some(Fitting { setting, runs: record.runs });
        made.built.file = Some((entry.path.clone(), entry.bytes));
        made.built.taken_over = true;
        made.record = Some((Record { entry: entry.clone(), ..record.clone() }, Some(again)));
        made.entry = Some(entry);
        Some(())
    }

    /// What several profiles accept is accepted once.
    fn accept(&mut self, found: Vec<Accepted>) {
        for accepted in found {
            if !self.accepted.contains(&accepted) {
                self.accepted.push(accepted);
            }
        }
    }

    /// Makes one PDF of the pages. `None` if something keeps it from being made; it is in the report.
    fn make(
        &mut self,
        index: usize,
        job: &Job<'_>,
        key: Option<String>,
        pages: Pages,
        shared: &Shared<'_>,
    ) -> Option<()> {
        let own = Report::new();
        let made = self.make_with(index, job, pages, shared, &own);
        let own = own.into_sorted();
        self.report.extend(own.iter().cloned());
        let (entry, findings) = made?;
        let made = self.made.get_mut(index)?;
        made.entry = Some(entry.clone());
        let Some(output) = self.shop.output else { return Some(()) };
        let path = format!("{}/{}", job.publication.brochure.id, entry.path);
        made.built.file = Some((entry.path.clone(), entry.bytes));
        let told: Vec<&Diagnostic> = shared.laid.iter().chain(&own).collect();
        let is_error = |severity: Severity| severity == Severity::Error;
        if told.iter().any(|found| is_error(found.severity))
            || findings.iter().any(|found| is_error(found.severity))
        {
            return Some(());
        }
        let fitting = made.built.fitting?;
        let memory = self.shop.memory.as_ref()?;
        let texts = Texts::new(memory.project);
        let seen = Seen::known(&output.join(&path), entry.sha256.clone(), memory.now).ok();
        let record = Record {
            key: key?,
            path,
            entry,
            panels: made.built.panels.iter().map(StoredPanel::new).collect(),
            setting: fitting.setting.into(),
            runs: fitting.runs,
            findings: findings.iter().map(StoredFinding::new).collect(),
            told: told.into_iter().map(|found| StoredDiagnostic::new(found, &texts)).collect(),
        };
        made.record = Some((record, seen));
        Some(())
    }

    /// The stages of one profile, from the pages to the file, with what the checks found. What is no finding goes to the
    /// report `own`.
    fn make_with(
        &mut self,
        index: usize,
        job: &Job<'_>,
        pages: Pages,
        shared: &Shared<'_>,
        own: &Report,
    ) -> Option<(Entry, Vec<LayoutFinding>)> {
        let found = Report::new();
        let accepted = findings::report(job, shared.composition, &pages.findings, &found);
        let faulty = shared.laid.iter().any(|found| found.severity == Severity::Error)
            || found.has_errors()
            || own.has_errors();
        self.report.extend(found.into_sorted());
        self.accept(accepted.clone());
        let made = self.made.get_mut(index)?;
        made.built.panels.clone_from(&pages.panels);
        made.built.fitting = Some(Fitting { setting: pages.setting, runs: pages.runs });
        // A proof shows a translator where the text runs over.
        if faulty && job.profile != Profile::Proof {
            return None;
        }
        full::warn_of_full_source(
            job,
            &pages.panels,
            pages.setting,
            shared.composition,
            &self.report,
        );
        let findings = pages.findings.clone();
        let timings = &mut self.timings;
        let pages = match job.profile {
            Profile::Screen | Profile::Print | Profile::Office => pages,
            Profile::Proof => timings.time(Stage::Typeset, || {
                let Shared { manuscript, composition, fonts, .. } = shared;
                proofing::proofed(job, manuscript, composition, &pages, &accepted, fonts, own)
            })?,
        };
        let material = Material {
            manuscript: shared.manuscript,
            composition: shared.composition,
            fonts: shared.fonts,
        };
        let sheets = timings.time(Stage::Impose, || impose(job, &pages, &material, own))?;
        let pdf = timings.time(Stage::Export, || finish(job, &pages, &sheets, &material, own))?;
        let path = file_path(job, &shared.manuscript.state);
        let judged = timings.time(Stage::Preflight, || judge(job, &sheets, &pdf, own)).ok()?;
        let entry = timings.time(Stage::Build, || Entry {
            preflight: judged,
            ..Entry::new(job, shared.manuscript, &path, &pdf, &pages, &sheets)
        });
        if let Some(output) = self.shop.output {
            let target = output.join(&job.publication.brochure.id).join(&path);
            if let Err(error) = timings.time(Stage::Build, || files::write(&target, &pdf)) {
                own.add(files::cannot_write(&target, &error));
                made.unwritten = true;
                return None;
            }
        }
        Some((entry, findings))
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
