//! Names the texts of a catalogue: messages and terms.

use std::borrow::Borrow;
use std::fmt;
use std::ops::Deref;
use std::str::FromStr;
use std::sync::Arc;

use crate::fields::from_string;

from_string!(TextId, "the name of a message");

/// Names a message, or with a hyphen before it a term, as Fluent does: `cover-title`, `-office`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextId(Arc<str>);

/// Says that a text is not the name of a message or term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotATextId;

impl TextId {
    /// Takes the name of a message that Fluent's parser has read.
    pub(super) fn of_message(name: &str) -> TextId {
        TextId(Arc::from(name))
    }

    /// Takes the name of a term, without its hyphen, that Fluent's parser has read.
    pub(super) fn of_term(name: &str) -> TextId {
        TextId(Arc::from(format!("-{name}")))
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for TextId {
    type Err = NotATextId;

    fn from_str(text: &str) -> Result<TextId, NotATextId> {
        let name = text.strip_prefix('-').unwrap_or(text);
        let fits = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        let begins = name.starts_with(|c: char| c.is_ascii_alphabetic());
        if begins && name.chars().all(fits) { Ok(TextId(Arc::from(text))) } else { Err(NotATextId) }
    }
}

impl fmt::Display for NotATextId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("not the name of a message, like `cover-title`, or of a term, like `-office`")
    }
}

impl std::error::Error for NotATextId {}

impl fmt::Display for TextId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl Deref for TextId {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for TextId {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for TextId {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::TextId;

    #[test]
    fn messages_and_terms_have_names_as_in_fluent() {
        for name in ["-office", "cover_1"] {
            assert_eq!(name.parse::<TextId>().unwrap().as_str(), name);
        }
        for name in ["", "-", "1st", "a b", "é", "--a", "a.b"] {
            assert!(name.parse::<TextId>().is_err(), "{name}");
        }
    }
}
