//! Faults of Fluent's grammar: each has its own words, at the place where it can be mended.

use snapbox::str;

use super::{DUTCH, ENGLISH};
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
        .assert_faults(str![[r#"
error: the variants of a choice can't stand on the line of its `->`
  --> translations/nl/note.ftl:13:27
   |
13 | shop-pay = Na { $years -> [one] { $years } jaar *[other] { $years } jaar }.
   |                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   |
   = help: write each variant on a line of its own: `[one] …`, `*[other] …`, and `}` below them
"#]]);
}

#[test]
fn each_fault_has_its_own_words() {
    let cases = [
        ("shop-pay = Na { $years jaar }", "expected `}` here", ":13:24"),
        ("shop-pay = Na { years.1 }", "the name of an attribute is missing here", ":13:23"),
        ("shop-pay = Na { $ years }", "the name of a fact is missing here", ":13:18"),
        ("shop-pay = Na { - }", "a figure is missing here", ":13:18"),
        ("shop-pay = Na { number($years) }", "a function's name is written in capitals", ":13:17"),
        ("shop-pay = Na { NUMBER($years }", "nothing that can be filled in stands here", ":13:31"),
        (
            "shop-pay = Na { NUMBER($years, type: x) }",
            "`type` must be one of `\"cardinal\"` and `\"ordinal\"`",
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

#[test]
fn a_text_that_could_not_be_read_is_not_missing_too() {
    for entry in [
        "shop-pay Pay now.",
        "\u{FEFF}shop-pay = Pay.",
        "sh\u{43E}p-pay = Pay.",
        "shop-pay = Pay { $years",
    ] {
        let sandbox = Sandbox::of("small");
        sandbox.replace(ENGLISH, "shop-pay = Pay what you like.", entry);
        let found = sandbox.faults();
        assert_eq!(found.matches("error").count(), 1, "{entry}: {found}");
        assert!(found.contains("note.ftl:13:"), "{entry}: {found}");
    }
}

#[test]
fn a_file_in_another_encoding_is_one_error() {
    let sandbox = Sandbox::of("small");
    let text = sandbox.read(ENGLISH);
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked = [&[0xFF, 0xFE][..], &wide].concat();
    let latin = text.replace("Pay", "Caf\u{1}").into_bytes();
    let latin = latin.into_iter().map(|byte| if byte == 1 { 0xE9 } else { byte });
    for (bytes, words) in [
        (marked, "is not in UTF-8, but in UTF-16"),
        (wide, "is not in UTF-8, but in UTF-16"),
        (latin.collect(), "this file is not in UTF-8"),
        (text.replace('\n', "\r").into_bytes(), "end with carriage returns alone (U+000D)"),
    ] {
        sandbox.write(ENGLISH, bytes);
        let found = sandbox.faults();
        assert!(found.contains(words), "{found}");
        assert_eq!(found.matches("error").count(), 1, "{found}");
    }
}

#[test]
fn texts_that_show_themselves_and_attributes_that_are_not_there() {
    let sandbox = project("shop-pay = { shop-more } { shop-bring.titel } { shop-pay }");
    sandbox.append(DUTCH, "shop-more = { -round }\n-round = { shop-pay }\n");
    sandbox.assert_faults(str![[r#"
error: `shop-more`, `-round` and `shop-pay` would show each other without end
  --> translations/nl/note.ftl:13:14
   |
13 | shop-pay = { shop-more } { shop-bring.titel } { shop-pay }
   |              ^^^^^^^^^
   |
   = help: write the words here instead

warning[lost-emphasis]: `shop-pay` has `<b>`, which its source has not
  --> translations/nl/note.ftl:13:14
   |
13 | shop-pay = { shop-more } { shop-bring.titel } { shop-pay }
   |              ^^^^^^^^^
   |
   = help: delete it, or write it in the source too
   = help: if it is meant so, write above the message: `# accept <b>: ` and the reason

error: `shop-bring` has no attribute `titel`
  --> translations/nl/note.ftl:13:39
   |
13 | shop-pay = { shop-more } { shop-bring.titel } { shop-pay }
   |                                       ^^^^^
   |
   = help: write `{ shop-bring }`, or add a line `.titel = …` to it

error: `shop-pay` would show itself
  --> translations/nl/note.ftl:13:49
   |
13 | shop-pay = { shop-more } { shop-bring.titel } { shop-pay }
   |                                                 ^^^^^^^^
   |
   = help: write the words here instead
"#]]);
}
