//! Pages as they were when a person last looked at them: small pictures in `tests/references`.
//!
//! A reference has eight levels for each part of a colour, so that it is small; a dot counts only as far as it lies
//! outside of its level.

use std::io::Cursor;
use std::path::{Path, PathBuf};

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ImageReader, RgbImage};

use super::raster::rendered;
use crate::support::REPOSITORY;
use crate::support::expected::{HOW, is_renewing};
use crate::support::outside::outside;
use crate::support::shipped::pdf_for;

/// What is looked at: edition, profile, and page or sheet.
const KINDS: [(&str, &str, u32); 10] = [
    ("short", "print", 1),
    ("short", "print", 2),
    ("short", "office", 1),
    ("full", "print", 1),
    ("full", "print", 4),
    ("full", "office", 1),
    ("card", "print", 1),
    ("card", "print", 2),
    ("card", "office", 1),
    ("card", "office", 2),
];
/// The languages: one that is read from the left, one that is read from the right.
const LANGUAGES: [&str; 2] = ["fr", "ar"];
/// Dots per inch.
const RESOLUTION: &str = "36";
/// The distance between the levels of a reference.
const STEP: f64 = 255.0 / 7.0;
/// What a picture may differ by on average, in levels of 255.
const MEAN: f64 = 0.5;
/// What is a great difference of a dot, and the share of dots that may have one.
const GREAT: (f64, f64) = (64.0, 0.003);
/// The most bytes of a reference.
const LARGEST: usize = 25_000;

fn path(edition: &str, profile: &str, page: u32, language: &str) -> PathBuf {
    let name = format!("{edition}-{profile}-{page}-{language}.png");
    Path::new(REPOSITORY).join("tests/references").join(name)
}

/// A page as it is now.
fn picture(edition: &str, profile: &str, page: u32, language: &str) -> RgbImage {
    let number = page.to_string();
    let arguments = ["-r", RESOLUTION, "-f", &number, "-l", &number];
    let mut pages = rendered(&pdf_for(profile, edition, language), &arguments);
    assert_eq!(pages.len(), 1, "{edition}, {language}, {profile}: page {page}");
    pages.remove(0)
}

/// A picture with eight levels for each part of a colour.
fn levelled(picture: &RgbImage) -> RgbImage {
    let mut levelled = picture.clone();
    for part in levelled.iter_mut() {
        *part = ((f64::from(*part) / STEP).round() * STEP).round() as u8;
    }
    levelled
}

/// What sets a picture apart from its reference, if that is too much.
fn difference(picture: &RgbImage, reference: &RgbImage) -> Option<String> {
    if picture.dimensions() != reference.dimensions() {
        return Some(format!(
            "{:?} dots against {:?}",
            picture.dimensions(),
            reference.dimensions()
        ));
    }
    let part = |(one, other): (&u8, &u8)| {
        ((f64::from(*one) - f64::from(*other)).abs() - STEP / 2.0 - 0.5).max(0.0)
    };
    let parts: Vec<f64> = picture.iter().zip(reference.iter()).map(part).collect();
    let mean = parts.iter().sum::<f64>() / parts.len() as f64;
    let dots = parts.chunks(3).map(|dot| dot.iter().copied().fold(0.0, f64::max));
    let great = dots.filter(|most| *most > GREAT.0).count() as f64 * 3.0 / parts.len() as f64;
    (mean >= MEAN || great >= GREAT.1)
        .then(|| format!("{mean:.2} levels on average, {:.2} % of the dots by much", great * 100.0))
}

fn encoded(picture: &RgbImage) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let best =
        PngEncoder::new_with_quality(&mut bytes, CompressionType::Best, FilterType::NoFilter);
    picture.write_with_encoder(best).unwrap();
    bytes.into_inner()
}

#[test]
fn pages_look_as_they_did() {
    if outside("pdftoppm").is_none() {
        return;
    }
    let renew = is_renewing();
    let mut faults = Vec::new();
    for (language, (edition, profile, page)) in
        LANGUAGES.iter().flat_map(|language| KINDS.map(|kind| (language, kind)))
    {
        let reference = path(edition, profile, page, language);
        let picture = picture(edition, profile, page, language);
        if renew {
            let bytes = encoded(&levelled(&picture));
            assert!(bytes.len() < LARGEST, "{}: {} bytes", reference.display(), bytes.len());
            std::fs::write(&reference, bytes).unwrap();
            continue;
        }
        let fault = match ImageReader::open(&reference) {
            Ok(reader) => difference(&picture, &reader.decode().unwrap().into_rgb8()),
            Err(error) => Some(error.to_string()),
        };
        faults.extend(fault.map(|fault| format!("{}: {fault}", reference.display())));
    }
    assert!(!renew, "the references are renewed: look at them, and run the tests again");
    assert!(faults.is_empty(), "{}\n{HOW}", faults.join("\n"));
}

#[test]
fn a_page_in_another_language_is_noticed() {
    if outside("pdftoppm").is_none() {
        return;
    }
    for (edition, profile, page) in KINDS {
        let reference = image::open(path(edition, profile, page, "fr")).unwrap().into_rgb8();
        let dutch = picture(edition, profile, page, "nl");
        assert!(difference(&dutch, &reference).is_some(), "{edition}, {profile}, {page}");
    }
}

#[test]
fn a_page_with_a_missing_line_or_another_ground_is_noticed() {
    // Lines of text on a ground, and what a reference keeps of it.
    let page = |ground: u8, lines: u32| {
        RgbImage::from_fn(100, 100, |x, y| {
            let text = y.is_multiple_of(5) && y / 5 < lines && x.is_multiple_of(2) && x < 60;
            image::Rgb(if text { [26; 3] } else { [ground, 241, 232] })
        })
    };
    let reference = levelled(&page(247, 20));
    let read = image::load_from_memory(&encoded(&reference)).unwrap().into_rgb8();
    assert!(read == reference);
    assert_eq!(difference(&page(247, 20), &reference), None);
    assert_eq!(difference(&page(251, 20), &reference), None, "a profile of another version");
    assert!(
        difference(&page(247, 15), &reference).unwrap().ends_with("1.50 % of the dots by much")
    );
    assert!(difference(&page(200, 20), &reference).unwrap().contains(" levels on average"));
    let narrow = RgbImage::new(99, 100);
    assert_eq!(difference(&narrow, &reference).unwrap(), "(99, 100) dots against (100, 100)");
}
