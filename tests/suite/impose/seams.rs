//! Grounds that meet at folds and spines.

use feuillet::fold::Fold;
use feuillet::impose::{Marks, Scheme, Setup, Sheets, Spine, impose};
use feuillet::language::Direction;
use feuillet_units::Mm;
use typst_layout::PagedDocument;

use super::picture::{PROGRAMS, Picture};
use super::{blank, bled, coloured, panels, pdf};

fn folded(pages: &PagedDocument, fold: &'static Fold, direction: Direction) -> Sheets {
    let scheme = Scheme::Folded { fold, direction };
    impose(pages, &Setup { scheme, sheet: None, marks: Marks::default() }).unwrap()
}

#[test]
fn no_seam_is_seen_at_a_fold() {
    for id in ["c", "gate", "roll"] {
        let fold = Fold::named(id).unwrap();
        let pages = panels(fold, |number| coloured("cmyk(80%, 95%, 20%, 20%)", number));
        for direction in [Direction::Ltr, Direction::Rtl] {
            let pdf = pdf(&folded(&pages, fold, direction).document);
            for dpi in [60, 144, 300] {
                for (side, by) in [1, 2].into_iter().flat_map(|side| PROGRAMS.map(|by| (side, by)))
                {
                    let Some(picture) = by(&pdf, side, dpi) else { return };
                    let row = picture.height / 2;
                    let first = picture.pixel(2, row);
                    assert_ne!(first, [255, 255, 255]);
                    for x in 2..picture.width - 2 {
                        assert_eq!(picture.pixel(x, row), first, "{id} {direction:?} {dpi} {x}");
                    }
                }
            }
        }
    }
}

#[test]
fn no_seam_is_seen_at_a_spine() {
    let pages: Vec<String> = (1..=8).map(|number| coloured("rgb(\"#4B2A63\")", number)).collect();
    let pages = bled(74.0, 105.0, &pages);
    let scheme = Scheme::Signatures {
        signature: None,
        spine: Spine::Right,
        thickness: Mm(0.3),
        blanks: false,
    };
    let sheets = impose(&pages, &Setup { scheme, sheet: None, marks: Marks::default() }).unwrap();
    let pdf = pdf(&sheets.document);
    for dpi in [60, 144, 300] {
        for side in 1..=4 {
            let Some(picture) = Picture::of(&pdf, side, dpi) else { return };
            let row = picture.height / 2;
            // On the inner sheet the bleed is shifted too, by 0.6 mm.
            let edge = picture.scale as usize;
            for x in edge..picture.width - edge {
                assert_eq!(picture.pixel(x, row), [0x4B, 0x2A, 0x63], "{side} {dpi} {x}");
            }
        }
    }
}

#[test]
fn a_page_without_a_ground_sees_nothing_of_its_neighbour() {
    // Each second page is coloured; on the sheet they lie beside white ones.
    let fold = Fold::named("accordion").unwrap();
    let is_coloured = |number: usize| number.is_multiple_of(2);
    let pages = panels(fold, |number| match is_coloured(number) {
        true => coloured("black", number),
        false => blank(number),
    });
    for direction in [Direction::Ltr, Direction::Rtl] {
        let sheets = folded(&pages, fold, direction);
        let pdf = pdf(&sheets.document);
        for (side, on) in [(1, feuillet::fold::Side::Outside), (2, feuillet::fold::Side::Inside)] {
            let Some(picture) = Picture::of(&pdf, side, 300) else { return };
            for (page, (_, column)) in
                fold.places(direction).iter().enumerate().filter(|(_, (side, _))| *side == on)
            {
                let start = 3.0 + 99.0 * f64::from(u32::try_from(*column).unwrap());
                // One pixel of 0.085 mm may be shared at the fold.
                let (near, far) = (start + 0.09, start + 98.91);
                for x in [near, far] {
                    let expected = if is_coloured(page + 1) { [0, 0, 0] } else { [255, 255, 255] };
                    assert_eq!(picture.at(x, 100.0), expected, "{direction:?} {page} {x}");
                    // The same in the bleed above.
                    assert_eq!(picture.at(x, 1.5), expected, "{direction:?} {page} {x}");
                }
            }
        }
    }
}

#[test]
fn half_a_ground_runs_under_half_a_fold() {
    // The left page is black; the right one only in its upper half.
    let half =
        "#page(background: place(top, rect(width: 100%, height: 50%, fill: black)))[2]".to_owned();
    let fold = Fold::named("half").unwrap();
    let pages = [half.clone(), coloured("black", 2), half, coloured("black", 4)];
    let sheets = folded(&bled(148.5, 210.0, &pages), fold, Direction::Ltr);
    let pdf = pdf(&sheets.document);
    for dpi in [144, 300] {
        let Some(picture) = Picture::of(&pdf, 1, dpi) else { return };
        let fold = ((3.0 + 148.5) * picture.scale) as usize;
        for x in fold - 3..=fold + 3 {
            assert_eq!(picture.pixel(x, (50.0 * picture.scale) as usize), [0, 0, 0], "{dpi} {x}");
        }
        let below = (150.0 * picture.scale) as usize;
        assert_eq!(picture.pixel(fold + 1, below), [255, 255, 255], "{dpi}");
        assert_eq!(picture.pixel(fold - 1, below), [0, 0, 0], "{dpi}");
    }
}
