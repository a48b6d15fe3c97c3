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
    sandbox.assert_faults(str![]);
}

#[test]
fn a_blank_that_is_none_before_a_line() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "shop-pay = ", "shop-pay =\n\u{A0}\u{A0}");
    sandbox.assert_faults(str![]);
}

#[test]
fn an_invisible_character_in_a_name() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "{ $years ->", "{ $years\u{200B} ->");
    sandbox.assert_faults(str![]);
}

#[test]
fn a_letter_of_another_script_in_a_name() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "{ $years ->", "{ $y\u{435}ars ->");
    sandbox.assert_faults(str![]);
}

#[test]
fn a_letter_of_another_script_in_the_name_of_a_message() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "shop-pay =", "sh\u{3BF}p-pay =");
    sandbox.assert_faults(str![]);
}

#[test]
fn an_invisible_character_in_a_text() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "Betaal wat", "Be\u{200B}taal \u{202E}wat");
    sandbox.assert_warnings(str![]);
}

#[test]
fn a_character_that_no_pdf_holds() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "Betaal wat", "Be\u{FEFF}taal wat");
    sandbox.assert_faults(str![]);
}

#[test]
fn a_letter_of_another_script_in_a_word() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "Betaal wat", "Bet\u{430}al wat");
    sandbox.assert_warnings(str![]);
}

#[test]
fn a_blank_that_is_none_in_a_telephone_number() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(FACTS, "0123 45", "0123\u{A0}45");
    let found = sandbox.faults();
    assert!(found.contains("U+00A0 NO-BREAK SPACE"), "{found}");
    assert!(found.contains(":8:14"), "{found}");
}

#[test]
fn a_letter_of_another_script_in_the_structure() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(BROCHURE, "paragraph = \"cover-text\"", "paragraph = \"c\u{43E}ver-text\"");
    sandbox.assert_faults(str![]);
}

#[test]
fn a_blank_and_a_quote_that_are_none_in_toml() {
    for (old, new, name, place) in [
        ("form = \"leaflet\"", "form\u{A0}= \"leaflet\"", "U+00A0 NO-BREAK SPACE", ":13:5"),
        ("form = \"leaflet\"", "form = “leaflet”", "U+201C LEFT DOUBLE QUOTATION MARK", ":13:8"),
        (
            "text-size = \"9.4pt\"",
            "text-size = \"9.4\u{202F}pt\"",
            "U+202F NARROW NO-BREAK SPACE",
            ":16:17",
        ),
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
