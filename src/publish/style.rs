//! Writes the style sheet of a site with the colours of the theme, for light screens and for dark ones.

use feuillet_colour::{contrast, hex, luminance};

use crate::load::Theme;
use crate::load::theme::ROLES;

/// The style sheet of all pages, without its colours.
const STYLE: &str = include_str!("assets/style.css");

/// The ground of boxes on a dark screen: what is written in colours stands on it or on the darker page.
const DARK_BOX: [u8; 3] = [0x23, 0x23, 0x27];

/// What a dark screen shows elsewhere.
const DARK: &str = "--page:#141416;--ground:#232327;--ink:#ececf0;--rule:#3b3b42;--hover:#2e2e34;";

/// The contrast of text in a colour, and of white text on it; WCAG 2.2 asks for 4.5.
const LEGIBLE: f64 = 5.0;

/// The roles that texts and grounds of texts are coloured with.
const TEXT_ROLES: [&str; 3] = ["primary", "secondary", "alert"];

/// Writes the style sheet.
pub(super) fn style(theme: &Theme) -> String {
    let colours = &theme.colours;
    let named = ROLES.iter().filter_map(|(role, _)| Some((role, colours.get(*role)?.hex())));
    let named: String = named.map(|(role, hex)| format!("--{role}:{hex};")).collect();
    // The large ground of a head is dark on any screen.
    let band = colours.get("primary").map(|colour| format!("--band:{};", colour.hex()));
    let band = band.unwrap_or_default();
    let dark = TEXT_ROLES.iter().filter_map(|role| Some((role, colours.get(*role)?.screen)));
    let dark = dark.map(|(role, colour)| {
        let (text, ground) = (hex(text_on_dark(colour)), hex(ground_on_dark(colour)));
        format!("--{role}-text:{text};--{role}:{ground};")
    });
    let dark: String = dark.collect();
    format!(
        ":root{{{named}{band}}}\n{STYLE}@media screen and (prefers-color-scheme:dark){{:root{{{DARK}{dark}}}}}\n"
    )
}

/// A colour as text on a dark screen: only as light as it must be.
fn text_on_dark(colour: [u8; 3]) -> [u8; 3] {
    let ground = luminance(DARK_BOX);
    let mut steps = (0..=100).map(|percent| lightened(colour, percent));
    let legible = |colour: &[u8; 3]| contrast(luminance(*colour), ground) >= LEGIBLE;
    steps.find(legible).unwrap_or([255; 3])
}

/// A colour as the ground of white text on a dark screen: light enough to stand out, and no lighter than the text allows.
fn ground_on_dark(colour: [u8; 3]) -> [u8; 3] {
    let steps = (0..=30).map(|percent| lightened(colour, percent));
    let legible = |colour: &[u8; 3]| contrast(luminance(*colour), 1.0) >= LEGIBLE;
    steps.take_while(legible).last().unwrap_or(colour)
}

/// A colour with so much white in it, in percent.
fn lightened(colour: [u8; 3], percent: u32) -> [u8; 3] {
    colour.map(|part| {
        let part = u32::from(part);
        // What is between two bytes is a byte.
        u8::try_from(part + (255 - part) * percent / 100).unwrap_or(255)
    })
}

#[cfg(test)]
mod tests {
    use feuillet_colour::{contrast, luminance};

    use super::{DARK_BOX, ground_on_dark, text_on_dark};

    #[test]
    fn colours_are_legible_on_dark_screens() {
        for colour in [[0x4B, 0x2A, 0x63], [0x1B, 0x64, 0x70], [0xA6, 0x3A, 0x1C], [0; 3]] {
            let on_box = |colour| contrast(luminance(colour), luminance(DARK_BOX));
            let text = text_on_dark(colour);
            assert!((5.0..5.6).contains(&on_box(text)), "{text:?}");
            let ground = ground_on_dark(colour);
            assert!(contrast(luminance(ground), 1.0) >= 5.0, "{ground:?}");
            assert!(on_box(ground) >= on_box(colour) || colour == [0; 3], "{ground:?}");
        }
    }
}
