//! Tells what a rule finds at one place, before equal ones become one finding.

use crate::geometry::Rect;

/// One occurrence of what a rule looks for.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Occurrence {
    /// What was found; occurrences with the same words become one finding.
    pub(crate) found: String,
    pub(crate) wanted: String,
    pub(crate) object: Option<u32>,
    /// The page, from 1; 0 for the file.
    pub(crate) page: usize,
    /// Where on it, in the page's own coordinates.
    pub(crate) area: Option<Rect>,
}

impl Occurrence {
    /// Something that was found in the file.
    pub(crate) fn new(found: impl Into<String>) -> Occurrence {
        Occurrence { found: found.into(), wanted: String::new(), object: None, page: 0, area: None }
    }

    /// What was wanted instead.
    pub(crate) fn wanted(mut self, wanted: impl Into<String>) -> Occurrence {
        self.wanted = wanted.into();
        self
    }

    /// The object that it is about.
    pub(crate) fn object(mut self, object: Option<u32>) -> Occurrence {
        self.object = object;
        self
    }

    /// The page, from 1.
    pub(crate) fn on(mut self, page: usize) -> Occurrence {
        self.page = page;
        self
    }

    /// Where on the page, in its own coordinates.
    pub(crate) fn at(mut self, area: Rect) -> Occurrence {
        self.area = Some(area);
        self
    }
}

/// The occurrences that a rule finds.
#[derive(Debug, Default)]
pub(crate) struct Occurrences {
    pub(crate) occurrences: Vec<Occurrence>,
}

impl Occurrences {
    /// Adds one.
    pub(crate) fn add(&mut self, occurrence: Occurrence) {
        self.occurrences.push(occurrence);
    }
}
