//! Finds what was said of similar texts: in the same language, in this brochure and in translation memories.
//!
//! What is suggested is a translation of what stands there now: one with other numbers, variables, tags or addresses is none,
//! however like its source is.

use std::collections::BTreeMap;

use crate::exchange::import::normal;
use crate::exchange::{Piece, Text};
use crate::language::recognise::addresses;
use crate::language::{Language, Tag};
use crate::lint::numbers_of;
use crate::load::TextId;
use crate::load::catalogue::Entry;
use crate::load::ftl::typed;
use crate::preview::likeness::likeness;
use crate::preview::memories::Memories;
use crate::preview::wire::SuggestionRow;
use crate::preview::writer::{Loaded, message_id};
use crate::signing::is_one_of;

/// Texts that are less alike say nothing of each other, in a hundred.
const LEAST_LIKENESS: u8 = 60;

/// So many are shown.
const MOST: usize = 5;

/// The translations of the texts whose sources are most like `source`, that of a unit as it is now.
pub(super) fn suggestions(
    loaded: &Loaded,
    memories: &mut Memories,
    language: &Tag,
    (unit, source): (&str, &str),
) -> Vec<SuggestionRow> {
    let publication = &loaded.brochure.publication;
    let wanted = normal(source);
    let row = publication.languages.get(&publication.brochure.source_language.value);
    // A form of a plural says the same as its source only in its own place.
    let is_form = unit.contains('[');
    let mut found: Vec<SuggestionRow> = Vec::new();
    let mut see = |source: &str, target: &str, likeness: u8, origin: &'static str| {
        let is_sound = is_like(&wanted, target) && means_the_same(&wanted, source, row);
        if is_sound && !target.is_empty() {
            let (source, target) = (source.to_owned(), target.to_owned());
            found.push(SuggestionRow { source, target, likeness, origin });
        }
    };
    if !is_form {
        for (source, target) in own_texts(loaded, language, unit) {
            let (short, long) = (source.len().min(wanted.len()), source.len().max(wanted.len()));
            // More can't be the same than the shorter one has.
            if short * 2 < long {
                continue;
            }
            let likeness = likeness(&wanted, &source);
            if likeness >= LEAST_LIKENESS {
                see(&source, &target, likeness, "brochure");
            }
        }
    }
    memories.alike(language, &wanted, LEAST_LIKENESS, |own, likeness| {
        let is_own = own.id.as_deref() == Some(unit) && own.source == wanted;
        if is_own || !is_form && own.id.as_ref().is_none_or(|id| !id.contains('[')) {
            see(&own.source, &own.target, likeness, "memory");
        }
    });
    found.sort_by(|one, other| {
        other.likeness.cmp(&one.likeness).then_with(|| one.target.cmp(&other.target))
    });
    let mut seen = Vec::new();
    found.retain(|one| {
        let is_new = !seen.contains(&one.target);
        seen.push(one.target.clone());
        is_new
    });
    found.truncate(MOST);
    found
}

/// The other texts of the brochure, each with its translation.
fn own_texts(loaded: &Loaded, language: &Tag, unit: &str) -> Vec<(String, String)> {
    let publication = &loaded.brochure.publication;
    let catalogue = |tag: &Tag| publication.catalogues.get(tag);
    let source = catalogue(&publication.brochure.source_language.value);
    let (Some(source), Some(own)) = (source, catalogue(language)) else { return Vec::new() };
    let said = |entry: &Entry| entry.pattern().map(|pattern| normal(&typed(&pattern)));
    let message = message_id(unit);
    let others = source.texts.messages.iter().filter(|(id, _)| Some(*id) != message.as_ref());
    let pair =
        |(id, entry): (&TextId, &Entry)| Some((said(entry)?, own.texts.get(id).and_then(said)?));
    others.filter_map(pair).collect()
}

/// What a translation has to have as its source has it: variables and tags, numbers, addresses.
#[derive(Debug, PartialEq, Eq)]
struct Fixed {
    codes: BTreeMap<String, usize>,
    numbers: Vec<String>,
    addresses: Vec<String>,
}

impl Fixed {
    fn of(flat: &str) -> Fixed {
        let (mut codes, mut words) = (BTreeMap::new(), String::new());
        for piece in Text::of_flat(flat).pieces {
            match piece {
                Piece::Words(text) => words.push_str(&text),
                Piece::Code(text) | Piece::Open(text) | Piece::Close(text) => {
                    *codes.entry(text).or_default() += 1;
                    words.push(' ');
                }
            }
        }
        let mut numbers = numbers_of(&words);
        numbers.sort_unstable();
        let letters: Vec<char> = words.chars().collect();
        let found = addresses(&letters).into_iter();
        let mut addresses: Vec<String> =
            found.map(|address| letters[address.range].iter().collect()).collect();
        addresses.sort_unstable();
        Fixed { codes, numbers, addresses }
    }
}

/// Whether a translation has what the source has of what must not change.
fn is_like(source: &str, target: &str) -> bool {
    Fixed::of(source) == Fixed::of(target)
}

/// Whether two sources have the same numbers in words, and the same negations: "in three years" says nothing of "in five years".
fn means_the_same(one: &str, other: &str, language: Option<&Language>) -> bool {
    // Where negations are not known, nobody can tell.
    let known = language.filter(|language| !language.negations.is_empty());
    let Some(language) = known else { return one == other };
    let picked = |text: &str| {
        let text = text.to_lowercase().replace('’', "'");
        let is_part = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '-');
        let words = text.split(|c: char| !is_part(c)).map(|word| word.trim_matches(['\'', '-']));
        let is_telling = |word: &&str| {
            is_one_of(word, &language.number_words) || is_one_of(word, &language.negations)
        };
        let mut words: Vec<String> = words.filter(is_telling).map(str::to_owned).collect();
        words.sort_unstable();
        words
    };
    Fixed::of(one).numbers == Fixed::of(other).numbers && picked(one) == picked(other)
}

#[cfg(test)]
mod tests {
    use super::{is_like, means_the_same};
    use crate::diagnostic::Report;
    use crate::language::Languages;

    #[test]
    fn a_wrong_number_variable_tag_or_address_is_no_suggestion() {
        let source = "In <b>3</b> years call { $police-phone }.";
        assert!(is_like(source, "Na <b>3</b> jaar: bel { $police-phone }."));
        for wrong in [
            "Na <b>5</b> jaar: bel { $police-phone }.",
            "Na <b>3</b> jaar: bel { $other-phone }.",
            "Na <b>3</b> jaar: bel 101.",
            "Na 3 jaar: bel { $police-phone }.",
            "Na <b>3</b> jaar: bel { $police-phone } of { $police-phone }.",
            "Na <b>3</b> jaar: bel { $police-phone }, www.example.org.",
            "Na <b>3</b> jaar: bel { $police-phone } 0470 12 34 56.",
        ] {
            assert!(!is_like(source, wrong), "{wrong}");
        }
    }

    #[test]
    fn numbers_in_words_and_negations_tell_sources_apart() {
        let languages = Languages::built_in(&Report::new());
        let french = languages.get(&"fr".parse().unwrap());
        let same = |one, other| means_the_same(one, other, french);
        assert!(same("Vous pouvez partir.", "Vous pouvez partir demain."));
        assert!(!same("Vous pouvez partir.", "Vous ne pouvez pas partir."));
        assert!(!same("dans trois ans", "dans six ans"));
        assert!(!same("dans 3 ans", "dans 5 ans"));
        assert!(!means_the_same("in 3 years", "in a year", None));
    }
}
