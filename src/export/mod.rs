//! Turns [`Sheets`] into the PDF of a profile: Typst exports it, and this finishes it.

mod imported;
mod pdfx;
mod repack;
pub mod resolution;
mod viewer;

use std::collections::HashSet;

use feuillet_colour::{Colour, OutputProfile};
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::diagnostic::{Diagnostic, Report, Reported};
use crate::impose::{Duplex, Sheets};
use crate::load::Profile;
pub(crate) use imported::export_imported;
use repack::RepackError;

/// The most ink that coated paper takes, in percent of one full plate (`PSOcoated_v3` and `ISOcoated_v2_300` ask for
/// it).
pub(crate) const INK_LIMIT: f64 = 300.0;

/// How sheets are exported.
#[derive(Debug, Clone, Copy)]
pub struct ExportOptions<'a> {
    /// Identifies the document: the same edition keeps its identifier from release to release.
    pub ident: &'a str,
    /// How it is printed; read for [`Profile::Print`] only.
    pub print: PrintOptions<'a>,
}

/// How colours become ink in a PDF for a print shop.
#[derive(Debug, Clone, Copy)]
pub struct PrintOptions<'a> {
    /// The printing condition; FOGRA39, which the program brings along, by default.
    pub profile: Option<&'a OutputProfile>,
    /// The most ink in total, in percent of one full plate; that of coated paper by default.
    pub ink_limit: f64,
    /// The colours whose ink is given, namely those of the theme; none by default.
    pub palette: &'a [Colour],
}

impl Default for PrintOptions<'_> {
    fn default() -> Self {
        PrintOptions { profile: None, ink_limit: INK_LIMIT, palette: &[] }
    }
}

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
    let pdf = export_with_typst(&sheets.document, options.ident, tagged, standards, report)?;
    repacked(&pdf, (profile == Profile::Office).then_some(sheets.duplex)).map_err(|error| {
        report.error(Diagnostic::error(format!("the PDF can't be repacked: {error}")))
    })
}

/// Typst's PDF, smaller, and with the viewer preferences of an office printer.
fn repacked(pdf: &[u8], printer: Option<Duplex>) -> Result<Vec<u8>, RepackError> {
    let mut document = repack::load(pdf)?;
    if let Some(duplex) = printer {
        viewer::set_preferences(&mut document, duplex)?;
    }
    repack::write(&document, &HashSet::new())
}

/// Exports a document as Typst does.
fn export_with_typst(
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
