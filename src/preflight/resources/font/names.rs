//! Turns glyph names into the characters that they stand for.

use std::collections::HashMap;
use std::sync::LazyLock;

/// The longest name that is kept, in bytes (ISO 32000-1, annex C, table C.1).
pub(super) const LONGEST_NAME: usize = 127;

/// The Adobe Glyph List and the names of ZapfDingbats.
static GLYPHS: LazyLock<HashMap<&'static str, String>> = LazyLock::new(|| {
    let lists = [include_str!("tables/dingbats.txt"), include_str!("tables/glyphlist.txt")];
    let lines = lists.into_iter().flat_map(str::lines).filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| {
            let (name, codes) = line.split_once(';')?;
            let text: Option<String> = codes.split(' ').map(scalar).collect();
            Some((name, text?))
        })
        .collect()
});

/// The order of the glyphs in fonts of the Macintosh, to which `post` tables refer by number (OpenType, `post`, version 2.0).
pub(super) static MACINTOSH: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| include_str!("tables/macintosh-names.txt").lines().collect());

/// The strings that every CFF font has (Adobe Technical Note 5176, appendix A).
pub(super) static CFF_STRINGS: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| include_str!("tables/cff-strings.txt").lines().collect());

/// The characters that a glyph's name stands for, by the rules of the Adobe Glyph List Specification, section 2: names of
/// the list, `uniXXXX` and `uXXXXX`, each with or without a suffix, and several joined by `_`. `None` for a name that says
/// nothing.
pub(super) fn meaning(name: &str) -> Option<String> {
    if name.len() > LONGEST_NAME {
        return None;
    }
    let stem = name.split('.').next().filter(|stem| !stem.is_empty())?;
    if let Some(text) = GLYPHS.get(stem) {
        return Some(text.clone());
    }
    stem.split('_').map(component).collect()
}

fn component(name: &str) -> Option<String> {
    if let Some(text) = GLYPHS.get(name) {
        return Some(text.clone());
    }
    if let Some(digits) = name.strip_prefix("uni")
        && digits.len() >= 4
        && digits.len().is_multiple_of(4)
        && is_hexadecimal(digits)
    {
        let units: Vec<u16> = digits
            .as_bytes()
            .chunks(4)
            .filter_map(|unit| u16::from_str_radix(std::str::from_utf8(unit).ok()?, 16).ok())
            .collect();
        return String::from_utf16(&units).ok();
    }
    let digits = name.strip_prefix('u')?;
    if (4..=6).contains(&digits.len()) && is_hexadecimal(digits) {
        return scalar(digits).map(String::from);
    }
    None
}

/// Upper case only: `uniface` is no number.
fn is_hexadecimal(digits: &str) -> bool {
    digits.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'A'..=b'F'))
}

fn scalar(digits: &str) -> Option<char> {
    char::from_u32(u32::from_str_radix(digits, 16).ok()?)
}

#[cfg(test)]
mod tests {
    use super::{CFF_STRINGS, MACINTOSH, meaning};

    #[test]
    fn names_of_the_list_have_their_characters() {
        assert_eq!(meaning("Adieresis").as_deref(), Some("Ä"));
        assert_eq!(meaning("afii10017").as_deref(), Some("А"));
        assert_eq!(meaning("a202").as_deref(), Some("✃"));
    }

    #[test]
    fn suffixes_and_components_are_understood() {
        assert_eq!(meaning("one.oldstyle").as_deref(), Some("1"));
        assert_eq!(meaning("f_f_i").as_deref(), Some("ffi"));
        assert_eq!(meaning("uni0627").as_deref(), Some("ا"));
        assert_eq!(meaning("u1F600.alt").as_deref(), Some("😀"));
    }

    #[test]
    fn names_without_sense_mean_nothing() {
        for name in [".notdef", "", "g17", "uniD800", "u12", "uniface", "f__i"] {
            assert_eq!(meaning(name), None, "{name}");
        }
    }

    #[test]
    fn tables_have_all_their_rows() {
        assert_eq!(MACINTOSH.len(), 258);
        assert_eq!(CFF_STRINGS.len(), 391);
        assert_eq!(CFF_STRINGS[390], "Semibold");
    }
}
