//! Turns pages and a scheme into sheets: pages placed side by side, with marks. They are still Typst's frames.
//!
//! Every page brings its bleed. It is cut where a page meets another one: at folds, at the spine and at shared cuts, so
//! that nothing crosses them. Only a strip of background, a fifth of a millimetre wide, continues under the background of
//! the neighbour. Sheets are turned about their vertical axis: the back of what lies left on a front lies right on the
//! back.

mod back_to_back;
mod background;
mod cell;
mod folded;
mod grid;
mod import;
mod layout;
mod marks;
mod page_order;
mod profile;
mod scheme;
mod sheet;
mod sheet_size;
mod signatures;
mod slug;

use feuillet_units::{Mm, Pt};
use serde::{Deserialize, Serialize};
use typst::layout::{Abs, Sides, Size};
use typst::model::Document as _;
use typst_layout::PagedDocument;

pub use back_to_back::{LanguagePages, impose_back_to_back};
pub(crate) use import::{
    AnnotationChoice, PageForms, SizeChoice, has_several_sizes, import, page_of_stand_in,
    with_one_size,
};
pub use marks::{MarkStyle, Marks};
pub use page_order::Spine;
pub use profile::impose_for_profile;
pub use scheme::Scheme;
pub use sheet::impose;
pub use sheet_size::SheetSize;
pub use slug::Slug;

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

/// Sheets, side by side.
#[derive(Debug, Clone)]
pub struct Sheets {
    /// One page is one side of a sheet. Its frame is the trimmed sheet, and its bleed reaches to the edge of the paper.
    pub document: PagedDocument,
    /// How far colour extends beyond the trimmed sheet, at each side of each page of the PDF: this much of a page's bleed is
    /// bleed, the rest is for marks.
    pub bleed: Vec<Sides<Abs>>,
    /// The edge at which a printer turns the sheets to print both sides.
    pub duplex: Duplex,
    /// Whether the frames still have links and tags: pages in reading order do, imposed ones do not.
    pub tagged: bool,
}

impl Sheets {
    /// Counts the sides: one for each page of the PDF.
    #[must_use]
    pub(crate) fn sides(&self) -> usize {
        self.document.pages().len()
    }

    /// The same sides in the other order, for shops that read a right-to-left booklet from its last page.
    #[must_use]
    pub(crate) fn reversed(self) -> Sheets {
        let info = self.document.info().clone();
        let pages = self.document.pages().iter().rev().cloned().collect();
        let bleed = self.bleed.into_iter().rev().collect();
        Sheets { document: PagedDocument::new(pages, info), bleed, ..self }
    }

    /// Each side as sheets of its own, for shops that want a file a page.
    #[must_use]
    pub(crate) fn single_sides(&self) -> Vec<Sheets> {
        let sides = self.document.pages().iter().zip(&self.bleed);
        let single = sides.map(|(page, bleed)| {
            let pages = std::iter::once(page.clone()).collect();
            let document = PagedDocument::new(pages, self.document.info().clone());
            Sheets { document, bleed: vec![*bleed], ..self.clone() }
        });
        single.collect()
    }

    /// How far colour extends beyond the trimmed sheets on all sides.
    #[must_use]
    pub fn least_bleed(&self) -> Pt {
        let sides = self
            .bleed
            .iter()
            .flat_map(|Sides { left, top, right, bottom }| [left, top, right, bottom]);
        Pt(sides.min().map_or(0.0, |least| least.to_pt()))
    }

    /// The width and the height of the first side when it is trimmed.
    #[must_use]
    pub(crate) fn trim(&self) -> [Mm; 2] {
        let size = self.document.pages().first().map(|page| page.frame.size()).unwrap_or_default();
        [Mm(size.x.to_mm()), Mm(size.y.to_mm())]
    }
}

/// The edge at which a sheet is turned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Duplex {
    /// The long one: sheets in portrait.
    LongEdge,
    /// The short one: sheets in landscape.
    ShortEdge,
}

impl Duplex {
    /// The edge that turns a sheet of this size about its vertical axis.
    fn of(size: Size) -> Duplex {
        if size.x > size.y { Duplex::ShortEdge } else { Duplex::LongEdge }
    }
}

/// A length as Typst has it.
fn abs(length: impl Into<Pt>) -> Abs {
    Abs::pt(length.into().0)
}

/// Width and height for messages, in mm: "148 by 210".
fn in_mm(size: Size) -> String {
    let tenths = |length: f64| (length * 10.0).round() / 10.0;
    format!("{} by {}", tenths(size.x.to_mm()), tenths(size.y.to_mm()))
}
