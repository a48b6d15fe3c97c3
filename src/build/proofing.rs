//! The pages of a job in, the pages of its proof out.

use crate::build::findings::Accepted;
use crate::build::plan::Job;
use crate::compose::{Composition, EditionContext};
use crate::diagnostic::Report;
use crate::proof::{ProofInput, Remark, overset, proof};
use crate::resolve::{Manuscript, resolve};
use crate::typeset::checks::{LayoutFinding, OVERSET};
use crate::typeset::view::Rect;
use crate::typeset::{Fonts, Pages};

/// Puts notes beside the pages of a job. Faults are reported; `None` if there is no proof.
pub(super) fn proofed(
    job: &Job<'_>,
    manuscript: &Manuscript,
    composition: &Composition,
    pages: &Pages,
    accepted: &[Accepted],
    fonts: &Fonts,
    report: &Report,
) -> Option<Pages> {
    let source_language = &job.publication.brochure.source_language.value;
    // What is wrong in the source is reported where the source is built.
    let source = (source_language != job.language)
        .then(|| resolve(job.publication, job.states, job.edition, source_language, &Report::new()))
        .flatten();
    // What runs over stands on pages of its own, and is shown there.
    let is_meant = |finding: &&LayoutFinding| accepted.iter().any(|one| one.finding == **finding);
    let found =
        pages.findings.iter().filter(|finding| finding.check != OVERSET && !is_meant(finding));
    let found = found.filter_map(|finding| {
        let page = pages.view.pages.get(finding.page.checked_sub(1)?)?;
        let whole = Rect { left: 0.0, top: 0.0, right: page.width, bottom: page.height };
        Some(Remark {
            check: finding.check.to_owned(),
            words: finding.detail.clone(),
            page: finding.page,
            area: finding.area.unwrap_or(whole),
        })
    });
    let remarks: Vec<Remark> = overset(pages).into_iter().chain(found).collect();
    let edition = EditionContext {
        publication: job.publication,
        states: job.states,
        edition: job.edition,
        manuscript,
        composition,
    };
    let source = source.as_ref();
    proof(&ProofInput { edition, source, pages, remarks: &remarks }, fonts, report).ok()
}
