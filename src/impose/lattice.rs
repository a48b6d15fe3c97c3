//! Pages in; what stands where in columns and rows out: each page once, or one page as often as it finds room.

use feuillet_units::Pt;
use typst::layout::{Abs, Point, Sides, Size};

use crate::diagnostic::{Diagnostic, count};
use crate::impose::abs;
use crate::impose::cell::Cell;
use crate::impose::order::Spine;
use crate::impose::plan::{Plan, Stock};

/// Pages in columns and rows, in reading order.
pub(super) fn grid(stock: Stock, (columns, rows): (usize, usize), spine: Spine) -> Vec<Plan> {
    let lattice = Lattice::new(stock, columns, rows, Abs::zero());
    let per_sheet = (columns * rows).max(1);
    let starts = (0..stock.pages).step_by(per_sheet);
    let plans = starts.map(|start| {
        let end = (start + per_sheet).min(stock.pages);
        let cells = (start..end).map(|page| {
            let (row, column) = ((page - start) / columns, (page - start) % columns);
            let column = match spine {
                Spine::Left => column,
                Spine::Right => columns - 1 - column,
            };
            lattice.cell(page, column, row)
        });
        let label = format!("{} - {}", start + 1, end);
        lattice.plan(label, cells.collect(), Vec::new())
    });
    plans.collect()
}

/// One page as many times as it finds room; with two pages, the other one on the back.
pub(super) fn repeated(
    stock: Stock,
    room: Option<Size>,
    gutter: Abs,
    folds: &[Pt],
) -> Result<Vec<Plan>, Diagnostic> {
    if stock.pages != 1 && !stock.pages.is_multiple_of(2) {
        return Err(Diagnostic::error(format!(
            "{} can't be repeated: each sheet has a front and a back",
            count(stock.pages, "page")
        ))
        .hint("give an even number of pages, each front followed by its back, or a single page"));
    }
    let (columns, rows) = match room {
        Some(room) => fitting(stock.size, room, gutter),
        None => (1, 1),
    };
    let lattice = Lattice::new(stock, columns, rows, gutter);
    let plans = (0..stock.pages).map(|page| {
        let places = (0..rows).flat_map(|row| (0..columns).map(move |column| (column, row)));
        // The lattice is the same seen from behind: each back lies behind its front.
        let cells = places.map(|(column, row)| lattice.cell(page, column, row)).collect();
        let folds = (0..columns).flat_map(|column| {
            let start = lattice.corner(column, 0).x;
            folds.iter().map(move |fold| {
                let fold = abs(*fold);
                start + if page % 2 == 0 { fold } else { stock.size.x - fold }
            })
        });
        let side = if page % 2 == 0 { "front" } else { "back" };
        lattice.plan(format!("{side} {}", page / 2 + 1), cells, folds.collect())
    });
    Ok(plans.collect())
}

/// How many columns and rows of this size find room; at least one.
pub(super) fn fitting(size: Size, room: Size, gutter: Abs) -> (usize, usize) {
    let number = |room: Abs, length: Abs| {
        // A hair more than there is counts as room: lengths are rounded in files.
        let number = ((room + gutter + Abs::pt(0.3)) / (length + gutter)).floor();
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "1 to 1000")]
        let number = number.clamp(1.0, 1000.0) as usize;
        number
    };
    (number(room.x, size.x), number(room.y, size.y))
}

/// Equal cells in columns and rows, with gutters between them.
struct Lattice {
    stock: Stock,
    columns: usize,
    rows: usize,
    gutter: Abs,
}

impl Lattice {
    fn new(stock: Stock, columns: usize, rows: usize, gutter: Abs) -> Lattice {
        Lattice { stock, columns, rows, gutter }
    }

    #[allow(clippy::cast_precision_loss, reason = "few cells")]
    fn corner(&self, column: usize, row: usize) -> Point {
        Point::new(
            column as f64 * (self.stock.size.x + self.gutter),
            row as f64 * (self.stock.size.y + self.gutter),
        )
    }

    /// Bleed is whole at the edges of the sheet, and shares the gutter with the neighbour's between cells.
    fn cell(&self, page: usize, column: usize, row: usize) -> Cell {
        let bleed = self.stock.bleed;
        let shared = bleed.min(self.gutter / 2.0);
        let side = |outer: bool| if outer { bleed } else { shared };
        Cell {
            page,
            at: self.corner(column, row),
            size: self.stock.size,
            skip: Abs::zero(),
            bleed: Sides::new(
                side(column == 0),
                side(row == 0),
                side(column + 1 == self.columns),
                side(row + 1 == self.rows),
            ),
        }
    }

    fn plan(&self, label: String, cells: Vec<Cell>, folds: Vec<Abs>) -> Plan {
        let last = self.corner(self.columns - 1, self.rows - 1);
        let size = Size::new(last.x + self.stock.size.x, last.y + self.stock.size.y);
        let mut plan = Plan::new(label, size, cells, folds);
        let cuts = |number: usize, start: &dyn Fn(usize) -> Abs, length: Abs| {
            let mut cuts: Vec<Abs> =
                (0..number).flat_map(|index| [start(index), start(index) + length]).collect();
            cuts.dedup_by(|one, other| (*one - *other).abs() < Abs::pt(0.01));
            cuts
        };
        plan.columns = cuts(self.columns, &|column| self.corner(column, 0).x, self.stock.size.x);
        plan.rows = cuts(self.rows, &|row| self.corner(0, row).y, self.stock.size.y);
        plan
    }
}
