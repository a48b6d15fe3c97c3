//! The pages of a job in, the pages of its proof out.

use crate::build::Job;
use crate::compose::Composition;
use crate::diagnostic::Report;
use crate::proof::{Subject, overset, proof};
use crate::resolve::{Manuscript, resolve};
use crate::typeset::{Fonts, Pages};

/// Puts notes beside the pages of a job. Faults are reported; `None` if there is no proof.
pub(super) fn proofed(
    job: &Job<'_>,
    manuscript: &Manuscript,
    composition: &Composition,
    pages: &Pages,
    fonts: &Fonts,
    report: &Report,
) -> Option<Pages> {
    let source_language = &job.publication.brochure.source_language.value;
    // What is wrong in the source is reported where the source is built.
    let source = (source_language != job.language)
        .then(|| resolve(job.publication, job.states, job.edition, source_language, &Report::new()))
        .flatten();
    let subject = Subject {
        publication: job.publication,
        states: job.states,
        manuscript,
        source: source.as_ref(),
        composition,
        pages,
        remarks: &overset(pages),
        setting: pages.setting.size.to_string(),
    };
    proof(&subject, fonts, report)
}
