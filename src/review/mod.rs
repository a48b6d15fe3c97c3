//! A publication and its records in; the state of every message in every language out.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use sha2::{Digest, Sha256};
use time::Date;

use crate::language::Tag;
use crate::load::{Publication, RecordedState, Records};

/// How far one message has come in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MessageState {
    /// The language has no such message.
    Missing,
    /// Nothing was recorded, or it was edited since.
    Draft,
    /// The source changed after the translation was made, and the translation did not.
    Stale,
    /// A second person has read it.
    Reviewed,
    /// It was signed for print, as the text with this fingerprint.
    Approved {
        /// Fingerprint of the text as it resolved.
        resolved: String,
    },
}

/// The states of all messages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct States {
    rows: BTreeMap<Tag, BTreeMap<String, MessageState>>,
}

impl States {
    /// The state of a message in a language.
    #[must_use]
    pub fn get(&self, language: &Tag, message: &str) -> MessageState {
        let row = self.rows.get(language).and_then(|row| row.get(message));
        row.cloned().unwrap_or(MessageState::Missing)
    }
}

/// Whether a language edition may go to print.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditionState {
    /// Everything that it shows was approved as it stands, and every fact in it holds.
    Approved,
    /// It is a draft, for these reasons.
    Draft(Vec<Reason>),
}

/// Why a language edition is a draft.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// A message is missing and another language stands in for it.
    Missing(String),
    /// A message's source changed after it was translated.
    Stale(String),
    /// A message was not approved.
    NotApproved(String),
    /// A message was approved, but with another term or fact in it.
    ResolvesOtherwise(String),
    /// Nobody has verified a fact.
    Unverified(String),
    /// A fact was to be reviewed before the release's date.
    Overdue(String),
}

impl Reason {
    /// The name of the reason in the manifest.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Reason::Missing(_) => "missing",
            Reason::Stale(_) => "stale",
            Reason::NotApproved(_) => "not-approved",
            Reason::ResolvesOtherwise(_) => "resolves-otherwise",
            Reason::Unverified(_) => "fact-unverified",
            Reason::Overdue(_) => "fact-overdue",
        }
    }

    /// The message or fact.
    #[must_use]
    pub fn subject(&self) -> &str {
        match self {
            Reason::Missing(name)
            | Reason::Stale(name)
            | Reason::NotApproved(name)
            | Reason::ResolvesOtherwise(name)
            | Reason::Unverified(name)
            | Reason::Overdue(name) => name,
        }
    }
}

/// Compares every message with what was recorded.
#[must_use]
pub fn assess(publication: &Publication) -> States {
    let source = &publication.brochure.source_language.value;
    let source_texts: BTreeMap<&str, &str> = publication
        .catalogues
        .get(source)
        .into_iter()
        .flat_map(|catalogue| &catalogue.texts.messages)
        .map(|(id, entry)| (id.as_str(), entry.canonical.as_str()))
        .collect();
    let no_records = Records::default();
    let rows = publication.catalogues.iter().map(|catalogue| {
        let records = publication.records.get(&catalogue.language).unwrap_or(&no_records);
        let is_source = catalogue.language == *source;
        let row = catalogue.texts.messages.iter().map(|(id, entry)| {
            let source_text = if is_source { None } else { source_texts.get(id.as_str()).copied() };
            (id.to_string(), message_state(records, id, &entry.canonical, source_text))
        });
        (catalogue.language.clone(), row.collect())
    });
    States { rows: rows.collect() }
}

/// The state of one message. `source` is the source text as it is today; `None` in the source language itself.
fn message_state(records: &Records, id: &str, text: &str, source: Option<&str>) -> MessageState {
    let Some(line) = records.lines.get(id) else { return MessageState::Draft };
    let edited = line.text != fingerprint(text);
    if let Some(source) = source {
        // Without the text that it was made from nobody can say that a translation is fresh.
        let Some(made_from) = records.made_from.get(id) else { return MessageState::Draft };
        if made_from != source {
            return if edited { MessageState::Draft } else { MessageState::Stale };
        }
    }
    match (&line.state, &line.resolved) {
        _ if edited => MessageState::Draft,
        (RecordedState::Approved, Some(resolved)) => {
            MessageState::Approved { resolved: resolved.clone() }
        }
        // An approval that does not say of what is none.
        (RecordedState::Approved | RecordedState::Reviewed, _) => MessageState::Reviewed,
        (RecordedState::Draft, _) => MessageState::Draft,
    }
}

/// Why a shown message keeps its edition from being approved. `resolved` is the text as it stands on the page.
#[must_use]
pub fn message_reason(state: &MessageState, message: &str, resolved: &str) -> Option<Reason> {
    let name = message.to_owned();
    match state {
        MessageState::Missing => Some(Reason::Missing(name)),
        MessageState::Stale => Some(Reason::Stale(name)),
        MessageState::Draft | MessageState::Reviewed => Some(Reason::NotApproved(name)),
        MessageState::Approved { resolved: signed } => {
            (*signed != fingerprint(resolved)).then_some(Reason::ResolvesOtherwise(name))
        }
    }
}

/// Why a shown fact keeps its edition from being approved, at a release of `date`.
#[must_use]
pub fn fact_reason(publication: &Publication, fact: &str, date: Date) -> Option<Reason> {
    let verification = publication.facts.verification(fact)?;
    match verification.verified {
        Some(verified) if verified <= date => {
            (verification.review_by < date).then(|| Reason::Overdue(fact.to_owned()))
        }
        _ => Some(Reason::Unverified(fact.to_owned())),
    }
}

/// A short fingerprint of a text: the version of the method, a colon, 16 hexadecimal digits of its SHA-256.
#[must_use]
pub fn fingerprint(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    let mut out = String::from("1:");
    for byte in digest.iter().take(8) {
        let _ = write!(out, "{byte:02x}");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{MessageState, fingerprint, message_state};
    use crate::load::{Line, RecordedState, Records};
    use time::macros::date;

    fn records(state: RecordedState, text: &str, made_from: &str) -> Records {
        let line = Line {
            state,
            by: "AB".to_owned(),
            on: date!(2026 - 01 - 02),
            text: fingerprint(text),
            resolved: Some("1:0".to_owned()),
        };
        let mut records = Records::default();
        records.lines.insert("a".parse().unwrap(), line);
        records.made_from.insert("a".parse().unwrap(), made_from.to_owned());
        records
    }

    #[test]
    fn a_changed_source_makes_an_unchanged_translation_stale() {
        let records = records(RecordedState::Approved, "Ja", "Oui");
        assert_eq!(message_state(&records, "a", "Ja", Some("Oui, trois")), MessageState::Stale);
    }

    #[test]
    fn both_changed_is_translated_and_not_reviewed() {
        let records = records(RecordedState::Approved, "Ja", "Oui");
        assert_eq!(
            message_state(&records, "a", "Ja, drei", Some("Oui, trois")),
            MessageState::Draft
        );
    }

    #[test]
    fn an_edited_translation_is_no_longer_approved() {
        let records = records(RecordedState::Approved, "Ja", "Oui");
        assert_eq!(message_state(&records, "a", "Jawohl", Some("Oui")), MessageState::Draft);
    }

    #[test]
    fn no_record_is_a_draft() {
        assert_eq!(message_state(&Records::default(), "a", "Ja", Some("Oui")), MessageState::Draft);
    }

    #[test]
    fn an_approval_keeps_the_text_that_was_signed() {
        let records = records(RecordedState::Approved, "Ja", "Oui");
        let state = message_state(&records, "a", "Ja", Some("Oui"));
        assert_eq!(state, MessageState::Approved { resolved: "1:0".to_owned() });
    }
}
