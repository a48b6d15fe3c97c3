//! Tells what is painted on a page, item by item.

use std::sync::Arc;

use crate::geometry::{Matrix, Rect};
use crate::page::blending::Blending;
use crate::resources::colour::Space;
use crate::resources::font::Font;
use crate::resources::image::Image;

/// Something that is painted.
#[derive(Debug, Clone)]
pub(crate) struct Item {
    /// What it is.
    pub(crate) kind: ItemKind,
    /// The bounding box of what is painted, within the clip, in the page's own coordinates.
    pub(crate) area: Rect,
    /// What it is painted with. For an image with colours of its own, only its colour space.
    pub(crate) paint: Paint,
    /// How it is composited with what is below it.
    pub(crate) blend: Blending,
    /// The marked content that it belongs to.
    pub(crate) content: ContentScope,
    /// The form or pattern that paints it, by number; `None` for the page itself.
    pub(crate) form: Option<u32>,
}

/// Kinds of items.
#[derive(Debug, Clone)]
pub(crate) enum ItemKind {
    /// A filled path.
    Fill {
        /// The shorter side of the bounding box of the whole path, clipped or not, in the page's units.
        thickness: f64,
    },
    /// A stroked path.
    Stroke {
        /// The width of the line where it is thinnest, in points; 0 for the thinnest line of the device.
        width: f64,
    },
    /// Glyphs.
    Text(Text),
    /// An image.
    Image {
        image: Arc<Image>,
        /// The transform from the unit square to the page.
        matrix: Matrix,
        /// Why its samples can't be read; `None` if they can.
        damage: Option<Arc<str>>,
    },
    /// A shading that fills the clip.
    Shading {
        /// The colour space of the shading is that of the paint.
        object: Option<u32>,
    },
}

/// The glyphs of one text-showing operator.
#[derive(Debug, Clone)]
pub(crate) struct Text {
    pub(crate) font: Arc<Font>,
    /// The font size as it appears on the page, along the height of the glyphs, in points.
    pub(crate) size: f64,
    /// The line width for stroked outlines, in the page's units.
    pub(crate) line: f64,
    /// How it is shown (ISO 32000-1, table 106): 0 filled, 1 stroked, 2 both, 3 not at all, 4 to 7 clipping as well.
    pub(crate) rendering: u8,
    /// The codes that are shown.
    pub(crate) codes: Vec<u32>,
    /// The characters that they stand for, with U+FFFD where that is not known.
    pub(crate) text: String,
    /// The colour behind it, in sRGB; `None` if that is not uniform, or was not measured.
    pub(crate) background: Option<[u8; 3]>,
    /// Its own colour, in sRGB, where the colour behind it is known.
    pub(crate) srgb: Option<[u8; 3]>,
    /// Whether there is ink other than black behind it; false where that was not measured.
    pub(crate) on_colour: bool,
}

impl Text {
    /// Whether it is invisible.
    pub(crate) fn is_hidden(&self) -> bool {
        matches!(self.rendering, 3 | 7)
    }

    /// Whether the outlines of its glyphs matter: invisible text may still clip.
    pub(crate) fn needs_glyphs(&self) -> bool {
        self.rendering != 3
    }
}

/// A colour in its space.
#[derive(Debug, Clone)]
pub(crate) struct Paint {
    pub(crate) space: Arc<Space>,
    /// One number for each component of the space; for an uncoloured pattern, of its underlying space.
    pub(crate) components: Vec<f32>,
    /// The pattern, by object number.
    pub(crate) pattern: Option<u32>,
}

/// The marked content around an item.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct ContentScope {
    /// The number of the innermost marked content with a number (MCID).
    pub(crate) id: Option<i64>,
    /// Whether it is an artifact.
    pub(crate) artifact: bool,
    /// Whether it stands in a layer.
    pub(crate) layer: bool,
    /// Whether that layer is switched off.
    pub(crate) hidden: bool,
    /// The object whose contents number it: `None` for the page, else a form.
    pub(crate) owner: Option<u32>,
    /// Whether a text replaces it (`ActualText`).
    pub(crate) replaced: bool,
    /// Whether it names its language.
    pub(crate) language: bool,
}

impl Item {
    /// Whether it can be seen at all.
    pub(crate) fn is_visible(&self) -> bool {
        match &self.kind {
            ItemKind::Text(text) => {
                let blank = text.text.chars().all(char::is_whitespace);
                !text.is_hidden() && !blank && self.blend.opacity > 0.0
            }
            _ => self.blend.opacity > 0.0,
        }
    }

    /// The effective resolution of an image, in pixels per inch, the lesser of its two directions; `None` for
    /// other items, and for images that are as good at any size. `unit` is the length of a unit of the page in points.
    pub(crate) fn resolution(&self, unit: f64) -> Option<f64> {
        let ItemKind::Image { image, matrix, .. } = &self.kind else { return None };
        if image.is_tiny() {
            return None;
        }
        let (across, along) = matrix.scales();
        let each = |samples: u32, length: f64| f64::from(samples) * 72.0 / (length * unit);
        let least = each(image.size.0, across).min(each(image.size.1, along));
        least.is_finite().then_some(least)
    }
}
