//! Turns a TrueType font program into its glyphs, by name, by character and by code.

use std::collections::HashMap;

use tiny_skia::{Path, PathBuilder};
use ttf_parser::{Face, GlyphId, OutlineBuilder, PlatformId, Tag, loca};

use crate::file::Malformed;
use crate::resources::font::encoding::mac_code;
use crate::resources::font::names::{LONGEST_NAME, MACINTOSH, meaning};

/// A TrueType font.
#[derive(Debug)]
pub(super) struct TrueType {
    bytes: Vec<u8>,
    glyphs: u16,
    /// From the units of the font to thousandths.
    scale: f64,
}

/// How a TrueType font finds the glyphs of a simple font (ISO 32000-1, 9.6.6.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum GlyphLookup {
    /// By codes: the dictionary has no encoding.
    Codes,
    /// It has one, but calls the font symbolic.
    Signs,
    /// By the names of an encoding.
    Names,
}

/// How many points a glyph may have, components counted as often as they are used. The richest that are sold have some
/// thousand.
const MOST_POINTS: usize = 40_000;

/// How many components a glyph may have, and how deep they may be nested.
const MOST_COMPONENTS: usize = 256;
const MOST_LEVELS: usize = 8;

/// How large the units of a font may be (OpenType, `head`).
const MOST_UNITS: u16 = 16_384;

impl TrueType {
    /// Opens a font. The error says what is wrong with it.
    pub(super) fn open(bytes: Vec<u8>) -> Result<TrueType, String> {
        let face = Face::parse(&bytes, 0).map_err(|error| error.to_string())?;
        let glyphs = face.number_of_glyphs();
        let units = face.units_per_em();
        if !(16..=MOST_UNITS).contains(&units) {
            return Err(format!("it has {units} units to its size"));
        }
        if face.tables().glyf.is_none() {
            return Err("it has no table of glyphs (`glyf`)".to_owned());
        }
        let scale = 1000.0 / f64::from(units);
        Ok(TrueType { glyphs, scale, bytes })
    }

    fn face(&self) -> Option<Face<'_>> {
        Face::parse(&self.bytes, 0).ok()
    }

    /// How many glyphs it has.
    pub(super) fn glyphs(&self) -> usize {
        usize::from(self.glyphs)
    }

    /// How wide a glyph is, in thousandths; `None` for one that it does not have.
    pub(super) fn advance(&self, glyph: u16) -> Option<f64> {
        let advance = self.face()?.glyph_hor_advance(GlyphId(glyph))?;
        Some(f64::from(advance) * self.scale)
    }

    /// The outline of a glyph in thousandths, y upwards; `None` if it paints nothing, or asks for too much.
    pub(super) fn outline(&self, glyph: u16) -> Option<Path> {
        let face = self.face()?;
        let table = |tag| face.raw_face().table(Tag::from_bytes(tag));
        let glyf = table(b"glyf")?;
        let format = face.tables().head.index_to_location_format;
        let loca =
            loca::Table::parse(face.tables().maxp.number_of_glyphs, format, table(b"loca")?)?;
        let mut cost = Cost { loca, glyf, points: MOST_POINTS, parts: MOST_COMPONENTS };
        cost.count(glyph, 0).ok()?;
        let mut outline = Outline { builder: PathBuilder::new(), scale: self.scale as f32 };
        face.tables().glyf?.outline(GlyphId(glyph), &mut outline)?;
        outline.builder.finish()
    }

    /// The glyphs of the codes of a simple font (ISO 32000-1, 9.6.6.4): for each code its glyph, 0 for one that the font has
    /// not, `None` where the font does not tell.
    pub(super) fn glyphs_of_codes<'a>(
        &self,
        names: impl Iterator<Item = Option<&'a str>>,
        finding: GlyphLookup,
    ) -> Vec<Option<u16>> {
        let Some(face) = self.face() else { return Vec::new() };
        let tables = Tables::find(&face);
        let post = post_names(&face);
        let by_code = match finding {
            GlyphLookup::Codes => true,
            // Readers go by the names if there is a table of characters, though the clause does not.
            GlyphLookup::Signs => tables.unicode.is_none(),
            GlyphLookup::Names => false,
        };
        let codes = 0..=255_u8;
        codes
            .zip(names)
            .map(|(code, name)| {
                let named = || name.and_then(|name| tables.named(name, &post));
                let coded = || tables.coded(code);
                // A font that has but signs can't have been meant to find them by names.
                let sign = || coded().filter(|_| tables.unicode.is_none() && tables.mac.is_none());
                let glyph = if by_code { coded().or_else(named) } else { named().or_else(sign) };
                let blind = tables.is_empty() || (name.is_some_and(|name| meaning(name).is_none()));
                glyph.or((!blind).then_some(0))
            })
            .collect()
    }
}

/// The tables that find glyphs.
#[derive(Default)]
struct Tables<'a> {
    /// By characters.
    unicode: Option<ttf_parser::cmap::Subtable<'a>>,
    /// By codes of a font of signs.
    symbol: Option<ttf_parser::cmap::Subtable<'a>>,
    /// By codes of Mac OS Roman.
    mac: Option<ttf_parser::cmap::Subtable<'a>>,
}

impl<'a> Tables<'a> {
    fn find(face: &Face<'a>) -> Tables<'a> {
        let mut tables = Tables::default();
        for table in face.tables().cmap.iter().flat_map(|cmap| cmap.subtables) {
            match (table.platform_id, table.encoding_id) {
                (PlatformId::Windows, 0) => tables.symbol = Some(table),
                (PlatformId::Windows, 1 | 10) => tables.unicode = Some(table),
                (PlatformId::Unicode, _) if tables.unicode.is_none() => {
                    tables.unicode = Some(table)
                }
                (PlatformId::Macintosh, 0) => tables.mac = Some(table),
                _ => {}
            }
        }
        tables
    }

    fn is_empty(&self) -> bool {
        self.unicode.is_none() && self.symbol.is_none() && self.mac.is_none()
    }

    fn named(&self, name: &str, post: &HashMap<String, u16>) -> Option<u16> {
        let character = || {
            let text = meaning(name)?;
            let mut characters = text.chars();
            characters.next().filter(|_| characters.next().is_none())
        };
        look(self.unicode.as_ref(), character().map(u32::from))
            .or_else(|| look(self.mac.as_ref(), mac_code(name).map(u32::from)))
            .or_else(|| post.get(name).copied())
    }

    fn coded(&self, code: u8) -> Option<u16> {
        let code = u32::from(code);
        // Fonts of signs have their codes in one of the pages of the private area.
        let pages = [0xf000, 0, 0xf100, 0xf200];
        pages
            .into_iter()
            .find_map(|page| look(self.symbol.as_ref(), Some(page + code)))
            .or_else(|| look(self.mac.as_ref(), Some(code)))
            .or_else(|| look(self.unicode.as_ref(), Some(code)))
    }
}

fn look(table: Option<&ttf_parser::cmap::Subtable<'_>>, code: Option<u32>) -> Option<u16> {
    table?.glyph_index(code?).map(|glyph| glyph.0).filter(|glyph| *glyph != 0)
}

/// The names that the font gives its glyphs (OpenType, `post`, versions 1.0 and 2.0).
fn post_names(face: &Face<'_>) -> HashMap<String, u16> {
    let mut names = HashMap::new();
    let Some(post) = face.raw_face().table(Tag::from_bytes(b"post")) else { return names };
    let word = |at: usize| {
        let bytes = post.get(at..at.checked_add(2)?)?;
        Some(usize::from(u16::from_be_bytes([*bytes.first()?, *bytes.get(1)?])))
    };
    match post.first_chunk::<4>() {
        Some([0, 1, 0, 0]) => {
            names.extend(
                (0..).zip(MACINTOSH.iter()).map(|(glyph, name)| ((*name).to_owned(), glyph)),
            );
        }
        Some([0, 2, 0, 0]) => {
            let count = word(32).unwrap_or_default();
            let mut own: Vec<&[u8]> = Vec::new();
            let mut rest = post.get(34 + count * 2..).unwrap_or_default();
            while let Some((length, after)) = rest.split_first()
                && let Some(name) = after.get(..usize::from(*length))
            {
                own.push(name);
                rest = after.get(name.len()..).unwrap_or_default();
            }
            for (glyph, at) in (0..=u16::MAX).zip(0..count) {
                let Some(number) = word(34 + at * 2) else { break };
                let name = match number.checked_sub(MACINTOSH.len()) {
                    None => MACINTOSH.get(number).map(|name| (*name).to_owned()),
                    Some(place) => own
                        .get(place)
                        .filter(|name| name.len() <= LONGEST_NAME)
                        .map(|name| String::from_utf8_lossy(name).into_owned()),
                };
                if let Some(name) = name {
                    names.entry(name).or_insert(glyph);
                }
            }
        }
        _ => {}
    }
    names
}

/// What it takes to draw a glyph.
struct Cost<'a> {
    loca: loca::Table<'a>,
    glyf: &'a [u8],
    points: usize,
    parts: usize,
}

impl Cost<'_> {
    /// Counts the points of a glyph and of its components; fails if there are too many.
    fn count(&mut self, glyph: u16, level: usize) -> Result<(), Malformed> {
        // A glyph that is not there costs nothing.
        let Some(range) = self.loca.glyph_range(GlyphId(glyph)) else { return Ok(()) };
        let glyf = self.glyf;
        let Some(data) = glyf.get(range) else { return Ok(()) };
        let word = |at: usize| {
            let bytes = data.get(at..at.checked_add(2)?)?;
            Some(u16::from_be_bytes([*bytes.first()?, *bytes.get(1)?]))
        };
        let Some(contours) = word(0) else { return Ok(()) };
        if contours < 0x8000 {
            let last = usize::from(contours).checked_sub(1).and_then(|last| word(10 + last * 2));
            self.points =
                self.points.checked_sub(usize::from(last.unwrap_or_default())).ok_or(Malformed)?;
            return Ok(());
        }
        if level >= MOST_LEVELS {
            return Err(Malformed);
        }
        let mut at = 10;
        while let (Some(flags), Some(part)) = (word(at), word(at + 2)) {
            self.parts = self.parts.checked_sub(1).ok_or(Malformed)?;
            self.count(part, level + 1)?;
            // As long as the outliner takes them for, which reads no points that are to be matched.
            at += match flags & 0x0003 {
                3 => 8,
                2 => 6,
                _ => 4,
            };
            at += match flags & 0x00c8 {
                0 => 0,
                0x0008 => 2,
                flags if flags & 0x0080 == 0 => 4,
                _ => 8,
            };
            if flags & 0x0020 == 0 {
                break;
            }
        }
        Ok(())
    }
}

/// The outline of a glyph as it is drawn.
struct Outline {
    builder: PathBuilder,
    scale: f32,
}

impl OutlineBuilder for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        self.builder.move_to(x * self.scale, y * self.scale);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.builder.line_to(x * self.scale, y * self.scale);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let scale = self.scale;
        self.builder.quad_to(x1 * scale, y1 * scale, x * scale, y * scale);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let scale = self.scale;
        self.builder.cubic_to(x1 * scale, y1 * scale, x2 * scale, y2 * scale, x * scale, y * scale);
    }

    fn close(&mut self) {
        self.builder.close();
    }
}
