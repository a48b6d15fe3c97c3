//! Tells what is said of small files, whole and with one fault each.

use lopdf::Document;
use proptest::prelude::{ProptestConfig, any, proptest};

use crate::file::structure::Structure;
use crate::file::structure::StructureFaultKind;
use crate::file::{File, LIMITS};

/// A file of objects from 1 on, with a table of 20-byte entries; each object is reported without its `obj` and `endobj`.
fn tiny(objects: &[&str]) -> Vec<u8> {
    let mut bytes = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n".to_vec();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (index, object) in objects.iter().enumerate() {
        table += &format!("{:010} 00000 n \n", bytes.len());
        bytes.extend(format!("{} 0 obj\n{object}\nendobj\n", index + 1).bytes());
    }
    let start = bytes.len();
    let size = objects.len() + 1;
    bytes.extend(
        format!("{table}trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n")
            .bytes(),
    );
    bytes
}

fn page() -> Vec<u8> {
    tiny(&[
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>",
        "<< /Length 5 >>\nstream\n0 g f\nendstream",
    ])
}

fn read(bytes: &[u8]) -> Structure {
    let file = File::open(bytes, LIMITS).unwrap();
    Structure::read(bytes, &file)
}

fn reported(bytes: &[u8]) -> Vec<(StructureFaultKind, String)> {
    read(bytes).faults.into_iter().map(|fault| (fault.kind, fault.what)).collect()
}

/// Replaces bytes by as many others, or by more.
fn with(bytes: &[u8], old: &str, new: &str) -> Vec<u8> {
    let at = bytes.windows(old.len()).position(|window| window == old.as_bytes()).unwrap();
    [&bytes[..at], new.as_bytes(), &bytes[at + old.len()..]].concat()
}

fn one(bytes: &[u8], kind: StructureFaultKind, what: &str) {
    assert_eq!(reported(bytes), [(kind, what.to_owned())]);
}

#[test]
fn a_sound_file_has_no_faults() {
    let structure = read(&page());
    assert_eq!(
        structure,
        Structure { revisions: 1, version: Some((1, 4)), ..Structure::default() }
    );
}

#[test]
fn a_file_with_streams_of_references_and_objects_has_no_faults() {
    let mut document = Document::load_mem(&page()).unwrap();
    let mut bytes = Vec::new();
    document.save_modern(&mut bytes).unwrap();
    let structure = read(&bytes);
    assert!(structure.has_reference_streams);
    let references = structure.of(StructureFaultKind::References).collect::<Vec<_>>();
    assert!(references.is_empty(), "{references:?}");
}

#[test]
fn bytes_before_the_header_are_told_and_offsets_count_from_it() {
    let bytes = [b"ab\n".as_slice(), &page()].concat();
    one(&bytes, StructureFaultKind::Header, "3 bytes stand before the header `%PDF-`");
}

#[test]
fn a_header_without_binary_comment_is_told() {
    let mut bytes = page();
    for byte in &mut bytes[10..14] {
        *byte = b'x';
    }
    one(
        &bytes,
        StructureFaultKind::Header,
        "no comment of four bytes from 128 up follows the header",
    );
}

#[test]
fn an_unknown_version_is_told() {
    let bytes = with(&page(), "%PDF-1.4", "%PDF-1.9");
    one(&bytes, StructureFaultKind::Header, "the header names version `1.9`, which there is not");
}

#[test]
fn a_file_without_an_end_is_told() {
    let bytes = page();
    let bytes = &bytes[..bytes.len() - 6];
    let faults = reported(bytes);
    assert!(
        faults.contains(&(StructureFaultKind::Truncated, "the file has no end `%%EOF`".to_owned())),
        "{faults:?}"
    );
}

#[test]
fn an_update_without_an_end_is_told() {
    let bytes = [page(), b"4 0 obj\n<< >>\nendobj\nxref\n".to_vec()].concat();
    let what = "objects follow the last `%%EOF`: the end of the last update is missing";
    one(&bytes, StructureFaultKind::Truncated, what);
}

#[test]
fn bytes_behind_the_end_are_told_but_not_white_space() {
    let bytes = [page(), b"\r\n\0 <html>\n".to_vec()].concat();
    one(&bytes, StructureFaultKind::Trailing, "6 bytes stand behind the last `%%EOF`");
    assert!(reported(&[page(), b"\r\n\0 ".to_vec()].concat()).is_empty());
}

#[test]
fn a_missing_startxref_is_told() {
    let bytes = with(&page(), "startxref", "startxxxx");
    let faults = reported(&bytes);
    let what = "no `startxref` stands before the last `%%EOF`";
    assert!(faults.contains(&(StructureFaultKind::Truncated, what.to_owned())), "{faults:?}");
}

#[test]
fn a_startxref_that_misses_the_table_is_told() {
    let sound = page();
    let start = sound.windows(5).position(|window| window == b"xref\n").unwrap();
    let bytes = with(&sound, &format!("startxref\n{start}"), &format!("startxref\n{}", start + 1));
    let what = format!("no cross references stand at byte {}, which `startxref` names", start + 1);
    one(&bytes, StructureFaultKind::References, &what);
}

#[test]
fn entries_of_nineteen_bytes_are_told() {
    let bytes = with(&page(), " 00000 n \n", " 00000 n\n");
    let faults = reported(&bytes);
    let what = "1 entry of the table at byte ";
    assert!(faults.len() == 1 && faults[0].1.starts_with(what), "{faults:?}");
}

#[test]
fn an_entry_that_misses_its_object_is_told() {
    let sound = page();
    let at = sound.windows(7).position(|window| window == b"4 0 obj").unwrap();
    let bytes = with(&sound, &format!("{at:010} 00000 n"), &format!("{:010} 00000 n", at + 2));
    let faults = reported(&bytes);
    let what =
        format!("object 4 does not stand at byte {}, where the cross references say", at + 2);
    assert!(faults.contains(&(StructureFaultKind::References, what)), "{faults:?}");
}

#[test]
fn an_entry_at_byte_0_is_taken_for_a_free_one() {
    let sound =
        tiny(&["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>", "7"]);
    let at = sound.windows(7).position(|window| window == b"3 0 obj").unwrap();
    assert!(reported(&with(&sound, &format!("{at:010} 00000 n"), "0000000000 00000 n")).is_empty());
}

#[test]
fn an_entry_of_another_object_says_which() {
    let sound = page();
    let place = |head: &[u8]| sound.windows(7).position(|window| window == head).unwrap();
    let (three, four) = (place(b"3 0 obj"), place(b"4 0 obj"));
    let bytes = with(&sound, &format!("{four:010} 00000 n"), &format!("{three:010} 00000 n"));
    let faults = reported(&bytes);
    assert!(
        faults.iter().any(|(_, what)| what.ends_with("cross references say, but object 3")),
        "{faults:?}"
    );
}

#[test]
fn an_object_beyond_the_size_is_told() {
    one(
        &with(&page(), "/Size 5", "/Size 4"),
        StructureFaultKind::References,
        "the table has object 4, and `Size` is 4",
    );
}

#[test]
fn revisions_are_counted() {
    let mut bytes = page();
    let prev = bytes.windows(5).position(|window| window == b"xref\n").unwrap();
    let object = bytes.len();
    bytes.extend(b"4 0 obj\n7\nendobj\n");
    let start = bytes.len();
    let table = format!(
        "xref\n4 1\n{object:010} 00000 n \ntrailer\n<< /Size 5 /Root 1 0 R /Prev {prev} >>\n"
    );
    bytes.extend(format!("{table}startxref\n{start}\n%%EOF\n").bytes());
    let structure = read(&bytes);
    assert_eq!((structure.revisions, structure.faults), (2, Vec::new()));
}

#[test]
fn sections_in_a_circle_end() {
    let sound = page();
    let start = sound.windows(5).position(|window| window == b"xref\n").unwrap();
    let bytes = with(&sound, "/Size 5", &format!("/Prev {start} /Size 5"));
    let what = format!("`Prev` leads back to the cross references at byte {start}");
    one(&bytes, StructureFaultKind::References, &what);
}

#[test]
fn a_wrong_length_is_told_with_the_right_one() {
    let bytes = with(&page(), "/Length 5", "/Length 3");
    one(
        &bytes,
        StructureFaultKind::Stream,
        "`Length` of a stream is 3 bytes, but its `endstream` stands after 6",
    );
}

#[test]
fn an_indirect_length_is_followed() {
    let whole = |length: &str| {
        tiny(&[
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [] /Count 0 >>",
            "<< /X (>> /Length 9) /Y /Length /Length 4 0 R >>\nstream\n0 g f\nendstream",
            length,
        ])
    };
    assert!(reported(&whole("5")).is_empty());
    let faults = reported(&whole("9"));
    assert!(
        faults.len() == 1 && faults[0].1.starts_with("`Length` of a stream is 9 bytes"),
        "{faults:?}"
    );
}

#[test]
fn a_missing_length_is_told() {
    let bytes = with(&page(), "/Length 5", "/Langth 5");
    one(&bytes, StructureFaultKind::Stream, "a stream has no `Length`, or one that is no number");
}

#[test]
fn a_missing_end_of_line_before_endstream_is_of_its_own_kind() {
    let bytes = with(&page(), "/Length 5", "/Length 6");
    let what = "between a stream and its `endstream` stands not just one end of line";
    one(&bytes, StructureFaultKind::StreamEnd, what);
}

#[test]
fn a_carriage_return_alone_behind_stream_is_told() {
    let bytes = with(&page(), "stream\n0", "stream\r0");
    let what = "`stream` is not followed by an end of line, CR LF or LF";
    one(&bytes, StructureFaultKind::Stream, what);
}

#[test]
fn many_faults_of_a_kind_are_counted() {
    let mut objects =
        vec!["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"];
    objects.extend([("<< /Length 1 >>\nstream\n0 g f\nendstream"); 25]);
    let faults = reported(&tiny(&objects));
    assert_eq!(faults.len(), 21);
    assert_eq!(faults[20].1, "5 more faults of this kind");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn changed_bytes_never_stop_it(changes in proptest::collection::vec((any::<u16>(), any::<u8>()), 1..12), cut in any::<u16>()) {
        let mut bytes = page();
        for (at, byte) in changes {
            let at = usize::from(at) % bytes.len();
            bytes[at] = byte;
        }
        bytes.truncate(bytes.len() - usize::from(cut) % 40);
        if let Ok(file) = File::open(&bytes, LIMITS) {
            Structure::read(&bytes, &file);
        }
    }
}
