//! XML that grows, that reads other files, or that is nested without end.

use std::time::{Duration, Instant};

use super::{Exported, edit_zip, replace_bytes};

/// Puts a declaration of the type before the first element.
fn with_doctype(bytes: &[u8], doctype: &str) -> Vec<u8> {
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    let start = text.find("?>").map_or(0, |at| at + 2);
    // The export may have one of its own.
    let rest = match text[start..].find("<!DOCTYPE") {
        Some(at) => {
            let end = text[start + at..].find('>').unwrap() + at + 1;
            format!("{}{}", &text[start..start + at], &text[start + end..])
        }
        None => text[start..].to_owned(),
    };
    format!("{}{doctype}{rest}", &text[..start]).into_bytes()
}

/// The same for a format, also where the XML is in an archive.
fn attack(exported: &Exported, doctype: &str, old: &str, new: &str) -> Vec<u8> {
    let change = |bytes: &[u8]| with_doctype(&replace_bytes(bytes, old, new), doctype);
    match exported.format {
        "xlsx" => edit_zip(&exported.bytes, |name, bytes| {
            if name == "xl/sharedStrings.xml" { change(bytes) } else { bytes.to_vec() }
        }),
        _ => change(&exported.bytes),
    }
}

const XML: [&str; 4] = ["xlsx", "xliff", "xliff2", "tmx"];

#[track_caller]
fn assert_refused_at_once(exported: &Exported, bytes: &[u8]) {
    let start = Instant::now();
    exported.assert_refused(bytes, "");
    assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
}

#[test]
fn entities_do_not_grow() {
    let mut doctype = "<!DOCTYPE x [<!ENTITY a0 \"ha\">".to_owned();
    for level in 1..30 {
        let inner = format!("&a{};", level - 1).repeat(10);
        doctype.push_str(&format!("<!ENTITY a{level} \"{inner}\">"));
    }
    doctype.push_str("]>");
    for format in XML {
        let exported = Exported::new(format);
        let bytes = attack(&exported, &doctype, "Betaal wat u wilt.", "&a29;");
        assert_refused_at_once(&exported, &bytes);
    }
}

#[test]
fn no_other_file_is_read() {
    for format in XML {
        let exported = Exported::new(format);
        let secret = exported.sandbox.beside("secret.txt");
        std::fs::write(&secret, "zebra-crossing").unwrap();
        let secret = secret.to_str().unwrap();
        for doctype in [
            format!("<!DOCTYPE x [<!ENTITY e SYSTEM \"file://{secret}\">]>"),
            format!("<!DOCTYPE x [<!ENTITY % e SYSTEM \"file://{secret}\"> %e;]>"),
        ] {
            let bytes = attack(&exported, &doctype, "Betaal wat u wilt.", "&e;");
            let ran = exported.import(&bytes);
            assert!(ran.code != 0, "{format}: {ran:?}");
            assert!(!format!("{ran:?}").contains("zebra"), "{format}: {ran:?}");
            exported.assert_unchanged();
        }
        // One that nobody declared.
        let bytes = attack(&exported, "", "Betaal wat u wilt.", "Betaal &e; wilt.");
        assert_refused_at_once(&exported, &bytes);
    }
}

#[test]
fn elements_may_be_nested_without_end() {
    for format in XML {
        let exported = Exported::new(format);
        let deep = "<g id=\"1\">".repeat(400_000);
        for bytes in [
            attack(&exported, "", "Betaal wat u wilt.", &deep),
            attack(
                &exported,
                "",
                "Betaal wat u wilt.",
                &format!("{deep}{}", "</g>".repeat(400_000)),
            ),
        ] {
            let start = Instant::now();
            let ran = exported.import(&bytes);
            // What a cell holds beside texts is no text: it is as if the cell were empty.
            let least = i32::from(format != "xlsx");
            assert!((least..=2).contains(&ran.code), "{format}: {}", ran.stderr.len());
            assert!(ran.stderr.len() < 20_000, "{format}: {}", ran.stderr.len());
            assert!(start.elapsed() < Duration::from_secs(20), "{format} {:?}", start.elapsed());
            exported.assert_unchanged();
        }
    }
}

#[test]
fn what_is_behind_the_end_is_refused() {
    for format in ["xliff", "xliff2", "tmx"] {
        let exported = Exported::new(format);
        let whole = exported.translated();
        for more in ["<x/>", "more", "\0", "</xliff>", "<!-- unclosed"] {
            exported.assert_refused(&[&whole, more.as_bytes()].concat(), "");
        }
        exported.assert_refused(&[whole.clone(), whole].concat(), "");
    }
}

#[test]
fn characters_that_xml_has_not_are_refused() {
    for format in ["xliff", "xliff2", "tmx"] {
        let exported = Exported::new(format);
        for odd in
            ["\0", "\u{8}", "&#0;", "&#8;", "&#xD800;", "&#x110000;", "&#xFFFE;", "\u{FFFF}", "&"]
        {
            exported.assert_refused(&exported.with("Betaal wat", &format!("Betaal{odd}wat")), "");
        }
    }
}
