//! The bytes of any PDF in; its pages out, as frames that show them, with their trim and bleed.

use std::collections::BTreeMap;

use feuillet_units::{Mm, Pt};
use lopdf::{Dictionary, Document, Object, ObjectId};
use typst::layout::{Abs, Frame, FrameItem, GroupItem, Point, Sides, Size};
use typst::model::DocumentInfo;
use typst_layout::{Page, PagedDocument};

use crate::compose::MAIN;
use crate::diagnostic::{Diagnostic, Report};
use crate::typeset::{Fonts, lay_out, without_links_and_tags};

/// How far a page runs beyond its trim at most, if its file does not say: marks stand further away.
const BLEED: Mm = Mm(3.0);

/// How far it runs at most in any case.
const MOST_BLEED: Mm = Mm(10.0);

/// The PDF among the files of the typesetter.
const FILE: &str = "pages.pdf";

/// What is no bleed but lost in rounding, in points.
const HAIR: f64 = 0.01;

/// A rectangle of a PDF, in points from its left lower corner.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Area {
    left: f64,
    bottom: f64,
    right: f64,
    top: f64,
}

/// Reads a PDF; `name` is what messages call it. What may look different on the sheets is reported as a warning.
///
/// # Errors
///
/// Fails if it can't be read, is encrypted, or has no pages.
pub fn pages(pdf: &[u8], name: &str, report: &Report) -> Result<PagedDocument, Diagnostic> {
    let unreadable =
        |why: &str| Diagnostic::error(format!("`{name}` is not a readable PDF: {why}"));
    let mut document = Document::load_mem(pdf).map_err(|error| unreadable(&error.to_string()))?;
    if document.is_encrypted() || document.was_encrypted() {
        return Err(Diagnostic::error(format!("`{name}` is encrypted"))
            .hint("save it without a password and without restrictions first"));
    }
    let ids: Vec<ObjectId> = document.get_pages().into_values().collect();
    if ids.is_empty() {
        return Err(Diagnostic::error(format!("`{name}` has no pages")));
    }
    let mut areas = Vec::new();
    for (index, id) in ids.iter().enumerate() {
        areas.push(prepare(&mut document, *id).map_err(|why| {
            Diagnostic::error(format!("page {} of `{name}` can't be shown: {why}", index + 1))
        })?);
    }
    let info = DocumentInfo { title: title(&document).map(Into::into), ..DocumentInfo::default() };
    // What the typesetter shows must not be newer than what it writes.
    if document.version.as_str() > "1.7" {
        document.version = "1.7".to_owned();
    }
    if let Ok(catalog) = document.catalog_mut() {
        catalog.remove(b"Version");
        if catalog.has(b"OCProperties") {
            report.add(
                Diagnostic::warning(format!("`{name}` has layers, and all of them are printed"))
                    .hint("save it without layers if some of them are hidden"),
            );
        }
    }
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).map_err(|error| unreadable(&error.to_string()))?;
    let mut main = String::from("#set page(margin: 0pt, fill: none)\n");
    for (boxes, number) in areas.iter().zip(1..) {
        let Size { x, y } = boxes.turned(boxes.media);
        main.push_str(&format!(
            "#page(width: {}pt, height: {}pt, image({FILE:?}, page: {number}, width: 100%, height: 100%))\n",
            x.to_pt(),
            y.to_pt()
        ));
    }
    let files = BTreeMap::from([(MAIN.to_owned(), main.into_bytes()), (FILE.to_owned(), bytes)]);
    let shown =
        lay_out(&files, &Fonts::none()).map_err(|messages| unreadable(&messages.join("; ")))?;
    if shown.pages().len() != areas.len() {
        return Err(unreadable("its pages can't be told apart"));
    }
    let pages = areas.iter().zip(shown.pages()).map(|(boxes, page)| boxes.page(page));
    Ok(PagedDocument::new(pages.collect(), info))
}

/// The title in the document's information.
fn title(document: &Document) -> Option<String> {
    let info = document.trailer.get(b"Info").ok()?;
    let info = document.dereference(info).ok()?.1.as_dict().ok()?;
    let title = document.dereference(info.get(b"Title").ok()?).ok()?.1;
    lopdf::decode_text_string(title).ok().filter(|title| !title.is_empty())
}

/// The boxes of a page.
#[derive(Debug)]
struct Boxes {
    media: Area,
    trim: Area,
    /// How far it may run beyond its trim.
    bleed: f64,
    /// Quarter turns, clockwise.
    turns: usize,
}

/// Reads the boxes of a page, and makes it show all of its media box.
fn prepare(document: &mut Document, id: ObjectId) -> Result<Boxes, String> {
    let entry = |key: &[u8]| inherited(document, id, key);
    let area = |key: &[u8]| entry(key).and_then(|object| Area::read(document, &object));
    let media = area(b"MediaBox").ok_or("it has no size (`MediaBox`)")?;
    // Only these are handed down in the tree: the other boxes and the unit are a page's own (ISO 32000-1, table 30).
    let page = document.get_dictionary(id).map_err(|error| error.to_string())?;
    let own_entry =
        |key: &[u8]| page.get(key).ok().and_then(|found| document.dereference(found).ok());
    let own = |key: &[u8]| {
        let (_, found) = own_entry(key)?;
        Area::read(document, found).map(|area| area.within(media))
    };
    let trim = own(b"TrimBox").unwrap_or(media);
    if trim.width() < 1.0 || trim.height() < 1.0 {
        return Err("its trimmed size is nothing".to_owned());
    }
    let unit = own_entry(b"UserUnit").and_then(|(_, unit)| number(document, unit)).unwrap_or(1.0);
    if (unit - 1.0).abs() > f64::EPSILON {
        return Err("it is measured in a unit of its own (`UserUnit`)".to_owned());
    }
    // A bleed box as large as the page says nothing: there may be marks in it.
    let told = own(b"BleedBox").filter(|area| *area != media);
    let (outer, most) = told.map_or((media, BLEED), |area| (area, MOST_BLEED));
    let bleed = [
        trim.left - outer.left,
        trim.bottom - outer.bottom,
        outer.right - trim.right,
        outer.top - trim.top,
    ];
    let bleed = bleed.into_iter().fold(Pt::from(most).0, f64::min);
    let bleed = if bleed < HAIR { 0.0 } else { bleed };
    let rotation = entry(b"Rotate").and_then(|turn| number(document, &turn)).unwrap_or(0.0);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 3")]
    let turns = (rotation / 90.0).round().rem_euclid(4.0) as usize;
    let page = document.get_dictionary_mut(id).map_err(|error| error.to_string())?;
    page.set("MediaBox", media.object());
    page.set("CropBox", media.object());
    Ok(Boxes { media, trim, bleed, turns })
}

/// An entry of a page, or that of the nodes above it (ISO 32000-1, 7.7.3.4).
fn inherited(document: &Document, id: ObjectId, key: &[u8]) -> Option<Object> {
    let mut node: &Dictionary = document.get_dictionary(id).ok()?;
    // A file's tree may run in a circle; none is deeper than this.
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

impl Area {
    /// Reads a rectangle; any two corners may be given (ISO 32000-1, 7.9.5).
    fn read(document: &Document, object: &Object) -> Option<Area> {
        let array = object.as_array().ok()?;
        let numbers: Vec<f64> =
            array.iter().filter_map(|object| number(document, object)).collect();
        let [x, y, other_x, other_y] = numbers.as_slice().try_into().ok()?;
        let area = Area {
            left: x.min(other_x),
            bottom: y.min(other_y),
            right: x.max(other_x),
            top: y.max(other_y),
        };
        // 14,400 points are what readers can show (ISO 32000-1, annex C).
        let fine = |length: f64| (1.0..=14_400.0).contains(&length);
        (fine(area.width()) && fine(area.height())).then_some(area)
    }

    fn width(self) -> f64 {
        self.right - self.left
    }

    fn height(self) -> f64 {
        self.top - self.bottom
    }

    fn within(self, outer: Area) -> Area {
        Area {
            left: self.left.max(outer.left),
            bottom: self.bottom.max(outer.bottom),
            right: self.right.min(outer.right),
            top: self.top.min(outer.top),
        }
    }

    #[allow(clippy::cast_possible_truncation, reason = "what a PDF's numbers are")]
    fn object(self) -> Object {
        let numbers = [self.left, self.bottom, self.right, self.top];
        Object::Array(numbers.map(|number| Object::Real(number as f32)).to_vec())
    }
}

impl Boxes {
    /// How far the media box reaches beyond the trim, as the page is seen.
    fn around(&self) -> Sides<f64> {
        let (media, trim) = (self.media, self.trim);
        let mut sides = [
            trim.left - media.left,
            media.top - trim.top,
            media.right - trim.right,
            trim.bottom - media.bottom,
        ];
        // A quarter turn clockwise brings the lower side to the left.
        sides.rotate_right(self.turns);
        let [left, top, right, bottom] = sides;
        Sides::new(left, top, right, bottom)
    }

    /// The size of an area as the page is seen.
    fn turned(&self, area: Area) -> Size {
        let (width, height) = (Abs::pt(area.width()), Abs::pt(area.height()));
        if self.turns.is_multiple_of(2) {
            Size::new(width, height)
        } else {
            Size::new(height, width)
        }
    }

    /// Cuts a page that shows the media box down to the trim.
    fn page(&self, shown: &Page) -> Page {
        let mut frame = Frame::hard(self.turned(self.trim));
        let around = self.around();
        let corner = Point::new(-Abs::pt(around.left), -Abs::pt(around.top));
        frame.push(corner, FrameItem::Group(GroupItem::new(without_links_and_tags(&shown.frame))));
        Page { frame, bleed: Sides::splat(Abs::pt(self.bleed)), ..shown.clone() }
    }
}
