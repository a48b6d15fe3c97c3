//! Where pages are cut, how far they bleed, how they are turned, and where they are bound.

use lopdf::{Dictionary, Document, Object, Stream, dictionary};
use snapbox::str;

use super::foreign::saved;
use super::picture::Picture;
use super::{imposed, info, refused};
use crate::support::Sandbox;

const A6: [i64; 4] = [0, 0, 298, 420];

/// A file in which each page shows a black square in the lower left corner of the given box, and its other entries.
fn pages(pages: &[([i64; 4], Dictionary)]) -> Document {
    let mut document = Document::with_version("1.7");
    let tree = document.new_object_id();
    let mut kids: Vec<Object> = Vec::new();
    for (seen, entries) in pages {
        let ([left, bottom, ..], count) = (*seen, kids.len() + 1);
        let contents = format!(
            "0.5 g -1000 -1000 5000 5000 re f 1 g {left} {bottom} 90 90 re f 0 g {left} {bottom} {count}0 10 re f"
        );
        let contents = document.add_object(Stream::new(Dictionary::new(), contents.into_bytes()));
        let mut page = dictionary! { "Type" => "Page", "Parent" => tree, "Contents" => contents };
        page.extend(entries);
        kids.push(document.add_object(page).into());
    }
    let count = i64::try_from(kids.len()).unwrap();
    document.set_object(tree, dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count });
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    document.trailer.set("Root", catalog);
    document
}

fn rect(corners: [i64; 4]) -> Object {
    corners.map(Object::Integer).to_vec().into()
}

fn sandbox(document: Document) -> Sandbox {
    let sandbox = Sandbox::empty();
    sandbox.write("in.pdf", saved(document));
    sandbox
}

/// The grey of the sheet at so many points from the left and from the bottom.
fn grey(sandbox: &Sandbox, page: usize, x: usize, y: usize) -> Option<u8> {
    let picture = Picture::of(&sandbox.read_bytes("out.pdf"), page, 72)?;
    Some(picture.pixel(x, picture.height - 1 - y)[0])
}

#[test]
fn the_crop_box_stands_in_for_the_trim_box() {
    let media = [0, 0, 500, 700];
    let crop = [100, 100, 400, 500];
    let outside = [-50, 650, 600, 90];
    for (crop, seen) in [(crop, crop), ([400, 500, 100, 100], crop), (outside, [0, 90, 500, 650])] {
        let page = dictionary! { "MediaBox" => rect(media), "CropBox" => rect(crop) };
        let sandbox = sandbox(pages(&[(seen, page)]));
        imposed(&sandbox, &["--scheme", "n-up", "--grid", "1x1"]);
        let ran = sandbox.run(&["preflight", "in.pdf", "--target", "print", "--format", "json"]);
        let report: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
        let [left, bottom, right, top] = seen;
        let mm = |points: i64| points as f64 * 25.4 / 72.0;
        let width = report["files"][0]["pages"][0]["width"].as_f64().unwrap();
        assert!((width - mm(right - left)).abs() < 0.1, "{width}");
        let Some(info) = info(&sandbox, "out.pdf") else { return };
        let size = format!("0.00 0.00 {}.00 {}.00", right - left, top - bottom);
        assert_eq!((&info["MediaBox"], &info["TrimBox"]), (&size, &size));
        assert_eq!((grey(&sandbox, 1, 5, 5), grey(&sandbox, 1, 50, 5)), (Some(0), Some(255)));
    }
}

#[test]
fn boxes_rotation_and_unit_count_for_each_page() {
    let whole = dictionary! { "MediaBox" => rect(A6) };
    let mut turned = dictionary! { "MediaBox" => rect([0, 0, 420, 298]), "Rotate" => 90 };
    let halved = dictionary! { "MediaBox" => rect([0, 0, 149, 210]), "UserUnit" => 2 };
    let mut back = turned.clone();
    back.set("Rotate", -90);
    turned.set("Rotate", 450);
    let corner = [0, 0, 0, 0];
    let document = pages(&[(corner, whole), (corner, turned), (corner, halved), (corner, back)]);
    let sandbox = sandbox(document);
    imposed(&sandbox, &["--scheme", "n-up", "--grid", "1x1"]);
    // The black bar begins in the corner that was the lower left one, and is ten points long for each page before it and
    // itself.
    let corners = [
        (1, [(5, 5), (15, 5)]),
        (2, [(5, 414), (5, 385)]),
        (3, [(5, 5), (65, 5)]),
        (4, [(292, 5), (292, 45)]),
    ];
    for (page, [inside, outside]) in corners {
        let Some(found) = grey(&sandbox, page, inside.0, inside.1) else { return };
        assert_eq!(found, 0, "page {page}");
        assert_eq!(grey(&sandbox, page, outside.0, outside.1), Some(255), "page {page}");
    }
}

#[test]
fn each_side_keeps_the_bleed_that_it_has() {
    let page = |trim: [i64; 4], bleed: [i64; 4]| {
        let boxes = dictionary! {
            "MediaBox" => rect([0, 0, 340, 460]), "TrimBox" => rect(trim), "BleedBox" => rect(bleed),
        };
        (trim, boxes)
    };
    let right = page([20, 20, 318, 440], [20, 12, 326, 448]);
    let left = page([20, 20, 318, 440], [12, 12, 318, 448]);
    let sandbox = sandbox(pages(&[right.clone(), left.clone(), right, left]));
    imposed(&sandbox, &["--scheme", "saddle-stitch"]);
    let Some(info) = info(&sandbox, "out.pdf") else { return };
    assert_eq!(info["MediaBox"], "0.00 0.00 612.00 436.00");
    assert_eq!(info["BleedBox"], "0.00 0.00 612.00 436.00");
    assert_eq!(info["TrimBox"], "8.00 8.00 604.00 428.00");
    for page in [1, 2] {
        for (x, y) in [(3, 200), (608, 200), (150, 3), (450, 3), (150, 432), (450, 432)] {
            assert!(grey(&sandbox, page, x, y).is_none_or(|grey| grey < 200), "{page} {x} {y}");
        }
    }
    let ran = sandbox.run(&[
        "preflight",
        "in.pdf",
        "--target",
        "print",
        "--format",
        "json",
        "--bleed",
        "2.8mm",
    ]);
    let rules = |text: &str| {
        let report: serde_json::Value = serde_json::from_str(text).unwrap();
        let findings = report["files"][0]["findings"].as_array().unwrap().clone();
        let rules =
            findings.into_iter().map(|finding| finding["rule"].as_str().unwrap().to_owned());
        rules.collect::<Vec<_>>()
    };
    let found = rules(&ran.stdout);
    assert!(!found.contains(&"bleed-box".to_owned()), "{found:?}");
    assert!(found.contains(&"bleed-spine".to_owned()), "{found:?}");
}

#[test]
fn what_is_read_from_the_right_is_bound_right_unless_told_otherwise() {
    let page = ([0, 0, 0, 0], dictionary! { "MediaBox" => rect(A6) });
    let mut document = pages(&vec![page; 4]);
    let preferences = dictionary! { "Direction" => "R2L" };
    document.catalog_mut().unwrap().set("ViewerPreferences", preferences);
    let sandbox = sandbox(document);
    // The bar of the cover is ten points long, that of the back forty.
    let cover_is_left = |arguments: &[&str]| {
        imposed(&sandbox, &[&["--scheme", "saddle-stitch"], arguments].concat());
        grey(&sandbox, 1, 15, 5).map(|grey| grey == 255)
    };
    let Some(found) = cover_is_left(&[]) else { return };
    assert!(found);
    assert_eq!(cover_is_left(&["--binding", "left"]), Some(false));
}

#[test]
fn pages_of_other_sizes_are_refused_with_two_ways_out() {
    let page = |size: [i64; 4]| (size, dictionary! { "MediaBox" => rect(size) });
    let (small, large) = (page(A6), page([0, 0, 420, 595]));
    let sandbox = sandbox(pages(&[small.clone(), large.clone(), large, small]));
    refused(
        &sandbox,
        &["in.pdf", "-o", "out.pdf", "--scheme", "saddle-stitch"],
        str![[r#"
error: page 2 is 148.2 by 209.9 mm, but page 1 is 105.1 by 148.2 mm
 |
 = help: all pages on a sheet must have the same size
 = help: or scale them to the size of page 1 with `--sizes scale`, or centre them on the largest with `--sizes centre`
"#]],
    );
    for (sizes, trim) in
        [("scale", "0.00 0.00 596.00 420.00"), ("centre", "0.00 0.00 840.00 595.00")]
    {
        imposed(&sandbox, &["--scheme", "saddle-stitch", "--sizes", sizes]);
        let Some(info) = info(&sandbox, "out.pdf") else { return };
        assert_eq!(info["TrimBox"], trim, "{sizes}");
    }
    // Page 1 stands in the middle of the right half: 61 points from its left, 87 or 88 from the bottom.
    assert_eq!(grey(&sandbox, 1, 420 + 30, 300), Some(255));
    assert_eq!(grey(&sandbox, 1, 420 + 64, 92), Some(0));
}
