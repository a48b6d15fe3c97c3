//! Holds what a glossary asks of one language, ready to be looked for in texts.

use std::collections::BTreeSet;

use crate::language::words::{Matcher, WordForm, Words};
use crate::lint::wording::Wording;
use crate::load::catalogue::{Catalogue, Entry, Reference};
use crate::load::glossary::{Forms, Glossary};

/// What a glossary asks of one language.
#[derive(Debug)]
pub(super) struct Terms<'a> {
    pub(super) glossary: &'a Glossary,
    /// The texts of the language, in which terms of the catalogue are looked up.
    catalogue: &'a Catalogue,
    /// The forms of the terms in the source language.
    source: Matcher,
    /// The forms that stand for the terms.
    pub(super) uses: Matcher,
    /// The forms that do not.
    pub(super) never: Matcher,
    /// Words that no text uses.
    pub(super) forbidden: Matcher,
}

impl<'a> Terms<'a> {
    /// What is asked of a language.
    pub(super) fn of(
        glossary: &'a Glossary,
        catalogue: &'a Catalogue,
        has_blanks: bool,
    ) -> Terms<'a> {
        let tag = &catalogue.language;
        let matcher = |forms: Vec<(&WordForm, usize)>| {
            Matcher::new(forms.into_iter(), tag.as_str(), has_blanks)
        };
        let terms = || glossary.terms.iter().enumerate();
        let of = |forms: &'a Forms, index| {
            forms.get(tag).into_iter().flatten().map(move |form| (form, index))
        };
        let source =
            terms().flat_map(|(index, term)| term.source.iter().map(move |form| (form, index)));
        let words = glossary.words.iter().enumerate();
        Terms {
            glossary,
            catalogue,
            source: matcher(source.collect()),
            uses: matcher(terms().flat_map(|(index, term)| of(&term.forms, index)).collect()),
            never: matcher(terms().flat_map(|(index, term)| of(&term.never, index)).collect()),
            forbidden: matcher(words.flat_map(|(index, word)| of(&word.never, index)).collect()),
        }
    }

    /// Whether words are part of a name that stays as it is.
    pub(super) fn keeps(&self, words: &str) -> bool {
        self.glossary.names.iter().any(|name| name.write.iter().any(|name| name.contains(words)))
    }

    /// The terms that stand in texts of the source language.
    pub(super) fn terms_in(&self, wordings: &[Wording<'_>]) -> Vec<usize> {
        found_by(&self.source, wordings)
    }

    /// The names that stand in texts.
    pub(super) fn names_in(&self, wordings: &[Wording<'_>]) -> Vec<usize> {
        let has = |name: &String| wordings.iter().any(|wording| has_name(&wording.text, name));
        let names = self.glossary.names.iter().enumerate();
        names.filter(|(_, name)| name.write.iter().any(has)).map(|(index, _)| index).collect()
    }

    /// The wordings of the terms and messages that a text names.
    pub(super) fn named(&self, entry: &Entry) -> Vec<Wording<'_>> {
        let texts = &self.catalogue.texts;
        let named = entry.references.iter().filter_map(|reference| match reference {
            Reference::Term(name) => texts.terms.get(name.text()),
            Reference::Message(name) => texts.messages.get(name.text()),
            _ => None,
        });
        named.flat_map(Wording::all).collect()
    }
}

pub(super) fn found_by(matcher: &Matcher, wordings: &[Wording<'_>]) -> Vec<usize> {
    let mut numbers = BTreeSet::new();
    if !matcher.is_empty() {
        for wording in wordings {
            let words = Words::of(&wording.text);
            matcher.find(&wording.text, &words, &mut |number, _, _| {
                numbers.insert(number);
            });
        }
    }
    numbers.into_iter().collect()
}

/// Whether a name stands in a text letter by letter, and not as a part of another word of its script.
pub(super) fn has_name(text: &str, name: &str) -> bool {
    let is_latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    text.match_indices(name).any(|(at, _)| {
        !is_latin(text[..at].chars().next_back())
            && !is_latin(text[at + name.len()..].chars().next())
    })
}
