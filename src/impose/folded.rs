//! Lays out the outside and the inside of a folded sheet.

use feuillet_units::{Mm, Pt};
use typst::layout::{Abs, Point, Sides, Size};

use crate::diagnostic::{Diagnostic, count};
use crate::fold::{Fold, Side};
use crate::impose::abs;
use crate::impose::cell::Cell;
use crate::impose::layout::{PageSet, SideLayout};
use crate::language::Direction;

/// Lays out both sides of a folded sheet.
///
/// # Errors
///
/// Fails if there are more or fewer pages than panels.
pub(super) fn folded(
    pages: PageSet,
    fold: &Fold,
    direction: Direction,
) -> Result<Vec<SideLayout>, Diagnostic> {
    let places = fold.places(direction);
    if places.len() != pages.count {
        return Err(Diagnostic::error(format!(
            "a sheet with the fold `{}` has {}, but there are {}",
            fold.id,
            count(places.len(), "panel"),
            count(pages.count, "page")
        )));
    }
    let page_width = Mm::from(Pt(pages.size.x.to_pt()));
    let sides = [(Side::Outside, "outside"), (Side::Inside, "inside")];
    let layouts = sides.map(|(side, label)| {
        let edges = edges(fold, page_width, side, direction);
        let columns = fold.columns();
        let mut cells: Vec<Cell> = places
            .iter()
            .enumerate()
            .filter(|(_, (on, _))| *on == side)
            .map(|(page, (_, column))| {
                let width = edges[column + 1] - edges[*column];
                let side = |outer: bool| if outer { pages.bleed } else { Abs::zero() };
                Cell {
                    page,
                    corner: Point::with_x(edges[*column]),
                    size: Size::new(width, pages.size.y),
                    // The same on both sides: the text stays in the middle of its panel.
                    cropped: (pages.size.x - width) / 2.0,
                    bleed: Sides::new(
                        side(*column == 0),
                        pages.bleed,
                        side(*column + 1 == columns),
                        pages.bleed,
                    ),
                }
            })
            .collect();
        cells.sort_by_key(|cell| cell.corner.x);
        let size = Size::new(edges[columns], pages.size.y);
        let folds = folds(fold, page_width, side, direction);
        SideLayout {
            joints: edges[1..columns].to_vec(),
            ..SideLayout::new(label.to_owned(), size, cells, folds)
        }
    });
    Ok(layouts.to_vec())
}

/// Gives the left edges of the columns of a side, and the right edge of the last one.
fn edges(fold: &Fold, page_width: Mm, side: Side, direction: Direction) -> Vec<Abs> {
    let mut edges = vec![Abs::zero()];
    let mut end = Abs::zero();
    for width in fold.widths(page_width, side, direction) {
        end += abs(width);
        edges.push(end);
    }
    edges
}

/// Gives the folds of a side, from the left: some panels lie side by side without one.
pub(super) fn folds(fold: &Fold, page_width: Mm, side: Side, direction: Direction) -> Vec<Abs> {
    let edges = edges(fold, page_width, side, direction);
    let mirrored = (side == Side::Inside) != (direction == Direction::Rtl);
    let mut folds: Vec<Abs> = fold
        .creases
        .iter()
        .map(|column| if mirrored { fold.columns() - 2 - column } else { *column })
        .map(|column| edges[column + 1])
        .collect();
    folds.sort();
    folds
}
