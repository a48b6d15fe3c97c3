//! Turns a document into the PDF that Typst makes of it.

use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::diagnostic::{Diagnostic, Report, Reported};

/// Exports a document as Typst does.
pub(super) fn export_with_typst(
    document: &PagedDocument,
    ident: &str,
    tagged: bool,
    standards: &[PdfStandard],
    report: &Report,
) -> Result<Vec<u8>, Reported> {
    let standards = PdfStandards::new(standards)
        .map_err(|error| report.error(Diagnostic::error(error.message().to_string())))?;
    let options = PdfOptions {
        ident: Smart::Custom(ident.to_owned()),
        creator: Smart::Custom(Some("feuillet".to_owned())),
        tagged,
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(document, &options).map_err(|errors| {
        let reported = errors.iter().map(|error| {
            let diagnostic = Diagnostic::error(format!("the PDF can't be made: {}", error.message));
            let hints = error.hints.iter().map(|hint| hint.v.to_string());
            report.error(hints.fold(diagnostic, Diagnostic::hint))
        });
        let unexplained = || report.error(Diagnostic::error("the PDF can't be made"));
        reported.last().unwrap_or_else(unexplained)
    })
}
