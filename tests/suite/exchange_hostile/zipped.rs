//! Archives that are larger than they look, or lie about what they hold.

use std::io::{Cursor, Read as _, Write as _};
use std::time::{Duration, Instant};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::{Exported, edit_zip};
use crate::support::Ran;

/// The export with one file in it made of this many spaces, which take a thousandth of that.
fn bomb(exported: &Exported, name: &str, megabytes: usize) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(&exported.bytes)).unwrap();
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let mut is_there = false;
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        let found = file.name().unwrap().into_owned();
        writer.start_file(&found, SimpleFileOptions::default()).unwrap();
        if found == name {
            is_there = true;
            // The blanks stand before the last element is closed, so that all of them must be read.
            let end = content.iter().rposition(|byte| *byte == b'<').unwrap();
            writer.write_all(&content[..end]).unwrap();
            let blanks = vec![b' '; 1 << 20];
            for _ in 0..megabytes {
                writer.write_all(&blanks).unwrap();
            }
            writer.write_all(&content[end..]).unwrap();
        } else {
            writer.write_all(&content).unwrap();
        }
    }
    assert!(is_there, "{name}");
    writer.finish().unwrap().into_inner()
}

/// Imports with no more memory than a gigabyte and a half.
fn import_in_little_memory(exported: &Exported, bytes: &[u8]) -> Ran {
    let path = exported.sandbox.beside("back.xlsx");
    std::fs::write(&path, bytes).unwrap();
    let start = Instant::now();
    let mut shell = std::process::Command::new("sh");
    shell.current_dir(exported.sandbox.root()).env("NO_COLOR", "1");
    shell.args(["-c", "ulimit -v 1500000; exec \"$0\" translations import --by translator \"$1\""]);
    let output = shell.arg(exported.sandbox.program().get_program()).arg(&path).output().unwrap();
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
    Ran {
        code: output.status.code().unwrap_or(-1),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

#[cfg(target_os = "linux")]
#[test]
fn bombs_are_refused_before_they_are_read() {
    let exported = Exported::new("xlsx");
    for name in [
        "xl/sharedStrings.xml",
        "xl/worksheets/sheet1.xml",
        "xl/workbook.xml",
        "xl/styles.xml",
        "docProps/custom.xml",
    ] {
        let bytes = bomb(&exported, name, 2000);
        assert!(bytes.len() < 4 << 20);
        let ran = import_in_little_memory(&exported, &bytes);
        assert!((1..=2).contains(&ran.code), "{name}: {ran:?}");
        exported.assert_unchanged();
        // The same with a length that is not true, in both places where it stands.
        let mut lies = bytes.clone();
        let real = u32::try_from(2000 << 20).unwrap();
        for at in 0..lies.len() - 4 {
            let value = u32::from_le_bytes(lies[at..at + 4].try_into().unwrap());
            if (real..real + 100_000).contains(&value) {
                lies[at..at + 4].copy_from_slice(&5000_u32.to_le_bytes());
            }
        }
        assert_ne!(lies, bytes);
        let ran = import_in_little_memory(&exported, &lies);
        assert!((1..=2).contains(&ran.code), "{name}: {ran:?}");
        exported.assert_unchanged();
    }
}

#[cfg(target_os = "linux")]
#[test]
fn very_many_files_or_cells_are_no_burden() {
    let exported = Exported::new("xlsx");
    let mut writer = ZipWriter::new_append(Cursor::new(exported.bytes.clone())).unwrap();
    for index in 0..60_000 {
        writer.start_file(format!("xl/media/{index}"), SimpleFileOptions::default()).unwrap();
    }
    let ran = import_in_little_memory(&exported, &writer.finish().unwrap().into_inner());
    assert!((0..=2).contains(&ran.code), "{ran:?}");
    exported.assert_unchanged();
    // A cell far away makes a sheet of seventeen thousand million cells.
    let far = edit_zip(&exported.bytes, |name, bytes| {
        let text = String::from_utf8_lossy(bytes).into_owned();
        let row = "<row r=\"1048576\"><c r=\"XFD1048576\" t=\"inlineStr\"><is><t>x</t></is></c></row></sheetData>";
        if name == "xl/worksheets/sheet1.xml" {
            text.replace("</sheetData>", row).into_bytes()
        } else {
            bytes.to_vec()
        }
    });
    let ran = import_in_little_memory(&exported, &far);
    assert!((0..=2).contains(&ran.code), "{ran:?}");
    exported.assert_unchanged();
}

#[test]
fn what_is_no_workbook_is_refused() {
    let exported = Exported::new("xlsx");
    let empty = ZipWriter::new(Cursor::new(Vec::new())).finish().unwrap().into_inner();
    exported.assert_refused(&empty, "");
    exported.assert_refused(b"PK\x03\x04", "");
    exported.assert_refused(b"id;text\r\nshop-pay;x\r\n", "");
    exported.assert_refused(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 an old one", "");
    for lost in [
        "xl/workbook.xml",
        "xl/worksheets/sheet1.xml",
        "[Content_Types].xml",
        "xl/_rels/workbook.xml.rels",
    ] {
        let bytes = edit_zip(&exported.translated(), |name, bytes| {
            if name == lost { Vec::new() } else { bytes.to_vec() }
        });
        let ran = exported.import(&bytes);
        // Who does not need the file need not refuse.
        if ran.code == 0 {
            exported.restore();
        }
        exported.assert_unchanged();
    }
}

#[test]
fn a_formula_or_a_number_is_no_text() {
    let exported = Exported::new("xlsx");
    let cell = |with: &str| {
        edit_zip(&exported.bytes, |name, bytes| {
            if name != "xl/worksheets/sheet1.xml" {
                return bytes.to_vec();
            }
            let shared = shared_index(&exported, "Betaal wat u wilt.");
            let text = String::from_utf8(bytes.to_vec()).unwrap();
            // `<c r="D9" s="3" t="s"><v>17</v></c>`
            let value = format!("t=\"s\"><v>{shared}</v>");
            assert_eq!(text.matches(&value).count(), 1);
            text.replace(&value, with).into_bytes()
        })
    };
    for (with, says) in [
        ("><f>1+1</f><v>2</v>", "formula"),
        ("t=\"str\"><f>HYPERLINK(\"http://x\")</f><v>Betaal wat u kunt.</v>", "formula"),
        ("><v>112</v>", "number"),
        ("t=\"b\"><v>1</v>", ""),
        ("t=\"e\"><v>#REF!</v>", ""),
        ("t=\"d\"><v>2026-01-02</v>", ""),
        ("t=\"s\"><v>99999999</v>", ""),
    ] {
        exported.assert_refused(&cell(with), says);
    }
}

/// The index of a text in the table of shared texts.
fn shared_index(exported: &Exported, text: &str) -> usize {
    let mut archive = ZipArchive::new(Cursor::new(&exported.bytes)).unwrap();
    let mut content = String::new();
    archive.by_name("xl/sharedStrings.xml").unwrap().read_to_string(&mut content).unwrap();
    content.split("<si>").skip(1).position(|item| item.contains(text)).unwrap()
}
