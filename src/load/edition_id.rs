//! Names a language edition.

use std::fmt;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

use crate::language::Tag;

/// Names a language edition: a brochure, one of its editions, and the languages in which it is set.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EditionId {
    /// The brochure's id.
    pub(crate) brochure: String,
    /// The edition's name: `short`, `full`, …
    pub(crate) edition: String,
    /// The languages, in the order of the page. There is at least one.
    #[serde(deserialize_with = "at_least_one")]
    languages: Vec<Tag>,
    /// The body whose texts and pictures fill the edition's open slots.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub overlay: Option<String>,
}

impl EditionId {
    /// Names the edition of a brochure in one language, without an overlay.
    #[must_use]
    pub fn new(brochure: &str, edition: &str, language: &Tag) -> EditionId {
        EditionId {
            brochure: brochure.to_owned(),
            edition: edition.to_owned(),
            languages: vec![language.clone()],
            overlay: None,
        }
    }

    /// Adds a language behind the others, unless it is one of them.
    #[must_use]
    pub fn and(mut self, language: &Tag) -> EditionId {
        if !self.languages.contains(language) {
            self.languages.push(language.clone());
        }
        self
    }

    /// The same edition for a body, or for none.
    #[must_use]
    pub fn with_overlay(mut self, overlay: Option<&str>) -> EditionId {
        self.overlay = overlay.map(str::to_owned);
        self
    }

    /// The languages, in the order of the page; never empty.
    #[must_use]
    pub fn languages(&self) -> &[Tag] {
        &self.languages
    }

    /// The same edition in each of its languages alone, in their order.
    pub(crate) fn alone(&self) -> impl Iterator<Item = EditionId> {
        self.languages
            .iter()
            .map(|language| EditionId { languages: vec![language.clone()], ..self.clone() })
    }

    /// The languages in one word, as people write them: `fr+nl`.
    #[must_use]
    pub(crate) fn languages_key(&self) -> String {
        joined(&self.languages, "+")
    }

    /// The languages in one word that names of files can hold: `fr_nl`.
    #[must_use]
    pub(crate) fn languages_token(&self) -> String {
        joined(&self.languages, "_")
    }

    /// The first language: that of the document, and of what is said once.
    #[must_use]
    pub(crate) fn main_language(&self) -> &Tag {
        &self.languages[0]
    }
}

/// Languages in one word.
pub(crate) fn joined(languages: &[Tag], with: &str) -> String {
    languages.iter().map(Tag::as_str).collect::<Vec<_>>().join(with)
}

/// Reads a list of languages, and refuses an empty one.
fn at_least_one<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Tag>, D::Error> {
    let languages = Vec::deserialize(deserializer)?;
    if languages.is_empty() {
        return Err(D::Error::custom("an edition has at least one language"));
    }
    Ok(languages)
}

impl fmt::Display for EditionId {
    /// Writes `partner-violence/short/fr`, with a `+` between languages and a `@` before the overlay.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}/{}/{}", self.brochure, self.edition, self.languages_key())?;
        self.overlay.as_ref().map_or(Ok(()), |overlay| write!(out, "@{overlay}"))
    }
}

#[cfg(test)]
mod tests {
    use super::EditionId;

    #[test]
    fn an_edition_is_named_by_all_that_tells_it_from_others() {
        let tag = |text: &str| text.parse().unwrap();
        let one = EditionId::new("note", "short", &tag("fr"));
        assert_eq!(one.to_string(), "note/short/fr");
        let two = one.clone().and(&tag("nl")).and(&tag("fr"));
        assert_eq!(two.to_string(), "note/short/fr+nl");
        let alone: Vec<String> = two.alone().map(|id| id.to_string()).collect();
        assert_eq!(alone, ["note/short/fr", "note/short/nl"]);
        assert_eq!((two.languages_key(), two.languages_token()), ("fr+nl".into(), "fr_nl".into()));
        let local = EditionId { overlay: Some("ixelles".to_owned()), ..two };
        assert_eq!(local.to_string(), "note/short/fr+nl@ixelles");
        assert_eq!((local.main_language().as_str(), local.languages().len()), ("fr", 2));
    }
}
