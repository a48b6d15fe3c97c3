//! What is wrong in the user's files: a message, the place in the file, and what to do next.

use std::borrow::Cow;
use std::cell::RefCell;
use std::fmt::Write as _;
use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// A text file of the user, as it was read.
#[derive(Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// The path to show, relative to the project, with forward slashes.
    pub path: String,
    /// The whole text.
    pub text: String,
}

impl SourceFile {
    /// Wraps a text that was read from `path`.
    #[must_use]
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Arc<SourceFile> {
        Arc::new(SourceFile { path: path.into(), text: text.into() })
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
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

/// One thing that is wrong, at a place of type `P`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic<P = Place> {
    /// How bad it is.
    pub severity: Severity,
    /// The check that found it, if it is one of those that can be listed and accepted.
    #[serde(rename = "check")]
    pub code: Option<Cow<'static, str>>,
    /// What was found, in lower case without a full stop; code stands in backticks.
    pub message: String,
    /// Where it was found, if it stands in a file.
    pub place: Option<P>,
    /// A few words beside the underlined place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Box<str>>,
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
    pub fn code(mut self, check: impl Into<Cow<'static, str>>) -> Diagnostic {
        self.code = Some(check.into());
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
    pub fn label(mut self, label: impl Into<Box<str>>) -> Diagnostic {
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

impl<P> Diagnostic<P> {
    /// The same at a place of another type; `None` if the place has no counterpart.
    pub fn map_place<Q>(self, map: impl FnOnce(P) -> Option<Q>) -> Option<Diagnostic<Q>> {
        let place = match self.place {
            Some(place) => Some(map(place)?),
            None => None,
        };
        let Diagnostic { severity, code, message, label, hints, .. } = self;
        Some(Diagnostic { severity, code, message, place, label, hints })
    }
}

/// A place as it is told to programs and kept from run to run: by the name of its file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Location {
    /// The path of the file, relative to the project, with forward slashes.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The first byte.
    pub start: usize,
    /// The byte behind the last.
    pub end: usize,
}

impl From<&Place> for Location {
    fn from(place: &Place) -> Location {
        let (line, column) = place.line_column();
        let (start, end) = (place.range.start, place.range.end);
        Location { file: place.file.path.clone(), line, column, start, end }
    }
}

/// Stands for a result that could not be made, after the report was told why: only a [`Report`] gives it out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reported(());

/// All that was found so far. Shared by reference: whoever finds something adds it and goes on.
#[derive(Debug, Default)]
pub struct Report {
    found: RefCell<Vec<Diagnostic>>,
}

impl Report {
    /// Starts empty.
    #[must_use]
    pub fn new() -> Report {
        Report::default()
    }

    /// Adds one diagnostic; the same one twice counts once.
    pub fn add(&self, diagnostic: Diagnostic) {
        let mut found = self.found.borrow_mut();
        if !found.contains(&diagnostic) {
            found.push(diagnostic);
        }
    }

    /// Adds an error, and gives out what a function returns in place of its result.
    pub fn error(&self, diagnostic: Diagnostic) -> Reported {
        debug_assert_eq!(diagnostic.severity, Severity::Error, "only errors prevent a result");
        self.add(diagnostic);
        Reported(())
    }

    /// What a function returns in place of its result if the errors are in the report already.
    pub fn reported(&self) -> Reported {
        debug_assert!(self.has_errors(), "a result is missing, and nobody has said why");
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
        self.found.borrow().iter().any(|found| found.severity == Severity::Error)
    }

    /// Moves them to another report, and says whether no error was among them.
    pub fn absorb_into(self, other: &Report) -> bool {
        let whole = !self.has_errors();
        other.extend(self.found.into_inner());
        whole
    }

    /// Gives them out by file and place, those without a place last.
    #[must_use]
    pub fn into_sorted(self) -> Vec<Diagnostic> {
        let mut found = self.found.into_inner();
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
    use super::{Place, SourceFile, count, list, nearest};

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
