//! Turns pages into pictures for a browser: SVG in which each run of glyphs is one path.
//!
//! A picture has shapes, paths and images alone: no text, link, script or reference to a file. Nothing that somebody typed is
//! written into it as characters. Of a gradient it shows one colour, and of a tiling none.

mod image;
mod look;
mod outline;
mod paint;

use std::fmt::Write as _;

use typst::layout::{Frame, FrameItem, GroupItem, Point, Size, Transform};
use typst::text::TextItem;
use typst::visualize::{Color, FillRule, FixedStroke, Geometry, Shape};
use typst_layout::Page;

use feuillet_colour::OutputProfile;
use image::image_element;
use outline::{PathData, glyphs_of};
use paint::Paints;

pub(crate) use look::look;

/// The picture of a page, in pieces: what changes in it is a few of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PageDrawing {
    /// The tag that opens it.
    pub(crate) head: String,
    /// The elements in it, in the order in which they are painted.
    pub(crate) pieces: Vec<String>,
}

impl PageDrawing {
    /// The picture as one SVG.
    pub(crate) fn svg(&self) -> String {
        format!("{}{}</svg>", self.head, self.pieces.concat())
    }
}

/// Draws one page, cut at its trim. `number` is its own among those of the document: the names of clips begin with it. With
/// `press`, ink is shown as that press prints it.
#[must_use]
pub(crate) fn draw(page: &Page, number: usize, press: Option<&OutputProfile>) -> PageDrawing {
    let size = page.frame.size();
    let mut drawing = Drawing {
        pieces: Vec::new(),
        out: String::new(),
        depth: 0,
        paints: Paints::new(press),
        page: number,
        clips: 0,
    };
    let (width, height) = (short(size.x.to_pt()), short(size.y.to_pt()));
    let head = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\">"
    );
    let paper = page.fill_or_transparent().unwrap_or_else(|| Color::WHITE.into());
    drawing.shape(&Geometry::Rect(size).filled(paper), Transform::identity());
    drawing.frame(&page.frame, Transform::identity());
    PageDrawing { head, pieces: drawing.pieces }
}

/// A length to two decimals: 0.0035 mm, which nobody sees, also at ten times the size.
fn short(length: f64) -> Hundredths {
    let hundredths = (length * 100.0).round();
    // Beyond this nothing is on a page; and no sum of lengths is not a number.
    #[allow(clippy::cast_possible_truncation)]
    Hundredths(if hundredths.is_finite() { hundredths as i64 } else { 0 })
}

/// Hundredths of a length, which are written without what may be left out: zeros at either end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Hundredths(i64);

impl std::fmt::Display for Hundredths {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (whole, rest) = (self.0.abs() / 100, self.0.abs() % 100);
        if self.0 < 0 {
            out.write_str("-")?;
        }
        if whole > 0 || rest == 0 {
            write!(out, "{whole}")?;
        }
        match (rest, rest % 10) {
            (0, _) => Ok(()),
            (_, 0) => write!(out, ".{}", rest / 10),
            _ => write!(out, ".{rest:02}"),
        }
    }
}

/// A picture that is being written.
struct Drawing<'a> {
    pieces: Vec<String>,
    /// The piece that is being written.
    out: String,
    /// In how many elements of it that is.
    depth: usize,
    paints: Paints<'a>,
    page: usize,
    clips: usize,
}

impl Drawing<'_> {
    /// Ends an element: a piece, unless it stands in another one.
    fn end(&mut self) {
        if self.depth == 0 {
            self.pieces.push(std::mem::take(&mut self.out));
        }
    }

    fn frame(&mut self, frame: &Frame, to_page: Transform) {
        for (position, item) in frame.items() {
            let here = to_page.pre_concat(Transform::translate(position.x, position.y));
            match item {
                FrameItem::Group(group) => self.group(group, here),
                FrameItem::Text(text) => self.text(text, here),
                FrameItem::Shape(shape, _) => self.shape(shape, here),
                FrameItem::Image(image, size, _) => self.image(image, *size, here),
                // A link would catch clicks that are meant for the text.
                FrameItem::Link(..) | FrameItem::Tag(_) => {}
            }
        }
    }

    fn group(&mut self, group: &GroupItem, here: Transform) {
        let inner = here.pre_concat(group.transform);
        let Some(clip) = &group.clip else { return self.frame(&group.frame, inner) };
        self.clips += 1;
        let name = format!("p{}c{}", self.page, self.clips);
        let mut path = PathData::default();
        path.curve(clip, inner);
        let _ = write!(
            self.out,
            "<g clip-path=\"url(#{name})\"><clipPath id=\"{name}\"><path d=\"{}\"/></clipPath>",
            path.as_str()
        );
        self.depth += 1;
        self.frame(&group.frame, inner);
        self.depth -= 1;
        self.out.push_str("</g>");
        self.end();
    }

    fn text(&mut self, text: &TextItem, here: Transform) {
        let path = glyphs_of(text, here);
        if path.is_empty() {
            return;
        }
        let fill = self.paints.attribute("fill", &text.fill);
        let stroke = text.stroke.as_ref().map(|stroke| self.stroke(stroke, here));
        let stroke = stroke.unwrap_or_default();
        let _ = write!(self.out, "<path d=\"{}\"{fill}{stroke}/>", path.as_str());
        self.end();
    }

    fn shape(&mut self, shape: &Shape, here: Transform) {
        let mut path = PathData::default();
        match &shape.geometry {
            Geometry::Line(end) => path.line(Point::zero(), *end, here),
            Geometry::Rect(size) => path.rectangle(*size, here),
            Geometry::Curve(curve) => path.curve(curve, here),
        }
        let fill = match &shape.fill {
            Some(fill) => self.paints.attribute("fill", fill),
            None => " fill=\"none\"".to_owned(),
        };
        let rule = match shape.fill_rule {
            FillRule::EvenOdd => " fill-rule=\"evenodd\"",
            FillRule::NonZero => "",
        };
        let stroke = shape.stroke.as_ref().map(|stroke| self.stroke(stroke, here));
        let stroke = stroke.unwrap_or_default();
        let _ = write!(self.out, "<path d=\"{}\"{fill}{rule}{stroke}/>", path.as_str());
        self.end();
    }

    fn stroke(&mut self, stroke: &FixedStroke, here: Transform) -> String {
        let colour = self.paints.attribute("stroke", &stroke.paint);
        paint::stroke_attributes(stroke, here, &colour)
    }

    fn image(&mut self, image: &typst::visualize::Image, size: Size, here: Transform) {
        if let Some(element) = image_element(image, size, here) {
            self.out.push_str(&element);
            self.end();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn lengths_are_short_and_exact_to_two_decimals() {
        let cases = [
            (0.0, "0"),
            (1.0, "1"),
            (-0.001, "0"),
            (-0.5, "-.5"),
            (0.07, ".07"),
            (12.345, "12.35"),
            (12.04, "12.04"),
            (-99.999, "-100"),
            (f64::NAN, "0"),
        ];
        for (length, written) in cases {
            assert_eq!(short(length).to_string(), written, "{length}");
        }
    }
}
