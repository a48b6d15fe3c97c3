//! The command: what it prints, what it refuses, its pictures; and what a build does with a PDF that may not be printed.

use feuillet_preflight::rules;
use image::{GenericImageView as _, Rgba};
use lopdf::{Document, Object, Stream, dictionary};
use serde_json::{Value, json};
use snapbox::str;

use crate::support::Sandbox;

/// A page of 100 x 150 mm with 3 mm of bleed that breaks a few rules: a plane in DeviceRGB that ends 1 mm outside the
/// trim, and a line that is too thin.
fn faulty() -> Vec<u8> {
    let mm = |figure: f32| Object::Real(figure * 72.0 / 25.4);
    let area = |figures: [f32; 4]| Object::Array(figures.map(mm).to_vec());
    let mut document = Document::with_version("1.6");
    let tree = document.new_object_id();
    let contents = b"1 0 0 rg 5.669 100 200 100 re f 0 0 0 1 K 0.1 w 50 50 m 250 50 l S";
    let contents = document.add_object(Stream::new(dictionary! {}, contents.to_vec()));
    let page = document.add_object(dictionary! {
        "Type" => "Page", "Parent" => tree, "Contents" => contents, "Resources" => dictionary! {},
        "MediaBox" => area([0.0, 0.0, 106.0, 156.0]), "BleedBox" => area([0.0, 0.0, 106.0, 156.0]),
        "TrimBox" => area([3.0, 3.0, 103.0, 153.0]),
    });
    document.objects.insert(
        tree,
        dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 }.into(),
    );
    let root = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    document.trailer.set("Root", root);
    document.trailer.set("ID", vec![Object::string_literal("1"), Object::string_literal("1")]);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

fn sandbox() -> Sandbox {
    let sandbox = Sandbox::empty();
    sandbox.write("page.pdf", faulty());
    sandbox
}

#[test]
fn people_are_told_what_where_and_what_to_do() {
    let ran = sandbox().run(&["preflight", "page.pdf"]);
    let report = "\
page.pdf: may not be printed
  for print (found from the file) · 1 page of 100 x 150 mm · 195 % of ink at most (limit 300 %) · 3 errors · 3 warnings

metadata
  warning [trapped] a file that does not say whether it is trapped
    found: `Trapped` is missing
    wanted: `True` or `False`
    help: export as PDF/X, which says so
  warning [intent-missing] no output intent for print
    found: the file has no output intent
    wanted: one of `GTS_PDFX`
    help: export as PDF/X with the profile that the print shop names

standard
  warning [pdfx-missing] a file that claims no PDF/X
    found: the file claims no PDF/X
    help: export as PDF/X-4

boxes
  error [bleed-ink] colour that reaches the trim, and does not go on to the edge of the bleed
    found: colour that ends between the trim and the bleed at the left
    page 1: 3 x 35.3 mm at -3, 32.3 mm from the left and the bottom of the trim
    help: draw the plane or the picture on to the edge of the bleed

colour
  error [colour-rgb] colours of a screen that no profile explains (DeviceRGB)
    found: a plane in DeviceRGB
    page 1: 70.6 x 35.3 mm at -1, 32.3 mm from the left and the bottom of the trim
    help: convert to CMYK when the file is made, with the profile of the press

layout
  error [hairline] a line that is thinner than 0.25 pt
    found: a line of 0.1 pt
    wanted: 0.25 pt
    page 1: 70.6 x 0 mm at 14.6, 14.6 mm from the left and the bottom of the trim
    help: draw the line at 0.25 pt or more

";
    assert_eq!(ran.stdout, report);
    assert_eq!((ran.code, ran.stderr.as_str()), (1, ""));
}

#[test]
fn programs_are_told_the_same() {
    let ran = sandbox().run(&["preflight", "page.pdf", "--format", "json", "--target", "print"]);
    let told: Value = serde_json::from_str(&ran.stdout).unwrap();
    let file = &told["files"][0];
    let keys: Vec<&String> = file.as_object().unwrap().keys().collect();
    let all = ["claims", "file", "findings", "pages", "passes", "target", "target_found"];
    assert_eq!(keys, all);
    assert_eq!(file["pages"][0]["width"], 100.0);
    let line = file["findings"].as_array().unwrap();
    let line = line.iter().find(|finding| finding["rule"] == "hairline").unwrap();
    assert_eq!(
        *line,
        json!({
            "rule": "hairline", "group": "layout", "severity": "error",
            "finds": "a line that is thinner than 0.25 pt", "found": "a line of 0.1 pt",
            "wanted": "0.25 pt", "remedy": "draw the line at 0.25 pt or more", "object": null,
            "places": [{ "page": 1, "area": { "x0": 14.6, "y0": 14.6, "x1": 85.2, "y1": 14.7 } }],
            "more": 0,
        })
    );
}

#[test]
fn pictures_show_the_places() {
    let sandbox = sandbox();
    let ran = sandbox.run(&["preflight", "page.pdf", "--picture", "seen"]);
    assert_eq!(ran.code, 1);
    assert_eq!(sandbox.files("seen"), ["seen/page-1.png"]);
    let picture = image::load_from_memory(&sandbox.read_bytes("seen/page-1.png")).unwrap();
    let (width, height) = picture.dimensions();
    assert!(width.abs_diff(626) < 3 && height.abs_diff(921) < 3, "{width} x {height}");
    // The frame around the line: 3 mm of bleed, 14.6 mm from the trim, and 2 pt of room; counted from the top.
    let at = |mm: f64| (mm / 25.4 * 150.0).round() as u32;
    let (x, y) = (at(3.0 + 50.0), height - at(3.0 + 14.65 + 0.7) + 1);
    assert_eq!(picture.get_pixel(x, y), Rgba([210, 0, 40, 255]));
    assert_eq!(picture.get_pixel(at(53.0), at(20.0)), Rgba([255; 4]));
}

#[test]
fn pictures_of_files_of_one_name_are_told_apart() {
    let sandbox = sandbox();
    sandbox.write("other/page.pdf", faulty());
    let ran = sandbox.run(&["preflight", "page.pdf", "other/page.pdf", "--picture", "seen"]);
    assert_eq!(ran.code, 1);
    assert_eq!(sandbox.files("seen"), ["seen/page-1.png", "seen/page.2-1.png"]);
}

#[test]
fn a_picture_that_can_not_be_written_is_told_and_the_report_is_not_lost() {
    let sandbox = sandbox();
    sandbox.write("seen", "a file where a folder is wanted");
    let ran = sandbox.run(&["preflight", "page.pdf", "--picture", "seen", "--format", "json"]);
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("can't write `seen/page-1.png`"), "{}", ran.stderr);
    let told: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(told["files"][0]["passes"], false);
}

#[test]
fn a_shop_may_ask_for_no_bleed() {
    let ran = sandbox().run(&["preflight", "page.pdf", "--bleed", "0mm"]);
    assert!(!ran.stdout.contains("[bleed-box]"), "{}", ran.stdout);
    let refused = sandbox().run(&["preflight", "page.pdf", "--bleed", "3"]);
    assert_eq!(refused.code, 2);
    assert!(refused.stderr.contains("a length is written like `6mm`"), "{}", refused.stderr);
}

#[test]
fn options_change_what_is_asked() {
    let sandbox = sandbox();
    let broken = |arguments: &[&str]| {
        let all = [&["preflight", "page.pdf", "--format", "json"], arguments].concat();
        let told: Value = serde_json::from_str(&sandbox.run(&all).stdout).unwrap();
        let findings = told["files"][0]["findings"].as_array().unwrap().clone();
        findings.iter().map(|finding| finding["rule"].as_str().unwrap().to_owned()).collect()
    };
    let has = |arguments: &[&str], rule: &str| {
        let broken: Vec<String> = broken(arguments);
        broken.iter().any(|found| found == rule)
    };
    assert!(!has(&[], "bleed-box") && has(&["--bleed", "5mm"], "bleed-box"));
    assert!(!has(&[], "ink-limit") && has(&["--tac", "150"], "ink-limit"));
    assert!(!has(&["--pages", "1"], "page-count") && has(&["--pages", "4"], "page-count"));
    let (size, turned) = (&["--size", "100x150"], &["--size", "150x100"]);
    assert!(!has(size, "page-size-asked") && has(turned, "page-size-asked"));
    assert!(has(&[], "colour-rgb") && !has(&["--target", "office"], "colour-rgb"));
}

#[test]
fn what_can_not_be_read_is_told_after_the_rest_was_judged() {
    let sandbox = sandbox();
    let ran = sandbox.run(&["preflight", "no.pdf", "page.pdf", "."]);
    assert!(ran.stdout.starts_with("page.pdf: may not be printed"), "{}", ran.stdout);
    ran.assert(
        2,
        str![[r#"
error: can't read `no.pdf`: No such file or directory (os error 2)

error: can't read `.`: it is a folder
 |
 = help: name the PDFs in it
"#]],
    );
    sandbox.write("letter.pdf", "Dear printer");
    let ran = sandbox.run(&["preflight", "letter.pdf"]);
    assert_eq!(ran.code, 1);
    assert!(ran.stdout.contains("[file-unreadable]"), "{}", ran.stdout);
    for wrong in [
        &["preflight"][..],
        &["preflight", "a.pdf", "--tac", "50"],
        &["preflight", "--rules", "a.pdf"],
    ] {
        assert_eq!(sandbox.run(wrong).code, 2, "{wrong:?}");
    }
}

#[test]
fn rules_are_rows_with_all_that_they_need() {
    let mut ids = std::collections::BTreeSet::new();
    for rule in rules() {
        assert!(ids.insert(rule.id), "`{}` stands in the table twice", rule.id);
        assert!(!rule.targets.is_empty(), "{}", rule.id);
        for text in [rule.finds, rule.why, rule.source, rule.remedy] {
            assert!(text.len() > 5 && !text.ends_with('.'), "{}: {text}", rule.id);
        }
    }
    let ran = Sandbox::empty().run(&["preflight", "--rules"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    for id in ids {
        assert!(ran.stdout.contains(&format!("  {id} · ")), "{id}");
    }
}

#[test]
fn a_build_writes_nothing_that_may_not_be_printed() {
    let sandbox = Sandbox::of("layout");
    let args = ["build", "--edition", "leaf", "--profile", "print"];
    sandbox.build_clean();
    let before = sandbox.run(&args);
    assert_eq!(before.code, 0, "{}", before.stderr);
    let made = "output/sheet/en/sheet-leaf-en-print-draft.pdf";
    let old = sandbox.read_bytes(made);
    let template =
        std::path::Path::new(crate::support::REPOSITORY).join("src/compose/templates/leaflet.typ");
    let template = std::fs::read_to_string(template).unwrap();
    sandbox.write(
        "brochures/sheet/templates/leaflet.typ",
        format!(
            "{template}\n#let plain = paragraph\n#let paragraph(style: \"text\", body) = \
             {{ plain(style: style, body); line(length: 10mm, stroke: 0.1pt + cmyk(0%, 0%, 0%, 100%)) }}\n"
        ),
    );
    let ran = sandbox.run(&args);
    ran.assert(1, str![[r#"
error[hairline]: preflight of the `print` PDF: a line of 0.1 pt, wanted: 0.25 pt (page 1, and 2 more places)
  --> brochures/sheet/brochure.toml:12:10
   |
12 | [edition.leaf]
   |          ^^^^
   |
   = help: draw the line at 0.25 pt or more
"#]]);
    assert_eq!(sandbox.read_bytes(made), old, "the earlier file stays");
}

#[test]
fn the_manifest_tells_the_verdict() {
    let sandbox = Sandbox::of("layout");
    sandbox.build_clean();
    let manifest = sandbox.manifest("sheet");
    for file in manifest["files"].as_array().unwrap() {
        let told = &file["preflight"];
        match file["profile"].as_str().unwrap() {
            "proof" => assert_eq!(*told, Value::Null),
            profile => assert_eq!(told["target"], profile),
        }
        if file["profile"] == "print" {
            assert!(told["ink"].as_f64().unwrap() > 50.0, "{file}");
        }
    }
}
