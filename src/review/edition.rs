//! Tells whether a language edition is approved, and if it is a draft, why.

use serde::{Deserialize, Serialize};
use time::Date;

use crate::language::Tag;
use crate::load::facts::Verification;
use crate::load::people::Role;
use crate::load::{Publication, Signature};
use crate::review::fact::{FactState, fact_state, verification_state};
use crate::review::message::MessageState;

/// Whether a language edition may go to print.
///
/// In JSON it is two keys that stand beside those of what it belongs to: `state`, and `reasons` if it is a draft:
/// `{"state": "draft", "reasons": {"stale": ["shop-pay"]}}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum EditionState {
    /// All texts that it shows were approved as they stand, and all facts in it are valid.
    Approved,
    /// It is a draft, for these reasons, sorted by kind.
    Draft(#[serde(with = "by_kind")] Vec<Reason>),
}

impl EditionState {
    /// The state of an edition for which these reasons were found; without any it is approved.
    #[must_use]
    pub(crate) fn new(reasons: impl IntoIterator<Item = Reason>) -> EditionState {
        let mut reasons: Vec<Reason> = reasons.into_iter().collect();
        reasons.sort_by_key(|reason| reason.kind);
        if reasons.is_empty() { EditionState::Approved } else { EditionState::Draft(reasons) }
    }

    /// The state of what stands together in one file: approved if all of it is, else with the reasons of all, each once.
    #[must_use]
    pub(crate) fn of_all<'a>(states: impl IntoIterator<Item = &'a EditionState>) -> EditionState {
        let mut all: Vec<Reason> = Vec::new();
        for reason in states.into_iter().flat_map(EditionState::reasons) {
            if !all.contains(reason) {
                all.push(reason.clone());
            }
        }
        EditionState::new(all)
    }

    /// Why it is a draft; nothing if it is approved.
    #[must_use]
    pub(crate) fn reasons(&self) -> &[Reason] {
        match self {
            EditionState::Approved => &[],
            EditionState::Draft(reasons) => reasons,
        }
    }

    /// Its name: "approved" or "draft".
    #[must_use]
    pub(crate) fn as_str(&self) -> &'static str {
        match self {
            EditionState::Approved => "approved",
            EditionState::Draft(_) => "draft",
        }
    }
}

/// Why a language edition is a draft.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reason {
    /// What is wrong.
    pub kind: ReasonKind,
    /// The id of the message or fact.
    pub subject: String,
}

impl Reason {
    /// Names what is wrong with a message or fact.
    #[must_use]
    pub(crate) fn new(kind: ReasonKind, subject: &str) -> Reason {
        Reason { kind, subject: subject.to_owned() }
    }
}

/// What is wrong with a message or fact of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReasonKind {
    /// The message is missing, and is shown in another language.
    Missing,
    /// The message's source changed after it was translated.
    Stale,
    /// The message was not approved.
    NotApproved,
    /// The message was approved, but with another term or fact in it.
    ResolvesOtherwise,
    /// The message was approved, and no lawyer has signed it.
    LegalNotSigned,
    /// The message was approved, and the source text that it was made from is not.
    SourceNotApproved,
    /// A telephone number, mail or web address is typed into the message, and not written as a fact.
    TypedContact,
    /// The message lacks a fact of its source, or has one that its source has not.
    OtherFacts,
    /// The edition was not approved with these blocks, pictures and contacts.
    EditionNotApproved,
    /// Nobody had verified the fact by the release's date who may do so.
    FactUnverified,
    /// The fact is not what it was when it was verified.
    FactChanged,
    /// The fact should have been reviewed before the release's date.
    FactOverdue,
    /// The body has no responsible publisher, whom the law asks for on what is printed.
    NoPublisher,
}

impl ReasonKind {
    /// Its name, in JSON too.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            ReasonKind::Missing => "missing",
            ReasonKind::Stale => "stale",
            ReasonKind::NotApproved => "not-approved",
            ReasonKind::ResolvesOtherwise => "resolves-otherwise",
            ReasonKind::LegalNotSigned => "legal-not-signed",
            ReasonKind::SourceNotApproved => "source-not-approved",
            ReasonKind::TypedContact => "typed-contact",
            ReasonKind::OtherFacts => "other-facts",
            ReasonKind::EditionNotApproved => "edition-not-approved",
            ReasonKind::FactUnverified => "fact-unverified",
            ReasonKind::FactChanged => "fact-changed",
            ReasonKind::FactOverdue => "fact-overdue",
            ReasonKind::NoPublisher => "no-publisher",
        }
    }
}

/// Reads and writes reasons as `{"reasons": {"stale": ["shop-pay"]}}`.
mod by_kind {
    use std::collections::BTreeMap;

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::{Reason, ReasonKind};

    #[derive(Default, Serialize, Deserialize)]
    struct Grouped {
        #[serde(default)]
        reasons: BTreeMap<ReasonKind, Vec<String>>,
    }

    pub(super) fn serialize<S: Serializer>(
        reasons: &[Reason],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let mut grouped = Grouped::default();
        for Reason { kind, subject } in reasons {
            grouped.reasons.entry(*kind).or_default().push(subject.clone());
        }
        grouped.serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Vec<Reason>, D::Error> {
        let grouped = Grouped::deserialize(deserializer)?.reasons.into_iter();
        let reasons = grouped.flat_map(|(kind, subjects)| {
            subjects.into_iter().map(move |subject| Reason { kind, subject })
        });
        Ok(reasons.collect())
    }
}

/// Why a message keeps the edition that shows it from being approved.
#[must_use]
pub(crate) fn message_reason(state: MessageState, message: &str) -> Option<Reason> {
    let kind = match state {
        MessageState::Missing => ReasonKind::Missing,
        MessageState::Stale => ReasonKind::Stale,
        MessageState::Draft | MessageState::Reviewed => ReasonKind::NotApproved,
        MessageState::ResolvesOtherwise => ReasonKind::ResolvesOtherwise,
        MessageState::LegalNotSigned => ReasonKind::LegalNotSigned,
        MessageState::SourceNotApproved => ReasonKind::SourceNotApproved,
        MessageState::Approved => return None,
    };
    Some(Reason::new(kind, message))
}

/// Why an edition in a language is not approved as it is made up, if that is so.
#[must_use]
pub(crate) fn edition_reason(
    publication: &Publication,
    edition: &str,
    language: &Tag,
    make_up: &str,
) -> Option<Reason> {
    let line = publication.records.get(language).and_then(|records| records.editions.get(edition));
    let is_approved = line.is_some_and(|line| {
        let Signature { by, on } = &line.signature;
        line.make_up == make_up
            && publication.people.allowed(by, Role::Approve, Some(language), *on).is_ok()
    });
    (!is_approved).then(|| Reason::new(ReasonKind::EditionNotApproved, edition))
}

/// Why a fact keeps an edition that shows it from being approved, for a release of `date`.
#[must_use]
pub(crate) fn fact_reason(publication: &Publication, fact: &str, date: Date) -> Option<Reason> {
    state_reason(fact_state(publication, fact, date)?, fact)
}

/// The same for what a body says of itself, or for one of its contacts; `subject` names it.
#[must_use]
pub(crate) fn verification_reason(
    publication: &Publication,
    verification: &Verification,
    subject: &str,
    date: Date,
) -> Option<Reason> {
    state_reason(verification_state(&publication.people, verification, date), subject)
}

fn state_reason(state: FactState, subject: &str) -> Option<Reason> {
    let kind = match state {
        FactState::Unverified | FactState::NotAllowed(_) => ReasonKind::FactUnverified,
        FactState::Changed => ReasonKind::FactChanged,
        FactState::Overdue => ReasonKind::FactOverdue,
        FactState::Verified => return None,
    };
    Some(Reason::new(kind, subject))
}

#[cfg(test)]
mod tests {
    use serde::{Deserialize, Serialize};
    use serde_json::json;

    use super::{EditionState, Reason, ReasonKind};

    /// What has a state, as the record of a PDF does.
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct File {
        path: String,
        #[serde(flatten)]
        state: EditionState,
    }

    #[test]
    fn a_state_is_written_beside_other_keys_and_read_back() {
        let draft = EditionState::new([
            Reason::new(ReasonKind::FactOverdue, "police"),
            Reason::new(ReasonKind::NotApproved, "shop-pay"),
            Reason::new(ReasonKind::NotApproved, "shop-hours"),
        ]);
        for (state, wanted) in [
            (EditionState::Approved, json!({"path": "a.pdf", "state": "approved"})),
            (
                draft,
                json!({
                    "path": "a.pdf",
                    "state": "draft",
                    "reasons": {
                        "not-approved": ["shop-pay", "shop-hours"],
                        "fact-overdue": ["police"],
                    },
                }),
            ),
        ] {
            let file = File { path: "a.pdf".to_owned(), state };
            let written = serde_json::to_string(&file).unwrap();
            assert_eq!(serde_json::from_str::<serde_json::Value>(&written).unwrap(), wanted);
            assert_eq!(serde_json::from_str::<File>(&written).unwrap(), file);
        }
    }

    #[test]
    fn a_state_without_a_reason_is_approved() {
        assert_eq!(EditionState::new([]), EditionState::Approved);
    }

    #[test]
    fn a_kind_has_one_name() {
        for kind in [
            ReasonKind::Missing,
            ReasonKind::Stale,
            ReasonKind::NotApproved,
            ReasonKind::ResolvesOtherwise,
            ReasonKind::LegalNotSigned,
            ReasonKind::SourceNotApproved,
            ReasonKind::TypedContact,
            ReasonKind::OtherFacts,
            ReasonKind::EditionNotApproved,
            ReasonKind::FactUnverified,
            ReasonKind::FactChanged,
            ReasonKind::FactOverdue,
            ReasonKind::NoPublisher,
        ] {
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.as_str());
        }
    }
}
