//! Pages and a fold in; what stands where on the outside and the inside of its sheet out.

use feuillet_units::{Mm, Pt};
use typst::layout::{Abs, Point, Sides, Size};

use crate::diagnostic::{Diagnostic, count};
use crate::fold::{Fold, Side};
use crate::impose::abs;
use crate::impose::cell::Cell;
use crate::impose::plan::{Plan, Stock};
use crate::language::Direction;

/// The outside and the inside of a folded sheet.
pub(super) fn folded(
    stock: Stock,
    fold: &Fold,
    direction: Direction,
) -> Result<Vec<Plan>, Diagnostic> {
    let places = fold.places(direction);
    if places.len() != stock.pages {
        return Err(Diagnostic::error(format!(
            "a sheet with the fold `{}` has {}, and there are {}",
            fold.id,
            count(places.len(), "panel"),
            count(stock.pages, "page")
        )));
    }
    let page_width = Mm::from(Pt(stock.size.x.to_pt()));
    let sides = [(Side::Outside, "outside"), (Side::Inside, "inside")];
    let plans = sides.map(|(side, label)| {
        let edges = edges(fold, page_width, side, direction);
        let columns = fold.columns();
        let mut cells: Vec<Cell> = places
            .iter()
            .enumerate()
            .filter(|(_, (on, _))| *on == side)
            .map(|(page, (_, column))| {
                let width = edges[column + 1] - edges[*column];
                let inner = |outer: bool| if outer { stock.bleed } else { Abs::zero() };
                Cell {
                    page,
                    at: Point::with_x(edges[*column]),
                    size: Size::new(width, stock.size.y),
                    // The same at both sides: the text stays in the middle of its panel.
                    skip: (stock.size.x - width) / 2.0,
                    bleed: Sides::new(
                        inner(*column == 0),
                        stock.bleed,
                        inner(*column + 1 == columns),
                        stock.bleed,
                    ),
                }
            })
            .collect();
        cells.sort_by_key(|cell| cell.at.x);
        let size = Size::new(edges[columns], stock.size.y);
        let folds = folds(fold, page_width, side, direction);
        Plan {
            joints: edges[1..columns].to_vec(),
            ..Plan::new(label.to_owned(), size, cells, folds)
        }
    });
    Ok(plans.to_vec())
}

/// Where the columns of a side begin, and where the last one ends.
fn edges(fold: &Fold, page_width: Mm, side: Side, direction: Direction) -> Vec<Abs> {
    let mut edges = vec![Abs::zero()];
    let mut end = Abs::zero();
    for width in fold.widths(page_width, side, direction) {
        end += abs(width);
        edges.push(end);
    }
    edges
}

/// Where a side is folded, from the left: some panels lie side by side without a fold between them.
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
