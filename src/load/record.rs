//! Turns the files beside the catalogues into what was reviewed, by whom, and from which source text.
//!
//! `translations/<language>/state/<brochure>.toml` has one sorted line a message, `<brochure>.ftl` the source text
//! that each translation was made from; `common.toml` and `common.ftl` the same for what all brochures share.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use time::Date;

use crate::diagnostic::{Diagnostic, Located, Report, Reported, SourceFile};
use crate::fields::{Fields, Table, choose, parse};
use crate::language::Tag;
use crate::load::catalogue::read_canonical;
use crate::load::ftl::{Pattern, write_entry};
use crate::load::paths::{ProjectFile, Scope};
use crate::load::project::Project;
use crate::load::text_id::{NotATextId, TextId};

/// What was recorded for one language.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Records {
    /// The line of each message.
    pub(crate) lines: BTreeMap<TextId, Line>,
    /// The source text, in canonical form, that each translation was made from.
    pub(crate) made_from: BTreeMap<TextId, String>,
}

/// What was recorded for one message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// How far it has come.
    pub state: RecordedState,
    /// Who said so: initials or a pseudonym.
    pub by: String,
    /// When.
    pub on: Date,
    /// Fingerprint of the message's own text, in canonical form.
    pub text: String,
    /// Fingerprint of the message as it resolved when it was approved.
    pub resolved: Option<String>,
}

/// How far a message has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordedState {
    /// Written, and nobody else has read it.
    Draft,
    /// Read by a second person.
    Reviewed,
    /// Signed for print.
    Approved,
}

/// How far a message may have come, and its name in the record.
const STATES: [(&str, RecordedState); 3] = [
    ("draft", RecordedState::Draft),
    ("reviewed", RecordedState::Reviewed),
    ("approved", RecordedState::Approved),
];

impl RecordedState {
    /// Its name in the record.
    #[must_use]
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            RecordedState::Draft => "draft",
            RecordedState::Reviewed => "reviewed",
            RecordedState::Approved => "approved",
        }
    }
}

/// Writes a record in its canonical form: a line a message, in the order of the ids.
#[must_use]
pub fn write_lines(lines: &BTreeMap<TextId, Line>) -> String {
    let mut out = String::from("[messages]\n");
    for (id, line) in lines {
        let Line { state, by, on, text, resolved } = line;
        let (state, by, text) = (quoted(state.as_str()), quoted(by), quoted(text));
        let _ = write!(out, "{id} = {{ state = {state}, by = {by}, on = {on}, text = {text}");
        if let Some(resolved) = resolved {
            let _ = write!(out, ", resolved = {}", quoted(resolved));
        }
        out.push_str(" }\n");
    }
    out
}

/// Writes the source texts that translations were made from in their canonical form: in the order of the ids, without
/// comments.
#[must_use]
pub fn write_source_texts(texts: &BTreeMap<TextId, Pattern>) -> String {
    let entries = texts.iter().map(|(id, text)| write_entry(id, text, None) + "\n");
    entries.collect()
}

/// A string of TOML on one line.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", c as u32);
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Reads the records of every language; no record is no fault.
pub(crate) fn read_all(
    project: &Project,
    brochure: &str,
    languages: &[Tag],
    report: &Report,
) -> BTreeMap<Tag, Records> {
    let read = |language: &Tag| {
        let mut records = Records::default();
        for scope in [Scope::Common, Scope::Brochure(brochure.to_owned())] {
            let lines = ProjectFile::Record { language: language.clone(), scope: scope.clone() };
            if let Some(file) = project.read_if_there(&lines, report) {
                records.lines.extend(read_lines(&file, report));
            }
            let made_from = ProjectFile::SourceTexts { language: language.clone(), scope };
            if let Some(file) = project.read_if_there(&made_from, report) {
                records.made_from.extend(read_canonical(&file, report));
            }
        }
        (language.clone(), records)
    };
    languages.iter().map(read).collect()
}

/// Reads a record; all faults are in the report.
fn read_lines(file: &Arc<SourceFile>, report: &Report) -> BTreeMap<TextId, Line> {
    let table = parse(file, report);
    let fields = Fields::new(&table.value, &table.span, "the record", report);
    let rows = fields.named_tables("messages").into_iter();
    let lines = rows.filter_map(|(name, row)| {
        let line = read_line(&row, report);
        let id = name.value.parse().map_err(|fault: NotATextId| {
            report.error(Diagnostic::error(format!("`{}` is {fault}", name.value)).at(&name.span))
        });
        Some((id.ok()?, line.ok()?))
    });
    let lines = lines.collect();
    fields.finish();
    lines
}

fn read_line(row: &Located<Table>, report: &Report) -> Result<Line, Reported> {
    let fields = Fields::new(&row.value, &row.span, "a line of the record", report);
    let state = fields.required::<String>("state");
    let by = fields.required::<String>("by");
    let on = fields.required::<Date>("on");
    let text = fields.required::<String>("text");
    let resolved = fields.optional::<String>("resolved").map(|found| found.value);
    fields.finish();
    let state = choose(&state?, "`state`", &STATES, report)?.value;
    Ok(Line { state, by: by?.value, on: on?.value, text: text?.value, resolved })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use time::macros::date;

    use super::{Line, RecordedState, read_lines, write_lines, write_source_texts};
    use crate::diagnostic::{Report, SourceFile};
    use crate::load::catalogue::read_canonical;
    use crate::load::ftl::parse_pattern;
    use crate::load::text_id::TextId;

    #[test]
    fn a_record_is_read_as_it_was_written() {
        let line = |state, by: &str, resolved: Option<&str>| Line {
            state,
            by: by.to_owned(),
            on: date!(2026 - 10 - 05),
            text: "1:ab".to_owned(),
            resolved: resolved.map(str::to_owned),
        };
        let lines: BTreeMap<TextId, Line> = [
            ("b-2", line(RecordedState::Approved, "A \"B\" \\ é\t", Some("1:cd"))),
            ("a_1", line(RecordedState::Draft, "", None)),
            ("-c", line(RecordedState::Reviewed, "C", None)),
        ]
        .map(|(id, line)| (id.parse().unwrap(), line))
        .into();
        let written = write_lines(&lines);
        assert_eq!(
            written.lines().nth(3).unwrap(),
            "b-2 = { state = \"approved\", by = \"A \\\"B\\\" \\\\ é\\u0009\", on = 2026-10-05, text = \"1:ab\", resolved = \"1:cd\" }"
        );
        let report = Report::new();
        let read = read_lines(&SourceFile::new("note.toml", written), &report);
        assert_eq!(report.into_sorted(), []);
        assert_eq!(read, lines);
    }

    #[test]
    fn source_texts_are_read_as_they_were_written() {
        let texts = [
            ("b", "Two\nlines { $n ->\n[one] a\n*[other] b\n}"),
            ("a", ".dotted"),
            ("-c", "{ \"x\" }"),
        ];
        let texts: BTreeMap<TextId, _> =
            texts.map(|(id, text)| (id.parse().unwrap(), parse_pattern(text).unwrap())).into();
        let written = write_source_texts(&texts);
        assert!(written.starts_with("-c = {\"x\"}\na = {\".\"}dotted\nb =\n    Two\n    lines"));
        let report = Report::new();
        let read = read_canonical(&SourceFile::new("note.ftl", written), &report);
        assert_eq!(report.into_sorted(), []);
        let canonical =
            [("-c", "{\"x\"}"), ("a", "{\".\"}dotted"), ("b", "Two lines {$n->[one]a*[other]b}")];
        assert_eq!(read, canonical.map(|(id, text)| (id.parse().unwrap(), text.to_owned())).into());
    }
}
