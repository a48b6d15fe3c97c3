//! Turns spaces at which a line must not end into no-break spaces (U+00A0).

use std::ops::Range;

use crate::language::Typography;
use crate::language::numbers::{SIGNS_AFTER, SIGNS_BEFORE};
use crate::language::recognise::figures;
use crate::resolve::typography::line::{Letter, Line, Source};

/// No-break space.
const NO_BREAK: &str = "\u{A0}";
/// Narrow no-break space.
const NARROW: &str = "\u{202F}";

/// Keeps together a number and what it counts or what names it, and short words and the next.
pub(super) fn bind(line: &mut Line, typography: &Typography) {
    let numbers = numbers(line);
    for at in 1..line.len().saturating_sub(1) {
        let in_number = numbers.iter().any(|number| number.contains(&at));
        let letter = line.letter(at).filter(|letter| own(*letter)).map(|letter| letter.c);
        match letter {
            Some(' ') if in_number => line.put(at..at + 1, NO_BREAK, at),
            Some('\u{2002}'..='\u{200A}') if in_number => line.put(at..at + 1, NARROW, at),
            Some(' ') if line.typed(at).is_some() && must_hold(line, at, typography) => {
                line.put(at..at + 1, NO_BREAK, at);
            }
            _ => {}
        }
    }
}

/// The numbers of a line: what was filled in is no part of one that was typed.
fn numbers(line: &Line) -> Vec<Range<usize>> {
    let letter = |at| line.letter(at).filter(|letter| own(*letter)).map_or('\n', |letter| letter.c);
    let letters: Vec<char> = (0..line.len()).map(letter).collect();
    figures(&letters, true).into_iter().map(|number| number.range).collect()
}

/// Whether a line must not end at the blank at `at`.
fn must_hold(line: &Line, at: usize, typography: &Typography) -> bool {
    let (Some(before), Some(after)) = (line.letter(at - 1), line.letter(at + 1)) else {
        return false;
    };
    if after.source == Source::Page {
        return true;
    }
    if is_ordinal(line, at) && after.c.is_lowercase() {
        return true;
    }
    let word = own(after) || after.source == Source::Foreign;
    if ends_number(line, at, before) && word && !is_named(line, at, typography) {
        return after.c.is_alphabetic() || SIGNS_AFTER.contains(after.c);
    }
    if SIGNS_BEFORE.contains(before.c) && after.c.is_numeric() {
        return true;
    }
    if !own(before) {
        return false;
    }
    let word = line.word_before(at);
    (after.c.is_numeric() && lists(&typography.binds_forward, &word))
        || (after.c.is_alphanumeric() && lists(&typography.no_line_end, &word))
}

/// Whether a character belongs to the text itself.
fn own(letter: Letter) -> bool {
    matches!(letter.source, Source::Typed | Source::Set)
}

/// Whether a number ends in front of a place: one that was filled in, or a word of figures alone.
fn ends_number(line: &Line, at: usize, before: Letter) -> bool {
    if !before.c.is_numeric() {
        return false;
    }
    match before.source {
        Source::Number => true,
        Source::Typed | Source::Set => {
            // French elides before a number too: d’1 an.
            let word = line.word_before(at);
            let figures = word.rsplit(['’', '\'']).next().unwrap_or_default();
            figures.chars().all(|c| c.is_numeric() || ".,:–-".contains(c))
        }
        Source::Page | Source::Filled | Source::Foreign => false,
    }
}

/// Whether a number that was filled in, with a point, ends in front of a place. With a small letter after it this is an
/// ordinal and no end of a sentence: Turkish "28. sayfada".
fn is_ordinal(line: &Line, at: usize) -> bool {
    let filled = |letter: Letter| matches!(letter.source, Source::Number | Source::Page);
    line.before(at) == Some('.')
        && at.checked_sub(2).and_then(|last| line.letter(last)).is_some_and(filled)
}

/// Whether a word or a sign before the number says which one it is: it counts nothing then, "art. 10 de la loi".
fn is_named(line: &Line, end: usize, typography: &Typography) -> bool {
    let Some(blank) = line.word_start(end).checked_sub(1) else { return false };
    line.before(blank).is_some_and(|c| SIGNS_BEFORE.contains(c))
        || lists(&typography.binds_forward, &line.word_before(blank))
}

/// Whether a list has a word, as it stands or with a small first letter.
fn lists(list: &[String], word: &str) -> bool {
    let mut letters = word.chars();
    let Some(first) = letters.next() else { return false };
    let small: String = first.to_lowercase().chain(letters).collect();
    list.iter().any(|entry| *entry == word || *entry == small)
}

#[cfg(test)]
mod tests {
    use crate::resolve::manuscript::RunKind;
    use crate::resolve::typography::testing::{piece, pieces, set};

    #[test]
    fn a_number_stays_with_its_word_or_unit() {
        for (typed, wanted) in [
            ("14 jours ou (3 ans) ou 3–5 mois", "14~jours ou (3~ans) ou 3–5~mois"),
            ("25 % de 10 € ou € 10", "25~% de 10~€ ou €~10"),
            ("§ 3, art. 10, Art. 5, p. 5 et n° 7", "§~3, art.~10, Art.~5, p.~5 et n°~7"),
            ("12 500 euros", "12~500~euros"),
            ("1 000 000 d’euros, 1 000 000.", "1~000~000~d’euros, 1~000~000."),
            ("04 555 01 23 ou (04) 555 0123", "04~555~01~23~ou (04)~555~0123"),
            ("Le 9:00 - 17:00, 1 1/2, 1\u{2009}000", "Le 9:00–17:00, 1~1/2, 1_000"),
            ("en 2025 300 personnes", "en 2025 300~personnes"),
            ("le covid19 est là, 3 (trois), 1 + 1", "le covid19 est là, 3 (trois), 1 + 1"),
            ("art. premier", "art. premier"),
        ] {
            assert_eq!(set("fr", typed), wanted);
        }
        assert_eq!(set("nl", "nr. 7 en blz. 12"), "nr.~7 en blz.~12");
        assert_eq!(set("ru", "№ 5, ст. 10"), "№~5, ст.~10");
        assert_eq!(set("ar", "خلال 14 يوما"), "خلال 14~يوما");
    }

    #[test]
    fn a_number_that_was_filled_in_does_so_too() {
        let number = |text| piece(text, Some(RunKind::Number));
        let typed = |text| piece(text, None);
        assert_eq!(pieces("fr", &[number("14"), typed(" jours")]), ["14", "~jours"]);
        assert_eq!(pieces("fr", &[number("25"), typed(" "), typed("% ici")]), ["25", "~", "% ici"]);
        assert_eq!(pieces("fr", &[typed("art. "), number("1234")]), ["art.~", "1234"]);
        let page = piece("help", Some(RunKind::Page));
        assert_eq!(pieces("fr", &[typed("la page "), page]), ["la page~", "help"]);
        let page = || piece("help", Some(RunKind::Page));
        assert_eq!(pieces("tr", &[page(), typed(". sayfada")]), ["help", ".~sayfada"]);
        assert_eq!(pieces("tr", &[page(), typed(". Sonra")]), ["help", ". Sonra"]);
        let phone = piece("101", Some(RunKind::Phone));
        assert_eq!(pieces("fr", &[phone, typed(" ou")]), ["101", " ou"]);
    }

    #[test]
    fn short_words_do_not_end_a_line_where_the_language_says_so() {
        assert_eq!(set("ru", "В доме и в саду (с ней)"), "В~доме и~в~саду (с~ней)");
        assert_eq!(set("pl", "Idę z nim i w lesie"), "Idę z~nim i~w~lesie");
        assert_eq!(set("uk", "Я з ним у місті"), "Я з~ним у~місті");
        assert_eq!(set("fr", "il a vu à la mer"), "il a vu à la mer");
        assert_eq!(set("fr", "M. Martin"), "M.~Martin");
    }
}
