//! Reads `brochures/communes.csv`: what is known of each commune of the country, and nothing that somebody would have to verify.

use std::collections::BTreeMap;
use std::sync::Arc;

use csv::{ReaderBuilder, StringRecord};

use crate::diagnostic::{Diagnostic, Located, Report, SourceFile, Span, list};
use crate::language::{Tag, not_a_tag};
use crate::load::body::{Body, BodyKind, Regime};
use crate::load::forms::{Form, Forms};

/// What is known of a commune.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct CommuneRow {
    pub(super) nis: String,
    pub(super) name: Forms,
    pub(super) regions: Vec<Located<String>>,
    pub(super) languages: Vec<Located<Tag>>,
    pub(super) facilities: Vec<Located<Tag>>,
    span: Span,
}

impl CommuneRow {
    /// The commune as a body that has said nothing itself.
    pub(super) fn into_body(self, key: &str) -> Body {
        Body {
            key: key.to_owned(),
            kind: BodyKind::Commune,
            name: self.name,
            nis: Some(self.nis),
            regions: self.regions,
            regime: Regime { languages: self.languages, facilities: self.facilities },
            logo: None,
            publisher: None,
            contacts: Vec::new(),
            colophon: Vec::new(),
            verification: None,
            span: self.span,
        }
    }
}

/// The columns that every line fills; there are also `name-<language>`, and others that are not read.
const COLUMNS: [&str; 5] = ["key", "nis", "regions", "languages", "facilities"];

/// Begins the names of the columns with names.
const NAME: &str = "name-";

/// Where the columns stand.
struct Columns {
    /// Those of [`COLUMNS`].
    fixed: [usize; COLUMNS.len()],
    /// The names, with their languages.
    names: Vec<(Tag, usize)>,
}

/// Reads the communes, by key; all faults are in the report, and lines with a fault are left out.
pub(super) fn read_communes(
    file: &Arc<SourceFile>,
    report: &Report,
) -> BTreeMap<String, CommuneRow> {
    let mut reader = ReaderBuilder::new().flexible(true).from_reader(file.text.as_bytes());
    let Some(columns) = read_columns(&mut reader, file, report) else { return BTreeMap::new() };
    let mut rows: BTreeMap<String, CommuneRow> = BTreeMap::new();
    let mut codes: BTreeMap<String, String> = BTreeMap::new();
    for record in reader.records() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                let at = error.position().map_or(0, |at| offset(at.byte()));
                report.add(
                    Diagnostic::error(format!("this line can't be read: {error}"))
                        .at(&line_at(file, at))
                        .hint("a cell with a comma or a quote stands in quotes, which are doubled inside"),
                );
                continue;
            }
        };
        let span = line_at(file, record.position().map_or(0, |at| offset(at.byte())));
        let Some((key, row)) = read_row(&record, &columns, &span, report) else { continue };
        let taken = rows.contains_key(&key) || codes.contains_key(&row.nis);
        if taken {
            report.add(
                Diagnostic::error(format!(
                    "there are two communes `{key}`, or two with the code {}",
                    row.nis
                ))
                .at(&span)
                .hint("delete one of the lines, or give it another key"),
            );
            continue;
        }
        codes.insert(row.nis.clone(), key.clone());
        rows.insert(key, row);
    }
    rows
}

/// Finds the columns by their names in the first line.
fn read_columns(
    reader: &mut csv::Reader<&[u8]>,
    file: &Arc<SourceFile>,
    report: &Report,
) -> Option<Columns> {
    let first = line_at(file, 0);
    let headers = reader.headers().cloned().unwrap_or_default();
    let mut fixed = [0; COLUMNS.len()];
    let mut missing = Vec::new();
    for (place, name) in fixed.iter_mut().zip(COLUMNS) {
        match headers.iter().position(|header| header.trim() == name) {
            Some(column) => *place = column,
            None => missing.push(name),
        }
    }
    let named = headers.iter().enumerate();
    let names = named.filter_map(|(column, header)| {
        let tag = header.trim().strip_prefix(NAME)?;
        match tag.parse::<Tag>() {
            Ok(tag) => Some((tag, column)),
            Err(_) => {
                report.add(not_a_tag(tag, &first));
                None
            }
        }
    });
    let names: Vec<(Tag, usize)> = names.collect();
    if names.is_empty() {
        missing.push("name-<language>");
    }
    if !missing.is_empty() {
        report.add(
            Diagnostic::error(format!("this file has no column {}", list(&missing)))
                .at(&first)
                .hint("its first line names the columns: `key,nis,name-fr,name-nl,name-de,regions,languages,facilities`"),
        );
        return None;
    }
    Some(Columns { fixed, names })
}

/// Reads a line; `None` if something is wrong with it, which is reported.
fn read_row(
    record: &StringRecord,
    columns: &Columns,
    span: &Span,
    report: &Report,
) -> Option<(String, CommuneRow)> {
    let cell = |column: usize| record.get(column).unwrap_or_default().trim();
    let [key, nis, regions, languages, facilities] = columns.fixed.map(cell);
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let refused = |message: String, hint: &str| {
        report.add(Diagnostic::error(message).at(span).hint(hint));
        None
    };
    if key.is_empty() || key == "all" || key.starts_with('-') || !key.chars().all(fits) {
        return refused(
            format!("`{key}` can't be the key of a commune"),
            "use small letters a to z, digits and hyphens, and not the word `all`",
        );
    }
    if !is_code(nis) {
        return refused(
            format!("`{nis}` is not the code of a commune"),
            "write its five figures in the national register",
        );
    }
    let tags = |cell: &str| -> Option<Vec<Located<Tag>>> {
        let tags = cell.split_whitespace().map(|text| {
            let tag = text.parse::<Tag>();
            tag.map_err(|_| report.add(not_a_tag(text, span)))
        });
        let tags: Result<Vec<Tag>, ()> = tags.collect();
        Some(tags.ok()?.into_iter().map(|tag| Located::new(tag, span.clone())).collect())
    };
    let (languages, facilities) = (tags(languages)?, tags(facilities)?);
    if languages.is_empty() {
        return refused(
            format!("the commune `{key}` works in no language"),
            "fill in `languages`, with blanks between several: `fr nl`",
        );
    }
    let Some(name) = read_name(&cell, columns, &languages, span) else {
        return refused(
            format!("the commune `{key}` has no name"),
            "fill in the column of its own language",
        );
    };
    let regions = regions.split_whitespace();
    let regions = regions.map(|region| Located::new(region.to_owned(), span.clone())).collect();
    let row = CommuneRow {
        nis: nis.to_owned(),
        name,
        regions,
        languages,
        facilities,
        span: span.clone(),
    };
    Some((key.to_owned(), row))
}

/// The names of a commune, the official ones first.
fn read_name<'r>(
    cell: &impl Fn(usize) -> &'r str,
    columns: &Columns,
    languages: &[Located<Tag>],
    span: &Span,
) -> Option<Forms> {
    let rank = |tag: &Tag| languages.iter().position(|own| own.value == *tag);
    let mut names: Vec<&(Tag, usize)> = columns.names.iter().collect();
    names.sort_by_key(|(tag, _)| rank(tag).unwrap_or(languages.len()));
    let forms = names.into_iter().filter(|(_, column)| !cell(*column).is_empty());
    let forms = forms.map(|(tag, column)| Form {
        language: Some(Located::new(tag.clone(), span.clone())),
        text: Located::new(cell(*column).to_owned(), span.clone()),
    });
    Forms::of(forms.collect())
}

/// A place in the file, which is read from memory.
fn offset(byte: u64) -> usize {
    usize::try_from(byte).unwrap_or_default()
}

/// The line in which a place stands; records of several lines are underlined at their first.
fn line_at(file: &Arc<SourceFile>, at: usize) -> Span {
    let text = &file.text;
    // The place of a record may be the line end before it.
    let start =
        text.len() - text.get(at..).unwrap_or_default().trim_start_matches(['\n', '\r']).len();
    let end = text[start..].find('\n').map_or(text.len(), |end| start + end);
    Span::new(file, start..end)
}
/// Whether a text is the code of a commune: five figures.
pub(super) fn is_code(text: &str) -> bool {
    text.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit())
}
