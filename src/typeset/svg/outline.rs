//! Turns curves and runs of glyphs into the data of SVG paths, in the coordinates of the page.

use std::fmt::Write as _;

use ttf_parser::{GlyphId, OutlineBuilder};
use typst::layout::{Abs, Point, Size, Transform};
use typst::text::TextItem;
use typst::visualize::{Curve, CurveItem};

use super::short;

/// The data of a path.
#[derive(Default)]
pub(super) struct PathData(String);

impl PathData {
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn push(&mut self, command: char, points: &[(f64, f64)]) {
        self.0.push(command);
        for (index, (x, y)) in points.iter().enumerate() {
            let blank = if index > 0 { " " } else { "" };
            let _ = write!(self.0, "{blank}{} {}", short(*x), short(*y));
        }
    }

    fn close(&mut self) {
        self.0.push('Z');
    }

    /// A line from one point to another.
    pub(super) fn line(&mut self, from: Point, to: Point, here: Transform) {
        self.push('M', &[at(from, here)]);
        self.push('L', &[at(to, here)]);
    }

    /// A rectangle at the origin.
    pub(super) fn rectangle(&mut self, size: Size, here: Transform) {
        self.push('M', &[at(Point::zero(), here)]);
        for corner in [Point::with_x(size.x), size.to_point(), Point::with_y(size.y)] {
            self.push('L', &[at(corner, here)]);
        }
        self.close();
    }

    /// A curve.
    pub(super) fn curve(&mut self, curve: &Curve, here: Transform) {
        for item in &curve.0 {
            match item {
                CurveItem::Move(point) => self.push('M', &[at(*point, here)]),
                CurveItem::Line(point) => self.push('L', &[at(*point, here)]),
                CurveItem::Cubic(one, two, end) => {
                    self.push('C', &[at(*one, here), at(*two, here), at(*end, here)]);
                }
                CurveItem::Close => self.close(),
            }
        }
    }
}

/// A point on the page.
fn at(point: Point, here: Transform) -> (f64, f64) {
    let point = point.transform(here);
    (point.x.to_pt(), point.y.to_pt())
}

/// The outlines of all glyphs of a run.
pub(super) fn glyphs_of(text: &TextItem, here: Transform) -> PathData {
    let mut path = PathData::default();
    let face = text.font.ttf();
    let scale = text.size.to_pt() / f64::from(face.units_per_em());
    let (mut x, mut y) = (0.0, 0.0);
    for glyph in &text.glyphs {
        let size = text.size.to_pt();
        let origin = (x + glyph.x_offset.get() * size, y + glyph.y_offset.get() * size);
        let mut pen = GlyphPen { path: &mut path, here, scale, origin };
        // A glyph without an outline, such as a blank, has no ink.
        let _ = face.outline_glyph(GlyphId(glyph.id), &mut pen);
        x += glyph.x_advance.get() * size;
        y += glyph.y_advance.get() * size;
    }
    path
}

/// Writes the outline of a glyph; in fonts upwards is positive.
struct GlyphPen<'a> {
    path: &'a mut PathData,
    here: Transform,
    /// Points for a unit of the font.
    scale: f64,
    origin: (f64, f64),
}

impl GlyphPen<'_> {
    fn at(&self, x: f32, y: f32) -> (f64, f64) {
        let x = self.origin.0 + f64::from(x) * self.scale;
        let y = -(self.origin.1 + f64::from(y) * self.scale);
        at(Point::new(Abs::pt(x), Abs::pt(y)), self.here)
    }
}

impl OutlineBuilder for GlyphPen<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        let point = self.at(x, y);
        self.path.push('M', &[point]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let point = self.at(x, y);
        self.path.push('L', &[point]);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let points = [self.at(x1, y1), self.at(x, y)];
        self.path.push('Q', &points);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let points = [self.at(x1, y1), self.at(x2, y2), self.at(x, y)];
        self.path.push('C', &points);
    }

    fn close(&mut self) {
        self.path.close();
    }
}
