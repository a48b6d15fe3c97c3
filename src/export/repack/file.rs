//! Writes the bytes of a PDF file with object streams and a cross-reference stream.

use std::borrow::Cow;

use libdeflater::Compressor;
use lopdf::{Dictionary, Object, ObjectId, Stream};

use super::RepackError;
use super::flate::{compress, inflated};
use super::objects::{Numbers, write_entry, write_object};

/// The entries of the trailer that describe the document rather than its old cross-reference
/// table (ISO 32000-1, table 15).
pub(super) const TRAILER_KEYS: [&[u8]; 3] = [b"Root", b"Info", b"ID"];

/// A PDF file while it is being written.
pub(super) struct FileWriter {
    /// The bytes so far.
    bytes: Vec<u8>,
    /// One row per object number: the three fields of ISO 32000-1, table 18.
    pub(super) entries: Vec<[usize; 3]>,
}

impl FileWriter {
    /// Begins a file with its header and a comment of four bytes above 127, which tells that the
    /// file is binary (ISO 19005-2, 6.1.2).
    pub(super) fn new(version: &str) -> FileWriter {
        let mut bytes = format!("%PDF-{version}\n%").into_bytes();
        bytes.extend_from_slice(b"\x80\x80\x80\x80\n");
        FileWriter { bytes, entries: vec![[0, 0, 0]] }
    }

    /// Writes a stream of the document under the next number, recompressed if that is smaller; as it is without a
    /// compressor.
    pub(super) fn write_stream(
        &mut self,
        stream: &Stream,
        numbers: &Numbers,
        compressor: Option<&mut Compressor>,
    ) -> Result<(), RepackError> {
        let mut head = Vec::new();
        for (key, value) in &stream.dict {
            if key != b"Length" {
                write_entry(&mut head, key, value, numbers)?;
            }
        }
        let mut data = Cow::Borrowed(stream.content.as_slice());
        if let Some(compressor) = compressor
            && let Some(raw) = inflated(stream)
        {
            let compressed = compress(&raw, compressor);
            let is_filtered = stream.dict.has(b"Filter");
            let filter: &[u8] = if is_filtered { b"" } else { b"/Filter/FlateDecode" };
            if compressed.len() + filter.len() < data.len() {
                data = Cow::Owned(compressed);
                head.extend_from_slice(filter);
            }
        }
        let number = self.next_number();
        self.push_stream(number, &head, &data);
        Ok(())
    }

    /// Writes objects into one object stream, numbered from `first` (ISO 32000-1, 7.5.7).
    pub(super) fn write_object_stream(
        &mut self,
        objects: &[(ObjectId, &Object)],
        first: usize,
        numbers: &Numbers,
        compressor: &mut Compressor,
    ) -> Result<(), RepackError> {
        let (mut table, mut body) = (String::new(), Vec::new());
        for (number, (_, object)) in (first..).zip(objects) {
            table.push_str(&format!("{number} {} ", body.len()));
            write_object(&mut body, object, numbers)?;
            body.push(b'\n');
        }
        let (count, start) = (objects.len(), table.len());
        let head = format!("/Type/ObjStm/N {count}/First {start}/Filter/FlateDecode");
        let data = compress(&[table.as_bytes(), &body].concat(), compressor);
        let number = self.next_number();
        self.push_stream(number, head.as_bytes(), &data);
        Ok(())
    }

    /// Writes the cross-reference stream, which is the trailer too (ISO 32000-1, 7.5.8).
    pub(super) fn finish(
        mut self,
        trailer: &Dictionary,
        numbers: &Numbers,
        compressor: &mut Compressor,
    ) -> Result<Vec<u8>, RepackError> {
        let start = self.bytes.len();
        let number = self.next_number();
        let containers = self.entries.iter().map(|entry| entry[1]).max().unwrap_or(0);
        let indices = self.entries.iter().map(|entry| entry[2]).max().unwrap_or(0);
        let widths = [1, byte_width(containers), byte_width(indices)];
        let columns: usize = widths.iter().sum();

        let mut data = Vec::new();
        let mut above = vec![0; columns];
        for entry in &self.entries {
            let mut row = Vec::with_capacity(columns);
            for (value, width) in entry.iter().zip(widths) {
                row.extend_from_slice(&value.to_be_bytes()[size_of::<usize>() - width..]);
            }
            // The filter type "up" of PNG: consecutive rows differ by little.
            data.push(2);
            data.extend(row.iter().zip(&above).map(|(byte, above)| byte.wrapping_sub(*above)));
            above = row;
        }

        let [kind, container, index] = widths;
        let size = self.entries.len();
        let mut head = format!("/Type/XRef/Size {size}/W[{kind} {container} {index}]").into_bytes();
        for key in TRAILER_KEYS {
            if let Ok(value) = trailer.get(key) {
                write_entry(&mut head, key, value, numbers)?;
            }
        }
        let parameters = format!("/DecodeParms<</Predictor 12/Columns {columns}>>");
        head.extend_from_slice(b"/Filter/FlateDecode");
        head.extend_from_slice(parameters.as_bytes());
        self.push_stream(number, &head, &compress(&data, compressor));
        self.bytes.extend_from_slice(format!("startxref\n{start}\n%%EOF\n").as_bytes());
        Ok(self.bytes)
    }

    /// Gives the number of the object that is written next, and notes where it begins.
    fn next_number(&mut self) -> usize {
        self.entries.push([1, self.bytes.len(), 0]);
        self.entries.len() - 1
    }

    /// Writes a stream object. Each keyword stands on the line that ISO 19005-2, 6.1.7.1 and 6.1.9
    /// ask for.
    fn push_stream(&mut self, number: usize, head: &[u8], data: &[u8]) {
        self.bytes.extend_from_slice(format!("{number} 0 obj\n<<").as_bytes());
        self.bytes.extend_from_slice(head);
        self.bytes.extend_from_slice(format!("/Length {}>>stream\n", data.len()).as_bytes());
        self.bytes.extend_from_slice(data);
        self.bytes.extend_from_slice(b"\nendstream\nendobj\n");
    }
}

/// Counts the bytes that hold a number; at least one.
fn byte_width(value: usize) -> usize {
    ((usize::BITS - value.leading_zeros()).div_ceil(8) as usize).max(1)
}
