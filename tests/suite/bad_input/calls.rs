//! Functions and terms: what they are given and don't take.

use snapbox::str;

use super::{DUTCH, ENGLISH};
use crate::support::Sandbox;

/// The project with a text in both languages.
fn text(text: &str) -> Sandbox {
    let sandbox = Sandbox::of("small");
    sandbox.replace(ENGLISH, "Pay what you like.", text);
    sandbox.replace(DUTCH, "Betaal wat u wilt.", text);
    sandbox
}

#[test]
fn an_option_that_is_not_supported() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "Betaal wat u wilt.", "{ NUMBER($years, style: \"percent\") }");
    sandbox.replace(ENGLISH, "Pay what you like.", "{ $years }");
    sandbox.assert_faults(str![[r#"
error: `NUMBER` has no option `style` here
  --> translations/nl/note.ftl:13:29
   |
13 | shop-pay = { NUMBER($years, style: "percent") }
   |                             ^^^^^
   |
   = help: options are `minimumFractionDigits`, `maximumFractionDigits` and `type`
"#]]);
}

#[test]
fn each_wrong_argument_has_its_place() {
    for (call, words) in [
        ("NUMBER($years, useGrouping: 0)", "`NUMBER` has no option `useGrouping` here"),
        ("NUMBER($years, maximumSignificantDigits: 3)", "has no option `maximumSignificantDigits`"),
        (
            "NUMBER($years, minimumFractionDigits: \"2\")",
            "`minimumFractionDigits` must be a whole number",
        ),
        (
            "NUMBER($years, maximumFractionDigits: 99)",
            "`maximumFractionDigits` must be a whole number",
        ),
        ("NUMBER($years, type: \"Ordinal\")", "`type` must be one of"),
        (
            "NUMBER($years, minimumFractionDigits: 3, maximumFractionDigits: 2)",
            "at most 2 digits are less",
        ),
        ("NUMBER()", "`NUMBER` is given nothing"),
        ("NUMBER($years, 2)", "`NUMBER` takes one thing without a name"),
        ("NUMBER(\"3\")", "`NUMBER` takes a number, and this is none"),
        ("NUMBER($shop-phone)", "`NUMBER` takes a number, and this is none"),
        ("DATETIME($years)", "`DATETIME` takes a date, and this is none"),
        ("DATETIME($release-date, dateStyle: \"full\")", "`dateStyle` must be one of"),
        ("DATETIME($release-date, month: \"long\")", "`DATETIME` has no option `month` here"),
        ("-shop(\"de\")", "`-shop` is given something without a name"),
    ] {
        let found = text(&format!("{{ {call} }}")).faults();
        assert!(found.contains(words), "{call}: {found}");
        assert!(found.contains(":13:"), "{call}: {found}");
    }
}

#[test]
fn an_argument_that_a_term_does_not_use() {
    text("{ -shop(case: \"gen\") }").assert_warnings(str![[r#"
warning: `-shop` does nothing with `case`
  --> translations/en/note.ftl:13:20
   |
13 | shop-pay = { -shop(case: "gen") }
   |                    ^^^^
   |
   = help: delete it, or use `$case` in the term

warning: `-shop` does nothing with `case`
  --> translations/nl/note.ftl:13:20
   |
13 | shop-pay = { -shop(case: "gen") }
   |                    ^^^^
   |
   = help: delete it, or use `$case` in the term
"#]]);
}

#[test]
fn a_choice_by_something_that_is_no_number() {
    text("{ $shop-phone ->\n    [one] a\n   *[other] b\n }").assert_faults(str![[r#"
error: a text can't choose by `$shop-phone`, which is no number
  --> translations/en/note.ftl:13:15
   |
13 | shop-pay = { $shop-phone ->
   |               ^^^^^^^^^^
   |
   = help: choose by a value of the facts with a `number`, or write one text

error: a text can't choose by `$shop-phone`, which is no number
  --> translations/nl/note.ftl:13:15
   |
13 | shop-pay = { $shop-phone ->
   |               ^^^^^^^^^^
   |
   = help: choose by a value of the facts with a `number`, or write one text
"#]]);
}

#[test]
fn what_is_supported_is_fine() {
    for call in [
        "NUMBER($years, minimumFractionDigits: 2)",
        "NUMBER($years, minimumFractionDigits: 1, maximumFractionDigits: 2)",
        "NUMBER(5)",
        "DATETIME($release-date, dateStyle: \"medium\")",
    ] {
        text(&format!("{{ {call} }}")).build_clean();
    }
}
