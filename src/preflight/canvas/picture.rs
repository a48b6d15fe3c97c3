//! The samples of a picture in; the plates under it as they are after it out.

use tiny_skia::{Path, PathBuilder};

use crate::canvas::blend::{Dab, Laying, darker, sum};
use crate::canvas::brush::Brush;
use crate::canvas::clip::Clip;
use crate::canvas::outline::{Reach, region};
use crate::canvas::plates::Plates;
use crate::canvas::region::{Region, Window, Work};
use crate::canvas::tints::Picture;
use crate::geometry::{Matrix, Rect};
use crate::image::Samples;

/// Samples that are looked at.
const MOST_LOOKED_AT: f64 = 64_000_000.0;

/// How a picture lies on the page.
pub(super) struct Placed {
    /// Columns and rows of samples.
    size: (usize, usize),
    matrix: Matrix,
    back: Matrix,
}

impl Placed {
    /// A picture of so many columns and rows where the matrix takes the unit square; `None` if it has no area there.
    pub(super) fn new(size: (usize, usize), matrix: Matrix) -> Option<Placed> {
        let finite = |matrix: &Matrix| matrix.0.iter().all(|number| number.is_finite());
        let back = matrix.inverse().filter(finite)?;
        finite(&matrix).then_some(Placed { size, matrix, back })
    }

    /// The sample at a point of the page.
    fn sample(&self, point: (f64, f64)) -> (usize, usize) {
        cell(self.back.apply(point), self.size)
    }

    /// The middle of a sample, on the unit square.
    fn middle(&self, column: usize, row: usize) -> (f64, f64) {
        let share = |index: usize, count: usize| (index as f64 + 0.5) / count as f64;
        (share(column, self.size.0), 1.0 - share(row, self.size.1))
    }

    fn outline(&self) -> Option<Path> {
        let mut path = PathBuilder::new();
        for (index, corner) in
            [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)].into_iter().enumerate()
        {
            let (x, y) = self.matrix.apply(corner);
            if index == 0 {
                path.move_to(x as f32, y as f32)
            } else {
                path.line_to(x as f32, y as f32)
            }
        }
        path.close();
        path.finish()
    }
}

/// The cell of a picture of so many columns and rows at a place on the unit square.
fn cell((x, y): (f64, f64), (width, height): (usize, usize)) -> (usize, usize) {
    let along = |share: f64, count: usize| {
        ((share * count as f64).max(0.0) as usize).min(count.saturating_sub(1))
    };
    (along(x, width), along(1.0 - y, height))
}

/// What is known of a spot under a picture.
#[derive(Clone, Copy, Default)]
struct Found {
    shows: bool,
    covered: bool,
    /// Whether a sample of a stencil lets it be seen.
    open: bool,
    /// The most ink of its samples, and how opaque that is; nothing yet if there is none.
    most: Option<(Dab, u8)>,
}

/// The spots that a picture may change, row by row.
struct Spots {
    window: Window,
    found: Vec<Found>,
}

impl Spots {
    fn new(plates: &Plates, placed: &Placed, clip: &Clip, work: &Work) -> Option<Spots> {
        let unit = Rect::new(0.0, 0.0, 1.0, 1.0);
        let area = placed.matrix.around(unit).shared(clip.area())?;
        let window = plates.grid.touched(area);
        if window.count() == 0 || !work.take(window.count().saturating_mul(8)) {
            return None;
        }
        let mut spots = Spots { window, found: vec![Found::default(); window.count()] };
        spots.each(&clip.of_touched(Region::of(window), &plates.grid), |found| found.shows = true);
        let outline = placed.outline()?;
        let covered = region(&outline, false, &plates.grid, window, Reach::Middles, work);
        spots.each(&clip.of_middles(covered, &plates.grid), |found| found.covered = found.shows);
        Some(spots)
    }

    fn each(&mut self, region: &Region, mut change: impl FnMut(&mut Found)) {
        for (row, runs) in region.rows() {
            for column in runs.iter().flat_map(|(from, to)| *from as usize..*to as usize) {
                if let Some(found) = self.at(column, row) {
                    change(found);
                }
            }
        }
    }

    fn at(&mut self, column: usize, row: usize) -> Option<&mut Found> {
        self.found.get_mut(self.window.index(column, row)?)
    }
}

/// Opacity as the picture of a soft mask tells it.
fn opacity(mask: Option<&Samples>, place: (f64, f64)) -> u8 {
    let Some(mask) = mask else { return 255 };
    if mask.width == 0 || mask.height == 0 || mask.parts == 0 {
        return 255;
    }
    let (column, row) = cell(place, (mask.width, mask.height));
    let index = (row.saturating_mul(mask.width).saturating_add(column)).saturating_mul(mask.parts);
    mask.bytes.get(index).copied().unwrap_or(255)
}

/// Lays a picture over the plates. Each sample counts; the middle of a spot has the sample that is there.
pub(super) fn lay(
    plates: &mut Plates,
    placed: &Placed,
    picture: &Picture<'_>,
    mask: Option<&Samples>,
    clip: &Clip,
    laying: Laying,
    work: &Work,
) {
    let Some(mut spots) = Spots::new(plates, placed, clip, work) else { return };
    let window = spots.window;
    let width = placed.size.0;
    for row in window.y0..window.y1 {
        for column in window.x0..window.x1 {
            let middle = plates.grid.middle(column, row);
            let Some(found) = spots.at(column, row).filter(|found| found.covered) else { continue };
            let (x, y) = placed.sample(middle);
            let Some(dab) = picture.dab(y * width + x) else { continue };
            let share = opacity(mask, placed.back.apply(middle));
            found.most = Some((dab, share));
            plates.change(column, row, |ground, _| {
                *ground = laying.thinned(share).halved().over(*ground, dab);
            });
        }
    }
    each_sample(plates, placed, work, |column, row, spot, place| {
        let Some(found) = spots.at(spot.0, spot.1).filter(|found| found.shows) else { return };
        let Some(dab) = picture.dab(row * width + column) else { return };
        let share = if mask.is_some() { opacity(mask, place) } else { 255 };
        let weight = |(dab, share): (Dab, u8)| u32::from(sum(dab.ink)) * u32::from(share);
        if found.most.is_none_or(|before| weight((dab, share)) > weight(before)) {
            found.most = Some((dab, share));
        }
    });
    for row in window.y0..window.y1 {
        for column in window.x0..window.x1 {
            let Some(found) = spots.at(column, row) else { continue };
            let Some((dab, share)) = found.most else { continue };
            let covered = found.covered && !laying.masked;
            plates.change(column, row, |ground, peak| {
                let Some(peak) = peak else { return };
                let after = laying.thinned(share).over(*peak, dab);
                *peak = darker(if covered { after } else { darker(*peak, after) }, *ground);
            });
        }
    }
}

/// Fills the samples of a stencil that are 0.
pub(super) fn fill(
    plates: &mut Plates,
    placed: &Placed,
    samples: &Samples,
    brush: &Brush<'_>,
    clip: &Clip,
    laying: Laying,
    work: &Work,
) {
    let Some(mut spots) = Spots::new(plates, placed, clip, work) else { return };
    let window = spots.window;
    let painted = |column: usize, row: usize| {
        let index = (row * placed.size.0 + column).saturating_mul(samples.parts);
        samples.bytes.get(index) == Some(&0)
    };
    each_sample(plates, placed, work, |column, row, spot, _| {
        let Some(found) = spots.at(spot.0, spot.1).filter(|found| found.shows) else { return };
        if painted(column, row) {
            found.most = Some((Dab::default(), 255));
        } else {
            found.open = true;
        }
    });
    for row in window.y0..window.y1 {
        for column in window.x0..window.x1 {
            let Some(found) = spots.at(column, row) else { continue };
            let (x, y) = placed.sample(plates.grid.middle(column, row));
            let middle = found.covered && painted(x, y);
            let (touched, hidden) = (found.most.is_some(), middle && !found.open && !laying.masked);
            let grid = plates.grid;
            let Some(dab) = brush.at(&grid, column, row).filter(|_| middle || touched) else {
                continue;
            };
            plates.change(column, row, |ground, peak| {
                if middle {
                    *ground = laying.halved().over(*ground, dab);
                }
                if let Some(peak) = peak {
                    let after = laying.over(*peak, dab);
                    *peak = darker(if hidden { after } else { darker(*peak, after) }, *ground);
                }
            });
        }
    }
}

/// Goes through the samples of a picture, each with its column and row, the spot in which it lies, and its place on the unit
/// square. Those of a picture that is coarser than the spots hold the middle of one each, and are left out.
fn each_sample(
    plates: &Plates,
    placed: &Placed,
    work: &Work,
    mut each: impl FnMut(usize, usize, (usize, usize), (f64, f64)),
) {
    let scales = placed.matrix.scales();
    let (width, height) = placed.size;
    let pitch = (scales.0 / width as f64).min(scales.1 / height as f64) * plates.grid.scale;
    // Turned ones lie aslant between the middles.
    if pitch >= 1.5 || !plates.has_peaks() {
        return;
    }
    let count = width as f64 * height as f64;
    let step = ((count / MOST_LOOKED_AT).sqrt().ceil() as usize).max(1);
    for row in (0..height).step_by(step) {
        if !work.take(width.div_ceil(step)) {
            return;
        }
        for column in (0..width).step_by(step) {
            let place = placed.middle(column, row);
            if let Some(spot) = plates.grid.spot(placed.matrix.apply(place)) {
                each(column, row, spot, place);
            }
        }
    }
}
