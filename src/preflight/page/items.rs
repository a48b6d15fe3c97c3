//! Tells what is painted on a page, item by item.

use std::sync::Arc;

use crate::geometry::{Matrix, Rect};
use crate::page::Blending;
use crate::resources::colour::Space;
use crate::resources::font::Font;
use crate::resources::image::Image;

/// Something that is painted.
#[derive(Debug, Clone)]
pub(crate) struct Item {
    /// What it is.
    pub(crate) kind: ItemKind,
    /// Around what is painted, within the clip, in the page's own coordinates.
    pub(crate) area: Rect,
    /// With what. For an image that has colours of its own its first colour space, and nothing else.
    pub(crate) paint: Paint,
    /// How it is laid over what is there.
    pub(crate) blend: Blending,
    /// In which marked content it is.
    pub(crate) content: ContentScope,
    /// The form or pattern that paints it, by number; `None` for the page itself.
    pub(crate) form: Option<u32>,
}

/// Kinds of items.
#[derive(Debug, Clone)]
pub(crate) enum ItemKind {
    /// A filled path.
    Fill {
        /// The lesser side of the whole path, also of what lies outside of the clip, in the page's units.
        thickness: f64,
    },
    /// A stroked path.
    Stroke {
        /// How wide its line is where it is thinnest, in points; 0 for the thinnest line that a device has.
        width: f64,
    },
    /// Glyphs.
    Text(Text),
    /// An image.
    Image {
        image: Arc<Image>,
        /// Where it is: from the unit square to the page.
        matrix: Matrix,
        /// Why its samples can't be read, if they can't.
        damage: Option<Arc<str>>,
    },
    /// A shading that fills the clip.
    Shading {
        /// The colour space of the shading is that of the paint.
        object: Option<u32>,
    },
}

/// Glyphs of one font, of one showing operator.
#[derive(Debug, Clone)]
pub(crate) struct Text {
    pub(crate) font: Arc<Font>,
    /// The size as it is seen: the font's size times the matrices, along the height of the letters, in points.
    pub(crate) size: f64,
    /// How wide the line is with which outlines are drawn, in the page's units.
    pub(crate) line: f64,
    /// How it is shown (ISO 32000-1, table 106): 0 filled, 1 stroked, 2 both, 3 not at all, 4 to 7 clipping as well.
    pub(crate) rendering: u8,
    /// The codes that are shown.
    pub(crate) codes: Vec<u32>,
    /// What they say, as far as it is known, with U+FFFD for what is not.
    pub(crate) text: String,
    /// The colour that it stands on, in sRGB; `None` where that is no plain ground, or was not measured.
    pub(crate) ground: Option<[u8; 3]>,
    /// Its own colour, in sRGB, where the ground is known.
    pub(crate) srgb: Option<[u8; 3]>,
    /// Whether it stands on other ink than black; false where that was not measured.
    pub(crate) on_colour: bool,
}

impl Text {
    /// Whether nothing of it is seen.
    pub(crate) fn is_hidden(&self) -> bool {
        matches!(self.rendering, 3 | 7)
    }

    /// Whether the shapes of its letters matter: what is not shown may still clip.
    pub(crate) fn needs_glyphs(&self) -> bool {
        self.rendering != 3
    }
}

/// A colour in its space.
#[derive(Debug, Clone)]
pub(crate) struct Paint {
    pub(crate) space: Arc<Space>,
    /// One figure a component of the space; for an uncoloured pattern those of the space under it.
    pub(crate) components: Vec<f32>,
    /// The pattern that is painted with, by number.
    pub(crate) pattern: Option<u32>,
}

/// In which marked content an item is.
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
    /// Whether a text is given in its place (ActualText).
    pub(crate) replaced: bool,
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

    /// The resolution of an image where it is placed, in pixels to the inch, the lesser of its two directions; `None` for
    /// other items, and for images that are as good at any size. `unit` is how many points a unit of the page is long.
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
