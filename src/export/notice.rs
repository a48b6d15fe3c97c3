//! Turns a page that the program has written for itself into a PDF for screens.

use typst_layout::PagedDocument;
use typst_pdf::PdfStandard;

use crate::diagnostic::{Diagnostic, Report, Reported};
use crate::export::repacked;
use crate::export::typst::export_with_typst;

/// Exports a document as an edition for screens is exported.
///
/// # Errors
///
/// Fails if there is no PDF.
pub(crate) fn export_notice(
    document: &PagedDocument,
    ident: &str,
    report: &Report,
) -> Result<Vec<u8>, Reported> {
    let standards = &[PdfStandard::Ua_1, PdfStandard::A_2a];
    let pdf = export_with_typst(document, ident, true, standards, None, report)?;
    repacked(&pdf, None).map_err(|error| {
        report.error(Diagnostic::error(format!("the PDF can't be repacked: {error}")))
    })
}
