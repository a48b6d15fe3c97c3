//! Languages and scripts beyond the shipped ones: rows that a project replaces, editions that are translated in part, and
//! names, titles and numbers that are longer than those of the shipped languages.

mod half_translated;
mod leaflet;
mod rooms;
mod rows;

use std::collections::BTreeSet;

use crate::support::Sandbox;
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

/// Builds all, and makes sure that nothing is wrong on the pages.
#[track_caller]
fn assert_builds(sandbox: &Sandbox) {
    let ran = sandbox.run(&["build"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    for fault in ["error", "warning[overlap]", "warning[broken-number]", "warning[contrast]"] {
        assert!(!ran.stderr.contains(fault), "{ran:?}");
    }
}
