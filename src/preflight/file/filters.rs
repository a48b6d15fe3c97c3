//! Turns the names of filters into their whole form, and puts their parameters beside them (ISO 32000-1, 7.4).

use lopdf::{Dictionary, Document, Object, ObjectId};

/// Filters and their abbreviations, which belong to inline images, and which readers take for others too (ISO 32000-1,
/// tables 6 and 94).
pub(crate) const FILTERS: [(&str, &str); 10] = [
    ("ASCIIHexDecode", "AHx"),
    ("ASCII85Decode", "A85"),
    ("LZWDecode", "LZW"),
    ("FlateDecode", "Fl"),
    ("RunLengthDecode", "RL"),
    ("CCITTFaxDecode", "CCF"),
    ("JBIG2Decode", ""),
    ("DCTDecode", "DCT"),
    ("JPXDecode", ""),
    ("Crypt", ""),
];

/// How many references one after the other lead to a name.
const MOST_STEPS: usize = 32;

/// Gives the filters of all streams their whole names, and resolves the references among them and their parameters.
pub(super) fn spell_out(document: &mut Document) {
    let mut changed: Vec<(ObjectId, Dictionary)> = Vec::new();
    for (id, object) in &document.objects {
        let Object::Stream(stream) = object else { continue };
        let mut entries = Dictionary::new();
        for key in ["Filter", "DecodeParms"] {
            let Ok(value) = stream.dict.get(key.as_bytes()) else { continue };
            let plain = plain(document, value);
            if plain != *value {
                entries.set(key, plain);
            }
        }
        if !entries.is_empty() {
            changed.push((*id, entries));
        }
    }
    for (id, entries) in changed {
        if let Some(Object::Stream(stream)) = document.objects.get_mut(&id) {
            stream.dict.extend(&entries);
        }
    }
}

/// A filter or its parameters, or an array of such, without references at its first level, and with whole names.
fn plain(document: &Document, value: &Object) -> Object {
    let whole = |object: &Object| match resolved(document, object) {
        Object::Name(name) => {
            let known =
                FILTERS.iter().find(|(_, short)| !short.is_empty() && short.as_bytes() == name);
            Object::Name(known.map_or(name.clone(), |(whole, _)| whole.as_bytes().to_vec()))
        }
        // Parameters may refer to streams, which stay where they are.
        Object::Stream(_) => object.clone(),
        other => other.clone(),
    };
    match resolved(document, value) {
        Object::Array(items) => Object::Array(items.iter().map(whole).collect()),
        other => whole(other),
    }
}

fn resolved<'a>(document: &'a Document, object: &'a Object) -> &'a Object {
    let mut object = object;
    for _ in 0..MOST_STEPS {
        let Object::Reference(id) = object else { return object };
        object = document.objects.get(id).unwrap_or(&Object::Null);
    }
    &Object::Null
}
