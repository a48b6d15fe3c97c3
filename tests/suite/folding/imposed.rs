//! PDFs of anybody's that `feuillet impose` lays on sheets: nested, gathered or cut, they are read from the first page on.

use std::path::{Path, PathBuf};

use super::pile::{Cell, Sheet, Spine, Turn, cut_and_stack, in_lines, read_book};
use super::printed::{Page, can_read, cells, check, named, pages, sheets, turn, write};
use crate::support::Sandbox;

/// A page of A5, in millimetres.
const A5: (f64, f64) = (148.0, 210.0);
/// A card, in millimetres.
const CARD: (f64, f64) = (85.0, 55.0);
/// The names and sides of bindings.
const BINDINGS: [(&str, Spine); 2] = [("left", Spine::Left), ("right", Spine::Right)];

/// A PDF with so many pages that bear their numbers, and bleed around its trim.
fn numbered(sandbox: &Sandbox, size: (f64, f64), bleed: f64, count: usize) -> PathBuf {
    let file = sandbox.path(&format!("pages-{count}.pdf"));
    let words = |number| {
        let words = named(number, 0.0, 0.0).to_vec();
        // What is small has its words nearer to each other.
        let lift = if size.1 < 100.0 { 0.5 } else { 1.0 };
        words.into_iter().map(|(text, x, y, up)| (text, lift * x, lift * y, up)).collect()
    };
    write(&file, size, bleed, &(1..=count).map(words).collect::<Vec<_>>());
    file
}

/// What comes of imposing a file: the pages of the input, the sides of the output, and how its sheets are turned.
fn impose(sandbox: &Sandbox, input: &Path, arguments: &[&str]) -> (Vec<Page>, Vec<Page>, Turn) {
    let file = sandbox.path("imposed.pdf");
    let _ = std::fs::remove_file(&file);
    let mut all = vec!["impose", input.to_str().unwrap(), "--output", file.to_str().unwrap()];
    all.extend(arguments);
    let ran = sandbox.run(&all);
    assert_eq!(ran.code, 0, "{arguments:?}: {}\n{}", ran.stdout, ran.stderr);
    check(&file);
    let sides = pages(&file).unwrap();
    // Who is told nothing turns a sheet like a page.
    let turn = turn(&file, &sides[0]).unwrap_or(Turn::Sideways);
    (pages(input).unwrap(), sides, turn)
}

/// The names of so many pages.
fn counted(count: usize) -> Vec<String> {
    (1..=count).map(|number| format!("P{number}")).collect()
}

/// Makes sure that pages are as large on the sheets as they were, and meet at the fold.
fn meet_at_the_fold(found: &[Sheet], what: &str) {
    for sheet in found {
        for side in [&sheet.front, &sheet.back] {
            let [left, right] = &in_lines(side)[..] else { panic!("{what}: {side:?}") };
            let gap = right.left - (left.left + left.width);
            assert!(gap.abs() < 0.1, "{what}: {gap} mm between two pages");
            assert!((right.left - sheet.width / 2.0).abs() < 0.1, "{what}: {right:?}");
            assert!((left.width - A5.0).abs() < 0.1, "{what}: {left:?}");
        }
    }
}

#[test]
fn a_saddle_stitched_book_is_read_from_the_first_page_to_the_last() {
    if !can_read() {
        return;
    }
    let sandbox = Sandbox::empty();
    for count in (4..=64).step_by(4) {
        let input = numbered(&sandbox, A5, if count % 8 == 0 { 3.0 } else { 0.0 }, count);
        for (binding, spine) in BINDINGS {
            let what = format!("{count} pages, bound on the {binding}");
            let arguments = ["--scheme", "saddle-stitch", "--binding", binding, "--sheet", "A4"];
            let (read, sides, turn) = impose(&sandbox, &input, &arguments);
            assert_eq!(sides.len(), count / 2, "{what}");
            let found = sheets(&sides, &read, turn);
            meet_at_the_fold(&found, &what);
            let book = read_book(&found, count / 4, spine);
            let book = book.unwrap_or_else(|fault| panic!("{what}: {fault}"));
            assert_eq!(book, counted(count), "{what}");
        }
    }
}

#[test]
fn a_perfect_bound_book_is_gathered_from_its_signatures() {
    if !can_read() {
        return;
    }
    let sandbox = Sandbox::empty();
    // 40 pages in signatures of 16 leave a last one of 8.
    for (count, signature) in [(16, "4"), (32, "8"), (64, "16"), (64, "32"), (40, "16")] {
        let input = numbered(&sandbox, A5, 3.0, count);
        for (binding, spine) in BINDINGS {
            let what = format!("{count} pages in signatures of {signature}, on the {binding}");
            let arguments = [
                "--scheme",
                "perfect-bound",
                "--signature",
                signature,
                "--binding",
                binding,
                "--sheet",
                "SRA3",
            ];
            let (read, sides, turn) = impose(&sandbox, &input, &arguments);
            assert_eq!(sides.len(), count / 2, "{what}");
            let found = sheets(&sides, &read, turn);
            let nested = signature.parse::<usize>().unwrap() / 4;
            let book = read_book(&found, nested, spine);
            let book = book.unwrap_or_else(|fault| panic!("{what}: {fault}"));
            assert_eq!(book, counted(count), "{what}");
        }
    }
}

/// Makes sure that cells lie on the sheet, and none on another.
fn lie_apart(side: &Page, cells: &[Cell], what: &str) {
    for (index, cell) in cells.iter().enumerate() {
        assert!(cell.left > -0.1 && cell.top > -0.1, "{what}: {cell:?}");
        assert!(cell.left + cell.width < side.trim.0 + 0.1, "{what}: {cell:?}");
        assert!(cell.top + cell.height < side.trim.1 + 0.1, "{what}: {cell:?}");
        for other in &cells[index + 1..] {
            assert!(!cell.overlaps(other), "{what}: {cell:?} and {other:?}");
        }
    }
}

#[test]
fn pages_side_by_side_are_read_in_lines() {
    if !can_read() {
        return;
    }
    let sandbox = Sandbox::empty();
    let input = numbered(&sandbox, A5, 0.0, 16);
    for (grid, each) in [("2x1", 2), ("2x2", 4)] {
        let arguments = ["--scheme", "n-up", "--grid", grid, "--sheet", "A3"];
        let (read, sides, _) = impose(&sandbox, &input, &arguments);
        let mut order = Vec::new();
        for side in &sides {
            let found = in_lines(&cells(side, &read));
            assert_eq!(found.len(), each, "{grid}");
            lie_apart(side, &found, grid);
            order.extend(found.iter().map(|cell| cell.face.read().unwrap().to_owned()));
        }
        assert_eq!(order, counted(16), "{grid}");
    }
}

#[test]
fn every_card_that_is_cut_has_its_own_back() {
    if !can_read() {
        return;
    }
    let sandbox = Sandbox::empty();
    for bleed in [0.0, 3.0] {
        let input = numbered(&sandbox, CARD, bleed, 2);
        let arguments = ["--scheme", "step-and-repeat", "--sheet", "A4"];
        let (read, sides, turn) = impose(&sandbox, &input, &arguments);
        assert_eq!(sides.len(), 2);
        for side in &sides {
            lie_apart(side, &cells(side, &read), "cards");
        }
        let leaves = cut_and_stack(&sheets(&sides, &read, turn)).unwrap();
        // Two columns of five fit on A4; bleed around each card may cost a row.
        assert!(leaves.len() >= 8, "{} cards", leaves.len());
        for leaf in leaves {
            assert_eq!(leaf, ["P1", "P2"]);
        }
    }
}
