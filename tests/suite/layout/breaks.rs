//! Where pages break, and how full they are.

use snapbox::str;

use super::{LONG, clean, expect, message, notes, set};
use crate::support::Sandbox;

#[test]
fn a_last_line_alone_is_a_widow() {
    let sandbox = set(
        "book",
        "context { set text(costs: (widow: 0%, orphan: 0%)); set par(spacing: 0pt); set block(spacing: 0pt); v(50mm); [Before.]; pagebreak(); block(height: page.height - margin.head - margin.foot - 2.9em); par(body) }",
        "",
    );
    expect(
        &sandbox,
        "book",
        0,
        str![[r#"
warning[widow]: the last line of `rain-text` stands alone at the head of a page: page 4, 15 mm from the left and 19 mm from the top (sheet, edition `book`, `en`)
 --> translations/en/sheet.ftl:5:1
  |
5 | rain-text = Clouds gather over the hills in the afternoon, and by the evening the first drops fall on the roofs of the village. Whoev...
  | ^^^^^^^^^
  |
  = help: shorten or lengthen the paragraph by a few words
"#]],
    );
}

#[test]
fn a_first_line_alone_is_an_orphan() {
    let sandbox = set(
        "book",
        "context { set text(costs: (widow: 0%, orphan: 0%)); set par(spacing: 0pt); set block(spacing: 0pt); v(50mm); [Before.]; pagebreak(); block(height: page.height - margin.head - margin.foot - 1.5em); par(body) }",
        "",
    );
    message(&sandbox, "rain-text", LONG);
    expect(
        &sandbox,
        "book",
        0,
        str![[r#"
warning[orphan]: the first line of `rain-text` stands alone at the foot of a page: page 3, 18 mm from the left and 184 mm from the top (sheet, edition `book`, `en`)
 --> translations/en/sheet.ftl:5:1
  |
5 | rain-text = Clouds gather over the hills in the afternoon, and by the evening the first drops fall on the roofs of the village. Whoev...
  | ^^^^^^^^^
  |
  = help: shorten or lengthen what stands before it by a few words
"#]],
    );
}

#[test]
fn two_lines_on_either_page_are_fine() {
    let sandbox = set(
        "book",
        "context { set text(costs: (widow: 0%, orphan: 0%)); set par(spacing: 0pt); set block(spacing: 0pt); v(50mm); [Before.]; pagebreak(); block(height: page.height - margin.head - margin.foot - 2.9em); par(body) }",
        "",
    );
    message(&sandbox, "rain-text", LONG);
    clean(&sandbox, "book");
}

#[test]
fn a_heading_at_the_foot_is_a_warning() {
    let sandbox = set(
        "book",
        "plain(body)",
        "#let subheading(level, body) = context { pagebreak(); [Before.]; block(height: page.height - margin.head - margin.foot - 4em - 2em); show heading: it => block(sticky: false, it.body); heading(level: level, body) }",
    );
    message(
        &sandbox,
        "wind-text",
        &"Ask whether it will rain, and what the wind will do. ".repeat(24),
    );
    expect(
        &sandbox,
        "book",
        0,
        str![[r#"
warning[lone-heading]: no text follows the heading `wind-title` on its page: page 3, 18 mm from the left and 179 mm from the top (sheet, edition `book`, `en`)
 --> translations/en/sheet.ftl:6:1
  |
6 | wind-title = Wind
  | ^^^^^^^^^^
  |
  = help: shorten what stands before it by a line, or put a break before the heading
"#]],
    );
}

#[test]
fn a_heading_with_lines_below_it_is_fine() {
    let sandbox = set(
        "book",
        "plain(body)",
        "#let subheading(level, body) = context { pagebreak(); [Before.]; block(height: page.height - margin.head - margin.foot - 4em - 6em); show heading: it => block(sticky: false, it.body); heading(level: level, body) }",
    );
    message(
        &sandbox,
        "wind-text",
        &"Ask whether it will rain, and what the wind will do. ".repeat(24),
    );
    clean(&sandbox, "book");
}

#[test]
fn a_panel_with_much_room_is_a_warning() {
    let sandbox = Sandbox::of("layout");
    notes(&sandbox, 5);
    expect(
        &sandbox,
        "leaf",
        0,
        str![[r#"
warning[under-filled]: panel 2 (`rain`) is only 51 % full (sheet, edition `leaf`, `en`)
 --> translations/en/sheet.ftl:4:1
  |
4 | rain-title = Rain
  | ^^^^^^^^^^
  |
  = help: move a block here, set a larger size, or accept it with an `[[accept]]` that says why
"#]],
    );
}
