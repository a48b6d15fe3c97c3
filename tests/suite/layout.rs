//! Layout checks: each broken by a small change of one project, and near to broken by another; what may be accepted.

use std::fs;
use std::path::Path;

use feuillet::diagnostic::Severity;
use feuillet::typeset::checks::CHECKS;
use serde_json::{Value, json};
use snapbox::data::Inline;
use snapbox::str;

use crate::support::outside::{output, outside};
use crate::support::shipped::{editions, pdf};
use crate::support::{REPOSITORY, Sandbox};

const BROCHURE: &str = "brochures/sheet/brochure.toml";
const ENGLISH: &str = "translations/en/sheet.ftl";

/// Four lines of the booklet.
const LONG: &str = "Clouds gather over the hills in the afternoon, and by the evening the first drops fall on the roofs of the village. Whoever has left washing outside should bring it in before the wind turns round, and whoever is on the road should look for a barn.";

/// The project, with plain paragraphs set as `body` says, and with further templates.
fn set(edition: &str, body: &str, further: &str) -> Sandbox {
    let sandbox = Sandbox::of("layout");
    let name = if edition == "leaf" { "leaflet.typ" } else { "booklet.typ" };
    let template = Path::new(REPOSITORY).join("src/compose/templates").join(name);
    let template = fs::read_to_string(template).unwrap();
    sandbox.write(
        &format!("brochures/sheet/templates/{name}"),
        format!(
            "{template}\n#let plain = paragraph\n#let paragraph(style: \"text\", body) = \
             if style != \"text\" {{ plain(style: style, body) }} else {{ {body} }}\n{further}\n"
        ),
    );
    sandbox
}

/// Replaces a message.
fn message(sandbox: &Sandbox, id: &str, text: &str) {
    let catalogue = sandbox.read(ENGLISH);
    let start = format!("{id} = ");
    let old = catalogue.lines().find(|line| line.starts_with(&start)).unwrap();
    sandbox.replace(ENGLISH, old, &format!("{start}{text}"));
}

/// Rules so many lines to write on in the leaflet, which fill its panel.
fn notes(sandbox: &Sandbox, lines: usize) {
    sandbox.replace(BROCHURE, "{ notes = 10", &format!("{{ notes = {lines}"));
}

/// Makes sure that `check` says exactly this of an edition, and ends with this code.
#[track_caller]
fn expect(sandbox: &Sandbox, edition: &str, code: i32, report: Inline) {
    sandbox.run(&["check", "--edition", edition]).assert(code, report);
}

/// Makes sure that `check` finds nothing in an edition.
#[track_caller]
fn clean(sandbox: &Sandbox, edition: &str) {
    let ran = sandbox.run(&["check", "--edition", edition]);
    assert_eq!((ran.stderr.as_str(), ran.code), ("", 0), "{}", ran.stdout);
}

/// The lines of the edition's pages, as the checks read them.
fn lines(sandbox: &Sandbox, edition: &str) -> Vec<String> {
    let view = sandbox.load("sheet").pages(edition, "en").view;
    view.lines.into_iter().map(|line| line.text).collect()
}

#[test]
fn the_project_is_clean_before_a_test_breaks_it() {
    let sandbox = Sandbox::of("layout");
    sandbox.build_clean();
}

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
fn grey_text_is_a_warning_on_the_screen_and_as_printed() {
    let sandbox = set("leaf", "text(fill: colours.ink.lighten(48%), plain(body))", "");
    expect(
        &sandbox,
        "leaf",
        0,
        str![[r#"
warning[contrast]: `rain-text`, #888888 on #ffffff, has a contrast of 3.5, as printed 2.8, 4.5 is needed (WCAG 2.2): page 2, 8 mm from the left and 30 mm from the top (sheet, edition `leaf`, `en`)
 --> translations/en/sheet.ftl:5:1
  |
5 | rain-text = Clouds gather over the hills in the afternoon, and by the evening the first drops fall on the roofs of the village. Whoev...
  | ^^^^^^^^^
  |
  = help: take a darker or lighter colour in `theme.toml` or the template
"#]],
    );
}

#[test]
fn large_text_needs_less_contrast_but_ink_is_not_light() {
    let sandbox =
        set("leaf", r##"text(fill: rgb("#888888"), size: 14pt, weight: 700, plain(body))"##, "");
    notes(&sandbox, 5);
    expect(
        &sandbox,
        "leaf",
        0,
        str![[r#"
warning[contrast]: `rain-text`, #888888 on #ffffff, has a contrast of 2.8 as printed, 3 is needed (WCAG 2.2): page 2, 8 mm from the left and 30 mm from the top (sheet, edition `leaf`, `en`)
 --> translations/en/sheet.ftl:5:1
  |
5 | rain-text = Clouds gather over the hills in the afternoon, and by the evening the first drops fall on the roofs of the village. Whoev...
  | ^^^^^^^^^
  |
  = help: take a darker or lighter colour in `theme.toml` or the template
"#]],
    );
}

#[test]
fn a_colour_that_is_no_tint_is_judged_on_the_screen_alone() {
    let sandbox =
        set("leaf", r##"text(fill: rgb("#878889"), size: 14pt, weight: 700, plain(body))"##, "");
    notes(&sandbox, 5);
    clean(&sandbox, "leaf");
}

#[test]
fn white_text_on_a_plane_of_its_colour_is_fine() {
    let sandbox = set("leaf", "block(fill: colours.primary, text(fill: white, plain(body)))", "");
    clean(&sandbox, "leaf");
}

#[test]
fn white_text_that_runs_off_its_plane_is_a_warning() {
    let sandbox = set(
        "leaf",
        "block({ place(rect(width: 30mm, height: 16mm, fill: colours.primary)); text(fill: white, plain(body)) })",
        "",
    );
    expect(
        &sandbox,
        "leaf",
        0,
        str![[r#"
warning[contrast]: `rain-text`, #ffffff on #ffffff, has a contrast of 1.0, as printed 1.0, 4.5 is needed (WCAG 2.2): page 2, 8 mm from the left and 30 mm from the top (sheet, edition `leaf`, `en`)
 --> translations/en/sheet.ftl:5:1
  |
5 | rain-text = Clouds gather over the hills in the afternoon, and by the evening the first drops fall on the roofs of the village. Whoev...
  | ^^^^^^^^^
  |
  = help: take a darker or lighter colour in `theme.toml` or the template
"#]],
    );
}

#[test]
fn a_number_over_two_lines_is_a_warning() {
    let sandbox = set("leaf", "block(width: 21mm, plain(body))", "");
    message(&sandbox, "rain-text", "Ring at 0800 30 030 now.");
    notes(&sandbox, 9);
    expect(
        &sandbox,
        "leaf",
        0,
        str![[r#"
warning[broken-number]: the number `0800|30 030 now.` is broken over two lines, in `rain-text`: page 2, 8 mm from the left and 30 mm from the top (sheet, edition `leaf`, `en`)
 --> translations/en/sheet.ftl:5:1
  |
5 | rain-text = Ring at 0800 30 030 now.
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

/// An accepted finding.
const ACCEPT: &str = "\n[[accept]]\ncheck = \"under-filled\"\nedition = \"leaf\"\nreason = \"the map needs the room\"\n";

fn report(sandbox: &Sandbox, arguments: &[&str]) -> Value {
    let ran = sandbox.run(&[&["check", "--format", "json"], arguments].concat());
    serde_json::from_str(&ran.stdout).unwrap()
}

#[test]
fn an_accepted_finding_is_counted_and_not_told() {
    let sandbox = Sandbox::of("layout");
    notes(&sandbox, 5);
    sandbox.append(BROCHURE, ACCEPT);
    clean(&sandbox, "leaf");
    let report = report(&sandbox, &[]);
    assert_eq!(report["diagnostics"], json!([]));
    assert_eq!(
        report["accepted"],
        json!([{
            "brochure": "sheet", "edition": "leaf", "languages": ["en"], "check": "under-filled",
            "section": "rain", "page": 2, "found": "panel 2 (`rain`) is only 51 % full",
            "messages": ["rain-title", "rain-text", "wind-title", "wind-text"],
            "reason": "the map needs the room",
        }])
    );
}

#[test]
fn what_is_accepted_elsewhere_is_told() {
    for (limit, silent) in [
        ("section = \"rain\"", true),
        ("message = \"wind-text\"", true),
        ("language = \"en\"", true),
        ("section = \"cover\"", false),
        ("message = \"cover-text\"", false),
        ("edition = \"book\"", false),
    ] {
        let sandbox = Sandbox::of("layout");
        notes(&sandbox, 5);
        sandbox.append(BROCHURE, &ACCEPT.replace("edition = \"leaf\"", limit));
        let report = report(&sandbox, &["--edition", "leaf"]);
        let found = report["diagnostics"].as_array().unwrap();
        let told = found.iter().any(|found| found["check"] == "under-filled");
        assert_eq!(told, !silent, "{limit}: {report:#}");
    }
}

#[test]
fn what_accepts_nothing_any_more_is_a_warning() {
    let sandbox = Sandbox::of("layout");
    sandbox.append(BROCHURE, ACCEPT);
    expect(
        &sandbox,
        "leaf",
        0,
        str![[r#"
warning: this accepts no `under-filled`
  --> brochures/sheet/brochure.toml:53:9
   |
53 | check = "under-filled"
   |         ^^^^^^^^^^^^^^
   |
   = help: nothing of the kind is found any more: delete the `[[accept]]`
"#]],
    );
    // The other edition tells nothing of this one.
    clean(&sandbox, "book");
    // Where it is for both, one of them is not enough.
    sandbox.replace(BROCHURE, "edition = \"leaf\"\nreason", "section = \"rain\"\nreason");
    clean(&sandbox, "leaf");
    sandbox.assert_warnings(str!["?"]);
}

#[test]
fn names_in_an_accept_are_looked_up() {
    for (right, wrong, message, help) in [
        (
            "under-filled",
            "underfilled",
            "unknown check `underfilled`",
            "did you mean `under-filled`?",
        ),
        (
            "edition = \"leaf\"",
            "edition = \"leave\"",
            "unknown edition `leave`",
            "did you mean `leaf`?",
        ),
        (
            "edition = \"leaf\"",
            "section = \"rian\"",
            "unknown section `rian`",
            "did you mean `rain`?",
        ),
        ("edition = \"leaf\"", "language = \"nl\"", "unknown language `nl`", "languages are `en`"),
        (
            "edition = \"leaf\"",
            "message = \"rain-txet\"",
            "unknown message `rain-txet`",
            "did you mean `rain-text`?",
        ),
        ("edition = \"leaf\"\n", "", "this accepts `under-filled` everywhere", "name one of"),
        (
            "reason = \"the map needs the room\"",
            "reason = \" \"",
            "an `[[accept]]` needs a reason",
            "say why it is meant so",
        ),
        (
            "\nreason = \"the map needs the room\"",
            "",
            "an `[[accept]]` has no `reason`",
            "add `reason = …`",
        ),
        ("edition =", "editon =", "unknown key `editon` in an `[[accept]]`", "`edition`"),
        (
            "under-filled",
            "overset",
            "`overset` is an error and can't be accepted",
            "shorten its texts",
        ),
    ] {
        let sandbox = Sandbox::of("layout");
        notes(&sandbox, 5);
        assert!(ACCEPT.contains(right), "{right}");
        sandbox.append(BROCHURE, &ACCEPT.replace(right, wrong));
        let faults = sandbox.faults();
        assert!(faults.contains(&format!("error: {message}\n")), "{message}: {faults}");
        assert!(faults.contains(help), "{message}: {faults}");
        assert!(faults.contains("--> brochures/sheet/brochure.toml:5"), "{message}: {faults}");
    }
}

#[test]
fn a_name_in_an_accept_is_underlined() {
    let sandbox = Sandbox::of("layout");
    notes(&sandbox, 5);
    sandbox.append(BROCHURE, &ACCEPT.replace("under-filled", "underfilled"));
    expect(
        &sandbox,
        "leaf",
        1,
        str![[r#"
error: unknown check `underfilled`
  --> brochures/sheet/brochure.toml:53:9
   |
53 | check = "underfilled"
   |         ^^^^^^^^^^^^^
   |
   = help: did you mean `under-filled`?
   = help: `feuillet list --checks` lists them
"#]],
    );
}

#[test]
fn the_list_of_checks_has_them_all() {
    let sandbox = Sandbox::empty();
    let ran = sandbox.run(&["list", "--checks"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    let first = ran.stdout.lines().step_by(2).map(|line| line.split_whitespace().next().unwrap());
    let ids = CHECKS.map(|check| check.id);
    assert_eq!(first.collect::<Vec<_>>(), ids);
    let ran = sandbox.run(&["list", "--checks", "--format", "json"]);
    let listed: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(listed["checks"].as_array().unwrap().len(), ids.len());
    assert_eq!(
        listed["checks"][ids.iter().position(|id| *id == "widow").unwrap()],
        json!({
            "id": "widow", "severity": "warning",
            "finds": "the last line of a paragraph alone at the head of a page",
            "why": "the reader has lost the thread when it comes",
            "hint": "shorten or lengthen the paragraph by a few words",
        })
    );
}

#[test]
fn the_readme_names_every_check() {
    let readme = fs::read_to_string(Path::new(REPOSITORY).join("README.md")).unwrap();
    for check in CHECKS {
        let row = match check.severity {
            Severity::Error => format!("| `{}` | error |", check.id),
            Severity::Warning => format!("| `{}` | warning |", check.id),
        };
        assert!(readme.contains(&row), "{row}");
    }
}

/// A figure of an attribute: `xMin="12.3"`.
fn attribute(line: &str, name: &str) -> f64 {
    let (_, rest) = line.split_once(&format!("{name}=\"")).unwrap();
    rest.split('"').next().unwrap().parse().unwrap()
}

#[test]
fn words_of_the_shipped_pages_keep_clear_of_the_cut() {
    // 3 mm, but for the room above and below the letters that poppler counts as part of a word.
    let safe = 3.0 * 72.0 / 25.4;
    for (edition, language) in editions() {
        let Some(mut pdftotext) = outside("pdftotext") else { return };
        let (boxes, _) = output(pdftotext.arg("-bbox").arg(pdf(edition, language)).arg("-"));
        let (mut width, mut height, mut words) = (0.0, 0.0, 0);
        for line in boxes.lines().map(str::trim) {
            if line.starts_with("<page ") {
                (width, height) = (attribute(line, "width"), attribute(line, "height"));
            } else if line.starts_with("<word ") {
                let place = ["xMin", "yMin", "xMax", "yMax"].map(|name| attribute(line, name));
                let [left, top, right, bottom] = place;
                let within = left >= safe && top >= safe && right <= width - safe;
                assert!(within && bottom <= height - safe, "{edition}, {language}: {line}");
                words += 1;
            }
        }
        assert!(words > 300, "{edition}, {language}: {words} words");
    }
}
