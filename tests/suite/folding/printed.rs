//! A finished PDF in; where the names on its pages lie out, as poppler finds them. And small PDFs with such names.
//!
//! A page or panel number seven bears `P7` near its head and `F7` below it, so that its place, its scale and which way up
//! it is can be told.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use lopdf::content::{Content, Operation};
use lopdf::{Document, Object, Stream, dictionary};

use super::paper::Face;
use super::pile::{Cell, Sheet, Turn};
use crate::support::REPOSITORY;
use crate::support::outside::{output, outside};

/// Points in a millimetre.
const POINTS: f64 = 72.0 / 25.4;

/// A name on a page, in millimetres from the top left of its trim.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Mark {
    pub(crate) number: usize,
    /// The left and the right edge of the word at the head.
    pub(crate) edges: (f64, f64),
    /// The middle of the word at the head.
    pub(crate) head: (f64, f64),
    /// The middle of the word below it.
    pub(crate) foot: (f64, f64),
}

impl Mark {
    /// What stands there: the name, and whether its head is up. An error if it lies on its side.
    pub(crate) fn face(&self) -> Face {
        let (across, down) = (self.foot.0 - self.head.0, self.foot.1 - self.head.1);
        assert!(down.abs() > across.abs(), "P{} lies on its side", self.number);
        Face { name: Some(format!("P{}", self.number)), upright: down > 0.0 }
    }
}

/// A page of a PDF; lengths in millimetres.
#[derive(Debug, Clone)]
pub(crate) struct Page {
    /// Width and height of what is left after trimming.
    pub(crate) trim: (f64, f64),
    /// How much there is to be trimmed: left, bottom, right, top.
    pub(crate) bleed: [f64; 4],
    pub(crate) marks: Vec<Mark>,
}

/// Reads the pages of a PDF; `None` without poppler.
pub(crate) fn pages(file: &Path) -> Option<Vec<Page>> {
    let (mut pdfinfo, mut pdftotext) = (outside("pdfinfo")?, outside("pdftotext")?);
    let (boxes, _) = output(pdfinfo.args(["-box", "-l", "9999"]).arg(file));
    let (words, _) = output(pdftotext.arg("-bbox").arg(file).arg("-"));
    let corners = |name: &str| -> Vec<[f64; 4]> {
        let lines = boxes.lines().filter(|line| line.starts_with("Page "));
        let found = lines.filter_map(|line| line.split_once(name));
        found
            .map(|(_, corners)| {
                let corners: Vec<f64> =
                    corners.split_whitespace().map(|corner| corner.parse().unwrap()).collect();
                corners.try_into().unwrap()
            })
            .collect()
    };
    let (media, trim) = (corners("MediaBox:"), corners("TrimBox:"));
    let texts: Vec<&str> = words.split("<page ").skip(1).collect();
    assert_eq!((media.len(), trim.len()), (texts.len(), texts.len()), "{boxes}");
    let pages = media.iter().zip(&trim).zip(texts).map(|((media, trim), text)| {
        let bleed = [0, 1, 2, 3].map(|side| (trim[side] - media[side]).abs() / POINTS);
        Page {
            trim: ((trim[2] - trim[0]) / POINTS, (trim[3] - trim[1]) / POINTS),
            bleed,
            marks: marks(text, bleed[0], bleed[3]),
        }
    });
    Some(pages.collect())
}

/// The names in what `pdftotext -bbox` writes of a page, if this much is trimmed on the left and at the top.
fn marks(text: &str, left: f64, top: f64) -> Vec<Mark> {
    let mut heads = Vec::new();
    let mut feet: BTreeMap<usize, Vec<(f64, f64)>> = BTreeMap::new();
    for word in text.split("<word ").skip(1) {
        let (attributes, rest) = word.split_once('>').unwrap();
        let edge = |name: &str, trimmed: f64| {
            let (_, value) = attributes.split_once(&format!("{name}=\"")).unwrap();
            value.split_once('"').unwrap().0.parse::<f64>().unwrap() / POINTS - trimmed
        };
        let word = rest.split_once("</word>").unwrap().0;
        let word = word.trim_matches(|c: char| !c.is_ascii_alphanumeric());
        let edges = (edge("xMin", left), edge("xMax", left));
        let middle = (0.5 * (edges.0 + edges.1), 0.5 * (edge("yMin", top) + edge("yMax", top)));
        if let Some(number) = word.strip_prefix('P').and_then(|number| number.parse().ok()) {
            heads.push((number, edges, middle));
        } else if let Some(number) = word.strip_prefix('F').and_then(|number| number.parse().ok()) {
            feet.entry(number).or_default().push(middle);
        }
    }
    let found = heads.into_iter().map(|(number, edges, head)| {
        let away = |foot: &(f64, f64)| (foot.0 - head.0).hypot(foot.1 - head.1);
        let near = feet.get(&number).into_iter().flatten();
        let foot = near.min_by(|one, other| away(one).total_cmp(&away(other)));
        let foot = *foot.unwrap_or_else(|| panic!("P{number} is there, F{number} is not"));
        Mark { number, edges, head, foot }
    });
    found.collect()
}

/// Where the pages of one PDF lie on a side of a sheet, read off the names in them.
pub(crate) fn cells(side: &Page, pages: &[Page]) -> Vec<Cell> {
    let cell = |mark: &Mark| {
        let page = &pages[mark.number - 1];
        let [own] = &page.marks[..] else { panic!("one name a page: {page:?}") };
        assert_eq!(own.number, mark.number);
        let face = mark.face();
        let scale = (mark.foot.1 - mark.head.1) / (own.foot.1 - own.head.1);
        let (one, other) = (
            (mark.head.0 - scale * own.head.0, mark.head.1 - scale * own.head.1),
            (
                mark.head.0 + scale * (page.trim.0 - own.head.0),
                mark.head.1 + scale * (page.trim.1 - own.head.1),
            ),
        );
        Cell {
            left: one.0.min(other.0),
            top: one.1.min(other.1),
            width: (other.0 - one.0).abs(),
            height: (other.1 - one.1).abs(),
            face,
        }
    };
    side.marks.iter().map(cell).collect()
}

/// The sheets of an imposed PDF: each two of its pages are the sides of one.
pub(crate) fn sheets(sides: &[Page], pages: &[Page], turn: Turn) -> Vec<Sheet> {
    assert!(sides.len().is_multiple_of(2), "{} sides", sides.len());
    let sheets = sides.chunks(2).map(|sides| {
        assert!((sides[0].trim.0 - sides[1].trim.0).abs() < 0.01, "{sides:?}");
        Sheet::printed(sides[0].trim, cells(&sides[0], pages), &cells(&sides[1], pages), turn)
    });
    sheets.collect()
}

/// How a printer that does what the file says turns its sheets; `None` if the file says nothing.
pub(crate) fn turn(file: &Path, side: &Page) -> Option<Turn> {
    let document = Document::load(file).unwrap();
    let preferences = document.catalog().unwrap().get(b"ViewerPreferences").ok()?;
    let preferences = document.dereference(preferences).unwrap().1.as_dict().unwrap();
    let edge = preferences.get(b"Duplex").ok()?.as_name().unwrap().to_vec();
    let upright = side.trim.1 > side.trim.0;
    match (edge.as_slice(), upright) {
        (b"DuplexFlipLongEdge", true) | (b"DuplexFlipShortEdge", false) => Some(Turn::Sideways),
        (b"DuplexFlipLongEdge", false) | (b"DuplexFlipShortEdge", true) => Some(Turn::OverTheHead),
        (other, _) => panic!("{}: no printing on both sides", String::from_utf8_lossy(other)),
    }
}

/// Something to be written on a page of a small PDF: a text, its place in millimetres from the top left of the trim, and
/// whether its head is up.
pub(crate) type Word = (String, f64, f64, bool);

/// The two words of a page or panel whose corner lies at a place.
pub(crate) fn named(number: usize, left: f64, top: f64) -> [Word; 2] {
    [
        (format!("P{number}"), left + 20.0, top + 20.0, true),
        (format!("F{number}"), left + 20.0, top + 60.0, true),
    ]
}

/// Writes a PDF of pages of one size with bleed around them, and an embedded font.
pub(crate) fn write(file: &Path, (width, height): (f64, f64), bleed: f64, pages: &[Vec<Word>]) {
    let mut document = Document::with_version("1.7");
    let tree = document.new_object_id();
    let font = font(&mut document);
    let mut kids: Vec<Object> = Vec::new();
    for words in pages {
        let mut operations = Vec::new();
        for (text, left, top, upright) in words {
            let turn = if *upright { 1.0 } else { -1.0 };
            let (x, y) = ((left + bleed) * POINTS, (height - top + bleed) * POINTS);
            let numbers = [turn, 0.0, 0.0, turn, x, y].map(|number| Object::Real(number as f32));
            operations.push(Operation::new("BT", vec![]));
            operations.push(Operation::new("Tf", vec!["F".into(), 12.into()]));
            operations.push(Operation::new("Tm", numbers.to_vec()));
            operations.push(Operation::new("Tj", vec![Object::string_literal(text.as_str())]));
            operations.push(Operation::new("ET", vec![]));
        }
        let content = Content { operations }.encode().unwrap();
        let content = document.add_object(Stream::new(dictionary! {}, content));
        let corners = |from: f64, right: f64, top: f64| {
            let corners = [from, from, right, top];
            Object::Array(corners.map(|mm| Object::Real((mm * POINTS) as f32)).to_vec())
        };
        let page = document.add_object(dictionary! {
            "Type" => "Page",
            "Parent" => tree,
            "MediaBox" => corners(0.0, width + 2.0 * bleed, height + 2.0 * bleed),
            "TrimBox" => corners(bleed, width + bleed, height + bleed),
            "Resources" => dictionary! { "Font" => dictionary! { "F" => font.clone() } },
            "Contents" => content,
        });
        kids.push(page.into());
    }
    let count = i64::try_from(kids.len()).unwrap();
    let pages = dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count };
    document.objects.insert(tree, pages.into());
    let catalogue = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    document.trailer.set("Root", catalogue);
    document.save(file).unwrap();
}

/// Embeds a font of the repository whole.
fn font(document: &mut Document) -> Object {
    let path = Path::new(REPOSITORY).join("fonts/source-sans-3/SourceSans3_400Regular.ttf");
    let bytes = fs::read(path).unwrap();
    let face = ttf_parser::Face::parse(&bytes, 0).unwrap();
    let unit = 1000.0 / f64::from(face.units_per_em());
    let widths = (32..127u8).map(|code| {
        let glyph = face.glyph_index(char::from(code)).unwrap();
        let width = f64::from(face.glyph_hor_advance(glyph).unwrap()) * unit;
        Object::Real(width as f32)
    });
    let widths: Vec<Object> = widths.collect();
    let file = document.add_object(Stream::new(
        dictionary! { "Length1" => i64::try_from(bytes.len()).unwrap() },
        bytes.clone(),
    ));
    let descriptor = document.add_object(dictionary! {
        "Type" => "FontDescriptor",
        "FontName" => "SourceSans3-Regular",
        "Flags" => 32,
        "FontBBox" => vec![(-500).into(), (-400).into(), 1200.into(), 1100.into()],
        "ItalicAngle" => 0,
        "Ascent" => 984,
        "Descent" => -273,
        "CapHeight" => 656,
        "StemV" => 80,
        "FontFile2" => file,
    });
    let font = document.add_object(dictionary! {
        "Type" => "Font",
        "Subtype" => "TrueType",
        "BaseFont" => "SourceSans3-Regular",
        "Encoding" => "WinAnsiEncoding",
        "FirstChar" => 32,
        "LastChar" => 126,
        "Widths" => widths,
        "FontDescriptor" => descriptor,
    });
    font.into()
}

/// Whether poppler is there, without which nothing finished can be read.
pub(crate) fn can_read() -> bool {
    outside("pdftotext").is_some() && outside("pdfinfo").is_some()
}

/// Makes sure that qpdf finds no fault in a file, if it is there.
pub(crate) fn check(file: &Path) {
    if outside("qpdf").is_some() {
        output(Command::new("qpdf").arg("--check").arg(file));
    }
}
