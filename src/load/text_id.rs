//! Names the texts of a catalogue: messages and terms.

use std::borrow::Borrow;
use std::fmt;
use std::ops::Deref;
use std::str::FromStr;

use crate::fields::from_string;

from_string!(TextId, "the name of a message");

/// Names a message, or with a hyphen before it a term, as Fluent does: `cover-title`, `-office`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextId(String);

/// Says that a text is not the name of a message or term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotATextId;

impl TextId {
    /// Takes the name of a message that Fluent's parser has read.
    pub(super) fn of_message(name: &str) -> TextId {
        TextId(name.to_owned())
    }

    /// Takes the name of a term, without its hyphen, that Fluent's parser has read.
    pub(super) fn of_term(name: &str) -> TextId {
        TextId(format!("-{name}"))
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it names a term.
    #[must_use]
    pub fn is_term(&self) -> bool {
        self.0.starts_with('-')
    }
}

impl FromStr for TextId {
    type Err = NotATextId;

    fn from_str(text: &str) -> Result<TextId, NotATextId> {
        let name = text.strip_prefix('-').unwrap_or(text);
        let fits = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        let begins = name.starts_with(|c: char| c.is_ascii_alphabetic());
        if begins && name.chars().all(fits) { Ok(TextId(text.to_owned())) } else { Err(NotATextId) }
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
        let term: TextId = "-office".parse().unwrap();
        assert!(term.is_term() && !"cover_1".parse::<TextId>().unwrap().is_term());
        for name in ["", "-", "1st", "a b", "é", "--a", "a.b"] {
            assert!(name.parse::<TextId>().is_err(), "{name}");
        }
    }
}
