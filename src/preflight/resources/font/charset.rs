//! Tells which glyph of a CFF font has which name, CID and code (Adobe Technical Note 5176, 12 and 13).

use std::sync::Arc;

use crate::resources::font::cff_data::{Dict, Index, offset, unsigned};
use crate::resources::font::encoding::standard_name;
use crate::resources::font::names::{CFF_STRINGS, LONGEST_NAME};

/// Operators of the dictionary of a font.
const CHARSET: u16 = 15;
const ENCODING: u16 = 16;

/// The number of the name, or the CID, of each glyph (Adobe Technical Note 5176, 13).
pub(super) fn charset(
    bytes: &[u8],
    top: &Dict,
    glyphs: usize,
    by_number: bool,
) -> Option<Vec<u16>> {
    let last = u16::try_from(glyphs.checked_sub(1)?).ok()?;
    let at = match offset(top, CHARSET, 0) {
        // Without a charset the CIDs of glyphs are their places.
        None | Some(0) => return Some((0..=last).collect()),
        Some(0..=2) if by_number => return Some((0..=last).collect()),
        Some(1) => return Some(predefined(&EXPERT, glyphs)),
        Some(2) => return Some(predefined(&EXPERT_SUBSET, glyphs)),
        Some(at) => at,
    };
    let mut charset = vec![0];
    let format = *bytes.get(at)?;
    let mut at = at + 1;
    let left_size = match format {
        0 => 0,
        1 => 1,
        2 => 2,
        _ => return None,
    };
    while charset.len() < glyphs {
        let first = u16::try_from(unsigned(bytes, at, 2)?).ok()?;
        let left = unsigned(bytes, at + 2, left_size)?.min(glyphs - charset.len() - 1);
        let end = first.checked_add(u16::try_from(left).ok()?)?;
        charset.extend(first..=end);
        at += 2 + left_size;
    }
    Some(charset)
}

/// The predefined charsets of expert fonts, as ranges (Adobe Technical Note 5176, appendix C).
const EXPERT: [(u16, u16); 17] = [
    (0, 1),
    (229, 238),
    (13, 15),
    (99, 99),
    (239, 248),
    (27, 28),
    (249, 266),
    (109, 110),
    (267, 318),
    (158, 158),
    (155, 155),
    (163, 163),
    (319, 326),
    (150, 150),
    (164, 164),
    (169, 169),
    (327, 378),
];
const EXPERT_SUBSET: [(u16, u16); 23] = [
    (0, 1),
    (231, 232),
    (235, 238),
    (13, 15),
    (99, 99),
    (239, 248),
    (27, 28),
    (249, 251),
    (253, 266),
    (109, 110),
    (267, 270),
    (272, 272),
    (300, 302),
    (305, 305),
    (314, 315),
    (158, 158),
    (155, 155),
    (163, 163),
    (320, 326),
    (150, 150),
    (164, 164),
    (169, 169),
    (327, 346),
];

fn predefined(ranges: &[(u16, u16)], glyphs: usize) -> Vec<u16> {
    ranges.iter().flat_map(|(first, last)| *first..=*last).take(glyphs).collect()
}

/// A string of the font, by its number. What is longer than a name may be is left out.
pub(super) fn string(bytes: &[u8], strings: Index, number: u16) -> Option<Arc<str>> {
    let number = usize::from(number);
    if let Some(string) = CFF_STRINGS.get(number) {
        return Some((*string).into());
    }
    let string = strings.get(bytes, number - CFF_STRINGS.len())?;
    (string.len() <= LONGEST_NAME).then(|| String::from_utf8_lossy(string).into())
}

/// The built-in encoding (Adobe Technical Note 5176, 12). That of expert fonts, and what is broken, is left empty.
pub(super) fn encoding(
    bytes: &[u8],
    top: &Dict,
    names: &[Option<Arc<str>>],
) -> Vec<Option<Arc<str>>> {
    let mut encoding = vec![None; 256];
    let at = match offset(top, ENCODING, 0) {
        None | Some(0) => {
            return (0..=255).map(|code| standard_name(code).map(Arc::from)).collect();
        }
        Some(1) => return encoding,
        Some(at) => at,
    };
    let mut set = |code: usize, glyph: usize| {
        if let (Some(place), Some(name)) = (encoding.get_mut(code), names.get(glyph)) {
            place.clone_from(name);
        }
    };
    let byte = |at: usize| bytes.get(at).copied().map(usize::from);
    let (Some(format), Some(count)) = (byte(at), byte(at + 1)) else { return encoding };
    let mut glyph = 1;
    for number in 0..count {
        if format & 0x7f == 0 {
            let Some(code) = byte(at + 2 + number) else { break };
            set(code, glyph);
            glyph += 1;
        } else {
            let (Some(first), Some(left)) = (byte(at + 2 + number * 2), byte(at + 3 + number * 2))
            else {
                break;
            };
            for code in first..=first + left {
                set(code, glyph);
                glyph += 1;
            }
        }
    }
    encoding
}
