//! Compares every message with what was recorded of it, and finds its state.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use crate::language::Tag;
use crate::lint::{LintFinding, lint};
use crate::load::{Publication, RecordedState, Records};

/// How far one message has come in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum MessageState {
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
    /// What was found in the texts.
    findings: Vec<LintFinding>,
}

impl States {
    /// The state of a message in a language.
    #[must_use]
    pub(crate) fn get(&self, language: &Tag, message: &str) -> MessageState {
        let row = self.rows.get(language).and_then(|row| row.get(message));
        row.cloned().unwrap_or(MessageState::Missing)
    }

    /// What was found in the texts of all languages.
    pub(crate) fn findings(&self) -> &[LintFinding] {
        &self.findings
    }

    /// Whether a message lacks a fact of its source, or has one that its source has not.
    #[must_use]
    pub(crate) fn has_other_facts(&self, language: &Tag, message: &str) -> bool {
        self.findings
            .iter()
            .any(|found| found.is_fact && found.language == *language && found.message == message)
    }
}

/// Compares every message with what was recorded and with its source.
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
    States { rows: rows.collect(), findings: lint(publication) }
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
