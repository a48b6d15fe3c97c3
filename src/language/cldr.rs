//! Compares the program's rows of languages with CLDR, as far as ICU4X has its data.

use icu_decimal::DecimalFormatter;
use icu_locale::exemplar_chars::ExemplarCharacters;
use icu_locale::{LanguageIdentifier, Locale, LocaleDirectionality, LocaleExpander};

use super::{Direction, Language, Languages};
use crate::diagnostic::Report;

fn rows() -> Vec<Language> {
    let report = Report::new();
    let languages = Languages::built_in(&report);
    assert_eq!(report.into_sorted(), []);
    languages.iter().cloned().collect()
}

fn identifier(row: &Language) -> LanguageIdentifier {
    row.tag.as_str().parse().unwrap()
}

#[test]
fn scripts_and_directions_are_those_of_cldr() {
    let (expander, directions) =
        (LocaleExpander::new_extended(), LocaleDirectionality::new_extended());
    for row in rows() {
        let script = expander.get_likely_script(&identifier(&row)).unwrap();
        assert_eq!(script.to_string(), row.script.code, "{}", row.tag);
        let right_to_left = directions.is_right_to_left(&identifier(&row));
        assert_eq!(right_to_left, row.direction() == Direction::Rtl, "{}", row.tag);
    }
}

#[test]
fn figures_of_rows_are_those_of_cldr_or_such_as_are_dialled() {
    for row in rows() {
        let Some(numerals) = row.numerals.as_ref().filter(|numerals| numerals.code != "latn")
        else {
            continue;
        };
        let locale: Locale = row.tag.as_str().parse().unwrap();
        let formatter = DecimalFormatter::try_new(locale.into(), Default::default()).unwrap();
        assert_eq!(formatter.format(&1.into()).to_string(), numerals.one, "{}", row.tag);
    }
}

#[test]
fn names_are_spelt_with_letters_of_their_language() {
    let mut compared = 0;
    for row in rows() {
        let locale: Locale = row.tag.as_str().parse().unwrap();
        let sets = [
            ExemplarCharacters::try_new_main(&locale.clone().into()),
            ExemplarCharacters::try_new_auxiliary(&locale.into()),
        ];
        // Without data of its own a language has none of these letters.
        let [Ok(main), auxiliary] = sets else { continue };
        if main.size() == 0 {
            continue;
        }
        compared += 1;
        let letters = row.autonym.chars().flat_map(char::to_lowercase);
        let strange: Vec<char> = letters
            .filter(|c| c.is_alphabetic())
            .filter(|c| {
                let known = |text: &str| {
                    main.contains_str(text)
                        || auxiliary.as_ref().is_ok_and(|set| set.contains_str(text))
                };
                !known(c.encode_utf8(&mut [0; 4]))
            })
            .collect();
        assert!(strange.is_empty(), "{}: {}, {strange:?}", row.tag, row.autonym);
    }
    assert!(compared > 30, "{compared}");
}
