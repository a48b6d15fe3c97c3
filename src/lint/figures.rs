//! Reads the numbers that were typed in a text, in whatever digits.

use std::ops::Range;

use crate::diagnostic::Span;
use crate::lint::wording::Wording;
use crate::load::catalogue::{Entry, Texts};

/// The zeros of decimal digits that readers of our languages may use; nine more follow each (Unicode, Nd).
const ZEROS: [char; 19] = [
    '0', '٠', '۰', '߀', '०', '০', '੦', '૦', '୦', '௦', '౦', '೦', '൦', '๐', '໐', '༠', '၀', '០', '０',
];

/// The value of a decimal digit, a raised or bold one too.
fn digit(c: char) -> Option<u32> {
    if c.is_ascii() {
        return c.to_digit(10);
    }
    if !c.is_numeric() {
        return None;
    }
    match c {
        '¹' => return Some(1),
        '²' => return Some(2),
        '³' => return Some(3),
        '\u{2070}'..='\u{2079}' => return Some(c as u32 - 0x2070),
        '\u{2080}'..='\u{2089}' => return Some(c as u32 - 0x2080),
        // Five sets of letters for formulas.
        '\u{1D7CE}'..='\u{1D7FF}' => return Some((c as u32 - 0x1D7CE) % 10),
        _ => {}
    }
    ZEROS.iter().find_map(|zero| (c as u32).checked_sub(*zero as u32).filter(|value| *value < 10))
}

/// The numbers of a text, each as a plain one ("1000" for "1 000"), with where it stands.
pub(super) fn numbers(text: &str) -> Vec<(String, Range<usize>)> {
    // Each number with how many digits its first group has.
    let mut found: Vec<(String, Range<usize>, usize)> = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let Some(first) = digit(c) else { continue };
        let mut number = first.to_string();
        let mut end = at + c.len_utf8();
        while let Some((next, value)) =
            chars.peek().and_then(|(at, c)| Some((at + c.len_utf8(), digit(*c)?)))
        {
            number.push_str(&value.to_string());
            end = next;
            chars.next();
        }
        // Groups of three digits are one number, whatever parts them.
        if let Some((last, place, first)) = found.last_mut()
            && number.len() == 3
            && *first <= 3
            && is_parted(&text[place.end..at])
        {
            last.push_str(&number);
            place.end = end;
        } else {
            let first = number.len();
            found.push((number, at..end, first));
        }
    }
    let plain = |(number, place, _): (String, Range<usize>, usize)| {
        let plain = number.trim_start_matches('0');
        (if plain.is_empty() { "0".to_owned() } else { plain.to_owned() }, place)
    };
    found.into_iter().map(plain).collect()
}

fn is_parted(between: &str) -> bool {
    matches!(between, "." | "," | " " | "\u{A0}" | "\u{202F}" | "'" | "’" | "٬" | "،")
}

/// The numbers in the messages and terms that a text names, each with the place where the text names them.
pub(super) fn named_numbers(texts: &Texts, entry: &Entry) -> Vec<(String, Span)> {
    let mut found = Vec::new();
    for reference in &entry.references {
        let Some(named) = texts.referred(reference) else { continue };
        let further = texts.named_in(named).into_iter().map(|(_, entry)| entry);
        for wording in std::iter::once(named).chain(further).flat_map(Wording::all) {
            let numbers = numbers(&wording.text).into_iter();
            found.extend(numbers.map(|(number, _)| (number, reference.name().clone())));
        }
    }
    found
}

/// The numbers of all wordings: those of the default one, and those that only others have.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    /// Each number of the default wording.
    pub(super) always: Vec<String>,
    /// Those of the others.
    pub(super) sometimes: Vec<String>,
    /// Those of the messages and terms that the text names.
    pub(super) named: Vec<String>,
}

impl Numbers {
    /// Those of a text, and those that stand in the texts that it names.
    pub(super) fn of(wordings: &[Wording<'_>], named: Vec<(String, Span)>) -> Numbers {
        let named = named.into_iter().map(|(number, _)| number).collect();
        let mut all = Numbers { named, ..Numbers::default() };
        for wording in wordings {
            let into = if wording.is_default { &mut all.always } else { &mut all.sometimes };
            into.extend(numbers(&wording.text).into_iter().map(|(number, _)| number));
        }
        all
    }

    /// Whether a number stands in one of the wordings.
    pub(super) fn has(&self, number: &str) -> bool {
        self.always.iter().chain(&self.sometimes).chain(&self.named).any(|own| own == number)
    }
}

#[cfg(test)]
mod tests {
    use super::numbers;

    #[test]
    fn numbers_are_read_in_any_digits_and_groups() {
        for (text, wanted) in [
            ("in 30 days", "30"),
            ("٣٠ يوما", "30"),
            ("۱۲۳", "123"),
            ("1 000 and 1.000 and 1,000 and 12\u{202F}345\u{202F}678", "1000 1000 1000 12345678"),
            ("9:30, 2,5 or 2.5", "9 30 2 5 2 5"),
            ("3, 4 or 5", "3 4 5"),
            ("2026 100", "2026 100"),
            ("05/10", "5 10"),
            ("¹¹² or \u{1D7CF}\u{1D7CF}\u{1D7D0}, 10 m²", "112 112 10 2"),
            ("none", ""),
        ] {
            let found: Vec<String> = numbers(text).into_iter().map(|(number, _)| number).collect();
            assert_eq!(found.join(" "), wanted, "{text}");
        }
    }
}
