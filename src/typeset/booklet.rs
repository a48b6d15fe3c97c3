//! Laid-out pages of a booklet in; how full each is out, and an error for pages that can't be folded or are empty.
//!
//! The templates leave a mark `<feuillet-page>` on each page, with its section and margins, and a mark
//! `<feuillet-ruled>` where lines to write on end, which are no text and yet no empty room.

use typst::layout::{Frame, FrameItem};
use typst_layout::PagedDocument;

use crate::compose::Composition;
use crate::diagnostic::{Diagnostic, Report, count};
use crate::typeset::panels::{Panel, free, marks};

/// The share of its room below which a page looks like a mistake.
pub(super) const NEARLY_EMPTY: f64 = 0.1;

/// Measures the pages. An empty page is an error, and so is a number of pages that is no multiple of `folded`; a page
/// with a few lines is a warning.
pub(super) fn measure(
    document: &PagedDocument,
    composition: &Composition,
    folded: usize,
    at_most: Option<usize>,
    report: &Report,
) -> Vec<Panel> {
    let pages = document.pages().len();
    if !pages.is_multiple_of(folded) {
        report.add(
            Diagnostic::error(format!(
                "{} can't be folded: their number must be a multiple of {folded} ({})",
                count(pages, "page"),
                composition.name
            ))
            .hint("give the last section with room to write a block `{ notes = \"fill\" }`, which adds the pages that are wanting"),
        );
    }
    if let Some(most) = at_most.filter(|most| pages > *most) {
        report.add(
            Diagnostic::error(format!(
                "the edition may have {} but {pages} came out ({})",
                count(most, "page"),
                composition.name
            ))
            .hint(
                "shorten texts, let the measures in `fit` give way further, or allow more `pages`",
            ),
        );
    }
    let springs = marks(document, "feuillet-spring");
    let ruled = marks(document, "feuillet-ruled");
    let mut panels = Vec::new();
    for mark in marks(document, "feuillet-page") {
        let Some(page) = document.pages().get(mark.page - 1) else { continue };
        let (top, foot) = mark.margins;
        let bottom = page.frame.height().to_pt() - foot;
        let lines = ruled.iter().filter(|line| line.page == mark.page).map(|line| line.y);
        // The lines at head and foot lie outside, and so do the figures on tabs.
        let room = Room {
            left: mark.side,
            right: page.frame.width().to_pt() - mark.side,
            top,
            bottom: bottom + 1.0,
        };
        let end = lines.fold(room.lowest_text(&page.frame, (0.0, 0.0)), f64::max);
        if end <= top {
            report.add(
                Diagnostic::error(format!(
                    "page {} (`{}`) is empty ({})",
                    mark.page, mark.section, composition.name
                ))
                .hint("take out the break before it, or join its section to the one before"),
            );
        }
        let fill = (end - top - free(&springs, mark.page)).max(0.0) / (bottom - top);
        if (f64::MIN_POSITIVE..NEARLY_EMPTY).contains(&fill) {
            report.add(
                Diagnostic::warning(format!(
                    "page {} (`{}`) is nearly empty, {:.0} % full ({})",
                    mark.page,
                    mark.section,
                    fill * 100.0,
                    composition.name
                ))
                .hint("shorten the pages before it by a few lines, or set a smaller size for this language in `text-sizes`"),
            );
        }
        panels.push(Panel { section: mark.section, number: mark.page, fill });
    }
    panels
}

/// The part of a page where text flows, in points.
struct Room {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

impl Room {
    /// The baseline of the lowest text in the room, in points; the upper edge if there is none.
    fn lowest_text(&self, frame: &Frame, (left, top): (f64, f64)) -> f64 {
        let lowest = frame.items().map(|(point, item)| {
            let (x, y) = (left + point.x.to_pt(), top + point.y.to_pt());
            let inside =
                (self.left..=self.right).contains(&x) && (self.top..=self.bottom).contains(&y);
            match item {
                FrameItem::Group(group) => self.lowest_text(&group.frame, (x, y)),
                FrameItem::Text(_) if inside => y,
                _ => self.top,
            }
        });
        lowest.fold(self.top, f64::max)
    }
}
