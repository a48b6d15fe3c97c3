//! Characters that nobody sees or that look like others: named, at their place, in each kind of file.

use snapbox::str;

use super::{BROCHURE, DUTCH, FACTS};
use crate::support::Sandbox;

/// What is reported when the text of `shop-pay` is this one.
#[track_caller]
fn faults(text: &str) -> String {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "shop-pay = Betaal wat u wilt.", text);
    sandbox.run(&["check"]).stderr
}

#[test]
fn a_blank_that_is_none_in_braces() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "{ $years ->", "{\u{A0}$years ->");
    sandbox.assert_faults(str![[r#"
error: this blank is U+00A0 NO-BREAK SPACE
 --> translations/nl/note.ftl:8:44
  |
8 |     Een herstelling in de { -shop } houdt { $years ->
  |                                            ^
  |
  = help: write a plain blank
"#]]);
}

#[test]
fn a_blank_that_is_none_before_a_line() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "shop-pay = ", "shop-pay =\n\u{A0}\u{A0}");
    sandbox.assert_faults(str![[r#"
error: this line begins with U+00A0 NO-BREAK SPACE
  --> translations/nl/note.ftl:14:1
   |
14 |   Betaal wat u wilt.
   | ^
   |
   = help: begin it with blanks
"#]]);
}

#[test]
fn an_invisible_character_in_a_name() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "{ $years ->", "{ $years\u{200B} ->");
    sandbox.assert_faults(str![[r#"
error: an invisible character stands here: U+200B ZERO WIDTH SPACE
 --> translations/nl/note.ftl:8:51
  |
8 |     Een herstelling in de { -shop } houdt { $years​ ->
  |                                                   ^
  |
  = help: delete it
"#]]);
}

#[test]
fn a_letter_of_another_script_in_a_name() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "{ $years ->", "{ $y\u{435}ars ->");
    sandbox.assert_faults(str![[r#"
error: this `е` is U+0435 CYRILLIC SMALL LETTER IE
 --> translations/nl/note.ftl:8:47
  |
8 |     Een herstelling in de { -shop } houdt { $yеars ->
  |                                               ^
  |
  = help: write the Latin letter `e`
"#]]);
}

#[test]
fn a_letter_of_another_script_in_the_name_of_a_message() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "shop-pay =", "sh\u{3BF}p-pay =");
    sandbox.assert_faults(str![[r#"
error: this `ο` is U+03BF GREEK SMALL LETTER OMICRON
  --> translations/nl/note.ftl:13:3
   |
13 | shοp-pay = Betaal wat u wilt.
   |   ^
   |
   = help: write the Latin letter `o`
"#]]);
}

#[test]
fn an_invisible_character_in_a_text() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "Betaal wat", "Be\u{200B}taal \u{202E}wat");
    sandbox.assert_warnings(str![[r#"
warning[character]: an invisible character stands here: U+200B ZERO WIDTH SPACE
  --> translations/nl/note.ftl:13:14
   |
13 | shop-pay = Be​taal �wat u wilt.
   |              ^
   |
   = help: delete it, or type a soft hyphen (U+00AD) where a word may be divided
   = help: if it is meant so, write above the message: `# accept U+200B: ` and the reason

warning[character]: an invisible character stands here: U+202E RIGHT-TO-LEFT OVERRIDE
  --> translations/nl/note.ftl:13:20
   |
13 | shop-pay = Be​taal �wat u wilt.
   |                   ^
   |
   = help: delete it: the program sets the direction of words, numbers and addresses
   = help: if it is meant so, write above the message: `# accept U+202E: ` and the reason
"#]]);
}

#[test]
fn a_character_that_no_pdf_holds() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "Betaal wat", "Be\u{FEFF}taal wat");
    sandbox.assert_faults(str![[r#"
error[character]: a character that no PDF may hold stands here: U+FEFF ZERO WIDTH NO-BREAK SPACE
  --> translations/nl/note.ftl:13:14
   |
13 | shop-pay = Be﻿taal wat u wilt.
   |              ^
   |
   = help: delete it
"#]]);
}

#[test]
fn a_letter_of_another_script_in_a_word() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "Betaal wat", "Bet\u{430}al wat");
    sandbox.assert_warnings(str![[r#"
warning[character]: `а` in `Betаal` is U+0430 CYRILLIC SMALL LETTER A
  --> translations/nl/note.ftl:13:15
   |
13 | shop-pay = Betаal wat u wilt.
   |               ^
   |
   = help: write the Latin letter `a`, or the other letters in the script of this one
   = help: if it is meant so, write above the message: `# accept U+0430: ` and the reason
"#]]);
}

#[test]
fn a_blank_that_is_none_in_a_telephone_number() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(FACTS, "0123 45", "0123\u{A0}45");
    let found = sandbox.faults();
    assert!(found.contains("U+00A0 NO-BREAK SPACE"), "{found}");
    assert!(found.contains(":9:14"), "{found}");
}

#[test]
fn a_letter_of_another_script_in_the_structure() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(BROCHURE, "paragraph = \"cover-text\"", "paragraph = \"c\u{43E}ver-text\"");
    sandbox.assert_faults(str![[r#"
error: `paragraph` must be the name of a message, found the text `cоver-text`
  --> brochures/note/brochure.toml:23:19
   |
23 |   { paragraph = "cоver-text" },
   |                   ^ expected the name of a message
   |
   = help: the character here is U+043E CYRILLIC SMALL LETTER O: write the Latin letter `o`
"#]]);
}

#[test]
fn a_blank_and_a_quote_that_are_none_in_toml() {
    for (old, new, name, place) in [
        ("form = \"leaflet\"", "form\u{A0}= \"leaflet\"", "U+00A0 NO-BREAK SPACE", ":13:5"),
        ("form = \"leaflet\"", "form = “leaflet”", "U+201C LEFT DOUBLE QUOTATION MARK", ":13:8"),
        (
            "public-name = \"note\"",
            "public-nam\u{435} = \"note\"",
            "U+0435 CYRILLIC SMALL LETTER IE",
            ":4:11",
        ),
    ] {
        let sandbox = Sandbox::of("small");
        sandbox.replace(BROCHURE, old, new);
        let found = sandbox.faults();
        assert!(found.contains(name) && found.contains(place), "{new}: {found}");
    }
}

#[test]
fn signs_of_full_width_and_curly_quotes_in_braces() {
    for (text, name) in [
        ("shop-pay ＝ Betaal", "U+FF1D FULLWIDTH EQUALS SIGN"),
        ("shop-pay = Na { $years ｝.", "U+FF5D FULLWIDTH RIGHT CURLY BRACKET"),
        ("shop-pay = Na { NUMBER($years, type: “ordinal”) }.", "U+201C LEFT DOUBLE QUOTATION MARK"),
        ("shop-pay = Na ｛ $years ｝.", "U+FF5B FULLWIDTH LEFT CURLY BRACKET"),
        ("shop-pay = Na { $years → }", "U+2192 RIGHTWARDS ARROW"),
        ("été = Zomer", "U+00E9 LATIN SMALL LETTER E WITH ACUTE"),
    ] {
        let found = faults(text);
        assert!(found.contains(name), "{text}: {found}");
    }
}

#[test]
fn what_writers_mean_is_not_told() {
    // A soft hyphen, a no-break space, joiners, an accent, French quotes, a dash.
    let text = "shop-pay = Be\u{AD}taal\u{A0}wat « café » – \u{1F469}\u{200D}\u{1F467} ok.";
    let found = faults(text);
    assert!(!found.contains("[character]"), "{found}");
}

#[test]
fn a_tab_in_a_text_is_a_blank() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "Betaal wat u wilt.", "Betaal\twat\tu wilt.");
    let resolved = sandbox.load("note").resolve("short", "nl");
    assert_eq!(resolved.text("shop-pay"), "Betaal wat u wilt.");
}
