//! Two panels that meet at a fold leave no pale line between them, at any resolution.

use std::path::Path;

use image::{Rgb, RgbImage};
use lopdf::{Dictionary, Document, Stream, dictionary};

use super::raster::rendered;
use super::{BLEED, pt};
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

/// The strip of a page around a fold, which lies at `column`, from `top` over `height`: all in points.
fn strip(file: &Path, page: u32, resolution: u32, [column, top, height]: [f64; 3]) -> RgbImage {
    let dots = f64::from(resolution) / 72.0;
    let left = (column * dots).floor() as u32 - REACH - 1;
    let top = (top * dots).ceil() as u32 + 1;
    let height = (height * dots).floor() as u32 - 2;
    let numbers = [resolution, page, page, left, top, 2 * REACH + 3, height];
    let numbers = numbers.map(|number| number.to_string());
    let names = ["-r", "-f", "-l", "-x", "-y", "-W", "-H"];
    let arguments: Vec<&str> =
        names.into_iter().zip(&numbers).flat_map(|(name, number)| [name, number]).collect();
    let mut strips = rendered(file, &arguments);
    assert_eq!(strips.len(), 1, "{}", file.display());
    strips.remove(0)
}

#[test]
fn no_pale_line_is_seen_at_a_fold() {
    if outside("pdftoppm").is_none() {
        return;
    }
    for (language, page, folds) in FOLDS {
        let file = pdf_for("print", "short", language);
        for (fold, resolution) in folds.iter().flat_map(|fold| RESOLUTIONS.map(|it| (*fold, it))) {
            // Marks lie beyond the bleed, above and below.
            let place = [TO_TRIM + fold, TO_TRIM - BLEED, 210.0 + 2.0 * BLEED].map(pt);
            let strip = strip(&file, page, resolution, place);
            let at = format!("{language}, page {page}, {fold} mm, {resolution} dpi");
            assert_eq!(seams(&strip), [0; 0], "{at}");
            // The planes of the titles, and the cover.
            assert!(grounds(&strip) > strip.height() as usize / 12, "{at}: {}", grounds(&strip));
        }
    }
}

/// A page of 80 by 40 points with two grounds that meet at 40.3 points from the left, where the left one begins.
fn butted(right: f64) -> Document {
    let mut document = Document::with_version("1.6");
    let content =
        format!("0.86 0.81 0.89 rg 0 0 40.3 40 re f 0.77 0.7 0.82 rg {right} 0 60 40 re f");
    let content = document.add_object(Stream::new(Dictionary::new(), content.into_bytes()));
    let tree = document.new_object_id();
    let page = document.add_object(dictionary! {
        "Type" => "Page",
        "Parent" => tree,
        "Contents" => content,
        "MediaBox" => vec![0.into(), 0.into(), 80.into(), 40.into()],
        "Resources" => dictionary! {},
    });
    let pages = dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 };
    document.set_object(tree, pages);
    let catalogue = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    document.trailer.set("Root", catalogue);
    document
}

#[test]
fn grounds_that_only_touch_leave_a_pale_line() {
    if outside("pdftoppm").is_none() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("butted.pdf");
    for (right, pale) in [(40.3, true), (39.3, false)] {
        butted(right).save(&file).unwrap();
        let found = RESOLUTIONS
            .map(|resolution| !seams(&strip(&file, 1, resolution, [40.3, 0.0, 40.0])).is_empty());
        assert_eq!(found, [pale; 3], "the right ground begins at {right}");
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
