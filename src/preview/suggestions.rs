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

/// The zeros of the numerals that the program's languages are written with.
const ZEROS: [char; 3] = ['0', '\u{660}', '\u{6F0}'];

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
    let own_row = publication.languages.get(language);
    // A form of a plural says the same as its source only in its own place.
    let is_form = unit.contains('[');
    let mut found: Vec<SuggestionRow> = Vec::new();
    let mut see = |source: &str, target: &str, likeness: u8, origin: &'static str| {
        let is_sound = is_like(&wanted, target)
            && means_the_same(&wanted, source, row)
            && denies_as((&wanted, row), (target, own_row));
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
    /// Numbers that begin with a zero, which is a part of them: `0101` is not to be called for `101`.
    dialled: Vec<String>,
    addresses: Vec<String>,
    /// Codes and numbers in the order of the text.
    order: Vec<String>,
}

impl Fixed {
    fn of(flat: &str) -> Fixed {
        let (mut codes, mut words, mut order) = (BTreeMap::new(), String::new(), Vec::new());
        for piece in Text::of_flat(flat).pieces {
            match piece {
                Piece::Words(text) => {
                    order.extend(numbers_of(&text));
                    words.push_str(&text);
                }
                Piece::Code(text) | Piece::Open(text) | Piece::Close(text) => {
                    order.push(text.clone());
                    *codes.entry(text).or_default() += 1;
                    words.push(' ');
                }
            }
        }
        let mut numbers = numbers_of(&words);
        numbers.sort_unstable();
        let figures = words.split(|c: char| !c.is_numeric());
        let is_dialled = |figures: &&str| figures.len() > 1 && figures.starts_with(ZEROS);
        let mut dialled: Vec<String> = figures.filter(is_dialled).flat_map(numbers_of).collect();
        dialled.sort_unstable();
        let letters: Vec<char> = words.chars().collect();
        let found = addresses(&letters).into_iter();
        let mut addresses: Vec<String> =
            found.map(|address| letters[address.range].iter().collect()).collect();
        addresses.sort_unstable();
        Fixed { codes, numbers, dialled, addresses, order }
    }
}

/// Whether a translation has what the source has of what must not change.
fn is_like(source: &str, target: &str) -> bool {
    // A language has an order of its own.
    let fixed = |text: &str| Fixed { order: Vec::new(), ..Fixed::of(text) };
    fixed(source) == fixed(target)
}

/// Whether a translation denies something or names a number in words where its source does. In a language of which nothing of the
/// kind is known, nobody can tell.
fn denies_as(source: (&str, Option<&Language>), target: (&str, Option<&Language>)) -> bool {
    let says = |(text, language): (&str, Option<&Language>)| {
        let language = language.filter(|language| !language.negations.is_empty())?;
        let telling = telling_words(text, language);
        let is_any = |list: &[String]| telling.iter().any(|word| is_one_of(word, list));
        Some((is_any(&language.negations), is_any(&language.number_words)))
    };
    let (Some((denies, counts)), Some((also_denies, also_counts))) = (says(source), says(target))
    else {
        return true;
    };
    denies == also_denies && (counts || !also_counts)
}

/// The words of a text that are numbers or negations, in small letters.
fn telling_words(text: &str, language: &Language) -> Vec<String> {
    let text = text.to_lowercase().replace('’', "'");
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '-');
    let words = text.split(|c: char| !is_part(c)).map(|word| word.trim_matches(['\'', '-']));
    let is_telling = |word: &&str| {
        is_one_of(word, &language.number_words) || is_one_of(word, &language.negations)
    };
    words.filter(is_telling).map(str::to_owned).collect()
}

/// Whether two sources have the same numbers in words, and the same negations: "in three years" says nothing of "in five years".
fn means_the_same(one: &str, other: &str, language: Option<&Language>) -> bool {
    // Where negations are not known, nobody can tell.
    let known = language.filter(|language| !language.negations.is_empty());
    let Some(language) = known else { return one == other };
    let picked = |text: &str| {
        let mut words = telling_words(text, language);
        words.sort_unstable();
        words
    };
    let (own, others) = (Fixed::of(one), Fixed::of(other));
    // In one language the order tells what belongs to what.
    (own.order, own.dialled) == (others.order, others.dialled) && picked(one) == picked(other)
}

#[cfg(test)]
mod tests {
    use super::{denies_as, is_like, means_the_same};
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
        assert!(!is_like("Fire 101, doctor 112.", "Brand 0101, dokter 112."));
        assert!(!is_like("Call 0800.", "Bel 800."));
    }

    #[test]
    fn numbers_that_changed_places_and_lost_negations_are_no_suggestion() {
        let languages = Languages::built_in(&Report::new());
        let [english, dutch] = ["en", "nl"].map(|tag| languages.get(&tag.parse().unwrap()));
        let same = |one, other| means_the_same(one, other, english);
        assert!(same("Fire 101, doctor 112.", "Fire 101, a doctor 112."));
        assert!(!same("Fire 101, doctor 112.", "Fire 112, doctor 101."));
        assert!(!same("Police { $a }, office { $b }.", "Police { $b }, office { $a }."));
        assert!(!same("Police { $a }, fire 101.", "Police 101, fire { $a }."));
        let denies = |target| denies_as(("Do not call.", english), (target, dutch));
        assert!(denies("Bel niet."));
        assert!(!denies("Bel."));
        assert!(!denies_as(("Call.", english), ("Bel niet.", dutch)));
        assert!(!denies_as(("Wait.", english), ("Wacht vijf jaar.", dutch)));
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
