//! One side of a sheet before anything is drawn: what stands where, and where it is folded and cut.

use typst::layout::{Abs, Size};

use crate::diagnostic::Diagnostic;
use crate::impose::cell::Cell;
use crate::impose::rounded;

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
