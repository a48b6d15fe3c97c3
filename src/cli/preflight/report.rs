//! Turns reports of preflight into text for people, or into JSON.

use std::path::Path;

use anstyle::{AnsiColor, Style};
use feuillet_preflight::{
    Finding, GROUPS, Place, Rect, Report, Request, Rule, Severity, Target, Unchecked,
};
use feuillet_units::{Mm, Pt};
use serde::Serialize;

use crate::cli::arguments::Format;
use crate::cli::output::print_line;
use crate::cli::preflight::shown;
use crate::cli::render;
use crate::diagnostic::{Diagnostic, count};

/// How many places of one finding people are shown.
const SHOWN: usize = 4;

/// Points as millimetres, to a tenth.
fn tenths(points: f64) -> f64 {
    let tenths = (Mm::from(Pt(points)).0 * 10.0).round() / 10.0;
    // No minus before nothing.
    if tenths == 0.0 { 0.0 } else { tenths }
}

/// How severities are painted.
fn style(severity: Severity) -> Style {
    let colour = match severity {
        Severity::Error => AnsiColor::Red,
        Severity::Warning => AnsiColor::Yellow,
    };
    colour.on_default().bold()
}

/// The verdict in words.
fn verdict(report: &Report) -> &'static str {
    match (report.target, report.passes()) {
        (Target::Screen, true) => "may be published",
        (Target::Screen, false) => "may not be published",
        (_, true) => "may be printed",
        (_, false) => "may not be printed",
    }
}

/// Prints a report for people.
pub(super) fn human(path: &Path, report: &Report, request: &Request) -> Result<(), Diagnostic> {
    let bold = Style::new().bold();
    let severity = if report.passes() { AnsiColor::Green } else { AnsiColor::Red };
    let painted = severity.on_default().bold();
    print_line!("{bold}{}{bold:#}: {painted}{}{painted:#}", shown(path), verdict(report))?;
    print_line!("  {}", circumstances(report, request))?;
    for line in report.unchecked.iter().flat_map(unchecked) {
        print_line!("  {line}")?;
    }
    for (name, group) in GROUPS {
        let of_group = report.findings.iter().filter(|finding| finding.rule.group == group);
        let findings: Vec<&Finding> = of_group.collect();
        if findings.is_empty() {
            continue;
        }
        print_line!("\n{bold}{name}{bold:#}")?;
        for finding in findings {
            tell(finding)?;
        }
    }
    print_line!()
}

/// What was not looked at of a standard that the file claims, a line each for machines and for people.
fn unchecked(unchecked: &Unchecked) -> Vec<String> {
    let Unchecked { standard, source, machine, person } = unchecked;
    let kinds = [("not looked at", machine), ("for a person to judge", person)];
    let given = kinds.into_iter().filter(|(_, clauses)| !clauses.is_empty());
    given
        .map(|(what, clauses)| format!("{standard}, {what} ({source}): {}", clauses.join(", ")))
        .collect()
}

/// One line of what was judged: "for print (found from the file) · PDF/X-4 · 4 pages of 148 x 210 mm · 2 errors".
fn circumstances(report: &Report, request: &Request) -> String {
    let found = if report.target_found { " (found from the file)" } else { "" };
    let mut parts = vec![format!("for {}{found}", report.target.as_str())];
    parts.extend(report.claims.iter().map(|claim| format!("says it is {claim}")));
    if let Some(first) = report.pages.first() {
        let (width, height) = first.size;
        let pages = count(report.pages.len(), "page");
        parts.push(format!("{pages} of {} x {} mm", tenths(width), tenths(height)));
    }
    let ink = report.pages.iter().filter_map(|page| page.ink).max_by(f64::total_cmp);
    if let Some(ink) = ink {
        parts.push(format!("{ink:.0} % of ink at most (limit {:.0} %)", request.ink_limit));
    }
    let resolution = report.pages.iter().filter_map(|page| page.resolution).min_by(f64::total_cmp);
    if let Some(resolution) = resolution {
        parts.push(format!("pictures of {resolution:.0} dpi at least"));
    }
    for severity in [Severity::Error, Severity::Warning] {
        let number = report.number(severity);
        if number > 0 {
            parts.push(count(number, severity.as_str()));
        }
    }
    parts.join(" · ")
}

fn tell(finding: &Finding) -> Result<(), Diagnostic> {
    let rule = finding.rule;
    let painted = style(rule.severity);
    print_line!("  {painted}{}{painted:#} [{}] {}", rule.severity.as_str(), rule.id, rule.finds)?;
    let object = finding.object.map(|object| format!(" (object {object})")).unwrap_or_default();
    print_line!("    found: {}{object}", finding.found)?;
    if !finding.wanted.is_empty() {
        print_line!("    wanted: {}", finding.wanted)?;
    }
    for line in places(&finding.places, finding.more) {
        print_line!("    {line}")?;
    }
    print_line!("    help: {}", rule.remedy)
}

/// Where something is, a line a place; whole pages are listed together.
fn places(places: &[Place], more: usize) -> Vec<String> {
    let whole: Vec<usize> =
        places.iter().filter(|place| place.area.is_none()).map(|place| place.page).collect();
    let mut lines = Vec::new();
    if !whole.is_empty() {
        lines.push(pages(&whole));
    }
    let with_area = places.iter().filter_map(|place| Some((place.page, place.area?)));
    let with_area: Vec<(usize, Rect)> = with_area.collect();
    lines.extend(with_area.iter().take(SHOWN).map(|(page, area)| {
        let (width, height) = (tenths(area.width()), tenths(area.height()));
        let (x, y) = (tenths(area.x0), tenths(area.y0));
        format!("page {page}: {width} x {height} mm at {x}, {y} mm from the left and the bottom of the trim")
    }));
    let left = with_area.len().saturating_sub(SHOWN) + more;
    if left > 0 {
        lines.push(format!("and {} more", count(left, "place")));
    }
    lines
}

/// Pages in words, runs joined: "pages 1 to 4 and 7".
fn pages(numbers: &[usize]) -> String {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for number in numbers {
        match runs.last_mut() {
            Some((_, last)) if *number == *last || *number == *last + 1 => *last = *number,
            _ => runs.push((*number, *number)),
        }
    }
    let words: Vec<String> = runs
        .iter()
        .map(|(first, last)| match last - first {
            0 => first.to_string(),
            1 => format!("{first}, {last}"),
            _ => format!("{first} to {last}"),
        })
        .collect();
    let noun = if numbers.iter().all(|number| *number == numbers[0]) { "page" } else { "pages" };
    format!("{noun} {}", words.join(", "))
}

/// What `--format json` says of a file.
#[derive(Serialize)]
pub(super) struct JsonFile {
    file: String,
    #[serde(flatten)]
    report: Report,
}

impl JsonFile {
    /// Names the file of a report.
    pub(super) fn new(path: &Path, report: Report) -> JsonFile {
        JsonFile { file: shown(path), report }
    }
}

/// What `--format json` prints.
#[derive(Serialize)]
pub(super) struct JsonFiles {
    pub(super) files: Vec<JsonFile>,
}

/// What `--rules --format json` prints.
#[derive(Serialize)]
struct JsonRules<'a> {
    rules: &'a [&'a Rule],
}

/// Prints the table of rules.
pub(super) fn rules(rules: &[&Rule], format: Format) -> Result<(), Diagnostic> {
    let targets = |rule: &Rule| -> Vec<&'static str> {
        rule.targets.iter().map(|target| target.as_str()).collect()
    };
    match format {
        Format::Json => render::print_json(&JsonRules { rules }),
        Format::Human => {
            let mut group = None;
            for rule in rules {
                if group != Some(rule.group) {
                    group = Some(rule.group);
                    let bold = Style::new().bold();
                    print_line!("{bold}{}{bold:#}", rule.group.as_str())?;
                }
                let painted = style(rule.severity);
                let severity = rule.severity.as_str();
                let names = targets(rule).join(", ");
                print_line!("  {} · {painted}{severity}{painted:#} · {names}", rule.id)?;
                print_line!("    finds: {}", rule.finds)?;
                print_line!("    why: {} [{}]", rule.why, rule.source)?;
                print_line!("    help: {}", rule.remedy)?;
            }
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::pages;

    #[test]
    fn runs_of_pages_are_joined() {
        assert_eq!(pages(&[3]), "page 3");
        assert_eq!(pages(&[1, 2, 3, 4, 7, 9, 10]), "pages 1 to 4, 7, 9, 10");
    }
}
