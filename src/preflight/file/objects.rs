//! Turns the bytes of a file into its objects, and follows references without ever running in a circle.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use lopdf::{Dictionary, Document, LoadOptions, Object, Stream};

use crate::file::blanks::with_plain_blanks;
use crate::file::filters::spell_out;
use crate::file::kept::Kept;
use crate::file::limits::{Budget, Limits};
use crate::geometry::{Matrix, Rect};

/// A file that could be read.
#[derive(Debug)]
pub(crate) struct File {
    /// Its objects.
    pub(crate) document: Document,
    /// What is left of the work that it may ask for.
    pub(crate) budget: Budget,
    /// How much that was.
    pub(crate) limits: Limits,
    /// Whether it was encrypted, and could be read without a password.
    pub(crate) encrypted: bool,
    /// Streams that could not be unpacked, by number.
    damaged: Mutex<BTreeMap<u32, String>>,
}

/// Why a file can't be read at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Unreadable {
    /// It needs a password.
    Locked,
    /// It unpacks to more than it may.
    TooMuch,
    /// No objects are found in it, for the reason that is given.
    NoPdf(String),
}

/// Why a stream could not be unpacked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Undecoded {
    /// The file asks for more work than it may.
    TooMuch,
    /// Its bytes are not what its filters say, or there is no such filter.
    Damaged,
}

/// How many references one after the other lead to an object.
const MOST_STEPS: usize = 32;

impl File {
    /// Reads the objects of a file.
    pub(crate) fn open(bytes: &[u8], limits: Limits) -> Result<File, Unreadable> {
        let options =
            LoadOptions { max_decompressed_size: Some(limits.stream), ..LoadOptions::default() };
        let mut document = Document::load_mem_with_options(&with_plain_blanks(bytes), options)
            .map_err(|error| match error {
                lopdf::Error::Decompress(lopdf::DecompressError::MemoryLimitExceeded {
                    ..
                }) => Unreadable::TooMuch,
                lopdf::Error::InvalidPassword | lopdf::Error::Decryption(_) => Unreadable::Locked,
                other => Unreadable::NoPdf(other.to_string()),
            })?;
        let encrypted = document.was_encrypted() || document.is_encrypted();
        if document.is_encrypted() {
            return Err(Unreadable::Locked);
        }
        if document.objects.is_empty() {
            return Err(Unreadable::NoPdf("it holds no objects".to_owned()));
        }
        spell_out(&mut document);
        Ok(File {
            document,
            budget: Budget::new(limits),
            limits,
            encrypted,
            damaged: Mutex::default(),
        })
    }

    /// Follows references to what they name; `Null` for a missing object or a circle.
    pub(crate) fn resolve<'a>(&'a self, object: &'a Object) -> &'a Object {
        let mut object = object;
        for _ in 0..MOST_STEPS {
            let Object::Reference(id) = object else { return object };
            object = self.document.objects.get(id).unwrap_or(&Object::Null);
        }
        &Object::Null
    }

    /// An entry of a dictionary, resolved; `None` if it is not there or `null`.
    pub(crate) fn entry<'a>(&'a self, dictionary: &'a Dictionary, key: &str) -> Option<&'a Object> {
        match self.resolve(dictionary.get(key.as_bytes()).ok()?) {
            Object::Null => None,
            object => Some(object),
        }
    }

    /// An object as a dictionary; that of a stream too.
    pub(crate) fn dictionary<'a>(&'a self, object: &'a Object) -> Option<&'a Dictionary> {
        match self.resolve(object) {
            Object::Dictionary(dictionary) => Some(dictionary),
            Object::Stream(stream) => Some(&stream.dict),
            _ => None,
        }
    }

    /// An entry that is a dictionary, or a stream.
    pub(crate) fn dict<'a>(
        &'a self,
        dictionary: &'a Dictionary,
        key: &str,
    ) -> Option<&'a Dictionary> {
        self.dictionary(dictionary.get(key.as_bytes()).ok()?)
    }

    /// An entry that is a stream.
    pub(crate) fn stream<'a>(
        &'a self,
        dictionary: &'a Dictionary,
        key: &str,
    ) -> Option<&'a Stream> {
        self.entry(dictionary, key)?.as_stream().ok()
    }

    /// An entry that is an array.
    pub(crate) fn array<'a>(
        &'a self,
        dictionary: &'a Dictionary,
        key: &str,
    ) -> Option<&'a [Object]> {
        Some(self.entry(dictionary, key)?.as_array().ok()?.as_slice())
    }

    /// An entry that is a name.
    pub(crate) fn name<'a>(&'a self, dictionary: &'a Dictionary, key: &str) -> Option<&'a [u8]> {
        self.entry(dictionary, key)?.as_name().ok()
    }

    /// An entry that is a string, as bytes.
    pub(crate) fn string<'a>(&'a self, dictionary: &'a Dictionary, key: &str) -> Option<&'a [u8]> {
        self.entry(dictionary, key)?.as_str().ok()
    }

    /// An entry that is a text.
    pub(crate) fn text(&self, dictionary: &Dictionary, key: &str) -> Option<String> {
        self.string(dictionary, key).map(text)
    }

    /// An entry that is a number.
    pub(crate) fn number(&self, dictionary: &Dictionary, key: &str) -> Option<f64> {
        number(self.entry(dictionary, key)?)
    }

    /// An entry that is a whole number.
    pub(crate) fn integer(&self, dictionary: &Dictionary, key: &str) -> Option<i64> {
        self.entry(dictionary, key)?.as_i64().ok()
    }

    /// An entry that is true or false.
    pub(crate) fn boolean(&self, dictionary: &Dictionary, key: &str) -> Option<bool> {
        self.entry(dictionary, key)?.as_bool().ok()
    }

    /// The numbers of an array; what is no number is left out.
    pub(crate) fn numbers(&self, dictionary: &Dictionary, key: &str) -> Option<Vec<f64>> {
        let array = self.array(dictionary, key)?;
        Some(array.iter().filter_map(|object| number(self.resolve(object))).collect())
    }

    /// An entry that is a rectangle; `None` if it is none, or not finite.
    pub(crate) fn rectangle(&self, dictionary: &Dictionary, key: &str) -> Option<Rect> {
        let [x0, y0, x1, y1] = self.numbers(dictionary, key)?.try_into().ok()?;
        let finite = [x0, y0, x1, y1].iter().all(|number: &f64| number.is_finite());
        finite.then(|| Rect::new(x0, y0, x1, y1))
    }

    /// An entry that is a matrix.
    pub(crate) fn matrix(&self, dictionary: &Dictionary, key: &str) -> Option<Matrix> {
        Some(Matrix(self.numbers(dictionary, key)?.try_into().ok()?))
    }

    /// The catalogue; empty if there is none.
    pub(crate) fn catalogue(&self) -> &Dictionary {
        self.dict(&self.document.trailer, "Root").unwrap_or(&EMPTY)
    }

    /// The data of a stream with its filters undone, except for image filters.
    pub(crate) fn unpacked(&self, stream: &Stream) -> Result<Vec<u8>, Undecoded> {
        let most =
            self.limits.stream.min(usize::try_from(self.budget.bytes_left()).unwrap_or(usize::MAX));
        if most == 0 {
            return Err(Undecoded::TooMuch);
        }
        match unpack(stream, most) {
            Ok(bytes) => {
                // What stands in the file is work too.
                if !self.budget.take_bytes(bytes.len().max(stream.content.len() / 4)) {
                    return Err(Undecoded::TooMuch);
                }
                if bytes.is_empty() && stream.content.len() > 16 {
                    return Err(Undecoded::Damaged);
                }
                Ok(bytes)
            }
            Err(lopdf::Error::Decompress(lopdf::DecompressError::MemoryLimitExceeded {
                ..
            })) => {
                self.budget.take_bytes(usize::MAX);
                Err(Undecoded::TooMuch)
            }
            Err(_) => Err(Undecoded::Damaged),
        }
    }

    /// Remembers that a stream could not be unpacked.
    pub(crate) fn note_damage(&self, object: Option<u32>, what: impl Into<String>) {
        let mut damaged = self.damaged.lock().unwrap_or_else(PoisonError::into_inner);
        if damaged.len() < 1000 {
            damaged.entry(object.unwrap_or(0)).or_insert_with(|| what.into());
        }
    }

    /// The streams that could not be unpacked, by number, each with what it is.
    pub(crate) fn damaged(&self) -> BTreeMap<u32, String> {
        self.damaged.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// Undoes the filters of a stream, to so many bytes at most. What only zlib has packed is remembered: nothing but its data makes what
/// it unpacks to.
fn unpack(stream: &Stream, most: usize) -> lopdf::Result<Vec<u8>> {
    static UNPACKED: Kept<Arc<Vec<u8>>> = Kept::new();
    let is_plain = stream.dict.get(b"Filter").and_then(Object::as_name).ok()
        == Some(b"FlateDecode")
        && !stream.dict.has(b"DecodeParms");
    if !is_plain {
        return stream.decompressed_content_with_limit(most);
    }
    if let Some(bytes) = UNPACKED.find(&stream.content).filter(|bytes| bytes.len() <= most) {
        return Ok(bytes.to_vec());
    }
    let bytes = stream.decompressed_content_with_limit(most)?;
    UNPACKED.keep(&stream.content, Arc::new(bytes.clone()), bytes.len());
    Ok(bytes)
}

/// An empty dictionary.
pub(crate) static EMPTY: std::sync::LazyLock<Dictionary> =
    std::sync::LazyLock::new(Dictionary::new);

/// The object number of a reference.
pub(crate) fn number_of(object: &Object) -> Option<u32> {
    object.as_reference().ok().map(|(number, _)| number)
}

/// A number as it stands.
pub(crate) fn number(object: &Object) -> Option<f64> {
    match object {
        Object::Integer(number) => Some(*number as f64),
        Object::Real(number) if number.is_finite() => Some(f64::from(*number)),
        _ => None,
    }
}

/// The characters of PDFDocEncoding that differ from Latin 1, from 0x18 and from 0x80 on (ISO 32000-1, table D.2).
const FROM_0X18: [char; 8] = ['˘', 'ˇ', 'ˆ', '˙', '˝', '˛', '˚', '˜'];
const FROM_0X80: [char; 33] = [
    '•', '†', '‡', '…', '—', '–', 'ƒ', '⁄', '‹', '›', '−', '‰', '„', '“', '”', '‘', '’', '‚', '™',
    'ﬁ', 'ﬂ', 'Ł', 'Œ', 'Š', 'Ÿ', 'Ž', 'ı', 'ł', 'œ', 'š', 'ž', '\u{fffd}', '€',
];

/// A byte in PDFDocEncoding.
fn sign(byte: u8) -> char {
    let of = |table: &[char], first: u8| table.get(usize::from(byte.checked_sub(first)?)).copied();
    of(&FROM_0X18, 0x18).or_else(|| of(&FROM_0X80, 0x80)).unwrap_or(char::from(byte))
}

/// A text string: UTF-16 or UTF-8 with a byte order mark, or else PDFDocEncoding (ISO 32000-1, 7.9.2.2).
pub(crate) fn text(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, rest @ ..] => {
            let units: Vec<u16> =
                rest.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
            String::from_utf16_lossy(&units)
        }
        [0xff, 0xfe, rest @ ..] => {
            let units: Vec<u16> =
                rest.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
            String::from_utf16_lossy(&units)
        }
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => bytes.iter().map(|byte| sign(*byte)).collect(),
    }
}
