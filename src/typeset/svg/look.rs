//! Turns a page into a number that is the same as long as the page looks the same, whatever its texts come from.

use std::hash::{DefaultHasher, Hash as _, Hasher};

use typst::layout::{Frame, FrameItem};
use typst::text::TextItem;
use typst_layout::Page;

/// The look of a page, in hexadecimal digits. Spans, tags and links are not a part of it.
#[must_use]
pub(crate) fn look(page: &Page) -> String {
    let mut hasher = DefaultHasher::new();
    page.fill_or_transparent().hash(&mut hasher);
    frame(&page.frame, &mut hasher);
    format!("{:016x}", hasher.finish())
}

fn frame(own: &Frame, hasher: &mut DefaultHasher) {
    own.size().hash(hasher);
    for (position, item) in own.items() {
        match item {
            FrameItem::Link(..) | FrameItem::Tag(_) => continue,
            _ => position.hash(hasher),
        }
        match item {
            FrameItem::Group(group) => {
                0_u8.hash(hasher);
                group.transform.hash(hasher);
                group.clip.hash(hasher);
                frame(&group.frame, hasher);
                // What stands behind a group is not in it.
                hasher.write_u8(u8::MAX);
            }
            FrameItem::Text(own) => text(own, hasher),
            FrameItem::Shape(shape, _) => {
                2_u8.hash(hasher);
                shape.hash(hasher);
            }
            FrameItem::Image(image, size, _) => {
                3_u8.hash(hasher);
                image.hash(hasher);
                size.hash(hasher);
            }
            FrameItem::Link(..) | FrameItem::Tag(_) => {}
        }
    }
}

fn text(own: &TextItem, hasher: &mut DefaultHasher) {
    1_u8.hash(hasher);
    own.font.hash(hasher);
    own.size.hash(hasher);
    own.fill.hash(hasher);
    own.stroke.hash(hasher);
    for glyph in &own.glyphs {
        glyph.id.hash(hasher);
        glyph.x_advance.hash(hasher);
        glyph.x_offset.hash(hasher);
        glyph.y_advance.hash(hasher);
        glyph.y_offset.hash(hasher);
    }
}
