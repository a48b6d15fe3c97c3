//! Turns pages of several sizes into pages of one.

use typst::layout::{Abs, Frame, FrameItem, GroupItem, Point, Ratio, Sides, Size, Transform};
use typst::model::Document as _;
use typst::visualize::Curve;
use typst_layout::{Page, PagedDocument};

use crate::impose::layout::first_of_another_size;

/// The difference between two lengths that files may round away, in points.
const ROUNDING: f64 = 1.0;

/// How pages of several sizes become pages of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SizeChoice {
    /// Each is scaled to the size of the first, in proportion, and centred.
    Scale,
    /// Each keeps its scale, and is centred on the smallest area that holds them all.
    Centre,
}

/// Whether pages have several sizes.
pub(crate) fn has_several_sizes(pages: &PagedDocument) -> bool {
    let sizes: Vec<Size> = pages.pages().iter().map(|page| page.frame.size()).collect();
    first_of_another_size(&sizes).is_some()
}

/// Gives all pages one size. Bleed stays where a page reaches the edge of the new one.
pub(crate) fn with_one_size(pages: &PagedDocument, choice: SizeChoice) -> PagedDocument {
    let sizes = pages.pages().iter().map(|page| page.frame.size());
    let size = match choice {
        SizeChoice::Scale => sizes.clone().next(),
        SizeChoice::Centre => sizes.reduce(Size::max),
    };
    let Some(size) = size else { return pages.clone() };
    let fitted = pages.pages().iter().map(|page| fitted(page, size, choice));
    PagedDocument::new(fitted.collect(), pages.info().clone())
}

fn fitted(page: &Page, size: Size, choice: SizeChoice) -> Page {
    let own = page.frame.size();
    let is_little = |length: Abs| length.to_pt().abs() <= ROUNDING;
    if is_little(own.x - size.x) && is_little(own.y - size.y) {
        return page.clone();
    }
    let factor = match choice {
        SizeChoice::Scale => (size.x / own.x).min(size.y / own.y),
        SizeChoice::Centre => 1.0,
    };
    let scaled = factor * own;
    let free = size - scaled;
    let kept = |free: Abs, bleed: Abs| if is_little(free) { factor * bleed } else { Abs::zero() };
    let bleed = Sides::new(
        kept(free.x, page.bleed.left),
        kept(free.y, page.bleed.top),
        kept(free.x, page.bleed.right),
        kept(free.y, page.bleed.bottom),
    );
    let mut inner = GroupItem::new(page.frame.clone());
    inner.transform = Transform::scale(Ratio::new(factor), Ratio::new(factor));
    let shown = scaled + bleed.sum_by_axis();
    let mut window = Frame::hard(shown);
    window.push(Point::new(bleed.left, bleed.top), FrameItem::Group(inner));
    let mut clipped = GroupItem::new(window);
    clipped.clip = Some(Curve::rect(shown));
    let mut frame = Frame::hard(size);
    let corner = Point::new(free.x / 2.0 - bleed.left, free.y / 2.0 - bleed.top);
    frame.push(corner, FrameItem::Group(clipped));
    Page { frame, bleed, ..page.clone() }
}
