//! Pictures of all kinds, sound, odd and damaged.

use std::io::Write as _;

use feuillet_colour::{OutputProfile, PictureProfile, picture_profile};
use flate2::Compression;
use flate2::write::GzEncoder;
use image::codecs::jpeg::JpegDecoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder as _, ImageFormat, Rgb, RgbImage};
use jpeg_encoder::ColorType;
use proptest::prelude::*;

mod drawing;

use super::jpeg::{Jpeg, head};
use super::{Picture, PictureKind, read};
use crate::diagnostic::Diagnostic;

/// Reads a picture, with what was warned of.
fn read_with_warnings(name: &str, bytes: &[u8]) -> (Result<Picture, Diagnostic>, Vec<String>) {
    let press = OutputProfile::fogra39().unwrap();
    let mut warnings = Vec::new();
    let found = read("images", name, bytes, &press, &mut warnings);
    (found, warnings.into_iter().map(|warning| warning.message).collect())
}

#[track_caller]
fn sound(name: &str, bytes: &[u8]) -> Picture {
    let (found, warnings) = read_with_warnings(name, bytes);
    assert_eq!(warnings, [""; 0]);
    found.unwrap()
}

/// Why a picture is refused, and at what in its text.
#[track_caller]
fn refused(name: &str, bytes: &[u8]) -> (String, String) {
    let fault = read_with_warnings(name, bytes).0.unwrap_err();
    assert!(!fault.hints.is_empty(), "{}", fault.message);
    let place = fault.span.map(|span| span.file.text[span.range.clone()].to_owned());
    (fault.message, place.unwrap_or_default())
}

/// A wide picture: its left half red, the other blue.
fn two_halves() -> RgbImage {
    RgbImage::from_fn(64, 32, |x, _| if x < 32 { Rgb([200, 20, 20]) } else { Rgb([20, 20, 200]) })
}

fn coded(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn png() -> Vec<u8> {
    coded(&two_halves().into(), ImageFormat::Png)
}

fn jpeg(data: &[u8], kind: ColorType) -> Vec<u8> {
    let mut bytes = Vec::new();
    let encoder = jpeg_encoder::Encoder::new(&mut bytes, 95);
    encoder.encode(data, 64, 32, kind).unwrap();
    bytes
}

fn photo() -> Vec<u8> {
    jpeg(two_halves().as_raw(), ColorType::Rgb)
}

/// The file with segments behind its start.
fn with_head(bytes: &[u8], segments: &[u8]) -> Vec<u8> {
    [&bytes[..2], segments, &bytes[2..]].concat()
}

/// The colour in the middle of one of the two halves of a picture.
fn middle(bytes: &[u8], right: bool) -> [u8; 3] {
    let image = image::load_from_memory(bytes).unwrap().to_rgb8();
    image.get_pixel(if right { 48 } else { 16 }, 16).0
}

fn near(one: [u8; 3], other: [u8; 3], by: u8) -> bool {
    one.iter().zip(other).all(|(one, other)| one.abs_diff(other) <= by)
}

/// The profile sRGB with this version.
fn srgb(version: [u8; 2]) -> Vec<u8> {
    let mut icc = lcms2::Profile::new_srgb().icc().unwrap();
    icc[8..10].copy_from_slice(&version);
    icc
}

#[test]
fn a_picture_is_what_its_bytes_say() {
    let found = sound("photo.jpg", &png());
    assert_eq!(
        (found.kind, found.file_name("photo.jpg").as_str()),
        (PictureKind::Png, "photo.jpg.png")
    );
    let found = sound("drawing.PNG", &photo());
    assert_eq!(found.file_name("drawing.PNG"), "drawing.PNG.jpg");
    assert_eq!(sound("photo", &photo()).file_name("photo"), "photo.jpg");
    assert_eq!(sound("photo.JPEG", &photo()).file_name("photo.JPEG"), "photo.JPEG");
    let gif = sound("old.gif", &coded(&two_halves().into(), ImageFormat::Gif));
    assert_eq!((gif.kind, gif.file_name("old.gif").as_str()), (PictureKind::Png, "old.gif.png"));
    assert!(near(middle(&gif.bytes, true), [20, 20, 200], 4));
    let webp = sound("new.webp", &coded(&two_halves().into(), ImageFormat::WebP));
    assert!(near(middle(&webp.bytes, false), [200, 20, 20], 0));
}

#[test]
fn formats_that_are_not_read_are_named() {
    let cases: [(&[u8], &str); 10] = [
        (b"II*\0....", "`x` is a TIFF picture, which is not read"),
        (b"MM\0*....", "`x` is a TIFF picture, which is not read"),
        (b"\0\0\0\x18ftypheic....", "`x` is a HEIC picture, which is not read"),
        (b"\0\0\0\x18ftypmif1....", "`x` is a HEIC picture, which is not read"),
        (b"\0\0\0\x18ftypavif....", "`x` is an AVIF picture, which is not read"),
        (b"%PDF-1.7", "`x` is a PDF, which is not read"),
        (b"8BPS\0\x01", "`x` is a Photoshop document, which is not read"),
        (b"BM......", "`x` is a BMP picture, which is not read"),
        (b"Some words", "`x` is not a picture"),
        (b"", "`x` is empty"),
    ];
    for (bytes, message) in cases {
        assert_eq!(refused("x", bytes).0, message);
    }
}

#[test]
fn what_a_camera_writes_beside_a_photograph_stays_out_but_how_it_was_held() {
    let exif = |orientation| {
        let mut exif = head(None, orientation);
        exif.extend(b"\xFF\xE1\0\x20http://ns.adobe.com/xap/1.0/\0GPS"[..34].iter());
        exif.extend(b"\xFF\xFE\0\x0DRue Secrete");
        exif
    };
    for orientation in 1..=8 {
        let bytes = with_head(&photo(), &exif(orientation));
        let bytes = [&bytes[..], b"a second picture"].concat();
        let found = sound("photo.jpg", &bytes).bytes;
        for secret in [&b"Secrete"[..], b"GPS", b"second"] {
            assert!(!found.windows(secret.len()).any(|window| window == secret));
        }
        let own = JpegDecoder::new(std::io::Cursor::new(&found)).unwrap().orientation().unwrap();
        assert_eq!(own.to_exif(), orientation);
        assert!(near(middle(&found, true), [20, 20, 200], 12));
    }
}

#[test]
fn inks_are_kept_for_the_press_and_shown_on_the_screen_whoever_wrote_them() {
    // Half magenta and yellow, half black alone.
    let inks: Vec<u8> = (0..64 * 32)
        .flat_map(|at| if at % 64 < 32 { [0, 230, 230, 0] } else { [0, 0, 0, 230] })
        .collect();
    for kind in [ColorType::Cmyk, ColorType::CmykAsYcck] {
        let adobe = jpeg(&inks, kind);
        let found = sound("photo.jpg", &adobe);
        let press = found.press.as_ref().unwrap();
        assert!(Jpeg::read("", press).unwrap().is_adobe());
        let (left, right) = (middle(&found.bytes, false), middle(&found.bytes, true));
        assert!(left[0] > 190 && left[1] < 90 && left[2] < 80, "{left:?}");
        assert!(right.iter().all(|part| *part < 110), "{right:?}");
        // The same without the marker of Adobe, and then not inverted either.
        if kind == ColorType::Cmyk {
            let inverted: Vec<u8> = inks.iter().map(|ink| 255 - ink).collect();
            let plain = without_adobe(&jpeg(&inverted, kind));
            assert!(!Jpeg::read("", &plain).unwrap().is_adobe());
            let other = sound("photo.jpg", &plain);
            assert!(
                near(middle(&other.bytes, false), left, 6),
                "{:?}",
                middle(&other.bytes, false)
            );
            assert!(near(middle(&other.bytes, true), right, 6));
            assert!(Jpeg::read("", other.press.as_ref().unwrap()).unwrap().is_adobe());
        }
    }
}

/// The file without the segment in which Adobe's programs say how they code colours.
fn without_adobe(bytes: &[u8]) -> Vec<u8> {
    let at = bytes.windows(7).position(|window| window == b"\0\x0EAdobe").unwrap() - 2;
    [&bytes[..at], &bytes[at + 16..]].concat()
}

#[test]
fn a_turned_photograph_in_ink_is_turned_for_the_screen_and_for_the_press() {
    let bytes = with_head(&jpeg(&[90; 64 * 32 * 4], ColorType::Cmyk), &head(None, 6));
    let found = sound("photo.jpg", &bytes);
    let shown = image::load_from_memory(&found.bytes).unwrap();
    assert_eq!((shown.width(), shown.height()), (32, 64));
    let press = found.press.unwrap();
    let own = JpegDecoder::new(std::io::Cursor::new(&press)).unwrap().orientation().unwrap();
    assert_eq!(own, Orientation::Rotate90);
}

#[test]
fn profiles_are_kept_in_a_version_that_a_pdf_takes() {
    for version in [[2, 0x40], [4, 0x40], [4, 0x20]] {
        let icc = srgb(version);
        let photo = sound("photo.jpg", &with_head(&photo(), &head(Some(&icc), 1)));
        let own = Jpeg::read("", &photo.bytes).unwrap().profile().unwrap();
        let PictureProfile::Sound(kept) = picture_profile(&own, 3) else { panic!() };
        assert_eq!(*kept, *own, "{version:?}");
        assert_eq!(own[100..], icc[100..]);
    }
    let damaged = &srgb([2, 0x10])[..300];
    let (found, warnings) =
        read_with_warnings("photo.jpg", &with_head(&photo(), &head(Some(damaged), 1)));
    let message = "the colour profile of `photo.jpg` can't be used: its colours are taken for sRGB";
    assert_eq!(warnings, [message]);
    assert_eq!(Jpeg::read("", &found.unwrap().bytes).unwrap().profile(), None);
    // The profile of another kind of picture says nothing of this one.
    let grey = jpeg(&[90; 64 * 32], ColorType::Luma);
    let found = sound("grey.jpg", &with_head(&grey, &head(Some(&srgb([2, 0x10])), 1)));
    assert_eq!(Jpeg::read("", &found.bytes).unwrap().profile(), None);
}

#[test]
fn deep_and_odd_pixels_become_plain_ones() {
    let deep = DynamicImage::from(two_halves()).into_rgb16();
    let found = sound("deep.png", &coded(&deep.into(), ImageFormat::Png));
    let image = image::load_from_memory(&found.bytes).unwrap();
    assert_eq!(image.color(), image::ColorType::Rgb8);
    assert!(near(middle(&found.bytes, true), [20, 20, 200], 0));
    for name in ["indexed", "interlaced", "grey-alpha", "one-bit"] {
        let path = format!("{}/tests/fixtures/pictures/{name}.png", env!("CARGO_MANIFEST_DIR"));
        let bytes = std::fs::read(path).unwrap();
        assert_eq!(sound("x.png", &bytes).bytes, bytes, "{name}");
    }
}

#[test]
fn a_file_that_ends_too_early_is_told() {
    let message = "`x` ends too early: a part of the picture is missing";
    let formats = [ImageFormat::Png, ImageFormat::WebP, ImageFormat::Gif];
    let mut files: Vec<Vec<u8>> =
        formats.iter().map(|format| coded(&two_halves().into(), *format)).collect();
    files.push(photo());
    files.push(jpeg(&[90; 64 * 32 * 4], ColorType::Cmyk));
    for bytes in files {
        for part in [bytes.len() / 2, bytes.len() * 3 / 4] {
            assert_eq!(refused("x", &bytes[..part]).0, message, "{part} of {}", bytes.len());
        }
    }
    let photo = photo();
    assert_eq!(refused("x", &photo[..photo.len() - 2]).0, message);
}

#[test]
fn too_many_pixels_and_none_are_told_before_they_are_decoded() {
    let header = |width: u32, height: u32| {
        let mut bytes = png();
        bytes[16..20].copy_from_slice(&width.to_be_bytes());
        bytes[20..24].copy_from_slice(&height.to_be_bytes());
        let mut crc = flate2::Crc::new();
        crc.update(&bytes[12..29]);
        bytes[29..33].copy_from_slice(&crc.sum().to_be_bytes());
        bytes
    };
    let fault = read_with_warnings("map.png", &header(30_000, 20_000)).0.unwrap_err();
    let message = "`map.png` is 30000 × 20000 pixels large: at most 60 million pixels are read";
    assert_eq!(fault.message, message);
    let hint = "save it with 9486 × 6324 pixels or fewer; a full page of A4 needs 2480 × 3508";
    assert_eq!(fault.hints, [hint]);
    let huge = refused("map.png", &header(2_000_000_000, 2_000_000_000)).0;
    assert!(huge.contains("at most 60 million"), "{huge}");
    let mut bytes = photo();
    let frame = bytes.windows(2).position(|window| window == b"\xFF\xC0").unwrap();
    bytes[frame + 5..frame + 9].copy_from_slice(&[0xFF; 4]);
    assert!(refused("map.jpg", &bytes).0.contains("65535 × 65535"));
    bytes[frame + 5..frame + 7].copy_from_slice(&[0; 2]);
    let message = "`map.jpg` has no pixels: it is 65535 wide and 0 high";
    assert_eq!(refused("map.jpg", &bytes).0, message);
}

#[test]
fn moving_pictures_are_refused() {
    let mut gif = Vec::new();
    let mut encoder = image::codecs::gif::GifEncoder::new(&mut gif);
    let frame = || image::Frame::new(DynamicImage::from(two_halves()).into_rgba8());
    encoder.encode_frames([frame(), frame()]).unwrap();
    drop(encoder);
    let message = "`x` is animated: a page stands still";
    assert_eq!(refused("x", &gif).0, message);
    let png = png();
    let chunk = b"\0\0\0\x08acTL\0\0\0\x02\0\0\0\0\xF3\x8D\x93\x70";
    assert_eq!(refused("x", &[&png[..33], chunk, &png[33..]].concat()).0, message);
}

/// A drawing with this in it.
fn svg(inner: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 9 9\">\n{inner}\n</svg>"
    )
}

#[test]
fn a_drawing_asks_for_nothing_that_is_not_in_it() {
    let cases = [
        ("<image href=\"photo.png\"/>", "`photo.png`", "photo.png"),
        (
            "<image xlink:href=\"file:///etc/passwd\"/>",
            "`file:///etc/passwd`",
            "file:///etc/passwd",
        ),
        ("<image href=\"//host/x.png\"/>", "`//host/x.png`", "//host/x.png"),
        ("<use href=\"other.svg#a\"/>", "`other.svg#a`", "other.svg#a"),
        ("<rect fill=\"url(http://host/a#b)\"/>", "`http://host/a#b`", "url(http://host/a#b)"),
        ("<rect style=\"fill: url('a.svg#b')\"/>", "`a.svg#b`", "fill: url('a.svg#b')"),
        ("<style>@import \"x.css\"; a {}</style>", "`@import \"x.css\"`", "@import \"x.css\""),
        ("<style>a { fill: url(x.svg#a) }</style>", "`x.svg#a`", "x.svg#a"),
        (
            "<filter id=\"f\"><feImage href=\"http://h/a.png\"/></filter>",
            "`http://h/a.png`",
            "http://h/a.png",
        ),
        ("<use href=\"data:image/svg+xml,a\"/>", "`data:image/svg+xml,a`", "data:image/svg+xml,a"),
    ];
    for (inner, what, place) in cases {
        let message = format!("`x.svg` asks for another file, {what}, which is not read");
        assert_eq!(refused("x.svg", svg(inner).as_bytes()), (message, place.to_owned()));
    }
    let sheet = format!("<?xml-stylesheet href=\"x.css\"?>\n{}", svg(""));
    let message = "`x.svg` asks for another file, a style sheet, which is not read";
    assert_eq!(refused("x.svg", sheet.as_bytes()).0, message);
    // Inside, and where nothing is fetched.
    let own = "<style>a { fill: url(#g); src: url(data:font/ttf,x) }</style>\
               <a href=\"https://example.org\"><use href=\"#g\"/></a>";
    sound("x.svg", svg(own).as_bytes());
}

#[test]
fn entities_are_read_within_bounds_and_never_from_outside() {
    let with = |subset: &str, inner: &str| {
        format!(
            "<?xml version=\"1.0\"?>\n<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/x.dtd\" [\n{subset}\n]>\n{}",
            svg(inner)
        )
    };
    let adobe = with(
        "<!ENTITY ns_svg \"http://www.w3.org/2000/svg\">\n<!-- a ' comment -->",
        "<g data-x=\"&ns_svg;\"/>&amp;",
    );
    sound("x.svg", adobe.as_bytes());
    let secret = with("<!ENTITY x SYSTEM \"file:///etc/passwd\">", "<text>&x;</text>");
    let message = "`x.svg` asks for another file, `file:///etc/passwd`, which is not read";
    assert_eq!(refused("x.svg", secret.as_bytes()), (message.to_owned(), "&x;".to_owned()));
    let public = with("<!ENTITY x PUBLIC \"-//a\" \"http://host/x\">", "<text>&x;</text>");
    assert!(refused("x.svg", public.as_bytes()).0.contains("`http://host/x`"));
    let unused = with("<!ENTITY x SYSTEM \"file:///etc/passwd\">", "<g/>");
    sound("x.svg", unused.as_bytes());
    let mut laughs = String::from("<!ENTITY a \"lol lol lol lol\">");
    for (one, next) in "abcdefghij".chars().zip("bcdefghijk".chars()) {
        laughs.push_str(&format!("\n<!ENTITY {next} \"{}\">", format!("&{one};").repeat(10)));
    }
    let bomb = refused("x.svg", with(&laughs, "<text>&k;</text>").as_bytes());
    assert_eq!(bomb.0, "the entities of `x.svg` come to more than 1 MB of text");
    assert!(bomb.1.starts_with("<!ENTITY k "), "{}", bomb.1);
    let many = with(
        &format!("<!ENTITY a \"{}\">", "x".repeat(2000)),
        &format!("<text>{}</text>", "&a;".repeat(600)),
    );
    assert_eq!(refused("x.svg", many.as_bytes()).0, bomb.0);
    let loops = with("<!ENTITY a \"&b;\"><!ENTITY b \"&a;\">", "<text>&a;</text>");
    assert_eq!(refused("x.svg", loops.as_bytes()).0, "the entity `a` of `x.svg` holds itself");
}

#[test]
fn copies_of_copies_are_bounded() {
    let mut inner = String::from("<g id=\"a\"><rect width=\"1\" height=\"1\"/></g>");
    for (one, next) in "abcdefghij".chars().zip("bcdefghijk".chars()) {
        inner.push_str(&format!(
            "<g id=\"{next}\">{}</g>",
            format!("<use href=\"#{one}\"/>").repeat(10)
        ));
    }
    let message = "`x.svg` draws too much: it comes to over a million shapes";
    assert_eq!(refused("x.svg", svg(&inner).as_bytes()).0, message);
}

#[test]
fn what_moves_or_is_a_web_page_is_told_at_its_place() {
    let page = "<switch><foreignObject width=\"9\"><p>x</p></foreignObject><text>x</text></switch>";
    let message = "`x.svg` holds a piece of a web page (`foreignObject`), which can't be shown";
    let place = "<foreignObject width=\"9\">";
    assert_eq!(refused("x.svg", svg(page).as_bytes()), (message.to_owned(), place.to_owned()));
    let data = format!("data:image/png;base64,{}", base64_of(&png()));
    let pictured = page.replace("<text>x</text>", &format!("<image href=\"{data}\"/>"));
    let found = sound("x.svg", svg(&format!("<!-- <foreignObject> -->{pictured}")).as_bytes());
    assert!(!String::from_utf8(found.bytes).unwrap().contains("<foreignObject"));
    let moving = svg(
        "<rect width=\"1\" height=\"1\"><animate attributeName=\"x\"/></rect><script>x</script>",
    );
    let (found, warnings) = read_with_warnings("x.svg", moving.as_bytes());
    found.unwrap();
    let expected =
        ["`x.svg` moves: a page stands still", "`x.svg` runs a script, which a page does not"];
    assert_eq!(warnings, expected);
}

fn base64_of(bytes: &[u8]) -> String {
    use base64::Engine as _;
    base64::engine::general_purpose::STANDARD.encode(bytes)
}

#[test]
fn pictures_in_drawings_are_read_like_others() {
    let drawing = |bytes: &[u8], kind: &str| {
        svg(&format!(
            "<image width=\"9\" height=\"9\" href=\"data:image/{kind};base64,{}\"/>",
            base64_of(bytes)
        ))
    };
    let plain = drawing(&png(), "png");
    assert_eq!(sound("x.svg", plain.as_bytes()).bytes, plain.as_bytes());
    let ink = jpeg(&[90; 64 * 32 * 4], ColorType::Cmyk);
    let turned = with_head(&photo(), &head(None, 6));
    let misnamed = drawing(&png(), "jpeg");
    for text in [drawing(&ink, "jpeg"), drawing(&turned, "jpeg"), misnamed] {
        let found = String::from_utf8(sound("x.svg", text.as_bytes()).bytes).unwrap();
        let data = found.split("base64,").nth(1).unwrap().split('"').next().unwrap();
        use base64::Engine as _;
        let bytes = base64::engine::general_purpose::STANDARD.decode(data).unwrap();
        let kind = if bytes.starts_with(b"\x89PNG") { "image/png;" } else { "image/jpeg;" };
        assert!(found.contains(kind));
        if kind == "image/jpeg;" {
            let file = Jpeg::read("", &bytes).unwrap();
            assert_eq!(file.components, 3);
        }
        if text == drawing(&turned, "jpeg") {
            let shown = image::load_from_memory(&bytes).unwrap();
            assert_eq!((shown.width(), shown.height()), (32, 64));
        }
    }
    let cut = drawing(&png()[..60], "png");
    let message = "`x.svg, picture inside` ends too early: a part of the picture is missing";
    assert_eq!(refused("x.svg", cut.as_bytes()).0, message);
}

#[test]
fn drawings_come_packed_and_in_several_encodings() {
    let text = svg("<rect width=\"4\" height=\"4\"/>");
    let mut packed = GzEncoder::new(Vec::new(), Compression::default());
    packed.write_all(text.as_bytes()).unwrap();
    let packed = packed.finish().unwrap();
    let found = sound("x.svgz", &packed);
    assert_eq!(
        (found.file_name("x.svgz").as_str(), found.bytes.as_slice()),
        ("x.svgz.svg", text.as_bytes())
    );
    assert_eq!(refused("x.svgz", &packed[..40]).0, "`x.svgz` is damaged: it can't be unpacked");
    let wide: Vec<u8> =
        "\u{FEFF}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    assert_eq!(sound("x.svg", &wide).bytes, text.as_bytes());
    assert_eq!(sound("x.svg", format!("\u{FEFF}{text}").as_bytes()).bytes, text.as_bytes());
    let latin =
        [b"<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><svg>\xE9</svg>".as_slice()].concat();
    assert_eq!(refused("x.svg", &latin).0, "`x.svg` is not in UTF-8");
    let bare = "<svg viewBox=\"0 0 1 1\"/>";
    assert_eq!(refused("x.svg", bare.as_bytes()).0, "`x.svg` does not say that it is SVG");
    let page = "<html xmlns=\"http://www.w3.org/1999/xhtml\"/>";
    assert_eq!(
        refused("x.svg", page.as_bytes()).0,
        "`x.svg` is not an SVG picture: it begins with `html`"
    );
    let empty = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"0\" height=\"4\"/>";
    assert_eq!(refused("x.svg", empty.as_bytes()).0, "`x.svg` has no size");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever stands in a file, it is read or refused.
    #[test]
    fn no_file_is_too_odd(
        seed in 0_usize..4,
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6),
        kept in any::<prop::sample::Index>(),
        is_cut in any::<bool>(),
    ) {
        let own = "<!DOCTYPE svg [<!ENTITY a \"x\">]>";
        let mut bytes = match seed {
            0 => png(),
            1 => photo(),
            2 => jpeg(&[90; 64 * 32 * 4], ColorType::CmykAsYcck),
            _ => format!("{own}{}", svg("<g style=\"fill:url(#a)\"><text>&a;</text></g>")).into_bytes(),
        };
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if is_cut {
            bytes.truncate(kept.index(bytes.len()));
        }
        let _ = read_with_warnings("x", &bytes);
    }
}
