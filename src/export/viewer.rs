//! A PDF in; the same out, with what a viewer must tell the printer.

use lopdf::{Dictionary, Document, Object};

use crate::impose::Duplex;

/// Tells an office printer that pages keep their size, and at which edge sheets turn (ISO 32000-1, table 150), beside the
/// preferences that the PDF has.
///
/// # Errors
///
/// Fails if the PDF has no catalog.
pub(super) fn tell_printer(document: &mut Document, duplex: Duplex) -> Result<(), lopdf::Error> {
    let own = document.catalog()?.get(b"ViewerPreferences").ok();
    let own = own.and_then(|own| document.dereference(own).ok()).map(|(_, own)| own);
    let mut preferences: Dictionary =
        own.and_then(|own| own.as_dict().ok()).cloned().unwrap_or_default();
    for (key, name) in [("PrintScaling", "None"), ("Duplex", duplex.as_str())] {
        preferences.set(key, Object::Name(name.into()));
    }
    document.catalog_mut()?.set("ViewerPreferences", preferences);
    Ok(())
}
