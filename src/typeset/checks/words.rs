//! Finds words, names and numbers that are broken at a place where they must stay whole.

use std::collections::BTreeMap;

use hypher::{Lang, hyphenate_bounded};

use crate::compose::DividedWord;
use crate::language::numbers::{SIGNS_BEFORE, in_unit, is_unit};
use crate::language::{Hyphenation, Tag};
use crate::resolve::manuscript::RunKind;
use crate::typeset::checks::context::{Context, Found};
use crate::typeset::view::Line;

/// Signs of a number itself.
const OWN_SIGNS: [char; 4] = ['+', '-', '−', '±'];

/// Dashes between the two ends of a range.
const DASHES: [char; 3] = ['-', '–', '—'];

/// How words may be divided, by language.
type Divisions = BTreeMap<Tag, Hyphenation>;

/// Finds words that are divided against their language, and names and sites that are broken.
pub(super) fn hyphenation(context: &Context<'_>) -> Vec<Found> {
    let found = context.seams().filter_map(|(line, next)| {
        let name = context.name(&line.origins);
        let (before, after) = (last_word(&line.text), first_word(&next.text));
        let kind = shared_kind(context, line, next);
        let whole = match kind {
            Some(RunKind::Name) if line.divided() => Some("name"),
            Some(RunKind::Site) => Some("site"),
            Some(RunKind::Email) => Some("mail address"),
            _ => None,
        };
        if let Some(noun) = whole {
            let (before, after) = (last_chunk(&line.text), first_chunk(&next.text));
            let detail =
                format!("the {noun} `{before}|{after}` is broken over two lines, in {name}");
            return Some(
                Found::in_line(line, detail)
                    .hint("change a word before it, or keep it whole in the template"),
            );
        }
        if !line.divided() || is_soft(context, line, before, after) {
            return None;
        }
        // Where the writer would divide the word, but Typst did not.
        let (before, after) = (before.replace('\u{AD}', ""), after.replace('\u{AD}', ""));
        let (before, after) = (before.as_str(), after.as_str());
        let language = &context.text(*line.origins.last()?)?.language;
        let fault = fault(&context.composition.divisions, before, after, language)?;
        Some(Found::in_line(line, format!("`{before}-{after}` is divided {fault}, in {name}")))
    });
    found.collect()
}

/// The words that are divided too near to their beginning or end: how near is the language's matter.
pub(in crate::typeset) fn short_parts(context: &Context<'_>) -> Vec<DividedWord> {
    let words = context.seams().filter(|(line, _)| line.divided()).filter_map(|(line, next)| {
        let (before, after) = (last_word(&line.text), first_word(&next.text));
        let (before, after) = (before.replace('\u{AD}', ""), after.replace('\u{AD}', ""));
        let text = *line.origins.last()?;
        let parts = context.composition.divisions.get(&context.text(text)?.language)?;
        too_short(*parts, &before, &after)?;
        Some(DividedWord { text, letters: format!("{before}{after}") })
    });
    words.collect()
}

fn too_short(parts: Hyphenation, before: &str, after: &str) -> Option<String> {
    if before.chars().count() < parts.before {
        return Some(format!("after less than {} letters", parts.before));
    }
    (after.chars().count() < parts.after)
        .then(|| format!("before less than {} letters", parts.after))
}

/// What is wrong with a division, if something is.
fn fault(divisions: &Divisions, before: &str, after: &str, language: &Tag) -> Option<String> {
    let Some(parts) = divisions.get(language) else {
        return Some(format!("though words are not divided in `{language}`"));
    };
    if let Some(fault) = too_short(*parts, before, after) {
        return Some(fault);
    }
    let code = language.as_str().split('-').next().unwrap_or_default();
    let patterns = <[u8; 2]>::try_from(code.as_bytes()).ok().and_then(Lang::from_iso);
    let Some(patterns) = patterns else {
        return Some(format!("though there are no patterns for `{language}`"));
    };
    let word = format!("{before}{after}");
    let mut end = 0;
    let allowed = hyphenate_bounded(&word, patterns, 1, 1).any(|syllable| {
        end += syllable.len();
        end == before.len()
    });
    (!allowed).then(|| format!("where the patterns of `{language}` allow none"))
}

/// Whether the writer has put a soft hyphen there.
fn is_soft(context: &Context<'_>, line: &Line, before: &str, after: &str) -> bool {
    let text = line.origins.last().and_then(|origin| context.text(*origin));
    text.is_some_and(|text| text.text.contains(&format!("{before}\u{AD}{after}")))
}

/// Finds numbers that are broken.
pub(super) fn broken_number(context: &Context<'_>) -> Vec<Found> {
    let found = context.seams().filter_map(|(line, next)| {
        let kind = shared_kind(context, line, next);
        let whole = matches!(kind, Some(RunKind::Number | RunKind::Phone));
        (whole || parts_number(&line.text, &next.text)).then(|| {
            let (before, after) = (last_chunk(&line.text), first_chunk(&next.text));
            let name = context.name(&line.origins);
            let detail =
                format!("the number `{before}|{after}` is broken over two lines, in {name}");
            Found::in_line(line, detail)
        })
    });
    found.collect()
}

/// Whether what stands on two lines is one number: with its sign, its unit, its next group, or the end of a range.
fn parts_number(line: &str, next: &str) -> bool {
    let end = line.trim_end_matches([' ', '\u{A0}', '\u{202F}', '\u{AD}']);
    let next = next.trim_start();
    let digit = |c: char| c.is_numeric();
    let starts_with_digit = next.starts_with(digit);
    if end.ends_with(digit) {
        let token: String = next.chars().take_while(|c| in_unit(*c)).collect();
        let elided = next[token.len()..].starts_with(['\'', '’']);
        let dashed = next.strip_prefix(DASHES).map(str::trim_start);
        return starts_with_digit
            || (!elided && is_unit(&token))
            || dashed.is_some_and(|rest| rest.starts_with(digit));
    }
    if !starts_with_digit {
        return false;
    }
    let Some(sign) = end.chars().next_back() else { return false };
    let before = end.trim_end_matches(sign).trim_end_matches([' ', '\u{A0}', '\u{202F}']);
    let range = DASHES.contains(&sign) && before.ends_with(digit);
    // "Saint-|3" is no sign: that has a blank before it.
    let alone = end.trim_end_matches(sign).chars().next_back().is_none_or(char::is_whitespace);
    range || alone && (OWN_SIGNS.contains(&sign) || SIGNS_BEFORE.contains(sign))
}

/// What a text that goes on from one line to the next is, if it is one.
fn shared_kind(context: &Context<'_>, line: &Line, next: &Line) -> Option<RunKind> {
    let origin = line.origins.last().filter(|origin| next.origins.first() == Some(origin))?;
    context.text(*origin).map(|text| text.kind)
}

/// Whether a character is part of a word: a letter, or a soft hyphen in it.
fn in_word(character: char) -> bool {
    character.is_alphabetic() || character == '\u{AD}'
}

/// The letters at the end of a line, without the hyphen.
fn last_word(line: &str) -> &str {
    let line = line.trim_end_matches('\u{AD}');
    let start = line.char_indices().rev().take_while(|(_, c)| in_word(*c)).last();
    start.map_or("", |(start, _)| &line[start..])
}

/// The letters at the beginning of a line.
fn first_word(line: &str) -> &str {
    let end = line.find(|c: char| !in_word(c)).unwrap_or(line.len());
    &line[..end]
}

/// What stands after the last blank of a line.
fn last_chunk(line: &str) -> &str {
    let line = line.trim_end_matches([' ', '\u{AD}']);
    line.rsplit(' ').next().unwrap_or(line)
}

/// What stands before the first blank of a line.
fn first_chunk(line: &str) -> &str {
    let line = line.trim_start();
    line.split(' ').next().unwrap_or(line)
}

#[cfg(test)]
mod tests {
    use super::{Hyphenation, parts_number};

    #[test]
    fn a_number_keeps_its_sign_unit_and_groups() {
        for (line, next) in [
            ("call 0800", "30 030 now"),
            ("about 12", "% of all"),
            ("it costs 5 ", "€ a day"),
            ("from 9 –", "17 o'clock"),
            ("from 9", "– 17 o'clock"),
            ("it costs €", "5 a day"),
            ("at -", "3 degrees"),
            ("٣", "٪ من"),
            ("it costs 5", "₺ a day"),
            ("see ¶", "5 below"),
        ] {
            assert!(parts_number(line, next), "{line} | {next}");
        }
        for (line, next) in [
            ("in 2026,", "12 people"),
            ("section 3", "says so"),
            ("page 12", "m'a dit"),
            ("the flat –", "3 rooms"),
            ("Saint-", "Gilles"),
            ("", "3"),
        ] {
            assert!(!parts_number(line, next), "{line} | {next}");
        }
    }

    #[test]
    fn words_are_divided_as_their_language_wants() {
        let parts = Hyphenation { before: 2, after: 3 };
        let divisions =
            ["en", "fr", "xx"].map(|language| (language.parse().unwrap(), parts)).into();
        let fault = |before, after, language: &str| {
            super::fault(&divisions, before, after, &language.parse().unwrap())
        };
        assert_eq!(fault("ex", "tensive", "en"), None);
        assert_eq!(fault("exte", "nsive", "en").unwrap(), "where the patterns of `en` allow none");
        assert_eq!(fault("a", "mitié", "fr").unwrap(), "after less than 2 letters");
        assert_eq!(fault("liber", "té", "fr").unwrap(), "before less than 3 letters");
        assert_eq!(fault("abc", "cdef", "xx").unwrap(), "though there are no patterns for `xx`");
        assert_eq!(fault("ab", "cdef", "ar").unwrap(), "though words are not divided in `ar`");
    }
}
