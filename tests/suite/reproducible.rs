//! The same input gives the same bytes, wherever and however it is built.

use std::collections::BTreeMap;
use std::process::Command;

use serde_json::Value;

use crate::support::Sandbox;
use crate::support::shipped::{BROCHURE, Promised, promised, shipped};

/// Makes sure that a build of the shipped project in a folder of its own, which is told what to make and where it runs,
/// makes these files as the build that all tests share has made them, and describes them in the same way.
#[track_caller]
fn assert_same(languages: &[&str], editions: &[&str], prepare: impl FnOnce(&mut Command)) {
    let sandbox = Sandbox::shipped();
    let mut program = sandbox.program();
    program.args(["build", "--lang", &languages.join(","), "--edition", &editions.join(",")]);
    prepare(&mut program);
    let done = program.output().unwrap();
    assert!(done.status.success(), "{done:?}");
    let is_chosen =
        |file: &Promised| languages.contains(&file.language) && editions.contains(&file.edition);
    let chosen = promised().into_iter().filter(is_chosen);
    let paths: Vec<String> = chosen.map(|file| file.path()).collect();
    assert_eq!(sandbox.pdfs(BROCHURE), paths);
    let bytes = |project: &Sandbox, path: &String| {
        project.read_bytes(&format!("{}/{path}", project.folder_of(BROCHURE)))
    };
    let differ: Vec<&String> =
        paths.iter().filter(|path| bytes(&sandbox, path) != bytes(shipped(), path)).collect();
    assert_eq!(differ, [""; 0]);
    let rows = |project: &Sandbox| -> Vec<Value> {
        let rows = project.manifest(BROCHURE)["files"].as_array().unwrap().clone();
        rows.into_iter().filter(|row| paths.iter().any(|path| row["path"] == **path)).collect()
    };
    assert_eq!(rows(&sandbox).len(), paths.len());
    assert_eq!(rows(&sandbox), rows(shipped()));
}

#[test]
fn another_folder_zone_locale_home_and_number_of_threads_change_nothing() {
    // One language from left to right and one from right to left, in every edition and for every profile.
    assert_same(&["fr", "ar"], &["short", "full", "large", "card"], |program| {
        program.args(["--jobs", "4"]).env("TZ", "Pacific/Kiritimati").env("LC_ALL", "tr_TR.UTF-8");
        program.env("HOME", "/nowhere").env("SOURCE_DATE_EPOCH", "86400").env("LANG", "ar");
    });
}

#[test]
fn a_single_thread_changes_nothing() {
    assert_same(&["nl", "ru"], &["short", "card"], |program| {
        program.args(["--jobs", "1"]).env("TZ", "UTC").env("LC_ALL", "C");
    });
}

#[test]
fn a_second_run_writes_the_same_bytes() {
    let sandbox = Sandbox::of("neighbours");
    sandbox.build_clean();
    let read = || {
        let files = sandbox.files("output").into_iter();
        let files = files.filter(|path| !path.contains("/.feuillet/"));
        files.map(|path| (path.clone(), sandbox.read_bytes(&path))).collect::<BTreeMap<_, _>>()
    };
    let first = read();
    let ran = sandbox.run(&["build", "--force"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert!(first == read(), "the second run differs");
}
