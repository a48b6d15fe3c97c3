//! The bytes of a PDF in; the same out, with what a viewer must tell the printer.

use lopdf::{Dictionary, Document, Object};

use crate::impose::Duplex;

/// Tells an office printer that pages keep their size, and at which edge sheets turn (ISO 32000-1, table 150).
///
/// # Errors
///
/// Fails if the bytes are no PDF with a catalog.
pub(super) fn tell_printer(pdf: &[u8], duplex: Duplex) -> Result<Vec<u8>, lopdf::Error> {
    let mut document = Document::load_mem(pdf)?;
    let own = document.catalog()?.get(b"ViewerPreferences").ok();
    let own = own.and_then(|own| document.dereference(own).ok()).map(|(_, own)| own);
    let mut preferences: Dictionary =
        own.and_then(|own| own.as_dict().ok()).cloned().unwrap_or_default();
    for (key, name) in [("PrintScaling", "None"), ("Duplex", duplex.as_str())] {
        preferences.set(key, Object::Name(name.into()));
    }
    document.catalog_mut()?.set("ViewerPreferences", preferences);
    let mut out = Vec::new();
    document.save_to(&mut out).map_err(lopdf::Error::IO)?;
    Ok(out)
}
