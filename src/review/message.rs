//! Compares every message with what was recorded of it, and finds its state.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::language::Tag;
use crate::lint::{LintFinding, lint};
use crate::load::catalogue::{Catalogue, Entry};
use crate::load::people::{Refusal, Role};
use crate::load::{Line, People, Publication, Records, Signature, TextId};
use crate::review::fingerprint::text_fingerprint;
use crate::review::resolved::{named_fingerprint, resolved_fingerprint};

/// How far one message has come in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum MessageState {
    /// The language has no such message.
    Missing,
    /// The source changed after the translation was made, and the translation did not.
    Stale,
    /// Nobody but its writer has read it as it is.
    Draft,
    /// A second person has read it.
    Reviewed,
    /// It was signed for print, with another term or fact in it, or in its source.
    ResolvesOtherwise,
    /// It was signed for print, and nobody has signed it for the law.
    LegalNotSigned,
    /// It was signed for print, and the source text that it was made from is not.
    SourceNotApproved,
    /// It was signed for print as it stands.
    Approved,
}

/// A signature that does not count any more.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct VoidSignature {
    /// Who signed.
    pub(crate) by: String,
    /// What for.
    pub(crate) role: Role,
    /// The language of the message.
    pub(crate) language: Tag,
    /// The message, or the edition.
    pub(crate) subject: String,
    /// Why it does not count.
    pub(crate) why: Void,
}

/// Why a signature does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Void {
    /// Whoever signed may not do so.
    Refused(Refusal),
    /// It is the signer's own text.
    OwnText,
    /// A message marked `legal` wants a reviewer who grew up with the language.
    NotNative,
}

/// The states of the messages of one language.
#[derive(Debug, Clone)]
struct Row {
    catalogue: Arc<Catalogue>,
    /// In the order of the messages of the catalogue.
    states: Vec<MessageState>,
}

impl Row {
    fn get(&self, message: &str) -> Option<MessageState> {
        Some(self.states[self.catalogue.texts.messages.position(message)?])
    }
}

/// The states of all messages.
#[derive(Debug, Clone, Default)]
pub struct States {
    rows: BTreeMap<Tag, Row>,
    /// Signatures that do not count.
    void: BTreeSet<VoidSignature>,
    /// What was found in the texts.
    findings: Vec<LintFinding>,
}

impl States {
    /// The state of a message in a language.
    #[must_use]
    pub(crate) fn get(&self, language: &Tag, message: &str) -> MessageState {
        let row = self.rows.get(language);
        row.and_then(|row| row.get(message)).unwrap_or(MessageState::Missing)
    }

    /// The messages that a language has, each with its state, in the order of their ids.
    pub(crate) fn row(
        &self,
        language: &Tag,
    ) -> impl Iterator<Item = (&TextId, &Entry, MessageState)> {
        self.rows.get(language).into_iter().flat_map(|row| {
            let messages = row.catalogue.texts.messages.iter();
            messages.zip(&row.states).map(|((id, entry), state)| (id, entry, *state))
        })
    }

    /// The signatures that do not count.
    pub(crate) fn void(&self) -> &BTreeSet<VoidSignature> {
        &self.void
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
    States { findings: lint(publication), ..assess_record(publication) }
}

/// The same without a look at what the texts say.
#[must_use]
pub(crate) fn assess_record(publication: &Publication) -> States {
    let source = &publication.brochure.source_language.value;
    let legal = publication.brochure.legal_messages();
    let of = |catalogue: &Arc<Catalogue>, source: Option<&Row>| {
        let language = &catalogue.language;
        Assessment { publication, language, legal: &legal, source }.row(catalogue)
    };
    let (own, others): (Vec<_>, Vec<_>) =
        publication.catalogues.shared().partition(|catalogue| catalogue.language == *source);
    let mut states = States::default();
    let mut add = |(row, void): (Row, BTreeSet<VoidSignature>)| {
        states.rows.insert(row.catalogue.language.clone(), row);
        states.void.extend(void);
    };
    // The translations are judged by what was signed in the source.
    let source = own.first().map(|catalogue| of(catalogue, None));
    let source_row = source.as_ref().map(|(row, _)| row);
    let rows: Vec<_> = others.par_iter().map(|catalogue| of(catalogue, source_row)).collect();
    rows.into_iter().chain(source).for_each(&mut add);
    states
}

/// What the messages of one language are judged by.
struct Assessment<'a> {
    publication: &'a Publication,
    language: &'a Tag,
    /// The messages that a lawyer has to sign.
    legal: &'a BTreeSet<&'a TextId>,
    /// The states of the source, unless this is the source.
    source: Option<&'a Row>,
}

impl Assessment<'_> {
    fn row(&self, catalogue: &Arc<Catalogue>) -> (Row, BTreeSet<VoidSignature>) {
        let no_records = Records::default();
        let (language, source) = (self.language, &self.publication.brochure.source_language.value);
        let records = self.publication.records.get(language).unwrap_or(&no_records);
        let catalogues = &self.publication.catalogues;
        let source_texts =
            catalogues.get(source).filter(|_| language != source).map(|found| &found.texts);
        let mut void = BTreeSet::new();
        let states =
            catalogue.texts.messages.iter().map(|(id, entry)| match records.lines.get(id) {
                None => MessageState::Draft,
                Some(line) => {
                    let original = source_texts.and_then(|texts| texts.messages.get(id));
                    let original = original.map(|entry| entry.canonical.as_str());
                    let mut signatures = |found: VoidSignature| {
                        void.insert(found);
                    };
                    self.state(records, line, id, &entry.canonical, original, &mut signatures)
                }
            });
        let states = states.collect();
        (Row { catalogue: Arc::clone(catalogue), states }, void)
    }

    /// The state of one message of which there is a line. `original` is the source text as it is today; `None` in the source
    /// language itself.
    fn state(
        &self,
        records: &Records,
        line: &Line,
        id: &TextId,
        text: &str,
        original: Option<&str>,
        void: &mut dyn FnMut(VoidSignature),
    ) -> MessageState {
        let edited = line.text != text_fingerprint(self.language, id, text);
        if let Some(original) = original {
            // Without the text that it was made from nobody can say that a translation is fresh.
            let Some(made_from) = records.made_from.get(id) else { return MessageState::Draft };
            if made_from != original {
                return if edited { MessageState::Draft } else { MessageState::Stale };
            }
        }
        if edited {
            return MessageState::Draft;
        }
        let mut counts = |role: Role, signature: &Signature| {
            let why = self.why_void(line, id, role, signature, original.is_some());
            if let Some(why) = why {
                let (by, language) = (signature.by.clone(), self.language.clone());
                void(VoidSignature { by, role, language, subject: id.to_string(), why });
            }
            why.is_none()
        };
        if !line.reviewed.as_ref().is_some_and(|reviewed| counts(Role::Review, &reviewed.signature))
        {
            return MessageState::Draft;
        }
        let approved = line.approved.as_ref();
        let Some(approved) = approved.filter(|approved| counts(Role::Approve, &approved.signature))
        else {
            // Who read it read it with the words of its terms as they were then.
            let terms = line.reviewed.as_ref().and_then(|reviewed| reviewed.terms.as_ref());
            let now = named_fingerprint(self.publication, self.language, id);
            let is_as_read = terms == now.as_ref();
            return if is_as_read { MessageState::Reviewed } else { MessageState::Draft };
        };
        let resolved = resolved_fingerprint(self.publication, self.language, id);
        if resolved.as_ref() != Some(&approved.resolved) {
            return MessageState::ResolvesOtherwise;
        }
        if original.is_some() {
            let source = &self.publication.brochure.source_language.value;
            return match self.source.and_then(|row| row.get(id)) {
                Some(MessageState::Approved)
                    if named_fingerprint(self.publication, source, id) != approved.source_terms =>
                {
                    MessageState::ResolvesOtherwise
                }
                Some(MessageState::Approved) => MessageState::Approved,
                _ => MessageState::SourceNotApproved,
            };
        }
        let signed = line.legal.as_ref().filter(|legal| {
            counts(Role::Legal, &legal.signature) && resolved.as_ref() == Some(&legal.resolved)
        });
        if self.legal.contains(id) && signed.is_none() {
            MessageState::LegalNotSigned
        } else {
            MessageState::Approved
        }
    }

    /// Why a signature does not count, if it does not.
    fn why_void(
        &self,
        line: &Line,
        id: &TextId,
        role: Role,
        signature: &Signature,
        is_translation: bool,
    ) -> Option<Void> {
        let people: &People = &self.publication.people;
        let person = match people.allowed(&signature.by, role, Some(self.language), signature.on) {
            Ok(person) => person,
            Err(refusal) => return Some(Void::Refused(refusal)),
        };
        // Whose text it is must be known: else nobody can tell that it is another's.
        if line.by.as_ref().is_none_or(|by| *by == signature.by) {
            return Some(Void::OwnText);
        }
        let wants_native = role == Role::Review && is_translation && self.legal.contains(id);
        (wants_native && !person.is_native(self.language)).then_some(Void::NotNative)
    }
}
