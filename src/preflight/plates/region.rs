//! Turns areas of a page into sets of pixels, kept as runs.

use std::cell::Cell;

use crate::geometry::Rect;

/// Pixels to a point where the page is not huge: 100 to the inch, finer than any screen ruling that a press can print.
const FINENESS: f64 = 100.0 / 72.0;
/// Pixels of a page at most, with a margin for the rows and columns that are cut by its edge.
const MOST_PIXELS: f64 = 3_800_000.0;
/// Pixels of all pages of a file at most: some 150 pages of A4 at full fineness.
const MOST_OF_ALL: f64 = 150_000_000.0;
/// Pixels that each page may have in any case: A4 with 40 to the inch, so that letters and lines still show.
const LEAST_OF_EACH: f64 = 155_000.0;
/// Pixels in a row or a column at most.
const LONGEST: f64 = 60_000.0;

/// How the pixels of a page lie: rows from the bottom, columns from the left.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Grid {
    /// The left and the bottom of the page.
    origin: (f64, f64),
    /// Pixels to a point.
    pub(super) scale: f64,
    pub(super) width: usize,
    pub(super) height: usize,
}

impl Grid {
    /// The grid of an area of one of so many pages; without pixels if it has no size or is not finite. The pages of a thick book
    /// are measured more coarsely, so that it takes no longer than others.
    pub(super) fn over(area: Rect, pages: usize) -> Grid {
        let (width, height) = (area.width(), area.height());
        let whole = [area.x0, area.y0, width, height].iter().all(|side| side.is_finite());
        if !whole || area.is_empty() {
            return Grid { origin: (0.0, 0.0), scale: 1.0, width: 0, height: 0 };
        }
        let most = (MOST_OF_ALL / pages.max(1) as f64).clamp(LEAST_OF_EACH, MOST_PIXELS);
        let scale = FINENESS
            .min((most.sqrt() / width.sqrt()) / height.sqrt())
            .min(LONGEST / width.max(height));
        let count = |side: f64| (side * scale).ceil().clamp(1.0, LONGEST) as usize;
        Grid { origin: (area.x0, area.y0), scale, width: count(width), height: count(height) }
    }

    /// A point of the page in pixels.
    pub(super) fn place(&self, (x, y): (f64, f64)) -> (f64, f64) {
        ((x - self.origin.0) * self.scale, (y - self.origin.1) * self.scale)
    }

    /// The middle of a pixel on the page.
    pub(super) fn middle(&self, column: usize, row: usize) -> (f64, f64) {
        let along = |index: usize, origin: f64| origin + (index as f64 + 0.5) / self.scale;
        (along(column, self.origin.0), along(row, self.origin.1))
    }

    /// The pixel in which a point of the page lies.
    pub(super) fn pixel(&self, point: (f64, f64)) -> Option<(usize, usize)> {
        let (x, y) = self.place(point);
        let (width, height) = (self.width as f64, self.height as f64);
        let within = x >= 0.0 && y >= 0.0 && x < width && y < height;
        within.then_some((x as usize, y as usize))
    }

    /// The part of the page that some pixels cover.
    pub(super) fn area(&self, window: Window) -> Rect {
        let at = |index: usize, origin: f64| origin + index as f64 / self.scale;
        Rect::new(
            at(window.x0, self.origin.0),
            at(window.y0, self.origin.1),
            at(window.x1, self.origin.0),
            at(window.y1, self.origin.1),
        )
    }

    /// All pixels.
    pub(super) fn all(&self) -> Window {
        Window { x0: 0, y0: 0, x1: self.width, y1: self.height }
    }

    /// The pixels whose middle lies in an area.
    pub(super) fn window(&self, area: Rect) -> Window {
        let (x0, y0) = self.place((area.x0, area.y0));
        let (x1, y1) = self.place((area.x1, area.y1));
        Window {
            x0: first_middle(x0, self.width),
            y0: first_middle(y0, self.height),
            x1: first_middle(x1, self.width),
            y1: first_middle(y1, self.height),
        }
    }

    /// The pixels that an area touches; one row or column at least, be it ever so thin.
    pub(super) fn touched(&self, area: Rect) -> Window {
        let (x0, y0) = self.place((area.x0, area.y0));
        let (x1, y1) = self.place((area.x1, area.y1));
        let from = |place: f64, most: usize| (place.max(0.0) as usize).min(most);
        let to = |place: f64, from: usize, before: f64, most: usize| {
            let end = (place.ceil().max(0.0) as usize).min(most);
            if before < 0.0 && place < 0.0 { from } else { end.max((from + 1).min(most)) }
        };
        let (left, bottom) = (from(x0, self.width), from(y0, self.height));
        Window {
            x0: left,
            y0: bottom,
            x1: to(x1, left, x0, self.width),
            y1: to(y1, bottom, y0, self.height),
        }
    }
}

/// The first pixel of a row whose middle does not lie before a place.
pub(super) fn first_middle(place: f64, most: usize) -> usize {
    ((place - 0.5).ceil().max(0.0) as usize).min(most)
}

/// Rows and columns from the first to before the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Window {
    pub(super) x0: usize,
    pub(super) y0: usize,
    pub(super) x1: usize,
    pub(super) y1: usize,
}

impl Window {
    pub(super) fn width(self) -> usize {
        self.x1.saturating_sub(self.x0)
    }

    pub(super) fn height(self) -> usize {
        self.y1.saturating_sub(self.y0)
    }

    /// How many pixels there are.
    pub(super) fn count(self) -> usize {
        self.width() * self.height()
    }

    /// The place of a pixel within it, row by row.
    pub(super) fn index(self, column: usize, row: usize) -> Option<usize> {
        let within = (self.x0..self.x1).contains(&column) && (self.y0..self.y1).contains(&row);
        within.then(|| (row - self.y0) * self.width() + (column - self.x0))
    }
}

/// A set of pixels: in each row runs from the first column to before the last, from the left and apart from each other.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Region {
    first_row: usize,
    /// Where the runs of each row end.
    ends: Vec<usize>,
    runs: Vec<(u32, u32)>,
}

impl Region {
    /// No pixels, to which rows are added from a first one on.
    pub(super) fn from_row(first_row: usize) -> Region {
        Region { first_row, ..Region::default() }
    }

    /// All pixels of a window.
    pub(super) fn of(window: Window) -> Region {
        let mut region = Region::from_row(window.y0);
        for _ in 0..window.height() {
            if window.width() > 0 {
                region.push(window.x0, window.x1);
            }
            region.end_row();
        }
        region
    }

    /// Adds a run to the row that is being made; it must not lie before the last one.
    pub(super) fn push(&mut self, from: usize, to: usize) {
        let (Ok(from), Ok(to)) = (u32::try_from(from), u32::try_from(to)) else { return };
        let start = self.ends.last().copied().unwrap_or(0);
        let open = self.runs.len() > start;
        match self.runs.last_mut() {
            Some((_, end)) if open && from <= *end => *end = to.max(*end),
            _ if from < to => self.runs.push((from, to)),
            _ => {}
        }
    }

    /// Ends a row.
    pub(super) fn end_row(&mut self) {
        self.ends.push(self.runs.len());
    }

    /// How many runs there are.
    pub(super) fn len(&self) -> usize {
        self.runs.len()
    }

    /// Each row with its runs.
    pub(super) fn rows(&self) -> impl Iterator<Item = (usize, &[(u32, u32)])> {
        self.ends.iter().enumerate().filter_map(move |(index, end)| {
            let start = index.checked_sub(1).and_then(|before| self.ends.get(before)).copied();
            let runs = self.runs.get(start.unwrap_or(0)..*end)?;
            Some((self.first_row + index, runs))
        })
    }

    /// The runs of a row.
    fn row(&self, row: usize) -> &[(u32, u32)] {
        let Some(index) = row.checked_sub(self.first_row) else { return &[] };
        let start = index.checked_sub(1).and_then(|before| self.ends.get(before)).copied();
        let end = self.ends.get(index).copied().unwrap_or(0);
        self.runs.get(start.unwrap_or(0)..end).unwrap_or(&[])
    }

    /// The pixels that lie in a window, and in another region if there is one.
    pub(super) fn within(self, window: Window, other: Option<&Region>) -> Region {
        let mut shared = Region::from_row(window.y0.max(self.first_row));
        for (row, runs) in self.rows().filter(|(row, _)| (window.y0..window.y1).contains(row)) {
            let whole = [(0, u32::MAX)];
            let others = other.map_or(&whole[..], |other| other.row(row));
            let mut others = others.iter().copied().peekable();
            for (from, to) in runs {
                // Both are in order: what ends before this run begins is of no more use.
                while let Some((start, end)) = others.peek().copied() {
                    let (left, right) = (start.max(*from) as usize, end.min(*to) as usize);
                    let (left, right) = (left.max(window.x0), right.min(window.x1));
                    if left < right {
                        shared.push(left, right);
                    }
                    if end > *to {
                        break;
                    }
                    others.next();
                }
            }
            shared.end_row();
        }
        shared
    }
}

/// What is left of the work that the items of a page may ask for, in pixels.
#[derive(Debug)]
pub(super) struct Work {
    given: u64,
    left: Cell<u64>,
}

/// Pixels that the items of a page may paint: many hundred times all of a page, a few seconds.
const MOST_WORK: u64 = 1 << 30;

impl Work {
    /// What a page may ask for of so much that is left for the file, in pixels.
    pub(super) fn of(left: u64) -> Work {
        let given = left.min(MOST_WORK);
        Work { given, left: Cell::new(given) }
    }

    /// How much was taken.
    pub(super) fn taken(&self) -> u64 {
        self.given - self.left.get()
    }

    /// Whether none is left.
    pub(super) fn is_spent(&self) -> bool {
        self.left.get() == 0
    }

    /// Spends all that is left.
    pub(super) fn spend(&self) {
        self.left.set(0);
    }

    /// Takes some work; `false` if there was not so much, and then none is left.
    pub(super) fn take(&self, pixels: usize) -> bool {
        let left = self.left.get().saturating_sub(pixels as u64);
        self.left.set(left);
        left > 0
    }
}

#[cfg(test)]
mod tests {
    use super::{Grid, Region, Window};
    use crate::geometry::Rect;

    #[test]
    fn a_huge_or_a_thin_page_has_no_more_spots_than_it_may() {
        for (width, height) in
            [(595.0, 842.0), (14400.0, 14400.0), (1e-6, 1e9), (1e30, 1e30), (1e-9, 1e-9)]
        {
            let grid = Grid::over(Rect::new(-5.0, -5.0, width - 5.0, height - 5.0), 1);
            assert!(grid.width * grid.height <= 4_000_000, "{width} x {height}: {grid:?}");
        }
        assert_eq!(Grid::over(Rect::new(0.0, 0.0, f64::INFINITY, 1.0), 1).all().count(), 0);
        assert_eq!(Grid::over(Rect::new(3.0, 3.0, 3.0, 9.0), 1).all().count(), 0);
    }

    #[test]
    fn an_area_takes_the_spots_whose_middle_it_holds_and_touches_more() {
        let grid = Grid::over(Rect::new(0.0, 0.0, 72.0, 72.0), 1);
        assert_eq!((grid.width, grid.height), (100, 100));
        let area = Rect::new(0.72 * 10.6, 0.72 * 3.0, 0.72 * 12.4, 0.72 * 3.2);
        assert_eq!(grid.window(area), Window { x0: 11, y0: 3, x1: 12, y1: 3 });
        assert_eq!(grid.touched(area), Window { x0: 10, y0: 3, x1: 13, y1: 4 });
        assert_eq!(grid.touched(Rect::new(-9.0, -9.0, -8.0, -8.0)).count(), 0);
        assert_eq!(grid.touched(Rect::new(90.0, 90.0, 91.0, 91.0)).count(), 0);
    }

    #[test]
    fn regions_share_spots_row_by_row() {
        let mut region = Region::from_row(2);
        region.push(1, 4);
        region.push(6, 9);
        region.end_row();
        region.push(0, 10);
        region.end_row();
        let mut other = Region::from_row(2);
        other.push(3, 7);
        other.push(8, 20);
        other.end_row();
        let shared = region.within(Window { x0: 0, y0: 0, x1: 9, y1: 9 }, Some(&other));
        let rows: Vec<_> = shared.rows().collect();
        assert_eq!(rows, [(2, &[(3, 4), (6, 7), (8, 9)][..]), (3, &[][..])]);
    }

    #[test]
    fn the_pages_of_a_thick_book_have_fewer_pixels() {
        let a4 = Rect::new(0.0, 0.0, 595.0, 842.0);
        let pixels = |pages| Grid::over(a4, pages).all().count();
        assert_eq!(pixels(150), pixels(1));
        assert!(pixels(569) * 569 < 151_000_000);
        assert!(pixels(100_000) > 150_000);
    }
}
