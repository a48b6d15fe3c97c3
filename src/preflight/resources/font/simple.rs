//! Turns the dictionary of a simple font into what its codes mean (ISO 32000-1, 9.6).

use std::sync::Arc;

use lopdf::Dictionary;

use crate::file::File;
use crate::resources::font::encoding::{Base, Encoding};
use crate::resources::font::names::meaning;
use crate::resources::font::program::{Embedded, Program};
use crate::resources::font::truetype::GlyphLookup;
use crate::resources::font::widths::SimpleWidths;
use crate::resources::font::{FontFault, FontFaultKind, FontKind};

/// The codes of a simple font.
#[derive(Debug)]
pub(super) struct Simple {
    /// The names of the glyphs, by code.
    pub(super) names: Vec<Option<Arc<str>>>,
    /// The glyphs by code: 0 for one that the program has not, `None` where it is not known.
    glyphs: Vec<Option<u16>>,
    pub(super) widths: SimpleWidths,
}

/// The 14 standard fonts, whose widths every reader knows (ISO 32000-1, 9.6.2.2).
const STANDARD_FONTS: [&str; 14] = [
    "Times-Roman",
    "Times-Bold",
    "Times-Italic",
    "Times-BoldItalic",
    "Helvetica",
    "Helvetica-Bold",
    "Helvetica-Oblique",
    "Helvetica-BoldOblique",
    "Courier",
    "Courier-Bold",
    "Courier-Oblique",
    "Courier-BoldOblique",
    "Symbol",
    "ZapfDingbats",
];

/// What is known of a simple font before its codes are.
#[derive(Debug, Clone, Copy)]
pub(super) struct FontContext<'a> {
    pub(super) kind: FontKind,
    /// Its name, without the tag of a subset.
    pub(super) name: &'a str,
    pub(super) descriptor: Option<&'a Dictionary>,
    pub(super) embedded: &'a Embedded,
}

impl Simple {
    /// Reads the codes of a simple font, and what is wrong with its dictionary.
    pub(super) fn read(
        file: &File,
        font: &Dictionary,
        context: FontContext<'_>,
        faults: &mut Vec<FontFault>,
    ) -> Simple {
        let FontContext { kind, name, descriptor, embedded } = context;
        let mut fault =
            |what: String| faults.push(FontFault { kind: FontFaultKind::Dictionary, what });
        let standard = kind == FontKind::Type1 && STANDARD_FONTS.contains(&name);
        let free = standard && !embedded.present;
        if descriptor.is_none() && kind != FontKind::Type3 && !standard {
            fault("`FontDescriptor` is missing".to_owned());
        }
        let widths = SimpleWidths::read(file, font, descriptor, name, !free);
        if let Some(what) = &widths.fault {
            fault(what.clone());
        }
        let flags = descriptor.and_then(|descriptor| file.integer(descriptor, "Flags"));
        if let Some(descriptor) = descriptor
            && kind != FontKind::Type3
        {
            let symbolic = flags.unwrap_or_default() & SYMBOLIC != 0;
            let nonsymbolic = flags.unwrap_or_default() & NONSYMBOLIC != 0;
            if flags.is_none() {
                fault("`Flags` is missing in the descriptor".to_owned());
            } else if symbolic == nonsymbolic {
                let what = if symbolic { "both" } else { "neither" };
                fault(format!("`Flags` calls the font {what} symbolic and nonsymbolic"));
            }
            if !descriptor.has(b"FontName") {
                fault("`FontName` is missing in the descriptor".to_owned());
            }
        }
        let symbolic = flags.is_some_and(|flags| flags & NONSYMBOLIC == 0 && flags & SYMBOLIC != 0);
        let true_type = kind == FontKind::TrueType;
        let base = Base { font: name, embedded: embedded.present, symbolic, true_type };
        let mut encoding = Encoding::read(file, font, base);
        if let Some(what) = encoding.fault {
            fault(what);
        }
        if kind == FontKind::Type3 && !encoding.given {
            fault("`Encoding` is missing".to_owned());
        }
        if encoding.built_in
            && let Some(program) = &embedded.program
        {
            for (code, place) in (0..=255).zip(&mut encoding.names) {
                if place.is_none() {
                    *place = program.built_in(code);
                }
            }
        }
        let mut simple = Simple { names: encoding.names, glyphs: Vec::new(), widths };
        if let Some(program) = &embedded.program {
            let finding = match (encoding.given, symbolic) {
                (false, _) => GlyphLookup::Codes,
                (true, true) => GlyphLookup::Signs,
                (true, false) => GlyphLookup::Names,
            };
            simple.glyphs = program.glyphs_of_codes(&simple.names, finding);
            // Names of which the program has none at all are no names of glyphs: its encoding is one that is not read.
            if encoding.built_in && !encoding.given && simple.names.iter().all(Option::is_none) {
                simple.glyphs.clear();
            }
        }
        simple
    }

    /// What the name of a code's glyph says.
    pub(super) fn meaning(&self, code: u32) -> Option<String> {
        meaning(self.name(code)?)
    }

    /// The name of a code's glyph.
    pub(super) fn name(&self, code: u32) -> Option<&str> {
        self.names.get(usize::try_from(code).ok()?)?.as_deref()
    }

    /// The glyph of a code: 0 for one that the program has not, `None` where it is not known.
    pub(super) fn glyph(&self, code: u32) -> Option<u16> {
        *self.glyphs.get(usize::try_from(code).ok()?)?
    }

    /// How wide the glyph of a code is, in thousandths.
    pub(super) fn advance(&self, code: u32, program: Option<&Program>) -> f64 {
        let of_program = || match (self.glyph(code), program) {
            // What is not there has no width where the dictionary gives it none.
            (Some(glyph), Some(program)) if self.widths.fault.is_some() => program.advance(glyph),
            _ => None,
        };
        let given = self.widths.given(code).or_else(of_program);
        given.or(self.widths.missing()).unwrap_or_default()
    }
}

/// Flags of a descriptor (ISO 32000-1, table 123).
const SYMBOLIC: i64 = 1 << 2;
const NONSYMBOLIC: i64 = 1 << 5;
