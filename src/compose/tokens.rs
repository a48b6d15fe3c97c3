//! A theme, a contrast and a profile in; the tokens out that the templates draw with: colours, grounds, planes, rules.

use std::collections::BTreeMap;

use crate::colour::{BLACK, Colour, PAPER};
use crate::load::look::{Contrast, HIGH_CONTRAST};
use crate::load::theme::ROLES;
use crate::load::{Profile, Theme};
use crate::measure::Pt;

/// The contrast of what is drawn and is no text (WCAG 2.2, 1.4.11).
const DRAWN_CONTRAST: f64 = 3.0;

/// How grounds, planes and rules are drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Drawing {
    /// Whether text may stand on a light tint; else it stands on white, in a frame.
    pub(super) tints: bool,
    /// Whether planes are full of their colour, with white text on them; else they are outlines.
    pub(super) planes: bool,
    /// Thickness of rules between rows.
    pub(super) hairline: Pt,
    /// How much lighter than titles those rules are, in percent.
    pub(super) fade: u8,
    /// Thickness of frames and outlines, where a tint or a plane is left out.
    pub(super) line: Pt,
}

/// The drawings by contrast and by whether ink is spared.
const DRAWINGS: [(Contrast, bool, Drawing); 4] = [
    (Contrast::Theme, false, drawing(true, true, 0.5, 62, 0.8)),
    (Contrast::Theme, true, drawing(false, false, 0.5, 40, 0.8)),
    (Contrast::High, false, drawing(false, true, 1.0, 0, 1.2)),
    (Contrast::High, true, drawing(false, false, 1.0, 0, 1.2)),
];

const fn drawing(tints: bool, planes: bool, hairline: f64, fade: u8, line: f64) -> Drawing {
    Drawing { tints, planes, hairline: Pt(hairline), fade, line: Pt(line) }
}

/// The drawing of an edition of this contrast in a profile.
pub(super) fn drawing_of(contrast: Contrast, profile: Profile) -> Drawing {
    let spared = profile == Profile::Office;
    let row = DRAWINGS.iter().find(|row| (row.0, row.1) == (contrast, spared));
    row.map_or(DRAWINGS[0].2, |row| row.2)
}

/// The colours by role. Where there are no tints the ground is the paper's white, and high contrast darkens what is not
/// dark enough.
pub(super) fn colours(
    theme: &Theme,
    contrast: Contrast,
    profile: Profile,
) -> BTreeMap<&str, Colour> {
    let drawing = drawing_of(contrast, profile);
    let own = theme.colours.iter().map(|(role, colour)| {
        let text = ROLES.iter().any(|(name, needed)| name == role && *needed > 0.0);
        let colour = match (role.as_str(), contrast) {
            ("ground", _) if !drawing.tints => PAPER,
            ("ink", Contrast::High) => BLACK,
            ("ground", _) | (_, Contrast::Theme) => *colour,
            (_, Contrast::High) if text => colour.darkened(HIGH_CONTRAST),
            (_, Contrast::High) => colour.darkened(DRAWN_CONTRAST),
        };
        (role.as_str(), colour)
    });
    own.collect()
}

#[cfg(test)]
mod tests {
    use super::{DRAWINGS, drawing_of};
    use crate::load::Profile;

    #[test]
    fn every_contrast_has_a_drawing_for_every_profile() {
        for (contrast, spared, drawing) in DRAWINGS {
            let profile = if spared { Profile::Office } else { Profile::Screen };
            assert_eq!(drawing_of(contrast, profile), drawing);
            assert_eq!(drawing.planes, !spared, "ink is spared where planes are left out");
        }
    }
}
