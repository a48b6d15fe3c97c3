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
    pair("<b>Call</b> { $shop-phone }.", "Bel 112.").assert_warnings(str![[r#"
warning[lost-emphasis]: `shop-pay` lacks `<b>`, which its source has
  --> translations/nl/note.ftl:13:1
   |
13 | shop-pay = Bel 112.
   | ^^^^^^^^
   |
   = help: put `<b>` and `</b>` around the same words
   = help: if it is meant so, write above the message: `# accept <b>: ` and the reason

warning[lost-fact]: `shop-pay` lacks `{ $shop-phone }`, which its source has
  --> translations/nl/note.ftl:13:16
   |
13 | shop-pay = Bel 112.
   |                ^^^ typed instead?
   |
   = help: write `{ $shop-phone }` where it belongs: what is typed goes out of date unseen
   = help: if it is meant so, write above the message: `# accept $shop-phone: ` and the reason

warning[typed-contact]: a telephone number is typed into a text: `112`
  --> translations/nl/note.ftl:13:16
   |
13 | shop-pay = Bel 112.
   |                ^^^
   |
   = help: write it into `facts.toml` as the `phone` of a `[contact.…]` or `[value.…]`, and call it by its name: `{ $name-phone }` or `{ $name }`
   = help: if it must stand as it is, add an `[[accept]]` with `check = "typed-contact"`, `message`, `found = "112"` and a `reason` to `brochure.toml`
"#]]);
}

#[test]
fn a_fact_in_place_of_another() {
    pair("Call { $shop-phone }.", "Bel { $shop-site }.").assert_warnings(str![[r#"
warning[lost-fact]: `shop-pay` lacks `{ $shop-phone }`, which its source has
  --> translations/nl/note.ftl:13:1
   |
13 | shop-pay = Bel { $shop-site }.
   | ^^^^^^^^
   |
   = help: write `{ $shop-phone }` where it belongs: what is typed goes out of date unseen
   = help: if it is meant so, write above the message: `# accept $shop-phone: ` and the reason

warning[lost-fact]: `shop-pay` has `{ $shop-site }`, which its source has not
  --> translations/nl/note.ftl:13:19
   |
13 | shop-pay = Bel { $shop-site }.
   |                   ^^^^^^^^^
   |
   = help: delete it, or write it in the source too
   = help: if it is meant so, write above the message: `# accept $shop-site: ` and the reason
"#]]);
}

#[test]
fn a_fact_and_a_tag_that_stand_twice() {
    pair(
        "<em>Call</em> { $shop-phone }.",
        "<em>Bel</em> { $shop-phone } <em>nu</em>: { $shop-phone }.",
    )
    .assert_warnings(str![[r#"
warning[lost-emphasis]: `shop-pay` has `<em>` twice, its source once
  --> translations/nl/note.ftl:13:41
   |
13 | shop-pay = <em>Bel</em> { $shop-phone } <em>nu</em>: { $shop-phone }.
   |                                         ^^^^
   |
   = help: delete it, or write it in the source too
   = help: if it is meant so, write above the message: `# accept <em>: ` and the reason

warning[lost-fact]: `shop-pay` has `{ $shop-phone }` twice, its source once
  --> translations/nl/note.ftl:13:57
   |
13 | shop-pay = <em>Bel</em> { $shop-phone } <em>nu</em>: { $shop-phone }.
   |                                                         ^^^^^^^^^^
   |
   = help: delete it, or write it in the source too
   = help: if it is meant so, write above the message: `# accept $shop-phone: ` and the reason
"#]]);
}

#[test]
fn a_link_that_was_lost() {
    pair("See <a id=\"shop\">our site</a>.", "Zie onze site.").assert_warnings(str![[r#"
warning[lost-fact]: `shop-pay` lacks `<a id="shop">`, which its source has
  --> translations/nl/note.ftl:13:1
   |
13 | shop-pay = Zie onze site.
   | ^^^^^^^^
   |
   = help: put `<a id="shop">` and `</a>` around the same words
   = help: if it is meant so, write above the message: `# accept <a id="shop">: ` and the reason
"#]]);
}

#[test]
fn a_fact_that_one_variant_lacks() {
    let source = "Call { $shop-phone } within { $years ->\n    [one] { $years } year\n   *[other] { $years } years\n }.";
    let translation =
        "Bel binnen { $years ->\n    [one] een jaar: { $shop-phone }\n   *[other] jaren\n }.";
    pair(source, translation).assert_warnings(str![[r#"
warning[lost-fact]: `shop-pay` lacks `{ $years }`, which its source has
  --> translations/nl/note.ftl:13:1
   |
13 | shop-pay = Bel binnen { $years ->
   | ^^^^^^^^
   |
   = help: write `{ $years }` where it belongs: what is typed goes out of date unseen
   = help: if it is meant so, write above the message: `# accept $years: ` and the reason

warning[lost-fact]: the variant `[other]` of `shop-pay` lacks `{ $shop-phone }`
  --> translations/nl/note.ftl:15:6
   |
15 |    *[other] jaren
   |      ^^^^^
   |
   = help: write `{ $shop-phone }` where it belongs: what is typed goes out of date unseen
   = help: if it is meant so, write above the message: `# accept $shop-phone: ` and the reason
"#]]);
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
    pair(source, "Binnen { $years } jaren.").assert_warnings(str![[r#"
warning[plural]: `shop-pay` writes `{ $years }` in one form, its source in several
  --> translations/nl/note.ftl:13:22
   |
13 | shop-pay = Binnen { $years } jaren.
   |                      ^^^^^
   |
   = help: write `{ $years -> … }` with a line for each form of `nl`: `[one]` and `*[other]`
   = help: if it is meant so, write above the message: `# accept $years[]: ` and the reason
"#]]);
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
    polish(text).assert_warnings(str![[r#"
warning[plural]: the form `few` of `$years` is missing, which `pl` has
 --> translations/pl/note.ftl:8:20
  |
8 |     W { -shop } { $years ->
  |                    ^^^^^
  |
  = help: write a line `[few] …`, for 2, 3, 4, …
  = help: if it is meant so, write above the message: `# accept $years[few]: ` and the reason

warning[plural]: the form `many` of `$years` is missing, which `pl` has
 --> translations/pl/note.ftl:8:20
  |
8 |     W { -shop } { $years ->
  |                    ^^^^^
  |
  = help: write a line `[many] …`, for 0, 5, 6, …
  = help: if it is meant so, write above the message: `# accept $years[many]: ` and the reason
"#]]);
}

#[test]
fn forms_of_the_plural_that_a_language_has_not() {
    let text = "shop-text =\n    W { -shop } { $years ->\n        [one] { $years } rok\n        [two] { $years } lata\n        [few] { $years } lata\n        [few] { $years } lata\n        [many] { $years } lat\n       *[other] { $years } roku\n    }.";
    polish(text).assert_warnings(str![[r#"
warning[plural]: no number takes the form `two` in `pl`
  --> translations/pl/note.ftl:10:10
   |
10 |         [two] { $years } lata
   |          ^^^
   |
   = help: the forms of `pl` are `one`, `few`, `many` and `other`
   = help: if it is meant so, write above the message: `# accept $years[two]: ` and the reason

warning[plural]: there are two variants `[few]`
  --> translations/pl/note.ftl:12:10
   |
12 |         [few] { $years } lata
   |          ^^^
   |
   = help: delete one: only the first is ever shown
   = help: if it is meant so, write above the message: `# accept $years[few]: ` and the reason
"#]]);
}

#[test]
fn a_form_of_many_numbers_shows_the_number() {
    let text = "shop-text =\n    W { -shop } { $years ->\n        [one] rok\n        [few] kilka lat\n        [many] { $years } lat\n       *[other] { $years } roku\n    }.";
    polish(text).assert_warnings(str![[r#"
warning[lost-fact]: the variant `[few]` of `shop-text` lacks `{ $years }`
  --> translations/pl/note.ftl:10:10
   |
10 |         [few] kilka lat
   |          ^^^
   |
   = help: write `{ $years }` where it belongs: what is typed goes out of date unseen
   = help: if it is meant so, write above the message: `# accept $years: ` and the reason
"#]]);
}

#[test]
fn each_finding_is_accepted_by_itself_and_with_a_reason() {
    let accepted = "shop-pay = Bel ons.";
    let sandbox = pair("<b>Call</b> { $shop-phone }.", "Bel ons.");
    sandbox.replace(
        DUTCH,
        accepted,
        &format!("# accept $shop-phone: the emergency number is meant\n{accepted}"),
    );
    sandbox.assert_warnings(str![[r#"
warning[lost-emphasis]: `shop-pay` lacks `<b>`, which its source has
  --> translations/nl/note.ftl:14:1
   |
14 | shop-pay = Bel ons.
   | ^^^^^^^^
   |
   = help: put `<b>` and `</b>` around the same words
   = help: if it is meant so, write above the message: `# accept <b>: ` and the reason
"#]]);
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
        "# accept $shop-phone:\n# accept $years: it stands elsewhere\nshop-pay = Bel ons.",
    );
    sandbox.assert_warnings(str![[r#"
warning: this accepts `$shop-phone` without a reason
  --> translations/nl/note.ftl:13:10
   |
13 | # accept $shop-phone:
   |          ^^^^^^^^^^^
   |
   = help: write `# accept $shop-phone: ` and why it is meant so

warning: nothing is found about `$years`
  --> translations/nl/note.ftl:14:10
   |
14 | # accept $years: it stands elsewhere
   |          ^^^^^^
   |
   = help: delete the line: one day it would hide something

warning[lost-fact]: `shop-pay` lacks `{ $shop-phone }`, which its source has
  --> translations/nl/note.ftl:15:1
   |
15 | shop-pay = Bel ons.
   | ^^^^^^^^
   |
   = help: write `{ $shop-phone }` where it belongs: what is typed goes out of date unseen
   = help: if it is meant so, write above the message: `# accept $shop-phone: ` and the reason
"#]]);
}

#[test]
fn what_lost_a_fact_is_not_approved() {
    let sandbox = pair("Call { $shop-phone }.", "Bel ons.");
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
    let sandbox = pair("Call { $shop-phone }.", "Bel ons.");
    let first = sandbox.run(&["build"]);
    let second = sandbox.run(&["build"]);
    assert_eq!((first.code, first.stderr), (second.code, second.stderr));
    // Those who work on another language are not told.
    assert_eq!(sandbox.run(&["check", "--lang", "en"]).stderr, "");
}
