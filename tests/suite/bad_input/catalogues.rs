//! Catalogues: the syntax of Fluent, and what a text names.

use snapbox::str;

use super::{DUTCH, ENGLISH};
use crate::support::Sandbox;

#[test]
fn duplicate_message() {
    let sandbox = Sandbox::of("small");
    sandbox.append(ENGLISH, "shop-pay = Again.\n");
    sandbox.assert_faults(str![[r#"
error: there are two messages `shop-pay`
  --> translations/en/note.ftl:16:1
   |
16 | shop-pay = Again.
   | ^^^^^^^^
   |
   = help: the first stands in `translations/en/note.ftl`, line 13
"#]]);
}

#[test]
fn unknown_fact_in_a_text() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "Betaal wat u wilt.", "Na { $yaers } jaar.");
    sandbox.assert_faults(str![[r#"
error: unknown fact `$yaers`
  --> translations/nl/note.ftl:13:18
   |
13 | shop-pay = Na { $yaers } jaar.
   |                  ^^^^^
   |
   = help: did you mean `years`?
   = help: facts stand in `brochures/note/facts.toml`
"#]]);
}

#[test]
fn unknown_term() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "Betaal wat u wilt.", "In de { -shpo }.");
    sandbox.assert_faults(str![[r#"
error: unknown term `-shpo`
  --> translations/nl/note.ftl:13:21
   |
13 | shop-pay = In de { -shpo }.
   |                     ^^^^
   |
   = help: did you mean `-shop`?
   = help: it must be in the same language, `nl`
"#]]);
}

#[test]
fn unknown_message_in_a_text() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "Betaal wat u wilt.", "{ shop-brign }");
    sandbox.assert_faults(str![[r#"
error: unknown message `shop-brign`
  --> translations/nl/note.ftl:13:14
   |
13 | shop-pay = { shop-brign }
   |              ^^^^^^^^^^
   |
   = help: did you mean `shop-bring`?
   = help: it must be in the same language, `nl`
"#]]);
}

#[test]
fn unknown_function() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "Betaal wat u wilt.", "{ PLURAL($years) }");
    sandbox.assert_faults(str![[r#"
error: unknown function `PLURAL`
  --> translations/nl/note.ftl:13:14
   |
13 | shop-pay = { PLURAL($years) }
   |              ^^^^^^
   |
   = help: functions are `NUMBER` and `DATETIME`

warning[final-punctuation]: `shop-pay` ends with no sign, its source with a full stop
  --> translations/nl/note.ftl:13:14
   |
13 | shop-pay = { PLURAL($years) }
   |              ^^^^^^
   |
   = help: write the sign that the language has for it, or see whether the end is missing
   = help: if it is meant so, write above the message: `# accept final-punctuation: ` and the reason

warning[lost-fact]: `shop-pay` has `{ $years }`, which its source has not
  --> translations/nl/note.ftl:13:22
   |
13 | shop-pay = { PLURAL($years) }
   |                      ^^^^^
   |
   = help: delete it, or write it in the source too
   = help: if it is meant so, write above the message: `# accept $years: ` and the reason
"#]]);
}

#[test]
fn unclosed_brace() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "Betaal wat u wilt.", "Betaal { $years");
    sandbox.assert_faults(str![[r#"
error: this `{` is never closed
  --> translations/nl/note.ftl:13:19
   |
13 | shop-pay = Betaal { $years
   |                   ^
   |
   = help: write `}` behind what is filled in; to show a brace, write `{"{"}`
"#]]);
}

#[test]
fn stray_closing_brace() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "Betaal wat u wilt.", "Betaal } wat");
    sandbox.assert_faults(str![[r#"
error: this `}` closes nothing
  --> translations/nl/note.ftl:13:19
   |
13 | shop-pay = Betaal } wat
   |                   ^
   |
   = help: delete it; to show a brace, write `{"}"}`
"#]]);
}

#[test]
fn empty_braces() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "Betaal wat u wilt.", "Betaal {  }.");
    sandbox.assert_faults(str![[r#"
error: nothing that can be filled in stands here
  --> translations/nl/note.ftl:13:22
   |
13 | shop-pay = Betaal {  }.
   |                      ^
   |
   = help: write `{ $fact }` or `{ -term }`; to show a brace, write `{"{"}`
"#]]);
}

#[test]
fn choice_without_default() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "       *[other] { $years } jaar", "        [other] { $years } jaar");
    sandbox.assert_faults(str![[r#"
error: the choice has no default
  --> translations/nl/note.ftl:11:5
   |
11 |     }.
   |     ^
   |
   = help: mark one of its lines with a star: `*[other] …`
"#]]);
}

#[test]
fn line_that_begins_with_a_bracket() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(
        DUTCH,
        "shop-pay = Betaal wat u wilt.",
        "shop-pay =\n    Betaal\n    [zoals] u wilt.",
    );
    sandbox.assert_faults(str![[r#"
error: a line of a text can't begin with `[`
  --> translations/nl/note.ftl:15:5
   |
15 |     [zoals] u wilt.
   |     ^
   |
   = help: put it at the end of the line above, or write `{"["}`
"#]]);
}

#[test]
fn line_that_begins_with_a_star() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(
        DUTCH,
        "shop-pay = Betaal wat u wilt.",
        "shop-pay =\n    Betaal\n    *zoals* u wilt.",
    );
    sandbox.assert_faults(str![[r#"
error: a line of a text can't begin with `*`
  --> translations/nl/note.ftl:15:5
   |
15 |     *zoals* u wilt.
   |     ^
   |
   = help: put it at the end of the line above, or write `{"*"}`
"#]]);
}

#[test]
fn line_that_begins_with_a_full_stop() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(
        DUTCH,
        "shop-pay = Betaal wat u wilt.",
        "shop-pay =\n    Betaal\n    ... wat u wilt.",
    );
    sandbox.assert_faults(str![[r#"
error: a line of a text can't begin with `.`
  --> translations/nl/note.ftl:15:5
   |
15 |     ... wat u wilt.
   |     ^
   |
   = help: put it at the end of the line above, or write `{"."}`
"#]]);
}

#[test]
fn tabs_instead_of_blanks() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "shop-pay = Betaal wat u wilt.", "shop-pay =\n\tBetaal wat u wilt.");
    sandbox.assert_faults(str![[r#"
error: this line begins with a tab
  --> translations/nl/note.ftl:14:1
   |
14 |     Betaal wat u wilt.
   | ^^^^
   |
   = help: begin it with blanks
"#]]);
}

#[test]
fn line_that_is_not_indented() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "shop-pay = Betaal wat u wilt.", "shop-pay = Betaal\nwat u wilt.");
    sandbox.assert_faults(str![[r#"
error: expected `=` here
  --> translations/nl/note.ftl:14:5
   |
14 | wat u wilt.
   |     ^
   |
   = help: a message is `name = text`; further lines of its text begin with blanks
"#]]);
}

#[test]
fn message_without_text() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "shop-pay = Betaal wat u wilt.", "shop-pay =");
    sandbox.assert_faults(str![[r#"
error: the message `shop-pay` has no text
  --> translations/nl/note.ftl:13:1
   |
13 | shop-pay =
   | ^^^^^^^^^^
   |
   = help: write its text behind the `=`, or delete the line
"#]]);
}

#[test]
fn missing_catalogue() {
    let sandbox = Sandbox::of("small");
    sandbox.delete(DUTCH);
    sandbox.assert_faults(str![[r#"
error: can't read `translations/nl/note.ftl`: there is no such file
 |
 = help: looked in `<project>`
"#]]);
}

#[test]
fn reserved_character() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "Betaal wat", "Betaal\u{FDD1} wat");
    sandbox.assert_faults(str![[r#"
error: U+FDD1 is not a character for texts
  --> translations/nl/note.ftl:13:18
   |
13 | shop-pay = Betaal﷑ wat u wilt.
   |                  ^
   |
   = help: delete it; it is invisible, and often comes from a damaged file
"#]]);
}

#[test]
fn unused_message() {
    let sandbox = Sandbox::of("small");
    sandbox.append(DUTCH, "shop-old = Vroeger.\n");
    sandbox.assert_warnings(str![[r#"
warning: no block shows the message `shop-old`
  --> translations/nl/note.ftl:16:1
   |
16 | shop-old = Vroeger.
   | ^^^^^^^^
   |
   = help: delete it, or name it in `brochure.toml`
"#]]);
}

#[test]
fn misspelt_message_in_a_translation() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "shop-pay =", "shop-pya =");
    sandbox.assert_warnings(str![[r#"
warning: no block shows the message `shop-pya`
  --> translations/nl/note.ftl:13:1
   |
13 | shop-pya = Betaal wat u wilt.
   | ^^^^^^^^
   |
   = help: did you mean `shop-pay`?
   = help: delete it, or name it in `brochure.toml`

warning: `nl` lacks 1 message, shown in `en` instead: `shop-pay`
 |
 = help: translate it in `translations/nl`
"#]]);
}

#[test]
fn not_in_utf8() {
    let sandbox = Sandbox::of("small");
    sandbox.write(DUTCH, b"shop-pay = Caf\xe9\n");
    sandbox.assert_faults(str![[r#"
error: this file is not in UTF-8
 --> translations/nl/note.ftl:1:15
  |
1 | shop-pay = Caf�
  |               ^
  |
  = help: save it again with the encoding UTF-8
"#]]);
}
