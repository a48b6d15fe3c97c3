//! Finds words in the letters of another language: a message that nobody translated, names without their markup, letters of
//! two scripts in one word.

use std::ops::Range;

use crate::diagnostic::characters::name;
use crate::language::words::is_of_a_word;
use crate::lint::Found;
use crate::lint::pair::Pair;
use crate::lint::rules::SCRIPT;
use crate::lint::wording::Wording;

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

/// Scripts whose letters look so much alike that one in a word of another is a slip.
const ALIKE: [&str; 4] = ["Latn", "Cyrl", "Grek", "Armn"];

/// The most letters of an abbreviation, which stands in its own letters everywhere: `CPAS`, `QR`.
const ABBREVIATION: usize = 8;

/// The script of a letter; `None` for what is none, or belongs to many.
pub(super) fn script_of(c: char) -> Option<&'static str> {
    if !c.is_alphabetic() || matches!(c, '\u{2B0}'..='\u{36F}' | '\u{640}' | '×' | '÷') {
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

/// Finds them in the wordings of a text.
pub(super) fn check(pair: &Pair<'_>, found: &mut Vec<Found>) {
    if pair.language.scripts.is_empty() {
        return;
    }
    let before = found.len();
    for wording in &pair.own {
        if !wording.text.is_ascii() || pair.language.scripts != ["Latn"] {
            foreign_words(pair, wording, found);
            mixed_words(wording, found);
        }
    }
    // A whole message in other letters is one fault.
    let is_own =
        |c: char| script_of(c).is_some_and(|script| pair.language.scripts.contains(&script));
    let is_written = pair.own.iter().any(|wording| wording.text.chars().any(is_own));
    if found.len() > before && !is_written && found[before..].iter().all(|one| one.is(SCRIPT)) {
        found.truncate(before);
        let message =
            format!("`{}` has no letter of the script of `{}`", pair.id, pair.language.tag);
        found.push(
            Found::new(SCRIPT, SCRIPT, message, &pair.entry.span)
                .hint(format!("write it in `{}`", pair.language.tag)),
        );
    }
}

/// Words in other letters, outside the markup that says of which language they are.
fn foreign_words(pair: &Pair<'_>, wording: &Wording<'_>, found: &mut Vec<Found>) {
    let text = &wording.text;
    let mut run: Option<Range<usize>> = None;
    for word in words(text) {
        let mut scripts = text[word.clone()].chars().filter_map(script_of);
        let Some(first) = scripts.next() else { continue };
        let is_other = !pair.language.scripts.contains(&first)
            && scripts.all(|script| !pair.language.scripts.contains(&script))
            && !wording.is_foreign(word.start);
        if is_other {
            // Words with nothing but blanks between them are one name.
            let is_next = |run: &Range<usize>| {
                text[run.end..word.start]
                    .chars()
                    .all(|c| c.is_whitespace() || matches!(c, '\'' | '’' | '-'))
            };
            let start = run.take_if(|run| is_next(run)).map_or(word.start, |run| run.start);
            if let Some(run) = run.take() {
                found.extend(foreign(pair, wording, run));
            }
            run = Some(start..word.end);
        } else if let Some(run) = run.take() {
            found.extend(foreign(pair, wording, run));
        }
    }
    if let Some(run) = run {
        found.extend(foreign(pair, wording, run));
    }
}

fn foreign(pair: &Pair<'_>, wording: &Wording<'_>, run: Range<usize>) -> Option<Found> {
    let text = &wording.text;
    let words = &text[run.clone()];
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    let has_small = words.chars().any(char::is_lowercase);
    let has_capital = words.chars().any(char::is_uppercase);
    // `CPAS`, `F+`, the `a` of a list.
    if letters < 2
        || has_capital && !has_small && letters <= ABBREVIATION
        || pair.language.keeps(words)
    {
        return None;
    }
    // A name of one word that the source has too, and no address: `WhatsApp`.
    let is_in_source = pair.source.is_some_and(|source| source.has_word(words));
    let is_name =
        words.starts_with(char::is_uppercase) || script_of(words.chars().next()?) != Some("Latn");
    if is_in_source && is_name && !words.contains(char::is_whitespace) || is_address(text, &run) {
        return None;
    }
    let place = wording.span(run.clone())?;
    let message =
        format!("`{words}` stands in other letters than those of `{}`", pair.language.tag);
    Some(Found::new(SCRIPT, format!("\"{words}\""), message, &place).hint(
        "translate it, or put `<span lang=\"…\">` and `</span>` around it, with its language",
    ))
}

/// Whether words are part of an address: `…@…`, `www.…`.
fn is_address(text: &str, run: &Range<usize>) -> bool {
    let is_joint = |c: char| matches!(c, '@' | '/' | ':' | '.');
    let before = text[..run.start].chars().next_back();
    let mut after = text[run.end..].chars();
    before.is_some_and(is_joint)
        || (after.next().is_some_and(is_joint)
            && after.next().is_some_and(|c| c.is_ascii_alphanumeric() || c == '/'))
}

/// Letters of two scripts in one word, which look alike.
fn mixed_words(wording: &Wording<'_>, found: &mut Vec<Found>) {
    for word in words(&wording.text) {
        let letters = wording.text[word.clone()].char_indices();
        let letters: Vec<(usize, &str)> = letters
            .filter_map(|(at, c)| Some((word.start + at, script_of(c)?)))
            .filter(|(_, script)| ALIKE.contains(script))
            .collect();
        let Some((_, first)) = letters.first() else { continue };
        if letters.iter().all(|(_, script)| script == first) {
            continue;
        }
        let count = |script: &str| letters.iter().filter(|(_, own)| *own == script).count();
        let Some((at, _)) = letters.iter().min_by_key(|(_, script)| count(script)) else {
            continue;
        };
        let Some(c) = wording.text[*at..].chars().next() else { continue };
        let Some(place) = wording.span(*at..*at + c.len_utf8()) else { continue };
        let word = &wording.text[word.clone()];
        // What looks like a letter of ASCII among such letters is told by the check of characters.
        let is_told =
            found.iter().any(|found| found.is("character") && found.is_near(&place, word.len()));
        if !is_told {
            let message = format!("`{c}` in `{word}` is {}", name(c));
            found.push(
                Found::new(SCRIPT, format!("\"{word}\""), message, &place)
                    .hint("type the letter of the script that the rest of the word is in"),
            );
        }
    }
}

/// The words of a text as they stand.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(is_of_a_word)?;
        let end = text[start..].find(|c| !is_of_a_word(c)).map_or(text.len(), |end| start + end);
        at = end;
        Some(start..end)
    })
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
