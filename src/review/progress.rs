//! Turns the states of messages into how far each language and edition has come.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::{Deserialize, Serialize};

use crate::language::Tag;
use crate::load::catalogue::tag::read_tag;
use crate::load::{Edition, Publication};
use crate::review::message::{MessageState, States};
use crate::review::shown::shown_messages;

/// How far some messages have come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct Progress {
    /// All of them.
    pub(crate) messages: usize,
    /// The words of those that are there.
    pub(crate) words: usize,
    /// Those that another language stands in for.
    pub(crate) missing: usize,
    /// Those whose source has changed.
    pub(crate) stale: usize,
    /// Those that nobody but their writer has read.
    pub(crate) draft: usize,
    /// Those that a second person has read, and that are not approved as they stand.
    pub(crate) reviewed: usize,
    /// Those that are approved as they stand.
    pub(crate) approved: usize,
}

/// How far an edition has come in a language.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct EditionProgress<'a> {
    /// The edition.
    pub(crate) edition: &'a Edition,
    /// The messages that it shows.
    pub(crate) messages: BTreeSet<Cow<'a, str>>,
    /// How far they have come.
    pub(crate) progress: Progress,
}

/// The states of some messages in a language, with what they are called.
#[must_use]
pub(crate) fn by_state(
    states: &States,
    language: &Tag,
    messages: &BTreeSet<Cow<'_, str>>,
) -> BTreeMap<MessageState, Vec<String>> {
    let mut found: BTreeMap<MessageState, Vec<String>> = BTreeMap::new();
    for message in messages {
        found.entry(states.get(language, message)).or_default().push(message.clone().into_owned());
    }
    found
}

/// How far the editions that are made in a language have come, in the order of the brochure.
#[must_use]
pub(crate) fn progress<'a>(
    publication: &'a Publication,
    states: &States,
    language: &'a Tag,
    words: &WordCounts<'_>,
) -> Vec<EditionProgress<'a>> {
    let brochure = &publication.brochure;
    let made = brochure
        .editions
        .iter()
        .filter(|edition| brochure.languages_of(edition).iter().any(|tag| tag.value == *language));
    let of = |edition| {
        let messages = shown_messages(publication, edition, language);
        let progress = progress_of(states, language, &messages, words);
        EditionProgress { edition, messages, progress }
    };
    made.map(of).collect()
}

/// How many words each message of a language has.
pub(crate) type WordCounts<'a> = HashMap<&'a str, usize>;

/// Counts the words of each message of a language.
#[must_use]
pub(crate) fn count_words<'a>(publication: &'a Publication, language: &Tag) -> WordCounts<'a> {
    let catalogue = publication.catalogues.get(language);
    let messages = catalogue.into_iter().flat_map(|catalogue| &catalogue.texts.messages);
    messages.map(|(id, entry)| (id.as_str(), words(&entry.canonical))).collect()
}

/// How far some messages have come in a language.
#[must_use]
pub(crate) fn progress_of(
    states: &States,
    language: &Tag,
    messages: &BTreeSet<Cow<'_, str>>,
    words: &WordCounts<'_>,
) -> Progress {
    let mut progress = Progress { messages: messages.len(), ..Progress::default() };
    for message in messages {
        progress.words += words.get(message.as_ref()).copied().unwrap_or_default();
        let state = match states.get(language, message) {
            MessageState::Missing => &mut progress.missing,
            MessageState::Stale => &mut progress.stale,
            MessageState::Draft => &mut progress.draft,
            MessageState::Approved => &mut progress.approved,
            MessageState::Reviewed
            | MessageState::ResolvesOtherwise
            | MessageState::LegalNotSigned
            | MessageState::SourceNotApproved => &mut progress.reviewed,
        };
        *state += 1;
    }
    progress
}

/// The words of a text in canonical form: what stands between blanks and has a letter, without what is filled in. Of the
/// variants of a text all are counted, since all are translated.
fn words(canonical: &str) -> usize {
    let (mut words, mut in_word, mut is_code, mut depth) = (0, false, false, 0_usize);
    let bytes = canonical.as_bytes();
    let mut at = 0;
    // Most letters are ASCII, and need no decoding.
    while let Some(byte) = bytes.get(at) {
        if byte.is_ascii() {
            at += 1;
            match byte {
                b'<' if !is_code => {
                    at += read_tag(&canonical[at..]).map_or(0, |(_, length)| length);
                }
                b'{' => (is_code, depth) = (true, depth + 1),
                b'}' => (is_code, depth) = (false, depth.saturating_sub(1)),
                // The text of a variant stands behind its key.
                b'[' if depth > 0 => is_code = true,
                b']' if depth > 0 => (is_code, in_word) = (false, false),
                b' ' | b'\t'..=b'\r' => in_word = false,
                byte if !in_word && !is_code && byte.is_ascii_alphabetic() => {
                    in_word = true;
                    words += 1;
                }
                _ => {}
            }
            continue;
        }
        let Some(c) = canonical[at..].chars().next() else { break };
        at += c.len_utf8();
        if c.is_whitespace() {
            in_word = false;
        } else if !in_word && !is_code && c.is_alphabetic() {
            in_word = true;
            words += 1;
        }
    }
    words
}

impl MessageState {
    /// Its name.
    #[must_use]
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            MessageState::Missing => "missing",
            MessageState::Stale => "stale",
            MessageState::Draft => "draft",
            MessageState::Reviewed => "reviewed",
            MessageState::ResolvesOtherwise => "resolves-otherwise",
            MessageState::LegalNotSigned => "legal-not-signed",
            MessageState::SourceNotApproved => "source-not-approved",
            MessageState::Approved => "approved",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn words_are_what_is_translated() {
        for (text, wanted) in [
            ("Appelez <b>vite</b> la police.", 4),
            ("le {$police-phone} !", 1),
            ("« Oui »", 1),
            ("pendant {$n->[one]{$n} jour*[other]{$n} jours} au plus", 5),
            ("اتصلوا بالشرطة", 2),
            ("5 < 6 & 7", 0),
            ("deux\u{A0}mots, d\u{2019}ici\u{3000}là", 4),
            ("<b>un</b> <a id=\"x\">deux</a>é", 2),
            ("", 0),
        ] {
            assert_eq!(words(text), wanted, "{text}");
        }
    }
}
