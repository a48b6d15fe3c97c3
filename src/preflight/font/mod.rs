//! Fonts: what their dictionaries and their programs say, and whether they agree.

use lopdf::Dictionary;
use tiny_skia::Path;

use crate::preflight::geometry::Matrix;
use crate::preflight::read::File;

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
    /// Whether its name has the tag of a subset.
    pub(crate) subset: bool,
    pub(crate) kind: FontKind,
    /// Whether its program is in the file. True for Type 3, whose glyphs are contents.
    pub(crate) embedded: bool,
    /// What is wrong with the program or with the dictionary, each fault once: what does not open, a program of another
    /// kind than the dictionary says, widths that are not those of the program by more than one unit of a thousand.
    pub(crate) faults: Vec<FontFault>,
    /// Whether it says which characters its codes mean: by a ToUnicode map, or by an encoding whose names are known.
    pub(crate) has_meaning: bool,
    /// From the units of glyphs to those of text: 1/1000 for all but Type 3.
    pub(crate) matrix: Matrix,
    /// The contents of the glyphs of Type 3, by code, as object numbers; empty for others.
    pub(crate) procedures: std::collections::BTreeMap<u32, u32>,
    /// The resources of those.
    pub(crate) resources: Option<Dictionary>,
    /// Whether text runs downwards.
    pub(crate) vertical: bool,
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
    /// Widths that are not those of the program.
    Widths,
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
    /// How far the next glyph is, in thousandths of the size (for Type 3 in its own units).
    pub(crate) advance: f64,
}

impl Font {
    /// Reads a font. Never fails: what can't be read is a fault.
    pub(crate) fn read(_file: &File, _dictionary: &Dictionary, _object: Option<u32>) -> Font {
        unimplemented!()
    }

    /// The codes of a string.
    pub(crate) fn codes(&self, _string: &[u8]) -> Vec<Code> {
        Vec::new()
    }

    /// What a code means; `None` if the font does not say.
    pub(crate) fn meaning(&self, _code: u32) -> Option<String> {
        None
    }

    /// Whether the program has no glyph for a code, or only the sign for a missing one (`.notdef`). False where there is
    /// no program that could tell.
    pub(crate) fn is_missing(&self, _code: u32) -> bool {
        false
    }

    /// The width that the dictionary gives a code, and that which its program has, in thousandths, where they differ by
    /// more than programs round away.
    pub(crate) fn width_fault(&self, _code: u32) -> Option<(f64, f64)> {
        None
    }

    /// Whether outlines of its glyphs can be told, so that a glyph without one is blank.
    pub(crate) fn is_understood(&self) -> bool {
        false
    }

    /// The outline of a glyph, in thousandths of the size; `None` if it has none, or the program is not understood.
    pub(crate) fn outline(&self, _code: u32) -> Option<Path> {
        None
    }
}
