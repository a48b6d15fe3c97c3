//! Lists what a site has for other sites, as `index.json`.

use serde::{Deserialize, Serialize};

use crate::language::Tag;
use crate::publish::entry::Entry;

/// The name of the file.
pub(super) const INDEX: &str = "index.json";

/// The form of the file; another one is from another version of the program.
pub(super) const FORMAT: u32 = 1;

/// How pictures are drawn: what an earlier run drew otherwise is drawn again.
pub(super) const DRAWING: u32 = 1;

/// What a site has.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct Index {
    /// The form of the file.
    pub(crate) format: u32,
    /// How its pictures are drawn.
    #[serde(default)]
    pub(crate) drawing: u32,
    /// The address of the site, with a slash at its end, if it was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) base: Option<String>,
    /// The languages, in the order of the front page.
    pub(crate) languages: Vec<IndexLanguage>,
    /// Languages of which there was something once: their pages say that there is nothing now.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) silent: Vec<Tag>,
    /// The files that stay at one address.
    pub(crate) files: Vec<Entry>,
    /// Pictures of panels, for messengers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) pictures: Vec<Panel>,
    /// The files of earlier releases.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) earlier: Vec<Entry>,
    /// The lists of the sites of bodies, by path below this one. Nothing says whose they are.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) bodies: Vec<String>,
}

/// A language of a site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct IndexLanguage {
    /// Its tag.
    pub(crate) tag: String,
    /// Its name in itself.
    pub(crate) name: String,
    /// Its direction: `ltr` or `rtl`.
    pub(crate) direction: String,
    /// The path of its page.
    pub(crate) page: String,
}

/// A picture of a panel of a leaflet or a card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Panel {
    /// The public name of its brochure.
    pub(crate) name: String,
    /// The edition.
    pub(crate) edition: String,
    /// The language.
    pub(crate) language: Tag,
    /// Whether its set shows the title of the brochure.
    pub(crate) open: bool,
    /// Its path below the site.
    pub(crate) path: String,
    /// The path of the file with what stands on it.
    pub(crate) text: String,
    /// Its SHA-256, in hexadecimal digits.
    pub(crate) sha256: String,
    /// Its size in bytes.
    pub(crate) bytes: usize,
    /// The SHA-256 of the PDF that it shows a page of.
    pub(crate) of: String,
}

impl Index {
    /// The text of the file.
    pub(super) fn text(&self) -> String {
        // Structures of texts and numbers, which JSON can always hold.
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }

    /// Reads the file of an earlier run; `None` if it is another file, or of another form.
    pub(super) fn read(bytes: &[u8]) -> Option<Index> {
        let index: Index = serde_json::from_slice(bytes).ok()?;
        (index.format == FORMAT).then_some(index)
    }
}
