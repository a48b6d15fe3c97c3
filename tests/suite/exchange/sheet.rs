//! Texts go out as a sheet, and come back from Excel's kin.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _, Write as _};

use calamine::{Data, Reader as _, Xlsx, open_workbook};
use snapbox::str;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::exchange::shared::{DUTCH, export, import, import_clean, trees};
use crate::support::outside::{output, outside, python};
use crate::support::{REPOSITORY, Sandbox};

/// The names of the cells for translations, by id.
fn cells(file: &str) -> BTreeMap<String, String> {
    let mut workbook: Xlsx<_> = open_workbook(file).unwrap();
    let sheet = workbook.sheet_names().remove(0);
    let cells = workbook.worksheet_range(&sheet).unwrap();
    let text = |cell: &Data| cell.to_string();
    let is_heads = |row: &&[Data]| row.iter().any(|cell| text(cell).starts_with("Id ("));
    let heads = cells.rows().find(is_heads).unwrap();
    // The heads are the same in every language that the projects are written in.
    let translation = ["Translation (", "Traduction (", "Vertaling ("];
    let column = heads
        .iter()
        .position(|head| translation.iter().any(|begin| text(head).starts_with(begin)))
        .unwrap();
    let letter = char::from(b'A' + u8::try_from(column).unwrap());
    let rows = cells.rows().enumerate();
    rows.map(|(row, cells)| (text(&cells[0]), format!("{letter}{}", row + 1))).collect()
}

/// Changes the cells for translations: `cell` makes one of its name and its style.
#[track_caller]
fn change(file: &str, ids: &[&str], cell: impl Fn(&str, &str, &str) -> String) {
    let cells = cells(file);
    let bytes = std::fs::read(file).unwrap();
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        if name == "xl/worksheets/sheet1.xml" {
            let mut sheet = String::from_utf8(content).unwrap();
            for id in ids {
                let begin = format!("<c r=\"{}\" s=\"", cells[*id]);
                let start = sheet.find(&begin).unwrap();
                let (style, rest) = sheet[start + begin.len()..].split_once('"').unwrap();
                let is_empty = rest.starts_with("/>");
                let end = if is_empty {
                    rest.find("/>").unwrap() + 2
                } else {
                    rest.find("</c>").unwrap() + 4
                };
                let new = cell(id, &cells[*id], style);
                sheet = format!("{}{new}{}", &sheet[..start], &rest[end..]);
            }
            content = sheet.into_bytes();
        }
        out.start_file(name, SimpleFileOptions::default()).unwrap();
        out.write_all(&content).unwrap();
    }
    std::fs::write(file, out.finish().unwrap().into_inner()).unwrap();
}

/// Writes translations into the sheet, by id, as strings within the cells.
#[track_caller]
pub(crate) fn fill(file: &str, texts: &BTreeMap<String, &str>) {
    let ids: Vec<&str> = texts.keys().map(String::as_str).collect();
    change(file, &ids, |id, name, style| {
        let text = texts[id].replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        format!(
            "<c r=\"{name}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>"
        )
    });
}

/// Messages of a project, each with what a translator makes of it: what spreadsheets take for something else.
const TYPED: [(&str, &str, &str); 9] = [
    ("made-formula", "Formula", "=HYPERLINK(\"x\")"),
    ("made-phone", "Phone 0800 30 030", "0800 30 030"),
    ("made-zeros", "Zeros 00123", "00123"),
    ("made-day", "Day 3-5", "3-5"),
    ("made-quote", "In the morning open", "'s ochtends open"),
    ("made-path", "Path", "C:\\new\\table \"x\" end\\"),
    ("made-lines", "One\n\ntwo", "Een\n\n{\"*\"} ster\n{\"[\"}haak]\n{\".\"}punt"),
    ("made-markup", "<b>Call</b> <em>now</em>", "<b>Bel</b> R&D &amp; &lt;i&gt; <em>nu</em> ]]>"),
    ("made-letters", "Letters", "👩\u{200D}👩\u{200D}👧 e\u{301} _x_ « x »\u{A0}!"),
];

/// A project with those messages.
fn project() -> Sandbox {
    let sandbox = Sandbox::of("small");
    let text: String = TYPED
        .iter()
        .map(|(id, source, _)| format!("{id} =\n    {}\n", source.replace('\n', "\n    ")))
        .collect();
    sandbox.append("translations/en/note.ftl", &text);
    sandbox
}

/// Makes sure that the project says what was typed.
#[track_caller]
fn assert_typed(sandbox: &Sandbox) {
    let by_hand = project();
    by_hand.write(DUTCH, by_hand.read(DUTCH));
    let text: String = TYPED
        .iter()
        .map(|(id, _, typed)| format!("{id} =\n    {}\n", typed.replace('\n', "\n    ")))
        .collect();
    by_hand.append(DUTCH, &text);
    assert_eq!(trees(sandbox, "note", "nl"), trees(&by_hand, "note", "nl"));
}

/// Lets openpyxl check the sheet, write what was typed, and save it.
fn typed_with_openpyxl(file: &str) -> bool {
    let Some(mut python) = python() else { return false };
    python.arg(format!("{REPOSITORY}/tests/suite/exchange/sheet.py")).arg(file);
    for (id, _, typed) in TYPED {
        python.args([id, typed]);
    }
    output(&mut python);
    true
}

#[test]
fn openpyxl_opens_fills_in_and_saves() {
    let sandbox = project();
    let file = export(&sandbox, "nl", "xlsx");
    if typed_with_openpyxl(&file) {
        let ran = import(&sandbox, &[&file]);
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        assert_typed(&sandbox);
    }
}

/// Lets LibreOffice open a file and save it in another format; `None` if it is not installed.
fn saved_by_libreoffice(
    sandbox: &Sandbox,
    file: &str,
    format: &str,
    folder: &str,
) -> Option<String> {
    let mut soffice = outside("soffice")?;
    let profile = sandbox.beside("profile");
    let folder = sandbox.beside(folder);
    let profile = format!("-env:UserInstallation=file://{}", profile.display());
    soffice.args(["--headless", &profile, "--convert-to", format, "--outdir"]).arg(&folder);
    output(soffice.arg(file));
    let name = std::path::Path::new(file).with_extension(format);
    let saved = folder.join(name.file_name().unwrap());
    assert!(saved.exists(), "{}", saved.display());
    Some(saved.to_str().unwrap().to_owned())
}

#[test]
fn libreoffice_saves_it_again_and_it_is_still_read() {
    let sandbox = project();
    let file = export(&sandbox, "nl", "xlsx");
    if !typed_with_openpyxl(&file) {
        return;
    }
    let Some(again) = saved_by_libreoffice(&sandbox, &file, "xlsx", "again") else { return };
    let ran = import(&sandbox, &[&again]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert_typed(&sandbox);
    // Through LibreOffice's own format.
    let sandbox = project();
    let ods = saved_by_libreoffice(&sandbox, &file, "ods", "ods").unwrap();
    let ran = import(&sandbox, &[&ods]);
    assert_eq!(ran.code, 1);
    assert!(ran.stderr.contains("is a file of LibreOffice (.ods)"), "{}", ran.stderr);
    let back = saved_by_libreoffice(&sandbox, &ods, "xlsx", "back").unwrap();
    let ran = import(&sandbox, &[&back]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert_typed(&sandbox);
}

#[test]
fn libreoffice_changes_nothing_in_a_sheet_from_right_to_left() {
    let sandbox = Sandbox::shipped();
    let file = export(&sandbox, "ar", "xlsx");
    let before = sandbox.read("translations/ar/partner-violence.ftl");
    let Some(again) = saved_by_libreoffice(&sandbox, &file, "xlsx", "again") else { return };
    let ran = import(&sandbox, &[&again]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(ran.stdout.contains(" as before") && !ran.stdout.contains("changed"), "{}", ran.stdout);
    assert_eq!(sandbox.read("translations/ar/partner-violence.ftl"), before);
}

#[test]
fn what_a_spreadsheet_made_of_a_text_is_refused_at_its_cell() {
    let sandbox = Sandbox::of("small");
    let before = sandbox.read(DUTCH);
    let file = export(&sandbox, "nl", "xlsx");
    change(&file, &["shop-pay", "cover-title"], |id, name, style| match id {
        "shop-pay" => format!("<c r=\"{name}\" s=\"{style}\"><v>80030030</v></c>"),
        _ => format!("<c r=\"{name}\" s=\"{style}\" t=\"str\"><f>\"a\"&amp;\"b\"</f><v>ab</v></c>"),
    });
    let ran = import(&sandbox, &[&file]);
    ran.assert(
        1,
        str![[r#"
error: this cell holds a number, and no text
 --> note-nl.xlsx, nl!C15:1:1
  |
1 | 80030030
  | ^^^^^^^^
  |
  = help: set the format of the cell to text, and write what it should say

error: this cell holds a formula, and no text
 --> note-nl.xlsx, nl!C8:1:1
  |
1 | ab
  | ^^
  |
  = help: set the format of the cell to text, and write what it should say
"#]],
    );
    assert_eq!(sandbox.read(DUTCH), before);
}

#[test]
fn a_file_that_is_cut_off_changes_nothing() {
    let sandbox = Sandbox::of("small");
    let before = sandbox.read(DUTCH);
    let file = export(&sandbox, "nl", "xlsx");
    fill(&file, &[("shop-pay".to_owned(), "Betaal.")].into());
    let bytes = std::fs::read(&file).unwrap();
    for length in [bytes.len() - 1, bytes.len() / 2, 30] {
        std::fs::write(&file, &bytes[..length]).unwrap();
        let ran = import(&sandbox, &[&file]);
        assert_eq!(ran.code, 1, "{}", ran.stdout);
        assert!(ran.stderr.contains("is damaged or not whole"), "{}", ran.stderr);
        assert_eq!(sandbox.read(DUTCH), before);
    }
    std::fs::write(&file, &bytes).unwrap();
    import_clean(&sandbox, &[&file]);
    assert!(sandbox.read(DUTCH).contains("shop-pay = Betaal."));
}
