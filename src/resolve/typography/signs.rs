//! Turns what keyboards offer into the apostrophes, dashes, ellipses and letters of the language.

use crate::language::Typography;
use crate::resolve::typography::line::{Line, Source, is_blank, is_quote};
use crate::resolve::typography::quotes::{may_precede, word_from};

/// Replaces letters that keyboards offer by those of the language.
pub(super) fn letters(line: &mut Line, typography: &Typography) {
    if typography.replace.is_empty() {
        return;
    }
    for at in (0..line.len()).rev() {
        if let Some(letter) = line.typed(at).and_then(|c| typography.replace.get(&c)) {
            line.put(at..at + 1, letter, at);
        }
    }
}

/// Turns three full stops into an ellipsis; two or four stay.
pub(super) fn ellipses(line: &mut Line, typography: &Typography) {
    let Some(ellipsis) = &typography.ellipsis else { return };
    let mut at = 0;
    while at < line.len() {
        let points = (at..).take_while(|&index| line.typed(index) == Some('.')).count();
        if points == 3 {
            line.put(at..at + 3, ellipsis, at);
            at += ellipsis.chars().count();
        } else {
            at += points.max(1);
        }
    }
}

/// Sets apostrophes: between letters, before a suffix, before a shortened year or word.
pub(super) fn apostrophes(line: &mut Line, typography: &Typography) {
    let Some(apostrophe) = typography.apostrophe else { return };
    let sign = apostrophe.to_string();
    let opens = |line: &Line, at: usize| line.before(at).is_none_or(may_precede);
    let elided = |line: &Line, at: usize| {
        let figures = (at + 1..).take_while(|&index| line.get(index).is_some_and(char::is_numeric));
        let year = figures.count() == 2 && line.get(at) != Some('‘');
        year || typography.apostrophe_before.contains(&word_from(line, at + 1))
    };
    let is_apostrophe = |c: char| matches!(c, '\'' | '’' | '‘' | 'ʼ');
    // A mark that opens may be closed by one at the end of a word.
    let quoted = (0..line.len()).any(|at| {
        matches!(line.typed(at), Some('\'' | '‘')) && opens(line, at) && !elided(line, at)
    });
    for at in 0..line.len() {
        if !line.typed(at).is_some_and(is_apostrophe) {
            continue;
        }
        let after = line.get(at + 1);
        let set = match line.before(at) {
            Some(before) if before.is_alphanumeric() => {
                let word = before.is_alphabetic();
                // A suffix may follow figures, "2026'da"; figures after figures are feet and inches.
                let joins = after.is_some_and(|c| c.is_alphabetic() || (word && c.is_numeric()));
                // French elides before a quotation: l’« argent ».
                joins || (word && after.is_some_and(is_quote)) || (word && !quoted)
            }
            _ => opens(line, at) && elided(line, at),
        };
        if set {
            line.put(at..at + 1, &sign, at);
        }
    }
}

/// A dash as it was typed, without and with the spaces around it.
struct Dash {
    first: usize,
    end: usize,
    sign: usize,
    sign_end: usize,
}

impl Dash {
    /// Reads the dash that begins at a position.
    fn at(line: &Line, sign: usize) -> Option<Dash> {
        let length = match line.typed(sign)? {
            '-' => (sign..).take_while(|&index| line.typed(index) == Some('-')).count(),
            '–' | '—' => 1,
            _ => return None,
        };
        let sign_end = sign + length;
        let first = (0..sign).rev().take_while(|&index| line.own_blank(index)).last();
        let end = (sign_end..).take_while(|&index| line.own_blank(index)).last();
        let (first, end) = (first.unwrap_or(sign), end.map_or(sign_end, |last| last + 1));
        (length <= 3).then_some(Dash { first, end, sign, sign_end })
    }

    /// Whether it stands between words, with a space on either side.
    fn between_words(&self, line: &Line) -> bool {
        let blanks = self.first < self.sign && self.sign_end < self.end;
        blanks && self.first > 0 && self.end < line.len()
    }

    /// Whether it stands between two numbers that rise, and is no part of a date, a telephone number or a name.
    fn between_numbers(&self, line: &Line) -> bool {
        let blanks = (self.first < self.sign, self.sign_end < self.end);
        let (Some(from), Some(to)) =
            (number_before(line, self.first), number_after(line, self.end))
        else {
            return false;
        };
        let rises = match (from.parse::<u64>(), to.parse::<u64>()) {
            (Ok(from), Ok(to)) => from < to,
            _ => true,
        };
        blanks.0 == blanks.1 && rises
    }
}

/// Sets dashes between words and between numbers.
pub(super) fn dashes(line: &mut Line, typography: &Typography) {
    let mut between: Vec<Dash> = Vec::new();
    let mut ranges: Vec<Dash> = Vec::new();
    let mut at = 0;
    while at < line.len() {
        let Some(dash) = Dash::at(line, at) else {
            at += 1;
            continue;
        };
        at = dash.sign_end;
        if typography.range_dash.is_some() && dash.between_numbers(line) {
            ranges.push(dash);
        } else if typography.dash.is_some() && dash.between_words(line) {
            between.push(dash);
        }
    }
    let mut signs: Vec<(Dash, &str)> = Vec::new();
    if let Some(range_dash) = &typography.range_dash {
        signs.extend(ranges.into_iter().map(|dash| (dash, range_dash.as_str())));
    }
    let sentence = |dash: &Dash| {
        (0..dash.sign).filter(|&index| line.get(index).is_some_and(|c| ".?!".contains(c))).count()
    };
    let sentences: Vec<usize> = between.iter().map(sentence).collect();
    for (index, dash) in between.into_iter().enumerate() {
        let same: Vec<usize> =
            (0..sentences.len()).filter(|&other| sentences[other] == sentences[index]).collect();
        let sign = match (&typography.paired_dash, same.as_slice()) {
            (Some((open, _)), [first, _]) if *first == index => Some(open),
            (Some((_, close)), [_, last]) if *last == index => Some(close),
            _ => typography.dash.as_ref(),
        };
        signs.extend(sign.map(|sign| (dash, sign.as_str())));
    }
    signs.sort_unstable_by_key(|(dash, _)| std::cmp::Reverse(dash.first));
    for (dash, sign) in signs {
        line.put(dash.first..dash.end, sign, dash.sign);
    }
}

/// The most digits in a row of an end of a range; more are those of an account, a company or a telephone.
const FIGURES: usize = 4;

/// The number that ends before a position: its digits, or an empty text if it was filled in.
fn number_before(line: &Line, end: usize) -> Option<String> {
    let last = line.letter(end.checked_sub(1)?)?;
    if matches!(last.source, Source::Number | Source::Page) {
        return Some(String::new());
    }
    let belongs = |&index: &usize| in_number(line, index);
    let first = (0..end).rev().take_while(belongs).last()?;
    let free = line.before(first).is_none_or(|c| is_blank(c) || is_quote(c) || c == '(');
    (free && last.c.is_numeric()).then(|| number(&line.text(first..end)))?
}

/// The number that begins at a position, in the same form.
fn number_after(line: &Line, first: usize) -> Option<String> {
    if matches!(line.letter(first)?.source, Source::Number | Source::Page) {
        return Some(String::new());
    }
    let belongs = |&index: &usize| in_number(line, index);
    let last = (first..line.len()).take_while(belongs).last()?;
    let text = line.text(first..last + 1);
    let text = text.trim_end_matches(['.', ',', ':']);
    let after = line.get(last + 1);
    let free = after.is_none_or(|c| !c.is_alphanumeric() && !"-–/_@".contains(c));
    free.then(|| number(text))?
}

fn in_number(line: &Line, at: usize) -> bool {
    line.typed(at).is_some_and(|c| c.is_numeric() || matches!(c, '.' | ',' | ':'))
}

/// A text as a number that can be an end of a range.
fn number(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split(['.', ',', ':']).collect();
    let figures = parts.iter().all(|part| !part.is_empty() && part.chars().count() <= FIGURES);
    let padded = text.starts_with('0') && text.len() > 1 && parts.len() == 1;
    (figures && parts.len() <= 2 && !padded).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use crate::resolve::manuscript::RunKind;
    use crate::resolve::typography::testing::{piece, pieces, set};

    #[test]
    fn an_apostrophe_is_the_one_of_the_language() {
        for (tag, typed, wanted) in [
            ("fr", "l'eau d'abord, aujourd'hui", "l’eau d’abord, aujourd’hui"),
            ("fr", "l'\"argent\"", "l’«_argent_»"),
            (
                "en",
                "don't, the '90s, the parents' choice, 'tis",
                "don’t, the ’90s, the parents’ choice, ’tis",
            ),
            ("tr", "Belçika'da, 2026'da", "Belçika’da, 2026’da"),
            ("nl", "foto's, 's nachts", "foto’s, ’s nachts"),
            ("it", "c'è", "c’è"),
            ("fr", "moins d'1 an", "moins d’1~an"),
            ("uk", "об'єкт, п’ять", "обʼєкт, пʼять"),
            ("en", "6' 2", "6' 2"),
        ] {
            assert_eq!(set(tag, typed), wanted, "{tag}");
        }
    }

    #[test]
    fn a_dash_between_words_is_the_one_of_the_language() {
        for (tag, wanted) in [
            ("en", "a – b"),
            ("fr", "a~– b"),
            ("nl", "a – b"),
            ("tr", "a – b"),
            ("es", "a — b"),
            ("ru", "a~— b"),
        ] {
            for typed in ["a - b", "a -- b", "a --- b", "a – b", "a — b", "a\u{A0}- b"] {
                assert_eq!(set(tag, typed), wanted, "{tag} {typed}");
            }
        }
        assert_eq!(
            set("es", "La casa - la suya - es grande. No - ya."),
            "La casa —la suya— es grande. No — ya."
        );
        assert_eq!(set("en", "- a well-known a--b -"), "- a well-known a--b -");
    }

    #[test]
    fn a_hyphen_between_two_numbers_is_a_dash() {
        for (typed, wanted) in [
            ("3-5", "3–5"),
            ("pages 12 - 15.", "pages 12–15."),
            ("(9:00-17:00)", "(9:00–17:00)"),
            ("2024-2025", "2024–2025"),
            // Dates, telephone numbers, names and what falls.
            ("2026-11-23", "2026-11-23"),
            ("02-123 45 67", "02-123~45~67"),
            ("0800-30-030", "0800-30-030"),
            ("A-2 2-a B12-13 12/13-14", "A-2 2-a B12-13 12/13-14"),
            ("24-7", "24-7"),
            ("85.07.30-033.28", "85.07.30-033.28"),
            ("123456-234567", "123456-234567"),
        ] {
            assert_eq!(set("en", typed), wanted);
        }
        let number = |text| piece(text, Some(RunKind::Number));
        let phone = |text| piece(text, Some(RunKind::Phone));
        assert_eq!(pieces("en", &[number("3"), piece("-", None), number("5")]), ["3", "–", "5"]);
        assert_eq!(pieces("en", &[number("3"), piece("-5 days", None)]), ["3", "–5~days"]);
        assert_eq!(pieces("en", &[phone("02"), piece("-", None), phone("03")]), ["02", "-", "03"]);
        assert_eq!(
            pieces("en", &[phone("02"), piece(" - ", None), phone("03")]),
            ["02", " – ", "03"]
        );
    }

    #[test]
    fn three_points_are_an_ellipsis() {
        assert_eq!(set("fr", "Et puis... ...non"), "Et puis… …non");
        assert_eq!(set("en", "a.. b...."), "a.. b....");
    }

    #[test]
    fn letters_with_a_cedilla_are_romanian_ones_with_a_comma() {
        assert_eq!(set("ro", "Ştiţi şi ŢARA"), "Știți și ȚARA");
        assert_eq!(set("tr", "şey"), "şey");
    }
}
