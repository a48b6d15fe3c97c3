//! Writes and reads texts as a sheet, for Excel, LibreOffice and everybody who knows no other tool.
//!
//! A row is a text, known by its id, wherever somebody moves it; the columns are known by their heads. Which brochure and
//! which languages it is stands twice: in the heads, for people, and in properties of the file, which no sheet shows.

mod columns;
mod labels;
mod package;
mod reader;
mod struck;
mod styles;
mod writer;

pub(crate) use reader::read;
pub(crate) use writer::write;

/// The property that names the brochure.
const BROCHURE: &str = "Feuillet brochure";

/// The property that names the language of the translation.
const LANGUAGE: &str = "Feuillet language";

/// The property that names the language of the source.
const SOURCE_LANGUAGE: &str = "Feuillet source language";

/// Whether a file seems to be a workbook: an archive, or what older programs and passwords make of one.
pub(crate) fn is_workbook(bytes: &[u8]) -> bool {
    package::is_archive(bytes) || package::is_compound(bytes)
}

#[cfg(test)]
mod tests;
