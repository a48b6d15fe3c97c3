//! Tells what is read of fonts in files that are built here, some of them broken.

use std::fmt::Write as _;

use lopdf::{Dictionary, Document, Object, Stream, StringFormat, dictionary};
use proptest::prelude::{ProptestConfig, any, prop, proptest};

use crate::file::{File, LIMITS};
use crate::resources::font::{Font, FontFaultKind, FontKind};

const SANS: &[u8] = include_bytes!("../../../../fonts/source-sans-3/SourceSans3_400Regular.ttf");

/// A file with a font that `build` makes, and the font in it.
fn with_font(build: impl FnOnce(&mut Document) -> Dictionary) -> (File, Font) {
    let mut document = Document::with_version("1.7");
    let font = build(&mut document);
    let font = document.add_object(font);
    let catalogue = document.add_object(dictionary! { "Type" => "Catalog" });
    document.trailer.set("Root", catalogue);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    let file = File::open(&bytes, LIMITS).unwrap();
    let read = Font::read(&file, file.dictionary(&Object::Reference(font)).unwrap(), Some(font.0));
    (file, read)
}

fn stream(document: &mut Document, bytes: &[u8]) -> Object {
    document.add_object(Stream::new(Dictionary::new(), bytes.to_vec())).into()
}

fn descriptor(document: &mut Document, key: &str, program: &[u8], flags: i64) -> Object {
    let program = stream(document, program);
    let descriptor = dictionary! {
        "Type" => "FontDescriptor", "FontName" => "AAAAAA+Sans", "Flags" => flags, key => program,
    };
    document.add_object(descriptor).into()
}

/// The advances of the letters of a TrueType font, by code.
fn advances(program: &[u8]) -> Vec<Object> {
    let face = ttf_parser::Face::parse(program, 0).unwrap();
    let letters = (32..=126_u8).map(|code| {
        let glyph = face.glyph_index(char::from(code)).unwrap();
        let advance = f32::from(face.glyph_hor_advance(glyph).unwrap());
        Object::Real((advance * 1000.0 / f32::from(face.units_per_em())).round())
    });
    letters.collect()
}

fn true_type(document: &mut Document, program: &[u8], widths: Vec<Object>) -> Dictionary {
    let descriptor = descriptor(document, "FontFile2", program, 32);
    dictionary! {
        "Type" => "Font", "Subtype" => "TrueType", "BaseFont" => "AAAAAA+Sans",
        "Encoding" => "WinAnsiEncoding", "FirstChar" => 32, "LastChar" => 126,
        "Widths" => widths, "FontDescriptor" => descriptor,
    }
}

fn composite(document: &mut Document, program: &[u8], map: &str) -> Dictionary {
    let descriptor = descriptor(document, "FontFile2", program, 4);
    let map = stream(document, map.as_bytes());
    let system = dictionary! {
        "Registry" => Object::String(b"Adobe".to_vec(), StringFormat::Literal),
        "Ordering" => Object::String(b"Identity".to_vec(), StringFormat::Literal),
        "Supplement" => 0,
    };
    let descendant = dictionary! {
        "Type" => "Font", "Subtype" => "CIDFontType2", "BaseFont" => "AAAAAA+Sans",
        "CIDSystemInfo" => system, "FontDescriptor" => descriptor, "CIDToGIDMap" => "Identity",
        "DW" => 600, "W" => vec![1.into(), vec![100.into(), 200.into()].into(), 5.into(), 7.into(), 300.into()],
    };
    dictionary! {
        "Type" => "Font", "Subtype" => "Type0", "BaseFont" => "AAAAAA+Sans",
        "Encoding" => "Identity-H", "DescendantFonts" => vec![descendant.into()], "ToUnicode" => map,
    }
}

const MAP: &str =
    "/CIDInit /ProcSet findresource begin 1 begincodespacerange <0000><FFFF> endcodespacerange
2 beginbfchar <0003> <00660066> <0004> <D83DDE00> endbfchar
2 beginbfrange <0010><0012> <0041> <0020> <0022> [<0061> <0062> <0063>] endbfrange end";

#[test]
fn a_simple_true_type_font_is_read() {
    let (_, font) = with_font(|document| true_type(document, SANS, advances(SANS)));
    assert_eq!(font.faults, []);
    assert_eq!((font.name.as_str(), font.kind), ("Sans", FontKind::TrueType));
    assert!(font.embedded && font.has_meaning && !font.vertical);
    assert_eq!(font.meaning(0xe4).as_deref(), Some("ä"));
    let bounds = font.outline(u32::from(b'H')).unwrap().bounds();
    assert!(
        bounds.bottom() > 640.0 && bounds.bottom() < 680.0 && bounds.top().abs() < 1.0,
        "{bounds:?}"
    );
    assert!((32..=126).all(|code| font.width_fault(code).is_none() && !font.is_missing(code)));
    let codes = font.codes(b"Hi");
    assert!((codes[0].advance - 652.0).abs() < 1.0, "{codes:?}");
}

#[test]
fn wrong_widths_are_told_with_both_figures() {
    let (_, font) = with_font(|document| {
        let mut widths = advances(SANS);
        widths[usize::from(b'A' - 32)] = 700.into();
        true_type(document, SANS, widths)
    });
    let (said, found) = font.width_fault(u32::from(b'A')).unwrap();
    assert!(said == 700.0 && (found - 543.0).abs() < 1.0, "{said} {found}");
    assert_eq!(font.width_fault(u32::from(b'B')), None);
}

#[test]
fn a_glyph_that_the_program_lacks_is_missing() {
    let (_, font) = with_font(|document| {
        let mut font = true_type(document, SANS, advances(SANS));
        let differences: Vec<Object> =
            vec![65.into(), Object::Name(b"uni4E00".to_vec()), Object::Name(b"g17".to_vec())];
        font.set(
            "Encoding",
            dictionary! { "BaseEncoding" => "WinAnsiEncoding", "Differences" => differences },
        );
        font
    });
    // A name that means nothing may be found in ways that are not known here.
    assert_eq!(
        [64, 65, 66, 9, 32].map(|code| font.is_missing(code)),
        [false, true, false, false, false]
    );
}

#[test]
fn a_composite_font_is_read() {
    let (_, font) = with_font(|document| composite(document, SANS, MAP));
    assert_eq!(font.faults, []);
    assert_eq!(font.kind, FontKind::CidType2);
    let codes = font.codes(&[0, 1, 0, 2, 0, 6, 0, 9, 7]);
    let reported: Vec<(u32, usize, f64)> =
        codes.iter().map(|code| (code.code, code.bytes, code.advance)).collect();
    assert_eq!(
        reported,
        [(1, 2, 100.0), (2, 2, 200.0), (6, 2, 300.0), (9, 2, 600.0), (7, 1, 300.0)]
    );
    let meanings = [3, 4, 0x11, 0x22, 0x23].map(|code| font.meaning(code));
    assert_eq!(
        meanings.each_ref().map(Option::as_deref),
        [Some("ff"), Some("😀"), Some("B"), Some("c"), None]
    );
    assert!(font.is_missing(0) && font.is_missing(0xffff) && !font.is_missing(5));
}

#[test]
fn a_cmap_of_the_file_leads_to_cids() {
    let (_, font) = with_font(|document| {
        let mut font = composite(document, SANS, MAP);
        let cmap = "2 begincodespacerange <00> <7F> <8000> <FFFF> endcodespacerange
            1 begincidrange <20> <7E> 1 endcidrange 1 begincidchar <8001> 300 endcidchar";
        font.set("Encoding", stream(document, cmap.as_bytes()));
        font
    });
    let codes = font.codes(&[0x20, 0x80, 0x01, 0x21]);
    let reported: Vec<(u32, f64)> = codes.iter().map(|code| (code.code, code.advance)).collect();
    assert_eq!(reported, [(0x20, 100.0), (0x8001, 600.0), (0x21, 200.0)]);
    assert!(!font.is_missing(0x8001) && font.is_missing(0x8002));
}

#[test]
fn faults_of_programs_are_told() {
    let fault = |key: &'static str, program: &'static [u8]| {
        let (_, font) = with_font(|document| {
            let descriptor = descriptor(document, key, program, 32);
            let mut font = true_type(document, SANS, advances(SANS));
            font.set("FontDescriptor", descriptor);
            font
        });
        let mut faults = font.faults.iter().filter(|fault| fault.kind == FontFaultKind::Program);
        faults.next().map(|fault| fault.what.clone())
    };
    assert_eq!(fault("FontFile2", SANS), None);
    assert_eq!(
        fault("FontFile", SANS).as_deref(),
        Some("a font of this kind may not have its program as `FontFile`")
    );
    assert_eq!(
        fault("FontFile2", b"no font at all").as_deref(),
        Some("the font program can't be opened: its first bytes are those of no font")
    );
    assert!(fault("FontFile2", SANS.get(..400).unwrap()).is_some());
}

#[test]
fn faults_of_dictionaries_are_told() {
    let (_, font) = with_font(|document| {
        let mut font = true_type(document, SANS, advances(SANS));
        font.set("LastChar", 200);
        font.set("Encoding", "WinAnsi");
        font
    });
    let faults: Vec<&str> = font.faults.iter().map(|fault| fault.what.as_str()).collect();
    assert_eq!(
        faults,
        [
            "`Widths` has 95 figures for the codes 32 to 200",
            "`Encoding` is `/WinAnsi`, which is no encoding of simple fonts"
        ]
    );
}

#[test]
fn a_standard_font_needs_neither_widths_nor_descriptor() {
    let (_, font) = with_font(|_| {
        dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica" }
    });
    assert_eq!(font.faults, []);
    assert!(!font.embedded && font.has_meaning && !font.is_missing(200));
    assert_eq!(font.meaning(b'\''.into()).as_deref(), Some("’"));
    assert_eq!(font.codes(b"a")[0].advance, 500.0);
}

#[test]
fn a_font_that_forbids_embedding_is_told() {
    let mut program = SANS.to_vec();
    let face = ttf_parser::RawFace::parse(SANS, 0).unwrap();
    let table = face.table(ttf_parser::Tag::from_bytes(b"OS/2")).unwrap();
    let at = table.as_ptr() as usize - SANS.as_ptr() as usize;
    program[at + 8..at + 10].copy_from_slice(&[0, 2]);
    let (_, font) = with_font(|document| true_type(document, &program, advances(SANS)));
    let kinds: Vec<FontFaultKind> = font.faults.iter().map(|fault| fault.kind).collect();
    assert_eq!(kinds, [FontFaultKind::Licence]);
}

#[test]
fn a_to_unicode_map_that_is_none_is_told() {
    let fault = |map: &'static str| {
        let (_, font) = with_font(|document| composite(document, SANS, map));
        font.faults.first().map(|fault| (fault.kind, fault.what.clone()))
    };
    let reported = |what: &str| Some((FontFaultKind::Meaning, what.to_owned()));
    assert_eq!(fault(MAP), None);
    assert_eq!(fault("rubbish"), reported("the ToUnicode map has no entries"));
    assert_eq!(
        fault("1 beginbfchar <01> <41>"),
        reported("the ToUnicode map ends within a section")
    );
}

#[test]
fn a_map_of_very_many_entries_is_cut() {
    let mut map = "beginbfchar ".to_owned();
    for code in 0..300_000 {
        write!(map, "<{code:08x}><41>").unwrap();
    }
    map += "endbfchar";
    let (_, font) = with_font(|document| composite(document, SANS, &map));
    assert_eq!(font.faults[0].what, "the ToUnicode map has more than 200000 entries");
}

#[test]
fn cmaps_that_stand_upon_each_other_end() {
    let (_, font) = with_font(|document| {
        let id = document.new_object_id();
        let cmap = Stream::new(dictionary! { "UseCMap" => id }, b"endcidrange".to_vec());
        document.objects.insert(id, cmap.into());
        let mut font = composite(document, SANS, MAP);
        font.set("Encoding", id);
        font
    });
    assert_eq!(font.faults[0].what, "`UseCMap` leads too deep, or in a circle");
}

#[test]
fn the_glyphs_of_a_type_3_font_are_found() {
    let (_, font) = with_font(|document| {
        let glyph = stream(document, b"500 0 d0 0 0 400 400 re f");
        dictionary! {
            "Type" => "Font", "Subtype" => "Type3", "FontMatrix" => vec![0.01.into(), 0.into(), 0.into(), 0.01.into(), 0.into(), 0.into()],
            "CharProcs" => dictionary! { "square" => glyph },
            "Encoding" => dictionary! { "Differences" => vec![97.into(), Object::Name(b"square".to_vec())] },
            "FirstChar" => 97, "LastChar" => 97, "Widths" => vec![50.into()],
        }
    });
    assert_eq!(font.faults, []);
    assert_eq!(font.procedures.keys().collect::<Vec<_>>(), [&97]);
    assert_eq!(font.codes(b"a")[0].advance, 50.0);
}

/// The cipher of Type 1 fonts.
fn encrypted(plain: &[u8], mut key: u16) -> Vec<u8> {
    let lead = [0x7f; 4];
    let cipher = lead.iter().chain(plain).map(|plain| {
        let cipher = plain ^ key.to_be_bytes()[0];
        key = key.wrapping_add(u16::from(cipher)).wrapping_mul(52845).wrapping_add(22719);
        cipher
    });
    cipher.collect()
}

/// A Type 1 font that has `.notdef` and a square, as `A`, 600 wide.
fn type1() -> Vec<u8> {
    // 600 is 28 hundred and twelve beyond 108: two bytes (Type 1 Font Format, 6.2).
    let square: [u8; 23] =
        [139, 248, 236, 13, 139, 139, 21, 239, 6, 239, 7, 39, 6, 9, 14, 0, 0, 0, 0, 0, 0, 0, 0];
    let mut private =
        b"dup /Private 8 dict dup begin /lenIV 4 def /CharStrings 2 dict dup begin\n".to_vec();
    for (name, program) in [(".notdef", &square[..4]), ("A", &square[..15])] {
        let program = encrypted(program, 4330);
        private.extend(format!("/{name} {} RD ", program.len()).bytes());
        private.extend(program);
        private.extend(b" ND\n");
    }
    private.extend(b"end end");
    let mut font = b"%!PS-AdobeFont-1.0: Square\n/FontMatrix [0.001 0 0 0.001 0 0] readonly def\n/Encoding 256 array\n0 1 255 {1 index exch /.notdef put} for\ndup 65 /A put\nreadonly def\ncurrentfile eexec\n".to_vec();
    font.extend(encrypted(&private, 55665));
    font
}

/// A CFF font that has `.notdef` and a square, as `A`, 600 wide.
fn cff() -> Vec<u8> {
    let mut font = vec![1, 0, 4, 1];
    font.extend([0, 1, 1, 1, 2, b'S']);
    // Charset at 40, glyphs at 43, private part of no bytes: numbers are written with 139 added.
    font.extend([0, 1, 1, 1, 8, 139 + 40, 15, 139 + 43, 17, 139, 139, 18]);
    font.extend([0, 0, 0, 0]);
    font.resize(40, 0);
    font.extend([0, 0, 34]);
    let square = [248, 236, 139, 139, 21, 239, 6, 239, 7, 39, 6, 14];
    font.extend([0, 2, 1, 1, 2, 14, 14]);
    font.extend(square);
    font
}

/// A simple font with such a program, whose letter `A` is `width` wide in the dictionary.
fn square(document: &mut Document, key: &str, program: &[u8], width: i64) -> Dictionary {
    let mut stream = Stream::new(Dictionary::new(), program.to_vec());
    stream.dict.set("Subtype", "Type1C");
    let stream = document.add_object(stream);
    let descriptor = dictionary! { "FontName" => "Square", "Flags" => 32, key => stream };
    dictionary! {
        "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Square", "FirstChar" => 65, "LastChar" => 66,
        "Widths" => vec![width.into(), width.into()], "FontDescriptor" => descriptor,
    }
}

#[test]
fn type_1_and_cff_programs_are_drawn() {
    for (key, program) in [("FontFile", type1()), ("FontFile3", cff())] {
        let (_, font) = with_font(|document| square(document, key, &program, 600));
        assert_eq!(font.faults, [], "{key}");
        let bounds = font.outline(65).unwrap().bounds();
        let sides = [bounds.left(), bounds.top(), bounds.right(), bounds.bottom()];
        assert_eq!(sides, [0.0, 0.0, 100.0, 100.0], "{key}");
        assert!(!font.is_missing(65) && font.is_missing(66), "{key}");
        assert_eq!(font.width_fault(65), None, "{key}");
        let (_, font) = with_font(|document| square(document, key, &program, 500));
        assert_eq!(font.width_fault(65), Some((500.0, 600.0)), "{key}");
    }
}

#[test]
fn subroutines_without_end_are_left() {
    // A global subroutine that calls itself.
    let mut program = cff();
    program.splice(22..26, [0, 0, 0, 1]);
    program.splice(26..32, [1, 1, 4, 32, 29, 32]);
    let glyph = program.len() - 12;
    program.splice(glyph..glyph + 2, [32, 29]);
    let (_, font) = with_font(|document| square(document, "FontFile3", &program, 600));
    assert!(font.faults.is_empty() && !font.is_missing(65) && font.outline(65).is_none());
}

/// Asks everything of a font.
fn ask(font: &Font) {
    for code in (0..300).chain([0x1234, 0xffff, 0x10000, u32::MAX]) {
        let _ =
            (font.meaning(code), font.is_missing(code), font.width_fault(code), font.outline(code));
    }
    let _ = font.codes(&[0, 1, 2, 0x80, 0xff, 0xff, 3]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn a_mutated_program_never_crashes(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), any::<bool>()), 1..40),
        cut in any::<Option<prop::sample::Index>>(),
    ) {
        let mut program = SANS.to_vec();
        for (at, byte, early) in changes {
            // The directory and the small tables are where it hurts.
            let length = if early { 3000 } else { program.len() };
            program[at.index(length)] = byte;
        }
        if let Some(cut) = cut {
            program.truncate(cut.index(SANS.len()));
        }
        ask(&with_font(|document| true_type(document, &program, advances(SANS))).1);
        ask(&with_font(|document| composite(document, &program, MAP)).1);
    }

    #[test]
    fn a_mutated_small_program_never_crashes(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
    ) {
        for (key, mut program) in [("FontFile", type1()), ("FontFile3", cff())] {
            for (at, byte) in &changes {
                let at = at.index(program.len());
                program[at] = *byte;
            }
            ask(&with_font(|document| square(document, key, &program, 600)).1);
        }
    }

    #[test]
    fn any_map_is_read(map in "(begin|end|bfchar |bfrange |cidrange |usecmap |<[0-9a-f]{0,9}>|\\[|\\]|/| |\\(|[0-9]{1,3} ){0,60}") {
        let (_, font) = with_font(|document| {
            let mut font = composite(document, SANS, &map);
            font.set("Encoding", stream(document, map.as_bytes()));
            font
        });
        ask(&font);
    }
}
