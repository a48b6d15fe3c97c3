//! Turns what stands on pages into rectangles for a browser: where each message is, and what is wrong where.

use std::collections::{BTreeMap, BTreeSet};

use crate::compose::{Composition, TextOrigin};
use crate::language::Tag;
use crate::preview::pages::{BoxRow, MarkRow};
use crate::preview::sentences::Sentences;
use crate::resolve::manuscript::Origin;
use crate::review::{MessageState, States};
use crate::typeset::view::{Rect, Text, View};

/// Millimetres in a point, of which 72 make an inch.
const POINT: f64 = 25.4 / 72.0;

/// A line of a message on a page.
struct Area<'a> {
    page: usize,
    origin: &'a Origin,
    area: Rect,
}

/// Where the messages and facts of an edition stand.
pub(super) struct Places<'a> {
    areas: Vec<Area<'a>>,
}

impl<'a> Places<'a> {
    /// Finds the lines of each message. Pieces of a line that follow each other are one.
    pub(super) fn find(view: &View, composition: &'a Composition) -> Places<'a> {
        let mut areas: Vec<Area<'a>> = Vec::new();
        for page in &view.pages {
            for (_, text) in page.texts() {
                let source = text.origin.and_then(|origin| composition.texts.get(origin));
                let Some(TextOrigin::Passage(origin)) = source.map(|source| &source.origin) else {
                    continue;
                };
                let area = line_box(text);
                match areas.last_mut() {
                    Some(last)
                        if last.page == page.number
                            && last.origin == origin
                            && is_same_line(last.area, area, text.size) =>
                    {
                        last.area = last.area.with(area);
                    }
                    _ => areas.push(Area { page: page.number, origin, area }),
                }
            }
        }
        Places { areas }
    }

    /// The rectangles on each page.
    pub(super) fn boxes(&self, pages: usize) -> Vec<Vec<BoxRow>> {
        let mut boxes = vec![Vec::new(); pages];
        for Area { page, origin, area } in &self.areas {
            let (message, fact) = match origin {
                Origin::Fact(name) => (None, Some(name.clone())),
                origin => (Some(origin.name().to_owned()), None),
            };
            let [x, y, width, height] = millimetres(*area);
            if let Some(own) = boxes.get_mut(page.wrapping_sub(1)) {
                own.push(BoxRow { page: *page, message, fact, x, y, width, height });
            }
        }
        boxes
    }

    /// The pages on which each message or fact stands.
    pub(super) fn pages(&self) -> BTreeMap<String, BTreeSet<usize>> {
        let mut pages: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        for Area { page, origin, .. } in &self.areas {
            pages.entry(origin.name().to_owned()).or_default().insert(*page);
        }
        pages
    }

    /// The messages that are missing or stale, each of its lines.
    pub(super) fn marks(&self, language: &Tag, states: &States) -> Vec<MarkRow> {
        let marks = self.areas.iter().filter_map(|Area { page, origin, area }| {
            let (kind, text) = match origin {
                Origin::Fallback(_) => ("missing", "there is no translation yet"),
                Origin::Message(name) if states.get(language, name) == MessageState::Stale => {
                    ("stale", "the source has changed since")
                }
                _ => return None,
            };
            let [x, y, width, height] = millimetres(*area);
            let message = Some(origin.name().to_owned());
            let text = Sentences::one(text);
            Some(MarkRow { page: *page, message, kind, text, x, y, width, height })
        });
        marks.collect()
    }
}

/// Left, top, width and height in millimetres, to a tenth.
pub(super) fn millimetres(area: Rect) -> [f64; 4] {
    let (width, height) = area.size();
    [area.left, area.top, width, height].map(|points| (points * POINT * 10.0).round() / 10.0)
}

/// The box of a piece of a line: as high for all letters, but for lines that are turned.
fn line_box(text: &Text) -> Rect {
    let area = text.area;
    let is_upright = (area.top..=area.bottom).contains(&text.baseline)
        && area.bottom - area.top < 2.0 * text.size;
    if !is_upright {
        return area;
    }
    Rect { top: text.baseline - 0.9 * text.size, bottom: text.baseline + 0.3 * text.size, ..area }
}

/// Whether a piece goes on with a line.
fn is_same_line(line: Rect, piece: Rect, size: f64) -> bool {
    let is_level = (line.bottom - piece.bottom).abs() < 0.3 * size;
    is_level && piece.left < line.right + 1.5 * size && piece.right > line.left - 1.5 * size
}
