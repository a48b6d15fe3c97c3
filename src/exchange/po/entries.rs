//! Turns a PO file into its entries, each with its place. Whatever is not quite PO is refused: a cut file is no file.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Report, Reported, SourceFile, Span};

/// An entry of a PO file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Entry {
    /// What tells it from others with the same text.
    pub(super) context: Option<String>,
    /// The text.
    pub(super) source: Option<String>,
    /// Its translation.
    pub(super) target: Option<String>,
    /// The lines `#. …`.
    pub(super) comment: Vec<String>,
    /// Where the translation stands, or what there is of the entry.
    pub(super) range: Range<usize>,
}

/// A field of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Field {
    Context,
    Source,
    Target,
}

const FIELDS: [(&str, Field); 3] =
    [("msgctxt", Field::Context), ("msgid", Field::Source), ("msgstr", Field::Target)];

/// Reads the entries of a file, the header too, but not those that are out of use; all faults are in the report.
///
/// # Errors
///
/// Fails if the file is not whole.
pub(super) fn read(file: &Arc<SourceFile>, report: &Report) -> Result<Vec<Entry>, Reported> {
    let mut reader = Reader {
        file,
        entries: Vec::new(),
        entry: Entry::default(),
        field: None,
        is_broken: false,
    };
    let own = Report::new();
    let mut start = 0;
    for line in file.text.split_inclusive('\n') {
        let range = start..start + line.trim_end_matches('\n').len();
        start += line.len();
        if let Err(fault) = reader.line(range) {
            reader.is_broken = true;
            own.add(fault);
        }
    }
    if let Err(fault) = reader.finish() {
        own.add(fault);
    }
    let entries = reader.entries;
    if own.absorb_into(report) { Ok(entries) } else { Err(report.reported()) }
}

struct Reader<'a> {
    file: &'a Arc<SourceFile>,
    entries: Vec<Entry>,
    /// What is being read.
    entry: Entry,
    /// The field that the next quoted line goes on with.
    field: Option<Field>,
    /// Whether a line of the entry could not be read, which was reported.
    is_broken: bool,
}

impl Reader<'_> {
    fn line(&mut self, range: Range<usize>) -> Result<(), Diagnostic> {
        let line = &self.file.text[range.clone()];
        let text = line.trim();
        let start = range.start + (line.len() - line.trim_start().len());
        let range = start..start + text.len();
        if text.is_empty() {
            return Ok(());
        }
        if let Some(comment) = text.strip_prefix('#') {
            // What is out of use, and what a translator notes, says nothing here.
            if !comment.starts_with('~') {
                if self.field == Some(Field::Target) {
                    self.finish()?;
                }
                if let Some(comment) = comment.strip_prefix('.') {
                    self.entry.comment.push(comment.trim().to_owned());
                }
            }
            return Ok(());
        }
        let (field, quoted) = if text.starts_with('"') {
            let field = self.field.ok_or_else(|| {
                self.fault("this text belongs to no entry", &range)
                    .hint("before it stands `msgctxt`, `msgid` or `msgstr`")
            })?;
            (field, text)
        } else {
            let end = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '_');
            let (keyword, rest) = text.split_at(end.unwrap_or(text.len()));
            let found = FIELDS.iter().find(|(name, _)| *name == keyword);
            let Some((_, field)) = found else {
                return Err(match keyword {
                    "msgid_plural" => self.plural(&range),
                    _ => self
                        .fault("this line is no part of a PO file", &range)
                        .hint("a line is `msgctxt`, `msgid` or `msgstr`, each with a text in quotes, or begins with `#`"),
                });
            };
            if rest.starts_with('[') {
                return Err(self.plural(&range));
            }
            self.begin(*field, &range)?;
            (*field, rest.trim_start())
        };
        let at = range.end - quoted.len();
        let value = self.unquoted(quoted, at)?;
        let entry = &mut self.entry;
        let place = match field {
            Field::Context => &mut entry.context,
            Field::Source => &mut entry.source,
            Field::Target => &mut entry.target,
        };
        place.get_or_insert_default().push_str(&value);
        entry.range.end = range.end;
        Ok(())
    }

    /// Begins a field, and an entry if the last one is whole.
    fn begin(&mut self, field: Field, range: &Range<usize>) -> Result<(), Diagnostic> {
        if self.field == Some(Field::Target) && field != Field::Target {
            self.finish()?;
        }
        if self.field.is_some_and(|last| last >= field) {
            return Err(self.fault("this stands in the entry for a second time", range));
        }
        if field == Field::Target && self.entry.source.is_none() {
            return Err(self.fault("this translates nothing: no `msgid` stands before it", range));
        }
        // What is shown is the translation, with its keyword.
        self.entry.range = range.clone();
        self.field = Some(field);
        Ok(())
    }

    /// Takes the entry that was read.
    fn finish(&mut self) -> Result<(), Diagnostic> {
        let entry = std::mem::take(&mut self.entry);
        let is_broken = std::mem::take(&mut self.is_broken);
        match self.field.take() {
            _ if is_broken => {}
            Some(Field::Target) => self.entries.push(entry),
            Some(_) => {
                return Err(self
                    .fault("this entry has no `msgstr`: the file is cut off", &entry.range)
                    .hint("ask for the file again"));
            }
            None => {}
        }
        Ok(())
    }

    /// Reads a text in quotes that stands at an offset.
    fn unquoted(&self, quoted: &str, at: usize) -> Result<String, Diagnostic> {
        let fault = |message: &str, range: Range<usize>| self.fault(message, &range);
        let whole = at..at + quoted.len();
        let inside = quoted.strip_prefix('"').ok_or_else(|| {
            fault("a text in quotes belongs here", whole.clone())
                .hint("write it between `\"` and `\"`, which is straight")
        })?;
        let mut out = String::new();
        let mut characters = inside.char_indices();
        while let Some((offset, c)) = characters.next() {
            let place = at + 1 + offset;
            match c {
                '"' => {
                    let rest = &inside[offset + 1..];
                    if rest.trim().is_empty() {
                        return Ok(out);
                    }
                    let range = place + 1..place + 1 + rest.len();
                    return Err(fault("nothing may stand behind a text in quotes", range)
                        .hint("a quote inside the text is written `\\\"`"));
                }
                '\\' => {
                    let escaped = characters.next().map(|(_, c)| c);
                    out.push(match escaped {
                        Some('n') => '\n',
                        Some('t') => '\t',
                        Some('r') => '\r',
                        Some(c @ ('"' | '\\')) => c,
                        _ => {
                            let length = 1 + escaped.map_or(0, char::len_utf8);
                            return Err(fault(
                                "this sign means nothing here",
                                place..place + length,
                            )
                            .hint("a backslash itself is written `\\\\`"));
                        }
                    });
                }
                c => out.push(c),
            }
        }
        Err(fault("this text is not closed: its last quote is missing", whole)
            .hint("the file may be cut off: ask for it again"))
    }

    fn plural(&self, range: &Range<usize>) -> Diagnostic {
        self.fault("this file has plural forms of its own", range)
            .hint("each form is an entry here, as in the file that was exported")
    }

    fn fault(&self, message: &str, range: &Range<usize>) -> Diagnostic {
        Diagnostic::error(message).at(&Span::visible(self.file, range.clone()))
    }
}
