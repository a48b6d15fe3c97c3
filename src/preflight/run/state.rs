//! Tells what the graphics state holds (ISO 32000-1, 8.4).

use std::sync::Arc;

use crate::geometry::Matrix;
use crate::page::Blending;
use crate::plates::Clip;
use crate::resources::colour::Space;
use crate::run::caches::UsedFont;

/// A colour that is set: its space, its components, and its pattern.
#[derive(Debug, Clone)]
pub(super) struct Colour {
    pub(super) space: Arc<Space>,
    pub(super) components: Vec<f32>,
    /// The name of the pattern in the resources that were in force.
    pub(super) pattern: Option<ColourPattern>,
}

/// A pattern that is set.
#[derive(Debug, Clone)]
pub(super) struct ColourPattern {
    /// Its object, as a reference or as it stands.
    pub(super) object: lopdf::Object,
    /// From the coordinates of the contents around it to the page.
    pub(super) base: Matrix,
}

impl Colour {
    /// Black.
    pub(super) fn black() -> Colour {
        Colour { space: Arc::new(Space::Gray), components: vec![0.0], pattern: None }
    }
}

/// What belongs to text.
#[derive(Debug, Clone)]
pub(super) struct TextState {
    pub(super) character_space: f64,
    pub(super) word_space: f64,
    /// 1 for letters of their own width.
    pub(super) stretch: f64,
    pub(super) leading: f64,
    pub(super) font: Option<Arc<UsedFont>>,
    pub(super) size: f64,
    pub(super) rendering: u8,
    pub(super) rise: f64,
}

/// The graphics state.
#[derive(Debug, Clone)]
pub(super) struct State {
    /// From the units in force to the page.
    pub(super) matrix: Matrix,
    pub(super) clip: Clip,
    pub(super) fill: Colour,
    pub(super) stroke: Colour,
    pub(super) width: f64,
    pub(super) cap: u8,
    pub(super) join: u8,
    pub(super) miter: f64,
    pub(super) dashes: Vec<f64>,
    pub(super) phase: f64,
    pub(super) text: TextState,
    pub(super) overprint_fill: bool,
    pub(super) overprint_stroke: bool,
    pub(super) overprint_mode: u8,
    pub(super) fill_opacity: f32,
    pub(super) stroke_opacity: f32,
    pub(super) mode: Arc<str>,
    pub(super) masked: bool,
    /// The opacity of the groups around, multiplied, and the blend mode of the innermost that is not laid on plainly.
    pub(super) group_opacity: f32,
    pub(super) group_mode: Arc<str>,
    pub(super) group_masked: bool,
}

impl State {
    /// The state at the start of a page.
    pub(super) fn new(clip: Clip) -> State {
        let normal: Arc<str> = Arc::from("Normal");
        State {
            matrix: Matrix::IDENTITY,
            clip,
            fill: Colour::black(),
            stroke: Colour::black(),
            width: 1.0,
            cap: 0,
            join: 0,
            miter: 10.0,
            dashes: Vec::new(),
            phase: 0.0,
            text: TextState {
                character_space: 0.0,
                word_space: 0.0,
                stretch: 1.0,
                leading: 0.0,
                font: None,
                size: 0.0,
                rendering: 0,
                rise: 0.0,
            },
            overprint_fill: false,
            overprint_stroke: false,
            overprint_mode: 0,
            fill_opacity: 1.0,
            stroke_opacity: 1.0,
            mode: Arc::clone(&normal),
            masked: false,
            group_opacity: 1.0,
            group_mode: normal,
            group_masked: false,
        }
    }

    /// How an item is laid over what is there.
    pub(super) fn blending(&self, stroked: bool) -> Blending {
        let (own, overprint) = match stroked {
            true => (self.stroke_opacity, self.overprint_stroke),
            false => (self.fill_opacity, self.overprint_fill),
        };
        let plain = &*self.mode == "Normal" || &*self.mode == "Compatible";
        Blending {
            opacity: own * self.group_opacity,
            mode: Arc::clone(if plain { &self.group_mode } else { &self.mode }),
            masked: self.masked || self.group_masked,
            overprint,
            overprint_mode: self.overprint_mode,
        }
    }

    /// Enters a transparency group: it is laid on as a whole (ISO 32000-1, 11.6.6).
    pub(super) fn enter_group(&mut self) {
        let whole = self.blending(false);
        self.group_opacity = whole.opacity;
        self.group_mode = whole.mode;
        self.group_masked = whole.masked;
        self.fill_opacity = 1.0;
        self.stroke_opacity = 1.0;
        self.mode = Arc::from("Normal");
        self.masked = false;
    }

    /// How wide a line is where it is thinnest, in points.
    pub(super) fn line_width(&self) -> f64 {
        let [a, b, c, d, ..] = self.matrix.0;
        // The lesser singular value of the matrix.
        let sum = (a * a + b * b + c * c + d * d) / 2.0;
        let product = (a * d - b * c).abs();
        let root = (sum * sum - product * product).max(0.0).sqrt();
        self.width.abs() * (sum - root).max(0.0).sqrt()
    }
}
