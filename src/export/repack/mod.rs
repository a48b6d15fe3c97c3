//! Turns a PDF into a smaller, equivalent one with object streams.

mod file;
mod flate;
mod objects;

use std::collections::HashSet;

use lopdf::{Document, LoadOptions, Object, ObjectId, Stream};

use file::{FileWriter, TRAILER_KEYS};
use flate::{OBJECT_STREAM_LEVEL, STREAM_LEVEL, new_compressor};
use objects::Numbers;

pub(crate) use flate::inflated;

/// How many objects an object stream holds. More objects compress better, and a reader unpacks
/// the whole stream to see one of them.
const OBJECTS_PER_STREAM: usize = 1000;

/// Why a PDF was not repacked.
#[derive(Debug)]
pub(crate) enum RepackError {
    /// The bytes are no PDF, or a damaged one: nothing is repaired or guessed.
    Unreadable {
        /// What the reader found.
        source: lopdf::Error,
    },
    /// The PDF is encrypted.
    Encrypted,
    /// The PDF is of a version before 1.5, which knows no object streams.
    TooOld {
        /// The version in the header, such as `1.4`.
        version: String,
    },
}

impl std::fmt::Display for RepackError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Unreadable { source } => write!(f, "the PDF can't be read: {source}"),
            Self::Encrypted => write!(f, "the PDF is encrypted"),
            Self::TooOld { version } => {
                write!(f, "PDF {version} has no object streams, which need version 1.5")
            }
        }
    }
}

impl std::error::Error for RepackError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Unreadable { source } => Some(source),
            Self::Encrypted | Self::TooOld { .. } => None,
        }
    }
}

impl From<lopdf::Error> for RepackError {
    fn from(source: lopdf::Error) -> Self {
        Self::Unreadable { source }
    }
}

/// Reads a PDF without repairing it.
///
/// # Errors
///
/// Fails if the bytes are no valid PDF.
pub(crate) fn load(pdf: &[u8]) -> Result<Document, lopdf::Error> {
    let options = LoadOptions { strict: true, ..LoadOptions::default() };
    Document::load_mem_with_options(pdf, options)
}

/// Writes a PDF with object streams, a cross-reference stream and tighter Flate data, without
/// the objects that nothing refers to. The same input gives the same bytes.
///
/// What PDF/A-2 asks of the file's syntax holds (ISO 19005-2, 6.1): the binary comment after the
/// header, `/ID` in the trailer, exact `/Length`, an end of line before each `endstream`. XMP
/// metadata stays uncompressed.
///
/// The streams in `compressed` are not compressed again.
///
/// # Errors
///
/// Fails if an object that is referred to is missing, if the PDF is encrypted, or if it is older
/// than 1.5.
pub(crate) fn write(
    document: &Document,
    compressed: &HashSet<ObjectId>,
) -> Result<Vec<u8>, RepackError> {
    if document.trailer.has(b"Encrypt") || document.was_encrypted() {
        return Err(RepackError::Encrypted);
    }
    if document.version.as_str() < "1.5" {
        return Err(RepackError::TooOld { version: document.version.clone() });
    }
    document.catalog()?;

    let (streams, packed) = reachable(document);
    let ids = packed.iter().map(|(id, _)| id).chain(streams.iter().map(|(id, _)| id));
    let numbers: Numbers = ids.copied().zip(1..).collect();

    let mut file = FileWriter::new(&document.version);
    let first_container = packed.len() + streams.len() + 1;
    for index in 0..packed.len() {
        let container = first_container + index / OBJECTS_PER_STREAM;
        file.entries.push([2, container, index % OBJECTS_PER_STREAM]);
    }
    let mut compressor = new_compressor(STREAM_LEVEL);
    for (id, stream) in &streams {
        let compressor = (!compressed.contains(id)).then_some(&mut compressor);
        file.write_stream(stream, &numbers, compressor)?;
    }
    let mut compressor = new_compressor(OBJECT_STREAM_LEVEL);
    for (chunk, first) in packed.chunks(OBJECTS_PER_STREAM).zip((1..).step_by(OBJECTS_PER_STREAM)) {
        file.write_object_stream(chunk, first, &numbers, &mut compressor)?;
    }
    file.finish(&document.trailer, &numbers, &mut compressor)
}

/// Objects with the identifiers that they have in the input.
type Listed<'a, T> = Vec<(ObjectId, &'a T)>;

/// Lists the streams and the other objects that can be reached from the trailer: level by level
/// from the catalogue, since siblings resemble each other, and the others sorted by `/Type`.
fn reachable(document: &Document) -> (Listed<'_, Stream>, Listed<'_, Object>) {
    let mut queue = Vec::new();
    for key in TRAILER_KEYS {
        if let Ok(value) = document.trailer.get(key) {
            push_references(value, &mut queue);
        }
    }
    let (mut streams, mut packed) = (Vec::new(), Vec::new());
    let mut seen = HashSet::new();
    let mut next = 0;
    while let Some(&id) = queue.get(next) {
        next += 1;
        if !seen.insert(id) {
            continue;
        }
        // A missing object is reported where the reference to it is written.
        let Some(object) = document.objects.get(&id) else { continue };
        push_references(object, &mut queue);
        match object {
            Object::Stream(stream) => streams.push((id, stream)),
            _ => packed.push((id, object)),
        }
    }
    packed.sort_by_cached_key(|&(_, object)| object.type_name().unwrap_or_default());
    (streams, packed)
}

/// Appends every reference in an object. A stream's `/Length` is passed over: it is written anew.
fn push_references(object: &Object, references: &mut Vec<ObjectId>) {
    let entries = match object {
        Object::Reference(id) => return references.push(*id),
        Object::Array(items) => {
            return items.iter().for_each(|item| push_references(item, references));
        }
        Object::Dictionary(dictionary) => dictionary,
        Object::Stream(stream) => &stream.dict,
        _ => return,
    };
    let is_stream = matches!(object, Object::Stream(_));
    for (key, value) in entries {
        if !(is_stream && key == b"Length") {
            push_references(value, references);
        }
    }
}

#[cfg(test)]
mod tests;
