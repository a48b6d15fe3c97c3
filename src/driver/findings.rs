//! Turns what the layout checks found into diagnostics in the user's own files, without what the brochure accepts.

use feuillet_units::{Mm, Pt};

use crate::artifact::Accepted;
use crate::compose::{Composition, TextOrigin};
use crate::diagnostic::{Diagnostic, Place, Report, Reported, Severity};
use crate::driver::plan::{Job, LoadedBrochure};
use crate::driver::text_expansion::longest_expansions;
use crate::language::Tag;
use crate::load::{Accept, EditionId, Publication};
use crate::resolve::manuscript::Origin;
use crate::typeset::checks::{CHECKS, LayoutFinding, OVERSET};

/// Reports an `[[accept]]` of a check that there is not, or that finds errors.
pub(super) fn check_accepts(publication: &Publication, report: &Report) {
    let ids: Vec<&str> = CHECKS.iter().map(|check| check.id).collect();
    for accept in &publication.brochure.accepts {
        let name = &accept.check;
        match CHECKS.iter().find(|check| check.id == name.value) {
            None => report.add(
                Diagnostic::error(format!("unknown check `{}`", name.value))
                    .at(&name.place)
                    .suggest(name.as_str(), ids.iter().copied())
                    .hint("`feuillet list --checks` lists them"),
            ),
            Some(check) if check.severity == Severity::Error => report.add(
                Diagnostic::error(format!("`{}` is an error and can't be accepted", check.id))
                    .at(&name.place)
                    .hint(check.hint),
            ),
            Some(_) => {}
        }
    }
}

/// Reports the findings in an edition that the brochure does not accept.
///
/// # Errors
///
/// Fails if one of them is an error.
pub(crate) fn report(
    job: &Job<'_>,
    composition: &Composition,
    findings: &[LayoutFinding],
    report: &Report,
) -> Result<(), Reported> {
    let mut result = Ok(());
    for finding in findings {
        if accepts(job, finding).next().is_some() {
            continue;
        }
        let diagnostic = diagnostic(job, composition, finding);
        match finding.severity {
            Severity::Error => result = Err(report.error(diagnostic)),
            Severity::Warning => report.add(diagnostic),
        }
    }
    result
}

/// The findings in an edition that the brochure accepts, with the reasons.
pub(crate) fn accepted(job: &Job<'_>, findings: &[LayoutFinding]) -> Vec<Accepted> {
    let accepted = findings.iter().flat_map(|finding| {
        accepts(job, finding).map(|(accept, row)| Accepted {
            id: job.id.clone(),
            finding: finding.clone(),
            reason: row.reason.clone(),
            accept,
        })
    });
    accepted.collect()
}

/// The `[[accept]]`s that silence a finding, with their numbers; an error is reported whatever is accepted.
fn accepts<'a>(
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
    accept.check.value == finding.check
        && is_for(accept, job.edition.id.as_str(), job.language())
        && accept.section.as_ref().is_none_or(|own| own.value == finding.section)
        && accept.message.as_ref().is_none_or(|own| finding.messages.contains(&own.value))
}

/// A finding at its first message, or at the edition.
fn diagnostic(job: &Job<'_>, composition: &Composition, finding: &LayoutFinding) -> Diagnostic {
    let position = finding.area.map(|area| {
        let millimetres = |points: f64| Mm::from(Pt(points)).0.round();
        format!(
            ": page {}, {} mm from the left and {} mm from the top",
            finding.page,
            millimetres(area.left),
            millimetres(area.top)
        )
    });
    let more = match finding.more_pages {
        0 => String::new(),
        1 => ", and on 1 more page".to_owned(),
        more => format!(", and on {more} more pages"),
    };
    let name = &composition.name;
    let message = format!("{}{}{more} ({name})", finding.detail, position.unwrap_or_default());
    let diagnostic = match finding.severity {
        Severity::Error => Diagnostic::error(message),
        Severity::Warning => Diagnostic::warning(message),
    };
    let mut diagnostic = diagnostic.code(finding.check.clone()).hint(finding.hint.as_str());
    if finding.check == OVERSET {
        let grown = longest_expansions(job, composition, &finding.messages);
        if !grown.is_empty() {
            let grown: Vec<String> =
                grown.iter().map(|(id, by)| format!("`{id}` (+{:.0} %)", by * 100.0)).collect();
            let source = &job.publication().brochure.source_language.value;
            diagnostic =
                diagnostic.hint(format!("grown most against `{source}`: {}", grown.join(", ")));
        }
    }
    let place = place(job, composition, finding);
    diagnostic.at(&place.unwrap_or_else(|| job.edition.id.place.clone()))
}

/// Where the first message or fact of a finding stands. What was found may be a passage in another language than the rest
/// of its message.
fn place(job: &Job<'_>, composition: &Composition, finding: &LayoutFinding) -> Option<Place> {
    let name = finding.messages.first()?;
    let publication = job.publication();
    let mut texts = composition.texts.iter();
    let text = texts.find(|text| {
        text.origin.name() == name.as_str() && Some(&text.language) == finding.language.as_ref()
    })?;
    match &text.origin {
        TextOrigin::Autonym(_) => None,
        TextOrigin::Passage(Origin::Fact(name)) => {
            let contact = publication.facts.contact(name).map(|contact| &contact.id.place);
            let value = || publication.facts.values.get(name).map(|value| &value.id.place);
            contact.or_else(value).cloned()
        }
        TextOrigin::Passage(origin) => {
            let catalogue = publication.catalogues.get(&text.written_in)?;
            Some(catalogue.texts.messages.get(origin.name())?.place.clone())
        }
    }
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
                        .at(&accept.place)
                        .hint("nothing of the kind is found any more: delete the `[[accept]]`"),
                );
            }
        }
    }
}
