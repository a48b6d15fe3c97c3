//! Tells what the dictionaries of fonts and their programs say, and whether they agree.

mod cff;
mod cff_data;
mod charset;
mod charstring;
mod cmap;
mod composite;
mod encoding;
mod names;
mod program;
mod simple;
#[cfg(test)]
mod tests;
mod to_unicode;
mod truetype;
mod type1;
mod type2;
mod widths;

use std::collections::BTreeMap;

use lopdf::Dictionary;
use tiny_skia::{Path, Transform};

use crate::file::{EMPTY, File};
use crate::geometry::Matrix;
use crate::resources::font::composite::{Composite, descendant};
use crate::resources::font::encoding::procedures;
use crate::resources::font::program::{Embedded, Program, embedded};
use crate::resources::font::simple::{FontContext, Simple};
use crate::resources::font::to_unicode::ToUnicode;

/// Kinds of fonts (ISO 32000-1, 9.5).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FontKind {
    Type1,
    MmType1,
    TrueType,
    Type3,
    /// A composite font whose glyphs are those of a Type 1 or CFF font.
    CidType0,
    /// A composite font whose glyphs are those of a TrueType font.
    CidType2,
    /// Something else.
    Unknown,
}

/// A font.
#[derive(Debug)]
pub(crate) struct Font {
    /// Its object; `None` if it stands in the resources themselves.
    pub(crate) object: Option<u32>,
    /// Its name, without the tag of a subset.
    pub(crate) name: String,
    pub(crate) kind: FontKind,
    /// Whether its program is in the file. True for Type 3, whose glyphs are contents.
    pub(crate) embedded: bool,
    /// What is wrong with the program or with the dictionary, each fault once: what does not open, a program of another
    /// kind than the dictionary says. For widths see [`Font::width_fault`].
    pub(crate) faults: Vec<FontFault>,
    /// Whether it says which characters its codes mean: by a ToUnicode map, or by an encoding whose names are known.
    pub(crate) has_meaning: bool,
    /// From the units of glyphs to those of text: 1/1000 for all but Type 3.
    pub(crate) matrix: Matrix,
    /// The contents of the glyphs of Type 3, by code, as object numbers; empty for others.
    pub(crate) procedures: BTreeMap<u32, u32>,
    /// The resources of those.
    pub(crate) resources: Option<Dictionary>,
    /// Whether text runs downwards.
    pub(crate) vertical: bool,
    /// What its codes are.
    coding: Coding,
    /// What the font itself says that they mean.
    meanings: Option<ToUnicode>,
    /// Its program, if it could be opened.
    program: Option<Program>,
}

/// What the codes of a font are.
#[derive(Debug)]
enum Coding {
    Simple(Simple),
    Composite(Composite),
}

/// What is wrong with a font.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FontFault {
    pub(crate) kind: FontFaultKind,
    /// What, in lower case.
    pub(crate) what: String,
}

/// Kinds of faults of fonts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FontFaultKind {
    /// The program can't be opened, or is of another kind than the dictionary says.
    Program,
    /// The dictionary lacks what it must have, or has it wrong.
    Dictionary,
    /// The ToUnicode map can't be read.
    Meaning,
    /// The font forbids that it is embedded (OS/2 `fsType`).
    Licence,
}

/// One code of a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Code {
    /// The code.
    pub(crate) code: u32,
    /// How many bytes it had.
    pub(crate) bytes: usize,
    /// How far the next glyph is, in thousandths of the size (for Type 3 in its own units): to the right, or upwards, and so
    /// negative, where text runs downwards.
    pub(crate) advance: f64,
}

/// How far a width of the dictionary may be from that of the program, in thousandths of the size. Programs round either to
/// whole thousandths, or to the units of the font and back.
const WIDTH_SLACK: f64 = 1.5;

impl Font {
    /// Reads a font. Never fails: what can't be read is a fault.
    pub(crate) fn read(file: &File, dictionary: &Dictionary, object: Option<u32>) -> Font {
        let mut faults = Vec::new();
        let composite = file.name(dictionary, "Subtype") == Some(b"Type0");
        let own = if composite { descendant(file, dictionary) } else { Some(dictionary) };
        let kind = kind(file, own.unwrap_or(&EMPTY));
        if kind == FontKind::Unknown {
            let what = match (composite, own) {
                (true, None) => "`DescendantFonts` has no font",
                (true, Some(_)) => "the `Subtype` of the descendant is that of no such font",
                (false, _) => "`Subtype` is that of no font",
            };
            faults.push(FontFault { kind: FontFaultKind::Dictionary, what: what.to_owned() });
        }
        let own = own.unwrap_or(&EMPTY);
        let base = file.name(dictionary, "BaseFont").or_else(|| file.name(own, "BaseFont"));
        let base = base.or_else(|| file.name(dictionary, "Name")).unwrap_or_default();
        let name = untagged(base);
        let descriptor = file.dict(own, "FontDescriptor");
        let embedded = match descriptor {
            Some(descriptor) if kind != FontKind::Type3 => {
                embedded(file, descriptor, kind, &mut faults)
            }
            _ => Embedded::default(),
        };
        if composite && descriptor.is_none() && kind != FontKind::Unknown {
            let what = "`FontDescriptor` is missing".to_owned();
            faults.push(FontFault { kind: FontFaultKind::Dictionary, what });
        }
        let coding = if composite {
            Coding::Composite(Composite::read(file, dictionary, own, kind, &embedded, &mut faults))
        } else {
            let context = FontContext { kind, name: &name, descriptor, embedded: &embedded };
            Coding::Simple(Simple::read(file, dictionary, context, &mut faults))
        };
        let meanings = ToUnicode::read(file, dictionary);
        if let Some(map) = &meanings {
            let beyond = !composite && !map.is_empty() && !map.reaches(255);
            let beyond = beyond.then(|| "the ToUnicode map has no code of one byte".to_owned());
            if let Some(what) = map.fault.clone().or(beyond) {
                faults.push(FontFault { kind: FontFaultKind::Meaning, what });
            }
        }
        let mut font = Font {
            object,
            name,
            kind,
            embedded: embedded.present || kind == FontKind::Type3,
            faults: Vec::new(),
            has_meaning: false,
            matrix: Matrix([0.001, 0.0, 0.0, 0.001, 0.0, 0.0]),
            procedures: BTreeMap::new(),
            resources: None,
            vertical: false,
            coding,
            meanings,
            program: embedded.program,
        };
        if kind == FontKind::Type3 {
            font.read_procedures(file, dictionary, &mut faults);
        }
        font.vertical = matches!(&font.coding, Coding::Composite(font) if font.codes.vertical);
        font.has_meaning = font.meanings.as_ref().is_some_and(|map| !map.is_empty())
            || match &font.coding {
                Coding::Simple(simple) => (0..256).any(|code| simple.meaning(code).is_some()),
                Coding::Composite(font) => font.codes.predefined || font.collection,
            };
        faults.dedup();
        font.faults = faults;
        font
    }

    fn read_procedures(
        &mut self,
        file: &File,
        dictionary: &Dictionary,
        faults: &mut Vec<FontFault>,
    ) {
        let mut fault = |what: &str| {
            faults.push(FontFault { kind: FontFaultKind::Dictionary, what: what.to_owned() });
        };
        match file.matrix(dictionary, "FontMatrix") {
            Some(matrix) => self.matrix = matrix,
            None => fault("`FontMatrix` is missing"),
        }
        if file.dict(dictionary, "CharProcs").is_none() {
            fault("`CharProcs` is missing");
        }
        if let Coding::Simple(simple) = &self.coding {
            self.procedures = procedures(file, dictionary, &simple.names);
        }
        self.resources = file.dict(dictionary, "Resources").cloned();
    }

    /// The codes of a string.
    pub(crate) fn codes(&self, string: &[u8]) -> Vec<Code> {
        match &self.coding {
            Coding::Simple(simple) => {
                let codes = string.iter().map(|byte| {
                    let code = u32::from(*byte);
                    let advance = simple.advance(code, self.program.as_ref());
                    Code { code, bytes: 1, advance }
                });
                codes.collect()
            }
            Coding::Composite(composite) => {
                let mut rest = string;
                let mut codes = Vec::with_capacity(string.len() / 2);
                while let Some((code, bytes)) = composite.codes.next(rest) {
                    codes.push(Code { code, bytes, advance: composite.advance(code) });
                    rest = rest.get(bytes.max(1)..).unwrap_or_default();
                }
                codes
            }
        }
    }

    /// What a code means; `None` if the font does not say. Of the codes of the CMaps of East Asia only those are known that
    /// are Unicode, though [`Font::has_meaning`] holds for all of them.
    pub(crate) fn meaning(&self, code: u32) -> Option<String> {
        let meaning = self.meanings.as_ref().and_then(|map| map.get(code));
        meaning.or_else(|| match &self.coding {
            Coding::Simple(simple) => simple.meaning(code),
            Coding::Composite(composite) if composite.codes.unicode => unicode(code),
            Coding::Composite(_) => None,
        })
    }

    /// Whether a code means something, if only to those who have the CMaps of East Asia.
    pub(crate) fn has_meaning_of(&self, code: u32) -> bool {
        let known = match &self.coding {
            Coding::Simple(_) => false,
            Coding::Composite(font) => font.codes.predefined || font.collection,
        };
        known || self.meaning(code).is_some()
    }

    /// Whether outlines of its glyphs are known, so that a glyph without one is blank.
    pub(crate) fn is_understood(&self) -> bool {
        self.program.is_some()
    }

    /// Whether the program has no glyph for a code, or only the sign for a missing one (`.notdef`). False where there is
    /// no program that could tell, and for blanks and controls, of which nothing is seen.
    pub(crate) fn is_missing(&self, code: u32) -> bool {
        if self.glyph(code) != Some(0) {
            return false;
        }
        if let Coding::Simple(simple) = &self.coding {
            let named = simple.name(code);
            if matches!(code, 0..=32 | 127) && !named.is_some_and(is_visible) {
                return false;
            }
            if named.is_some_and(|name| {
                matches!(name, "space" | "nbspace" | ".null" | "nonmarkingreturn")
            }) {
                return false;
            }
        }
        self.meaning(code).is_none_or(|text| text.chars().any(is_inked))
    }

    /// The width of a code in the dictionary, and that in the program, in thousandths, if they differ by more than rounding
    /// does. `None` too where either is not known.
    pub(crate) fn width_fault(&self, code: u32) -> Option<(f64, f64)> {
        let glyph = self.glyph(code).filter(|glyph| *glyph != 0)?;
        let said = match &self.coding {
            Coding::Simple(simple) => simple.widths.given(code)?,
            Coding::Composite(composite) => composite.widths.width(composite.codes.cid(code)?),
        };
        let true_width = self.program.as_ref()?.advance(glyph)?;
        let apart = (said - true_width).abs();
        (apart > WIDTH_SLACK && apart > true_width.abs() / 1000.0).then_some((said, true_width))
    }

    /// The outline of a glyph, in thousandths of the size; `None` if it has none, or the program is not understood. Where
    /// text runs downwards its origin is above the glyph, as it is for the advance.
    pub(crate) fn outline(&self, code: u32) -> Option<Path> {
        let path = self.program.as_ref()?.outline(self.glyph(code)?)?;
        match &self.coding {
            Coding::Composite(composite) if self.vertical => {
                let (_, (x, y)) = composite.widths.vertical(composite.codes.cid(code)?);
                // Read in single precision.
                path.transform(Transform::from_translate(-x as f32, -y as f32))
            }
            _ => Some(path),
        }
    }

    /// The glyph of a code: 0 for one that the program has not, `None` where it is not known.
    fn glyph(&self, code: u32) -> Option<u16> {
        match &self.coding {
            Coding::Simple(simple) => simple.glyph(code),
            Coding::Composite(composite) => composite.glyph(code, self.program.as_ref()),
        }
    }
}

/// What a dictionary says that a font is (ISO 32000-1, table 110).
fn kind(file: &File, dictionary: &Dictionary) -> FontKind {
    match file.name(dictionary, "Subtype") {
        Some(b"Type1") => FontKind::Type1,
        Some(b"MMType1") => FontKind::MmType1,
        Some(b"TrueType") => FontKind::TrueType,
        Some(b"Type3") => FontKind::Type3,
        Some(b"CIDFontType0") => FontKind::CidType0,
        Some(b"CIDFontType2") => FontKind::CidType2,
        _ => FontKind::Unknown,
    }
}

/// The name of a font without the tag of a subset: six capital letters and a plus (ISO 32000-1, 9.6.4).
fn untagged(name: &[u8]) -> String {
    let tagged = name.get(6) == Some(&b'+') && name.iter().take(6).all(u8::is_ascii_uppercase);
    let name = if tagged { name.get(7..).unwrap_or_default() } else { name };
    String::from_utf8_lossy(name).into_owned()
}

/// A code of a CMap whose codes are UTF-16 or UTF-32.
fn unicode(code: u32) -> Option<String> {
    let character = match (code >> 16, code & 0xffff) {
        (high @ 0xd800..=0xdbff, low @ 0xdc00..=0xdfff) => {
            char::from_u32(0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00))
        }
        _ => char::from_u32(code),
    };
    character.map(String::from)
}

/// Whether a name is that of a glyph of which something is seen.
fn is_visible(name: &str) -> bool {
    names::meaning(name).is_some_and(|text| text.chars().any(is_inked))
}

/// Whether something is seen of a character: it is no blank, no control, and none of those that only steer others.
fn is_inked(character: char) -> bool {
    !(character.is_whitespace()
        || character.is_control()
        || matches!(
            u32::from(character),
            0xad | 0x061c | 0x180e | 0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x206f | 0xfe00..=0xfe0f | 0xfeff
        ))
}
