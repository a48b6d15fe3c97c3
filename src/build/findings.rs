//! What the layout checks found in; diagnostics in the user's own files out, without what the brochure accepts.

use feuillet_units::{Mm, Pt};

use crate::build::growth::grown_most;
use crate::build::plan::{Desk, Job};
use crate::compose::{Composition, TextOrigin};
use crate::diagnostic::{Diagnostic, Place, Report, Severity};
use crate::language::Tag;
use crate::load::{Accept, Publication};
use crate::resolve::manuscript::Origin;
use crate::typeset::checks::{CHECKS, LayoutFinding, OVERSET};

/// A finding that an `[[accept]]` silences.
#[derive(Debug, Clone, PartialEq)]
pub struct Accepted {
    /// The brochure.
    pub brochure: String,
    /// The edition.
    pub edition: String,
    /// The language.
    pub language: Tag,
    /// What was found.
    pub finding: LayoutFinding,
    /// Why it is meant so.
    pub reason: String,
    /// The place of the `[[accept]]` among those of its brochure.
    pub(super) index: usize,
}

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

/// Reports the findings of a job, and gives out those that the brochure accepts.
pub(super) fn report(
    job: &Job<'_>,
    composition: &Composition,
    findings: &[LayoutFinding],
    report: &Report,
) -> Vec<Accepted> {
    let mut accepted = Vec::new();
    for finding in findings {
        let accepts = job.publication.brochure.accepts.iter().enumerate();
        // An error is told whatever is accepted.
        let mut silenced = accepts
            .filter(|(_, accept)| {
                finding.severity == Severity::Warning && covers(accept, job, finding)
            })
            .peekable();
        if silenced.peek().is_none() {
            report.add(diagnostic(job, composition, finding));
        }
        accepted.extend(silenced.map(|(index, accept)| Accepted {
            brochure: job.publication.brochure.id.clone(),
            edition: job.edition.id.value.clone(),
            language: job.language.clone(),
            finding: finding.clone(),
            reason: accept.reason.clone(),
            index,
        }));
    }
    accepted
}

/// Whether an `[[accept]]` is for an edition and language.
fn is_for(accept: &Accept, edition: &str, language: &Tag) -> bool {
    accept.edition.as_ref().is_none_or(|own| own.value == edition)
        && accept.language.as_ref().is_none_or(|own| own.value == *language)
}

fn covers(accept: &Accept, job: &Job<'_>, finding: &LayoutFinding) -> bool {
    accept.check.value == finding.check
        && is_for(accept, job.edition.id.as_str(), job.language)
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
    let mut diagnostic = diagnostic.code(finding.check).hint(finding.hint.as_str());
    if finding.check == OVERSET {
        let grown = grown_most(job, composition, &finding.messages);
        if !grown.is_empty() {
            let grown: Vec<String> =
                grown.iter().map(|(id, by)| format!("`{id}` (+{:.0} %)", by * 100.0)).collect();
            let source = &job.publication.brochure.source_language.value;
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
    let publication = job.publication;
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

/// Warns of every `[[accept]]` that silences nothing: it would rot, and one day hide something. It can be told only if all
/// that it is for was checked in this run.
pub(super) fn unused(
    desks: &[Desk],
    checked: &[(&str, &str, &Tag)],
    accepted: &[Accepted],
    report: &Report,
) {
    for desk in desks {
        let brochure = &desk.publication.brochure;
        for (index, accept) in brochure.accepts.iter().enumerate() {
            let used = accepted.iter().any(|one| one.brochure == brochure.id && one.index == index);
            let all_checked = brochure.editions.iter().all(|edition| {
                brochure.languages_of(edition).iter().all(|language| {
                    let edition = edition.id.as_str();
                    let job = (brochure.id.as_str(), edition, &language.value);
                    !is_for(accept, edition, &language.value) || checked.contains(&job)
                })
            });
            if !used && all_checked {
                report.add(
                    Diagnostic::warning(format!("this accepts no `{}`", accept.check.value))
                        .at(&accept.place)
                        .hint("nothing of the kind is found any more: delete the `[[accept]]`"),
                );
            }
        }
    }
}
