//! Describes one side of a sheet before anything is drawn: what stands where, and where it is folded and cut.

use typst::layout::{Abs, Size};

use crate::diagnostic::Diagnostic;
use crate::impose::cell::Cell;
use crate::impose::in_mm;

/// One side of a sheet.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct SideLayout {
    /// What the slug line calls it.
    pub(super) label: String,
    /// The trimmed size of the sheet.
    pub(super) size: Size,
    /// Its pages.
    pub(super) cells: Vec<Cell>,
    /// Where it is folded, from the left.
    pub(super) folds: Vec<Abs>,
    /// Where pages meet without being cut apart, from the left.
    pub(super) joints: Vec<Abs>,
    /// The vertical cuts, from the left.
    pub(super) columns: Vec<Abs>,
    /// The horizontal cuts, from the top.
    pub(super) rows: Vec<Abs>,
}

/// Pages of one size.
#[derive(Debug, Clone, Copy)]
pub(super) struct PageSet {
    /// How many there are.
    pub(super) count: usize,
    /// The trimmed size of each.
    pub(super) size: Size,
    /// How far they extend beyond it on each side.
    pub(super) bleed: Abs,
}

impl SideLayout {
    /// Makes a side that is cut at its four edges, and whose pages meet at its folds.
    pub(super) fn new(label: String, size: Size, cells: Vec<Cell>, folds: Vec<Abs>) -> SideLayout {
        let (columns, rows) = (vec![Abs::zero(), size.x], vec![Abs::zero(), size.y]);
        let joints = folds.clone();
        SideLayout { label, size, cells, folds, joints, columns, rows }
    }
}

/// Makes sure that all pages have one size.
///
/// # Errors
///
/// Fails with the first page of another size.
pub(super) fn check_sizes(sizes: &[Size]) -> Result<(), Diagnostic> {
    let Some(first) = sizes.first() else { return Ok(()) };
    let differs = |size: &Size| {
        (size.x - first.x).abs() > Abs::pt(1.0) || (size.y - first.y).abs() > Abs::pt(1.0)
    };
    let Some(index) = sizes.iter().position(differs) else { return Ok(()) };
    Err(Diagnostic::error(format!(
        "page {} is {} mm, but page 1 is {} mm",
        index + 1,
        in_mm(sizes[index]),
        in_mm(*first)
    ))
    .hint("all pages on a sheet must have the same size"))
}
