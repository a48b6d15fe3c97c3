//! Knows which findings of the layout checks, and which numbers and addresses in its texts, a brochure accepts.

use crate::artifact::Accepted;
use crate::diagnostic::{Diagnostic, Report, Severity};
use crate::driver::job::{Job, LoadedBrochure};
use crate::language::Tag;
use crate::load::{Accept, EditionId, Publication};
use crate::resolve::{Manuscript, TYPED_CONTACT};
use crate::typeset::checks::{CHECKS, LayoutFinding};

/// Reports an `[[accept]]` of a check that there is not, or that finds errors.
pub(super) fn check_accepts(publication: &Publication, report: &Report) {
    let ids: Vec<&str> = CHECKS.iter().map(|check| check.id).chain([TYPED_CONTACT]).collect();
    for accept in &publication.brochure.accepts {
        let name = &accept.check;
        if name.value == TYPED_CONTACT {
            if accept.message.is_none() || accept.found.is_none() {
                report.add(
                    Diagnostic::error(format!(
                        "an `[[accept]]` of `{TYPED_CONTACT}` needs `message` and `found`"
                    ))
                    .at(&name.span)
                    .hint("each number and address is accepted by itself: `message = \"office\"`, `found = \"02 555 70 80\"`"),
                );
            }
            continue;
        }
        if let Some(found) = &accept.found {
            report.add(
                Diagnostic::error(format!("`found` is for `{TYPED_CONTACT}` alone"))
                    .at(&found.span)
                    .hint("delete it"),
            );
        }
        match CHECKS.iter().find(|check| check.id == name.value) {
            None => report.add(
                Diagnostic::error(format!("unknown check `{}`", name.value))
                    .at(&name.span)
                    .suggest(name.as_str(), ids.iter().copied())
                    .hint("`feuillet list --checks` lists them"),
            ),
            Some(check) if check.severity == Severity::Error => report.add(
                Diagnostic::error(format!("`{}` is an error and can't be accepted", check.id))
                    .at(&name.span)
                    .hint(check.hint),
            ),
            Some(_) => {}
        }
    }
}

/// The findings in an edition that the brochure accepts, with the reasons.
pub(crate) fn accepted_findings(job: &Job<'_>, findings: &[LayoutFinding]) -> Vec<Accepted> {
    let accepted = findings.iter().flat_map(|finding| {
        accepts_of(job, finding).map(|(accept, row)| Accepted {
            id: job.id.clone(),
            finding: finding.clone(),
            reason: row.reason.clone(),
            accept,
        })
    });
    accepted.collect()
}

/// The numbers and addresses in the texts of an edition that the brochure accepts, in the same form.
pub(crate) fn accepted_contacts(job: &Job<'_>, manuscript: &Manuscript) -> Vec<Accepted> {
    let rows = &job.publication().brochure.accepts;
    let accepted = manuscript.accepted.iter().filter_map(|contact| {
        let reason = rows.get(contact.accept)?.reason.clone();
        let finding = LayoutFinding {
            check: TYPED_CONTACT.into(),
            severity: Severity::Warning,
            messages: vec![contact.message.clone()],
            language: Some(manuscript.language().tag.clone()),
            section: String::new(),
            page: 0,
            more_pages: 0,
            area: None,
            picture: None,
            detail: format!("typed into a text: `{}`", contact.text),
            hint: "write it as a fact".to_owned(),
        };
        Some(Accepted { id: job.id.clone(), finding, reason, accept: contact.accept })
    });
    accepted.collect()
}

/// The `[[accept]]`s that silence a finding, with their numbers; an error is reported whatever is accepted.
pub(super) fn accepts_of<'a>(
    job: &'a Job<'_>,
    finding: &'a LayoutFinding,
) -> impl Iterator<Item = (usize, &'a Accept)> {
    let accepts = job.publication().brochure.accepts.iter().enumerate();
    accepts
        .filter(|(_, accept)| finding.severity == Severity::Warning && covers(accept, job, finding))
}

/// Whether an `[[accept]]` is for an edition and language.
fn is_for(accept: &Accept, edition: &str, language: &Tag) -> bool {
    accept.edition.as_ref().is_none_or(|own| own.value == edition)
        && accept.language.as_ref().is_none_or(|own| own.value == *language)
}

fn covers(accept: &Accept, job: &Job<'_>, finding: &LayoutFinding) -> bool {
    // Of two languages on one page, the one in which it was found.
    let own = finding.language.as_ref().filter(|found| job.id.languages().contains(found));
    accept.check.value == finding.check
        && is_for(accept, job.edition.id.as_str(), own.unwrap_or(job.language()))
        && accept.section.as_ref().is_none_or(|own| own.value == finding.section)
        && accept.message.as_ref().is_none_or(|own| finding.messages.contains(&own.value))
}

/// Warns of every `[[accept]]` that silences nothing: it would rot, and one day hide something. That is certain only if every
/// edition that it is for is among those that were `checked`.
pub(crate) fn warn_of_unused(
    brochures: &[LoadedBrochure],
    checked: &[&EditionId],
    accepted: &[Accepted],
    report: &Report,
) {
    for loaded in brochures {
        let brochure = &loaded.publication.brochure;
        for (index, accept) in brochure.accepts.iter().enumerate() {
            let is_used =
                accepted.iter().any(|one| one.id.brochure == brochure.id && one.accept == index);
            let all_checked = brochure.editions.iter().all(|edition| {
                brochure.languages_of(edition).iter().all(|language| {
                    let id = EditionId::new(&brochure.id, &edition.id.value, &language.value);
                    !is_for(accept, &id.edition, &language.value) || checked.contains(&&id)
                })
            });
            if !is_used && all_checked {
                report.add(
                    Diagnostic::warning(format!("this accepts no `{}`", accept.check.value))
                        .at(&accept.span)
                        .hint("nothing of the kind is found any more: delete the `[[accept]]`"),
                );
            }
        }
    }
}
