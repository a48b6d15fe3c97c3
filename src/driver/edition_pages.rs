//! Turns the Typst source of a language edition into pages.

use crate::artifact::{Artifact, Copyfit};
use crate::diagnostic::{Diagnostic, Report, Reported};
use crate::driver::edition_source::EditionSource;
use crate::driver::job::Job;
use crate::driver::legibility::{check_faces, check_families, check_text_size};
use crate::driver::timings::{Stage, Timings};
use crate::load::{Profile, Setting};
use crate::typeset::{Fonts, Pages, Sources, typeset_profiles};

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
    check_faces(job, &source.manuscript, fonts, &own);
    for manuscript in source.manuscripts() {
        check_text_size(job, manuscript.language(), fonts, &own);
    }
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
    pub(crate) fn pages(&self, profile: Profile) -> Option<&Pages> {
        self.pages.iter().find(|(own, _)| *own == profile).map(|(_, pages)| pages)
    }

    /// The setting that was found, the same for all profiles.
    pub(super) fn setting(&self) -> Option<Setting> {
        self.pages.first().map(|(_, pages)| pages.setting)
    }

    /// How many pages there are to read.
    pub(super) fn page_count(&self, profile: Profile) -> usize {
        self.pages(profile).map_or(0, |pages| pages.document.pages().len())
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
}

/// A figure to so many parts of one.
fn rounded(figure: f64, parts: f64) -> f64 {
    (figure * parts).round() / parts
}
