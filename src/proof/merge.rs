//! Typst's pages with notes and the pages of an edition in; pages with both out.

use typst::layout::{Abs, FrameItem, GroupItem, Point};
use typst::visualize::Curve;
use typst_layout::{Page, PagedDocument};

use crate::language::Direction;
use crate::proof::Subject;
use crate::proof::document::{EDGE, HEAD};
use crate::typeset::{Pages, bare};

/// Puts each page under its notes: in the corner where its lines begin, below the head.
pub(super) fn merge(subject: &Subject<'_>, mut notes: PagedDocument) -> Pages {
    let right = subject.manuscript.language().direction() == Direction::Rtl;
    let pages = subject.pages.document.pages().iter().zip(notes.pages()).map(|(page, sheet)| {
        let mut frame = sheet.frame.clone();
        let left =
            if right { frame.width() - page.frame.width() - Abs::pt(EDGE) } else { Abs::pt(EDGE) };
        let mut group = GroupItem::new(bare(&page.frame));
        group.clip = Some(Curve::rect(page.frame.size()));
        frame.prepend(Point::new(left, Abs::pt(HEAD)), FrameItem::Group(group));
        Page { frame, ..sheet.clone() }
    });
    let pages = pages.collect();
    let info = std::mem::take(notes.info_mut());
    Pages { document: PagedDocument::new(pages, info), ..subject.pages.clone() }
}
