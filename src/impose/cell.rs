//! A page and its place on a sheet in; the part of it that is seen there out, as a clipped frame.

use feuillet_units::Mm;
use typst::layout::{Abs, Frame, FrameItem, GroupItem, Point, Sides, Size};
use typst::visualize::Curve;

use crate::impose::abs;
use crate::impose::ground::{Ground, ground_of, grounds};

/// How far a ground runs beyond a fold where it meets another ground: where both ended exactly there, viewers would
/// show a light hairline between them (measured with poppler at 144 dpi).
const UNDER: Mm = Mm(0.2);

/// A page, or a part of it, on a sheet.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Cell {
    /// The page's place in the document, from 0.
    pub(super) page: usize,
    /// The left upper corner of its window, from that of the trimmed sheet.
    pub(super) at: Point,
    /// The size of the window: what is left of it when the sheet is cut and folded.
    pub(super) size: Size,
    /// How much of the page's trimmed width lies left of the window; less than nothing if the page begins inside.
    pub(super) skip: Abs,
    /// How much is seen beyond the window. Nothing is, at a fold or a shared cut.
    pub(super) bleed: Sides<Abs>,
}

impl Cell {
    /// Where the left upper corner of the trimmed page stands.
    pub(super) fn origin(&self) -> Point {
        Point::new(self.at.x - self.skip, self.at.y)
    }

    /// The right end of the window.
    pub(super) fn right(&self) -> Abs {
        self.at.x + self.size.x
    }

    /// Puts the page's frame on the sheet.
    pub(super) fn draw(&self, page: &Frame, sheet: &mut Frame) {
        let corner = Point::new(self.at.x - self.bleed.left, self.at.y - self.bleed.top);
        let size = self.size + self.bleed.sum_by_axis();
        sheet.push(corner, window(page, self.origin() - corner, size));
    }

    /// Whether another cell begins at the fold where this one ends.
    pub(super) fn meets(&self, next: &Cell) -> bool {
        (self.right() - next.at.x).abs() < Abs::pt(0.01)
            && (self.at.y - next.at.y).abs() < Abs::pt(0.01)
    }

    /// Puts a narrow strip of this page's ground under a fold, as far as the next page has a ground there too: on a page
    /// without a ground nothing of its neighbour is seen.
    pub(super) fn draw_under(&self, page: &Frame, next: (&Cell, &Frame), sheet: &mut Frame) {
        let corner = Point::new(self.right() - abs(UNDER), self.at.y - self.bleed.top);
        let size = Size::new(2.0 * abs(UNDER), self.size.y + self.bleed.sum_by_axis().y);
        let (next, next_page) = next;
        let reached = grounds(next_page, next.origin() - corner, size);
        if reached.is_empty() {
            return;
        }
        let own = ground_of(page);
        for Ground { clips } in reached {
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

/// A frame, moved and cut at the edges of a window.
fn window(page: &Frame, origin: Point, size: Size) -> FrameItem {
    let mut frame = Frame::hard(size);
    // A hard frame is never dissolved into the one around it: gradients keep the page as their measure.
    frame.push(origin, FrameItem::Group(GroupItem::new(page.clone())));
    let mut group = GroupItem::new(frame);
    group.clip = Some(Curve::rect(size));
    FrameItem::Group(group)
}
