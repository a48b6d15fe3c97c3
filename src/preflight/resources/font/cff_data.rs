//! Turns the two containers of CFF, INDEX and DICT, into their entries (Adobe Technical Note 5176, 4 and 5).

use std::collections::HashMap;

/// Where the objects of an INDEX are.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Index {
    pub(super) count: usize,
    offset_size: usize,
    offsets: usize,
    /// One byte before the first object.
    base: usize,
}

/// An unsigned number of one to four bytes.
pub(super) fn unsigned(bytes: &[u8], at: usize, size: usize) -> Option<usize> {
    let bytes = bytes.get(at..at.checked_add(size)?)?;
    Some(bytes.iter().fold(0, |number, byte| number << 8 | usize::from(*byte)))
}

impl Index {
    /// Reads an INDEX, and tells where it ends.
    pub(super) fn read(bytes: &[u8], at: usize) -> Option<(Index, usize)> {
        let count = unsigned(bytes, at, 2)?;
        if count == 0 {
            return Some((Index::default(), at.checked_add(2)?));
        }
        let offset_size = usize::from(*bytes.get(at.checked_add(2)?)?);
        if !(1..=4).contains(&offset_size) {
            return None;
        }
        let offsets = at.checked_add(3)?;
        let base = offsets.checked_add((count + 1) * offset_size)?.checked_sub(1)?;
        let index = Index { count, offset_size, offsets, base };
        let end = index.place(bytes, count)?;
        (end <= bytes.len()).then_some((index, end))
    }

    pub(super) fn place(&self, bytes: &[u8], number: usize) -> Option<usize> {
        let offset = unsigned(bytes, self.offsets + number * self.offset_size, self.offset_size)?;
        self.base.checked_add(offset)
    }

    /// An object, by its place.
    pub(super) fn get<'a>(&self, bytes: &'a [u8], number: usize) -> Option<&'a [u8]> {
        if number >= self.count {
            return None;
        }
        bytes.get(self.place(bytes, number)?..self.place(bytes, number + 1)?)
    }

    /// A subroutine, by its place with the bias that it has (Adobe Technical Note 5177, 4.7).
    pub(super) fn subroutine<'a>(&self, bytes: &'a [u8], place: i64) -> Option<&'a [u8]> {
        let bias = match self.count {
            0..1240 => 107,
            1240..33900 => 1131,
            _ => 32768,
        };
        self.get(bytes, usize::try_from(place.checked_add(bias)?).ok()?)
    }
}

/// The entries of a DICT: operators, those of two bytes with 0x0C00, and their operands.
pub(super) type Dict = HashMap<u16, Vec<f64>>;

/// Reads a DICT.
pub(super) fn dict(bytes: &[u8]) -> Option<Dict> {
    let mut dict = Dict::new();
    let mut operands = Vec::new();
    let mut at = 0;
    while let Some(first) = bytes.get(at) {
        at += 1;
        match *first {
            12 => {
                let second = *bytes.get(at)?;
                at += 1;
                dict.insert(0x0c00 | u16::from(second), std::mem::take(&mut operands));
            }
            operator @ 0..=21 => {
                dict.insert(u16::from(operator), std::mem::take(&mut operands));
            }
            28 => {
                let number = bytes.get(at..)?.first_chunk::<2>()?;
                operands.push(f64::from(i16::from_be_bytes(*number)));
                at += 2;
            }
            29 => {
                let number = bytes.get(at..)?.first_chunk::<4>()?;
                operands.push(f64::from(i32::from_be_bytes(*number)));
                at += 4;
            }
            30 => operands.push(real(bytes, &mut at)?),
            first @ 32..=246 => operands.push(f64::from(first) - 139.0),
            first @ 247..=254 => {
                let second = f64::from(*bytes.get(at)?);
                at += 1;
                operands.push(if first < 251 {
                    (f64::from(first) - 247.0) * 256.0 + second + 108.0
                } else {
                    (251.0 - f64::from(first)) * 256.0 - second - 108.0
                });
            }
            _ => return None,
        }
    }
    Some(dict)
}

/// A number in halves of bytes (Adobe Technical Note 5176, table 5).
fn real(bytes: &[u8], at: &mut usize) -> Option<f64> {
    let mut digits = String::new();
    loop {
        let byte = *bytes.get(*at)?;
        *at += 1;
        for half in [byte >> 4, byte & 15] {
            match half {
                0..=9 => digits.push(char::from(b'0' + half)),
                10 => digits.push('.'),
                11 => digits.push('E'),
                12 => digits.push_str("E-"),
                14 => digits.push('-'),
                15 => return digits.parse().ok().filter(|number: &f64| number.is_finite()),
                _ => return None,
            }
        }
        if digits.len() > 64 {
            return None;
        }
    }
}

/// An operand that is a place in the font.
pub(super) fn offset(dict: &Dict, operator: u16, number: usize) -> Option<usize> {
    let offset = *dict.get(&operator)?.get(number)?;
    (0.0..=f64::from(u32::MAX)).contains(&offset).then_some(offset as usize)
}
