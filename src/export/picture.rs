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
    let on_paper: Vec<u8> = drawn.data().chunks_exact(4).flat_map(on_white).collect();
    Some(png::encode(drawn.width(), drawn.height(), &on_paper))
}

/// A pixel on white paper: a page without a ground lets through what is behind it. Its parts are multiplied by how opaque it is.
fn on_white(pixel: &[u8]) -> [u8; 4] {
    let white = 255 - pixel[3];
    let [red, green, blue] = [0, 1, 2].map(|part| pixel[part].saturating_add(white));
    [red, green, blue, 255]
}

#[cfg(test)]
mod tests {
    use super::on_white;

    #[test]
    fn what_is_transparent_is_white() {
        assert_eq!(on_white(&[0, 0, 0, 0]), [255; 4]);
        assert_eq!(on_white(&[10, 20, 30, 255]), [10, 20, 30, 255]);
        assert_eq!(on_white(&[50, 0, 0, 128]), [177, 127, 127, 255]);
    }
}
