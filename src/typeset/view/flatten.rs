//! Turns Typst's nested frames into the items of each page.

use std::collections::HashMap;
use std::ops::Range;

use ttf_parser::GlyphId;
use typst::foundations::{Content, StyleChain};
use typst::introspection::{Location, Tag};
use typst::layout::{Abs, Em, Frame, FrameItem, Point, Size, Transform};
use typst::model::HeadingElem;
use typst::syntax::Span;
use typst::text::{FontInstance, Glyph, TextItem};
use typst::visualize::{Color, CurveItem, Geometry, ImageKind, Paint, Shape};
use typst::{World as _, WorldExt as _};
use typst_layout::PagedDocument;

use crate::compose::{Composition, Source};
use crate::typeset::view::{Element, Item, PageView, Rect, Text, View};
use crate::typeset::world::MemoryWorld;

impl View {
    /// Flattens a document.
    pub(in crate::typeset) fn of(
        document: &PagedDocument,
        world: &MemoryWorld<'_>,
        composition: &Composition,
        source: &Source<'_>,
    ) -> View {
        let mut flattener = Flattener {
            world,
            composition,
            source,
            view: View::default(),
            items: Vec::new(),
            open: Vec::new(),
            last: (Span::detached(), None),
            boxes: HashMap::new(),
        };
        for (index, page) in document.pages().iter().enumerate() {
            let size = page.frame.size();
            flattener.frame(&page.frame, Transform::identity(), None);
            flattener.view.pages.push(PageView {
                number: index + 1,
                width: size.x.to_pt(),
                height: size.y.to_pt(),
                items: std::mem::take(&mut flattener.items),
            });
        }
        let mut view = flattener.view;
        view.find_lines(&composition.texts);
        view
    }
}

/// Goes through all frames.
struct Flattener<'a> {
    world: &'a MemoryWorld<'a>,
    composition: &'a Composition,
    source: &'a Source<'a>,
    view: View,
    items: Vec<Item>,
    /// The elements that are open here, the innermost last.
    open: Vec<(Location, usize)>,
    /// The span that was looked up last, with its text and where in that its literal begins: neighbouring glyphs share it.
    last: (Span, Option<(usize, usize)>),
    /// The ink of glyphs that were met, by font and glyph, in shares of the size.
    boxes: HashMap<(FontInstance, u16), Option<GlyphBox>>,
}

/// The ink of a glyph in shares of the size, from its origin on the baseline; upwards is positive.
#[derive(Debug, Clone, Copy)]
struct GlyphBox {
    left: f64,
    right: f64,
    low: f64,
    high: f64,
}

/// What is left where one clip shares nothing with another.
const NOTHING: Rect = Rect { left: 0.0, top: 0.0, right: 0.0, bottom: 0.0 };

/// The weight from which on text is bold (OpenType, `OS/2.usWeightClass`).
const BOLD: u16 = 700;

/// What an element is to the view, if it is something.
fn element_of(element: &Content) -> Option<Element> {
    if let Some(heading) = element.to_packed::<HeadingElem>() {
        let level = heading.resolve_level(StyleChain::default());
        return Some(Element::Heading(level.get()));
    }
    match element.elem().name() {
        "par" => Some(Element::Paragraph),
        "artifact" => Some(Element::Artifact),
        _ => None,
    }
}

impl Flattener<'_> {
    fn frame(&mut self, frame: &Frame, to_page: Transform, cut: Option<Rect>) {
        for (position, item) in frame.items() {
            let here = to_page.pre_concat(Transform::translate(position.x, position.y));
            match item {
                FrameItem::Group(group) => {
                    let here = here.pre_concat(group.transform);
                    let inner = group.clip.as_ref().map(|_| corners(here, group.frame.size()));
                    let cut = match (inner.map(|points| Rect::around(&points)), cut) {
                        (Some(inner), Some(cut)) => Some(inner.shared(cut).unwrap_or(NOTHING)),
                        (inner, cut) => inner.or(cut),
                    };
                    self.frame(&group.frame, here, cut);
                }
                FrameItem::Text(text) => self.text(text, here),
                FrameItem::Shape(shape, _) => self.shape(shape, here, cut),
                FrameItem::Image(image, size, _) => {
                    let whole = Rect::around(&corners(here, *size));
                    let Some(area) = cut.map_or(Some(whole), |cut| whole.shared(cut)) else {
                        continue;
                    };
                    let data = match image.kind() {
                        ImageKind::Raster(raster) => raster.data(),
                        ImageKind::Svg(svg) => svg.data(),
                        ImageKind::Pdf(_) => continue,
                    };
                    let file = self.composition.picture_of(data.as_slice()).map(str::to_owned);
                    self.items.push(Item::Picture { area, file });
                }
                FrameItem::Tag(Tag::Start(element, _)) => {
                    if let (Some(kind), Some(location)) = (element_of(element), element.location())
                    {
                        self.open.push((location, self.view.elements.len()));
                        self.view.elements.push(kind);
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
            self.items.push(Item::Text(text));
            start = end;
        }
    }

    fn piece(
        &mut self,
        item: &TextItem,
        glyphs: Range<usize>,
        x: f64,
        here: Transform,
        origin: Option<(usize, usize)>,
    ) -> Text {
        let size = item.size.to_pt();
        let at = |x: f64, y: f64| {
            let point = Point::new(Abs::pt(x), Abs::pt(y)).transform(here);
            (point.x.to_pt(), point.y.to_pt())
        };
        let own_blank = item.font.ttf().glyph_index(' ');
        let own_blank = own_blank.and_then(|glyph| item.font.x_advance(glyph.0));
        let own_blank = own_blank.map(Em::get).filter(|width| *width > 0.0);
        let (mut ink, mut blanks, mut missing) = (Vec::new(), Vec::new(), Vec::new());
        let mut pen = x;
        for glyph in &item.glyphs[glyphs.clone()] {
            if let Some(shape) = self.ink(&item.font, glyph.id) {
                let (dx, dy) = (pen + glyph.x_offset.get() * size, -glyph.y_offset.get() * size);
                ink.push(Rect::around(&[
                    at(dx + shape.left * size, dy - shape.high * size),
                    at(dx + shape.right * size, dy - shape.low * size),
                ]));
            }
            let advance = glyph.x_advance.get();
            pen += advance * size;
            let characters = item.text.get(glyph.range()).unwrap_or_default();
            if let (" " | "\u{A0}", Some(own)) = (characters, own_blank) {
                blanks.push(advance / own);
            }
            if glyph.id == 0 {
                let family = &item.font.font().info().family;
                missing.extend(characters.chars().map(|character| (character, family.to_string())));
            }
        }
        let first = item.glyphs[glyphs.clone()].iter().min_by_key(|glyph| glyph.range().start);
        let within = first.map_or(0, |glyph| usize::from(glyph.span.1));
        let start = within + origin.map_or(0, |(_, start)| start);
        let baseline = at(x, 0.0);
        let end = at(pen, 0.0);
        let room = Rect::around(&[baseline, end]);
        Text {
            characters: characters(item, glyphs),
            area: ink.iter().copied().reduce(Rect::with).unwrap_or(room),
            ink,
            reach: (room.left, room.right),
            baseline: baseline.1,
            size: size * here.sy.get().abs(),
            bold: item.font.font().info().variant.weight.to_number() >= BOLD,
            fill: colour(&item.fill),
            language: item.lang.as_str().to_owned(),
            origin: origin.map(|(text, _)| text),
            start,
            element: self.element(),
            blanks,
            missing,
        }
    }

    /// The ink of a glyph; `None` if it has none.
    fn ink(&mut self, font: &FontInstance, glyph: u16) -> Option<GlyphBox> {
        *self.boxes.entry((font.clone(), glyph)).or_insert_with(|| {
            let shape = font.ttf().glyph_bounding_box(GlyphId(glyph))?;
            let em = |units: i16| font.to_em(units).get();
            Some(GlyphBox {
                left: em(shape.x_min),
                right: em(shape.x_max),
                low: em(shape.y_min),
                high: em(shape.y_max),
            })
        })
    }

    /// The element that is open: an artifact with all that is in it, or else the innermost one.
    fn element(&self) -> Option<usize> {
        let artifact =
            |element: &usize| self.view.elements.get(*element) == Some(&Element::Artifact);
        let mut open = self.open.iter().map(|(_, element)| *element);
        open.clone().find(artifact).or_else(|| open.next_back())
    }

    fn shape(&mut self, shape: &Shape, here: Transform, cut: Option<Rect>) {
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
        let whole = Rect::around(&outline);
        let Some(area) = cut.map_or(Some(whole), |cut| whole.shared(cut)) else { return };
        let fill = shape.fill.as_ref().and_then(colour);
        let edges = if shape.stroke.is_some() { edges(shape) } else { Vec::new() };
        let edges = edges.into_iter().map(|(from, to)| (at(from), at(to))).collect();
        self.items.push(Item::Shape { area, outline, fill, edges });
    }

    /// Which text of the composition a span leads to, and where in that its literal begins.
    fn origin(&mut self, span: Span) -> Option<(usize, usize)> {
        if self.last.0 == span {
            return self.last.1;
        }
        let range =
            (span.id() == Some(self.world.main())).then(|| self.world.range(span)).flatten();
        let origin = range.and_then(|range| self.source.text_at(range.start));
        self.last = (span, origin);
        origin
    }
}

/// The characters behind some glyphs, in the order in which they are read: glyphs of right-to-left text stand in the
/// order in which they are painted.
fn characters(item: &TextItem, glyphs: Range<usize>) -> String {
    let mut ranges: Vec<_> = item.glyphs[glyphs].iter().map(Glyph::range).collect();
    ranges.sort_by_key(|range| range.start);
    ranges.dedup();
    ranges.into_iter().filter_map(|range| item.text.get(range)).collect()
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

/// The straight lines along the edges of a shape.
fn edges(shape: &Shape) -> Vec<(Point, Point)> {
    let mut lines = Vec::new();
    match &shape.geometry {
        Geometry::Line(end) => lines.push((Point::zero(), *end)),
        Geometry::Rect(size) => {
            let corners =
                [Point::zero(), Point::with_x(size.x), size.to_point(), Point::with_y(size.y)];
            lines.extend((0..4).map(|corner| (corners[corner], corners[(corner + 1) % 4])));
        }
        Geometry::Curve(curve) => {
            let (mut start, mut last) = (Point::zero(), Point::zero());
            for item in &curve.0 {
                match item {
                    CurveItem::Move(point) => (start, last) = (*point, *point),
                    CurveItem::Line(point) => {
                        lines.push((last, *point));
                        last = *point;
                    }
                    CurveItem::Cubic(_, _, point) => last = *point,
                    CurveItem::Close => {
                        lines.push((last, start));
                        last = start;
                    }
                }
            }
        }
    }
    lines
}
