//! Two panels that meet at a fold leave no pale line between them, at any resolution.

use image::{Rgb, RgbImage};

use super::pt;
use super::raster::rendered;
use crate::outside::{outside, pdf_for};

/// Dots per inch: a screen's preview, a coarse and a fine printer.
const RESOLUTIONS: [u32; 3] = [60, 144, 300];
/// Where the folds of `short` lie: language, page, and distances from the left of the trim in millimetres. The panel that
/// is folded in is 3 mm narrower; it is at the left of one side of the sheet, and at the right of the other.
const FOLDS: [(&str, u32, [f64; 2]); 4] = [
    ("fr", 1, [97.0, 197.0]),
    ("fr", 2, [100.0, 200.0]),
    ("ar", 1, [100.0, 200.0]),
    ("ar", 2, [97.0, 197.0]),
];
/// From the corner of the page to the trim, in millimetres: the bleed, and the marks beyond it.
const TO_TRIM: f64 = 9.0;
/// From the fold to what counts as its neighbours, in dots.
const REACH: u32 = 4;
/// By how much a dot may be lighter than both of its neighbours, of 255.
const LIGHTER: u8 = 4;

/// The rows in which a dot near the middle column is lighter than both neighbours of the fold.
///
/// Where a ground ends slanting at either side, its corner is lighter, and no seam: only rows count whose neighbours are
/// like those of the rows above and below.
fn seams(strip: &RgbImage) -> Vec<u32> {
    let middle = strip.width() / 2;
    let at = |column: u32, row: u32| strip.get_pixel(column, row).0;
    let is_flat = |column: u32, row: u32| {
        at(column, row - 1) == at(column, row) && at(column, row) == at(column, row + 1)
    };
    let is_pale = |row: &u32| {
        let (left, right) = (middle - REACH, middle + REACH);
        let most: [u8; 3] =
            std::array::from_fn(|part| at(left, *row)[part].max(at(right, *row)[part]));
        let is_lighter = |column: u32| {
            at(column, *row)
                .iter()
                .zip(most)
                .any(|(part, most)| *part > most.saturating_add(LIGHTER))
        };
        is_flat(left, *row) && is_flat(right, *row) && (left + 1..right).any(is_lighter)
    };
    (1..strip.height() - 1).filter(is_pale).collect()
}

/// How many rows have a ground at both sides of the fold.
fn grounds(strip: &RgbImage) -> usize {
    let middle = strip.width() / 2;
    let is_white = |column: u32, row: u32| strip.get_pixel(column, row).0 == [255; 3];
    let rows = 0..strip.height();
    rows.filter(|row| !is_white(middle - REACH, *row) && !is_white(middle + REACH, *row)).count()
}

#[test]
fn no_pale_line_is_seen_at_a_fold() {
    if outside("pdftoppm").is_none() {
        return;
    }
    for (language, page, folds) in FOLDS {
        let file = pdf_for("print", "short", language);
        for (fold, resolution) in folds.iter().flat_map(|fold| RESOLUTIONS.map(|it| (*fold, it))) {
            let dots = f64::from(resolution) / 72.0;
            let column = (pt(TO_TRIM + fold) * dots).floor() as u32;
            // Marks lie beyond the bleed, above and below.
            let top = (pt(TO_TRIM - super::BLEED) * dots).ceil() as u32 + 1;
            let height = (pt(210.0 + 2.0 * super::BLEED) * dots).floor() as u32 - 2;
            let numbers = [resolution, page, page, column - REACH - 1, top, 2 * REACH + 3, height];
            let numbers = numbers.map(|number| number.to_string());
            let names = ["-r", "-f", "-l", "-x", "-y", "-W", "-H"];
            let arguments: Vec<&str> =
                names.into_iter().zip(&numbers).flat_map(|(name, number)| [name, number]).collect();
            let strips = rendered(&file, &arguments);
            let at = format!("{language}, page {page}, {fold} mm, {resolution} dpi");
            let [strip] = strips.as_slice() else { panic!("{at}: {} strips", strips.len()) };
            assert_eq!(seams(strip), [0; 0], "{at}");
            // A tenth of the height: the planes of the titles, and the cover.
            assert!(grounds(strip) > strip.height() as usize / 12, "{at}: {}", grounds(strip));
        }
    }
}

#[test]
fn a_pale_line_is_noticed() {
    // Two grounds that meet in the middle; below the fourth row the left one has ended. One dot has another colour.
    let strip = |pale: [u8; 3], dot: (u32, u32)| {
        RgbImage::from_fn(11, 6, |x, y| match (x, y) {
            it if it == dot => Rgb(pale),
            (..5, 4..) => Rgb([255; 3]),
            (..5, _) => Rgb([219, 206, 226]),
            _ => Rgb([180, 160, 200]),
        })
    };
    assert_eq!(seams(&strip([200, 183, 213], (5, 1))), [0; 0], "a mixture of both");
    assert_eq!(seams(&strip([200, 160, 240], (5, 1))), [1], "one of the parts is lighter");
    assert_eq!(seams(&strip([229, 216, 236], (4, 1))), [1]);
    assert_eq!(seams(&strip([255; 3], (8, 2))), [2], "two dots beside the fold");
    assert_eq!(seams(&strip([255; 3], (5, 3))), [0; 0], "the corner where a ground ends");
    assert_eq!(grounds(&strip([0; 3], (5, 1))), 4);
}
