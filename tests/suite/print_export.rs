//! Files for the print shop, made from small documents, as other programs see them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use feuillet::diagnostic::{Report, Reported};
use feuillet::export::{ExportOptions, PrintOptions, export, resolution};
use feuillet::impose::{Duplex, Sheets};
use feuillet::load::Profile;
use feuillet::typeset::{Fonts, lay_out};
use feuillet_colour::Colour;
use feuillet_units::Pt;
use image::{DynamicImage, GrayImage, ImageFormat, Luma, Rgb, RgbImage, Rgba, RgbaImage};
use typst::layout::{Abs, Sides};

use crate::support::outside::{output, outside, python};

const PLUM: Colour = Colour { screen: [0x4b, 0x2a, 0x63], print: [80.0, 95.0, 20.0, 20.0] };
const INK: Colour = Colour { screen: [0x1a; 3], print: [0.0, 0.0, 0.0, 100.0] };
const BLEED: Pt = Pt(3.0 * 72.0 / 25.4);

fn fonts() -> Fonts {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts");
    Fonts::load(&folder, &Report::new())
}

fn encoded(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A dark photograph: a conversion without a cap would drown it in ink.
fn photograph(width: u32, height: u32) -> Vec<u8> {
    let pixel = |x: u32, y: u32| {
        Rgb([x * 90 / width, 8 + y * 30 / height, (x + y) % 40]
            .map(|part| u8::try_from(part).unwrap()))
    };
    encoded(&RgbImage::from_fn(width, height, pixel).into(), ImageFormat::Jpeg)
}

/// A PNG of the theme's plum that fades out to the right.
fn faded(width: u32, height: u32) -> Vec<u8> {
    let [red, green, blue] = PLUM.screen;
    let pixel = |x: u32, _| Rgba([red, green, blue, u8::try_from(x * 255 / width).unwrap()]);
    encoded(&RgbaImage::from_fn(width, height, pixel).into(), ImageFormat::Png)
}

fn grey(width: u32, height: u32) -> Vec<u8> {
    let pixel = |x: u32, _| Luma([u8::try_from(x * 255 / width).unwrap()]);
    encoded(&GrayImage::from_fn(width, height, pixel).into(), ImageFormat::Jpeg)
}

const DRAWING: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 60">
<defs><linearGradient id="a"><stop offset="0" stop-color="#4b2a63"/><stop offset=".5" stop-color="#f2a65a"/><stop offset="1" stop-color="#fff" stop-opacity=".2"/></linearGradient>
<radialGradient id="b" cx=".5" cy=".5" r=".5"><stop offset="0" stop-color="#000"/><stop offset="1" stop-color="#00f"/></radialGradient>
<linearGradient id="r" x2=".2" spreadMethod="reflect"><stop offset="0" stop-color="#1b6470"/><stop offset="1" stop-color="#fc0"/></linearGradient>
<pattern id="p" width="6" height="6" patternUnits="userSpaceOnUse"><circle cx="3" cy="3" r="2" fill="#a63a1c"/></pattern>
<mask id="m"><rect width="100" height="60" fill="#808080"/><circle cx="80" cy="30" r="12" fill="#fff"/></mask></defs>
<rect width="30" height="30" fill="url(#a)"/><rect x="32" width="30" height="30" fill="url(#b)"/>
<rect y="32" width="30" height="28" fill="url(#r)"/><rect x="32" y="32" width="30" height="28" fill="url(#p)"/>
<g opacity=".5"><circle cx="80" cy="15" r="14" fill="#4b2a63"/><circle cx="86" cy="15" r="12" fill="#1a1a1a"/></g>
<g mask="url(#m)"><rect x="64" y="30" width="34" height="28" fill="#0a0a30"/></g>
<path d="M0 60h100" stroke="#000" stroke-width=".5"/><circle cx="50" cy="30" r="3" fill="#808080"/></svg>"##;

/// Pages with everything that can occur.
fn everything() -> BTreeMap<String, Vec<u8>> {
    let main = r##"
#set document(title: "Droits & démarches", date: datetime(year: 2026, month: 7, day: 1))
#set page(width: 148mm, height: 210mm, bleed: 3mm, margin: 12mm,
  background: rect(width: 100%, height: 100%, fill: cmyk(0%, 2%, 6%, 3%)))
#set text(font: "Source Sans 3", fill: cmyk(0%, 0%, 0%, 100%), lang: "fr")
Texte noir. #link("https://example.org")[Un lien.] #text(fill: cmyk(0%, 0%, 0%, 0%))[Blanc.]
#block(fill: cmyk(80%, 95%, 20%, 20%), inset: 4mm)[#text(fill: white)[Sur le plan.] #text(fill: cmyk(0%,0%,0%,100%))[Noir dessus.]]
#block(fill: cmyk(100%, 100%, 90%, 90%), width: 20mm, height: 5mm)
#line(length: 100%, stroke: 0.5pt + cmyk(0%, 0%, 0%, 100%))
#image("photo.jpg", width: 40mm) #image("faded.png", width: 30mm) #image("grey.jpg", width: 30mm)
#image("drawing.svg", width: 80mm)
#rect(width: 40mm, height: 8mm, fill: gradient.linear(cmyk(100%,100%,100%,100%), cmyk(0%,0%,0%,0%), space: cmyk))
#rect(width: 10mm, height: 10mm, fill: gradient.conic(red, blue, red))
#pagebreak()
Deuxième page. Grey of Typst's own: #text(fill: luma(40%))[gris] #rect(stroke: 1pt)
#pagebreak(to: "odd")
"##;
    BTreeMap::from([
        ("main.typ".to_owned(), main.as_bytes().to_vec()),
        ("photo.jpg".to_owned(), photograph(1200, 800)),
        ("faded.png".to_owned(), faded(400, 200)),
        ("grey.jpg".to_owned(), grey(400, 100)),
        ("drawing.svg".to_owned(), DRAWING.as_bytes().to_vec()),
    ])
}

/// Lays out a small document, and exports it for the print shop.
fn exported(
    files: &BTreeMap<String, Vec<u8>>,
    palette: &[Colour],
    report: &Report,
) -> Result<Vec<u8>, Reported> {
    let document = lay_out(files, &fonts()).unwrap();
    let bleed = vec![Sides::splat(Abs::pt(BLEED.0)); document.pages().len()];
    let sheets = Sheets { document, bleed, duplex: Duplex::LongEdge, tagged: false };
    let print = PrintOptions { palette, ..PrintOptions::default() };
    export(
        &sheets,
        Profile::Print,
        &ExportOptions { ident: "small", print, composition: None },
        report,
    )
}

/// Makes the file for the print shop, in which nothing is wrong.
fn made(files: &BTreeMap<String, Vec<u8>>) -> Vec<u8> {
    let report = Report::new();
    let pdf = exported(files, &[PLUM, INK], &report);
    let found = report.into_sorted();
    assert!(found.is_empty(), "{found:?}");
    pdf.unwrap()
}

/// Makes the file with everything, on the disk.
fn written(folder: &Path) -> PathBuf {
    let path = folder.join("print.pdf");
    fs::write(&path, made(&everything())).unwrap();
    path
}

/// What a script of pikepdf says of a file.
fn asked(script: &str, path: &Path) -> Option<String> {
    let script = format!("import sys, pikepdf\npdf = pikepdf.open(sys.argv[1])\n{script}");
    Some(output(python()?.arg("-c").arg(script).arg(path)).0)
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let files = everything();
    assert!(made(&files) == made(&files));
}

#[test]
fn qpdf_mutool_and_ghostscript_find_no_fault() {
    let folder = tempfile::tempdir().unwrap();
    let path = written(folder.path());
    if let Some(mut qpdf) = outside("qpdf") {
        let (out, error) = output(qpdf.arg("--check").arg(&path));
        assert!(out.contains("PDF Version: 1.6"), "{out}");
        assert!(out.contains("No syntax or stream encoding errors found"), "{out}");
        assert_eq!(error, "");
    }
    if let Some(mut mutool) = outside("mutool") {
        let drawn = mutool.args(["draw", "-q", "-r", "30", "-o", "/dev/null"]).arg(&path);
        let (_, error) = output(drawn);
        assert_eq!(error.replace("warning: ICC support is not available\n", ""), "");
    }
    if let Some(mut gs) = outside("gs") {
        let arguments = ["-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=nullpage"];
        assert_eq!(output(gs.args(arguments).arg(&path)), (String::new(), String::new()));
    }
}

#[test]
fn pikepdf_finds_what_the_standard_asks_for() {
    let folder = tempfile::tempdir().unwrap();
    let path = written(folder.path());
    let script = r#"
root = pdf.Root
print(sorted(root.keys()))
intent = root.OutputIntents[0]
print(len(root.OutputIntents), intent.S, intent.OutputConditionIdentifier, intent.RegistryName)
profile = intent.DestOutputProfile
print(profile.N, profile.read_bytes()[12:20], len(profile.read_bytes()))
info = pdf.trailer.Info
print(info.Title, info.Trapped, info.CreationDate, info.ModDate, len(pdf.trailer.ID))
meta = pdf.open_metadata()
for key in ["pdfxid:GTS_PDFXVersion", "pdf:Trapped", "xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate", "xmpMM:VersionID", "xmpMM:RenditionClass", "dc:title"]:
    name = key.replace("pdfxid:", "{http://www.npes.org/pdfx/ns/id/}")
    print(key, meta.get(name))
for page in pdf.pages:
    boxes = [[str(side) for side in page[box]] for box in ["/MediaBox", "/BleedBox", "/TrimBox"]]
    print(boxes, page.Group.CS if "/Group" in page else None, "/Annots" in page)
"#;
    let Some(said) = asked(script, &path) else { return };
    let expected = "\
['/Lang', '/Metadata', '/OutputIntents', '/Pages', '/Type']
1 /GTS_PDFX FOGRA39 http://www.color.org
4 b'prtrCMYK' 121368
Droits & démarches /False D:20260701000000Z D:20260701000000Z 2
pdfxid:GTS_PDFXVersion PDF/X-4
pdf:Trapped False
xmp:CreateDate 2026-07-01T00:00:00Z
xmp:ModifyDate 2026-07-01T00:00:00Z
xmp:MetadataDate 2026-07-01T00:00:00Z
xmpMM:VersionID 1
xmpMM:RenditionClass default
dc:title Droits & démarches
[['0.0', '0.0', '436.536', '612.284'], ['0.0', '0.0', '436.536', '612.284'], ['8.504', '8.504', '428.032', '603.78']] /DeviceCMYK False
[['0.0', '0.0', '436.536', '612.284'], ['0.0', '0.0', '436.536', '612.284'], ['8.504', '8.504', '428.032', '603.78']] None False
";
    assert!(said.starts_with(expected), "{said}");
}

#[test]
fn no_colour_of_light_is_left_and_black_overprints() {
    let folder = tempfile::tempdir().unwrap();
    let path = written(folder.path());
    let script = r#"
spaces, operators, overprinting = set(), set(), 0
def instructions(stream):
    return pikepdf.parse_content_stream(stream)
for obj in pdf.objects:
    if isinstance(obj, pikepdf.Dictionary) and "/ShadingType" in obj:
        spaces.add(("shading", str(obj.ColorSpace)))
    if not isinstance(obj, pikepdf.Stream):
        continue
    if obj.get("/Subtype") == "/Image":
        spaces.add(("image", str(obj.ColorSpace)))
    if "/Group" in obj:
        spaces.add(("group", str(obj.Group.CS)))
    if obj.get("/Subtype") == "/Form" or "/PatternType" in obj:
        operators |= {str(op) for _, op in instructions(obj)}
for page in pdf.pages:
    black = False
    for operands, op in instructions(page):
        operators.add(str(op))
        if str(op) == "k":
            black = [float(part) for part in operands] == [0, 0, 0, 1]
        if str(op) == "gs":
            state = page.Resources.ExtGState[str(operands[0])]
            if "/op" in state:
                assert not state.op or black
                assert state.OPM == 1
                overprinting += bool(state.op)
print(sorted(spaces))
print(sorted(operators & set("g G rg RG k K cs CS sc SC scn SCN sh".split())))
print(overprinting >= 3)
"#;
    let Some(said) = asked(script, &path) else { return };
    let expected = "\
[('group', '/DeviceCMYK'), ('group', '/DeviceGray'), ('image', '/DeviceCMYK'), ('image', '/DeviceGray'), ('shading', '/DeviceCMYK'), ('shading', '/DeviceGray')]
['K', 'cs', 'g', 'k', 'scn', 'sh']
True
";
    assert_eq!(said, expected);
}

/// The ink of each pixel of a page, as Ghostscript lays it on.
fn inks(path: &Path, page: u32) -> Option<Vec<[u8; 4]>> {
    let mut gs = outside("gs")?;
    let tiff = path.with_extension("tiff");
    let pages = [format!("-dFirstPage={page}"), format!("-dLastPage={page}")];
    gs.args(["-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=tiff32nc", "-r72", "-sCompression=none"]);
    gs.args(["-dOverprint=/enable"]).args(pages).arg(format!("-sOutputFile={}", tiff.display()));
    output(gs.arg(path));
    Some(strips(&fs::read(tiff).unwrap()).as_chunks::<4>().0.to_vec())
}

/// The pixels of an uncompressed TIFF file.
fn strips(tiff: &[u8]) -> Vec<u8> {
    let short = |at: usize| u16::from_le_bytes([tiff[at], tiff[at + 1]]);
    let long = |at: usize| u32::from_le_bytes(*tiff[at..].first_chunk().unwrap()) as usize;
    let directory = long(4);
    let entries = (0..usize::from(short(directory))).map(|entry| directory + 2 + entry * 12);
    let values = |tag: u16| {
        let at = entries.clone().find(|at| short(*at) == tag).unwrap();
        let (kind, count) = (short(at + 2), long(at + 4));
        let size = if kind == 3 { 2 } else { 4 };
        let start = if size * count <= 4 { at + 8 } else { long(at + 8) };
        let value = |index: usize| match size {
            2 => usize::from(short(start + index * 2)),
            _ => long(start + index * 4),
        };
        (0..count).map(value).collect::<Vec<usize>>()
    };
    let strips = values(273).into_iter().zip(values(279));
    strips.flat_map(|(start, length)| tiff[start..start + length].to_vec()).collect()
}

#[test]
fn ghostscript_lays_on_the_ink_of_the_theme_and_nowhere_too_much() {
    let folder = tempfile::tempdir().unwrap();
    let path = written(folder.path());
    let Some(pixels) = inks(&path, 1) else { return };
    // The plane, and the drawing's circle, are the theme's plum, the fading picture at its right edge nearly.
    assert!(pixels.iter().filter(|ink| **ink == [204, 242, 51, 51]).count() > 500);
    let total = |ink: &[u8; 4]| ink.iter().map(|part| u32::from(*part)).sum::<u32>();
    let most = pixels.iter().map(total).max().unwrap();
    assert!((700..=768).contains(&most), "{most} of 255 a plate");
}

#[test]
fn poppler_sees_pictures_in_ink_no_finer_than_needed() {
    let Some(mut pdfimages) = outside("pdfimages") else { return };
    let folder = tempfile::tempdir().unwrap();
    let (out, _) = output(pdfimages.arg("-list").arg(written(folder.path())));
    let rows: Vec<Vec<&str>> =
        out.lines().skip(2).map(|row| row.split_whitespace().collect()).collect();
    let found: Vec<String> = rows.iter().map(|row| row[2..9].join(" ")).collect();
    let expected = [
        "image 473 315 cmyk 4 8 jpeg",
        "image 400 200 cmyk 4 8 image",
        "smask 400 200 gray 1 8 image",
        "image 400 100 gray 1 8 jpeg",
    ];
    let mut found: Vec<&str> = found.iter().map(String::as_str).collect();
    found.sort_by_key(|row| expected.iter().position(|known| known == row));
    assert_eq!(found, expected, "{out}");
}

#[test]
fn a_document_without_a_title_or_a_date_is_no_file_for_a_print_shop() {
    for (main, lack) in [
        ("#set document(title: [T])\nx", "date"),
        ("#set document(date: datetime(year: 2026, month: 7, day: 1))\nx", "title"),
    ] {
        let files = BTreeMap::from([("main.typ".to_owned(), main.as_bytes().to_vec())]);
        let report = Report::new();
        assert!(exported(&files, &[], &report).is_err());
        let found: Vec<String> = report.into_sorted().into_iter().map(|one| one.message).collect();
        let message = format!("the PDF can't be made ready for print: the document has no {lack}");
        assert_eq!(found, [message]);
    }
}

/// The path of the file with these bytes.
fn file_with(files: &BTreeMap<String, Vec<u8>>, bytes: &[u8]) -> Option<String> {
    files.iter().find(|(_, own)| own.as_slice() == bytes).map(|(path, _)| path.clone())
}

#[test]
fn pictures_are_led_back_to_their_files_with_their_resolution() {
    let files = everything();
    let document = lay_out(&files, &fonts()).unwrap();
    let shown = resolution::placed_pictures(&document, |bytes| file_with(&files, bytes));
    let found: Vec<(&str, usize, u32)> = shown
        .iter()
        .map(|picture| (picture.file.as_str(), picture.page, picture.resolution().round() as u32))
        .collect();
    assert_eq!(found, [("photo.jpg", 1, 762), ("faded.png", 1, 339), ("grey.jpg", 1, 339)]);
}

/// The three boxes of the only page of a document.
fn boxes(bleed: &str) -> Option<String> {
    let main = format!(
        "#set document(title: [T], date: datetime(year: 2026, month: 7, day: 1))\n\
         #set page(width: 99mm, height: 210mm, bleed: {bleed})\nx"
    );
    let files = BTreeMap::from([("main.typ".to_owned(), main.into_bytes())]);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("print.pdf");
    fs::write(&path, made(&files)).unwrap();
    let script = r#"
for box in ["/MediaBox", "/BleedBox", "/TrimBox"]:
    print(*[str(side) for side in pdf.pages[0][box]])
"#;
    asked(script, &path)
}

#[test]
fn marks_stand_outside_the_bleed_and_a_spine_has_none() {
    let Some(marks) = boxes("10mm") else { return };
    let expected =
        "0.0 0.0 337.322 651.968\n19.842 19.842 317.48 632.126\n28.346 28.346 308.976 623.622\n";
    assert_eq!(marks, expected);
    let expected = "0.0 0.0 289.134 612.284\n0.0 0.0 289.134 612.284\n0.0 8.504 280.63 603.78\n";
    assert_eq!(boxes("(left: 0mm, rest: 3mm)").unwrap(), expected);
    let expected = "0.0 0.0 280.63 595.276\n0.0 0.0 280.63 595.276\n0.0 0.0 280.63 595.276\n";
    assert_eq!(boxes("0mm").unwrap(), expected);
}
