//! Languages and scripts beyond the shipped ones: rows that a project replaces, editions that are translated in part, and
//! names, titles and numbers that are longer than those of the shipped languages.

mod half_translated;
mod rows;

use std::collections::BTreeSet;

use feuillet::typeset::Pages;
use typst::layout::{Frame, FrameItem};

/// The families in which texts stand on pages.
fn families(pages: &Pages) -> BTreeSet<String> {
    fn collect(frame: &Frame, out: &mut BTreeSet<String>) {
        for (_, item) in frame.items() {
            match item {
                FrameItem::Group(group) => collect(&group.frame, out),
                FrameItem::Text(text) => {
                    out.insert(text.font.info().family.clone());
                }
                _ => {}
            }
        }
    }
    let mut out = BTreeSet::new();
    for page in pages.document.pages() {
        collect(&page.frame, &mut out);
    }
    out
}
