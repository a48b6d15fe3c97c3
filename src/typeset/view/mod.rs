//! Turns Typst's frames into a flat list of what stands on each page, in the order of painting, with the message of every
//! text.
//!
//! The checks and the proofs read this flat list rather than Typst's nested frames.

mod flatten;
mod lines;

use serde::{Deserialize, Serialize};
use typst::visualize::Color;

pub(crate) use lines::{Line, Paragraph};

/// A rectangle on a page, in points from the upper left corner of the trimmed page.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Rect {
    /// Its left edge.
    pub left: f64,
    /// Its upper edge.
    pub top: f64,
    /// Its right edge.
    pub right: f64,
    /// Its lower edge.
    pub bottom: f64,
}

/// What stands on one page.
#[derive(Debug, Clone, PartialEq)]
pub struct PageView {
    /// Its number, from 1.
    pub number: usize,
    /// Its trimmed width in points.
    pub width: f64,
    /// Its trimmed height in points.
    pub(crate) height: f64,
    /// What stands on it, in the order of painting.
    pub items: Vec<Item>,
}

/// One thing on a page.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// A stretch of a line, of one message and one look.
    Text(Text),
    /// A shape, or what of it is not cut away.
    Shape {
        /// Where it is.
        area: Rect,
        /// Its corners, if its edges are straight; else those of its area.
        outline: Vec<(f64, f64)>,
        /// What it is filled with, if it is one colour.
        fill: Option<Color>,
        /// The straight lines that are drawn along its edges.
        edges: Vec<((f64, f64), (f64, f64))>,
    },
    /// A picture.
    Picture {
        /// Where it is.
        area: Rect,
        /// The path of its file, if it is one of the composition's.
        file: Option<String>,
    },
}

/// A stretch of a line, of one message and one look.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// Its characters.
    pub characters: String,
    /// What its ink covers; its room on the line, without height, if it has none.
    pub area: Rect,
    /// What the ink of each glyph covers.
    pub(crate) ink: Vec<Rect>,
    /// Where it begins and ends on its line, in points from the left.
    pub(crate) reach: (f64, f64),
    /// Its baseline, in points from the top of the page.
    pub baseline: f64,
    /// Its size in points.
    pub size: f64,
    /// Whether it is bold: 700 or more.
    pub bold: bool,
    /// Its colour, if it is one.
    pub(crate) fill: Option<Color>,
    /// Its language, as Typst knows it.
    pub(crate) language: String,
    /// Which of the composition's texts it comes from; `None` for what a template writes.
    pub origin: Option<usize>,
    /// Where in that text its first character stands, in bytes.
    pub start: usize,
    /// The innermost element in which it stands; what stands in an artifact belongs to that alone.
    pub(crate) element: Option<usize>,
    /// Widths of the blanks between its words, as multiples of the font's own.
    pub(crate) blanks: Vec<f64>,
    /// Characters that its font does not have, each with the family that was asked last.
    pub(crate) missing: Vec<(char, String)>,
}

/// An element of the document to which text belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Element {
    /// A paragraph.
    Paragraph,
    /// A heading of this level.
    Heading(usize),
    /// What is no part of the text: rules, tabs, numbers of pages.
    Artifact,
}

/// All pages, and the elements on them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct View {
    /// The pages, in order.
    pub pages: Vec<PageView>,
    /// The elements, in the order in which they begin.
    pub(crate) elements: Vec<Element>,
    /// The lines of text, page by page, in the order of painting.
    pub lines: Vec<Line>,
    /// The paragraphs and headings, without what stands in artifacts, in the order in which they begin.
    pub(crate) paragraphs: Vec<Paragraph>,
}

impl Rect {
    /// The smallest area that holds both.
    pub(crate) fn with(self, other: Rect) -> Rect {
        Rect {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// What both cover; `None` if they are apart.
    pub(crate) fn shared(self, other: Rect) -> Option<Rect> {
        let area = Rect {
            left: self.left.max(other.left),
            top: self.top.max(other.top),
            right: self.right.min(other.right),
            bottom: self.bottom.min(other.bottom),
        };
        (area.left < area.right && area.top < area.bottom).then_some(area)
    }

    /// The area with so much more room on each side, or less; upright edges do not pass each other.
    pub(crate) fn with_room(self, by: f64) -> Rect {
        let (x, y) = self.middle();
        Rect {
            left: (self.left - by).min(x),
            top: (self.top - by).min(y),
            right: (self.right + by).max(x),
            bottom: (self.bottom + by).max(y),
        }
    }

    /// Its middle.
    pub(crate) fn middle(self) -> (f64, f64) {
        ((self.left + self.right) / 2.0, (self.top + self.bottom) / 2.0)
    }

    /// Whether a point lies in it.
    pub(crate) fn holds(self, (x, y): (f64, f64)) -> bool {
        (self.left..=self.right).contains(&x) && (self.top..=self.bottom).contains(&y)
    }

    /// Its width and height.
    pub(crate) fn size(self) -> (f64, f64) {
        (self.right - self.left, self.bottom - self.top)
    }

    /// The area that holds these points.
    fn around(points: &[(f64, f64)]) -> Rect {
        let first = points.first().copied().unwrap_or_default();
        let start = Rect { left: first.0, top: first.1, right: first.0, bottom: first.1 };
        points.iter().fold(start, |area, (x, y)| {
            area.with(Rect { left: *x, top: *y, right: *x, bottom: *y })
        })
    }
}

impl PageView {
    /// The texts on the page, each with its place among the items.
    pub(crate) fn texts(&self) -> impl Iterator<Item = (usize, &Text)> {
        self.items.iter().enumerate().filter_map(|(index, item)| match item {
            Item::Text(text) => Some((index, text)),
            _ => None,
        })
    }

    /// A text by its place among the items; `None` if something else stands there.
    pub(crate) fn text(&self, index: usize) -> Option<&Text> {
        match self.items.get(index) {
            Some(Item::Text(text)) => Some(text),
            _ => None,
        }
    }
}

impl View {
    /// Whether a text is an artifact: a line at head or foot, a tab, an icon.
    pub(crate) fn is_artifact(&self, element: Option<usize>) -> bool {
        element.and_then(|element| self.elements.get(element)) == Some(&Element::Artifact)
    }
}

/// Whether a point lies within straight edges (the rule of even and odd crossings).
pub(crate) fn within(outline: &[(f64, f64)], (x, y): (f64, f64)) -> bool {
    let mut inside = false;
    let mut last = outline.last().copied().unwrap_or_default();
    for &corner in outline {
        let ((x1, y1), (x2, y2)) = (last, corner);
        if (y1 > y) != (y2 > y) && x < (x2 - x1) * (y - y1) / (y2 - y1) + x1 {
            inside = !inside;
        }
        last = corner;
    }
    inside
}

#[cfg(test)]
mod tests {
    use super::{Rect, within};

    const SQUARE: Rect = Rect { left: 0.0, top: 0.0, right: 10.0, bottom: 10.0 };

    #[test]
    fn areas_are_joined_and_cut() {
        let other = Rect { left: 6.0, top: -2.0, right: 14.0, bottom: 4.0 };
        let (joined, shared) = (SQUARE.with(other), SQUARE.shared(other).unwrap());
        assert_eq!(joined, Rect { left: 0.0, top: -2.0, right: 14.0, bottom: 10.0 });
        assert_eq!(shared, Rect { left: 6.0, top: 0.0, right: 10.0, bottom: 4.0 });
        assert_eq!(shared.size(), (4.0, 4.0));
        assert_eq!(SQUARE.middle(), (5.0, 5.0));
        let apart = Rect { left: 10.0, top: 0.0, right: 12.0, bottom: 10.0 };
        assert_eq!(SQUARE.shared(apart), None, "what only touches shares nothing");
    }

    #[test]
    fn a_point_lies_within_a_slanted_plane_or_not() {
        let plane = [(0.0, 0.0), (10.0, 0.0), (0.0, 10.0)];
        assert!(within(&plane, (2.0, 2.0)));
        assert!(!within(&plane, (8.0, 8.0)));
        assert!(!within(&plane, (-1.0, 2.0)));
    }
}
