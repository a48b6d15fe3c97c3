//! The bytes of a finished PDF in; whether it may be printed or published out.

use std::num::NonZero;

use feuillet_preflight::{Finding, Request, Severity, Target, preflight};
use feuillet_units::Mm;
use serde::{Deserialize, Serialize};

use crate::build::plan::Job;
use crate::diagnostic::{Diagnostic, Report, count};
use crate::impose::Sheets;
use crate::load::Profile;

/// What preflight said of a PDF, as the manifest tells it. No PDF with an error is in a manifest.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Judged {
    /// What it was judged for: "print", "office" or "screen".
    pub target: String,
    /// The rules that gave a warning, each once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<String>,
    /// The most ink on one spot of all pages, in percent; only where it is for the print shop.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ink: Option<f64>,
    /// The least resolution of a picture, in pixels to the inch; only where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolution: Option<f64>,
}

/// Rules that only warn, and of which the checks of the layout tell more: the message, and whether it is accepted.
const TOLD: [&str; 2] = ["access-contrast", "safe-zone"];

/// Reads a finished PDF back. Errors and warnings are reported at the edition; `Err` if the PDF may not be printed or
/// published. Proofs are for nobody but translators, and are not judged.
pub(super) fn judge(
    job: &Job<'_>,
    sheets: &Sheets,
    pdf: &[u8],
    report: &Report,
) -> Result<Option<Judged>, ()> {
    let target = match job.profile {
        Profile::Screen => Target::Screen,
        Profile::Print => Target::Print,
        Profile::Office => Target::Office,
        Profile::Proof => return Ok(None),
    };
    let request = Request {
        target: Some(target),
        bleed: Mm::from(sheets.bleed),
        ink_limit: job.publication.brochure.print.ink_limit,
        pages: Some(sheets.document.pages().len()),
        // What export takes at least, which tells the user at the picture.
        resolution: 200.0,
        threads: NonZero::new(rayon::current_num_threads()),
        ..Request::default()
    };
    let found = preflight(pdf, &request);
    for finding in &found.findings {
        if !TOLD.contains(&finding.rule.id) {
            report.add(diagnostic(job, finding));
        }
    }
    if !found.passes() {
        return Err(());
    }
    let mut warnings: Vec<String> =
        found.findings.iter().map(|finding| finding.rule.id.to_owned()).collect();
    warnings.dedup();
    let tenth = |figure: f64| (figure * 10.0).round() / 10.0;
    let pages = found.pages.iter();
    let ink = pages.clone().filter_map(|page| page.ink).max_by(f64::total_cmp);
    let resolution = pages.filter_map(|page| page.resolution).min_by(f64::total_cmp);
    Ok(Some(Judged {
        target: target.as_str().to_owned(),
        warnings,
        ink: ink.map(tenth),
        resolution: resolution.map(tenth),
    }))
}

/// A finding of preflight in a PDF that this program made: the user can change the edition, or has found a fault of ours.
fn diagnostic(job: &Job<'_>, finding: &Finding) -> Diagnostic {
    let rule = finding.rule;
    let mut message = format!("preflight of the `{}` PDF: {}", job.profile.as_str(), finding.found);
    if !finding.wanted.is_empty() {
        message.push_str(&format!(", wanted: {}", finding.wanted));
    }
    if let Some(place) = finding.places.first() {
        message.push_str(&format!(" (page {}", place.page));
        let more = finding.places.len() - 1 + finding.more;
        if more > 0 {
            message.push_str(&format!(", and {}", count(more, "more place")));
        }
        message.push(')');
    }
    let diagnostic = match rule.severity {
        Severity::Error => Diagnostic::error(message),
        Severity::Warning => Diagnostic::warning(message),
    };
    diagnostic.code(rule.id).at(&job.edition.id.place).hint(rule.remedy)
}
