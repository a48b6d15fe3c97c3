//! Frames in the theme's ink in; the bytes of a PDF/X-4 file out. What of the standard is met, and where: `LEDGER.md`.

mod content;
mod finish;
mod function;
mod matrix;
mod objects;
mod picture;
mod pixels;
mod scan;
mod shading;
mod space;
mod sweep;
mod walk;
mod xmp;

use std::collections::HashSet;

use feuillet_colour::{Inks, OutputProfile};
use lopdf::Document;
use typst_pdf::PdfStandard;

use crate::diagnostic::{Diagnostic, Report, Reported};
use crate::impose::Sheets;

use super::{ExportOptions, export_with_typst, repack};
use space::Space;
use walk::Walk;

/// Why there is no file for the print shop.
#[derive(Debug)]
enum Fault {
    /// The PDF that Typst wrote can't be read.
    Unreadable(lopdf::Error),
    /// The PDF can't be written.
    Unwritable(repack::RepackError),
    /// There is something in it that nobody said how to print.
    Unexpected {
        /// What it is.
        what: String,
    },
    /// Something is left that has no place in the file: a fault of this program.
    Left {
        /// What it is.
        what: String,
    },
    /// The document lacks what PDF/X-4 wants to know of it.
    Lacks {
        /// What it is.
        what: &'static str,
    },
}

impl std::fmt::Display for Fault {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Fault::Unreadable(error) => write!(out, "it can't be read: {error}"),
            Fault::Unwritable(error) => write!(out, "it can't be written: {error}"),
            Fault::Unexpected { what } => {
                write!(out, "there is {what} in it, which can't be turned into ink")
            }
            Fault::Left { what } => write!(out, "there is still {what} in it"),
            Fault::Lacks { what } => write!(out, "the document has no {what}"),
        }
    }
}

impl From<lopdf::Error> for Fault {
    fn from(error: lopdf::Error) -> Fault {
        Fault::Unreadable(error)
    }
}

/// Exports sheets as PDF/X-4. Their text and shapes have the theme's ink already; images, drawings and greys are
/// converted here.
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
    let pdf = export_with_typst(&sheets.document, options.ident, false, standards, report)?;
    finished(&pdf, sheets, options, profile).map_err(|fault| {
        report.error(Diagnostic::error(format!("the PDF can't be made ready for print: {fault}")))
    })
}

/// Finishes the PDF that Typst wrote.
fn finished(
    pdf: &[u8],
    sheets: &Sheets,
    options: &ExportOptions<'_>,
    profile: &OutputProfile,
) -> Result<Vec<u8>, Fault> {
    let mut document = repack::load(pdf)?;
    let mut inks = Inks::new(profile, options.print.palette, options.print.ink_limit);
    let written = converted(&mut document, &mut inks)?;
    let profile = finish::finish(&mut document, sheets, options, profile)?;
    sweep::sweep(&document, &written)?;
    repack::write(&document, &HashSet::from([profile])).map_err(Fault::Unwritable)
}

/// Turns all colours of a document into ink, and gives the streams of operators that were written.
fn converted(
    document: &mut Document,
    inks: &mut Inks<'_>,
) -> Result<HashSet<lopdf::ObjectId>, Fault> {
    let mut walk = Walk::new(document, inks);
    for (_, page) in document.get_pages() {
        walk.page(page)?;
    }
    picture::convert_all(&mut walk)?;
    let (changed, written) = (walk.fresh.objects, walk.written);
    if let Some((last, _)) = changed.keys().next_back() {
        document.max_id = document.max_id.max(*last);
    }
    document.objects.extend(changed);
    Ok(written)
}

/// The ink of a colour as it stands in a PDF, 1 for a full plate.
fn ink_of(space: Space, parts: &[f32], inks: &mut Inks<'_>) -> [f32; 4] {
    let share = |part: u8| f32::from(part) / 255.0;
    match space {
        Space::Rgb(_) | Space::Grey(Some(_)) => inks.of(light_of(space, parts)).map(share),
        Space::Grey(None) => [0.0, 0.0, 0.0, 1.0 - parts.first().copied().unwrap_or(0.0)],
        Space::Ink(_) | Space::Spot | Space::Pattern => {
            let part = |index: usize| parts.get(index).copied().unwrap_or(0.0);
            let ink = [part(0), part(1), part(2), part(3)];
            let (limit, coloured) = (f32::from(inks.limit()) / 255.0, ink[0] + ink[1] + ink[2]);
            // A hair more is the rounding of the four parts.
            if coloured + ink[3] <= limit + 0.0001 {
                return ink;
            }
            let factor = (limit - ink[3]) / coloured;
            let reduced = |part: f32| (part * factor * 10_000.0).floor() / 10_000.0;
            [reduced(ink[0]), reduced(ink[1]), reduced(ink[2]), ink[3]]
        }
    }
}

/// A colour of light in sRGB.
fn light_of(space: Space, parts: &[f32]) -> [u8; 3] {
    // Clamped to a byte.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let byte = |index: usize| {
        let part = parts.get(index).copied().unwrap_or(0.0);
        (part * 255.0).round().clamp(0.0, 255.0) as u8
    };
    match space {
        Space::Rgb(_) => [byte(0), byte(1), byte(2)],
        _ => [byte(0); 3],
    }
}

/// How light a colour in a mask is, 0 to 1: the weights of SVG's luminance (CSS Masking 1, 7.10.1); for ink those of
/// ISO 32000-1, 10.3.3.
fn grey_of(space: Space, parts: &[f32]) -> f32 {
    let part = |index: usize| parts.get(index).copied().unwrap_or(0.0);
    let grey = match space {
        Space::Rgb(_) => 0.2126 * part(0) + 0.7152 * part(1) + 0.0722 * part(2),
        Space::Grey(_) => part(0),
        Space::Ink(_) | Space::Spot | Space::Pattern => {
            1.0 - (0.3 * part(0) + 0.59 * part(1) + 0.11 * part(2) + part(3)).min(1.0)
        }
    };
    // Four decimals are finer than any mask, and keep white at 1.
    (grey * 10_000.0).round() / 10_000.0
}

#[cfg(test)]
mod tests;
