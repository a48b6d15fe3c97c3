//! What shows only when the pages are set.

use snapbox::str;

use super::DUTCH;
use crate::support::Sandbox;

#[test]
fn overfull_panel() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "Betaal wat u wilt.", &"Betaal wat u wilt en kunt. ".repeat(70));
    sandbox.assert_faults(str![[r#"
error[overset]: panel 2 (`shop`) is too full by 9 mm: about 2 lines, 90 characters, must go (note, edition `short`, `nl`)
  --> translations/nl/note.ftl:13:1
   |
13 | shop-pay = Betaal wat u wilt en kunt. Betaal wat u wilt en kunt. Betaal wat u wilt en kunt. Betaal wat u wilt en kunt. Betaal wat u ...
   | ^^^^^^^^
   |
   = help: shorten its texts, move a block, or let the measures in `fit` give way further
   = help: grown most against `en`: `shop-text` (+18 %)
"#]]);
}

#[test]
fn character_that_no_font_has() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(DUTCH, "Betaal wat u wilt.", "Betaal 中文.");
    sandbox.assert_faults(str![[r#"
error[missing-glyph]: no font has the character `中` (U+4E2D), in `shop-pay`, language `nl`: page 2, 25 mm from the left and 41 mm from the top (note, edition `short`, `nl`)
  --> translations/nl/note.ftl:13:1
   |
13 | shop-pay = Betaal 中文.
   | ^^^^^^^^
   |
   = help: put a family that has it into `fonts/`, and at the head of `theme.toml` write `families = { Latn = ["Source Sans 3", "…"] }` with its name; or write the text without it

error[missing-glyph]: no font has the character `文` (U+6587), in `shop-pay`, language `nl`: page 2, 25 mm from the left and 41 mm from the top (note, edition `short`, `nl`)
  --> translations/nl/note.ftl:13:1
   |
13 | shop-pay = Betaal 中文.
   | ^^^^^^^^
   |
   = help: put a family that has it into `fonts/`, and at the head of `theme.toml` write `families = { Latn = ["Source Sans 3", "…"] }` with its name; or write the text without it

warning[script]: `中文` stands in other letters than those of `nl`
  --> translations/nl/note.ftl:13:19
   |
13 | shop-pay = Betaal 中文.
   |                   ^^^^
   |
   = help: translate it, or put `<span lang="…">` and `</span>` around it, with its language
   = help: if it is meant so, write above the message: `# accept "中文": ` and the reason
"#]]);
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
