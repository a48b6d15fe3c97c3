//! Translations: what one lost or added against its source, and the forms of the plural.

use snapbox::str;

use super::{BROCHURE, DUTCH, ENGLISH};
use crate::support::{Sandbox, approve};

/// The project with one more message pair in place of `shop-pay`.
fn pair(source: &str, translation: &str) -> Sandbox {
    let sandbox = Sandbox::of("small");
    sandbox.replace(ENGLISH, "shop-pay = Pay what you like.", &format!("shop-pay = {source}"));
    sandbox.replace(DUTCH, "shop-pay = Betaal wat u wilt.", &format!("shop-pay = {translation}"));
    sandbox
}

/// The project in Polish too, with this text about years.
fn polish(years: &str) -> Sandbox {
    let sandbox = Sandbox::of("small");
    sandbox.replace(
        BROCHURE,
        "languages = [\"en\", \"nl\"]",
        "languages = [\"en\", \"nl\", \"pl\"]",
    );
    sandbox.write("translations/pl/common.ftl", sandbox.read("translations/nl/common.ftl"));
    let dutch = sandbox.read(DUTCH);
    let start = dutch.find("shop-text =").unwrap();
    let end = dutch.find("shop-bring").unwrap();
    let text = format!("{}{years}\n{}", &dutch[..start], &dutch[end..]);
    sandbox.write("translations/pl/note.ftl", text);
    sandbox
}

#[test]
fn a_fact_that_was_typed_and_a_lost_emphasis() {
    pair("<b>Call</b> { $shop-phone }.", "Bel 112.").assert_warnings(str![]);
}

#[test]
fn a_fact_in_place_of_another() {
    pair("Call { $shop-phone }.", "Bel { $shop-site }.").assert_warnings(str![]);
}

#[test]
fn a_fact_and_a_tag_that_stand_twice() {
    pair(
        "<em>Call</em> { $shop-phone }.",
        "<em>Bel</em> { $shop-phone } <em>nu</em>: { $shop-phone }.",
    )
    .assert_warnings(str![]);
}

#[test]
fn a_link_that_was_lost() {
    pair("See <a id=\"shop\">our site</a>.", "Zie onze site.").assert_warnings(str![]);
}

#[test]
fn a_fact_that_one_variant_lacks() {
    let source = "Call { $shop-phone } within { $years ->\n    [one] { $years } year\n   *[other] { $years } years\n }.";
    let translation =
        "Bel binnen { $years ->\n    [one] een jaar: { $shop-phone }\n   *[other] jaren\n }.";
    pair(source, translation).assert_warnings(str![]);
}

#[test]
fn a_form_for_one_number_need_not_show_it() {
    let source = "Within { $years ->\n    [one] { $years } year\n   *[other] { $years } years\n }.";
    let translation = "Binnen { $years ->\n    [one] een jaar\n   *[other] { $years } jaar\n }.";
    pair(source, translation).build_clean();
}

#[test]
fn a_number_in_one_form_for_all() {
    let source = "Within { $years ->\n    [one] { $years } year\n   *[other] { $years } years\n }.";
    pair(source, "Binnen { $years } jaren.").assert_warnings(str![]);
}

#[test]
fn what_a_term_or_another_message_carries_is_there() {
    let sandbox = pair("<b>Call</b> { $shop-phone }.", "{ -call } { shop-number }.");
    sandbox.append(DUTCH, "-call = <b>Bel</b>\nshop-number = { $shop-phone }\n");
    sandbox.build_clean();
}

#[test]
fn forms_of_the_plural_that_a_language_has() {
    let text = "shop-text =\n    W { -shop } { $years ->\n        [one] { $years } rok\n       *[other] { $years } roku\n    }.";
    polish(text).assert_warnings(str![]);
}

#[test]
fn forms_of_the_plural_that_a_language_has_not() {
    let text = "shop-text =\n    W { -shop } { $years ->\n        [one] { $years } rok\n        [two] { $years } lata\n        [few] { $years } lata\n        [few] { $years } lata\n        [many] { $years } lat\n       *[other] { $years } roku\n    }.";
    polish(text).assert_warnings(str![]);
}

#[test]
fn a_form_of_many_numbers_shows_the_number() {
    let text = "shop-text =\n    W { -shop } { $years ->\n        [one] rok\n        [few] kilka lat\n        [many] { $years } lat\n       *[other] { $years } roku\n    }.";
    polish(text).assert_warnings(str![]);
}

#[test]
fn each_finding_is_accepted_by_itself_and_with_a_reason() {
    let accepted = "shop-pay = Bel 112.";
    let sandbox = pair("<b>Call</b> { $shop-phone }.", "Bel 112.");
    sandbox.replace(
        DUTCH,
        accepted,
        &format!("# accept $shop-phone: the emergency number is meant\n{accepted}"),
    );
    sandbox.assert_warnings(str![]);
    sandbox.replace(
        DUTCH,
        "# accept $shop",
        "# accept <b>: the whole line is short\n# accept $shop",
    );
    sandbox.build_clean();
}

#[test]
fn an_acceptance_without_a_reason_and_one_of_nothing() {
    let sandbox = pair("Call { $shop-phone }.", "# accept");
    sandbox.replace(
        DUTCH,
        "shop-pay = # accept",
        "# accept $shop-phone:\n# accept $years: it stands elsewhere\nshop-pay = Bel 112.",
    );
    sandbox.assert_warnings(str![]);
}

#[test]
fn what_lost_a_fact_is_not_approved() {
    let sandbox = pair("Call { $shop-phone }.", "Bel 112.");
    approve(&sandbox, "note", "AB");
    let reasons = || sandbox.load("note").resolve("short", "nl").reasons();
    assert_eq!(reasons(), ["other-facts shop-pay"]);
    let ran = sandbox.run(&["build", "--lang", "nl"]);
    assert!(ran.stderr.starts_with("warning[lost-fact]"), "{ran:?}");
    assert_eq!(sandbox.pdfs("note"), ["nl/note-short-nl-screen-draft.pdf"]);
    sandbox.replace(
        DUTCH,
        "shop-pay = Bel",
        "# accept $shop-phone: the emergency number is meant\nshop-pay = Bel",
    );
    assert_eq!(reasons(), [""; 0]);
}

#[test]
fn what_is_found_again_is_told_again() {
    let sandbox = pair("Call { $shop-phone }.", "Bel 112.");
    let first = sandbox.run(&["build"]);
    let second = sandbox.run(&["build"]);
    assert_eq!((first.code, first.stderr), (second.code, second.stderr));
    // Those who work on another language are not told.
    assert_eq!(sandbox.run(&["check", "--lang", "en"]).stderr, "");
}
