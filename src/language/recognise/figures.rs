//! Finds numbers that consist of more than figures: sums in groups, telephone numbers, dates, ranges, what has a sign.
//!
//! Such a number is read as one thing from its first figure to its last, and no line may end in it. In a text that runs from
//! right to left its groups would else stand in the wrong order: a blank, a hyphen, a slash or an apostrophe between two
//! groups takes the direction of the text.

use std::ops::Range;

use crate::language::numbering::value_of;

/// A number in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Figures {
    /// Its characters.
    pub(crate) range: Range<usize>,
    /// Whether it is an end of a range that reads in the direction of the text.
    pub(crate) ends_range: bool,
}

impl Figures {
    /// Whether it holds more than figures, or stands beside a dash that must not join it with another.
    pub(crate) fn is_compound(&self, letters: &[char]) -> bool {
        let is_simple = |c: &char| value_of(*c).is_some() || c.is_ascii_alphanumeric();
        self.ends_range || !letters[self.range.clone()].iter().all(is_simple)
    }
}

/// Signs between two groups that make one number of them.
const JOINING: &str = ".,:/٫٬،·";
/// Signs between thousands that stand elsewhere too.
const THOUSANDS: &str = "'’ʼ٬";
/// Hyphens.
const HYPHENS: &str = "-‐‑−";
/// Dashes between the ends of a range.
const DASHES: &str = "-‐‑–—";
/// Signs of currencies.
const CURRENCIES: &str = "€$£¥₽₺₴₪₹₩₦₫₾֏৳؋﷼";
/// The most figures of an end of a range; more are those of an account, a company or a telephone.
const LONGEST_END: usize = 4;

/// Whether a character is a figure, or a fraction or a raised number, which stand beside figures.
fn is_figure(c: char) -> bool {
    c.is_numeric()
}

/// Whether a character is a blank.
fn is_blank(c: char) -> bool {
    c.is_whitespace() && c != '\n'
}

/// Whether a character is invisible and only tells a direction.
pub(crate) fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// The numbers of a text in their order. `joins_ranges` says whether "9–17" is one number, from left to right, in a
/// language that writes from right to left; else each end is a number of its own.
pub(crate) fn figures(letters: &[char], joins_ranges: bool) -> Vec<Figures> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(first) = (at..letters.len()).find(|&index| is_figure(letters[index])) {
        let chain = Chain::read(letters, first);
        at = chain.end();
        found.extend(chain.numbers(joins_ranges));
    }
    found
}

/// Groups of figures, with signs between them that join the figures beside them: "1.000", "04/555", "2026-11-28".
#[derive(Debug, Clone)]
struct Atom {
    range: Range<usize>,
    /// Whether brackets stand around it: "(04)".
    bracketed: bool,
}

/// Atoms one after another, with blanks and few signs between them.
struct Chain<'a> {
    letters: &'a [char],
    atoms: Vec<Atom>,
}

impl<'a> Chain<'a> {
    /// Reads the chain whose first figure stands at a position.
    fn read(letters: &'a [char], first: usize) -> Chain<'a> {
        let mut atoms = vec![Chain::atom(letters, first)];
        while let Some(last) = atoms.last()
            && let Some(next) = Chain::next(letters, last.range.end)
        {
            atoms.push(Chain::atom(letters, next));
        }
        Chain { letters, atoms }
    }

    /// The atom whose first figure stands at a position.
    fn atom(letters: &[char], first: usize) -> Atom {
        let get = |at: usize| letters.get(at).copied();
        let figures =
            |from: usize| from + letters[from..].iter().take_while(|c| is_figure(**c)).count();
        let mut end = figures(first);
        // Directional marks between groups stay in the number.
        let skip = |from: usize| {
            from + letters[from..].iter().take_while(|c| is_direction_mark(**c)).count()
        };
        loop {
            let sign = skip(end);
            let Some(c) = get(sign) else { break };
            let next = skip(sign + 1);
            if !get(next).is_some_and(is_figure) {
                break;
            }
            let group = figures(next);
            let joins = JOINING.contains(c)
                || HYPHENS.contains(c)
                || (THOUSANDS.contains(c) && group - next == 3)
                || (c == '–' && !is_plain(&letters[first..end]));
            if !joins {
                break;
            }
            end = group;
        }
        let bracketed = first.checked_sub(1).and_then(get) == Some('(') && get(end) == Some(')');
        Atom { range: first..end, bracketed }
    }

    /// Where the first figure of an atom stands that may go on with what ends at a position.
    fn next(letters: &[char], end: usize) -> Option<usize> {
        let mut at = end;
        let mut signs = String::new();
        let mut blanks = 0;
        while let Some(&c) = letters.get(at)
            && at < end + 6
        {
            if is_figure(c) {
                let plain = signs.is_empty() || BETWEEN.contains(&signs.as_str());
                // Two blanks part what they stand between, unless a sign is in the middle.
                return (plain && (blanks <= 1 || !signs.is_empty())).then_some(at);
            }
            if is_blank(c) {
                blanks += 1;
            } else if !is_direction_mark(c) {
                signs.push(c);
            }
            at += 1;
        }
        None
    }

    /// The end of its last atom.
    fn end(&self) -> usize {
        self.atoms.last().map_or(0, |atom| atom.range.end)
    }

    /// What stands between two atoms, without blanks and directional marks.
    fn signs(&self, index: usize) -> String {
        let between = &self.letters[self.atoms[index].range.end..self.atoms[index + 1].range.start];
        between.iter().filter(|c| !is_blank(**c) && !is_direction_mark(**c)).collect()
    }

    /// Its numbers: atoms that belong together.
    fn numbers(&self, joins_ranges: bool) -> Vec<Figures> {
        let mut numbers = Vec::new();
        let mut first = 0;
        while first < self.atoms.len() {
            let mut last = first;
            // The blanks between two of its groups part a number from the next as well: as many as go together do.
            for end in (first + 1..self.atoms.len()).rev() {
                if self.is_one(first..end + 1, joins_ranges) {
                    last = end;
                    break;
                }
            }
            numbers.push((first, last));
            first = last + 1;
        }
        let whole = |&(first, last): &(usize, usize)| {
            let ends_range = |one: usize| {
                !joins_ranges && first == last && one + 1 < self.atoms.len() && self.is_range(one)
            };
            Figures {
                range: self.with_signs(self.atoms[first].range.start..self.atoms[last].range.end),
                ends_range: ends_range(last) || (first > 0 && ends_range(first - 1)),
            }
        };
        let mut split = Vec::new();
        for number in numbers.iter().map(whole) {
            split.extend(self.split_range(number, joins_ranges));
        }
        split
    }

    /// The two ends of a range that was typed with a hyphen, "9-17"; the number itself if it is none or stays one.
    fn split_range(&self, number: Figures, joins_ranges: bool) -> Vec<Figures> {
        let letters = &self.letters[number.range.clone()];
        let dashes: Vec<usize> =
            (0..letters.len()).filter(|&at| DASHES.contains(letters[at])).collect();
        if let ([dash], false) = (dashes.as_slice(), joins_ranges)
            && rises(&letters[..*dash], &letters[dash + 1..])
        {
            let middle = number.range.start + dash;
            let end = |range| Figures { range, ends_range: true };
            return vec![end(number.range.start..middle), end(middle + 1..number.range.end)];
        }
        vec![number]
    }

    /// Whether a dash between two atoms makes a range of them.
    fn is_range(&self, index: usize) -> bool {
        let signs = self.signs(index);
        let mut signs = signs.chars();
        let (Some(dash), None) = (signs.next(), signs.next()) else { return false };
        let (from, to) = (&self.atoms[index].range, &self.atoms[index + 1].range);
        DASHES.contains(dash) && rises(&self.letters[from.clone()], &self.letters[to.clone()])
    }

    /// Whether several atoms are one number.
    fn is_one(&self, atoms: Range<usize>, joins_ranges: bool) -> bool {
        let (first, last) = (atoms.start, atoms.end - 1);
        let signs: Vec<String> = (first..last).map(|index| self.signs(index)).collect();
        if last == first + 1 && self.is_range(first) {
            return joins_ranges;
        }
        let group = |index: usize| &self.letters[self.atoms[index].range.clone()];
        let dials = self.dials(first);
        if signs.iter().any(|signs| signs.contains(['–', '—'])) {
            return false;
        }
        if signs.iter().any(|signs| !signs.is_empty()) {
            // Brackets, slashes and hyphens with blanks are those of telephone numbers alone.
            let brackets = (first..=last).any(|index| self.atoms[index].bracketed);
            return dials || brackets;
        }
        let kept = (first..last).any(|index| {
            let between =
                &self.letters[self.atoms[index].range.end..self.atoms[index + 1].range.start];
            between.iter().any(|c| matches!(c, '\u{A0}' | '\u{202F}' | '\u{2007}' | '\u{2009}'))
        });
        let figures: usize = (first..=last).map(|index| count(group(index))).sum();
        let year = matches!(value(group(first)), Some(1900..=2099)) && count(group(first)) == 4;
        let thousands = count(group(first)) <= 3
            && !starts_with_nought(group(first))
            && (first + 1..=last).all(|index| {
                let whole = group(index).iter().take_while(|c| is_figure(**c)).count();
                let is_last = index == last;
                whole == 3 && (is_last || whole == group(index).len())
            });
        // A date or a time stands beside a number of its own.
        let signs = |index: usize| group(index).iter().filter(|c| !is_figure(**c));
        let groups = (first..=last).all(|index| signs(index).all(|c| ".-".contains(*c)))
            && (first..=last).any(|index| signs(index).next().is_none());
        // "1 1/2" and "1 ½".
        let fraction = last == first + 1
            && count(group(first)) <= 2
            && (is_fraction(group(last)) || group(last).iter().all(|c| value_of(*c).is_none()));
        dials
            || kept
            || thousands
            || fraction
            || last - first >= 2
            || (figures >= 7 && !year && groups)
    }

    /// Whether an atom begins like a telephone number.
    fn dials(&self, first: usize) -> bool {
        let start = self.atoms[first].range.start;
        let atom = &self.letters[self.atoms[first].range.clone()];
        let before = start.checked_sub(1).map(|at| self.letters[at]);
        matches!(before, Some('+' | '＋'))
            || self.atoms[first].bracketed
            || (starts_with_nought(atom) && count(atom) > 1)
    }

    /// A number with the signs and letters that are part of it: "+32", "-5", "50 %", "€10", "BE71 0961", "*123#".
    fn with_signs(&self, figures: Range<usize>) -> Range<usize> {
        let get = |at: usize| self.letters.get(at).copied();
        let Range { mut start, mut end } = figures;
        let before = |at: usize| at.checked_sub(1).and_then(get);
        if before(start) == Some('(') && self.letters[start..end].contains(&')') {
            start -= 1;
        }
        while before(start).is_some_and(|c| c.is_ascii_alphanumeric()) {
            start -= 1;
        }
        let coded = self.letters[start].is_ascii_alphabetic();
        if !coded {
            if before(start).is_some_and(|c| CURRENCIES.contains(c)) {
                start -= 1;
            }
            let sign = before(start);
            let free = start < 2
                || before(start - 1)
                    .is_none_or(|c| is_blank(c) || "([{«»“”„\"'‹›:؛;،,/–—".contains(c));
            if sign.is_some_and(|c| "+＋-−±".contains(c)) && free {
                start -= 1;
            } else if sign.is_some_and(|c| "*#".contains(c)) {
                while before(start).is_some_and(|c| "*#".contains(c)) {
                    start -= 1;
                }
                while get(end).is_some_and(|c| "*#".contains(c)) {
                    end += 1;
                }
            }
        }
        // A percent sign or a degree stands at the right of figures that Europe uses too.
        if self.letters[start..end]
            .iter()
            .rev()
            .find(|c| is_figure(**c))
            .is_some_and(char::is_ascii)
        {
            let blank = usize::from(get(end).is_some_and(is_blank));
            let degrees = get(end + blank) == Some('°')
                && get(end + blank + 1).is_some_and(|c| matches!(c, 'C' | 'F'));
            if degrees {
                end += blank + 2;
            } else if get(end + blank).is_some_and(|c| "%‰".contains(c)) {
                end += blank + 1;
            } else if get(end).is_some_and(|c| c == '°' || CURRENCIES.contains(c)) {
                end += 1;
            }
        }
        let letters = self.letters[end..].iter().take_while(|c| c.is_ascii_alphabetic()).count();
        let follows = get(end + letters).is_none_or(|c| !c.is_alphanumeric());
        if letters <= 4 && follows {
            end += letters;
        }
        start..end
    }
}

/// What may stand between two groups of a number, blanks apart.
const BETWEEN: [&str; 12] = ["/", "(", ")", ")(", ")/", ")-", "-(", "/(", "-", "–", "—", "‑"];

/// Whether characters are figures alone.
fn is_plain(letters: &[char]) -> bool {
    letters.iter().all(|c| is_figure(*c))
}

/// How many figures there are.
fn count(letters: &[char]) -> usize {
    letters.iter().filter(|c| value_of(**c).is_some()).count()
}

fn starts_with_nought(letters: &[char]) -> bool {
    letters.first().is_some_and(|c| value_of(*c) == Some(0))
}

/// The value of figures, if there is nothing else.
fn value(letters: &[char]) -> Option<u64> {
    let add = |sum: u64, c: &char| Some(sum * 10 + u64::from(value_of(*c)?));
    (!letters.is_empty() && letters.len() <= 12).then(|| letters.iter().try_fold(0, add))?
}

/// Whether characters are a fraction of small numbers: "1/2".
fn is_fraction(letters: &[char]) -> bool {
    let slash = letters.iter().position(|c| *c == '/');
    slash.is_some_and(|at| {
        let small = |part: &[char]| part.len() <= 2 && value(part).is_some();
        small(&letters[..at]) && small(&letters[at + 1..])
    })
}

/// Whether two numbers are the ends of a range: both plain numbers or times, and the second is the larger. Night hours fall.
fn rises(from: &[char], to: &[char]) -> bool {
    match (Ending::read(from), Ending::read(to)) {
        (Some(Ending::Time), Some(Ending::Time)) => true,
        (Some(Ending::Number(from)), Some(Ending::Number(to))) => from < to,
        _ => false,
    }
}

/// An end of a range.
enum Ending {
    /// A time of day: "9:00".
    Time,
    /// A number, in thousandths.
    Number(u64),
}

impl Ending {
    fn read(letters: &[char]) -> Option<Ending> {
        let letters: Vec<char> =
            letters.iter().copied().filter(|c| !is_direction_mark(*c) && !is_blank(*c)).collect();
        let parts: Vec<&[char]> = letters.split(|c| ".,:٫".contains(*c)).collect();
        let colon = letters.contains(&':');
        let figures = parts.iter().all(|part| part.len() <= LONGEST_END && value(part).is_some());
        match parts.as_slice() {
            _ if !figures => None,
            [whole] => {
                let padded = starts_with_nought(whole) && whole.len() > 1;
                if padded { None } else { value(whole).map(|it| Ending::Number(it * 1000)) }
            }
            [_, minutes] if colon => (minutes.len() == 2).then_some(Ending::Time),
            [whole, rest] => {
                let scale = 10_u64.pow(3_u32.saturating_sub(u32::try_from(rest.len()).ok()?));
                Some(Ending::Number(value(whole)? * 1000 + value(rest)? * scale))
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::figures;

    /// A text with its compound numbers in brackets.
    fn shown(text: &str, joins_ranges: bool) -> String {
        let letters: Vec<char> = text.chars().collect();
        let mut out = String::new();
        let mut at = 0;
        for number in figures(&letters, joins_ranges) {
            if number.is_compound(&letters) {
                out.extend(&letters[at..number.range.start]);
                out.push('[');
                out.extend(&letters[number.range.clone()]);
                out.push(']');
                at = number.range.end;
            }
        }
        out.extend(&letters[at..]);
        out
    }

    #[test]
    fn groups_of_a_number_are_one() {
        for text in [
            "[1 000]",
            "[1 000 000]",
            "[12 345 678]",
            "[1 000 000,50]",
            "[1\u{A0}000]",
            "[1\u{202F}000]",
            "[1\u{2009}000 000]",
            "[1,000,000]",
            "[1.000.000,5]",
            "[1'000'000]",
            "[1’000]",
            "[12,34,567]",
            "[١٬٠٠٠٬٠٠٠]",
            "[١ ٠٠٠ ٠٠٠]",
            "[۱۲ ۳۴۵]",
            "[۱۲٫۵]",
            "[१ ००० ०००]",
            "[߁ ߀߀߀ ߀߀߀]",
            "[𞥑 𞥐𞥐𞥐]",
            "[1/2]",
            "[1 1/2]",
            "[1½]",
            "[1 ½]",
            "[28/11/2026]",
            "[28.11.2026]",
            "[28-11-2026]",
            "[2026-11-28]",
            "[2026 10 15]",
            "[9:00]",
            "[50%]",
            "[50 %]",
            "[-5 °C]",
            "[20°C]",
            "[100€]",
            "[€100]",
            "[+5]",
            "[24/7]",
            "[BE71 0961 2345 6769]",
            "[0123.456.789]",
            "[2024/1234]",
            "[*123#]",
            "[1 000km]",
        ] {
            let typed = text.replace(['[', ']'], "");
            let sentence = format!("a {text}. a ({text}), {text}");
            assert_eq!(shown(&format!("a {typed}. a ({typed}), {typed}"), false), sentence);
        }
    }

    #[test]
    fn telephone_numbers_are_one() {
        for text in [
            "[04 555 0123]",
            "[0800 30 030]",
            "[02 555 70 80]",
            "[+32 2 555 70 80]",
            "[+32 (0)2 555 70 80]",
            "[(04) 555 0123]",
            "[(02)5557080]",
            "[04/555.01.23]",
            "[02 / 555 70 80]",
            "[04.555.01.23]",
            "[04-555-01-23]",
            "[1-800-555-0100]",
            "[+1 (212) 555-0100]",
            "[8 (800) 555-35-35]",
            "[8 800 555-35-35]",
            "[0032 2 555 70 80]",
            "[٠٤ ٥٥٥ ٠١٢٣]",
            "[۰۲۱ ۱۲۳۴ ۵۶۷۸]",
            "[12 34 56 78]",
            "[1234 5678]",
            "[02\u{200E} 555 70 80]",
        ] {
            let typed = text.replace(['[', ']'], "");
            let sentence = format!("هاتف: {text}، {text}.");
            assert_eq!(shown(&format!("هاتف: {typed}، {typed}."), false), sentence);
        }
    }

    #[test]
    fn a_range_is_one_number_or_two() {
        for (typed, two, one) in [
            ("9–17", "[9]–[17]", "[9–17]"),
            ("9-17", "[9]-[17]", "[9-17]"),
            ("9 – 17", "[9] – [17]", "[9 – 17]"),
            ("9:00–17:00", "[9:00]–[17:00]", "[9:00–17:00]"),
            ("9:00 - 17:00", "[9:00] - [17:00]", "[9:00 - 17:00]"),
            ("22:00 – 6:00", "[22:00] – [6:00]", "[22:00 – 6:00]"),
            ("1990-1995", "[1990]-[1995]", "[1990-1995]"),
            ("1,5–2", "[1,5]–[2]", "[1,5–2]"),
        ] {
            assert_eq!((shown(typed, false), shown(typed, true)), (two.to_owned(), one.to_owned()));
        }
    }

    #[test]
    fn numbers_that_only_stand_beside_each_other_are_several() {
        for text in ["2025 300", "5 10", "3, 5", "1 + 1", "14", "in 2026. 14", "a1 b2", "3  000"] {
            assert_eq!(shown(text, false), text);
        }
        assert_eq!(shown("28/11/2026 14", true), "[28/11/2026] 14");
        assert_eq!(shown("28/11/2026 9:00", true), "[28/11/2026] [9:00]");
        assert_eq!(shown("28/11/2026 – 05/12/2026", true), "[28/11/2026] – [05/12/2026]");
    }
}
