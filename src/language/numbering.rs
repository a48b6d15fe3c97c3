//! Knows the decimal numbering systems of CLDR: the figures of each, and what number a figure stands for.

use fixed_decimal::Decimal;
use icu_decimal::DecimalFormatter;
use icu_locale::Locale;

/// The code of each system in CLDR 48 with its figure nought; the figures one to nine follow it.
const SYSTEMS: [(&str, char); 77] = [
    ("adlm", '\u{1E950}'),
    ("ahom", '\u{11730}'),
    ("arab", '\u{660}'),
    ("arabext", '\u{6F0}'),
    ("bali", '\u{1B50}'),
    ("beng", '\u{9E6}'),
    ("bhks", '\u{11C50}'),
    ("brah", '\u{11066}'),
    ("cakm", '\u{11136}'),
    ("cham", '\u{AA50}'),
    ("deva", '\u{966}'),
    ("diak", '\u{11950}'),
    ("fullwide", '\u{FF10}'),
    ("gara", '\u{10D40}'),
    ("gong", '\u{11DA0}'),
    ("gonm", '\u{11D50}'),
    ("gujr", '\u{AE6}'),
    ("gukh", '\u{16130}'),
    ("guru", '\u{A66}'),
    ("hmng", '\u{16B50}'),
    ("hmnp", '\u{1E140}'),
    ("java", '\u{A9D0}'),
    ("kali", '\u{A900}'),
    ("kawi", '\u{11F50}'),
    ("khmr", '\u{17E0}'),
    ("knda", '\u{CE6}'),
    ("krai", '\u{16D70}'),
    ("lana", '\u{1A80}'),
    ("lanatham", '\u{1A90}'),
    ("laoo", '\u{ED0}'),
    ("latn", '0'),
    ("lepc", '\u{1C40}'),
    ("limb", '\u{1946}'),
    ("mathbold", '\u{1D7CE}'),
    ("mathdbl", '\u{1D7D8}'),
    ("mathmono", '\u{1D7F6}'),
    ("mathsanb", '\u{1D7EC}'),
    ("mathsans", '\u{1D7E2}'),
    ("mlym", '\u{D66}'),
    ("modi", '\u{11650}'),
    ("mong", '\u{1810}'),
    ("mroo", '\u{16A60}'),
    ("mtei", '\u{ABF0}'),
    ("mymr", '\u{1040}'),
    ("mymrepka", '\u{116DA}'),
    ("mymrpao", '\u{116D0}'),
    ("mymrshan", '\u{1090}'),
    ("mymrtlng", '\u{A9F0}'),
    ("nagm", '\u{1E4F0}'),
    ("newa", '\u{11450}'),
    ("nkoo", '\u{7C0}'),
    ("olck", '\u{1C50}'),
    ("onao", '\u{1E5F1}'),
    ("orya", '\u{B66}'),
    ("osma", '\u{104A0}'),
    ("outlined", '\u{1CCF0}'),
    ("rohg", '\u{10D30}'),
    ("saur", '\u{A8D0}'),
    ("segment", '\u{1FBF0}'),
    ("shrd", '\u{111D0}'),
    ("sind", '\u{112F0}'),
    ("sinh", '\u{DE6}'),
    ("sora", '\u{110F0}'),
    ("sund", '\u{1BB0}'),
    ("sunu", '\u{11BF0}'),
    ("takr", '\u{116C0}'),
    ("talu", '\u{19D0}'),
    ("tamldec", '\u{BE6}'),
    ("telu", '\u{C66}'),
    ("thai", '\u{E50}'),
    ("tibt", '\u{F20}'),
    ("tirh", '\u{114D0}'),
    ("tnsa", '\u{16AC0}'),
    ("tols", '\u{11DE0}'),
    ("vaii", '\u{A620}'),
    ("wara", '\u{118E0}'),
    ("wcho", '\u{1E2F0}'),
];

/// The number that a decimal figure of any script stands for.
#[must_use]
pub(crate) fn value_of(figure: char) -> Option<u8> {
    if figure.is_ascii() {
        return figure.to_digit(10).and_then(|value| u8::try_from(value).ok());
    }
    SYSTEMS.iter().find_map(|&(_, nought)| {
        let distance = u32::from(figure).checked_sub(u32::from(nought))?;
        u8::try_from(distance).ok().filter(|value| *value < 10)
    })
}

/// The Chinese figures, which do not follow each other in Unicode.
const HANIDEC: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// The figures of a system, nought first; `None` if CLDR has no decimal system of that code.
#[must_use]
pub(crate) fn figures_of(code: &str) -> Option<[char; 10]> {
    if code == "hanidec" {
        return Some(HANIDEC);
    }
    let (_, nought) = SYSTEMS.iter().find(|(known, _)| *known == code)?;
    figures_from(*nought)
}

/// The figures of the system in which CLDR writes numbers in a locale.
#[must_use]
pub(crate) fn usual_figures(locale: &str) -> Option<[char; 10]> {
    let locale: Locale = locale.parse().ok()?;
    let formatter = DecimalFormatter::try_new(locale.into(), Default::default()).ok()?;
    let nought = formatter.format(&Decimal::from(0)).to_string();
    let mut characters = nought.chars();
    match (characters.next(), characters.next()) {
        (Some('〇'), None) => Some(HANIDEC),
        (Some(nought), None) if value_of(nought) == Some(0) => figures_from(nought),
        _ => None,
    }
}

fn figures_from(nought: char) -> Option<[char; 10]> {
    let mut figures = [nought; 10];
    for (figure, next) in figures.iter_mut().zip(u32::from(nought)..) {
        *figure = char::from_u32(next)?;
    }
    Some(figures)
}

/// A text with all its figures in those of one system.
#[must_use]
pub(crate) fn in_figures(text: &str, figures: &[char; 10]) -> String {
    let own = |c: char| value_of(c).map_or(c, |value| figures[usize::from(value)]);
    text.chars().map(own).collect()
}

#[cfg(test)]
mod tests {
    use super::{SYSTEMS, figures_of, in_figures, usual_figures, value_of};

    #[test]
    fn each_system_has_ten_figures() {
        for (code, nought) in SYSTEMS {
            let figures = figures_of(code).unwrap();
            assert_eq!(figures[0], nought);
            for (value, figure) in (0..).zip(figures) {
                assert_eq!(value_of(figure), Some(value), "{code}");
            }
        }
        assert_eq!(figures_of("hanidec").unwrap()[3], '三');
        assert_eq!(figures_of("roman"), None);
        assert_eq!(value_of('½'), None);
    }

    #[test]
    fn a_language_has_the_figures_of_cldr() {
        for (locale, three) in [
            ("fr", '3'),
            ("ne", '३'),
            ("bn", '৩'),
            ("fa", '۳'),
            ("my", '၃'),
            ("ar-u-nu-latn", '3'),
            ("th-u-nu-thai", '๓'),
        ] {
            assert_eq!(usual_figures(locale).unwrap()[3], three, "{locale}");
        }
    }

    #[test]
    fn figures_of_a_text_become_those_of_a_system() {
        assert_eq!(in_figures("28/11/٢٠٢٦", &figures_of("nkoo").unwrap()), "߂߈/߁߁/߂߀߂߆");
    }
}
