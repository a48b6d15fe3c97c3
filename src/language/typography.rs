//! Turns the typographic keys of a row `[language.TAG]` into the signs and blanks that its texts are set with.
//!
//! A language whose row says nothing keeps its texts as they are typed, but for blanks that keep a number on the
//! line of its word.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Located, Report};
use crate::fields::{Fields, FromValue, Table, Value};

/// Spaces that a language's typography puts around punctuation. Each text is a set of characters.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub(crate) struct Spacing {
    /// Characters that take a no-break space (U+00A0) before them.
    pub(crate) before: String,
    /// Characters that take a narrow no-break space (U+202F) before them.
    pub(crate) narrow_before: String,
    /// Characters that take a narrow no-break space (U+202F) after them.
    pub(crate) narrow_after: String,
}

/// The signs and blanks of a language. What is absent is not touched.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub(crate) struct Typography {
    /// Opening and closing quotation mark.
    pub(crate) quotes: Option<(String, String)>,
    /// Those of a quotation inside another.
    pub(crate) inner_quotes: Option<(String, String)>,
    /// The apostrophe.
    pub(crate) apostrophe: Option<char>,
    /// Words that begin with an apostrophe, without it: "s" for Dutch ’s.
    pub(crate) apostrophe_before: Vec<String>,
    /// The dash between words, with its blanks.
    pub(crate) dash: Option<String>,
    /// The dashes before and after what is put in between, if they are not two of those.
    pub(crate) paired_dash: Option<(String, String)>,
    /// The dash between two numbers.
    pub(crate) range_dash: Option<String>,
    /// Whether a range, "9–17", reads from left to right in a script from the right, and not in the direction of the text.
    pub(crate) joins_ranges: bool,
    /// What stands for three points.
    pub(crate) ellipsis: Option<String>,
    /// Spaces around punctuation.
    pub(crate) spacing: Spacing,
    /// Abbreviations that stay with the number after them.
    pub(crate) binds_forward: Vec<String>,
    /// Words that do not end a line.
    pub(crate) no_line_end: Vec<String>,
    /// Characters that keyboards give for others.
    pub(crate) replace: BTreeMap<char, String>,
    /// Endings of words inside compounds, behind which long ones are divided, the surest first; `None` if compounds
    /// get no soft hyphens.
    pub(crate) compound_joints: Option<Vec<String>>,
}

impl Typography {
    /// Reads the typographic keys of a language's row.
    pub(super) fn read(fields: &Fields<'_>) -> Typography {
        let text = |key| fields.optional::<String>(key).map(|found| found.value);
        let list = |key| {
            let list = fields.optional::<Vec<Located<String>>>(key)?.value;
            Some(list.into_iter().map(|entry| entry.value).collect::<Vec<_>>())
        };
        Typography {
            quotes: read_pair(fields, "quotes"),
            inner_quotes: read_pair(fields, "inner-quotes"),
            apostrophe: fields
                .optional::<String>("apostrophe")
                .and_then(|found| one_character(&found, "`apostrophe`", fields.report())),
            apostrophe_before: list("apostrophe-before").unwrap_or_default(),
            dash: text("dash"),
            paired_dash: read_pair(fields, "paired-dash"),
            range_dash: text("range-dash"),
            joins_ranges: fields
                .word("ranges", &[("ltr", true), ("rtl", false)])
                .is_some_and(|found| found.value),
            ellipsis: text("ellipsis"),
            spacing: Spacing {
                before: fields.or_default("space-before"),
                narrow_before: fields.or_default("narrow-space-before"),
                narrow_after: fields.or_default("narrow-space-after"),
            },
            binds_forward: list("binds-forward").unwrap_or_default(),
            no_line_end: list("no-line-end").unwrap_or_default(),
            replace: fields
                .named_values::<String>("replace")
                .into_iter()
                .filter_map(|(from, to)| {
                    let from = one_character(&from, "a key of `replace`", fields.report())?;
                    Some((from, to.value))
                })
                .collect(),
            compound_joints: list("compound-joints"),
        }
    }
}

/// Where words of a language may be divided, besides what its patterns say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Hyphenation {
    /// The fewest letters before a hyphen.
    pub(crate) before: usize,
    /// The fewest letters after a hyphen.
    pub(crate) after: usize,
}

impl Default for Hyphenation {
    /// Three and three: shorter parts are hard to put together for readers at their third language.
    fn default() -> Hyphenation {
        Hyphenation { before: 3, after: 3 }
    }
}

/// The value of `hyphenation`: `false`, or the fewest letters on either side.
struct Division(Option<Hyphenation>);

impl FromValue for Division {
    const EXPECTED: &'static str = "`false` or a table like `{ before = 3, after = 3 }`";

    fn from_value(value: &Located<Value>, report: &Report) -> Option<Division> {
        match &value.value {
            Value::Boolean(false) => Some(Division(None)),
            Value::Table(table) => Some(Division(Some(read_least(table, value, report)))),
            _ => None,
        }
    }
}

fn read_least(table: &Table, value: &Located<Value>, report: &Report) -> Hyphenation {
    let fields = Fields::new(table, &value.span, "`hyphenation`", report);
    let least = |key| {
        let found = fields.required::<u32>(key).ok()?;
        if found.value == 0 {
            report.add(
                Diagnostic::error(format!("`{key}` must be at least 1"))
                    .at(&found.span)
                    .hint("for words that are never divided, write `hyphenation = false`"),
            );
            return None;
        }
        usize::try_from(found.value).ok()
    };
    let usual = Hyphenation::default();
    let hyphenation = Hyphenation {
        before: least("before").unwrap_or(usual.before),
        after: least("after").unwrap_or(usual.after),
    };
    fields.finish();
    hyphenation
}

/// Reads `hyphenation`. Without it words are divided, where there are patterns, with the usual least parts.
pub(super) fn read_hyphenation(fields: &Fields<'_>) -> Option<Hyphenation> {
    match fields.optional::<Division>("hyphenation") {
        Some(found) => found.value.0,
        None => Some(Hyphenation::default()),
    }
}

fn read_pair(fields: &Fields<'_>, key: &'static str) -> Option<(String, String)> {
    let found = fields.optional::<Vec<Located<String>>>(key)?;
    if let [first, last] = found.value.as_slice() {
        return Some((first.value.clone(), last.value.clone()));
    }
    fields.report().add(
        Diagnostic::error(format!("`{key}` must be a list of two, found {}", found.value.len()))
            .at(&found.span)
            .hint(format!(
                "write the opening sign and the closing one, like `{key} = [\"«\", \"»\"]`"
            )),
    );
    None
}

fn one_character(found: &Located<String>, what: &str, report: &Report) -> Option<char> {
    let mut characters = found.value.chars();
    if let (Some(character), None) = (characters.next(), characters.next()) {
        return Some(character);
    }
    report.add(
        Diagnostic::error(format!("{what} must be one character, found `{}`", found.value))
            .at(&found.span),
    );
    None
}

#[cfg(test)]
mod tests {
    use super::{Hyphenation, Typography, read_hyphenation};
    use crate::diagnostic::{Report, SourceFile};
    use crate::fields::{Fields, parse};

    /// What the keys come to, and what was found.
    fn read(text: &str) -> (Typography, Option<Hyphenation>, Vec<String>) {
        let report = Report::new();
        let table = parse(&SourceFile::new("languages.toml", text), &report);
        let fields = Fields::new(&table.value, &table.span, "a language", &report);
        let (typography, hyphenation) = (Typography::read(&fields), read_hyphenation(&fields));
        fields.finish();
        let found = report.into_sorted().into_iter().map(|found| found.message).collect();
        (typography, hyphenation, found)
    }

    #[test]
    fn a_row_that_says_nothing_changes_nothing() {
        assert_eq!(
            read(""),
            (Typography::default(), Some(Hyphenation { before: 3, after: 3 }), vec![])
        );
    }

    #[test]
    fn the_keys_are_read() {
        let (typography, hyphenation, found) = read(
            "quotes = [\"«\", \"»\"]\napostrophe = \"’\"\nreplace = { \"ş\" = \"ș\" }\nhyphenation = false\n\
             compound-joints = [\"s\"]\nno-line-end = [\"в\"]\n",
        );
        assert_eq!(found, [""; 0]);
        assert_eq!(typography.quotes, Some(("«".to_owned(), "»".to_owned())));
        assert_eq!(typography.apostrophe, Some('’'));
        assert_eq!(typography.replace[&'ş'], "ș");
        assert_eq!(typography.compound_joints, Some(vec!["s".to_owned()]));
        assert_eq!(hyphenation, None);
    }

    #[test]
    fn what_is_wrong_in_them_is_told() {
        let (_, hyphenation, found) = read(
            "quotes = [\"«\"]\napostrophe = \"''\"\nreplace = { \"sz\" = \"ß\" }\n\
             hyphenation = { before = 0, after = 4 }\n",
        );
        assert_eq!(
            found,
            [
                "`quotes` must be a list of two, found 1",
                "`apostrophe` must be one character, found `''`",
                "a key of `replace` must be one character, found `sz`",
                "`before` must be at least 1",
            ]
        );
        assert_eq!(hyphenation, Some(Hyphenation { before: 3, after: 4 }));
        let (_, _, found) = read("hyphenation = true\n");
        assert_eq!(
            found,
            [
                "`hyphenation` must be `false` or a table like `{ before = 3, after = 3 }`, found `true` or `false`"
            ]
        );
    }
}
