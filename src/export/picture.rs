//! Turns a page into a picture for messengers and web pages: a small PNG.

use typst_render::{RenderOptions, render};

use crate::export::png;
use crate::typeset::Pages;

/// Draws the page `number`, from 0, so wide in pixels; `None` if there is no such page. What the page shows is cut at its trim.
#[must_use]
pub(crate) fn picture(pages: &Pages, number: usize, width: u32) -> Option<Vec<u8>> {
    let page = pages.document.pages().get(number)?;
    let scale = f64::from(width) / page.frame.size().x.to_pt();
    let options = RenderOptions { pixel_per_pt: scale.into(), render_bleed: false };
    let drawn = render(page, &options);
    Some(png::encode(drawn.width(), drawn.height(), drawn.data()))
}
