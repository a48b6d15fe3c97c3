//! Finds what was said of similar texts: in the same language, in this brochure.

use similar::TextDiff;

use crate::exchange::import::normal;
use crate::language::Tag;
use crate::load::TextId;
use crate::load::catalogue::Entry;
use crate::load::ftl::typed;
use crate::preview::wire::SuggestionRow;
use crate::preview::writer::{Loaded, message_id};

/// Texts that are less alike say nothing of each other, in a hundred.
const LEAST_LIKENESS: u8 = 60;

/// So many are shown.
const MOST: usize = 5;

/// The translations of the texts whose sources are most alike.
pub(super) fn suggestions(loaded: &Loaded, language: &Tag, unit: &str) -> Vec<SuggestionRow> {
    let publication = &loaded.brochure.publication;
    let catalogue = |tag: &Tag| publication.catalogues.get(tag);
    let (Some(source), Some(own)) =
        (catalogue(&publication.brochure.source_language.value), catalogue(language))
    else {
        return Vec::new();
    };
    let said = |entry: &Entry| entry.pattern().map(|pattern| normal(&typed(&pattern)));
    let Some(message) = message_id(unit) else { return Vec::new() };
    let Some(wanted) = source.texts.get(&message).and_then(said) else { return Vec::new() };
    let mut found: Vec<(u8, SuggestionRow)> = Vec::new();
    let others = source.texts.messages.iter().filter(|(id, _)| **id != message);
    for (id, entry) in others {
        let id: &TextId = id;
        let (Some(other), Some(target)) = (said(entry), own.texts.get(id).and_then(said)) else {
            continue;
        };
        let likeness = likeness(&wanted, &other);
        if likeness >= LEAST_LIKENESS {
            found.push((likeness, SuggestionRow { source: other, target, likeness }));
        }
    }
    found.sort_by(|(one, row), (other, next)| other.cmp(one).then(row.target.cmp(&next.target)));
    found.dedup_by(|(_, one), (_, other)| one.target == other.target);
    found.into_iter().take(MOST).map(|(_, row)| row).collect()
}

/// How much of two texts is the same, in a hundred, word by word.
fn likeness(one: &str, other: &str) -> u8 {
    let (short, long) = (one.len().min(other.len()), one.len().max(other.len()));
    // More can't be the same than the shorter one has.
    if short * 2 < long {
        return 0;
    }
    let ratio = TextDiff::from_words(one, other).ratio();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let percent = (ratio * 100.0).round().clamp(0.0, 100.0) as u8;
    percent
}

#[cfg(test)]
mod tests {
    use super::likeness;

    #[test]
    fn texts_are_alike_by_their_words() {
        assert_eq!(likeness("Call the police", "Call the police"), 100);
        assert!(likeness("Call the police now", "Call the police") > 80);
        assert!(likeness("Call the police", "Your rights") < 60);
    }
}
