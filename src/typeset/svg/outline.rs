//! Turns curves and runs of glyphs into the data of SVG paths, in the coordinates of the page.

use std::fmt::Write as _;

use ttf_parser::{GlyphId, OutlineBuilder};
use typst::layout::{Abs, Point, Size, Transform};
use typst::text::TextItem;
use typst::visualize::{Curve, CurveItem};

use super::{Hundredths, short};

/// The data of a path. Each point is told from the one before, which takes half of the characters that its place on the page would.
#[derive(Default)]
pub(super) struct PathData {
    text: String,
    /// The last command.
    command: char,
    /// Where the pen is, in hundredths of points: what is rounded adds up to nothing.
    pen: (i64, i64),
    /// Where the outline began.
    start: (i64, i64),
}

impl PathData {
    pub(super) fn as_str(&self) -> &str {
        &self.text
    }

    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Adds a command with its points, three at most.
    fn push(&mut self, command: char, points: &[(f64, f64)]) {
        let mut steps = [0; 6];
        let mut last = self.pen;
        for ((x, y), step) in points.iter().zip(steps.as_chunks_mut::<2>().0) {
            last = (short(*x).0, short(*y).0);
            *step = [last.0 - self.pen.0, last.1 - self.pen.1];
        }
        match (command, steps) {
            ('l', [across, 0, ..]) => self.write('h', &[across]),
            ('l', [0, down, ..]) => self.write('v', &[down]),
            _ => self.write(command, &steps[..2 * points.len()]),
        }
        self.pen = last;
        if command == 'm' {
            self.start = last;
        }
    }

    fn write(&mut self, command: char, steps: &[i64]) {
        // A command that follows its like need not be named; after a move a line would be meant.
        let is_named = command != self.command || command == 'm';
        if is_named {
            self.text.push(command);
        }
        for (index, step) in steps.iter().enumerate() {
            if *step >= 0 && !(is_named && index == 0) {
                self.text.push(' ');
            }
            let _ = write!(self.text, "{}", Hundredths(*step));
        }
        self.command = command;
    }

    fn close(&mut self) {
        self.write('z', &[]);
        self.pen = self.start;
    }

    /// A line from one point to another.
    pub(super) fn line(&mut self, from: Point, to: Point, here: Transform) {
        self.push('m', &[at(from, here)]);
        self.push('l', &[at(to, here)]);
    }

    /// A rectangle at the origin.
    pub(super) fn rectangle(&mut self, size: Size, here: Transform) {
        self.push('m', &[at(Point::zero(), here)]);
        for corner in [Point::with_x(size.x), size.to_point(), Point::with_y(size.y)] {
            self.push('l', &[at(corner, here)]);
        }
        self.close();
    }

    /// A curve.
    pub(super) fn curve(&mut self, curve: &Curve, here: Transform) {
        for item in &curve.0 {
            match item {
                CurveItem::Move(point) => self.push('m', &[at(*point, here)]),
                CurveItem::Line(point) => self.push('l', &[at(*point, here)]),
                CurveItem::Cubic(one, two, end) => {
                    self.push('c', &[at(*one, here), at(*two, here), at(*end, here)]);
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
        self.path.push('m', &[point]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let point = self.at(x, y);
        self.path.push('l', &[point]);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let points = [self.at(x1, y1), self.at(x, y)];
        self.path.push('q', &points);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let points = [self.at(x1, y1), self.at(x2, y2), self.at(x, y)];
        self.path.push('c', &points);
    }

    fn close(&mut self) {
        self.path.close();
    }
}

#[cfg(test)]
mod tests {
    use super::PathData;

    fn written(draw: impl FnOnce(&mut PathData)) -> String {
        let mut path = PathData::default();
        draw(&mut path);
        path.as_str().to_owned()
    }

    #[test]
    fn points_are_told_from_the_one_before() {
        let path = written(|path| {
            path.push('m', &[(10.0, 20.5)]);
            path.push('l', &[(12.0, 20.5)]);
            path.push('l', &[(12.0, 20.25)]);
            path.push('l', &[(13.0, 21.0)]);
            path.push('l', &[(12.5, 22.0)]);
            path.push('q', &[(12.0, 22.0), (12.0, 23.0)]);
            path.close();
            // The pen is where the outline began.
            path.push('m', &[(10.0, 21.5)]);
            path.push('c', &[(10.0, 21.5), (9.0, 21.5), (9.0, 20.0)]);
            path.close();
        });
        assert_eq!(path, "m10 20.5h2v-.25l1 .75-.5 1q-.5 0-.5 1zm0 1c0 0-1 0-1-1.5z");
    }

    #[test]
    fn what_is_rounded_does_not_add_up() {
        let path = written(|path| {
            path.push('m', &[(0.0, 0.0)]);
            for step in 1..=30 {
                path.push('l', &[(f64::from(step) * 0.004, 1.0)]);
            }
        });
        let ends: f64 = path
            .split('h')
            .skip(1)
            .flat_map(|steps| steps.split(' '))
            .fold(0.0, |sum, step| sum + step.parse::<f64>().unwrap_or(0.0));
        assert!((ends - 0.12).abs() < 0.006, "{path}");
    }
}
