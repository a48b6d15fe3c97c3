//! Turns the files beside the catalogues into what was reviewed, by whom, and from which source text.
//!
//! `translations/<language>/state/<brochure>.toml` has one sorted line a message, `<brochure>.ftl` the source text
//! that each translation was made from; `common.toml` and `common.ftl` the same for what all brochures share.

use std::collections::BTreeMap;

use time::Date;

use crate::diagnostic::{Located, Report, Reported};
use crate::fields::{Fields, Table, choose, parse};
use crate::language::Tag;
use crate::load::catalogue::read_canonical;
use crate::load::paths::{ProjectFile, Scope};
use crate::load::project::Project;

/// What was recorded for one language.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Records {
    /// The line of each message.
    pub lines: BTreeMap<String, Line>,
    /// The source text, in canonical form, that each translation was made from.
    pub made_from: BTreeMap<String, String>,
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

/// Reads the records of every language; no record is no fault.
pub fn read_all(
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
                let table = parse(&file, report);
                let fields = Fields::new(&table.value, &table.place, "the record", report);
                for (id, row) in fields.named_tables("messages") {
                    if let Ok(line) = read_line(&row, report) {
                        records.lines.insert(id.value, line);
                    }
                }
                fields.finish();
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

fn read_line(row: &Located<Table>, report: &Report) -> Result<Line, Reported> {
    const STATES: [(&str, RecordedState); 3] = [
        ("draft", RecordedState::Draft),
        ("reviewed", RecordedState::Reviewed),
        ("approved", RecordedState::Approved),
    ];
    let fields = Fields::new(&row.value, &row.place, "a line of the record", report);
    let state = fields.required::<String>("state");
    let by = fields.required::<String>("by");
    let on = fields.required::<Date>("on");
    let text = fields.required::<String>("text");
    let resolved = fields.optional::<String>("resolved").map(|found| found.value);
    fields.finish();
    let state = choose(&state?, "`state`", &STATES, report)?.value;
    Ok(Line { state, by: by?.value, on: on?.value, text: text?.value, resolved })
}
