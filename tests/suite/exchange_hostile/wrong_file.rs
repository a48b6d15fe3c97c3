//! What is not the file that it should be: another brochure's, another language's, in another encoding, or no file at all.

use std::time::{Duration, Instant};

use super::{DUTCH, Exported, FORMATS, TEXT, is_known};
use crate::support::Sandbox;

#[test]
fn the_file_of_another_brochure_is_refused() {
    // A memory is for every brochure, and knows its texts by what they are made from.
    for (format, _) in FORMATS.into_iter().filter(|row| row.0 != "tmx") {
        let exported = Exported::new(format);
        let bytes = exported.translated();
        // The same project, in which the brochure has another name.
        let sandbox = Sandbox::of("small");
        std::fs::rename(sandbox.path("brochures/note"), sandbox.path("brochures/other")).unwrap();
        for language in ["en", "nl"] {
            let at = |name: &str| sandbox.path(&format!("translations/{language}/{name}.ftl"));
            std::fs::rename(at("note"), at("other")).unwrap();
        }
        let other = Exported::of(sandbox, format);
        other.assert_refused(&bytes, "note");
    }
}

#[test]
fn the_file_of_another_language_is_refused() {
    for (format, _) in FORMATS {
        let exported = Exported::new(format);
        let ran = exported.import_with(&exported.translated(), &["--lang", "en"]);
        assert!(ran.code != 0, "{format}: {ran:?}");
        exported.assert_unchanged();
        let ran = exported.import_with(&exported.translated(), &["--lang", "../../nl"]);
        assert!(ran.code != 0, "{format}: {ran:?}");
        exported.assert_unchanged();
    }
    // A language that the file names itself, also one that leads somewhere else.
    for (format, old) in [
        ("po", "X-Feuillet-Language: nl"),
        ("xliff", "target-language=\"nl\""),
        ("xliff2", "trgLang=\"nl\""),
    ] {
        if !is_known(format) {
            continue;
        }
        let exported = Exported::new(format);
        for tag in ["en", "../nl", "fr", "", "nl/../en", "x".repeat(5000).as_str()] {
            let bytes = exported.with(old, &old.replace("nl", tag));
            let bytes = String::from_utf8(bytes).unwrap().replace(TEXT.0, TEXT.1);
            let bytes = bytes.replace("Language: nl", &format!("Language: {tag}"));
            let ran = exported.import(bytes.as_bytes());
            assert!(ran.code != 0, "{format} {tag}: {ran:?}");
            exported.assert_unchanged();
        }
    }
}

#[test]
fn ids_that_lead_elsewhere_are_refused() {
    for (format, _) in FORMATS.into_iter().filter(|row| row.0 != "tmx") {
        let exported = Exported::new(format);
        for id in
            ["shop-pya", "../../../x", "shop-pay[$x:one]", "shop-pay = x", "-shop[", "", "Shop-Pay"]
        {
            let bytes = if format == "xlsx" {
                super::edit_zip(&exported.translated(), |_, bytes| {
                    super::replace_bytes(bytes, ">shop-pay<", &format!(">{id}<"))
                })
            } else {
                let text = String::from_utf8(exported.translated()).unwrap();
                assert!(text.contains("\"shop-pay\""), "{text}");
                text.replace("\"shop-pay\"", &format!("\"{id}\"")).into_bytes()
            };
            exported.assert_refused(&bytes, "");
        }
    }
}

#[test]
fn a_text_that_stands_twice_is_refused() {
    let exported = Exported::new("po");
    let text = String::from_utf8(exported.translated()).unwrap();
    let entry = text.split("\n\n").find(|entry| entry.contains("\"shop-pay\"")).unwrap();
    exported.assert_refused(format!("{text}\n{entry}\n").as_bytes(), "shop-pay");
    for (format, unit, id) in [("xliff", "trans-unit", "shop-pay"), ("xliff2", "unit", "shop-pay")]
    {
        if !is_known(format) {
            continue;
        }
        let exported = Exported::new(format);
        let text = String::from_utf8(exported.translated()).unwrap();
        let at = text.find(&format!("\"{id}\"")).unwrap();
        let start = text[..at].rfind(&format!("<{unit} ")).unwrap();
        let end = at + text[at..].find(&format!("</{unit}>")).unwrap() + unit.len() + 3;
        let twice = format!("{}{}{}", &text[..end], &text[start..end], &text[end..]);
        exported.assert_refused(twice.as_bytes(), id);
    }
}

#[test]
fn other_encodings_are_refused_or_read_as_what_they_are() {
    for format in ["po", "xliff", "xliff2", "tmx"].into_iter().filter(|format| is_known(format)) {
        let exported = Exported::new(format);
        let text = String::from_utf8(exported.with(TEXT.0, "Betaal één euro.")).unwrap();
        let latin: Vec<u8> =
            text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect();
        let wide = |bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
            "\u{FEFF}".encode_utf16().chain(text.encode_utf16()).flat_map(bytes).collect()
        };
        for bytes in [latin, wide(u16::to_le_bytes), wide(u16::to_be_bytes)] {
            exported.assert_refused(&bytes, "UTF-8");
        }
        // In UTF-8, and says that it is not.
        for (claim, other) in
            [("encoding=\"UTF-8\"", "encoding=\"ISO-8859-1\""), ("charset=UTF-8", "charset=CP1252")]
        {
            if text.contains(claim) {
                exported.assert_refused(text.replace(claim, other).as_bytes(), "");
            }
        }
        let ran = exported.import(format!("\u{FEFF}{text}").as_bytes());
        assert_eq!(ran.code, 0, "{format}: {ran:?}");
        assert!(exported.sandbox.read(DUTCH).contains("Betaal één euro."), "{format}");
    }
}

#[test]
fn what_is_no_file_ends_at_once() {
    let exported = Exported::new("po");
    let start = Instant::now();
    let folder = exported.sandbox.beside("folder.po");
    std::fs::create_dir(&folder).unwrap();
    let missing = exported.sandbox.beside("missing.po");
    let mut paths = vec![folder, missing];
    if cfg!(unix) {
        let pipe = exported.sandbox.beside("pipe.po");
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        paths.extend([pipe, "/dev/zero".into(), "/dev/null".into()]);
        // A file of a terabyte, none of which is on the disk.
        let huge = exported.sandbox.beside("huge.po");
        if std::fs::File::create(&huge).unwrap().set_len(1 << 40).is_ok() {
            paths.push(huge);
        }
    }
    for path in paths {
        let ran = exported.sandbox.run(&[
            "translations",
            "import",
            "--by",
            "translator",
            path.to_str().unwrap(),
        ]);
        assert!((1..=2).contains(&ran.code) && ran.stderr.contains("error: "), "{path:?}: {ran:?}");
        exported.assert_unchanged();
    }
    for (format, _) in FORMATS {
        Exported::new(format).assert_refused(b"", "");
        Exported::new(format).assert_refused(b"\0\0\0\0", "");
    }
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
}
