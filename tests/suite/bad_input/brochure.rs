//! The structure of a brochure: its release, languages, editions and sections.

use snapbox::str;

use super::BROCHURE;
use crate::support::Sandbox;

#[test]
fn an_unknown_key_is_told_with_the_one_that_is_meant() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(BROCHURE, "layout = \"cover\"", "layuot = \"cover\"");
    sandbox.assert_faults(str![[r#"
error: unknown key `layuot` in the section `cover`
  --> brochures/note/brochure.toml:20:1
   |
20 | layuot = "cover"
   | ^^^^^^
   |
   = help: did you mean `layout`?
"#]]);
}

#[test]
fn a_value_of_the_wrong_type() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(BROCHURE, "panels = 2", "panels = \"two\"");
    sandbox.assert_faults(str![[r#"
error: `panels` must be a whole number from 0, found the text `two`
  --> brochures/note/brochure.toml:14:10
   |
14 | panels = "two"
   |          ^^^^^ expected a whole number from 0
"#]]);
}

#[test]
fn a_date_in_quotes() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(BROCHURE, "date = 2026-11-23", "date = \"2026-11-23\"");
    sandbox.assert_faults(str![[r#"
error: `date` must be a date like 2026-11-23, without quotes, found the text `2026-11-23`
  --> brochures/note/brochure.toml:10:8
   |
10 | date = "2026-11-23"
   |        ^^^^^^^^^^^^ expected a date like 2026-11-23, without quotes
"#]]);
}

#[test]
fn the_name_of_an_edition_leads_to_no_other_folder() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(BROCHURE, "[edition.short]", "[edition.\"../../short\"]");
    sandbox.replace(BROCHURE, "edition = \"short\"", "edition = \"../../short\"");
    sandbox.assert_faults(str![[r#"
error: `../../short` can't be part of a file name
  --> brochures/note/brochure.toml:12:10
   |
12 | [edition."../../short"]
   |          ^^^^^^^^^^^^^
   |
   = help: use small letters a to z, digits and hyphens
"#]]);
}

#[test]
fn a_folder_whose_name_begins_with_a_dot_is_no_brochure() {
    let sandbox = Sandbox::of("small");
    sandbox.write("brochures/.feuillet/brochure.toml", sandbox.read(BROCHURE));
    sandbox.build_clean();
    let ran = sandbox.run(&["build", ".feuillet"]);
    ran.assert(
        2,
        str![[r#"
error: no brochure `.feuillet`
 |
 = help: the only brochure is `note`
"#]],
    );
}

#[test]
fn a_missing_key() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(BROCHURE, "public-name = \"note\"\n", "");
    sandbox.assert_faults(str![[r#"
error: the brochure has no `public-name`
 --> brochures/note/brochure.toml:1:1
  |
1 | # A leaflet of two panels: the ground on which single cases are tried.
  | ^
  |
  = help: add `public-name = …`, a string
"#]]);
}

#[test]
fn duplicate_section() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(BROCHURE, "id = \"shop\"", "id = \"cover\"");
    sandbox.assert_faults(str![[r#"
error: there are two sections `cover`
  --> brochures/note/brochure.toml:27:6
   |
27 | id = "cover"
   |      ^^^^^^^
   |
   = help: give one of them another `id`
"#]]);
}

#[test]
fn unknown_message() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(BROCHURE, "{ paragraph = \"shop-text\" }", "{ paragraph = \"shop-txt\" }");
    sandbox.assert_faults(str![[r#"
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
"#]]);
}

#[test]
fn unknown_edition() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(BROCHURE, "id = \"shop\"", "id = \"shop\"\neditions = [\"shrot\"]");
    sandbox.assert_faults(str![[r#"
error: the edition `short` has 2 panels, but its sections open 1
  --> brochures/note/brochure.toml:14:10
   |
14 | panels = 2
   |          ^
   |
   = help: every section opens a panel unless it is `joined = true`; a `{ break = "panel" }` opens one too

error: unknown edition `shrot`
  --> brochures/note/brochure.toml:28:13
   |
28 | editions = ["shrot"]
   |             ^^^^^^^
   |
   = help: did you mean `short`?
"#]]);
}

#[test]
fn unknown_profile() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(
        BROCHURE,
        "text-size = \"9.4pt\"",
        "text-size = \"9.4pt\"\nprofiles = [\"screen\", \"sreen\"]",
    );
    sandbox.assert_faults(str![[r#"
error: a profile is `sreen`, which is none of `screen`, `print`, `office` and `proof`
  --> brochures/note/brochure.toml:17:23
   |
17 | profiles = ["screen", "sreen"]
   |                       ^^^^^^^
   |
   = help: did you mean `screen`?
"#]]);
}

#[test]
fn length_without_unit() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(BROCHURE, "width = \"99mm\"", "width = \"99\"");
    sandbox.assert_faults(str![[r#"
error: `width` must be a length like "99mm", found the text `99`
  --> brochures/note/brochure.toml:15:18
   |
15 | page = { width = "99", height = "210mm" }
   |                  ^^^^ expected a length like "99mm"
"#]]);
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
    sandbox.assert_faults(str![[r#"
error: language `wa` has no row in the table of languages
 --> brochures/note/brochure.toml:6:26
  |
6 | languages = ["en", "nl", "wa"]
  |                          ^^^^
  |
  = help: add `[language.wa]` to `translations/languages.toml`, with its autonym and script
"#]]);
}

#[test]
fn not_a_language_tag() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(
        BROCHURE,
        "languages = [\"en\", \"nl\"]",
        "languages = [\"en\", \"nederlands taal\"]",
    );
    sandbox.assert_faults(str![[r#"
error: a list item must be a language tag like "pt" or "fa-AF", found the text `nederlands taal`
 --> brochures/note/brochure.toml:6:20
  |
6 | languages = ["en", "nederlands taal"]
  |                    ^^^^^^^^^^^^^^^^^ expected a language tag like "pt" or "fa-AF"
"#]]);
}

#[test]
fn wrong_number_of_panels() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(BROCHURE, "panels = 2", "panels = 6");
    sandbox.assert_faults(str![[r#"
error: the edition `short` has 6 panels, but its sections open 2
  --> brochures/note/brochure.toml:14:10
   |
14 | panels = 6
   |          ^
   |
   = help: every section opens a panel unless it is `joined = true`; a `{ break = "panel" }` opens one too
"#]]);
}

#[test]
fn bad_public_name() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(BROCHURE, "public-name = \"note\"", "public-name = \"Ma brochure\"");
    sandbox.assert_faults(str![[r#"
error: `Ma brochure` can't begin a file name
 --> brochures/note/brochure.toml:4:15
  |
4 | public-name = "Ma brochure"
  |               ^^^^^^^^^^^^^
  |
  = help: use small letters a to z, digits and hyphens
"#]]);
}

#[test]
fn a_heading_that_skips_a_level() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(
        BROCHURE,
        "{ paragraph = \"shop-text\" },",
        "{ paragraph = \"shop-text\" },\n  { question = \"shop-title\", answer = \"shop-text\", level = 3 },",
    );
    sandbox.assert_faults(str![[r#"
error: this heading of level 3 follows one of level 1
  --> brochures/note/brochure.toml:31:16
   |
31 |   { question = "shop-title", answer = "shop-text", level = 3 },
   |                ^^^^^^^^^^^^
   |
   = help: write `level = 2`; a section's title is level 1
"#]]);
}

#[test]
fn lengths_out_of_bounds() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(
        BROCHURE,
        "width = \"99mm\", height = \"210mm\"",
        "width = \"1e308mm\", height = \"0.1mm\"",
    );
    sandbox.replace(
        BROCHURE,
        "text-size = \"9.4pt\"",
        "text-size = \"1e300pt\"\nfit = { size = \"0.001pt\", block = -1 }",
    );
    sandbox.assert_faults(str![[r#"
error: `width` is from 20 mm to 2 m
  --> brochures/note/brochure.toml:15:18
   |
15 | page = { width = "1e308mm", height = "0.1mm" }
   |                  ^^^^^^^^^

error: `height` is from 20 mm to 2 m
  --> brochures/note/brochure.toml:15:38
   |
15 | page = { width = "1e308mm", height = "0.1mm" }
   |                                      ^^^^^^^

error: `text-size` is from 3 to 144 pt
  --> brochures/note/brochure.toml:16:13
   |
16 | text-size = "1e300pt"
   |             ^^^^^^^^^

error: `size` is from 3 to 144 pt
  --> brochures/note/brochure.toml:17:16
   |
17 | fit = { size = "0.001pt", block = -1 }
   |                ^^^^^^^^^

error: `block` is from 0 to 20
  --> brochures/note/brochure.toml:17:35
   |
17 | fit = { size = "0.001pt", block = -1 }
   |                                   ^^
"#]]);
}

#[test]
fn a_brochure_called_as_the_texts_of_all() {
    let sandbox = Sandbox::of("small");
    std::fs::rename(sandbox.path("brochures/note"), sandbox.path("brochures/common")).unwrap();
    sandbox.assert_faults(str![[r#"
error: a brochure can't be called `common`
 |
 = help: `common.ftl` holds the texts that all brochures share: rename the folder `brochures/common`
"#]]);
}

#[cfg(unix)]
#[test]
fn links_that_lead_back_are_not_followed_for_ever() {
    use std::os::unix::fs::symlink;
    let sandbox = Sandbox::of("small");
    symlink("..", sandbox.path("brochures/note/loop")).unwrap();
    symlink("../..", sandbox.path("translations/nl/loop")).unwrap();
    symlink("../fonts", sandbox.path("fonts/loop")).unwrap();
    sandbox.build_clean().build_clean();
}

#[cfg(unix)]
#[test]
fn a_name_that_is_not_unicode_does_not_switch_the_cache_off() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;
    let sandbox = Sandbox::of("small");
    let odd = sandbox.path("brochures/note").join(OsStr::from_bytes(b"caf\xe9.txt"));
    std::fs::write(odd, "x").unwrap();
    sandbox.build_clean();
    let again = sandbox.run(&["build"]);
    assert!(again.stdout.contains("2 unchanged"), "{again:?}");
}
