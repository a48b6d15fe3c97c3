//! Ink as Ghostscript lays it on: black text is black ink alone, and no spot gets more than it can hold.

use std::path::Path;
use std::process::Command;

use super::print_files;
use super::raster::{Ink, inks};
use crate::support::outside::{output, outside};
use crate::support::shipped::pdf_for;
use crate::support::{Sandbox, approve};

/// The most ink on one spot, of 255 a plate: 300 %, and 1 % for rounding.
const MOST: u32 = 255 * 301 / 100;
/// Dots per inch: planes and tints are wide, and thin things have less ink than they.
const RESOLUTION: u32 = 36;

/// How much of each page each plate covers, in percent: cyan, magenta, yellow and black.
fn coverage(printed: &str) -> Vec<[f64; 4]> {
    let lines = printed
        .lines()
        .map(|line| line.strip_suffix("CMYK OK").unwrap_or_else(|| panic!("{line}")));
    let plates = lines.map(|line| {
        let plates: Vec<f64> = line.split_whitespace().map(|part| part.parse().unwrap()).collect();
        <[f64; 4]>::try_from(plates).unwrap()
    });
    plates.collect()
}

/// What Ghostscript says that each page of a file needs.
fn needed(gs: &mut Command, file: &Path) -> Vec<[f64; 4]> {
    gs.args(["-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=ink_cov", "-r72", "-o-"]);
    coverage(&output(gs.arg(file)).0)
}

/// Whether a page needs the black plate, and no other.
fn is_black_alone([cyan, magenta, yellow, black]: [f64; 4]) -> bool {
    cyan == 0.0 && magenta == 0.0 && yellow == 0.0 && black > 0.0
}

#[test]
fn black_text_is_on_the_black_plate_alone() {
    let sandbox = Sandbox::of("small");
    let theme = "brochures/note/theme.toml";
    let ink = "print = [0, 0, 0, 100] }";
    for colour in ["primary", "secondary", "accent", "alert"] {
        let text = sandbox.read(theme);
        let line = text.lines().find(|line| line.starts_with(colour)).unwrap();
        let screen = line.split_once("print = ").unwrap().0;
        sandbox.replace(theme, line, &format!("{screen}{ink}"));
    }
    sandbox.replace(theme, "print = [2, 4, 9, 0]", "print = [0, 0, 0, 0]");
    let structure = "brochures/note/brochure.toml";
    sandbox.replace(structure, "panels = 2\n", "panels = 2\nprofiles = [\"print\"]\n");
    approve(&sandbox, "note", "AB");
    sandbox.build_clean();
    let files = sandbox.pdfs("note");
    assert_eq!(files.len(), 2, "{files:?}");
    for file in files {
        let Some(mut gs) = outside("gs") else { return };
        let pages = needed(&mut gs, &sandbox.path("output/note").join(&file));
        assert!(pages.len() == 2 && pages.iter().copied().all(is_black_alone), "{file}: {pages:?}");
    }
}

#[test]
fn a_page_in_colour_is_not_black_alone() {
    let Some(mut gs) = outside("gs") else { return };
    let pages = needed(&mut gs, &pdf_for("print", "card", "fr"));
    assert!(pages.len() == 2 && !pages.into_iter().any(is_black_alone));
    let pages = coverage("0.00000  0.00000  0.00001  7.65180 CMYK OK\n 0.0 0.0 0.0 0.5 CMYK OK");
    assert_eq!(pages.into_iter().map(is_black_alone).collect::<Vec<_>>(), [false, true]);
}

/// The most ink on a spot of a page, all plates added up, of 255 a plate.
fn most(page: &[Ink]) -> u32 {
    let total = |ink: &Ink| ink.iter().map(|plate| u32::from(*plate)).sum();
    page.iter().map(total).max().unwrap()
}

#[test]
fn no_spot_within_the_bleed_gets_more_than_300_percent() {
    for (edition, language, file) in print_files() {
        if edition == "full" && !["fr", "ar"].contains(&language) {
            continue;
        }
        let Some(mut gs) = outside("gs") else { return };
        let pages = inks(&mut gs, &file, RESOLUTION, true);
        assert_eq!(pages.len(), if edition == "full" { 36 } else { 2 });
        for (index, page) in pages.iter().enumerate() {
            let most = most(page);
            let at = format!("{edition}, {language}, page {}: {most} of 255 a plate", index + 1);
            assert!(most <= MOST, "{at}");
            // No page is blank, and no plane was lost.
            assert!(most >= if edition == "full" { 100 } else { 400 }, "{at}");
        }
    }
}

#[test]
fn the_folds_are_marked_in_all_inks_and_this_is_noticed() {
    let Some(mut gs) = outside("gs") else { return };
    let pages = inks(&mut gs, &pdf_for("print", "short", "fr"), RESOLUTION, false);
    assert_eq!(pages.iter().map(|page| most(page) > MOST).collect::<Vec<_>>(), [true, true]);
    assert_eq!(most(&[[0; 4], [255, 255, 255, 3], [9; 4]]), MOST + 1);
}
