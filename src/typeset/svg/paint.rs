//! Turns paints into the colours of a screen.

use std::collections::HashMap;
use std::fmt::Write as _;

use feuillet_colour::{OutputProfile, hex};
use typst::layout::Transform;
use typst::visualize::{Color, FixedStroke, LineCap, LineJoin, Paint, ProcessColor};

use super::short;

/// Turns paints into colours; ink is looked up once a colour.
pub(super) struct Paints<'a> {
    press: Option<&'a OutputProfile>,
    inks: HashMap<[u32; 4], [u8; 3]>,
}

impl<'a> Paints<'a> {
    pub(super) fn new(press: Option<&'a OutputProfile>) -> Paints<'a> {
        Paints { press, inks: HashMap::new() }
    }

    /// An attribute with the colour of a paint, and another one with its opacity if it is not opaque.
    pub(super) fn attribute(&mut self, name: &str, paint: &Paint) -> String {
        let colour = match paint {
            Paint::Solid(colour) => Some(colour.clone()),
            Paint::Gradient(gradient) => {
                let stops = gradient.stops_ref();
                stops.get(stops.len() / 2).map(|(colour, _)| colour.clone())
            }
            Paint::Tiling(_) => None,
        };
        let Some(colour) = colour else { return format!(" {name}=\"none\"") };
        let (screen, alpha) = self.screen(&colour);
        let mut out = format!(" {name}=\"{}\"", hex(screen));
        if alpha < 255 {
            let _ = write!(out, " {name}-opacity=\"{}\"", short(f64::from(alpha) / 255.0));
        }
        out
    }

    fn screen(&mut self, colour: &Color) -> ([u8; 3], u8) {
        if let (Color::Process(ProcessColor::Cmyk(ink)), Some(press)) = (colour, self.press) {
            let parts = [ink.c, ink.m, ink.y, ink.k];
            let screen = self
                .inks
                .entry(parts.map(f32::to_bits))
                .or_insert_with(|| press.to_srgb(parts.map(|part| f64::from(part) * 100.0)));
            return (*screen, 255);
        }
        let [red, green, blue, alpha] = Color::from(colour.to_rgb()).to_vec4_u8();
        ([red, green, blue], alpha)
    }
}

/// The attributes of a stroke whose colour is written.
pub(super) fn stroke_attributes(stroke: &FixedStroke, here: Transform, colour: &str) -> String {
    // Strokes are as wide in all directions: templates scale alike in both.
    let scale = (here.sx.get() * here.sy.get() - here.kx.get() * here.ky.get()).abs().sqrt();
    let length = |points: f64| short(points * scale);
    let mut out = format!("{colour} stroke-width=\"{}\"", length(stroke.thickness.to_pt()));
    match stroke.cap {
        LineCap::Butt => {}
        LineCap::Round => out.push_str(" stroke-linecap=\"round\""),
        LineCap::Square => out.push_str(" stroke-linecap=\"square\""),
    }
    match stroke.join {
        LineJoin::Miter => {
            let _ = write!(out, " stroke-miterlimit=\"{}\"", short(stroke.miter_limit.get()));
        }
        LineJoin::Round => out.push_str(" stroke-linejoin=\"round\""),
        LineJoin::Bevel => out.push_str(" stroke-linejoin=\"bevel\""),
    }
    if let Some(dash) = &stroke.dash {
        let lengths: Vec<String> =
            dash.array.iter().map(|part| length(part.to_pt()).to_string()).collect();
        let _ = write!(
            out,
            " stroke-dasharray=\"{}\" stroke-dashoffset=\"{}\"",
            lengths.join(" "),
            length(dash.phase.to_pt())
        );
    }
    out
}
