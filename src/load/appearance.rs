//! Turns the keys of an edition that change how it looks into its appearance: contrast, cover, division of words.

use crate::diagnostic::{Located, Span};
use crate::fields::Fields;

/// How an edition looks beside its theme.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Appearance {
    /// How far text stands out from its background.
    pub(crate) contrast: Contrast,
    /// What the cover tells, and where that is said in `brochure.toml`.
    pub(crate) cover: Option<Located<Cover>>,
    /// Whether a word may be divided at the end of a line.
    pub(crate) hyphenate: bool,
}

/// How far text stands out from its background.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Contrast {
    /// As the theme has it.
    #[default]
    Theme,
    /// Black on white, every coloured text with a contrast of [`HIGH_CONTRAST`] at least.
    High,
}

/// What a cover tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cover {
    /// The title, and what else stands in the section.
    Open,
    /// Nothing of what the brochure is about: a phone or a bag may be searched.
    Discreet,
}

/// The contrast of all text in an edition of high contrast (WCAG 2.2, 1.4.6, level AAA).
pub(crate) const HIGH_CONTRAST: f64 = 7.0;

/// The contrasts and their names.
const CONTRASTS: [(&str, Contrast); 2] = [("theme", Contrast::Theme), ("high", Contrast::High)];

/// The covers and their names.
const COVERS: [(&str, Cover); 2] = [("open", Cover::Open), ("discreet", Cover::Discreet)];

impl Appearance {
    /// Where a discreet cover is asked for, if it is.
    #[must_use]
    pub(crate) fn discreet(&self) -> Option<&Span> {
        let cover = self.cover.as_ref().filter(|cover| cover.value == Cover::Discreet);
        cover.map(|cover| &cover.span)
    }
}

/// Reads the keys.
pub(super) fn read_appearance(fields: &Fields<'_>) -> Appearance {
    Appearance {
        contrast: fields.word("contrast", &CONTRASTS).map(|word| word.value).unwrap_or_default(),
        cover: fields.word("cover", &COVERS),
        hyphenate: fields.optional("hyphenate").is_none_or(|found| found.value),
    }
}
