//! Where something reaches the trim, it runs on to the edge of the bleed: a knife never cuts exactly.

use image::{Rgb, RgbImage};

use super::raster::rendered;
use super::{BLEED, PRINTED, print_files, pt};
use crate::support::outside::outside;

/// Dots per inch at which a dot is a point.
const RESOLUTION: &str = "72";
/// How many places of a side may be bare: an edge that runs slanting over the trim.
const SLANTED: f64 = 0.02;
/// How far inside of the trim one looks, in points.
const INSIDE: f64 = 72.0 / 25.4;

/// The four sides of a page.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Side {
    Left,
    Right,
    Top,
    Bottom,
}

/// Whether anything is printed there.
fn printed(pixel: &Rgb<u8>) -> bool {
    pixel.0.iter().any(|part| *part < 252)
}

/// At how many places of a side something is printed 1 mm inside of the trim, and at how many of these the outermost
/// bleed is bare; places of either count lie between the trimmed corners. The page fills the picture's middle.
fn bare(page: &RgbImage, trim: [f64; 2], side: Side) -> (usize, usize) {
    let size = [page.width(), page.height()].map(f64::from);
    let begin = [0, 1].map(|axis| (size[axis] - trim[axis]) / 2.0);
    // Along which axis one goes, and across which one looks.
    let (along, across) = match side {
        Side::Left | Side::Right => (1, 0),
        Side::Top | Side::Bottom => (0, 1),
    };
    let bleed = pt(BLEED);
    let (edge, inside) = match side {
        Side::Left | Side::Top => {
            ((begin[across] - bleed).ceil(), (begin[across] + INSIDE).floor())
        }
        Side::Right | Side::Bottom => {
            let end = begin[across] + trim[across];
            ((end + bleed).floor() - 1.0, (end - INSIDE).floor())
        }
    };
    let at = |place: usize, depth: f64| {
        let (place, depth) = (place as u32, depth as u32);
        page.get_pixel(
            if along == 1 { depth } else { place },
            if along == 1 { place } else { depth },
        )
    };
    let places = begin[along].ceil() as usize..(begin[along] + trim[along]).floor() as usize;
    let filled: Vec<usize> = places.filter(|place| printed(at(*place, inside))).collect();
    (filled.len(), filled.into_iter().filter(|place| !printed(at(*place, edge))).count())
}

/// The sides of a page whose bleed is not filled where it must be.
fn faults(page: &RgbImage, size: [f64; 2]) -> Vec<(Side, usize)> {
    let trim = size.map(pt);
    let sides = [Side::Left, Side::Right, Side::Top, Side::Bottom].into_iter();
    let bare = sides.map(|side| (side, bare(page, trim, side).1));
    bare.filter(|(side, bare)| {
        let length = if matches!(side, Side::Left | Side::Right) { trim[1] } else { trim[0] };
        *bare as f64 > SLANTED * length
    })
    .collect()
}

#[test]
fn what_reaches_the_trim_fills_the_bleed() {
    if outside("pdftoppm").is_none() {
        return;
    }
    for (edition, language, file) in print_files() {
        let (_, size) = PRINTED.into_iter().find(|(known, _)| *known == edition).unwrap();
        let pages = rendered(&file, &["-r", RESOLUTION]);
        let mut reached = 0;
        for (index, page) in pages.iter().enumerate() {
            assert_eq!(faults(page, size), [], "{edition}, {language}, page {}", index + 1);
            reached += bare(page, size.map(pt), Side::Top).0;
        }
        // Covers and opening pages have grounds that reach the trim.
        assert!(reached > 300, "{edition}, {language}: {reached} places are filled");
    }
}

#[test]
fn a_ground_that_ends_at_the_trim_is_noticed() {
    let size = [99.0, 55.0];
    let [width, height] = size.map(|side| pt(side + 2.0 * BLEED).round() as u32);
    // A ground within margins at the four sides, in points.
    let page = |left: u32, right: u32, top: u32, bottom: u32| {
        RgbImage::from_fn(width, height, |x, y| {
            let ground = (left..width - right).contains(&x) && (top..height - bottom).contains(&y);
            Rgb(if ground { [247, 241, 232] } else { [255; 3] })
        })
    };
    let sides = |page: &RgbImage| -> Vec<Side> {
        faults(page, size).into_iter().map(|(side, _)| side).collect()
    };
    assert_eq!(sides(&page(0, 0, 0, 0)), []);
    assert_eq!(sides(&page(40, 40, 40, 40)), [], "it reaches no side");
    assert_eq!(sides(&page(8, 0, 0, 0)), [Side::Left]);
    assert_eq!(sides(&page(0, 8, 0, 0)), [Side::Right]);
    assert_eq!(sides(&page(0, 0, 3, 0)), [Side::Top], "a bleed of 2 mm");
    assert_eq!(sides(&page(0, 0, 0, 8)), [Side::Bottom]);
}
