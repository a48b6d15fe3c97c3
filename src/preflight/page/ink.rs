//! Tells the ink of a page, as measured on its plates.

use crate::geometry::Rect;

/// The ink of a page, in percent.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct InkFigures {
    /// The most ink on one pixel.
    pub(crate) highest: f64,
    /// Where that is, in the page's coordinates; without area if there is no ink at all.
    pub(crate) place: Rect,
    /// Pixels with more ink than the limit, joined to areas, at most 20, the worst first, each with its most.
    pub(crate) above: Vec<(Rect, f64)>,
    /// How much of each side of the trim has colour that does not go on to the edge of the bleed: left, bottom, right, top.
    pub(crate) sides: [Side; 4],
}

/// A side of the trim: where colour does not go on.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Side {
    /// Where ink ends, and there is none at the edge of the bleed.
    pub(crate) ends: Stretch,
    /// Where a plane, or white paper, gives way to a plane of another colour.
    pub(crate) changes: Stretch,
}

/// Parts of a side.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Stretch {
    /// What share of the side they are, from 0 to 1.
    pub(crate) share: f64,
    /// From the beginning of the first to the end of the last, in the page's coordinates; without length if there are none.
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
