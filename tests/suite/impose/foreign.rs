//! The command `impose` on PDFs as other programs write them.

use lopdf::{Dictionary, Document, Object, Stream, dictionary};
use snapbox::str;

use super::command::folder;
use super::picture::Picture;
use super::{imposed, info, refused};
use crate::support::Sandbox;
use crate::support::outside::{output, outside};

/// A PDF as a print shop's program may write it: a turned page with overprint, whose crop box hides the bleed.
pub(super) fn foreign() -> Document {
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

pub(super) fn saved(mut document: Document) -> Vec<u8> {
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
fn files_that_can_not_be_imposed_are_reported() {
    let sandbox = folder(4);
    let refused = |input: &str, output: &str, report| {
        refused(&sandbox, &[input, "-o", output, "--scheme", "n-up"], report);
    };
    refused(
        "in.pdf",
        "./in.pdf",
        str![[r#"
error: `in.pdf` would be replaced by its own sheets
 |
 = help: name another file with `--output`
"#]],
    );
    refused(
        "gone.pdf",
        "out.pdf",
        str!["error: can't read `gone.pdf`: No such file or directory (os error 2)"],
    );
    sandbox.write("text.pdf", "not a PDF");
    refused(
        "text.pdf",
        "out.pdf",
        str!["error: `text.pdf` is not a readable PDF: couldn't parse input"],
    );
    let mut empty = foreign();
    let tree = empty.catalog().unwrap().get(b"Pages").unwrap().as_reference().unwrap();
    empty.get_dictionary_mut(tree).unwrap().set("Kids", Vec::<Object>::new());
    sandbox.write("empty.pdf", saved(empty));
    refused("empty.pdf", "out.pdf", str!["error: `empty.pdf` has no pages"]);
    if let Some(mut qpdf) = outside("qpdf") {
        qpdf.args(["--encrypt", "", "owner", "256", "--"]);
        output(qpdf.arg(sandbox.path("in.pdf")).arg(sandbox.path("locked.pdf")));
        refused(
            "locked.pdf",
            "out.pdf",
            str![[r#"
error: `locked.pdf` is encrypted
 |
 = help: save it without a password or restrictions first
"#]],
        );
        let mut qpdf = outside("qpdf").unwrap();
        qpdf.args(["--encrypt", "user", "owner", "256", "--"]);
        output(qpdf.arg(sandbox.path("in.pdf")).arg(sandbox.path("closed.pdf")));
        refused(
            "closed.pdf",
            "out.pdf",
            str![[r#"
error: `closed.pdf` is encrypted
 |
 = help: save it without a password or restrictions first
"#]],
        );
    }
    assert!(!sandbox.exists("out.pdf"));
}
