//! What is wrong in the user's files: a message, the place in the file, and what to do next.

use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt::Write as _;
use std::hash::{BuildHasher as _, RandomState};
use std::ops::Range;
use std::sync::Arc;

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
    pub fn decode(path: impl Into<String>, own: &str) -> Arc<SourceFile> {
        let (has_mark, own) = own.strip_prefix(MARK).map_or((false, own), |rest| (true, rest));
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
    pub fn own_text(&self) -> String {
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
    pub fn own_range(&self, range: Range<usize>) -> Range<usize> {
        let mark = if self.has_mark { MARK.len_utf8() } else { 0 };
        let own = |at: usize| at + mark + self.returns.partition_point(|&end| end < at);
        own(range.start)..own(range.end)
    }

    /// The line end of the file that is at or after an offset of the text, or else the one before it; a plain one if the
    /// text has a single line.
    #[must_use]
    pub fn line_end(&self, at: usize) -> &'static str {
        let next = self.text[at..].find('\n').map(|end| at + end);
        let Some(end) = next.or_else(|| self.text[..at].rfind('\n')) else { return "\n" };
        if self.returns.binary_search(&end).is_ok() { "\r\n" } else { "\n" }
    }
}

/// A stretch of bytes in a user's file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file.
    pub file: Arc<SourceFile>,
    /// The bytes, from the first to the one behind the last.
    pub range: Range<usize>,
}

impl Place {
    /// Points at a stretch of bytes; a range outside the file is cut to it.
    #[must_use]
    pub fn new(file: &Arc<SourceFile>, range: Range<usize>) -> Place {
        let end = range.end.min(file.text.len());
        Place { file: Arc::clone(file), range: range.start.min(end)..end }
    }

    /// Points at `part`, which must be a slice of the file's own text; at the file's start if it is not.
    #[must_use]
    pub fn of_slice(file: &Arc<SourceFile>, whole: &str, part: &str) -> Place {
        let offset = (part.as_ptr() as usize).wrapping_sub(whole.as_ptr() as usize);
        if offset <= whole.len() {
            Place::new(file, offset..offset + part.len())
        } else {
            Place::new(file, 0..0)
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

/// A value together with its place in the user's file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located<T> {
    /// What was read.
    pub value: T,
    /// Where it stands.
    pub place: Place,
}

impl<T> Located<T> {
    /// Joins a value and its place.
    pub fn new(value: T, place: Place) -> Located<T> {
        Located { value, place }
    }

    /// Changes the value and keeps the place.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Located<U> {
        Located { value: change(self.value), place: self.place }
    }
}

impl Located<String> {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.value
    }
}

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing that depends on it is built.
    Error,
    /// It is built, and somebody should look.
    Warning,
}

impl Severity {
    /// Its name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// The check that found it, if it is one of those that can be listed and accepted.
    pub code: Option<&'static str>,
    /// What was found, in lower case without a full stop; code stands in backticks.
    pub message: String,
    /// Where it was found, if it stands in a file.
    pub place: Option<Place>,
    /// A few words beside the underlined place.
    pub label: Option<String>,
    /// What to do next.
    pub hints: Vec<String>,
}

impl Diagnostic {
    /// Makes an error without a place.
    pub fn error(message: impl Into<String>) -> Diagnostic {
        Diagnostic {
            severity: Severity::Error,
            code: None,
            message: message.into(),
            place: None,
            label: None,
            hints: Vec::new(),
        }
    }

    /// Makes a warning without a place.
    pub fn warning(message: impl Into<String>) -> Diagnostic {
        Diagnostic { severity: Severity::Warning, ..Diagnostic::error(message) }
    }

    /// Says which check found it.
    #[must_use]
    pub fn code(mut self, check: &'static str) -> Diagnostic {
        self.code = Some(check);
        self
    }

    /// Says where.
    #[must_use]
    pub fn at(mut self, place: &Place) -> Diagnostic {
        self.place = Some(place.clone());
        self
    }

    /// Writes a few words beside the underlined place.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Diagnostic {
        self.label = Some(label.into());
        self
    }

    /// Says what to do next.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Diagnostic {
        self.hints.push(hint.into());
        self
    }

    /// Adds "did you mean …" if one of `names` is near to `given`, else all of them: "kinds are …".
    #[must_use]
    pub fn suggest_or_list(self, given: &str, noun: &str, names: &[&str]) -> Diagnostic {
        match nearest(given, names.iter().copied()) {
            Some(name) => self.hint(format!("did you mean `{name}`?")),
            None => self.hint(format!("{noun} are {}", list(names))),
        }
    }

    /// Adds "did you mean …" if one of `candidates` is near to `given`.
    #[must_use]
    pub fn suggest<'a>(
        self,
        given: &str,
        candidates: impl IntoIterator<Item = &'a str>,
    ) -> Diagnostic {
        match nearest(given, candidates) {
            Some(name) => self.hint(format!("did you mean `{name}`?")),
            None => self,
        }
    }
}

/// Stands for a result that could not be made, after the report was told why: only a [`Report`] gives it out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reported(());

/// All that was found so far. Shared by reference: whoever finds something adds it and goes on.
#[derive(Debug, Default)]
pub struct Report {
    found: RefCell<Found>,
}

/// Diagnostics in the order in which they were added.
#[derive(Debug, Default)]
struct Found {
    list: Vec<Diagnostic>,
    /// Those of the list with this hash, by index.
    by_hash: HashMap<u64, Vec<usize>>,
    hasher: RandomState,
}

impl Found {
    fn add(&mut self, diagnostic: Diagnostic) {
        let place = diagnostic.place.as_ref();
        let place = place.map(|place| (&place.file.path, &place.range));
        let hash = self.hasher.hash_one((&diagnostic.message, place, diagnostic.severity));
        let alike = self.by_hash.entry(hash).or_default();
        if alike.iter().all(|&index| self.list[index] != diagnostic) {
            alike.push(self.list.len());
            self.list.push(diagnostic);
        }
    }
}

impl Report {
    /// Starts empty.
    #[must_use]
    pub fn new() -> Report {
        Report::default()
    }

    /// Adds one diagnostic; the same one twice counts once.
    pub fn add(&self, diagnostic: Diagnostic) {
        self.found.borrow_mut().add(diagnostic);
    }

    /// Adds an error, and gives out what a function returns in place of its result.
    pub fn error(&self, diagnostic: Diagnostic) -> Reported {
        debug_assert_eq!(diagnostic.severity, Severity::Error, "only errors prevent a result");
        self.add(diagnostic);
        Reported(())
    }

    /// Adds all of them.
    pub fn extend(&self, diagnostics: impl IntoIterator<Item = Diagnostic>) {
        for diagnostic in diagnostics {
            self.add(diagnostic);
        }
    }

    /// Whether an error is among them.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.found.borrow().list.iter().any(|found| found.severity == Severity::Error)
    }

    /// Moves them to another report, and says whether no error was among them.
    pub fn absorb_into(self, other: &Report) -> bool {
        let whole = !self.has_errors();
        other.extend(self.found.into_inner().list);
        whole
    }

    /// Gives them out by file and place, those without a place last.
    #[must_use]
    pub fn into_sorted(self) -> Vec<Diagnostic> {
        let mut found = self.found.into_inner().list;
        found.sort_by(|one, other| {
            let key = |diagnostic: &Diagnostic| {
                diagnostic.place.as_ref().map_or((true, String::new(), 0), |place| {
                    (false, place.file.path.clone(), place.range.start)
                })
            };
            key(one).cmp(&key(other))
        });
        found
    }
}

/// The candidate that is most alike to `given`, if one is alike enough to be meant.
pub fn nearest<'a>(given: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    candidates
        .into_iter()
        .filter(|candidate| *candidate != given)
        .map(|candidate| (strsim::jaro_winkler(given, candidate), candidate))
        .filter(|(likeness, _)| *likeness > 0.82)
        .max_by(|one, other| one.0.total_cmp(&other.0))
        .map(|(_, candidate)| candidate)
}

/// "1 message", "3 messages".
#[must_use]
pub fn count(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}

/// "`de`", "`de` and `fr`", "`de`, `fr` and `nl`".
pub fn list<T: AsRef<str>>(names: &[T]) -> String {
    let mut out = String::new();
    for (index, name) in names.iter().enumerate() {
        let joint = match index {
            0 => "",
            _ if index + 1 == names.len() => " and ",
            _ => ", ",
        };
        let _ = write!(out, "{joint}`{}`", name.as_ref());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Diagnostic, Place, Report, SourceFile, count, list, nearest};

    #[test]
    fn the_same_fault_twice_counts_once() {
        let report = Report::new();
        for message in ["b", "a", "b", "c", "a"] {
            report.add(Diagnostic::error(message));
        }
        let found: Vec<String> =
            report.into_sorted().into_iter().map(|found| found.message).collect();
        assert_eq!(found, ["b", "a", "c"]);
    }

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
    fn lists_and_counts_read_well() {
        assert_eq!(list(&["de"]), "`de`");
        assert_eq!(list(&["de", "fr", "nl"]), "`de`, `fr` and `nl`");
        assert_eq!(count(1, "message"), "1 message");
        assert_eq!(count(0, "message"), "0 messages");
    }

    #[test]
    fn only_a_near_name_is_suggested() {
        assert_eq!(nearest("paragraf", ["heading", "paragraph"]), Some("paragraph"));
        assert_eq!(nearest("zebra", ["heading", "paragraph"]), None);
    }

    #[test]
    fn columns_count_characters() {
        let file = SourceFile::new("a", "é\nàb");
        assert_eq!(Place::new(&file, 5..6).line_column(), (2, 2));
    }
}
