//! Describes colours on the screen and in print: their luminance and contrast, and the ink that prints them.
//!
//! ```
//! use feuillet_colour::{BLACK, PAPER};
//!
//! assert_eq!(PAPER.hex(), "#ffffff");
//! assert_eq!(BLACK.contrast(&PAPER), 21.0);
//! ```

mod ink_converter;
mod picture;
mod profile;
mod tints;

use std::sync::LazyLock;

pub use ink_converter::{InkConverter, limit_ink};
pub use picture::{PictureProfile, ink_to_screen, picture_profile, ycck_to_cmyk};
pub use profile::{OutputProfile, PixelConverter, ProfileError, srgb_greys};
pub use tints::{EXACT, ROUNDED, Tints};

/// A colour on the screen and in print.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Colour {
    /// sRGB, 0 to 255.
    pub screen: [u8; 3],
    /// Cyan, magenta, yellow and black in percent.
    pub print: [f64; 4],
}

/// White paper.
pub const PAPER: Colour = Colour { screen: [255, 255, 255], print: [0.0, 0.0, 0.0, 0.0] };

/// Black text.
pub const BLACK: Colour = Colour { screen: [0, 0, 0], print: [0.0, 0.0, 0.0, 100.0] };

impl Colour {
    /// Writes the screen colour as "#4b2a63".
    #[must_use]
    pub fn hex(&self) -> String {
        hex(self.screen)
    }

    /// Darkens the colour just enough for this contrast with white paper; in print with as much black.
    #[must_use]
    pub fn darkened(&self, contrast: f64) -> Colour {
        let darker = |percent: u8| {
            let share = f64::from(percent) / 100.0;
            let [cyan, magenta, yellow, black] = self.print;
            // A share of a byte fits into a byte.
            let screen = self.screen.map(|part| (f64::from(part) * share).floor() as u8);
            Colour { screen, print: [cyan, magenta, yellow, 100.0 - (100.0 - black) * share] }
        };
        let mut steps = (0..=100).rev().map(darker);
        steps.find(|colour| colour.contrast(&PAPER) >= contrast).unwrap_or(BLACK)
    }

    /// Gives the contrast ratio of two colours on the screen, 1 to 21.
    #[must_use]
    pub fn contrast(&self, other: &Colour) -> f64 {
        contrast(luminance(self.screen), luminance(other.screen))
    }

    /// Gives the contrast ratio of two colours on coated paper, 1 to 21; `None` if the profile can't be used.
    #[must_use]
    pub fn printed_contrast(&self, other: &Colour) -> Option<f64> {
        Some(contrast(printed_luminance(self.print)?, printed_luminance(other.print)?))
    }
}

/// Writes an sRGB colour as "#4b2a63".
#[must_use]
pub fn hex([red, green, blue]: [u8; 3]) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// Gives the relative luminance of an sRGB colour, 0 to 1 (WCAG 2.2, "relative luminance").
#[must_use]
pub fn luminance(screen: [u8; 3]) -> f64 {
    let linear = screen.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

/// Gives the contrast ratio of two relative luminances, 1 to 21 (WCAG 2.2, "contrast ratio").
#[must_use]
pub fn contrast(one: f64, two: f64) -> f64 {
    let (one, two) = (one + 0.05, two + 0.05);
    if one > two { one / two } else { two / one }
}

/// The printing condition that contrasts are measured for.
static PRESS: LazyLock<Option<OutputProfile>> = LazyLock::new(OutputProfile::fogra39);

/// Gives the relative luminance of an ink, in percent, on coated paper (FOGRA39), 0 to 1; `None` if the profile can't be
/// used. The paper counts as white, since readers adapt to it, and the darkest ink as black: the 0.05 of WCAG allow already
/// for the light that any surface reflects.
#[must_use]
pub fn printed_luminance(ink: [f64; 4]) -> Option<f64> {
    Some(luminance(PRESS.as_ref()?.to_srgb(ink)))
}

#[cfg(test)]
mod tests {
    use super::{BLACK, Colour, PAPER, contrast, printed_luminance};

    const PLUM: Colour = Colour { screen: [0x4b, 0x2a, 0x63], print: [80.0, 95.0, 20.0, 20.0] };

    #[test]
    fn contrast_is_that_of_wcag() {
        let black = Colour { screen: [0; 3], print: [0.0, 0.0, 0.0, 100.0] };
        assert!((black.contrast(&PAPER) - 21.0).abs() < 1e-9);
        assert!((PLUM.contrast(&PAPER) - 11.6).abs() < 0.1, "{}", PLUM.contrast(&PAPER));
        assert!((contrast(0.5, 0.5) - 1.0).abs() < 1e-9);
    }

    #[test]
    fn ink_prints_as_fogra39_says() {
        let teal = Colour { screen: [0x1b, 0x64, 0x70], print: [90.0, 48.0, 45.0, 18.0] };
        let brick = Colour { screen: [0xa6, 0x3a, 0x1c], print: [18.0, 88.0, 100.0, 25.0] };
        for (colour, expected) in [(PLUM, 11.0), (teal, 7.0), (brick, 6.6)] {
            let found = colour.printed_contrast(&PAPER).unwrap();
            assert!((found - expected).abs() < 0.06, "{found} for {:?}", colour.print);
        }
        assert!((printed_luminance(PAPER.print).unwrap() - 1.0).abs() < 0.005);
    }

    #[test]
    fn a_colour_is_darkened_by_no_more_than_it_must_be() {
        let teal = Colour { screen: [0x1b, 0x64, 0x70], print: [90.0, 48.0, 45.0, 18.0] };
        let darker = teal.darkened(7.0);
        assert!((7.0..7.3).contains(&darker.contrast(&PAPER)), "{}", darker.contrast(&PAPER));
        assert!(darker.print[3] > 18.0 && darker.print[..3] == teal.print[..3]);
        assert_eq!(teal.darkened(6.0), teal, "it is dark enough");
        assert_eq!(PAPER.darkened(21.0), BLACK);
    }
}
