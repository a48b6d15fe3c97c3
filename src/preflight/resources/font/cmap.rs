//! Turns CMaps into maps from codes to CIDs (ISO 32000-1, 9.7.5).

use lopdf::{Dictionary, Object};

use crate::file::File;

/// How many entries of a CMap are read. The largest that are published have some 20,000.
pub(super) const MOST_ENTRIES: usize = 200_000;

/// How many CMaps may stand upon each other.
const MOST_LEVELS: usize = 8;

/// A word of a CMap.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Word<'a> {
    /// A string in hexadecimal digits.
    Bytes(Vec<u8>),
    Number(i64),
    Name(&'a [u8]),
    Open,
    Close,
    /// An operator, or a word that matters to nobody.
    Other(&'a [u8]),
}

/// The words of a CMap, one after the other.
#[derive(Debug)]
pub(super) struct Words<'a> {
    rest: &'a [u8],
}

impl<'a> Words<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Words<'a> {
        Words { rest: bytes }
    }

    /// Takes what belongs together.
    fn take(&mut self, inside: impl Fn(u8) -> bool) -> &'a [u8] {
        let length = self.rest.iter().take_while(|byte| inside(**byte)).count();
        let (taken, rest) = self.rest.split_at(length);
        self.rest = rest;
        taken
    }
}

fn is_plain(byte: u8) -> bool {
    !byte.is_ascii_whitespace()
        && !matches!(byte, 0 | b'<' | b'>' | b'[' | b']' | b'(' | b')' | b'/' | b'%' | b'{' | b'}')
}

impl<'a> Iterator for Words<'a> {
    type Item = Word<'a>;

    fn next(&mut self) -> Option<Word<'a>> {
        loop {
            self.take(|byte| byte.is_ascii_whitespace() || byte == 0);
            let (first, after) = self.rest.split_first()?;
            let whole = self.rest;
            self.rest = after;
            match first {
                b'%' => {
                    self.take(|byte| byte != b'\n' && byte != b'\r');
                }
                b'[' => return Some(Word::Open),
                b']' => return Some(Word::Close),
                b'/' => return Some(Word::Name(self.take(is_plain))),
                b'<' if after.first() != Some(&b'<') => {
                    let inside = self.take(|byte| byte != b'>');
                    self.rest = self.rest.get(1..).unwrap_or_default();
                    return Some(Word::Bytes(digits(inside)));
                }
                b'(' => {
                    let mut depth = 1_usize;
                    let mut escaped = false;
                    let inside = after.iter().take_while(|byte| {
                        match (byte, escaped) {
                            (_, true) => escaped = false,
                            (b'\\', false) => escaped = true,
                            (b'(', false) => depth += 1,
                            (b')', false) => depth = depth.saturating_sub(1),
                            _ => {}
                        }
                        depth > 0
                    });
                    let length = inside.count() + 1;
                    self.rest = after.get(length..).unwrap_or_default();
                }
                first if is_plain(*first) => {
                    self.rest = whole;
                    let word = self.take(is_plain);
                    let number = std::str::from_utf8(word).ok().and_then(|word| word.parse().ok());
                    return Some(number.map_or(Word::Other(word), Word::Number));
                }
                _ => {}
            }
        }
    }
}

/// The bytes of hexadecimal digits; a last single digit is the upper half (ISO 32000-1, 7.3.4.3).
fn digits(inside: &[u8]) -> Vec<u8> {
    let digits: Vec<u8> = inside
        .iter()
        .filter_map(|digit| u8::try_from(char::from(*digit).to_digit(16)?).ok())
        .collect();
    digits
        .chunks(2)
        .map(|pair| pair.first().unwrap_or(&0) << 4 | pair.get(1).unwrap_or(&0))
        .collect()
}

/// A code as a number. `None` for one of more than four bytes.
pub(super) fn code(bytes: &[u8]) -> Option<u32> {
    (1..=4)
        .contains(&bytes.len())
        .then(|| bytes.iter().fold(0, |code, byte| code << 8 | u32::from(*byte)))
}

/// Codes that a font may have: as many bytes, and each within its own limits (ISO 32000-1, 9.7.6.2).
#[derive(Debug, Clone, PartialEq)]
struct Codespace {
    low: Vec<u8>,
    high: Vec<u8>,
}

impl Codespace {
    fn holds(&self, bytes: &[u8]) -> bool {
        let limits = self.low.iter().zip(&self.high);
        limits.zip(bytes).all(|((low, high), byte)| (low..=high).contains(&byte))
    }
}

/// Codes and their CIDs, one after the other.
#[derive(Debug, Clone, PartialEq)]
struct Range {
    first: u32,
    last: u32,
    cid: u32,
}

/// What the codes of a composite font are.
#[derive(Debug, Default)]
pub(super) struct CodeMap {
    spaces: Vec<Codespace>,
    /// Sorted by their first code.
    ranges: Vec<Range>,
    /// Whether codes without a range are CIDs themselves.
    identity: bool,
    /// Whether text runs downwards.
    pub(super) vertical: bool,
    /// Whether the CIDs of codes are known.
    pub(super) known: bool,
    /// Whether codes are characters in UTF-16 or UTF-32.
    pub(super) unicode: bool,
    /// Whether it is one of those that every reader has, and that say which characters they encode.
    pub(super) predefined: bool,
    /// What is wrong with it.
    pub(super) fault: Option<String>,
}

impl CodeMap {
    /// Reads the `Encoding` of a composite font.
    pub(super) fn read(file: &File, font: &Dictionary) -> CodeMap {
        match file.entry(font, "Encoding") {
            Some(encoding) => {
                let mut map = CodeMap { known: true, ..CodeMap::default() };
                map.add(file, encoding, 0);
                if map.spaces.is_empty() {
                    map.space(&[0, 0], &[0xff, 0xff]);
                }
                map.ranges.sort_by_key(|range| range.first);
                map
            }
            None => {
                let fault = Some("`Encoding` is missing".to_owned());
                let mut map = CodeMap { identity: true, known: false, fault, ..CodeMap::default() };
                map.space(&[0, 0], &[0xff, 0xff]);
                map
            }
        }
    }

    fn add(&mut self, file: &File, encoding: &Object, level: usize) {
        if level >= MOST_LEVELS {
            self.fault = Some("`UseCMap` leads too deep, or in a circle".to_owned());
            return;
        }
        match encoding {
            Object::Name(name) => self.add_named(name),
            Object::Stream(stream) => {
                if let Some(base) = file.entry(&stream.dict, "UseCMap") {
                    self.add(file, base, level + 1);
                }
                if let Some(mode) = file.integer(&stream.dict, "WMode") {
                    self.vertical = mode == 1;
                }
                match file.unpacked(stream) {
                    Ok(bytes) => self.add_words(&bytes),
                    Err(_) => {
                        self.known = false;
                        self.fault = Some("the CMap can't be unpacked".to_owned());
                    }
                }
            }
            _ => self.fault = Some("`Encoding` is neither a name nor a CMap".to_owned()),
        }
    }

    fn space(&mut self, low: &[u8], high: &[u8]) {
        if self.spaces.len() < 100 {
            self.spaces.push(Codespace { low: low.to_vec(), high: high.to_vec() });
        }
    }

    /// A predefined CMap (ISO 32000-1, table 118). Of those of East Asia only the lengths of their codes are known.
    fn add_named(&mut self, name: &[u8]) {
        let name = String::from_utf8_lossy(name);
        self.vertical |= name.ends_with("-V") || name == "V";
        if matches!(name.as_ref(), "Identity-H" | "Identity-V") {
            self.identity = true;
            self.space(&[0, 0], &[0xff, 0xff]);
            return;
        }
        self.known = false;
        self.predefined = true;
        let has = |part: &str| name.contains(part);
        if has("UTF32") {
            self.unicode = true;
            self.space(&[0, 0, 0, 0], &[0, 0x10, 0xff, 0xff]);
        } else if has("UTF16") || has("UCS2") {
            self.unicode = true;
            self.space(&[0, 0], &[0xd7, 0xff]);
            self.space(&[0xd8, 0, 0xdc, 0], &[0xdb, 0xff, 0xdf, 0xff]);
            self.space(&[0xe0, 0], &[0xff, 0xff]);
        } else if has("RKSJ") {
            self.space(&[0], &[0x80]);
            self.space(&[0xa0], &[0xdf]);
            self.space(&[0x81, 0x40], &[0x9f, 0xfc]);
            self.space(&[0xe0, 0x40], &[0xfc, 0xfc]);
        } else if ["EUC", "GBK", "B5", "ETen", "HKscs", "KSC", "KSCms", "GBpc"].into_iter().any(has)
        {
            self.space(&[0], &[0x80]);
            self.space(&[0x81, 0x40], &[0xfe, 0xfe]);
        } else if matches!(name.as_ref(), "H" | "V" | "EUC-H" | "EUC-V" | "Ext-RKSJ-H")
            || has("CNS")
        {
            self.space(&[0, 0], &[0xff, 0xff]);
        } else {
            self.predefined = false;
            self.fault =
                Some(format!("`Encoding` is `/{name}`, which is no CMap that readers have"));
            self.space(&[0, 0], &[0xff, 0xff]);
        }
    }

    fn add_words(&mut self, bytes: &[u8]) {
        let mut waiting: Vec<Word<'_>> = Vec::new();
        for word in Words::new(bytes) {
            let Word::Other(operator) = word else {
                // No operator takes more: sections of 100 ranges (ISO 32000-1, 9.7.5.4).
                if waiting.len() < 3 * 4096 {
                    waiting.push(word);
                }
                continue;
            };
            match operator {
                b"endcodespacerange" => {
                    for pair in waiting.chunks_exact(2) {
                        if let [Word::Bytes(low), Word::Bytes(high)] = pair
                            && (1..=4).contains(&low.len())
                            && low.len() == high.len()
                        {
                            self.space(low, high);
                        }
                    }
                }
                b"endcidrange" => {
                    for triple in waiting.chunks_exact(3) {
                        if let [Word::Bytes(first), Word::Bytes(last), Word::Number(cid)] = triple {
                            self.range(code(first), code(last), *cid);
                        }
                    }
                }
                b"endcidchar" => {
                    for pair in waiting.chunks_exact(2) {
                        if let [Word::Bytes(one), Word::Number(cid)] = pair {
                            self.range(code(one), code(one), *cid);
                        }
                    }
                }
                b"usecmap" => {
                    if let Some(Word::Name(name)) = waiting.last()
                        && self.spaces.is_empty()
                    {
                        self.add_named(name);
                    }
                }
                b"def" => {
                    if let [.., Word::Name(b"WMode"), Word::Number(mode)] = waiting.as_slice() {
                        self.vertical = *mode == 1;
                    }
                }
                _ => {}
            }
            waiting.clear();
        }
    }

    fn range(&mut self, first: Option<u32>, last: Option<u32>, cid: i64) {
        if let (Some(first), Some(last), Ok(cid)) = (first, last, u32::try_from(cid))
            && first <= last
        {
            if self.ranges.len() < MOST_ENTRIES {
                self.ranges.push(Range { first, last, cid });
            } else {
                self.known = false;
                self.fault = Some(format!("the CMap has more than {MOST_ENTRIES} entries"));
            }
        }
    }

    /// Takes the next code off a string, with its length. A code that the font may not have is as long as the shortest
    /// that it may have (ISO 32000-1, 9.7.6.3). `None` at the end.
    pub(super) fn next(&self, string: &[u8]) -> Option<(u32, usize)> {
        if string.is_empty() {
            return None;
        }
        for length in 1..=string.len().min(4) {
            let bytes = string.get(..length)?;
            let mut spaces = self.spaces.iter().filter(|space| space.low.len() == length);
            if spaces.any(|space| space.holds(bytes)) {
                return Some((code(bytes)?, length));
            }
        }
        let shortest = self.spaces.iter().map(|space| space.low.len()).min().unwrap_or(1);
        let bytes = string.get(..shortest.min(string.len()))?;
        Some((code(bytes)?, bytes.len()))
    }

    /// The CID of a code; `None` where it is not known.
    pub(super) fn cid(&self, code: u32) -> Option<u16> {
        if !self.known {
            return None;
        }
        // Of ranges that overlap the last holds; no sane CMap has more than a few over a code.
        let after = self.ranges.partition_point(|range| range.first <= code);
        let mut before = self.ranges.get(..after)?.iter().rev().take(8);
        let cid = match before.find(|range| code <= range.last) {
            Some(range) => range.cid.checked_add(code - range.first)?,
            None if self.identity => code,
            None => 0,
        };
        u16::try_from(cid).ok()
    }
}
