//! Finds the texts of a language edition that do not fit.

use std::collections::BTreeSet;

use crate::diagnostic::{Report, Reported};
use crate::driver::edition_pages::edition_pages;
use crate::driver::edition_source::edition_source;
use crate::driver::job::Job;
use crate::driver::timings::Timings;
use crate::typeset::checks::OVERSET;
use crate::typeset::{Fonts, Sources};

/// The messages that stand where the text has no room at the smallest size that the edition allows; none if all fit.
///
/// # Errors
///
/// Fails if the pages can't be made for another reason, which is in the report.
pub(crate) fn overset_messages(
    job: &Job<'_>,
    fonts: &Fonts,
    report: &Report,
) -> Result<BTreeSet<String>, Reported> {
    let mut timings = Timings::default();
    let source = edition_source(job, &mut timings, report)?;
    let profiles = &job.profiles[..1];
    let pages =
        edition_pages(job, source, profiles, fonts, &mut Sources::default(), &mut timings, report)?;
    let artifact = pages.artifact(profiles[0]);
    let overset = artifact.findings.into_iter().filter(|finding| finding.check == OVERSET);
    Ok(overset.flat_map(|finding| finding.messages).collect())
}
