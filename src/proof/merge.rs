//! Turns Typst's pages with notes and the pages of an edition into pages with both.

use typst::layout::{Abs, FrameItem, GroupItem, Point};
use typst::visualize::Curve;
use typst_layout::{Page, PagedDocument};

use crate::language::Direction;
use crate::proof::document::{EDGE, HEAD};
use crate::proof::input::ProofInput;
use crate::typeset::{Pages, without_links_and_tags};

/// Puts each page under its notes: in the corner where its lines begin, below the head.
pub(super) fn merge(input: &ProofInput<'_>, mut notes: PagedDocument) -> Pages {
    let right = input.edition.manuscript.language().direction() == Direction::Rtl;
    let pages = input.pages.document.pages().iter().zip(notes.pages()).map(|(page, sheet)| {
        let mut frame = sheet.frame.clone();
        let left =
            if right { frame.width() - page.frame.width() - Abs::pt(EDGE) } else { Abs::pt(EDGE) };
        let mut group = GroupItem::new(without_links_and_tags(&page.frame));
        group.clip = Some(Curve::rect(page.frame.size()));
        frame.prepend(Point::new(left, Abs::pt(HEAD)), FrameItem::Group(group));
        Page { frame, ..sheet.clone() }
    });
    let pages = pages.collect();
    let info = std::mem::take(notes.info_mut());
    Pages { document: PagedDocument::new(pages, info), ..input.pages.clone() }
}
