//! A finished document in; the first thing in it that has no place in PDF/X-4 out, at whatever depth it lies.

use std::collections::HashSet;

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::Fault;

/// Names that no object may have as a value: colour spaces of light, a filter that the standard forbids.
const NAMES: [&[u8]; 6] =
    [b"DeviceRGB", b"CalRGB", b"CalGray", b"ICCBased", b"LZWDecode", b"JavaScript"];

/// Keys that no dictionary may have: what acts, what is clicked, what is not printed as it stands.
const KEYS: [&[u8]; 13] = [
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

/// Looks through everything that can be reached. `written` are the streams of operators whose colours are known to be ink,
/// since each was written here.
pub(super) fn sweep(document: &Document, written: &HashSet<ObjectId>) -> Result<(), Fault> {
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
            Object::Dictionary(dictionary) => entries(dictionary, written, &mut open)?,
            Object::Stream(stream) => {
                let operators = stream.dict.has(b"Resources") || stream.dict.has(b"BBox");
                if operators && id.is_none_or(|id| !written.contains(&id)) {
                    return Err(left("a drawing whose colours were not looked at"));
                }
                entries(&stream.dict, written, &mut open)?;
            }
            Object::Name(name) if NAMES.contains(&name.as_slice()) => {
                return Err(left(&format!("`{}`", String::from_utf8_lossy(name))));
            }
            _ => {}
        }
    }
    Ok(())
}

fn entries<'a>(
    dictionary: &'a Dictionary,
    written: &HashSet<ObjectId>,
    open: &mut Vec<(Option<ObjectId>, &'a Object)>,
) -> Result<(), Fault> {
    for (key, value) in dictionary {
        if KEYS.contains(&key.as_slice()) {
            return Err(left(&format!("`{}`", String::from_utf8_lossy(key))));
        }
        let glyphs = key == b"CharProcs" || key == b"Contents";
        let mut streams = match value {
            Object::Dictionary(glyphs) => glyphs.iter().map(|(_, glyph)| glyph).collect(),
            value => vec![value],
        }
        .into_iter();
        if glyphs && !streams.all(|id| id.as_reference().is_ok_and(|id| written.contains(&id))) {
            return Err(left("a page or a glyph whose colours were not looked at"));
        }
        open.push((None, value));
    }
    Ok(())
}

fn left(what: &str) -> Fault {
    Fault::Left { what: what.to_owned() }
}
