//! Finds of which colour of a theme a screen colour is a tint or a shade, and which ink prints it.

use std::cell::RefCell;
use std::collections::HashMap;

use crate::{Colour, PAPER};

/// How far a colour that was rounded to 255 steps may be from the tint that it is, in each part of 0 to 1.
pub const ROUNDED: f32 = 0.5 / 255.0 + 1e-6;

/// How far a colour that was not rounded may be from the tint that it is: finer than the steps of any tint.
pub const EXACT: f32 = 0.5 / 65535.0;

/// The colours of a theme and paper, with all their tints and shades in whole percents, as templates make them.
///
/// Drawings that are brought along have tints of any share, not of whole percents: for those, [`crate::InkConverter`] measures the
/// share instead.
#[derive(Debug, Clone)]
pub struct Tints {
    /// Colours on the screen and in print, in parts of 0 to 1.
    rows: Vec<([f32; 3], [f32; 4])>,
    found: RefCell<HashMap<[u32; 4], Option<[f32; 4]>>>,
}

impl Tints {
    /// The tints of these colours. Where two look the same, paper comes first, then the colours themselves, then what is
    /// lightened or darkened least.
    #[must_use]
    pub fn new(palette: &[Colour]) -> Tints {
        let mut rows: Vec<_> = [PAPER].iter().chain(palette).map(parts).collect();
        for percent in 1..=100 {
            // Typst counts in parts of this size too: inks come out the same to the last bit.
            let share = (f64::from(percent) / 100.0) as f32;
            for (screen, print) in palette.iter().map(parts) {
                let more = |part: f32| (part + (1.0 - part) * share).clamp(0.0, 1.0);
                let less = |part: f32| (part - part * share).clamp(0.0, 1.0);
                rows.push((screen.map(more), print.map(less)));
                rows.push((screen.map(less), print.map(more)));
            }
        }
        Tints { rows, found: RefCell::default() }
    }

    /// The ink of a colour, cyan, magenta, yellow and black of 0 to 1; `None` if it is none of the tints. Each of its parts
    /// may be off by `tolerance`: [`EXACT`] or [`ROUNDED`].
    #[must_use]
    pub fn ink(&self, screen: [f32; 3], tolerance: f32) -> Option<[f32; 4]> {
        let [red, green, blue] = screen.map(f32::to_bits);
        let find = || {
            let near = |row: &&([f32; 3], [f32; 4])| {
                row.0.iter().zip(screen).all(|(one, other)| (one - other).abs() <= tolerance)
            };
            self.rows.iter().find(near).map(|(_, print)| *print)
        };
        let key = [red, green, blue, tolerance.to_bits()];
        *self.found.borrow_mut().entry(key).or_insert_with(find)
    }
}

/// A colour in parts of 0 to 1.
fn parts(colour: &Colour) -> ([f32; 3], [f32; 4]) {
    // Percentages have few digits.
    let print = colour.print.map(|part| (part / 100.0) as f32);
    (colour.screen.map(|part| f32::from(part) / 255.0), print)
}

#[cfg(test)]
mod tests {
    use super::{EXACT, ROUNDED, Tints};
    use crate::{BLACK, Colour};

    const PLUM: Colour = Colour { screen: [0x4b, 0x2a, 0x63], print: [80.0, 95.0, 20.0, 20.0] };

    fn close(one: [f32; 4], other: [f32; 4]) -> bool {
        one.iter().zip(other).all(|(one, other)| (one - other).abs() < 1e-5)
    }

    #[test]
    fn a_tint_is_printed_as_the_same_tint_of_the_ink() {
        let tints = Tints::new(&[PLUM]);
        for percent in [0.0_f32, 22.0, 40.0, 88.0] {
            let share = percent / 100.0;
            let screen = PLUM.screen.map(|part| f32::from(part) / 255.0);
            let lighter = screen.map(|part| part + (1.0 - part) * share);
            let ink = tints.ink(lighter, EXACT).unwrap();
            assert!(close(ink, [0.8, 0.95, 0.2, 0.2].map(|part: f32| part * (1.0 - share))));
            let rounded = lighter.map(|part| (part * 255.0).round() / 255.0);
            assert_eq!(tints.ink(rounded, ROUNDED), Some(ink), "{percent}");
        }
        assert_eq!(tints.ink([0.1, 0.9, 0.1], ROUNDED), None, "no colour of the theme");
    }

    #[test]
    fn black_is_the_black_of_the_theme_and_no_darkened_colour() {
        let tints = Tints::new(&[PLUM, BLACK]);
        assert_eq!(tints.ink([0.0; 3], EXACT), Some([0.0, 0.0, 0.0, 1.0]));
        assert_eq!(tints.ink([1.0; 3], EXACT), Some([0.0; 4]));
    }
}
