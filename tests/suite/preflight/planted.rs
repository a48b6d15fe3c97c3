//! Faults that are planted in what the project itself builds, each found by its rule.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::{FILES, asked, broken, judge, rows, script, text};
use crate::support::outside::{output, python};
use crate::support::shipped::{BROCHURE, shipped};

#[test]
fn each_fault_that_is_planted_in_a_built_file_is_found() {
    let Some(sandbox) = FILES.as_ref() else { return };
    let Some(mut planter) = python() else { return };
    let folder = sandbox.beside("planted");
    let built = shipped().path(&shipped().folder_of(BROCHURE));
    output(planter.arg(script("planted.py")).arg(&folder).arg(built));
    let planted = rows(sandbox, "../planted/planted.json");
    let kinds: BTreeSet<String> = planted.iter().map(|row| text(row, "rule")).collect();
    assert!(kinds.len() > 35, "{kinds:?}");
    let sound = |row: &Value| json!({ "file": row["from"], "target": row["target"] });
    let unharmed: Vec<Value> = planted.iter().map(sound).collect();
    let judged = judge(sandbox, &[planted.clone(), unharmed.clone()].concat());
    let found = |row: &Value| -> BTreeMap<String, String> { broken(&judged[&asked(row)]) };
    let mut wrong = Vec::new();
    for (row, sound) in planted.iter().zip(&unharmed) {
        let (rule, found, before) = (text(row, "rule"), found(row), found(sound));
        if !found.contains_key(&rule) {
            wrong.push(format!("{}: `{rule}` is not found: {found:?}", row["file"]));
        }
        if !before.is_empty() {
            wrong.push(format!("{}, unharmed: {before:?}", sound["file"]));
        }
    }
    wrong.sort();
    wrong.dedup();
    assert!(wrong.is_empty(), "{} expectations fail:\n{}", wrong.len(), wrong.join("\n"));
}
