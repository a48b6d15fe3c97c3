//! Turns pictures into SVG images that hold their own bytes.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use typst::layout::{Size, Transform};
use typst::visualize::{ExchangeFormat, Image, ImageKind, RasterFormat};
use usvg::WriteOptions;

use super::short;

/// An image at the origin of a place; `None` for what no browser shows as an image.
pub(super) fn image_element(image: &Image, size: Size, here: Transform) -> Option<String> {
    let (kind, data) = match image.kind() {
        ImageKind::Raster(raster) => {
            let kind = match raster.format() {
                RasterFormat::Exchange(ExchangeFormat::Png) => "png",
                RasterFormat::Exchange(ExchangeFormat::Jpg) => "jpeg",
                RasterFormat::Exchange(ExchangeFormat::Gif) => "gif",
                RasterFormat::Exchange(ExchangeFormat::Webp) => "webp",
                RasterFormat::Pixel(_) => return None,
            };
            (kind, BASE64_STANDARD.encode(raster.data().as_slice()))
        }
        // The tree has its texts as paths, and nothing that acts or leads elsewhere.
        ImageKind::Svg(svg) => {
            let written = svg.tree().to_string(&WriteOptions::default());
            ("svg+xml", BASE64_STANDARD.encode(written))
        }
        ImageKind::Pdf(_) => return None,
    };
    let matrix = [here.sx.get(), here.ky.get(), here.kx.get(), here.sy.get()];
    let [a, b, c, d] = matrix.map(|part| (part * 1e5).round() / 1e5);
    let (x, y) = (short(here.tx.to_pt()), short(here.ty.to_pt()));
    let (width, height) = (short(size.x.to_pt()), short(size.y.to_pt()));
    Some(format!(
        "<image transform=\"matrix({a} {b} {c} {d} {x} {y})\" width=\"{width}\" height=\"{height}\" \
         preserveAspectRatio=\"none\" href=\"data:image/{kind};base64,{data}\"/>"
    ))
}
