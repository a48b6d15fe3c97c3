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
    let said = said_remarks(edition, pages);
    let remarks: Vec<Remark> = overset(pages).into_iter().chain(found).chain(said).collect();
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

/// What somebody remarked on the messages, each where its message stands first; at the head of the first page if it stands
/// on none.
fn said_remarks(edition: &EditionPages<'_>, pages: &Pages) -> Vec<Remark> {
    let job = edition.job;
    let texts = &edition.source.composition.texts;
    let shown = &edition.source.manuscript.messages;
    let area_of = |message: &str| {
        pages.view.pages.iter().find_map(|page| {
            let own = page.texts().filter(|(_, text)| {
                let text = text.origin.and_then(|origin| texts.get(origin));
                text.is_some_and(|text| text.origin.name() == message)
            });
            let area = own.map(|(_, text)| text.area).reduce(Rect::with)?;
            Some((page.number, area))
        })
    };
    let remarks = job.publication().remarks.get(job.language()).into_iter().flatten();
    let remarks = remarks.filter(|remark| shown.contains(remark.message.as_str())).map(|remark| {
        let nowhere = Rect { left: 0.0, top: 0.0, right: 0.0, bottom: 0.0 };
        let (page, area) = area_of(&remark.message).unwrap_or((1, nowhere));
        let by = remark.by.as_deref().map(|by| format!("{by}, ")).unwrap_or_default();
        Remark {
            check: remark.message.to_string(),
            words: format!("{} ({by}{})", remark.text, remark.on),
            page,
            area,
        }
    });
    remarks.collect()
}
