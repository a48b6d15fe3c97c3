//! What is written comes back, and what is no sheet with texts, or no text, is refused at its cell.

use std::io::{Cursor, Read as _, Write as _};

use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::diagnostic::{Diagnostic, Report};
use crate::exchange::xlsx::{read, write};
use crate::exchange::{Document, Returned, Text, Unit, UnitState};

/// Texts on which tools are known to break.
const NASTY: [&str; 17] = [
    "=HYPERLINK(\"x\")",
    "0800 30 030",
    "00123",
    "3-5",
    "TRUE",
    "#N/A",
    "'s ochtends open",
    "C:\\new\\table \"x\" end\\",
    "{\" \"}blanks at both ends{\"  \"}",
    "  plain blanks at both ends   ",
    "a line\n\n{\"*\"} star\n{\"[\"}bracket]\n{\".\"}dot",
    "<b>Appelez</b> <em>vite</em> <a id=\"home\">ici</a>!",
    "{ $phone } أو { $phone }",
    "R&D &amp; &lt;i&gt; ]]> {\"{\"}x{\"}\"} 👩‍👩‍👧 e\u{301}",
    "_x000D_ _x005F_ _x0041_",
    "+1 @2 -3 %s\u{A0}",
    "\u{200F}ب\u{202F}« x »\u{2028}\u{85}",
];

fn document(texts: &[&str]) -> Document {
    let units = texts.iter().enumerate().map(|(index, text)| Unit {
        id: format!("m{index}[$n:few]"),
        comment: "One \"line\"\nversion 01234567".to_owned(),
        source: Text::of_flat(text),
        previous_source: Some(Text::of_flat("before\n\"it\"")),
        target: Some(Text::of_flat(text)),
        state: UnitState::Stale,
        room: Some(12),
    });
    Document {
        brochure: "note".to_owned(),
        source_language: "fr".parse().unwrap(),
        language: "fa-AF".parse().unwrap(),
        is_right_to_left: true,
        units: units.collect(),
    }
}

fn faults(report: Report) -> Vec<(String, String)> {
    let shown = |fault: Diagnostic| {
        let place = fault.span.map(|span| span.file.path.clone());
        (fault.message, place.unwrap_or_default())
    };
    report.into_sorted().into_iter().map(shown).collect()
}

#[track_caller]
fn returned(bytes: &[u8]) -> Returned {
    let report = Report::new();
    let returned = read("fa.xlsx", bytes, &report);
    assert_eq!(faults(report), []);
    returned.unwrap()
}

/// What reading reports first.
fn fault(bytes: &[u8]) -> (String, String) {
    let report = Report::new();
    let _ = read("a.xlsx", bytes, &report);
    faults(report).into_iter().next().unwrap_or_default()
}

#[track_caller]
fn assert_comes_back(document: &Document, bytes: &[u8]) {
    let returned = returned(bytes);
    assert_eq!(returned.brochure.as_deref(), Some("note"));
    assert_eq!(returned.language, Some(document.language.clone()));
    assert_eq!(returned.source_language, Some(document.source_language.clone()));
    assert_eq!(returned.units.len(), document.units.len());
    for (unit, came) in document.units.iter().zip(&returned.units) {
        assert_eq!(came.id, unit.id);
        assert_eq!(came.source.as_deref(), Some(unit.source.flat().as_str()));
        assert_eq!(came.target, unit.target.as_ref().map(Text::flat).unwrap_or_default());
        assert_eq!(came.comment, unit.comment);
    }
}

/// A workbook of one sheet: each cell by row and column from 0.
fn workbook(fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut workbook = Workbook::new();
    fill(workbook.add_worksheet());
    workbook.save_to_buffer().unwrap()
}

/// Heads in the order id, source, translation.
fn heads(sheet: &mut Worksheet, row: u32) {
    for (column, head) in [(0, "Id (note)"), (1, "Source (fr)"), (2, "Translation (ar)")] {
        sheet.write_string(row, column, head).unwrap();
    }
}

fn text_row(sheet: &mut Worksheet, row: u32, texts: [&str; 3]) {
    for (column, text) in (0..).zip(texts) {
        if !text.is_empty() {
            sheet.write_string(row, column, text).unwrap();
        }
    }
}

/// The archive with its parts changed.
fn changed(bytes: &[u8], change: impl Fn(&str, Vec<u8>) -> Option<Vec<u8>>) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        if let Some(content) = change(&name, content) {
            out.start_file(name, SimpleFileOptions::default()).unwrap();
            out.write_all(&content).unwrap();
        }
    }
    out.finish().unwrap().into_inner()
}

/// The archive with a text of one part replaced.
#[track_caller]
fn replaced(bytes: &[u8], name: &str, old: &str, new: &str) -> Vec<u8> {
    changed(bytes, |own, content| {
        if own != name {
            return Some(content);
        }
        let text = String::from_utf8(content).unwrap();
        assert!(text.contains(old), "`{old}` in {text}");
        Some(text.replace(old, new).into_bytes())
    })
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

const SHEET: &str = "xl/worksheets/sheet1.xml";

#[test]
fn nasty_texts_come_back() {
    let document = document(&NASTY);
    assert_comes_back(&document, &write(&document).unwrap());
}

#[test]
fn the_same_texts_are_the_same_bytes() {
    let document = document(&NASTY);
    let first = write(&document).unwrap();
    std::thread::sleep(std::time::Duration::from_millis(2100));
    assert_eq!(first, write(&document).unwrap());
    assert!(part(&first, "docProps/core.xml").contains("2000-01-01T00:00:00Z"));
}

#[test]
fn the_sheet_guards_itself_without_a_password() {
    let bytes = write(&document(&["<b>a</b> { $n }"])).unwrap();
    let sheet = part(&bytes, SHEET);
    assert!(sheet.contains("rightToLeft=\"1\""));
    assert!(sheet.contains("<sheetProtection") && !sheet.contains("password"));
    assert!(sheet.contains("formatRows=\"0\"") && sheet.contains("autoFilter=\"0\""));
    assert!(sheet.contains("<pane ySplit=\"5\""));
    assert!(sheet.contains("<conditionalFormatting"));
    // One cell is open: that of the translation.
    let styles = part(&bytes, "xl/styles.xml");
    assert_eq!(styles.matches("locked=\"0\"").count(), 1);
    assert!(!sheet.contains(">0</v></c></row>"), "formulas have their results");
}

#[test]
fn a_source_that_has_changed_is_marked() {
    let mut document = document(&["a"]);
    let has = |document: &Document| {
        let bytes = write(document).unwrap();
        let texts = part(&bytes, "xl/sharedStrings.xml");
        (texts.contains("Original avant"), texts.contains("original modifié"))
    };
    assert_eq!(has(&document), (true, true));
    document.units[0].previous_source = None;
    document.units[0].state = UnitState::Missing;
    document.units[0].target = None;
    assert_eq!(has(&document), (false, false));
    assert_comes_back(&document, &write(&document).unwrap());
}

#[test]
fn what_no_cell_gives_back_is_refused() {
    let long = "é".repeat(32_768);
    for (text, message) in [
        (long.as_str(), "`m0[$n:few]` is too long for a cell: 32768 characters"),
        ("a\tb", "`m0[$n:few]` holds a tab, which spreadsheets lose"),
        ("a\u{1}", "`m0[$n:few]` holds a character that no cell can hold: U+0001"),
        ("a\r\nb", "`m0[$n:few]` holds a character that no cell can hold: U+000D"),
        ("\u{FFFF}", "`m0[$n:few]` holds a character that no cell can hold: U+FFFF"),
    ] {
        assert_eq!(write(&document(&[text])).unwrap_err().message, message);
    }
    // Smileys are two units each.
    assert!(write(&document(&["😀".repeat(16_384).as_str()])).is_err());
    assert_comes_back(
        &document(&["😀".repeat(16_383).as_str()]),
        &write(&document(&["😀".repeat(16_383).as_str()])).unwrap(),
    );
}

#[test]
fn what_is_no_text_is_refused_at_its_cell() {
    let day = ExcelDateTime::from_ymd(2026, 5, 3).unwrap();
    type Fill<'a> = &'a dyn Fn(&mut Worksheet);
    let fills: [(Fill<'_>, &str); 6] = [
        (&|sheet| _ = sheet.write_number(4, 2, 80_030_030.0).unwrap(), "a number"),
        (&|sheet| _ = sheet.write_boolean(4, 2, true).unwrap(), "a truth value"),
        (
            &|sheet| {
                let format = Format::new().set_num_format("yyyy-mm-dd");
                sheet.write_datetime_with_format(4, 2, &day, &format).unwrap();
            },
            "a date",
        ),
        (&|sheet| _ = sheet.write_formula(4, 2, "=1+1").unwrap(), "a formula"),
        (
            &|sheet| {
                let formula = rust_xlsxwriter::Formula::new("=B5&\"\"").set_result("words");
                sheet.write_formula(4, 2, formula).unwrap();
            },
            "a formula",
        ),
        (&|sheet| _ = sheet.write_string(4, 2, "#N/A").unwrap(), ""),
    ];
    for (fill, what) in fills {
        let bytes = workbook(|sheet| {
            heads(sheet, 3);
            text_row(sheet, 4, ["a", "b", ""]);
            fill(sheet);
        });
        let wanted = match what {
            "" => Default::default(),
            what => {
                (format!("this cell holds {what}, and no text"), "a.xlsx, Sheet1!C5".to_owned())
            }
        };
        assert_eq!(fault(&bytes), wanted);
        let report = Report::new();
        let units = read("a.xlsx", &bytes, &report).unwrap().units;
        assert_eq!(units.len(), usize::from(what.is_empty()), "nothing of it is taken");
    }
    // An error is a value of its own.
    let bytes = workbook(|sheet| {
        heads(sheet, 0);
        text_row(sheet, 1, ["a", "b", "c"]);
    });
    let bytes = changed(&bytes, |name, content| {
        let text = String::from_utf8(content).unwrap();
        let old = "<c r=\"C2\" t=\"s\"><v>5</v></c>";
        assert!(name != SHEET || text.contains(old), "{text}");
        Some(text.replace(old, "<c r=\"C2\" t=\"e\"><v>#NAME?</v></c>").into_bytes())
    });
    assert_eq!(
        fault(&bytes),
        ("this cell holds an error, and no text".to_owned(), "a.xlsx, Sheet1!C2".to_owned())
    );
}

#[test]
fn ids_and_sources_that_became_numbers_are_refused() {
    for column in [0, 1] {
        let bytes = workbook(|sheet| {
            heads(sheet, 0);
            text_row(sheet, 1, ["3-5", "3-5", "x"]);
            sheet.write_number(1, column, 46_145.0).unwrap();
        });
        let cell = ["a.xlsx, Sheet1!A2", "a.xlsx, Sheet1!B2"][usize::from(column)];
        assert_eq!(
            fault(&bytes),
            ("this cell holds a number, and no text".to_owned(), cell.to_owned())
        );
    }
}

#[test]
fn rows_and_columns_may_be_moved_and_others_added() {
    let mut workbook = Workbook::new();
    let cover = workbook.add_worksheet().set_name("Cover").unwrap();
    cover.write_string(0, 0, "Please translate!").unwrap();
    cover.write_string(1, 0, "Id").unwrap();
    let sheet = workbook.add_worksheet().set_name("Texts, mine").unwrap();
    for (column, head) in
        [(7, "ID"), (5, "translation (AR)"), (2, "My notes"), (1, "SOURCE (fr)"), (4, "Version")]
    {
        sheet.write_string(9, column, head).unwrap();
    }
    for (row, id, translation) in [(30, "z", "one"), (11, "a", ""), (12, "a", "a\r\nb\rc")] {
        sheet.write_string(row, 7, id).unwrap();
        sheet.write_string(row, 1, "s").unwrap();
        sheet.write_string(row, 5, translation).unwrap();
        sheet.write_string(row, 2, "a note").unwrap();
        sheet.write_string(row, 4, "version 01234567").unwrap();
    }
    sheet.set_row_hidden(30).unwrap();
    // A total, the heads of a second page, and a count that some program adds.
    sheet.write_string(40, 7, "Total").unwrap();
    sheet.write_formula(40, 5, "=COUNTA(F11:F31)").unwrap();
    sheet.write_string(20, 7, "Id").unwrap();
    sheet.write_string(20, 5, "Translation").unwrap();
    sheet.write_number(41, 0, 3.0).unwrap();
    let returned = returned(&workbook.save_to_buffer().unwrap());
    let units: Vec<_> = returned
        .units
        .iter()
        .map(|unit| (unit.id.as_str(), unit.target.as_str(), unit.comment.as_str()))
        .collect();
    let version = "version 01234567";
    assert_eq!(units, [("a", "", version), ("a", "a\nb\nc", version), ("z", "one", version)]);
    assert_eq!(returned.units[1].place.span().file.path, "fa.xlsx, Texts, mine!F13");
    assert_eq!((returned.brochure, returned.language), (None, Some("ar".parse().unwrap())));
}

#[test]
fn a_text_without_an_id_is_not_lost_in_silence() {
    for source in ["", "b"] {
        let bytes = workbook(|sheet| {
            heads(sheet, 0);
            text_row(sheet, 1, ["", source, "words"]);
        });
        assert_eq!(
            fault(&bytes),
            ("this row does not say which text it is".to_owned(), "a.xlsx, Sheet1!C2".to_owned())
        );
    }
}

#[test]
fn heads_or_properties_are_enough_and_must_agree() {
    let document = document(&["a"]);
    let written = write(&document).unwrap();
    let without_properties = changed(&written, |name, content| match name {
        "docProps/custom.xml" => None,
        "_rels/.rels" | "[Content_Types].xml" => {
            let text = String::from_utf8(content).unwrap();
            let parts: Vec<&str> = text.split_inclusive("/>").collect();
            let left = parts.into_iter().filter(|part| !part.contains("docProps/custom.xml"));
            Some(left.collect::<String>().into_bytes())
        }
        _ => Some(content),
    });
    assert_comes_back(&document, &without_properties);
    let strings = "xl/sharedStrings.xml";
    let plain_head = replaced(&written, strings, "Traduction (fa-AF)", "Traduction");
    assert_comes_back(&document, &plain_head);
    let other = replaced(&written, strings, "Traduction (fa-AF)", "Traduction (ar)");
    assert_eq!(
        fault(&other),
        (
            "this file was made for `fa-AF`, and says now `ar`".to_owned(),
            "a.xlsx, fa-AF!D5".to_owned()
        )
    );
}

#[test]
fn formatted_words_are_taken_with_a_warning() {
    let bold = Format::new().set_bold();
    let plain = Format::new();
    let bytes = workbook(|sheet| {
        heads(sheet, 0);
        text_row(sheet, 1, ["a", "b", ""]);
        text_row(sheet, 2, ["c", "d", "no bold words"]);
        sheet
            .write_rich_string(1, 2, &[(&plain, "R&D "), (&bold, "<now>"), (&plain, " é")])
            .unwrap();
    });
    assert_eq!(
        fault(&bytes),
        (
            "some words of this cell are bold, italic or underlined, which is lost".to_owned(),
            "a.xlsx, Sheet1!C2".to_owned()
        )
    );
    let report = Report::new();
    let returned = read("a.xlsx", &bytes, &report).unwrap();
    assert!(!report.has_errors());
    assert_eq!(returned.units[0].target, "R&D <now> é");
    assert_eq!(faults(report).len(), 1);
}

#[test]
fn other_files_are_refused_by_what_they_are() {
    let ods = {
        let mut out = ZipWriter::new(Cursor::new(Vec::new()));
        out.start_file("mimetype", SimpleFileOptions::default()).unwrap();
        out.write_all(b"application/vnd.oasis.opendocument.spreadsheet").unwrap();
        out.finish().unwrap().into_inner()
    };
    let zip = {
        let mut out = ZipWriter::new(Cursor::new(Vec::new()));
        out.start_file("a.txt", SimpleFileOptions::default()).unwrap();
        out.finish().unwrap().into_inner()
    };
    let good = write(&document(&["a"])).unwrap();
    let xls = [&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1][..], &[0; 600]].concat();
    let mut bent = good.clone();
    bent[60] ^= 0xFF;
    for (bytes, what) in [
        (&b"id;translation\n"[..], "is no Excel workbook (.xlsx)"),
        (b"", "is no Excel workbook (.xlsx)"),
        (b"PK\x03\x04", "is damaged or not whole"),
        (&xls, "is an old Excel file (.xls), or one with a password"),
        (&ods, "is a file of LibreOffice (.ods)"),
        (&zip, "is no Excel workbook (.xlsx)"),
        (&good[..good.len() / 2], "is damaged or not whole"),
        (&good[..good.len() - 1], "is damaged or not whole"),
        (&bent, "is damaged or not whole"),
        (&workbook(|sheet| _ = sheet.write_string(0, 0, "Id").unwrap()), "has no sheet with texts"),
    ] {
        assert_eq!(fault(bytes).0, format!("`a.xlsx` {what}"));
    }
    let mut two = Workbook::new();
    heads(two.add_worksheet(), 0);
    heads(two.add_worksheet(), 3);
    assert_eq!(
        fault(&two.save_to_buffer().unwrap()).0,
        "`a.xlsx` has several sheets with texts: `Sheet1`, `Sheet2`"
    );
}

#[test]
fn bombs_are_refused() {
    let good = write(&document(&["a"])).unwrap();
    let large = changed(&good, |name, content| match name {
        SHEET => Some(vec![b' '; 101 << 20]),
        _ => Some(content),
    });
    assert!(large.len() < 1 << 20, "{}", large.len());
    assert!(fault(&large).0.contains("far too large"));
    // The same, with a size that is a lie: where it says how large the part is, in both lists of the archive.
    let size = u32::try_from(101 << 20).unwrap().to_le_bytes();
    let mut lying = large.clone();
    let mut number = 0;
    for at in 0..lying.len() - 4 {
        if lying[at..at + 4] == size {
            lying[at..at + 4].copy_from_slice(&1000_u32.to_le_bytes());
            number += 1;
        }
    }
    assert!(number >= 1);
    let lie = fault(&lying).0;
    assert!(lie.contains("far too large") || lie.contains("damaged"), "{lie}");
    // A cell far away, and a table that claims to be large.
    let far = replaced(
        &good,
        SHEET,
        "<row r=\"6\"",
        "<row r=\"1048576\"><c r=\"XFD1048576\" t=\"b\"><v>1</v></c></row><row r=\"6\"",
    );
    assert_eq!(returned(&far).units.len(), 1);
    let claims = changed(&good, |name, content| {
        if name != "xl/sharedStrings.xml" {
            return Some(content);
        }
        let text = String::from_utf8(content).unwrap();
        let (head, tail) = text.split_once("uniqueCount=\"").unwrap();
        let (_, tail) = tail.split_once('"').unwrap();
        Some(format!("{head}uniqueCount=\"9999999999999\"{tail}").into_bytes())
    });
    assert!(fault(&claims).0.contains("damaged"));
    let entities = replaced(
        &good,
        "xl/sharedStrings.xml",
        "<sst ",
        "<!DOCTYPE sst [<!ENTITY a SYSTEM \"file:///etc/passwd\"><!ENTITY b \"&a;&a;\">]><sst ",
    );
    let entities = replaced(&entities, "xl/sharedStrings.xml", "One ", "&b;&a; ");
    let report = Report::new();
    let read = read("a.xlsx", &entities, &report);
    assert!(read.is_err() || !format!("{read:?}").contains("root:"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn every_text_comes_back(texts in proptest::collection::vec("[^\0-\u{9}\u{B}-\u{1F}\u{7F}\u{FFFE}\u{FFFF}]{0,40}[a-z]", 1..4)) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let document = document(&texts);
        assert_comes_back(&document, &write(&document).unwrap());
    }

    #[test]
    fn whatever_is_read_is_read_to_the_end(at in 0..10_000_usize, byte in any::<u8>()) {
        let mut bytes = write(&document(&["a"])).unwrap();
        let at = at % bytes.len();
        bytes[at] = byte;
        let report = Report::new();
        if read("a.xlsx", &bytes, &report).is_err() {
            prop_assert!(report.has_errors());
        }
    }
}
