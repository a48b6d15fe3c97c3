//! Laid-out panels of a leaflet in; how full each is out, and an error for each that holds more than it can.
//!
//! The templates leave marks: `<feuillet-panel>` where the content of a panel opens and closes, and
//! `<feuillet-spring>` above and below the space that pushes blocks to the foot.

use typst::foundations::{Label, Selector, Value};
use typst::introspection::{Introspector, MetadataElem, PagedPosition};
use typst::utils::PicoStr;
use typst_layout::PagedDocument;

use crate::compose::Composition;
use crate::diagnostic::{Diagnostic, Report, count};
use crate::measure::{Mm, Pt};

/// A panel of a leaflet, or a page of a booklet, as it came out.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    /// The section that opens it; on a page of a booklet, the one that stands at its head.
    pub section: String,
    /// Its number, from 1.
    pub number: usize,
    /// Share of the room for text that is used; above 1 if the text goes on to another page.
    pub fill: f64,
}

/// A mark of the templates.
pub(super) struct Mark {
    pub(super) word: String,
    pub(super) section: String,
    /// Head and foot margin, in points.
    pub(super) margins: (f64, f64),
    /// The narrowest side margin, in points.
    pub(super) side: f64,
    pub(super) page: usize,
    /// From the top of the page, in points.
    pub(super) y: f64,
}

/// Measures the panels. A panel whose text needs more than its page is an error, and so is any other number of
/// panels than `wanted`.
pub(super) fn measure(
    document: &PagedDocument,
    composition: &Composition,
    wanted: usize,
    report: &Report,
) -> Vec<Panel> {
    let line_height = composition.setting.size.0 * composition.setting.leading;
    let ends = marks(document, "feuillet-panel");
    let springs = marks(document, "feuillet-spring");
    let mut panels = Vec::new();
    for pair in ends.chunks(2) {
        let [open, close] = pair else { continue };
        if open.word != "open" || close.word != "close" {
            continue;
        }
        let Some(page) = document.pages().get(open.page - 1) else { continue };
        let (top, foot) = open.margins;
        let bottom = page.frame.height().to_pt() - foot;
        let room = bottom - top;
        let number = panels.len() + 1;
        let free = free(&springs, open.page);
        let extra_pages = close.page.saturating_sub(open.page);
        #[allow(clippy::cast_precision_loss)]
        let used = if extra_pages == 0 {
            close.y - top - free
        } else {
            room + (extra_pages - 1) as f64 * (bottom - top) + (close.y - top)
        };
        if extra_pages > 0 {
            let over = used - room;
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let lines = (over / line_height).ceil().max(1.0) as usize;
            report.add(
                Diagnostic::error(format!(
                    "panel {number} (`{}`) is too full by {:.0} mm, about {} ({})",
                    open.section,
                    Mm::from(Pt(over)).0.ceil(),
                    count(lines, "line"),
                    composition.name,
                ))
                .hint("shorten its texts, move a block, or set a smaller size for this language in `text-sizes`"),
            );
        }
        panels.push(Panel { section: open.section.clone(), number, fill: used / room });
    }
    let pages = document.pages().len();
    if panels.iter().all(|panel| panel.fill <= 1.0) && pages != wanted {
        report.add(Diagnostic::error(format!(
            "the edition has {} but {} came out ({})",
            count(wanted, "panel"),
            count(pages, "page"),
            composition.name
        )));
    }
    panels
}

/// The space on a page that pushes blocks to the foot, in points.
pub(super) fn free(springs: &[Mark], page: usize) -> f64 {
    let pairs = springs.chunks(2).filter_map(|pair| match pair {
        [above, below] if above.page == page && below.page == page => Some(below.y - above.y),
        _ => None,
    });
    pairs.sum()
}

/// The marks of a label, in the order of the pages.
pub(super) fn marks(document: &PagedDocument, label: &str) -> Vec<Mark> {
    let Some(label) = Label::new(PicoStr::intern(label)) else { return Vec::new() };
    let introspector = document.introspector();
    let found = introspector.query(&Selector::Label(label));
    let marks = found.iter().filter_map(|content| {
        let PagedPosition { page, point } = introspector.position(content.location()?)?;
        let mark = match &content.to_packed::<MetadataElem>()?.value {
            Value::Dict(dict) => {
                let text = |key: &str| match dict.get(key) {
                    Ok(Value::Str(text)) => Some(text.to_string()),
                    _ => None,
                };
                let length = |key: &str| match dict.get(key) {
                    Ok(Value::Length(length)) => Some(length.abs.to_pt()),
                    _ => None,
                };
                {
                    let side = length("side").unwrap_or_default();
                    (text("kind")?, text("id")?, (length("head")?, length("foot")?), side)
                }
            }
            Value::Str(word) => (word.to_string(), String::new(), (0.0, 0.0), 0.0),
            _ => return None,
        };
        let (word, section, margins, side) = mark;
        Some(Mark { word, section, margins, side, page: page.get(), y: point.y.to_pt() })
    });
    marks.collect()
}
