//! Marks what Fluent fills into a text, and reads the marks back.
//!
//! Fluent gives one flat string. Unicode noncharacters, which no text may hold, mark in it which `<` a translator typed, and
//! where something was filled in. So only a typed `<` can begin a tag, and values of facts are never read for markup.

use std::borrow::Cow;
use std::fmt;

use crate::resolve::locale::DateStyle;

/// Stands for a `<` that was typed.
pub(super) const TYPED_ANGLE: char = '\u{FDD0}';
/// Begins a mark.
pub(super) const OPEN: char = '\u{FDD1}';
/// Ends a mark.
pub(super) const CLOSE: char = '\u{FDD2}';

/// Marks each `<` of a typed text.
pub(super) fn mark_typed_angles(text: &str) -> Cow<'_, str> {
    if text.contains('<') {
        Cow::Owned(text.replace('<', &TYPED_ANGLE.to_string()))
    } else {
        Cow::Borrowed(text)
    }
}

/// What stands in a formatted text where something is filled in.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Mark<'a> {
    /// A number, in ASCII digits.
    Number(Cow<'a, str>),
    /// The variable at this place in the list of all; how to write it, if it is a date.
    Variable(usize, Option<DateStyle>),
    /// The name of a function that was called with an argument that it does not take.
    InvalidCall(Cow<'a, str>),
}

impl fmt::Display for Mark<'_> {
    /// Writes the mark between its two noncharacters.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Mark::Number(digits) => write!(out, "{OPEN}n{digits}{CLOSE}"),
            Mark::Variable(index, style) => {
                write!(out, "{OPEN}v{index}:{}{CLOSE}", style.map_or("", DateStyle::as_str))
            }
            Mark::InvalidCall(function) => write!(out, "{OPEN}!{function}{CLOSE}"),
        }
    }
}

impl<'a> Mark<'a> {
    /// Reads what stands between the two noncharacters; `None` if no mark was written there.
    pub(super) fn read(inner: &'a str) -> Option<Mark<'a>> {
        let mut rest = inner.chars();
        match rest.next()? {
            'n' => Some(Mark::Number(Cow::Borrowed(rest.as_str()))),
            'v' => {
                let (index, style) = rest.as_str().split_once(':')?;
                Some(Mark::Variable(index.parse().ok()?, DateStyle::of(style)))
            }
            '!' => Some(Mark::InvalidCall(Cow::Borrowed(rest.as_str()))),
            _ => None,
        }
    }

    /// All marks of a formatted text.
    pub(super) fn all(text: &'a str) -> impl Iterator<Item = Mark<'a>> {
        text.split(OPEN).skip(1).filter_map(|rest| Mark::read(rest.split(CLOSE).next()?))
    }
}

#[cfg(test)]
mod tests {
    use super::{Mark, mark_typed_angles};
    use crate::resolve::locale::DateStyle;

    #[test]
    fn a_mark_is_read_as_it_was_written() {
        let marks = [
            Mark::Number("1234.50".into()),
            Mark::Variable(7, None),
            Mark::Variable(12, Some(DateStyle::Medium)),
            Mark::InvalidCall("DATETIME".into()),
        ];
        let text: String = marks.iter().map(|mark| format!("text {mark}")).collect();
        assert_eq!(Mark::all(&text).collect::<Vec<_>>(), marks);
        assert_eq!(Mark::all("no mark").count(), 0);
    }

    #[test]
    fn only_angles_are_marked() {
        assert_eq!(mark_typed_angles("3 > 2"), "3 > 2");
        assert_eq!(mark_typed_angles("<b>"), "\u{FDD0}b>");
    }
}
