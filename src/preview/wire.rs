//! Describes what the page and the server say to each other: objects of JSON with a `type`, one a frame.
//!
//! Lengths are millimetres from the upper left corner of the trimmed page. Places in texts are counted in UTF-16, as browsers
//! do.

use serde::{Deserialize, Serialize};

use crate::preview::sentences::Sentences;

/// A number that a page gives what it sends, so that it knows what an answer is about.
pub(super) type Sequence = u64;

/// What a page says.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub(super) enum Incoming {
    /// Who it is; the first thing that is said.
    Hello {
        /// The token of the address, for those who sit at this computer.
        token: Option<String>,
        /// A name that the tab gave itself.
        tab: String,
        /// The language of the interface.
        #[serde(default)]
        interface: Option<String>,
        /// The language to begin with.
        #[serde(default)]
        language: Option<String>,
        /// The edition to begin with.
        #[serde(default)]
        edition: Option<String>,
    },
    /// Which language edition it wants to see.
    Open {
        /// The language.
        language: String,
        /// The edition.
        edition: String,
        /// What its pages are for.
        profile: String,
    },
    /// What stands in a field after a keystroke.
    Text {
        /// Which text it is.
        unit: String,
        /// The text.
        text: String,
        /// The version of the catalogue's text on which the typing began.
        base: String,
        /// Its number.
        seq: Sequence,
    },
    /// The text is to stand in the catalogue.
    Save {
        /// Which text it is.
        unit: String,
        /// The text.
        text: String,
        /// The version that it replaces.
        base: String,
        /// Its number.
        seq: Sequence,
    },
    /// What was typed and not saved is given up.
    Drop {
        /// Which text it is.
        unit: String,
        /// The number of this frame.
        #[serde(default)]
        seq: Sequence,
    },
    /// Somebody has read a message of another's.
    Review {
        /// The message.
        message: String,
    },
    /// Somebody signs a message for print, or for the law.
    Approve {
        /// The message.
        message: String,
        /// Whether it is signed for the law.
        #[serde(default)]
        legal: bool,
    },
    /// Somebody signs the make-up of the edition that is open.
    ApproveEdition {
        /// Its fingerprint, as they were told.
        make_up: String,
    },
    /// A remark about a message.
    Remark {
        /// The message.
        message: String,
        /// What is to be said.
        text: String,
    },
    /// A remark is dealt with.
    RemarkDone {
        /// The message.
        message: String,
        /// Which remark.
        remark: String,
    },
    /// What was said of similar texts.
    Suggest {
        /// Which text it is.
        unit: String,
    },
    /// At which message somebody works.
    Focus {
        /// The message.
        message: Option<String>,
    },
    /// Which pages are in sight.
    Want {
        /// Their numbers, from 1.
        pages: Vec<usize>,
    },
    /// A sign of life.
    Ping,
}

/// A language that may be chosen.
#[derive(Debug, Clone, Serialize)]
pub(super) struct LanguageChoice {
    pub(super) tag: String,
    pub(super) name: String,
    pub(super) direction: &'static str,
}

/// An edition that may be chosen.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct EditionChoice {
    pub(super) id: String,
    pub(super) kind: &'static str,
    pub(super) panels: Option<usize>,
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) profiles: Vec<&'static str>,
}

/// A section of the brochure, with its messages.
#[derive(Debug, Clone, Serialize)]
pub(super) struct SectionRow {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) messages: Vec<String>,
}

/// A fact that texts may name.
#[derive(Debug, Clone, Serialize)]
pub(super) struct FactRow {
    pub(super) name: String,
    pub(super) value: String,
}

/// A font of the fields.
#[derive(Debug, Clone, Serialize)]
pub(super) struct FontRow {
    pub(super) family: String,
    pub(super) url: String,
    pub(super) weight: u16,
    pub(super) style: &'static str,
}

/// A message with all that is known of it.
#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct MessageRow {
    pub(super) id: String,
    pub(super) editable: bool,
    pub(super) why: Option<&'static str>,
    pub(super) state: &'static str,
    pub(super) legal: bool,
    pub(super) comment: String,
    pub(super) units: Vec<UnitRow>,
    pub(super) remarks: Vec<RemarkRow>,
    pub(super) findings: Vec<FindingRow>,
    pub(super) on_page: bool,
    pub(super) pages: Vec<usize>,
    pub(super) can: Vec<&'static str>,
    pub(super) cannot: Option<Sentences>,
    pub(super) fallback: Option<String>,
    pub(super) others: Vec<String>,
}

/// A text of a message.
#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub(super) struct UnitRow {
    pub(super) id: String,
    pub(super) label: Option<String>,
    pub(super) source: Vec<PieceRow>,
    pub(super) previous: Option<Vec<PieceRow>>,
    pub(super) change: Option<Vec<(&'static str, String)>>,
    pub(super) text: String,
    pub(super) unsaved: Option<String>,
    pub(super) base: String,
    pub(super) room: Option<i64>,
    pub(super) wanted: bool,
}

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub(super) struct PieceRow {
    pub(super) kind: &'static str,
    pub(super) text: String,
    pub(super) shown: Option<String>,
}

/// A remark about a message.
#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub(super) struct RemarkRow {
    pub(super) id: String,
    pub(super) by: Option<String>,
    pub(super) on: String,
    pub(super) text: String,
}

/// What a check found in a message.
#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
pub(super) struct FindingRow {
    pub(super) level: &'static str,
    pub(super) rule: String,
    pub(super) text: Sentences,
    pub(super) help: Option<Sentences>,
    pub(super) start: Option<usize>,
    pub(super) end: Option<usize>,
    pub(super) unit: Option<String>,
}

/// Whether the make-up of the edition that is open was approved, and by whom; else what a client may do about it.
#[derive(Debug, Clone, PartialEq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct EditionRow {
    pub(super) language: String,
    pub(super) edition: String,
    pub(super) make_up: Option<String>,
    pub(super) approved: Option<(String, String)>,
    pub(super) can: bool,
    pub(super) cannot: Option<Sentences>,
}

/// What was said of a similar text.
#[derive(Debug, Clone, Serialize)]
pub(super) struct SuggestionRow {
    pub(super) source: String,
    pub(super) target: String,
    pub(super) likeness: u8,
    pub(super) origin: &'static str,
}

/// What the server says, but for pages: those are put together from pieces that are written once.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "type", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub(super) enum Outgoing {
    Welcome(Box<Welcome>),
    Messages { language: String, all: bool, messages: Vec<MessageRow> },
    Edition(EditionRow),
    Findings { message: String, seq: Sequence, findings: Vec<FindingRow> },
    Kept { unit: String, seq: Sequence },
    Dropped { unit: String, seq: Sequence },
    Saved { unit: String, seq: Sequence, base: String },
    Conflict { unit: String, theirs: String, base: String, yours: String },
    Refused(Refusal),
    Suggestions { unit: String, found: Vec<SuggestionRow> },
    Problem { text: Sentences },
    Closed { why: &'static str },
    Pong,
}

/// What a page must know before it shows anything.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Welcome {
    pub(super) who: Option<String>,
    pub(super) roles: Vec<&'static str>,
    pub(super) local: bool,
    pub(super) brochure: String,
    pub(super) languages: Vec<LanguageChoice>,
    pub(super) editions: Vec<EditionChoice>,
    pub(super) language: String,
    pub(super) direction: &'static str,
    pub(super) source_language: String,
    pub(super) edition: String,
    pub(super) profile: &'static str,
    pub(super) fonts: Vec<FontRow>,
    pub(super) sections: Vec<SectionRow>,
    pub(super) facts: Vec<FactRow>,
    pub(super) markup: Vec<&'static str>,
    pub(super) limit: usize,
}

/// Why something was not done; it is not tried again.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct Refusal {
    pub(super) to: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) unit: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) message: Option<String>,
    pub(super) why: Sentences,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) seq: Option<Sequence>,
}

impl Outgoing {
    /// The object as it is sent.
    pub(super) fn to_json(&self) -> String {
        // Lists and maps with string keys, which JSON can always hold.
        serde_json::to_string(self).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::{Incoming, Outgoing};

    #[test]
    fn what_a_page_says_is_read() {
        let said = r#"{"type":"remark-done","message":"a","remark":"1"}"#;
        let read: Incoming = serde_json::from_str(said).unwrap();
        assert_eq!(read, Incoming::RemarkDone { message: "a".into(), remark: "1".into() });
        assert_eq!(serde_json::from_str::<Incoming>(r#"{"type":"ping"}"#).unwrap(), Incoming::Ping);
        assert!(serde_json::from_str::<Incoming>(r#"{"type":"read"}"#).is_err());
        assert_eq!(Outgoing::Pong.to_json(), r#"{"type":"pong"}"#);
    }
}
