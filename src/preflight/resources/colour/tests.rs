//! Turns objects into the small files that the tests of resources share.

use lopdf::{Document, Object, dictionary};

use crate::file::{File, LIMITS};

/// A file with next to nothing in it.
pub(crate) fn file() -> File {
    let mut document = Document::with_version("1.7");
    let catalogue = document.add_object(dictionary! { "Type" => "Catalog" });
    document.trailer.set("Root", Object::Reference(catalogue));
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    File::open(&bytes, LIMITS).unwrap()
}
