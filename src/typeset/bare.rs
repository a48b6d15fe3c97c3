//! A frame in; the same frame out, without links and tags.

use typst::layout::{Frame, FrameItem, GroupItem};

/// A frame without links and tags: they lead to places of the document that it comes from.
#[must_use]
pub fn bare(frame: &Frame) -> Frame {
    let mut out = Frame::new(frame.size(), frame.kind());
    for (position, item) in frame.items() {
        match item {
            FrameItem::Link(..) | FrameItem::Tag(_) => {}
            FrameItem::Group(group) => {
                let frame = bare(&group.frame);
                let group = GroupItem { frame, label: None, parent: None, ..group.clone() };
                out.push(*position, FrameItem::Group(group));
            }
            item => out.push(*position, item.clone()),
        }
    }
    out
}
