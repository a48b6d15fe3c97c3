//! Telephone numbers, mail and web addresses that are typed into a text: each is told with its place, keeps its edition
//! from being approved, and can be accepted by itself.

use snapbox::str;

use crate::support::{Sandbox, approve, messages};

const ENGLISH: &str = "translations/en/note.ftl";
const BROCHURE: &str = "brochures/note/brochure.toml";

/// The small project in English alone, with `typed` as the text of its cover.
fn project(typed: &str) -> Sandbox {
    let sandbox = Sandbox::of("small");
    sandbox.replace(BROCHURE, "languages = [\"en\", \"nl\"]", "languages = [\"en\"]");
    let old = "cover-text = Bring what is broken. We look at it together.";
    sandbox.replace(ENGLISH, old, &format!("cover-text = {typed}"));
    sandbox
}

#[test]
fn what_is_typed_is_told_with_its_place_and_the_mend() {
    project("Call 04 555\n    0123 or write to help@desk.be: www.desk.be/help.").assert_warnings(
        str![[r#"
warning[typed-contact]: a telephone number is typed into a text: `04 555 0123`
 --> translations/en/note.ftl:5:19
  |
5 |   cover-text = Call 04 555
  |  ___________________^
6 | |     0123 or write to help@desk.be: www.desk.be/help.
  | |________^
  |
  = help: write it into `facts.toml` as the `phone` of a `[contact.…]` or `[value.…]`, and call it by its name: `{ $name-phone }` or `{ $name }`
  = help: if it must stand as it is, add an `[[accept]]` with `check = "typed-contact"`, `message`, `found = "04 555 0123"` and a `reason` to `brochure.toml`

warning[typed-contact]: a mail address is typed into a text: `help@desk.be`
 --> translations/en/note.ftl:6:22
  |
6 |     0123 or write to help@desk.be: www.desk.be/help.
  |                      ^^^^^^^^^^^^
  |
  = help: write it into `facts.toml` as the `email` of a `[contact.…]` or `[value.…]`, and call it by its name: `{ $name-email }` or `{ $name }`
  = help: if it must stand as it is, add an `[[accept]]` with `check = "typed-contact"`, `message`, `found = "help@desk.be"` and a `reason` to `brochure.toml`

warning[typed-contact]: a web address is typed into a text: `www.desk.be/help`
 --> translations/en/note.ftl:6:36
  |
6 |     0123 or write to help@desk.be: www.desk.be/help.
  |                                    ^^^^^^^^^^^^^^^^
  |
  = help: write it into `facts.toml` as the `site` of a `[contact.…]` or `[value.…]`, and call it by its name: `{ $name-site }` or `{ $name }`
  = help: if it must stand as it is, add an `[[accept]]` with `check = "typed-contact"`, `message`, `found = "www.desk.be/help"` and a `reason` to `brochure.toml`
"#]],
    );
}

#[test]
fn a_number_that_is_a_fact_is_named() {
    project("Call 0123 45 67 89.").assert_warnings(str![[r#"
warning[typed-contact]: a telephone number is typed into a text: `0123 45 67 89`
 --> translations/en/note.ftl:5:19
  |
5 | cover-text = Call 0123 45 67 89.
  |                   ^^^^^^^^^^^^^
  |
  = help: write `{ $shop-phone }`, which is the same fact
  = help: if it must stand as it is, add an `[[accept]]` with `check = "typed-contact"`, `message`, `found = "0123 45 67 89"` and a `reason` to `brochure.toml`
"#]]);
}

#[test]
fn a_choice_is_looked_at_in_all_its_forms() {
    let sandbox = project("{ $years ->\n    [one] Call 04 555 0123.\n   *[other] Call us.\n}");
    let found = sandbox.load("note").resolve("short", "en");
    assert_eq!(
        messages(&found.diagnostics),
        ["a telephone number is typed into a text: `04 555 0123`"]
    );
}

#[test]
fn tags_and_terms_hide_nothing() {
    for typed in ["04 <b>555</b> 0123", "{ -desk }", "{ \"04 555 0123\" }"] {
        let sandbox = project(typed);
        sandbox.append(ENGLISH, "-desk = 04 555 0123\n");
        let found = sandbox.load("note").resolve("short", "en");
        assert_eq!(
            messages(&found.diagnostics),
            ["a telephone number is typed into a text: `04 555 0123`"],
            "{typed}"
        );
    }
}

#[test]
fn it_keeps_the_edition_from_being_approved() {
    let sandbox = project("Call 04 555 0123.");
    approve(&sandbox, "note", "AB");
    let reasons = sandbox.load("note").resolve("short", "en").reasons();
    assert_eq!(reasons, ["typed-contact cover-text"]);
}

#[test]
fn each_is_accepted_by_itself_with_a_reason() {
    let sandbox = project("Call 04 555 0123 or 04 555 0124.");
    let accept = |number| {
        format!(
            "\n[[accept]]\ncheck = \"typed-contact\"\nmessage = \"cover-text\"\nfound = \"{number}\"\nreason = \"an example\"\n"
        )
    };
    sandbox.append(BROCHURE, &accept("04 555 0123"));
    approve(&sandbox, "note", "AB");
    let resolved = sandbox.load("note").resolve("short", "en");
    assert_eq!(
        messages(&resolved.diagnostics),
        ["a telephone number is typed into a text: `04 555 0124`"]
    );
    sandbox.append(BROCHURE, &accept("04 555 0124"));
    approve(&sandbox, "note", "AB");
    let resolved = sandbox.load("note").resolve("short", "en");
    assert_eq!((resolved.reasons(), messages(&resolved.diagnostics)), (vec![], vec![]));
    sandbox.build_clean();
    sandbox.append(BROCHURE, &accept("04 555 0125"));
    sandbox.assert_warnings(str![[r#"
warning: this accepts no `typed-contact`
  --> brochures/note/brochure.toml:53:9
   |
53 | check = "typed-contact"
   |         ^^^^^^^^^^^^^^^
   |
   = help: nothing of the kind is found any more: delete the `[[accept]]`
"#]]);
}

#[test]
fn an_accept_names_the_message_and_what_is_typed() {
    let sandbox = project("Call 04 555 0123.");
    let accept =
        "\n[[accept]]\ncheck = \"typed-contact\"\nlanguage = \"en\"\nreason = \"an example\"\n";
    sandbox.append(BROCHURE, accept);
    sandbox.assert_faults(str![[r#"
error: an `[[accept]]` of `typed-contact` needs `message` and `found`
  --> brochures/note/brochure.toml:41:9
   |
41 | check = "typed-contact"
   |         ^^^^^^^^^^^^^^^
   |
   = help: each number and address is accepted by itself: `message = "office"`, `found = "02 555 70 80"`
"#]]);
    let sandbox = Sandbox::of("small");
    sandbox.append(BROCHURE, "\n[[accept]]\ncheck = \"short-line\"\nmessage = \"cover-text\"\nfound = \"1\"\nreason = \"an example\"\n");
    sandbox.assert_faults(str![[r#"
error: unknown check `short-line`
  --> brochures/note/brochure.toml:41:9
   |
41 | check = "short-line"
   |         ^^^^^^^^^^^^
   |
   = help: `feuillet list --checks` lists them

error: `found` is for `typed-contact` alone
  --> brochures/note/brochure.toml:43:9
   |
43 | found = "1"
   |         ^^^
   |
   = help: delete it
"#]]);
}

#[test]
fn years_sums_and_laws_are_no_telephone_numbers() {
    let sandbox = project(
        "In 2026 and 2027, 1 000 000 people paid 12 345 678 euros by 28/11/2026 (art. 101, C-123/45), p.ex. at 9:00–17:00.",
    );
    sandbox.assert_warnings(str![[r#"

"#]]);
}
