//! Tells whether the member crates stand without the program.

use std::collections::BTreeSet;
use std::process::Command;

/// The packages that a package needs, itself left out, by name.
fn dependencies(package: &str) -> BTreeSet<String> {
    let output = Command::new(env!("CARGO"))
        .args([
            "tree",
            "--offline",
            "--locked",
            "-e",
            "normal",
            "--prefix",
            "none",
            "--format",
            "{p}",
            "-p",
            package,
        ])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let lines = String::from_utf8(output.stdout).unwrap();
    let names = lines.lines().filter_map(|line| line.split_whitespace().next());
    names.filter(|name| *name != package).map(str::to_owned).collect()
}

#[test]
fn member_crates_need_neither_typst_nor_the_program() {
    for package in ["feuillet-preflight", "feuillet-colour", "feuillet-units"] {
        let needed = dependencies(package);
        let is_foreign = |name: &&String| {
            *name == "feuillet" || name.starts_with("typst") || name.starts_with("krilla")
        };
        let foreign: Vec<&String> = needed.iter().filter(is_foreign).collect();
        assert!(foreign.is_empty(), "{package} needs {foreign:?}");
    }
}

#[test]
fn preflight_needs_no_member_crates_but_colour_and_units() {
    let needed = dependencies("feuillet-preflight");
    let members: Vec<&String> = needed.iter().filter(|name| name.starts_with("feuillet")).collect();
    assert_eq!(members, ["feuillet-colour", "feuillet-units"]);
}
