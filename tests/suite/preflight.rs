//! The preflight, proven on files that we did not write: for every rule one that breaks it and one that does not, files of
//! other programs, and files of nobody's good will.

mod command;
mod hostile;
mod ink;
mod mutated;
mod others;
mod planted;
mod resolutions;
mod rules;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;

use serde_json::Value;

use crate::support::outside::{output, python};
use crate::support::{REPOSITORY, Sandbox};

/// The files, made once for all tests; `None` without Python.
static FILES: LazyLock<Option<Sandbox>> = LazyLock::new(|| {
    let sandbox = Sandbox::empty();
    output(python()?.arg(script("make.py")).arg(sandbox.root()));
    output(python()?.arg(script("others.py")).arg(sandbox.root()));
    Some(sandbox)
});

/// Where a script of ours is.
fn script(name: &str) -> String {
    format!("{REPOSITORY}/tests/suite/preflight/{name}")
}

/// What is asked of a file: its name, the target, and further options.
type Asked = (String, String, Vec<String>);

/// The entry of a row that is a text.
fn text(row: &Value, key: &str) -> String {
    row[key].as_str().unwrap_or_else(|| panic!("`{key}` in {row}")).to_owned()
}

/// The entry of a row that is a list of texts; empty if it is not there.
fn texts(row: &Value, key: &str) -> Vec<String> {
    let list = row[key].as_array().into_iter().flatten();
    list.map(|entry| entry.as_str().unwrap().to_owned()).collect()
}

/// The rows of a list of expectations.
fn rows(sandbox: &Sandbox, list: &str) -> Vec<Value> {
    let rows: Value = serde_json::from_str(&sandbox.read(list)).unwrap();
    rows.as_array().unwrap().clone()
}

/// What a row asks.
fn asked(row: &Value) -> Asked {
    (text(row, "file"), text(row, "target"), texts(row, "options"))
}

/// The program in a folder without a project.
fn program(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_feuillet"));
    command.current_dir(folder).env("NO_COLOR", "1").env_remove("CLICOLOR_FORCE");
    command
}

/// Judges files, those of one target and the same options in one run.
fn judge(sandbox: &Sandbox, rows: &[Value]) -> BTreeMap<Asked, Value> {
    let mut runs: BTreeMap<(String, Vec<String>), Vec<String>> = BTreeMap::new();
    for (file, target, options) in rows.iter().map(asked) {
        let files = runs.entry((target, options)).or_default();
        if !files.contains(&file) {
            files.push(file);
        }
    }
    let mut judged = BTreeMap::new();
    for ((target, options), files) in runs {
        let mut command = program(sandbox.root());
        command.args(["preflight", "--format", "json", "--target", &target]);
        let done = command.args(&options).args(&files).output().unwrap();
        let said = String::from_utf8_lossy(&done.stderr);
        assert!(matches!(done.status.code(), Some(0 | 1)), "{target}, {options:?}: {said}");
        let report: Value = serde_json::from_slice(&done.stdout)
            .unwrap_or_else(|error| panic!("{target}, {options:?}: {error}\n{said}"));
        let reports = report["files"].as_array().unwrap();
        assert_eq!(reports.len(), files.len(), "{target}, {options:?}");
        for (file, report) in files.into_iter().zip(reports) {
            assert!(text(report, "file").ends_with(&file), "{file}: {report}");
            judged.insert((file, target.clone(), options.clone()), report.clone());
        }
    }
    judged
}

/// The rules that a file breaks, each with the words of its first finding.
fn broken(report: &Value) -> BTreeMap<String, String> {
    let mut broken = BTreeMap::new();
    for finding in report["findings"].as_array().unwrap() {
        broken.entry(text(finding, "rule")).or_insert_with(|| text(finding, "found"));
    }
    broken
}
