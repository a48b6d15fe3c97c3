//! Describes the files of a site, as `index.json` lists them.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::language::Tag;
use crate::load::{Edition, Form, Profile};

/// The way from a page of a language to the root of its site.
pub(super) const ROOT: &str = "../../";

/// A file of a site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct Entry {
    /// Figures that stand for its brochure, and stay when that gets another name; not its id.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) brochure: String,
    /// The public name of its brochure.
    pub(crate) name: String,
    /// The title of the brochure in the language of the file: the neutral one, unless the site is an open one.
    pub(crate) title: String,
    /// The edition.
    pub(crate) edition: String,
    /// What kind of thing it is.
    pub(crate) kind: Kind,
    /// The language on whose page it stands.
    pub(crate) language: Tag,
    /// Its languages, in the order of the page, if it has several; then it stands on the page of each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) languages: Vec<Tag>,
    /// What the file is for.
    #[serde(rename = "for")]
    pub(crate) purpose: Purpose,
    /// The version of its release.
    pub(crate) version: String,
    /// The day of its release, like `2026-11-29`.
    pub(crate) date: String,
    /// Whether it may be handed out.
    pub(crate) state: State,
    /// Its path below the site; it is the same in each release.
    pub(crate) path: String,
    /// Its path among the files of its release.
    pub(crate) version_path: String,
    /// Its SHA-256, in hexadecimal digits.
    pub(crate) sha256: String,
    /// Its size in bytes.
    pub(crate) bytes: usize,
    /// How many pages it has; on sheets each side is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) pages: Option<usize>,
    /// A small picture of its first page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) picture: Option<Picture>,
    /// What it says of the facts, as checksums: where one of them is no longer true, the next run withdraws the file.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub(crate) says: BTreeSet<String>,
}

/// A small picture of a first page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Picture {
    /// Its path below the site.
    pub(crate) path: String,
    /// Its SHA-256.
    pub(crate) sha256: String,
    /// The SHA-256 of the PDF whose first page it shows.
    pub(crate) of: String,
    /// Whether it shows the title of the brochure.
    pub(crate) open: bool,
    /// Its width and height in pixels.
    pub(crate) size: [u32; 2],
}

/// What kind of thing is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Kind {
    /// A folded sheet.
    Leaflet,
    /// A booklet.
    Booklet,
    /// A booklet in large print.
    Large,
    /// A card for the pocket.
    Card,
}

/// What a file is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Purpose {
    /// A web page with the whole text.
    Read,
    /// A PDF for screens.
    Screen,
    /// A PDF for an office printer.
    Office,
    /// A PDF for a print shop.
    Print,
}

/// Whether a file may be handed out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum State {
    /// All of it is approved.
    Approved,
    /// Nobody has approved all of it.
    Draft,
    /// It was withdrawn; a notice stands in its place.
    Replaced,
}

impl Kind {
    /// What an edition is.
    pub(super) fn of(edition: &Edition) -> Kind {
        match edition.form {
            Form::Leaflet => Kind::Leaflet,
            Form::Card => Kind::Card,
            Form::Booklet if edition.is_large_print() => Kind::Large,
            Form::Booklet => Kind::Booklet,
        }
    }
}

impl Purpose {
    /// What the PDF of a profile is for; `None` for proofs, which leave no house.
    pub(super) fn of(profile: Profile) -> Option<Purpose> {
        match profile {
            Profile::Screen => Some(Purpose::Screen),
            Profile::Office => Some(Purpose::Office),
            Profile::Print => Some(Purpose::Print),
            Profile::Proof => None,
        }
    }
}

impl Picture {
    /// Whether it lies in the site of the brochures, and that of a body shows it.
    pub(super) fn is_common(&self) -> bool {
        self.path.starts_with(ROOT)
    }

    /// The same picture as the site of a body shows it.
    pub(super) fn as_common(&self) -> Picture {
        Picture { path: format!("{ROOT}{}", self.path), ..self.clone() }
    }
}

impl Entry {
    /// Whether two are the same file of different releases.
    pub(super) fn is_same_file(&self, other: &Entry) -> bool {
        let is_of_same = match self.brochure.is_empty() || other.brochure.is_empty() {
            true => self.name == other.name,
            false => self.brochure == other.brochure,
        };
        is_of_same
            && (&self.edition, &self.language, &self.languages, self.purpose)
                == (&other.edition, &other.language, &other.languages, other.purpose)
    }

    /// The path of the page of its language.
    pub(super) fn language_page(&self) -> String {
        language_page(&self.language)
    }

    /// Where it lies, seen from the page of its language.
    pub(super) fn target(&self) -> String {
        let own = self.path.strip_prefix(&current(&self.language));
        let own = own.and_then(|rest| rest.strip_prefix('/'));
        own.map_or_else(|| format!("{ROOT}{}", self.path), str::to_owned)
    }

    /// Whether it lies in the site of the brochures, and the page of a body leads to it.
    pub(super) fn is_common(&self) -> bool {
        self.path.starts_with(ROOT)
    }

    /// The same file as the site of a body lists it: it lies in that of the brochures.
    pub(super) fn as_common(&self) -> Entry {
        let from_body = |path: &String| format!("{ROOT}{path}");
        let mut entry = self.clone();
        entry.path = from_body(&self.path);
        entry.version_path = from_body(&self.version_path);
        entry.picture = self.picture.as_ref().map(Picture::as_common);
        entry
    }
}

/// The folder of the files of a language that stay at one address.
pub(super) fn current(language: &Tag) -> String {
    format!("current/{language}")
}

/// The folder of the files of a release in a language.
pub(super) fn of_version(version: &str, language: &Tag) -> String {
    format!("v{version}/{language}")
}

/// The path of the page of a language.
pub(super) fn language_page(language: &Tag) -> String {
    format!("{}/index.html", current(language))
}
