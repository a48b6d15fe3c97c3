//! Turns a CFF font program into its glyphs, by name, by CID and by code (Adobe Technical Note 5176).

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::geometry::Matrix;
use crate::resources::font::cff_data::{Dict, Index, dict, offset, unsigned};
use crate::resources::font::charset::{charset, encoding, string};
use crate::resources::font::charstring::GlyphOutline;
use crate::resources::font::encoding::standard_name;
use crate::resources::font::type2::{self, Subroutines};

/// A CFF font.
#[derive(Debug)]
pub(super) struct Cff {
    bytes: Vec<u8>,
    char_strings: Index,
    globals: Index,
    /// From the units of the font to thousandths.
    matrix: [f64; 6],
    /// Whether its glyphs have numbers (CIDs) in place of names.
    pub(super) by_number: bool,
    /// The glyphs by name; empty if they have numbers.
    names: HashMap<Arc<str>, u16>,
    /// The glyphs by CID; empty if they have names.
    numbers: BTreeMap<u16, u16>,
    /// The names of the built-in encoding.
    encoding: Vec<Option<Arc<str>>>,
    parts: Vec<Part>,
    /// Which part a glyph belongs to; empty if there is but one.
    select: Vec<u8>,
}

/// What the glyphs of a font, or of a part of one whose glyphs have numbers, share.
#[derive(Debug, Clone, Default)]
struct Part {
    default_width: f64,
    nominal_width: f64,
    locals: Index,
    matrix: Option<[f64; 6]>,
}

const CHAR_STRINGS: u16 = 17;
const PRIVATE: u16 = 18;
const SUBROUTINES: u16 = 19;
const DEFAULT_WIDTH: u16 = 20;
const NOMINAL_WIDTH: u16 = 21;
const FONT_MATRIX: u16 = 0x0c07;
const REGISTRY: u16 = 0x0c1e;
const PARTS: u16 = 0x0c24;
const SELECT: u16 = 0x0c25;

fn matrix(dict: &Dict) -> Option<[f64; 6]> {
    dict.get(&FONT_MATRIX)?.as_slice().try_into().ok()
}

/// The first matrix, and then the second.
fn then([a, b, c, d, e, f]: [f64; 6], [g, h, i, j, k, l]: [f64; 6]) -> [f64; 6] {
    Matrix([a, b, c, d, e, f]).then(Matrix([g, h, i, j, k, l])).0
}

impl Cff {
    /// Opens a font. The error says what is wrong with it.
    pub(super) fn open(bytes: Vec<u8>) -> Result<Cff, &'static str> {
        if bytes.first() != Some(&1) {
            return Err("its CFF header is not that of version 1");
        }
        let header = usize::from(bytes.get(2).copied().unwrap_or_default());
        let first = Index::read(&bytes, header).ok_or("its index of names is broken")?;
        let (tops, after) = Index::read(&bytes, first.1).ok_or("its dictionary is not there")?;
        let top = tops.get(&bytes, 0).and_then(dict).ok_or("its dictionary is broken")?;
        let (strings, after) =
            Index::read(&bytes, after).ok_or("its index of strings is broken")?;
        let (globals, _) = Index::read(&bytes, after).ok_or("its subroutines are broken")?;
        let (char_strings, _) = offset(&top, CHAR_STRINGS, 0)
            .filter(|at| *at > 0)
            .and_then(|at| Index::read(&bytes, at))
            .ok_or("its glyphs are not there")?;
        if char_strings.count == 0 {
            return Err("it has no glyphs");
        }
        let by_number = top.contains_key(&REGISTRY);
        let charset = charset(&bytes, &top, char_strings.count, by_number)
            .ok_or("its list of glyphs is broken")?;
        let mut cff = Cff {
            char_strings,
            globals,
            matrix: [1.0, 0.0, 0.0, 1.0, 0.0, 0.0],
            by_number,
            names: HashMap::new(),
            numbers: BTreeMap::new(),
            encoding: Vec::new(),
            parts: Vec::new(),
            select: Vec::new(),
            bytes,
        };
        let thousand = [1000.0, 0.0, 0.0, 1000.0, 0.0, 0.0];
        let standard = [0.001, 0.0, 0.0, 0.001, 0.0, 0.0];
        if by_number {
            (cff.parts, cff.select) = cff.parts(&top).ok_or("its parts are broken")?;
            // The matrix of the whole may stand in the parts alone.
            let whole = match matrix(&top) {
                Some(matrix) => matrix,
                None if cff.parts.iter().any(|part| part.matrix.is_some()) => {
                    [1.0, 0.0, 0.0, 1.0, 0.0, 0.0]
                }
                None => standard,
            };
            cff.matrix = then(whole, thousand);
            for (glyph, number) in (0..).zip(charset) {
                cff.numbers.entry(number).or_insert(glyph);
            }
        } else {
            cff.matrix = then(matrix(&top).unwrap_or(standard), thousand);
            cff.parts.push(part(&cff.bytes, &top).unwrap_or_default());
            let names = charset.iter().map(|number| string(&cff.bytes, strings, *number));
            let names: Vec<Option<Arc<str>>> = names.collect();
            cff.encoding = encoding(&cff.bytes, &top, &names);
            for (glyph, name) in (0..).zip(names) {
                if let Some(name) = name {
                    cff.names.entry(name).or_insert(glyph);
                }
            }
        }
        Ok(cff)
    }

    /// The parts of a font that is keyed by CID, and the part of each glyph.
    fn parts(&self, top: &Dict) -> Option<(Vec<Part>, Vec<u8>)> {
        let (index, _) = Index::read(&self.bytes, offset(top, PARTS, 0)?)?;
        let mut parts = Vec::new();
        // A glyph names its part with one byte.
        for number in 0..index.count.min(256) {
            let dict = dict(index.get(&self.bytes, number)?)?;
            let mut part = part(&self.bytes, &dict).unwrap_or_default();
            part.matrix = matrix(&dict);
            parts.push(part);
        }
        let at = offset(top, SELECT, 0)?;
        let glyphs = self.char_strings.count;
        let mut select = Vec::new();
        match self.bytes.get(at)? {
            0 => select = self.bytes.get(at + 1..(at + 1).checked_add(glyphs)?)?.to_vec(),
            3 => {
                for number in 0..unsigned(&self.bytes, at + 1, 2)? {
                    let range = at + 3 + number * 3;
                    let next = unsigned(&self.bytes, range + 3, 2)?.min(glyphs);
                    let part = *self.bytes.get(range + 2)?;
                    if next > select.len() {
                        select.resize(next, part);
                    }
                }
            }
            _ => return None,
        }
        Some((parts, select))
    }

    /// How many glyphs it has.
    pub(super) fn glyphs(&self) -> usize {
        self.char_strings.count
    }

    /// The glyph of a name.
    pub(super) fn named(&self, name: &str) -> Option<u16> {
        self.names.get(name).copied()
    }

    /// The names of the glyphs.
    pub(super) fn names(&self) -> impl Iterator<Item = (&str, u16)> {
        self.names.iter().map(|(name, glyph)| (name.as_ref(), *glyph))
    }

    /// The glyph of a CID.
    pub(super) fn numbered(&self, number: u16) -> Option<u16> {
        self.numbers.get(&number).copied()
    }

    /// The name that the built-in encoding gives a code.
    pub(super) fn built_in(&self, code: u8) -> Option<&Arc<str>> {
        self.encoding.get(usize::from(code))?.as_ref()
    }

    fn part(&self, glyph: u16) -> Option<&Part> {
        let number = self.select.get(usize::from(glyph)).copied().unwrap_or_default();
        self.parts.get(usize::from(number))
    }

    /// The outline of a glyph, with its width in thousandths.
    pub(super) fn draw(&self, glyph: u16) -> Option<GlyphOutline> {
        let program = self.char_strings.get(&self.bytes, usize::from(glyph))?;
        let part = self.part(glyph)?;
        let matrix = part.matrix.map_or(self.matrix, |matrix| then(matrix, self.matrix));
        let drawn = type2::draw(program, &Glyph { cff: self, part }, matrix)?;
        let width = drawn.width.map_or(part.default_width, |width| part.nominal_width + width);
        Some(GlyphOutline { width: Some(width * matrix[0]), ..drawn })
    }
}

/// A glyph's place in its font.
struct Glyph<'a> {
    cff: &'a Cff,
    part: &'a Part,
}

impl Subroutines for Glyph<'_> {
    fn local(&self, place: i64) -> Option<&[u8]> {
        self.part.locals.subroutine(&self.cff.bytes, place)
    }

    fn global(&self, place: i64) -> Option<&[u8]> {
        self.cff.globals.subroutine(&self.cff.bytes, place)
    }

    fn standard_glyph(&self, code: i64) -> Option<&[u8]> {
        let glyph = self.cff.named(standard_name(u8::try_from(code).ok()?)?)?;
        self.cff.char_strings.get(&self.cff.bytes, usize::from(glyph))
    }
}

fn part(bytes: &[u8], owner: &Dict) -> Option<Part> {
    let (size, at) = (offset(owner, PRIVATE, 0)?, offset(owner, PRIVATE, 1)?);
    let private = dict(bytes.get(at..at.checked_add(size)?)?)?;
    let number = |operator| private.get(&operator).and_then(|numbers| numbers.first()).copied();
    let locals = offset(&private, SUBROUTINES, 0)
        .and_then(|offset| Index::read(bytes, at.checked_add(offset)?))
        .map(|(index, _)| index);
    Some(Part {
        default_width: number(DEFAULT_WIDTH).unwrap_or_default(),
        nominal_width: number(NOMINAL_WIDTH).unwrap_or_default(),
        locals: locals.unwrap_or_default(),
        matrix: None,
    })
}
