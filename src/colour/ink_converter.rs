//! Turns screen colours into ink within a limit; a colour of the theme into the ink that the theme gives it.

use std::collections::HashMap;

use super::{Colour, OutputProfile};

/// How far each component of a colour may be from the tint that it is taken for, of 255.
const TOLERANCE: f64 = 1.0;

/// Converts the colours of one file to ink.
///
/// ```
/// use feuillet_colour::{Colour, InkConverter, OutputProfile};
///
/// let plum = Colour { screen: [75, 42, 99], print: [80.0, 95.0, 20.0, 20.0] };
/// let profile = OutputProfile::fogra39().unwrap();
/// let mut inks = InkConverter::new(&profile, &[plum], 300.0);
/// assert_eq!(inks.convert(plum.screen), [204, 242, 51, 51]);
/// assert_eq!(inks.convert([0, 0, 0]), [0, 0, 0, 255]);
/// ```
#[derive(Debug)]
pub struct InkConverter<'a> {
    profile: &'a OutputProfile,
    /// The colours of the theme with their ink, 255 for a full plate.
    theme: Vec<([u8; 3], [u8; 4])>,
    limit: u16,
    converted: HashMap<[u8; 3], [u8; 4]>,
}

impl<'a> InkConverter<'a> {
    /// Takes the colours of the theme, each with its ink, and the most ink that the paper takes, in percent of one full
    /// plate (300 for coated paper).
    #[must_use]
    pub fn new(profile: &'a OutputProfile, theme: &[Colour], limit: f64) -> InkConverter<'a> {
        // Clamped to a byte, which is also the precision in which Typst keeps an ink.
        let plate = |percent: f64| (percent.clamp(0.0, 100.0) * 2.55).round() as u8;
        let limit = (limit.clamp(100.0, 400.0) * 255.0 / 100.0).floor() as u16;
        let theme = theme.iter().map(|colour| (colour.screen, colour.print.map(plate))).collect();
        InkConverter { profile, theme, limit, converted: HashMap::new() }
    }

    /// Gives the printing condition.
    #[must_use]
    pub fn profile(&self) -> &'a OutputProfile {
        self.profile
    }

    /// Gives the most ink in total, 255 for one full plate.
    #[must_use]
    pub fn limit(&self) -> u16 {
        self.limit
    }

    /// Converts a colour of text or of a drawing to ink, 255 for a full plate, never above the limit. In this order: a
    /// colour of the theme has the theme's ink; a grey is black ink alone, which no misregistration can tint; a mixture of
    /// a colour of the theme and white is a tint of its ink; anything else is converted by the profile, relative
    /// colorimetric.
    pub fn convert(&mut self, screen: [u8; 3]) -> [u8; 4] {
        if let Some(ink) = self.converted.get(&screen) {
            return *ink;
        }
        let ink = self
            .theme_ink(screen)
            .or_else(|| self.black_ink(screen))
            .or_else(|| self.tint_ink(screen));
        let ink = limit_ink(ink.unwrap_or_else(|| self.profile.to_cmyk(screen)), self.limit);
        self.converted.insert(screen, ink);
        ink
    }

    /// Converts a colour by the profile alone, within the limit.
    #[must_use]
    pub fn convert_by_profile(&self, screen: [u8; 3]) -> [u8; 4] {
        limit_ink(self.profile.to_cmyk(screen), self.limit)
    }

    /// Lists the colours of the theme other than greys, with their ink, within the limit.
    #[must_use]
    pub fn theme_colours(&self) -> Vec<([u8; 3], [u8; 4])> {
        let coloured = self.theme.iter().filter(|(screen, _)| !is_grey(*screen));
        coloured.map(|(screen, ink)| (*screen, limit_ink(*ink, self.limit))).collect()
    }

    fn theme_ink(&self, screen: [u8; 3]) -> Option<[u8; 4]> {
        self.theme.iter().find(|(known, _)| *known == screen).map(|(_, ink)| *ink)
    }

    fn black_ink(&self, screen: [u8; 3]) -> Option<[u8; 4]> {
        is_grey(screen).then(|| [0, 0, 0, self.profile.black_for_grey(screen[0])])
    }

    fn tint_ink(&self, screen: [u8; 3]) -> Option<[u8; 4]> {
        let coloured = self.theme.iter().filter(|(known, _)| !is_grey(*known));
        let tints = coloured.filter_map(|(known, ink)| {
            let share = share_of(*known, screen)?;
            // A share of a byte fits into a byte.
            Some(ink.map(|part| (f64::from(part) * share).round() as u8))
        });
        tints.into_iter().next()
    }
}

/// The share of a colour in a mixture of it and white, 0 to 1; `None` if it is no such mixture. Unlike the tints that
/// templates make ([`crate::Tints`]), those of a drawing that was brought along are of any share, and only as exact as
/// their 8 bits.
fn share_of(colour: [u8; 3], mixture: [u8; 3]) -> Option<f64> {
    let depth = |part: u8| 255.0 - f64::from(part);
    let whole = |colour: [u8; 3]| colour.map(depth).iter().sum::<f64>();
    let share = whole(mixture) / whole(colour);
    let near =
        |part: usize| (depth(mixture[part]) - depth(colour[part]) * share).abs() <= TOLERANCE;
    ((0.05..1.0).contains(&share) && (0..3).all(near)).then_some(share)
}

/// Whether it has no hue.
fn is_grey([red, green, blue]: [u8; 3]) -> bool {
    red == green && green == blue
}

/// Reduces an ink to a limit in total, both in parts of 255. Black, which carries the contours, stays; cyan, magenta and
/// yellow are reduced by one factor, so that the hue stays too.
#[must_use]
pub fn limit_ink(ink: [u8; 4], limit: u16) -> [u8; 4] {
    let [cyan, magenta, yellow, black] = ink.map(u16::from);
    let coloured = cyan + magenta + yellow;
    if coloured + black <= limit {
        return ink;
    }
    let room = u32::from(limit.saturating_sub(black));
    let reduced = |part: u16| {
        u8::try_from(u32::from(part) * room / u32::from(coloured.max(1))).unwrap_or(u8::MAX)
    };
    [reduced(cyan), reduced(magenta), reduced(yellow), ink[3]]
}

#[cfg(test)]
mod tests {
    use super::{InkConverter, limit_ink};
    use crate::{Colour, OutputProfile};

    const PLUM: Colour = Colour { screen: [0x4b, 0x2a, 0x63], print: [80.0, 95.0, 20.0, 20.0] };
    const INK: Colour = Colour { screen: [0x1a; 3], print: [0.0, 0.0, 0.0, 100.0] };

    #[test]
    fn colours_of_the_theme_have_the_ink_of_the_theme() {
        let profile = OutputProfile::fogra39().unwrap();
        let mut inks = InkConverter::new(&profile, &[PLUM, INK], 300.0);
        assert_eq!(inks.convert(PLUM.screen), [204, 242, 51, 51]);
        assert_eq!(inks.convert(INK.screen), [0, 0, 0, 255]);
        assert_eq!(inks.convert([255; 3]), [0; 4]);
        // Half of the plum on white.
        assert_eq!(inks.convert([0xa5, 0x95, 0xb1]), [102, 121, 25, 25]);
        assert_ne!(inks.convert([0xa5, 0x95, 0xb5]), [102, 121, 25, 25]);
    }

    #[test]
    fn greys_are_black_ink_alone_and_darker_ones_have_more_of_it() {
        let profile = OutputProfile::fogra39().unwrap();
        let mut inks = InkConverter::new(&profile, &[], 300.0);
        let mut last = 255;
        for grey in 0..=255 {
            let [cyan, magenta, yellow, black] = inks.convert([grey; 3]);
            assert_eq!((cyan, magenta, yellow), (0, 0, 0));
            assert!(black <= last, "{grey}");
            last = black;
        }
        assert_eq!((inks.convert([0; 3])[3], inks.convert([255; 3])[3]), (255, 0));
    }

    #[test]
    fn no_ink_is_above_the_limit_and_hue_and_black_stay() {
        assert_eq!(limit_ink([204, 242, 51, 51], 765), [204, 242, 51, 51]);
        assert_eq!(limit_ink([255; 4], 765), [170, 170, 170, 255]);
        assert_eq!(limit_ink([255, 255, 0, 255], 612), [178, 178, 0, 255]);
        assert_eq!(limit_ink([200, 100, 50, 0], 255), [145, 72, 36, 0]);
        assert_eq!(limit_ink([1, 1, 1, 255], 255), [0, 0, 0, 255]);
        let profile = OutputProfile::fogra39().unwrap();
        let inks = InkConverter::new(&profile, &[], 240.0);
        for screen in [[0, 0, 0], [0, 0, 60], [40, 0, 0], [10, 30, 0]] {
            let sum: u16 = inks.convert_by_profile(screen).map(u16::from).iter().sum();
            assert!(sum <= 612, "{screen:?}: {sum}");
        }
    }
}
