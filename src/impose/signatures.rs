//! Lays out the two sides of a sheet that is folded once, with creep.

use feuillet_units::Mm;
use typst::layout::{Abs, Point, Sides, Size};

use crate::impose::abs;
use crate::impose::cell::Cell;
use crate::impose::layout::{PageSet, SideLayout};
use crate::impose::page_order::SignatureSheet;

/// How far the pages of a sheet move towards the spine: nothing on the outermost sheet of a signature, and on the
/// innermost one the thickness of all of them (the printers' rule: pages / 4 times the thickness of a leaf).
fn creep(sheet: SignatureSheet, thickness: Mm) -> Mm {
    let (depth, sheets) = (sheet.depth as f64, sheet.sheets as f64);
    if sheets < 2.0 { Mm(0.0) } else { Mm(sheets * thickness.0 * depth / (sheets - 1.0)) }
}

/// Lays out the front and the back of a sheet of a signature.
pub(super) fn signature_sides(
    pages: PageSet,
    sheet: SignatureSheet,
    thickness: Mm,
) -> [SideLayout; 2] {
    let creep = abs(creep(sheet, thickness));
    let size = Size::new(2.0 * pages.size.x, pages.size.y);
    [sheet.front, sheet.back].map(|[left_page, right_page]| {
        let bleed = Sides::splat(pages.bleed);
        let left = left_page.map(|page| Cell {
            page,
            corner: Point::zero(),
            size: pages.size,
            cropped: -creep,
            bleed: Sides { right: Abs::zero(), ..bleed },
        });
        let right = right_page.map(|page| Cell {
            page,
            corner: Point::with_x(pages.size.x),
            size: pages.size,
            cropped: creep,
            bleed: Sides { left: Abs::zero(), ..bleed },
        });
        let number =
            |page: Option<usize>| page.map_or("-".to_owned(), |page| (page + 1).to_string());
        let label = format!("{} + {}", number(left_page), number(right_page));
        let cells = left.into_iter().chain(right).collect();
        SideLayout::new(label, size, cells, vec![pages.size.x])
    })
}
