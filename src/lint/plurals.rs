//! Knows the plural forms of a language after CLDR, and which numbers take which form.

use fixed_decimal::Decimal;
use icu_locale::Locale;
use icu_plurals::{PluralCategory, PluralOperands, PluralRuleType, PluralRules};

use crate::language::Language;

/// The plural rules of a language.
pub(crate) struct Rules {
    /// How messages name the language.
    language: String,
    cardinal: Option<PluralRules>,
    ordinal: Option<PluralRules>,
}

/// How something is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Count {
    /// One, two, three.
    Cardinal,
    /// First, second, third.
    Ordinal,
}

/// The forms, in the order of CLDR.
const FORMS: [(&str, PluralCategory); 6] = [
    ("zero", PluralCategory::Zero),
    ("one", PluralCategory::One),
    ("two", PluralCategory::Two),
    ("few", PluralCategory::Few),
    ("many", PluralCategory::Many),
    ("other", PluralCategory::Other),
];

/// The form that every language has.
pub(crate) const OTHER: &str = "other";

/// The names of all forms that a language can have.
pub(crate) const NAMES: [&str; 6] = ["zero", "one", "two", "few", "many", OTHER];

/// The whole numbers that are tried for each form: those that periods, fees and distances have.
const NUMBERS: u32 = 200;

/// Further numbers that are tried. Forms that only millions take, as in French, are asked of nobody.
const FURTHER: [&str; 10] =
    ["1000", "10000", "100000", "0.5", "1.5", "2.5", "5.5", "0.1", "0.2", "1.25"];

/// Languages whose nouns stay as they are beside a number: "5 gün".
const SAME_BESIDE_NUMBERS: [&str; 17] = [
    "az", "bn", "ckb", "eu", "fa", "hu", "hy", "ka", "kk", "ku", "ky", "ml", "ta", "tk", "tr",
    "ug", "uz",
];

impl Rules {
    /// The rules of a language.
    pub(crate) fn of(language: Option<&Language>) -> Rules {
        let tag = language.map(|language| &language.tag);
        let locale = tag.and_then(|tag| tag.as_str().parse::<Locale>().ok());
        let rules = |kind: PluralRuleType| {
            PluralRules::try_new((&locale.clone()?).into(), kind.into()).ok()
        };
        Rules {
            language: tag.map(ToString::to_string).unwrap_or_default(),
            cardinal: rules(PluralRuleType::Cardinal),
            ordinal: rules(PluralRuleType::Ordinal),
        }
    }

    /// The language's tag.
    pub(crate) fn language(&self) -> &str {
        &self.language
    }

    /// Whether the words beside a number change with it.
    pub(crate) fn counts_nouns(&self) -> bool {
        let language = self.language.split('-').next().unwrap_or_default();
        !SAME_BESIDE_NUMBERS.contains(&language)
    }

    fn rules(&self, count: Count) -> Option<&PluralRules> {
        match count {
            Count::Cardinal => self.cardinal.as_ref(),
            Count::Ordinal => self.ordinal.as_ref(),
        }
    }

    /// The forms that the language has; none if CLDR does not know it.
    pub(crate) fn forms(&self, count: Count) -> Vec<&'static str> {
        let Some(rules) = self.rules(count) else { return Vec::new() };
        let has: Vec<PluralCategory> = rules.categories().collect();
        FORMS.iter().filter(|(_, form)| has.contains(form)).map(|(name, _)| *name).collect()
    }

    /// Numbers of the usual size that take a form, three at most, whole ones first. `value` is one that is sure to occur.
    pub(crate) fn examples(&self, form: &str, count: Count, value: Option<f64>) -> Vec<String> {
        let whole = (0..=NUMBERS).map(|number| number.to_string());
        let further = FURTHER.iter().map(|number| (*number).to_owned());
        let value = value.map(|value| value.to_string());
        let numbers = whole.chain(further).chain(value);
        numbers.filter(|number| self.form_of(number, count) == Some(form)).take(3).collect()
    }

    /// The form that a number takes.
    pub(crate) fn form_of(&self, number: &str, count: Count) -> Option<&'static str> {
        let operands = PluralOperands::from(&number.parse::<Decimal>().ok()?);
        let form = self.rules(count)?.category_for(operands);
        FORMS.iter().find(|(_, known)| *known == form).map(|(name, _)| *name)
    }

    /// Whether a form is for one number alone, or for none and one: such a text need not repeat the number.
    pub(crate) fn says_the_number(&self, form: &str, count: Count) -> bool {
        let taken: Vec<u32> = (0..=NUMBERS)
            .filter(|number| self.form_of(&number.to_string(), count) == Some(form))
            .collect();
        taken.len() == 1 || (!taken.is_empty() && taken.iter().all(|number| *number <= 1))
    }
}

#[cfg(test)]
mod tests {
    use super::{Count, Rules};
    use crate::diagnostic::Report;
    use crate::language::Languages;

    fn rules(tag: &str) -> Rules {
        let languages = Languages::built_in(&Report::new());
        Rules::of(languages.get(&tag.parse().unwrap()))
    }

    #[test]
    fn forms_are_those_of_cldr() {
        for (tag, wanted) in [
            ("pl", "one few many other"),
            ("ar", "zero one two few many other"),
            ("tr", "one other"),
            ("en", "one other"),
        ] {
            assert_eq!(rules(tag).forms(Count::Cardinal).join(" "), wanted, "{tag}");
        }
        assert_eq!(rules("en").forms(Count::Ordinal).join(" "), "one two few other");
    }

    #[test]
    fn a_form_that_only_millions_take_has_no_example() {
        let french = rules("fr");
        assert!(french.forms(Count::Cardinal).contains(&"many"));
        assert!(french.examples("many", Count::Cardinal, None).is_empty());
        assert_eq!(french.examples("many", Count::Cardinal, Some(2e6)), ["2000000"]);
        assert_eq!(rules("pl").examples("few", Count::Cardinal, None), ["2", "3", "4"]);
        assert_eq!(rules("pl").examples("other", Count::Cardinal, None), ["0.5", "1.5", "2.5"]);
    }

    #[test]
    fn a_form_of_many_numbers_does_not_say_the_number() {
        assert!(rules("pl").says_the_number("one", Count::Cardinal));
        assert!(rules("fr").says_the_number("one", Count::Cardinal));
        assert!(rules("ar").says_the_number("two", Count::Cardinal));
        // 1, 21, 31 …
        assert!(!rules("ru").says_the_number("one", Count::Cardinal));
        assert!(!rules("pl").says_the_number("few", Count::Cardinal));
    }
}
