//! Pictures of all kinds on pages of all profiles, and how what is wrong with one is told.

use std::io::Cursor;

use feuillet::typeset::view::Item;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use jpeg_encoder::{ColorType, Encoder};
use snapbox::str;

use crate::support::outside::{output, outside};
use crate::support::{Ran, Sandbox};

const BROCHURE: &str = "brochures/sheet/brochure.toml";
const IMAGES: &str = "brochures/sheet/images";

/// The leaflet of the fixture `layout` with a figure in the place of its lines, and further keys of that.
fn pictured(name: &str, bytes: &[u8], keys: &str) -> Sandbox {
    let sandbox = Sandbox::of("layout");
    let figure = format!("{{ figure = \"{name}\", alt = \"hill-alt\"{keys} }},");
    sandbox.replace(BROCHURE, "{ notes = 10, editions = [\"leaf\"] },", &figure);
    sandbox.replace(
        BROCHURE,
        "text-size = \"9.4pt\"\n",
        "text-size = \"9.4pt\"\nprofiles = [\"screen\", \"print\", \"office\", \"proof\"]\n",
    );
    sandbox.append("translations/en/sheet.ftl", "\nhill-alt = A hill in the rain\n");
    sandbox.write(&format!("{IMAGES}/{name}"), bytes);
    sandbox
}

/// Checks the leaflet with a picture; what else is found of it, that it is not full, is accepted.
fn checked(name: &str, bytes: impl AsRef<[u8]>) -> Ran {
    accepting(&pictured(name, bytes.as_ref(), ", width = \"30mm\"")).run(&[
        "check",
        "--edition",
        "leaf",
    ])
}

fn accepting(sandbox: &Sandbox) -> &Sandbox {
    sandbox.append(
        BROCHURE,
        "\n[[accept]]\ncheck = \"under-filled\"\nedition = \"leaf\"\nreason = \"a fixture has little to say\"\n",
    )
}

/// A picture that prints well at 30 mm: its left half red, the other blue.
fn two_halves() -> RgbImage {
    let colour = |x| if x < 200 { Rgb([200, 20, 20]) } else { Rgb([20, 20, 200]) };
    RgbImage::from_fn(400, 200, |x, _| colour(x))
}

fn coded(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// The same in ink: its left half magenta and yellow, the other cyan and magenta.
fn inks() -> Vec<u8> {
    let ink = |at: usize| if at % 400 < 200 { [0, 230, 230, 0] } else { [230, 200, 0, 20] };
    let inks: Vec<u8> = (0..400 * 200).flat_map(ink).collect();
    let mut bytes = Vec::new();
    Encoder::new(&mut bytes, 95).encode(&inks, 400, 200, ColorType::Cmyk).unwrap();
    bytes
}

/// A photograph with a profile of version 4.4 in which red and blue have changed places.
fn swapped() -> Vec<u8> {
    let primary = |x, y| lcms2::CIExyY { x, y, Y: 1.0 };
    let (red, green, blue) = (primary(0.64, 0.33), primary(0.30, 0.60), primary(0.15, 0.06));
    let primaries = lcms2::CIExyYTRIPLE { Red: blue, Green: green, Blue: red };
    let curve = lcms2::ToneCurve::new(2.2);
    let white = lcms2::CIExyY { x: 0.3127, y: 0.3290, Y: 1.0 };
    let profile = lcms2::Profile::new_rgb(&white, &primaries, &[&curve, &curve, &curve]).unwrap();
    let mut icc = profile.icc().unwrap();
    icc[8..10].copy_from_slice(&[4, 0x40]);
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, 95);
    encoder.add_icc_profile(&icc).unwrap();
    encoder.encode(two_halves().as_raw(), 400, 200, ColorType::Rgb).unwrap();
    bytes
}

/// How many pixels of the second page are more red than anything else, and how many more blue, each in a picture at 50
/// pixels to the inch; `None` without the program that draws it.
fn red_and_blue(sandbox: &Sandbox, profile: &str) -> Option<(usize, usize)> {
    let file = sandbox.path(&format!("output/sheet/en/sheet-leaf-en-{profile}-draft.pdf"));
    let picture = sandbox.beside("page");
    let mut program = outside("pdftoppm")?;
    program.args(["-r", "50", "-f", "2", "-l", "2", "-singlefile", "-png"]).arg(file).arg(&picture);
    output(&mut program);
    let image = image::open(picture.with_extension("png")).unwrap().to_rgb8();
    let clearly =
        |one: u8, others: [u8; 2]| others.iter().all(|other| one.saturating_sub(*other) > 90);
    let count = |is: &dyn Fn(&Rgb<u8>) -> bool| image.pixels().filter(|pixel| is(pixel)).count();
    let red = count(&|Rgb([red, green, blue])| clearly(*red, [*green, *blue]));
    let blue = count(&|Rgb([red, green, blue])| blue.saturating_sub(*red) > 70 && blue > green);
    Some((red, blue))
}

#[test]
fn pictures_of_every_kind_stand_in_every_profile() {
    let image = DynamicImage::from(two_halves());
    let deep = image.clone().into_rgb16().into();
    let svg = "<?xml version=\"1.0\"?>\n<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \
               \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\" [<!ENTITY red \"#c81414\">]>\n\
               <svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 400 200\">\
               <rect width=\"200\" height=\"200\" fill=\"&red;\"/>\
               <rect x=\"200\" width=\"200\" height=\"200\" fill=\"#1414c8\"/></svg>";
    let cases = [
        ("really-png.jpg", coded(&image, ImageFormat::Png)),
        ("deep.png", coded(&deep, ImageFormat::Png)),
        ("old.gif", coded(&image, ImageFormat::Gif)),
        ("new.webp", coded(&image, ImageFormat::WebP)),
        ("ink.jpg", inks()),
        ("drawing", svg.as_bytes().to_vec()),
    ];
    for (name, bytes) in cases {
        let sandbox = pictured(name, &bytes, ", width = \"30mm\"");
        let ran = accepting(&sandbox).run(&["build", "--edition", "leaf"]);
        assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{name}: {}", ran.stdout);
        for profile in ["screen", "print", "office"] {
            let Some((red, blue)) = red_and_blue(&sandbox, profile) else { return };
            assert!(red > 700 && blue > 700, "{name}, {profile}: {red}, {blue}");
        }
    }
}

#[test]
fn a_newer_profile_is_honoured_on_the_screen_and_in_print() {
    let sandbox = pictured("swapped.jpg", &swapped(), ", width = \"30mm\"");
    accepting(&sandbox).build_clean();
    // Both halves are there, and have changed their colours: the left one is blue.
    let file = sandbox.path("output/sheet/en/sheet-leaf-en-screen-draft.pdf");
    let Some(mut program) = outside("pdfimages") else { return };
    let (list, _) = output(program.arg("-list").arg(&file));
    assert!(list.contains(" icc "), "{list}");
    let picture = sandbox.beside("page");
    let print = sandbox.path("output/sheet/en/sheet-leaf-en-print-draft.pdf");
    for file in [file, print] {
        let mut program = outside("pdftoppm").unwrap();
        program
            .args(["-r", "50", "-f", "2", "-l", "2", "-singlefile", "-png"])
            .arg(file)
            .arg(&picture);
        output(&mut program);
        let image = image::open(picture.with_extension("png")).unwrap().to_rgb8();
        // The rows of the picture are those with many strong colours: a line of text has few.
        let is_strong = |pixel: &Rgb<u8>| pixel.0[0].abs_diff(pixel.0[2]) > 70;
        let rows =
            image.rows().filter(|row| row.clone().filter(|pixel| is_strong(pixel)).count() > 45);
        let strong = rows.flat_map(|row| (0_u32..).zip(row).filter(|(_, pixel)| is_strong(pixel)));
        let columns: Vec<(u32, bool)> =
            strong.map(|(x, pixel)| (x, pixel.0[2] > pixel.0[0])).collect();
        let mean = |is_blue: bool| {
            let own = columns.iter().filter(|(_, blue)| *blue == is_blue);
            own.clone().map(|(x, _)| f64::from(*x)).sum::<f64>() / own.count() as f64
        };
        let (blue, red) = (mean(true), mean(false));
        assert!(blue + 15.0 < red, "the left half is blue: {blue}, {red}");
    }
}

#[test]
fn a_photograph_stands_as_it_was_held() {
    for (orientation, is_turned) in [(1_u8, false), (3, false), (6, true), (8, true)] {
        // EXIF, big-endian: one directory of one entry, the orientation.
        let mut exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
        exif.extend([orientation, 0, 0, 0, 0, 0, 0]);
        let mut bytes = Vec::new();
        let mut encoder = Encoder::new(&mut bytes, 95);
        encoder.add_app_segment(1, exif).unwrap();
        encoder.encode(two_halves().as_raw(), 400, 200, ColorType::Rgb).unwrap();
        let sandbox = pictured("turned.jpg", &bytes, ", width = \"16mm\"");
        let pages = sandbox.load("sheet").pages("leaf", "en");
        let mut sizes = pages.view.pages[1].items.iter().filter_map(|item| match item {
            Item::Picture { area, .. } => Some((area.right - area.left, area.bottom - area.top)),
            _ => None,
        });
        let (width, height) = sizes.next_back().unwrap();
        let ratio = if is_turned { 2.0 } else { 0.5 };
        assert!((height / width - ratio).abs() < 0.01, "{orientation}: {width} × {height}");
        accepting(&sandbox).build_clean();
        let Some((red, blue)) = red_and_blue(&sandbox, "print") else { return };
        assert!(red > 100 && blue > 100, "{orientation}: {red}, {blue}");
    }
}

#[test]
fn a_piece_of_a_web_page_in_a_drawing() {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">\n  <switch>\n    <foreignObject width=\"9\" height=\"9\"><p>Words</p></foreignObject>\n  </switch>\n</svg>\n";
    checked("chart.svg", svg).assert(1, str![[r#"
error: `chart.svg` holds a piece of a web page (`foreignObject`), which can't be shown
 --> brochures/sheet/images/chart.svg:3:5
  |
3 |     <foreignObject width="9" height="9"><p>Words</p></foreignObject>
  |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: export the drawing with its texts as SVG text or as paths (in diagrams.net without "Formatted Text"), or as PNG
"#]]);
}

#[test]
fn a_picture_that_a_drawing_looks_for_elsewhere() {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">\n  <image width=\"9\" height=\"9\" href=\"file:///home/me/photo.png\"/>\n</svg>\n";
    checked("map.svg", svg).assert(1, str![[r#"
error: `map.svg` asks for another file, `file:///home/me/photo.png`, which is not read
 --> brochures/sheet/images/map.svg:2:37
  |
2 |   <image width="9" height="9" href="file:///home/me/photo.png"/>
  |                                     ^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: put it into the drawing itself (in Inkscape: Extensions > Images > Embed Images), or take it out
"#]]);
}

#[test]
fn an_entity_that_stands_in_another_file() {
    let svg = "<!DOCTYPE svg [\n  <!ENTITY secret SYSTEM \"file:///etc/passwd\">\n]>\n<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">\n  <text y=\"5\">&secret;</text>\n</svg>\n";
    checked("map.svg", svg).assert(
        1,
        str![[r#"
error: `map.svg` asks for another file, `file:///etc/passwd`, which is not read
 --> brochures/sheet/images/map.svg:5:15
  |
5 |   <text y="5">&secret;</text>
  |               ^^^^^^^^
  |
  = help: write what `&secret;` stands for here instead
"#]],
    );
}

#[test]
fn a_drawing_that_is_cut_off() {
    checked("map.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\">\n  <g>\n").assert(
        1,
        str![[r#"
error: `map.svg` is not a readable SVG picture: the root node was opened but never closed
 --> brochures/sheet/images/map.svg:1:1
  |
1 | <svg xmlns="http://www.w3.org/2000/svg">
  | ^
  |
  = help: export it again, or mend it here
"#]],
    );
}

#[test]
fn a_format_that_is_not_read() {
    checked("photo.jpg", b"\0\0\0\x18ftypheic\0\0\0\0").assert(
        1,
        str![[r#"
error: `photo.jpg` is a HEIC picture, which is not read
  --> brochures/sheet/brochure.toml:37:14
   |
37 |   { figure = "photo.jpg", alt = "hill-alt", width = "30mm" },
   |              ^^^^^^^^^^^
   |
   = help: save the picture as SVG, PNG or JPEG
"#]],
    );
}

#[test]
fn a_photograph_that_is_cut_off() {
    let bytes = inks();
    checked("photo.jpg", &bytes[..bytes.len() / 2]).assert(
        1,
        str![[r#"
error: `photo.jpg` ends too early: a part of the picture is missing
  --> brochures/sheet/brochure.toml:37:14
   |
37 |   { figure = "photo.jpg", alt = "hill-alt", width = "30mm" },
   |              ^^^^^^^^^^^
   |
   = help: copy or export it again
"#]],
    );
}

#[test]
fn too_many_pixels() {
    let mut bytes = coded(&DynamicImage::from(two_halves()), ImageFormat::Png);
    bytes[16..24].copy_from_slice(&[0, 0, 0x75, 0x30, 0, 0, 0x4E, 0x20]);
    let mut crc = flate2::Crc::new();
    crc.update(&bytes[12..29]);
    bytes[29..33].copy_from_slice(&crc.sum().to_be_bytes());
    checked("map.png", bytes).assert(
        1,
        str![[r#"
error: `map.png` is 30000 × 20000 pixels large: at most 60 million pixels are read
  --> brochures/sheet/brochure.toml:37:14
   |
37 |   { figure = "map.png", alt = "hill-alt", width = "30mm" },
   |              ^^^^^^^^^
   |
   = help: save it with 9486 × 6324 pixels or fewer; a full page of A4 needs 2480 × 3508
"#]],
    );
}

#[test]
fn a_font_that_a_drawing_asks_for_and_is_not_there() {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 90 30\">\n  <style>.name { font-family: 'Comic Sans MS', cursive }</style>\n  <text class=\"name\" y=\"20\">Hill</text>\n  <text font-family=\"sans-serif\" y=\"28\">Rain</text>\n  <text font-family=\"Arial, Source Sans 3\" y=\"10\">Wind</text>\n</svg>\n";
    checked("map.svg", svg).assert(0, str![[r#"
warning: `map.svg` asks for the font `Comic Sans MS`, which is not in `fonts/`: `Source Sans 3` stands in
 --> brochures/sheet/images/map.svg:2:32
  |
2 |   <style>.name { font-family: 'Comic Sans MS', cursive }</style>
  |                                ^^^^^^^^^^^^^
  |
  = help: put the family there, name one that is there, or save the drawing with its texts as paths
"#]]);
}

#[test]
fn a_character_in_a_drawing_that_no_family_has() {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 90 30\">\n  <text y=\"20\">Hill 山</text>\n</svg>\n";
    checked("map.svg", svg).assert(
        1,
        str![[r#"
error: `map.svg` has `山` in a text, which no family in `fonts/` has
 --> brochures/sheet/images/map.svg:2:21
  |
2 |   <text y="20">Hill 山</text>
  |                     ^^
  |
  = help: put a family that has it there, or save the drawing with its texts as paths
"#]],
    );
}

#[test]
fn a_drawing_that_moves() {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">\n  <rect width=\"9\" height=\"9\">\n    <animate attributeName=\"x\" to=\"5\"/>\n  </rect>\n</svg>\n";
    checked("map.svg", svg).assert(
        0,
        str![[r#"
warning: `map.svg` moves: a page stands still
 --> brochures/sheet/images/map.svg:3:5
  |
3 |     <animate attributeName="x" to="5"/>
  |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = help: look at the picture on the page; draw what it shows at the end, and delete this
"#]],
    );
}

#[test]
fn a_figure_that_is_too_wide_for_its_room_is_told_where_it_is_asked_for() {
    let png = coded(&DynamicImage::from(two_halves()), ImageFormat::Png);
    let sandbox = pictured("hill.png", &png, ", width = \"180mm\"");
    accepting(&sandbox)
        .run(&["check", "--edition", "leaf", "--profile", "screen"])
        .assert(1, str![[r#"
error[figure-size]: the figure `hill.png` is to be 180 mm wide, and its room is 83 mm (sheet, edition `leaf`, `en`)
  --> brochures/sheet/brochure.toml:37:14
   |
37 |   { figure = "hill.png", alt = "hill-alt", width = "180mm" },
   |              ^^^^^^^^^^
   |
   = help: write `width = "83mm"` or less, or leave it out: then the figure takes the room that there is
"#]]);
}

/// A picture that is high and narrow.
fn tower() -> Vec<u8> {
    let tower = RgbImage::from_fn(400, 4000, |_, y| Rgb([200, (y / 20) as u8, 20]));
    coded(&tower.into(), ImageFormat::Png)
}

#[test]
fn a_figure_that_is_too_high_is_told_where_it_is_asked_for_and_no_text_is_blamed() {
    let sandbox = pictured("tower.png", &tower(), ", width = \"30mm\"");
    sandbox.run(&["check", "--edition", "leaf", "--profile", "screen"]).assert(1, str![[r#"
error[figure-size]: the figure `tower.png` is to be 30 mm wide, and is too high then: there is room for 13.1 mm (sheet, edition `leaf`, `en`)
  --> brochures/sheet/brochure.toml:37:14
   |
37 |   { figure = "tower.png", alt = "hill-alt", width = "30mm" },
   |              ^^^^^^^^^^^
   |
   = help: write `width = "13.1mm"` or less, or leave it out: then the figure takes the room that there is
"#]]);
}

#[test]
fn a_figure_without_a_width_leaves_the_text_its_room() {
    let sandbox = pictured("tower.png", &tower(), "");
    let ran = sandbox.run(&["build", "--edition", "leaf", "--profile", "screen"]);
    ran.assert(0, str![[r#"
warning[image-fine]: preflight of the `screen` PDF: 775 dpi, a picture of 400 x 4000 pixels, wanted: at most 600 dpi (page 2)
  --> brochures/sheet/brochure.toml:12:10
   |
12 | [edition.leaf]
   |          ^^^^
   |
   = help: scale the picture down when the file is made

warning[figure-scaled]: the figure `tower.png` is 13.1 mm wide instead of 83, or it would be too high (sheet, edition `leaf`, `en`)
  --> brochures/sheet/brochure.toml:37:14
   |
37 |   { figure = "tower.png", alt = "hill-alt" },
   |              ^^^^^^^^^^^
   |
   = help: shorten the texts beside it, or take a picture that is less high

warning: panel 2 (`rain`) is 99 % full in the source language `en`
 |
 = help: shorten it to 75 %: translations need up to a third more room
"#]]);
    // The same in a booklet, where the page is the room.
    sandbox.replace(BROCHURE, "{ heading = \"wind-title\", level = 2 },", "");
    sandbox.run(&["check", "--edition", "book", "--profile", "screen"]).assert(0, str![[r#"
warning[figure-scaled]: the figure `tower.png` is 17 mm wide instead of 115, or it would be too high (sheet, edition `book`, `en`)
  --> brochures/sheet/brochure.toml:37:14
   |
37 |   { figure = "tower.png", alt = "hill-alt" },
   |              ^^^^^^^^^^^
   |
   = help: shorten the texts beside it, or take a picture that is less high

warning: no block shows the message `wind-title`
 --> translations/en/sheet.ftl:6:1
  |
6 | wind-title = Wind
  | ^^^^^^^^^^
  |
  = help: delete it, or name it in `brochure.toml`
"#]]);
}

#[test]
fn stock_typst_is_given_the_same_figures() {
    let sandbox = pictured("tower.png", &tower(), "");
    let arguments = ["typst", "sheet", "--edition", "leaf", "--lang", "en", "--output", "typst"];
    assert_eq!(sandbox.run(&arguments).code, 0);
    let setting = sandbox.read("typst/setting.typ");
    assert!(setting.contains("#let limits = (\"images/tower.png\": "), "{setting}");
}
