//! Turns a TOML file into values that own their text and know their places.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use time::{Date, Month};
use toml::de::{DeTable, DeValue};

use crate::diagnostic::characters::{mend, name, oddity};
use crate::diagnostic::{
    Diagnostic, Located, Report, Reported, SourceFile, Span, first_merge_mark,
};

/// A TOML value that owns its text and knows its place.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value {
    /// A string.
    String(String),
    /// An integer that fits 64 bits.
    Integer(i64),
    /// A number with a fraction.
    Float(f64),
    /// `true` or `false`.
    Boolean(bool),
    /// A local date.
    Date(Date),
    /// A date with a time, or a figure too large: nothing that a project file may hold.
    Other,
    /// A list.
    Array(Vec<Located<Value>>),
    /// A table, its entries in the order of the file.
    Table(Table),
}

/// A TOML table.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Table {
    /// Key, and value with its place, in the order of the file.
    pub(crate) entries: Vec<(Located<String>, Located<Value>)>,
}

impl Value {
    /// What it is, with its article, for messages.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Value::String(_) => "a string",
            Value::Integer(_) => "an integer",
            Value::Float(_) => "a number",
            Value::Boolean(_) => "`true` or `false`",
            Value::Date(_) => "a date",
            Value::Other => "a date with a time",
            Value::Array(_) => "a list",
            Value::Table(_) => "a table",
        }
    }
}

impl fmt::Display for Value {
    /// Writes its canonical form: whatever the layout of the file, the same value gives the same form.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::String(text) => write!(out, "{text:?}"),
            Value::Integer(figure) => write!(out, "{figure}"),
            Value::Float(figure) => write!(out, "{figure:?}"),
            Value::Boolean(truth) => write!(out, "{truth}"),
            Value::Date(date) => write!(out, "{date}"),
            Value::Other => out.write_str("?"),
            Value::Array(items) => {
                out.write_str("[")?;
                items.iter().try_for_each(|item| write!(out, "{}, ", item.value))?;
                out.write_str("]")
            }
            Value::Table(table) => write!(out, "{}", table.canonical(&[])),
        }
    }
}

impl Table {
    /// Its canonical form, in the order of its keys, without those of `except`.
    #[must_use]
    pub(crate) fn canonical(&self, except: &[&str]) -> String {
        let kept = self.entries.iter().filter(|(key, _)| !except.contains(&key.as_str()));
        let mut entries: Vec<String> =
            kept.map(|(key, value)| format!("{:?} = {}, ", key.value, value.value)).collect();
        entries.sort();
        format!("{{{}}}", entries.concat())
    }
}

/// Parses a TOML file. All syntax errors are reported; what could be read is returned all the same.
pub(crate) fn parse(file: &Arc<SourceFile>, report: &Report) -> Located<Table> {
    let (table, errors) = parse_recoverable(file);
    report.extend(errors);
    table
}

/// Parses a TOML file.
///
/// # Errors
///
/// Fails if it has a syntax error.
pub(crate) fn parse_whole(
    file: &Arc<SourceFile>,
    report: &Report,
) -> Result<Located<Table>, Reported> {
    let (table, errors) = parse_recoverable(file);
    let reported = errors.into_iter().map(|error| report.error(error)).last();
    reported.map_or(Ok(table), Err)
}

/// Parses a TOML file, and says which syntax errors it has.
fn parse_recoverable(file: &Arc<SourceFile>) -> (Located<Table>, Vec<Diagnostic>) {
    let (table, errors) = DeTable::parse_recoverable(&file.text);
    // What stands on both sides of a merge is one fault, whatever the parser makes of it.
    let merge = if errors.is_empty() { None } else { first_merge_mark(file) };
    let errors = if merge.is_some() { Vec::new() } else { errors };
    let errors = errors.into_iter().map(|error| {
        let range = error.span().unwrap_or(0..0);
        let message = error.message().lines().next().unwrap_or("not valid TOML").to_owned();
        syntax_error(file, range, message)
    });
    let span = Span::new(file, 0..0);
    (Located::new(own_table(file, table.get_ref()), span), errors.chain(merge).collect())
}

/// What the parser found, at its place; a character that only looks like the right one is named.
fn syntax_error(file: &Arc<SourceFile>, range: Range<usize>, message: String) -> Diagnostic {
    let rest = file.text.get(range.start..).unwrap_or_default();
    let blanks = rest.len() - rest.trim_start_matches(' ').len();
    let at = range.start + blanks;
    let odd = rest[blanks..].chars().next().filter(|c| oddity(*c).is_some());
    match odd {
        Some(c) => Diagnostic::error(format!("this character is {}", name(c)))
            .at(&Span::new(file, at..at + c.len_utf8()))
            .hint(mend(c)),
        None => Diagnostic::error(message).at(&Span::visible(file, range)),
    }
}

fn own_table(file: &Arc<SourceFile>, table: &DeTable<'_>) -> Table {
    let mut entries: Vec<_> = table
        .iter()
        .map(|(key, value)| {
            let name = Located::new(key.get_ref().to_string(), Span::new(file, key.span()));
            let span = Span::new(file, value.span());
            (name, Located::new(own_value(file, value.get_ref()), span))
        })
        .collect();
    // The parser's table is sorted by key; a reader of the report expects the order of the file.
    entries.sort_by_key(|(key, _)| key.span.range.start);
    Table { entries }
}

fn own_value(file: &Arc<SourceFile>, value: &DeValue<'_>) -> Value {
    match value {
        DeValue::String(text) => Value::String(text.to_string()),
        DeValue::Integer(figure) => i64::from_str_radix(figure.as_str(), figure.radix())
            .map_or(Value::Other, Value::Integer),
        DeValue::Float(figure) => figure.as_str().parse().map_or(Value::Other, Value::Float),
        DeValue::Boolean(truth) => Value::Boolean(*truth),
        DeValue::Datetime(moment) => match (moment.date, moment.time) {
            (Some(date), None) => Month::try_from(date.month)
                .ok()
                .and_then(|month| {
                    Date::from_calendar_date(i32::from(date.year), month, date.day).ok()
                })
                .map_or(Value::Other, Value::Date),
            _ => Value::Other,
        },
        DeValue::Array(items) => Value::Array(
            items
                .iter()
                .map(|item| {
                    let span = Span::new(file, item.span());
                    Located::new(own_value(file, item.get_ref()), span)
                })
                .collect(),
        ),
        DeValue::Table(table) => Value::Table(own_table(file, table)),
    }
}
