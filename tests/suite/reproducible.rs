//! The same input gives the same bytes, wherever and however it is built.

use std::collections::BTreeMap;

use crate::support::Sandbox;

/// All finished files of a run, by path.
fn built(prepare: impl FnOnce(&mut std::process::Command)) -> BTreeMap<String, Vec<u8>> {
    let sandbox = Sandbox::shipped();
    let mut program = sandbox.program();
    program.arg("build");
    prepare(&mut program);
    let done = program.output().unwrap();
    assert!(done.status.success(), "{done:?}");
    let files = sandbox.files("output").into_iter().filter(|path| !path.contains("/.feuillet/"));
    files.map(|path| (path.clone(), sandbox.read_bytes(&path))).collect()
}

#[test]
fn another_folder_zone_locale_home_and_number_of_threads_change_nothing() {
    let first = built(|program| {
        program.args(["--jobs", "1"]).env("TZ", "UTC").env("LC_ALL", "C");
    });
    assert_eq!(first.len(), 89, "eighty-eight PDFs and a manifest");
    let second = built(|program| {
        program.args(["--jobs", "4"]).env("TZ", "Pacific/Kiritimati").env("LC_ALL", "tr_TR.UTF-8");
        program.env("HOME", "/nowhere").env("SOURCE_DATE_EPOCH", "86400").env("LANG", "ar");
    });
    let differ: Vec<&String> = first
        .iter()
        .filter(|(path, bytes)| second.get(*path) != Some(bytes))
        .map(|(path, _)| path)
        .collect();
    assert_eq!(differ, [""; 0]);
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
