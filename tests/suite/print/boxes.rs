//! Sizes: the boxes of every page for the print shop, and the bytes of every file.

use std::fs;
use std::path::Path;

use super::{BLEED, PRINTED, print_files, pt};
use crate::support::outside::{output, outside};
use crate::support::shipped::{languages, pdf_for};

/// What a corner may be off, in points: `pdfinfo` prints two decimals.
const EXACT: f64 = 0.01 + 1e-6;
/// The boxes of a page, from the outer one to the inner one.
const BOXES: [&str; 3] = ["MediaBox", "BleedBox", "TrimBox"];

/// The corners of a box: left, bottom, right and top, in points.
type Corners = [f64; 4];

/// The three boxes of each page, as `pdfinfo` prints them.
fn pages(printed: &str) -> Vec<[Corners; 3]> {
    let named = BOXES.map(|name| {
        let lines = printed.lines().filter_map(|line| line.split_once(&format!("{name}:")));
        let corners = lines.map(|(_, corners)| {
            let corners: Vec<f64> =
                corners.split_whitespace().map(|corner| corner.parse().unwrap()).collect();
            <Corners>::try_from(corners).unwrap()
        });
        corners.collect::<Vec<_>>()
    });
    let [media, bleed, trim] = &named;
    assert!(media.len() == bleed.len() && media.len() == trim.len(), "{printed}");
    (0..media.len()).map(|page| [media[page], bleed[page], trim[page]]).collect()
}

/// What is wrong with the boxes of a page that is trimmed to a width and height in millimetres.
fn fault([media, bleed, trim]: [Corners; 3], size: [f64; 2]) -> Option<&'static str> {
    let within = |inner: Corners, outer: Corners| {
        inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3]
    };
    let near = |one: f64, other: f64| (one - other).abs() <= EXACT;
    let wide = [0, 1].map(|axis| trim[axis + 2] - trim[axis]);
    let bled = (0..4).all(|side| near((trim[side] - bleed[side]).abs(), pt(BLEED)));
    // A width is the difference of two rounded corners.
    let sized = (0..2).all(|axis| (wide[axis] - pt(size[axis])).abs() <= 2.0 * EXACT);
    match () {
        () if !within(trim, bleed) => Some("the trim is not within the bleed"),
        () if !within(bleed, media) => Some("the bleed is not within the medium"),
        () if !bled => Some("the bleed is not 3 mm"),
        () if !sized => Some("the trim has another size"),
        () => None,
    }
}

#[test]
fn every_page_is_trimmed_to_its_size_within_three_millimetres_of_bleed() {
    for (edition, language, file) in print_files() {
        let Some(mut pdfinfo) = outside("pdfinfo") else { return };
        let (printed, _) = output(pdfinfo.args(["-box", "-l", "999"]).arg(&file));
        let pages = pages(&printed);
        assert!(pages.len() == if edition == "full" { 36 } else { 2 }, "{edition}, {language}");
        let (_, size) = PRINTED.into_iter().find(|(known, _)| *known == edition).unwrap();
        for (index, boxes) in pages.into_iter().enumerate() {
            assert_eq!(fault(boxes, size), None, "{edition}, {language}, page {}", index + 1);
        }
    }
}

#[test]
fn boxes_that_are_a_little_off_are_noticed() {
    let card = "Page    1 MediaBox:      0.00     0.00   532.91   206.93\n\
                Page    1 BleedBox:     17.01    17.01   515.91   189.92\n\
                Page    1 TrimBox:      25.51    25.51   507.40   181.42\n";
    let fault = |printed: &str| fault(pages(printed)[0], [170.0, 55.0]);
    assert_eq!(fault(card), None);
    for (old, new, expected) in [
        ("25.51    25.51", "16.51    25.51", "the trim is not within the bleed"),
        ("0.00     0.00", "0.00    17.02", "the bleed is not within the medium"),
        ("17.01    17.01", "16.98    17.01", "the bleed is not 3 mm"),
        ("515.91   189.92", "515.93   189.92", "the bleed is not 3 mm"),
    ] {
        let spoiled = card.replacen(old, new, 1);
        assert_ne!(spoiled, card);
        assert_eq!(fault(&spoiled), Some(expected), "{spoiled}");
    }
    assert_eq!(self::fault(pages(card)[0], [170.1, 55.0]), Some("the trim has another size"));
}

/// The most bytes of a file, by profile and edition.
const LARGEST: [(&str, &str, u64); 6] = [
    ("print", "short", 200_000),
    ("print", "full", 320_000),
    ("print", "card", 160_000),
    ("office", "short", 70_000),
    ("office", "full", 200_000),
    ("office", "card", 60_000),
];

/// Whether a file is not empty and not larger than it may be.
fn bounded(file: &Path, most: u64) -> bool {
    let size = fs::metadata(file).unwrap().len();
    eprintln!("{size:>7}  {}", file.file_name().unwrap().display());
    (1..most).contains(&size)
}

#[test]
fn no_file_is_larger_than_it_needs_to_be() {
    for (profile, edition, most) in LARGEST {
        for language in languages() {
            let file = pdf_for(profile, edition, language);
            assert!(bounded(&file, most), "{edition}, {language}, {profile}: {most} bytes");
        }
    }
    let (card, size) =
        (pdf_for("print", "card", "fr"), |file: &Path| fs::metadata(file).unwrap().len());
    assert!(!bounded(&card, size(&card)), "one byte too many");
}
