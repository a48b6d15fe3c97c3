//! Turns the boxes of a page into those of the page as it is seen: turned, in points, from its lower left corner.

use feuillet_preflight::{PageBoxes, Rect};
use feuillet_units::{Mm, Pt};
use typst::layout::{Abs, Frame, FrameItem, GroupItem, Point, Sides, Size};
use typst_layout::Page;

use crate::typeset::without_links_and_tags;

/// The largest bleed of a page whose file has no BleedBox: what lies further out may be marks.
const ASSUMED_BLEED: Mm = Mm(3.0);

/// The largest bleed of a page in any case.
const MAX_BLEED: Mm = Mm(10.0);

/// A bleed below this, in points, is a rounding error.
const ROUNDING: f64 = 0.01;

/// A page as it is seen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct SeenBoxes {
    /// The size of the media box.
    pub(super) size: Size,
    /// The top left corner of the trim, from that of the media box.
    corner: Point,
    /// The size of the trim.
    trim: Size,
    /// How far the page may extend beyond its trim.
    bleed: Sides<Abs>,
}

/// The matrix of PDF that turns and scales a page so that it stands as it is seen, its lower left corner at the origin.
pub(super) fn seen_matrix(boxes: &PageBoxes) -> [f64; 6] {
    let (Rect { x0, y0, x1, y1 }, unit) = (boxes.media, boxes.user_unit);
    match boxes.rotation {
        90 => [0.0, -unit, unit, 0.0, -y0 * unit, x1 * unit],
        180 => [-unit, 0.0, 0.0, -unit, x1 * unit, y1 * unit],
        270 => [0.0, unit, -unit, 0.0, y1 * unit, -x0 * unit],
        _ => [unit, 0.0, 0.0, unit, -x0 * unit, -y0 * unit],
    }
}

/// The rectangle around a transformed one.
pub(super) fn transformed([a, b, c, d, e, f]: [f64; 6], rect: Rect) -> Rect {
    let corners = [(rect.x0, rect.y0), (rect.x1, rect.y0), (rect.x1, rect.y1), (rect.x0, rect.y1)];
    Rect::around(corners.map(|(x, y)| (a * x + c * y + e, b * x + d * y + f)))
}

impl SeenBoxes {
    pub(super) fn of(boxes: &PageBoxes) -> SeenBoxes {
        let matrix = seen_matrix(boxes);
        let seen = |rect| transformed(matrix, rect);
        let (media, trim) = (seen(boxes.media), seen(boxes.trim));
        let size = |rect: Rect| Size::new(Abs::pt(rect.width()), Abs::pt(rect.height()));
        // A BleedBox as large as the page says nothing, since there may be marks in it.
        let named = boxes.bleed.filter(|bleed| *bleed != boxes.media).map(seen);
        let (outer, most) = match named {
            Some(bleed) => (bleed, MAX_BLEED),
            // What a crop box hides is no bleed where it says itself where the page is cut.
            None if !boxes.trim_is_given && boxes.bleed.is_none() => (trim, ASSUMED_BLEED),
            None => (media, ASSUMED_BLEED),
        };
        let bleed = Sides::new(
            trim.x0 - outer.x0,
            outer.y1 - trim.y1,
            outer.x1 - trim.x1,
            trim.y0 - outer.y0,
        );
        let bleed = bleed.map(|side| {
            let side = side.min(Pt::from(most).0);
            if side < ROUNDING { Abs::zero() } else { Abs::pt(side) }
        });
        let corner = Point::new(Abs::pt(trim.x0 - media.x0), Abs::pt(media.y1 - trim.y1));
        SeenBoxes { size: size(media), corner, trim: size(trim), bleed }
    }

    /// Cuts a page that shows the media box down to the trim.
    pub(super) fn trimmed(&self, shown: &Page) -> Page {
        let mut frame = Frame::hard(self.trim);
        let group = GroupItem::new(without_links_and_tags(&shown.frame));
        frame.push(Point::new(-self.corner.x, -self.corner.y), FrameItem::Group(group));
        Page { frame, bleed: self.bleed, ..shown.clone() }
    }
}

#[cfg(test)]
mod tests {
    use feuillet_preflight::{PageBoxes, Rect};
    use typst::layout::{Abs, Sides};

    use super::SeenBoxes;

    fn boxes(trim: Option<Rect>, bleed: Option<Rect>, rotation: u16) -> PageBoxes {
        let media = Rect::new(10.0, 20.0, 110.0, 220.0);
        PageBoxes {
            media,
            trim: trim.unwrap_or(media),
            trim_is_given: trim.is_some(),
            bleed,
            rotation,
            user_unit: 2.0,
        }
    }

    fn points(sides: Sides<Abs>) -> [f64; 4] {
        [sides.left, sides.top, sides.right, sides.bottom].map(Abs::to_pt)
    }

    #[test]
    fn each_side_has_its_own_bleed_and_turns_with_the_page() {
        let trim = Some(Rect::new(12.0, 20.0, 110.0, 217.0));
        let bleed = Some(Rect::new(11.0, 20.0, 110.0, 219.0));
        let seen = |rotation| SeenBoxes::of(&boxes(trim, bleed, rotation));
        assert_eq!(points(seen(0).bleed), [2.0, 4.0, 0.0, 0.0]);
        assert_eq!(points(seen(90).bleed), [0.0, 2.0, 4.0, 0.0]);
        assert_eq!(points(seen(180).bleed), [0.0, 0.0, 2.0, 4.0]);
        assert_eq!(points(seen(270).bleed), [4.0, 0.0, 0.0, 2.0]);
        let turned = seen(90);
        assert_eq!((turned.size.x.to_pt(), turned.size.y.to_pt()), (400.0, 200.0));
        assert_eq!((turned.corner.x.to_pt(), turned.corner.y.to_pt()), (0.0, 4.0));
    }

    #[test]
    fn a_page_that_says_nowhere_where_it_is_cut_has_no_bleed() {
        let mut cropped = boxes(None, None, 0);
        cropped.trim = Rect::new(30.0, 40.0, 90.0, 200.0);
        assert_eq!(points(SeenBoxes::of(&cropped).bleed), [0.0; 4]);
        cropped.bleed = Some(Rect::new(29.0, 38.0, 91.0, 203.0));
        assert_eq!(points(SeenBoxes::of(&cropped).bleed), [2.0, 6.0, 2.0, 4.0]);
    }
}
