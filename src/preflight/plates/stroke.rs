//! Turns a path and a pen into the outline of the line.

use tiny_skia::{LineCap, LineJoin, Path, Stroke, Transform};

use crate::geometry::{Matrix, Rect};
use crate::plates::dash::{MOST_DASHES, dashed};
use crate::plates::outline::bounds;
use crate::plates::region::{Grid, Work};

/// The thinnest line, in pixels: about 0.2 pt, as thin as a device of 300 dpi can print one (ISO 32000-1, 8.4.3.2).
const THINNEST: f64 = 0.3;
/// Lengths of a pattern of dashes at most.
const MOST_LENGTHS: usize = 64;
/// Places that a path may reach: far off every page, and near enough for figures of 32 bits to be good for something.
const FARTHEST: f64 = 1e7;
/// The same as the pen sees it, whose units may be small: beyond, lengths can't be squared any more.
const FARTHEST_FOR_PEN: f64 = 1e15;

/// A line.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Pen {
    /// Width, and lengths of dashes, in the units of `matrix`.
    pub(crate) width: f64,
    /// How it ends: 0 butt, 1 round, 2 square.
    pub(crate) cap: u8,
    /// How it turns: 0 mitred, 1 round, 2 bevelled.
    pub(crate) join: u8,
    /// How long a mitre may be, in widths.
    pub(crate) miter: f64,
    /// Lengths of dashes and gaps in turn; none for a line without.
    pub(crate) dashes: Vec<f64>,
    /// How far into the dashes it begins.
    pub(crate) phase: f64,
    /// From the units of the line to the page.
    pub(crate) matrix: Matrix,
}

/// The outline of a line, and how wide the line is where it is thinnest, in pixels.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) outline: Path,
    pub(super) width: f64,
}

impl Line {
    /// Draws a path, in the page's coordinates, with a pen. `None` if nothing of it lies in `area`, or it can't be drawn.
    pub(super) fn new(
        path: &Path,
        pen: &Pen,
        area: Rect,
        grid: &Grid,
        work: &Work,
    ) -> Option<Line> {
        let matrix = if pen.matrix.inverse().is_some() { pen.matrix } else { Matrix::IDENTITY };
        let (across, along) = matrix.scales();
        let widest = across.max(along);
        // A matrix makes a circle an ellipse, of whose axes the area is the product.
        let narrowest = matrix.area() / widest;
        let least = THINNEST / grid.scale / narrowest;
        let width = if pen.width.is_finite() { pen.width.max(least) } else { least };
        let inclusion = width * widest * pen.miter.clamp(2.0, 100.0);
        let around = bounds(path).grown(inclusion);
        around.shared(area)?;
        let points = path.points().len();
        if is_beyond(around, FARTHEST)
            || !inclusion.is_finite()
            || !work.take(points.saturating_mul(16))
        {
            return None;
        }
        let own = path.clone().transform(transform(matrix.inverse()?)?)?;
        if is_beyond(bounds(&own), FARTHEST_FOR_PEN) {
            return None;
        }
        let scale = widest * grid.scale;
        let own = with_dashes(&own, pen, scale, work).unwrap_or(own);
        let stroke = Stroke {
            width: width as f32,
            miter_limit: if pen.miter.is_finite() { pen.miter.max(1.0) as f32 } else { 10.0 },
            line_cap: match pen.cap {
                1 => LineCap::Round,
                2 => LineCap::Square,
                _ => LineCap::Butt,
            },
            line_join: match pen.join {
                1 => LineJoin::Round,
                2 => LineJoin::Bevel,
                _ => LineJoin::Miter,
            },
            dash: None,
        };
        let outline = own.stroke(&stroke, scale as f32)?.transform(transform(matrix)?)?;
        Some(Line { outline, width: width * narrowest * grid.scale })
    }
}

/// Whether an area reaches farther from the origin than so much, on any side.
fn is_beyond(area: Rect, farthest: f64) -> bool {
    [area.x0, area.y0, area.x1, area.y1].iter().any(|place| place.abs() > farthest)
}

fn transform(matrix: Matrix) -> Option<Transform> {
    let [a, b, c, d, e, f] = matrix.0.map(|number| number as f32);
    let finite = [a, b, c, d, e, f].iter().all(|number| number.is_finite());
    finite.then(|| Transform::from_row(a, b, c, d, e, f))
}

/// The dashes of a line; `None` for none, for such as mean nothing, and for too many.
fn with_dashes(path: &Path, pen: &Pen, scale: f64, work: &Work) -> Option<Path> {
    let sound = pen.dashes.iter().all(|length| length.is_finite() && *length >= 0.0);
    if pen.dashes.is_empty() || pen.dashes.len() > MOST_LENGTHS || !sound {
        return None;
    }
    // An odd number of lengths is gone through twice (ISO 32000-1, 8.4.3.6).
    let turns = if pen.dashes.len().is_multiple_of(2) { 1 } else { 2 };
    let lengths = pen.dashes.repeat(turns);
    let period: f64 = lengths.iter().sum();
    let points = path.points();
    let length: f64 = points
        .iter()
        .zip(points.iter().skip(1))
        .map(|(one, other)| f64::from(other.x - one.x).hypot(f64::from(other.y - one.y)))
        .sum();
    let count = length / period * lengths.len() as f64;
    if !(period > 0.0 && count <= MOST_DASHES && work.take(count as usize * 64)) {
        return None;
    }
    let phase = if pen.phase.is_finite() { pen.phase.rem_euclid(period) } else { 0.0 };
    dashed(path, &lengths, phase, scale)
}
