//! What pages show beside their contents: values of forms, stamps, comments and layers.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};
use snapbox::data::Inline;
use snapbox::str;

use super::foreign::saved;
use super::picture::Picture;
use super::{imposed, refused};
use crate::support::Sandbox;

/// A file of one page with these contents, to which `build` adds; 200 by 100 points.
fn file(contents: &str, build: impl FnOnce(&mut Document, ObjectId)) -> Vec<u8> {
    let mut document = Document::with_version("1.7");
    let tree = document.new_object_id();
    let contents = Stream::new(Dictionary::new(), contents.as_bytes().to_vec());
    let contents = document.add_object(contents);
    let page = document.add_object(dictionary! {
        "Type" => "Page",
        "Parent" => tree,
        "MediaBox" => vec![0.into(), 0.into(), 200.into(), 100.into()],
        "Contents" => contents,
        "Resources" => Dictionary::new(),
    });
    let kids = dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 };
    document.set_object(tree, kids);
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    document.trailer.set("Root", catalog);
    build(&mut document, page);
    saved(document)
}

/// A form of 10 by 10 units: its left half is grey, and its lower left quarter black.
fn appearance(document: &mut Document, matrix: [i64; 6]) -> ObjectId {
    let contents = b"0.6 g 0 0 5 10 re f 0 g 0 0 5 5 re f".to_vec();
    let dictionary = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Form",
        "BBox" => vec![0.into(), 0.into(), 10.into(), 10.into()],
        "Matrix" => matrix.map(Object::Integer).to_vec(),
    };
    document.add_object(Stream::new(dictionary, contents))
}

const UPRIGHT: [i64; 6] = [1, 0, 0, 1, 0, 0];

/// An annotation of 40 by 20 points whose left edge stands at `left`.
fn annotation(subtype: &str, flags: i64, left: i64, form: Option<ObjectId>) -> Dictionary {
    let mut annotation = dictionary! {
        "Type" => "Annot",
        "Subtype" => subtype,
        "F" => flags,
        "Rect" => vec![left.into(), 40.into(), (left + 40).into(), 60.into()],
    };
    if let Some(form) = form {
        annotation.set("AP", dictionary! { "N" => form });
    }
    annotation
}

fn annotate(document: &mut Document, page: ObjectId, annotations: Vec<Dictionary>) {
    let (mut all, mut fields) = (Vec::<Object>::new(), Vec::<Object>::new());
    for mut annotation in annotations {
        // Readers show fields that have a name, and that the form of the file knows.
        let is_field = annotation.get(b"Subtype").unwrap().as_name().unwrap() == b"Widget";
        if is_field && !annotation.has(b"Parent") {
            annotation.set("T", Object::string_literal(format!("field {}", all.len())));
        }
        let object: Object = document.add_object(annotation).into();
        fields.extend(is_field.then(|| object.clone()));
        all.push(object);
    }
    document.get_dictionary_mut(page).unwrap().set("Annots", all);
    document.catalog_mut().unwrap().set("AcroForm", dictionary! { "Fields" => fields });
}

/// Puts each page on a sheet of its own, and makes sure that poppler and MuPDF show the same as before.
#[track_caller]
fn same_picture(pdf: &[u8]) -> Sandbox {
    let sandbox = Sandbox::empty();
    sandbox.write("in.pdf", pdf);
    imposed(&sandbox, &["--scheme", "n-up", "--grid", "1x1"]);
    let sheet = sandbox.read_bytes("out.pdf");
    for draw in [Picture::of, Picture::by_mupdf] {
        let (Some(page), Some(sheet)) = (draw(pdf, 1, 72), draw(&sheet, 1, 72)) else { continue };
        assert_eq!((page.width, page.height), (sheet.width, sheet.height));
        let places = (0..page.width).flat_map(|x| (0..page.height).map(move |y| (x, y)));
        let differs =
            |(x, y): &(usize, usize)| page.pixel(*x, *y)[0].abs_diff(sheet.pixel(*x, *y)[0]) > 40;
        let differing: Vec<_> = places.filter(differs).collect();
        assert!(differing.len() < 4, "{} pixels differ", differing.len());
        let dark = (0..page.width).any(|x| (0..page.height).any(|y| sheet.pixel(x, y)[0] < 80));
        assert!(dark, "the sheet is blank");
    }
    sandbox
}

/// Makes sure that the file is refused without further arguments.
#[track_caller]
fn refuses(pdf: &[u8], report: Inline) {
    let sandbox = Sandbox::empty();
    sandbox.write("in.pdf", pdf);
    refused(&sandbox, &["in.pdf", "-o", "out.pdf", "--scheme", "n-up"], report);
}

/// The grey at a place of the sheet, from its top left corner.
fn grey(sandbox: &Sandbox, x: usize, y: usize) -> Option<u8> {
    Some(Picture::of(&sandbox.read_bytes("out.pdf"), 1, 72)?.pixel(x, y)[0])
}

#[test]
fn values_stamps_and_check_marks_are_on_the_sheet_where_they_were() {
    for rotation in [0, 90, 180, 270] {
        // What the contents leave behind must not move annotations.
        let pdf = file("q q 0.5 0 0 0.5 30 0 cm 0 g 0 0 20 20 re f", |document, page| {
            let turned = appearance(document, [0, 1, -1, 0, 10, 0]);
            let upright = appearance(document, UPRIGHT);
            let mut check = annotation("Widget", 4, 60, None);
            check.extend(&dictionary! {
                "FT" => "Btn",
                "AS" => "Yes",
                "AP" => dictionary! { "N" => dictionary! { "Yes" => upright, "Off" => turned } },
            });
            let mut value = annotation("Widget", 4, 110, Some(upright));
            value.extend(&dictionary! { "FT" => "Tx", "V" => Object::string_literal("Amina") });
            let stamp = annotation("Stamp", 4, 10, Some(turned));
            let hidden = annotation("Stamp", 4 | 2, 155, Some(upright));
            annotate(document, page, vec![stamp, check, value, hidden]);
            document.get_dictionary_mut(page).unwrap().set("Rotate", rotation);
        });
        same_picture(&pdf);
    }
}

#[test]
fn a_value_without_an_appearance_is_refused() {
    let field = |appearances: bool| {
        file("", |document, page| {
            let form = appearances.then(|| appearance(document, UPRIGHT));
            let parent = document.add_object(dictionary! {
                "FT" => "Tx", "T" => Object::string_literal("name"), "V" => Object::string_literal("Amina"),
            });
            let mut value = annotation("Widget", 4, 10, form);
            value.set("Parent", parent);
            annotate(document, page, vec![value]);
            let form = dictionary! { "Fields" => vec![parent.into()], "NeedAppearances" => true };
            document.catalog_mut().unwrap().set("AcroForm", form);
        })
    };
    refuses(
        &field(false),
        str![[r#"
error: `in.pdf` has form values without an appearance on page 1, and each viewer draws them its own way
 |
 = help: print it to a new PDF with the viewer that shows it as it is to be, and impose that
 = help: or leave all annotations out with `--annotations none`
"#]],
    );
    refuses(
        &field(true),
        str![[r#"
error: `in.pdf` has form values that it asks viewers to draw on page 1, and each viewer draws them its own way
 |
 = help: print it to a new PDF with the viewer that shows it as it is to be, and impose that
 = help: or leave all annotations out with `--annotations none`
"#]],
    );
}

#[test]
fn what_viewers_show_and_do_not_print_is_for_somebody_to_decide() {
    let pdf = file("", |document, page| {
        let form = appearance(document, UPRIGHT);
        let comment = annotation("FreeText", 0, 10, Some(form));
        annotate(document, page, vec![comment, annotation("Stamp", 4, 110, Some(form))]);
    });
    refuses(
        &pdf,
        str![[r#"
error: `in.pdf` has typed comments on page 1 that viewers show and do not print
 |
 = help: put it on the sheets with `--annotations shown`, or leave it out with `--annotations printed`
"#]],
    );
    let sandbox = Sandbox::empty();
    sandbox.write("in.pdf", &pdf);
    for (choice, comment, stamp) in [("shown", 0, 0), ("printed", 255, 0), ("none", 255, 255)] {
        imposed(&sandbox, &["--scheme", "n-up", "--grid", "1x1", "--annotations", choice]);
        let Some(found) = grey(&sandbox, 15, 57) else { return };
        assert_eq!(found, comment, "{choice}");
        assert_eq!(grey(&sandbox, 115, 57), Some(stamp), "{choice}");
    }
}

#[test]
fn what_viewers_never_print_is_told() {
    let pdf = file("0 g 0 0 9 9 re f", |document, page| {
        let form = appearance(document, UPRIGHT);
        let note = annotation("Text", 0, 10, Some(form));
        let link = annotation("Link", 0, 60, None);
        let pop_up = annotation("Popup", 4, 110, None);
        let mut empty = annotation("Widget", 4, 150, None);
        empty.extend(&dictionary! { "FT" => "Tx", "V" => Object::string_literal("") });
        annotate(document, page, vec![note, link, pop_up, empty]);
        let files = vec![Object::string_literal("notes.txt"), Dictionary::new().into()];
        let names = dictionary! { "EmbeddedFiles" => dictionary! { "Names" => files } };
        document.catalog_mut().unwrap().set("Names", names);
    });
    let sandbox = Sandbox::empty();
    sandbox.write("in.pdf", &pdf);
    let ran = sandbox.run(&["impose", "in.pdf", "-o", "out.pdf", "--scheme", "n-up"]);
    ran.assert(
        0,
        str![[r#"
warning: `in.pdf` has attached files, which are not on the sheets
 |
 = help: impose those that are to be printed one by one

warning: `in.pdf` has notes on page 1, and empty form fields on page 1, not on the sheets
 |
 = help: viewers do not print it either; `--annotations shown` puts what has an appearance on the sheets
"#]],
    );
}

#[test]
fn forms_of_viewers_and_portfolios_are_refused() {
    let xfa = file("", |document, _| {
        let form =
            dictionary! { "Fields" => Vec::<Object>::new(), "XFA" => Object::string_literal("x") };
        document.catalog_mut().unwrap().set("AcroForm", form);
    });
    refuses(
        &xfa,
        str![[r#"
error: `in.pdf` is a form whose pages a viewer makes itself (XFA)
 |
 = help: print it to a new PDF with Adobe Acrobat or Reader, and impose that
"#]],
    );
    let portfolio = file("", |document, _| {
        document.catalog_mut().unwrap().set("Collection", Dictionary::new());
    });
    refuses(
        &portfolio,
        str![[r#"
error: `in.pdf` is a portfolio: its pages are in the files that are attached to it
 |
 = help: save the attached PDFs, and impose those
"#]],
    );
}

/// A file with two layers: one in the contents that is switched off, and one on a form that shows if the first does not.
/// `configuration` is added to the default one.
fn layered(configuration: impl FnOnce(ObjectId) -> Dictionary) -> Vec<u8> {
    let contents =
        "/OC /L BDC 0 g 10 40 40 20 re f EMC q 1 0 0 1 100 40 cm /F Do Q 0 g 180 80 9 9 re f";
    file(contents, |document, page| {
        let usage = dictionary! { "Print" => dictionary! { "PrintState" => "OFF" } };
        let layer = document.add_object(dictionary! {
            "Type" => "OCG", "Name" => Object::string_literal("Draft"), "Usage" => usage,
        });
        let membership = document.add_object(
            dictionary! { "Type" => "OCMD", "OCGs" => vec![layer.into()], "P" => "AllOff" },
        );
        let form = appearance(document, UPRIGHT);
        let stream = document.get_object_mut(form).unwrap().as_stream_mut().unwrap();
        stream.dict.set("OC", membership);
        let resources = dictionary! {
            "Properties" => dictionary! { "L" => layer },
            "XObject" => dictionary! { "F" => form },
        };
        document.get_dictionary_mut(page).unwrap().set("Resources", resources);
        let mut default = dictionary! { "Order" => vec![layer.into()] };
        default.extend(&configuration(layer));
        let layers = dictionary! { "OCGs" => vec![layer.into()], "D" => default };
        document.catalog_mut().unwrap().set("OCProperties", layers);
    })
}

#[test]
fn layers_stay_as_they_are_printed() {
    let hidden = str![[r#"
warning: `in.pdf` hides 1 layer in print, and the sheets do so too: `Draft`
 |
 = help: to print what is hidden, show it in the program that made the file, and save it anew
"#]];
    let off = layered(|layer| dictionary! { "OFF" => vec![layer.into()] });
    let base = layered(|_| dictionary! { "BaseState" => "OFF" });
    let print = layered(|layer| {
        let automatic = dictionary! {
            "Event" => "Print", "Category" => vec!["Print".into()], "OCGs" => vec![layer.into()],
        };
        dictionary! { "AS" => vec![automatic.into()] }
    });
    for pdf in [off, base, print] {
        let sandbox = Sandbox::empty();
        sandbox.write("in.pdf", &pdf);
        let arguments = ["impose", "in.pdf", "-o", "out.pdf", "--scheme", "n-up", "--grid", "1x1"];
        sandbox.run(&arguments).assert(0, hidden.clone());
        let Some(found) = grey(&sandbox, 20, 50) else { return };
        assert_eq!((found, grey(&sandbox, 102, 58)), (255, Some(0)));
        let sheet = sandbox.read_bytes("out.pdf");
        if let Some(picture) = Picture::by_mupdf(&sheet, 1, 72) {
            assert_eq!((picture.pixel(20, 50)[0], picture.pixel(102, 58)[0]), (255, 0));
        }
    }
    let sandbox = same_picture(&layered(|_| Dictionary::new()));
    let Some(found) = grey(&sandbox, 20, 50) else { return };
    assert_eq!((found, grey(&sandbox, 102, 58)), (0, Some(255)));
}
