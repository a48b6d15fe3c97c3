//! Turns a frame into the same frame without links and tags.

use typst::layout::{Frame, FrameItem, GroupItem};

/// A frame without links and tags: they lead to places of the document that it comes from.
pub(crate) fn without_links_and_tags(frame: &Frame) -> Frame {
    let mut out = Frame::new(frame.size(), frame.kind());
    for (position, item) in frame.items() {
        match item {
            FrameItem::Link(..) | FrameItem::Tag(_) => {}
            FrameItem::Group(group) => {
                let frame = without_links_and_tags(&group.frame);
                let group = GroupItem { frame, label: None, parent: None, ..group.clone() };
                out.push(*position, FrameItem::Group(group));
            }
            item => out.push(*position, item.clone()),
        }
    }
    out
}
