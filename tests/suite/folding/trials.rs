//! The judges themselves, on sheets that are set by hand: good ones are read to the end, wrong ones refused.

use feuillet::fold::FOLDS;

use super::bindery::{Instruction, Reading, instruction, names};
use super::paper::{Face, Packet, Panel, Part, Way};
use super::pile::{Cell, Sheet, Spine, Turn, cut_and_stack, read_book};
use super::printed::{named, pages, sheets, write};
use super::reader::read;
use crate::support::Sandbox;

use Reading::{LeftToRight, RightToLeft};

/// A sheet for a fold on which each face bears its place: `i1` is the first panel of the inside from the left, `o1` what
/// is printed on its back.
pub(crate) fn places(fold: &Instruction) -> Vec<Panel> {
    let panels = fold.widths.iter().enumerate().map(|(index, width)| Panel {
        width: *width,
        front: Face::named(format!("i{}", index + 1)),
        back: Face::named(format!("o{}", index + 1)),
    });
    panels.collect()
}

#[test]
fn the_bindery_knows_every_fold_of_the_program() {
    let folded = FOLDS.iter().filter(|fold| fold.id != "none").map(|fold| fold.id);
    let (mut known, mut folded): (Vec<_>, Vec<_>) = (names().collect(), folded.collect());
    known.sort_unstable();
    folded.sort_unstable();
    assert_eq!(known, folded);
}

#[test]
fn each_fold_is_read_in_its_order() {
    let expected = [
        ("half", "o1 i1 i2 o2"),
        ("c", "o1 i1 o3 i2 i3 o2"),
        ("z", "o1 i1 i2 o3 o2 i3"),
        ("gate", "o1 o4 i1 i2 i3 i4 o3 o2"),
        ("double-gate", "o2 o1 o4 i1 i2 i3 i4 o3"),
        ("roll", "o1 i1 o3 i2 o4 i3 i4 o2"),
        ("accordion", "o1 i1 i2 i3 i4 o3 o2 o4"),
    ];
    assert_eq!(names().collect::<Vec<_>>(), expected.map(|(id, _)| id));
    for (id, order) in expected {
        let fold = instruction(id, LeftToRight);
        assert_eq!(read(&fold, LeftToRight, &places(&fold)).unwrap().join(" "), order, "{id}");
        // In a mirror, the first panel from the left is the last one.
        let fold = instruction(id, RightToLeft);
        let count = fold.widths.len();
        let mirrored = order.split(' ').map(|place| {
            let (side, panel) = place.split_at(1);
            format!("{side}{}", count + 1 - panel.parse::<usize>().unwrap())
        });
        let mirrored: Vec<String> = mirrored.collect();
        assert_eq!(read(&fold, RightToLeft, &places(&fold)).unwrap(), mirrored, "{id}");
    }
}

#[test]
fn folded_pieces_have_the_size_that_the_trade_knows() {
    for reading in [LeftToRight, RightToLeft] {
        for id in names() {
            let fold = instruction(id, reading);
            let states = fold.fold(&places(&fold)).unwrap();
            let folded = states[states.len() - 1].width();
            assert!((folded - fold.folded).abs() < 0.01, "{id}: {folded} mm");
        }
    }
}

#[test]
fn a_sheet_for_the_other_direction_is_refused() {
    for id in names() {
        let (there, back) = (instruction(id, LeftToRight), instruction(id, RightToLeft));
        let ordered = read(&there, LeftToRight, &places(&there)).unwrap();
        // Printed for one direction, and folded for the other.
        let mirrored = read(&back, RightToLeft, &places(&back)).unwrap();
        assert_ne!(ordered, mirrored, "{id}");
        // Folded for one direction, it opens the wrong way for the other; wings open to both sides, and are then read in
        // another order.
        match read(&there, RightToLeft, &places(&there)) {
            Ok(order) => assert!(id == "gate" && order != ordered, "{id}: {order:?}"),
            Err(error) => assert_eq!(error, "the cover is hinged on the left", "{id}"),
        }
    }
}

#[test]
fn panels_that_are_folded_in_must_be_narrower() {
    // Widths, and what is crushed; the same in the other direction.
    let cases: [(&str, &[f64], Option<&str>); 6] = [
        ("c", &[100.0, 100.0, 97.0], None),
        ("c", &[99.0, 99.0, 99.0], Some("panel 3 is crushed in line 1: 0.0 mm are left")),
        ("c", &[97.0, 100.0, 100.0], Some("panel 3 is crushed in line 1: 0.0 mm are left")),
        ("roll", &[99.0, 99.0, 98.0, 98.0], Some("panel 4 is crushed in line 2: 0.0 mm are left")),
        ("roll", &[98.0, 98.0, 98.0, 96.0], Some("panel 4 is crushed in line 1: 0.0 mm are left")),
        (
            "double-gate",
            &[75.0, 75.0, 75.0, 72.0],
            Some("panel 1 is crushed in line 2: 0.0 mm are left"),
        ),
    ];
    for (id, widths, fault) in cases {
        let mut fold = instruction(id, LeftToRight);
        fold.widths = widths.to_vec();
        assert_eq!(fold.fold(&places(&fold)).err().as_deref(), fault, "{id}, {widths:?}");
        let mut fold = instruction(id, RightToLeft);
        fold.widths = widths.iter().rev().copied().collect();
        assert_eq!(fold.fold(&places(&fold)).is_err(), fault.is_some(), "{id}, {widths:?}");
    }
    // Outside the fold an edge may lie in line with it: panels of a zigzag are equal.
    let zigzag = instruction("z", LeftToRight);
    assert!(zigzag.fold(&places(&zigzag)).is_ok());
}

#[test]
fn paper_is_not_torn_or_creased_elsewhere() {
    let flat = |widths: &[f64]| {
        let panel = |(index, width): (usize, &f64)| Panel {
            width: *width,
            front: Face::named(index + 1),
            back: Face::blank(),
        };
        Packet::pile(&[widths.iter().enumerate().map(panel).collect()])
    };
    let mut packet = flat(&[100.0, 100.0, 150.0]);
    packet.fold(2, Part::Right, Way::Over).unwrap();
    let fault = packet.fold(1, Part::Left, Way::Over).unwrap_err();
    assert_eq!(fault, "panel 3 lies across line 1");
    assert_eq!(packet.fold(2, Part::Left, Way::Over).unwrap_err(), "line 2 is folded already");
    assert_eq!(packet.fold(3, Part::Left, Way::Over).unwrap_err(), "there is no line 3");
    // A flap that covers its neighbour half.
    let mut packet = flat(&[100.0, 50.0]);
    packet.fold(1, Part::Right, Way::Over).unwrap();
    assert_eq!(packet.seen().unwrap_err(), "panel 1 is covered in part");
    // Two sheets that are not creased at one place.
    let sheet = |width: f64| vec![Panel { width, front: Face::blank(), back: Face::blank() }; 2];
    let mut packet = Packet::pile(&[sheet(100.0), sheet(99.0)]);
    let fault = packet.fold(1, Part::Left, Way::Over).unwrap_err();
    assert_eq!(fault, "line 1 is at 99 mm and at 100 mm");
}

#[test]
fn a_wrong_leaflet_is_refused() {
    let fold = instruction("c", LeftToRight);
    let good = ["P2", "P4", "P5", "P1", "P6", "P3"];
    let sheet = |names: [&str; 6]| -> Vec<Panel> {
        let panel = |index: usize| Panel {
            width: fold.widths[index],
            front: Face::named(names[index]),
            back: Face::named(names[index + 3]),
        };
        (0..3).map(panel).collect()
    };
    let order = read(&fold, LeftToRight, &sheet(good)).unwrap();
    assert_eq!(order, ["P1", "P2", "P3", "P4", "P5", "P6"]);
    // The outside printed as in a mirror: cover and flap have changed their places.
    let order = read(&fold, LeftToRight, &sheet(["P2", "P4", "P5", "P3", "P6", "P1"])).unwrap();
    assert_eq!(order, ["P3", "P2", "P1", "P4", "P5", "P6"]);
    // The flap folded last, as a wrapper: the piece opens on the right.
    let mut turned = fold.clone();
    turned.widths = vec![97.0, 100.0, 100.0];
    turned.steps = vec![(1, Part::Left, Way::Over), (2, Part::Right, Way::Over)];
    let mut panels = sheet(good);
    for (panel, width) in panels.iter_mut().zip(&turned.widths) {
        panel.width = *width;
    }
    let fault = read(&turned, LeftToRight, &panels).unwrap_err();
    assert_eq!(fault, "the cover is hinged on the right");
    // The back of the sheet printed head to foot.
    let mut headlong = sheet(good);
    for panel in &mut headlong {
        panel.back.upright = false;
    }
    assert_eq!(read(&fold, LeftToRight, &headlong).unwrap_err(), "P6 stands on its head");
}

/// A page of A5 at the left or right half of a sheet of A4.
fn half(page: usize, left: bool) -> Cell {
    let left = if left { 0.5 } else { 148.5 };
    Cell { left, top: 0.0, width: 148.0, height: 210.0, face: Face::named(page) }
}

/// Sheets of A4 from the numbers of their halves: front left, front right, back left, back right.
fn folios(numbers: &[[usize; 4]], turn: Turn) -> Vec<Sheet> {
    let sheet = |[a, b, c, d]: &[usize; 4]| {
        let front = vec![half(*a, true), half(*b, false)];
        Sheet::printed((297.0, 210.0), front, &[half(*c, true), half(*d, false)], turn)
    };
    numbers.iter().map(sheet).collect()
}

#[test]
fn books_are_nested_gathered_and_read() {
    let counted = |count: usize| (1..=count).map(|page| page.to_string()).collect::<Vec<_>>();
    // Eight pages in two nested sheets; bound on the right, the halves change places.
    let nested = folios(&[[8, 1, 2, 7], [6, 3, 4, 5]], Turn::Sideways);
    assert_eq!(read_book(&nested, 2, Spine::Left).unwrap(), counted(8));
    let mirrored = folios(&[[1, 8, 7, 2], [3, 6, 5, 4]], Turn::Sideways);
    assert_eq!(read_book(&mirrored, 2, Spine::Right).unwrap(), counted(8));
    // Two signatures of four pages.
    let gathered = folios(&[[4, 1, 2, 3], [8, 5, 6, 7]], Turn::Sideways);
    assert_eq!(read_book(&gathered, 1, Spine::Left).unwrap(), counted(8));
}

#[test]
fn wrong_books_are_refused() {
    let nested = [[8, 1, 2, 7], [6, 3, 4, 5]];
    // Bound on the other side, it is read from its back.
    let book = read_book(&folios(&nested, Turn::Sideways), 2, Spine::Right).unwrap();
    assert_eq!(book.join(" "), "8 7 6 5 4 3 2 1");
    // Gathered instead of nested.
    let book = read_book(&folios(&nested, Turn::Sideways), 1, Spine::Left).unwrap();
    assert_eq!(book.join(" "), "1 2 7 8 3 4 5 6");
    // The sheets in the other order.
    let reversed = [[6, 3, 4, 5], [8, 1, 2, 7]];
    let book = read_book(&folios(&reversed, Turn::Sideways), 2, Spine::Left).unwrap();
    assert_eq!(book.join(" "), "3 4 1 2 7 8 5 6");
    // Backs set for a sheet that is turned over the other edge.
    let fault = read_book(&folios(&nested, Turn::OverTheHead), 2, Spine::Left).unwrap_err();
    assert_eq!(fault, "7 stands on its head");
    // Pages that are not back to back, and pages over the fold.
    let sheet = |front: [Cell; 2], back: [Cell; 2]| {
        [Sheet::printed((297.0, 210.0), front.to_vec(), &back, Turn::Sideways)]
    };
    let moved = |page, left, by| {
        let cell = half(page, left);
        Cell { left: cell.left + by, ..cell }
    };
    let (front, back) = ([half(4, true), half(1, false)], [half(2, true), half(3, false)]);
    let good = sheet(front.clone(), back.clone());
    assert_eq!(read_book(&good, 1, Spine::Left).unwrap().join(" "), "1 2 3 4");
    let shifted = sheet(front, [moved(2, true, -0.5), half(3, false)]);
    let fault = read_book(&shifted, 1, Spine::Left).unwrap_err();
    assert_eq!(fault, "1 and 2 don't lie on each other");
    let over = sheet([half(4, true), moved(1, false, -2.0)], back.clone());
    assert_eq!(read_book(&over, 1, Spine::Left).unwrap_err(), "1 lies across the fold");
    let crowded = sheet([half(4, false), half(1, false)], back);
    let fault = read_book(&crowded, 1, Spine::Left).unwrap_err();
    assert_eq!(fault, "2 pages on one half of a sheet");
}

#[test]
fn cards_are_cut_and_stacked() {
    let card = |name: usize, left: f64, top: f64| Cell {
        left,
        top,
        width: 85.0,
        height: 55.0,
        face: Face::named(name),
    };
    let front = vec![card(1, 10.0, 10.0), card(1, 10.0, 65.0)];
    let good = [card(2, 115.0, 65.0), card(2, 115.0, 10.0)];
    let sheet =
        |back: &[Cell]| [Sheet::printed((210.0, 297.0), front.clone(), back, Turn::Sideways)];
    let leaf = ["1".to_owned(), "2".to_owned()];
    assert_eq!(cut_and_stack(&sheet(&good)).unwrap(), [leaf.clone(), leaf]);
    // Not mirrored.
    let beside = [card(2, 10.0, 65.0), card(2, 10.0, 10.0)];
    assert_eq!(cut_and_stack(&sheet(&beside)).unwrap_err(), "a side of 1 is missing");
    let fault = cut_and_stack(&sheet(&[good.as_slice(), &[card(2, 20.0, 200.0)]].concat()));
    assert_eq!(fault.unwrap_err(), "2 pages on the front, 3 on the back");
}

#[test]
fn names_are_found_on_finished_sheets() {
    let sandbox = Sandbox::empty();
    let (book, imposed) = (sandbox.path("book.pdf"), sandbox.path("imposed.pdf"));
    let inner: Vec<_> = (1..=4).map(|number| named(number, 0.0, 0.0).to_vec()).collect();
    write(&book, (148.0, 210.0), 3.0, &inner);
    // The back is upside down, as a printer wants it that turns sheets about their long edge.
    let front = [named(4, 0.5, 0.0), named(1, 148.5, 0.0)].concat();
    let back = [named(2, 0.5, 0.0), named(3, 148.5, 0.0)].concat();
    let back = back.into_iter().map(|(text, x, y, _)| (text, 297.0 - x, 210.0 - y, false));
    write(&imposed, (297.0, 210.0), 0.0, &[front, back.collect()]);
    let (Some(book), Some(sides)) = (pages(&book), pages(&imposed)) else { return };
    assert!(book.iter().all(|page| page.bleed.iter().all(|bleed| (bleed - 3.0).abs() < 0.01)));
    let found = sheets(&sides, &book, Turn::OverTheHead);
    assert_eq!(read_book(&found, 1, Spine::Left).unwrap().join(" "), "P1 P2 P3 P4");
    let fault = read_book(&sheets(&sides, &book, Turn::Sideways), 1, Spine::Left).unwrap_err();
    assert_eq!(fault, "P3 stands on its head");
}
