//! Tells what files with metadata and intents claim.

use lopdf::{Document, Object, Stream, dictionary};

use crate::claims::{Claims, Metadata};
use crate::file::{File, LIMITS};

fn packet(properties: &str) -> String {
    format!(
        r#"<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" xmlns:pdfx="http://ns.adobe.com/pdfx/1.3/"
xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
xmlns:dc="http://purl.org/dc/elements/1.1/">{properties}</rdf:Description></rdf:RDF></x:xmpmeta>"#
    )
}

/// A file of one empty page with these entries of Info, this packet and these intents.
fn file(info: &[(&str, Object)], xmp: Option<&str>, intents: Vec<Object>) -> File {
    let mut document = Document::with_version("1.4");
    let pages = document.add_object(
        dictionary! { "Type" => "Pages", "Kids" => Vec::<Object>::new(), "Count" => 0 },
    );
    let mut catalogue =
        dictionary! { "Type" => "Catalog", "Pages" => pages, "OutputIntents" => intents };
    if let Some(xmp) = xmp {
        let stream = Stream::new(dictionary! { "Type" => "Metadata" }, xmp.as_bytes().to_vec());
        catalogue.set("Metadata", document.add_object(stream));
    }
    let root = document.add_object(catalogue);
    document.trailer.set("Root", root);
    let info = info.iter().map(|(key, value)| (key.as_bytes().to_vec(), value.clone()));
    let info = document.add_object(lopdf::Dictionary::from_iter(info));
    document.trailer.set("Info", info);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    File::open(&bytes, LIMITS).unwrap()
}

fn text(text: &str) -> Object {
    Object::string_literal(text)
}

/// A profile that is all header.
fn profile(class: &[u8; 4], colours: &[u8; 4]) -> Vec<u8> {
    let mut profile = vec![0; 128];
    profile[0..4].copy_from_slice(&128u32.to_be_bytes());
    profile[8] = 2;
    profile[12..16].copy_from_slice(class);
    profile[16..20].copy_from_slice(colours);
    profile[36..40].copy_from_slice(b"acsp");
    profile
}

#[test]
fn an_old_label_is_named_by_its_conformance() {
    let old =
        [("GTS_PDFXVersion", text("PDF/X-1:2001")), ("GTS_PDFXConformance", text("PDF/X-1a:2001"))];
    assert_eq!(Claims::read(&file(&old, None, Vec::new())).standards, ["PDF/X-1a:2001"]);
    let third = [("GTS_PDFXVersion", text("PDF/X-3:2002"))];
    assert_eq!(Claims::read(&file(&third, None, Vec::new())).standards, ["PDF/X-3:2002"]);
}

#[test]
fn labels_in_xmp_are_named_in_words() {
    let xmp = packet(
        "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion><pdfaid:part>2</pdfaid:part>\
         <pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>",
    );
    let claims = Claims::read(&file(&[], Some(&xmp), Vec::new()));
    assert_eq!(claims.standards, ["PDF/X-4", "PDF/A-2a", "PDF/UA-1"]);
    assert!(claims.has("PDF/X") && claims.has("PDF/UA") && !claims.has("PDF/X-1a"));
}

#[test]
fn an_unknown_label_stands_as_it_is() {
    let xmp = packet("<pdfxid:GTS_PDFXVersion>PDF/X-9</pdfxid:GTS_PDFXVersion>");
    assert_eq!(Claims::read(&file(&[], Some(&xmp), Vec::new())).standards, ["PDF/X-9"]);
}

#[test]
fn a_file_that_says_nothing_claims_nothing() {
    let claims = Claims::read(&file(&[("Title", text(" "))], None, Vec::new()));
    assert!(
        claims.standards.is_empty() && claims.metadata.is_none() && claims.components().is_none()
    );
    assert_eq!(claims.title(), None);
}

#[test]
fn info_is_read_in_its_own_eight_bits() {
    let info = [
        ("Title", Object::String(b"Vote \x84 now \xa0".to_vec(), lopdf::StringFormat::Literal)),
        ("Trapped", Object::Name(b"False".to_vec())),
    ];
    let claims = Claims::read(&file(&info, None, Vec::new()));
    assert_eq!(claims.title(), Some("Vote \u{2014} now \u{20ac}"));
    assert_eq!(claims.info.trapped.as_deref(), Some("False"));
}

#[test]
fn the_version_of_pdf_x_1a_2001_is_no_second_standard() {
    let pdfxid = "<pdfxid:GTS_PDFXVersion>PDF/X-1:2001</pdfxid:GTS_PDFXVersion>";
    let info = [("GTS_PDFXVersion", "PDF/X-1:2001"), ("GTS_PDFXConformance", "PDF/X-1a:2001")]
        .map(|(key, value)| (key, Object::string_literal(value)));
    let claims = Claims::read(&file(&info, Some(&packet(pdfxid)), Vec::new()));
    assert_eq!(claims.standards, ["PDF/X-1a:2001"]);
}

#[test]
fn what_a_file_says_it_is_stands_in_one_line() {
    let info = [("GTS_PDFXVersion", Object::string_literal("PDF/X-4\nok.pdf: fine\u{1}[2J"))];
    let claims = Claims::read(&file(&info, None, Vec::new()));
    assert_eq!(claims.standards, ["PDF/X-4 ok.pdf: fine [2J"]);
}

#[test]
fn broken_metadata_say_so() {
    let claims = Claims::read(&file(&[], Some("<x>"), Vec::new()));
    assert!(matches!(claims.metadata, Some(Metadata { packed: false, xmp: Err(_), .. })));
}

#[test]
fn the_intent_of_pdf_x_counts_before_others() {
    let intent = |subtype: &str, colours: &[u8; 4]| {
        (subtype.to_owned(), Stream::new(dictionary! { "N" => 3 }, profile(b"prtr", colours)))
    };
    let all = [intent("GTS_PDFA1", b"RGB "), intent("GTS_PDFX", b"CMYK")];
    let mut document = Document::with_version("1.4");
    let intents: Vec<Object> = all
        .into_iter()
        .map(|(subtype, stream)| {
            let profile = document.add_object(stream);
            Object::Dictionary(dictionary! { "S" => Object::Name(subtype.into_bytes()), "DestOutputProfile" => profile })
        })
        .collect();
    let pages = document.add_object(
        dictionary! { "Type" => "Pages", "Kids" => Vec::<Object>::new(), "Count" => 0 },
    );
    let root = document.add_object(
        dictionary! { "Type" => "Catalog", "Pages" => pages, "OutputIntents" => intents },
    );
    document.trailer.set("Root", root);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    let claims = Claims::read(&File::open(&bytes, LIMITS).unwrap());
    assert_eq!(claims.components(), Some(4));
    assert_eq!(claims.press_intents().count(), 1);
    assert_eq!(claims.intents[1].header().unwrap().class, *b"prtr");
}

#[test]
fn an_intent_by_name_alone_is_one_of_four_inks() {
    let intent = dictionary! { "S" => "GTS_PDFX", "OutputConditionIdentifier" => text("FOGRA39") };
    let claims = Claims::read(&file(&[], None, vec![intent.into()]));
    assert_eq!(claims.components(), Some(4));
    assert_eq!(claims.intents[0].condition.as_deref(), Some("FOGRA39"));
}
