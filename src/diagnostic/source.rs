//! Knows the user's files: their text, their own bytes, and places in them.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// A text file of the user, as it was read.
///
/// Parsers see a text without a byte order mark and with plain line ends; what the file's own bytes are is kept, so that
/// a change to one part of it leaves all others as they are.
#[derive(Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// The path to show, relative to the project, with forward slashes.
    pub path: String,
    /// The whole text, as parsers see it.
    pub text: String,
    /// Whether the file begins with a byte order mark.
    has_mark: bool,
    /// The line feeds of the text, by offset, before which the file has a carriage return.
    returns: Vec<usize>,
}

/// The byte order mark that some editors put before a text.
const MARK: char = '\u{FEFF}';

impl SourceFile {
    /// Wraps a text that was read from `path`, as it is.
    #[must_use]
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Arc<SourceFile> {
        let (path, text) = (path.into(), text.into());
        Arc::new(SourceFile { path, text, has_mark: false, returns: Vec::new() })
    }

    /// Takes a byte order mark and the carriage returns of Windows line ends off a text that was read from `path`.
    #[must_use]
    pub fn decode<'a>(path: impl Into<String>, own: impl Into<Cow<'a, str>>) -> Arc<SourceFile> {
        let own = own.into();
        // Most files are as parsers see them, and need no copy.
        if !own.starts_with(MARK) && !own.contains('\r') {
            return SourceFile::new(path, own);
        }
        let (has_mark, own) = own.strip_prefix(MARK).map_or((false, &*own), |rest| (true, rest));
        let mut text = String::with_capacity(own.len());
        let mut returns = Vec::new();
        let mut lines = own.split("\r\n");
        text.push_str(lines.next().unwrap_or_default());
        for line in lines {
            returns.push(text.len());
            text.push('\n');
            text.push_str(line);
        }
        Arc::new(SourceFile { path: path.into(), text, has_mark, returns })
    }

    /// The text with the byte order mark and the line ends of the file.
    #[must_use]
    pub(crate) fn own_text(&self) -> String {
        let mut own = String::with_capacity(self.text.len() + self.returns.len() + MARK.len_utf8());
        own.extend(self.has_mark.then_some(MARK));
        let mut done = 0;
        for at in &self.returns {
            own.push_str(&self.text[done..*at]);
            own.push('\r');
            done = *at;
        }
        own.push_str(&self.text[done..]);
        own
    }

    /// The bytes of the file that a range of the text stands for.
    #[must_use]
    pub(crate) fn own_range(&self, range: Range<usize>) -> Range<usize> {
        let mark = if self.has_mark { MARK.len_utf8() } else { 0 };
        let own = |at: usize| at + mark + self.returns.partition_point(|&end| end < at);
        own(range.start)..own(range.end)
    }

    /// The range of the text that some bytes of the file stand for: what [`own_range`](SourceFile::own_range) gives, taken
    /// back.
    #[must_use]
    pub(crate) fn text_range(&self, own: Range<usize>) -> Range<usize> {
        let mark = if self.has_mark { MARK.len_utf8() } else { 0 };
        let text = |own: usize| {
            let own = own.saturating_sub(mark);
            let returns = self.returns.iter().enumerate();
            own - returns.take_while(|(index, end)| *end + index < own).count()
        };
        text(own.start)..text(own.end)
    }

    /// The line end of the file that is at or after an offset of the text, or else the one before it; a plain one if the
    /// text has a single line.
    #[must_use]
    pub(crate) fn line_end(&self, at: usize) -> &'static str {
        let next = self.text[at..].find('\n').map(|end| at + end);
        let Some(end) = next.or_else(|| self.text[..at].rfind('\n')) else { return "\n" };
        if self.returns.binary_search(&end).is_ok() { "\r\n" } else { "\n" }
    }
}

/// A stretch of bytes in a user's file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The file.
    pub file: Arc<SourceFile>,
    /// The bytes, from the first to the one behind the last.
    pub range: Range<usize>,
}

impl Span {
    /// Points at a stretch of bytes; a range outside the file is cut to it.
    #[must_use]
    pub(crate) fn new(file: &Arc<SourceFile>, range: Range<usize>) -> Span {
        let end = range.end.min(file.text.len());
        Span { file: Arc::clone(file), range: range.start.min(end)..end }
    }

    /// Points at a stretch of bytes of which something can be underlined: what stands at the end of a line, or of the file,
    /// is shown behind the last character before it.
    #[must_use]
    pub(crate) fn visible(file: &Arc<SourceFile>, range: Range<usize>) -> Span {
        let text = &file.text;
        let start = range.start.min(text.len());
        let is_shown = text
            .get(start..range.end.min(text.len()))
            .is_some_and(|part| !part.is_empty() && !part.starts_with('\n'));
        if is_shown {
            return Span::new(file, range);
        }
        let is_at_line = start == text.len() || text[start..].starts_with('\n');
        let end =
            if is_at_line { text[..start].trim_end_matches([' ', '\n']).len() } else { start };
        Span::new(file, end..end)
    }

    /// What stands there.
    #[must_use]
    pub(crate) fn text(&self) -> &str {
        &self.file.text[self.range.clone()]
    }

    /// Points at `part`, which must be a slice of the file's own text; at the file's start if it is not.
    #[must_use]
    pub(crate) fn of_slice(file: &Arc<SourceFile>, whole: &str, part: &str) -> Span {
        let offset = (part.as_ptr() as usize).wrapping_sub(whole.as_ptr() as usize);
        if offset <= whole.len() {
            Span::new(file, offset..offset + part.len())
        } else {
            Span::new(file, 0..0)
        }
    }

    /// The bytes of the file itself, with its byte order mark and its own line ends.
    #[must_use]
    pub fn own_range(&self) -> Range<usize> {
        self.file.own_range(self.range.clone())
    }

    /// The line and the column, both from 1; the column counts characters.
    #[must_use]
    pub fn line_column(&self) -> (usize, usize) {
        let before = &self.file.text[..self.range.start];
        let line = before.matches('\n').count() + 1;
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        (line, before[start..].chars().count() + 1)
    }
}

/// A place as it is reported to programs and kept from run to run: by the name of its file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Location {
    /// The path of the file, relative to the project, with forward slashes.
    pub(crate) file: String,
    /// The line, from 1.
    pub(crate) line: usize,
    /// The column in characters, from 1.
    pub(crate) column: usize,
    /// The first byte of the file itself.
    pub(crate) start: usize,
    /// The byte behind the last.
    pub(crate) end: usize,
}

impl From<&Span> for Location {
    fn from(span: &Span) -> Location {
        let (line, column) = span.line_column();
        let bytes = span.own_range();
        let file = span.file.path.clone();
        Location { file, line, column, start: bytes.start, end: bytes.end }
    }
}

/// A value together with its place in the user's file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located<T> {
    /// What was read.
    pub value: T,
    /// Where it stands.
    pub(crate) span: Span,
}

impl<T> Located<T> {
    /// Joins a value and its place.
    pub(crate) fn new(value: T, span: Span) -> Located<T> {
        Located { value, span }
    }

    /// Changes the value and keeps the place.
    pub(crate) fn map<U>(self, change: impl FnOnce(T) -> U) -> Located<U> {
        Located { value: change(self.value), span: self.span }
    }
}

impl<T: AsRef<str>> Located<T> {
    /// The text.
    #[must_use]
    pub(crate) fn as_str(&self) -> &str {
        self.value.as_ref()
    }
}

#[cfg(test)]
mod tests {
    use super::{SourceFile, Span};

    #[test]
    fn a_file_keeps_its_own_bytes() {
        for own in ["", "\u{FEFF}", "a\r\nb\n", "\u{FEFF}a\n\r\nb", "a\r\r\n\rb\r"] {
            let file = SourceFile::decode("a", own);
            assert_eq!(file.own_text(), own);
            assert_eq!(file.own_range(0..file.text.len()).end, own.len());
        }
        let file = SourceFile::decode("a", "\u{FEFF}one\r\ntwo\nthree\r\n");
        assert_eq!(file.text, "one\ntwo\nthree\n");
        let own = file.own_text();
        let two = file.text.find("two").unwrap();
        assert_eq!(&own[file.own_range(two..two + 3)], "two");
        assert_eq!(&own[file.own_range(3..4)], "\r\n");
        assert_eq!(
            [file.line_end(0), file.line_end(two), file.line_end(14)],
            ["\r\n", "\n", "\r\n"]
        );
    }

    #[test]
    fn columns_count_characters() {
        let file = SourceFile::new("a", "é\nàb");
        assert_eq!(Span::new(&file, 5..6).line_column(), (2, 2));
    }
}
