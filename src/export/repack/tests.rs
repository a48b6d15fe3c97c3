//! Repacks files with odd objects, and damaged files.

use lopdf::xref::XrefType;
use lopdf::{StringFormat, dictionary};

use std::collections::HashSet;

use lopdf::{Document, LoadOptions, Object, Stream};

use super::flate::{compress, new_compressor};
use super::objects::{Numbers, write_object};
use super::{OBJECTS_PER_STREAM, RepackError, inflated, load, write};

/// Reads a PDF and writes it anew.
fn repack(pdf: &[u8]) -> Result<Vec<u8>, RepackError> {
    write(&load(pdf)?, &HashSet::new())
}

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
    let reals = [0.0, 1.0, -0.002, 1e-7, 1e10, 841.8898, 0.7019608, f32::MAX, -f32::MIN_POSITIVE];
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
    let listed = document.catalog().unwrap().get(b"Streams").and_then(Object::as_array).unwrap();
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
    assert_eq!(inflated(&back[1]).unwrap(), rows);
    assert!(back[1].dict.get(b"DecodeParms").unwrap().as_dict().unwrap().has(b"Columns"));
    for index in [2, 3, 5, 6] {
        assert_eq!(back[index].content, streams[index].content);
        assert_eq!(back[index].dict.get(b"Filter").ok(), streams[index].dict.get(b"Filter").ok());
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
    let pdf = repack(&classic("1.7", vec![Stream::new(dictionary! {}, vec![b'\n'])], odd)).unwrap();
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
    assert_eq!(message, "PDF 1.4 has no object streams, which need version 1.5");
}

#[test]
fn encrypted_file_is_an_error() {
    let mut document = Document::load_mem(&classic("1.7", vec![], vec![])).unwrap();
    document.trailer.set("Encrypt", dictionary! { "Filter" => "Standard" });
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    assert_eq!(repack(&bytes).unwrap_err().to_string(), "the PDF is encrypted");
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
