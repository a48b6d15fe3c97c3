//! Turns what the layout checks found into diagnostics in the user's own files, without what the brochure accepts.

use feuillet_units::{Mm, Pt};

use crate::compose::{Composition, TextOrigin};
use crate::diagnostic::{Diagnostic, Report, Reported, Severity, Span};
use crate::driver::accepts::accepts_of;
use crate::driver::job::Job;
use crate::driver::text_expansion::longest_expansions;
use crate::resolve::manuscript::Origin;
use crate::typeset::checks::{LayoutFinding, OVERSET, SLOT_OVERSET};

/// Warnings of room that is left: in the edition of a body it is that of contacts of other regions.
const LEFT_BY_REGIONS: [&str; 2] = ["under-filled", "nearly-empty"];

/// Reports the findings in an edition that the brochure does not accept.
///
/// # Errors
///
/// Fails if one of them is an error.
pub(crate) fn report_findings(
    job: &Job<'_>,
    composition: &Composition,
    findings: &[LayoutFinding],
    report: &Report,
) -> Result<(), Reported> {
    let mut result = Ok(());
    for finding in findings {
        let is_meant =
            job.id.overlay.is_some() && LEFT_BY_REGIONS.contains(&finding.check.as_ref());
        if is_meant || accepts_of(job, finding).next().is_some() {
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
    let span = span_of(job, composition, finding);
    diagnostic.at(&span.unwrap_or_else(|| job.edition.id.span.clone()))
}

/// Where the first message or fact of a finding stands. What was found may be a passage in another language than the rest
/// of its message.
fn span_of(job: &Job<'_>, composition: &Composition, finding: &LayoutFinding) -> Option<Span> {
    if let Some(path) = &finding.picture {
        return composition.pictures.get(path)?.place.clone();
    }
    let publication = job.publication();
    let body = job.id.overlay.as_ref().and_then(|key| publication.bodies.get(key));
    if finding.check == SLOT_OVERSET {
        return body.map(|body| body.span.clone());
    }
    let name = finding.messages.first()?;
    let mut texts = composition.texts.iter();
    let text = texts.find(|text| {
        text.origin.name() == name.as_str() && Some(&text.language) == finding.language.as_ref()
    })?;
    match &text.origin {
        TextOrigin::Autonym(_) => None,
        TextOrigin::Passage(Origin::Fact(name)) => {
            let contact = publication.facts.contact(name).map(|contact| &contact.id.span);
            let value = || publication.facts.values.get(name).map(|value| &value.id.span);
            let of_body = || body.and_then(|body| body.place_of(name));
            contact.or_else(value).or_else(of_body).cloned()
        }
        TextOrigin::Passage(origin) => {
            let catalogue = publication.catalogues.get(&text.written_in)?;
            Some(catalogue.texts.messages.get(origin.name())?.span.clone())
        }
    }
}
