//! Tells what a file holds beside its pages, which sheets leave out.

use feuillet_preflight::Source;
use lopdf::{Dictionary, Document, Object};

use super::{dict, entry};
use crate::diagnostic::{Diagnostic, Report, count};

/// Warns of what sheets leave out and nobody sees on paper.
///
/// # Errors
///
/// Fails if what people see in a viewer is not on the pages: forms whose pages a program makes (XFA), and portfolios.
pub(super) fn check(source: &Source, name: &str, report: &Report) -> Result<(), Diagnostic> {
    let document = &source.document;
    let Ok(catalogue) = document.catalog() else { return Ok(()) };
    let form = dict(document, catalogue, b"AcroForm");
    let xfa = form.is_some_and(|form| entry(document, form, b"XFA").is_some());
    if xfa || catalogue.get(b"NeedsRendering").is_ok() {
        return Err(Diagnostic::error(format!(
            "`{name}` is a form whose pages a viewer makes itself (XFA)"
        ))
        .hint("print it to a new PDF with Adobe Acrobat or Reader, and impose that"));
    }
    if catalogue.get(b"Collection").is_ok() {
        return Err(Diagnostic::error(format!(
            "`{name}` is a portfolio: its pages are in the files that are attached to it"
        ))
        .hint("save the attached PDFs, and impose those"));
    }
    if has_attachments(document, catalogue) {
        report.add(
            Diagnostic::warning(format!(
                "`{name}` has attached files, which are not on the sheets"
            ))
            .hint("impose those that are to be printed one by one"),
        );
    }
    let names = dict(document, catalogue, b"Names");
    let scripts = names.is_some_and(|names| names.get(b"JavaScript").is_ok());
    if scripts || catalogue.get(b"AA").is_ok() {
        report.add(
            Diagnostic::warning(format!(
                "`{name}` has programs (JavaScript), and what they change when it is opened or printed is not on the sheets"
            ))
            .hint("look at the sheets beside the file in a viewer"),
        );
    }
    let hidden = hidden_layer_names(source);
    if !hidden.is_empty() {
        let names: Vec<String> = hidden.iter().take(5).map(|name| format!("`{name}`")).collect();
        let more = if hidden.len() > 5 { ", …" } else { "" };
        report.add(
            Diagnostic::warning(format!(
                "`{name}` hides {} in print, and the sheets do so too: {}{more}",
                count(hidden.len(), "layer"),
                names.join(", ")
            ))
            .hint("to print what is hidden, show it in the program that made the file, and save it anew"),
        );
    }
    Ok(())
}

fn has_attachments(document: &Document, catalogue: &Dictionary) -> bool {
    let names = dict(document, catalogue, b"Names");
    let files = names.and_then(|names| dict(document, names, b"EmbeddedFiles"));
    let holds = |tree: &Dictionary| {
        [b"Names".as_slice(), b"Kids"].iter().any(|key| {
            matches!(entry(document, tree, key), Some(Object::Array(items)) if !items.is_empty())
        })
    };
    files.is_some_and(holds)
}

/// The names of the layers that are not printed.
fn hidden_layer_names(source: &Source) -> Vec<String> {
    let document = &source.document;
    let layers = source.hidden_layers.iter().filter_map(|number| {
        let (_, layer) = document.objects.range((*number, 0)..=(*number, u16::MAX)).next()?;
        let layer = layer.as_dict().ok()?;
        let name = entry(document, layer, b"Name")?;
        Some(lopdf::decode_text_string(name).unwrap_or_default())
    });
    layers.collect()
}
