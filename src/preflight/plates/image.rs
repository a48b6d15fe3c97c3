//! Turns the samples of an image into changes of the plates under it.

use tiny_skia::{Path, PathBuilder};

use crate::geometry::{Matrix, Rect};
use crate::plates::blend::{Compositing, Tint, darker, sum};
use crate::plates::brush::Brush;
use crate::plates::clip::Clip;
use crate::plates::convert::ConvertedImage;
use crate::plates::outline::{Inclusion, region};
use crate::plates::plate_set::Plates;
use crate::plates::region::{Region, Window, Work};
use crate::resources::image::Samples;

/// Samples that are looked at.
const MOST_LOOKED_AT: f64 = 64_000_000.0;

/// How an image lies on the page.
pub(super) struct Placement {
    /// Columns and rows of samples.
    size: (usize, usize),
    matrix: Matrix,
    back: Matrix,
}

impl Placement {
    /// An image of so many columns and rows where the matrix takes the unit square; `None` if it has no area there.
    pub(super) fn new(size: (usize, usize), matrix: Matrix) -> Option<Placement> {
        let finite = |matrix: &Matrix| matrix.0.iter().all(|number| number.is_finite());
        let back = matrix.inverse().filter(finite)?;
        finite(&matrix).then_some(Placement { size, matrix, back })
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

/// The cell of an image of so many columns and rows at a place on the unit square.
fn cell((x, y): (f64, f64), (width, height): (usize, usize)) -> (usize, usize) {
    let along = |share: f64, count: usize| {
        ((share * count as f64).max(0.0) as usize).min(count.saturating_sub(1))
    };
    (along(x, width), along(1.0 - y, height))
}

/// What is known of a pixel under an image.
#[derive(Clone, Copy, Default)]
struct PixelUnderImage {
    shows: bool,
    covered: bool,
    /// Whether a sample of a stencil lets it be seen.
    open: bool,
    /// The most ink of its samples, and how opaque that is; nothing yet if there is none.
    most: Option<(Tint, u8)>,
}

/// The pixels that an image may change, row by row.
struct ImagePixels {
    window: Window,
    found: Vec<PixelUnderImage>,
}

impl ImagePixels {
    fn new(
        plates: &Plates,
        placement: &Placement,
        clip: &Clip,
        work: &Work,
    ) -> Option<ImagePixels> {
        let unit = Rect::new(0.0, 0.0, 1.0, 1.0);
        let area = placement.matrix.around(unit).shared(clip.area())?;
        let window = plates.grid.touched(area);
        if window.count() == 0 || !work.take(window.count().saturating_mul(8)) {
            return None;
        }
        let mut pixels =
            ImagePixels { window, found: vec![PixelUnderImage::default(); window.count()] };
        pixels.each(&clip.of_touched(Region::of(window), &plates.grid), |found| found.shows = true);
        let outline = placement.outline()?;
        let covered = region(&outline, false, &plates.grid, window, Inclusion::Middles, work);
        pixels.each(&clip.of_middles(covered, &plates.grid), |found| found.covered = found.shows);
        Some(pixels)
    }

    fn each(&mut self, region: &Region, mut change: impl FnMut(&mut PixelUnderImage)) {
        for (row, runs) in region.rows() {
            for column in runs.iter().flat_map(|(from, to)| *from as usize..*to as usize) {
                if let Some(found) = self.at(column, row) {
                    change(found);
                }
            }
        }
    }

    fn at(&mut self, column: usize, row: usize) -> Option<&mut PixelUnderImage> {
        self.found.get_mut(self.window.index(column, row)?)
    }
}

/// Opacity as the image of a soft mask tells it.
fn opacity(mask: Option<&Samples>, place: (f64, f64)) -> u8 {
    let Some(mask) = mask else { return 255 };
    if mask.width == 0 || mask.height == 0 || mask.components == 0 {
        return 255;
    }
    let (column, row) = cell(place, (mask.width, mask.height));
    let index =
        (row.saturating_mul(mask.width).saturating_add(column)).saturating_mul(mask.components);
    mask.bytes.get(index).copied().unwrap_or(255)
}

/// Lays an image over the plates. Each sample counts; the middle of a pixel has the sample that is there.
pub(super) fn lay(
    plates: &mut Plates,
    placement: &Placement,
    image: &ConvertedImage<'_>,
    mask: Option<&Samples>,
    clip: &Clip,
    compositing: Compositing,
    work: &Work,
) {
    let Some(mut pixels) = ImagePixels::new(plates, placement, clip, work) else { return };
    let window = pixels.window;
    let width = placement.size.0;
    for row in window.y0..window.y1 {
        for column in window.x0..window.x1 {
            let middle = plates.grid.middle(column, row);
            let Some(found) = pixels.at(column, row).filter(|found| found.covered) else {
                continue;
            };
            let (x, y) = placement.sample(middle);
            let Some(tint) = image.tint(y * width + x) else { continue };
            let share = opacity(mask, placement.back.apply(middle));
            found.most = Some((tint, share));
            plates.change(column, row, |backdrop, _| {
                *backdrop = compositing.thinned(share).halved().over(*backdrop, tint);
            });
        }
    }
    each_sample(plates, placement, work, |column, row, pixel, place| {
        let Some(found) = pixels.at(pixel.0, pixel.1).filter(|found| found.shows) else { return };
        let Some(tint) = image.tint(row * width + column) else { return };
        let share = if mask.is_some() { opacity(mask, place) } else { 255 };
        let weight = |(tint, share): (Tint, u8)| u32::from(sum(tint.ink)) * u32::from(share);
        if found.most.is_none_or(|before| weight((tint, share)) > weight(before)) {
            found.most = Some((tint, share));
        }
    });
    for row in window.y0..window.y1 {
        for column in window.x0..window.x1 {
            let Some(found) = pixels.at(column, row) else { continue };
            let Some((tint, share)) = found.most else { continue };
            let covered = found.covered && !compositing.masked;
            plates.change(column, row, |backdrop, peak| {
                let Some(peak) = peak else { return };
                let after = compositing.thinned(share).over(*peak, tint);
                *peak = darker(if covered { after } else { darker(*peak, after) }, *backdrop);
            });
        }
    }
}

/// Fills the samples of a stencil that are 0.
pub(super) fn fill(
    plates: &mut Plates,
    placement: &Placement,
    samples: &Samples,
    brush: &Brush<'_>,
    clip: &Clip,
    compositing: Compositing,
    work: &Work,
) {
    let Some(mut pixels) = ImagePixels::new(plates, placement, clip, work) else { return };
    let window = pixels.window;
    let painted = |column: usize, row: usize| {
        let index = (row * placement.size.0 + column).saturating_mul(samples.components);
        samples.bytes.get(index) == Some(&0)
    };
    each_sample(plates, placement, work, |column, row, pixel, _| {
        let Some(found) = pixels.at(pixel.0, pixel.1).filter(|found| found.shows) else { return };
        if painted(column, row) {
            found.most = Some((Tint::default(), 255));
        } else {
            found.open = true;
        }
    });
    for row in window.y0..window.y1 {
        for column in window.x0..window.x1 {
            let Some(found) = pixels.at(column, row) else { continue };
            let (x, y) = placement.sample(plates.grid.middle(column, row));
            let middle = found.covered && painted(x, y);
            let (touched, hidden) =
                (found.most.is_some(), middle && !found.open && !compositing.masked);
            let grid = plates.grid;
            let Some(tint) = brush.at(&grid, column, row).filter(|_| middle || touched) else {
                continue;
            };
            plates.change(column, row, |backdrop, peak| {
                if middle {
                    *backdrop = compositing.halved().over(*backdrop, tint);
                }
                if let Some(peak) = peak {
                    let after = compositing.over(*peak, tint);
                    *peak = darker(if hidden { after } else { darker(*peak, after) }, *backdrop);
                }
            });
        }
    }
}

/// Goes through the samples of an image, each with its column and row, the pixel in which it lies, and its place on the unit
/// square. Those of an image that is coarser than the pixels hold the middle of one each, and are left out.
fn each_sample(
    plates: &Plates,
    placement: &Placement,
    work: &Work,
    mut each: impl FnMut(usize, usize, (usize, usize), (f64, f64)),
) {
    let scales = placement.matrix.scales();
    let (width, height) = placement.size;
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
            let place = placement.middle(column, row);
            if let Some(pixel) = plates.grid.pixel(placement.matrix.apply(place)) {
                each(column, row, pixel, place);
            }
        }
    }
}
