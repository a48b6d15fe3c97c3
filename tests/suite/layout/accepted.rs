//! Findings that the brochure accepts.

use serde_json::{Value, json};
use snapbox::str;

use super::{BROCHURE, clean, expect, notes};
use crate::support::Sandbox;

/// An accepted finding.
const ACCEPT: &str = "\n[[accept]]\ncheck = \"under-filled\"\nedition = \"leaf\"\nreason = \"the map needs the room\"\n";

fn report(sandbox: &Sandbox, arguments: &[&str]) -> Value {
    let ran = sandbox.run(&[&["check", "--format", "json"], arguments].concat());
    serde_json::from_str(&ran.stdout).unwrap()
}

#[test]
fn an_accepted_finding_is_counted_and_not_told() {
    let sandbox = Sandbox::of("layout");
    notes(&sandbox, 5);
    sandbox.append(BROCHURE, ACCEPT);
    clean(&sandbox, "leaf");
    let report = report(&sandbox, &[]);
    assert_eq!(report["diagnostics"], json!([]));
    assert_eq!(
        report["accepted"],
        json!([{
            "brochure": "sheet", "edition": "leaf", "languages": ["en"], "check": "under-filled",
            "section": "rain", "page": 2, "found": "panel 2 (`rain`) is only 51 % full",
            "messages": ["rain-title", "rain-text", "wind-title", "wind-text"],
            "reason": "the map needs the room", "accept": 0, "severity": "warning", "area": null,
            "language": "en", "more-pages": 0,
            "hint": "move a block here, set a larger size, or accept it with an `[[accept]]` that says why",
        }])
    );
}

#[test]
fn what_is_accepted_elsewhere_is_told() {
    for (limit, silent) in [
        ("section = \"rain\"", true),
        ("message = \"wind-text\"", true),
        ("language = \"en\"", true),
        ("section = \"cover\"", false),
        ("message = \"cover-text\"", false),
        ("edition = \"book\"", false),
    ] {
        let sandbox = Sandbox::of("layout");
        notes(&sandbox, 5);
        sandbox.append(BROCHURE, &ACCEPT.replace("edition = \"leaf\"", limit));
        let report = report(&sandbox, &["--edition", "leaf"]);
        let found = report["diagnostics"].as_array().unwrap();
        let told = found.iter().any(|found| found["check"] == "under-filled");
        assert_eq!(told, !silent, "{limit}: {report:#}");
    }
}

#[test]
fn what_accepts_nothing_any_more_is_a_warning() {
    let sandbox = Sandbox::of("layout");
    sandbox.append(BROCHURE, ACCEPT);
    expect(
        &sandbox,
        "leaf",
        0,
        str![[r#"
warning: this accepts no `under-filled`
  --> brochures/sheet/brochure.toml:53:9
   |
53 | check = "under-filled"
   |         ^^^^^^^^^^^^^^
   |
   = help: nothing of the kind is found any more: delete the `[[accept]]`
"#]],
    );
    // The other edition tells nothing of this one.
    clean(&sandbox, "book");
    // Where it is for both, one of them is not enough.
    sandbox.replace(BROCHURE, "edition = \"leaf\"\nreason", "section = \"rain\"\nreason");
    clean(&sandbox, "leaf");
    sandbox.assert_warnings(str![[r#"
warning: this accepts no `under-filled`
  --> brochures/sheet/brochure.toml:53:9
   |
53 | check = "under-filled"
   |         ^^^^^^^^^^^^^^
   |
   = help: nothing of the kind is found any more: delete the `[[accept]]`
"#]]);
}

#[test]
fn names_in_an_accept_are_looked_up() {
    for (right, wrong, message, help) in [
        (
            "under-filled",
            "underfilled",
            "unknown check `underfilled`",
            "did you mean `under-filled`?",
        ),
        (
            "edition = \"leaf\"",
            "edition = \"leave\"",
            "unknown edition `leave`",
            "did you mean `leaf`?",
        ),
        (
            "edition = \"leaf\"",
            "section = \"rian\"",
            "unknown section `rian`",
            "did you mean `rain`?",
        ),
        (
            "edition = \"leaf\"",
            "language = \"nl\"",
            "unknown language `nl`",
            "the only language is `en`",
        ),
        (
            "edition = \"leaf\"",
            "message = \"rain-txet\"",
            "unknown message `rain-txet`",
            "did you mean `rain-text`?",
        ),
        ("edition = \"leaf\"\n", "", "this accepts `under-filled` everywhere", "name one of"),
        (
            "reason = \"the map needs the room\"",
            "reason = \" \"",
            "an `[[accept]]` needs a reason",
            "say why it is meant so",
        ),
        (
            "\nreason = \"the map needs the room\"",
            "",
            "an `[[accept]]` has no `reason`",
            "add `reason = …`",
        ),
        ("edition =", "editon =", "unknown key `editon` in an `[[accept]]`", "`edition`"),
        (
            "under-filled",
            "overset",
            "`overset` is an error and can't be accepted",
            "shorten its texts",
        ),
    ] {
        let sandbox = Sandbox::of("layout");
        notes(&sandbox, 5);
        assert!(ACCEPT.contains(right), "{right}");
        sandbox.append(BROCHURE, &ACCEPT.replace(right, wrong));
        let faults = sandbox.faults();
        assert!(faults.contains(&format!("error: {message}\n")), "{message}: {faults}");
        assert!(faults.contains(help), "{message}: {faults}");
        assert!(faults.contains("--> brochures/sheet/brochure.toml:5"), "{message}: {faults}");
    }
}

#[test]
fn a_name_in_an_accept_is_underlined() {
    let sandbox = Sandbox::of("layout");
    notes(&sandbox, 5);
    sandbox.append(BROCHURE, &ACCEPT.replace("under-filled", "underfilled"));
    expect(
        &sandbox,
        "leaf",
        1,
        str![[r#"
error: unknown check `underfilled`
  --> brochures/sheet/brochure.toml:53:9
   |
53 | check = "underfilled"
   |         ^^^^^^^^^^^^^
   |
   = help: did you mean `under-filled`?
   = help: `feuillet list --checks` lists them
"#]],
    );
}
