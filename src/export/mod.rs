//! Turns [`Sheets`] into the PDF of a profile: Typst exports it, and this finishes it.

mod destinations;
mod imported;
mod notice;
mod options;
mod pdfx;
mod picture;
mod png;
mod repack;
pub mod resolution;
mod right_to_left;
mod scan;
mod structure;
mod typst;
mod viewer;

use std::collections::HashSet;

use typst_layout::PagedDocument;
use typst_pdf::PdfStandard;

use self::typst::export_with_typst;
use crate::diagnostic::{Diagnostic, Report, Reported};
use crate::impose::{Duplex, Sheets};
use crate::load::Profile;
pub(crate) use imported::export_imported;
pub(crate) use notice::export_notice;
pub use options::{ExportOptions, PrintOptions};
pub(crate) use picture::picture;
use repack::RepackError;
use right_to_left::Direction;

/// Exports sheets as the PDF of a profile.
///
/// # Errors
///
/// Fails if Typst can't export the sheets, or if the result can't be finished for the profile.
pub fn export(
    sheets: &Sheets,
    profile: Profile,
    options: &ExportOptions<'_>,
    report: &Report,
) -> Result<Vec<u8>, Reported> {
    let (standards, tagged): (&[PdfStandard], bool) = match profile {
        Profile::Print => return pdfx::export(sheets, options, report),
        Profile::Screen => (&[PdfStandard::Ua_1, PdfStandard::A_2a], true),
        // The notes beside the pages have no place in the reading order.
        Profile::Proof => (&[], false),
        Profile::Office => (&[PdfStandard::V_1_7], sheets.tagged),
    };
    let pdf = export_with_typst(
        &sheets.document,
        options.ident,
        tagged,
        standards,
        options.composition,
        report,
    )?;
    repacked(&pdf, (profile == Profile::Office).then_some(sheets.duplex)).map_err(|error| {
        report.error(Diagnostic::error(format!("the PDF can't be repacked: {error}")))
    })
}

/// Exports a document that the program set for itself, such as the sheet of an order: PDF/UA-1 and PDF/A-2a, like what is made
/// for the screen. `ident` identifies it.
///
/// # Errors
///
/// Fails if Typst can't export it, or if the result can't be finished.
pub(crate) fn export_document(
    document: &PagedDocument,
    ident: &str,
    report: &Report,
) -> Result<Vec<u8>, Reported> {
    let standards = [PdfStandard::Ua_1, PdfStandard::A_2a];
    let pdf = export_with_typst(document, ident, true, &standards, None, report)?;
    repacked(&pdf, None).map_err(|error| {
        report.error(Diagnostic::error(format!("the PDF can't be repacked: {error}")))
    })
}

/// Typst's PDF, smaller, with text from right to left as readers expect it, and with the viewer preferences of an office printer.
fn repacked(pdf: &[u8], printer: Option<Duplex>) -> Result<Vec<u8>, RepackError> {
    let mut document = repack::load(pdf)?;
    destinations::neutralise(&mut document)?;
    right_to_left::finish(&mut document, Direction::Dropped)?;
    structure::finish(&mut document)?;
    if let Some(duplex) = printer {
        viewer::set_preferences(&mut document, duplex)?;
    }
    repack::write(&document, &HashSet::new())
}
