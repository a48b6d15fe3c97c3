//! Typst's frames in; what stands on each page out, in the order of painting, with the message of every text.
//!
//! The checks and the proofs read this flat list rather than Typst's nested frames.

use std::ops::Range;

use ttf_parser::GlyphId;
use typst::foundations::{Content, StyleChain};
use typst::introspection::{Location, Tag};
use typst::layout::{Abs, Frame, FrameItem, Point, Size, Transform};
use typst::model::HeadingElem;
use typst::syntax::Span;
use typst::text::{Glyph, TextItem};
use typst::visualize::{Color, CurveItem, Geometry, Paint, Shape};
use typst::{World as _, WorldExt as _};
use typst_layout::PagedDocument;

use crate::compose::Composition;
use crate::typeset::text_at;
use crate::typeset::world::Desk;

/// A rectangle on a page, in points from the upper left corner of the trimmed page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// Its left edge.
    pub left: f64,
    /// Its upper edge.
    pub top: f64,
    /// Its right edge.
    pub right: f64,
    /// Its lower edge.
    pub bottom: f64,
}

/// What stands on one page.
#[derive(Debug, Clone, PartialEq)]
pub struct PageView {
    /// Its number, from 1.
    pub number: usize,
    /// Its trimmed width in points.
    pub width: f64,
    /// Its trimmed height in points.
    pub height: f64,
    /// What stands on it, in the order of painting.
    pub marks: Vec<Mark>,
}

/// One thing on a page.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    /// A stretch of a line, of one message and one look.
    Text(Text),
    /// A shape, or what of it is not cut away.
    Shape {
        /// Where it is.
        area: Area,
        /// Its corners, if its edges are straight; else those of its area.
        outline: Vec<(f64, f64)>,
        /// What it is filled with, if it is one colour.
        fill: Option<Color>,
    },
    /// A picture.
    Picture {
        /// Where it is.
        area: Area,
    },
}

/// A stretch of a line, of one message and one look.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// Its characters.
    pub characters: String,
    /// What its glyphs cover: from their left to their right edge, from the highest to the lowest ink.
    pub area: Area,
    /// Its baseline, in points from the top of the page.
    pub baseline: f64,
    /// Its size in points.
    pub size: f64,
    /// Its colour, if it is one.
    pub fill: Option<Color>,
    /// Its language, as Typst knows it.
    pub language: String,
    /// Which of the composition's texts it comes from; `None` for what a template writes.
    pub origin: Option<usize>,
    /// The innermost block of text in which it stands.
    pub block: Option<usize>,
    /// Advance widths of the blanks between its words, as shares of the size.
    pub blanks: Vec<f64>,
    /// Whether its last glyph is a hyphen that only the break of the line has brought.
    pub divided: bool,
}

/// A paragraph or heading of the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph,
    /// A heading of this level.
    Heading(usize),
    /// What is no part of the text: rules, tabs, numbers of pages.
    Artifact,
}

/// All pages, and the blocks of text on them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct View {
    /// The pages, in order.
    pub pages: Vec<PageView>,
    /// The blocks of text, in the order in which they begin.
    pub blocks: Vec<Block>,
}

impl Area {
    /// The smallest area that holds both.
    #[must_use]
    pub fn with(self, other: Area) -> Area {
        Area {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// What both cover; `None` if they are apart.
    #[must_use]
    pub fn shared(self, other: Area) -> Option<Area> {
        let area = Area {
            left: self.left.max(other.left),
            top: self.top.max(other.top),
            right: self.right.min(other.right),
            bottom: self.bottom.min(other.bottom),
        };
        (area.left < area.right && area.top < area.bottom).then_some(area)
    }

    /// The area that holds these points.
    fn around(points: &[(f64, f64)]) -> Area {
        let first = points.first().copied().unwrap_or_default();
        let start = Area { left: first.0, top: first.1, right: first.0, bottom: first.1 };
        points.iter().fold(start, |area, (x, y)| {
            area.with(Area { left: *x, top: *y, right: *x, bottom: *y })
        })
    }
}

impl View {
    /// Flattens a document.
    pub(super) fn of(document: &PagedDocument, desk: &Desk<'_>, composition: &Composition) -> View {
        let mut walk = Walk {
            desk,
            composition,
            view: View::default(),
            marks: Vec::new(),
            open: Vec::new(),
            last: (Span::detached(), None),
        };
        for (index, page) in document.pages().iter().enumerate() {
            let size = page.frame.size();
            walk.frame(&page.frame, Transform::identity(), None);
            walk.view.pages.push(PageView {
                number: index + 1,
                width: size.x.to_pt(),
                height: size.y.to_pt(),
                marks: std::mem::take(&mut walk.marks),
            });
        }
        walk.view
    }
}

/// The walk over all frames.
struct Walk<'a> {
    desk: &'a Desk<'a>,
    composition: &'a Composition,
    view: View,
    marks: Vec<Mark>,
    /// The blocks that are open here, the innermost last.
    open: Vec<(Location, usize)>,
    /// The span that was looked up last: neighbouring glyphs share it.
    last: (Span, Option<usize>),
}

/// What kind of block an element is, if it is one.
fn block_kind(element: &Content) -> Option<Block> {
    if let Some(heading) = element.to_packed::<HeadingElem>() {
        let level = heading.resolve_level(StyleChain::default());
        return Some(Block::Heading(level.get()));
    }
    match element.elem().name() {
        "par" => Some(Block::Paragraph),
        "artifact" => Some(Block::Artifact),
        _ => None,
    }
}

impl Walk<'_> {
    fn frame(&mut self, frame: &Frame, to_page: Transform, cut: Option<Area>) {
        for (position, item) in frame.items() {
            let here = to_page.pre_concat(Transform::translate(position.x, position.y));
            match item {
                FrameItem::Group(group) => {
                    let here = here.pre_concat(group.transform);
                    let inner = group.clip.as_ref().map(|_| corners(here, group.frame.size()));
                    let cut = match (inner.map(|points| Area::around(&points)), cut) {
                        (Some(inner), Some(cut)) => Some(inner.shared(cut).unwrap_or(inner)),
                        (inner, cut) => inner.or(cut),
                    };
                    self.frame(&group.frame, here, cut);
                }
                FrameItem::Text(text) => self.text(text, here),
                FrameItem::Shape(shape, _) => self.shape(shape, here, cut),
                FrameItem::Image(_, size, _) => {
                    let area = Area::around(&corners(here, *size));
                    self.marks.push(Mark::Picture { area });
                }
                FrameItem::Tag(Tag::Start(element, _)) => {
                    if let (Some(kind), Some(location)) = (block_kind(element), element.location())
                    {
                        self.open.push((location, self.view.blocks.len()));
                        self.view.blocks.push(kind);
                    }
                }
                FrameItem::Tag(Tag::End(location, ..)) => {
                    self.open.retain(|(open, _)| open != location);
                }
                FrameItem::Link(..) => {}
            }
        }
    }

    /// Cuts a run of glyphs where the message changes.
    fn text(&mut self, item: &TextItem, here: Transform) {
        let mut start = 0;
        let mut x = 0.0;
        while start < item.glyphs.len() {
            let origin = self.origin(item.glyphs[start].span.0);
            let mut end = start + 1;
            while end < item.glyphs.len() && self.origin(item.glyphs[end].span.0) == origin {
                end += 1;
            }
            let text = self.piece(item, start..end, x, here, origin);
            x += advance(item, start..end);
            self.marks.push(Mark::Text(text));
            start = end;
        }
    }

    fn piece(
        &self,
        item: &TextItem,
        glyphs: Range<usize>,
        x: f64,
        here: Transform,
        origin: Option<usize>,
    ) -> Text {
        let size = item.size.to_pt();
        let width = advance(item, glyphs.clone());
        let (mut high, mut low) = (0.0_f64, 0.0_f64);
        let mut blanks = Vec::new();
        // Glyphs of right-to-left text stand in the order in which they are painted: their ranges are sorted here.
        let mut ranges: Vec<_> = item.glyphs[glyphs.clone()].iter().map(Glyph::range).collect();
        ranges.sort_by_key(|range| range.start);
        ranges.dedup();
        let characters: String =
            ranges.into_iter().filter_map(|range| item.text.get(range)).collect();
        for glyph in &item.glyphs[glyphs.clone()] {
            let id = GlyphId(glyph.id);
            if let Some(ink) = item.font.ttf().glyph_bounding_box(id) {
                high = high.max(item.font.to_em(ink.y_max).get());
                low = low.min(item.font.to_em(ink.y_min).get());
            }
            if item.text.get(glyph.range()) == Some(" ") {
                blanks.push(glyph.x_advance.get());
            }
        }
        let last = item.glyphs.last().and_then(|glyph| item.text.get(glyph.range()));
        let at = |x: f64, y: f64| {
            let point = Point::new(Abs::pt(x), Abs::pt(y)).transform(here);
            (point.x.to_pt(), point.y.to_pt())
        };
        let points = [
            at(x, -high * size),
            at(x + width, -high * size),
            at(x, -low * size),
            at(x + width, -low * size),
        ];
        Text {
            characters,
            area: Area::around(&points),
            baseline: at(x, 0.0).1,
            size: size * here.sy.get().abs(),
            fill: colour(&item.fill),
            language: item.lang.as_str().to_owned(),
            origin,
            block: self.open.last().map(|(_, block)| *block),
            blanks,
            divided: glyphs.end == item.glyphs.len() && matches!(last, Some("\u{AD}")),
        }
    }

    fn shape(&mut self, shape: &Shape, here: Transform, cut: Option<Area>) {
        let bounds = shape.bbox(true);
        let at = |point: Point| {
            let point = point.transform(here);
            (point.x.to_pt(), point.y.to_pt())
        };
        let min = bounds.min;
        let max = bounds.max;
        let outline = straight(shape).map_or_else(
            || vec![at(min), at(Point::new(max.x, min.y)), at(max), at(Point::new(min.x, max.y))],
            |points| points.into_iter().map(at).collect(),
        );
        let whole = Area::around(&outline);
        let Some(area) = cut.map_or(Some(whole), |cut| whole.shared(cut)) else { return };
        let fill = shape.fill.as_ref().and_then(colour);
        self.marks.push(Mark::Shape { area, outline, fill });
    }

    /// Which text of the composition a span leads to.
    fn origin(&mut self, span: Span) -> Option<usize> {
        if self.last.0 == span {
            return self.last.1;
        }
        let range = (span.id() == Some(self.desk.main())).then(|| self.desk.range(span)).flatten();
        let origin = range.and_then(|range| text_at(&self.composition.texts, range.start));
        self.last = (span, origin);
        origin
    }
}

/// The width of some glyphs of a run, in points before any transformation.
fn advance(item: &TextItem, glyphs: Range<usize>) -> f64 {
    let width: f64 = item.glyphs[glyphs].iter().map(|glyph| glyph.x_advance.get()).sum();
    width * item.size.to_pt()
}

/// A colour, if a paint is one.
fn colour(paint: &Paint) -> Option<Color> {
    match paint {
        Paint::Solid(color) => Some(color.clone()),
        Paint::Gradient(_) | Paint::Tiling(_) => None,
    }
}

/// The corners of a frame on the page, in points.
fn corners(here: Transform, size: Size) -> Vec<(f64, f64)> {
    let points =
        [Point::zero(), Point::with_x(size.x), Point::new(size.x, size.y), Point::with_y(size.y)];
    let at = |point: Point| {
        let point = point.transform(here);
        (point.x.to_pt(), point.y.to_pt())
    };
    points.into_iter().map(at).collect()
}

/// The corners of a shape whose edges are straight and whose outline is one.
fn straight(shape: &Shape) -> Option<Vec<Point>> {
    let Geometry::Curve(curve) = &shape.geometry else { return None };
    let mut points = Vec::new();
    for (index, item) in curve.0.iter().enumerate() {
        match item {
            CurveItem::Move(point) if index == 0 => points.push(*point),
            CurveItem::Line(point) => points.push(*point),
            CurveItem::Close => {}
            CurveItem::Move(_) | CurveItem::Cubic(..) => return None,
        }
    }
    (points.len() > 2).then_some(points)
}
