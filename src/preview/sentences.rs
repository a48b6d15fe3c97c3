//! Finds out which sentence of the interface a check or a refusal is, so that the page says it in the language of whoever reads
//! it.
//!
//! The program speaks English. `page/sentences/en.ftl` has its sentences with what is filled in, and the other languages have the
//! same under the same names. A sentence that is not among them reaches the page in English, and is told to be in English.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Serialize;

use crate::diagnostic::Diagnostic;
use crate::preview::interface::{Part, english_sentences};

/// What is longer, in bytes, quotes a whole text: it stays as it is.
const LONGEST: usize = 600;

/// So many sentences may stand in each other, as a name in a list in a sentence.
const DEEPEST: usize = 3;

/// One or more sentences that belong together: what is the matter, and what to do.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub(super) struct Sentences(Vec<Sentence>);

/// A sentence for the page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub(super) struct Sentence {
    /// What the program says.
    text: String,
    /// Which sentence of the interface that is.
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'static str>,
    /// What is filled in.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    values: BTreeMap<&'static str, Sentence>,
}

impl Sentences {
    /// A diagnostic with what to do about it. What only a command line can do is left out.
    pub(super) fn of(fault: &Diagnostic) -> Sentences {
        let hints = fault.hints.iter().filter(|hint| !hint.contains("--"));
        let all = std::iter::once(&fault.message).chain(hints.take(2));
        Sentences(all.map(|text| Sentence::of(text)).collect())
    }

    /// A single sentence.
    pub(super) fn one(text: &str) -> Sentences {
        Sentences(vec![Sentence::of(text)])
    }
}

impl Sentence {
    /// A sentence of the program.
    pub(super) fn of(text: &str) -> Sentence {
        Sentence::found(text, DEEPEST)
    }

    fn found(text: &str, depth: usize) -> Sentence {
        let may_be_known = depth > 0 && text.len() < LONGEST;
        let found = may_be_known.then(|| PATTERNS.iter().find_map(|one| one.read(text))).flatten();
        let Some((id, values)) = found else {
            return Sentence { text: text.to_owned(), ..Sentence::default() };
        };
        let values =
            values.into_iter().map(|(name, value)| (name, Sentence::found(value, depth - 1)));
        Sentence { text: text.to_owned(), id: Some(id), values: values.collect() }
    }
}

/// A sentence as it is written, with what is filled in.
struct Pattern {
    id: String,
    parts: Vec<Part>,
}

/// All patterns; those that say more by themselves come first.
static PATTERNS: LazyLock<Vec<Pattern>> = LazyLock::new(|| {
    let patterns = english_sentences().into_iter().map(|(id, parts)| Pattern { id, parts });
    let mut patterns: Vec<Pattern> = patterns.collect();
    patterns.sort_by_key(|pattern| std::cmp::Reverse(pattern.length()));
    patterns
});

impl Pattern {
    /// How much it says by itself, in bytes.
    fn length(&self) -> usize {
        let length = |part: &Part| if let Part::Text(text) = part { text.len() } else { 0 };
        self.parts.iter().map(length).sum()
    }

    /// What is filled into it where it says a text; `None` if it does not.
    fn read<'t>(
        &'static self,
        text: &'t str,
    ) -> Option<(&'static str, Vec<(&'static str, &'t str)>)> {
        let mut values = Vec::new();
        matches(&self.parts, text, false, &mut values).then_some((self.id.as_str(), values))
    }
}

/// Whether parts say a text; what is filled in is added to `values`. Behind a backtick a value ends before the next one.
fn matches<'t>(
    parts: &'static [Part],
    text: &'t str,
    is_code: bool,
    values: &mut Vec<(&'static str, &'t str)>,
) -> bool {
    match parts {
        [] => text.is_empty(),
        [Part::Text(own), rest @ ..] => text
            .strip_prefix(own.as_str())
            .is_some_and(|text| matches(rest, text, own.ends_with('`'), values)),
        [Part::Argument { arg }, rest @ ..] => {
            let ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
            for end in ends {
                let value = &text[..end];
                if is_code && value.contains('`') {
                    return false;
                }
                values.push((arg.as_str(), value));
                if matches(rest, &text[end..], false, values) {
                    return true;
                }
                values.pop();
            }
            false
        }
        // Sentences of the program choose nothing.
        [Part::Choice { .. }, ..] => false,
    }
}

#[cfg(test)]
mod tests;
