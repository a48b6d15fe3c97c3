//! Turns the states of messages into how far each language and edition has come.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::language::Tag;
use crate::load::catalogue::Entry;
use crate::load::catalogue::tag::read_tag;
use crate::load::{Edition, Publication, TextId};
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

/// The messages that the editions of a brochure show in a language.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Shown<'a> {
    /// Those of each edition that is made in the language, in the order of the brochure.
    pub(crate) editions: Vec<(&'a Edition, BTreeSet<Cow<'a, str>>)>,
    /// Those of all its editions.
    pub(crate) all: BTreeSet<Cow<'a, str>>,
}

/// What is shown in each of some languages. Most show the same, and share it.
#[must_use]
pub(crate) fn shown_in<'a>(
    publication: &'a Publication,
    languages: &'a [Tag],
) -> Vec<Arc<Shown<'a>>> {
    let brochure = &publication.brochure;
    let is_limited = brochure.sections.iter().any(|section| {
        let blocks = section.blocks.iter().map(|block| &block.limits);
        blocks.chain([&section.limits]).any(|limits| !limits.languages.is_empty())
    });
    let mut known: BTreeMap<(Vec<&str>, Option<&Tag>), Arc<Shown<'a>>> = BTreeMap::new();
    let of = |language: &'a Tag| {
        let is_made = |edition: &&Edition| {
            brochure.languages_of(edition).iter().any(|tag| tag.value == *language)
        };
        let editions: Vec<&Edition> = brochure.editions.iter().filter(is_made).collect();
        let names = editions.iter().map(|edition| edition.id.as_str()).collect();
        let shown = known.entry((names, is_limited.then_some(language))).or_insert_with(|| {
            let editions: Vec<_> = editions
                .into_iter()
                .map(|edition| (edition, shown_messages(publication, edition, language)))
                .collect();
            let all = editions.iter().flat_map(|(_, messages)| messages.iter().cloned()).collect();
            Arc::new(Shown { editions, all })
        });
        Arc::clone(shown)
    };
    languages.iter().map(of).collect()
}

/// How far a message of a language has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Standing<'a> {
    /// Its id.
    pub(crate) id: &'a str,
    /// Its state.
    pub(crate) state: MessageState,
    /// How many words it has.
    pub(crate) words: usize,
}

/// How far the messages of a language have come, in the order of their ids.
#[must_use]
pub(crate) fn standings<'a>(states: &'a States, language: &Tag) -> Vec<Standing<'a>> {
    let standing = |(id, entry, state): (&'a TextId, &'a Entry, MessageState)| Standing {
        id: id.as_str(),
        state,
        words: words(&entry.canonical),
    };
    states.row(language).map(standing).collect()
}

/// How far some messages have come, in the order of their ids: those that are not among the standings are missing.
pub(crate) fn standing_of<'s>(
    messages: &'s BTreeSet<Cow<'_, str>>,
    standings: &'s [Standing<'_>],
) -> impl Iterator<Item = Standing<'s>> {
    let mut rest = standings.iter().peekable();
    messages.iter().map(move |message| {
        let id = message.as_ref();
        while let Some(own) = rest.next_if(|own| own.id <= id) {
            if own.id == id {
                return *own;
            }
        }
        Standing { id, state: MessageState::Missing, words: 0 }
    })
}

/// Sums up how far messages have come.
#[must_use]
pub(crate) fn progress_of(standings: &[Standing<'_>]) -> Progress {
    let mut progress = Progress::default();
    for standing in standings {
        progress.messages += 1;
        progress.words += standing.words;
        let state = match standing.state {
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

/// What a byte is to somebody who counts words.
#[derive(Clone, Copy, PartialEq)]
enum ByteKind {
    Letter,
    Blank,
    /// It may begin or end markup or code, or is a part of a character that is not of ASCII.
    Special,
    Other,
}

/// What each byte is.
static KINDS: [ByteKind; 256] = {
    let mut kinds = [ByteKind::Special; 256];
    let mut byte = 0_u8;
    while byte.is_ascii() {
        kinds[byte as usize] = match byte {
            b'a'..=b'z' | b'A'..=b'Z' => ByteKind::Letter,
            b' ' | b'\t'..=b'\r' => ByteKind::Blank,
            b'<' | b'{' | b'}' | b'[' | b']' => ByteKind::Special,
            _ => ByteKind::Other,
        };
        byte += 1;
    }
    kinds
};

/// The words of a text in canonical form: what stands between blanks and has a letter, without what is filled in. Of the
/// variants of a text all are counted, since all are translated.
fn words(canonical: &str) -> usize {
    let (mut words, mut in_word, mut is_code, mut depth) = (0, false, false, 0_usize);
    let mut rest = canonical;
    loop {
        let mut plain = 0;
        for byte in rest.bytes() {
            let kind = KINDS[usize::from(byte)];
            if kind == ByteKind::Special {
                break;
            }
            plain += 1;
            // Without branches: where words begin and end can't be foreseen.
            let is_letter = (kind == ByteKind::Letter) & !is_code;
            words += usize::from(is_letter & !in_word);
            in_word = (in_word | is_letter) & (kind != ByteKind::Blank);
        }
        let Some(c) = rest[plain..].chars().next() else { return words };
        rest = &rest[plain + c.len_utf8()..];
        match c {
            '<' if !is_code => rest = &rest[read_tag(rest).map_or(0, |(_, length)| length)..],
            '{' => (is_code, depth) = (true, depth + 1),
            '}' => (is_code, depth) = (false, depth.saturating_sub(1)),
            // The text of a variant stands behind its key.
            '[' if depth > 0 => is_code = true,
            ']' if depth > 0 => (is_code, in_word) = (false, false),
            c if c.is_whitespace() => in_word = false,
            c if !in_word && !is_code && c.is_alphabetic() => {
                in_word = true;
                words += 1;
            }
            _ => {}
        }
    }
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
