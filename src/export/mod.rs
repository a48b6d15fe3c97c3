//! [`Sheets`] and a profile in, the bytes of a PDF out: Typst's own export, then our finishing.

mod imposed;
mod pdfx;
pub mod pictures;
mod repack;
mod viewer;

use std::collections::HashSet;

use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::diagnostic::{Diagnostic, Report};
use crate::impose::{Duplex, Sheets};
use crate::load::Profile;
pub use imposed::export_imposed;
pub use pdfx::{INK_LIMIT, Print, print};
use repack::RepackError;

/// Exports sheets for a screen, an office printer or a translator; what is made for a print shop is for [`print()`]. `ident` names the document in a stable way: the same edition keeps it over releases.
/// Faults are reported; `None` if there is no PDF.
pub fn export(sheets: &Sheets, profile: Profile, ident: &str, report: &Report) -> Option<Vec<u8>> {
    let (standards, tagged): (&[PdfStandard], bool) = match profile {
        Profile::Screen => (&[PdfStandard::Ua_1, PdfStandard::A_2a], true),
        // The notes beside the pages have no place in the order of reading.
        Profile::Proof | Profile::Print => (&[], false),
        Profile::Office => (&[PdfStandard::V_1_7], sheets.tagged),
    };
    let pdf = typst_bytes(&sheets.document, ident, tagged, standards, report)?;
    match repacked(&pdf, (profile == Profile::Office).then_some(sheets.duplex)) {
        Ok(pdf) => Some(pdf),
        Err(error) => {
            report.add(Diagnostic::error(format!("the PDF can't be repacked: {error}")));
            None
        }
    }
}

/// Typst's PDF, smaller, with what a printer is told.
fn repacked(pdf: &[u8], printer: Option<Duplex>) -> Result<Vec<u8>, RepackError> {
    let mut document = repack::load(pdf)?;
    if let Some(duplex) = printer {
        viewer::tell_printer(&mut document, duplex)?;
    }
    repack::write(&document, &HashSet::new())
}

/// Typst's own export. Faults are reported.
fn typst_bytes(
    document: &PagedDocument,
    ident: &str,
    tagged: bool,
    standards: &[PdfStandard],
    report: &Report,
) -> Option<Vec<u8>> {
    let standards = match PdfStandards::new(standards) {
        Ok(standards) => standards,
        Err(error) => {
            report.add(Diagnostic::error(error.message().to_string()));
            return None;
        }
    };
    let options = PdfOptions {
        ident: Smart::Custom(ident.to_owned()),
        creator: Smart::Custom(Some("feuillet".to_owned())),
        tagged,
        standards,
        ..PdfOptions::default()
    };
    match typst_pdf::pdf(document, &options) {
        Ok(pdf) => Some(pdf),
        Err(errors) => {
            for error in errors {
                let mut diagnostic =
                    Diagnostic::error(format!("the PDF can't be made: {}", error.message));
                for hint in &error.hints {
                    diagnostic = diagnostic.hint(hint.v.to_string());
                }
                report.add(diagnostic);
            }
            None
        }
    }
}
