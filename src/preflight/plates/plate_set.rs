//! Turns regions and tints into the plates of a page.

use std::sync::{Mutex, PoisonError};

use crate::plates::blend::{Compositing, Pixel, Tint, darker};
use crate::plates::brush::Brush;
use crate::plates::region::{Grid, Region};

/// The plates of a page.
#[derive(Debug)]
pub(super) struct Plates {
    pub(super) grid: Grid,
    /// What is in the middle of each pixel.
    backdrop: Vec<Pixel>,
    /// The most that is anywhere in each pixel: a glyph, a thin line, the darkest sample of an image. Never less than the
    /// backdrop; empty if only the backdrop is asked for.
    peak: Vec<Pixel>,
    /// Columns that were painted in each row.
    inked: Vec<(usize, usize)>,
}

/// The plates of pages that are done, white again: the system takes longer to give such memory than to clean what was painted.
/// They are for all threads, which end with their file.
static SPARE: Mutex<Vec<Vec<Pixel>>> = Mutex::new(Vec::new());

/// How many are kept: those of two pages.
const MOST_SPARE: usize = 4;

/// The most pixels of which that is done: twice those of an A4 sheet, 10 MB.
const LARGEST_SPARE: usize = 2 << 20;

/// At least so many white pixels.
fn blank(count: usize) -> Vec<Pixel> {
    let fitting = {
        let mut spare = SPARE.lock().unwrap_or_else(PoisonError::into_inner);
        let index = spare.iter().position(|pixels| pixels.len() >= count);
        index.map(|index| spare.swap_remove(index))
    };
    fitting.unwrap_or_else(|| vec![[0; 5]; count])
}

impl Drop for Plates {
    fn drop(&mut self) {
        let mut used = [std::mem::take(&mut self.backdrop), std::mem::take(&mut self.peak)];
        for (row, (from, to)) in self.inked.iter().enumerate().filter(|(_, (from, to))| from < to) {
            let start = row.saturating_mul(self.grid.width);
            let range = start.saturating_add(*from)..start.saturating_add(*to);
            for pixels in &mut used {
                if let Some(painted) = pixels.get_mut(range.clone()) {
                    painted.as_flattened_mut().fill(0);
                }
            }
        }
        let mut spare = SPARE.lock().unwrap_or_else(PoisonError::into_inner);
        for pixels in used.into_iter().filter(|pixels| !pixels.is_empty()) {
            if pixels.len() > LARGEST_SPARE {
                continue;
            }
            if spare.len() >= MOST_SPARE {
                spare.remove(0);
            }
            spare.push(pixels);
        }
    }
}

impl Plates {
    pub(super) fn new(grid: Grid, peaks: bool) -> Plates {
        let count = grid.all().count();
        Plates {
            grid,
            backdrop: blank(count),
            peak: if peaks { blank(count) } else { Vec::new() },
            inked: vec![(usize::MAX, 0); grid.height],
        }
    }

    /// Whether peaks are kept.
    pub(super) fn has_peaks(&self) -> bool {
        !self.peak.is_empty()
    }

    /// What is in the middle of a pixel.
    pub(super) fn backdrop(&self, column: usize, row: usize) -> Option<Pixel> {
        self.backdrop.get(self.grid.all().index(column, row)?).copied()
    }

    /// The most that is anywhere in a pixel.
    pub(super) fn peak(&self, column: usize, row: usize) -> Option<Pixel> {
        self.peak.get(self.grid.all().index(column, row)?).copied()
    }

    /// Each row that was painted on, with the columns from the first to before the last, and the peaks of these.
    pub(super) fn rows(&self) -> impl Iterator<Item = (usize, usize, &[Pixel])> {
        self.inked.iter().enumerate().filter_map(|(row, (from, to))| {
            let start = row * self.grid.width;
            let pixels = self.peak.get(start.checked_add(*from)?..start.checked_add(*to)?)?;
            Some((row, *from, pixels))
        })
    }

    /// Covers pixels as a whole.
    pub(super) fn cover(&mut self, region: &Region, brush: &Brush<'_>, compositing: Compositing) {
        self.each_run(region, |grid, (row, from), backdrop, peak| {
            if let Brush::Plain(Tint { ink, keeps: [false, false, false, false, false] }) = brush
                && compositing.hides()
            {
                backdrop.fill(*ink);
                peak.fill(*ink);
                return;
            }
            let (mut ground_memo, mut peak_memo) =
                (Memo::new(compositing.halved()), Memo::new(compositing));
            let mut peaks = peak.iter_mut();
            for (column, backdrop) in (from..).zip(backdrop) {
                let peak = peaks.next();
                let Some(tint) = brush.at(grid, column, row) else { continue };
                *backdrop = ground_memo.over(*backdrop, tint);
                if let Some(peak) = peak {
                    let after = peak_memo.over(*peak, tint);
                    // Somewhere the mask may take all of it away.
                    let after = if compositing.masked { darker(after, *peak) } else { after };
                    *peak = darker(after, *backdrop);
                }
            }
        });
    }

    /// Lays something on pixels that does not cover all of them: what was there is still there beside it, and only the middle
    /// of those in `middles` changes.
    pub(super) fn touch(
        &mut self,
        region: &Region,
        middles: Option<&Region>,
        brush: &Brush<'_>,
        compositing: Compositing,
    ) {
        self.each_run(region, |grid, (row, from), _, peak| {
            if let Brush::Plain(tint) = brush {
                // Most items are text, and most of its neighbours stand on the same backdrop.
                let mut last: Option<(Pixel, Pixel)> = None;
                for peak in peak {
                    let after = match last {
                        Some((before, after)) if before == *peak => after,
                        _ => darker(*peak, compositing.over(*peak, *tint)),
                    };
                    last = Some((*peak, after));
                    *peak = after;
                }
                return;
            }
            let mut memo = Memo::new(compositing);
            for (column, peak) in (from..).zip(peak) {
                if let Some(tint) = brush.at(grid, column, row) {
                    *peak = darker(*peak, memo.over(*peak, tint));
                }
            }
        });
        let Some(middles) = middles else { return };
        self.each_run(middles, |grid, (row, from), backdrop, peak| {
            let mut memo = Memo::new(compositing.halved());
            let mut peaks = peak.iter_mut();
            for (column, backdrop) in (from..).zip(backdrop) {
                let peak = peaks.next();
                let Some(tint) = brush.at(grid, column, row) else { continue };
                *backdrop = memo.over(*backdrop, tint);
                if let Some(peak) = peak {
                    *peak = darker(*peak, *backdrop);
                }
            }
        });
    }

    /// Changes the middle and the peak of a single pixel.
    pub(super) fn change(
        &mut self,
        column: usize,
        row: usize,
        change: impl FnOnce(&mut Pixel, Option<&mut Pixel>),
    ) {
        let Some(index) = self.grid.all().index(column, row) else { return };
        let Some(backdrop) = self.backdrop.get_mut(index) else { return };
        change(backdrop, self.peak.get_mut(index));
        self.note(row, column, column + 1);
    }

    fn note(&mut self, row: usize, from: usize, to: usize) {
        if let Some((first, last)) = self.inked.get_mut(row) {
            *first = from.min(*first);
            *last = to.max(*last);
        }
    }

    /// Gives the backdrop and the peaks of each run, with its row and its first column.
    fn each_run(
        &mut self,
        region: &Region,
        mut each: impl FnMut(&Grid, (usize, usize), &mut [Pixel], &mut [Pixel]),
    ) {
        for (row, runs) in region.rows() {
            for (from, to) in runs {
                let (from, to) = (*from as usize, (*to as usize).min(self.grid.width));
                let start = row.saturating_mul(self.grid.width);
                let range = start.saturating_add(from)..start.saturating_add(to);
                let Some(backdrop) = self.backdrop.get_mut(range.clone()) else { continue };
                let peak = self.peak.get_mut(range).unwrap_or_default();
                each(&self.grid, (row, from), backdrop, peak);
                self.note(row, from, to);
            }
        }
    }
}

/// Lays one colour after the other over pixels, and remembers the last result: most neighbours are alike.
struct Memo {
    compositing: Compositing,
    last: Option<(Pixel, Tint, Pixel)>,
}

impl Memo {
    fn new(compositing: Compositing) -> Memo {
        Memo { compositing, last: None }
    }

    fn over(&mut self, backdrop: Pixel, tint: Tint) -> Pixel {
        match self.last {
            Some((before, with, after)) if before == backdrop && with == tint => after,
            _ => {
                let after = self.compositing.over(backdrop, tint);
                self.last = Some((backdrop, tint, after));
                after
            }
        }
    }
}
