//! Lays out small booklets, leaflets and cards: where windows begin, what they crop, and where marks stand.

use feuillet_units::{Mm, Pt};
use typst::layout::{Abs, Size};

use crate::fold::{FOLDS, Fold};
use crate::impose::cell::Cell;
use crate::impose::layout::{PageSet, SideLayout, check_sizes};
use crate::impose::{Scheme, Spine};
use crate::language::Direction;

fn page_set(count: usize, width: f64, height: f64) -> PageSet {
    PageSet { count, size: Size::new(Abs::mm(width), Abs::mm(height)), bleed: Abs::mm(3.0) }
}

/// In mm, to a hundredth.
fn mm(length: Abs) -> f64 {
    let rounded = (length.to_mm() * 100.0).round() / 100.0;
    if rounded == 0.0 { 0.0 } else { rounded }
}

fn all(lengths: &[Abs]) -> Vec<f64> {
    lengths.iter().map(|length| mm(*length)).collect()
}

/// Page, left edge, width, what is cropped at the left, bleed at left and right.
fn cell(cell: &Cell) -> (usize, f64, f64, f64, f64, f64) {
    (
        cell.page,
        mm(cell.corner.x),
        mm(cell.size.x),
        mm(cell.cropped),
        mm(cell.bleed.left),
        mm(cell.bleed.right),
    )
}

fn cells(layout: &SideLayout) -> Vec<(usize, f64, f64, f64, f64, f64)> {
    layout.cells.iter().map(cell).collect()
}

fn folded(id: &str, direction: Direction) -> Vec<SideLayout> {
    let fold = Fold::named(id).unwrap();
    let (width, height) = fold.page;
    let pages = page_set(fold.places.len(), width.0, height.0);
    Scheme::Folded { fold, direction }.layouts(pages, None).unwrap()
}

#[test]
fn a_narrow_panel_is_cropped_evenly_and_bleeds_outside_only() {
    let sides = folded("c", Direction::Ltr);
    assert_eq!(
        cells(&sides[0]),
        [
            (2, 0.0, 97.0, 1.5, 3.0, 0.0),
            (5, 97.0, 100.0, 0.0, 0.0, 0.0),
            (0, 197.0, 100.0, 0.0, 0.0, 3.0)
        ]
    );
    assert_eq!(
        cells(&sides[1]),
        [
            (1, 0.0, 100.0, 0.0, 3.0, 0.0),
            (3, 100.0, 100.0, 0.0, 0.0, 0.0),
            (4, 200.0, 97.0, 1.5, 0.0, 3.0)
        ]
    );
    assert_eq!(all(&sides[0].folds), [97.0, 197.0]);
    assert_eq!(all(&sides[1].folds), [100.0, 200.0]);
}

#[test]
fn right_to_left_is_the_mirror_image() {
    for fold in FOLDS {
        let ltr = folded(fold.id, Direction::Ltr);
        let rtl = folded(fold.id, Direction::Rtl);
        for (ltr, rtl) in ltr.iter().zip(&rtl) {
            let mirrored = ltr.cells.iter().rev().map(|one| {
                let (page, left, width, cropped, from, to) = cell(one);
                let left = mm(ltr.size.x) - left - width;
                (page, (left * 100.0).round() / 100.0, width, cropped, to, from)
            });
            assert_eq!(cells(rtl), mirrored.collect::<Vec<_>>(), "{}", fold.id);
        }
    }
}

#[test]
fn panels_of_every_fold_cover_the_sheet_once() {
    for fold in FOLDS {
        for side in folded(fold.id, Direction::Ltr) {
            let mut end = 0.0;
            for (_, left, width, ..) in cells(&side) {
                assert!((left - end).abs() < 0.02, "{}", fold.id);
                end = left + width;
            }
            assert!((end - fold.sheet_width(fold.page.0).0).abs() < 0.02, "{}", fold.id);
            assert_eq!(side.joints.len(), fold.columns() - 1, "{}", fold.id);
        }
    }
}

#[test]
fn panels_of_a_gate_meet_in_the_middle_without_a_fold() {
    for direction in [Direction::Ltr, Direction::Rtl] {
        for side in folded("gate", direction) {
            assert_eq!(all(&side.folds), [73.5, 223.5]);
            assert_eq!(all(&side.joints), [73.5, 148.5, 223.5]);
        }
    }
    let [outside, inside] = [(Direction::Ltr, 0), (Direction::Ltr, 1)]
        .map(|(direction, side)| all(&folded("roll", direction)[side].folds));
    assert_eq!((outside, inside), (vec![96.0, 194.0, 294.0], vec![100.0, 200.0, 298.0]));
}

#[test]
fn a_fold_needs_a_page_for_each_panel() {
    let fold = Fold::named("c").unwrap();
    let scheme = Scheme::Folded { fold, direction: Direction::Ltr };
    let fault = scheme.layouts(page_set(5, 100.0, 210.0), None).unwrap_err();
    assert_eq!(fault.message, "a sheet with the fold `c` has 6 panels, but there are 5 pages");
}

fn signature_sides(
    pages: usize,
    signature: Option<usize>,
    spine: Spine,
    thickness: f64,
) -> Vec<SideLayout> {
    let scheme = Scheme::Signatures { signature, spine, thickness: Mm(thickness), blanks: false };
    scheme.layouts(page_set(pages, 148.0, 210.0), None).unwrap()
}

#[test]
fn bleed_is_cut_at_the_spine() {
    let sides = signature_sides(4, None, Spine::Left, 0.1);
    assert_eq!(
        cells(&sides[0]),
        [(3, 0.0, 148.0, 0.0, 3.0, 0.0), (0, 148.0, 148.0, 0.0, 0.0, 3.0)]
    );
    assert_eq!(
        cells(&sides[1]),
        [(1, 0.0, 148.0, 0.0, 3.0, 0.0), (2, 148.0, 148.0, 0.0, 0.0, 3.0)]
    );
    assert_eq!(all(&sides[0].folds), [148.0]);
}

#[test]
fn inner_pages_are_shifted_towards_the_spine() {
    // 16 pages of 0.1 mm: 0.4 mm on the innermost of four sheets.
    let shifts = |sides: &[SideLayout]| {
        let shifts =
            sides.iter().map(|side| (mm(side.cells[0].cropped), mm(side.cells[1].cropped)));
        shifts.collect::<Vec<_>>()
    };
    let one = |shift: f64| [(0.0 - shift, shift), (0.0 - shift, shift)];
    for spine in [Spine::Left, Spine::Right] {
        let sides = signature_sides(16, None, spine, 0.1);
        let expected = [one(0.0), one(0.13), one(0.27), one(0.4)].concat();
        assert_eq!(shifts(&sides), expected);
        // Each signature begins anew.
        let sides = signature_sides(16, Some(8), spine, 0.1);
        let expected = [one(0.0), one(0.2), one(0.0), one(0.2)].concat();
        assert_eq!(shifts(&sides), expected);
    }
    assert!(
        shifts(&signature_sides(64, None, Spine::Left, 0.0))
            .iter()
            .all(|shift| *shift == (0.0, 0.0))
    );
}

fn corners(layout: &SideLayout) -> Vec<(usize, f64, f64)> {
    layout.cells.iter().map(|cell| (cell.page, mm(cell.corner.x), mm(cell.corner.y))).collect()
}

#[test]
fn a_grid_is_read_in_lines() {
    let scheme = |spine| Scheme::NUp { columns: 2, rows: 2, spine };
    let sides = scheme(Spine::Left).layouts(page_set(5, 50.0, 30.0), None).unwrap();
    assert_eq!(
        corners(&sides[0]),
        [(0, 0.0, 0.0), (1, 50.0, 0.0), (2, 0.0, 30.0), (3, 50.0, 30.0)]
    );
    assert_eq!(corners(&sides[1]), [(4, 0.0, 0.0)]);
    assert_eq!(all(&sides[0].columns), [0.0, 50.0, 100.0]);
    assert_eq!(all(&sides[0].rows), [0.0, 30.0, 60.0]);
    let sides = scheme(Spine::Right).layouts(page_set(5, 50.0, 30.0), None).unwrap();
    assert_eq!(
        corners(&sides[0]),
        [(0, 50.0, 0.0), (1, 0.0, 0.0), (2, 50.0, 30.0), (3, 0.0, 30.0)]
    );
}

#[test]
fn copies_fill_the_room_and_backs_lie_behind_fronts() {
    let scheme = Scheme::StepAndRepeat { gutter: Pt(0.0), folds: vec![Pt::from(Mm(60.0))] };
    let room = Size::new(Abs::mm(200.0), Abs::mm(287.0));
    let sides = scheme.layouts(page_set(2, 170.0, 55.0), Some(room)).unwrap();
    let rows = [0.0, 55.0, 110.0, 165.0, 220.0];
    assert_eq!(corners(&sides[0]), rows.map(|y| (0, 0.0, y)));
    assert_eq!(corners(&sides[1]), rows.map(|y| (1, 0.0, y)));
    assert_eq!((all(&sides[0].folds), all(&sides[1].folds)), (vec![60.0], vec![110.0]));
}

#[test]
fn copies_share_a_gutter() {
    let scheme = |mm| Scheme::StepAndRepeat { gutter: Pt::from(Mm(mm)), folds: Vec::new() };
    let room = Size::new(Abs::mm(110.0), Abs::mm(60.0));
    let bleeds = |gutter| {
        let sides = scheme(gutter).layouts(page_set(1, 50.0, 50.0), Some(room)).unwrap();
        let bleeds = sides[0].cells.iter();
        bleeds.map(|cell| (mm(cell.bleed.left), mm(cell.bleed.right))).collect::<Vec<_>>()
    };
    assert_eq!(bleeds(0.0), [(3.0, 0.0), (0.0, 3.0)]);
    assert_eq!(bleeds(4.0), [(3.0, 2.0), (2.0, 3.0)]);
    assert_eq!(bleeds(10.0), [(3.0, 3.0), (3.0, 3.0)]);
    let sides = scheme(4.0).layouts(page_set(1, 50.0, 50.0), Some(room)).unwrap();
    assert_eq!(all(&sides[0].columns), [0.0, 50.0, 54.0, 104.0]);
}

#[test]
fn fronts_need_backs() {
    let scheme = Scheme::StepAndRepeat { gutter: Pt(0.0), folds: Vec::new() };
    let fault = scheme.layouts(page_set(3, 50.0, 50.0), None).unwrap_err();
    assert_eq!(fault.message, "3 pages can't be repeated: each sheet has a front and a back");
    assert_eq!(
        fault.hints,
        ["provide an even number of pages, each front followed by its back, or a single page"]
    );
}

#[test]
fn pages_of_two_sizes_are_reported() {
    let size = |width, height| Size::new(Abs::mm(width), Abs::mm(height));
    assert_eq!(check_sizes(&[size(148.0, 210.0), size(148.2, 209.9)]), Ok(()));
    let fault = check_sizes(&[size(148.0, 210.0), size(210.0, 148.0)]).unwrap_err();
    assert_eq!(fault.message, "page 2 is 210 by 148 mm, but page 1 is 148 by 210 mm");
    assert_eq!(fault.hints, ["all pages on a sheet must have the same size"]);
}
