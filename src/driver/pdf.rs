//! Checks the pages of a language edition, and turns them into a PDF.

use crate::artifact::{Artifact, FileRecord, Geometry};
use crate::diagnostic::{Diagnostic, Report, Reported, Severity};
use crate::driver::edition_pages::EditionPages;
use crate::driver::edition_source::{file_path, state_of};
use crate::driver::expansion_room::warn_of_full_source;
use crate::driver::findings::report_findings;
use crate::driver::job::Job;
use crate::driver::timings::{Stage, Timings};
use crate::driver::{proof, sheets, verdict};
use crate::load::Profile;
use crate::typeset::Pages;

/// Reports what the layout checks found in one language of a job, without what the brochure accepts. That the source language
/// leaves no room for others is told of an edition in one language alone.
///
/// # Errors
///
/// Fails if the pages have an error: they may only be proofread.
pub(crate) fn check_pages(
    edition: &EditionPages<'_>,
    artifact: &Artifact,
    is_alone: bool,
    report: &Report,
) -> Result<(), Reported> {
    let composition = &edition.source.composition;
    let checked = report_findings(edition.job, composition, &artifact.findings, report);
    if edition.diagnostics().iter().any(|found| found.severity == Severity::Error) {
        return Err(report.reported());
    }
    checked?;
    if is_alone {
        warn_of_full_source(edition.job, artifact, composition, report);
    }
    Ok(())
}

/// Imposes, exports and judges the PDF of a profile, of the pages of a job in each of its languages. `artifact` is its record up to
/// the pages.
///
/// # Errors
///
/// Fails if the PDF can't be made, or may not be printed or published.
pub(crate) fn pdf(
    job: &Job<'_>,
    parts: &[EditionPages<'_>],
    artifact: Artifact,
    timings: &mut Timings,
    report: &Report,
) -> Result<(Vec<u8>, Artifact), Reported> {
    let profile = artifact.profile;
    let pages: Option<Vec<&Pages>> = parts.iter().map(|part| part.pages(profile)).collect();
    let Some(mut pages) = pages else {
        let message = format!("the edition was not typeset for `{}`", profile.as_str());
        return Err(report.error(Diagnostic::error(message)));
    };
    let annotated = match (profile, parts) {
        // Proofs are made in one language.
        (Profile::Proof, [part]) => Some(timings.time(Stage::Typeset, || {
            proof::annotate(part, pages[0], &artifact.findings, report)
        })?),
        _ => None,
    };
    if let Some(annotated) = &annotated {
        pages = vec![annotated];
    }
    let sheets =
        timings.time(Stage::Impose, || sheets::impose(job, parts, profile, &pages, report))?;
    let bytes = timings
        .time(Stage::Export, || sheets::export(job, parts, profile, &pages, &sheets, report))?;
    let preflight =
        timings.time(Stage::Preflight, || verdict::judge(job, profile, &sheets, &bytes, report))?;
    let folder = job.folder();
    let path = file_path(job, profile, &state_of(parts.iter().map(|part| &part.source)));
    let language_pages: Vec<usize> =
        pages.iter().map(|pages| pages.document.pages().len()).collect();
    let file = timings.time(Stage::Driver, || FileRecord::new(&folder, path, &bytes));
    let geometry = Geometry::new(&job.sheets_edition(), profile, &language_pages, &sheets);
    let (file, geometry) = (Some(file), Some(geometry));
    Ok((bytes, Artifact { file, geometry, preflight, ..artifact }))
}
