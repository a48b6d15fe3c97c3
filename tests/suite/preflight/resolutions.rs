//! Resolutions of pictures, against what poppler tells of them.

use serde_json::{Value, json};

use super::{FILES, asked, judge, rows, script, text};
use crate::support::outside::{output, outside, python};

#[test]
fn resolutions_are_what_poppler_tells() {
    let Some(sandbox) = FILES.as_ref() else { return };
    let (Some(mut maker), Some(_)) = (python(), outside("pdfimages")) else { return };
    let folder = sandbox.beside("resolutions");
    output(maker.arg(script("resolutions.py")).arg(&folder));
    let rows = rows(sandbox, "../resolutions/resolutions.json");
    assert!(rows.len() > 6, "{} files", rows.len());
    let path = |row: &Value| folder.join(text(row, "file")).to_str().unwrap().to_owned();
    let wanted: Vec<Value> = rows
        .iter()
        .map(|row| json!({ "file": path(row), "target": "print", "pages": row["pages"] }))
        .collect();
    let judged = judge(sandbox, &wanted);
    let (mut wrong, mut compared) = (Vec::new(), 0);
    for row in &wanted {
        let ours = judged[&asked(row)]["pages"].as_array().unwrap();
        let theirs = row["pages"].as_array().unwrap();
        assert_eq!(ours.len(), theirs.len(), "{row}");
        for (ours, theirs) in ours.iter().zip(theirs) {
            let (ours, theirs) = (ours["resolution"].as_f64(), theirs.as_f64());
            compared += usize::from(theirs.is_some());
            let agree = match (ours, theirs) {
                // Poppler rounds.
                (Some(ours), Some(theirs)) => (ours - theirs).abs() <= (theirs / 100.0).max(1.0),
                (ours, theirs) => ours.is_none() && theirs.is_none(),
            };
            if !agree {
                wrong.push(format!("{}: {ours:?}, poppler {theirs:?}", row["file"]));
            }
        }
    }
    assert!(compared > 15, "{compared} pages");
    assert!(wrong.is_empty(), "{} pages differ:\n{}", wrong.len(), wrong.join("\n"));
}
