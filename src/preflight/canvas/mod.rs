//! Marks in; how much ink falls on each spot of a page, or what colour is seen there, out.
//!
//! A coarse picture of the plates, painted as a press would print it: knocking out or overprinting, opaque or not.

use std::sync::Arc;

use tiny_skia::Path;

use crate::preflight::colour::{Press, Space};
use crate::preflight::geometry::{Matrix, Rect};
use crate::preflight::image::Samples;
use crate::preflight::survey::Blending;

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Measured {
    /// Ink on the plates.
    Ink,
    /// Colours on a screen, in sRGB.
    Light,
}

/// The plates of a page.
#[derive(Debug)]
pub(crate) struct Canvas {}

/// Where marks show: a rectangle, and within it any shape. Cheap to copy.
#[derive(Debug, Clone)]
pub(crate) struct Clip {
    area: Rect,
}

impl Clip {
    /// Everything within a rectangle.
    pub(crate) fn of(area: Rect) -> Clip {
        Clip { area }
    }

    /// Around what shows, in the page's coordinates; without area where nothing does.
    pub(crate) fn area(&self) -> Rect {
        self.area
    }

    /// Only what lies within a path too. The path is in the page's coordinates. Without a canvas (`None`) only the
    /// rectangle around it is known.
    pub(crate) fn and(&self, _canvas: Option<&Canvas>, path: &Path, _even_odd: bool) -> Clip {
        let bounds = path.bounds();
        let [x0, y0, x1, y1] =
            [bounds.left(), bounds.top(), bounds.right(), bounds.bottom()].map(f64::from);
        let area = Rect::new(x0, y0, x1, y1);
        Clip { area: self.area.shared(area).unwrap_or(Rect::new(x0, y0, x0, y0)) }
    }
}

/// What a mark is painted with.
#[derive(Debug, Clone)]
pub(crate) enum Source<'a> {
    /// One colour.
    Plain { space: &'a Space, parts: &'a [f32] },
    /// A shading: its dictionary is read by [`Gradient::read`], its matrix leads to the page.
    Gradient { gradient: &'a Gradient, matrix: Matrix },
    /// Something that can't be told: it is not painted.
    Unknown,
}

/// A shading (ISO 32000-1, 8.7.4.5).
#[derive(Debug, Clone)]
pub(crate) struct Gradient {
    /// Its colour space.
    pub(crate) space: Arc<Space>,
}

impl Gradient {
    /// Reads a shading, a dictionary or a stream; `None` if it is none.
    pub(crate) fn read(
        _file: &crate::preflight::read::File,
        _shading: &lopdf::Object,
        _resources: &lopdf::Dictionary,
    ) -> Option<Gradient> {
        None
    }
}

/// A line.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Pen {
    /// Width, and lengths of dashes, in the units of `matrix`.
    pub(crate) width: f64,
    pub(crate) cap: u8,
    pub(crate) join: u8,
    pub(crate) miter: f64,
    pub(crate) dashes: Vec<f64>,
    pub(crate) phase: f64,
    /// From the units of the line to the page.
    pub(crate) matrix: Matrix,
}

/// The ink of a page, in percent.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct InkFigures {
    /// The most ink on one spot.
    pub(crate) highest: f64,
    /// Where that is, in the page's coordinates.
    pub(crate) place: Rect,
    /// Spots with more ink than the limit, joined to areas, at most 20, the worst first, each with its most.
    pub(crate) above: Vec<(Rect, f64)>,
    /// Whether ink that crosses the edge of the trim goes on to the edge of the bleed, for each side: left, bottom, right,
    /// top. The share of the edge of the trim that has ink just inside and none at the edge of the bleed, 0 to 1.
    pub(crate) short: [f64; 4],
}

impl Canvas {
    /// An empty page. `area` is what is measured, in the page's coordinates.
    pub(crate) fn new(_area: Rect, _measured: Measured, _press: Arc<Press>) -> Canvas {
        Canvas {}
    }

    /// Fills a path, in the page's coordinates.
    pub(crate) fn fill(&mut self, _path: &Path, _even_odd: bool, _clip: &Clip, _source: &Source<'_>, _blend: &Blending) {}

    /// Strokes a path, in the page's coordinates.
    pub(crate) fn stroke(&mut self, _path: &Path, _pen: &Pen, _clip: &Clip, _source: &Source<'_>, _blend: &Blending) {}

    /// Shows glyphs: their outlines as one path, in the page's coordinates. They are so small that they never hide what is
    /// under them: only the ink where they stand counts.
    pub(crate) fn glyphs(&mut self, _outlines: &Path, _clip: &Clip, _source: &Source<'_>, _blend: &Blending) {}

    /// Fills the clip with a shading.
    pub(crate) fn shade(&mut self, _clip: &Clip, _source: &Source<'_>, _blend: &Blending) {}

    /// Shows a picture; `matrix` leads from the unit square, with the picture's top at 1, to the page. `mask` is how opaque
    /// each sample is, in a picture of its own size.
    pub(crate) fn image(
        &mut self,
        _samples: &Samples,
        _space: &Space,
        _mask: Option<&Samples>,
        _matrix: Matrix,
        _clip: &Clip,
        _blend: &Blending,
    ) {
    }

    /// Fills the samples of a stencil that are painted (those that are 0).
    pub(crate) fn stencil(
        &mut self,
        _samples: &Samples,
        _matrix: Matrix,
        _clip: &Clip,
        _source: &Source<'_>,
        _blend: &Blending,
    ) {
    }

    /// The colour in sRGB that most of an area has, and the share of the area that has it, 0 to 1; white where nothing was
    /// painted. `None` where light is not measured, or outside the page.
    pub(crate) fn under(&self, _area: Rect) -> Option<([u8; 3], f64)> {
        None
    }

    /// Whether an area has no ink yet, or nothing but white where light is measured.
    pub(crate) fn is_blank(&self, _area: Rect) -> bool {
        true
    }

    /// The ink of the page. `limit` is in percent.
    pub(crate) fn figures(&self, _limit: f64, _trim: Rect, _bleed: Rect) -> Option<InkFigures> {
        None
    }
}
