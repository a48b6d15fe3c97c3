//! Finds texts that are hard to read on what was painted below them, on the screen or as printed.

use std::cell::RefCell;
use std::collections::HashMap;

use feuillet_colour::{
    Colour, PAPER, ROUNDED, Tints, contrast as ratio, hex, luminance, printed_luminance,
};
use typst::visualize::Color;

use crate::typeset::checks::context::{Context, Found};
use crate::typeset::view::{Item, PageView, Text, within};

/// The contrast that text needs (WCAG 2.2, 1.4.3).
const NEEDED: f64 = 4.5;

/// The contrast that large text needs (WCAG 2.2, 1.4.3).
const NEEDED_LARGE: f64 = 3.0;

/// From these sizes on, in points, text is large: any, and bold (WCAG 2.2, "large-scale text").
const LARGE: (f64, f64) = (18.0, 14.0);

/// Finds texts with too little contrast.
pub(super) fn contrast(context: &Context<'_>) -> Vec<Found> {
    let press = Press::new(&context.composition.palette);
    let mut all = Vec::new();
    for page in &context.view.pages {
        for (index, text) in page.texts() {
            let Some(colour) = text.fill.as_ref().map(screen) else { continue };
            let needed = needed(text);
            let mut backgrounds: Vec<[u8; 3]> =
                points(text).map(|point| background(page, index, point)).collect();
            backgrounds.sort_unstable();
            backgrounds.dedup();
            for background in backgrounds {
                let on_screen = ratio(luminance(colour), luminance(background));
                let on_paper = press.contrast(colour, background);
                let Some(found) = fault(needed, on_screen, on_paper) else { continue };
                let origins: Vec<usize> = text.origin.into_iter().collect();
                let (name, colour, background) =
                    (context.name(&origins), hex(colour), hex(background));
                let detail = format!(
                    "{name}, {colour} on {background}, has a contrast of {found}, {needed} is needed (WCAG 2.2)"
                );
                all.push(Found::at(page.number, text.area, &origins, detail));
            }
        }
    }
    all
}

/// The contrasts that are too low; `None` if both will do.
fn fault(needed: f64, on_screen: f64, on_paper: Option<f64>) -> Option<String> {
    let on_paper = on_paper.filter(|contrast| *contrast < needed);
    match (on_screen < needed, on_paper) {
        (true, Some(paper)) => Some(format!("{on_screen:.1}, as printed {paper:.1}")),
        (true, None) => Some(format!("{on_screen:.1}")),
        (false, Some(paper)) => Some(format!("{paper:.1} as printed")),
        (false, None) => None,
    }
}

fn needed(text: &Text) -> f64 {
    let (any, bold) = LARGE;
    if text.size >= any || (text.bold && text.size >= bold) { NEEDED_LARGE } else { NEEDED }
}

/// The middles of its first, middle and last glyph: a text may run over the edge of a plane.
fn points(text: &Text) -> impl Iterator<Item = (f64, f64)> {
    let ink = &text.ink;
    let places = [0, ink.len() / 2, ink.len().saturating_sub(1)];
    places.into_iter().filter_map(|place| ink.get(place)).map(|area| area.middle())
}

/// The colour of a point before the item of this place was painted.
fn background(page: &PageView, before: usize, point: (f64, f64)) -> [u8; 3] {
    let mut below = PAPER.screen;
    for item in &page.items[..before] {
        let Item::Shape { area, outline, fill: Some(fill), .. } = item else { continue };
        if area.holds(point) && within(outline, point) {
            below = blend(fill, below);
        }
    }
    below
}

/// An sRGB colour, without what shines through.
fn screen(colour: &Color) -> [u8; 3] {
    let (red, green, blue, _) = colour.to_rgb().into_format::<u8, u8>().into_components();
    [red, green, blue]
}

/// A colour over another, through which that may shine.
fn blend(colour: &Color, below: [u8; 3]) -> [u8; 3] {
    let alpha = colour.alpha().unwrap_or(1.0);
    let mut over = screen(colour);
    if alpha < 1.0 {
        for (part, below) in over.iter_mut().zip(below) {
            let mixed = f32::from(*part) * alpha + f32::from(below) * (1.0 - alpha);
            // The cast loses nothing: the mix is between 0 and 255, since both colours are.
            *part = mixed.round() as u8;
        }
    }
    over
}

/// What the colours of the pages look like in print.
struct Press {
    tints: Tints,
    known: RefCell<HashMap<[u8; 3], Option<f64>>>,
}

impl Press {
    fn new(palette: &[Colour]) -> Press {
        Press { tints: Tints::new(palette), known: RefCell::default() }
    }

    /// The contrast of two colours as printed; `None` if one is no tint of a role.
    fn contrast(&self, one: [u8; 3], other: [u8; 3]) -> Option<f64> {
        Some(ratio(self.luminance(one)?, self.luminance(other)?))
    }

    fn luminance(&self, colour: [u8; 3]) -> Option<f64> {
        let find = || self.ink(colour).and_then(printed_luminance);
        *self.known.borrow_mut().entry(colour).or_insert_with(find)
    }

    /// The ink of a colour in percent; `None` if it is no tint of a role.
    fn ink(&self, colour: [u8; 3]) -> Option<[f64; 4]> {
        let screen = colour.map(|part| f32::from(part) / 255.0);
        Some(self.tints.ink(screen, ROUNDED)?.map(|part| f64::from(part) * 100.0))
    }
}

#[cfg(test)]
mod tests {
    use feuillet_colour::{Colour, printed_luminance};
    use typst::layout::Ratio;
    use typst::visualize::Color;

    use super::{Press, blend, screen};

    const PLUM: Colour = Colour { screen: [0x4b, 0x2a, 0x63], print: [80.0, 95.0, 20.0, 20.0] };

    #[test]
    fn a_tint_of_a_role_is_printed_as_a_tint_of_its_ink() {
        let palette = [PLUM];
        let press = Press::new(&palette);
        let tint = Color::from_u8(0x4b, 0x2a, 0x63, 255).lighten(Ratio::new(0.5));
        let ink = press.ink(screen(&tint)).unwrap();
        assert!(
            ink.iter().zip([40.0, 47.5, 10.0, 10.0]).all(|(one, two)| (one - two).abs() < 0.01)
        );
        let dark = Color::from_u8(0x4b, 0x2a, 0x63, 255).darken(Ratio::new(0.22));
        let ink = press.ink(screen(&dark)).unwrap();
        assert!((ink[3] - 37.6).abs() < 0.01, "{ink:?}");
        assert_eq!(press.ink([1, 200, 3]), None);
        let paper = press.contrast(PLUM.screen, [255; 3]).unwrap();
        assert!((paper - 11.0).abs() < 0.06, "{paper}");
        assert!(printed_luminance(ink).unwrap() < printed_luminance(PLUM.print).unwrap());
    }

    #[test]
    fn what_shines_through_is_mixed() {
        assert_eq!(blend(&Color::from_u8(0, 0, 0, 255), [255; 3]), [0; 3]);
        assert_eq!(blend(&Color::from_u8(0, 0, 0, 51), [255; 3]), [204; 3]);
    }
}
