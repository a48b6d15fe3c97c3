//! Turns the dictionary of a composite font into what its codes mean (ISO 32000-1, 9.7).

use lopdf::{Dictionary, Object};

use crate::file::File;
use crate::resources::font::cmap::CodeMap;
use crate::resources::font::program::{Embedded, Program};
use crate::resources::font::widths::CidWidths;
use crate::resources::font::{FontFault, FontFaultKind, FontKind};

/// The codes of a composite font.
#[derive(Debug)]
pub(super) struct Composite {
    pub(super) codes: CodeMap,
    pub(super) widths: CidWidths,
    map: CidMap,
    /// Whether its CIDs are those of a collection of East Asia, which say what they mean.
    pub(super) collection: bool,
}

/// What leads from CIDs to the glyphs of the program.
#[derive(Debug)]
enum CidMap {
    /// The CID is the glyph.
    Identity,
    /// Two bytes for each CID.
    Table(Vec<u8>),
    /// The program has its glyphs by CID.
    Program,
    /// It is unknown.
    Unknown,
}

impl Composite {
    /// Reads the codes of a composite font, and what is wrong with its dictionaries. `font` is the font, `descendant` that
    /// which it stands on.
    pub(super) fn read(
        file: &File,
        font: &Dictionary,
        descendant: &Dictionary,
        kind: FontKind,
        embedded: &Embedded,
        faults: &mut Vec<FontFault>,
    ) -> Composite {
        let mut fault =
            |what: String| faults.push(FontFault { kind: FontFaultKind::Dictionary, what });
        let codes = CodeMap::read(file, font);
        if let Some(what) = &codes.fault {
            fault(what.clone());
        }
        let widths = CidWidths::read(file, descendant);
        if let Some(what) = &widths.fault {
            fault(what.clone());
        }
        let system = file.dict(descendant, "CIDSystemInfo");
        if system.is_none() {
            fault("`CIDSystemInfo` is missing".to_owned());
        }
        let ordering = system.and_then(|system| file.string(system, "Ordering"));
        let collection =
            matches!(ordering, Some(b"GB1" | b"CNS1" | b"Japan1" | b"Japan2" | b"Korea1" | b"KR"));
        let own = file.entry(descendant, "CIDToGIDMap");
        if kind == FontKind::CidType2 && embedded.present && own.is_none() {
            // ISO 32000-1 takes `Identity` then; PDF/UA, PDF/A and PDF/X do not (ISO 14289-1, 7.21.3.2).
            fault("`CIDToGIDMap` is missing".to_owned());
        }
        let map = match (&embedded.program, own) {
            (None, _) => CidMap::Unknown,
            (Some(Program::Cff(cff)), None | Some(Object::Name(_))) => {
                if cff.by_number {
                    CidMap::Program
                } else {
                    CidMap::Identity
                }
            }
            (_, Some(Object::Stream(stream))) => match file.unpacked(stream) {
                Ok(mut table) => {
                    table.truncate(2 * 65_536);
                    CidMap::Table(table)
                }
                Err(_) => {
                    fault("`CIDToGIDMap` can't be unpacked".to_owned());
                    CidMap::Unknown
                }
            },
            (_, Some(Object::Name(name))) if name == b"Identity" => CidMap::Identity,
            (_, None) => CidMap::Identity,
            (_, Some(_)) => {
                fault("`CIDToGIDMap` is neither `Identity` nor a stream".to_owned());
                CidMap::Unknown
            }
        };
        Composite { codes, widths, map, collection }
    }

    /// The glyph of a code: 0 for one that the program has not, `None` where it is not known.
    pub(super) fn glyph(&self, code: u32, program: Option<&Program>) -> Option<u16> {
        let (cid, program) = (self.codes.cid(code)?, program?);
        let glyph = match (&self.map, program) {
            (CidMap::Identity, _) => cid,
            (CidMap::Table(table), _) => {
                let at = usize::from(cid) * 2;
                match table.get(at..at + 2) {
                    Some([high, low]) => u16::from_be_bytes([*high, *low]),
                    _ => 0,
                }
            }
            (CidMap::Program, Program::Cff(cff)) => cff.numbered(cid).unwrap_or_default(),
            _ => return None,
        };
        Some(if usize::from(glyph) < program.glyphs() { glyph } else { 0 })
    }

    /// How far the next glyph is, in thousandths; upwards, and so mostly negative, for text that runs downwards.
    pub(super) fn advance(&self, code: u32) -> f64 {
        let cid = self.codes.cid(code).unwrap_or_default();
        if self.codes.vertical { self.widths.vertical(cid).0 } else { self.widths.width(cid) }
    }
}

/// The descendant of a composite font.
pub(super) fn descendant<'a>(file: &'a File, font: &'a Dictionary) -> Option<&'a Dictionary> {
    file.dictionary(file.array(font, "DescendantFonts")?.first()?)
}
