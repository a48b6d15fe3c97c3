//! Pages and a scheme in; what stands where on each side of each sheet out, before anything is drawn.

use typst::layout::{Abs, Point, Sides, Size};

use crate::diagnostic::Diagnostic;
use crate::impose::cell::Cell;
use crate::impose::folded::folded;
use crate::impose::lattice::{grid, repeated};
use crate::impose::order::{bound, leaves};
use crate::impose::stitched::stitched;
use crate::impose::{Scheme, abs, rounded};

/// One side of a sheet.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Plan {
    /// What it is, in the slug line.
    pub(super) label: String,
    /// The size of what is left when the sheet is trimmed.
    pub(super) size: Size,
    /// Its pages.
    pub(super) cells: Vec<Cell>,
    /// Where it is folded, from the left.
    pub(super) folds: Vec<Abs>,
    /// Where pages meet that are not cut apart, from the left.
    pub(super) joints: Vec<Abs>,
    /// Where it is cut upright, from the left.
    pub(super) columns: Vec<Abs>,
    /// Where it is cut across, from the top.
    pub(super) rows: Vec<Abs>,
}

/// What is known of the pages: they are alike.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stock {
    /// How many there are.
    pub(super) pages: usize,
    /// The trimmed size of each.
    pub(super) size: Size,
    /// How far they run beyond it.
    pub(super) bleed: Abs,
}

impl Plan {
    /// A side that is cut at its four edges, and whose pages meet at its folds.
    pub(super) fn new(label: String, size: Size, cells: Vec<Cell>, folds: Vec<Abs>) -> Plan {
        let (columns, rows) = (vec![Abs::zero(), size.x], vec![Abs::zero(), size.y]);
        let joints = folds.clone();
        Plan { label, size, cells, folds, joints, columns, rows }
    }
}

/// Plans all sheets. `room` is what a sheet has for pages, if its size is given.
///
/// # Errors
///
/// Fails if the number of pages does not suit the scheme.
pub(super) fn plan(
    stock: Stock,
    scheme: &Scheme,
    room: Option<Size>,
) -> Result<Vec<Plan>, Diagnostic> {
    match *scheme {
        Scheme::Single => Ok(single(stock)),
        Scheme::Folded { fold, direction } => folded(stock, fold, direction),
        Scheme::Stitched { signature, spine, thickness, blanks } => {
            let whole = bound(stock.pages, signature, blanks)?;
            let leaves = leaves(stock.pages, whole, signature.unwrap_or(whole), spine);
            Ok(leaves.iter().flat_map(|leaf| stitched(stock, *leaf, thickness)).collect())
        }
        Scheme::Grid { columns, rows, spine } => Ok(grid(stock, (columns, rows), spine)),
        Scheme::Repeat { gutter, ref folds } => repeated(stock, room, abs(gutter), folds),
    }
}

/// Each page by itself.
fn single(stock: Stock) -> Vec<Plan> {
    let pages = 0..stock.pages;
    let plans = pages.map(|page| {
        let bleed = Sides::splat(stock.bleed);
        let cell = Cell { page, at: Point::zero(), size: stock.size, skip: Abs::zero(), bleed };
        let label = format!("{} / {}", page + 1, stock.pages);
        Plan::new(label, stock.size, vec![cell], Vec::new())
    });
    plans.collect()
}

/// Makes sure that all pages have one size.
///
/// # Errors
///
/// Fails with the first page that has another.
pub(super) fn alike(sizes: &[Size]) -> Result<(), Diagnostic> {
    let Some(first) = sizes.first() else { return Ok(()) };
    let differs = |size: &Size| {
        (size.x - first.x).abs() > Abs::pt(1.0) || (size.y - first.y).abs() > Abs::pt(1.0)
    };
    let Some(index) = sizes.iter().position(differs) else { return Ok(()) };
    Err(Diagnostic::error(format!(
        "page {} is {} mm, and page 1 is {} mm",
        index + 1,
        rounded(sizes[index]),
        rounded(*first)
    ))
    .hint("pages on one sheet must have one size"))
}

#[cfg(test)]
mod tests;
