//! Turns sheets in the theme's inks into a PDF/X-4 file. `LEDGER.md` lists what the standard asks for, and where it is met.

mod colour_space;
mod content;
mod converter;
mod error;
mod finish;
mod function;
mod image;
mod matrix;
mod objects;
mod pixels;
mod resources;
mod shading;
mod streams;
mod verify;
mod xmp;

use std::collections::HashSet;

use feuillet_colour::{InkConverter, OutputProfile};
use lopdf::{Document, ObjectId};
use typst_pdf::PdfStandard;

use crate::diagnostic::{Diagnostic, Report, Reported};
use crate::export::destinations;
use crate::export::options::ExportOptions;
use crate::export::repack;
use crate::export::right_to_left::{self, Direction};
use crate::export::typst::export_with_typst;
use crate::impose::Sheets;
use converter::PageConverter;
use error::PdfxError;

/// Exports sheets as PDF/X-4. Their text and shapes have the theme's inks already; images, drawings and greys are
/// converted here.
///
/// # Errors
///
/// Fails if Typst can't export the sheets, or if the result can't be made ready for print.
pub(super) fn export(
    sheets: &Sheets,
    options: &ExportOptions<'_>,
    report: &Report,
) -> Result<Vec<u8>, Reported> {
    let own = OutputProfile::fogra39();
    let profile =
        options.print.profile.or(own.as_ref()).ok_or_else(|| {
            report.error(Diagnostic::error("the profile of the press can't be used"))
        })?;
    let standards = &[PdfStandard::V_1_6];
    let pdf = export_with_typst(
        &sheets.document,
        options.ident,
        false,
        standards,
        options.composition,
        report,
    )?;
    finished(&pdf, sheets, options, profile).map_err(|error| {
        report.error(Diagnostic::error(format!("the PDF can't be made ready for print: {error}")))
    })
}

/// Finishes the PDF that Typst wrote.
fn finished(
    pdf: &[u8],
    sheets: &Sheets,
    options: &ExportOptions<'_>,
    profile: &OutputProfile,
) -> Result<Vec<u8>, PdfxError> {
    let mut document = repack::load(pdf)?;
    destinations::neutralise(&mut document)?;
    right_to_left::finish(&mut document, Direction::Kept)?;
    let mut inks = InkConverter::new(profile, options.print.palette, options.print.ink_limit);
    let converted = convert_colours(&mut document, &mut inks)?;
    let profile = finish::finish(&mut document, sheets, options, profile)?;
    verify::verify(&document, &converted)?;
    repack::write(&document, &HashSet::from([profile])).map_err(PdfxError::Unwritable)
}

/// Converts all colours of a document to ink, and gives the content streams that were rewritten.
fn convert_colours(
    document: &mut Document,
    inks: &mut InkConverter<'_>,
) -> Result<HashSet<ObjectId>, PdfxError> {
    let mut converter = PageConverter::new(document, inks);
    for (_, page) in document.get_pages() {
        converter.page(page)?;
    }
    image::convert_all(&mut converter)?;
    let (changed, rewritten) = (converter.new_objects.objects, converter.rewritten);
    if let Some((last, _)) = changed.keys().next_back() {
        document.max_id = document.max_id.max(*last);
    }
    document.objects.extend(changed);
    Ok(rewritten)
}

#[cfg(test)]
mod tests;
