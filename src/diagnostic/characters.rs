//! Knows the characters that nobody sees, and those that look like others: their names, and what to write instead.

/// Characters that the program uses between formatting and cutting into runs; no text may hold them.
pub(crate) const RESERVED: std::ops::RangeInclusive<char> = '\u{FDD0}'..='\u{FDEF}';

/// What is odd about a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Oddity {
    /// Nobody sees it.
    Invisible,
    /// It looks like a blank.
    Blank,
    /// It looks like a character of ASCII.
    LooksLike(char),
    /// It looks like two or three characters of ASCII.
    LooksLikeText(&'static str),
}

/// Letters of other scripts, each with the Latin letter that it looks like.
const LETTERS: [(&str, &str); 2] = [
    ("аеорсухіјѕһԁԛԝАВЕКМНОРСТУХІЈЅԌԚԜ", "aeopcyxijshdqwABEKMHOPCTYXIJSGQW"),
    ("οναιρτυχγΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ovaiptuxyABEZHIKMNOPTYX"),
];

/// Signs, each with the sign of ASCII that it looks like.
const SIGNS: (&str, &str) =
    ("‐‑‒–—−“”„«»″‘’‚′‹›⟨⟩〈〉⁄∕＼∗⋆：﹕﹛﹜", "------\"\"\"\"\"\"''''<><><>//\\**::{}");

/// Says what is odd about a character; `None` if nothing is.
pub(crate) fn oddity(c: char) -> Option<Oddity> {
    let like = |(from, to): (&str, &str)| {
        let at = from.chars().position(|from| from == c)?;
        to.chars().nth(at).map(Oddity::LooksLike)
    };
    match c {
        '\n' | '\t' | ' '..='~' => None,
        '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => {
            Some(Oddity::Blank)
        }
        _ if is_invisible(c) => Some(Oddity::Invisible),
        // Forms of full width are those of ASCII in the same order.
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFF01 + 0x21).map(Oddity::LooksLike),
        '→' | '⇒' | '➔' => Some(Oddity::LooksLikeText("->")),
        '…' => Some(Oddity::LooksLikeText("...")),
        _ => LETTERS.into_iter().chain([SIGNS]).find_map(like),
    }
}

/// Whether nobody sees a character.
pub(crate) fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
                | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
                | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
                | '\u{FFA0}' | '\u{FFF9}'..='\u{FFFC}' | '\u{1D173}'..='\u{1D17A}'
                | '\u{E0000}'..='\u{E0FFF}'
        )
}

/// The code point and the name of a character: "U+200B ZERO WIDTH SPACE".
#[must_use]
pub(crate) fn name(c: char) -> String {
    let code = c as u32;
    match unicode_names2::name(c) {
        Some(name) => format!("U+{code:04X} {name}"),
        None if c.is_control() => format!("U+{code:04X}, a control character"),
        None => format!("U+{code:04X}"),
    }
}

/// Says what to do about a character that stands where only ASCII does.
#[must_use]
pub(crate) fn mend(c: char) -> String {
    match oddity(c) {
        Some(Oddity::Invisible) => "delete it".to_owned(),
        Some(Oddity::Blank) => "write a plain blank".to_owned(),
        Some(Oddity::LooksLike(like)) if like.is_ascii_alphabetic() => {
            format!("write the Latin letter `{like}`")
        }
        Some(Oddity::LooksLike(like)) => format!("write `{like}`"),
        Some(Oddity::LooksLikeText(like)) => format!("write `{like}`"),
        None => "write letters a to z".to_owned(),
    }
}

/// Finds the first character of a name or figure that nobody sees, or that looks like another one: a blank that is none, a
/// letter of another script among Latin ones.
pub(crate) fn first_odd(text: &str) -> Option<(usize, char)> {
    let is_name = |c: char| {
        c.is_ascii() || matches!(oddity(c), Some(Oddity::LooksLike(like)) if like.is_ascii())
    };
    let looks_latin = text.chars().all(is_name);
    text.char_indices().find(|(at, c)| match oddity(*c) {
        Some(Oddity::Invisible | Oddity::Blank) => true,
        Some(Oddity::LooksLike(like)) if like.is_ascii_alphabetic() => {
            looks_latin || is_mixed(text, *at)
        }
        // Among letters of a name: `cover–title`.
        Some(Oddity::LooksLike(_)) => {
            let neighbour = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
            looks_latin
                && neighbour(text[..*at].chars().next_back())
                && neighbour(text[*at..].chars().nth(1))
        }
        Some(Oddity::LooksLikeText(_)) | None => false,
    })
}

/// Whether a character is a letter, as [`char::is_alphabetic`] says: told of the common scripts without a look at its tables.
pub(crate) fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\u{7F}' => c.is_ascii_alphabetic(),
        '\u{C0}'..='\u{24F}' => !matches!(c, '×' | '÷'),
        '\u{400}'..='\u{481}' | '\u{620}'..='\u{657}' => true,
        _ => c.is_alphabetic(),
    }
}

/// Whether the word at an offset has Latin letters of ASCII too.
pub(crate) fn is_mixed(text: &str, at: usize) -> bool {
    let before = text[..at].chars().rev().take_while(|c| is_letter(*c));
    let after = text[at..].chars().take_while(|c| is_letter(*c));
    before.chain(after).any(|c| c.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::{LETTERS, Oddity, SIGNS, first_odd, is_letter, mend, name, oddity};

    #[test]
    fn letters_are_what_the_standard_library_calls_alphabetic() {
        for c in '\0'..=char::MAX {
            assert_eq!(is_letter(c), c.is_alphabetic(), "U+{:04X}", c as u32);
        }
    }

    #[test]
    fn each_row_has_a_counterpart_for_each_character() {
        for (from, to) in LETTERS.into_iter().chain([SIGNS]) {
            assert_eq!(from.chars().count(), to.chars().count(), "{from}");
            assert!(to.is_ascii() && from.chars().all(|c| !c.is_ascii()));
        }
    }

    #[test]
    fn characters_have_names_and_mends() {
        for (c, wanted, what) in [
            ('\u{200B}', "U+200B ZERO WIDTH SPACE", "delete it"),
            ('\u{A0}', "U+00A0 NO-BREAK SPACE", "write a plain blank"),
            ('е', "U+0435 CYRILLIC SMALL LETTER IE", "write the Latin letter `e`"),
            ('ο', "U+03BF GREEK SMALL LETTER OMICRON", "write the Latin letter `o`"),
            ('｛', "U+FF5B FULLWIDTH LEFT CURLY BRACKET", "write `{`"),
            ('“', "U+201C LEFT DOUBLE QUOTATION MARK", "write `\"`"),
            ('\u{FEFF}', "U+FEFF ZERO WIDTH NO-BREAK SPACE", "delete it"),
            ('\u{1}', "U+0001, a control character", "delete it"),
            ('→', "U+2192 RIGHTWARDS ARROW", "write `->`"),
        ] {
            assert_eq!((name(c).as_str(), mend(c).as_str()), (wanted, what));
        }
        assert_eq!(oddity('é'), None);
        assert_eq!(oddity('\u{202E}'), Some(Oddity::Invisible));
    }

    #[test]
    fn only_what_is_odd_among_latin_letters_is_found() {
        assert_eq!(first_odd("d\u{435}sk-phone"), Some((1, 'е')));
        assert_eq!(first_odd("\"9.4\u{A0}pt\""), Some((4, '\u{A0}')));
        assert_eq!(first_odd("сор"), Some((0, 'с')));
        assert_eq!(first_odd("\"cover–title\""), Some((6, '–')));
        for fine in ["[\"«\"]", "desk", "полиция", "Ελλάδα", "Café « x »", "desk…"]
        {
            assert_eq!(first_odd(fine), None, "{fine}");
        }
    }
}
