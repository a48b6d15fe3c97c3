//! Turns pages and a scheme into the layout of each side of each sheet.

use feuillet_units::{Mm, Pt};
use typst::layout::{Abs, Point, Sides, Size};

use crate::diagnostic::Diagnostic;
use crate::fold::Fold;
use crate::impose::abs;
use crate::impose::cell::Cell;
use crate::impose::folded::folded;
use crate::impose::grid::{n_up, step_and_repeat};
use crate::impose::layout::{PageSet, SideLayout};
use crate::impose::page_order::{Spine, bound_page_count, signature_sheets};
use crate::impose::signatures::signature_sides;
use crate::language::Direction;

/// How pages are laid on sheets.
#[derive(Debug, Clone, PartialEq)]
pub enum Scheme {
    /// Each page is a sheet.
    Single,
    /// All pages are panels of one sheet: its outside, then its inside.
    Folded {
        /// The fold.
        fold: &'static Fold,
        /// The direction of the language.
        direction: Direction,
    },
    /// Two pages side by side on sheets that are folded once and nested.
    Signatures {
        /// How many pages a signature has, a multiple of 4; all pages make one by default.
        signature: Option<usize>,
        /// Where the booklet is bound.
        spine: Spine,
        /// The thickness of one leaf: nested sheets stick out by it, so their pages are shifted towards the spine.
        thickness: Mm,
        /// Whether blank pages are added at the end to fill the last sheet.
        blanks: bool,
    },
    /// Pages in reading order in columns and rows.
    NUp {
        /// The number of columns, from 1.
        columns: usize,
        /// The number of rows, from 1.
        rows: usize,
        /// The side at which reading begins.
        spine: Spine,
    },
    /// Each page as many times as a sheet has room for; fronts and backs alternate, and each back lies behind its front.
    StepAndRepeat {
        /// The distance between two copies.
        gutter: Pt,
        /// Where each front is folded after it is cut, from its left edge.
        folds: Vec<Pt>,
    },
}

impl Scheme {
    /// Sets the spine, or the side at which reading begins, where the scheme knows one.
    pub(crate) fn bind(&mut self, edge: Spine) {
        if let Scheme::Signatures { spine, .. } | Scheme::NUp { spine, .. } = self {
            *spine = edge;
        }
    }

    /// Lays out all sides. `room` is what a sheet has for pages, if its size is given.
    ///
    /// # Errors
    ///
    /// Fails if the number of pages does not suit the scheme.
    pub(super) fn layouts(
        &self,
        pages: PageSet,
        room: Option<Size>,
    ) -> Result<Vec<SideLayout>, Diagnostic> {
        match *self {
            Scheme::Single => Ok(single(pages)),
            Scheme::Folded { fold, direction } => folded(pages, fold, direction),
            Scheme::Signatures { signature, spine, thickness, blanks } => {
                let bound = bound_page_count(pages.count, signature, blanks)?;
                let sheets =
                    signature_sheets(pages.count, bound, signature.unwrap_or(bound), spine);
                let sides = sheets.iter().map(|sheet| signature_sides(pages, *sheet, thickness));
                Ok(sides.flatten().collect())
            }
            Scheme::NUp { columns, rows, spine } => Ok(n_up(pages, (columns, rows), spine)),
            Scheme::StepAndRepeat { gutter, ref folds } => {
                step_and_repeat(pages, room, abs(gutter), folds)
            }
        }
    }
}

/// Each page by itself.
fn single(pages: PageSet) -> Vec<SideLayout> {
    let layouts = (0..pages.count).map(|page| {
        let bleed = Sides::splat(pages.bleed);
        let cell =
            Cell { page, corner: Point::zero(), size: pages.size, cropped: Abs::zero(), bleed };
        let label = format!("{} / {}", page + 1, pages.count);
        SideLayout::new(label, pages.size, vec![cell], Vec::new())
    });
    layouts.collect()
}

#[cfg(test)]
mod tests;
