//! Describes one side of a sheet before anything is drawn: what stands where, and where it is folded and cut.

use typst::layout::{Abs, Sides, Size};

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
    /// How far they extend beyond it at most.
    pub(super) bleed: Abs,
}

impl SideLayout {
    /// Makes a side that is cut at its four edges, and whose pages meet at its folds.
    pub(super) fn new(label: String, size: Size, cells: Vec<Cell>, folds: Vec<Abs>) -> SideLayout {
        let (columns, rows) = (vec![Abs::zero(), size.x], vec![Abs::zero(), size.y]);
        let joints = folds.clone();
        SideLayout { label, size, cells, folds, joints, columns, rows }
    }

    /// How far colour extends beyond the trimmed sheet at each side, as far as all pages there do.
    pub(super) fn bleed(&self) -> Sides<Abs> {
        let least = |at: &dyn Fn(&Cell) -> Abs, bleed: &dyn Fn(&Cell) -> Abs| {
            let outer = self.cells.iter().filter(|cell| at(cell).abs() < Abs::pt(0.01));
            outer.map(bleed).min().unwrap_or_default()
        };
        Sides::new(
            least(&|cell| cell.corner.x, &|cell| cell.bleed.left),
            least(&|cell| cell.corner.y, &|cell| cell.bleed.top),
            least(&|cell| cell.right() - self.size.x, &|cell| cell.bleed.right),
            least(&|cell| cell.corner.y + cell.size.y - self.size.y, &|cell| cell.bleed.bottom),
        )
    }
}

/// The first page that has another size than page 1.
pub(super) fn first_of_another_size(sizes: &[Size]) -> Option<usize> {
    let first = sizes.first()?;
    let differs = |size: &Size| {
        (size.x - first.x).abs() > Abs::pt(1.0) || (size.y - first.y).abs() > Abs::pt(1.0)
    };
    sizes.iter().position(differs)
}

/// Makes sure that all pages have one size.
///
/// # Errors
///
/// Fails with the first page of another size.
pub(super) fn check_sizes(sizes: &[Size]) -> Result<(), Diagnostic> {
    let (Some(first), Some(index)) = (sizes.first(), first_of_another_size(sizes)) else {
        return Ok(());
    };
    Err(Diagnostic::error(format!(
        "page {} is {} mm, but page 1 is {} mm",
        index + 1,
        in_mm(sizes[index]),
        in_mm(*first)
    ))
    .hint("all pages on a sheet must have the same size"))
}
