//! Blocks that stand in several languages.

use snapbox::str;

use super::{BROCHURE, DUTCH};
use crate::support::Sandbox;

/// The small project with a block that stands in languages.
fn multilingual(block: &str) -> Sandbox {
    let sandbox = Sandbox::of("small");
    sandbox.replace(BROCHURE, "{ paragraph = \"shop-text\" },", block);
    sandbox
}

#[test]
fn multilingual_block_without_languages() {
    multilingual("{ multilingual = \"shop-text\" },").assert_faults(str![[r#"
error: a `multilingual` block has no `in`
  --> brochures/note/brochure.toml:30:3
   |
30 |   { multilingual = "shop-text" },
   |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   |
   = help: add `in = ["fr", "nl"]`, the languages in which the text must stand
"#]]);
}

#[test]
fn multilingual_block_with_no_language_in_its_list() {
    multilingual("{ multilingual = \"shop-text\", in = [] },").assert_faults(str![[r#"
error: `in` names no language
  --> brochures/note/brochure.toml:30:38
   |
30 |   { multilingual = "shop-text", in = [] },
   |                                      ^^
   |
   = help: name those in which the text must stand: `in = ["fr", "nl"]`
"#]]);
}

#[test]
fn multilingual_block_with_a_language_twice() {
    multilingual("{ multilingual = \"shop-text\", in = [\"nl\", \"en\", \"nl\"] },").assert_faults(
        str![[r#"
error: `in` names `nl` twice
  --> brochures/note/brochure.toml:30:51
   |
30 |   { multilingual = "shop-text", in = ["nl", "en", "nl"] },
   |                                                   ^^^^
   |
   = help: delete one of them
"#]],
    );
}

#[test]
fn multilingual_block_in_a_language_without_texts_or_row() {
    multilingual("{ multilingual = \"shop-text\", in = [\"fr\", \"en-AU\"] },").assert_faults(
        str![[r#"
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
"#]],
    );
}

#[test]
fn multilingual_text_that_one_of_its_languages_lacks() {
    let sandbox = multilingual("{ multilingual = \"shop-text\", in = [\"en\", \"nl\"] },");
    sandbox.replace(DUTCH, "shop-text =", "shop-txt =");
    let ran = sandbox.run(&["check", "--lang", "en"]);
    ran.assert(
        1,
        str![[r#"
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
"#]],
    );
}
