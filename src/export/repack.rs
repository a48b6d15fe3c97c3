//! The bytes of a PDF in, a smaller and equivalent PDF with object streams out.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::io::Read;

use flate2::read::ZlibDecoder;
use libdeflater::{CompressionLvl, Compressor};
use lopdf::{Dictionary, Document, LoadOptions, Object, ObjectId, Stream, Writer};

/// The libdeflate level for stream data. Level 9 takes 3 ms for a brochure of 100 KB; level 12
/// wins 2 % more and takes 40 ms.
const STREAM_LEVEL: i32 = 6;

/// The libdeflate level for object streams, which are much smaller and win more by it.
const OBJECT_STREAM_LEVEL: i32 = 8;

/// How many objects lie in one object stream. More objects compress better, and a reader unpacks
/// the whole stream to see one of them.
const OBJECTS_PER_STREAM: usize = 1000;

/// The longest decompressed stream that is recompressed, in bytes; a longer one stays as it is.
const LONGEST_STREAM: u64 = 256 << 20;

/// The entries of the trailer that describe the document rather than its old cross-reference
/// table (ISO 32000-1, table 15).
const TRAILER_KEYS: [&[u8]; 3] = [b"Root", b"Info", b"ID"];

/// Why a PDF was not repacked.
#[derive(Debug)]
pub(crate) enum RepackError {
    /// The bytes are no PDF, or one with a fault: nothing in it is repaired or guessed.
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
                write!(f, "PDF {version} has no object streams: they came with 1.5")
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

/// Writes a PDF anew with object streams, a cross-reference stream and tighter Flate data, without
/// the objects that nothing refers to. The same input gives the same bytes.
///
/// What PDF/A-2 asks of the file's syntax holds (ISO 19005-2, 6.1): the binary comment after the
/// header, `/ID` in the trailer, exact `/Length`, an end of line before each `endstream`. XMP
/// metadata stays uncompressed.
///
/// # Errors
///
/// Fails if the bytes are no faultless PDF, if an object that is referred to is missing, if the
/// PDF is encrypted, or if it is older than 1.5.
pub(crate) fn repack(pdf: &[u8]) -> Result<Vec<u8>, RepackError> {
    let options = LoadOptions { strict: true, ..LoadOptions::default() };
    let document = Document::load_mem_with_options(pdf, options)?;
    if document.trailer.has(b"Encrypt") || document.was_encrypted() {
        return Err(RepackError::Encrypted);
    }
    if document.version.as_str() < "1.5" {
        return Err(RepackError::TooOld { version: document.version });
    }
    document.catalog()?;

    let (streams, packed) = reachable(&document);
    let ids = packed.iter().map(|(id, _)| id).chain(streams.iter().map(|(id, _)| id));
    let numbers: Numbers = ids.copied().zip(1..).collect();

    let mut file = File::new(&document.version);
    let first_container = packed.len() + streams.len() + 1;
    for index in 0..packed.len() {
        let container = first_container + index / OBJECTS_PER_STREAM;
        file.entries.push([2, container, index % OBJECTS_PER_STREAM]);
    }
    let mut compressor = new_compressor(STREAM_LEVEL);
    for (_, stream) in &streams {
        file.write_stream(stream, &numbers, &mut compressor)?;
    }
    let mut compressor = new_compressor(OBJECT_STREAM_LEVEL);
    for (chunk, first) in packed.chunks(OBJECTS_PER_STREAM).zip((1..).step_by(OBJECTS_PER_STREAM)) {
        file.write_object_stream(chunk, first, &numbers, &mut compressor)?;
    }
    file.finish(&document.trailer, &numbers, &mut compressor)
}

/// The new numbers of the objects.
type Numbers = HashMap<ObjectId, usize>;

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

/// A PDF file while it is written.
struct File {
    /// The bytes so far.
    bytes: Vec<u8>,
    /// One row per object number: the three fields of ISO 32000-1, table 18.
    entries: Vec<[usize; 3]>,
}

impl File {
    /// Begins a file with its header and a comment of four bytes above 127, which tells that the
    /// file is binary (ISO 19005-2, 6.1.2).
    fn new(version: &str) -> File {
        let mut bytes = format!("%PDF-{version}\n%").into_bytes();
        bytes.extend_from_slice(b"\x80\x80\x80\x80\n");
        File { bytes, entries: vec![[0, 0, 0]] }
    }

    /// Writes a stream of the document under the next number, recompressed if that is smaller.
    fn write_stream(
        &mut self,
        stream: &Stream,
        numbers: &Numbers,
        compressor: &mut Compressor,
    ) -> Result<(), RepackError> {
        let mut head = Vec::new();
        for (key, value) in &stream.dict {
            if key != b"Length" {
                write_entry(&mut head, key, value, numbers)?;
            }
        }
        let mut data = Cow::Borrowed(stream.content.as_slice());
        if let Some(raw) = below_flate(stream) {
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
    fn write_object_stream(
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
    fn finish(
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

/// Gives the data below the outermost Flate layer of a stream, with its predictor as it is; the
/// data itself if nothing compresses it yet. `None` if the stream is to stay as it is.
fn below_flate(stream: &Stream) -> Option<Cow<'_, [u8]>> {
    // The data of such a stream lies in another file (ISO 32000-1, table 5).
    if stream.dict.has(b"F") {
        return None;
    }
    let filter = match stream.dict.get(b"Filter") {
        Ok(Object::Array(filters)) => filters.first()?,
        Ok(filter) => filter,
        Err(_) if stream.dict.has_type(b"Metadata") || stream.dict.has(b"DecodeParms") => {
            return None;
        }
        Err(_) => return Some(Cow::Borrowed(&stream.content)),
    };
    if filter.as_name().ok()? != b"FlateDecode" {
        return None;
    }
    let mut raw = Vec::with_capacity(stream.content.len() * 4);
    let mut decoder = ZlibDecoder::new(stream.content.as_slice()).take(LONGEST_STREAM + 1);
    let length = decoder.read_to_end(&mut raw).ok()?;
    (length as u64 <= LONGEST_STREAM).then_some(Cow::Owned(raw))
}

/// Makes a compressor for one of the levels above.
fn new_compressor(level: i32) -> Compressor {
    // Both levels above lie between 1 and 12, and no other is refused.
    Compressor::new(CompressionLvl::new(level).expect("a level from 1 to 12"))
}

/// Compresses data to the zlib format, which is what `/FlateDecode` reads.
fn compress(data: &[u8], compressor: &mut Compressor) -> Vec<u8> {
    let mut compressed = vec![0; compressor.zlib_compress_bound(data.len())];
    // The one error there is means too little room, and the bound is always enough.
    let length = compressor.zlib_compress(data, &mut compressed).expect("room for the bound");
    compressed.truncate(length);
    compressed
}

/// Counts the bytes that hold a number; at least one.
fn byte_width(value: usize) -> usize {
    ((usize::BITS - value.leading_zeros()).div_ceil(8) as usize).max(1)
}

/// Writes a dictionary entry.
fn write_entry(
    out: &mut Vec<u8>,
    key: &[u8],
    value: &Object,
    numbers: &Numbers,
) -> Result<(), lopdf::Error> {
    Writer::write_object(out, &Object::Name(key.to_vec()))?;
    if Writer::need_separator(value) {
        out.push(b' ');
    }
    write_object(out, value, numbers)
}

/// Writes an object with the new numbers. Strings become literal ones, which compress better than
/// hexadecimal digits; reals keep the precision of an `f32`, which is krilla's own. Fails if a
/// reference leads nowhere or a number has no spelling.
fn write_object(out: &mut Vec<u8>, object: &Object, numbers: &Numbers) -> Result<(), lopdf::Error> {
    match object {
        Object::Reference(id) => {
            let number = numbers.get(id).ok_or(lopdf::Error::ObjectNotFound(*id))?;
            out.extend_from_slice(format!("{number} 0 R").as_bytes());
        }
        Object::Array(items) => {
            out.push(b'[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 && Writer::need_separator(item) {
                    out.push(b' ');
                }
                write_object(out, item, numbers)?;
            }
            out.push(b']');
        }
        Object::Dictionary(dictionary) => {
            out.extend_from_slice(b"<<");
            for (key, value) in dictionary {
                write_entry(out, key, value, numbers)?;
            }
            out.extend_from_slice(b">>");
        }
        Object::String(text, _) => {
            out.push(b'(');
            for &byte in text {
                match byte {
                    b'(' | b')' | b'\\' => out.extend_from_slice(&[b'\\', byte]),
                    // A bare carriage return reads as a line feed (ISO 32000-1, 7.3.4.2).
                    b'\r' => out.extend_from_slice(b"\\r"),
                    _ => out.push(byte),
                }
            }
            out.push(b')');
        }
        Object::Real(value) if !value.is_finite() => {
            return Err(lopdf::Error::NumericCast(value.to_string()));
        }
        Object::Null
        | Object::Boolean(_)
        | Object::Integer(_)
        | Object::Real(_)
        | Object::Name(_)
        | Object::Stream(_) => Writer::write_object(out, object)?,
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use lopdf::xref::XrefType;
    use lopdf::{StringFormat, dictionary};

    use super::*;

    /// Strings, names and numbers that are easily spelt wrong.
    fn odd_objects() -> Vec<Object> {
        let strings = [
            &b""[..],
            b"plain",
            b"a (balanced) pair",
            b"a lone ) and ( another",
            b"\\ \\n \\053",
            b"\r\n\r \n\t\x08\x0c\0",
            b"\xfe\xff\x06\x44\0(\0\\\0\r",
            b"\xff\x80\x00\x7f",
        ];
        let names = [&b""[..], b"A;B", b"a b", b"#20", b"/()<>[]{}%#", b"\xd8\xb9\n", b"\0"];
        let integers = [0, -1, 65536, i64::from(i32::MAX), i64::from(i32::MIN)];
        let reals =
            [0.0, 1.0, -0.002, 1e-7, 1e10, 841.8898, 0.7019608, f32::MAX, -f32::MIN_POSITIVE];
        let mut odd = vec![Object::Null, true.into(), false.into(), 7.into()];
        for string in strings {
            odd.push(Object::String(string.to_vec(), StringFormat::Literal));
            odd.push(Object::String(string.to_vec(), StringFormat::Hexadecimal));
        }
        odd.extend(names.map(|name| Object::Name(name.to_vec())));
        odd.extend(integers.map(Object::Integer));
        odd.extend(reals.map(Object::Real));
        odd.extend([Object::Null, 1.5_f32.into(), Object::Array(vec![]), true.into()]);
        odd.push(dictionary! { "A B" => 1, "" => Object::Null, "D" => dictionary! {} }.into());
        odd
    }

    /// Writes a classic PDF whose catalogue has `entries` besides what it needs.
    fn classic(version: &str, streams: Vec<Stream>, odd: Vec<Object>) -> Vec<u8> {
        let mut document = Document::with_version(version);
        document.reference_table.cross_reference_type = XrefType::CrossReferenceTable;
        let pages =
            document.add_object(dictionary! { "Type" => "Pages", "Kids" => vec![], "Count" => 0 });
        document.add_object(dictionary! { "Unreachable" => true });
        let streams: Vec<Object> =
            streams.into_iter().map(|stream| document.add_object(stream).into()).collect();
        let root = document.add_object(dictionary! {
            "Type" => "Catalog", "Pages" => pages, "Streams" => streams, "Odd" => odd,
        });
        let id = Object::string_literal("identity");
        document.trailer.set("Root", root);
        document.trailer.set("ID", vec![id.clone(), id]);
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).unwrap();
        bytes
    }

    /// Reads a PDF back and gives the streams that its catalogue lists.
    fn read(pdf: &[u8]) -> (Document, Vec<Stream>) {
        let options = LoadOptions { strict: true, ..LoadOptions::default() };
        let document = Document::load_mem_with_options(pdf, options).unwrap();
        let listed =
            document.catalog().unwrap().get(b"Streams").and_then(Object::as_array).unwrap();
        let streams = listed
            .iter()
            .map(|id| document.get_object(id.as_reference().unwrap()).unwrap())
            .map(|stream| stream.as_stream().unwrap().clone())
            .collect();
        (document, streams)
    }

    fn zlib(data: &[u8], level: i32) -> Vec<u8> {
        compress(data, &mut new_compressor(level))
    }

    #[test]
    fn odd_objects_come_back_the_same() {
        let (document, _) = read(&repack(&classic("1.7", vec![], odd_objects())).unwrap());
        let back = document.catalog().unwrap().get(b"Odd").and_then(Object::as_array).unwrap();
        for (back, object) in back.iter().zip(odd_objects()) {
            match object {
                Object::String(text, _) => assert_eq!(back.as_str().unwrap(), text),
                object => assert_eq!(*back, object),
            }
        }
        assert_eq!(back.len(), odd_objects().len());
    }

    #[test]
    fn spelling_is_exact() {
        let mut out = Vec::new();
        write_object(&mut out, &Object::Array(odd_objects()), &Numbers::new()).unwrap();
        let expected = b"[null true false 7()()(plain)(plain)\
            (a \\(balanced\\) pair)(a \\(balanced\\) pair)\
            (a lone \\) and \\( another)(a lone \\) and \\( another)\
            (\\\\ \\\\n \\\\053)(\\\\ \\\\n \\\\053)\
            (\\r\n\\r \n\t\x08\x0c\0)(\\r\n\\r \n\t\x08\x0c\0)\
            (\xfe\xff\x06\x44\0\\(\0\\\\\0\\r)(\xfe\xff\x06\x44\0\\(\0\\\\\0\\r)\
            (\xff\x80\x00\x7f)(\xff\x80\x00\x7f)\
            //A;B/a#20b/#2320/#2F#28#29#3C#3E#5B#5D#7B#7D#25#23/#D8#B9#0A/#00 \
            0 -1 65536 2147483647 -2147483648 0.0 1.0 -0.002 0.0000001 10000000000.0 \
            841.8898 0.7019608 340282350000000000000000000000000000000.0 \
            -0.000000000000000000000000000000000000011754944 \
            null 1.5[] true<</A#20B 1/ null/D<<>>>>]";
        assert_eq!(out.escape_ascii().to_string(), expected.escape_ascii().to_string());
    }

    #[test]
    fn number_without_spelling_is_an_error() {
        for value in [f32::NAN, f32::INFINITY] {
            assert!(write_object(&mut Vec::new(), &Object::Real(value), &Numbers::new()).is_err());
        }
    }

    #[test]
    fn flate_is_tightened_and_all_else_left() {
        let paths = (0..500).map(|n| format!("{} {n} m 10 {} l S ", n * 7 % 97, n * 31 % 89));
        let text = paths.collect::<String>().into_bytes();
        let rows = b"\x02\x01\x00\x03\x00".repeat(99);
        let parameters = dictionary! { "Predictor" => 12, "Columns" => 4 };
        let loose = zlib(&text, 1);
        let streams = vec![
            Stream::new(dictionary! { "Filter" => "FlateDecode" }, loose.clone()),
            Stream::new(
                dictionary! { "Filter" => "FlateDecode", "DecodeParms" => parameters },
                zlib(&rows, 1),
            ),
            Stream::new(dictionary! { "Filter" => "DCTDecode" }, text.clone()),
            Stream::new(dictionary! { "Type" => "Metadata", "Subtype" => "XML" }, text.clone()),
            Stream::new(dictionary! {}, text.clone()),
            Stream::new(dictionary! { "Filter" => "FlateDecode" }, b"no zlib data".to_vec()),
            Stream::new(dictionary! {}, vec![]),
        ];
        let pdf = repack(&classic("1.7", streams.clone(), vec![])).unwrap();
        let (_, back) = read(&pdf);

        assert!(back[0].content.len() < loose.len());
        assert_eq!(back[0].decompressed_content().unwrap(), text);
        assert_eq!(below_flate(&back[1]).unwrap(), rows);
        assert!(back[1].dict.get(b"DecodeParms").unwrap().as_dict().unwrap().has(b"Columns"));
        for index in [2, 3, 5, 6] {
            assert_eq!(back[index].content, streams[index].content);
            assert_eq!(
                back[index].dict.get(b"Filter").ok(),
                streams[index].dict.get(b"Filter").ok()
            );
        }
        assert_eq!(back[4].decompressed_content().unwrap(), text);
        for stream in &back {
            let length = stream.dict.get(b"Length").and_then(Object::as_i64).unwrap();
            assert_eq!(length, stream.content.len() as i64);
        }
    }

    #[test]
    fn file_keeps_to_the_syntax_of_pdf_a() {
        let odd = vec![0.into(); OBJECTS_PER_STREAM];
        let pdf =
            repack(&classic("1.7", vec![Stream::new(dictionary! {}, vec![b'\n'])], odd)).unwrap();
        assert!(pdf.starts_with(b"%PDF-1.7\n%\x80\x80\x80\x80\n"));
        assert!(pdf.ends_with(b"\n%%EOF\n"));
        let ends: Vec<usize> =
            (9..pdf.len()).filter(|&at| pdf[at..].starts_with(b"endstream")).collect();
        assert_eq!(ends.len(), 3, "the stream, the object stream, the cross-reference stream");
        assert!(ends.iter().all(|&at| pdf[at - 1] == b'\n'));
        let (document, _) = read(&pdf);
        assert_eq!(document.trailer.get(b"ID").and_then(Object::as_array).unwrap().len(), 2);
        assert_eq!(document.catalog().unwrap().get_type().unwrap(), b"Catalog");
    }

    #[test]
    fn many_objects_fill_several_object_streams() {
        let mut document = Document::load_mem(&classic("1.7", vec![], vec![])).unwrap();
        let many: Vec<Object> = (0..2 * OBJECTS_PER_STREAM as i64)
            .map(|number| document.add_object(number).into())
            .collect();
        document.catalog_mut().unwrap().set("Many", many);
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).unwrap();

        let (back, _) = read(&repack(&bytes).unwrap());
        let many = back.catalog().unwrap().get(b"Many").and_then(Object::as_array).unwrap();
        for (number, reference) in (0..).zip(many) {
            let id = reference.as_reference().unwrap();
            assert_eq!(back.get_object(id).unwrap().as_i64().unwrap(), number);
        }
        let unreachable = |object: &Object| object.as_dict().is_ok_and(|d| d.has(b"Unreachable"));
        assert!(!back.objects.values().any(unreachable));
    }

    #[test]
    fn same_input_gives_the_same_bytes_and_a_second_run_gains_nothing() {
        let streams = vec![Stream::new(dictionary! {}, b"q Q ".repeat(99))];
        let pdf = classic("1.7", streams, odd_objects());
        let once = repack(&pdf).unwrap();
        assert_eq!(once, repack(&pdf).unwrap());
        assert_eq!(once, repack(&once).unwrap());
    }

    #[test]
    fn missing_object_is_an_error() {
        let pdf = classic("1.7", vec![], vec![Object::Reference((4711, 0))]);
        let message = repack(&pdf).unwrap_err().to_string();
        assert_eq!(message, "the PDF can't be read: object ID 4711 0 not found");
    }

    #[test]
    fn old_version_is_an_error() {
        let message = repack(&classic("1.4", vec![], vec![])).unwrap_err().to_string();
        assert_eq!(message, "PDF 1.4 has no object streams: they came with 1.5");
    }

    #[test]
    fn broken_input_is_an_error_and_no_panic() {
        let pdf = classic("1.7", vec![Stream::new(dictionary! {}, vec![7; 99])], odd_objects());
        for cut in 0..pdf.len() - b"%%EOF".len() {
            assert!(repack(&pdf[..cut]).is_err(), "cut at {cut}");
        }
        for at in 0..pdf.len() {
            for byte in [b'0', b'9', b'<', b'(', b' ', 0xff] {
                let mut broken = pdf.clone();
                broken[at] = byte;
                // Some changes leave a readable file: all that counts is that nothing panics.
                let _ = repack(&broken);
            }
        }
    }
}
