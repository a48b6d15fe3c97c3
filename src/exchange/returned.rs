//! Knows what came back from a translator: the texts that a file holds, each with its place in it.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Report, Reported, SourceFile, Span};
use crate::language::Tag;

/// What a file holds, before it is compared with the project.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Returned {
    /// The brochure that the file names, if it names one.
    pub(crate) brochure: Option<String>,
    /// The language of the translation, if it names one.
    pub(crate) language: Option<Tag>,
    /// The language that it was translated from, if it names one.
    pub(crate) source_language: Option<Tag>,
    /// The texts, in the order of the file; the same id may stand there twice.
    pub(crate) units: Vec<ReturnedUnit>,
}

/// One text of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ReturnedUnit {
    /// The id, as the export wrote it: `right-home[$home-ban-days:few]`.
    pub(crate) id: String,
    /// The source text in its flat form, if the file keeps it.
    pub(crate) source: Option<String>,
    /// The translation in its flat form; empty if there is none.
    pub(crate) target: String,
    /// The comment, as the export wrote it; empty if the format has none, or a tool dropped it. Its last line tells the
    /// import what the translation was when the file was made, so that what was edited since is not lost.
    pub(crate) comment: String,
    /// Where the translation stands, or the unit if there is none.
    pub(crate) place: Place,
}

/// A place in a file that came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place(Span);

impl Place {
    /// A stretch of a file of text, which the parser read as `file`.
    #[must_use]
    pub(crate) fn in_text(file: &Arc<SourceFile>, range: Range<usize>) -> Place {
        Place(Span::visible(file, range))
    }

    /// A cell of a sheet, such as `Texts!C7`, with the text in it, which is what is shown underlined.
    #[must_use]
    pub(crate) fn in_cell(file_name: &str, cell: &str, text: &str) -> Place {
        let file = SourceFile::new(format!("{file_name}, {cell}"), text);
        let first_line = text.lines().next().unwrap_or_default().len();
        Place(Span::visible(&file, 0..first_line))
    }

    /// The place, for a diagnostic.
    #[must_use]
    pub(crate) fn span(&self) -> &Span {
        &self.0
    }
}

/// A tag of a language, however a tool spells it: `zh_CN`, `FR`.
pub(crate) fn tag(given: &str) -> Option<Tag> {
    given.trim().replace('_', "-").parse().ok()
}

/// The text of a file that came back, which must be in UTF-8.
///
/// # Errors
///
/// Fails if it is not.
pub(crate) fn utf8(
    file_name: &str,
    bytes: &[u8],
    report: &Report,
) -> Result<Arc<SourceFile>, Reported> {
    let hint = "save it again with the encoding UTF-8";
    let is_utf16 = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
    if is_utf16 || bytes.contains(&0) {
        let message = format!("`{file_name}` is not in UTF-8, but in UTF-16 or no text");
        return Err(report.error(Diagnostic::error(message).hint(hint)));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let file = SourceFile::decode(file_name, String::from_utf8_lossy(bytes));
        // What stands before the fault is good, and so its place in the text as it is shown.
        let good = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
        let at = SourceFile::decode(file_name, good).text.len();
        let place = Span::visible(&file, at..at + char::REPLACEMENT_CHARACTER.len_utf8());
        report.error(Diagnostic::error("this file is not in UTF-8").at(&place).hint(hint))
    })?;
    Ok(SourceFile::decode(file_name, text))
}

#[cfg(test)]
mod tests {
    use super::Place;

    #[test]
    fn a_cell_is_named_and_its_first_line_is_shown() {
        let place = Place::in_cell("ru.xlsx", "Texts!C7", "one\ntwo");
        assert_eq!(place.span().file.path, "ru.xlsx, Texts!C7");
        assert_eq!(&place.span().file.text[place.span().range.clone()], "one");
    }
}
