//! What a change makes anew for each profile.

use std::fs;
use std::path::Path;

use super::{ENGLISH, contents, made_with, small};
use crate::support::{REPOSITORY, Sandbox};

#[test]
fn each_profile_is_made_when_it_changes() {
    let sandbox = small();
    let proof = "nl/note-short-nl-proof-draft.pdf";
    assert_eq!(made_with(&sandbox, "note", &["--profile", "proof", "--lang", "nl"]), [proof]);
    assert_eq!(made_with(&sandbox, "note", &["--profile", "proof,screen"]).len(), 1, "in English");
    // A proof shows the source beside the page.
    sandbox.replace("translations/en/note.ftl", "Pay what you like.", "Pay what you can.");
    assert_eq!(
        made_with(&sandbox, "note", &["--profile", "proof,screen"]),
        ["en/note-short-en-proof-draft.pdf", ENGLISH, proof]
    );
    let incremental = contents(&sandbox, "note");
    sandbox.delete("output");
    made_with(&sandbox, "note", &["--profile", "screen,proof"]);
    assert!(contents(&sandbox, "note") == incremental);
}

#[test]
fn profiles_that_are_made_together_are_as_those_made_alone() {
    let sandbox = Sandbox::of("layout");
    sandbox.run(&["build", "--edition", "book", "--profile", "screen,office,proof"]);
    let together = contents(&sandbox, "sheet");
    sandbox.delete("output");
    for profile in ["proof", "office", "screen"] {
        sandbox.run(&["build", "--edition", "book", "--profile", profile]);
    }
    assert!(!together.is_empty());
    assert!(contents(&sandbox, "sheet") == together);
}

#[test]
fn marks_are_made_and_taken_away_again() {
    let sandbox = Sandbox::of("small");
    let print = ["build", "--profile", "print", "--lang", "en"];
    let read = || sandbox.read_bytes("output/note/en/note-short-en-print-draft.pdf");
    let boxes = |name: &[u8]| {
        let document = lopdf::Document::load_mem(&read()).unwrap();
        let page = *document.get_pages().get(&1).unwrap();
        let sides = document.get_dictionary(page).unwrap().get(name).unwrap();
        let sides = sides.as_array().unwrap().iter().map(|side| side.as_float().unwrap());
        sides.collect::<Vec<f32>>()
    };
    assert_eq!(sandbox.run(&print).code, 0);
    let (plain, media) = (read(), boxes(b"MediaBox"));
    assert_eq!(sandbox.run(&[&print[..], &["--marks"]].concat()).code, 0);
    let marked = boxes(b"MediaBox");
    assert!(marked[2] - marked[0] > media[2] - media[0] + 50.0, "{marked:?} {media:?}");
    let (trim, bleed) = (boxes(b"TrimBox"), boxes(b"BleedBox"));
    assert!((trim[0] - bleed[0] - 8.504).abs() < 0.01, "{trim:?} {bleed:?}");
    assert!(bleed[0] - marked[0] > 20.0, "the marks stand beyond the bleed");
    assert_eq!(sandbox.run(&print).code, 0);
    assert!(read() == plain, "without marks it is as it was");
}

#[test]
fn another_profile_of_the_press_makes_the_files_for_the_print_shop() {
    let sandbox = Sandbox::of("small");
    let icc = fs::read(Path::new(REPOSITORY).join("src/colour/FOGRA39L_coated.icc")).unwrap();
    sandbox.write("brochures/note/print/press.icc", &icc);
    sandbox.replace(
        "brochures/note/brochure.toml",
        "[edition.short]",
        "[print]\nprofile = \"press.icc\"\ncondition = \"FOGRA39\"\n\n[edition.short]",
    );
    let print = ["build", "--profile", "print", "--lang", "en"];
    let read = || sandbox.read_bytes("output/note/en/note-short-en-print-draft.pdf");
    assert_eq!(sandbox.run(&print).code, 0);
    let first = read();
    // The creator in the header (ICC.1:2022, 7.2.17) changes no colour, but the profile that is embedded.
    let mut other = icc;
    other[80..84].copy_from_slice(b"test");
    sandbox.write("brochures/note/print/press.icc", &other);
    let ran = sandbox.run(&print);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(read() != first, "the profile that is embedded is another one");
}
