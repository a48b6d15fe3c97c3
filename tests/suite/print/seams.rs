//! Two panels that meet at a fold leave no pale line between them, at any resolution.

use std::path::Path;

use image::imageops::crop_imm;
use image::{Rgb, RgbImage};
use lopdf::{Dictionary, Document, Stream, dictionary};

use super::raster::{by_mupdf, rendered};
use super::{BLEED, pt};
use crate::support::outside::outside;
use crate::support::shipped::pdf_for;

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

/// A program that renders pages. They differ: poppler moves upright edges to whole dots, so that it shows gaps alone;
/// MuPDF blends, so that with it grounds which only touch let the paper through.
#[derive(Debug, Clone, Copy)]
enum Renderer {
    Poppler,
    MuPdf,
}

impl Renderer {
    /// The strip of a page around a fold at `column`, from `top` over `height`, all in points; `None` without the program.
    fn strip(
        self,
        file: &Path,
        page: u32,
        resolution: u32,
        [column, top, height]: [f64; 3],
    ) -> Option<RgbImage> {
        let dots = f64::from(resolution) / 72.0;
        let left = (column * dots).floor() as u32 - REACH;
        let top = (top * dots).ceil() as u32 + 1;
        let height = (height * dots).floor() as u32 - 2;
        let width = 2 * REACH + 1;
        match self {
            Renderer::Poppler => {
                outside("pdftoppm")?;
                let numbers = [resolution, page, page, left, top, width, height];
                let numbers = numbers.map(|number| number.to_string());
                let names = ["-r", "-f", "-l", "-x", "-y", "-W", "-H"];
                let pairs = names.into_iter().zip(&numbers);
                let arguments: Vec<&str> =
                    pairs.flat_map(|(name, number)| [name, number]).collect();
                let mut strips = rendered(file, &arguments);
                assert_eq!(strips.len(), 1, "{}", file.display());
                Some(strips.remove(0))
            }
            Renderer::MuPdf => {
                let whole = by_mupdf(&mut outside("mutool")?, file, page, resolution);
                Some(crop_imm(&whole, left, top, width, height).to_image())
            }
        }
    }
}

#[test]
fn no_pale_line_is_seen_at_a_fold() {
    for (language, page, folds) in FOLDS {
        let file = pdf_for("print", "short", language);
        for (fold, resolution) in folds.iter().flat_map(|fold| RESOLUTIONS.map(|it| (*fold, it))) {
            for renderer in [Renderer::Poppler, Renderer::MuPdf] {
                // Marks lie beyond the bleed, above and below.
                let place = [TO_TRIM + fold, TO_TRIM - BLEED, 210.0 + 2.0 * BLEED].map(pt);
                let Some(strip) = renderer.strip(&file, page, resolution, place) else { continue };
                let at = format!("{language}, {page}, {fold} mm, {resolution} dpi, {renderer:?}");
                assert_eq!(seams(&strip), [0; 0], "{at}");
                // The planes of the titles, and the cover.
                let grounds = grounds(&strip);
                assert!(grounds > strip.height() as usize / 12, "{at}: {grounds}");
            }
        }
    }
}

/// A page of 80 by 40 points with a ground at the left up to 40.38 points, and the same at the right from `right` on.
fn two_grounds(right: f64) -> Document {
    let mut document = Document::with_version("1.6");
    let content = format!("0.77 0.7 0.82 rg 0 0 40.38 40 re f {right} 0 60 40 re f");
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
fn a_gap_and_grounds_that_only_touch_are_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("two-grounds.pdf");
    for (right, renderer, pale) in [
        (40.38, Renderer::MuPdf, [true; 3]),
        (40.78, Renderer::MuPdf, [true; 3]),
        // Less than a dot at 60 dpi.
        (40.78, Renderer::Poppler, [false, true, true]),
        (39.38, Renderer::MuPdf, [false; 3]),
        (39.38, Renderer::Poppler, [false; 3]),
    ] {
        two_grounds(right).save(&file).unwrap();
        let found = RESOLUTIONS.map(|resolution| {
            let strip = renderer.strip(&file, 1, resolution, [40.38, 0.0, 40.0])?;
            Some(!seams(&strip).is_empty())
        });
        let wanted = pale.map(Some);
        assert!(found == wanted || found == [None; 3], "{right}, {renderer:?}: {found:?}");
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
