//! Where lines break: blanks, hyphens, sites and numbers; and which pieces are one line.

use feuillet::typeset::view::Item;
use snapbox::str;

use super::{BROCHURE, LONG, clean, expect, message, notes, set};
use crate::support::Sandbox;

/// The lines of the edition's pages, as the checks read them.
fn lines(sandbox: &Sandbox, edition: &str) -> Vec<String> {
    let view = sandbox.load("sheet").pages(edition, "en").view;
    view.lines.into_iter().map(|line| line.text).collect()
}

#[test]
fn stretched_lines_are_a_warning() {
    let sandbox = set(
        "leaf",
        "block(width: 40mm, { set par(justify: true); set text(hyphenate: false); plain(body) })",
        "",
    );
    notes(&sandbox, 6);
    expect(
        &sandbox,
        "leaf",
        0,
        str![[r#"
warning[loose-line]: the blanks in 5 lines of `rain-text` are up to 3.5 times as wide as the font's own: page 2, 8 mm from the left and 48 mm from the top (sheet, edition `leaf`, `en`)
 --> translations/en/sheet.ftl:5:1
  |
5 | rain-text = Clouds gather over the hills in the afternoon, and by the evening the first drops fall on the roofs of the village. Whoev...
  | ^^^^^^^^^
  |
  = help: change a word, or set the text ragged in the template
"#]],
    );
}

#[test]
fn lines_that_are_stretched_a_little_are_fine() {
    let sandbox = set("book", "{ set par(justify: true); plain(body) }", "");
    message(&sandbox, "rain-text", LONG);
    expect(
        &sandbox,
        "book",
        0,
        str![[r#"
warning[loose-line]: the blanks in a line of `rain-text` are 1.9 times as wide as the font's own: page 2, 15 mm from the left and 32 mm from the top (sheet, edition `book`, `en`)
 --> translations/en/sheet.ftl:5:1
  |
5 | rain-text = Clouds gather over the hills in the afternoon, and by the evening the first drops fall on the roofs of the village. Whoev...
  | ^^^^^^^^^
  |
  = help: change a word, or set the text ragged in the template
"#]],
    );
}

#[test]
fn hyphens_on_three_lines_running_are_a_warning() {
    let sandbox = set(
        "leaf",
        r#"block(width: 18mm, { set text(hyphenate: true, costs: (hyphenation: 0%)); set par(linebreaks: "simple"); plain(body) })"#,
        "",
    );
    message(&sandbox, "rain-text", "Today internationalisation internationalisation now.");
    notes(&sandbox, 8);
    expect(
        &sandbox,
        "leaf",
        0,
        str![[r#"
warning[hyphen-run]: 3 lines running of `rain-text` end with a hyphen: page 2, 8 mm from the left and 30 mm from the top (sheet, edition `leaf`, `en`)
 --> translations/en/sheet.ftl:5:1
  |
5 | rain-text = Today internationalisation internationalisation now.
  | ^^^^^^^^^
  |
  = help: change a word in it

warning[doubled-word]: `internationalisation` stands twice
 --> translations/en/sheet.ftl:5:40
  |
5 | rain-text = Today internationalisation internationalisation now.
  |                                        ^^^^^^^^^^^^^^^^^^^^
  |
  = help: delete one
  = help: if it is meant so, write above the message: `# accept "internationalisation internationalisation": ` and the reason
"#]],
    );
}

#[test]
fn hyphens_on_two_lines_running_are_fine() {
    let sandbox = set(
        "leaf",
        r#"block(width: 18mm, { set text(hyphenate: true, costs: (hyphenation: 0%)); set par(linebreaks: "simple"); plain(body) })"#,
        "",
    );
    message(&sandbox, "rain-text", "Meteorological instrumentation.");
    notes(&sandbox, 8);
    clean(&sandbox, "leaf");
}

#[test]
fn a_word_divided_as_in_another_language_is_a_warning() {
    let sandbox = set(
        "leaf",
        r#"block(width: 26mm, text(lang: "de", hyphenate: true, costs: (hyphenation: 0%), plain(body)))"#,
        "",
    );
    message(
        &sandbox,
        "rain-text",
        "Whoever wants understanding shouldering something whatever encouragement whenever something",
    );
    notes(&sandbox, 6);
    expect(
        &sandbox,
        "leaf",
        0,
        str![[r#"
warning[hyphenation]: `understan-ding` is divided where the patterns of `en` allow none, in `rain-text`: page 2, 8 mm from the left and 34 mm from the top (sheet, edition `leaf`, `en`)
 --> translations/en/sheet.ftl:5:1
  |
5 | rain-text = Whoever wants understanding shouldering something whatever encouragement whenever something
  | ^^^^^^^^^
  |
  = help: put a soft hyphen (U+00AD) where the word may be divided, or change a word before it

warning[hyphenation]: `shoulde-ring` is divided where the patterns of `en` allow none, in `rain-text`: page 2, 8 mm from the left and 39 mm from the top (sheet, edition `leaf`, `en`)
 --> translations/en/sheet.ftl:5:1
  |
5 | rain-text = Whoever wants understanding shouldering something whatever encouragement whenever something
  | ^^^^^^^^^
  |
  = help: put a soft hyphen (U+00AD) where the word may be divided, or change a word before it
"#]],
    );
}

#[test]
fn a_soft_hyphen_is_where_the_writer_wants_it() {
    let sandbox = set("leaf", "block(width: 17mm, text(hyphenate: false, plain(body)))", "");
    message(&sandbox, "rain-text", "Thundersto\u{AD}rmcloud.");
    notes(&sandbox, 9);
    let lines = lines(&sandbox, "leaf");
    // The writer's own, and that of the break.
    assert!(lines.contains(&"Thundersto\u{AD}\u{AD}".to_owned()), "{lines:?}");
    clean(&sandbox, "leaf");
}

#[test]
fn a_site_that_is_broken_is_a_warning() {
    let sandbox = set("leaf", "block(width: 21mm, plain(body))", "#let web(target, body) = body");
    message(&sandbox, "rain-text", "See { $rain-site } now.");
    notes(&sandbox, 8);
    expect(
        &sandbox,
        "leaf",
        0,
        str![[r#"
warning[hyphenation]: the site `rain.example/|today` is broken over two lines, in `rain-text`: page 2, 8 mm from the left and 34 mm from the top (sheet, edition `leaf`, `en`)
 --> translations/en/sheet.ftl:5:1
  |
5 | rain-text = See { $rain-site } now.
  | ^^^^^^^^^
  |
  = help: change a word before it, or keep it whole in the template
"#]],
    );
}

#[test]
fn a_number_over_two_lines_is_a_warning() {
    let sandbox = set("leaf", "block(width: 21mm, plain(body))", "");
    message(&sandbox, "rain-text", "It fell in 2015 2016 now.");
    notes(&sandbox, 9);
    expect(
        &sandbox,
        "leaf",
        0,
        str![[r#"
warning[broken-number]: the number `2015|2016 now.` is broken over two lines, in `rain-text`: page 2, 8 mm from the left and 30 mm from the top (sheet, edition `leaf`, `en`)
 --> translations/en/sheet.ftl:5:1
  |
5 | rain-text = It fell in 2015 2016 now.
  | ^^^^^^^^^
  |
  = help: put a no-break space (U+00A0) into it, or make it a fact
"#]],
    );
}

#[test]
fn a_fact_over_two_lines_is_a_warning() {
    let sandbox = set("leaf", "block(width: 21mm, plain(body))", "#let phone(target, body) = body");
    message(&sandbox, "rain-text", "Ring at { $rain-line } now.");
    notes(&sandbox, 9);
    expect(
        &sandbox,
        "leaf",
        0,
        str![[r#"
warning[broken-number]: the number `30|030` is broken over two lines, in `rain-text`: page 2, 8 mm from the left and 30 mm from the top (sheet, edition `leaf`, `en`)
 --> translations/en/sheet.ftl:5:1
  |
5 | rain-text = Ring at { $rain-line } now.
  | ^^^^^^^^^
  |
  = help: put a no-break space (U+00A0) into it, or make it a fact
"#]],
    );
}

#[test]
fn a_fact_is_kept_whole() {
    let sandbox = set("leaf", "block(width: 21mm, plain(body))", "");
    message(&sandbox, "rain-text", "Ring at { $rain-line } now.");
    notes(&sandbox, 8);
    clean(&sandbox, "leaf");
}

#[test]
fn columns_beside_each_other_are_not_one_line() {
    let sandbox = Sandbox::of("allotment");
    let view = sandbox.load("allotment").pages("handbook", "en").view;
    let texts: Vec<&str> = view.lines.iter().map(|line| line.text.as_str()).collect();
    for cell in ["Crop", "When", "Beans", "When the nights are warm", "Can", "Hose"] {
        assert!(texts.contains(&cell), "`{cell}` in {texts:?}");
    }
    // What is cut by bold type and by facts is one line all the same.
    assert!(texts.contains(&"Dig. As deep as a spade."), "{texts:?}");
    assert!(texts.contains(&"No water? 0555 77 88 99"), "{texts:?}");
}

#[test]
fn lines_from_right_to_left_are_read_in_their_order() {
    let sandbox = Sandbox::of("allotment");
    let view = sandbox.load("allotment").pages("handbook", "ar").view;
    let foot = view.lines.iter().find(|line| line.text.contains("0555 77 88 99")).unwrap();
    assert!(foot.text.ends_with("0555 77 88 99"), "{:?}", foot.text);
    assert!(foot.pieces.len() > 1, "{foot:?}");
}

#[test]
fn items_with_and_without_icons_begin_at_one_edge() {
    for kind in ["list", "steps"] {
        let sandbox = Sandbox::of("layout");
        let items = format!(
            "{{ {kind} = [\"rain-title\", {{ text = \"wind-title\", icon = \"leaf\" }}, \"cover-title\"] }},"
        );
        sandbox.replace(
            BROCHURE,
            "{ paragraph = \"rain-text\" },",
            &format!("{{ paragraph = \"rain-text\" }}, {items}"),
        );
        let loaded = sandbox.load("sheet");
        let pages = loaded.pages("leaf", "en");
        let starts = |text: &str| -> Vec<i64> {
            let texts = pages.view.pages[1].items.iter().filter_map(|item| match item {
                Item::Text(found) if found.characters.trim() == text => Some(found),
                _ => None,
            });
            texts.map(|found| (found.area.left * 2.0).round() as i64).collect()
        };
        let title = |id: &str| {
            let resolved = loaded.resolve("leaf", "en");
            resolved.text(id)
        };
        // The last of each text is that of the list; glyphs have bearings of their own, below a point.
        let edges = ["rain-title", "wind-title", "cover-title"].map(|id| starts(&title(id)));
        let all: Vec<i64> = edges.iter().flatten().copied().collect();
        let icon_edge = edges[2].last().unwrap();
        for own in &edges {
            assert!(own.iter().any(|edge| (edge - icon_edge).abs() <= 3), "{kind}: {all:?}");
        }
    }
}
