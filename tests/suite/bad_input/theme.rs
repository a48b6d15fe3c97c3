//! Colours and families of a theme.

use snapbox::str;

use super::THEME;
use crate::support::Sandbox;

#[test]
fn bad_colour() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(THEME, "\"#4B2A63\"", "\"#4B2A6\"");
    sandbox.assert_faults(str![[r##"
error: `#4B2A6` is not a screen colour
 --> brochures/note/theme.toml:2:22
  |
2 | primary = { screen = "#4B2A6", print = [80, 95, 20, 20] }
  |                      ^^^^^^^^
  |
  = help: write it like "#4B2A63"
"##]]);
}

#[test]
fn low_contrast_as_printed() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(THEME, "[90, 48, 45, 18]", "[70, 30, 30, 0]");
    sandbox.assert_faults(str![[r##"
error: text in `secondary` on white has a contrast of 3.4 as printed, 4.5 is needed (WCAG 2.2)
 --> brochures/note/theme.toml:3:13
  |
3 | secondary = { screen = "#1B6470", print = [70, 30, 30, 0] }
  |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: take a darker colour

error: text in `secondary` on `ground` has a contrast of 3.1 as printed, 4.5 is needed (WCAG 2.2)
 --> brochures/note/theme.toml:3:13
  |
3 | secondary = { screen = "#1B6470", print = [70, 30, 30, 0] }
  |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: take a darker colour
"##]]);
}

#[test]
fn low_contrast() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(THEME, "\"#1B6470\"", "\"#4FA5B4\"");
    sandbox.assert_faults(str![[r##"
error: text in `secondary` on white has a contrast of 2.8, 4.5 is needed (WCAG 2.2)
 --> brochures/note/theme.toml:3:13
  |
3 | secondary = { screen = "#4FA5B4", print = [90, 48, 45, 18] }
  |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: take a darker colour

error: text in `secondary` on `ground` has a contrast of 2.5, 4.5 is needed (WCAG 2.2)
 --> brochures/note/theme.toml:3:13
  |
3 | secondary = { screen = "#4FA5B4", print = [90, 48, 45, 18] }
  |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: take a darker colour
"##]]);
}

#[test]
fn bad_print_colour() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(THEME, "[80, 95, 20, 20]", "[80, 95, 20]");
    sandbox.assert_faults(str![[r##"
error: a print colour is four percentages: cyan, magenta, yellow, black
 --> brochures/note/theme.toml:2:41
  |
2 | primary = { screen = "#4B2A63", print = [80, 95, 20] }
  |                                         ^^^^^^^^^^^^
  |
  = help: write it like [80, 95, 20, 20]
"##]]);
}

#[test]
fn family_that_is_not_there() {
    let sandbox = Sandbox::of("small");
    sandbox.append(THEME, "\n[families]\nLatn = [\"Source Sans 4\"]\n");
    sandbox.assert_faults(str![[r#"
error: the family `Source Sans 4` for the script `Latn` is not in `fonts/`
 |
 = help: did you mean `Source Sans 3`?
 = help: put its files into the project's `fonts/` folder
"#]]);
}

#[test]
fn two_colours_of_a_wrong_form_are_two_errors() {
    let sandbox = Sandbox::of("small");
    let text = sandbox.read(THEME);
    let row = |name: &str| text.lines().find(|line| line.starts_with(name)).unwrap();
    for name in ["primary", "ground"] {
        let wrong = format!("{name} = {{ screen = \"#1d5b79\", print = \"cmyk(2, 4, 9, 0)\" }}");
        sandbox.replace(THEME, row(name), &wrong);
    }
    let found = sandbox.faults();
    assert_eq!(found.matches("error: `print` must be a list").count(), 2, "{found}");
    assert_eq!(found.matches("error").count(), 2, "{found}");
}

#[test]
fn sizes_out_of_bounds() {
    let sandbox = Sandbox::of("small");
    sandbox.append(THEME, "\n[scale]\ntitle = 1e300\nmeasure = 0.001\n");
    sandbox.assert_faults(str![[r#"
error: `title` is from 0.1 to 20
  --> brochures/note/theme.toml:10:9
   |
10 | title = 1e300
   |         ^^^^^

error: `measure` is from 5 to 500
  --> brochures/note/theme.toml:11:11
   |
11 | measure = 0.001
   |           ^^^^^
"#]]);
}
