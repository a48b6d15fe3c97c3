//! Turns what the rules found into the findings of a report.

use std::collections::HashMap;

use crate::geometry::Rect;
use crate::page::PageSummary;
use crate::report::{Finding, MOST_PLACES, Place};
use crate::request::Target;
use crate::rules::Occurrence;
use crate::rules::Rule;
use crate::rules::rules;

/// How many findings of one rule are reported; more differ only in their figures.
const MOST_FINDINGS: usize = 50;

/// The occurrences found so far, by rule.
#[derive(Default)]
pub(crate) struct Findings {
    occurrences: HashMap<&'static str, Vec<Occurrence>>,
}

impl Findings {
    /// Adds what a rule found.
    pub(crate) fn note(&mut self, rule: &'static str, occurrences: Vec<Occurrence>) {
        if !occurrences.is_empty() {
            self.occurrences.entry(rule).or_default().extend(occurrences);
        }
    }

    /// Turns them into findings, in the order of the table; equal occurrences become one.
    pub(crate) fn into_findings(mut self, target: Target, pages: &[PageSummary]) -> Vec<Finding> {
        let mut findings = Vec::new();
        for rule in rules() {
            let Some(occurrences) = self.occurrences.remove(rule.id) else { continue };
            if rule.targets.contains(&target) {
                findings.extend(grouped(rule, occurrences, pages));
            }
        }
        findings
    }
}

/// Turns the occurrences of one rule into findings.
fn grouped(
    rule: &'static Rule,
    occurrences: Vec<Occurrence>,
    pages: &[PageSummary],
) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    let mut known: HashMap<(String, String), usize> = HashMap::new();
    for occurrence in occurrences.into_iter().map(plain) {
        let key = (occurrence.found.clone(), occurrence.wanted.clone());
        let index = match known.get(&key) {
            Some(index) => *index,
            None if findings.len() > MOST_FINDINGS => MOST_FINDINGS,
            None if findings.len() == MOST_FINDINGS => {
                findings.push(Finding {
                    rule,
                    found: "more of this, with other figures".to_owned(),
                    wanted: String::new(),
                    object: None,
                    places: Vec::new(),
                    more: 0,
                });
                MOST_FINDINGS
            }
            None => {
                known.insert(key, findings.len());
                findings.push(Finding {
                    rule,
                    found: occurrence.found.clone(),
                    wanted: occurrence.wanted.clone(),
                    object: occurrence.object,
                    places: Vec::new(),
                    more: 0,
                });
                findings.len() - 1
            }
        };
        let Some(finding) = findings.get_mut(index) else { continue };
        if occurrence.page == 0 {
            continue;
        }
        if finding.places.len() >= MOST_PLACES {
            finding.more += 1;
            continue;
        }
        let area = occurrence.area.map(|area| from_trim(area, pages, occurrence.page));
        finding.places.push(Place { page: occurrence.page, area });
    }
    findings
}

/// An occurrence in one line: what it quotes from the file may contain anything.
fn plain(occurrence: Occurrence) -> Occurrence {
    let line = |text: String| {
        let calm = !text.contains(char::is_control);
        if calm { text } else { text.replace(char::is_control, " ") }
    };
    Occurrence { found: line(occurrence.found), wanted: line(occurrence.wanted), ..occurrence }
}

/// An area of a page, from the lower left corner of its trim as it is seen.
fn from_trim(area: Rect, pages: &[PageSummary], page: usize) -> Rect {
    let found = pages.binary_search_by_key(&page, |summary| summary.number).ok();
    let summary = found.and_then(|found| pages.get(found));
    summary.map_or(area, |summary| summary.boxes.relative_to_trim(area))
}
