//! Each rule is broken by one file and not by another, and places and figures are where and what they are.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{FILES, asked, broken, judge, program, rows, text, texts};
use crate::support::outside::output;

/// The list of expectations.
const MANIFEST: &str = "manifest.json";

#[test]
fn every_rule_has_a_file_that_breaks_it_and_one_that_does_not() {
    let Some(sandbox) = FILES.as_ref() else { return };
    let (listed, _) =
        output(program(sandbox.root()).args(["preflight", "--rules", "--format", "json"]));
    let listed: Value = serde_json::from_str(&listed).unwrap();
    let listed: BTreeSet<String> =
        listed["rules"].as_array().unwrap().iter().map(|rule| text(rule, "id")).collect();
    assert!(listed.len() > 90, "{listed:?}");
    let rows = rows(sandbox, MANIFEST);
    for found in [true, false] {
        let of_kind = rows.iter().filter(|row| row["found"] == found);
        let shown: BTreeSet<String> = of_kind.map(|row| text(row, "rule")).collect();
        let missing: Vec<_> = listed.difference(&shown).collect();
        assert!(missing.is_empty(), "no row whose `found` is {found} for {missing:?}");
        let unknown: Vec<_> = shown.difference(&listed).collect();
        assert!(unknown.is_empty(), "rows for rules that are not there: {unknown:?}");
    }
}

#[test]
fn each_file_breaks_its_rule_and_no_other() {
    let Some(sandbox) = FILES.as_ref() else { return };
    let rows = rows(sandbox, MANIFEST);
    let judged = judge(sandbox, &rows);
    let mut wrong = Vec::new();
    for row in &rows {
        let (file, target, _) = asked(row);
        let (rule, also) = (text(row, "rule"), texts(row, "also"));
        let broken = broken(&judged[&asked(row)]);
        let wanted = row["found"] == true;
        if broken.contains_key(&rule) != wanted {
            let verdict = if wanted { "is not found" } else { "is found" };
            wrong.push(format!("{file}, {target}: `{rule}` {verdict}: {broken:?}"));
        }
        let others = broken.iter().filter(|(other, _)| **other != rule && !also.contains(other));
        let others: Vec<_> = others.map(|(other, words)| format!("`{other}`: {words}")).collect();
        if !also.iter().any(|other| other == "*") && !others.is_empty() {
            wrong.push(format!("{file}, {target}: beside `{rule}` {others:?}"));
        }
    }
    wrong.sort();
    wrong.dedup();
    assert!(wrong.is_empty(), "{} expectations fail:\n{}", wrong.len(), wrong.join("\n"));
}

/// The report of a file for the print shop.
fn printed(file: &str) -> Option<Value> {
    let sandbox = FILES.as_ref()?;
    let row = serde_json::json!({ "file": file, "target": "print" });
    let judged = judge(sandbox, std::slice::from_ref(&row));
    Some(judged[&asked(&row)].clone())
}

#[track_caller]
fn near(found: &Value, wanted: f64, by: f64) {
    let number = found.as_f64().unwrap_or_else(|| panic!("{found} is no number"));
    assert!((number - wanted).abs() <= by, "{number} instead of {wanted}");
}

#[test]
fn figures_of_pages_are_told_whether_or_not_they_are_good() {
    let Some(report) = printed("good.print.pdf") else { return };
    assert_eq!(report["passes"], true);
    assert_eq!(report["target_found"], false);
    assert_eq!(texts(&report, "claims"), ["PDF/X-4"]);
    let pages = report["pages"].as_array().unwrap();
    assert_eq!(pages.len(), 4);
    for (index, page) in pages.iter().enumerate() {
        assert_eq!(page["page"], index + 1);
        near(&page["width"], 105.0, 0.01);
        near(&page["height"], 148.0, 0.01);
        // 90 samples on 20 points.
        near(&page["resolution"], 324.0, 0.5);
    }
    // The blue of the title has 150 %; black over the ground has 130 %; no spot of the picture has so much.
    near(&pages[0]["ink"], 150.0, 3.0);
    let Some(report) = printed("ink-limit.bad.pdf") else { return };
    near(&report["pages"][0]["ink"], 340.0, 3.0);
    let Some(report) = printed("ink-limit.multiplied.bad.pdf") else { return };
    // 1 - (1 - 0.9)(1 - 0.5) of cyan, and so on: 95, 91, 82 and 80 %.
    near(&report["pages"][0]["ink"], 348.0, 4.0);
}

#[test]
fn places_are_told_in_millimetres_from_the_corner_of_the_trim() {
    let Some(report) = printed("colour-rgb.light.plain.bad.pdf") else { return };
    assert_eq!(report["passes"], false);
    let findings = report["findings"].as_array().unwrap();
    let finding = findings.iter().find(|finding| finding["rule"] == "colour-rgb").unwrap();
    assert_eq!(finding["severity"], "error");
    assert_eq!(finding["group"], "colour");
    let places = finding["places"].as_array().unwrap();
    assert_eq!((places.len(), &places[0]["page"]), (1, &Value::from(1)));
    // A square of 40 points at 80 and 300 on the sheet, whose trim begins at 36 and 36.
    let millimetres = |points: f64| points * 25.4 / 72.0;
    for (side, points) in [("x0", 44.0), ("y0", 264.0), ("x1", 84.0), ("y1", 304.0)] {
        near(&places[0]["area"][side], millimetres(points), 0.1);
    }
}

#[test]
fn the_target_is_found_from_the_file() {
    let Some(sandbox) = FILES.as_ref() else { return };
    for target in ["print", "screen"] {
        let file = format!("good.{target}.pdf");
        let mut command = program(sandbox.root());
        let (report, _) = output(command.args(["preflight", "--format", "json", &file]));
        let report: Value = serde_json::from_str(&report).unwrap();
        assert_eq!(report["files"][0]["target"], target);
        assert_eq!(report["files"][0]["target_found"], true);
    }
}
