//! Text and what it must keep clear of: the edge of its page, other text, pictures and shapes.

use snapbox::str;

use super::{clean, expect, message, set};
use crate::support::Sandbox;

#[test]
fn text_below_the_foot_of_its_page_is_an_error() {
    let sandbox = set("book", "{ v(40mm); [Before.]; place(top, dy: 171mm, par(body)) }", "");
    message(&sandbox, "rain-text", "Bring the washing in.");
    expect(
        &sandbox,
        "book",
        1,
        str![[r#"
error[overset]: `rain-text` stands 3.9 mm below the foot of the text: page 2, 15 mm from the left and 190 mm from the top (sheet, edition `book`, `en`)
 --> translations/en/sheet.ftl:5:1
  |
5 | rain-text = Bring the washing in.
  | ^^^^^^^^^
  |
  = help: shorten its texts, move a block, or let the measures in `fit` give way further
"#]],
    );
}

#[test]
fn text_beyond_the_edge_is_an_error() {
    let sandbox = set("leaf", "move(dx: -10mm, plain(body))", "");
    expect(
        &sandbox,
        "leaf",
        1,
        str![[r#"
error[outside-trim]: `rain-text` reaches 1.9 mm beyond the edge of the page: page 2, -2 mm from the left and 39 mm from the top (sheet, edition `leaf`, `en`)
 --> translations/en/sheet.ftl:5:1
  |
5 | rain-text = Clouds gather over the hills in the afternoon, and by the evening the first drops fall on the roofs of the village. Whoev...
  | ^^^^^^^^^
  |
  = help: shorten the text, or mend the template that placed it
"#]],
    );
}

#[test]
fn text_near_the_edge_is_a_warning() {
    let sandbox = set("leaf", "move(dx: -7mm, plain(body))", "");
    expect(
        &sandbox,
        "leaf",
        0,
        str![[r#"
warning[outside-safe]: `rain-text` is 1.1 mm from the edge of the page, 3 mm are needed: page 2, 1 mm from the left and 39 mm from the top (sheet, edition `leaf`, `en`)
 --> translations/en/sheet.ftl:5:1
  |
5 | rain-text = Clouds gather over the hills in the afternoon, and by the evening the first drops fall on the roofs of the village. Whoev...
  | ^^^^^^^^^
  |
  = help: shorten the text, or mend the template that placed it
"#]],
    );
}

#[test]
fn text_just_within_the_safe_zone_is_fine() {
    let sandbox = set("leaf", "move(dx: -4.9mm, plain(body))", "");
    clean(&sandbox, "leaf");
}

#[test]
fn text_over_text_is_a_warning() {
    let sandbox = set("leaf", "block(height: 1em, spacing: 0pt, plain(body))", "");
    expect(
        &sandbox,
        "leaf",
        0,
        str![[r#"
warning[overlap]: `rain-text` and `wind-title` lie over each other: page 2, 8 mm from the left and 39 mm from the top (sheet, edition `leaf`, `en`)
 --> translations/en/sheet.ftl:5:1
  |
5 | rain-text = Clouds gather over the hills in the afternoon, and by the evening the first drops fall on the roofs of the village. Whoev...
  | ^^^^^^^^^
  |
  = help: shorten the text, or mend the template that placed it

warning[overlap]: `rain-text` and `wind-text` lie over each other: page 2, 8 mm from the left and 43 mm from the top (sheet, edition `leaf`, `en`)
 --> translations/en/sheet.ftl:5:1
  |
5 | rain-text = Clouds gather over the hills in the afternoon, and by the evening the first drops fall on the roofs of the village. Whoev...
  | ^^^^^^^^^
  |
  = help: shorten the text, or mend the template that placed it

warning[line-through]: a line runs through `rain-text`: page 2, 8 mm from the left and 43 mm from the top (sheet, edition `leaf`, `en`)
 --> translations/en/sheet.ftl:5:1
  |
5 | rain-text = Clouds gather over the hills in the afternoon, and by the evening the first drops fall on the roofs of the village. Whoev...
  | ^^^^^^^^^
  |
  = help: shorten the text, or mend the template that drew the line
"#]],
    );
}

#[test]
fn text_over_a_picture_is_a_warning() {
    let sandbox = set(
        "leaf",
        r#"block({ place(dx: 10mm, dy: 6pt, icon("warning", size: 8mm)); plain(body) })"#,
        "",
    );
    expect(
        &sandbox,
        "leaf",
        0,
        str![[r#"
warning[overlap]: `rain-text` lies over a picture: page 2, 8 mm from the left and 30 mm from the top (sheet, edition `leaf`, `en`)
 --> translations/en/sheet.ftl:5:1
  |
5 | rain-text = Clouds gather over the hills in the afternoon, and by the evening the first drops fall on the roofs of the village. Whoev...
  | ^^^^^^^^^
  |
  = help: shorten the text, or mend the template that placed it
"#]],
    );
}

#[test]
fn text_under_a_shape_is_a_warning() {
    let sandbox = set(
        "leaf",
        "block({ plain(body); place(top, rect(width: 30mm, height: 4mm, fill: colours.ground)) })",
        "",
    );
    expect(
        &sandbox,
        "leaf",
        0,
        str![[r#"
warning[overlap]: `rain-text` is covered by a shape: page 2, 8 mm from the left and 30 mm from the top (sheet, edition `leaf`, `en`)
 --> translations/en/sheet.ftl:5:1
  |
5 | rain-text = Clouds gather over the hills in the afternoon, and by the evening the first drops fall on the roofs of the village. Whoev...
  | ^^^^^^^^^
  |
  = help: shorten the text, or mend the template that placed it
"#]],
    );
}

#[test]
fn text_on_its_own_ground_with_tight_lines_is_fine() {
    let sandbox = set(
        "leaf",
        "block(fill: colours.ground, { set par(leading: 0.06em); underline(plain(body)) })",
        "",
    );
    clean(&sandbox, "leaf");
}

#[test]
fn a_line_through_text_is_a_warning() {
    let sandbox =
        set("leaf", "block({ place(top, line(end: (40mm, 8mm), stroke: 1pt)); plain(body) })", "");
    expect(
        &sandbox,
        "leaf",
        0,
        str![[r#"
warning[line-through]: a line runs through `rain-text`: page 2, 8 mm from the left and 30 mm from the top (sheet, edition `leaf`, `en`)
 --> translations/en/sheet.ftl:5:1
  |
5 | rain-text = Clouds gather over the hills in the afternoon, and by the evening the first drops fall on the roofs of the village. Whoev...
  | ^^^^^^^^^
  |
  = help: shorten the text, or mend the template that drew the line
"#]],
    );
    for drawn in [
        "line(start: (5mm, 0mm), end: (5mm, 20mm), stroke: 1pt)",
        "rect(width: 30mm, height: 6mm, stroke: 1pt)",
        "polygon(stroke: 1pt, (0pt, 0pt), (30mm, 2mm), (30mm, 9mm))",
    ] {
        let sandbox = set("leaf", &format!("block({{ place(top, {drawn}); plain(body) }})"), "");
        let ran = sandbox.run(&["check", "--edition", "leaf"]);
        let found = ran.stderr.contains("warning[line-through]: a line runs through `rain-text`");
        assert!(found && ran.code == 0, "{drawn}: {ran:?}");
    }
}

#[test]
fn a_line_that_something_covers_runs_through_no_text() {
    let sandbox = set(
        "leaf",
        "block({ place(top, line(end: (40mm, 8mm), stroke: 1pt)); block(fill: colours.ground, plain(body)) })",
        "",
    );
    clean(&sandbox, "leaf");
}

#[test]
fn lines_beside_and_below_text_run_through_none() {
    let sandbox = set("leaf", "block(stroke: 1pt, inset: 1pt, underline(plain(body)))", "");
    clean(&sandbox, "leaf");
}

#[test]
fn a_shape_beyond_the_edge_is_an_error() {
    let sandbox =
        set("leaf", "{ plain(body); rect(width: 95mm, height: 3mm, fill: colours.accent) }", "");
    expect(
        &sandbox,
        "leaf",
        1,
        str![[r#"
error[outside-trim]: a shape reaches 4.0 mm beyond the edge of the page: page 2, 8 mm from the left and 49 mm from the top (sheet, edition `leaf`, `en`)
  --> brochures/sheet/brochure.toml:12:10
   |
12 | [edition.leaf]
   |          ^^^^
   |
   = help: mend the template that drew it, or draw it as part of the background
"#]],
    );
}

#[test]
fn a_long_line_at_the_foot_keeps_clear_of_the_edge() {
    let sandbox = Sandbox::of("layout");
    let draft = "Draft, not approved by anybody, and never to be handed out to people who may take it for the last word. It was made to be read by those who know better.";
    sandbox.replace(
        "translations/en/common.ftl",
        "draft-line = Draft: do not hand out",
        &format!("draft-line = {draft}"),
    );
    clean(&sandbox, "leaf");
    clean(&sandbox, "book");
}
