//! What is wrong in a project's files is told whole: message, underlined place, what to do next.
//!
//! In the expected texts a backslash at the end of a line joins it with the next one.

use crate::support::Sandbox;

const BROCHURE: &str = "brochures/note/brochure.toml";
const FACTS: &str = "brochures/note/facts.toml";
const THEME: &str = "brochures/note/theme.toml";
const ENGLISH: &str = "translations/en/note.ftl";
const DUTCH: &str = "translations/nl/note.ftl";

/// Makes sure that `check` finds faults, and reports exactly these.
#[track_caller]
fn expect(sandbox: &Sandbox, report: &str) {
    assert_eq!(sandbox.faults().trim_end(), joined(report));
}

/// Makes sure that `check` only warns, of exactly this.
#[track_caller]
fn expect_warnings(sandbox: &Sandbox, report: &str) {
    let ran = sandbox.run(&["check"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert_eq!(ran.stderr.trim_end(), joined(report));
}

fn joined(report: &str) -> String {
    report.trim_matches('\n').replace("\\\n    ", "")
}

#[test]
fn an_unknown_key_is_told_with_the_one_that_is_meant() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(BROCHURE, "layout = \"cover\"", "layuot = \"cover\"");
    expect(
        &sandbox,
        r##"
error: unknown key `layuot` in the section `cover`
  --> brochures/note/brochure.toml:20:1
   |
20 | layuot = "cover"
   | ^^^^^^
   |
   = help: did you mean `layout`?
"##,
    );
}

#[test]
fn unknown_key_of_a_fact_that_is_like_no_other() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(FACTS, "hours = \"weekdays\"", "zebra = 1");
    expect(
        &sandbox,
        r##"
error: unknown key `zebra` in the contact `shop`
  --> brochures/note/facts.toml:11:1
   |
11 | zebra = 1
   | ^^^^^
   |
   = help: known keys are `name`, `called`, `about`, `phone`, `site`, `email`, `address`, \
    `hours`, `free`, `anonymous`, `answers`, `regions`, `needs`, `source`, `verified` and \
    `review-by`
"##,
    );
}

#[test]
fn a_value_of_the_wrong_type() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(BROCHURE, "panels = 2", "panels = \"two\"");
    expect(
        &sandbox,
        r##"
error: `panels` must be a whole number from 0, found the text `two`
  --> brochures/note/brochure.toml:14:10
   |
14 | panels = "two"
   |          ^^^^^ expected a whole number from 0
"##,
    );
}

#[test]
fn a_date_in_quotes() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(BROCHURE, "date = 2026-11-23", "date = \"2026-11-23\"");
    expect(
        &sandbox,
        r##"
error: `date` must be a date like 2026-11-23, without quotes, found the text `2026-11-23`
  --> brochures/note/brochure.toml:10:8
   |
10 | date = "2026-11-23"
   |        ^^^^^^^^^^^^ expected a date like 2026-11-23, without quotes
"##,
    );
}

#[test]
fn a_missing_key() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(BROCHURE, "public-name = \"note\"\n", "");
    expect(
        &sandbox,
        r##"
error: the brochure has no `public-name`
 --> brochures/note/brochure.toml:1:1
  |
1 | # A leaflet of two panels: the ground on which single cases are tried.
  | ^
  |
  = help: add `public-name = …`, a string
"##,
    );
}

#[test]
fn duplicate_key() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(
        FACTS,
        "phone = \"0123 45 67 89\"",
        "phone = \"0123 45 67 89\"\nphone = \"0123 45 67 80\"",
    );
    expect(
        &sandbox,
        r##"
error: duplicate key
  --> brochures/note/facts.toml:10:1
   |
10 | phone = "0123 45 67 80"
   | ^^^^^
"##,
    );
}

#[test]
fn duplicate_section() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(BROCHURE, "id = \"shop\"", "id = \"cover\"");
    expect(
        &sandbox,
        r##"
error: there are two sections `cover`
  --> brochures/note/brochure.toml:27:6
   |
27 | id = "cover"
   |      ^^^^^^^
   |
   = help: give one of them another `id`
"##,
    );
}

#[test]
fn duplicate_message() {
    let sandbox = Sandbox::of("small");
    sandbox.append(ENGLISH, "shop-pay = Again.\n");
    expect(
        &sandbox,
        r##"
error: there are two messages `shop-pay`
  --> translations/en/note.ftl:16:1
   |
16 | shop-pay = Again.
   | ^^^^^^^^
   |
   = help: the first stands in `translations/en/note.ftl`, line 13
"##,
    );
}

#[test]
fn unknown_kind_of_block() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(BROCHURE, "{ paragraph = \"shop-text\" }", "{ paragraf = \"shop-text\" }");
    expect(
        &sandbox,
        r##"
error: this block is of no known kind
  --> brochures/note/brochure.toml:30:5
   |
30 |   { paragraf = "shop-text" },
   |     ^^^^^^^^
   |
   = help: did you mean `paragraph`?
"##,
    );
}

#[test]
fn two_kinds_in_one_block() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(
        BROCHURE,
        "{ paragraph = \"shop-text\" }",
        "{ paragraph = \"shop-text\", heading = \"shop-title\" }",
    );
    expect(
        &sandbox,
        r##"
error: a block is one thing, but this is also a `heading`
  --> brochures/note/brochure.toml:30:30
   |
30 |   { paragraph = "shop-text", heading = "shop-title" },
   |                              ^^^^^^^
   |
   = help: write two blocks, each in its own braces
"##,
    );
}

#[test]
fn unknown_message() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(BROCHURE, "{ paragraph = \"shop-text\" }", "{ paragraph = \"shop-txt\" }");
    expect(
        &sandbox,
        r##"
error: no message `shop-txt` in the source language `en`
  --> brochures/note/brochure.toml:30:17
   |
30 |   { paragraph = "shop-txt" },
   |                 ^^^^^^^^^^
   |
   = help: did you mean `shop-text`?
   = help: write it in `translations/en/note.ftl`

warning: no block shows the message `shop-text`
 --> translations/en/note.ftl:7:1
  |
7 | shop-text =
  | ^^^^^^^^^
  |
  = help: did you mean `shop-txt`?
  = help: delete it, or name it in `brochure.toml`

warning: no block shows the message `shop-text`
 --> translations/nl/note.ftl:7:1
  |
7 | shop-text =
  | ^^^^^^^^^
  |
  = help: did you mean `shop-txt`?
  = help: delete it, or name it in `brochure.toml`
"##,
    );
}

#[test]
fn unknown_fact_in_a_text() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "Betaal wat u wilt.", "Na { $yaers } jaar.");
    expect(
        &sandbox,
        r##"
error: unknown fact `$yaers`
  --> translations/nl/note.ftl:13:18
   |
13 | shop-pay = Na { $yaers } jaar.
   |                  ^^^^^
   |
   = help: did you mean `years`?
   = help: facts stand in `brochures/note/facts.toml`
"##,
    );
}

#[test]
fn unknown_term() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "Betaal wat u wilt.", "In de { -shpo }.");
    expect(
        &sandbox,
        r##"
error: unknown term `-shpo`
  --> translations/nl/note.ftl:13:21
   |
13 | shop-pay = In de { -shpo }.
   |                     ^^^^
   |
   = help: did you mean `-shop`?
   = help: it must be in the same language, `nl`
"##,
    );
}

#[test]
fn unknown_message_in_a_text() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "Betaal wat u wilt.", "{ shop-brign }");
    expect(
        &sandbox,
        r##"
error: unknown message `shop-brign`
  --> translations/nl/note.ftl:13:14
   |
13 | shop-pay = { shop-brign }
   |              ^^^^^^^^^^
   |
   = help: did you mean `shop-bring`?
   = help: it must be in the same language, `nl`
"##,
    );
}

#[test]
fn unknown_function() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "Betaal wat u wilt.", "{ PLURAL($years) }");
    expect(
        &sandbox,
        r##"
error: unknown function `PLURAL`
  --> translations/nl/note.ftl:13:14
   |
13 | shop-pay = { PLURAL($years) }
   |              ^^^^^^
   |
   = help: functions are `NUMBER` and `DATETIME`
"##,
    );
}

#[test]
fn unknown_need() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(BROCHURE, "need = \"questions\"", "need = \"question\"");
    expect(
        &sandbox,
        r##"
error: unknown need `question`
  --> brochures/note/brochure.toml:32:25
   |
32 |   { contacts = { need = "question" } },
   |                         ^^^^^^^^^^
   |
   = help: did you mean `questions`?
"##,
    );
}

#[test]
fn unknown_region() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(
        FACTS,
        "needs = [\"questions\"]",
        "needs = [\"questions\"]\nregions = [\"noord\", \"north\"]",
    );
    expect(
        &sandbox,
        r##"
error: unknown region `noord`
  --> brochures/note/facts.toml:13:12
   |
13 | regions = ["noord", "north"]
   |            ^^^^^^^
"##,
    );
}

#[test]
fn unknown_contact() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(
        BROCHURE,
        "{ need = \"questions\" }",
        "{ need = \"questions\", only = [\"shopp\"] }",
    );
    expect(
        &sandbox,
        r##"
error: unknown contact `shopp`
  --> brochures/note/brochure.toml:32:46
   |
32 |   { contacts = { need = "questions", only = ["shopp"] } },
   |                                              ^^^^^^^
   |
   = help: did you mean `shop`?
"##,
    );
}

#[test]
fn unknown_edition() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(BROCHURE, "id = \"shop\"", "id = \"shop\"\neditions = [\"shrot\"]");
    expect(
        &sandbox,
        r##"
error: the edition `short` has 2 panels, but its sections open 1
  --> brochures/note/brochure.toml:14:10
   |
14 | panels = 2
   |          ^
   |
   = help: every section opens a panel unless it is `joined = true`; a `{ break = "panel" }` \
    opens one too

error: unknown edition `shrot`
  --> brochures/note/brochure.toml:28:13
   |
28 | editions = ["shrot"]
   |             ^^^^^^^
   |
   = help: did you mean `short`?
"##,
    );
}

#[test]
fn unknown_slot() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(
        BROCHURE,
        "{ paragraph = \"shop-text\" },",
        "{ paragraph = \"shop-text\", slot = \"stands\" },",
    );
    expect(
        &sandbox,
        r##"
error: unknown slot `stands`
  --> brochures/note/brochure.toml:30:37
   |
30 |   { paragraph = "shop-text", slot = "stands" },
   |                                     ^^^^^^^^
"##,
    );
}

#[test]
fn qr_code_of_an_unknown_fact() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(BROCHURE, "{ contacts = { need = \"questions\" } }", "{ qr = \"shopp\" }");
    expect(
        &sandbox,
        r##"
error: unknown fact `shopp`
  --> brochures/note/brochure.toml:32:10
   |
32 |   { qr = "shopp" },
   |          ^^^^^^^
   |
   = help: did you mean `shop`?
"##,
    );
}

#[test]
fn unknown_profile() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(
        BROCHURE,
        "text-size = \"9.4pt\"",
        "text-size = \"9.4pt\"\nprofiles = [\"screen\", \"sreen\"]",
    );
    expect(
        &sandbox,
        r##"
error: a profile is `sreen`, which is none of `screen`, `print`, `office` and `proof`
  --> brochures/note/brochure.toml:17:23
   |
17 | profiles = ["screen", "sreen"]
   |                       ^^^^^^^
   |
   = help: did you mean `screen`?
"##,
    );
}

#[test]
fn length_without_unit() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(BROCHURE, "width = \"99mm\"", "width = \"99\"");
    expect(
        &sandbox,
        r##"
error: `width` must be a length like "99mm", found the text `99`
  --> brochures/note/brochure.toml:15:18
   |
15 | page = { width = "99", height = "210mm" }
   |                  ^^^^ expected a length like "99mm"
"##,
    );
}

#[test]
fn missing_picture() {
    let sandbox = Sandbox::of("small");
    sandbox.write("brochures/note/images/shop.png", "x");
    sandbox.replace(
        BROCHURE,
        "{ paragraph = \"shop-text\" }",
        "{ figure = \"shop.pgn\", alt = \"shop-text\" }",
    );
    expect(
        &sandbox,
        r##"
error: can't read `brochures/note/images/shop.pgn`: there is no such file
  --> brochures/note/brochure.toml:30:14
   |
30 |   { figure = "shop.pgn", alt = "shop-text" },
   |              ^^^^^^^^^^
   |
   = help: did you mean `shop.png`?
"##,
    );
}

#[test]
fn unreadable_picture() {
    let sandbox = Sandbox::of("small");
    sandbox.write("brochures/note/images/shop.png", "not a picture");
    sandbox.replace(
        BROCHURE,
        "{ paragraph = \"shop-text\" }",
        "{ figure = \"shop.png\", alt = \"shop-text\" }",
    );
    expect(
        &sandbox,
        r##"
error: `shop.png` is not a readable picture: The image format could not be determined
  --> brochures/note/brochure.toml:30:14
   |
30 |   { figure = "shop.png", alt = "shop-text" },
   |              ^^^^^^^^^^
"##,
    );
}

#[test]
fn broken_svg() {
    let sandbox = Sandbox::of("small");
    sandbox.write("brochures/note/images/shop.svg", "<svg><g></svg>");
    sandbox.replace(
        BROCHURE,
        "{ paragraph = \"shop-text\" }",
        "{ figure = \"shop.svg\", alt = \"shop-text\" }",
    );
    expect(
        &sandbox,
        r##"
error: `shop.svg` is not a readable SVG picture: expected 'g' tag, not 'svg' at 1:9
  --> brochures/note/brochure.toml:30:14
   |
30 |   { figure = "shop.svg", alt = "shop-text" },
   |              ^^^^^^^^^^
"##,
    );
}

#[test]
fn picture_outside_its_folder() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(
        BROCHURE,
        "{ paragraph = \"shop-text\" }",
        "{ figure = \"../theme.toml\", alt = \"shop-text\" }",
    );
    expect(
        &sandbox,
        r##"
error: `../theme.toml` is not the name of a file in `brochures/note/images`
  --> brochures/note/brochure.toml:30:14
   |
30 |   { figure = "../theme.toml", alt = "shop-text" },
   |              ^^^^^^^^^^^^^^^
"##,
    );
}

#[test]
fn unclosed_brace() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "Betaal wat u wilt.", "Betaal { $years");
    expect(
        &sandbox,
        r##"
error: this `{` is never closed
  --> translations/nl/note.ftl:13:19
   |
13 | shop-pay = Betaal { $years
   |                   ^
   |
   = help: write `}` behind what is filled in; to show a brace, write `{"{"}`
"##,
    );
}

#[test]
fn stray_closing_brace() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "Betaal wat u wilt.", "Betaal } wat");
    expect(
        &sandbox,
        r##"
error: this `}` closes nothing
  --> translations/nl/note.ftl:13:19
   |
13 | shop-pay = Betaal } wat
   |                   ^
   |
   = help: delete it; to show a brace, write `{"}"}`
"##,
    );
}

#[test]
fn empty_braces() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "Betaal wat u wilt.", "Betaal {  }.");
    expect(
        &sandbox,
        r##"
error: nothing that can be filled in stands here
  --> translations/nl/note.ftl:13:22
   |
13 | shop-pay = Betaal {  }.
   |                      ^
   |
   = help: write `{ $fact }` or `{ -term }`; to show a brace, write `{"{"}`
"##,
    );
}

#[test]
fn choice_without_default() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "       *[other] { $years } jaar", "        [other] { $years } jaar");
    expect(
        &sandbox,
        r##"
error: the choice has no default
  --> translations/nl/note.ftl:11:5
   |
11 |     }.
   |     ^
   |
   = help: mark one of its lines with a star: `*[other] …`
"##,
    );
}

#[test]
fn line_that_begins_with_a_bracket() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(
        DUTCH,
        "shop-pay = Betaal wat u wilt.",
        "shop-pay =\n    Betaal\n    [zoals] u wilt.",
    );
    expect(
        &sandbox,
        r##"
error: a line of a text can't begin with `[`
  --> translations/nl/note.ftl:15:5
   |
15 |     [zoals] u wilt.
   |     ^
   |
   = help: put it at the end of the line above, or write `{"["}`
"##,
    );
}

#[test]
fn line_that_begins_with_a_star() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(
        DUTCH,
        "shop-pay = Betaal wat u wilt.",
        "shop-pay =\n    Betaal\n    *zoals* u wilt.",
    );
    expect(
        &sandbox,
        r##"
error: a line of a text can't begin with `*`
  --> translations/nl/note.ftl:15:5
   |
15 |     *zoals* u wilt.
   |     ^
   |
   = help: put it at the end of the line above, or write `{"*"}`
"##,
    );
}

#[test]
fn line_that_begins_with_a_full_stop() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(
        DUTCH,
        "shop-pay = Betaal wat u wilt.",
        "shop-pay =\n    Betaal\n    ... wat u wilt.",
    );
    expect(
        &sandbox,
        r##"
error: a line of a text can't begin with `.`
  --> translations/nl/note.ftl:15:5
   |
15 |     ... wat u wilt.
   |     ^
   |
   = help: put it at the end of the line above, or write `{"."}`
"##,
    );
}

#[test]
fn tabs_instead_of_blanks() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "shop-pay = Betaal wat u wilt.", "shop-pay =\n\tBetaal wat u wilt.");
    expect(
        &sandbox,
        r##"
error: this line begins with a tab
  --> translations/nl/note.ftl:14:1
   |
14 |     Betaal wat u wilt.
   | ^^^^
   |
   = help: begin it with blanks
"##,
    );
}

#[test]
fn line_that_is_not_indented() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "shop-pay = Betaal wat u wilt.", "shop-pay = Betaal\nwat u wilt.");
    expect(
        &sandbox,
        r##"
error: expected `=` here
  --> translations/nl/note.ftl:14:5
   |
14 | wat u wilt.
   |     ^
   |
   = help: a message is `name = text`; further lines of its text begin with blanks
"##,
    );
}

#[test]
fn message_without_text() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "shop-pay = Betaal wat u wilt.", "shop-pay =");
    expect(
        &sandbox,
        r##"
error: the message `shop-pay` has no text
  --> translations/nl/note.ftl:13:1
   |
13 | shop-pay =
   | ^^^^^^^^^^
   |
   = help: write its text behind the `=`, or delete the line
"##,
    );
}

#[test]
fn unclosed_markup() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "</b> het in een tas", "het in een tas");
    expect(
        &sandbox,
        r##"
error: `<b>` is never closed
  --> translations/nl/note.ftl:12:14
   |
12 | shop-bring = <b>Brenghet in een tas.
   |              ^^^
   |
   = help: write `</b>` where it ends
"##,
    );
}

#[test]
fn crossed_markup() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "<b>Breng</b> het", "<b>Breng <em>het</b></em>");
    expect(
        &sandbox,
        r##"
error: expected `</em>`, found `</b>`
  --> translations/nl/note.ftl:12:30
   |
12 | shop-bring = <b>Breng <em>het</b></em> in een tas.
   |                              ^^^^
   |
   = help: `<em>` was opened last, and must be closed first
"##,
    );
}

#[test]
fn passage_that_is_never_closed() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "Betaal wat", "<span lang=\"fr\">Payez wat");
    expect(
        &sandbox,
        r##"
error: `<span lang="fr">` is never closed
  --> translations/nl/note.ftl:13:12
   |
13 | shop-pay = <span lang="fr">Payez wat u wilt.
   |            ^^^^^^^^^^^^^^^^
   |
   = help: write `</span>` where it ends
"##,
    );
}

#[test]
fn passage_in_a_language_that_nobody_knows() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "Betaal wat", "<span lang=\"fr-BE\">Payez</span> wat");
    expect(
        &sandbox,
        r##"
error: language `fr-BE` has no row in the table of languages
  --> translations/nl/note.ftl:13:12
   |
13 | shop-pay = <span lang="fr-BE">Payez</span> wat u wilt.
   |            ^^^^^^^^^^^^^^^^^^^
   |
   = help: did you mean `fr`?
   = help: add `[language.fr-BE]` to `translations/languages.toml`, with its autonym and script
"##,
    );
}

#[test]
fn passage_of_a_term_is_told_at_the_term_and_once() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "-shop = Molenstraat", "-shop = <span lang=\"tlh\">Molenstraat</span>");
    sandbox.replace(DUTCH, "Betaal wat", "{ -shop }: betaal wat");
    expect(
        &sandbox,
        r##"
error: language `tlh` has no row in the table of languages
 --> translations/nl/note.ftl:1:9
  |
1 | -shop = <span lang="tlh">Molenstraat</span>
  |         ^^^^^^^^^^^^^^^^^
  |
  = help: add `[language.tlh]` to `translations/languages.toml`, with its autonym and script
"##,
    );
}

#[test]
fn closing_tag_alone() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "Betaal wat", "Betaal</em> wat");
    expect(
        &sandbox,
        r##"
error: `</em>` has no opening tag
  --> translations/nl/note.ftl:13:18
   |
13 | shop-pay = Betaal</em> wat u wilt.
   |                  ^^^^^
   |
   = help: delete it
"##,
    );
}

#[test]
fn link_to_an_unknown_fact() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "Betaal wat u wilt.", "Betaal <a id=\"shopp\">wat</a> u wilt.");
    expect(
        &sandbox,
        r##"
error: `shopp` is not a fact with a web address
  --> translations/nl/note.ftl:13:19
   |
13 | shop-pay = Betaal <a id="shopp">wat</a> u wilt.
   |                   ^^^^^^^^^^^^^^
   |
   = help: did you mean `shop`?
"##,
    );
}

#[test]
fn language_without_a_row() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(
        BROCHURE,
        "languages = [\"en\", \"nl\"]",
        "languages = [\"en\", \"nl\", \"wa\"]",
    );
    sandbox.write("translations/wa/note.ftl", "");
    expect(
        &sandbox,
        r##"
error: language `wa` has no row in the table of languages
 --> brochures/note/brochure.toml:6:26
  |
6 | languages = ["en", "nl", "wa"]
  |                          ^^^^
  |
  = help: add `[language.wa]` to `translations/languages.toml`, with its autonym and script
"##,
    );
}

#[test]
fn not_a_language_tag() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(
        BROCHURE,
        "languages = [\"en\", \"nl\"]",
        "languages = [\"en\", \"nederlands taal\"]",
    );
    expect(
        &sandbox,
        r##"
error: a list item must be a language tag like "pt" or "fa-AF", found the text `nederlands taal`
 --> brochures/note/brochure.toml:6:20
  |
6 | languages = ["en", "nederlands taal"]
  |                    ^^^^^^^^^^^^^^^^^ expected a language tag like "pt" or "fa-AF"
"##,
    );
}

#[test]
fn missing_catalogue() {
    let sandbox = Sandbox::of("small");
    sandbox.delete(DUTCH);
    expect(
        &sandbox,
        r##"
error: can't read `translations/nl/note.ftl`: there is no such file
 |
 = help: looked in `<project>`
"##,
    );
}

#[test]
fn bad_colour() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(THEME, "\"#4B2A63\"", "\"#4B2A6\"");
    expect(
        &sandbox,
        r##"
error: `#4B2A6` is not a screen colour
 --> brochures/note/theme.toml:2:22
  |
2 | primary = { screen = "#4B2A6", print = [80, 95, 20, 20] }
  |                      ^^^^^^^^
  |
  = help: write it like "#4B2A63"
"##,
    );
}

#[test]
fn low_contrast_as_printed() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(THEME, "[90, 48, 45, 18]", "[70, 30, 30, 0]");
    expect(
        &sandbox,
        r##"
error: text in `secondary` on white has a contrast of 3.4 as printed, 4.5 is needed (WCAG 2.2)
 --> brochures/note/theme.toml:3:13
  |
3 | secondary = { screen = "#1B6470", print = [70, 30, 30, 0] }
  |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: take a darker colour

error: text in `secondary` on `ground` has a contrast of 3.1 as printed, 4.5 is needed (WCAG 2.2)
 --> brochures/note/theme.toml:3:13
  |
3 | secondary = { screen = "#1B6470", print = [70, 30, 30, 0] }
  |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: take a darker colour
"##,
    );
}

#[test]
fn low_contrast() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(THEME, "\"#1B6470\"", "\"#4FA5B4\"");
    expect(
        &sandbox,
        r##"
error: text in `secondary` on white has a contrast of 2.8, 4.5 is needed (WCAG 2.2)
 --> brochures/note/theme.toml:3:13
  |
3 | secondary = { screen = "#4FA5B4", print = [90, 48, 45, 18] }
  |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: take a darker colour

error: text in `secondary` on `ground` has a contrast of 2.5, 4.5 is needed (WCAG 2.2)
 --> brochures/note/theme.toml:3:13
  |
3 | secondary = { screen = "#4FA5B4", print = [90, 48, 45, 18] }
  |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: take a darker colour
"##,
    );
}

#[test]
fn bad_print_colour() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(THEME, "[80, 95, 20, 20]", "[80, 95, 20]");
    expect(
        &sandbox,
        r##"
error: a print colour is four percentages: cyan, magenta, yellow, black
 --> brochures/note/theme.toml:2:41
  |
2 | primary = { screen = "#4B2A63", print = [80, 95, 20] }
  |                                         ^^^^^^^^^^^^
  |
  = help: write it like [80, 95, 20, 20]
"##,
    );
}

#[test]
fn reserved_character() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "Betaal wat", "Betaal\u{FDD1} wat");
    expect(
        &sandbox,
        r##"
error: U+FDD1 is not a character for texts
  --> translations/nl/note.ftl:13:18
   |
13 | shop-pay = Betaal﷑ wat u wilt.
   |                  ^
   |
   = help: delete it; it is invisible, and often comes from a damaged file
"##,
    );
}

#[test]
fn wrong_number_of_panels() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(BROCHURE, "panels = 2", "panels = 6");
    expect(
        &sandbox,
        r##"
error: the edition `short` has 6 panels, but its sections open 2
  --> brochures/note/brochure.toml:14:10
   |
14 | panels = 6
   |          ^
   |
   = help: every section opens a panel unless it is `joined = true`; a `{ break = "panel" }` \
    opens one too
"##,
    );
}

#[test]
fn bad_phone() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(FACTS, "\"0123 45 67 89\"", "\"0123/45.67.89\"");
    expect(
        &sandbox,
        r##"
error: `0123/45.67.89` is not a telephone number
 --> brochures/note/facts.toml:9:9
  |
9 | phone = "0123/45.67.89"
  |         ^^^^^^^^^^^^^^^
  |
  = help: write digits in groups: "0800 30 030"
"##,
    );
}

#[test]
fn site_with_its_scheme() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(FACTS, "\"repair.example\"", "\"https://repair.example\"");
    expect(
        &sandbox,
        r##"
error: `https://repair.example` is not a web address
  --> brochures/note/facts.toml:10:8
   |
10 | site = "https://repair.example"
   |        ^^^^^^^^^^^^^^^^^^^^^^^^
   |
   = help: write it as it is printed, without `https://`: "cire.be"
"##,
    );
}

#[test]
fn forms_of_a_fact_that_can_not_be_read() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(
        FACTS,
        "site = \"repair.example\"",
        "site = { en = \"https://repair.example\", \"in Dutch\" = \"herstel.example\" }\n\
         email = {}\n\
         address = { en = \"\", nl = 3 }",
    );
    sandbox.replace(FACTS, "number = 3", "text = [\"three\"]");
    expect(
        &sandbox,
        r##"
error: `https://repair.example` is not a web address
  --> brochures/note/facts.toml:10:15
   |
10 | site = { en = "https://repair.example", "in Dutch" = "herstel.example" }
   |               ^^^^^^^^^^^^^^^^^^^^^^^^
   |
   = help: write it as it is printed, without `https://`: "cire.be"

error: `in Dutch` is not a language tag
  --> brochures/note/facts.toml:10:41
   |
10 | site = { en = "https://repair.example", "in Dutch" = "herstel.example" }
   |                                         ^^^^^^^^^^
   |
   = help: tags look like `pt`, `fa-AF` or `zh-Hans` (BCP 47)

error: `email` has no form in any language
  --> brochures/note/facts.toml:11:9
   |
11 | email = {}
   |         ^^
   |
   = help: write `email = { fr = "…" }`, or delete the key

error: `en` is empty
  --> brochures/note/facts.toml:12:18
   |
12 | address = { en = "", nl = 3 }
   |                  ^^
   |
   = help: write it, or delete the key

error: `nl` must be a string, found an integer
  --> brochures/note/facts.toml:12:27
   |
12 | address = { en = "", nl = 3 }
   |                           ^ expected a string

error: `text` must be a string, or a table of strings by language, found a list
  --> brochures/note/facts.toml:20:8
   |
20 | text = ["three"]
   |        ^^^^^^^^^ expected a string, or a table of strings by language
"##,
    );
}

#[test]
fn a_form_in_a_language_that_nobody_knows() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(
        FACTS,
        "site = \"repair.example\"",
        "site = { en = \"repair.example\", ln = \"bongisa.example\" }",
    );
    expect(
        &sandbox,
        r##"
error: language `ln` has no row in the table of languages
  --> brochures/note/facts.toml:10:33
   |
10 | site = { en = "repair.example", ln = "bongisa.example" }
   |                                 ^^
   |
   = help: add `[language.ln]` to `translations/languages.toml`, with its autonym and script
"##,
    );
}

#[test]
fn a_value_that_tells_its_language_twice() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(FACTS, "number = 3", "address = { en = \"Mill Lane 3\" }\nlanguage = \"en\"");
    expect(
        &sandbox,
        r##"
error: `address` says itself which language each form is in
  --> brochures/note/facts.toml:19:12
   |
19 | language = "en"
   |            ^^^^
   |
   = help: delete `language`
"##,
    );
}

#[test]
fn the_name_of_a_contact_without_its_language() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(FACTS, "{ en = \"Mill Lane Repair Shop\" }", "\"Mill Lane Repair Shop\"");
    expect(
        &sandbox,
        r##"
error: `name` does not say in which language it is
 --> brochures/note/facts.toml:8:8
  |
8 | name = "Mill Lane Repair Shop"
  |        ^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: write `name = { fr = "Mill Lane Repair Shop" }`
"##,
    );
}

#[test]
fn bad_hours() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(
        FACTS,
        "hours = \"weekdays\"",
        "hours = [{ day = \"mon\", from = \"9h\", to = \"25:00\" }]",
    );
    expect(
        &sandbox,
        r##"
error: `day` is `mon`, which is none of `monday`, `tuesday`, `wednesday`, `thursday`, \
    `friday`, `saturday` and `sunday`
  --> brochures/note/facts.toml:11:18
   |
11 | hours = [{ day = "mon", from = "9h", to = "25:00" }]
   |                  ^^^^^
   |
   = help: did you mean `monday`?

error: `9h` is not a time of day
  --> brochures/note/facts.toml:11:32
   |
11 | hours = [{ day = "mon", from = "9h", to = "25:00" }]
   |                                ^^^^
   |
   = help: write it like "09:30"

error: `25:00` is not a time of day
  --> brochures/note/facts.toml:11:43
   |
11 | hours = [{ day = "mon", from = "9h", to = "25:00" }]
   |                                           ^^^^^^^
   |
   = help: write it like "09:30"
"##,
    );
}

#[test]
fn value_that_holds_two_things() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(FACTS, "number = 3", "number = 3\ntext = \"three\"");
    expect(
        &sandbox,
        r##"
error: the value `years` must hold one thing
  --> brochures/note/facts.toml:17:8
   |
17 | [value.years]
   |        ^^^^^
   |
   = help: give one of `number`, `date`, `text`, `phone`, `site`, `email` and `address`
"##,
    );
}

#[test]
fn reviewed_before_verified() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(
        FACTS,
        "needs = [\"questions\"]\nsource = \"the shop\"\nverified = 2026-10-01",
        "needs = [\"questions\"]\nsource = \"the shop\"\nverified = 2028-10-01",
    );
    expect(
        &sandbox,
        r##"
error: this fact was to be reviewed before the day on which it was verified
  --> brochures/note/facts.toml:15:13
   |
15 | review-by = 2027-10-01
   |             ^^^^^^^^^^
   |
   = help: set `review-by` to a day after `verified`
"##,
    );
}

#[test]
fn bad_public_name() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(BROCHURE, "public-name = \"note\"", "public-name = \"Ma brochure\"");
    expect(
        &sandbox,
        r##"
error: `Ma brochure` can't begin a file name
 --> brochures/note/brochure.toml:4:15
  |
4 | public-name = "Ma brochure"
  |               ^^^^^^^^^^^^^
  |
  = help: use small letters a to z, digits and hyphens
"##,
    );
}

#[test]
fn uneven_table() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(
        BROCHURE,
        "{ paragraph = \"shop-text\" }",
        "{ table = { header = [\"shop-title\", \"shop-bring\"], rows = [[\"shop-text\"]] } }",
    );
    expect(
        &sandbox,
        r##"
error: this row has 1 cell, the header has 2
  --> brochures/note/brochure.toml:30:62
   |
30 |   { table = { header = ["shop-title", "shop-bring"], rows = [["shop-text"]] } },
   |                                                              ^^^^^^^^^^^^^
"##,
    );
}

#[test]
fn guide_to_an_unknown_section() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(
        BROCHURE,
        "{ paragraph = \"shop-text\" }",
        "{ guide = [{ question = \"shop-text\", answers = [\
         { text = \"shop-pay\", to = \"coverr\" }] }] }",
    );
    expect(
        &sandbox,
        r##"
error: unknown section `coverr`
  --> brochures/note/brochure.toml:30:77
   |
30 |   { guide = [{ question = "shop-text", answers = [{ text = "shop-pay", to = "coverr" }] \
    }] },
   |                                                                             ^^^^^^^^
   |
   = help: did you mean `cover`?
"##,
    );
}

#[test]
fn overfull_panel() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "Betaal wat u wilt.", &"Betaal wat u wilt en kunt. ".repeat(70));
    expect(
        &sandbox,
        r##"
error[overset]: panel 2 (`shop`) is too full by 9 mm: about 2 lines, 90 characters, must go (note, \
    edition `short`, `nl`)
  --> translations/nl/note.ftl:13:1
   |
13 | shop-pay = Betaal wat u wilt en kunt. Betaal wat u wilt en kunt. Betaal wat u wilt en kunt. \
    Betaal wat u wilt en kunt. Betaal wat u ...
   | ^^^^^^^^
   |
   = help: shorten its texts, move a block, or let the measures in `fit` give way further
   = help: grown most against `en`: `shop-text` (+18 %)
"##,
    );
}

#[test]
fn character_that_no_font_has() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "Betaal wat u wilt.", "Betaal 中文.");
    expect(
        &sandbox,
        r##"
error[missing-glyph]: no font has the character `中` (U+4E2D), in `shop-pay`, language `nl`: page 2, 25 mm \
    from the left and 41 mm from the top (note, edition `short`, `nl`)
  --> translations/nl/note.ftl:13:1
   |
13 | shop-pay = Betaal 中文.
   | ^^^^^^^^
   |
   = help: the last family asked was `Source Sans 3`: put a family that has it into `fonts/` \
    and name it in the script's `families`, or write the text without it

error[missing-glyph]: no font has the character `文` (U+6587), in `shop-pay`, language `nl`: page 2, 25 mm \
    from the left and 41 mm from the top (note, edition `short`, `nl`)
  --> translations/nl/note.ftl:13:1
   |
13 | shop-pay = Betaal 中文.
   | ^^^^^^^^
   |
   = help: the last family asked was `Source Sans 3`: put a family that has it into `fonts/` \
    and name it in the script's `families`, or write the text without it
"##,
    );
}

#[test]
fn family_that_is_not_there() {
    let sandbox = Sandbox::of("small");
    sandbox.append(THEME, "\n[families]\nLatn = [\"Source Sans 4\"]\n");
    expect(
        &sandbox,
        r##"
error: the family `Source Sans 4` for the script `Latn` is not in `fonts/`
 |
 = help: did you mean `Source Sans 3`?
 = help: put its files into the project's `fonts/` folder
"##,
    );
}

#[test]
fn several_faults_in_several_files() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(BROCHURE, "need = \"questions\"", "need = \"qestions\"");
    sandbox.replace(FACTS, "number = 3", "number = \"3\"");
    sandbox.replace(THEME, "\"#4B2A63\"", "\"plum\"");
    sandbox.replace(DUTCH, "Betaal wat u wilt.", "Betaal } wat");
    sandbox.replace(ENGLISH, "<b>Bring</b>", "<b>{ $bag }</b>");
    expect(
        &sandbox,
        r##"
error: unknown need `qestions`
  --> brochures/note/brochure.toml:32:25
   |
32 |   { contacts = { need = "qestions" } },
   |                         ^^^^^^^^^^
   |
   = help: did you mean `questions`?

error: `number` must be a number, found the text `3`
  --> brochures/note/facts.toml:18:10
   |
18 | number = "3"
   |          ^^^ expected a number

error: `plum` is not a screen colour
 --> brochures/note/theme.toml:2:22
  |
2 | primary = { screen = "plum", print = [80, 95, 20, 20] }
  |                      ^^^^^^
  |
  = help: write it like "#4B2A63"

error: this `}` closes nothing
  --> translations/nl/note.ftl:13:19
   |
13 | shop-pay = Betaal } wat
   |                   ^
   |
   = help: delete it; to show a brace, write `{"}"}`
"##,
    );
}

#[test]
fn unused_message() {
    let sandbox = Sandbox::of("small");
    sandbox.append(DUTCH, "shop-old = Vroeger.\n");
    expect_warnings(
        &sandbox,
        r##"
warning: no block shows the message `shop-old`
  --> translations/nl/note.ftl:16:1
   |
16 | shop-old = Vroeger.
   | ^^^^^^^^
   |
   = help: delete it, or name it in `brochure.toml`
"##,
    );
}

#[test]
fn misspelt_message_in_a_translation() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "shop-pay =", "shop-pya =");
    expect_warnings(
        &sandbox,
        r##"
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
 = help: translate them in `translations/nl`
"##,
    );
}

#[test]
fn unknown_icon() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(BROCHURE, "icon = \"wallet\"", "icon = \"walet\"");
    expect(
        &sandbox,
        r##"
error: unknown icon `walet`
  --> brochures/note/brochure.toml:31:55
   |
31 |   { list = ["shop-bring", { text = "shop-pay", icon = "walet" }] },
   |                                                       ^^^^^^^
   |
   = help: did you mean `wallet`?
"##,
    );
}

#[test]
fn unknown_icon_that_is_like_no_other() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(BROCHURE, "icon = \"wallet\"", "icon = \"zzz\"");
    let names: Vec<&str> = feuillet::load::icons::ICONS.iter().map(|(name, _)| *name).collect();
    let report = r##"
error: unknown icon `zzz`
  --> brochures/note/brochure.toml:31:55
   |
31 |   { list = ["shop-bring", { text = "shop-pay", icon = "zzz" }] },
   |                                                       ^^^^^
   |
   = help: icons are <icons>
"##;
    expect(&sandbox, &report.replace("<icons>", &feuillet::diagnostic::list(&names)));
}

#[test]
fn toml_syntax_error() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(FACTS, "number = 3", "number = = 3");
    let report = sandbox.faults();
    assert!(
        report.starts_with(
            "\
error: extra `=`, expected nothing
  --> brochures/note/facts.toml:18:10
   |
18 | number = = 3
   |          ^
"
        ),
        "{report}"
    );
}

#[test]
fn not_in_utf8() {
    let sandbox = Sandbox::of("small");
    sandbox.write(DUTCH, b"shop-pay = Caf\xe9\n");
    expect(
        &sandbox,
        r##"
error: this file is not in UTF-8
 --> translations/nl/note.ftl:1:15
  |
1 | shop-pay = Caf�
  |               ^
  |
  = help: save it again with the encoding UTF-8
"##,
    );
}

#[test]
fn no_file_is_written_where_a_character_has_no_glyph() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "Betaal wat u wilt.", "Betaal 中文.");
    assert_eq!(sandbox.run(&["build"]).code, 1);
    assert_eq!(sandbox.pdfs("note"), ["en/note-short-en-screen-draft.pdf"]);
}

#[test]
fn check_finds_what_build_finds() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "Betaal wat u wilt.", "Betaal 中文.");
    let found = sandbox.faults();
    assert_eq!(sandbox.run(&["build"]).stderr, found);
}

#[test]
fn unknown_name_on_the_command_line() {
    let sandbox = Sandbox::of("small");
    for (arguments, report) in [
        (["build", "nota"], "error: no brochure `nota`\n |\n = help: did you mean `note`?\n\n"),
        (
            ["build", "--lang=de"],
            "error: no language `de`\n |\n = help: there is `en` and `nl`\n\n",
        ),
        (
            ["build", "--edition=shrot"],
            "error: no edition `shrot`\n |\n = help: did you mean `short`?\n\n",
        ),
        (
            ["build", "--lang=dutch please"],
            "error: `dutch please` is not a language tag\n |\n = help: tags look like `pt` or \
             `fa-AF`\n\n",
        ),
    ] {
        let [command, argument] = arguments;
        let ran = sandbox.run(&[command, argument]);
        assert_eq!((ran.code, ran.stderr.as_str(), ran.stdout.as_str()), (2, report, ""));
        assert!(!sandbox.exists("output"));
    }
}

#[test]
fn no_project() {
    let sandbox = Sandbox::empty();
    let ran = sandbox.run(&["build"]);
    assert_eq!(ran.code, 2);
    assert_eq!(
        ran.stderr,
        "\
error: no project in `<project>`
 |
 = help: a project is a folder with `brochures/`, `translations/` and `fonts/`; \
name it with `--project`

"
    );
}

#[test]
fn project_without_brochures() {
    let sandbox = Sandbox::empty();
    std::fs::create_dir(sandbox.path("brochures")).unwrap();
    let ran = sandbox.run(&["list"]);
    assert_eq!(ran.code, 2);
    assert_eq!(
        ran.stderr,
        "\
error: no brochure in `<project>/brochures`
 |
 = help: a brochure is a folder with a `brochure.toml`

"
    );
}

/// The small project with a block that stands in languages.
fn multilingual(block: &str) -> Sandbox {
    let sandbox = Sandbox::of("small");
    sandbox.replace(BROCHURE, "{ paragraph = \"shop-text\" },", block);
    sandbox
}

#[test]
fn multilingual_block_without_languages() {
    expect(
        &multilingual("{ multilingual = \"shop-text\" },"),
        r##"
error: a `multilingual` block has no `in`
  --> brochures/note/brochure.toml:30:3
   |
30 |   { multilingual = "shop-text" },
   |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   |
   = help: add `in = ["fr", "nl"]`, the languages in which the text must stand
"##,
    );
    expect(
        &multilingual("{ multilingual = \"shop-text\", in = [] },"),
        r##"
error: `in` names no language
  --> brochures/note/brochure.toml:30:38
   |
30 |   { multilingual = "shop-text", in = [] },
   |                                      ^^
   |
   = help: name those in which the text must stand: `in = ["fr", "nl"]`
"##,
    );
}

#[test]
fn multilingual_block_with_a_language_twice() {
    expect(
        &multilingual("{ multilingual = \"shop-text\", in = [\"nl\", \"en\", \"nl\"] },"),
        r##"
error: `in` names `nl` twice
  --> brochures/note/brochure.toml:30:51
   |
30 |   { multilingual = "shop-text", in = ["nl", "en", "nl"] },
   |                                                   ^^^^
   |
   = help: delete one of them
"##,
    );
}

#[test]
fn multilingual_block_in_a_language_without_texts_or_row() {
    expect(
        &multilingual("{ multilingual = \"shop-text\", in = [\"fr\", \"en-AU\"] },"),
        r##"
error: there are no texts in `fr`
  --> brochures/note/brochure.toml:30:39
   |
30 |   { multilingual = "shop-text", in = ["fr", "en-AU"] },
   |                                       ^^^^
   |
   = help: write them in `translations/fr/note.ftl`, or delete `fr` here

error: language `en-AU` has no row in the table of languages
  --> brochures/note/brochure.toml:30:45
   |
30 |   { multilingual = "shop-text", in = ["fr", "en-AU"] },
   |                                             ^^^^^^^
   |
   = help: did you mean `en`?
   = help: add `[language.en-AU]` to `translations/languages.toml`, with its autonym and script
"##,
    );
}

#[test]
fn multilingual_text_that_one_of_its_languages_lacks() {
    let sandbox = multilingual("{ multilingual = \"shop-text\", in = [\"en\", \"nl\"] },");
    sandbox.replace(DUTCH, "shop-text =", "shop-txt =");
    let ran = sandbox.run(&["check", "--lang", "en"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert_eq!(
        ran.stderr.trim_end(),
        joined(
            r##"
error: no message `shop-text` in `nl`, in which it must stand
  --> brochures/note/brochure.toml:30:20
   |
30 |   { multilingual = "shop-text", in = ["en", "nl"] },
   |                    ^^^^^^^^^^^
   |
   = help: did you mean `shop-txt`?
   = help: write it in `translations/nl/note.ftl`: no other language can stand in

warning: no block shows the message `shop-txt`
 --> translations/nl/note.ftl:7:1
  |
7 | shop-txt =
  | ^^^^^^^^
  |
  = help: did you mean `shop-text`?
  = help: delete it, or name it in `brochure.toml`
"##
        )
    );
}
