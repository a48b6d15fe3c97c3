//! The pages of a sheet that is folded in the middle in; what stands where on its sides out.

use feuillet_units::Mm;
use typst::layout::{Abs, Point, Sides, Size};

use crate::impose::abs;
use crate::impose::cell::Cell;
use crate::impose::order::Leaf;
use crate::impose::plan::{Plan, Stock};

/// By how much the pages of a sheet move towards the spine: nothing on the outermost sheet of a signature, and on the
/// innermost one the thickness of all of them (the printers' rule: pages / 4 times the thickness of a leaf).
fn creep(depth: usize, of: usize, thickness: Mm) -> Mm {
    #[allow(clippy::cast_precision_loss, reason = "a booklet has few sheets")]
    let (depth, of) = (depth as f64, of as f64);
    if of < 2.0 { Mm(0.0) } else { Mm(of * thickness.0 * depth / (of - 1.0)) }
}

/// The front and the back of a sheet that is folded in the middle.
pub(super) fn stitched(stock: Stock, leaf: Leaf, thickness: Mm) -> [Plan; 2] {
    let creep = abs(creep(leaf.depth, leaf.of, thickness));
    let size = Size::new(2.0 * stock.size.x, stock.size.y);
    [leaf.front, leaf.back].map(|pages| {
        let bleed = Sides::splat(stock.bleed);
        let left = pages[0].map(|page| Cell {
            page,
            at: Point::zero(),
            size: stock.size,
            skip: -creep,
            bleed: Sides { right: Abs::zero(), ..bleed },
        });
        let right = pages[1].map(|page| Cell {
            page,
            at: Point::with_x(stock.size.x),
            size: stock.size,
            skip: creep,
            bleed: Sides { left: Abs::zero(), ..bleed },
        });
        let number =
            |page: Option<usize>| page.map_or("-".to_owned(), |page| (page + 1).to_string());
        let label = format!("{} + {}", number(pages[0]), number(pages[1]));
        let cells = left.into_iter().chain(right).collect();
        Plan::new(label, size, cells, vec![stock.size.x])
    })
}
