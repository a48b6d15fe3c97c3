//! Finds texts that nobody translated: in the words of the source, or of the language that would stand in for them.

use crate::language::words::Words;
use crate::lint::Found;
use crate::lint::pair::{Pair, plain_words};
use crate::lint::rules::UNTRANSLATED;
use crate::lint::wording::{FILLED, NAMED, Wording};
use crate::load::Publication;

/// The fewest words at which two languages do not agree by chance: "Police", "Planning familial".
const FEWEST_WORDS: usize = 3;

/// The fewest words of a sentence that is looked for inside another text.
const SENTENCE_WORDS: usize = 5;

/// The sentences of a source that are long enough to be looked for in a translation.
pub(super) fn sentences(wordings: &[Wording<'_>]) -> Vec<String> {
    let mut sentences = Vec::new();
    for sentence in wordings.iter().flat_map(|wording| {
        wording.text.split_inclusive(['.', '?', '!', ':', '\n', '。', '؟', '।', '።', FILLED, NAMED])
    }) {
        let sentence =
            sentence.trim_matches(|c: char| c.is_whitespace() || matches!(c, FILLED | NAMED | '"'));
        if Words::of(sentence).len() >= SENTENCE_WORDS
            && !sentences.iter().any(|own| own == sentence)
        {
            sentences.push(sentence.to_owned());
        }
    }
    sentences
}

/// Finds them.
pub(super) fn check(
    publication: &Publication,
    pair: &Pair<'_>,
    words: &Words,
    found: &mut Vec<Found>,
) {
    let Some(wording) = pair.own.first() else { return };
    let Some(source) = pair.source else { return };
    let of_source = source.wordings.first().map_or("", |wording| wording.text.as_str());
    let source_language = &publication.brochure.source_language.value;
    let is_kin = |tag: &str| tag.split('-').next() == pair.language.tag.as_str().split('-').next();
    if is_kin(source_language.as_str()) {
        return;
    }
    let report = |language: &str| {
        let message = format!("`{}` stands in the words of `{language}`", pair.id);
        Found::new(UNTRANSLATED, UNTRANSLATED, message, &pair.entry.span)
            .hint("translate it, or delete the message: then the gap is reported, and counted")
    };
    let is_long = || plain_words(wording, words) >= FEWEST_WORDS;
    if wording.text == of_source {
        if is_long() {
            found.push(report(source_language.as_str()));
        }
        return;
    }
    for tag in publication.fallback_chain(pair.language.tag).iter().skip(1) {
        let catalogue = publication.catalogues.get(tag).filter(|_| tag != source_language);
        let other = catalogue.and_then(|catalogue| catalogue.texts.messages.get(pair.id));
        if !is_kin(tag.as_str())
            && other.is_some_and(|other| other.canonical == pair.entry.canonical)
            && is_long()
        {
            found.push(report(tag.as_str()));
            return;
        }
    }
    for sentence in &source.sentences {
        for wording in &pair.own {
            if let Some(at) = wording.text.find(sentence.as_str())
                && !wording.is_foreign(at)
                && let Some(place) = wording.span(at..at + sentence.len())
            {
                let message = format!(
                    "a sentence of `{}` stands in the words of `{source_language}`",
                    pair.id
                );
                found.push(
                    Found::new(UNTRANSLATED, UNTRANSLATED, message, &place)
                        .hint("translate it, or put `<span lang=\"…\">` and `</span>` around it"),
                );
                return;
            }
        }
    }
}
