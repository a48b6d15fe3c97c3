//! Hostile files: no crash, and bounded memory and time.

use serde_json::Value;

use super::{FILES, script, text};
use crate::support::outside::{output, python};

/// Seconds of the processor that a file may take.
const LONGEST: f64 = 20.0;
/// Megabytes that a file may take.
const MOST: u64 = 1500;

#[test]
fn hostile_files_end_with_a_verdict_in_bounded_time_and_memory() {
    let Some(sandbox) = FILES.as_ref() else { return };
    let Some(mut python_of_files) = python() else { return };
    let folder = sandbox.beside("hostile");
    let sample = sandbox.path("good.screen.pdf");
    output(python_of_files.arg(script("hostile.py")).arg(&folder).arg(sample));
    let Some(mut python_of_runs) = python() else { return };
    python_of_runs.arg(script("measure.py")).arg(&folder).arg(env!("CARGO_BIN_EXE_feuillet"));
    let (rows, _) = output(python_of_runs.args(["preflight", "--target", "print"]));
    let rows: Value = serde_json::from_str(&rows).unwrap();
    let rows = rows.as_array().unwrap();
    assert!(rows.len() > 100, "{} files", rows.len());
    let mut wrong = Vec::new();
    for row in rows {
        let verdict = matches!(row["code"].as_u64(), Some(1 | 2));
        let quick = row["seconds"].as_f64().unwrap() < LONGEST;
        let small = row["megabytes"].as_u64().unwrap() < MOST;
        if !verdict || !quick || !small || text(row, "said").contains("panicked") {
            wrong.push(row.to_string());
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}
