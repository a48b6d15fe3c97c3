//! Verifies that a finished document contains nothing that PDF/X-4 forbids, at any depth.

use std::collections::HashSet;

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::error::PdfxError;

/// Names that may not stand anywhere: RGB and ICC colour spaces, a forbidden filter, and scripts.
const FORBIDDEN_NAMES: [&[u8]; 6] =
    [b"DeviceRGB", b"CalRGB", b"CalGray", b"ICCBased", b"LZWDecode", b"JavaScript"];

/// Keys that no dictionary may have: of actions, annotations, and what changes how a page prints.
const FORBIDDEN_KEYS: [&[u8]; 13] = [
    b"AA",
    b"Annots",
    b"OpenAction",
    b"AcroForm",
    b"Names",
    b"Outlines",
    b"StructTreeRoot",
    b"TR",
    b"TR2",
    b"HTP",
    b"OPI",
    b"PS",
    b"Encrypt",
];

/// Checks every object that can be reached. `rewritten` are the content streams that were converted, whose colours are
/// known to be ink.
///
/// # Errors
///
/// Fails with the first forbidden thing.
pub(super) fn verify(document: &Document, rewritten: &HashSet<ObjectId>) -> Result<(), PdfxError> {
    let mut seen = HashSet::new();
    let mut open: Vec<(Option<ObjectId>, &Object)> = Vec::new();
    for (_, value) in &document.trailer {
        open.push((None, value));
    }
    while let Some((id, object)) = open.pop() {
        match object {
            Object::Reference(id) if seen.insert(*id) => {
                open.push((Some(*id), document.get_object(*id)?));
            }
            Object::Array(items) => open.extend(items.iter().map(|item| (None, item))),
            Object::Dictionary(dictionary) => check_entries(dictionary, rewritten, &mut open)?,
            Object::Stream(stream) => {
                let is_content = stream.dict.has(b"Resources") || stream.dict.has(b"BBox");
                if is_content && id.is_none_or(|id| !rewritten.contains(&id)) {
                    return Err(PdfxError::leftover("a drawing whose colours were not converted"));
                }
                check_entries(&stream.dict, rewritten, &mut open)?;
            }
            Object::Name(name) if FORBIDDEN_NAMES.contains(&name.as_slice()) => {
                return Err(PdfxError::leftover(format!("`{}`", String::from_utf8_lossy(name))));
            }
            _ => {}
        }
    }
    Ok(())
}

/// Checks the keys of a dictionary, and queues its values.
fn check_entries<'a>(
    dictionary: &'a Dictionary,
    rewritten: &HashSet<ObjectId>,
    open: &mut Vec<(Option<ObjectId>, &'a Object)>,
) -> Result<(), PdfxError> {
    for (key, value) in dictionary {
        if FORBIDDEN_KEYS.contains(&key.as_slice()) {
            return Err(PdfxError::leftover(format!("`{}`", String::from_utf8_lossy(key))));
        }
        let is_content = key == b"CharProcs" || key == b"Contents";
        let mut streams = match value {
            Object::Dictionary(glyphs) => glyphs.iter().map(|(_, glyph)| glyph).collect(),
            value => vec![value],
        }
        .into_iter();
        if is_content
            && !streams.all(|id| id.as_reference().is_ok_and(|id| rewritten.contains(&id)))
        {
            return Err(PdfxError::leftover("a page or a glyph whose colours were not converted"));
        }
        open.push((None, value));
    }
    Ok(())
}
