//! Turns the PDF that Typst writes of text from right to left into one that is copied, searched and heard as it is read.
//!
//! Typst's exporter marks each word as reversed, which only Adobe's programs know. Other readers expect glyphs from left to
//! right as they stand on the page, and turn the line round themselves:
//!
//! - The marks of reversed words go; so the words of a line stand beside each other (`rewrite`).
//! - A glyph that stands for several letters, such as lam and alef, gets them in the order of the page (`fonts`).
//! - A number with several groups of digits becomes one marked content that says what it is: pdfium, and Chrome with it,
//!   would turn the order of the groups round (`numbers`, and for the structure tree `tags`).
//! - Pieces of a run that stand in the order of the page, since a sign came from another font, are put in that of reading
//!   (`order`).
//! - What only steers direction is no text: it goes.
//!
//! No page changes: the same glyphs stand where they stood.

pub(super) mod content;
pub(super) mod fonts;
pub(super) mod marked;
mod numbers;
mod order;
pub(super) mod piece;
pub(super) mod rewrite;
pub(super) mod tags;

use std::rc::Rc;

use lopdf::{Dictionary, Document, Object, ObjectId};

use crate::export::repack::inflated;
use piece::Fonts;

/// What is done with the direction that the catalogue tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    /// It stays: print shops bind by it.
    Kept,
    /// It goes: pdfium takes every line of such a file for one from right to left, and turns Latin names and addresses round.
    Dropped,
}

/// Mends the text of a PDF that has letters from right to left; any other is left as it is.
///
/// # Errors
///
/// Fails if an object that is referred to is missing.
pub(super) fn finish(document: &mut Document, direction: Direction) -> Result<(), lopdf::Error> {
    let Some(known) = fonts::rewrite_maps(document) else { return Ok(()) };
    let from_right = direction_of(document) == Some(b"R2L".to_vec());
    if direction == Direction::Dropped {
        drop_direction(document)?;
    }
    let places = tags::places(document);
    for (stream, page, resources) in streams(document) {
        let fonts = named_fonts(document, &resources, &known);
        let Some(content) =
            document.get_object(stream).and_then(Object::as_stream).ok().and_then(inflated)
        else {
            continue;
        };
        let neighbours = |one: i64, other: i64| {
            let place = |identifier| places.get(&(page?, identifier));
            let follow = |one: &(ObjectId, usize), other: &(ObjectId, usize)| {
                one.0 == other.0 && one.1 + 1 == other.1
            };
            place(one).zip(place(other)).is_some_and(|(one, other)| follow(one, other))
        };
        let Some(rewritten) = rewrite::rewrite(&content, &fonts, &neighbours, from_right) else {
            continue;
        };
        let stream = document.get_object_mut(stream).and_then(Object::as_stream_mut)?;
        stream.set_content(rewritten.content);
        stream.dict.remove(b"Filter");
        if let Some(page) = page {
            for turned in &rewritten.turned {
                tags::turn(document, &places, page, turned);
            }
            let gone: Vec<i64> =
                rewritten.joined.iter().flat_map(|joined| &joined[1..]).copied().collect();
            tags::remove(document, &places, page, &gone);
        }
    }
    Ok(())
}

/// A content stream, the page that it belongs to if it is a page's own, and its resources.
type ContentStream = (ObjectId, Option<ObjectId>, Dictionary);

/// Lists the content streams of pages and forms.
fn streams(document: &Document) -> Vec<ContentStream> {
    let mut streams = Vec::new();
    for page in document.page_iter() {
        let Ok(dict) = document.get_dictionary(page) else { continue };
        let content = dict.get(b"Contents").and_then(Object::as_reference);
        if let (Ok(content), Some(resources)) = (content, dictionary(document, dict, b"Resources"))
        {
            streams.push((content, Some(page), resources));
        }
    }
    for (id, object) in &document.objects {
        let Ok(stream) = object.as_stream() else { continue };
        let is_form = stream.dict.get(b"Subtype").and_then(Object::as_name).ok() == Some(b"Form");
        if is_form && let Some(resources) = dictionary(document, &stream.dict, b"Resources") {
            streams.push((*id, None, resources));
        }
    }
    streams
}

/// The fonts that resources name, as content streams write their names.
pub(super) fn named_fonts(
    document: &Document,
    resources: &Dictionary,
    known: &std::collections::HashMap<ObjectId, Rc<fonts::Font>>,
) -> Fonts {
    let fonts = dictionary(document, resources, b"Font").unwrap_or_default();
    let named = fonts.iter().filter_map(|(name, font)| {
        let font = known.get(&font.as_reference().ok()?)?;
        Some(([b"/", name.as_slice()].concat(), Rc::clone(font)))
    });
    named.collect()
}

/// A dictionary that another one holds or refers to.
pub(super) fn dictionary(document: &Document, of: &Dictionary, key: &[u8]) -> Option<Dictionary> {
    let (_, found) = document.dereference(of.get(key).ok()?).ok()?;
    found.as_dict().ok().cloned()
}

/// The direction of reading that the viewer preferences tell (ISO 32000-1, table 150).
fn direction_of(document: &Document) -> Option<Vec<u8>> {
    let preferences = dictionary(document, document.catalog().ok()?, b"ViewerPreferences")?;
    preferences.get(b"Direction").and_then(Object::as_name).ok().map(<[u8]>::to_vec)
}

fn drop_direction(document: &mut Document) -> Result<(), lopdf::Error> {
    let catalog = document.catalog()?;
    let Some(mut preferences) = dictionary(document, catalog, b"ViewerPreferences") else {
        return Ok(());
    };
    preferences.remove(b"Direction");
    let catalog = document.catalog_mut()?;
    if preferences.is_empty() {
        catalog.remove(b"ViewerPreferences");
    } else {
        catalog.set("ViewerPreferences", preferences);
    }
    Ok(())
}

#[cfg(test)]
mod tests;
