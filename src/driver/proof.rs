//! Turns the pages of an edition into those of its proof.

use crate::compose::EditionContext;
use crate::diagnostic::{Report, Reported};
use crate::driver::accepts::accepted_findings;
use crate::driver::edition_pages::EditionPages;
use crate::load::{EditionId, Profile};
use crate::proof::{ProofInput, Remark, overset, proof};
use crate::resolve::resolve_for;
use crate::typeset::Pages;
use crate::typeset::checks::{LayoutFinding, OVERSET};
use crate::typeset::view::Rect;

/// Puts notes beside pages.
///
/// # Errors
///
/// Fails if the notes can't be laid out.
pub(super) fn annotate(
    edition: &EditionPages<'_>,
    pages: &Pages,
    findings: &[LayoutFinding],
    report: &Report,
) -> Result<Pages, Reported> {
    let EditionPages { job, source, fonts, .. } = edition;
    let (publication, states) = (job.publication(), &job.brochure.states);
    let source_language = &publication.brochure.source_language.value;
    // What is wrong with the source language is reported with its own edition.
    let source_texts = (source_language != job.language())
        .then(|| EditionId::new(&job.id.brochure, &job.id.edition, source_language))
        .and_then(|id| {
            resolve_for(publication, states, &id, Some(Profile::Proof), &Report::new()).ok()
        });
    let accepted = accepted_findings(job, findings);
    // Text without room stands on pages of its own, and is shown there.
    let is_shown = |finding: &&LayoutFinding| {
        finding.check != OVERSET && !accepted.iter().any(|one| one.finding == **finding)
    };
    let found = findings.iter().filter(is_shown).filter_map(|finding| {
        let page = pages.view.pages.get(finding.page.checked_sub(1)?)?;
        let whole = Rect { left: 0.0, top: 0.0, right: page.width, bottom: page.height };
        Some(Remark {
            check: finding.check.to_string(),
            words: finding.detail.clone(),
            page: finding.page,
            area: finding.area.unwrap_or(whole),
        })
    });
    let remarks: Vec<Remark> = overset(pages).into_iter().chain(found).collect();
    let context = EditionContext {
        publication,
        states,
        edition: job.edition,
        manuscript: &source.manuscript,
        composition: &source.composition,
    };
    let source = source_texts.as_ref();
    proof(&ProofInput { edition: context, source, pages, remarks: &remarks }, fonts, report)
}
