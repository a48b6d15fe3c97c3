//! What a project says of folds, paper and print, wrongly: each fault with its whole message.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat};

use snapbox::data::Inline;
use snapbox::str;

use crate::support::{Ran, Sandbox};

const BROCHURE: &str = "brochures/note/brochure.toml";

/// Checks the small project with a line replaced by others.
#[track_caller]
fn expect(old: &str, new: &str, expected: Inline) {
    let sandbox = Sandbox::of("small");
    sandbox.replace(BROCHURE, old, new);
    sandbox.assert_faults(expected);
}

/// Checks the small project with a table `[print]` before its edition.
#[track_caller]
fn expect_print(lines: &str, expected: Inline) {
    expect("[edition.short]", &format!("[print]\n{lines}\n\n[edition.short]"), expected);
}

#[test]
fn a_fold_that_there_is_not() {
    expect(
        "panels = 2",
        "fold = \"gates\"",
        str![[r#"
error: `fold` is `gates`, which is none of `none`, `half`, `c`, `z`, `gate`, `double-gate`, `roll` and `accordion`
  --> brochures/note/brochure.toml:14:8
   |
14 | fold = "gates"
   |        ^^^^^^^
   |
   = help: did you mean `gate`?
"#]],
    );
}

#[test]
fn a_fold_and_another_number_of_panels() {
    expect(
        "panels = 2",
        "fold = \"none\"\npanels = 4",
        str![[r#"
error: a sheet with the fold `none` has 2 panels, not 4
  --> brochures/note/brochure.toml:15:10
   |
15 | panels = 4
   |          ^
   |
   = help: take `panels` out: the fold says how many there are
"#]],
    );
}

#[test]
fn sections_that_do_not_fill_the_fold() {
    expect(
        "panels = 2",
        "fold = \"c\"",
        str![[r#"
error: the edition `short` has 6 panels, but its sections open 2
  --> brochures/note/brochure.toml:14:8
   |
14 | fold = "c"
   |        ^^^
   |
   = help: every section opens a panel unless it is `joined = true`; a `{ break = "panel" }` opens one too
"#]],
    );
}

#[test]
fn a_leaflet_for_print_without_a_fold() {
    let sandbox = Sandbox::of("neighbours");
    let ran =
        sandbox.run(&["check", "lantern-festival", "--profile", "print", "--edition", "leaflet"]);
    ran.assert(
        1,
        str![[r#"
error: the edition `leaflet` can't be made for `print`: it does not say how its sheet is folded
  --> brochures/lantern-festival/brochure.toml:13:10
   |
13 | [edition.leaflet]
   |          ^^^^^^^
   |
   = help: add `fold`, such as `fold = "z"`
"#]],
    );
}

#[test]
fn paper_that_there_is_not() {
    expect(
        "panels = 2",
        "panels = 2\npaper = { weight = 900, surface = \"rough\" }",
        str![[r#"
error: `weight` is from 40 to 600 g/m²
  --> brochures/note/brochure.toml:15:20
   |
15 | paper = { weight = 900, surface = "rough" }
   |                    ^^^

error: `surface` is `rough`, which is none of `coated` and `uncoated`
  --> brochures/note/brochure.toml:15:35
   |
15 | paper = { weight = 900, surface = "rough" }
   |                                   ^^^^^^^
"#]],
    );
}

#[test]
fn figures_that_no_press_has_and_a_profile_that_is_not_there() {
    expect_print(
        "bleed = \"30mm\"\nink-limit = 30\nprofile = \"x.icc\"\ncondition = \"FOGRA51\"",
        str![[r#"
error: `bleed` is from 2 to 10 mm
  --> brochures/note/brochure.toml:13:9
   |
13 | bleed = "30mm"
   |         ^^^^^^

error: `ink-limit` is from 200 to 400 percent
  --> brochures/note/brochure.toml:14:13
   |
14 | ink-limit = 30
   |             ^^

error: can't read `brochures/note/print/x.icc`: there is no such file
  --> brochures/note/brochure.toml:15:11
   |
15 | profile = "x.icc"
   |           ^^^^^^^
"#]],
    );
}

#[test]
fn a_profile_without_the_name_of_its_condition() {
    expect_print(
        "profile = \"x.icc\"",
        str![[r#"
error: a profile needs the name of its printing condition
  --> brochures/note/brochure.toml:13:11
   |
13 | profile = "x.icc"
   |           ^^^^^^^
   |
   = help: add `condition = "FOGRA51"`, or what the profile's maker calls it
"#]],
    );
}

#[test]
fn a_condition_without_its_profile() {
    expect_print(
        "condition = \"FOGRA51\"",
        str![[r#"
error: a printing condition needs its profile
  --> brochures/note/brochure.toml:13:13
   |
13 | condition = "FOGRA51"
   |             ^^^^^^^^^
   |
   = help: add `profile = "….icc"`, a file in the brochure's folder `print`
"#]],
    );
}

#[test]
fn a_profile_that_is_none_of_a_press() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(
        BROCHURE,
        "[edition.short]",
        "[print]\nprofile = \"screen.icc\"\ncondition = \"FOGRA51\"\n\n[edition.short]",
    );
    let screen = lcms2::Profile::new_srgb().icc().unwrap();
    sandbox.write("brochures/note/print/screen.icc", &screen);
    sandbox.assert_faults(str![[r#"
error: `screen.icc` is the profile of a screen, not of a press
  --> brochures/note/brochure.toml:13:11
   |
13 | profile = "screen.icc"
   |           ^^^^^^^^^^^^
   |
   = help: ask the print shop for the output profile of its press and paper
"#]]);
    sandbox.write("brochures/note/print/screen.icc", &screen[..200]);
    sandbox.assert_faults(str![[r#"
error: `screen.icc` is not a whole ICC profile
  --> brochures/note/brochure.toml:13:11
   |
13 | profile = "screen.icc"
   |           ^^^^^^^^^^^^
   |
   = help: copy the file again
"#]]);
}

/// The festival's leaflet with a picture of so many pixels, 70 mm wide, checked for print.
fn pictured(width: u32, height: u32) -> Ran {
    let sandbox = Sandbox::of("neighbours");
    let brochure = "brochures/lantern-festival/brochure.toml";
    sandbox.replace(brochure, "figure = \"lantern.svg\"", "figure = \"lantern.png\"");
    sandbox.replace(brochure, "panels = 6\n", "fold = \"z\"\n");
    let mut png = Cursor::new(Vec::new());
    DynamicImage::new_rgb8(width, height).write_to(&mut png, ImageFormat::Png).unwrap();
    sandbox.write("brochures/lantern-festival/images/lantern.png", png.into_inner());
    let arguments = ["check", "lantern-festival", "--edition", "leaflet", "--lang", "en"];
    sandbox.run(&[&arguments[..], &["--profile", "print"]].concat())
}

#[test]
fn a_picture_that_is_too_small_for_print() {
    pictured(400, 300).assert(1, str![[r#"
error[picture-resolution]: picture `lantern.png` has 145 pixels per inch on page 2, where it is 70 mm wide; print needs 300
  --> brochures/lantern-festival/brochure.toml:45:14
   |
45 |   { figure = "lantern.png", alt = "lantern-alt", caption = "lantern-caption", width = "70mm" },
   |              ^^^^^^^^^^^^^
   |
   = help: use a file that is at least 827 pixels wide, or show it no wider than 33.8 mm (50.8 mm at the very most)
"#]]);
}

#[test]
fn a_picture_that_is_small_for_print() {
    pictured(700, 525).assert(0, str![[r#"
warning[picture-resolution]: picture `lantern.png` has 253 pixels per inch on page 2, where it is 70 mm wide; print needs 300
  --> brochures/lantern-festival/brochure.toml:45:14
   |
45 |   { figure = "lantern.png", alt = "lantern-alt", caption = "lantern-caption", width = "70mm" },
   |              ^^^^^^^^^^^^^
   |
   = help: use a file that is at least 827 pixels wide, or show it no wider than 59.2 mm (88.9 mm at the very most)
"#]]);
}

#[test]
fn a_picture_that_is_large_enough_for_print() {
    pictured(900, 675).assert(0, str![""]);
}
