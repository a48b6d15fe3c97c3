//! Turns the keys of an edition that change how it looks into its appearance: contrast, cover, division of words.

use std::collections::BTreeMap;

use crate::diagnostic::{Located, Span};
use crate::fields::{Fields, Table, Value};
use crate::load::form::{PROFILES, Profile};

/// How an edition looks beside its theme.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Appearance {
    /// How far text stands out from its background.
    pub(crate) contrast: Contrast,
    /// The profiles in which the cover tells nothing of what the brochure is about, and where that is said in
    /// `brochure.toml`: a phone or a bag may be searched.
    discreet: BTreeMap<Profile, Span>,
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
pub(super) enum Cover {
    /// The title, and what else stands in the section.
    Open,
    /// Nothing of what the brochure is about: a phone or a bag may be searched.
    Discreet,
}

/// The contrast of all text in an edition of high contrast (WCAG 2.2, 1.4.6, level AAA).
pub(crate) const HIGH_CONTRAST: f64 = 7.0;

/// The contrasts and their names.
pub(super) const CONTRASTS: [(&str, Contrast); 2] =
    [("theme", Contrast::Theme), ("high", Contrast::High)];

/// The covers and their names.
pub(super) const COVERS: [(&str, Cover); 2] =
    [("open", Cover::Open), ("discreet", Cover::Discreet)];

impl Appearance {
    /// Where a discreet cover is asked for, if it is.
    #[must_use]
    pub(crate) fn discreet(&self) -> Option<&Span> {
        self.discreet.values().next()
    }

    /// The same with a cover that is discreet in a profile.
    #[must_use]
    pub(crate) fn with_discreet(mut self, profile: Profile, place: &Span) -> Appearance {
        self.discreet.insert(profile, place.clone());
        self
    }

    /// Whether the cover is discreet in a profile.
    #[must_use]
    pub(crate) fn is_discreet(&self, profile: Profile) -> bool {
        self.discreet.contains_key(&profile)
    }
}

/// Reads the keys.
pub(super) fn read_appearance(fields: &Fields<'_>) -> Appearance {
    Appearance {
        contrast: fields.word("contrast", &CONTRASTS).map(|word| word.value).unwrap_or_default(),
        discreet: read_discreet(fields),
        hyphenate: fields.optional("hyphenate").is_none_or(|found| found.value),
    }
}

/// Reads the profiles in which the cover is discreet: `cover = "discreet"` for all of them, `cover = { screen = "discreet" }` for
/// some.
fn read_discreet(fields: &Fields<'_>) -> BTreeMap<Profile, Span> {
    let is_table = fields.raw("cover").is_some_and(|value| matches!(value.value, Value::Table(_)));
    let covers: Vec<(Profile, Located<Cover>)> = if is_table {
        let Some(table) = fields.optional::<Table>("cover") else { return BTreeMap::new() };
        let inner = Fields::new(&table.value, &table.span, "`cover`", fields.report());
        let named = PROFILES.iter();
        let named =
            named.filter_map(|(name, profile)| Some((*profile, inner.word(name, &COVERS)?)));
        let named = named.collect();
        inner.finish();
        named
    } else {
        let cover = fields.word("cover", &COVERS);
        let all = PROFILES.iter().map(|(_, profile)| *profile);
        cover.map(|cover| all.map(|profile| (profile, cover.clone())).collect()).unwrap_or_default()
    };
    let discreet = covers.into_iter().filter(|(_, cover)| cover.value == Cover::Discreet);
    discreet.map(|(profile, cover)| (profile, cover.span)).collect()
}
