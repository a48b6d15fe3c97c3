//! What the program prints: where it goes, and what happens where it can't go.

use std::fs::OpenOptions;
use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

use crate::support::Sandbox;
use crate::support::outside::outside;

/// A project, built, with its PDF beside it.
fn built() -> Sandbox {
    let sandbox = Sandbox::of("small");
    sandbox.build_clean();
    std::fs::copy(
        sandbox.path("output/note/nl/note-short-nl-screen-draft.pdf"),
        sandbox.path("a.pdf"),
    )
    .unwrap();
    sandbox
}

/// All commands that print, in each format.
const COMMANDS: [&[&str]; 19] = [
    &["build"],
    &["build", "--force", "--explain", "--timings"],
    &["build", "--format", "json"],
    &["check"],
    &["check", "--format", "json"],
    &["list"],
    &["list", "--long"],
    &["list", "--checks"],
    &["list", "--icons"],
    &["list", "--format", "json"],
    &["preflight", "a.pdf"],
    &["preflight", "a.pdf", "--format", "json"],
    &["preflight", "--rules"],
    &["impose", "a.pdf", "--scheme", "n-up", "--output", "b.pdf"],
    &["typst", "note", "--lang", "nl", "--edition", "short", "--output", "source"],
    &["completions", "bash"],
    &["man"],
    &["--help"],
    &["clean"],
];

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told_and_never_a_panic() {
    let sandbox = built();
    for command in COMMANDS {
        let full = OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output = sandbox.program().args(command).stdout(full).output().unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{command:?}: {told}");
        assert!(told.contains("can't write what is to be printed: the disk is full"), "{told}");
        assert!(!told.contains("panicked"), "{told}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn reports_that_can_not_be_told_are_no_panic() {
    let sandbox = built();
    sandbox.replace("translations/nl/note.ftl", "Betaal wat u wilt.", "Betaal { $yaers }.");
    for command in COMMANDS {
        let open = || OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output = sandbox.program().args(command).stderr(open()).output().unwrap();
        assert!(matches!(output.status.code(), Some(0..=2)), "{command:?}: {output:?}");
        // What could be said of the project was not.
        if command == ["check"] {
            assert_eq!(output.status.code(), Some(2));
        }
        let both = sandbox.program().args(command).stdout(open()).stderr(open()).status().unwrap();
        assert_eq!(both.code(), Some(2), "{command:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_reader_that_has_gone_ends_it_quietly() {
    let sandbox = built();
    for command in COMMANDS {
        let mut child = sandbox
            .program()
            .args(command)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // As `head` does, at once or after a line.
        let mut line = String::new();
        if command[0] != "build" {
            let mut lines = BufReader::new(child.stdout.take().unwrap());
            lines.read_line(&mut line).unwrap();
        } else {
            drop(child.stdout.take());
        }
        let output = child.wait_with_output().unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!((output.status.code(), told.as_str()), (Some(0), ""), "{command:?}");
    }
}

#[test]
fn reports_and_results_stay_apart() {
    let sandbox = built();
    for command in COMMANDS {
        let ran = sandbox.run(command);
        assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{command:?}: nothing is wrong");
        assert!(!ran.stdout.is_empty(), "{command:?}");
        let is_json = command.contains(&"json");
        assert_eq!(
            is_json,
            serde_json::from_str::<serde_json::Value>(&ran.stdout).is_ok(),
            "{command:?}"
        );
    }
    sandbox.replace("translations/nl/note.ftl", "Betaal wat u wilt.", "Betaal { $yaers }.");
    for command in ["build", "check", "list"] {
        let human = sandbox.run(&[command]);
        assert!(human.stderr.starts_with("error: unknown fact"), "{human:?}");
        assert!(!human.stdout.contains("yaers"), "{human:?}");
        let json = sandbox.run(&[command, "--format", "json"]);
        assert_eq!(json.stderr, "");
        serde_json::from_str::<serde_json::Value>(&json.stdout).unwrap();
    }
}

#[test]
fn lists_agree_in_number() {
    let sandbox = Sandbox::of("small");
    let two = sandbox.run(&["check", "--lang", "xx"]);
    assert!(two.stderr.contains("there are `en` and `nl`"), "{two:?}");
    let one = sandbox.run(&["check", "--edition", "zzz"]);
    assert!(one.stderr.contains("there is `short`"), "{one:?}");
}

/// What bash offers at the end of a line.
fn offered(sandbox: &Sandbox, line: &str) -> Vec<String> {
    let folder = std::path::Path::new(env!("CARGO_BIN_EXE_feuillet")).parent().unwrap();
    let path = std::env::join_paths(
        std::iter::once(folder.to_owned())
            .chain(std::env::split_paths(&std::env::var_os("PATH").unwrap())),
    )
    .unwrap();
    // As the shell calls it: words, the place of the cursor, and the function that was registered.
    let script = r#"
        source <(feuillet completions bash)
        read -ra COMP_WORDS <<< "$1"
        [[ "$1" == *' ' ]] && COMP_WORDS+=("")
        COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 ))
        COMP_LINE=$1 COMP_POINT=${#1} COMP_TYPE=9
        function=$(complete -p feuillet | sed -E 's/.*-F ([^ ]+).*/\1/')
        "$function" feuillet "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
        printf '%s\n' "${COMPREPLY[@]}"
    "#;
    let output = Command::new("bash")
        .args(["--norc", "-c", script, "bash", line])
        .env("PATH", path)
        .current_dir(sandbox.root())
        .output()
        .unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{line}");
    let lines = String::from_utf8(output.stdout).unwrap();
    lines.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

#[test]
fn bash_completes_from_the_project() {
    if outside("bash").is_none() {
        return;
    }
    let sandbox = Sandbox::of("small");
    for (line, wanted) in [
        ("feuillet check --lang ", &["en", "nl"][..]),
        ("feuillet check --lang n", &["nl"]),
        ("feuillet check --edition ", &["short"]),
        ("feuillet build --profile s", &["screen"]),
        ("feuillet list no", &["note"]),
        ("feuillet watch --lang e", &["en"]),
        ("feuillet typst note --edition s", &["short"]),
    ] {
        assert_eq!(offered(&sandbox, line), wanted, "{line}");
    }
    // Another project that the line names.
    let other = Sandbox::of("neighbours");
    let line = format!("feuillet check --project {} --lang a", other.root().display());
    assert_eq!(offered(&sandbox, &line), ["ar"]);
    // Outside of a project nothing is offered, and nothing is told.
    assert_eq!(offered(&Sandbox::empty(), "feuillet check --edition "), [""; 0]);
}
