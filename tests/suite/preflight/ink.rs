//! The most ink on a spot of each page, against what Ghostscript lays on.

use serde_json::{Value, json};

use super::{FILES, asked, judge, rows, script, text};
use crate::support::outside::{output, outside, python};
use crate::support::shipped::pdf_for;

/// How far figures may lie apart, in percent of one plate.
const APART: f64 = 3.0;
/// Files of the other suites, and how they are measured: by their inks alone, or with colours that become ink.
const OTHERS: [(&str, &str); 9] = [
    ("weasyprint.x-4.pdf", "light"),
    ("weasyprint.x-1a.pdf", "light"),
    ("ghostscript.x-3.pdf", "inks"),
    ("ghostscript.plain.pdf", "light"),
    ("latex.x-4.pdf", "inks"),
    ("typst.pdf", "light"),
    ("ink-limit.multiplied.bad.pdf", "inks"),
    ("ink-limit.hidden.good.pdf", "inks"),
    ("colour-rgb.picture.plain.bad.pdf", "light"),
];
/// Files of our own: edition and language.
const BUILT: [(&str, &str); 5] =
    [("short", "ar"), ("short", "tr"), ("full", "fr"), ("card", "ru"), ("card", "ar")];

/// The ink of each page as both say it: where a page has none, ours is 0.
fn pages(report: &Value, measured: &Value) -> Vec<(f64, f64)> {
    let (ours, theirs) =
        (report["pages"].as_array().unwrap(), measured["pages"].as_array().unwrap());
    assert_eq!(ours.len(), theirs.len(), "{report}");
    let ink = |page: &Value| page["ink"].as_f64().unwrap_or_else(|| panic!("no ink in {report}"));
    ours.iter().map(ink).zip(theirs.iter().map(|page| page.as_f64().unwrap())).collect()
}

#[test]
fn the_most_ink_of_each_page_is_what_ghostscript_lays_on() {
    let Some(sandbox) = FILES.as_ref() else { return };
    let ([Some(mut painter), Some(mut judge_of_ink)], Some(_)) =
        ([python(), python()], outside("gs"))
    else {
        return;
    };
    let painted = sandbox.beside("painted");
    output(painter.arg(script("painted.py")).arg(&painted));
    let made = rows(sandbox, "../painted/painted.json");
    let made = made.iter().map(|row| (painted.join(text(row, "file")), text(row, "how")));
    let others = OTHERS.map(|(file, how)| (sandbox.path(file), how.to_owned()));
    // A program that is not installed has made none.
    let others = others.into_iter().filter(|(path, _)| path.exists());
    let built = BUILT.map(|(edition, language)| pdf_for("print", edition, language));
    let built = built.into_iter().map(|path| (path, "inks".to_owned()));
    let asked_for: Vec<Value> = made
        .chain(others)
        .chain(built)
        .map(|(path, how)| json!({ "file": path.to_str().unwrap(), "target": "print", "how": how }))
        .collect();
    assert!(asked_for.len() > 70, "{} files", asked_for.len());
    sandbox.write("ink.json", Value::from(asked_for.clone()).to_string());
    let list = sandbox.path("ink.json");
    let (measured, _) = output(judge_of_ink.arg(script("ink.py")).arg(list));
    let measured: Value = serde_json::from_str(&measured).unwrap();
    let judged = judge(sandbox, &asked_for);
    let mut wrong = Vec::new();
    let mut highest: f64 = 0.0;
    for (row, measured) in asked_for.iter().zip(measured.as_array().unwrap()) {
        for (index, (ours, theirs)) in pages(&judged[&asked(row)], measured).into_iter().enumerate()
        {
            highest = highest.max(theirs);
            if (ours - theirs).abs() > APART {
                let page = index + 1;
                wrong.push(format!(
                    "{}, page {page}: {ours} %, Ghostscript {theirs} %",
                    row["file"]
                ));
            }
        }
    }
    assert!(highest > 300.0, "Ghostscript finds at most {highest} %");
    assert!(wrong.is_empty(), "{} pages differ:\n{}", wrong.len(), wrong.join("\n"));
}
