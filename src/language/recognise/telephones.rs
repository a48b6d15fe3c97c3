//! Tells which numbers in a text are telephone numbers, by the ways in which countries write them.
//!
//! A number that nobody dials is told once too often rather than one that somebody dials not at all. Sums, years, dates,
//! accounts, companies and articles of law are known by their form or by the word before them.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::language::numbering::value_of;
use crate::language::numbers::{SIGNS_AFTER, SIGNS_BEFORE, is_unit};
use crate::language::recognise::figures::{figures, is_direction_mark};

/// Words after which a number is dialled, in the languages of the program's rows; a word that begins with one counts too.
const CALLS: [&str; 92] = [
    "appel",
    "compos",
    "formez",
    "tél",
    "tel",
    "téléphon",
    "portable",
    "gsm",
    "mobil",
    "fax",
    "bel",
    "bellen",
    "opbellen",
    "call",
    "dial",
    "phone",
    "text",
    "sms",
    "whatsapp",
    "anruf",
    "ruf",
    "wähl",
    "handy",
    "llam",
    "marc",
    "teléf",
    "lig",
    "disc",
    "chiam",
    "ara",
    "çevir",
    "arayın",
    "dzwoń",
    "zadzwoń",
    "dzwoni",
    "sun",
    "sună",
    "apel",
    "formați",
    "обад",
    "звон",
    "позвон",
    "набер",
    "тел",
    "телеф",
    "дзвон",
    "подзвон",
    "телефон",
    "номер",
    "اتصل",
    "اتّصل",
    "هاتف",
    "الهاتف",
    "تلفون",
    "رقم",
    "الرقم",
    "بالرقم",
    "تماس",
    "تلفن",
    "شماره",
    "زنگ",
    "فون",
    "کال",
    "ټلیفون",
    "زنګ",
    "تەلەفۆن",
    "پەیوەندی",
    "התקשר",
    "להתקשר",
    "טלפון",
    "חייג",
    "लिए",
    "फोन",
    "फ़ोन",
    "कल",
    "कॉल",
    "ফোন",
    "কল",
    "ਫੋਨ",
    "தொலைபேசி",
    "அழை",
    "โทร",
    "โทรศัพท์",
    "gọi",
    "điện",
    "ទូរស័ព្ទ",
    "电话",
    "拨打",
    "致电",
    "ስልክ",
    "ደውል",
    "☎",
];

/// Words after which a number names an article, a page, a case, an account or a company.
const NAMES: [&str; 52] = [
    "art",
    "article",
    "articles",
    "artikel",
    "artikels",
    "artículo",
    "artigo",
    "articolo",
    "madde",
    "ст",
    "статья",
    "статьи",
    "статті",
    "المادة",
    "مادة",
    "ماده",
    "סעיף",
    "p",
    "pp",
    "page",
    "pages",
    "blz",
    "pag",
    "s",
    "str",
    "sayfa",
    "стр",
    "صفحة",
    "ص",
    "nr",
    "n°",
    "nº",
    "no",
    "nos",
    "№",
    "loi",
    "wet",
    "law",
    "be",
    "tva",
    "btw",
    "vat",
    "kbo",
    "bce",
    "rpm",
    "rpr",
    "iban",
    "bic",
    "isbn",
    "issn",
    "d",
    "dossier",
];

/// The least figures of a number that is no short one.
const FEWEST: usize = 7;
/// The most figures of a number (ITU-T E.164), with two for an international prefix.
const MOST: usize = 17;

/// The telephone numbers of the facts, by which one that was typed is known.
#[derive(Debug, Clone, Hash, Default)]
pub(crate) struct Telephones {
    known: BTreeSet<String>,
}

/// The figures of a number in ASCII.
pub(crate) fn digits_of(number: &str) -> String {
    number.chars().filter_map(value_of).map(|value| char::from(b'0' + value)).collect()
}

impl Telephones {
    /// Knows the numbers of the facts.
    pub(crate) fn new<'a>(facts: impl Iterator<Item = &'a str>) -> Telephones {
        Telephones { known: facts.map(digits_of).collect() }
    }

    /// The telephone numbers of a text that are none of `apart`, in their order.
    pub(crate) fn find(&self, letters: &[char], apart: &[Range<usize>]) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        for number in figures(letters, true) {
            let range = number.range;
            let free =
                apart.iter().all(|other| range.end <= other.start || other.end <= range.start);
            if free && self.is_telephone(letters, &range) {
                found.push(range);
            }
        }
        found
    }

    /// Whether a number is one that somebody dials.
    fn is_telephone(&self, letters: &[char], range: &Range<usize>) -> bool {
        let text: String =
            letters[range.clone()].iter().filter(|c| !is_direction_mark(**c)).collect();
        let digits = digits_of(&text);
        let counted = is_counted(letters, range) || text.contains(|c| SIGNS_AFTER.contains(c));
        if counted || text.contains(|c: char| c.is_alphabetic()) || is_named(letters, range) {
            return false;
        }
        if self.is_known(&digits) {
            return true;
        }
        let shape = Shape::of(&text);
        if shape.is_date() || shape.is_time() || shape.has_comma || digits.len() > MOST {
            return false;
        }
        if is_called(letters, range.start) && digits.len() >= 3 {
            return true;
        }
        digits.len() >= FEWEST && shape.is_telephone()
    }

    /// Whether a fact has the number, perhaps with the code of its country or without.
    fn is_known(&self, digits: &str) -> bool {
        let national = |number: &str| number.trim_start_matches('0').to_owned();
        let same = |known: &String| {
            let (one, other) = (national(known), national(digits));
            known == digits
                || (one.len() >= FEWEST
                    && other.len() >= FEWEST
                    && (one.ends_with(&other) || other.ends_with(&one)))
        };
        digits.len() >= 3 && self.known.iter().any(same)
    }
}

/// What the groups of a number look like.
struct Shape {
    /// The figures of each group.
    groups: Vec<String>,
    /// The signs between the groups, blanks as one blank.
    signs: Vec<String>,
    /// Whether a plus sign stands first.
    has_plus: bool,
    /// Whether it has brackets.
    has_brackets: bool,
    /// Whether it has a comma or another sign of fractions and thousands alone.
    has_comma: bool,
}

impl Shape {
    fn of(text: &str) -> Shape {
        let mut groups: Vec<String> = Vec::new();
        let mut signs: Vec<String> = Vec::new();
        let mut between = String::new();
        for c in text.chars() {
            let Some(value) = value_of(c) else {
                between.push(if c.is_whitespace() { ' ' } else { c });
                continue;
            };
            if groups.is_empty() || !between.is_empty() {
                if !groups.is_empty() {
                    signs.push(between.clone());
                }
                groups.push(String::new());
                between.clear();
            }
            if let Some(group) = groups.last_mut() {
                group.push(char::from(b'0' + value));
            }
        }
        Shape {
            groups,
            signs,
            has_plus: text.starts_with(['+', '＋']),
            has_brackets: text.contains('('),
            has_comma: text.contains(|c: char| ",'’ʼ٫٬،½¼¾:".contains(c)),
        }
    }

    /// Whether all signs between groups are one of these.
    fn only(&self, signs: &str) -> bool {
        self.signs
            .iter()
            .all(|own| own.chars().count() == 1 && own.chars().all(|c| signs.contains(c)))
    }

    fn lengths(&self) -> Vec<usize> {
        self.groups.iter().map(String::len).collect()
    }

    fn number(&self, index: usize) -> u32 {
        self.groups[index].parse().unwrap_or(u32::MAX)
    }

    fn is_date(&self) -> bool {
        let day = |index| (1..=31).contains(&self.number(index)) && self.groups[index].len() <= 2;
        let month = |index| (1..=12).contains(&self.number(index)) && self.groups[index].len() <= 2;
        let year =
            |index| (1800..=2199).contains(&self.number(index)) && self.groups[index].len() == 4;
        let same = self.signs.windows(2).all(|two| two[0] == two[1]);
        match self.groups.len() {
            3 if same && !self.has_plus => {
                (day(0) && month(1) && year(2))
                    || (month(0) && day(1) && year(2))
                    || (year(0) && month(1) && day(2))
            }
            _ => false,
        }
    }

    fn is_time(&self) -> bool {
        self.signs.iter().any(|signs| signs.contains(':'))
    }

    /// Whether its groups are those of a sum: "912 345 678", "1.000.000".
    fn is_sum(&self) -> bool {
        let lengths = self.lengths();
        let same = self.signs.windows(2).all(|two| two[0] == two[1]);
        lengths.len() > 1
            && lengths[0] <= 3
            && lengths[1..].iter().all(|length| *length == 3)
            && !self.groups[0].starts_with('0')
            && self.only(" .")
            && same
    }

    /// Whether it is a number of something else: an account, a card, a book, a person, a case.
    fn is_registered(&self) -> bool {
        let lengths = self.lengths();
        let digits: usize = lengths.iter().sum();
        let book = digits == 13 && (self.groups[0] == "978" || self.groups[0] == "979");
        let card = lengths.iter().all(|length| *length == 4) && digits >= 16;
        let person = lengths == [2, 2, 2, 3, 2] && !self.only(" ");
        let year = |index: usize| {
            self.groups.get(index).is_some_and(|group| {
                group.len() == 4 && (1800..=2199).contains(&self.number(index))
            })
        };
        let years = lengths.len() > 1 && (0..lengths.len()).all(year);
        // A case or a law: "2024/12345", "12345/2024".
        let case = lengths.len() == 2 && self.only("/-") && (year(0) || year(1));
        let account = lengths == [3, 7, 2] && self.only("-");
        book || card || person || years || case || account
    }

    fn is_telephone(&self) -> bool {
        let lengths = self.lengths();
        let digits: usize = lengths.iter().sum();
        let nought = self.groups[0].starts_with('0');
        if self.is_registered() {
            return false;
        }
        if self.has_plus || self.has_brackets {
            return digits >= FEWEST;
        }
        if nought {
            // "0.1234567" is a fraction.
            let fraction = lengths.len() == 2 && self.groups[0] == "0" && self.only(".");
            return !fraction && (digits > FEWEST || lengths.len() > 1);
        }
        if lengths.len() == 1 {
            return (9..=12).contains(&digits);
        }
        !self.is_sum() && digits <= 13
    }
}

/// Whether a unit or the sign of a currency stands after a number, or before it.
fn is_counted(letters: &[char], range: &Range<usize>) -> bool {
    let rest = &letters[range.end..];
    let blank = usize::from(rest.first().is_some_and(|c| c.is_whitespace()));
    let word: String = rest[blank..]
        .iter()
        .take_while(|c| c.is_alphanumeric() || SIGNS_AFTER.contains(**c) || **c == '²')
        .collect();
    let before = range.start.checked_sub(1).map(|at| letters[at]);
    // "m" and "h" are letters before a name as well, but not after a number.
    is_unit(&word)
        || ["euro", "euros", "eur", "dollars", "يورو", "евро", "avro"]
            .contains(&word.to_lowercase().as_str())
        || before.is_some_and(|c| "€$£¥₽₺".contains(c))
}

/// The words before a place, the nearest first; none from before a sign that ends a sentence.
fn words_before(letters: &[char], end: usize) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    for &c in letters[..end].iter().rev() {
        if c.is_whitespace() || is_direction_mark(c) || "(:،,«“\"'’/".contains(c) {
            if !word.is_empty() {
                words.push(word.chars().rev().collect());
                word.clear();
            }
        } else {
            word.push(c);
        }
        if words.len() > 3 {
            return words;
        }
    }
    words.push(word.chars().rev().collect());
    words.retain(|word: &String| !word.is_empty());
    words
}

/// A word as the lists have it.
fn plain(word: &str) -> String {
    word.to_lowercase()
        .trim_matches(|c: char| !c.is_alphanumeric() && !"°º№☎".contains(c))
        .to_owned()
}

/// Whether the word or sign before a number says that it names an article, a page, an account.
fn is_named(letters: &[char], range: &Range<usize>) -> bool {
    let words = words_before(letters, range.start);
    let Some(word) = words.first() else { return false };
    let plain = plain(word);
    let sign = word.chars().last().is_some_and(|c| SIGNS_BEFORE.contains(c));
    // "Tel. No. 04 555 0123", "n° de tél. 04 555 0123".
    let called = words.iter().skip(1).take(2).any(|word| calls(word));
    (sign || NAMES.contains(&plain.as_str())) && !called
}

/// Whether a word tells that somebody calls.
fn calls(word: &str) -> bool {
    let word = plain(word);
    CALLS.iter().any(|call| {
        word.strip_prefix(call).is_some_and(|rest| {
            rest.is_empty() || call.chars().count() > 3 || rest.chars().count() < 3
        })
    })
}

/// Whether one of the words shortly before a number says that it is called.
fn is_called(letters: &[char], at: usize) -> bool {
    words_before(letters, at).iter().take(2).any(|word| calls(word))
}

#[cfg(test)]
mod tests {
    use super::Telephones;

    /// The telephone numbers of a text.
    fn found(text: &str) -> Vec<String> {
        let letters: Vec<char> = text.chars().collect();
        let facts = Telephones::new(["0800 30 030", "101", "+32 2 555 70 80"].into_iter());
        facts.find(&letters, &[]).into_iter().map(|range| letters[range].iter().collect()).collect()
    }

    #[test]
    fn numbers_are_known_as_countries_write_them() {
        for number in [
            "02 555 71 80",
            "04 555 0123",
            "0475 12 34 56",
            "0475/12.34.56",
            "0475.12.34.56",
            "0800 12 345",
            "078 15 15 15",
            "+32 475 12 34 56",
            "+32 475 123 456",
            "0032 2 555 71 80",
            "+32 (0)2 555 71 80",
            "(04) 555 0123",
            "02/555.71.80",
            "02-555-71-80",
            "080012345",
            "0475123456",
            "+33 1 42 27 78 00",
            "01 42 27 78 00",
            "01.42.27.78.00",
            "+31 20 555 0123",
            "020-555 0123",
            "+49 30 901820",
            "030 / 90 18 20",
            "91 345 67 89",
            "(212) 555-0100",
            "1-800-555-0100",
            "212-555-0100",
            "555-0100",
            "212.555.0100",
            "+1 212 555 0100",
            "8 800 555-35-35",
            "8 (495) 123-45-67",
            "+7 495 123-45-67",
            "0 212 123 45 67",
            "22 123 45 67",
            "12 34 56 78",
            "1234 5678",
            "04-555-0123",
            "03-1234567",
            "021 1234 5678",
            "٠٤ ٥٥٥ ٠١٢٣",
            "۰۲۱ ۱۲۳۴ ۵۶۷۸",
            "०८०० १२ ३४५",
            "+251 11 551 7700",
            "0800 30 030",
            "101",
            "080030030",
            "02 555 70 80",
        ] {
            for text in ["", "Bureau ", "المكتب ", "המשרד ", "office "] {
                let text = format!("{text}{number}.");
                assert_eq!(found(&text), [number], "{text}");
            }
        }
    }

    #[test]
    fn short_numbers_are_known_by_the_word_before() {
        for (text, number) in [
            ("Appelez le 112.", "112"),
            ("Bel 1712!", "1712"),
            ("Call 999", "999"),
            ("اتصل بالرقم 110", "110"),
            ("Звоните 102", "102"),
            ("Tél. : 107", "107"),
            ("Tel 912 345 678", "912 345 678"),
            ("☎ 1813", "1813"),
            ("Arayın 155", "155"),
        ] {
            assert_eq!(found(text), [number], "{text}");
        }
    }

    #[test]
    fn years_sums_dates_and_articles_are_none() {
        for text in [
            "En 2026, 14 jours, 1 000 000, 912 345 678 personnes, 12 345 678 euros, 1.000.000, 1,234,567.",
            "Le 28/11/2026, 28.11.2026, 28-11-2026, 2026-11-28, 01 02 2026, 2026 10 15, de 9:00 à 17:00, 09:30",
            "art. 101, article 101, § 101, p. 101, n° 101, 101 %, 101 €, 101 km, Art. 1712",
            "La loi du 15 décembre 1980, 2013/32/UE, C-123/45, 2024/12345, n° 12345/2024, nr. 0123456789",
            "BE71 0961 2345 6769, BE 0123.456.789, TVA 0123.456.789, 85.07.30-033.28, 978-2-1234-5680-3",
            "1234 5678 9012 3456, 2024-2025, 2024 2025, 1/2, 0,5, 0.1234567, 12-18, 1 000, 1000 Bruxelles",
            "10 000 000 €, 1000000, D/2026/1234/5",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
