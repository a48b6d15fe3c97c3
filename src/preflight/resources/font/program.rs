//! Turns the stream of a font program of any kind into its glyphs.

use std::cell::LazyCell;
use std::collections::HashMap;
use std::sync::Arc;

use lopdf::{Dictionary, Stream};
use tiny_skia::Path;
use ttf_parser::{RawFace, Tag};

use crate::file::{File, Undecoded};
use crate::resources::font::cff::Cff;
use crate::resources::font::names::meaning;
use crate::resources::font::truetype::{GlyphLookup, TrueType};
use crate::resources::font::type1::Type1;
use crate::resources::font::{FontFault, FontFaultKind, FontKind};

/// The largest program that is opened, in bytes. The largest fonts that are sold, those of East Asia, have 30 MB.
const LARGEST: usize = 64 << 20;

/// A font program.
#[derive(Debug)]
pub(super) enum Program {
    TrueType(TrueType),
    Cff(Cff),
    Type1(Type1),
}

/// A program as the dictionary names it.
#[derive(Debug, Default)]
pub(super) struct Embedded {
    /// Whether there is a stream for it.
    pub(super) present: bool,
    /// The program, if it could be opened.
    pub(super) program: Option<Program>,
}

/// The keys of a descriptor under which programs are (ISO 32000-1, table 122).
const KEYS: [&str; 3] = ["FontFile", "FontFile2", "FontFile3"];

/// The program that a descriptor names, and what is wrong with it.
pub(super) fn embedded(
    file: &File,
    descriptor: &Dictionary,
    kind: FontKind,
    faults: &mut Vec<FontFault>,
) -> Embedded {
    let mut fault = |kind, what: String| faults.push(FontFault { kind, what });
    let mut found = KEYS.into_iter().filter_map(|key| Some((key, file.stream(descriptor, key)?)));
    let Some((key, stream)) = found.next() else {
        if let Some(key) = KEYS.into_iter().find(|key| descriptor.has(key.as_bytes())) {
            fault(FontFaultKind::Program, format!("`{key}` is no stream"));
        }
        return Embedded::default();
    };
    if let Some((other, _)) = found.next() {
        fault(FontFaultKind::Dictionary, format!("the font has both `{key}` and `{other}`"));
    }
    let subtype = file.name(&stream.dict, "Subtype").map(String::from_utf8_lossy);
    if let Some(what) = unfit(kind, key, subtype.as_deref()) {
        fault(FontFaultKind::Program, what);
    }
    let number = descriptor.get(key.as_bytes()).ok().and_then(crate::file::number_of);
    let mut embedded = Embedded { present: true, program: None };
    let bytes = match unpacked(file, stream) {
        Ok(bytes) => bytes,
        Err(what) => {
            file.note_damage(number, format!("the font program {what}"));
            fault(FontFaultKind::Program, format!("the font program {what}"));
            return embedded;
        }
    };
    match open(bytes, key, subtype.as_deref()) {
        Ok(Opened { program, restricted, odd }) => {
            embedded.program = Some(program);
            if let Some(what) = odd {
                fault(FontFaultKind::Program, what);
            }
            if restricted {
                fault(
                    FontFaultKind::Licence,
                    "its maker forbids that it is embedded (`fsType` is 2)".to_owned(),
                );
            }
        }
        Err(what) => {
            fault(FontFaultKind::Program, format!("the font program can't be opened: {what}"));
        }
    }
    embedded
}

/// Whether a program is of a kind that the font may have (ISO 32000-1, table 126).
fn unfit(kind: FontKind, key: &str, subtype: Option<&str>) -> Option<String> {
    let fits = match (kind, key) {
        (FontKind::Type1 | FontKind::MmType1, "FontFile") => true,
        (FontKind::Type1 | FontKind::MmType1, "FontFile3") => {
            matches!(subtype, Some("Type1C" | "OpenType"))
        }
        (FontKind::TrueType | FontKind::CidType2, "FontFile2") => true,
        (FontKind::TrueType | FontKind::CidType2, "FontFile3") => subtype == Some("OpenType"),
        (FontKind::CidType0, "FontFile3") => {
            matches!(subtype, Some("CIDFontType0C" | "OpenType"))
        }
        (FontKind::Type3 | FontKind::Unknown, _) => true,
        _ => false,
    };
    let of = subtype.map_or(String::new(), |subtype| format!(" of the subtype `{subtype}`"));
    (!fits).then(|| format!("a font of this kind may not have its program as `{key}`{of}"))
}

fn unpacked(file: &File, stream: &Stream) -> Result<Vec<u8>, String> {
    let too_large = || format!("is larger than {} MB, and is not looked into", LARGEST >> 20);
    if stream.content.len() > LARGEST {
        return Err(too_large());
    }
    match file.unpacked(stream) {
        Ok(bytes) if bytes.len() > LARGEST => Err(too_large()),
        Ok(bytes) if bytes.is_empty() => Err("is empty".to_owned()),
        Ok(bytes) => Ok(bytes),
        Err(Undecoded::Damaged) => Err("can't be unpacked".to_owned()),
        Err(Undecoded::TooMuch) => Err("asks for more work than a file may".to_owned()),
    }
}

/// A program that could be opened.
struct Opened {
    program: Program,
    /// Whether its maker forbids that it is embedded.
    restricted: bool,
    /// In what it is not what the stream says.
    odd: Option<String>,
}

/// What the bytes of a program are.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Container {
    TrueType,
    OpenTypeCff,
    Cff,
    Type1,
}

impl Container {
    fn of(bytes: &[u8]) -> Option<Container> {
        match bytes {
            [0, 1, 0, 0, ..] | [b't', b'r', b'u', b'e', ..] | [b't', b't', b'c', b'f', ..] => {
                Some(Container::TrueType)
            }
            [b'O', b'T', b'T', b'O', ..] => Some(Container::OpenTypeCff),
            [b'%', b'!', ..] | [0x80, 1, ..] => Some(Container::Type1),
            [1, _, 4..=255, 1..=4, ..] => Some(Container::Cff),
            _ => None,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Container::TrueType => "TrueType",
            Container::OpenTypeCff => "OpenType",
            Container::Cff => "CFF",
            Container::Type1 => "Type 1",
        }
    }
}

/// Opens a program for what it is, and tells if that is not what the stream says.
fn open(bytes: Vec<u8>, key: &str, subtype: Option<&str>) -> Result<Opened, String> {
    let container = Container::of(&bytes).ok_or("its first bytes are those of no font")?;
    let said = match (key, subtype) {
        ("FontFile", _) => &[Container::Type1][..],
        ("FontFile2", _) => &[Container::TrueType],
        (_, Some("OpenType")) => &[Container::TrueType, Container::OpenTypeCff],
        (_, Some("Type1C" | "CIDFontType0C")) => &[Container::Cff],
        // The subtype itself is at fault.
        _ => &[container],
    };
    let restricted = matches!(container, Container::TrueType | Container::OpenTypeCff)
        && restricted(&bytes).unwrap_or_default();
    let program = match container {
        Container::TrueType => Program::TrueType(TrueType::open(bytes)?),
        Container::OpenTypeCff => {
            let table = RawFace::parse(&bytes, 0)
                .ok()
                .and_then(|face| face.table(Tag::from_bytes(b"CFF ")))
                .ok_or("it has no table of glyphs (`CFF`)")?;
            Program::Cff(Cff::open(table.to_vec())?)
        }
        Container::Cff => Program::Cff(Cff::open(bytes)?),
        Container::Type1 => Program::Type1(Type1::open(bytes)?),
    };
    let odd = (!said.contains(&container))
        .then(|| format!("`{key}` holds a font program of another kind: {}", container.name()));
    Ok(Opened { program, restricted, odd })
}

/// Whether a font may only be embedded by leave of its maker (OpenType, `OS/2`, `fsType`: usage permissions of 2).
fn restricted(bytes: &[u8]) -> Option<bool> {
    let table = RawFace::parse(bytes, 0).ok()?.table(Tag::from_bytes(b"OS/2"))?;
    let flags = table.get(8..10)?;
    Some(flags.last()? & 0x0f == 2)
}

impl Program {
    /// How many glyphs it has.
    pub(super) fn glyphs(&self) -> usize {
        match self {
            Program::TrueType(font) => font.glyphs(),
            Program::Cff(font) => font.glyphs(),
            Program::Type1(font) => font.glyphs(),
        }
    }

    /// How wide a glyph is, in thousandths; `None` if the program does not tell.
    pub(super) fn advance(&self, glyph: u16) -> Option<f64> {
        match self {
            Program::TrueType(font) => font.advance(glyph),
            Program::Cff(font) => font.draw(glyph)?.width,
            Program::Type1(font) => font.draw(glyph)?.width,
        }
    }

    /// The outline of a glyph, in thousandths; `None` if it paints nothing, or is not understood.
    pub(super) fn outline(&self, glyph: u16) -> Option<Path> {
        match self {
            Program::TrueType(font) => font.outline(glyph),
            Program::Cff(font) => font.draw(glyph)?.path,
            Program::Type1(font) => font.draw(glyph)?.path,
        }
    }

    /// The name that the built-in encoding gives a code.
    pub(super) fn built_in(&self, code: u8) -> Option<Arc<str>> {
        match self {
            Program::TrueType(_) => None,
            Program::Cff(font) => font.built_in(code).cloned(),
            Program::Type1(font) => font.built_in(code).cloned(),
        }
    }

    /// The glyphs of the codes of a simple font: for each code its glyph, 0 for one that the font has not, `None` where the
    /// font does not tell. `finding` says how a TrueType font finds them.
    pub(super) fn glyphs_of_codes(
        &self,
        names: &[Option<Arc<str>>],
        finding: GlyphLookup,
    ) -> Vec<Option<u16>> {
        let glyphs: Vec<(&str, u16)> = match self {
            Program::TrueType(font) => {
                return font.glyphs_of_codes(names.iter().map(Option::as_deref), finding);
            }
            Program::Cff(font) if font.by_number => return Vec::new(),
            Program::Cff(font) => font.names().collect(),
            Program::Type1(font) => font.names().collect(),
        };
        // Names differ among makers: `mu` and `uni00B5` are the same letter. Variants, which have suffixes, are not.
        let alike = LazyCell::new(|| {
            let mut alike = HashMap::new();
            for (name, glyph) in &glyphs {
                if let Some(text) = plain(name) {
                    let first = alike.entry(text).or_insert(*glyph);
                    *first = (*first).min(*glyph);
                }
            }
            alike
        });
        let names = names.iter().map(|name| {
            let Some(name) = name.as_deref() else { return Some(0) };
            let glyph = self.named(name);
            glyph.or_else(|| alike.get(&plain(name)?).copied()).or(Some(0))
        });
        names.collect()
    }

    fn named(&self, name: &str) -> Option<u16> {
        match self {
            Program::TrueType(_) => None,
            Program::Cff(font) => font.named(name),
            Program::Type1(font) => font.named(name),
        }
    }
}

/// What the name of a glyph says, if it is not that of a variant.
fn plain(name: &str) -> Option<String> {
    if name.contains('.') { None } else { meaning(name) }
}
