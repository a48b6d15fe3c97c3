//! Finds words in the letters of another language: a message that nobody translated, names without their markup, letters of
//! two scripts in one word.

use std::ops::Range;

use crate::diagnostic::characters::name;
use crate::language::words::is_of_a_word;
use crate::lint::Found;
use crate::lint::letters::script_of;
use crate::lint::pair::Pair;
use crate::lint::rules::SCRIPT;
use crate::lint::wording::Wording;

/// Scripts whose letters look so much alike that one in a word of another is a slip.
const ALIKE: [&str; 4] = ["Latn", "Cyrl", "Grek", "Armn"];

/// The most letters of an abbreviation, which stands in its own letters everywhere: `CPAS`, `QR`.
const ABBREVIATION: usize = 8;

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
