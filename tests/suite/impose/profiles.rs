//! The sheets of an edition for the print shop and the office.

use feuillet::impose::{
    Duplex, MarkStyle, Marks, Scheme, Setup, SheetSize, Sheets, Slug, impose, impose_for_profile,
};
use feuillet::language::Direction;
use feuillet::load::{Edition, Profile};
use feuillet_units::{Mm, Pt};
use lopdf::{Document, Object};

use super::picture::Picture;
use super::{blank, bled, coloured, fonts, panels, pdf};
use crate::support::Sandbox;
use crate::support::outside::{output, outside};

/// The edition `short` of the small project with these lines instead of its own.
fn edition(lines: &str) -> Edition {
    let sandbox = Sandbox::of("small");
    let own = "form = \"leaflet\"\npanels = 2\npage = { width = \"99mm\", height = \"210mm\" }\n";
    sandbox.replace("brochures/note/brochure.toml", own, lines);
    sandbox.load("note").publication.brochure.edition("short").unwrap().clone()
}

/// Width and height of each sheet with its bleed, in mm, and what is around the trim at the left and at the top.
fn boxes(sheets: &Sheets) -> Vec<(f64, f64, f64, f64)> {
    let round = |length: typst::layout::Abs| (length.to_mm() * 100.0).round() / 100.0;
    let pages = sheets.document.pages().iter();
    pages
        .map(|page| {
            let size = page.frame.size() + page.bleed.sum_by_axis();
            (round(size.x), round(size.y), round(page.bleed.left), round(page.bleed.top))
        })
        .collect()
}

#[test]
fn a_leaflet_for_print_is_its_flat_sheet() {
    let edition = edition("form = \"leaflet\"\nfold = \"c\"\n");
    let fold = edition.fold.as_ref().unwrap().value;
    let pages = panels(fold, |number| coloured("black", number));
    let sheets =
        impose_for_profile(&pages, &edition, Direction::Rtl, Profile::Print, None).unwrap();
    // 297 by 210 mm, 3 mm of bleed, and beyond it room for the ticks at the folds.
    assert_eq!(boxes(&sheets), [(315.0 + 0.0, 228.0, 9.0, 9.0); 2]);
    assert!((Mm::from(sheets.least_bleed()).0 - 3.0).abs() < 0.001);
    assert!(!sheets.tagged);
    let Some(picture) = Picture::of(&pdf(&sheets.document), 1, 200) else { return };
    // From right to left the outside begins with the cover, and ends with the narrow panel.
    for fold in [9.0 + 100.0, 9.0 + 200.0] {
        assert!(picture.has_ink(fold - 0.3..fold + 0.3, 0.6..5.5), "no tick at {fold}");
        assert!(picture.has_ink(fold - 0.3..fold + 0.3, 222.6..227.5), "no tick at {fold}");
    }
    assert!(!picture.has_ink(0.0..315.0, 5.6..5.9), "marks keep away from the bleed");
    assert!(!picture.has_ink(0.0..5.9, 0.0..228.0), "nothing is beyond the bleed at the left");
}

#[test]
fn a_flat_leaflet_has_no_folds_and_no_marks() {
    let edition = edition(
        "form = \"leaflet\"\npanels = 2\npage = { width = \"99mm\", height = \"210mm\" }\n",
    );
    let pages = bled(99.0, 210.0, &[blank(1), blank(2)]);
    let sheets =
        impose_for_profile(&pages, &edition, Direction::Ltr, Profile::Print, None).unwrap();
    assert_eq!(boxes(&sheets), [(105.0, 216.0, 3.0, 3.0); 2]);
}

#[test]
fn a_leaflet_for_the_office_is_a4_with_ticks() {
    let edition = edition("form = \"leaflet\"\nfold = \"z\"\n");
    let pages = panels(edition.fold.as_ref().unwrap().value, blank);
    let sheets =
        impose_for_profile(&pages, &edition, Direction::Ltr, Profile::Office, None).unwrap();
    assert_eq!(boxes(&sheets), [(297.0, 210.0, 0.0, 0.0); 2]);
    assert_eq!((sheets.least_bleed(), sheets.duplex), (Pt(0.0), Duplex::ShortEdge));
    for side in [1, 2] {
        let Some(picture) = Picture::of(&pdf(&sheets.document), side, 200) else { return };
        for fold in [99.0, 198.0] {
            for (from, to) in [(5.0, 8.0), (202.0, 205.0)] {
                assert!(picture.has_ink(fold - 0.3..fold + 0.3, from..to), "no tick at {fold}");
            }
            assert!(!picture.has_ink(fold - 0.3..fold + 0.3, 0.0..4.9), "not where printers end");
            assert!(!picture.has_ink(fold - 0.3..fold + 0.3, 8.2..30.0), "no longer than 3 mm");
        }
    }
}

#[test]
fn a_booklet_for_the_office_is_folded_in_the_middle_of_a4() {
    let lines = "form = \"booklet\"\npage = { width = \"148mm\", height = \"210mm\" }\n";
    let edition = edition(lines);
    let pages: Vec<String> = (1..=8).map(|number| coloured("black", number)).collect();
    let pages = bled(148.0, 210.0, &pages);
    let sheets =
        impose_for_profile(&pages, &edition, Direction::Ltr, Profile::Office, None).unwrap();
    assert_eq!(boxes(&sheets), [(297.0, 210.0, 0.0, 0.0); 4]);
    assert_eq!(sheets.duplex, Duplex::ShortEdge);
    let fault = impose_for_profile(
        &bled(148.0, 210.0, &[blank(1), blank(2)]),
        &edition,
        Direction::Ltr,
        Profile::Office,
        None,
    );
    assert_eq!(fault.unwrap_err().message, "2 pages can't be bound: a folded sheet has 4 pages");
}

#[test]
fn a_side_bound_booklet_for_the_office_stays_as_it_is_read() {
    let lines = "form = \"booklet\"\nbinding = \"side\"\npage = { width = \"210mm\", height = \"297mm\" }\n";
    let edition = edition(lines);
    let pages = bled(210.0, 297.0, &[blank(1), blank(2)]);
    let sheets =
        impose_for_profile(&pages, &edition, Direction::Ltr, Profile::Office, None).unwrap();
    assert_eq!(boxes(&sheets), [(210.0, 297.0, 0.0, 0.0); 2]);
    assert_eq!((sheets.duplex, sheets.tagged), (Duplex::LongEdge, true));
}

#[test]
fn cards_stand_five_to_an_office_sheet() {
    let lines =
        "form = \"card\"\nfold = \"half\"\npage = { width = \"85mm\", height = \"55mm\" }\n";
    let edition = edition(lines);
    let pages: Vec<String> = (1..=4).map(|number| coloured("black", number)).collect();
    let pages = bled(85.0, 55.0, &pages);
    let print = impose_for_profile(&pages, &edition, Direction::Ltr, Profile::Print, None).unwrap();
    assert_eq!(boxes(&print), [(188.0, 73.0, 9.0, 9.0); 2]);
    let sheets =
        impose_for_profile(&pages, &edition, Direction::Ltr, Profile::Office, None).unwrap();
    assert_eq!(boxes(&sheets), [(210.0, 297.0, 0.0, 0.0); 2]);
    assert_eq!(sheets.duplex, Duplex::LongEdge);
    for side in [1, 2] {
        let Some(picture) = Picture::of(&pdf(&sheets.document), side, 150) else { return };
        for row in 0..5 {
            let middle = 11.0 + 55.0 * f64::from(row) + 27.0;
            assert_eq!(picture.at(22.0, middle), [0, 0, 0]);
            assert_eq!(picture.at(188.0, middle), [0, 0, 0]);
            let cut = 11.0 + 55.0 * f64::from(row + 1);
            assert!(picture.has_ink(14.5..18.5, cut - 0.3..cut + 0.3), "no tick at {cut}");
        }
        assert!(picture.has_ink(104.7..105.3, 5.0..8.0), "no tick at the fold");
        assert!(!picture.has_ink(0.0..13.5, 0.0..297.0), "nothing far from the cards");
    }
}

#[test]
fn marks_of_a_print_shop_stand_beyond_the_bleed() {
    let lines = "form = \"booklet\"\npage = { width = \"148mm\", height = \"210mm\" }\n";
    let edition = edition(lines);
    let pages = bled(148.0, 210.0, &["#page[]".to_owned(), "#page[]".to_owned()]);
    let fonts = fonts();
    let slug = Slug { text: "note · full · fr · 1.0", family: "Source Sans 3", fonts: &fonts };
    let sheets =
        impose_for_profile(&pages, &edition, Direction::Ltr, Profile::Print, Some(slug)).unwrap();
    let margin = 14.5;
    assert_eq!(boxes(&sheets), [(148.0 + 29.0, 210.0 + 29.0, margin, margin); 2]);
    let bytes = pdf(&sheets.document);
    let document = Document::load_mem(&bytes).unwrap();
    let is_named = |object: &Object, name: &[u8]| object.as_name().is_ok_and(|own| own == name);
    let is_registration = |object: &Object| {
        object.as_array().is_ok_and(|array| {
            array.len() > 1 && is_named(&array[0], b"Separation") && is_named(&array[1], b"All")
        })
    };
    assert!(document.objects.values().any(is_registration), "marks are on all plates");
    let Some(picture) = Picture::of(&bytes, 2, 144) else { return };
    let (bleed, end) = (margin - 3.1, 3.1);
    assert!(!picture.has_ink(bleed..margin + 148.0 + end, bleed..margin + 210.0 + end));
    for (x, y) in [(0.0, 0.0), (148.0, 0.0), (0.0, 210.0), (148.0, 210.0)] {
        let (x, y) = (margin + x, margin + y);
        let above = if y < 100.0 { y - 8.0..y - 4.0 } else { y + 4.0..y + 8.0 };
        assert!(picture.has_ink(x - 0.3..x + 0.3, above), "no crop mark at {x}, {y}");
    }
    assert!(picture.has_ink(22.0..60.0, 0.5..5.0), "no colour bar");
    assert!(picture.has_ink(22.0..60.0, 234.0..238.5), "no slug line");
    let Some(mut pdftotext) = outside("pdftotext") else { return };
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("sheet.pdf");
    std::fs::write(&file, &bytes).unwrap();
    let (text, _) = output(pdftotext.arg(&file).arg("-"));
    assert!(text.contains("note · full · fr · 1.0 · 2 / 2"), "{text}");
}

#[test]
fn a_fold_that_is_not_named_is_told() {
    let edition = edition(
        "form = \"leaflet\"\npanels = 6\npage = { width = \"99mm\", height = \"210mm\" }\n",
    );
    let pages = bled(99.0, 210.0, &[blank(1), blank(2)]);
    for profile in [Profile::Print, Profile::Office] {
        let fault =
            impose_for_profile(&pages, &edition, Direction::Ltr, profile, None).unwrap_err();
        assert_eq!(
            fault.message,
            format!(
                "the edition `short` can't be made for `{}`: it does not say how its sheet is folded",
                profile.as_str()
            )
        );
    }
}

#[test]
fn a_panel_too_many_is_told_at_the_fold() {
    let edition = edition("form = \"leaflet\"\nfold = \"c\"\n");
    let pages: Vec<String> = (1..=7).map(blank).collect();
    let pages = bled(100.0, 210.0, &pages);
    let fault =
        impose_for_profile(&pages, &edition, Direction::Ltr, Profile::Print, None).unwrap_err();
    assert_eq!(fault.message, "a sheet with the fold `c` has 6 panels, but there are 7 pages");
    let place = fault.span.unwrap();
    assert_eq!(&place.file.text[place.range], "\"c\"");
}

#[test]
fn a_sheet_by_its_measures_lies_as_they_say() {
    let pages = bled(100.0, 100.0, &[blank(1)]);
    let scheme = Scheme::Single;
    let sheet = Some("150x120mm".parse::<SheetSize>().unwrap());
    let marks = Marks { style: MarkStyle::Press, ..Marks::default() };
    let sheets = impose(&pages, &Setup { scheme, sheet, marks }).unwrap();
    assert_eq!(boxes(&sheets), [(150.0, 120.0, 25.0, 10.0)]);
}
