//! Lays out pages in columns and rows: each page once, or one page as often as there is room for.

use feuillet_units::Pt;
use typst::layout::{Abs, Point, Sides, Size};

use crate::diagnostic::{Diagnostic, count};
use crate::impose::abs;
use crate::impose::cell::Cell;
use crate::impose::layout::{PageSet, SideLayout};
use crate::impose::page_order::Spine;

/// Lays out pages in columns and rows, in reading order.
pub(super) fn n_up(
    pages: PageSet,
    (columns, rows): (usize, usize),
    spine: Spine,
) -> Vec<SideLayout> {
    let grid = Grid { pages, columns, rows, gutter: Abs::zero() };
    let per_side = (columns * rows).max(1);
    let starts = (0..pages.count).step_by(per_side);
    let layouts = starts.map(|start| {
        let end = (start + per_side).min(pages.count);
        let cells = (start..end).map(|page| {
            let (row, column) = ((page - start) / columns, (page - start) % columns);
            let column = match spine {
                Spine::Left => column,
                Spine::Right => columns - 1 - column,
            };
            grid.cell(page, column, row)
        });
        let label = format!("{} - {}", start + 1, end);
        grid.layout(label, cells.collect(), Vec::new())
    });
    layouts.collect()
}

/// Lays out one page as often as there is room for; with two pages, the other one on the back.
///
/// # Errors
///
/// Fails if there is a front without a back.
pub(super) fn step_and_repeat(
    pages: PageSet,
    room: Option<Size>,
    gutter: Abs,
    folds: &[Pt],
) -> Result<Vec<SideLayout>, Diagnostic> {
    if pages.count != 1 && !pages.count.is_multiple_of(2) {
        return Err(Diagnostic::error(format!(
            "{} can't be repeated: each sheet has a front and a back",
            count(pages.count, "page")
        ))
        .hint(
            "provide an even number of pages, each front followed by its back, or a single page",
        ));
    }
    let (columns, rows) = match room {
        Some(room) => copies_that_fit(pages.size, room, gutter),
        None => (1, 1),
    };
    let grid = Grid { pages, columns, rows, gutter };
    let layouts = (0..pages.count).map(|page| {
        let places = (0..rows).flat_map(|row| (0..columns).map(move |column| (column, row)));
        // The grid looks the same from behind: each back lies behind its front.
        let cells = places.map(|(column, row)| grid.cell(page, column, row)).collect();
        let folds = (0..columns).flat_map(|column| {
            let start = grid.corner(column, 0).x;
            folds.iter().map(move |fold| {
                let fold = abs(*fold);
                start + if page % 2 == 0 { fold } else { pages.size.x - fold }
            })
        });
        let side = if page % 2 == 0 { "front" } else { "back" };
        grid.layout(format!("{side} {}", page / 2 + 1), cells, folds.collect())
    });
    Ok(layouts.collect())
}

/// Counts the columns and rows of this size for which there is room; at least one of each.
pub(super) fn copies_that_fit(size: Size, room: Size, gutter: Abs) -> (usize, usize) {
    let number = |room: Abs, length: Abs| {
        // Lengths are rounded in files: a hair too little is still enough.
        let number = ((room + gutter + Abs::pt(0.3)) / (length + gutter)).floor();
        number.clamp(1.0, 1000.0) as usize
    };
    (number(room.x, size.x), number(room.y, size.y))
}

/// Equal cells in columns and rows, with gutters between them.
struct Grid {
    pages: PageSet,
    columns: usize,
    rows: usize,
    gutter: Abs,
}

impl Grid {
    /// The top left corner of a cell.
    fn corner(&self, column: usize, row: usize) -> Point {
        Point::new(
            column as f64 * (self.pages.size.x + self.gutter),
            row as f64 * (self.pages.size.y + self.gutter),
        )
    }

    /// Puts a page into a cell. Its bleed is whole at the edges of the sheet; between cells it takes half of the gutter at
    /// most.
    fn cell(&self, page: usize, column: usize, row: usize) -> Cell {
        let bleed = self.pages.bleed;
        let shared = bleed.min(self.gutter / 2.0);
        let side = |outer: bool| if outer { bleed } else { shared };
        Cell {
            page,
            corner: self.corner(column, row),
            size: self.pages.size,
            cropped: Abs::zero(),
            bleed: Sides::new(
                side(column == 0),
                side(row == 0),
                side(column + 1 == self.columns),
                side(row + 1 == self.rows),
            ),
        }
    }

    /// Makes a side of cells, with cuts around each of them.
    fn layout(&self, label: String, cells: Vec<Cell>, folds: Vec<Abs>) -> SideLayout {
        let last = self.corner(self.columns - 1, self.rows - 1);
        let size = Size::new(last.x + self.pages.size.x, last.y + self.pages.size.y);
        let mut layout = SideLayout::new(label, size, cells, folds);
        let cuts = |number: usize, start: &dyn Fn(usize) -> Abs, length: Abs| {
            let mut cuts: Vec<Abs> =
                (0..number).flat_map(|index| [start(index), start(index) + length]).collect();
            cuts.dedup_by(|one, other| (*one - *other).abs() < Abs::pt(0.01));
            cuts
        };
        layout.columns = cuts(self.columns, &|column| self.corner(column, 0).x, self.pages.size.x);
        layout.rows = cuts(self.rows, &|row| self.corner(0, row).y, self.pages.size.y);
        layout
    }
}
