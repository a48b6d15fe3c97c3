//! Tells which rules of PDF/X files break.

use std::collections::BTreeSet;
use std::sync::Arc;

use lopdf::xref::XrefType;
use lopdf::{Dictionary, Document, Object, Stream, dictionary};

use crate::claims::Claims;
use crate::file::{File, LIMITS, PageTree, Structure};
use crate::geometry::Rect;
use crate::page::{Boxes, Page, StateUse, TransparencyGroup};
use crate::request::{Request, Target};
use crate::resources::colour::Space;
use crate::rules::Occurrences;
use crate::rules::{Check, Context};
use crate::rules::{file, metadata, standard};

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

fn text(text: &str) -> Object {
    Object::string_literal(text)
}

const XMP: &str = r#"<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 pdfxid:GTS_PDFXVersion="PDF/X-4" pdf:Trapped="False" xmp:CreateDate="2024-01-31T12:00:00Z" xmp:ModifyDate="2024-01-31T12:00:00Z"
 xmp:MetadataDate="2024-01-31T12:00:00Z" xmpMM:DocumentID="uuid:1" xmpMM:VersionID="1" xmpMM:RenditionClass="default">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Vote</rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF></x:xmpmeta>"#;

/// The parts of a file that tests change.
struct Parts {
    document: Document,
    info: Dictionary,
    catalogue: Dictionary,
    intent: Dictionary,
    xmp: Option<String>,
}

/// A sound PDF/X-4 of one page, after a change.
fn made(change: impl FnOnce(&mut Parts)) -> File {
    let mut document = Document::with_version("1.6");
    let profile =
        document.add_object(Stream::new(dictionary! { "N" => 4 }, profile(b"prtr", b"CMYK")));
    let pages = document.new_object_id();
    let page = document.add_object(dictionary! { "Type" => "Page", "Parent" => pages, "MediaBox" => vec![0.into(), 0.into(), 9.into(), 9.into()] });
    document.set_object(
        pages,
        dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 },
    );
    let date = text("D:20240131120000Z");
    let mut components = Parts {
        info: dictionary! { "Title" => text("Vote"), "CreationDate" => date.clone(), "ModDate" => date, "Trapped" => "False" },
        catalogue: dictionary! { "Type" => "Catalog", "Pages" => pages },
        intent: dictionary! { "S" => "GTS_PDFX", "OutputConditionIdentifier" => text("FOGRA39"),
        "RegistryName" => text("http://www.color.org"), "Info" => text("Coated"), "DestOutputProfile" => profile },
        xmp: Some(XMP.to_owned()),
        document,
    };
    components.document.trailer.set("ID", vec![text("one"), text("two")]);
    change(&mut components);
    let Parts { mut document, info, mut catalogue, intent, xmp } = components;
    if !intent.is_empty() {
        catalogue.set("OutputIntents", vec![intent.into()]);
    }
    if let Some(xmp) = xmp {
        let stream = Stream::new(dictionary! { "Type" => "Metadata" }, xmp.into_bytes());
        catalogue.set("Metadata", document.add_object(stream));
    }
    let info = document.add_object(info);
    document.trailer.set("Info", info);
    let root = document.add_object(catalogue);
    document.trailer.set("Root", root);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    File::open(&bytes, LIMITS).unwrap()
}

/// A sound PDF/X-1a:2003, after a change.
fn older(change: impl FnOnce(&mut Parts)) -> File {
    made(|components| {
        components.xmp = None;
        components.document.version = "1.4".to_owned();
        components.document.reference_table.cross_reference_type = XrefType::CrossReferenceTable;
        components.info.set("GTS_PDFXVersion", text("PDF/X-1a:2003"));
        change(components);
    })
}

/// The structure of a sound file, with the version in its header.
fn structure_of(file: &File) -> Structure {
    let version = file.document.version.split_once('.');
    let version = version.and_then(|(major, minor)| major.parse().ok().zip(minor.parse().ok()));
    Structure { version, ..Structure::default() }
}

/// What rules on a file and on a page find: their names and their words.
fn found(file: &File, page: Option<&Page>) -> Vec<String> {
    let (request, claims) = (Request::default(), Claims::read(file));
    let cx = Context {
        file,
        structure: &structure_of(file),
        request: &request,
        target: Target::Print,
        pages: &PageTree::read(file),
        claims: &claims,
        press: &crate::resources::colour::Press::new(claims.press_profile()),
        derived: crate::rules::Derived::default(),
    };
    let mut all = Vec::new();
    for rule in [file::RULES, metadata::RULES, standard::RULES].into_iter().flatten() {
        let mut found = Occurrences::default();
        match (rule.check, page) {
            (Check::File(check), None) => check(&cx, &mut found),
            (Check::Page(check), Some(page)) => check(&cx, page, &mut found),
            _ => {}
        }
        all.extend(
            found
                .occurrences
                .into_iter()
                .map(|occurrence| format!("{}: {}", rule.id, occurrence.found)),
        );
    }
    // The profile that is all header does not open in a colour engine.
    all.retain(|line| line != "intent-profile: the profile does not open");
    all
}

fn of_file(file: &File) -> Vec<String> {
    found(file, None)
}

/// A page with a trim and a bleed.
fn page() -> Page {
    Page {
        numbered: std::collections::BTreeSet::new(),
        number: 1,
        id: Some((3, 0)),
        dictionary: Arc::default(),
        boxes: Boxes {
            media: Rect::new(0.0, 0.0, 120.0, 120.0),
            media_given: true,
            crop: None,
            bleed: Some(Rect::new(5.0, 5.0, 115.0, 115.0)),
            trim: Some(Rect::new(10.0, 10.0, 110.0, 110.0)),
            art: None,
            art_is_cut: true,
            rotation: 0,
            user_unit: 1.0,
        },
        items: Vec::new(),
        groups: Vec::new(),
        states: BTreeSet::new(),
        faults: Vec::new(),
        cut_short: false,
        layers: BTreeSet::new(),
        ink: None,
    }
}

#[test]
fn sound_files_break_no_rule() {
    let nothing: [String; 0] = [];
    assert_eq!(of_file(&made(|_| {})), nothing);
    assert_eq!(of_file(&older(|_| {})), nothing);
    assert_eq!(found(&made(|_| {}), Some(&page())), nothing);
}

#[test]
fn a_file_without_label_is_told_and_judged_by_no_other_rule_of_pdf_x() {
    let lines = of_file(&made(|components| {
        components.xmp = None;
        components.intent = Dictionary::new();
        components.info.remove(b"Trapped");
        components.document.trailer.remove(b"ID");
    }));
    let wanted = [
        "trapped: `Trapped` is missing",
        "file-id: the trailer has no `ID` of two strings",
        "intent-missing: the file has no output intent",
        "pdfx-missing: the file claims no PDF/X",
    ];
    assert_eq!(lines, wanted);
}

#[test]
fn labels_are_judged() {
    let unknown =
        of_file(&made(|components| components.xmp = Some(XMP.replace("PDF/X-4", "PDF/X-9"))));
    assert_eq!(unknown, ["pdfx-label: the file claims `PDF/X-9`, which there is not"]);
    let two =
        of_file(&made(|components| components.info.set("GTS_PDFXVersion", text("PDF/X-3:2002"))));
    assert_eq!(two, ["pdfx-label: the file claims `PDF/X-4` and `PDF/X-3:2002`"]);
    let in_info =
        of_file(&older(|components| components.info.set("GTS_PDFXVersion", text("PDF/X-4"))));
    assert!(in_info.contains(
        &"pdfx-label: `PDF/X-4` is not in `pdfxid:GTS_PDFXVersion` of the metadata".to_owned()
    ));
    assert!(in_info.contains(&"pdfx-xmp: a `PDF/X-4` without metadata".to_owned()));
}

#[test]
fn newer_versions_of_pdf_are_told() {
    let lines = of_file(&older(|components| components.document.version = "1.7".to_owned()));
    assert_eq!(lines, ["pdfx-pdf-version: a `PDF/X-1a:2003` of PDF 1.7"]);
    let lines = of_file(&made(|components| components.catalogue.set("Version", "1.7")));
    assert_eq!(lines, ["pdfx-pdf-version: a `PDF/X-4` of PDF 1.7"]);
}

#[test]
fn what_info_lacks_is_told() {
    let lines = of_file(&older(|components| {
        components.info.remove(b"Title");
        components.info.set("ModDate", text("yesterday"));
        components.info.set("Trapped", "Unknown");
        components.document.trailer.remove(b"ID");
    }));
    let wanted = [
        "title: the file has no title",
        "pdfx-info: a `PDF/X-1a:2003` without `Title`",
        "pdfx-info: `ModDate` is no date",
        "pdfx-info: `Trapped` is `Unknown`",
        "pdfx-id: a `PDF/X-1a:2003` whose trailer has no `ID` of two strings",
    ];
    assert_eq!(lines, wanted);
}

#[test]
fn metadata_that_differ_are_told() {
    let lines = of_file(&made(|components| {
        components.info.set("Title", text("Draft"));
        components.info.set("ModDate", text("D:20240131120000+01'00'"));
    }));
    let wanted = [
        "xmp-agrees: `Title` is `Draft`, and `dc:title` is `Vote`",
        "xmp-agrees: `ModDate` is `D:20240131120000+01'00'`, and `xmp:ModifyDate` is `2024-01-31T12:00:00Z`",
    ];
    assert_eq!(lines, wanted);
}

#[test]
fn metadata_that_lack_something_are_told() {
    let lines =
        of_file(&made(|components| components.xmp = Some(XMP.replace("VersionID", "Nothing"))));
    assert_eq!(lines, ["pdfx-xmp: the metadata lack `xmpMM:VersionID`"]);
    let lines = of_file(&made(|components| components.xmp = Some("<x>".to_owned())));
    assert!(lines[0].starts_with("xmp-unreadable: the metadata can't be read: "), "{lines:?}");
}

#[test]
fn intents_are_judged() {
    let lines = of_file(&made(|components| components.intent = Dictionary::new()));
    assert_eq!(lines, ["pdfx-intent: a `PDF/X-4` with no output intent of `GTS_PDFX`"]);
    let lines = of_file(&made(|components| {
        components.intent.remove(b"DestOutputProfile");
        components.intent.set("OutputConditionIdentifier", text("Custom"));
    }));
    let wanted = [
        "intent-condition: `OutputConditionIdentifier` is `Custom`",
        "pdfx-intent: an output intent of `PDF/X-4` without a profile",
    ];
    assert_eq!(lines, wanted);
    let lines = of_file(&older(|components| {
        let stream = Stream::new(dictionary! { "N" => 4 }, profile(b"mntr", b"RGB "));
        let profile = components.document.add_object(stream);
        components.intent.set("DestOutputProfile", profile);
    }));
    let wanted = [
        "intent-profile: the profile is of the class `mntr`",
        "intent-profile: `N` is 4, and the profile has 3 components",
        "pdfx-intent: an output intent of `PDF/X-1a:2003` that is not for CMYK",
    ];
    assert_eq!(lines, wanted);
    let lines = of_file(&older(|components| {
        components.intent.remove(b"DestOutputProfile");
    }));
    assert!(
        lines.is_empty(),
        "a registered condition stands for its profile before X-4: {lines:?}"
    );
}

#[test]
fn objects_that_do_not_belong_are_told() {
    let lines = of_file(&older(|components| {
        let mut add = |dictionary: Dictionary| {
            components.document.add_object(Stream::new(dictionary, b"ab".to_vec()))
        };
        add(dictionary! { "Filter" => "JPXDecode" });
        add(dictionary! { "Filter" => "JPXDecode" });
        add(dictionary! { "Subtype" => "PS" });
        add(dictionary! { "OPI" => dictionary! {} });
        add(dictionary! { "Type" => "EmbeddedFile" });
        components.catalogue.set("OCProperties", dictionary! {});
        components.catalogue.set("OpenAction", dictionary! { "S" => "JavaScript" });
    }));
    let wanted = [
        "pdfx-layers: layers in a `PDF/X-1a:2003`",
        "pdfx-actions: an action `JavaScript` when the file is opened, in a `PDF/X-1a:2003`",
        "pdfx-filters: `JPXDecode` in a `PDF/X-1a:2003`, in 2 objects",
        "pdfx-postscript: PostScript in a `PDF/X-1a:2003`",
        "pdfx-opi: OPI in a `PDF/X-1a:2003`",
        "pdfx-attachments: an embedded file in a `PDF/X-1a:2003`",
    ];
    assert_eq!(lines, wanted);
}

#[test]
fn streams_that_do_not_unpack_are_told() {
    let lines = of_file(&made(|components| {
        let mut whole = Stream::new(dictionary! {}, vec![7; 5000]);
        whole.compress().unwrap();
        let cut = whole.content[..whole.content.len() - 6].to_vec();
        components.document.add_object(whole);
        components.document.add_object(Stream::new(dictionary! { "Filter" => "FlateDecode" }, cut));
        components.document.add_object(Stream::new(
            dictionary! { "Filter" => "FlateDecode" },
            b"no such data".to_vec(),
        ));
    }));
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert!(
        lines[0].starts_with("file-streams: a stream of `FlateDecode` ends before its end, after "),
        "{lines:?}"
    );
    assert_eq!(
        lines[1],
        "file-streams: a stream of `FlateDecode` is damaged after 0 bytes unpacked"
    );
}

#[test]
fn boxes_are_judged() {
    let mut page = page();
    page.boxes.art = page.boxes.trim;
    page.boxes.bleed = Some(Rect::new(5.0, 5.0, 121.0, 115.0));
    let lines = found(&made(|_| {}), Some(&page));
    let wanted = [
        "pdfx-boxes: a page of a `PDF/X-4` with both TrimBox and ArtBox",
        "pdfx-boxes: the BleedBox is not within the MediaBox",
    ];
    assert_eq!(lines, wanted);
    page.boxes = Boxes { trim: None, art: None, bleed: None, ..page.boxes };
    let lines = found(&made(|_| {}), Some(&page));
    assert_eq!(lines, ["pdfx-boxes: a page of a `PDF/X-4` without TrimBox or ArtBox"]);
}

#[test]
fn transparency_is_told_where_the_standard_knows_none() {
    let mut page = page();
    let space = Some(Arc::new(Space::Rgb));
    page.groups.push(TransparencyGroup { form: Some(8), space, mask: false, isolated: true });
    page.states =
        [("BM", "Multiply"), ("ca", "50"), ("CA", "100"), ("SMask", "None"), ("TR", "a function")]
            .map(|(key, value)| StateUse { key, value: value.to_owned(), object: Some(7) })
            .into();
    let old = found(&older(|_| {}), Some(&page));
    let wanted = [
        "pdfx-transparency: `BM` of Multiply in a `PDF/X-1a:2003`",
        "pdfx-transparency: `ca` of 50 in a `PDF/X-1a:2003`",
        "pdfx-transparency: a transparency group in a `PDF/X-1a:2003`",
        "pdfx-transfer: `TR` in a `PDF/X-1a:2003`",
    ];
    assert_eq!(old, wanted);
    let new = found(&made(|_| {}), Some(&page));
    let wanted = [
        "pdfx-group-space: a transparency group in DeviceRGB in a `PDF/X-4`",
        "pdfx-transfer: `TR` in a `PDF/X-4`",
    ];
    assert_eq!(new, wanted);
}

#[test]
fn annotations_within_the_bleed_are_told() {
    let annotation = |kind: &str, at: i64| {
        let place: Vec<Object> = [at, at, at + 4, at + 4].map(Object::Integer).to_vec();
        Object::Dictionary(dictionary! { "Subtype" => Object::Name(kind.into()), "Rect" => place })
    };
    let mut page = page();
    let annotations = vec![
        annotation("Link", 20),
        annotation("PrinterMark", 20),
        annotation("Text", 1),
        annotation("Text", 2),
    ];
    page.dictionary = Arc::new(dictionary! { "Annots" => annotations });
    let lines = found(&made(|_| {}), Some(&page));
    let wanted = [
        "pdfx-annotations: an annotation, Link, inside the bleed of a `PDF/X-4`",
        "pdfx-annotations: an annotation, Text, inside the bleed of a `PDF/X-4`",
    ];
    assert_eq!(lines, wanted);
}

#[test]
fn spaces_are_judged_by_family_and_intent() {
    use super::Family;
    use super::pages::forbidden;
    let ink = |alternate| Space::Separation {
        name: "Gold".to_owned(),
        alternate: Arc::new(alternate),
        tint_transform: None,
    };
    let reported = |space: &Space, family, components| forbidden(space, family, components, 0);
    assert_eq!(reported(&Space::Cmyk, Family::X1, Some(4)), None);
    assert_eq!(reported(&Space::Rgb, Family::X1, Some(4)).as_deref(), Some("DeviceRGB"));
    assert_eq!(reported(&Space::CalGray, Family::X1, Some(4)).as_deref(), Some("CalGray"));
    assert_eq!(reported(&Space::CalGray, Family::X3, Some(4)), None);
    assert_eq!(reported(&Space::Rgb, Family::X4, Some(3)), None);
    assert_eq!(reported(&Space::Cmyk, Family::X4, Some(3)).as_deref(), Some("DeviceCMYK"));
    assert_eq!(reported(&ink(Space::Cmyk), Family::X4, Some(4)), None);
    let words = "DeviceRGB, which stands in for an ink";
    assert_eq!(reported(&ink(Space::Rgb), Family::X4, Some(4)).as_deref(), Some(words));
}
