//! Leaflets, cards, and booklets for the office: each face bears its number in reading order, and the folded piece is read so.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use super::bindery::{Instruction, Reading, instruction, names};
use super::judge::judge;
use super::pile::{Spine, Turn, read_book};
use super::printed::{Page, can_read, check, pages, sheets, turn};
use crate::support::Sandbox;

/// The languages of the fixture, and how they are read.
const LANGUAGES: [(&str, Reading); 2] =
    [("en", Reading::LeftToRight), ("ar", Reading::RightToLeft)];
/// The width of A4 the long way, which is the widest sheet of an office printer, in millimetres.
const OFFICE: f64 = 297.0;
/// The height of all sheets, in millimetres.
const HEIGHT: f64 = 210.0;
/// What lengths on a sheet may differ by, in millimetres.
const SAME: f64 = 0.1;

/// The fixture, built for the print shop, the office and the screen.
static BUILT: LazyLock<Sandbox> = LazyLock::new(|| {
    let sandbox = Sandbox::of("folds");
    for (profile, editions) in [
        ("print", names().collect::<Vec<_>>()),
        ("office", names().filter(fits_the_office).chain(["book"]).collect()),
        ("screen", vec!["book"]),
    ] {
        let mut arguments = vec!["build", "folds", "--profile", profile];
        arguments.extend(editions.iter().flat_map(|edition| ["--edition", edition]));
        let ran = sandbox.run(&arguments);
        assert_eq!(ran.code, 0, "{profile}: {}\n{}", ran.stdout, ran.stderr);
    }
    sandbox
});

/// Whether the flat sheet of a fold is not wider than A4.
fn fits_the_office(id: &&str) -> bool {
    instruction(id, Reading::LeftToRight).flat() < OFFICE + SAME
}

/// The PDF of an edition.
fn pdf(edition: &str, language: &str, profile: &str) -> PathBuf {
    BUILT.path(&format!("output/folds/{language}/folds-{edition}-{language}-{profile}-draft.pdf"))
}

/// Makes sure that a sheet is folded into what reads P1, P2, …
fn passes(sides: &[Page], fold: &Instruction, reading: Reading, what: &str) {
    judge(sides, fold, reading).unwrap_or_else(|fault| panic!("{what}: {fault}"));
}

#[test]
fn leaflets_for_the_print_shop_are_folded_and_read() {
    if !can_read() {
        return;
    }
    for id in names() {
        for (language, reading) in LANGUAGES {
            let what = format!("{id}, {language}, print");
            let fold = instruction(id, reading);
            let file = pdf(id, language, "print");
            check(&file);
            let sides = pages(&file).unwrap();
            for side in &sides {
                let (width, height) = side.trim;
                assert!((width - fold.flat()).abs() < SAME, "{what}: {width} mm wide");
                assert!((height - HEIGHT).abs() < SAME, "{what}: {height} mm high");
                assert!(side.bleed.iter().all(|bleed| *bleed > 3.0 - SAME), "{what}: {side:?}");
            }
            passes(&sides, &fold, reading, &what);
        }
    }
}

#[test]
fn leaflets_for_the_office_are_folded_and_read() {
    if !can_read() {
        return;
    }
    assert!(names().filter(fits_the_office).count() > 3);
    for id in names().filter(fits_the_office) {
        for (language, reading) in LANGUAGES {
            let what = format!("{id}, {language}, office");
            let file = pdf(id, language, "office");
            check(&file);
            let mut sides = pages(&file).unwrap();
            for side in &sides {
                let (width, height) = side.trim;
                assert!((width - OFFICE).abs() < SAME, "{what}: {width} mm wide");
                assert!((height - HEIGHT).abs() < SAME, "{what}: {height} mm high");
            }
            turn_back(&mut sides, &file, &what);
            passes(&sides, &instruction(id, reading), reading, &what);
        }
    }
}

/// Turns the back of a sheet as it stands if the printer turns it over the head: what stands on its head then is upright
/// on the sheet.
fn turn_back(sides: &mut [Page], file: &Path, what: &str) {
    match turn(file, &sides[0]).unwrap_or_else(|| panic!("{what}: how to turn it is not said")) {
        Turn::Sideways => {}
        Turn::OverTheHead => {
            let (width, height) = sides[1].trim;
            for mark in &mut sides[1].marks {
                mark.edges = (width - mark.edges.1, width - mark.edges.0);
                mark.head = (width - mark.head.0, height - mark.head.1);
                mark.foot = (width - mark.foot.0, height - mark.foot.1);
            }
        }
    }
}

#[test]
fn a_booklet_for_the_office_is_nested_and_read() {
    if !can_read() {
        return;
    }
    for (language, reading) in LANGUAGES {
        let (file, screen) = (pdf("book", language, "office"), pdf("book", language, "screen"));
        check(&file);
        let (sides, read) = (pages(&file).unwrap(), pages(&screen).unwrap());
        assert_eq!((read.len(), sides.len()), (8, 4), "{language}");
        for side in &sides {
            let (width, height) = side.trim;
            assert!((width - OFFICE).abs() < SAME && (height - HEIGHT).abs() < SAME, "{side:?}");
        }
        let turn = turn(&file, &sides[0]).expect("the file says how to turn its sheets");
        let spine = match reading {
            Reading::LeftToRight => Spine::Left,
            Reading::RightToLeft => Spine::Right,
        };
        // Two sheets of office paper: the inner one sticks out, and its pages are shifted to the spine.
        let mut sheets = sheets(&sides, &read, turn);
        sheets[1].creep = 0.2;
        let book = read_book(&sheets, 2, spine);
        let book = book.unwrap_or_else(|fault| panic!("{language}: {fault}"));
        assert_eq!(book.join(" "), "P1 P2 P3 P4 P5 P6 P7 P8", "{language}");
    }
}

/// The two panels of a pocket card, and the height of both, in millimetres.
const CARD: (f64, f64) = (85.0, 55.0);

/// The fixture with a pocket card.
fn card(profile: &str) -> Sandbox {
    let sandbox = Sandbox::of("folds");
    let edition = "[edition.book]\n";
    let card = "[edition.pocket]\nform = \"card\"\nfold = \"half\"\n\
        page = { width = \"85mm\", height = \"55mm\" }\ntext-size = \"9pt\"\n\n";
    sandbox.replace("brochures/folds/brochure.toml", edition, &format!("{card}{edition}"));
    let ran = sandbox.run(&["build", "folds", "--profile", profile, "--edition", "pocket"]);
    assert_eq!(ran.code, 0, "{profile}: {}\n{}", ran.stdout, ran.stderr);
    sandbox
}

/// How a pocket card is folded.
fn card_fold(reading: Reading) -> Instruction {
    Instruction { widths: vec![CARD.0; 2], folded: CARD.0, ..instruction("half", reading) }
}

#[test]
fn a_card_for_the_print_shop_is_folded_and_read() {
    if !can_read() {
        return;
    }
    let sandbox = card("print");
    for (language, reading) in LANGUAGES {
        let name = format!("output/folds/{language}/folds-pocket-{language}-print-draft.pdf");
        let sides = pages(&sandbox.path(&name)).unwrap();
        for side in &sides {
            let (width, height) = side.trim;
            assert!((width - 2.0 * CARD.0).abs() < SAME, "{width} mm wide");
            assert!((height - CARD.1).abs() < SAME, "{height} mm high");
        }
        passes(&sides, &card_fold(reading), reading, &format!("card, {language}"));
    }
}

#[test]
fn every_card_that_is_cut_from_an_office_sheet_is_folded_and_read() {
    if !can_read() {
        return;
    }
    let sandbox = card("office");
    for (language, reading) in LANGUAGES {
        let what = format!("card, {language}, office");
        let name = format!("output/folds/{language}/folds-pocket-{language}-office-draft.pdf");
        let file = sandbox.path(&name);
        let mut sides = pages(&file).unwrap();
        turn_back(&mut sides, &file, &what);
        let [outside, inside] = &sides[..] else { panic!("{what}: {} pages", sides.len()) };
        let (outside, inside) = (cards(outside), cards(inside));
        assert_eq!((outside.len(), inside.len()), (5, 5), "{what}");
        for (front, back) in outside.into_iter().zip(inside) {
            // The back of a card is where its front is: names stand equally high in all panels.
            assert!((front.0 - back.0).abs() < 0.2, "{what}: {} and {} mm", front.0, back.0);
            passes(&[front.1, back.1], &card_fold(reading), reading, &what);
        }
    }
}

/// The cards on a side of a sheet, which stand in one column in its middle: how far down each has its first name, and
/// the card as a page of its own.
fn cards(side: &Page) -> Vec<(f64, Page)> {
    let left = 0.5 * side.trim.0 - CARD.0;
    let mut marks = side.marks.clone();
    marks.sort_by(|one, other| one.head.1.total_cmp(&other.head.1));
    let cards = marks.chunk_by(|one, other| other.head.1 - one.head.1 < 0.5 * CARD.1);
    let cards = cards.map(|marks| {
        let mut marks = marks.to_vec();
        for mark in &mut marks {
            mark.edges = (mark.edges.0 - left, mark.edges.1 - left);
            mark.head.0 -= left;
            mark.foot.0 -= left;
        }
        (marks[0].head.1, Page { trim: (2.0 * CARD.0, CARD.1), bleed: [0.0; 4], marks })
    });
    cards.collect()
}
