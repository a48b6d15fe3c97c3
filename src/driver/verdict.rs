//! Judges the bytes of a finished PDF: may it be printed or published?

use std::num::NonZero;

use feuillet_preflight::{Finding, Request, Severity, Target, preflight};
use feuillet_units::Mm;

use crate::artifact::Verdict;
use crate::diagnostic::{Diagnostic, Report, Reported, count};
use crate::driver::job::Job;
use crate::impose::Sheets;
use crate::load::Profile;

/// Rules that only warn, and of which the layout checks tell more: the message, and whether it is accepted.
const CHECKED_BEFORE: [&str; 2] = ["access-contrast", "safe-zone"];

/// Reads a finished PDF back. Errors and warnings are reported at the edition. Proofs are for nobody but translators, and are
/// not judged.
///
/// # Errors
///
/// Fails if the PDF may not be printed or published.
pub(super) fn judge(
    job: &Job<'_>,
    profile: Profile,
    sheets: &Sheets,
    pdf: &[u8],
    report: &Report,
) -> Result<Option<Verdict>, Reported> {
    let target = match profile {
        Profile::Screen => Target::Screen,
        Profile::Print => Target::Print,
        Profile::Office => Target::Office,
        Profile::Proof => return Ok(None),
    };
    let request = Request {
        target: Some(target),
        bleed: Mm::from(sheets.least_bleed()),
        ink_limit: job.publication().brochure.print.ink_limit,
        pages: Some(sheets.sides()),
        // What export takes at least, which tells the user at the picture.
        resolution: 200.0,
        threads: NonZero::new(rayon::current_num_threads()),
        ..Request::default()
    };
    let found = preflight(pdf, &request);
    let mut result = Ok(());
    for finding in &found.findings {
        let diagnostic = diagnostic(job, profile, finding);
        match finding.rule.severity {
            Severity::Error => result = Err(report.error(diagnostic)),
            Severity::Warning if CHECKED_BEFORE.contains(&finding.rule.id) => {}
            Severity::Warning => report.add(diagnostic),
        }
    }
    result?;
    let mut warnings: Vec<String> =
        found.findings.iter().map(|finding| finding.rule.id.to_owned()).collect();
    warnings.dedup();
    let tenth = |figure: f64| (figure * 10.0).round() / 10.0;
    let pages = found.pages.iter();
    let ink = pages.clone().filter_map(|page| page.ink).max_by(f64::total_cmp);
    let resolution = pages.filter_map(|page| page.resolution).min_by(f64::total_cmp);
    Ok(Some(Verdict {
        target: target.as_str().to_owned(),
        warnings,
        ink: ink.map(tenth),
        resolution: resolution.map(tenth),
    }))
}

/// A finding of preflight in a PDF that this program made: the user can change the edition, or has found a fault of ours.
fn diagnostic(job: &Job<'_>, profile: Profile, finding: &Finding) -> Diagnostic {
    let file = format!("preflight of the `{}` PDF", profile.as_str());
    preflight_diagnostic(&file, finding).at(&job.edition.id.span)
}

/// A finding of preflight in a file, with what to do about it; where that is to be done, the caller knows.
pub(crate) fn preflight_diagnostic(file: &str, finding: &Finding) -> Diagnostic {
    let rule = finding.rule;
    let mut message = format!("{file}: {}", finding.found);
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
    diagnostic.code(rule.id).hint(rule.remedy)
}
