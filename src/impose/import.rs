//! Turns the bytes of any PDF into frames that show its pages, with their trim and bleed.

use std::collections::BTreeMap;

use feuillet_units::{Mm, Pt};
use lopdf::{Dictionary, Document, Object, ObjectId};
use typst::layout::{Abs, Frame, FrameItem, GroupItem, Point, Sides, Size};
use typst::model::DocumentInfo;
use typst_layout::{Page, PagedDocument};

use crate::compose::MAIN;
use crate::diagnostic::{Diagnostic, Report};
use crate::typeset::{Fonts, lay_out, without_links_and_tags};

/// The largest bleed of a page whose file has no BleedBox: what lies further out may be marks.
const ASSUMED_BLEED: Mm = Mm(3.0);

/// The largest bleed of a page in any case.
const MAX_BLEED: Mm = Mm(10.0);

/// The name of the PDF among Typst's files.
const FILE: &str = "pages.pdf";

/// A bleed below this, in points, is a rounding error.
const ROUNDING: f64 = 0.01;

/// Reads a PDF; `name` is what messages call it. What may look different on the sheets is reported as a warning.
///
/// # Errors
///
/// Fails if it can't be read, is encrypted, or has no pages.
pub(crate) fn import(pdf: &[u8], name: &str, report: &Report) -> Result<PagedDocument, Diagnostic> {
    let unreadable =
        |why: &str| Diagnostic::error(format!("`{name}` is not a readable PDF: {why}"));
    let mut document = Document::load_mem(pdf).map_err(|error| unreadable(&error.to_string()))?;
    if document.is_encrypted() || document.was_encrypted() {
        return Err(Diagnostic::error(format!("`{name}` is encrypted"))
            .hint("save it without a password or restrictions first"));
    }
    let ids: Vec<ObjectId> = document.get_pages().into_values().collect();
    if ids.is_empty() {
        return Err(Diagnostic::error(format!("`{name}` has no pages")));
    }
    let mut boxes = Vec::new();
    for (number, id) in (1..).zip(ids) {
        boxes.push(prepare(&mut document, id).map_err(|why| {
            Diagnostic::error(format!("page {number} of `{name}` can't be imported: {why}"))
        })?);
    }
    let info = DocumentInfo { title: title(&document).map(Into::into), ..DocumentInfo::default() };
    // Typst writes no newer version than this, and refuses to embed one.
    if document.version.as_str() > "1.7" {
        document.version = "1.7".to_owned();
    }
    if let Ok(catalog) = document.catalog_mut() {
        catalog.remove(b"Version");
        if catalog.has(b"OCProperties") {
            report.add(
                Diagnostic::warning(format!("`{name}` has layers, and all of them are printed"))
                    .hint("if some of them are hidden, save it without layers first"),
            );
        }
    }
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).map_err(|error| unreadable(&error.to_string()))?;
    let shown = show(bytes, &boxes).map_err(|why| unreadable(&why))?;
    let pages = boxes.iter().zip(shown.pages()).map(|(boxes, page)| boxes.trimmed(page));
    Ok(PagedDocument::new(pages.collect(), info))
}

/// Lays out one page for each page of a PDF, which shows its media box.
fn show(pdf: Vec<u8>, boxes: &[PageBoxes]) -> Result<PagedDocument, String> {
    let mut main = String::from("#set page(margin: 0pt, fill: none)\n");
    for (boxes, number) in boxes.iter().zip(1..) {
        let Size { x, y } = boxes.rotated(boxes.media);
        main.push_str(&format!(
            "#page(width: {}pt, height: {}pt, image({FILE:?}, page: {number}, width: 100%, height: 100%))\n",
            x.to_pt(),
            y.to_pt()
        ));
    }
    let files = BTreeMap::from([(MAIN.to_owned(), main.into_bytes()), (FILE.to_owned(), pdf)]);
    let shown = lay_out(&files, &Fonts::none()).map_err(|messages| messages.join("; "))?;
    if shown.pages().len() == boxes.len() {
        Ok(shown)
    } else {
        Err("the number of its pages is unclear".to_owned())
    }
}

/// The title in the document information dictionary.
fn title(document: &Document) -> Option<String> {
    let info = document.trailer.get(b"Info").ok()?;
    let info = document.dereference(info).ok()?.1.as_dict().ok()?;
    let title = document.dereference(info.get(b"Title").ok()?).ok()?.1;
    lopdf::decode_text_string(title).ok().filter(|title| !title.is_empty())
}

/// The boxes of a page.
#[derive(Debug)]
struct PageBoxes {
    media: Rect,
    trim: Rect,
    /// How far the page may extend beyond its trim, in points.
    bleed: f64,
    /// The rotation in quarter turns, clockwise.
    quarter_turns: usize,
}

/// Reads the boxes of a page, and makes it show its whole media box.
fn prepare(document: &mut Document, id: ObjectId) -> Result<PageBoxes, String> {
    let entry = |key: &[u8]| inherited(document, id, key);
    let media = entry(b"MediaBox").and_then(|object| Rect::read(document, &object));
    let media = media.ok_or("it has no `MediaBox`")?;
    // The other boxes and the unit are not inherited (ISO 32000-1, table 30).
    let page = document.get_dictionary(id).map_err(|error| error.to_string())?;
    let own_entry =
        |key: &[u8]| page.get(key).ok().and_then(|found| document.dereference(found).ok());
    let own_box = |key: &[u8]| {
        let (_, found) = own_entry(key)?;
        Rect::read(document, found).map(|rect| rect.within(media))
    };
    let trim = own_box(b"TrimBox").unwrap_or(media);
    if trim.width() < 1.0 || trim.height() < 1.0 {
        return Err("its `TrimBox` is empty".to_owned());
    }
    let unit = own_entry(b"UserUnit").and_then(|(_, unit)| number(document, unit)).unwrap_or(1.0);
    if (unit - 1.0).abs() > f64::EPSILON {
        return Err("it has a `UserUnit`, which is not supported".to_owned());
    }
    let bleed = bleed(media, trim, own_box(b"BleedBox"));
    let rotation = entry(b"Rotate").and_then(|turn| number(document, &turn)).unwrap_or(0.0);
    let quarter_turns = (rotation / 90.0).round().rem_euclid(4.0) as usize;
    let page = document.get_dictionary_mut(id).map_err(|error| error.to_string())?;
    page.set("MediaBox", media.object());
    page.set("CropBox", media.object());
    Ok(PageBoxes { media, trim, bleed, quarter_turns })
}

/// The bleed that a page has on every side, in points. A BleedBox as large as the page says nothing, since there may be
/// marks in it.
fn bleed(media: Rect, trim: Rect, bleed_box: Option<Rect>) -> f64 {
    let bleed_box = bleed_box.filter(|rect| *rect != media);
    let (outer, most) = bleed_box.map_or((media, ASSUMED_BLEED), |rect| (rect, MAX_BLEED));
    let sides = [
        trim.left - outer.left,
        trim.bottom - outer.bottom,
        outer.right - trim.right,
        outer.top - trim.top,
    ];
    let bleed = sides.into_iter().fold(Pt::from(most).0, f64::min);
    if bleed < ROUNDING { 0.0 } else { bleed }
}

/// An entry of a page, or of the nodes above it (ISO 32000-1, 7.7.3.4).
fn inherited(document: &Document, id: ObjectId, key: &[u8]) -> Option<Object> {
    let mut node: &Dictionary = document.get_dictionary(id).ok()?;
    // The page tree of a damaged file may have a cycle; no sound one is deeper than this.
    for _ in 0..64 {
        if let Ok(found) = node.get(key) {
            return document.dereference(found).ok().map(|(_, found)| found.clone());
        }
        let parent = node.get(b"Parent").ok()?.as_reference().ok()?;
        node = document.get_dictionary(parent).ok()?;
    }
    None
}

fn number(document: &Document, object: &Object) -> Option<f64> {
    let (_, object) = document.dereference(object).ok()?;
    let number = f64::from(object.as_float().ok()?);
    number.is_finite().then_some(number)
}

/// A rectangle in a PDF, in points from the bottom left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Rect {
    left: f64,
    bottom: f64,
    right: f64,
    top: f64,
}

impl Rect {
    /// Reads a rectangle; any two opposite corners may be given (ISO 32000-1, 7.9.5).
    fn read(document: &Document, object: &Object) -> Option<Rect> {
        let array = object.as_array().ok()?;
        let numbers: Vec<f64> =
            array.iter().filter_map(|object| number(document, object)).collect();
        let [x, y, other_x, other_y] = numbers.as_slice().try_into().ok()?;
        let rect = Rect {
            left: x.min(other_x),
            bottom: y.min(other_y),
            right: x.max(other_x),
            top: y.max(other_y),
        };
        // Readers show at most 14,400 points (ISO 32000-1, annex C).
        let is_usable = |length: f64| (1.0..=14_400.0).contains(&length);
        (is_usable(rect.width()) && is_usable(rect.height())).then_some(rect)
    }

    fn width(self) -> f64 {
        self.right - self.left
    }

    fn height(self) -> f64 {
        self.top - self.bottom
    }

    fn within(self, outer: Rect) -> Rect {
        Rect {
            left: self.left.max(outer.left),
            bottom: self.bottom.max(outer.bottom),
            right: self.right.min(outer.right),
            top: self.top.min(outer.top),
        }
    }

    /// The rectangle as an array of a PDF, whose numbers are `f32`.
    fn object(self) -> Object {
        let numbers = [self.left, self.bottom, self.right, self.top];
        Object::Array(numbers.map(|number| Object::Real(number as f32)).to_vec())
    }
}

impl PageBoxes {
    /// How far the media box extends beyond the trim, after rotation.
    fn around(&self) -> Sides<f64> {
        let (media, trim) = (self.media, self.trim);
        let mut sides = [
            trim.left - media.left,
            media.top - trim.top,
            media.right - trim.right,
            trim.bottom - media.bottom,
        ];
        // A quarter turn clockwise brings the bottom to the left.
        sides.rotate_right(self.quarter_turns);
        let [left, top, right, bottom] = sides;
        Sides::new(left, top, right, bottom)
    }

    /// The size of a box after rotation.
    fn rotated(&self, rect: Rect) -> Size {
        let (width, height) = (Abs::pt(rect.width()), Abs::pt(rect.height()));
        if self.quarter_turns.is_multiple_of(2) {
            Size::new(width, height)
        } else {
            Size::new(height, width)
        }
    }

    /// Cuts a page that shows the media box down to the trim.
    fn trimmed(&self, shown: &Page) -> Page {
        let mut frame = Frame::hard(self.rotated(self.trim));
        let around = self.around();
        let corner = Point::new(-Abs::pt(around.left), -Abs::pt(around.top));
        frame.push(corner, FrameItem::Group(GroupItem::new(without_links_and_tags(&shown.frame))));
        Page { frame, bleed: Sides::splat(Abs::pt(self.bleed)), ..shown.clone() }
    }
}
