//! Sheets: what poppler shows at folds, marks outside the pages, and the command that imposes any PDF.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use feuillet::diagnostic::Report;
use feuillet::fold::Fold;
use feuillet::impose::{
    Duplex, MarkStyle, Marks, Scheme, Setup, SheetSize, Sheets, Slug, Spine, impose,
    impose_for_profile,
};
use feuillet::language::Direction;
use feuillet::load::{Edition, Profile};
use feuillet::typeset::{Fonts, lay_out};
use feuillet_units::{Mm, Pt};
use lopdf::{Dictionary, Document, Object, Stream, dictionary};
use typst_layout::PagedDocument;

use crate::outside::{output, outside};
use crate::support::{REPOSITORY, Sandbox};

/// One page for each body, with 3 mm of bleed.
fn bled(width: f64, height: f64, pages: &[String]) -> PagedDocument {
    let mut main = format!(
        "#set page(width: {width}mm, height: {height}mm, bleed: 3mm, margin: 10mm)\n\
         #set text(font: \"Source Sans 3\", fallback: false)\n"
    );
    for page in pages {
        main.push_str(&format!("{page}\n"));
    }
    let files = BTreeMap::from([("main.typ".to_owned(), main.into_bytes())]);
    lay_out(&files, &fonts()).unwrap()
}

fn fonts() -> Fonts {
    let report = Report::new();
    let fonts = Fonts::load(&Path::new(REPOSITORY).join("fonts"), &report);
    assert!(!report.has_errors());
    fonts
}

/// A page with a ground of this colour, in which its number stands.
fn coloured(colour: &str, number: usize) -> String {
    format!(
        "#page(background: rect(width: 100%, height: 100%, fill: {colour}))[#text(size: 20pt)[{number}]]"
    )
}

fn blank(number: usize) -> String {
    format!("#page[#text(size: 20pt)[{number}]]")
}

fn pdf(document: &PagedDocument) -> Vec<u8> {
    let options = typst_pdf::PdfOptions { tagged: false, ..typst_pdf::PdfOptions::default() };
    typst_pdf::pdf(document, &options).unwrap()
}

/// A picture of a page.
struct Picture {
    width: usize,
    height: usize,
    pixels: Vec<[u8; 3]>,
    /// Pixels to the millimetre.
    scale: f64,
}

impl Picture {
    /// By poppler; `None` if it is not installed.
    fn of(pdf: &[u8], page: usize, dpi: u32) -> Option<Picture> {
        let (page, dpi) = (page.to_string(), dpi.to_string());
        let options = ["-r", &dpi, "-f", &page, "-l", &page, "-singlefile"];
        Picture::drawn(
            outside("pdftoppm")?,
            pdf,
            |program, file, target| {
                program.args(options).arg(file).arg(target.with_extension(""));
            },
            &dpi,
        )
    }

    /// By MuPDF, which shows the hair between two grounds that only touch; `None` if it is not installed.
    fn by_mupdf(pdf: &[u8], page: usize, dpi: u32) -> Option<Picture> {
        let dpi = dpi.to_string();
        Picture::drawn(
            outside("mutool")?,
            pdf,
            |program, file, target| {
                program
                    .args(["draw", "-q", "-r", &dpi, "-o"])
                    .arg(target)
                    .arg(file)
                    .arg(page.to_string());
            },
            &dpi,
        )
    }

    /// By a program that is told to draw a file at another.
    fn drawn(
        mut program: Command,
        pdf: &[u8],
        tell: impl Fn(&mut Command, &Path, &Path),
        dpi: &str,
    ) -> Option<Picture> {
        let folder = tempfile::tempdir().unwrap();
        let (file, target) = (folder.path().join("sheet.pdf"), folder.path().join("sheet.ppm"));
        std::fs::write(&file, pdf).unwrap();
        tell(&mut program, &file, &target);
        output(&mut program);
        let bytes = std::fs::read(target).unwrap();
        // P6, width and height, the largest value, then the pixels.
        let header: Vec<&[u8]> = bytes.splitn(4, |byte| *byte == b'\n').collect();
        let measures = std::str::from_utf8(header[1]).unwrap();
        let (width, height) = measures.split_once(' ').unwrap();
        let pixels = header[3].chunks_exact(3).map(|pixel| [pixel[0], pixel[1], pixel[2]]);
        Some(Picture {
            width: width.parse().unwrap(),
            height: height.parse().unwrap(),
            pixels: pixels.collect(),
            scale: dpi.parse::<f64>().unwrap() / 25.4,
        })
    }

    fn pixel(&self, x: usize, y: usize) -> [u8; 3] {
        self.pixels[y * self.width + x]
    }

    /// The pixel at a place in mm from the left upper corner.
    fn at(&self, x: f64, y: f64) -> [u8; 3] {
        self.pixel((x * self.scale) as usize, (y * self.scale) as usize)
    }

    /// Whether anything is printed in a stretch, in mm.
    fn has_ink(&self, x: std::ops::Range<f64>, y: std::ops::Range<f64>) -> bool {
        let span = |range: &std::ops::Range<f64>, most: usize| {
            let end = ((range.end * self.scale) as usize).min(most);
            ((range.start * self.scale).ceil().max(0.0) as usize)..end
        };
        span(&y, self.height).any(|row| {
            span(&x, self.width).any(|column| self.pixel(column, row) != [255, 255, 255])
        })
    }
}

/// Draws a page of a PDF at so many dots an inch.
type Draw = fn(&[u8], usize, u32) -> Option<Picture>;

/// Those that show whether there is a seam.
const PROGRAMS: [Draw; 2] = [Picture::of, Picture::by_mupdf];

fn folded(pages: &PagedDocument, fold: &'static Fold, direction: Direction) -> Sheets {
    let scheme = Scheme::Folded { fold, direction };
    impose(pages, &Setup { scheme, sheet: None, marks: Marks::default() }).unwrap()
}

/// Pages for a fold, of which `page` makes each.
fn panels(fold: &Fold, page: impl Fn(usize) -> String) -> PagedDocument {
    let pages: Vec<String> = (1..=fold.places.len()).map(page).collect();
    bled(fold.page.0.0, fold.page.1.0, &pages)
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
    assert!((Mm::from(sheets.bleed).0 - 3.0).abs() < 0.001);
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
    assert_eq!((sheets.bleed, sheets.duplex), (Pt(0.0), Duplex::ShortEdge));
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
    let place = fault.place.unwrap();
    assert_eq!(&place.file.text[place.range], "\"c\"");
}

/// A project's folder with a booklet `in.pdf` of so many A5 pages with bleed.
fn folder(pages: usize) -> Sandbox {
    let sandbox = Sandbox::empty();
    let colour = "cmyk(80%, 95%, 20%, 20%)";
    let pages: Vec<String> = (1..=pages).map(|number| coloured(colour, number)).collect();
    sandbox.write("in.pdf", pdf(&bled(148.0, 210.0, &pages)));
    sandbox
}

/// The entries of `pdfinfo -box` of the first page.
fn info(sandbox: &Sandbox, file: &str) -> Option<BTreeMap<String, String>> {
    let mut pdfinfo = outside("pdfinfo")?;
    let (out, error) = output(pdfinfo.arg("-box").arg(sandbox.path(file)));
    assert_eq!(error, "");
    let lines = out.lines().filter_map(|line| line.split_once(':'));
    let entries = lines.map(|(key, value)| {
        (key.to_owned(), value.split_whitespace().collect::<Vec<_>>().join(" "))
    });
    Some(entries.collect())
}

#[track_caller]
fn imposed(sandbox: &Sandbox, arguments: &[&str]) {
    let all = [&["impose", "in.pdf", "--output", "out.pdf"], arguments].concat();
    let ran = sandbox.run(&all);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{ran:?}");
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

/// A PDF as a print shop's program may write it: a turned page with overprint, whose crop box hides the bleed.
fn foreign() -> Document {
    let mut document = Document::with_version("1.6");
    let content = Stream::new(Dictionary::new(), b"/G0 gs 0 0 0 1 k 0 0 120 220 re f".to_vec());
    let content = document.add_object(content);
    let profile = document.add_object(Stream::new(dictionary! { "N" => 4 }, b"profile".to_vec()));
    let tree = document.new_object_id();
    let page = document.add_object(dictionary! {
        "Type" => "Page",
        "Parent" => tree,
        "Contents" => content,
        "TrimBox" => vec![10.into(), 10.into(), 110.into(), 210.into()],
        "CropBox" => vec![10.into(), 10.into(), 110.into(), 210.into()],
    });
    let resources = dictionary! {
        "ExtGState" => dictionary! {
            "G0" => dictionary! { "OP" => true, "op" => true, "OPM" => 1 },
        },
    };
    // What a page does not say is said by the node above it.
    document.set_object(
        tree,
        dictionary! {
            "Type" => "Pages",
            "Kids" => vec![page.into()],
            "Count" => 1,
            "MediaBox" => vec![0.into(), 0.into(), 120.into(), 220.into()],
            "Rotate" => 90,
            "Resources" => resources,
        },
    );
    let catalog = document.add_object(dictionary! {
        "Type" => "Catalog",
        "Pages" => tree,
        "OutputIntents" => vec![Object::Dictionary(dictionary! {
            "Type" => "OutputIntent",
            "S" => "GTS_PDFX",
            "OutputConditionIdentifier" => Object::string_literal("FOGRA39"),
            "DestOutputProfile" => profile,
        })],
    });
    let info =
        document.add_object(dictionary! { "Title" => Object::string_literal("A turned page") });
    document.trailer.set("Root", catalog);
    document.trailer.set("Info", info);
    document
}

fn saved(mut document: Document) -> Vec<u8> {
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

#[test]
fn colours_overprint_and_output_intent_survive() {
    let sandbox = Sandbox::empty();
    sandbox.write("in.pdf", saved(foreign()));
    imposed(&sandbox, &["--scheme", "n-up", "--grid", "1x1"]);
    let document = Document::load_mem(&sandbox.read_bytes("out.pdf")).unwrap();
    let forms = document.objects.values().filter_map(|object| match object {
        Object::Stream(stream) if stream.dict.has_type(b"XObject") => Some(stream),
        _ => None,
    });
    let forms: Vec<&Stream> = forms.collect();
    assert_eq!(forms.len(), 1);
    assert!(!forms[0].dict.has(b"Group"), "a group in RGB would convert its colours");
    let content = forms[0].decompressed_content().unwrap();
    assert!(String::from_utf8_lossy(&content).contains("0 0 0 1 k"));
    let states = document.objects.values().flat_map(|object| match object {
        Object::Dictionary(dictionary) => Some(dictionary),
        Object::Stream(stream) => Some(&stream.dict),
        _ => None,
    });
    let text = format!("{:?}", states.collect::<Vec<_>>());
    assert!(text.contains("OPM"), "{text}");
    let intents = document.catalog().unwrap().get(b"OutputIntents").unwrap();
    let intents = document.dereference(intents).unwrap().1.as_array().unwrap();
    let intent = document.dereference(&intents[0]).unwrap().1.as_dict().unwrap();
    let profile = intent.get(b"DestOutputProfile").unwrap();
    let profile = document.dereference(profile).unwrap().1.as_stream().unwrap();
    assert_eq!(profile.get_plain_content().unwrap(), b"profile");
    // Turned by 90 degrees: 200 by 100 points, and of the 10 points around 3 mm are bleed.
    let Some(info) = info(&sandbox, "out.pdf") else { return };
    assert_eq!(info["MediaBox"], "0.00 0.00 217.01 117.01");
    assert_eq!(info["TrimBox"], "8.50 8.50 208.50 108.50");
    assert_eq!(info["Title"], "A turned page");
    // The page covers trim and bleed, though its crop box hid the bleed.
    let Some(picture) = Picture::of(&sandbox.read_bytes("out.pdf"), 1, 72) else { return };
    let dark = |x, y| picture.pixel(x, y).iter().all(|level| *level < 80);
    assert!(dark(2, 2) && dark(214, 2) && dark(2, 114) && dark(214, 114));
}

#[test]
fn a_page_group_is_kept() {
    let mut document = foreign();
    let page = document.page_iter().next().unwrap();
    let group = dictionary! { "S" => "Transparency", "CS" => "DeviceCMYK" };
    document.get_dictionary_mut(page).unwrap().set("Group", group);
    let sandbox = Sandbox::empty();
    sandbox.write("in.pdf", saved(document));
    imposed(&sandbox, &["--scheme", "step-and-repeat", "--sheet", "A4"]);
    let document = Document::load_mem(&sandbox.read_bytes("out.pdf")).unwrap();
    let groups = document.objects.values().filter_map(|object| match object {
        Object::Stream(stream) if stream.dict.has_type(b"XObject") => {
            stream.dict.get(b"Group").ok()
        }
        _ => None,
    });
    let groups: Vec<&Object> = groups.collect();
    assert_eq!(groups.len(), 1, "one page is stored once, however often it is shown");
    let group = document.dereference(groups[0]).unwrap().1.as_dict().unwrap();
    assert_eq!(group.get(b"CS").unwrap().as_name().unwrap(), b"DeviceCMYK");
    assert!(group.get(b"I").unwrap().as_bool().unwrap());
}

#[test]
fn layers_are_told() {
    let mut document = foreign();
    document.catalog_mut().unwrap().set("OCProperties", Dictionary::new());
    let sandbox = Sandbox::empty();
    sandbox.write("in.pdf", saved(document));
    let ran = sandbox.run(&["impose", "in.pdf", "-o", "out.pdf", "--scheme", "n-up"]);
    assert_eq!(ran.code, 0);
    assert_eq!(
        ran.stderr,
        "\
warning: `in.pdf` has layers, and all of them are printed
 |
 = help: if some of them are hidden, save it without layers first

"
    );
    assert_eq!(ran.stdout, "out.pdf: 1 page on 1 side\n");
}

/// Runs the command on `in.pdf`, and gives what it says against it.
#[track_caller]
fn refused(sandbox: &Sandbox, arguments: &[&str]) -> String {
    let all = [&["impose", "in.pdf", "--output", "out.pdf"], arguments].concat();
    let ran = sandbox.run(&all);
    assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{ran:?}");
    assert!(!sandbox.exists("out.pdf"));
    ran.stderr
}

/// An error with a hint, as it is printed.
fn error(message: &str, hint: &str) -> String {
    format!("error: {message}\n |\n = help: {hint}\n\n")
}

#[test]
fn pages_that_can_not_be_bound_are_reported() {
    let sandbox = folder(6);
    let stitch = ["--scheme", "saddle-stitch"];
    assert_eq!(
        refused(&sandbox, &stitch),
        error(
            "6 pages can't be bound: a folded sheet has 4 pages",
            "add 2 blank pages at the end, as `--blanks` does"
        )
    );
    assert_eq!(
        refused(&sandbox, &[&stitch[..], &["--signature", "6"]].concat()),
        error(
            "a signature of 6 pages can't be folded: a folded sheet has 4 pages",
            "use a multiple of 4, such as 8"
        )
    );
    assert_eq!(
        refused(&sandbox, &[&stitch[..], &["--blanks", "--sheet", "A5"]].concat()),
        error(
            "the sheet is too small: the pages need 296 by 210 mm, but `A5` is 148 by 210 mm",
            "use a larger sheet, such as `A4`"
        )
    );
    assert_eq!(
        refused(&sandbox, &[&stitch[..], &["--blanks", "--marks", "--sheet", "A4"]].concat()),
        error(
            "the sheet is too small: the pages need 325 by 239 mm with the margins around them, but `A4` is 210 by 297 mm",
            "use a larger sheet, such as `A3`"
        )
    );
    assert_eq!(
        refused(&sandbox, &["--scheme", "n-up", "--grid", "9x9", "--sheet", "A3"]),
        error(
            "the sheet is too small: the pages need 1332 by 1890 mm, but `A3` is 297 by 420 mm",
            "no named sheet is large enough: give a width and a height"
        )
    );
    imposed(&sandbox, &["--scheme", "saddle-stitch", "--blanks"]);
    let Some(info) = info(&sandbox, "out.pdf") else { return };
    assert_eq!(info["Pages"], "4");
}

#[test]
fn arguments_that_do_not_fit_are_reported() {
    let sandbox = folder(4);
    assert_eq!(
        refused(&sandbox, &["--scheme", "n-up", "--signature", "8"]),
        error(
            "`--signature` means nothing for `n-up`",
            "it belongs to `saddle-stitch` and `perfect-bound`"
        )
    );
    assert_eq!(
        refused(&sandbox, &["--scheme", "step-and-repeat", "--binding", "right"]),
        error(
            "`--binding` means nothing for `step-and-repeat`",
            "it belongs to `saddle-stitch`, `perfect-bound` and `n-up`"
        )
    );
    assert_eq!(
        refused(&sandbox, &["--scheme", "n-up", "--grid", "2x0"]),
        error("`2x0` is no grid", "name columns and rows, from 1 to 50: `2x4`")
    );
    assert_eq!(
        refused(&sandbox, &["--scheme", "n-up", "--sheet", "B17"]),
        error(
            "unknown sheet size `B17`",
            "sizes are `A5`, `A4`, `A3`, `A2`, `SRA4`, `SRA3` and `SRA2`, or a width and a height from 20 to \
             2000 mm, like `450x320mm`"
        )
    );
}

#[test]
fn files_that_can_not_be_imposed_are_reported() {
    let sandbox = folder(4);
    let run = |input: &str, output: &str| {
        let ran = sandbox.run(&["impose", input, "-o", output, "--scheme", "n-up"]);
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{ran:?}");
        ran.stderr
    };
    assert_eq!(
        run("in.pdf", "./in.pdf"),
        error("`in.pdf` would be replaced by its own sheets", "name another file with `--output`")
    );
    assert_eq!(
        run("gone.pdf", "out.pdf"),
        "error: can't read `gone.pdf`: No such file or directory (os error 2)\n\n"
    );
    sandbox.write("text.pdf", "not a PDF");
    assert!(
        run("text.pdf", "out.pdf").starts_with("error: `text.pdf` is not a readable PDF: "),
        "{}",
        run("text.pdf", "out.pdf")
    );
    let mut empty = foreign();
    let tree = empty.catalog().unwrap().get(b"Pages").unwrap().as_reference().unwrap();
    empty.get_dictionary_mut(tree).unwrap().set("Kids", Vec::<Object>::new());
    sandbox.write("empty.pdf", saved(empty));
    assert_eq!(run("empty.pdf", "out.pdf"), "error: `empty.pdf` has no pages\n\n");
    let mut scaled = foreign();
    let page = scaled.page_iter().next().unwrap();
    scaled.get_dictionary_mut(page).unwrap().set("UserUnit", 2);
    sandbox.write("scaled.pdf", saved(scaled));
    assert_eq!(
        run("scaled.pdf", "out.pdf"),
        "error: page 1 of `scaled.pdf` can't be imported: it has a `UserUnit`, which is not supported\n\n"
    );
    if let Some(mut qpdf) = outside("qpdf") {
        qpdf.args(["--encrypt", "", "owner", "256", "--"]);
        output(qpdf.arg(sandbox.path("in.pdf")).arg(sandbox.path("locked.pdf")));
        assert_eq!(
            run("locked.pdf", "out.pdf"),
            error("`locked.pdf` is encrypted", "save it without a password or restrictions first")
        );
        let mut qpdf = outside("qpdf").unwrap();
        qpdf.args(["--encrypt", "user", "owner", "256", "--"]);
        output(qpdf.arg(sandbox.path("in.pdf")).arg(sandbox.path("closed.pdf")));
        assert_eq!(
            run("closed.pdf", "out.pdf"),
            error("`closed.pdf` is encrypted", "save it without a password or restrictions first")
        );
    }
    assert!(!sandbox.exists("out.pdf"));
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
