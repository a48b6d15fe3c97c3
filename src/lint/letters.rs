//! Tells the script of a letter.

use crate::diagnostic::characters::is_letter;

/// The letters of scripts: the first and last of a block, and the code of the script (Unicode 16, blocks of letters).
const BLOCKS: [(char, char, &str); 41] = [
    ('A', 'Z', "Latn"),
    ('a', 'z', "Latn"),
    ('\u{AA}', '\u{AA}', "Latn"),
    ('\u{BA}', '\u{BA}', "Latn"),
    ('\u{C0}', '\u{24F}', "Latn"),
    ('\u{250}', '\u{2AF}', "Latn"),
    ('\u{370}', '\u{3FF}', "Grek"),
    ('\u{400}', '\u{52F}', "Cyrl"),
    ('\u{531}', '\u{587}', "Armn"),
    ('\u{5D0}', '\u{5F4}', "Hebr"),
    ('\u{620}', '\u{6FF}', "Arab"),
    ('\u{750}', '\u{77F}', "Arab"),
    ('\u{8A0}', '\u{8FF}', "Arab"),
    ('\u{900}', '\u{97F}', "Deva"),
    ('\u{980}', '\u{9FF}', "Beng"),
    ('\u{A00}', '\u{A7F}', "Guru"),
    ('\u{A80}', '\u{AFF}', "Gujr"),
    ('\u{B80}', '\u{BFF}', "Taml"),
    ('\u{C00}', '\u{C7F}', "Telu"),
    ('\u{C80}', '\u{CFF}', "Knda"),
    ('\u{D00}', '\u{D7F}', "Mlym"),
    ('\u{D80}', '\u{DFF}', "Sinh"),
    ('\u{E01}', '\u{E4E}', "Thai"),
    ('\u{E81}', '\u{EDF}', "Laoo"),
    ('\u{F00}', '\u{FFF}', "Tibt"),
    ('\u{1000}', '\u{109F}', "Mymr"),
    ('\u{10A0}', '\u{10FF}', "Geor"),
    ('\u{1100}', '\u{11FF}', "Hang"),
    ('\u{1200}', '\u{139F}', "Ethi"),
    ('\u{1780}', '\u{17D3}', "Khmr"),
    ('\u{1C90}', '\u{1CBF}', "Geor"),
    ('\u{1E00}', '\u{1EFF}', "Latn"),
    ('\u{1F00}', '\u{1FFF}', "Grek"),
    ('\u{2C60}', '\u{2C7F}', "Latn"),
    ('\u{2D80}', '\u{2DDF}', "Ethi"),
    ('\u{3041}', '\u{30FF}', "Kana"),
    ('\u{3400}', '\u{9FFF}', "Hani"),
    ('\u{A720}', '\u{A7FF}', "Latn"),
    ('\u{AC00}', '\u{D7A3}', "Hang"),
    ('\u{FB50}', '\u{FDCF}', "Arab"),
    ('\u{FE70}', '\u{FEFC}', "Arab"),
];

/// The script of a letter; `None` for what is none, or belongs to many.
pub(super) fn script_of(c: char) -> Option<&'static str> {
    if !is_letter(c) || matches!(c, '\u{2B0}'..='\u{36F}' | '\u{640}' | '×' | '÷') {
        return None;
    }
    let index = BLOCKS.partition_point(|(first, ..)| *first <= c).checked_sub(1)?;
    let (_, last, code) = BLOCKS[index];
    (c <= last).then_some(code)
}

/// The scripts in which texts of a row's script are written; none if its letters are not known.
pub(super) fn scripts_of(code: &str) -> &'static [&'static str] {
    match code {
        "Aran" => &["Arab"],
        "Hans" | "Hant" => &["Hani"],
        "Jpan" => &["Kana", "Hani"],
        "Kore" => &["Hang", "Hani"],
        _ => BLOCKS
            .iter()
            .find(|(.., known)| *known == code)
            .map_or(&[], |(.., known)| std::slice::from_ref(known)),
    }
}

#[cfg(test)]
mod tests {
    use super::{BLOCKS, script_of, scripts_of};

    #[test]
    fn blocks_are_in_their_order() {
        assert!(BLOCKS.windows(2).all(|two| two[0].0 <= two[0].1 && two[0].1 < two[1].0));
    }

    #[test]
    fn letters_have_a_script() {
        for (c, wanted) in [
            ('a', Some("Latn")),
            ('ß', Some("Latn")),
            ('ế', Some("Latn")),
            ('я', Some("Cyrl")),
            ('ά', Some("Grek")),
            ('ش', Some("Arab")),
            ('中', Some("Hani")),
            ('ሀ', Some("Ethi")),
            ('1', None),
            ('\u{640}', None),
            (' ', None),
            ('×', None),
        ] {
            assert_eq!(script_of(c), wanted, "{c}");
        }
        assert_eq!(scripts_of("Aran"), ["Arab"]);
        assert!(scripts_of("Zzzz").is_empty());
    }
}
