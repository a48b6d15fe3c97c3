//! Turns a theme, a contrast and one or all profiles into the tokens that the templates draw with: colours, backgrounds,
//! planes, rules.

use std::collections::BTreeMap;

use feuillet_colour::{BLACK, Colour, PAPER};
use feuillet_units::Pt;

use crate::load::appearance::{Contrast, HIGH_CONTRAST};
use crate::load::theme::ROLES;
use crate::load::{Profile, Theme};

/// The contrast of what is drawn and is no text (WCAG 2.2, 1.4.11).
const DRAWN_CONTRAST: f64 = 3.0;

/// The profiles that a theme is written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ProfileScope {
    /// All profiles at once: paints that not all of them show are marked, and [`crate::typeset`] gives each its own.
    All,
    /// One profile alone, as stock Typst is to set it.
    One(Profile),
}

/// How tints or planes are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Drawn {
    /// In their colour.
    Full,
    /// As outlines, or not at all, to save ink.
    InkSaving,
    /// Both, each marked for the profiles that show it.
    Both,
}

impl Drawn {
    /// Its name in the templates.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Drawn::Full => "full",
            Drawn::InkSaving => "ink-saving",
            Drawn::Both => "both",
        }
    }

    fn of(scope: ProfileScope) -> Drawn {
        match scope {
            ProfileScope::All => Drawn::Both,
            ProfileScope::One(profile) if profile.spares_ink() => Drawn::InkSaving,
            ProfileScope::One(_) => Drawn::Full,
        }
    }
}

/// How grounds, planes and rules are drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Drawing {
    /// Light tints, on which text may stand; outlines have white paper instead.
    pub(super) tints: Drawn,
    /// Planes full of their colour, with white text on them.
    pub(super) planes: Drawn,
    /// Rules under links.
    pub(super) links: Drawn,
    /// Thickness of rules between rows.
    pub(super) hairline: Pt,
    /// How much lighter than titles those rules are, in percent.
    pub(super) fade: u8,
    /// Thickness of frames and outlines, where a tint or a plane is left out.
    pub(super) line: Pt,
}

/// The drawing of an edition of this contrast.
pub(super) fn drawing_of(contrast: Contrast, scope: ProfileScope) -> Drawing {
    let drawn = Drawn::of(scope);
    let links = match scope {
        ProfileScope::All => Drawn::Both,
        ProfileScope::One(profile) if profile.is_on_paper() => Drawn::InkSaving,
        ProfileScope::One(_) => Drawn::Full,
    };
    match contrast {
        Contrast::Theme => {
            let (hairline, line) = (Pt(0.5), Pt(0.8));
            Drawing { tints: drawn, planes: drawn, links, hairline, fade: 50, line }
        }
        // Text stands on white in all profiles.
        Contrast::High => {
            let (tints, hairline, line) = (Drawn::InkSaving, Pt(1.0), Pt(1.2));
            Drawing { tints, planes: drawn, links, hairline, fade: 0, line }
        }
    }
}

/// Whether the ground is marked in the templates, since not all profiles show it.
pub(super) fn is_marked_ground(drawing: &Drawing) -> bool {
    drawing.tints == Drawn::Both
}

/// The colours by role. Where there are no tints the ground is the paper's white, and high contrast darkens what is not
/// dark enough.
pub(super) fn colours(
    theme: &Theme,
    contrast: Contrast,
    scope: ProfileScope,
) -> BTreeMap<&str, Colour> {
    let drawing = drawing_of(contrast, scope);
    let own = theme.colours.iter().map(|(role, colour)| {
        let text = ROLES.iter().any(|(name, needed)| name == role && *needed > 0.0);
        let colour = match (role.as_str(), contrast) {
            ("ground", _) if drawing.tints == Drawn::InkSaving => PAPER,
            ("ink", Contrast::High) => BLACK,
            ("ground", _) | (_, Contrast::Theme) => *colour,
            (_, Contrast::High) if text => colour.darkened(HIGH_CONTRAST),
            (_, Contrast::High) => colour.darkened(DRAWN_CONTRAST),
        };
        (role.as_str(), colour)
    });
    own.collect()
}
