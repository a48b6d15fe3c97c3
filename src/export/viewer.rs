//! Turns how sheets are printed into the viewer preferences of a PDF.

use lopdf::{Dictionary, Document, Object};

use crate::impose::Duplex;

/// Asks viewers not to scale pages in print, and to turn sheets at one edge (ISO 32000-1, table 150), beside the
/// preferences that the PDF has already.
///
/// # Errors
///
/// Fails if the PDF has no catalog.
pub(super) fn set_preferences(document: &mut Document, duplex: Duplex) -> Result<(), lopdf::Error> {
    let own = document.catalog()?.get(b"ViewerPreferences").ok();
    let own = own.and_then(|own| document.dereference(own).ok()).map(|(_, own)| own);
    let mut preferences: Dictionary =
        own.and_then(|own| own.as_dict().ok()).cloned().unwrap_or_default();
    let duplex = match duplex {
        Duplex::LongEdge => "DuplexFlipLongEdge",
        Duplex::ShortEdge => "DuplexFlipShortEdge",
    };
    for (key, name) in [("PrintScaling", "None"), ("Duplex", duplex)] {
        preferences.set(key, Object::Name(name.into()));
    }
    document.catalog_mut()?.set("ViewerPreferences", preferences);
    Ok(())
}
