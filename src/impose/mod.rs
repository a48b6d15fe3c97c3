//! Pages and a scheme in; sheets out: pages placed side by side, with marks. They are still Typst's frames.
//!
//! Every page brings its bleed. It is cut where a page meets another one, at folds, at the spine and at shared cuts, so
//! that nothing crosses them; only a strip of ground, a fifth of a millimetre wide, runs under the neighbour's ground.
//! Sheets are turned about their upright axis: the back of what lies left on a front lies right on the back.

mod cell;
mod folded;
pub mod foreign;
mod ground;
mod lattice;
mod marks;
mod order;
mod plan;
mod planner;
mod profile;
mod sheet;
mod size;
mod slug;
mod stitched;

use feuillet_units::{Mm, Pt};
use typst::layout::{Abs, Size};
use typst_layout::PagedDocument;

use crate::diagnostic::Diagnostic;
use crate::fold::Fold;
use crate::language::Direction;

pub use marks::{Ink, Marks};
pub use order::Spine;
pub use profile::for_profile;
pub use size::{SHEETS, SheetSize};
pub use slug::Slug;

/// How pages are laid on sheets.
#[derive(Debug, Clone, PartialEq)]
pub enum Scheme {
    /// Each page is a sheet.
    Single,
    /// All pages are panels of one sheet: its outside, then its inside.
    Folded {
        /// The fold.
        fold: &'static Fold,
        /// That of the language.
        direction: Direction,
    },
    /// Two pages side by side on sheets that are folded and laid into each other.
    Stitched {
        /// How many pages are folded together, a multiple of 4; all of them by default.
        signature: Option<usize>,
        /// Where it is bound.
        spine: Spine,
        /// The thickness of one leaf: inner sheets stick out by it, so their pages are shifted towards the spine.
        thickness: Mm,
        /// Whether blank pages are added at the end to fill the last sheet.
        blanks: bool,
    },
    /// Pages in reading order in columns and rows.
    Grid {
        /// How many columns, from 1.
        columns: usize,
        /// How many rows, from 1.
        rows: usize,
        /// Where reading begins.
        spine: Spine,
    },
    /// Each page as many times as a sheet has room; fronts and backs in turn, of which each back lies behind its front.
    Repeat {
        /// The distance between two of them.
        gutter: Pt,
        /// Where each front is folded after it is cut, from its left edge.
        folds: Vec<Pt>,
    },
}

/// How sheets are made.
#[derive(Debug, Clone)]
pub struct Setup<'a> {
    /// Where the pages go.
    pub scheme: Scheme,
    /// The sheet of paper; just large enough by default.
    pub sheet: Option<SheetSize>,
    /// What is drawn for those who cut and fold.
    pub marks: Marks<'a>,
}

/// Sheets.
#[derive(Debug, Clone)]
pub struct Sheets {
    /// One page is one side of a sheet. Its frame is what is left when the sheet is trimmed, and its bleed reaches to the
    /// edge of the paper.
    pub document: PagedDocument,
    /// How far colour runs beyond the trimmed sheet: this much of each page's bleed is bleed, the rest is for marks.
    pub bleed: Pt,
    /// At which edge a printer turns the sheets to print both sides.
    pub duplex: Duplex,
    /// Whether the frames still have links and tags: pages in reading order do, imposed ones do not.
    pub tagged: bool,
}

/// The edge at which a sheet is turned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Duplex {
    /// The long one: upright sheets.
    LongEdge,
    /// The short one: sheets in landscape.
    ShortEdge,
}

impl Duplex {
    /// What turns a sheet of this size about its upright axis.
    fn of(size: Size) -> Duplex {
        if size.x > size.y { Duplex::ShortEdge } else { Duplex::LongEdge }
    }

    /// Its name in the viewer preferences of a PDF (ISO 32000-1, table 150).
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Duplex::LongEdge => "DuplexFlipLongEdge",
            Duplex::ShortEdge => "DuplexFlipShortEdge",
        }
    }
}

/// Lays pages on sheets. All have one size, and bleed that is the same on all sides.
///
/// # Errors
///
/// Fails if there are no pages, if their number or size does not suit the scheme, or if the sheet is too small.
pub fn impose(pages: &PagedDocument, setup: &Setup<'_>) -> Result<Sheets, Diagnostic> {
    sheet::sheets(pages, setup)
}

/// A length as Typst has it.
fn abs(length: impl Into<Pt>) -> Abs {
    Abs::pt(length.into().0)
}

/// Width and height for messages, in mm: "148 by 210".
fn rounded(size: Size) -> String {
    let millimetres = |length: f64| (length * 10.0).round() / 10.0;
    format!("{} by {}", millimetres(size.x.to_mm()), millimetres(size.y.to_mm()))
}
