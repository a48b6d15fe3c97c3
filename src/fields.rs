//! Turns a TOML file into typed values with their places; every fault is reported, none stops the reading.

mod value;

use std::cell::RefCell;
use std::collections::BTreeMap;

use feuillet_units::{Mm, Pt};
use time::Date;

use crate::diagnostic::{Diagnostic, Located, Report, Reported, Span, list};

pub(crate) use value::{Table, Value, parse, parse_whole};

/// A type that can be read from a TOML value.
pub(crate) trait FromValue: Sized {
    /// What is expected, with its article, for messages: "a string".
    const EXPECTED: &'static str;

    /// Reads the value. `None` means that it is of another kind; finer faults are reported here.
    fn from_value(value: &Located<Value>, report: &Report) -> Option<Self>;
}

impl FromValue for String {
    const EXPECTED: &'static str = "a string";

    fn from_value(value: &Located<Value>, _: &Report) -> Option<String> {
        match &value.value {
            Value::String(text) => Some(text.clone()),
            _ => None,
        }
    }
}

impl FromValue for bool {
    const EXPECTED: &'static str = "`true` or `false`";

    fn from_value(value: &Located<Value>, _: &Report) -> Option<bool> {
        match value.value {
            Value::Boolean(truth) => Some(truth),
            _ => None,
        }
    }
}

impl FromValue for u32 {
    const EXPECTED: &'static str = "a whole number from 0";

    fn from_value(value: &Located<Value>, _: &Report) -> Option<u32> {
        match value.value {
            Value::Integer(figure) => u32::try_from(figure).ok(),
            _ => None,
        }
    }
}

impl FromValue for f64 {
    const EXPECTED: &'static str = "a number";

    fn from_value(value: &Located<Value>, _: &Report) -> Option<f64> {
        match value.value {
            // A figure in a project file is far below 2^52.
            Value::Integer(figure) => Some(figure as f64),
            Value::Float(figure) if figure.is_finite() => Some(figure),
            _ => None,
        }
    }
}

impl FromValue for Date {
    const EXPECTED: &'static str = "a date like 2026-11-23, without quotes";

    fn from_value(value: &Located<Value>, _: &Report) -> Option<Date> {
        match value.value {
            Value::Date(date) => Some(date),
            _ => None,
        }
    }
}

impl FromValue for Table {
    const EXPECTED: &'static str = "a table";

    fn from_value(value: &Located<Value>, _: &Report) -> Option<Table> {
        match &value.value {
            Value::Table(table) => Some(table.clone()),
            _ => None,
        }
    }
}

impl FromValue for Value {
    const EXPECTED: &'static str = "a value";

    fn from_value(value: &Located<Value>, _: &Report) -> Option<Value> {
        Some(value.value.clone())
    }
}

impl<T: FromValue> FromValue for Vec<Located<T>> {
    const EXPECTED: &'static str = "a list";

    fn from_value(value: &Located<Value>, report: &Report) -> Option<Vec<Located<T>>> {
        let Value::Array(items) = &value.value else { return None };
        Some(items.iter().flat_map(|item| read(item, "a list item", report)).collect())
    }
}

/// Implements [`FromValue`] for a type that is written as a string and read by `FromStr`.
macro_rules! from_string {
    ($type:ty, $expected:literal) => {
        impl $crate::fields::FromValue for $type {
            const EXPECTED: &'static str = $expected;

            fn from_value(
                value: &$crate::diagnostic::Located<$crate::fields::Value>,
                _: &$crate::diagnostic::Report,
            ) -> Option<$type> {
                match &value.value {
                    $crate::fields::Value::String(text) => text.parse().ok(),
                    _ => None,
                }
            }
        }
    };
}
pub(crate) use from_string;

from_string!(Mm, "a length like \"99mm\"");
from_string!(Pt, "a length like \"9.4pt\"");

/// Reads one value.
///
/// # Errors
///
/// Fails if it is of the wrong kind.
pub(crate) fn read<T: FromValue>(
    value: &Located<Value>,
    what: &str,
    report: &Report,
) -> Result<Located<T>, Reported> {
    if let Some(read) = T::from_value(value, report) {
        return Ok(Located::new(read, value.span.clone()));
    }
    let found = match &value.value {
        Value::String(text) => format!("the text `{text}`"),
        other => other.kind().to_owned(),
    };
    Err(report.error(
        Diagnostic::error(format!("{what} must be {}, found {found}", T::EXPECTED))
            .at(&value.span)
            .label(format!("expected {}", T::EXPECTED)),
    ))
}

/// Reads a table key by key, and at the end reports the keys that nobody asked for.
pub(crate) struct Fields<'a> {
    table: &'a Table,
    span: Span,
    what: &'a str,
    report: &'a Report,
    known: RefCell<Vec<&'static str>>,
}

impl<'a> Fields<'a> {
    /// Starts to read `table`, which messages call `what` ("a section").
    pub(crate) fn new(
        table: &'a Table,
        span: &Span,
        what: &'a str,
        report: &'a Report,
    ) -> Fields<'a> {
        Fields { table, span: span.clone(), what, report, known: RefCell::default() }
    }

    /// Where faults go.
    pub(crate) fn report(&self) -> &'a Report {
        self.report
    }

    /// The value of a key as it stands, if there is one.
    pub(crate) fn raw(&self, key: &'static str) -> Option<&'a Located<Value>> {
        let mut known = self.known.borrow_mut();
        if !known.contains(&key) {
            known.push(key);
        }
        self.table.entries.iter().find(|(name, _)| name.value == key).map(|(_, value)| value)
    }

    /// The value of a key that may be left out; `None` also if it can't be read, which is reported.
    pub(crate) fn optional<T: FromValue>(&self, key: &'static str) -> Option<Located<T>> {
        read(self.raw(key)?, &format!("`{key}`"), self.report).ok()
    }

    /// The value of a key, without its place, or the default.
    pub(crate) fn or_default<T: FromValue + Default>(&self, key: &'static str) -> T {
        self.optional(key).map(|found| found.value).unwrap_or_default()
    }

    /// The value of a key that must be there.
    ///
    /// # Errors
    ///
    /// Fails if it is not, or can't be read.
    pub(crate) fn required<T: FromValue>(&self, key: &'static str) -> Result<Located<T>, Reported> {
        self.required_as(key, &format!("add `{key} = …`, {}", T::EXPECTED))
    }

    /// The value of a key that must be there; `hint` says how it is written.
    ///
    /// # Errors
    ///
    /// Fails if it is not, or can't be read.
    pub(crate) fn required_as<T: FromValue>(
        &self,
        key: &'static str,
        hint: &str,
    ) -> Result<Located<T>, Reported> {
        let Some(value) = self.raw(key) else {
            let missing = Diagnostic::error(format!("{} has no `{key}`", self.what));
            return Err(self.report.error(missing.at(&self.span).hint(hint)));
        };
        read(value, &format!("`{key}`"), self.report)
    }

    /// The entries of a table whose keys are names that the user chose.
    pub(crate) fn named_tables(&self, key: &'static str) -> Vec<(Located<String>, Located<Table>)> {
        let Some(table) = self.optional::<Table>(key) else { return Vec::new() };
        table
            .value
            .entries
            .iter()
            .filter_map(|(name, value)| {
                let entry = read::<Table>(value, &format!("`{key}.{}`", name.value), self.report);
                let entry = entry.ok()?;
                // A `[table]` header is underlined by its name: its value spans all the lines below.
                Some((name.clone(), Located::new(entry.value, name.span.clone())))
            })
            .collect()
    }

    /// The entries of a table from names that the user chose to values of one type.
    pub(crate) fn named_values<T: FromValue>(
        &self,
        key: &'static str,
    ) -> Vec<(Located<String>, Located<T>)> {
        let Some(table) = self.optional::<Table>(key) else { return Vec::new() };
        table
            .value
            .entries
            .iter()
            .filter_map(|(name, value)| {
                Some((name.clone(), read(value, &format!("`{}`", name.value), self.report).ok()?))
            })
            .collect()
    }

    /// The value of a key as one of a fixed set of words; `None` also if it is none of them, which is reported.
    pub(crate) fn word<T: Copy>(
        &self,
        key: &'static str,
        words: &[(&'static str, T)],
    ) -> Option<Located<T>> {
        let given = self.optional::<String>(key)?;
        choose(&given, &format!("`{key}`"), words, self.report).ok()
    }

    /// Reports the keys that nobody asked for.
    pub(crate) fn finish(self) {
        let known = self.known.into_inner();
        for (name, _) in &self.table.entries {
            if !known.contains(&name.value.as_str()) {
                let diagnostic =
                    Diagnostic::error(format!("unknown key `{}` in {}", name.value, self.what))
                        .at(&name.span)
                        .suggest(&name.value, known.iter().copied());
                let diagnostic = if diagnostic.hints.is_empty() {
                    diagnostic.hint(crate::diagnostic::known("known key", &known))
                } else {
                    diagnostic
                };
                self.report.add(diagnostic);
            }
        }
    }
}

/// Finds a word in a fixed set.
///
/// # Errors
///
/// Fails if it is none of them; the report names those that there are.
pub(crate) fn choose<T: Copy>(
    given: &Located<String>,
    what: &str,
    words: &[(&'static str, T)],
    report: &Report,
) -> Result<Located<T>, Reported> {
    if let Some((_, meaning)) = words.iter().find(|(word, _)| *word == given.value) {
        return Ok(Located::new(*meaning, given.span.clone()));
    }
    let names: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
    Err(report.error(
        Diagnostic::error(format!(
            "{what} is `{}`, which is none of {}",
            given.value,
            list(&names)
        ))
        .at(&given.span)
        .suggest(&given.value, names.iter().copied()),
    ))
}

/// A figure, which must lie in a range that `wanted` describes: "`bleed` is from 2 to 10 mm". One that does not is reported,
/// and the nearest that does stands in for it.
pub(crate) fn within(
    figure: &Located<f64>,
    range: std::ops::RangeInclusive<f64>,
    what: &str,
    wanted: &str,
    report: &Report,
) -> f64 {
    if !range.contains(&figure.value) {
        report.add(Diagnostic::error(format!("{what} is {wanted}")).at(&figure.span));
    }
    figure.value.clamp(*range.start(), *range.end())
}

/// Finds an entry by the name that the user gave.
///
/// # Errors
///
/// Fails if there is none of that name; the report suggests one that is spelt like it.
pub(crate) fn look_up<'m, T>(
    given: &Located<String>,
    noun: &str,
    entries: &'m BTreeMap<String, T>,
    report: &Report,
) -> Result<&'m T, Reported> {
    entries.get(&given.value).ok_or_else(|| {
        report.error(
            Diagnostic::error(format!("unknown {noun} `{}`", given.value))
                .at(&given.span)
                .suggest(&given.value, entries.keys().map(String::as_str)),
        )
    })
}
