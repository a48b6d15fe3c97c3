//! Turns painted items into the ink on each pixel of a page, or the colour that is seen there.
//!
//! The plates are painted coarsely, as a press would print them: knocking out or overprinting, opaque or not. Each pixel
//! ([`mod@region`]) has the ink in its centre, which is exact, and the most ink anywhere in it
//! ([`plate_set`]), so that a later item hides what it covers, and a glyph or a single dark sample of an image is not lost.

mod bleed;
mod blend;
mod brush;
mod clip;
mod convert;
mod dash;
mod figures;
mod image;
mod mesh;
mod outline;
mod plate_set;
mod region;
mod stroke;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use tiny_skia::Path;

use crate::geometry::{Matrix, Rect};
use crate::page::{Blending, InkFigures};
use crate::plates::blend::{BlendMode, Compositing, byte};
use crate::plates::brush::Brush;
use crate::plates::convert::{Converter, Overprint, size};
use crate::plates::image::Placement;
use crate::plates::outline::{Inclusion, bounds, region, thinnest, upright};
use crate::plates::plate_set::Plates;
use crate::plates::region::{Grid, Region, Window, Work};
use crate::plates::stroke::Line;
use crate::resources::colour::{Press, Space};
use crate::resources::image::Samples;
use crate::resources::shading::Shading;

pub(crate) use clip::Clip;
pub(crate) use stroke::Pen;

/// Items that are thinner than so many pixels may lie between the middles of all of them.
const THIN: f64 = 1.5;
/// Pixels that a glyph touches which may lie between all lines that are looked at.
const SMALLEST: usize = 16;

/// Lines through a pixel on which an item is looked for that is so many pixels thin.
fn lines_through(side: f64) -> usize {
    (THIN / side).ceil().clamp(2.0, 16.0) as usize
}

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Measured {
    /// Ink on the plates.
    Ink,
    /// Colours on a screen, in sRGB.
    Light,
}

/// What an item is painted with.
#[derive(Debug, Clone)]
pub(crate) enum Source<'a> {
    /// One colour.
    Plain { space: &'a Space, components: &'a [f32] },
    /// A shading, and the matrix that leads to the page.
    Shading { shading: &'a Shading, matrix: Matrix },
    /// Something unknown, which is not painted.
    Unknown,
}

/// The plates of a page. Items that need more work than the budget allows are left out.
#[derive(Debug)]
pub(crate) struct Canvas {
    measured: Measured,
    tints: Converter,
    plates: Plates,
    work: Work,
}

impl Canvas {
    /// Creates a blank page. `area` is what is measured, in the page's coordinates.
    pub(crate) fn new(area: Rect, pages: usize, measured: Measured, press: Arc<Press>) -> Canvas {
        Canvas {
            measured,
            tints: Converter::new(press, measured),
            plates: Plates::new(Grid::over(area, pages), measured == Measured::Ink),
            work: Work::of(u64::MAX),
        }
    }

    /// Limits the work, in pixels that are painted.
    pub(crate) fn within(self, left: u64) -> Canvas {
        let work = Work::of(left);
        // Each pixel is cleared before it is painted, which is quick.
        work.take(self.plates.grid.all().count() / 4);
        Canvas { work, ..self }
    }

    /// The work that was done, in pixels that were painted.
    pub(crate) fn work_taken(&self) -> u64 {
        self.work.taken()
    }

    /// Whether items may have been left out because the budget is spent.
    pub(crate) fn is_spent(&self) -> bool {
        self.work.is_spent()
    }

    /// Fills a path, in the page's coordinates.
    pub(crate) fn fill(
        &mut self,
        path: &Path,
        even_odd: bool,
        clip: &Clip,
        source: &Source<'_>,
        blend: &Blending,
    ) {
        let Some((area, window)) = self.shown(bounds(path), clip) else { return };
        let Some(brush) = self.brush(source, blend, window) else { return };
        let compositing = compositing(blend);
        let upright = upright(path);
        let thin = match upright {
            Some(_) => Some(self.across(area)).filter(|side| *side < THIN),
            // A path that shows through a slit is as thin as that.
            None => thinnest(path, &self.plates.grid, THIN)
                .or(Some(self.across(area)).filter(|side| *side < THIN)),
        };
        let middles = match upright {
            Some(_) => Region::of(self.plates.grid.window(area)),
            None => self.region(path, even_odd, window, Inclusion::Middles),
        };
        let middles = clip.of_middles(middles, &self.plates.grid);
        let Some(side) = thin else {
            self.plates.cover(&middles, &brush, compositing);
            return;
        };
        let touched = match upright {
            Some(_) => Region::of(window),
            None => self.region(path, even_odd, window, Inclusion::Touched(lines_through(side))),
        };
        let touched = clip.of_touched(touched, &self.plates.grid);
        self.plates.touch(&touched, Some(&middles), &brush, compositing);
    }

    /// Strokes a path, in the page's coordinates.
    pub(crate) fn stroke(
        &mut self,
        path: &Path,
        pen: &Pen,
        clip: &Clip,
        source: &Source<'_>,
        blend: &Blending,
    ) {
        let grid = self.plates.grid;
        let Some(line) = Line::new(path, pen, clip.area(), &grid, &self.work) else { return };
        let Some((_, window)) = self.shown(bounds(&line.outline), clip) else { return };
        let Some(brush) = self.brush(source, blend, window) else { return };
        let middles = self.region(&line.outline, false, window, Inclusion::Middles);
        let middles = clip.of_middles(middles, &grid);
        if line.width >= THIN {
            self.plates.cover(&middles, &brush, compositing(blend));
            return;
        }
        let inclusion = Inclusion::Touched(lines_through(line.width));
        let touched = clip.of_touched(self.region(&line.outline, false, window, inclusion), &grid);
        self.plates.touch(&touched, Some(&middles), &brush, compositing(blend));
    }

    /// Shows glyphs: their outlines as one path, in the page's coordinates. They are so small that they never hide what is
    /// under them: only the ink where they stand counts.
    pub(crate) fn glyphs(
        &mut self,
        outlines: &Path,
        clip: &Clip,
        source: &Source<'_>,
        blend: &Blending,
    ) {
        if self.measured == Measured::Light {
            return;
        }
        let Some((_, window)) = self.shown(bounds(outlines), clip) else { return };
        let Some(brush) = self.brush(source, blend, window) else { return };
        // The smaller the type, the more of its strokes lie between the middles.
        let inclusion = Inclusion::Touched(match window.height() {
            ..=6 => 4,
            7..=12 => 2,
            _ => 1,
        });
        let touched = self.region(outlines, false, window, inclusion);
        // Glyphs may be so small that they lie between all lines.
        let lost = touched.len() == 0 && window.count() <= SMALLEST;
        let touched = if lost { Region::of(window) } else { touched };
        let touched = clip.of_touched(touched, &self.plates.grid);
        self.plates.touch(&touched, None, &brush, compositing(blend));
    }

    /// Shows glyphs by the frame around them, or a part of it: what they have on them counts wherever it touches a pixel, be
    /// it thinner than one.
    pub(crate) fn frame(&mut self, area: Rect, clip: &Clip, source: &Source<'_>, blend: &Blending) {
        if self.measured == Measured::Light {
            return;
        }
        let Some((_, window)) = self.shown(area, clip) else { return };
        let Some(brush) = self.brush(source, blend, window) else { return };
        let touched = clip.of_touched(Region::of(window), &self.plates.grid);
        self.plates.touch(&touched, None, &brush, compositing(blend));
    }

    /// Fills the clip with a shading.
    pub(crate) fn shade(&mut self, clip: &Clip, source: &Source<'_>, blend: &Blending) {
        let grid = self.plates.grid;
        let Some((area, window)) = self.shown(clip.area(), clip) else { return };
        let Some(brush) = self.brush(source, blend, window) else { return };
        let middles = clip.of_middles(Region::of(window), &grid);
        if self.across(area) >= THIN {
            self.plates.cover(&middles, &brush, compositing(blend));
        } else {
            let touched = clip.of_touched(Region::of(window), &grid);
            self.plates.touch(&touched, Some(&middles), &brush, compositing(blend));
        }
    }

    /// Shows an image; `matrix` leads from the unit square, with the image's top at 1, to the page. `mask` is how opaque
    /// each sample is, in an image of its own size.
    pub(crate) fn image(
        &mut self,
        samples: &Samples,
        space: &Space,
        mask: Option<&Samples>,
        matrix: Matrix,
        clip: &Clip,
        blend: &Blending,
    ) {
        let Canvas { tints, plates, work, .. } = self;
        let count = samples.width.saturating_mul(samples.height);
        let unit = Rect::new(0.0, 0.0, 1.0, 1.0);
        let visible = matrix.around(unit).shared(clip.area()).filter(|_| !clip.is_empty());
        if visible.is_none_or(|area| plates.grid.touched(area).count() == 0) || !work.take(count) {
            return;
        }
        let overprint = Overprint::of_computed(blend);
        let Some(image) = tints.of_image(samples, space, overprint) else { return };
        let Some(placement) = Placement::new(image.size, matrix) else { return };
        image::lay(plates, &placement, &image, mask, clip, compositing(blend), work);
    }

    /// Fills the samples of a stencil that are painted (those that are 0).
    pub(crate) fn stencil(
        &mut self,
        samples: &Samples,
        matrix: Matrix,
        clip: &Clip,
        source: &Source<'_>,
        blend: &Blending,
    ) {
        let Some(placement) = size(samples).and_then(|size| Placement::new(size, matrix)) else {
            return;
        };
        let area = matrix.around(Rect::new(0.0, 0.0, 1.0, 1.0));
        let Some((_, window)) = self.shown(area, clip) else { return };
        let Some(brush) = self.brush(source, blend, window) else { return };
        image::fill(
            &mut self.plates,
            &placement,
            samples,
            &brush,
            clip,
            compositing(blend),
            &self.work,
        );
    }

    /// The colour in sRGB that most of an area has, and the share of the area that has it, 0 to 1; white where nothing was
    /// painted. `None` where light is not measured, or outside the page.
    pub(crate) fn under(&self, area: Rect) -> Option<([u8; 3], f64)> {
        (self.measured == Measured::Light)
            .then(|| figures::under(&self.plates, area, &self.work))?
    }

    /// Whether an area has no ink yet, or nothing but white where light is measured.
    pub(crate) fn is_blank(&self, area: Rect) -> bool {
        figures::lacks(&self.plates, area, figures::percent)
    }

    /// Whether an area has no ink yet but black.
    pub(crate) fn is_colourless(&self, area: Rect) -> bool {
        figures::lacks(&self.plates, area, figures::percent_of_colours)
    }

    /// The outline of a line, in the page's coordinates; `None` if nothing of it lies in the clip.
    pub(crate) fn outline(&self, path: &Path, pen: &Pen, clip: &Clip) -> Option<Path> {
        let grid = self.plates.grid;
        Line::new(path, pen, clip.area(), &grid, &self.work).map(|line| line.outline)
    }

    /// The ink of the page; `None` where light is measured. `limit` is in percent.
    pub(crate) fn figures(&self, limit: f64, trim: Rect, bleed: Rect) -> Option<InkFigures> {
        let measured = self.measured == Measured::Ink;
        measured.then(|| figures::figures(&self.plates, limit, trim, bleed))
    }

    fn grid(&self) -> &Grid {
        &self.plates.grid
    }

    fn work(&self) -> &Work {
        &self.work
    }

    /// The part of an area that shows, and the pixels that it touches.
    fn shown(&self, area: Rect, clip: &Clip) -> Option<(Rect, Window)> {
        let area = area.shared(clip.area()).filter(|_| !clip.is_empty())?;
        let window = self.plates.grid.touched(area);
        (window.count() > 0).then_some((area, window))
    }

    /// The lesser side of an area, in pixels.
    fn across(&self, area: Rect) -> f64 {
        area.width().min(area.height()) * self.plates.grid.scale
    }

    /// The brush for a source, if there is work left for it on so many pixels.
    fn brush<'a>(
        &self,
        source: &Source<'a>,
        blend: &Blending,
        window: Window,
    ) -> Option<Brush<'a>> {
        let grid = &self.plates.grid;
        let brush = Brush::of(source, blend, &self.tints, grid, window, &self.work)?;
        let plain = matches!(brush, Brush::Plain(_)) && compositing(blend).hides();
        let work = window.count().saturating_mul(if plain { 1 } else { 2 * brush.cost() });
        self.work.take(work.max(16)).then_some(brush)
    }

    fn region(&self, path: &Path, even_odd: bool, window: Window, inclusion: Inclusion) -> Region {
        region(path, even_odd, &self.plates.grid, window, inclusion, &self.work)
    }
}

fn compositing(blend: &Blending) -> Compositing {
    Compositing {
        opacity: byte(blend.opacity.clamp(0.0, 1.0)),
        mode: BlendMode::named(&blend.mode),
        masked: blend.masked,
    }
}
