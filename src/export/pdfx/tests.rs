//! Converts small PDFs, and looks for what must not be left in them.

use std::collections::HashSet;

use feuillet_colour::{Colour, InkConverter, OutputProfile};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use super::colour_space::{ColourSpace, Role};
use super::converter::PageConverter;
use super::objects::{numbers, reals};
use super::pixels::Pixels;
use super::verify::verify;
use super::{convert_colours, shading};

const PLUM: Colour = Colour { screen: [0x4b, 0x2a, 0x63], print: [80.0, 95.0, 20.0, 20.0] };

/// A page with this content, and resources that are made beside it.
fn page(content: &str, resources: impl FnOnce(&mut Document) -> Dictionary) -> Document {
    let mut document = Document::with_version("1.6");
    let resources = resources(&mut document);
    let content = document.add_object(Stream::new(dictionary! {}, content.as_bytes().to_vec()));
    let pages = document.new_object_id();
    let page = document.add_object(dictionary! {
        "Type" => "Page", "Parent" => pages, "Contents" => content, "Resources" => resources,
    });
    let tree = dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 };
    document.objects.insert(pages, tree.into());
    let root = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    document.trailer.set("Root", root);
    document
}

/// A space of light with so many parts.
fn light(document: &mut Document, parts: i64) -> Object {
    let profile = document.add_object(Stream::new(dictionary! { "N" => parts }, Vec::new()));
    vec!["ICCBased".into(), profile.into()].into()
}

fn form(document: &mut Document, content: &str, resources: Dictionary) -> ObjectId {
    let kind = dictionary! { "Type" => "XObject", "Subtype" => "Form", "Resources" => resources };
    document.add_object(Stream::new(kind, content.as_bytes().to_vec()))
}

/// Converts a document at the limit of 300 %, looks through it, and says what was wrong.
fn inked(document: &mut Document) -> Result<(), String> {
    let profile = OutputProfile::fogra39().unwrap();
    let mut inks = InkConverter::new(&profile, &[PLUM], 300.0);
    let rewritten = convert_colours(document, &mut inks).map_err(|error| error.to_string())?;
    verify(document, &rewritten).map_err(|error| error.to_string())
}

/// The resources of the first page, by category.
fn named<'a>(document: &'a Document, category: &[u8], name: &[u8]) -> &'a Object {
    let page = document.get_dictionary(document.get_pages()[&1]).unwrap();
    let resources = page.get(b"Resources").and_then(Object::as_dict).unwrap();
    let entry = resources.get(category).and_then(Object::as_dict).unwrap().get(name).unwrap();
    document.dereference(entry).unwrap().1
}

fn text(stream: &Object) -> String {
    String::from_utf8(stream.as_stream().unwrap().content.clone()).unwrap()
}

#[test]
fn a_form_that_is_printed_and_a_mask_becomes_two() {
    let mut document = page("/x0 Do /g0 gs", |document| {
        let space = light(document, 3);
        let own = dictionary! { "ColorSpace" => dictionary! { "c0" => space } };
        let form = form(document, "/c0 cs 1 0 0 scn f", own);
        let mask = dictionary! { "Type" => "Mask", "S" => "Luminosity", "G" => form };
        let state = document.add_object(dictionary! { "SMask" => mask });
        dictionary! {
            "XObject" => dictionary! { "x0" => form }, "ExtGState" => dictionary! { "g0" => state },
        }
    });
    assert_eq!(inked(&mut document), Ok(()));
    let printed = text(named(&document, b"XObject", b"x0"));
    assert!(printed.ends_with(" k f") && !printed.contains('g'), "{printed}");
    let state = named(&document, b"ExtGState", b"g0").as_dict().unwrap();
    let mask = state.get(b"SMask").and_then(Object::as_dict).unwrap().get(b"G").unwrap();
    assert_eq!(text(document.dereference(mask).unwrap().1), " 0.2126 g f");
    let page = document.get_dictionary(document.get_pages()[&1]).unwrap();
    let group = page.get(b"Group").and_then(Object::as_dict).unwrap();
    assert_eq!(group.get(b"CS").and_then(Object::as_name).unwrap(), b"DeviceCMYK");
}

#[test]
fn the_group_of_a_form_is_blended_in_ink() {
    let mut document = page("/x0 Do", |document| {
        let space = light(document, 3);
        let form = form(document, "0 0 0 1 k f", dictionary! {});
        let group = dictionary! { "S" => "Transparency", "I" => true, "CS" => space };
        let stream = document.get_object_mut(form).and_then(Object::as_stream_mut).unwrap();
        stream.dict.set("Group", group);
        dictionary! { "XObject" => dictionary! { "x0" => form } }
    });
    assert_eq!(inked(&mut document), Ok(()));
    let form = named(&document, b"XObject", b"x0").as_stream().unwrap();
    let group = form.dict.get(b"Group").and_then(Object::as_dict).unwrap();
    assert_eq!(group.get(b"CS").and_then(Object::as_name).unwrap(), b"DeviceCMYK");
}

#[test]
fn an_ink_of_its_own_keeps_its_name_and_has_ink_in_its_place() {
    let mut document = page("/c0 cs 1 scn f", |document| {
        let alternate = light(document, 3);
        let ramp = dictionary! {
            "FunctionType" => 2, "Domain" => reals(&[0.0, 1.0]), "N" => 1,
            "C0" => reals(&[1.0; 3]), "C1" => reals(&[0.0; 3]),
        };
        let space = vec!["Separation".into(), "All".into(), alternate, ramp.into()];
        dictionary! { "ColorSpace" => dictionary! { "c0" => Object::Array(space) } }
    });
    assert_eq!(inked(&mut document), Ok(()));
    let space = named(&document, b"ColorSpace", b"c0").as_array().unwrap();
    assert_eq!(space[1].as_name().unwrap(), b"All");
    assert_eq!(space[2].as_name().unwrap(), b"DeviceCMYK");
    let full = numbers(space[3].as_dict().unwrap(), b"C1").unwrap();
    assert_eq!(full, [0.0, 0.0, 0.0, 1.0]);
}

/// A page with a picture of four inks as JPEG.
fn with_image(ink: [u8; 4]) -> Document {
    page("q 100 0 0 100 0 0 cm /x0 Do Q", |document| {
        let pixels = Pixels::new(16, 16, 4, ink.repeat(256)).unwrap();
        let kind = dictionary! {
            "Type" => "XObject", "Subtype" => "Image", "Width" => 16, "Height" => 16,
            "BitsPerComponent" => 8, "ColorSpace" => "DeviceCMYK", "Filter" => "DCTDecode",
        };
        let image = document.add_object(Stream::new(kind, pixels.to_jpeg().unwrap()));
        dictionary! { "XObject" => dictionary! { "x0" => image } }
    })
}

#[test]
fn an_image_in_ink_stays_as_it_is_below_the_limit() {
    let mut document = with_image([200, 100, 50, 20]);
    let before = named(&document, b"XObject", b"x0").as_stream().unwrap().content.clone();
    assert_eq!(inked(&mut document), Ok(()));
    assert!(named(&document, b"XObject", b"x0").as_stream().unwrap().content == before);
}

#[test]
fn an_image_in_ink_is_capped_above_the_limit() {
    let mut document = with_image([250; 4]);
    assert_eq!(inked(&mut document), Ok(()));
    let image = named(&document, b"XObject", b"x0").as_stream().unwrap();
    let pixels = Pixels::from_jpeg(&image.content).unwrap();
    for ink in pixels.data.as_chunks::<4>().0 {
        let sum: u16 = ink.iter().map(|part| u16::from(*part)).sum();
        assert!((740..=765).contains(&sum) && ink[3] >= 248, "{ink:?}");
    }
}

#[test]
fn an_image_that_is_damaged_is_an_error() {
    let mut document = with_image([0; 4]);
    let ids: Vec<ObjectId> = document.objects.keys().copied().collect();
    for id in ids {
        if let Ok(Object::Stream(stream)) = document.get_object_mut(id)
            && stream.dict.has(b"Width")
        {
            stream.content.truncate(20);
        }
    }
    let message = "it contains an image that can't be decoded, which can't be converted";
    assert_eq!(inked(&mut document), Err(message.to_owned()));
}

/// A gradient along a line, converted: its samples, and whether it is still straight.
fn gradient(parts: &[&[f32]; 2], space_parts: i64) -> (Document, Object) {
    let mut document = Document::with_version("1.6");
    let space = light(&mut document, space_parts);
    let function = document.add_object(dictionary! {
        "FunctionType" => 2, "Domain" => reals(&[0.0, 1.0]), "N" => 1,
        "C0" => reals(parts[0]), "C1" => reals(parts[1]),
    });
    let shading = dictionary! { "ShadingType" => 2, "ColorSpace" => space, "Function" => function };
    let profile = OutputProfile::fogra39().unwrap();
    let mut inks = InkConverter::new(&profile, &[PLUM], 300.0);
    let mut converter = PageConverter::new(&document, &mut inks);
    let shading = shading::convert(&mut converter.conversion(), &shading, Role::Printed).unwrap();
    let id = shading.get(b"Function").and_then(Object::as_reference).unwrap();
    let function = converter.new_objects.objects[&id].clone();
    (document, function)
}

#[test]
fn a_gradient_ends_in_the_ink_of_the_theme_and_has_no_step() {
    let plum = PLUM.screen.map(|part| f32::from(part) / 255.0);
    let (_, function) = gradient(&[&plum, &[1.0; 3]], 3);
    let samples: Vec<u16> = function
        .as_stream()
        .unwrap()
        .content
        .as_chunks()
        .0
        .iter()
        .copied()
        .map(u16::from_be_bytes)
        .collect();
    let samples = samples.as_chunks::<4>().0;
    assert_eq!(samples.len(), 33);
    assert_eq!(samples[0].map(|part| part / 257), [204, 242, 51, 51]);
    assert_eq!(samples[32], [0; 4]);
    for pair in samples.windows(2) {
        for part in 0..4 {
            assert!(pair[0][part].abs_diff(pair[1][part]) < 257 * 14, "{pair:?}");
        }
    }
}

#[test]
fn a_gradient_of_greys_is_black_ink_alone() {
    let (_, function) = gradient(&[&[0.0; 3], &[1.0; 3]], 3);
    let content = &function.as_stream().unwrap().content;
    let coloured = content.as_chunks::<8>().0.iter().any(|sample| sample[..6] != [0; 6]);
    assert!(!coloured);
    assert_eq!((&content[6..8], &content[content.len() - 2..]), (&[255, 255][..], &[0, 0][..]));
}

#[test]
fn a_gradient_of_ink_stays_straight_below_the_limit() {
    let (_, function) = gradient(&[&[1.0; 4], &[0.0; 4]], 4);
    let function = function.as_dict().unwrap();
    assert_eq!(numbers(function, b"C0").unwrap(), [0.6666, 0.6666, 0.6666, 1.0]);
    assert_eq!(numbers(function, b"C1").unwrap(), [0.0; 4]);
}

#[test]
fn greys_of_a_device_are_black_ink_as_they_stand() {
    let profile = OutputProfile::fogra39().unwrap();
    let mut inks = InkConverter::new(&profile, &[], 300.0);
    assert_eq!(ColourSpace::Grey(None).to_cmyk(&[0.25], &mut inks), [0.0, 0.0, 0.0, 0.75]);
}

#[test]
fn what_has_no_place_in_the_file_is_found_at_any_depth() {
    let cases: [(&str, Object, &str); 6] = [
        ("A", dictionary! { "B" => vec![Object::from("DeviceRGB")] }.into(), "`DeviceRGB`"),
        ("A", vec![vec!["ICCBased".into(), Object::Null].into()].into(), "`ICCBased`"),
        ("A", dictionary! { "Annots" => Object::Array(vec![]) }.into(), "`Annots`"),
        ("OpenAction", dictionary! {}.into(), "`OpenAction`"),
        (
            "A",
            Stream::new(dictionary! { "BBox" => Object::Array(vec![]) }, vec![]).into(),
            "a drawing whose colours were not converted",
        ),
        (
            "A",
            dictionary! { "CharProcs" => dictionary! { "g" => Object::Reference((2, 0)) } }.into(),
            "a page or a glyph whose colours were not converted",
        ),
    ];
    for (key, object, what) in cases {
        let mut document = page("", |_| dictionary! {});
        assert_eq!(inked(&mut document), Ok(()));
        let id = document.add_object(object);
        document.catalog_mut().unwrap().set(key, id);
        let contents = document.get_dictionary(document.get_pages()[&1]).unwrap();
        let contents = contents.get(b"Contents").and_then(Object::as_reference).unwrap();
        let found =
            verify(&document, &HashSet::from([contents])).map_err(|fault| fault.to_string());
        assert_eq!(found, Err(format!("it still contains {what}")));
    }
}
