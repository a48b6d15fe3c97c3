//! Tells how much ink there is on the plates and where, and which colour lies under a text.

use std::collections::BTreeMap;

use crate::geometry::Rect;
use crate::page::InkFigures;
use crate::plates::bleed::sides;
use crate::plates::blend::{Pixel, sum};
use crate::plates::plate_set::Plates;
use crate::plates::region::{Grid, Window, Work};

/// How many areas above the limit are told apart.
const MOST_AREAS: usize = 20;
/// Pixels of which one is looked at along each side, to join those above the limit: about 2 mm.
const CELL: usize = 8;
/// What each plate may be off since it is kept in 255ths: 0.2 points, on four plates at most 0.8.
const ROUNDED: f64 = 0.8;
/// Ink below which paper counts as white, in percent.
const WHITE: f64 = 3.0;
/// Pixels of an area that are looked at to find its colour, along each side.
const MOST_SEEN: usize = 96;
/// The same once the page has asked for all the work that it may.
const FEW: usize = 8;

/// Ink in percent.
pub(super) fn percent(pixel: Pixel) -> f64 {
    f64::from(sum(pixel)) * 100.0 / 255.0
}

/// Ink of other plates than black, in percent.
pub(super) fn percent_of_colours([cyan, magenta, yellow, _, others]: Pixel) -> f64 {
    percent([cyan, magenta, yellow, 0, others])
}

/// The ink of a page within its trim: beyond stand printer's marks, in all inks. `limit` is in percent; what lies above
/// it only since plates are kept in 255ths does not count.
pub(super) fn figures(plates: &Plates, limit: f64, trim: Rect, bleed: Rect) -> InkFigures {
    let grid = &plates.grid;
    let mut highest = 0;
    let mut place = Rect::new(trim.x0, trim.y0, trim.x0, trim.y0);
    let mut cells = Cells::over(grid);
    let threshold = (limit + ROUNDED) * 255.0 / 100.0;
    let kept = grid.window(trim);
    for (row, first, pixels) in plates.rows() {
        if !(kept.y0..kept.y1).contains(&row) {
            continue;
        }
        let before = kept.x0.saturating_sub(first);
        let pixels = pixels.get(before..kept.x1.saturating_sub(first).min(pixels.len()));
        let Some(pixels) = pixels else { continue };
        let mut to = first + before;
        for run in pixels.chunk_by(|one, other| one == other) {
            let from = to;
            to += run.len();
            let ink = run.first().map_or(0, |pixel| sum(*pixel));
            if ink > highest {
                highest = ink;
                place = grid.area(Window { x0: from, y0: row, x1: from + 1, y1: row + 1 });
            }
            if f64::from(ink) > threshold {
                cells.mark(from, to, row, ink);
            }
        }
    }
    InkFigures {
        highest: f64::from(highest) * 100.0 / 255.0,
        place,
        above: cells.areas(grid),
        sides: sides(plates, trim, bleed),
    }
}

fn joined(one: Window, other: Window) -> Window {
    Window {
        x0: one.x0.min(other.x0),
        y0: one.y0.min(other.y0),
        x1: one.x1.max(other.x1),
        y1: one.y1.max(other.y1),
    }
}

/// Squares of [`CELL`] pixels a side, column by column: the part of each that has too much ink, and the most ink there.
struct Cells {
    /// Cells of a column; there are none before the first is marked.
    height: usize,
    count: usize,
    marked: Vec<Option<(Window, u16)>>,
}

impl Cells {
    fn over(grid: &Grid) -> Cells {
        let height = grid.height.div_ceil(CELL);
        let count = grid.width.div_ceil(CELL).saturating_mul(height);
        Cells { height, count, marked: Vec::new() }
    }

    /// Marks the pixels of a row from one column to before another.
    fn mark(&mut self, from: usize, to: usize, row: usize, ink: u16) {
        self.marked.resize(self.count, None);
        for column in from / CELL..to.div_ceil(CELL) {
            let (x0, x1) = (from.max(column * CELL), to.min((column + 1) * CELL));
            let window = Window { x0, y0: row, x1, y1: row + 1 };
            if let Some(cell) = self.marked.get_mut(column * self.height + row / CELL) {
                let (before, most) = cell.unwrap_or((window, ink));
                *cell = Some((joined(before, window), most.max(ink)));
            }
        }
    }

    /// Joins cells that lie side by side, or corner to corner; the worst areas first.
    fn areas(mut self, grid: &Grid) -> Vec<(Rect, f64)> {
        let mut areas: Vec<(Window, u16)> = Vec::new();
        for index in 0..self.marked.len() {
            let Some(mut area) = self.take(index) else { continue };
            let mut waiting = vec![index];
            while let Some(index) = waiting.pop() {
                let (column, row) = (index / self.height, index % self.height);
                for near_column in column.saturating_sub(1)..=column + 1 {
                    for near_row in row.saturating_sub(1)..=(row + 1).min(self.height - 1) {
                        let near = near_column * self.height + near_row;
                        if let Some((window, ink)) = self.take(near) {
                            area = (joined(area.0, window), area.1.max(ink));
                            waiting.push(near);
                        }
                    }
                }
            }
            areas.push(area);
        }
        areas.sort_by_key(|(window, ink)| {
            (std::cmp::Reverse(*ink), std::cmp::Reverse(window.count()))
        });
        areas.truncate(MOST_AREAS);
        let area = |(window, ink)| (grid.area(window), f64::from(ink) * 100.0 / 255.0);
        areas.into_iter().map(area).collect()
    }

    fn take(&mut self, index: usize) -> Option<(Window, u16)> {
        self.marked.get_mut(index)?.take()
    }
}

/// Whether an area has no such ink, as far as every so many pixels tell. `ink` says how much of it a pixel has, in percent.
pub(super) fn lacks(plates: &Plates, area: Rect, ink: fn(Pixel) -> f64) -> bool {
    let grid = &plates.grid;
    let window = grid.touched(area);
    let (across, along) = (window.width().div_ceil(MOST_SEEN), window.height().div_ceil(MOST_SEEN));
    let mut rows = (window.y0..window.y1).step_by(along.max(1));
    rows.all(|row| {
        let mut columns = (window.x0..window.x1).step_by(across.max(1));
        columns.all(|column| plates.backdrop(column, row).is_none_or(|pixel| ink(pixel) <= WHITE))
    })
}

/// The colour in sRGB that most of an area has, and the share of the area that has it; colours that look alike count as
/// one. `None` outside the page. Of large areas, and of all once no work is left, not every pixel is looked at.
pub(super) fn under(plates: &Plates, area: Rect, work: &Work) -> Option<([u8; 3], f64)> {
    let grid = &plates.grid;
    let mut window = grid.window(area);
    if window.count() == 0 {
        window = grid.touched(area);
    }
    let most = if work.take(window.count().min(MOST_SEEN * MOST_SEEN)) { MOST_SEEN } else { FEW };
    let (across, along) = (window.width().div_ceil(most), window.height().div_ceil(most));
    let mut runs: Vec<([u8; 3], usize)> = Vec::new();
    for row in (window.y0..window.y1).step_by(along.max(1)) {
        for column in (window.x0..window.x1).step_by(across.max(1)) {
            let [red, green, blue, ..] = plates.backdrop(column, row)?;
            let colour = [255 - red, 255 - green, 255 - blue];
            match runs.last_mut() {
                Some((last, count)) if *last == colour => *count += 1,
                _ => runs.push((colour, 1)),
            }
        }
    }
    let mut groups: BTreeMap<[u8; 3], BTreeMap<[u8; 3], usize>> = BTreeMap::new();
    for (colour, count) in &runs {
        let group = groups.entry(colour.map(|light| light >> 4)).or_default();
        *group.entry(*colour).or_default() += count;
    }
    let all: usize = runs.iter().map(|(_, count)| count).sum();
    let count = |group: &BTreeMap<[u8; 3], usize>| group.values().sum::<usize>();
    let group = groups.values().max_by_key(|group| count(group))?;
    let (colour, _) = group.iter().max_by_key(|(_, count)| **count)?;
    Some((*colour, count(group) as f64 / all as f64))
}
