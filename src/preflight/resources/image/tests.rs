//! Tells what is read of images of every coding, sound, broken and greedy.

use std::sync::Arc;

use lopdf::{Dictionary, Object, Stream, StringFormat, dictionary};
use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop, prop_oneof, proptest};

use super::{Image, Samples};
use crate::file::{File, LIMITS, Limits};
use crate::resources::colour::Space;
use crate::resources::colour::tests::file;

mod fixtures;

use fixtures::{
    FAX_3, FAX_4, JBIG2, JPEG_CMYK, JPEG_GRAY, JPEG_RGB, WAVELETS_GRAY, WAVELETS_RGB, bytes,
};

fn name(name: &str) -> Object {
    Object::Name(name.as_bytes().to_vec())
}

fn numbers(figures: &[i64]) -> Object {
    Object::Array(figures.iter().map(|figure| Object::Integer(*figure)).collect())
}

/// An image of its own, with some entries changed; `Null` takes one away.
fn image_stream(size: (i64, i64), space: &str, data: &[u8], more: &[(&str, Object)]) -> Stream {
    let mut dictionary = dictionary! {
        "Subtype" => name("Image"),
        "Width" => size.0,
        "Height" => size.1,
        "BitsPerComponent" => 8,
        "ColorSpace" => name(space),
    };
    for (key, value) in more {
        dictionary.set(*key, value.clone());
    }
    Stream::new(dictionary, data.to_vec())
}

fn coded(space: &str, filter: &str, digits: &str) -> Stream {
    image_stream((8, 8), space, &bytes(digits), &[("Filter", name(filter))])
}

fn read(stream: &Stream) -> Image {
    Image::read(&file(), stream, Some(9), &Dictionary::new())
}

fn samples(stream: &Stream) -> Result<Samples, String> {
    read(stream).samples(&file())
}

fn assert_near(found: &[u8], wanted: &[u8]) {
    let near = found.iter().zip(wanted).all(|(one, other)| one.abs_diff(*other) <= 2);
    assert!(found.len() == wanted.len() && near, "{found:?} {wanted:?}");
}

#[test]
fn a_dictionary_is_read() {
    let stream = image_stream(
        (2, 1),
        "DeviceRGB",
        &[0; 6],
        &[
            ("Intent", name("Perceptual")),
            ("Alternates", numbers(&[])),
            ("OPI", Object::Dictionary(Dictionary::new())),
            ("Mask", numbers(&[0, 0, 0, 0, 0, 0])),
        ],
    );
    let image = read(&stream);
    assert_eq!((image.size, image.bits, image.object), ((2, 1), 8, Some(9)));
    assert_eq!(image.space.as_deref(), Some(&Space::Rgb));
    assert!(image.alternates && image.stand_in && !image.stencil);
    assert_eq!(image.faults, Vec::<String>::new());
}

#[test]
fn abbreviations_are_those_of_pictures_in_contents() {
    let dictionary = dictionary! {
        "W" => 2, "H" => 1, "BPC" => 8, "CS" => name("RGB"), "D" => numbers(&[1, 0, 0, 1, 0, 1]),
        "F" => vec![name("AHx"), name("RL")],
    };
    let stream = Stream::new(dictionary, b"05010203040506 80>".to_vec());
    let image = Image::read(&file(), &stream, None, &Dictionary::new());
    assert_eq!(image.faults, Vec::<String>::new());
    assert_eq!(image.filters, ["ASCIIHexDecode", "RunLengthDecode"]);
    let samples = image.samples(&file()).unwrap();
    assert_eq!((samples.width, samples.height, samples.components), (2, 1, 3));
    assert_eq!(samples.bytes, [254, 2, 3, 251, 5, 6]);
    let other = Image::read(&file(), &stream, Some(4), &Dictionary::new());
    assert!(!other.faults.is_empty() && other.filters.is_empty());
}

#[test]
fn faults_are_told() {
    let fault = |more: &[(&str, Object)], wanted: &str| {
        let faults = read(&image_stream((2, 1), "DeviceRGB", &[0; 6], more)).faults;
        assert!(faults.iter().any(|fault| fault.contains(wanted)), "{wanted}: {faults:?}");
    };
    fault(&[("Width", Object::Integer(0))], "no `Width` above 0");
    fault(&[("Height", Object::Integer(-3))], "no `Height` above 0");
    fault(&[("BitsPerComponent", Object::Null)], "no `BitsPerComponent`");
    fault(&[("BitsPerComponent", Object::Integer(7))], "7 bits");
    fault(&[("ImageMask", Object::Boolean(true))], "8 bits a component instead of 1");
    fault(&[("Decode", numbers(&[0, 1]))], "2 figures instead of 6");
    fault(&[("Filter", name("ZipDecode"))], "no filter `ZipDecode`");
    fault(&[("SMask", numbers(&[0]))], "is no picture");
    fault(&[("F", Object::string_literal("other.dat"))], "in another file");
}

#[test]
fn bits_become_bytes() {
    let gray = |bits: i64, width: i64, data: &[u8]| {
        let bits = [("BitsPerComponent", Object::Integer(bits))];
        samples(&image_stream((width, 2), "DeviceGray", data, &bits)).map(|samples| samples.bytes)
    };
    assert_eq!(gray(1, 3, &[0b1010_0000, 0b0110_0000]).unwrap(), [255, 0, 255, 0, 255, 255]);
    assert_eq!(gray(2, 3, &[0b0001_1011, 0b1100_0011]).unwrap(), [0, 85, 170, 255, 0, 0]);
    assert_eq!(gray(4, 1, &[0x80, 0xf0]).unwrap(), [136, 255]);
    assert_eq!(gray(8, 1, &[7, 9]).unwrap(), [7, 9]);
    assert_eq!(gray(16, 1, &[7, 255, 9, 255]).unwrap(), [7, 9]);
    assert_eq!(gray(8, 2, &[7, 9, 1]).unwrap_err(), "its data has 3 bytes of 4");
    assert_eq!(gray(5, 2, &[7; 9]).unwrap_err(), "it has 5 bits a component");
}

#[test]
fn decode_turns_figures_round() {
    let decoded = |space: &str, decode: &[i64], data: &[u8]| {
        let size =
            (i64::try_from(data.len()).unwrap() / if space == "DeviceGray" { 1 } else { 4 }, 1);
        let more = [("Decode", numbers(decode))];
        samples(&image_stream(size, space, data, &more)).unwrap().bytes
    };
    assert_eq!(decoded("DeviceGray", &[1, 0], &[0, 100]), [255, 155]);
    let inverted = decoded("DeviceCMYK", &[1, 0, 1, 0, 1, 0, 1, 0], &[255, 55, 0, 1]);
    assert_eq!(inverted, [0, 200, 255, 254]);
    assert_eq!(decoded("DeviceGray", &[0, 1, 0, 1], &[9]), [9]);
}

#[test]
fn an_index_stays_an_index() {
    let space = Object::Array(vec![
        name("Indexed"),
        name("DeviceGray"),
        Object::Integer(3),
        Object::String(vec![0, 80, 160, 255], StringFormat::Literal),
    ]);
    let bits = ("BitsPerComponent", Object::Integer(2));
    let more = [("ColorSpace", space.clone()), bits.clone()];
    let stream = image_stream((4, 1), "", &[0b0001_1011], &more);
    assert_eq!(samples(&stream).unwrap().bytes, [0, 1, 2, 3]);
    let more = [("ColorSpace", space), bits, ("Decode", numbers(&[3, 0]))];
    let stream = image_stream((4, 1), "", &[0b0001_1011], &more);
    assert_eq!(samples(&stream).unwrap().bytes, [3, 2, 1, 0]);
}

#[test]
fn stencils_and_masks_tell_what_is_painted() {
    let stencil = |decode: &[i64]| {
        let more = [
            ("ImageMask", Object::Boolean(true)),
            ("BitsPerComponent", Object::Integer(1)),
            ("ColorSpace", Object::Null),
            ("Decode", numbers(decode)),
        ];
        image_stream((4, 1), "", &[0b0011_0000], &more)
    };
    let image = read(&stencil(&[0, 1]));
    assert!(image.stencil && image.space.is_none() && image.faults.is_empty(), "{image:?}");
    assert_eq!(image.samples(&file()).unwrap().bytes, [0, 0, 255, 255]);
    assert_eq!(samples(&stencil(&[1, 0])).unwrap().bytes, [255, 255, 0, 0]);

    let mut file = file();
    file.document.objects.insert((70, 0), Object::Stream(stencil(&[0, 1])));
    let soft = image_stream((2, 1), "DeviceGray", &[30, 200], &[]);
    file.document.objects.insert((71, 0), Object::Stream(soft));
    let with = |key: &str, object: u32| {
        let more = [(key, Object::Reference((object, 0)))];
        let stream = image_stream((1, 1), "DeviceGray", &[0], &more);
        Image::read(&file, &stream, Some(9), &Dictionary::new())
    };
    let masked = with("Mask", 70);
    assert!(masked.soft_mask.is_none());
    assert_eq!(masked.opacity(&file).unwrap().unwrap().bytes, [255, 255, 0, 0]);
    let soft = with("SMask", 71);
    assert_eq!(soft.soft_mask.as_ref().unwrap().object, Some(71));
    assert_eq!(soft.opacity(&file).unwrap().unwrap().bytes, [30, 200]);
    assert!(with("SMask", 70).faults.iter().any(|fault| fault.contains("DeviceGray")));
}

#[test]
fn jpeg_is_unpacked() {
    let gray = samples(&coded("DeviceGray", "DCTDecode", JPEG_GRAY)).unwrap();
    assert_near(&gray.bytes[..8], &[0, 32, 64, 96, 128, 160, 192, 224]);
    let colours = samples(&coded("DeviceRGB", "DCTDecode", JPEG_RGB)).unwrap();
    assert_near(&colours.bytes[..3], &[200, 40, 90]);
    assert_near(&colours.bytes[189..], &[20, 160, 240]);
    // Whoever says that it is not transformed gets it as it stands, as MuPDF shows it.
    let mut raw = coded("DeviceRGB", "DCTDecode", JPEG_RGB);
    raw.dict.set("DecodeParms", dictionary! { "ColorTransform" => 0 });
    assert_near(&samples(&raw).unwrap().bytes[..3], &[94, 126, 204]);
}

/// The figures that Ghostscript 10 and MuPDF print of the same files.
#[test]
fn jpeg_of_four_inks_is_not_turned_round() {
    let stream = coded("DeviceCMYK", "DCTDecode", JPEG_CMYK);
    let ends = |stream: &Stream| {
        let bytes = samples(stream).unwrap().bytes;
        [bytes[36..40].to_vec(), bytes[252..].to_vec()].concat()
    };
    assert_near(&ends(&stream), &[54, 214, 165, 245, 236, 96, 15, 175]);
    let mut inverted = stream.clone();
    inverted.dict.set("Decode", numbers(&[1, 0, 1, 0, 1, 0, 1, 0]));
    assert_near(&ends(&inverted), &[201, 41, 90, 10, 19, 159, 240, 80]);

    let marker = stream.content.windows(5).position(|bytes| bytes == b"Adobe").unwrap();
    let mut ycck = stream.clone();
    ycck.content[marker + 11] = 2;
    assert_near(&ends(&ycck), &[149, 255, 49, 245, 177, 0, 76, 175]);

    let mut plain = stream;
    plain.content.drain(marker - 4..marker + 12);
    assert_near(&ends(&plain), &[54, 214, 165, 245, 236, 96, 15, 175]);
    plain.dict.set("DecodeParms", dictionary! { "ColorTransform" => 1 });
    assert_near(&ends(&plain), &[149, 255, 49, 245, 177, 0, 76, 175]);
}

#[test]
fn jpeg_that_is_cut_or_of_another_size_is_damaged() {
    let mut cut = coded("DeviceRGB", "DCTDecode", JPEG_RGB);
    cut.content.truncate(cut.content.len() - 20);
    assert_eq!(samples(&cut).unwrap_err(), "its JPEG is cut: it lacks the mark of its end");
    let mut other = coded("DeviceRGB", "DCTDecode", JPEG_RGB);
    other.dict.set("Width", 9);
    assert_eq!(samples(&other).unwrap_err(), "its JPEG is 8 x 8 samples instead of 9 x 8");
    let gray = coded("DeviceRGB", "DCTDecode", JPEG_GRAY);
    assert_eq!(samples(&gray).unwrap_err(), "its data has 1 components, its colour space 3");
    let none = image_stream((8, 8), "DeviceRGB", b"nothing", &[("Filter", name("DCTDecode"))]);
    assert_eq!(samples(&none).unwrap_err(), "its data is no JPEG");
}

#[test]
fn filters_before_that_of_a_picture_are_undone() {
    let mut packed = Stream::new(Dictionary::new(), bytes(JPEG_GRAY));
    packed.compress().unwrap();
    // What is packed already may not get smaller.
    let filters = match packed.dict.has(b"Filter") {
        true => vec![name("FlateDecode"), name("DCTDecode")],
        false => vec![name("DCTDecode")],
    };
    let more = [("Filter", Object::Array(filters))];
    let stream = image_stream((8, 8), "DeviceGray", &packed.content, &more);
    assert_near(&samples(&stream).unwrap().bytes[..2], &[0, 32]);
    let more = [("Filter", Object::Array(vec![name("DCTDecode"), name("ASCIIHexDecode")]))];
    let wrong = image_stream((8, 8), "DeviceGray", &bytes(JPEG_GRAY), &more);
    assert_eq!(samples(&wrong).unwrap_err(), "filters follow `DCTDecode`");
}

#[test]
fn predictors_are_undone_through_references() {
    let mut file = file();
    let predictor = dictionary! { "Predictor" => 15, "Columns" => Object::Reference((81, 0)) };
    file.document.objects.insert((80, 0), Object::Dictionary(predictor));
    file.document.objects.insert((81, 0), Object::Integer(3));
    let mut stream = Stream::new(Dictionary::new(), [vec![1, 5, 5, 5], vec![2, 1, 1, 1]].concat());
    stream.content.extend([2, 0, 0, 0].repeat(98));
    stream.compress().unwrap();
    let more = [("Filter", name("FlateDecode")), ("DecodeParms", Object::Reference((80, 0)))];
    let stream = image_stream((3, 100), "DeviceGray", &stream.content, &more);
    let samples = read(&stream).samples(&file).unwrap();
    assert_eq!(samples.bytes[..6], [5, 10, 15, 6, 11, 16]);
    assert_eq!(samples.bytes[297..], [6, 11, 16]);
}

#[test]
fn wavelets_are_unpacked() {
    let mut gray = coded("DeviceGray", "JPXDecode", WAVELETS_GRAY);
    let columns = [0, 32, 64, 96, 128, 160, 192, 224];
    assert_eq!(samples(&gray).unwrap().bytes[..8], columns);
    // Decode does not hold for it, nor is a colour space needed.
    gray.dict.set("Decode", numbers(&[1, 0]));
    gray.dict.remove(b"ColorSpace");
    let own = samples(&gray).unwrap();
    assert_eq!((&own.bytes[..8], own.space), (&columns[..], Some(Arc::new(Space::Gray))));
    let colours = samples(&coded("DeviceRGB", "JPXDecode", WAVELETS_RGB)).unwrap();
    assert_near(&colours.bytes[9..15], &[200, 40, 90, 20, 160, 240]);
    assert_eq!(colours.space, None);
    assert!(samples(&coded("DeviceCMYK", "JPXDecode", WAVELETS_RGB)).is_err());
    let mut other = coded("DeviceRGB", "JPXDecode", WAVELETS_RGB);
    other.dict.set("Height", 4);
    assert_eq!(samples(&other).unwrap_err(), "its JPEG 2000 is 8 x 8 samples instead of 8 x 4");
}

fn lines(filter: &str, digits: &str, parameters: Dictionary) -> Result<Vec<String>, String> {
    let more = [("Filter", name(filter)), ("DecodeParms", Object::Dictionary(parameters))];
    let mut stream = image_stream((20, 6), "DeviceGray", &bytes(digits), &more);
    stream.dict.remove(b"BitsPerComponent");
    let line = |line: &[u8]| line.iter().map(|byte| if *byte == 0 { '#' } else { '.' }).collect();
    Ok(samples(&stream)?.bytes.chunks(20).map(line).collect())
}

const TWO_LINES: [&str; 6] = [
    "####################",
    "###......###########",
    "####################",
    "#######......#######",
    "####################",
    "####################",
];

#[test]
fn faxes_are_unpacked() {
    let four = dictionary! { "K" => -1, "Columns" => 20, "Rows" => 6 };
    assert_eq!(lines("CCITTFaxDecode", FAX_4, four.clone()).unwrap(), TWO_LINES);
    let three = dictionary! { "Columns" => 20, "EndOfLine" => true };
    assert_eq!(lines("CCITTFaxDecode", FAX_3, three).unwrap(), TWO_LINES);
    let mut inverted = four.clone();
    inverted.set("BlackIs1", true);
    assert_eq!(lines("CCITTFaxDecode", FAX_4, inverted).unwrap()[1], "...######...........");
    let wide = dictionary! { "K" => -1 };
    let reason = lines("CCITTFaxDecode", FAX_4, wide).unwrap_err();
    assert_eq!(reason, "its lines have 1728 columns instead of 20");
    let reason = lines("CCITTFaxDecode", &FAX_4[..8], four).unwrap_err();
    assert!(reason.starts_with("its fax has "), "{reason}");
}

#[test]
fn jbig2_is_unpacked() {
    assert_eq!(lines("JBIG2Decode", JBIG2, Dictionary::new()).unwrap(), TWO_LINES);
    let reason = lines("JBIG2Decode", &JBIG2[..120], Dictionary::new()).unwrap_err();
    assert!(reason.starts_with("its JBIG2 is cut"), "{reason}");
    // A region as great as can be on a small page.
    let mut huge = bytes(JBIG2);
    let region = huge.windows(4).rposition(|bytes| bytes == [0, 0, 0, 20]).unwrap();
    huge[region..region + 8].copy_from_slice(&[0, 0, 255, 255, 0, 0, 255, 255]);
    let digits: String = huge.iter().map(|byte| format!("{byte:02x}")).collect();
    let reason = lines("JBIG2Decode", &digits, Dictionary::new()).unwrap_err();
    assert_eq!(reason, "its JBIG2 paints more than it shows");
}

#[test]
fn pictures_that_are_too_great_take_no_memory() {
    let great =
        |size, more: &[(&str, Object)]| samples(&image_stream(size, "DeviceRGB", &[0; 9], more));
    let reason = great((4_000_000_000, 4_000_000_000), &[]).unwrap_err();
    assert!(reason.contains("more than 256 MB"), "{reason}");
    assert_eq!(great((9000, 9000), &[]).unwrap_err(), "its data has 9 bytes of 243000000");
    assert_eq!(great((i64::MAX, 1), &[]).unwrap_err(), "it has no size");

    let mut document = lopdf::Document::with_version("1.7");
    let catalogue = document.add_object(dictionary! { "Type" => "Catalog" });
    document.trailer.set("Root", Object::Reference(catalogue));
    let mut saved = Vec::new();
    document.save_to(&mut saved).unwrap();
    let poor = File::open(&saved, Limits { unpacked: 1000, ..LIMITS }).unwrap();
    let image = read(&image_stream((20, 20), "DeviceRGB", &[0; 1200], &[]));
    assert_eq!(image.samples(&poor).unwrap_err(), "the file asks for more work than it may");
}

fn value() -> impl Strategy<Value = Object> {
    let names = prop::sample::select(vec![
        "DeviceGray",
        "DeviceRGB",
        "DeviceCMYK",
        "Pattern",
        "FlateDecode",
        "DCTDecode",
        "JPXDecode",
        "LZWDecode",
        "CCITTFaxDecode",
        "JBIG2Decode",
        "RunLengthDecode",
        "ASCII85Decode",
        "Crypt",
        "Fl",
    ]);
    prop_oneof![
        3 => (-2_i64..40).prop_map(Object::Integer),
        1 => any::<i64>().prop_map(Object::Integer),
        3 => names.clone().prop_map(name),
        1 => prop::collection::vec(names.prop_map(name), 0..3).prop_map(Object::Array),
        1 => prop::collection::vec(any::<f32>().prop_map(Object::Real), 0..9).prop_map(Object::Array),
        1 => any::<bool>().prop_map(Object::Boolean),
        1 => (-2_i64..30).prop_map(|k| Object::Dictionary(dictionary! {
            "K" => k, "Columns" => 8, "Predictor" => k, "Colors" => k, "ColorTransform" => k,
        })),
        1 => Just(Object::Reference((1, 0))),
        1 => Just(Object::Null),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn any_picture_is_read(
        kind in 0_usize..9,
        more in prop::collection::vec((prop::sample::select(vec![
            "Width", "Height", "BitsPerComponent", "ColorSpace", "Filter", "DecodeParms", "Decode", "ImageMask",
            "Mask", "SMask", "SMaskInData", "F",
        ]), value()), 0..3),
        cuts in prop::collection::vec((any::<u16>(), any::<u8>()), 0..6),
        cut in any::<u16>(),
    ) {
        let mut stream = match kind {
            0 => coded("DeviceGray", "DCTDecode", JPEG_GRAY),
            1 => coded("DeviceRGB", "DCTDecode", JPEG_RGB),
            2 => coded("DeviceCMYK", "DCTDecode", JPEG_CMYK),
            3 => coded("DeviceGray", "JPXDecode", WAVELETS_GRAY),
            4 => coded("DeviceRGB", "JPXDecode", WAVELETS_RGB),
            5 => image_stream((20, 6), "DeviceGray", &bytes(FAX_4), &[
                ("Filter", name("CCITTFaxDecode")),
                ("DecodeParms", Object::Dictionary(dictionary! { "K" => -1, "Columns" => 20 })),
            ]),
            6 => image_stream((20, 6), "DeviceGray", &bytes(FAX_3), &[
                ("Filter", name("CCITTFaxDecode")),
                ("DecodeParms", Object::Dictionary(dictionary! { "K" => 4, "Columns" => 20 })),
            ]),
            7 => image_stream((20, 6), "DeviceGray", &bytes(JBIG2), &[("Filter", name("JBIG2Decode"))]),
            _ => image_stream((8, 2), "DeviceRGB", &[7; 48], &[]),
        };
        for (key, value) in more {
            stream.dict.set(key, value);
        }
        for (place, byte) in cuts {
            let place = usize::from(place) % stream.content.len();
            stream.content[place] = byte;
        }
        if cut < 20_000 {
            stream.content.truncate(usize::from(cut) % stream.content.len());
        }
        let file = file();
        let image = Image::read(&file, &stream, (cut % 2 == 0).then_some(9), &Dictionary::new());
        if let Ok(samples) = image.samples(&file) {
            assert_eq!(samples.bytes.len(), samples.width * samples.height * samples.components);
        }
        let _ = image.opacity(&file);
    }
}

#[test]
fn colours_that_are_left_out_are_not_opaque() {
    let opaque = |stream: &Stream| {
        let opacity = read(stream).opacity(&file());
        opacity.map(|opacity| opacity.map(|samples| (samples.components, samples.bytes)))
    };
    let mask = |figures: &[i64]| ("Mask", numbers(figures));
    let data = [200, 10, 0, 199, 10, 0, 200, 12, 0];
    let three = image_stream((3, 1), "DeviceRGB", &data, &[mask(&[200, 255, 0, 11, 0, 0])]);
    assert_eq!(opaque(&three), Some(Ok((1, vec![0, 255, 255]))));
    // Figures are those of the data, of as many bits, and `Decode` does not change them.
    let turned = ("Decode", numbers(&[1, 0]));
    let bits = ("BitsPerComponent", Object::Integer(2));
    let four = image_stream((4, 1), "DeviceGray", &[0b0001_1011], &[mask(&[1, 2]), turned, bits]);
    assert_eq!(opaque(&four), Some(Ok((1, vec![255, 0, 0, 255]))));
    let short = image_stream((1, 1), "DeviceRGB", &[0; 3], &[mask(&[0, 1])]);
    assert_eq!(opaque(&short), Some(Err("it has 1 ranges of colours instead of 3".to_owned())));
}
