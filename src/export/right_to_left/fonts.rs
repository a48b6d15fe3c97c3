//! Turns the map of a font from codes to characters into one that gives characters in the order of the page.

use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use lopdf::{Document, Object, ObjectId};

use super::content::string;
use crate::export::repack::inflated;
use crate::export::scan::{Kind, Scanner};

/// What is known of the codes of a font.
pub(in crate::export) struct Font {
    /// The characters of each code, in the order of the page.
    pub(in crate::export) texts: HashMap<u16, String>,
    /// The width of each code, in thousandths of the size.
    pub(in crate::export) widths: HashMap<u16, f64>,
}

/// Whether a character is written from right to left (Unicode's bidirectional classes R and AL, by their blocks).
pub(in crate::export) fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}' | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
        && !is_digit(c)
}

/// Whether a character is a digit of a number, which runs from left to right in every script.
pub(in crate::export) fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '\u{660}'..='\u{669}' | '\u{6F0}'..='\u{6F9}')
}

/// Whether a character only steers the direction of others. Typst adds such characters where the direction changes.
pub(in crate::export) fn steers(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Puts what stands for a glyph into the order of the page: readers turn a whole line round, and within a ligature as well.
fn in_page_order(text: &str) -> String {
    let kept: Vec<char> = text.chars().filter(|c| !steers(*c)).collect();
    if kept.is_empty() {
        return text.to_owned();
    }
    if kept.iter().copied().any(is_right_to_left) {
        kept.into_iter().rev().collect()
    } else {
        kept.into_iter().collect()
    }
}

/// Reads what is known of each font.
pub(in crate::export) fn read(document: &Document) -> HashMap<ObjectId, Rc<Font>> {
    let fonts = document.objects.iter().filter_map(|(id, object)| {
        let font = object.as_dict().ok().filter(|font| font.has_type(b"Font"))?;
        let map = font.get(b"ToUnicode").and_then(Object::as_reference).ok()?;
        let map = inflated(document.get_object(map).and_then(Object::as_stream).ok()?)?;
        let texts = pairs(&map).into_iter().map(|(code, text, _)| (code, text)).collect();
        Some((*id, Rc::new(Font { texts, widths: widths(document, *id).unwrap_or_default() })))
    });
    fonts.collect()
}

/// Rewrites the maps of the fonts with letters that run from right to left, and gives what is then known of each font.
/// Gives nothing if there are no such letters.
pub(in crate::export) fn rewrite_maps(
    document: &mut Document,
) -> Option<HashMap<ObjectId, Rc<Font>>> {
    let mut fonts = HashMap::new();
    let mut maps = BTreeSet::new();
    for (id, object) in &document.objects {
        let Ok(font) = object.as_dict() else { continue };
        if !font.has_type(b"Font") {
            continue;
        }
        if let Ok(map) = font.get(b"ToUnicode").and_then(Object::as_reference) {
            maps.insert(map);
            fonts.insert(*id, map);
        }
    }
    let mut texts = HashMap::new();
    for id in maps {
        let Some(content) = document.get_object(id).and_then(Object::as_stream).ok() else {
            continue;
        };
        let raw = inflated(content)?.into_owned();
        texts.insert(id, (pairs(&raw), raw));
    }
    let right_to_left =
        |map: &Pairs| map.iter().any(|(_, text, _)| text.chars().any(is_right_to_left));
    if !texts.values().any(|(map, _)| right_to_left(map)) {
        return None;
    }
    let mut known = HashMap::new();
    for (id, (map, raw)) in texts {
        // A no-break space is an ordinary one here: some readers count it as part of the number beside it.
        let own_blank = right_to_left(&map);
        let (mut written, mut copied) = (Vec::with_capacity(raw.len()), 0);
        let mut codes = HashMap::new();
        for (code, text, range) in map {
            let text = match text.as_str() {
                "\u{A0}" if own_blank => " ".to_owned(),
                text => in_page_order(text),
            };
            written.extend_from_slice(&raw[copied..range.start]);
            written.push(b'<');
            for unit in text.encode_utf16() {
                written.extend_from_slice(format!("{unit:04x}").as_bytes());
            }
            written.push(b'>');
            copied = range.end;
            codes.insert(code, text);
        }
        written.extend_from_slice(&raw[copied..]);
        if let Ok(stream) = document.get_object_mut(id).and_then(Object::as_stream_mut) {
            stream.set_content(written);
            stream.dict.remove(b"Filter");
        }
        known.insert(id, codes);
    }
    let fonts = fonts.into_iter().filter_map(|(font, map)| {
        let widths = widths(document, font).unwrap_or_default();
        Some((font, Rc::new(Font { texts: known.get(&map)?.clone(), widths })))
    });
    Some(fonts.collect())
}

/// The codes of a map, their characters, and where these stand in its bytes.
type Pairs = Vec<(u16, String, std::ops::Range<usize>)>;

/// Reads the entries of a map between `beginbfchar` and `endbfchar`: Typst writes no others.
fn pairs(map: &[u8]) -> Pairs {
    let mut scanner = Scanner::new(map);
    let (mut pairs, mut inside, mut code) = (Vec::new(), false, None);
    while let Ok(Some((kind, range))) = scanner.next() {
        let token = &map[range.clone()];
        if kind == Kind::Operator {
            inside = token == b"beginbfchar";
            code = None;
        } else if inside && let Some(bytes) = string(token) {
            match code.take() {
                None => {
                    code = Some(bytes.iter().fold(0, |code, byte| code << 8 | u16::from(*byte)))
                }
                Some(code) => {
                    let units: Vec<u16> = bytes
                        .chunks(2)
                        .map(|pair| pair.iter().fold(0, |unit, byte| unit << 8 | u16::from(*byte)))
                        .collect();
                    if let Ok(text) = String::from_utf16(&units) {
                        pairs.push((code, text, range));
                    }
                }
            }
        }
    }
    pairs
}

/// Reads the widths of a composite font (ISO 32000-1, 9.7.4.3).
fn widths(document: &Document, font: ObjectId) -> Option<HashMap<u16, f64>> {
    let resolve =
        |object: &Object| document.dereference(object).ok().map(|(_, found)| found.clone());
    let font = document.get_dictionary(font).ok()?;
    let descendants = resolve(font.get(b"DescendantFonts").ok()?)?;
    let descendant = resolve(descendants.as_array().ok()?.first()?)?;
    let listed = resolve(descendant.as_dict().ok()?.get(b"W").ok()?)?;
    let mut widths = HashMap::new();
    let mut entries = listed.as_array().ok()?.iter();
    while let Some(first) = entries.next() {
        let first = u16::try_from(first.as_i64().ok()?).ok()?;
        match resolve(entries.next()?)? {
            Object::Array(each) => {
                for (code, width) in (first..).zip(&each) {
                    widths.insert(code, f64::from(width.as_float().ok()?));
                }
            }
            last => {
                let last = u16::try_from(last.as_i64().ok()?).ok()?;
                let width = f64::from(entries.next()?.as_float().ok()?);
                widths.extend((first..=last).map(|code| (code, width)));
            }
        }
    }
    Some(widths)
}
