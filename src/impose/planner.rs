//! Pages and a scheme in; what stands where on each side of each sheet out, before anything is drawn.

use typst::layout::{Abs, Point, Sides, Size};

use crate::diagnostic::Diagnostic;
use crate::impose::cell::Cell;
use crate::impose::folded::folded;
use crate::impose::lattice::{grid, repeated};
use crate::impose::order::{bound, leaves};
use crate::impose::plan::{Plan, Stock};
use crate::impose::stitched::stitched;
use crate::impose::{Scheme, abs};

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

#[cfg(test)]
mod tests;
