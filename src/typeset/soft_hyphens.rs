//! Turns pages into the same pages without the soft hyphens at which no line was broken.
//!
//! A soft hyphen that no line has used is invisible, but stays among the characters of its word: whoever searches for the
//! word in the PDF, or hears it read out, would not find it whole.

use typst::layout::{Frame, FrameItem};
use typst::text::TextItem;
use typst_layout::{Page, PagedDocument};

const SOFT_HYPHEN: char = '\u{AD}';

/// Takes the soft hyphens away that no line has used.
pub(super) fn without_unused_soft_hyphens(mut document: PagedDocument) -> PagedDocument {
    if !document.pages().iter().any(|page| has_unused(&page.frame)) {
        return document;
    }
    let pages = document.pages().iter().map(|page| page_without_unused(page.clone()));
    let pages = pages.collect();
    PagedDocument::new(pages, std::mem::take(document.info_mut()))
}

/// Takes the soft hyphens of a page away that no line has used.
pub(super) fn page_without_unused(mut page: Page) -> Page {
    clean(&mut page.frame);
    page
}

fn has_unused(frame: &Frame) -> bool {
    frame.items().any(|(_, item)| match item {
        FrameItem::Group(group) => has_unused(&group.frame),
        FrameItem::Text(text) => text.text.contains(SOFT_HYPHEN),
        _ => false,
    })
}

fn clean(frame: &mut Frame) {
    if !has_unused(frame) {
        return;
    }
    frame.retain(|item| {
        match item {
            FrameItem::Group(group) => clean(&mut group.frame),
            FrameItem::Text(text) if text.text.contains(SOFT_HYPHEN) => clean_text(text),
            _ => {}
        }
        true
    });
}

/// A glyph that has no width and stands for nothing else goes; one that stands for a letter too keeps the letter. The
/// hyphen at the end of a line has a width.
fn clean_text(item: &mut TextItem) {
    let text = item.text.clone();
    item.glyphs.retain_mut(|glyph| {
        let Some(shown) = text.get(glyph.range()).filter(|shown| shown.contains(SOFT_HYPHEN))
        else {
            return true;
        };
        if shown.chars().all(|c| c == SOFT_HYPHEN) {
            return glyph.x_advance.get() > 0.0;
        }
        let before = shown.len() - shown.trim_start_matches(SOFT_HYPHEN).len();
        let after = shown.len() - shown.trim_end_matches(SOFT_HYPHEN).len();
        // The casts lose nothing: texts of a line are far below 65,535 bytes, as Typst's own ranges are.
        glyph.range.start += before as u16;
        glyph.range.end -= after as u16;
        true
    });
}
