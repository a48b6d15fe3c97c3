//! Turns a ToUnicode map into the characters that codes stand for (ISO 32000-1, 9.10.3).

use lopdf::{Dictionary, Object};

use crate::file::{File, Undecoded};
use crate::resources::font::cmap::{MOST_ENTRIES, Word, Words, code};

/// What codes mean.
#[derive(Debug, Default)]
pub(super) struct ToUnicode {
    /// Sorted by their first code.
    entries: Vec<Entry>,
    /// How much the meanings of all entries weigh, in bytes.
    weight: usize,
    /// What is wrong with it.
    pub(super) fault: Option<String>,
}

/// Codes that follow each other, and so do their meanings.
#[derive(Debug, Clone, PartialEq)]
struct Entry {
    first: u32,
    last: u32,
    /// What the first means.
    text: Box<str>,
}

/// How much the meanings of all codes may weigh, in bytes.
const MOST_WEIGHT: usize = 8 << 20;

/// The longest meaning of a code, in bytes (ISO 32000-1, 9.10.3: 512).
const LONGEST: usize = 512;

impl ToUnicode {
    /// Reads the map of a font; `None` if it has none.
    pub(super) fn read(file: &File, font: &Dictionary) -> Option<ToUnicode> {
        let mut map = ToUnicode::default();
        match file.entry(font, "ToUnicode")? {
            Object::Stream(stream) => match file.unpacked(stream) {
                Ok(bytes) => {
                    map.add(&bytes);
                    map.entries.sort_by_key(|entry| entry.first);
                    if map.entries.is_empty() && map.fault.is_none() {
                        map.fault = Some("the ToUnicode map has no entries".to_owned());
                    }
                }
                Err(Undecoded::Damaged) => {
                    map.fault = Some("the ToUnicode map can't be unpacked".to_owned());
                }
                Err(Undecoded::TooMuch) => {
                    map.fault =
                        Some("the ToUnicode map asks for more work than a file may".to_owned());
                }
            },
            _ => map.fault = Some("`ToUnicode` is no stream".to_owned()),
        }
        Some(map)
    }

    /// Whether it says nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Whether it speaks of a code that is not above `most`.
    pub(super) fn reaches(&self, most: u32) -> bool {
        self.entries.first().is_some_and(|entry| entry.first <= most)
    }

    /// What a code means; `None` if the map does not say.
    pub(super) fn get(&self, code: u32) -> Option<String> {
        let after = self.entries.partition_point(|entry| entry.first <= code);
        let mut before = self.entries.get(..after)?.iter().rev().take(8);
        let entry = before.find(|entry| code <= entry.last)?;
        let step = code - entry.first;
        if step == 0 {
            return Some(entry.text.to_string());
        }
        let mut characters: Vec<char> = entry.text.chars().collect();
        let last = characters.last_mut()?;
        *last = u32::from(*last).checked_add(step).and_then(char::from_u32)?;
        Some(characters.into_iter().collect())
    }

    fn add(&mut self, bytes: &[u8]) {
        let mut section: Option<Section> = None;
        let mut sections = 0_usize;
        for word in Words::new(bytes) {
            match (&word, &mut section) {
                (Word::Other(b"beginbfchar"), _) => section = Some(Section::Chars(None)),
                (Word::Other(b"beginbfrange"), _) => {
                    section = Some(Section::Ranges(Vec::new(), None))
                }
                (Word::Other(b"endbfchar" | b"endbfrange"), _) => {
                    sections += usize::from(section.is_some());
                    section = None;
                }
                (Word::Bytes(bytes), Some(Section::Chars(first))) => match first.take() {
                    None => *first = Some(code(bytes)),
                    Some(code) => self.push(code, code, bytes),
                },
                (Word::Bytes(bytes), Some(Section::Ranges(limits, place))) => {
                    match (limits.as_slice(), *place) {
                        ([first, last], None) => {
                            self.push(*first, *last, bytes);
                            limits.clear();
                        }
                        ([first, last], Some(at)) => {
                            let code = first.and_then(|first| first.checked_add(at));
                            *place = Some(at.saturating_add(1));
                            if code <= *last {
                                self.push(code, code, bytes);
                            }
                        }
                        _ => limits.push(code(bytes)),
                    }
                }
                (Word::Open, Some(Section::Ranges(limits, place))) if limits.len() == 2 => {
                    *place = Some(0);
                }
                (Word::Close, Some(Section::Ranges(limits, place))) => {
                    *place = None;
                    limits.clear();
                }
                _ => {}
            }
        }
        if section.is_some() {
            self.fault = Some("the ToUnicode map ends within a section".to_owned());
        } else if sections == 0 {
            self.fault = Some("the ToUnicode map has no entries".to_owned());
        }
    }

    fn push(&mut self, first: Option<u32>, last: Option<u32>, text: &[u8]) {
        let (Some(first), Some(last)) = (first, last) else {
            self.fault = Some("the ToUnicode map has a code that is none".to_owned());
            return;
        };
        if first > last {
            self.fault = Some(format!("the ToUnicode map has a range from {first} down to {last}"));
            return;
        }
        let text = characters(text.get(..LONGEST).unwrap_or(text));
        self.weight = self.weight.saturating_add(text.len());
        if self.entries.len() >= MOST_ENTRIES || self.weight > MOST_WEIGHT {
            self.fault = Some(format!("the ToUnicode map has more than {MOST_ENTRIES} entries"));
            return;
        }
        self.entries.push(Entry { first, last, text: text.into() });
    }
}

/// Where in a map we are.
enum Section {
    /// Among pairs, perhaps behind the code of one.
    Chars(Option<Option<u32>>),
    /// Among ranges: the limits of one, and the place in its array if it has one.
    Ranges(Vec<Option<u32>>, Option<u32>),
}

/// Text in UTF-16, the first byte the higher one. A single byte, which the clause does not know, is taken as a character.
fn characters(bytes: &[u8]) -> String {
    if let [one] = bytes {
        return char::from(*one).to_string();
    }
    let units = bytes.as_chunks::<2>().0.iter().map(|pair| u16::from_be_bytes(*pair));
    char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}
