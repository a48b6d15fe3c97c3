//! Blocks of a section: their kinds, and what they name.

use snapbox::str;

use super::BROCHURE;
use crate::support::Sandbox;

#[test]
fn unknown_kind_of_block() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(BROCHURE, "{ paragraph = \"shop-text\" }", "{ paragraf = \"shop-text\" }");
    sandbox.assert_faults(str![[r#"
error: this block is of no known kind
  --> brochures/note/brochure.toml:30:5
   |
30 |   { paragraf = "shop-text" },
   |     ^^^^^^^^
   |
   = help: did you mean `paragraph`?
"#]]);
}

#[test]
fn two_kinds_in_one_block() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(
        BROCHURE,
        "{ paragraph = \"shop-text\" }",
        "{ paragraph = \"shop-text\", heading = \"shop-title\" }",
    );
    sandbox.assert_faults(str![[r#"
error: a block is one thing, but this is also a `heading`
  --> brochures/note/brochure.toml:30:30
   |
30 |   { paragraph = "shop-text", heading = "shop-title" },
   |                              ^^^^^^^
   |
   = help: write two blocks, each in its own braces
"#]]);
}

#[test]
fn unknown_need() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(BROCHURE, "need = \"questions\"", "need = \"question\"");
    sandbox.assert_faults(str![[r#"
error: unknown need `question`
  --> brochures/note/brochure.toml:32:25
   |
32 |   { contacts = { need = "question" } },
   |                         ^^^^^^^^^^
   |
   = help: did you mean `questions`?
"#]]);
}

#[test]
fn unknown_contact() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(
        BROCHURE,
        "{ need = \"questions\" }",
        "{ need = \"questions\", only = [\"shopp\"] }",
    );
    sandbox.assert_faults(str![[r#"
error: unknown contact `shopp`
  --> brochures/note/brochure.toml:32:46
   |
32 |   { contacts = { need = "questions", only = ["shopp"] } },
   |                                              ^^^^^^^
   |
   = help: did you mean `shop`?
"#]]);
}

#[test]
fn unknown_slot() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(
        BROCHURE,
        "{ paragraph = \"shop-text\" },",
        "{ paragraph = \"shop-text\", slot = \"stands\" },",
    );
    sandbox.assert_faults(str![[r#"
error: unknown slot `stands`
  --> brochures/note/brochure.toml:30:37
   |
30 |   { paragraph = "shop-text", slot = "stands" },
   |                                     ^^^^^^^^
"#]]);
}

#[test]
fn qr_code_of_an_unknown_fact() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(BROCHURE, "{ contacts = { need = \"questions\" } }", "{ qr = \"shopp\" }");
    sandbox.assert_faults(str![[r#"
error: unknown fact `shopp`
  --> brochures/note/brochure.toml:32:10
   |
32 |   { qr = "shopp" },
   |          ^^^^^^^
   |
   = help: did you mean `shop`?
"#]]);
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
    sandbox.assert_faults(str![[r#"
error: can't read `brochures/note/images/shop.pgn`: there is no such file
  --> brochures/note/brochure.toml:30:14
   |
30 |   { figure = "shop.pgn", alt = "shop-text" },
   |              ^^^^^^^^^^
   |
   = help: did you mean `shop.png`?
"#]]);
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
    sandbox.assert_faults(str![[r#"
error: `shop.png` is not a picture
  --> brochures/note/brochure.toml:30:14
   |
30 |   { figure = "shop.png", alt = "shop-text" },
   |              ^^^^^^^^^^
   |
   = help: save the picture as SVG, PNG or JPEG
"#]]);
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
    sandbox.assert_faults(str![[r#"
error: `shop.svg` is not a readable SVG picture: expected `g` tag, not `svg`
 --> brochures/note/images/shop.svg:1:9
  |
1 | <svg><g></svg>
  |         ^
  |
  = help: export it again, or mend it here
"#]]);
}

#[test]
fn picture_outside_its_folder() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(
        BROCHURE,
        "{ paragraph = \"shop-text\" }",
        "{ figure = \"../theme.toml\", alt = \"shop-text\" }",
    );
    sandbox.assert_faults(str![[r#"
error: `../theme.toml` is not the name of a file in `brochures/note/images`
  --> brochures/note/brochure.toml:30:14
   |
30 |   { figure = "../theme.toml", alt = "shop-text" },
   |              ^^^^^^^^^^^^^^^
"#]]);
}

#[test]
fn uneven_table() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(
        BROCHURE,
        "{ paragraph = \"shop-text\" }",
        "{ table = { header = [\"shop-title\", \"shop-bring\"], rows = [[\"shop-text\"]] } }",
    );
    sandbox.assert_faults(str![[r#"
error: this row has 1 cell, the header has 2
  --> brochures/note/brochure.toml:30:62
   |
30 |   { table = { header = ["shop-title", "shop-bring"], rows = [["shop-text"]] } },
   |                                                              ^^^^^^^^^^^^^
"#]]);
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
    sandbox.assert_faults(str![[r#"
error: unknown section `coverr`
  --> brochures/note/brochure.toml:30:77
   |
30 |   { guide = [{ question = "shop-text", answers = [{ text = "shop-pay", to = "coverr" }] }] },
   |                                                                             ^^^^^^^^
   |
   = help: did you mean `cover`?
"#]]);
}

#[test]
fn unknown_icon() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(BROCHURE, "icon = \"wallet\"", "icon = \"walet\"");
    sandbox.assert_faults(str![[r#"
error: unknown icon `walet`
  --> brochures/note/brochure.toml:31:55
   |
31 |   { list = ["shop-bring", { text = "shop-pay", icon = "walet" }] },
   |                                                       ^^^^^^^
   |
   = help: did you mean `wallet`?
"#]]);
}

#[test]
fn unknown_icon_that_is_like_no_other() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(BROCHURE, "icon = \"wallet\"", "icon = \"zzz\"");
    sandbox.assert_faults(str![[r#"
error: unknown icon `zzz`
  --> brochures/note/brochure.toml:31:55
   |
31 |   { list = ["shop-bring", { text = "shop-pay", icon = "zzz" }] },
   |                                                       ^^^^^
   |
   = help: icons are `baby`, `backpack`, `bank`, `calendar`, `chat-circle-dots`, `chat-circle-text`, `check-circle`, `clock`, `device-mobile`, `door-open`, `eye`, `file-text`, `globe`, `hand-heart`, `hand-palm`, `handshake`, `heart-break`, `house-line`, `identification-card`, `info`, `key`, `leaf`, `lightbulb`, `list-checks`, `lock`, `map-pin`, `megaphone`, `note-pencil`, `phone`, `question`, `recycle`, `scales`, `shield-check`, `stethoscope`, `trash`, `users`, `wallet` and `warning`
"#]]);
}
