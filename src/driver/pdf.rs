//! Checks the pages of a language edition, and turns them into a PDF.

use crate::artifact::{Artifact, FileRecord, Geometry};
use crate::diagnostic::{Diagnostic, Report, Reported, Severity};
use crate::driver::edition_pages::EditionPages;
use crate::driver::edition_source::file_path;
use crate::driver::expansion_room::warn_of_full_source;
use crate::driver::findings::report_findings;
use crate::driver::timings::{Stage, Timings};
use crate::driver::{proof, sheets, verdict};
use crate::load::Profile;

/// Reports what the layout checks found, without what the brochure accepts.
///
/// # Errors
///
/// Fails if the pages have an error: they may only be proofread.
pub(crate) fn check_pages(
    edition: &EditionPages<'_>,
    artifact: &Artifact,
    report: &Report,
) -> Result<(), Reported> {
    let composition = &edition.source.composition;
    let checked = report_findings(edition.job, composition, &artifact.findings, report);
    if edition.diagnostics().iter().any(|found| found.severity == Severity::Error) {
        return Err(report.reported());
    }
    checked?;
    warn_of_full_source(edition.job, artifact, composition, report);
    Ok(())
}

/// Imposes, exports and judges the PDF of a profile. `artifact` is its record up to the pages.
///
/// # Errors
///
/// Fails if the PDF can't be made, or may not be printed or published.
pub(crate) fn pdf(
    edition: &EditionPages<'_>,
    artifact: Artifact,
    timings: &mut Timings,
    report: &Report,
) -> Result<(Vec<u8>, Artifact), Reported> {
    let (job, profile) = (edition.job, artifact.profile);
    let Some(pages) = edition.pages(profile) else {
        let message = format!("the edition was not typeset for `{}`", profile.as_str());
        return Err(report.error(Diagnostic::error(message)));
    };
    let annotated = match profile {
        Profile::Screen | Profile::Print | Profile::Office => None,
        Profile::Proof => Some(timings.time(Stage::Typeset, || {
            proof::annotate(edition, pages, &artifact.findings, report)
        })?),
    };
    let pages = annotated.as_ref().unwrap_or(pages);
    let sheets = timings.time(Stage::Impose, || sheets::impose(edition, profile, pages, report))?;
    let bytes =
        timings.time(Stage::Export, || sheets::export(edition, profile, pages, &sheets, report))?;
    let preflight =
        timings.time(Stage::Preflight, || verdict::judge(job, profile, &sheets, &bytes, report))?;
    let folder = job.folder();
    let path = file_path(job, profile, &edition.source.manuscript.state);
    let reading_pages = pages.document.pages().len();
    let file = timings.time(Stage::Driver, || FileRecord::new(&folder, path, &bytes));
    let geometry = Geometry::new(job.edition, profile, reading_pages, &sheets);
    let (file, geometry) = (Some(file), Some(geometry));
    Ok((bytes, Artifact { file, geometry, preflight, ..artifact }))
}
