//! What rules found on the pages in; the findings of a report out.

use std::collections::HashMap;

use crate::detail::Detail;
use crate::geometry::Rect;
use crate::report::{Finding, MOST_PLACES, Place};
use crate::request::Target;
use crate::rule::Rule;
use crate::rules::rules;
use crate::survey::Summary;

/// How many findings of one rule are told; more differ only in their figures.
const MOST_FINDINGS: usize = 50;

/// What was found, by rule.
#[derive(Default)]
pub(super) struct Findings {
    details: HashMap<&'static str, Vec<Detail>>,
}

impl Findings {
    /// Adds what a rule found.
    pub(super) fn note(&mut self, rule: &'static str, details: Vec<Detail>) {
        if !details.is_empty() {
            self.details.entry(rule).or_default().extend(details);
        }
    }

    /// In the order of the table; places where the same was found are told together.
    pub(super) fn told(mut self, target: Target, pages: &[Summary]) -> Vec<Finding> {
        let mut told = Vec::new();
        for rule in rules() {
            let Some(details) = self.details.remove(rule.id) else { continue };
            if rule.targets.contains(&target) {
                told.extend(grouped(rule, details, pages));
            }
        }
        told
    }
}

/// The details of one rule as findings.
fn grouped(rule: &'static Rule, details: Vec<Detail>, pages: &[Summary]) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    let mut known: HashMap<(String, String), usize> = HashMap::new();
    for detail in details.into_iter().map(plain) {
        let key = (detail.found.clone(), detail.wanted.clone());
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
                    found: detail.found.clone(),
                    wanted: detail.wanted.clone(),
                    object: detail.object,
                    places: Vec::new(),
                    more: 0,
                });
                findings.len() - 1
            }
        };
        let Some(finding) = findings.get_mut(index) else { continue };
        if detail.page == 0 {
            continue;
        }
        if finding.places.len() >= MOST_PLACES {
            finding.more += 1;
            continue;
        }
        let area = detail.area.map(|area| from_trim(area, pages, detail.page));
        finding.places.push(Place { page: detail.page, area });
    }
    findings
}

/// A detail in one line: what it quotes from the file may hold anything.
fn plain(detail: Detail) -> Detail {
    let line = |text: String| {
        let calm = !text.contains(char::is_control);
        if calm { text } else { text.replace(char::is_control, " ") }
    };
    Detail { found: line(detail.found), wanted: line(detail.wanted), ..detail }
}

/// An area of a page, from the lower left corner of its trim as it is seen.
fn from_trim(area: Rect, pages: &[Summary], page: usize) -> Rect {
    let found = pages.binary_search_by_key(&page, |summary| summary.number).ok();
    let summary = found.and_then(|found| pages.get(found));
    summary.map_or(area, |summary| summary.boxes.seen_from_cut(area))
}
