//! Tells the ink of a page, as measured on its plates.

use crate::geometry::Rect;

/// The ink of a page, in percent.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct InkFigures {
    /// The highest total ink on one pixel.
    pub(crate) highest: f64,
    /// Where that is, in the page's coordinates; empty if there is no ink at all.
    pub(crate) place: Rect,
    /// The areas with more ink than the limit, at most 20, the worst first, each with its highest ink.
    pub(crate) above: Vec<(Rect, f64)>,
    /// For each side of the trim, where colour does not extend to the edge of the bleed: left, bottom, right, top.
    pub(crate) sides: [Side; 4],
}

/// Where colour does not extend into the bleed along one side of the trim.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Side {
    /// Where ink ends, and there is none at the edge of the bleed.
    pub(crate) ends: Stretch,
    /// Where one plain colour, or white paper, gives way to another.
    pub(crate) changes: Stretch,
}

/// Stretches of a side, added up.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Stretch {
    /// Their share of the side, from 0 to 1.
    pub(crate) share: f64,
    /// From the start of the first to the end of the last, in the page's coordinates; of length 0 if there are none.
    pub(crate) along: (f64, f64),
}

impl Stretch {
    /// Adds a part of the side.
    pub(crate) fn add(&mut self, share: f64, (from, to): (f64, f64)) {
        self.along = if self.share > 0.0 {
            (self.along.0.min(from), self.along.1.max(to))
        } else {
            (from, to)
        };
        self.share += share;
    }
}
