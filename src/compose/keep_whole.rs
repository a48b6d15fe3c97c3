//! Turns a text and words that must not be divided into the pieces of the text, of which some are kept whole.
//!
//! Typst divides words by the patterns of their language alone, and knows no least number of letters before and after
//! the hyphen. The few words that a page divides too near to their ends are kept whole, once it is known which.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::compose::composition::ComposedText;

/// A word of a text of a composition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DividedWord {
    /// The place of the text in [`crate::compose::Composition::texts`].
    pub(crate) text: usize,
    /// Its letters.
    pub(crate) letters: String,
}

/// Words that are kept whole, wherever they stand in their texts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptWords(BTreeMap<usize, BTreeSet<String>>);

impl KeptWords {
    /// These words and more; `None` if none of those is new and stands in its text.
    pub(crate) fn with(
        &self,
        texts: &[ComposedText],
        words: Vec<DividedWord>,
    ) -> Option<KeptWords> {
        let mut kept = self.clone();
        let mut grown = false;
        for DividedWord { text, letters } in words {
            let stands_there = texts.get(text).is_some_and(|text| text.text.contains(&letters));
            grown |= stands_there && kept.0.entry(text).or_default().insert(letters);
        }
        grown.then_some(kept)
    }

    /// The pieces of the text at a place, each with whether it is kept whole; at least one.
    pub(super) fn pieces<'a>(&self, index: usize, text: &'a str) -> Vec<(&'a str, bool)> {
        match self.0.get(&index) {
            Some(words) => cut(text, words),
            None => vec![(text, false)],
        }
    }
}

/// Cuts a text around words.
fn cut<'a>(text: &'a str, words: &BTreeSet<String>) -> Vec<(&'a str, bool)> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((at, length)) = next_word(rest, words) {
        pieces.extend((at > 0).then(|| (&rest[..at], false)));
        pieces.push((&rest[at..at + length], true));
        rest = &rest[at + length..];
    }
    if !rest.is_empty() || pieces.is_empty() {
        pieces.push((rest, false));
    }
    pieces
}

/// Where the first word stands that holds one of `words`, and its length in bytes. Each of them is a whole word, or as much
/// of one as stands on two lines.
fn next_word(text: &str, words: &BTreeSet<String>) -> Option<(usize, usize)> {
    let found = words.iter().filter(|word| !word.is_empty()).filter_map(|word| {
        let at = text.find(word.as_str())?;
        let (before, after) = (&text[..at], &text[at + word.len()..]);
        let start = before.trim_end_matches(char::is_alphabetic).len();
        let end = text.len() - after.trim_start_matches(char::is_alphabetic).len();
        Some((start, end - start))
    });
    found.min()
}

#[cfg(test)]
mod tests {
    use std::slice::from_ref;

    use super::{DividedWord, KeptWords, cut};
    use crate::compose::{ComposedText, TextOrigin};
    use crate::resolve::manuscript::RunKind;

    fn words(words: &[&str]) -> std::collections::BTreeSet<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn a_word_is_cut_out_whole() {
        assert_eq!(
            cut("ключи, сумка\u{a0}ключи", &words(&["ключи"])),
            [("ключи", true), (", сумка\u{a0}", false), ("ключи", true)]
        );
        // As much as stands on two lines of three.
        assert_eq!(
            cut("all responsibilities end", &words(&["sponsibili"])),
            [("all ", false), ("responsibilities", true), (" end", false)]
        );
        assert_eq!(cut("", &words(&["a", ""])), [("", false)]);
    }

    #[test]
    fn only_words_that_stand_in_their_text_are_kept() {
        let tag: crate::language::Tag = "ru".parse().unwrap();
        let text = ComposedText {
            origin: TextOrigin::Autonym(tag.clone()),
            written_in: tag.clone(),
            language: tag,
            kind: RunKind::Text,
            text: "Возьмите ключи сразу".to_owned(),
        };
        let word = |text, letters: &str| DividedWord { text, letters: letters.to_owned() };
        let none = KeptWords::default();
        assert_eq!(none.with(from_ref(&text), vec![word(0, "другое"), word(1, "ключи")]), None);
        let kept = none.with(from_ref(&text), vec![word(0, "ключи")]).unwrap();
        assert_eq!(
            kept.pieces(0, &text.text),
            [("Возьмите ", false), ("ключи", true), (" сразу", false)]
        );
        assert_eq!(kept.with(from_ref(&text), vec![word(0, "ключи")]), None, "it is kept already");
    }
}
