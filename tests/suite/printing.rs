//! What becomes of what is printed: where it goes, and what happens when nothing can be written there.

use std::fs::{File, OpenOptions};
use std::process::{Command, Stdio};

use snapbox::str;

use crate::support::Sandbox;

/// Every command that ends by itself, in each format that it has; `sheet.pdf` is there.
const COMMANDS: [&[&str]; 24] = [
    &["build"],
    &["build", "--explain", "--timings"],
    &["build", "--format", "json"],
    &["check"],
    &["check", "--format", "json"],
    &["list"],
    &["list", "--long"],
    &["list", "--format", "json"],
    &["list", "--checks"],
    &["list", "--checks", "--format", "json"],
    &["list", "--icons"],
    &["list", "--icons", "--format", "json"],
    &["typst", "note", "--lang", "en", "--edition", "short", "--output", "written"],
    &["impose", "sheet.pdf", "--scheme", "n-up", "--output", "imposed.pdf"],
    &["preflight", "sheet.pdf"],
    &["preflight", "sheet.pdf", "--format", "json"],
    &["preflight", "--rules"],
    &["preflight", "--rules", "--format", "json"],
    &["completions", "bash"],
    &["man"],
    &["clean"],
    &["clean", "--format", "json"],
    &["--help"],
    &["--version"],
];

/// A project, and a PDF that it made.
fn project() -> Sandbox {
    let sandbox = Sandbox::of("small");
    assert_eq!(sandbox.run(&["build", "--lang", "en"]).code, 0);
    let made = sandbox.files("output").into_iter().find(|path| path.ends_with(".pdf")).unwrap();
    sandbox.write("sheet.pdf", sandbox.read_bytes(&made));
    sandbox
}

/// A file that takes nothing, as on a full disk.
fn full() -> Option<File> {
    OpenOptions::new().write(true).open("/dev/full").ok()
}

#[test]
fn what_cannot_be_printed_is_told_and_no_panic() {
    let sandbox = project();
    for command in COMMANDS {
        let Some(full) = full() else {
            eprintln!("left out: there is no /dev/full");
            return;
        };
        let output = sandbox.program().args(command).stdout(full).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{command:?}");
        let stderr = String::from_utf8(output.stderr).unwrap();
        // What clap prints itself, help and version, it tells by the code alone.
        if !command[0].starts_with("--") {
            let last = stderr.trim_end().lines().next_back().unwrap();
            assert_eq!(
                last,
                "error: can't write to the standard output: No space left on device (os error 28)",
                "{command:?}"
            );
        }
    }
}

#[test]
fn where_reports_cannot_be_printed_the_code_tells() {
    let sandbox = Sandbox::of("small");
    sandbox.replace("brochures/note/brochure.toml", "panels = 2", "panels = 4");
    let Some(full) = full() else { return };
    let output = sandbox.program().arg("check").stderr(full).output().unwrap();
    assert_eq!(output.status.code(), Some(2), "{output:?}");
}

#[test]
fn a_reader_that_goes_is_no_fault() {
    let sandbox = project();
    for command in COMMANDS {
        let mut child = sandbox
            .program()
            .args(command)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        // The file that is judged was made for the screen, and passes; so does the project.
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert_eq!((output.status.code(), stderr.as_ref()), (Some(0), ""), "{command:?}");
    }
}

#[test]
fn reports_for_people_go_to_the_standard_error_and_nothing_else_does() {
    let sandbox = Sandbox::of("small");
    sandbox.replace("brochures/note/brochure.toml", "panels = 2", "panels = 4");
    for command in [&["build"][..], &["check"], &["list", "--long"]] {
        let ran = sandbox.run(command);
        assert!(!ran.stdout.contains("error:") && !ran.stdout.contains("-->"), "{ran:?}");
        if command != ["list", "--long"] {
            assert!(ran.stderr.contains("error"), "{ran:?}");
            assert!(ran.stdout.contains("1 error"), "{ran:?}");
        }
        let ran = sandbox.run(&[command, &["--format", "json"]].concat());
        assert_eq!(ran.stderr, "", "a program reads one stream");
        serde_json::from_str::<serde_json::Value>(&ran.stdout).unwrap();
    }
}

/// What bash offers behind these words in the folder of the project. `None` without bash.
fn offered(sandbox: &Sandbox, words: &[&str]) -> Option<String> {
    let script = r#"
        feuillet() { "$PROGRAM" "$@"; }
        source <(feuillet completions bash | sed 's|"feuillet" --|"$PROGRAM" --|')
        COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_TYPE=9
        _clap_complete_feuillet feuillet "${!#}" 2>/dev/null
        printf '%s ' "${COMPREPLY[@]}"
    "#;
    let ran = Command::new("bash")
        .args(["-c", script, "bash"])
        .args(words)
        .env("PROGRAM", sandbox.program().get_program())
        .current_dir(sandbox.root())
        .output()
        .ok()?;
    Some(String::from_utf8(ran.stdout).unwrap().trim_end().to_owned())
}

#[test]
fn arguments_complete_from_the_project() {
    let sandbox = Sandbox::of("small");
    for (words, wanted) in [
        (&["feuillet", "build", "--lang", ""][..], "en nl"),
        (&["feuillet", "check", "--lang", "n"], "nl"),
        (&["feuillet", "build", "--lang", "en,"], "en,en en,nl"),
        (&["feuillet", "build", "--edition", ""], "short"),
        (&["feuillet", "watch", "note", "--profile", "pr"], "print proof"),
        (&["feuillet", "typst", "n"], "note"),
        (&["feuillet", "list", "n"], "note"),
    ] {
        let Some(found) = offered(&sandbox, words) else {
            eprintln!("left out: there is no bash");
            return;
        };
        assert_eq!(found, wanted, "{words:?}");
    }
    // A brochure with a fault completes as far as it can be read, and nothing is printed into the line.
    sandbox.replace("brochures/note/brochure.toml", "panels = 2", "panels = \"two\"");
    assert_eq!(offered(&sandbox, &["feuillet", "build", "--lang", ""]).unwrap(), "en nl");
    sandbox.write("brochures/note/brochure.toml", "languages = [");
    assert_eq!(offered(&sandbox, &["feuillet", "build", "--lang", ""]).unwrap(), "");
}

#[test]
fn completions_are_those_of_the_shell() {
    for (shell, words) in [
        ("bash", "complete -o nospace"),
        ("zsh", "#compdef feuillet"),
        ("fish", "complete --keep-order --exclusive --command feuillet"),
        ("elvish", "edit:completion:arg-completer[feuillet]"),
        ("powershell", "Register-ArgumentCompleter"),
    ] {
        let ran = Sandbox::empty().run(&["completions", shell]);
        assert_eq!(ran.code, 0);
        assert!(ran.stdout.contains(words), "{shell}: {}", ran.stdout);
    }
    assert_eq!(Sandbox::empty().run(&["completions", "tcsh"]).code, 2);
}

#[test]
fn what_is_known_is_told_in_the_right_number() {
    let sandbox = Sandbox::of("small");
    sandbox.run(&["check", "--lang", "zh"]).assert(
        2,
        str![[r#"
error: no language `zh`
 |
 = help: languages are `en` and `nl`
"#]],
    );
    sandbox.run(&["check", "--edition", "zebra"]).assert(
        2,
        str![[r#"
error: no edition `zebra`
 |
 = help: the only edition is `short`
"#]],
    );
}
