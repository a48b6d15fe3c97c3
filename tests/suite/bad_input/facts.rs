//! Facts: contacts and values.

use snapbox::str;

use super::FACTS;
use crate::support::Sandbox;

#[test]
fn unknown_key_of_a_fact_that_is_like_no_other() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(FACTS, "hours = \"weekdays\"", "zebra = 1");
    sandbox.assert_faults(str![[r#"
error: unknown key `zebra` in the contact `shop`
  --> brochures/note/facts.toml:11:1
   |
11 | zebra = 1
   | ^^^^^
   |
   = help: known keys are `name`, `called`, `about`, `phone`, `site`, `email`, `address`, `hours`, `free`, `anonymous`, `answers`, `regions`, `needs`, `source`, `verified`, `verified-by`, `fingerprint`, `review-by` and `legal`
"#]]);
}

#[test]
fn duplicate_key() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(
        FACTS,
        "phone = \"0123 45 67 89\"",
        "phone = \"0123 45 67 89\"\nphone = \"0123 45 67 80\"",
    );
    sandbox.assert_faults(str![[r#"
error: duplicate key
  --> brochures/note/facts.toml:10:1
   |
10 | phone = "0123 45 67 80"
   | ^^^^^
"#]]);
}

#[test]
fn unknown_region() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(
        FACTS,
        "needs = [\"questions\"]",
        "needs = [\"questions\"]\nregions = [\"noord\", \"north\"]",
    );
    sandbox.assert_faults(str![[r#"
error: unknown region `noord`
  --> brochures/note/facts.toml:13:12
   |
13 | regions = ["noord", "north"]
   |            ^^^^^^^
"#]]);
}

#[test]
fn bad_phone() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(FACTS, "\"0123 45 67 89\"", "\"0123/45.67.89\"");
    sandbox.assert_faults(str![[r#"
error: `0123/45.67.89` is not a telephone number
 --> brochures/note/facts.toml:9:9
  |
9 | phone = "0123/45.67.89"
  |         ^^^^^^^^^^^^^^^
  |
  = help: write digits in groups: "0800 30 030"
"#]]);
}

#[test]
fn site_with_its_scheme() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(FACTS, "\"repair.example\"", "\"https://repair.example\"");
    sandbox.assert_faults(str![[r#"
error: `https://repair.example` is not a web address
  --> brochures/note/facts.toml:10:8
   |
10 | site = "https://repair.example"
   |        ^^^^^^^^^^^^^^^^^^^^^^^^
   |
   = help: write it as it is printed, without `https://`: "cire.be"
"#]]);
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
    sandbox.assert_faults(str![[r#"
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
   = help: write `email = { en = "…" }`, or delete the key

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
"#]]);
}

#[test]
fn a_form_in_a_language_that_nobody_knows() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(
        FACTS,
        "site = \"repair.example\"",
        "site = { en = \"repair.example\", eo = \"ripari.example\" }",
    );
    sandbox.assert_faults(str![[r#"
error: language `eo` has no row in the table of languages
  --> brochures/note/facts.toml:10:33
   |
10 | site = { en = "repair.example", eo = "ripari.example" }
   |                                 ^^
   |
   = help: add `[language.eo]` to `translations/languages.toml`, with its autonym and script
"#]]);
}

#[test]
fn a_value_that_tells_its_language_twice() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(FACTS, "number = 3", "address = { en = \"Mill Lane 3\" }\nlanguage = \"en\"");
    sandbox.assert_faults(str![[r#"
error: `address` says itself which language each form is in
  --> brochures/note/facts.toml:19:12
   |
19 | language = "en"
   |            ^^^^
   |
   = help: delete `language`
"#]]);
}

#[test]
fn the_name_of_a_contact_without_its_language() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(FACTS, "{ en = \"Mill Lane Repair Shop\" }", "\"Mill Lane Repair Shop\"");
    sandbox.assert_faults(str![[r#"
error: `name` does not say in which language it is
 --> brochures/note/facts.toml:8:8
  |
8 | name = "Mill Lane Repair Shop"
  |        ^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: write `name = { en = "Mill Lane Repair Shop" }`
"#]]);
}

#[test]
fn bad_hours() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(
        FACTS,
        "hours = \"weekdays\"",
        "hours = [{ day = \"mon\", from = \"9h\", to = \"25:00\" }]",
    );
    sandbox.assert_faults(str![[r#"
error: `day` is `mon`, which is none of `monday`, `tuesday`, `wednesday`, `thursday`, `friday`, `saturday` and `sunday`
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
"#]]);
}

/// Hours without a day were left out, and nobody was told.
#[test]
fn hours_without_a_day() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(
        FACTS,
        "hours = \"weekdays\"",
        "hours = [{ from = \"09:00\", to = \"17:00\" }]",
    );
    sandbox.assert_faults(str![[r#"
error: a row of opening hours has no `day`
  --> brochures/note/facts.toml:11:10
   |
11 | hours = [{ from = "09:00", to = "17:00" }]
   |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   |
   = help: add `day = …`, a string
"#]]);
}

#[test]
fn value_that_holds_two_things() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(FACTS, "number = 3", "number = 3\ntext = \"three\"");
    sandbox.assert_faults(str![[r#"
error: the value `years` must hold one thing
  --> brochures/note/facts.toml:17:8
   |
17 | [value.years]
   |        ^^^^^
   |
   = help: give one of `number`, `date`, `text`, `phone`, `site`, `email` and `address`
"#]]);
}

#[test]
fn reviewed_before_verified() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(
        FACTS,
        "needs = [\"questions\"]\nsource = \"the shop\"\nverified = 2026-10-01",
        "needs = [\"questions\"]\nsource = \"the shop\"\nverified = 2028-10-01",
    );
    sandbox.assert_faults(str![[r#"
error: this fact was to be reviewed before the day on which it was verified
  --> brochures/note/facts.toml:15:13
   |
15 | review-by = 2027-10-01
   |             ^^^^^^^^^^
   |
   = help: set `review-by` to a day after `verified`
"#]]);
}

#[test]
fn toml_syntax_error() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(FACTS, "number = 3", "number = = 3");
    sandbox.assert_faults(str![[r#"
error: extra `=`, expected nothing
  --> brochures/note/facts.toml:18:10
   |
18 | number = = 3
   |          ^

error: unexpected key or value, expected newline, `#`
  --> brochures/note/facts.toml:18:12
   |
18 | number = = 3
   |            ^
"#]]);
}

/// What `check` says of values that are one thing each.
#[track_caller]
fn assert_refused(values: &[&str], report: snapbox::data::Inline) {
    let sandbox = Sandbox::of("small");
    for (index, value) in values.iter().enumerate() {
        let rest = "source = \"x\"\nreview-by = 2030-01-01\n";
        sandbox.append(FACTS, &format!("[value.v{index}]\n{value}\n{rest}"));
    }
    sandbox.assert_faults(report);
}

#[test]
fn a_character_that_nobody_sees_is_named_at_its_place() {
    assert_refused(
        &[
            "site = \"repair\u{200B}.example\"",
            "phone = \"0123\u{A0}45\u{A0}67\u{A0}89\"",
            "phone = \"0123 45 67 ٨٩\"",
            "email = \"help\u{AD}@repair.example\"",
        ],
        str![[r#"
error: the web address `repair<U+200B>.example` holds U+200B ZERO WIDTH SPACE
  --> brochures/note/facts.toml:24:15
   |
24 | site = "repair​.example"
   |               ^
   |
   = help: delete it

error: the telephone number `0123<U+00A0>45<U+00A0>67<U+00A0>89` holds U+00A0 NO-BREAK SPACE
  --> brochures/note/facts.toml:28:14
   |
28 | phone = "0123 45 67 89"
   |              ^
   |
   = help: write a plain blank

error: the telephone number `0123 45 67 ٨٩` holds U+0668 ARABIC-INDIC DIGIT EIGHT
  --> brochures/note/facts.toml:32:21
   |
32 | phone = "0123 45 67 ٨٩"
   |                     ^
   |
   = help: write `8`

error: the mail address `help<U+00AD>@repair.example` holds U+00AD SOFT HYPHEN
  --> brochures/note/facts.toml:36:14
   |
36 | email = "help­@repair.example"
   |              ^
   |
   = help: delete it
"#]],
    );
}

#[test]
fn a_blank_at_the_end_and_a_look_alike_are_told() {
    assert_refused(
        &[
            "phone = \"0123 45 67 89 \"",
            "site = \"repair.example \"",
            "site = \"r\u{435}pair.example\"",
        ],
        str![[r#"
error: the telephone number `0123 45 67 89 ` ends with a blank
  --> brochures/note/facts.toml:24:9
   |
24 | phone = "0123 45 67 89 "
   |         ^^^^^^^^^^^^^^^^
   |
   = help: delete it

error: the web address `repair.example ` holds U+0020 SPACE
  --> brochures/note/facts.toml:28:23
   |
28 | site = "repair.example "
   |                       ^
   |
   = help: delete it

error: the web address `rеpair.example` holds U+0435 CYRILLIC SMALL LETTER IE among other letters: it leads elsewhere than it seems to
  --> brochures/note/facts.toml:32:10
   |
32 | site = "rеpair.example"
   |          ^
   |
   = help: write the Latin letter `e`
"#]],
    );
}

#[test]
fn what_is_no_part_of_an_address_is_refused() {
    assert_refused(
        &[
            "site = \"repair.example.\"",
            "site = \"repair.example:8080\"",
            "site = \"me@repair.example\"",
            "site = \"/repair.example\"",
            "email = \"help@repair\"",
            "email = \"mailto:help@repair.example\"",
        ],
        str![[r#"
error: the web address `repair.example.` ends with `.`
  --> brochures/note/facts.toml:24:8
   |
24 | site = "repair.example."
   |        ^^^^^^^^^^^^^^^^^
   |
   = help: delete it: it is no part of the address

error: the web address `repair.example:8080` has a port
  --> brochures/note/facts.toml:28:8
   |
28 | site = "repair.example:8080"
   |        ^^^^^^^^^^^^^^^^^^^^^
   |
   = help: give an address without one: people type it from paper

error: the web address `me@repair.example` holds a name before its host
  --> brochures/note/facts.toml:32:8
   |
32 | site = "me@repair.example"
   |        ^^^^^^^^^^^^^^^^^^^
   |
   = help: write the host alone; a mail address is an `email`

error: the web address `/repair.example` has no host
  --> brochures/note/facts.toml:36:8
   |
36 | site = "/repair.example"
   |        ^^^^^^^^^^^^^^^^^
   |
   = help: write a name like "desk.be"

error: the mail address `help@repair` has no host
  --> brochures/note/facts.toml:40:9
   |
40 | email = "help@repair"
   |         ^^^^^^^^^^^^^
   |
   = help: write a name like "desk.be"

error: `mailto:help@repair.example` is not a mail address
  --> brochures/note/facts.toml:44:9
   |
44 | email = "mailto:help@repair.example"
   |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   |
   = help: write it like "help@desk.be"
"#]],
    );
}

#[test]
fn the_phone_of_a_value_is_checked_too() {
    let sandbox = Sandbox::of("small");
    sandbox.append(FACTS, "[value.desk]\nphone = \"12\"\nsource = \"x\"\nreview-by = 2030-01-01\n");
    sandbox.assert_faults(str![[r#"
error: `12` is not a telephone number
  --> brochures/note/facts.toml:24:9
   |
24 | phone = "12"
   |         ^^^^
   |
   = help: write digits in groups: "0800 30 030"
"#]]);
}

#[test]
fn a_calling_code_is_one_of_a_country() {
    let sandbox = Sandbox::of("small");
    sandbox.write(
        FACTS,
        format!("calling-code = \"0032\"\ntrunk-prefix = \"zero\"\n{}", sandbox.read(FACTS)),
    );
    sandbox.assert_faults(str![[r#"
error: `0032` is not the calling code of a country
 --> brochures/note/facts.toml:1:16
  |
1 | calling-code = "0032"
  |                ^^^^^^
  |
  = help: write it like "+32"

error: `zero` is not what national numbers begin with
 --> brochures/note/facts.toml:2:16
  |
2 | trunk-prefix = "zero"
  |                ^^^^^^
  |
  = help: write the figures that are left out after the calling code: "0", or "" for none
"#]]);
}
