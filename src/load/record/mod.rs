//! Turns the files beside the catalogues into what was reviewed, by whom, and from which source text.
//!
//! `translations/<language>/state/<brochure>.toml` has one sorted line a message and an edition, `<brochure>.ftl` the source text
//! that each translation was made from; `common.toml` and `common.ftl` the same for what all brochures share.

mod file;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use rayon::prelude::*;
use time::Date;

use crate::diagnostic::{Diagnostic, Located, Report, Reported, SourceFile};
use crate::fields::{Fields, Table, parse};
use crate::language::Tag;
use crate::load::catalogue::read_canonical;
use crate::load::ftl::{Pattern, write_entry};
use crate::load::paths::{ProjectFile, Scope};
use crate::load::project::Project;
use crate::load::text_id::{NotATextId, TextId};

pub(crate) use file::RecordFile;

/// What was recorded for one language.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Records {
    /// The line of each message.
    pub(crate) lines: BTreeMap<TextId, Line>,
    /// The approvals of language editions, by edition.
    pub(crate) editions: BTreeMap<String, EditionLine>,
    /// The source text, in canonical form, that each translation was made from.
    pub(crate) made_from: BTreeMap<TextId, String>,
}

/// What was recorded for one message.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line {
    /// Fingerprint of the message's own text, in canonical form, that all below is about.
    pub text: String,
    /// Who wrote it.
    pub by: Option<String>,
    /// When they did.
    pub on: Option<Date>,
    /// The second person who read it.
    pub reviewed: Option<Review>,
    /// Who tried it with readers.
    pub tried: Option<Signature>,
    /// Who signed for the law.
    pub legal: Option<Approval>,
    /// Who signed for print.
    pub approved: Option<Approval>,
    /// Who said that its source changed and its meaning did not.
    pub accepted: Option<Acceptance>,
}

/// Somebody, and the day on which they did something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// Initials or a pseudonym.
    pub by: String,
    /// The day.
    pub on: Date,
}

/// A signature of somebody who has read a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// Who read it.
    pub signature: Signature,
    /// Fingerprint of the terms and messages that it named, if it named any.
    pub terms: Option<String>,
}

/// A signature under a message with the facts, terms and messages in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Approval {
    /// Who signed.
    pub signature: Signature,
    /// Fingerprint of the message as it resolved.
    pub resolved: String,
    /// Of a translation: fingerprint of the terms and messages that its source named, if it named any.
    pub source_terms: Option<String>,
}

/// A signature under a change of the source that changes no meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acceptance {
    /// Who signed.
    pub signature: Signature,
    /// Why.
    pub reason: String,
    /// The source text beside which the translation was last read, as it is typed.
    pub read_beside: String,
}

/// What was recorded for one language edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditionLine {
    /// Who signed for print.
    pub signature: Signature,
    /// Fingerprint of its make-up.
    pub make_up: String,
}

/// Writes a record in its canonical form: a line a message and a line an edition, in the order of their names.
#[must_use]
pub fn write_record(
    lines: &BTreeMap<TextId, Line>,
    editions: &BTreeMap<String, EditionLine>,
) -> String {
    let mut out = String::new();
    if !editions.is_empty() {
        out.push_str("[editions]\n");
        for (edition, EditionLine { signature, make_up }) in editions {
            let (signature, make_up) = (signed(signature), quoted(make_up));
            let _ = writeln!(out, "{edition} = {{ {signature}, make-up = {make_up} }}");
        }
        out.push('\n');
    }
    out.push_str("[messages]\n");
    for (id, line) in lines {
        let Line { text, by, on, reviewed, tried, legal, approved, accepted } = line;
        let _ = write!(out, "{id} = {{ text = {}", quoted(text));
        if let Some(by) = by {
            let _ = write!(out, ", by = {}", quoted(by));
        }
        if let Some(on) = on {
            let _ = write!(out, ", on = {on}");
        }
        if let Some(Review { signature, terms }) = reviewed {
            let _ = write!(out, ", reviewed = {{ {}", signed(signature));
            if let Some(terms) = terms {
                let _ = write!(out, ", terms = {}", quoted(terms));
            }
            out.push_str(" }");
        }
        if let Some(signature) = tried {
            let _ = write!(out, ", tried = {{ {} }}", signed(signature));
        }
        for (key, approval) in [("legal", legal), ("approved", approved)] {
            if let Some(Approval { signature, resolved, source_terms }) = approval {
                let (signature, resolved) = (signed(signature), quoted(resolved));
                let _ = write!(out, ", {key} = {{ {signature}, resolved = {resolved}");
                if let Some(terms) = source_terms {
                    let _ = write!(out, ", source-terms = {}", quoted(terms));
                }
                out.push_str(" }");
            }
        }
        if let Some(Acceptance { signature, reason, read_beside }) = accepted {
            let (signature, reason) = (signed(signature), quoted(reason));
            let source = quoted(read_beside);
            let _ = write!(
                out,
                ", accepted = {{ {signature}, reason = {reason}, read-beside = {source} }}"
            );
        }
        out.push_str(" }\n");
    }
    out
}

fn signed(Signature { by, on }: &Signature) -> String {
    format!("by = {}, on = {on}", quoted(by))
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
        let own = Report::new();
        let report = &own;
        let mut records = Records::default();
        for scope in [Scope::Common, Scope::Brochure(brochure.to_owned())] {
            let lines = ProjectFile::Record { language: language.clone(), scope: scope.clone() };
            if let Some(file) = project.read_if_there(&lines, report) {
                let Records { lines, editions, .. } = read_record(&file, report);
                records.lines.extend(lines);
                records.editions.extend(editions);
            }
            let made_from = ProjectFile::SourceTexts { language: language.clone(), scope };
            if let Some(file) = project.read_if_there(&made_from, report) {
                records.made_from.extend(read_canonical(&file, report));
            }
        }
        (language.clone(), records, own.into_sorted())
    };
    let read: Vec<_> = languages.par_iter().map(read).collect();
    let rows = read.into_iter().map(|(language, records, found)| {
        report.extend(found);
        (language, records)
    });
    rows.collect()
}

/// Reads a record; all faults are in the report.
fn read_record(file: &Arc<SourceFile>, report: &Report) -> Records {
    let table = parse(file, report);
    let fields = Fields::new(&table.value, &table.span, "the record", report);
    let editions = fields.named_tables("editions").into_iter();
    let editions = editions.filter_map(|(name, row)| {
        let fields = Fields::new(&row.value, &row.span, "the approval of an edition", report);
        let (signature, make_up) = (read_signature(&fields), fields.required::<String>("make-up"));
        fields.finish();
        let line = EditionLine { signature: signature.ok()?, make_up: make_up.ok()?.value };
        Some((name.value, line))
    });
    let editions = editions.collect();
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
    Records { lines, editions, made_from: BTreeMap::new() }
}

fn read_line(row: &Located<Table>, report: &Report) -> Result<Line, Reported> {
    let fields = Fields::new(&row.value, &row.span, "a line of the record", report);
    let text = fields.required::<String>("text");
    let by = fields.optional::<String>("by").map(|by| by.value);
    let on = fields.optional::<Date>("on").map(|on| on.value);
    let (reviewed, tried) = (read_review(&fields), read_signed(&fields, "tried"));
    let legal = read_approval(&fields, "legal");
    let approved = read_approval(&fields, "approved");
    let accepted = fields.optional::<Table>("accepted").and_then(|table| {
        let fields = Fields::new(&table.value, &table.span, "`accepted`", report);
        let (signature, reason) = (read_signature(&fields), fields.required::<String>("reason"));
        let read_beside = fields.required::<String>("read-beside");
        fields.finish();
        Some(Acceptance {
            signature: signature.ok()?,
            reason: reason.ok()?.value,
            read_beside: read_beside.ok()?.value,
        })
    });
    fields.finish();
    Ok(Line { text: text?.value, by, on, reviewed, tried, legal, approved, accepted })
}

fn read_signature(fields: &Fields<'_>) -> Result<Signature, Reported> {
    let (by, on) = (fields.required::<String>("by"), fields.required::<Date>("on"));
    Ok(Signature { by: by?.value, on: on?.value })
}

fn read_review(fields: &Fields<'_>) -> Option<Review> {
    let table = fields.optional::<Table>("reviewed")?;
    let fields = Fields::new(&table.value, &table.span, "`reviewed`", fields.report());
    let (signature, terms) = (read_signature(&fields), fields.optional::<String>("terms"));
    fields.finish();
    Some(Review { signature: signature.ok()?, terms: terms.map(|terms| terms.value) })
}

fn read_signed(fields: &Fields<'_>, key: &'static str) -> Option<Signature> {
    let table = fields.optional::<Table>(key)?;
    let what = format!("`{key}`");
    let fields = Fields::new(&table.value, &table.span, &what, fields.report());
    let signature = read_signature(&fields);
    fields.finish();
    signature.ok()
}

fn read_approval(fields: &Fields<'_>, key: &'static str) -> Option<Approval> {
    let table = fields.optional::<Table>(key)?;
    let what = format!("`{key}`");
    let fields = Fields::new(&table.value, &table.span, &what, fields.report());
    let (signature, resolved) = (read_signature(&fields), fields.required::<String>("resolved"));
    let source_terms = fields.optional::<String>("source-terms").map(|terms| terms.value);
    fields.finish();
    Some(Approval { signature: signature.ok()?, resolved: resolved.ok()?.value, source_terms })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use time::macros::date;

    use super::{
        Acceptance, Approval, EditionLine, Line, Review, Signature, read_record, write_record,
        write_source_texts,
    };
    use crate::diagnostic::{Report, SourceFile};
    use crate::load::catalogue::read_canonical;
    use crate::load::ftl::parse_pattern;
    use crate::load::text_id::TextId;

    #[test]
    fn a_record_is_read_as_it_was_written() {
        let signature = |by: &str| Signature { by: by.to_owned(), on: date!(2026 - 10 - 05) };
        let approval = |by: &str, terms: Option<&str>| Approval {
            signature: signature(by),
            resolved: "1:cd".to_owned(),
            source_terms: terms.map(str::to_owned),
        };
        let bare = Line { text: "1:ab".to_owned(), ..Line::default() };
        let whole = Line {
            text: "1:ab".to_owned(),
            by: Some("A \"B\" \\ é\t".to_owned()),
            on: Some(date!(2026 - 10 - 04)),
            reviewed: Some(Review { signature: signature("C"), terms: Some("1:12".to_owned()) }),
            tried: Some(signature("D")),
            legal: Some(approval("E", None)),
            approved: Some(approval("F", Some("1:ef"))),
            accepted: Some(Acceptance {
                signature: signature("G"),
                reason: "typo".to_owned(),
                read_beside: "Cal { $x }\nnow".to_owned(),
            }),
        };
        let lines: BTreeMap<TextId, Line> = [("b-2", whole), ("a_1", bare.clone()), ("-c", bare)]
            .map(|(id, line)| (id.parse().unwrap(), line))
            .into();
        let edition = EditionLine { signature: signature("H"), make_up: "1:ef".to_owned() };
        let editions = BTreeMap::from([("short".to_owned(), edition)]);
        let written = write_record(&lines, &editions);
        assert_eq!(
            written,
            "[editions]\n\
             short = { by = \"H\", on = 2026-10-05, make-up = \"1:ef\" }\n\
             \n\
             [messages]\n\
             -c = { text = \"1:ab\" }\n\
             a_1 = { text = \"1:ab\" }\n\
             b-2 = { text = \"1:ab\", by = \"A \\\"B\\\" \\\\ é\\u0009\", on = 2026-10-04, \
             reviewed = { by = \"C\", on = 2026-10-05, terms = \"1:12\" }, tried = { by = \"D\", on = 2026-10-05 }, \
             legal = { by = \"E\", on = 2026-10-05, resolved = \"1:cd\" }, \
             approved = { by = \"F\", on = 2026-10-05, resolved = \"1:cd\", source-terms = \"1:ef\" }, \
             accepted = { by = \"G\", on = 2026-10-05, reason = \"typo\", \
             read-beside = \"Cal { $x }\\u000Anow\" } }\n"
        );
        let report = Report::new();
        let read = read_record(&SourceFile::new("note.toml", written), &report);
        assert_eq!(report.into_sorted(), []);
        assert_eq!((read.lines, read.editions), (lines, editions));
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
