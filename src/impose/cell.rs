//! Turns a page and its place on a sheet into the part of it that shows there, as a clipped frame.

use feuillet_units::Mm;
use typst::layout::{Abs, Frame, FrameItem, GroupItem, Point, Sides, Size};
use typst::visualize::Curve;

use crate::impose::abs;
use crate::impose::background::{Background, backgrounds, only_backgrounds};

/// How far a background continues beyond a fold where it meets another one: if both ended exactly there, viewers would
/// show a light hairline between them (measured with poppler at 144 dpi).
const FOLD_OVERLAP: Mm = Mm(0.2);

/// A page, or a part of it, on a sheet.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Cell {
    /// The page's place in the document, from 0.
    pub(super) page: usize,
    /// The top left corner of its window, from that of the trimmed sheet.
    pub(super) corner: Point,
    /// The size of the window: what is left of the page when the sheet is cut and folded.
    pub(super) size: Size,
    /// How much of the page's trimmed width lies left of the window; negative if the page begins inside.
    pub(super) cropped: Abs,
    /// How much shows beyond the window; nothing at a fold or a shared cut.
    pub(super) bleed: Sides<Abs>,
}

impl Cell {
    /// The top left corner of the trimmed page.
    pub(super) fn origin(&self) -> Point {
        Point::new(self.corner.x - self.cropped, self.corner.y)
    }

    /// The right edge of the window.
    pub(super) fn right(&self) -> Abs {
        self.corner.x + self.size.x
    }

    /// Puts the page's frame on the sheet.
    pub(super) fn draw(&self, page: &Frame, sheet: &mut Frame) {
        let corner = Point::new(self.corner.x - self.bleed.left, self.corner.y - self.bleed.top);
        let size = self.size + self.bleed.sum_by_axis();
        sheet.push(corner, window(page, self.origin() - corner, size));
    }

    /// Whether another cell begins at the fold where this one ends.
    pub(super) fn meets(&self, next: &Cell) -> bool {
        (self.right() - next.corner.x).abs() < Abs::pt(0.01)
            && (self.corner.y - next.corner.y).abs() < Abs::pt(0.01)
    }

    /// Puts a narrow strip of this page's background under a fold, where the next page has a background too: a page
    /// without one shows nothing of its neighbour.
    pub(super) fn draw_fold_overlap(&self, page: &Frame, next: (&Cell, &Frame), sheet: &mut Frame) {
        let corner = Point::new(self.right() - abs(FOLD_OVERLAP), self.corner.y - self.bleed.top);
        let size = Size::new(2.0 * abs(FOLD_OVERLAP), self.size.y + self.bleed.sum_by_axis().y);
        let (next, next_page) = next;
        let overlapped = backgrounds(next_page, next.origin() - corner, size);
        if overlapped.is_empty() {
            return;
        }
        let own = only_backgrounds(page);
        for Background { clips } in overlapped {
            let mut item = window(&own, self.origin() - corner, size);
            for clip in clips {
                let mut frame = Frame::hard(size);
                frame.push(Point::zero(), item);
                let mut group = GroupItem::new(frame);
                group.clip = Some(clip);
                item = FrameItem::Group(group);
            }
            sheet.push(corner, item);
        }
    }
}

/// Moves a frame, and clips it at the edges of a window.
fn window(page: &Frame, origin: Point, size: Size) -> FrameItem {
    let mut frame = Frame::hard(size);
    // A hard frame is never dissolved into the one around it: gradients keep the page as their measure.
    frame.push(origin, FrameItem::Group(GroupItem::new(page.clone())));
    let mut group = GroupItem::new(frame);
    group.clip = Some(Curve::rect(size));
    FrameItem::Group(group)
}
