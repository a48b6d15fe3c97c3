//! Turns a document into the PDF that Typst makes of it.

use typst::diag::SourceDiagnostic;
use typst::foundations::Smart;
use typst::layout::{Frame, FrameItem};
use typst::syntax::DiagSpan;
use typst::visualize::{Image, ImageKind};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::compose::{ComposedPicture, Composition};
use crate::diagnostic::{Diagnostic, Report, Reported, list};

/// Exports a document as Typst does.
pub(super) fn export_with_typst(
    document: &PagedDocument,
    ident: &str,
    tagged: bool,
    standards: &[PdfStandard],
    composition: Option<&Composition>,
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
            let diagnostic = hints.fold(diagnostic, Diagnostic::hint);
            report.error(match composition {
                Some(composition) => at_picture(diagnostic, error, document, composition),
                None => diagnostic,
            })
        });
        let unexplained = || report.error(Diagnostic::error("the PDF can't be made"));
        reported.last().unwrap_or_else(unexplained)
    })
}

/// A fault of the exporter at the picture that has it. The exporter knows the template's call, which several pictures share.
fn at_picture(
    diagnostic: Diagnostic,
    error: &SourceDiagnostic,
    document: &PagedDocument,
    composition: &Composition,
) -> Diagnostic {
    let mut found: Vec<&ComposedPicture> = Vec::new();
    let mut add = |image: &Image| {
        let data = match image.kind() {
            ImageKind::Raster(raster) => raster.data(),
            ImageKind::Svg(svg) => svg.data(),
            ImageKind::Pdf(_) => return,
        };
        let path = composition.picture_of(data.as_slice());
        let picture = path.and_then(|path| composition.pictures.get(path));
        found.extend(picture.filter(|picture| !found.contains(picture)));
    };
    for page in document.pages() {
        visit_images(&page.frame, error.span, &mut add);
    }
    let Some(place) = found.first().and_then(|picture| picture.place.as_ref()) else {
        return diagnostic;
    };
    let diagnostic = diagnostic.at(place);
    if found.len() == 1 {
        return diagnostic.hint("export the picture again, or save it as PNG");
    }
    let names: Vec<&str> = found.iter().map(|picture| picture.name.as_str()).collect();
    diagnostic.hint(format!("it is one of {}: save it as PNG", list(&names)))
}

/// Visits the images that a call has placed.
fn visit_images(frame: &Frame, call: DiagSpan, add: &mut impl FnMut(&Image)) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => visit_images(&group.frame, call, add),
            FrameItem::Image(image, _, span) if DiagSpan::from(*span) == call => add(image),
            _ => {}
        }
    }
}
