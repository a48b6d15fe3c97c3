//! Turns a language edition into pages, and its pages into PDFs.

use crate::artifact::{Artifact, Copyfit, FileRecord, Geometry};
use crate::compose::{Composition, compose};
use crate::diagnostic::{Diagnostic, Report, Reported, Severity};
use crate::driver::expansion_room::warn_of_full_source;
use crate::driver::legibility::{check_families, check_text_size};
use crate::driver::plan::Job;
use crate::driver::timings::{Stage, Timings};
use crate::driver::{findings, pdf, proof, verdict};
use crate::load::Profile;
use crate::resolve::manuscript::Origin;
use crate::resolve::{Manuscript, resolve};
use crate::review::EditionState;
use crate::typeset::{Fonts, Pages, Sources, typeset_profiles};

/// A language edition up to its Typst source.
pub(crate) struct EditionSource {
    /// Its texts, block by block.
    pub(crate) manuscript: Manuscript,
    /// The Typst source.
    pub(crate) composition: Composition,
}

/// Resolves and composes a language edition.
///
/// # Errors
///
/// Fails if a text can't be resolved.
pub(crate) fn edition_source(
    job: &Job<'_>,
    timings: &mut Timings,
    report: &Report,
) -> Result<EditionSource, Reported> {
    let (publication, states) = (job.publication(), &job.brochure.states);
    let own = Report::new();
    let manuscript = timings.time(Stage::Resolve, || resolve(publication, states, &job.id, &own));
    let is_sound = !own.has_errors();
    report.extend(own.into_sorted());
    let manuscript = if is_sound { manuscript? } else { return Err(report.reported()) };
    let composition =
        timings.time(Stage::Compose, || compose(publication, &manuscript, job.edition));
    Ok(EditionSource { manuscript, composition })
}

impl EditionSource {
    /// The record of a PDF of which only the texts are known yet.
    pub(crate) fn artifact(&self, job: &Job<'_>, profile: Profile) -> Artifact {
        let mut artifact = new_artifact(job, profile);
        self.describe(&mut artifact);
        artifact
    }

    /// Brings what a record says of the texts up to date: other reasons for the same state leave the bytes as they are.
    pub(crate) fn describe(&self, artifact: &mut Artifact) {
        artifact.state = Some(self.manuscript.state.clone());
        let passages = self.manuscript.passages().into_iter();
        let fallbacks = passages.filter_map(|passage| match &passage.origin {
            Origin::Fallback(id) => Some(format!("`{id}` is shown in `{}`", passage.language)),
            _ => None,
        });
        artifact.warnings = fallbacks.collect();
    }
}

/// The record of a PDF of which nothing is known yet.
pub(crate) fn new_artifact(job: &Job<'_>, profile: Profile) -> Artifact {
    let release = &job.publication().brochure.release.version.value;
    Artifact::new(job.id.clone(), profile, release)
}

/// A language edition, typeset for some profiles.
pub(crate) struct EditionPages<'a> {
    pub(super) job: &'a Job<'a>,
    pub(super) source: EditionSource,
    pub(super) fonts: &'a Fonts,
    /// Pages by profile.
    pages: Vec<(Profile, Pages)>,
    /// What was reported of the pages of all profiles.
    diagnostics: Vec<Diagnostic>,
}

/// Typesets a language edition once for several profiles. `sources` are what an earlier run of the same edition left.
///
/// # Errors
///
/// Fails if a family is missing, or if Typst makes no pages.
pub(crate) fn edition_pages<'a>(
    job: &'a Job<'a>,
    source: EditionSource,
    profiles: &[Profile],
    fonts: &'a Fonts,
    sources: &mut Sources,
    timings: &mut Timings,
    report: &Report,
) -> Result<EditionPages<'a>, Reported> {
    check_families(fonts, job, report)?;
    let own = Report::new();
    check_text_size(job, source.manuscript.language(), fonts, &own);
    let pages = timings.time(Stage::Typeset, || {
        typeset_profiles(&source.composition, fonts, profiles, sources, &own)
    });
    let diagnostics = own.into_sorted();
    report.extend(diagnostics.iter().cloned());
    let pages = profiles.iter().copied().zip(pages?).collect();
    Ok(EditionPages { job, source, fonts, pages, diagnostics })
}

impl EditionPages<'_> {
    /// The pages as a profile paints them, if they were typeset for it.
    pub(super) fn pages(&self, profile: Profile) -> Option<&Pages> {
        self.pages.iter().find(|(own, _)| *own == profile).map(|(_, pages)| pages)
    }

    /// What was reported of the pages of all profiles.
    pub(super) fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// The record of a PDF up to its pages.
    pub(crate) fn artifact(&self, profile: Profile) -> Artifact {
        let artifact = self.source.artifact(self.job, profile);
        let Some(pages) = self.pages(profile) else { return artifact };
        let mut artifact = Artifact {
            copyfit: Some(Copyfit { setting: pages.setting, runs: pages.runs }),
            panels: pages.panels.clone(),
            findings: pages.findings.clone(),
            ..artifact
        };
        // As precise as anybody can see, and the same after they were written and read.
        for panel in &mut artifact.panels {
            panel.fill = rounded(panel.fill, 10_000.0);
        }
        for area in artifact.findings.iter_mut().filter_map(|finding| finding.area.as_mut()) {
            for edge in [&mut area.left, &mut area.top, &mut area.right, &mut area.bottom] {
                *edge = rounded(*edge, 1000.0);
            }
        }
        artifact
    }

    /// Reports what the layout checks found, without what the brochure accepts.
    ///
    /// # Errors
    ///
    /// Fails if the pages have an error: they may only be proofread.
    pub(crate) fn check(&self, artifact: &Artifact, report: &Report) -> Result<(), Reported> {
        let composition = &self.source.composition;
        let checked = findings::report(self.job, composition, &artifact.findings, report);
        if self.diagnostics.iter().any(|found| found.severity == Severity::Error) {
            return Err(report.reported());
        }
        checked?;
        warn_of_full_source(self.job, artifact, composition, report);
        Ok(())
    }

    /// Imposes, exports and judges the PDF of a profile. `artifact` is its record up to the pages.
    ///
    /// # Errors
    ///
    /// Fails if the PDF can't be made, or may not be printed or published.
    pub(crate) fn pdf(
        &self,
        artifact: Artifact,
        timings: &mut Timings,
        report: &Report,
    ) -> Result<(Vec<u8>, Artifact), Reported> {
        let (job, profile) = (self.job, artifact.profile);
        let Some(pages) = self.pages(profile) else {
            let message = format!("the edition was not typeset for `{}`", profile.as_str());
            return Err(report.error(Diagnostic::error(message)));
        };
        let annotated = match profile {
            Profile::Screen | Profile::Print | Profile::Office => None,
            Profile::Proof => Some(timings.time(Stage::Typeset, || {
                proof::annotate(self, pages, &artifact.findings, report)
            })?),
        };
        let pages = annotated.as_ref().unwrap_or(pages);
        let sheets = timings.time(Stage::Impose, || pdf::impose(self, profile, pages, report))?;
        let bytes =
            timings.time(Stage::Export, || pdf::export(self, profile, pages, &sheets, report))?;
        let preflight = timings
            .time(Stage::Preflight, || verdict::judge(job, profile, &sheets, &bytes, report))?;
        let path = file_path(job, profile, &self.source.manuscript.state);
        let reading_pages = pages.document.pages().len();
        let file = timings.time(Stage::Driver, || FileRecord::new(path, &bytes));
        let geometry = Geometry::new(job.edition, profile, reading_pages, &sheets);
        let (file, geometry) = (Some(file), Some(geometry));
        Ok((bytes, Artifact { file, geometry, preflight, ..artifact }))
    }
}

/// A figure to so many parts of one.
fn rounded(figure: f64, parts: f64) -> f64 {
    (figure * parts).round() / parts
}

/// The path of a PDF below the brochure's output folder:
/// `<lang>/<public-name>-<edition>-<lang>-<profile>[-draft].pdf`.
pub(super) fn file_path(job: &Job<'_>, profile: Profile, state: &EditionState) -> String {
    let draft = if *state == EditionState::Approved { "" } else { "-draft" };
    format!(
        "{lang}/{name}-{edition}-{lang}-{profile}{draft}.pdf",
        lang = job.language(),
        name = job.publication().brochure.public_name,
        edition = job.id.edition,
        profile = profile.as_str()
    )
}
