//! Turns laid-out pages into the areas in which their text stands, and measures how much of each is used.
//!
//! The templates leave marks where they begin and end: [`crate::compose::protocol`] names them.

use serde::{Deserialize, Serialize};
use typst::foundations::{Label, Selector, Value};
use typst::introspection::{Introspector, MetadataElem, PagedPosition};
use typst::layout::{Frame, FrameItem};
use typst::utils::PicoStr;
use typst_layout::PagedDocument;

use crate::compose::Extent;
use crate::compose::protocol::{ASKED, CLOSE, OPEN, field, label};
use crate::typeset::view::Rect;

/// A panel of a leaflet, or a page of a booklet, as it came out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Panel {
    /// The section that opens it; on a page of a booklet, the one that stands at its head.
    pub section: String,
    /// Its number, from 1.
    pub number: usize,
    /// On how many pages it stands: more than one if it has no room.
    pub(crate) pages: usize,
    /// Share of the room for text that is used; above 1 if the text goes on to another page.
    pub fill: f64,
}

/// The share of its room below which a page of a booklet looks like a mistake.
pub(super) const NEARLY_EMPTY: f64 = 0.1;

/// How full a panel is at least that goes on to another page.
pub(super) const OVER_A_PAGE: f64 = 1.005;

/// The height from which a picture is one, and no icon, in points: 10 mm.
const PICTURE: f64 = 28.35;

/// The part of a panel or page where text flows.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct TextArea {
    /// What is reported of it.
    pub(super) panel: Panel,
    /// Its page, from 1.
    pub(super) page: usize,
    /// The page on which its text ends, from 1.
    pub(super) last_page: usize,
    /// Where it is on its page.
    pub(super) area: Rect,
    /// How much is used, in points of its height.
    pub(super) used: f64,
    /// Whether nothing stands in it.
    pub(super) empty: bool,
    /// Where callouts of a booklet begin and end, in points from the top of the page.
    pub(super) callouts: Vec<(f64, f64)>,
    /// Whether it ends in lines to write on.
    pub(super) ruled: bool,
    /// Whether it is ruled to its foot, as one of the pages that fill the last sheet.
    pub(super) notes: bool,
}

/// A figure, as a template has placed it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Figure {
    /// The path of its picture.
    pub(super) path: String,
    /// Its page, from 1.
    pub(super) page: usize,
    /// Whether a width was asked for.
    pub(super) is_asked: bool,
    /// The width that was asked for, or that of its room, in points.
    pub(super) wanted: f64,
    /// Width and height of the picture, in points.
    pub(super) size: (f64, f64),
    /// The width of its room, in points.
    pub(super) room: f64,
}

/// Lists the figures, in the order of the pages.
pub(super) fn figures(document: &PagedDocument) -> Vec<Figure> {
    let marks = marks(document, label::FIGURE).into_iter();
    let figures = marks.map(|mark| Figure {
        page: mark.page,
        is_asked: mark.section == ASKED,
        wanted: mark.side,
        size: (mark.margins.0, mark.height),
        room: mark.margins.1,
        path: mark.kind,
    });
    figures.collect()
}

/// What fills a slot of a fixed height.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct FilledSlot {
    /// The name of the slot.
    pub(super) name: String,
    /// Its page, from 1.
    pub(super) page: usize,
    /// The height of the slot, in points.
    pub(super) height: f64,
    /// The height of what fills it, in points.
    pub(super) needed: f64,
}

/// Lists the slots that are filled, in the order of the pages.
pub(super) fn slots(document: &PagedDocument) -> Vec<FilledSlot> {
    let marks = marks(document, label::SLOT);
    let slots = marks.chunks(2).filter_map(|pair| match pair {
        [open, close] if open.kind == close.kind => Some(FilledSlot {
            name: open.kind.clone(),
            page: open.page,
            height: open.margins.0,
            needed: close.y - open.y,
        }),
        _ => None,
    });
    slots.collect()
}

/// A mark of the templates.
struct Mark {
    kind: String,
    section: String,
    /// Head and foot margin, in points.
    margins: (f64, f64),
    /// The narrowest side margin, in points.
    side: f64,
    /// The height of what is marked, in points.
    height: f64,
    page: usize,
    /// From the top of the page, in points.
    y: f64,
}

/// Measures the area of every panel or page.
pub(super) fn measure(document: &PagedDocument, extent: Extent) -> Vec<TextArea> {
    let spacers = marks(document, label::SPACER);
    let ruled = marks(document, label::RULED);
    match extent {
        Extent::Panels(_) => panels(document, &spacers, &ruled),
        Extent::Pages { .. } => pages(document, &spacers, &ruled),
    }
}

/// The panels of a leaflet, each from its opening to its closing mark.
fn panels(document: &PagedDocument, spacers: &[Mark], ruled: &[Mark]) -> Vec<TextArea> {
    let ends = marks(document, label::PANEL);
    let mut areas = Vec::new();
    for pair in ends.chunks(2) {
        let [open, close] = pair else { continue };
        if open.kind != OPEN || close.kind != CLOSE {
            continue;
        }
        let Some(area) = area_of(open, document) else { continue };
        let height = area.bottom - area.top;
        let extra_pages = close.page.saturating_sub(open.page);
        let used = if extra_pages == 0 {
            close.y - area.top - free(spacers, open.page)
        } else {
            // A block that is kept whole goes on to the next page and leaves room: that is not used.
            let first = document.pages().get(open.page - 1).map(|page| &page.frame);
            let lowest = first.map_or(area.bottom, |frame| lowest_text(frame, area, (0.0, 0.0)));
            (lowest - area.top) + (extra_pages - 1) as f64 * height + (close.y - area.top)
        };
        // What had to go on to another page lacked room, however little.
        let used = if extra_pages == 0 { used } else { used.max(height * OVER_A_PAGE) };
        areas.push(TextArea {
            panel: Panel {
                section: open.section.clone(),
                number: areas.len() + 1,
                pages: extra_pages + 1,
                fill: used / height,
            },
            page: open.page,
            last_page: close.page,
            area,
            used,
            empty: false,
            callouts: Vec::new(),
            ruled: ruled.iter().any(|line| line.page == open.page),
            notes: false,
        });
    }
    areas
}

/// The pages of a booklet, each from its head margin to its lowest line.
fn pages(document: &PagedDocument, spacers: &[Mark], ruled: &[Mark]) -> Vec<TextArea> {
    let notes = marks(document, label::NOTE_PAGE);
    let callouts = marks(document, label::CALLOUT);
    let marks = marks(document, label::PAGE);
    let areas = marks.into_iter().filter_map(|mark| {
        let area = area_of(&mark, document)?;
        let ruled = || ruled.iter().filter(|line| line.page == mark.page).map(|line| line.y);
        // The lines at head and foot lie outside, and so do the figures on tabs.
        let lowest = lowest_text(&document.pages().get(mark.page - 1)?.frame, area, (0.0, 0.0));
        let end = ruled().fold(lowest, f64::max);
        let used = (end - area.top - free(spacers, mark.page)).max(0.0);
        let fill = used / (area.bottom - area.top);
        Some(TextArea {
            page: mark.page,
            last_page: mark.page,
            area,
            used,
            empty: end <= area.top,
            callouts: pairs_on(&callouts, mark.page).collect(),
            ruled: ruled().next().is_some(),
            notes: notes.iter().any(|note| note.page == mark.page),
            panel: Panel { section: mark.section, number: mark.page, pages: 1, fill },
        })
    });
    areas.collect()
}

/// The baseline of the lowest text in an area, or the foot of a picture below it, in points; its upper edge if there is none.
fn lowest_text(frame: &Frame, area: Rect, (left, top): (f64, f64)) -> f64 {
    let lowest = frame.items().map(|(point, item)| {
        let (x, y) = (left + point.x.to_pt(), top + point.y.to_pt());
        let inside =
            (area.left..=area.right).contains(&x) && (area.top..=area.bottom + 1.0).contains(&y);
        match item {
            FrameItem::Group(group) => lowest_text(&group.frame, area, (x, y)),
            FrameItem::Text(_) if inside => y,
            FrameItem::Image(_, size, _) if inside && size.y.to_pt() >= PICTURE => {
                (y + size.y.to_pt()).min(area.bottom)
            }
            _ => area.top,
        }
    });
    lowest.fold(area.top, f64::max)
}

/// Where text flows on the page of a mark.
fn area_of(mark: &Mark, document: &PagedDocument) -> Option<Rect> {
    let size = document.pages().get(mark.page - 1)?.frame.size();
    let (top, foot) = mark.margins;
    Some(Rect {
        left: mark.side,
        top,
        right: size.x.to_pt() - mark.side,
        bottom: size.y.to_pt() - foot,
    })
}

/// The space on a page that pushes blocks to the foot, in points.
fn free(spacers: &[Mark], page: usize) -> f64 {
    pairs_on(spacers, page).map(|(above, below)| below - above).sum()
}

/// Where marks that come in twos stand on a page, in points from its top.
fn pairs_on(marks: &[Mark], page: usize) -> impl Iterator<Item = (f64, f64)> {
    marks.chunks(2).filter_map(move |pair| match pair {
        [one, other] if one.page == page && other.page == page => Some((one.y, other.y)),
        _ => None,
    })
}

/// The marks of a label, in the order of the pages.
fn marks(document: &PagedDocument, label: &str) -> Vec<Mark> {
    let Some(label) = Label::new(PicoStr::intern(label)) else { return Vec::new() };
    let introspector = document.introspector();
    let found = introspector.query(&Selector::Label(label));
    let marks = found.iter().filter_map(|content| {
        let PagedPosition { page, point } = introspector.position(content.location()?)?;
        let Value::Dict(fields) = &content.to_packed::<MetadataElem>()?.value else { return None };
        let text = |field: &str| match fields.get(field) {
            Ok(Value::Str(text)) => Some(text.to_string()),
            _ => None,
        };
        let length = |field: &str| match fields.get(field) {
            Ok(Value::Length(length)) => Some(length.abs.to_pt()),
            _ => None,
        };
        Some(Mark {
            kind: text(field::KIND)?,
            section: text(field::SECTION)?,
            margins: (length(field::HEAD)?, length(field::FOOT)?),
            side: length(field::SIDE)?,
            height: length(field::HEIGHT)?,
            page: page.get(),
            y: point.y.to_pt(),
        })
    });
    marks.collect()
}
