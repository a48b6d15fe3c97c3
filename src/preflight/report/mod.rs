//! Tells what was found in a file.

mod findings;
mod json;
mod page_image;

use serde::Serialize;

use crate::geometry::Rect;
use crate::page::PageFigures;
use crate::request::Target;
use crate::rules::{Rule, Severity};

pub(crate) use findings::Findings;
pub use page_image::{PageImage, PageImageError, page_images};

/// A place on a page.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Place {
    /// The page, from 1.
    pub page: usize,
    /// Where on it, in points from the lower left corner of the trim, upwards; `None` for the whole page.
    pub area: Option<Rect>,
}

/// A violation of a rule, with all places where it is the same.
#[derive(Debug, Clone)]
pub struct Finding {
    /// The rule.
    pub rule: &'static Rule,
    /// What was found, in lower case without a full stop; code stands in backticks.
    pub found: String,
    /// What was wanted instead, in the same form; empty if the rule says it already.
    pub wanted: String,
    /// The object in the file, by number, if it is about one.
    pub object: Option<u32>,
    /// Where it is, in the order of pages, at most [`MOST_PLACES`]; empty if it is about the file.
    pub places: Vec<Place>,
    /// How many more places there are.
    pub more: usize,
}

/// How many places of one finding are listed.
pub const MOST_PLACES: usize = 100;

/// What was found in a file.
#[derive(Debug, Clone)]
pub struct Report {
    /// The target that it was checked for.
    pub target: Target,
    /// Whether the target was found from the file.
    pub target_found: bool,
    /// The standards that the file says it follows: "PDF/X-4".
    pub claims: Vec<String>,
    /// What was not looked at of those standards.
    pub unchecked: Vec<Unchecked>,
    /// The figures of its pages, in their order.
    pub pages: Vec<PageFigures>,
    /// The findings, in the order of the table of rules, then of pages.
    pub findings: Vec<Finding>,
}

/// What was not looked at of a standard that a file claims.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unchecked {
    /// The standard, as the file claims it.
    pub standard: String,
    /// Where the clauses are numbered.
    pub source: &'static str,
    /// Clauses that a machine could judge, and this one does not, or not for this target.
    pub machine: Vec<String>,
    /// Clauses that only a person can judge.
    pub person: Vec<String>,
}

impl Unchecked {
    /// Whether all was looked at.
    pub(crate) fn is_empty(&self) -> bool {
        self.machine.is_empty() && self.person.is_empty()
    }
}

impl Report {
    /// Whether it may be printed or published.
    #[must_use]
    pub fn passes(&self) -> bool {
        self.number(Severity::Error) == 0
    }

    /// The number of findings of a severity.
    #[must_use]
    pub fn number(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.rule.severity == severity).count()
    }
}
