//! Tells what is wrong in the user's files: a message, the place in the file, and what to do next.

pub(crate) mod characters;
mod merge;
mod source;

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt::Write as _;
use std::hash::{BuildHasher as _, RandomState};

use serde::{Deserialize, Serialize};

pub(crate) use merge::{first_merge_mark, merge_mark};
pub use source::SourceFile;
pub(crate) use source::{Located, Location, Span};

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}

/// One thing that is wrong, at a place of type `P`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic<P = Span> {
    /// How bad it is.
    pub severity: Severity,
    /// The check that found it, if it is one of those that can be listed and accepted.
    #[serde(rename = "check")]
    pub(crate) code: Option<Cow<'static, str>>,
    /// What was found, in lower case without a full stop; code stands in backticks.
    pub message: String,
    /// Where it was found, if it stands in a file.
    #[serde(rename = "place")]
    pub span: Option<P>,
    /// A few words beside the underlined place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) label: Option<Box<str>>,
    /// What to do next.
    pub hints: Vec<String>,
}

impl Diagnostic {
    /// Makes an error without a place.
    pub(crate) fn error(message: impl Into<String>) -> Diagnostic {
        Diagnostic {
            severity: Severity::Error,
            code: None,
            message: message.into(),
            span: None,
            label: None,
            hints: Vec::new(),
        }
    }

    /// Makes a warning without a place.
    pub(crate) fn warning(message: impl Into<String>) -> Diagnostic {
        Diagnostic { severity: Severity::Warning, ..Diagnostic::error(message) }
    }

    /// Whether it is an error.
    pub(crate) fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// Says which check found it.
    #[must_use]
    pub(crate) fn code(mut self, check: impl Into<Cow<'static, str>>) -> Diagnostic {
        self.code = Some(check.into());
        self
    }

    /// Says where.
    #[must_use]
    pub(crate) fn at(mut self, span: &Span) -> Diagnostic {
        self.span = Some(span.clone());
        self
    }

    /// Writes a few words beside the underlined place.
    #[must_use]
    pub(crate) fn label(mut self, label: impl Into<Box<str>>) -> Diagnostic {
        self.label = Some(label.into());
        self
    }

    /// Says what to do next.
    #[must_use]
    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Diagnostic {
        self.hints.push(hint.into());
        self
    }

    /// Adds "did you mean …" if one of `names` is near to `given`, else all of them: see [`known`].
    #[must_use]
    pub(crate) fn suggest_or_list(self, given: &str, noun: &str, names: &[&str]) -> Diagnostic {
        match nearest(given, names.iter().copied()) {
            Some(name) => self.hint(format!("did you mean `{name}`?")),
            None => self.hint(known(noun, names)),
        }
    }

    /// Adds "did you mean …" if one of `candidates` is near to `given`.
    #[must_use]
    pub(crate) fn suggest<'a>(
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

/// The longest place in which a character that is odd is what was wrong, in bytes: names and figures are shorter.
const LONGEST_NAME: usize = 120;

impl Diagnostic {
    /// Where a name or a figure is wrong because of a character that nobody sees, or that looks like another one, says so and
    /// points at the character.
    fn with_odd_character(self) -> Diagnostic {
        let names_it =
            self.message.contains("U+") || self.hints.iter().any(|hint| hint.contains("U+"));
        let Some(place) =
            self.span.as_ref().filter(|_| self.severity == Severity::Error && !names_it)
        else {
            return self;
        };
        let part = &place.file.text[place.range.clone()];
        let odd = characters::first_odd(part)
            .filter(|_| part.len() <= LONGEST_NAME && !part.contains('\n'));
        let Some((at, c)) = odd else { return self };
        let start = place.range.start + at;
        let place = Span::new(&place.file, start..start + c.len_utf8());
        let hint =
            format!("the character here is {}: {}", characters::name(c), characters::mend(c));
        let mut found = self.at(&place);
        found.hints.insert(0, hint);
        found
    }
}

impl<P> Diagnostic<P> {
    /// The same at a place of another type; `None` if the place has no counterpart.
    pub(crate) fn map_span<Q>(self, map: impl FnOnce(P) -> Option<Q>) -> Option<Diagnostic<Q>> {
        let span = match self.span {
            Some(span) => Some(map(span)?),
            None => None,
        };
        let Diagnostic { severity, code, message, label, hints, .. } = self;
        Some(Diagnostic { severity, code, message, span, label, hints })
    }
}

/// Stands for a result that could not be made, after the fault was reported: only a [`Report`] gives it out.
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
        let span = diagnostic.span.as_ref();
        let span = span.map(|span| (&span.file.path, &span.range));
        let hash = self.hasher.hash_one((&diagnostic.message, span, diagnostic.severity));
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
    pub(crate) fn add(&self, diagnostic: Diagnostic) {
        self.found.borrow_mut().add(diagnostic.with_odd_character());
    }

    /// Adds an error, and gives out what a function returns in place of its result.
    pub(crate) fn error(&self, diagnostic: Diagnostic) -> Reported {
        debug_assert_eq!(diagnostic.severity, Severity::Error, "only errors prevent a result");
        self.add(diagnostic);
        Reported(())
    }

    /// What a function returns in place of its result if the errors are in the report already.
    pub(crate) fn reported(&self) -> Reported {
        debug_assert!(self.has_errors(), "a result is missing, and nobody has said why");
        Reported(())
    }

    /// Adds all of them.
    pub(crate) fn extend(&self, diagnostics: impl IntoIterator<Item = Diagnostic>) {
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
    pub(crate) fn absorb_into(self, other: &Report) -> bool {
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
                diagnostic.span.as_ref().map_or((true, String::new(), 0), |span| {
                    (false, span.file.path.clone(), span.range.start)
                })
            };
            key(one).cmp(&key(other))
        });
        found
    }
}

/// The candidate that is most alike to `given`, if one is alike enough to be meant.
pub(crate) fn nearest<'a>(
    given: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
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
pub(crate) fn count(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}

/// "languages are `de` and `fr`", "the only language is `de`", "there is no language".
pub(crate) fn known<T: AsRef<str>>(noun: &str, names: &[T]) -> String {
    match names {
        [] => format!("there is no {noun}"),
        [only] => format!("the only {noun} is `{}`", only.as_ref()),
        several => format!("{noun}s are {}", list(several)),
    }
}

/// "`de`", "`de` and `fr`", "`de`, `fr` and `nl`".
pub(crate) fn list<T: AsRef<str>>(names: &[T]) -> String {
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
    use super::{Diagnostic, Report, count, known, list, nearest};

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
    fn lists_and_counts_read_well() {
        assert_eq!(list(&["de"]), "`de`");
        assert_eq!(list(&["de", "fr", "nl"]), "`de`, `fr` and `nl`");
        assert_eq!(count(1, "message"), "1 message");
        assert_eq!(count(0, "message"), "0 messages");
    }

    #[test]
    fn what_is_known_agrees_in_number() {
        assert_eq!(known("edition", &["short", "full"]), "editions are `short` and `full`");
        assert_eq!(known("edition", &["short"]), "the only edition is `short`");
        assert_eq!(known::<&str>("edition", &[]), "there is no edition");
    }

    #[test]
    fn only_a_near_name_is_suggested() {
        assert_eq!(nearest("paragraf", ["heading", "paragraph"]), Some("paragraph"));
        assert_eq!(nearest("zebra", ["heading", "paragraph"]), None);
    }
}
