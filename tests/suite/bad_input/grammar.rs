//! Faults of Fluent's grammar: each has its own words, at the place where it can be mended.

use snapbox::str;

use super::DUTCH;
use crate::support::Sandbox;

#[track_caller]
fn project(entry: &str) -> Sandbox {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "shop-pay = Betaal wat u wilt.", entry);
    sandbox
}

#[test]
fn a_plural_on_one_line() {
    project("shop-pay = Na { $years -> [one] { $years } jaar *[other] { $years } jaar }.")
        .assert_faults(str![]);
}

#[test]
fn each_fault_has_its_own_words() {
    let cases = [
        ("shop-pay = Na { $years jaar }", "expected `}` here", ":13:24"),
        ("shop-pay = Na { years.1 }", "the name of an attribute is missing here", ":13:23"),
        ("shop-pay = Na { $ years }", "the name of a fact is missing here", ":13:18"),
        ("shop-pay = Na { - }", "a figure is missing here", ":13:18"),
        ("shop-pay = Na { number($years) }", "a function's name is written in capitals", ":13:17"),
        ("shop-pay = Na { NUMBER($years }", "expected `)` here", ":13:31"),
        (
            "shop-pay = Na { NUMBER($years, type: x) }",
            "expected a number or a quoted text",
            ":13:38",
        ),
        (
            "shop-pay = Na { NUMBER($years, a: 1, a: 2) }",
            "the argument `a` is given twice",
            ":13:38",
        ),
        ("shop-pay = Na { \"a }", "the quoted text has no end", ":13:17"),
        ("shop-pay = Na { \"a\\n\" }", "`\\n` means nothing in a quoted text", ":13:19"),
        ("shop-pay = Na { \"\\u20\" }", "is not the code of a character", ":13:18"),
        (
            "shop-pay = { $years ->\n    [one two] a\n   *[other] b\n }",
            "expected `]` here",
            ":14:10",
        ),
        ("shop-pay = { $years ->\n    [one]\n   *[other] b\n }", "a text is missing here", ""),
        (
            "shop-pay = { $years ->\n   *[one] a\n   *[other] b\n }",
            "the choice has two defaults",
            ":15:5",
        ),
        (
            "shop-pay = { shop-bring ->\n   *[other] b\n }",
            "a message can't decide between variants",
            ":13:25",
        ),
        ("1st = Eerste", "this line begins no message", ":13:1"),
        ("shop-pay: Betaal", "expected `=` here", ":13:9"),
        ("<<<<<<< HEAD", "this line was left by a merge", ":13:1"),
        ("#note", "expected a blank here", ":13:2"),
    ];
    for (entry, words, place) in cases {
        let found = project(entry).faults();
        assert!(found.contains(words) && found.contains(place), "{entry}: {found}");
        // None lists the characters that a parser would take.
        assert!(!found.contains("a-z") && !found.contains("0-9"), "{found}");
    }
}

#[test]
fn an_open_brace_at_the_end_of_a_file_of_windows() {
    let sandbox = Sandbox::of("small");
    let text = sandbox.read(DUTCH) + "next-one = { ";
    sandbox.write(DUTCH, text.replace('\n', "\r\n") + "\r\n");
    let found = sandbox.faults();
    assert!(found.contains("this `{` is never closed"), "{found}");
    assert!(found.contains("note.ftl:16:12"), "{found}");
    let ran = sandbox.run(&["check", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    let place = &report["diagnostics"][0]["place"];
    assert_eq!((place["line"].as_u64(), place["column"].as_u64()), (Some(16), Some(12)));
}

#[test]
fn a_fault_at_the_end_of_a_line_has_one_place() {
    for entry in
        ["shop-pay = { $years ->\n", "shop-pay = { NUMBER(", "shop-pay", "shop-pay = { \"a"]
    {
        let sandbox = project(entry);
        sandbox.write(
            DUTCH,
            sandbox.read(DUTCH).replace("need-questions = Vragen\nregion-north = Noord\n", ""),
        );
        let ran = sandbox.run(&["check", "--format", "json"]);
        let report: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
        let place = &report["diagnostics"][0]["place"];
        let shown =
            format!("{}:{}:{}", place["file"].as_str().unwrap(), place["line"], place["column"]);
        let found = sandbox.faults();
        assert!(found.contains(&format!("--> {shown}\n")), "{entry}: {shown} {found}");
    }
}
