//! Compares two states of a text, and says why the change may be more than a typo that was mended.
//!
//! Whoever accepts a change lets translations stand that nobody compares with the source again: a number, a fact or a "not"
//! that changed must never pass. What is not known to be harmless is refused.

use std::collections::BTreeMap;

use fluent_syntax::ast;

use crate::language::Language;
use crate::load::catalogue::tag::read_tag;
use crate::load::ftl::{Pattern, typed};

/// The most letters in which a word that was misspelt differs from the right one.
const TYPO: usize = 2;

/// Why a change from one text to another may change the meaning; `None` if it is a typo that was mended.
#[must_use]
pub(super) fn why_it_matters(old: &Pattern, new: &Pattern, language: &Language) -> Option<String> {
    let (old, new) = (Content::of(old), Content::of(new));
    let differs = |what: &str, old: &[String], new: &[String]| {
        (sorted(old) != sorted(new)).then(|| {
            let list = |found: &[String]| match found {
                [] => "none".to_owned(),
                found => found.iter().map(|it| format!("`{it}`")).collect::<Vec<_>>().join(" "),
            };
            let (gone, come) = only(old, new);
            format!("{what} changed: {} became {}", list(&gone), list(&come))
        })
    };
    if let Some(why) = differs("what is filled in", &old.codes, &new.codes)
        .or_else(|| differs("markup", &old.tags, &new.tags))
    {
        return Some(why);
    }
    if old.numbers != new.numbers {
        return differs("a number", &old.numbers, &new.numbers)
            .or_else(|| Some("numbers changed places".to_owned()));
    }
    let picked = |words: &[String], list: &[String]| -> Vec<String> {
        words.iter().filter(|word| is_one_of(word, list)).cloned().collect()
    };
    for (what, list) in [("a number", &language.number_words), ("a negation", &language.negations)]
    {
        let why = differs(what, &picked(&old.words, list), &picked(&new.words, list));
        if why.is_some() {
            return why;
        }
    }
    changed_word(&old, &new, !language.negations.is_empty())
}

/// Why the words changed by more than a typo, if they did. Where no negations are known, only signs, blanks and capitals may
/// change.
fn changed_word(old: &Content, new: &Content, knows_negations: bool) -> Option<String> {
    if old.words.len() != new.words.len() {
        let (gone, come) = only(&old.words, &new.words);
        let word = |words: &[String]| words.first().cloned();
        return Some(match (word(&gone), word(&come)) {
            (Some(word), None) => format!("the word `{word}` was taken out"),
            (None, Some(word)) => format!("the word `{word}` was put in"),
            _ => "words were put in or taken out".to_owned(),
        });
    }
    for (old, new) in old.words.iter().zip(&new.words) {
        let most = TYPO.min(old.chars().count().max(new.chars().count()) / 3);
        if old == new || knows_negations && strsim::damerau_levenshtein(old, new) <= most {
            continue;
        }
        return Some(format!("the word `{old}` became `{new}`"));
    }
    None
}

/// Whether a word is one of a list; `n't` is the end of one, `n'` the beginning.
pub(crate) fn is_one_of(word: &str, list: &[String]) -> bool {
    list.iter().any(|known| match known.as_str() {
        known if known.ends_with('\'') => word.starts_with(known),
        known if known.contains('\'') => word.ends_with(known),
        known => word == known || word.split(['-', '\'']).any(|part| part == known),
    })
}

fn sorted(found: &[String]) -> Vec<&String> {
    let mut found: Vec<&String> = found.iter().collect();
    found.sort();
    found
}

/// What stands in one list alone, and what in the other.
fn only(old: &[String], new: &[String]) -> (Vec<String>, Vec<String>) {
    let mut counts: BTreeMap<&String, i64> = BTreeMap::new();
    old.iter().for_each(|it| *counts.entry(it).or_default() += 1);
    new.iter().for_each(|it| *counts.entry(it).or_default() -= 1);
    let of = |sign: i64| {
        let kept = counts.iter().filter(|(_, count)| **count * sign > 0);
        kept.map(|(it, _)| (*it).clone()).collect()
    };
    (of(1), of(-1))
}

/// What a text is made of.
#[derive(Debug, Default)]
struct Content {
    /// What is filled in, with the keys of variants.
    codes: Vec<String>,
    /// Tags, as they are written.
    tags: Vec<String>,
    /// Numbers in figures, in their order.
    numbers: Vec<String>,
    /// Words in small letters, in their order.
    words: Vec<String>,
}

impl Content {
    fn of(pattern: &Pattern) -> Content {
        let mut content = Content::default();
        content.pattern(pattern);
        content
    }

    fn pattern(&mut self, pattern: &Pattern) {
        for element in &pattern.elements {
            match element {
                ast::PatternElement::TextElement { value } => self.text(value),
                ast::PatternElement::Placeable { expression } => match expression {
                    ast::Expression::Select { selector, variants } => {
                        let inline = ast::Expression::Inline(selector.clone());
                        self.code(&inline);
                        for variant in variants {
                            let (ast::VariantKey::Identifier { name: key }
                            | ast::VariantKey::NumberLiteral { value: key }) = &variant.key;
                            let star = if variant.default { "*" } else { "" };
                            self.codes.push(format!("{star}[{key}]"));
                            self.pattern(&variant.value);
                        }
                    }
                    inline => self.code(inline),
                },
            }
        }
    }

    fn code(&mut self, expression: &ast::Expression<String>) {
        let element = ast::PatternElement::Placeable { expression: expression.clone() };
        self.codes.push(typed(&Pattern { elements: vec![element] }));
    }

    fn text(&mut self, text: &str) {
        let mut rest = text;
        let mut words = String::new();
        while let Some(first) = rest.chars().next() {
            let tag = if first == '<' { read_tag(&rest[1..]) } else { None };
            if let Some((_, length)) = tag {
                self.tags.push(rest[..=length].to_owned());
                words.push(' ');
                rest = &rest[length + 1..];
            } else {
                words.push(first);
                rest = &rest[first.len_utf8()..];
            }
        }
        let is_part = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '-');
        let words = words.to_lowercase().replace('’', "'");
        for word in words.split(|c: char| !is_part(c)) {
            let word = word.trim_matches(['\'', '-']);
            if word.chars().any(char::is_numeric) {
                self.numbers.push(word.to_owned());
            } else if !word.is_empty() {
                // « l'avocat » is two words: the first may be mended by itself.
                self.words.push(word.to_owned());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::why_it_matters;
    use crate::diagnostic::Report;
    use crate::language::Languages;
    use crate::load::ftl::parse_pattern;

    fn why(language: &str, old: &str, new: &str) -> Option<String> {
        let report = Report::new();
        let languages = Languages::built_in(&report);
        let language = languages.get(&language.parse().unwrap()).unwrap();
        why_it_matters(&parse_pattern(old).unwrap(), &parse_pattern(new).unwrap(), language)
    }

    #[test]
    fn a_typo_that_was_mended_matters_to_nobody() {
        for (language, old, new) in [
            ("fr", "La viloence n'est pas normale.", "La violence n'est pas normale."),
            ("fr", "Appelez le { $p } .", "Appelez le { $p }."),
            ("fr", "Quels sont mes droit ?", "Quels sont mes droits ?"),
            ("fr", "l’etat civil", "L'état civil"),
            ("tr", "Polisi arayin", "Polisi arayin."),
        ] {
            assert_eq!(why(language, old, new), None, "{old}");
        }
    }

    #[test]
    fn what_may_change_the_meaning_is_found() {
        for (language, old, new, found) in [
            ("fr", "dans 3 ans", "dans 5 ans", "a number changed: `3` became `5`"),
            ("fr", "de 3 à 5", "de 5 à 3", "numbers changed places"),
            ("fr", "dans six ans", "dans dix ans", "a number changed: `six` became `dix`"),
            (
                "fr",
                "Vous pouvez partir",
                "Vous ne pouvez pas partir",
                "a negation changed: none became `ne` `pas`",
            ),
            ("fr", "On arrive", "On n'arrive", "a negation changed: none became `n'arrive`"),
            ("en", "You can leave", "You can't leave", "a negation changed: none became `can't`"),
            ("en", "It is now so", "It is not so", "a negation changed: none became `not`"),
            (
                "en",
                "Call { $a }",
                "Call { $b }",
                "what is filled in changed: `{ $a }` became `{ $b }`",
            ),
            ("en", "Call { $a }", "Call 112", "what is filled in changed: `{ $a }` became none"),
            (
                "en",
                "a <b>b</b>",
                "a <em>b</em>",
                "markup changed: `</b>` `<b>` became `</em>` `<em>`",
            ),
            (
                "en",
                "{ $n ->\n    [one] a\n   *[other] b\n}",
                "{ $n ->\n    [two] a\n   *[other] b\n}",
                "what is filled in changed: `[one]` became `[two]`",
            ),
            ("en", "You may leave", "You must leave", "the word `may` became `must`"),
            ("en", "Leave", "Leave today", "the word `today` was put in"),
            (
                "tr",
                "Gidebilirsiniz",
                "Gidemezsiniz",
                "the word `gidebilirsiniz` became `gidemezsiniz`",
            ),
            ("tr", "gelir", "gelmir", "the word `gelir` became `gelmir`"),
        ] {
            assert_eq!(why(language, old, new).as_deref(), Some(found), "{old}");
        }
    }
}
