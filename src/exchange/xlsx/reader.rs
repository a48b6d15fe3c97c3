//! Turns a workbook that came back into its texts.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{DataRef, Reader as _, Xlsx, XlsxError};

use crate::diagnostic::{Diagnostic, Report, Reported};
use crate::exchange::xlsx::columns::{Column, cell_name};
use crate::exchange::xlsx::labels::column_of;
use crate::exchange::xlsx::package::{Package, Unreadable};
use crate::exchange::xlsx::{BROCHURE, LANGUAGE, SOURCE_LANGUAGE};
use crate::exchange::{Place, Returned, ReturnedUnit};
use crate::language::Tag;

/// Reads a workbook: finds the sheet with the texts by the heads of its columns, whatever else was added. What it says of the
/// state of a text is not believed. All faults are in the report.
///
/// # Errors
///
/// Fails if the file is no workbook, is damaged or too large, or has no such sheet, or several.
pub(crate) fn read(file_name: &str, bytes: &[u8], report: &Report) -> Result<Returned, Reported> {
    let package = Package::open(bytes).map_err(|Unreadable { what, hint }| {
        report.error(Diagnostic::error(format!("`{file_name}` is {what}")).hint(hint))
    })?;
    let mut tables = tables(bytes).map_err(|error| {
        let fault = Diagnostic::error(format!("`{file_name}` can't be read: {error}"));
        report.error(fault.hint("open it, and save it as an Excel workbook (.xlsx)"))
    })?;
    let table = match tables.len() {
        1 => tables.remove(0),
        0 => {
            let fault = format!("`{file_name}` has no sheet with texts");
            return Err(report.error(Diagnostic::error(fault).hint(
                "its columns must have heads as in the file that was exported, such as `Id` and `Translation`",
            )));
        }
        _ => {
            let names: Vec<String> =
                tables.iter().map(|table| format!("`{}`", table.sheet)).collect();
            let fault =
                format!("`{file_name}` has several sheets with texts: {}", names.join(", "));
            return Err(report.error(Diagnostic::error(fault).hint("leave the one that is meant")));
        }
    };
    let mut returned = Returned {
        brochure: table.agreed(file_name, Column::Id, package.property(BROCHURE), report),
        language: None,
        source_language: None,
        units: Vec::new(),
    };
    let tag = |column: Column, property: &str| -> Option<Tag> {
        let name = table.agreed(file_name, column, package.property(property), report)?;
        let tag = name.replace('_', "-").parse().ok();
        if tag.is_none() {
            let fault = Diagnostic::error(format!("`{name}` is no tag of a language"));
            report.add(fault.at(table.head_place(file_name, column).span()));
        }
        tag
    };
    returned.language = tag(Column::Translation, LANGUAGE);
    returned.source_language = tag(Column::Source, SOURCE_LANGUAGE);
    for row in table.rows() {
        returned.units.extend(table.unit(file_name, row, &package, report));
    }
    Ok(returned)
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Cell {
    Text(String),
    /// Something else: what it is called, and what it shows.
    Other(&'static str, String),
}

/// A sheet with texts.
struct Table {
    sheet: String,
    /// The cells that are not empty, by row and column from 0.
    cells: BTreeMap<(u32, u32), Cell>,
    /// The row with the heads.
    heads: u32,
    /// Where each column stands.
    columns: BTreeMap<Column, u32>,
    /// What the heads say in parentheses.
    inside: BTreeMap<Column, String>,
}

/// The sheets with texts, be they hidden or not.
fn tables(bytes: &[u8]) -> Result<Vec<Table>, XlsxError> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes))?;
    let mut tables = Vec::new();
    for sheet in workbook.sheet_names() {
        let mut reader = match workbook.worksheet_cells_reader(&sheet) {
            Ok(reader) => reader,
            // A chart, for one.
            Err(XlsxError::NotAWorksheet(_)) => continue,
            Err(error) => return Err(error),
        };
        let mut cells = BTreeMap::new();
        while let Some(record) = reader.next_cell_with_formula_metadata()? {
            let cell = cell_of(&record.value);
            let cell = match record.formula {
                Some(_) => Some(Cell::Other("a formula", shown(cell))),
                None => cell,
            };
            if let Some(cell) = cell {
                cells.insert(record.pos, cell);
            }
        }
        tables.extend(Table::find(sheet, cells));
    }
    Ok(tables)
}

/// What a cell holds; `None` if nothing.
fn cell_of(value: &DataRef<'_>) -> Option<Cell> {
    let text = |text: &str| {
        // A return alone is a line end too, of old programs.
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        (!text.trim().is_empty()).then_some(Cell::Text(text))
    };
    match value {
        DataRef::Empty => None,
        DataRef::String(own) => text(own),
        DataRef::SharedString(own) => text(own),
        DataRef::Int(number) => Some(Cell::Other("a number", number.to_string())),
        DataRef::Float(number) => Some(Cell::Other("a number", number.to_string())),
        DataRef::Bool(value) => {
            Some(Cell::Other("a truth value", value.to_string().to_uppercase()))
        }
        DataRef::DateTime(day) => Some(Cell::Other("a date", day.as_f64().to_string())),
        DataRef::DateTimeIso(day) | DataRef::DurationIso(day) => {
            Some(Cell::Other("a date", day.clone()))
        }
        DataRef::Error(error) => Some(Cell::Other("an error", error.to_string())),
    }
}

/// What a cell shows.
fn shown(cell: Option<Cell>) -> String {
    match cell {
        Some(Cell::Text(text) | Cell::Other(_, text)) => text,
        None => String::new(),
    }
}

impl Table {
    /// Looks for the heads of the columns: the first row that has those of the id and of the translation.
    fn find(sheet: String, cells: BTreeMap<(u32, u32), Cell>) -> Option<Table> {
        let mut heads = 0;
        let (mut columns, mut inside) = (BTreeMap::new(), BTreeMap::new());
        let is_whole = |columns: &BTreeMap<Column, u32>| {
            columns.contains_key(&Column::Id) && columns.contains_key(&Column::Translation)
        };
        for ((row, column), cell) in &cells {
            if *row != heads {
                if is_whole(&columns) {
                    break;
                }
                heads = *row;
                columns.clear();
                inside.clear();
            }
            let Cell::Text(text) = cell else { continue };
            let Some((found, own)) = column_of(text) else { continue };
            if columns.contains_key(&found) {
                continue;
            }
            columns.insert(found, *column);
            if let Some(own) = own {
                inside.insert(found, own.to_owned());
            }
        }
        is_whole(&columns).then_some(Table { sheet, cells, heads, columns, inside })
    }

    /// The rows below the heads that hold anything.
    fn rows(&self) -> Vec<u32> {
        let mut rows: Vec<u32> = self.cells.keys().map(|(row, _)| *row).collect();
        rows.dedup();
        rows.retain(|row| *row > self.heads);
        rows
    }

    fn cell(&self, row: u32, column: Column) -> Option<&Cell> {
        self.cells.get(&(row, *self.columns.get(&column)?))
    }

    fn place(&self, file_name: &str, row: u32, column: Column) -> Place {
        let at = self.columns.get(&column).copied().unwrap_or_default();
        let name = format!("{}!{}", self.sheet, cell_name(row, at));
        Place::in_cell(file_name, &name, &shown(self.cell(row, column).cloned()))
    }

    fn head_place(&self, file_name: &str, column: Column) -> Place {
        self.place(file_name, self.heads, column)
    }

    /// What the head of a column and a property of the file say: either is enough, and they must not disagree.
    fn agreed(
        &self,
        file_name: &str,
        column: Column,
        property: Option<&str>,
        report: &Report,
    ) -> Option<String> {
        let head = self.inside.get(&column).map(String::as_str);
        if let (Some(head), Some(property)) = (head, property)
            && !head.replace('_', "-").eq_ignore_ascii_case(&property.replace('_', "-"))
        {
            let fault = format!("this file was made for `{property}`, and says now `{head}`");
            report.add(
                Diagnostic::error(fault)
                    .at(self.head_place(file_name, column).span())
                    .hint("set it back: each language of a brochure has a file of its own"),
            );
        }
        property.or(head).map(str::to_owned)
    }

    /// The text of a row; `None` if there is none, or the row is reported.
    fn unit(
        &self,
        file_name: &str,
        row: u32,
        package: &Package,
        report: &Report,
    ) -> Option<ReturnedUnit> {
        let [id, source, target] =
            [Column::Id, Column::Source, Column::Translation].map(|column| self.cell(row, column));
        let is_head = |cell: Option<&Cell>, column: Column| {
            let found = cell.and_then(|cell| match cell {
                Cell::Text(text) => column_of(text),
                Cell::Other(..) => None,
            });
            found.is_some_and(|(found, _)| found == column)
        };
        // The heads once more, below a page or a copy.
        if is_head(id, Column::Id) && is_head(target, Column::Translation) {
            return None;
        }
        let place = self.place(file_name, row, Column::Translation);
        // A total, a note, an empty line: no text of ours lacks its source. What somebody wrote there is not lost in silence.
        if source.is_none() && self.columns.contains_key(&Column::Source) {
            if matches!(target, Some(Cell::Text(_))) && id.is_none() {
                let fault = Diagnostic::error("this row does not say which text it is");
                report.add(fault.at(place.span()).hint(
                    "move what is to be imported to the row of its text, and delete the rest",
                ));
                return None;
            }
            if !matches!(target, Some(Cell::Text(_))) {
                return None;
            }
        }
        let (id, source) = (
            self.text(file_name, row, Column::Id, id, report),
            self.text(file_name, row, Column::Source, source, report),
        );
        let target = match self.text(file_name, row, Column::Translation, target, report) {
            Read::Text(text) => text,
            Read::Nothing => String::new(),
            Read::Refused => return None,
        };
        let Read::Text(id) = id else {
            if matches!(id, Read::Nothing) && !target.is_empty() {
                let fault = Diagnostic::error("this row does not say which text it is");
                report.add(fault.at(place.span()).hint("write its id back, or delete the row"));
            }
            return None;
        };
        let source = match source {
            Read::Text(text) => Some(text),
            Read::Nothing => None,
            Read::Refused => return None,
        };
        if package.is_struck(&target) {
            report.add(
                Diagnostic::error("some words of this cell are struck out, and would be printed")
                    .at(place.span())
                    .hint("delete them, or take the line off them"),
            );
        }
        if package.is_formatted(&target) {
            report.add(
                Diagnostic::warning(
                    "some words of this cell are bold, italic or underlined, which is lost",
                )
                .at(place.span())
                .hint("write `<b>words</b>` around what is to be bold, where the source has it"),
            );
        }
        let lines = [Column::Comment, Column::Version].map(|column| self.cell(row, column));
        let lines = lines.into_iter().flatten().filter_map(|cell| match cell {
            Cell::Text(text) => Some(text.as_str()),
            Cell::Other(..) => None,
        });
        let comment = lines.collect::<Vec<_>>().join("\n");
        Some(ReturnedUnit { id: id.trim().to_owned(), source, target, comment, place })
    }

    /// The text of a cell. Something else is reported: nobody knows what it was before a spreadsheet made that of it.
    fn text(
        &self,
        file_name: &str,
        row: u32,
        column: Column,
        cell: Option<&Cell>,
        report: &Report,
    ) -> Read {
        match cell {
            None => Read::Nothing,
            Some(Cell::Text(text)) => Read::Text(text.clone()),
            Some(Cell::Other(what, _)) => {
                let hint = match column {
                    Column::Translation => {
                        "set the format of the cell to text, and write what it should say"
                    }
                    _ => "copy the cell from the file that was exported",
                };
                report.add(
                    Diagnostic::error(format!("this cell holds {what}, and no text"))
                        .at(self.place(file_name, row, column).span())
                        .hint(hint),
                );
                Read::Refused
            }
        }
    }
}

/// What was read of a cell that should hold a text.
enum Read {
    Text(String),
    Nothing,
    Refused,
}
