//! Gives a meaning to the words by which `brochure.toml` names kinds of printed matter, bindings and profiles.

use feuillet_units::Pt;
use serde::{Deserialize, Serialize};

/// A kind of printed matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// A sheet that is folded, or a flat one; each page is a panel of it.
    Leaflet,
    /// A small sheet for a wallet or a shoe, folded once.
    Card,
    /// Facing pages over which text flows.
    Booklet,
}

/// How the sheets of a booklet are held together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Binding {
    /// Folded in the middle and stapled there.
    #[default]
    Fold,
    /// Single sheets, printed on both sides and stapled at the side or in a corner.
    Side,
}

/// The bindings and their names.
pub(crate) const BINDINGS: [(&str, Binding); 2] =
    [("fold", Binding::Fold), ("side", Binding::Side)];

impl Binding {
    /// How many pages one sheet has: the number of pages is a multiple of it.
    #[must_use]
    pub(crate) fn pages_of_a_sheet(self) -> usize {
        match self {
            Binding::Fold => 4,
            Binding::Side => 2,
        }
    }
}

/// The height of small letters as a share of the size, for which the least sizes of the forms are meant: that of
/// Source Sans 3.
pub(crate) const REFERENCE_X_HEIGHT: f64 = 0.486;

/// The forms and their names.
pub(super) const FORMS: [(&str, Form); 3] =
    [("leaflet", Form::Leaflet), ("card", Form::Card), ("booklet", Form::Booklet)];

impl Form {
    /// The least size of running text that can be read without strain, in points, in a family whose small letters are
    /// [`REFERENCE_X_HEIGHT`] high.
    #[must_use]
    pub(crate) fn legible(self) -> Pt {
        match self {
            Form::Leaflet => Pt(9.0),
            Form::Card => Pt(7.5),
            Form::Booklet => Pt(10.0),
        }
    }

    /// Whether its pages are panels of one sheet.
    #[must_use]
    pub(crate) fn is_one_sheet(self) -> bool {
        self != Form::Booklet
    }

    /// Its name in messages: "a leaflet".
    #[must_use]
    pub(crate) fn with_article(self) -> &'static str {
        match self {
            Form::Leaflet => "a leaflet",
            Form::Card => "a pocket card",
            Form::Booklet => "a booklet",
        }
    }

    /// The name of its template.
    #[must_use]
    pub(crate) fn template(self) -> &'static str {
        match self {
            Form::Leaflet => "leaflet.typ",
            Form::Card => "card.typ",
            Form::Booklet => "booklet.typ",
        }
    }
}

/// What a PDF is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Profile {
    /// Reading on a screen: PDF/UA-1 and PDF/A-2a, links, small.
    Screen,
    /// The print shop: CMYK, bleed, PDF/X-4; a booklet page by page, a leaflet as its flat sheet.
    Print,
    /// The office's own printer: A4, both sides, little ink, PDF 1.7.
    Office,
    /// Reading for translators and reviewers: the pages of the screen, with notes beside them.
    Proof,
}

/// The profiles and their names.
pub(crate) const PROFILES: [(&str, Profile); 4] = [
    ("screen", Profile::Screen),
    ("print", Profile::Print),
    ("office", Profile::Office),
    ("proof", Profile::Proof),
];

impl Profile {
    /// Whether it is read on paper, where nobody can follow a link.
    #[must_use]
    pub(crate) fn is_on_paper(self) -> bool {
        matches!(self, Profile::Print | Profile::Office)
    }

    /// Whether tints and planes are drawn as outlines.
    #[must_use]
    pub(crate) fn spares_ink(self) -> bool {
        self == Profile::Office
    }

    /// Its name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Profile::Screen => "screen",
            Profile::Print => "print",
            Profile::Office => "office",
            Profile::Proof => "proof",
        }
    }
}
