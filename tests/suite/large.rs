//! Large print, high contrast, and sheets for the office printer: what is on the pages, and how faults are told.

use std::fs;
use std::path::Path;
use std::process::Command;

use feuillet::compose::compose;
use feuillet::diagnostic::Report;
use feuillet::load::Profile;
use feuillet::resolve::Manuscript;
use feuillet::typeset::{Fonts, Pages, typeset};
use feuillet_colour::Colour;
use snapbox::str;
use typst::layout::{Frame, FrameItem};
use typst::visualize::Paint;

use crate::support::outside::{output, outside};
use crate::support::shipped::{languages, loaded, pdf};
use crate::support::{Loaded, Sandbox, messages};

const ALLOTMENT: &str = "brochures/allotment/brochure.toml";
const FIRST_EDITION: &str = "[edition.handbook]\n";

/// A second edition for the garden handbook, with these lines in it.
fn with_edition(lines: &str) -> Sandbox {
    let sandbox = Sandbox::of("allotment");
    let table = format!(
        "[edition.sheets]\nform = \"booklet\"\npage = {{ width = \"210mm\", height = \"297mm\" }}\ntext-size = \"16pt\"\n{lines}\n"
    );
    sandbox.replace(ALLOTMENT, FIRST_EDITION, &format!("{table}\n{FIRST_EDITION}"));
    sandbox
}

/// Pages of the shipped brochure for a profile.
fn pages(loaded: &Loaded, edition: &str, language: &str, profile: Profile) -> Pages {
    let manuscript = loaded.resolve(edition, language).manuscript;
    let edition = loaded.publication.brochure.edition(edition).unwrap();
    let composition = compose(&loaded.publication, &manuscript, edition);
    let report = Report::new();
    let fonts = Fonts::load(&loaded.project.fonts(), &report);
    let pages = typeset(&composition, &fonts, profile, &report);
    assert_eq!(messages(&report.into_sorted()), [""; 0]);
    pages.unwrap()
}

/// The colours of all that is painted on the pages.
#[derive(Default)]
struct Painted {
    /// The colour of each run of glyphs, and how many glyphs it has.
    texts: Vec<(Colour, usize)>,
    /// The ground of each shape that has one.
    grounds: Vec<Colour>,
}

impl Painted {
    fn on(pages: &Pages) -> Painted {
        let mut painted = Painted::default();
        for page in pages.document.pages() {
            painted.collect(&page.frame);
        }
        painted
    }

    fn collect(&mut self, frame: &Frame) {
        for (_, item) in frame.items() {
            match item {
                FrameItem::Group(group) => self.collect(&group.frame),
                FrameItem::Text(text) => {
                    self.texts.push((colour(&text.fill), text.glyphs.len()));
                }
                FrameItem::Shape(shape, _) => self.grounds.extend(shape.fill.as_ref().map(colour)),
                _ => {}
            }
        }
    }
}

fn colour(paint: &Paint) -> Colour {
    let Paint::Solid(solid) = paint else { panic!("{paint:?}") };
    let hex = solid.to_hex();
    let part = |index: usize| u8::from_str_radix(&hex[index..index + 2], 16).unwrap();
    Colour { screen: [part(1), part(3), part(5)], print: [0.0; 4] }
}

const WHITE: [u8; 3] = [255; 3];

fn white() -> Colour {
    Colour { screen: WHITE, print: [0.0; 4] }
}

/// Each text that is shown, without the soft hyphens that large print does not have.
fn texts(manuscript: &Manuscript) -> Vec<String> {
    manuscript.passages().iter().map(|passage| passage.plain().replace('\u{AD}', "")).collect()
}

#[test]
fn large_print_has_every_text_of_the_booklet() {
    let loaded = loaded();
    for language in languages() {
        let full = loaded.resolve("full", language).manuscript;
        let large = loaded.resolve("large", language).manuscript;
        assert_eq!(texts(&large), texts(&full), "{language}");
        assert_eq!(large.foot, full.foot, "{language}");
        assert!(texts(&full).len() > 300, "{language}");
    }
}

#[test]
fn running_text_is_18_points_and_nothing_is_less_than_14() {
    for language in languages() {
        let Some(mut mutool) = outside("mutool") else { return };
        let arguments = ["draw", "-q", "-F", "stext", "-o", "-"];
        let (out, _) = output(mutool.args(arguments).arg(pdf("large", language)));
        let mut sizes: Vec<(f64, usize)> = Vec::new();
        for font in out.split("<font ").skip(1) {
            let size = font.split("size=\"").nth(1).unwrap().split('"').next().unwrap();
            let size: f64 = size.parse().unwrap();
            let glyphs = font.matches("<char ").count();
            match sizes.iter_mut().find(|(known, _)| (known - size).abs() < 0.01) {
                Some((_, count)) => *count += glyphs,
                None => sizes.push((size, glyphs)),
            }
        }
        let most = sizes.iter().max_by_key(|(_, glyphs)| *glyphs).unwrap().0;
        // Arabic letters are set larger, to look as large as Latin ones.
        let wanted = if language == "ar" { 18.0 * 1.08 } else { 18.0 };
        assert!((most - wanted).abs() < 0.05, "{language}: {sizes:?}");
        let least = sizes.iter().map(|(size, _)| *size).fold(f64::INFINITY, f64::min);
        assert!(least >= 14.0, "{language}: {sizes:?}");
    }
}

#[test]
fn lines_of_large_print_are_short() {
    let Some(mut pdftotext) = outside("pdftotext") else { return };
    let (out, _) = output(pdftotext.args(["-raw"]).arg(pdf("large", "fr")).arg("-"));
    // Last lines of paragraphs, titles and words of lists tell nothing.
    let lengths = out.lines().map(|line| line.chars().count());
    let mut lengths: Vec<usize> = lengths.filter(|length| *length > 30).collect();
    lengths.sort_unstable();
    let middle = lengths[lengths.len() / 2];
    assert!(lengths.len() > 300 && (35..=45).contains(&middle), "{middle} of {}", lengths.len());
}

#[test]
fn no_word_of_large_print_is_divided() {
    let divided = |edition, language| {
        let mut pdftotext = outside("pdftotext")?;
        let (out, _) = output(pdftotext.arg("-raw").arg(pdf(edition, language)).arg("-"));
        // Typst writes a soft hyphen where it divides a word.
        Some(out.contains('\u{AD}'))
    };
    if outside("pdftotext").is_none() {
        return;
    }
    let some = |edition| languages().any(|language| divided(edition, language) == Some(true));
    assert!(some("full") && !some("large"));
}

#[test]
fn all_text_of_high_contrast_has_seven_to_one() {
    let loaded = loaded();
    for profile in [Profile::Screen, Profile::Office] {
        let painted = Painted::on(&pages(&loaded, "large", "fr", profile));
        let mut grounds = painted.grounds.iter().filter(|ground| ground.screen != WHITE);
        for (colour, _) in &painted.texts {
            let contrast = colour.contrast(&white());
            assert!(contrast >= 7.0 || colour.screen == WHITE, "{colour:?}: {contrast}");
        }
        let on_planes = painted.texts.iter().any(|(colour, _)| colour.screen == WHITE);
        assert_eq!(on_planes, profile == Profile::Screen, "white text stands on planes only");
        // What is so light that it could be a ground of dark text is white; white text has dark planes.
        let light = |colour: &&Colour| colour.contrast(&white()) < 1.3;
        assert_eq!(grounds.find(light), None, "{profile:?}");
        let black = painted.texts.iter().filter(|(colour, _)| colour.screen == [0; 3]);
        let all: usize = painted.texts.iter().map(|(_, glyphs)| glyphs).sum();
        assert!(black.map(|(_, glyphs)| glyphs).sum::<usize>() * 2 > all, "running text is black");
    }
}

/// How many squares of 7 mm of a PDF are darker than a light grey all over.
fn filled_squares(file: &Path, folder: &Path) -> usize {
    fs::create_dir_all(folder).unwrap();
    let mut pdftoppm = Command::new("pdftoppm");
    output(pdftoppm.args(["-gray", "-r", "25"]).arg(file).arg(folder.join("page")));
    let mut filled = 0;
    for entry in fs::read_dir(folder).unwrap() {
        // "P5", width and height, the largest value, then a byte for each pixel of about a millimetre.
        let bytes = fs::read(entry.unwrap().path()).unwrap();
        let head: Vec<&str> = bytes.split(u8::is_ascii_whitespace).take(4).map(text_of).collect();
        let (width, height): (usize, usize) = (head[1].parse().unwrap(), head[2].parse().unwrap());
        let pixels = &bytes[bytes.len() - width * height..];
        for (y, x) in
            (0..height - 7).step_by(7).flat_map(|y| (0..width - 7).step_by(7).map(move |x| (y, x)))
        {
            let mut rows = (y..y + 7).map(|row| &pixels[row * width + x..row * width + x + 7]);
            filled += usize::from(rows.all(|row| row.iter().all(|grey| *grey < 240)));
        }
    }
    filled
}

fn text_of(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

#[test]
fn an_office_printer_fills_no_planes() {
    if outside("pdftoppm").is_none() {
        return;
    }
    let sandbox = Sandbox::empty();
    for language in ["fr", "ar"] {
        let screen = pdf("large", language);
        let filled = |profile: &str| {
            let name = format!("info-pratique-large-{language}-{profile}-draft.pdf");
            let folder = sandbox.beside(&format!("{language}-{profile}"));
            filled_squares(&screen.with_file_name(name), &folder)
        };
        // The code that a telephone reads is 24 mm wide.
        assert!(filled("office") <= 9, "{language}: {}", filled("office"));
        assert!(filled("screen") > 500, "{language}: the screen has planes");
    }
}

#[test]
fn both_profiles_have_the_same_pages() {
    let loaded = loaded();
    let fills = |profile| {
        let pages = pages(&loaded, "large", "nl", profile);
        pages.panels.iter().map(|panel| (panel.number, panel.section.clone())).collect::<Vec<_>>()
    };
    assert_eq!(fills(Profile::Screen), fills(Profile::Office));
}

#[test]
fn an_office_printer_is_told_how_to_print() {
    for language in ["fr", "ar"] {
        let Some(mut qpdf) = outside("qpdf") else { return };
        let screen = pdf("large", language);
        let name = format!("info-pratique-large-{language}-office-draft.pdf");
        let file = screen.with_file_name(name);
        let (out, _) = output(qpdf.arg("--json").arg(&file));
        let json: serde_json::Value = serde_json::from_str(&out).unwrap();
        let (head, objects) = (&json["qpdf"][0], &json["qpdf"][1]);
        assert_eq!(head["pdfversion"], "1.7");
        let values = || objects.as_object().unwrap().values().map(|object| &object["value"]);
        let catalogue = values().find(|value| value["/Type"] == "/Catalog").unwrap();
        let preferences = match catalogue["/ViewerPreferences"].as_str() {
            Some(reference) => &objects[format!("obj:{reference}")]["value"],
            None => &catalogue["/ViewerPreferences"],
        };
        assert_eq!(preferences["/PrintScaling"], "/None", "{preferences}");
        assert_eq!(preferences["/Duplex"], "/DuplexFlipLongEdge", "{preferences}");
        // By a direction from right to left pdfium would turn every Latin name and address round.
        assert!(preferences.get("/Direction").is_none(), "{language}: {preferences}");
        let (checked, _) = output(Command::new("qpdf").arg("--check").arg(&file));
        assert!(checked.contains("No syntax or stream encoding errors found"), "{checked}");
        let (info, _) = output(Command::new("pdfinfo").arg(&file));
        assert!(info.contains("Page size:       595.276 x 841.89 pts (A4)"), "{info}");
    }
}

#[test]
fn an_edition_is_like_another() {
    let sandbox = with_edition("like = \"handbook\"\nbinding = \"side\"");
    sandbox.replace(ALLOTMENT, "id = \"words\"\n", "id = \"words\"\neditions = [\"handbook\"]\n");
    let loaded = sandbox.load("allotment");
    assert_eq!(messages(&loaded.diagnostics), [""; 0]);
    let like = loaded.resolve("sheets", "en").manuscript;
    assert_eq!(texts(&like), texts(&loaded.resolve("handbook", "en").manuscript));
    assert!(like.sections.iter().any(|section| section.id == "words"));
}

#[test]
fn what_is_limited_to_the_like_edition_is_not_in_its_model() {
    let sandbox = with_edition("like = \"handbook\"");
    sandbox.replace(ALLOTMENT, "id = \"words\"\n", "id = \"words\"\neditions = [\"sheets\"]\n");
    let loaded = sandbox.load("allotment");
    let has = |edition| {
        let sections = loaded.resolve(edition, "en").manuscript.sections;
        sections.iter().any(|section| section.id == "words")
    };
    assert!(has("sheets") && !has("handbook"));
}

#[test]
fn an_edition_can_not_be_like_one_that_is_not_there() {
    with_edition("like = \"handbok\"").assert_faults(str![[r#"
error: unknown edition `handbok`
  --> brochures/allotment/brochure.toml:16:8
   |
16 | like = "handbok"
   |        ^^^^^^^^^
   |
   = help: did you mean `handbook`?
"#]]);
}

#[test]
fn an_edition_can_not_be_like_itself() {
    with_edition("like = \"sheets\"").assert_faults(str![[r#"
error: the edition `sheets` can't be like itself
  --> brochures/allotment/brochure.toml:16:8
   |
16 | like = "sheets"
   |        ^^^^^^^^
   |
   = help: name the edition whose blocks it shows, or take `like` out
"#]]);
}

#[test]
fn editions_can_not_be_like_each_other_in_a_circle() {
    let sandbox = with_edition("like = \"handbook\"");
    sandbox.replace(ALLOTMENT, FIRST_EDITION, &format!("{FIRST_EDITION}like = \"sheets\"\n"));
    sandbox.assert_faults(str![[r#"
error: the edition `handbook` is like `sheets` itself, and can't be a model
  --> brochures/allotment/brochure.toml:16:8
   |
16 | like = "handbook"
   |        ^^^^^^^^^^
   |
   = help: name an edition without `like`

error: the edition `sheets` is like `handbook` itself, and can't be a model
  --> brochures/allotment/brochure.toml:19:8
   |
19 | like = "sheets"
   |        ^^^^^^^^
   |
   = help: name an edition without `like`
"#]]);
}

#[test]
fn an_office_printer_takes_no_larger_sheets_than_a4() {
    with_edition("profiles = [\"screen\", \"office\"]").assert_faults(str![[r#"
error: the edition `sheets` can't be made for `office`: its flat sheet of 420 by 297 mm is larger than A4
  --> brochures/allotment/brochure.toml:16:23
   |
16 | profiles = ["screen", "office"]
   |                       ^^^^^^^^
   |
   = help: `office` prints on sheets of A4: 210 by 297 mm, either way round
"#]]);
}

#[test]
fn asking_for_office_sheets_tells_which_editions_have_none_and_makes_the_others() {
    let sandbox = with_edition("binding = \"side\"");
    sandbox.replace(
        "brochures/allotment/brochure.toml",
        "page = { width = \"148mm\", height = \"210mm\" }",
        "page = { width = \"170mm\", height = \"210mm\" }",
    );
    let ran = sandbox.run(&["check", "--profile", "office", "--lang", "en"]);
    ran.assert(1, str![[r#"
error: the edition `handbook` can't be made for `office`: its flat sheet of 340 by 210 mm is larger than A4
  --> brochures/allotment/brochure.toml:18:10
   |
18 | [edition.handbook]
   |          ^^^^^^^^
   |
   = help: `office` prints on sheets of A4: 210 by 297 mm, either way round
"#]]);
}

#[test]
fn sheets_that_are_not_folded_need_no_multiple_of_four() {
    let sandbox = with_edition("binding = \"side\"\nlanguages = [\"en\"]");
    let loaded = sandbox.load("allotment");
    let pages = pages(&loaded, "sheets", "en", Profile::Screen);
    assert_eq!(pages.document.pages().len() % 2, 0);
}

#[test]
fn a_leaflet_has_no_binding() {
    let sandbox = Sandbox::of("small");
    sandbox.replace(
        "brochures/note/brochure.toml",
        "form = \"leaflet\"\n",
        "form = \"leaflet\"\nbinding = \"side\"\n",
    );
    sandbox.assert_faults(str![[r#"
error: unknown key `binding` in the edition `short`
  --> brochures/note/brochure.toml:14:1
   |
14 | binding = "side"
   | ^^^^^^^
   |
   = help: known keys are `form`, `fold`, `panels`, `like`, `page`, `profiles`, `text-size`, `text-sizes`, `scale`, `fit`, `paper`, `languages`, `pairs`, `pair-layout`, `contrast`, `cover` and `hyphenate`
"#]]);
}
