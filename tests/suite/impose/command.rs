//! The command `impose` on a booklet of our own.

use lopdf::Document;
use snapbox::data::Inline;
use snapbox::str;

use super::{blank, bled, coloured, imposed, info, pdf, refused};
use crate::support::Sandbox;
use crate::support::outside::{output, outside};

/// A project's folder with a booklet `in.pdf` of so many A5 pages with bleed.
pub(super) fn folder(pages: usize) -> Sandbox {
    let sandbox = Sandbox::empty();
    let colour = "cmyk(80%, 95%, 20%, 20%)";
    let pages: Vec<String> = (1..=pages).map(|number| coloured(colour, number)).collect();
    sandbox.write("in.pdf", pdf(&bled(148.0, 210.0, &pages)));
    sandbox
}

#[test]
fn any_pdf_is_stitched_on_a4() {
    let sandbox = folder(8);
    imposed(&sandbox, &["--scheme", "saddle-stitch", "--sheet", "A4"]);
    let bytes = sandbox.read_bytes("out.pdf");
    if let Some(info) = info(&sandbox, "out.pdf") {
        assert_eq!(
            (info["Pages"].as_str(), info["MediaBox"].as_str()),
            ("4", "0.00 0.00 841.89 595.28")
        );
        assert_eq!(info["TrimBox"], "1.42 0.00 840.47 595.28");
    }
    let document = Document::load_mem(&bytes).unwrap();
    let preferences = document.catalog().unwrap().get(b"ViewerPreferences").unwrap();
    let preferences = document.dereference(preferences).unwrap().1.as_dict().unwrap();
    assert_eq!(preferences.get(b"Duplex").unwrap().as_name().unwrap(), b"DuplexFlipShortEdge");
    assert_eq!(preferences.get(b"PrintScaling").unwrap().as_name().unwrap(), b"None");
    // The same again, byte for byte.
    imposed(&sandbox, &["--scheme", "saddle-stitch", "--sheet", "A4"]);
    assert_eq!(sandbox.read_bytes("out.pdf"), bytes);
    if let Some(mut qpdf) = outside("qpdf") {
        let (out, error) = output(qpdf.arg("--check").arg(sandbox.path("out.pdf")));
        assert!(out.contains("No syntax or stream encoding errors found"), "{out}");
        assert_eq!(error, "");
    }
    if let Some(mut pdffonts) = outside("pdffonts") {
        let (out, _) = output(pdffonts.arg(sandbox.path("out.pdf")));
        let fonts: Vec<&str> = out.lines().skip(2).collect();
        assert!(
            !fonts.is_empty() && fonts.iter().all(|font| font.contains(" yes yes yes ")),
            "{out}"
        );
    }
    if let Some(mut pdftotext) = outside("pdftotext") {
        let (out, _) = output(pdftotext.arg("-layout").arg(sandbox.path("out.pdf")).arg("-"));
        let numbers: Vec<&str> = out.split_whitespace().collect();
        assert_eq!(numbers, ["8", "1", "2", "7", "6", "3", "4", "5"]);
    }
}

#[test]
fn marks_need_room_and_bleed_has_its_box() {
    let sandbox = folder(4);
    imposed(&sandbox, &["--scheme", "saddle-stitch", "--marks", "--binding", "right"]);
    let Some(info) = info(&sandbox, "out.pdf") else { return };
    // 296 by 210 mm; 14.5 mm around, of which 3 mm are bleed.
    assert_eq!(info["MediaBox"], "0.00 0.00 921.26 677.48");
    assert_eq!(info["TrimBox"], "41.10 41.10 880.16 636.38");
    assert_eq!(info["BleedBox"], "32.60 32.60 888.66 644.88");
    let Some(mut pdftotext) = outside("pdftotext") else { return };
    let (out, _) = output(pdftotext.arg("-layout").arg(sandbox.path("out.pdf")).arg("-"));
    assert_eq!(out.split_whitespace().collect::<Vec<_>>(), ["1", "4", "3", "2"]);
}

#[test]
fn schemes_lay_pages_where_they_belong() {
    let sandbox = folder(12);
    let cases: [(&[&str], &str, &[&str]); 3] = [
        (
            &["--scheme", "perfect-bound", "--signature", "8", "--sheet", "SRA3"],
            "1275.59 x 907.087 pts",
            &["8", "1", "2", "7", "6", "3", "4", "5", "12", "9", "10", "11"],
        ),
        (
            &["--scheme", "n-up", "--grid", "3x2", "--binding", "right", "--sheet", "A2"],
            "1683.78 x 1190.55 pts (A2)",
            &["3", "2", "1", "6", "5", "4", "9", "8", "7", "12", "11", "10"],
        ),
        (
            &["--scheme", "n-up", "--grid", "6x2"],
            "2534.17 x 1207.56 pts",
            &["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"],
        ),
    ];
    for (arguments, size, numbers) in cases {
        imposed(&sandbox, arguments);
        let Some(info) = info(&sandbox, "out.pdf") else { return };
        assert_eq!(info["Page size"], size, "{arguments:?}");
        let Some(mut pdftotext) = outside("pdftotext") else { return };
        let (out, _) = output(pdftotext.arg("-layout").arg(sandbox.path("out.pdf")).arg("-"));
        assert_eq!(out.split_whitespace().collect::<Vec<_>>(), numbers, "{arguments:?}");
    }
}

#[test]
fn copies_take_the_way_round_that_holds_more() {
    let sandbox = Sandbox::empty();
    sandbox.write("in.pdf", pdf(&bled(85.0, 55.0, &[blank(1), blank(2)])));
    imposed(&sandbox, &["--scheme", "step-and-repeat", "--sheet", "A4"]);
    let Some(mut pdftotext) = outside("pdftotext") else { return };
    let (out, _) = output(pdftotext.arg("-layout").arg(sandbox.path("out.pdf")).arg("-"));
    let pages: Vec<&str> = out.split('\u{C}').collect();
    // Two columns of five upright; three of three in landscape.
    assert_eq!(pages[0].split_whitespace().collect::<Vec<_>>(), ["1"; 10]);
    assert_eq!(pages[1].split_whitespace().collect::<Vec<_>>(), ["2"; 10]);
}

/// The same of the booklet of a [`folder`].
#[track_caller]
fn refused_booklet(sandbox: &Sandbox, arguments: &[&str], report: Inline) {
    refused(sandbox, &[&["in.pdf", "--output", "out.pdf"], arguments].concat(), report);
}

#[test]
fn pages_that_can_not_be_bound_are_reported() {
    let sandbox = folder(6);
    let stitch = ["--scheme", "saddle-stitch"];
    refused_booklet(
        &sandbox,
        &stitch,
        str![[r#"
error: 6 pages can't be bound: a folded sheet has 4 pages
 |
 = help: add 2 blank pages at the end, as `--blanks` does
"#]],
    );
    refused_booklet(
        &sandbox,
        &[&stitch[..], &["--signature", "6"]].concat(),
        str![[r#"
error: a signature of 6 pages can't be folded: a folded sheet has 4 pages
 |
 = help: use a multiple of 4, such as 8
"#]],
    );
    refused_booklet(
        &sandbox,
        &[&stitch[..], &["--blanks", "--sheet", "A5"]].concat(),
        str![[r#"
error: the sheet is too small: the pages need 296 by 210 mm, but `A5` is 148 by 210 mm
 |
 = help: use a larger sheet, such as `A4`
"#]],
    );
    refused_booklet(
        &sandbox,
        &[&stitch[..], &["--blanks", "--marks", "--sheet", "A4"]].concat(),
        str![[r#"
error: the sheet is too small: the pages need 325 by 239 mm with the margins around them, but `A4` is 210 by 297 mm
 |
 = help: use a larger sheet, such as `A3`
"#]],
    );
    refused_booklet(
        &sandbox,
        &["--scheme", "n-up", "--grid", "9x9", "--sheet", "A3"],
        str![[r#"
error: the sheet is too small: the pages need 1332 by 1890 mm, but `A3` is 297 by 420 mm
 |
 = help: no named sheet is large enough: give a width and a height
"#]],
    );
    imposed(&sandbox, &["--scheme", "saddle-stitch", "--blanks"]);
    let Some(info) = info(&sandbox, "out.pdf") else { return };
    assert_eq!(info["Pages"], "4");
}

#[test]
fn arguments_that_do_not_fit_are_reported() {
    let sandbox = folder(4);
    refused_booklet(
        &sandbox,
        &["--scheme", "n-up", "--signature", "8"],
        str![[r#"
error: `--signature` means nothing for `n-up`
 |
 = help: it belongs to `saddle-stitch` and `perfect-bound`
"#]],
    );
    refused_booklet(
        &sandbox,
        &["--scheme", "step-and-repeat", "--binding", "right"],
        str![[r#"
error: `--binding` means nothing for `step-and-repeat`
 |
 = help: it belongs to `saddle-stitch`, `perfect-bound` and `n-up`
"#]],
    );
    refused_booklet(
        &sandbox,
        &["--scheme", "n-up", "--grid", "2x0"],
        str![[r#"
error: `2x0` is no grid
 |
 = help: name columns and rows, from 1 to 50: `2x4`
"#]],
    );
    refused_booklet(
        &sandbox,
        &["--scheme", "n-up", "--sheet", "B17"],
        str![[r#"
error: unknown sheet size `B17`
 |
 = help: sizes are `A5`, `A4`, `A3`, `A2`, `SRA4`, `SRA3` and `SRA2`, or a width and a height from 20 to 2000 mm, like `450x320mm`
"#]],
    );
}
