//! What is told of the folder of fonts: faces that a family lacks, files that are no fonts.

use std::fs;

use snapbox::str;

use crate::support::{REPOSITORY, Sandbox};

/// The English text in which a word is stressed.
const ENGLISH: &str = "Pay what you like.";

/// The fixture `small`, with a stressed word, and with a folder of its own for some files of Source Sans 3.
fn with_faces(faces: &[&str]) -> Sandbox {
    let sandbox = Sandbox::of("small");
    sandbox.replace(
        "translations/nl/note.ftl",
        "Betaal wat u wilt.",
        "Betaal <em>wat</em> u wilt.",
    );
    sandbox.replace("translations/en/note.ftl", ENGLISH, &ENGLISH.replace("what", "<em>what</em>"));
    sandbox.delete("fonts/source-sans-3");
    for face in faces {
        let name = format!("SourceSans3_{face}.ttf");
        let bytes = fs::read(format!("{REPOSITORY}/fonts/source-sans-3/{name}")).unwrap();
        sandbox.write(&format!("fonts/own/{name}"), bytes);
    }
    sandbox
}

#[test]
fn a_family_without_a_bold_and_an_italic_face() {
    let sandbox = with_faces(&["400Regular"]);
    sandbox.run(&["check", "--lang", "nl"]).assert(0, str![[r#"
warning: the family `Source Sans 3` has no bold face in `fonts/`: another stands in, and titles and emphasis look like the text around them
 --> brochures/note/brochure.toml:6:20
  |
6 | languages = ["en", "nl"]
  |                    ^^^^
  |
  = help: put its bold file there, or name a family that has one: `[families]` in `theme.toml`, `Latn = […]`

warning: the family `Source Sans 3` has no italic face in `fonts/`: an upright one stands in, and what is stressed does not show
 --> brochures/note/brochure.toml:6:20
  |
6 | languages = ["en", "nl"]
  |                    ^^^^
  |
  = help: put its italic file there, or name a family that has one: `[families]` in `theme.toml`, `Latn = […]`
  = help: or stress by weight: `emphasis = "weight"` in a row `[script.Latn]` of `translations/languages.toml`
"#]]);
    // A family that the theme names is told there.
    sandbox.append("brochures/note/theme.toml", "\n[families]\nLatn = [\"Source Sans 3\"]\n");
    sandbox.run(&["check", "--lang", "nl"]).assert(0, str![[r#"
warning: the family `Source Sans 3` has no bold face in `fonts/`: another stands in, and titles and emphasis look like the text around them
  --> brochures/note/theme.toml:10:8
   |
10 | Latn = ["Source Sans 3"]
   |        ^^^^^^^^^^^^^^^^^
   |
   = help: put its bold file there, or name a family that has one: `[families]` in `theme.toml`, `Latn = […]`

warning: the family `Source Sans 3` has no italic face in `fonts/`: an upright one stands in, and what is stressed does not show
  --> brochures/note/theme.toml:10:8
   |
10 | Latn = ["Source Sans 3"]
   |        ^^^^^^^^^^^^^^^^^
   |
   = help: put its italic file there, or name a family that has one: `[families]` in `theme.toml`, `Latn = […]`
   = help: or stress by weight: `emphasis = "weight"` in a row `[script.Latn]` of `translations/languages.toml`
"#]]);
}

#[test]
fn a_family_with_a_bold_face_alone() {
    let sandbox = with_faces(&["700Bold", "400Regular_Italic"]);
    sandbox.run(&["check", "--lang", "nl"]).assert(0, str![[r#"
warning: the family `Source Sans 3` has no regular face in `fonts/`: a bold one stands in, and nothing stands out from it
 --> brochures/note/brochure.toml:6:20
  |
6 | languages = ["en", "nl"]
  |                    ^^^^
  |
  = help: put its regular file there, or name a family that has one: `[families]` in `theme.toml`, `Latn = […]`
"#]]);
}

#[test]
fn files_that_are_no_fonts_are_named_and_passed_over() {
    let sandbox = Sandbox::of("small");
    let whole =
        fs::read(format!("{REPOSITORY}/fonts/source-sans-3/SourceSans3_400Regular.ttf")).unwrap();
    sandbox.write("fonts/more/cut.ttf", &whole[..whole.len() / 2]);
    sandbox.write("fonts/more/damaged.otf", [b"OTTO\0\0".as_slice(), &[0xFF; 200]].concat());
    sandbox.write("fonts/more/empty.ttf", "");
    sandbox
        .write("fonts/more/note.ttf", "version https://git-lfs.github.com/spec/v1\noid sha256:0\n");
    sandbox.write("fonts/more/page.ttf", "<!DOCTYPE html><p>Not found");
    sandbox.write("fonts/more/suitcase.dfont", b"\0\0\x01\0\0\0\0\0");
    sandbox.write("fonts/more/text.ttf", "A text.");
    sandbox.write("fonts/more/web.woff2", b"wOF2\0\x01\0\0");
    // What lies beside fonts by right is not even named, and a collection is read.
    sandbox.write("fonts/more/OFL.txt", "The licence.");
    sandbox.write("fonts/more/._SourceSans3.ttf", b"\0\x05\x16\x07");
    sandbox.run(&["check", "--lang", "nl"]).assert(0, str![[r#"
warning: `fonts/more/cut.ttf` ends too early: it is passed over
 |
 = help: replace it by the TrueType or OpenType file of its family, or delete it

warning: `fonts/more/damaged.otf` is damaged: it is passed over
 |
 = help: replace it by the TrueType or OpenType file of its family, or delete it

warning: `fonts/more/empty.ttf` is empty: it is passed over
 |
 = help: replace it by the TrueType or OpenType file of its family, or delete it

warning: `fonts/more/note.ttf` is a note of Git LFS in place of the file (run `git lfs pull`): it is passed over
 |
 = help: replace it by the TrueType or OpenType file of its family, or delete it

warning: `fonts/more/page.ttf` is a web page: it is passed over
 |
 = help: replace it by the TrueType or OpenType file of its family, or delete it

warning: `fonts/more/suitcase.dfont` is a suitcase of old Macs (dfont): it is passed over
 |
 = help: replace it by the TrueType or OpenType file of its family, or delete it

warning: `fonts/more/text.ttf` is a text: it is passed over
 |
 = help: replace it by the TrueType or OpenType file of its family, or delete it

warning: `fonts/more/web.woff2` is a font for web pages (WOFF2): it is passed over
 |
 = help: replace it by the TrueType or OpenType file of its family, or delete it
"#]]);
}

#[test]
fn a_family_of_which_only_a_web_font_is_there() {
    let sandbox = Sandbox::of("small");
    sandbox.append("brochures/note/theme.toml", "\n[families]\nLatn = [\"Solo Sans\"]\n");
    sandbox.write("fonts/solo/SoloSans-Regular.woff2", b"wOF2\0\x01\0\0");
    sandbox.run(&["check", "--lang", "nl"]).assert(1, str![[r#"
warning: `fonts/solo/SoloSans-Regular.woff2` is a font for web pages (WOFF2): it is passed over
 |
 = help: replace it by the TrueType or OpenType file of its family, or delete it

error: the family `Solo Sans` for the script `Latn` is not in `fonts/`
 |
 = help: `fonts/solo/SoloSans-Regular.woff2` can't be used: put its TrueType or OpenType file in its place
"#]]);
}

#[test]
fn collections_are_read() {
    let sandbox = with_faces(&["700Bold", "400Regular_Italic"]);
    let font =
        fs::read(format!("{REPOSITORY}/fonts/source-sans-3/SourceSans3_400Regular.ttf")).unwrap();
    sandbox.write("fonts/own/Source.ttc", collection(&font));
    sandbox.run(&["check", "--lang", "nl"]).assert(0, str![""]);
}

/// A collection of one font (OpenType 1.9, "TTC header").
fn collection(font: &[u8]) -> Vec<u8> {
    const HEADER: u32 = 16;
    let mut moved = font.to_vec();
    let tables = usize::from(u16::from_be_bytes([font[4], font[5]]));
    for table in 0..tables {
        let at = 12 + 16 * table + 8;
        let start = u32::from_be_bytes(*moved[at..].first_chunk().unwrap()) + HEADER;
        moved[at..at + 4].copy_from_slice(&start.to_be_bytes());
    }
    [b"ttcf\0\x01\0\0\0\0\0\x01".as_slice(), &HEADER.to_be_bytes(), &moved].concat()
}

#[test]
fn a_proof_needs_no_family_that_the_project_does_not_name() {
    let sandbox = Sandbox::of("small");
    sandbox.delete("fonts/source-sans-3");
    sandbox.append("brochures/note/theme.toml", "\n[families]\nLatn = [\"Vazirmatn\"]\n");
    let ran = sandbox.run(&["build", "--lang", "nl", "--profile", "proof"]);
    assert_eq!(ran.code, 0, "{ran:?}");
}
