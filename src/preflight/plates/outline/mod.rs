//! Turns a path into the pixels whose centre lies within it, or that it touches.

mod flatten;
#[cfg(test)]
mod tests;

use tiny_skia::{Path, PathSegment, Point};

use crate::geometry::Rect;
use crate::plates::region::{Grid, Region, Window, Work, first_middle};

pub(super) use flatten::bend;
use flatten::flatten;

/// Crossings of a path that are kept at most, 20 bytes each until they are in order.
const MOST_CROSSINGS: usize = 8_000_000;
/// What a crossing costs, in pixels: it is kept, and put in order.
const CROSSING: usize = 16;
/// Columns of a pixel in which a thin item is looked for.
const COLUMNS: f64 = 4.0;

/// Which pixels belong to a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Inclusion {
    /// Those whose middle lies within it.
    Middles,
    /// Those of which it covers a part, which is looked for on so many lines through each pixel.
    Touched(usize),
}

/// Around a path.
pub(super) fn bounds(path: &Path) -> Rect {
    let bounds = path.bounds();
    let [x0, y0, x1, y1] =
        [bounds.left(), bounds.top(), bounds.right(), bounds.bottom()].map(f64::from);
    Rect::new(x0, y0, x1, y1)
}

/// A path that is one upright rectangle.
pub(super) fn upright(path: &Path) -> Option<Rect> {
    let lines_only = path.segments().enumerate().all(|(index, segment)| match segment {
        PathSegment::MoveTo(_) => index == 0,
        PathSegment::LineTo(_) | PathSegment::Close => true,
        PathSegment::QuadTo(..) | PathSegment::CubicTo(..) => false,
    });
    let [one, two, three, four] = *path.points().first_chunk()?;
    let closed = match path.points().get(4..) {
        Some([]) => true,
        Some([last]) => *last == one,
        _ => false,
    };
    let turned = one.x == two.x && two.y == three.y && three.x == four.x && four.y == one.y;
    let straight = one.y == two.y && two.x == three.x && three.y == four.y && four.x == one.x;
    (lines_only && closed && (turned || straight)).then(|| bounds(path))
}

/// How thin the thinnest part of a path is, in pixels, if each of its parts has a side of `most` or less.
pub(super) fn thinnest(path: &Path, grid: &Grid, most: f64) -> Option<f64> {
    let mut least = f64::MAX;
    let mut part: Option<Rect> = None;
    for segment in path.segments().map(Some).chain([None]) {
        let points = match segment {
            None | Some(PathSegment::MoveTo(_)) => {
                if let Some(part) = part.take() {
                    least = least.min(part.width().min(part.height()) * grid.scale);
                    if part.width().min(part.height()) * grid.scale > most {
                        return None;
                    }
                }
                let Some(PathSegment::MoveTo(to)) = segment else { break };
                [to; 3]
            }
            Some(PathSegment::LineTo(to)) => [to; 3],
            Some(PathSegment::QuadTo(by, to)) => [by, to, to],
            Some(PathSegment::CubicTo(by, past, to)) => [by, past, to],
            Some(PathSegment::Close) => continue,
        };
        let around = Rect::around(points.map(pair));
        part = Some(part.map_or(around, |part| part.joined(around)));
    }
    (least < f64::MAX).then_some(least)
}

pub(super) fn pair(point: Point) -> (f64, f64) {
    (f64::from(point.x), f64::from(point.y))
}

/// The pixels of a window that belong to a path.
pub(super) fn region(
    path: &Path,
    even_odd: bool,
    grid: &Grid,
    window: Window,
    inclusion: Inclusion,
    work: &Work,
) -> Region {
    let empty = Region::from_row(window.y0);
    if window.count() == 0 {
        return empty;
    }
    let lines = match inclusion {
        Inclusion::Middles => 1,
        Inclusion::Touched(lines) => lines.clamp(1, 16),
    };
    let mut crossings = Crossings { window, lines, found: Vec::new(), work, spent: false };
    flatten(path, grid, |from, to| crossings.add(from, to));
    if crossings.spent {
        return empty;
    }
    let rows = crossings.by_row();
    let mut region = empty;
    let mut parts: Vec<(usize, usize)> = Vec::new();
    for row in rows.chunks(lines) {
        parts.clear();
        for line in row {
            spans(line, even_odd, |from, to| {
                parts.extend(match inclusion {
                    Inclusion::Middles => middles(from, to, window),
                    Inclusion::Touched(_) => touched(from, to, window),
                });
            });
        }
        if lines > 1 {
            parts.sort_unstable();
        }
        for (from, to) in &parts {
            region.push(*from, *to);
        }
        region.end_row();
    }
    // Runs are kept, pixels are only passed: they weigh more.
    work.take(region.len().saturating_mul(16));
    region
}

/// The columns whose middle lies in a stretch of a line.
fn middles(from: f64, to: f64, window: Window) -> Option<(usize, usize)> {
    let from = first_middle(from, window.x1).max(window.x0);
    let to = first_middle(to, window.x1);
    (from < to).then_some((from, to))
}

/// The columns of which a stretch of a line covers a quarter, or the one where it is if it is thinner.
fn touched(from: f64, to: f64, window: Window) -> Option<(usize, usize)> {
    let quarter = |place: f64| (place * COLUMNS - 0.5).ceil();
    let (first, past) = (quarter(from), quarter(to));
    let (first, last) = if first < past {
        ((first / COLUMNS).floor(), ((past - 1.0) / COLUMNS).floor())
    } else {
        let middle = f64::midpoint(from, to).floor();
        (middle, middle)
    };
    if last < 0.0 {
        return None;
    }
    let from = (first.max(0.0) as usize).max(window.x0);
    let to = (last as usize).saturating_add(1).min(window.x1);
    (from < to).then_some((from, to))
}

/// Where an outline crosses a line: how far to the right, and whether upwards.
type Crossing = (f32, bool);

/// The crossings of an outline with the lines through the rows of a window.
struct Crossings<'a> {
    window: Window,
    /// Lines through each row.
    lines: usize,
    found: Vec<(u32, Crossing)>,
    work: &'a Work,
    spent: bool,
}

impl Crossings<'_> {
    fn add(&mut self, (x0, y0): (f64, f64), (x1, y1): (f64, f64)) {
        if self.spent {
            return;
        }
        let lines = self.lines as f64;
        // The first line that is not below a height, counted from the bottom of the window.
        let line = |height: f64| {
            let most = (self.window.height() * self.lines) as f64;
            ((height - self.window.y0 as f64) * lines - 0.5).ceil().clamp(0.0, most)
        };
        let (first, past) = (line(y0.min(y1)) as u32, line(y0.max(y1)) as u32);
        let more = past.saturating_sub(first) as usize;
        if self.found.len().saturating_add(more) > MOST_CROSSINGS {
            self.work.spend();
        }
        if !self.work.take(1 + more * CROSSING) {
            self.spent = true;
            return;
        }
        let slope = (x1 - x0) / (y1 - y0);
        let (left, right) = (self.window.x0 as f64 - 1.0, self.window.x1 as f64 + 1.0);
        for index in first..past {
            let height = self.window.y0 as f64 + (f64::from(index) + 0.5) / lines;
            let place = (x0 + (height - y0) * slope).clamp(left, right);
            self.found.push((index, (place as f32, y1 > y0)));
        }
    }

    /// The crossings of each line, from the left.
    fn by_row(&self) -> Vec<Vec<Crossing>> {
        let mut rows = vec![Vec::new(); self.window.height() * self.lines];
        for (index, crossing) in &self.found {
            if let Some(row) = rows.get_mut(*index as usize) {
                row.push(*crossing);
            }
        }
        for row in &mut rows {
            sort(row);
        }
        rows
    }
}

/// Puts crossings in their order. Those of a line of text nearly are: one letter comes after the other.
fn sort(row: &mut [Crossing]) {
    let mut steps = row.len().saturating_mul(8);
    for sorted in 1..row.len() {
        let mut at = sorted;
        while let Some([before, after]) = at.checked_sub(1).and_then(|at| row.get_mut(at..at + 2)) {
            if before.0 <= after.0 {
                break;
            }
            std::mem::swap(before, after);
            at -= 1;
            steps = steps.saturating_sub(1);
        }
        if steps == 0 {
            row.sort_unstable_by(|one, other| one.0.total_cmp(&other.0));
            return;
        }
    }
}

/// The stretches of a line that lie within an outline (ISO 32000-1, 8.5.3.3).
fn spans(line: &[Crossing], even_odd: bool, mut each: impl FnMut(f64, f64)) {
    let mut winding = 0_i32;
    let mut from = None;
    for (place, upwards) in line {
        winding = if even_odd { winding ^ 1 } else { winding + if *upwards { 1 } else { -1 } };
        match (winding != 0, from) {
            (true, None) => from = Some(*place),
            (false, Some(start)) => {
                each(f64::from(start), f64::from(*place));
                from = None;
            }
            _ => {}
        }
    }
}
