//! Turns the numbers of marked content into what it shows and where.

use std::collections::HashMap;

use crate::geometry::Rect;
use crate::page::{MarkedContent, PageSummary};
use crate::tags::{ContentItem, ContentKind};

/// The marked contents of all pages: by page, by the form that numbers them, and by number.
pub(super) struct Contents<'s> {
    by_number: HashMap<(usize, Option<u32>, i64), &'s MarkedContent>,
}

impl<'s> Contents<'s> {
    pub(super) fn of(summaries: &'s [PageSummary]) -> Contents<'s> {
        let all = summaries.iter().flat_map(|page| {
            let contents = page.contents.iter();
            contents.map(|content| ((page.number, content.owner, content.id), content))
        });
        let mut by_number: HashMap<_, &MarkedContent> = HashMap::new();
        for (key, content) in all {
            // A number that stands twice is one stretch to readers; the first has a place at least.
            by_number.entry(key).or_insert(content);
        }
        Contents { by_number }
    }

    /// What an item of the structure shows; `None` if its page shows no such thing.
    pub(super) fn shown(&self, item: &ContentItem) -> Option<(usize, &'s MarkedContent)> {
        let ContentKind::Marked { id, owner } = item.what else { return None };
        let page = item.page?;
        Some((page, *self.by_number.get(&(page, owner, id))?))
    }
}

/// Areas joined where they touch, so that a paragraph is one place.
#[derive(Debug, Default)]
pub(super) struct Areas {
    areas: Vec<Rect>,
}

/// How many areas of one kind are reported for one page.
const MOST_AREAS: usize = 100;

/// Lines and words that are no further apart belong together, in points.
const APART: f64 = 6.0;

impl Areas {
    /// Adds one: to the last if they touch, as text is painted in its order, and beyond [`MOST_AREAS`] in any case.
    pub(super) fn add(&mut self, area: Rect) {
        let full = self.areas.len() >= MOST_AREAS;
        match self.areas.last_mut() {
            Some(last) if full || last.grown(APART).shared(area).is_some() => {
                *last = last.joined(area)
            }
            _ => self.areas.push(area),
        }
    }

    /// The areas.
    pub(super) fn all(self) -> Vec<Rect> {
        self.areas
    }
}
