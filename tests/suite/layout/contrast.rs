//! Colours of text and of what lies behind it.

use snapbox::str;

use super::{BROCHURE, clean, expect, notes, set};
use crate::support::Sandbox;

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
fn black_is_black_ink_alone_in_high_contrast() {
    let sandbox = Sandbox::of("layout");
    let keys = "text-size = \"9.4pt\"\ncontrast = \"high\"\nprofiles = [\"print\"]\n";
    sandbox.replace(BROCHURE, "text-size = \"9.4pt\"\n", keys);
    // Its own preflight would find black of four inks.
    let ran = sandbox.run(&["build", "--edition", "leaf"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{}", ran.stdout);
}
