//! Tells who may sign a message on the page, and signs it.

use time::Date;

use crate::diagnostic::Diagnostic;
use crate::language::Tag;
use crate::load::people::Role;
use crate::load::{Publication, RecordFile, TextId};
use crate::review::{MessageState, States};
use crate::signing::{self, Outcome, Signing, require_role};

/// What somebody does with a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Act {
    /// They have read it.
    Review,
    /// They sign it for print.
    Approve,
    /// They sign it for the law.
    Legal,
}

impl Act {
    /// What the page says.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Act::Review => "review",
            Act::Approve | Act::Legal => "approve",
        }
    }

    /// What the page may offer.
    pub(super) fn offer(self) -> &'static str {
        match self {
            Act::Legal => "legal",
            act => act.as_str(),
        }
    }

    /// The role that it takes.
    pub(super) fn role(self) -> Role {
        match self {
            Act::Review => Role::Review,
            Act::Approve => Role::Approve,
            Act::Legal => Role::Legal,
        }
    }
}

/// Signs a message in a record.
///
/// # Errors
///
/// Fails with the reason if the person may not, or the message is not as it should be.
pub(super) fn sign(
    (publication, states): (&Publication, &States),
    language: &Tag,
    message: &TextId,
    act: Act,
    (by, on): (Option<&str>, Date),
    record: &mut RecordFile,
) -> Result<Outcome, Diagnostic> {
    let Some(by) = by else {
        return Err(Diagnostic::error("nobody knows who you are")
            .hint("start the preview with your initials, as in `people.toml`"));
    };
    require_role(publication, by, act.role(), Some(language), on)?;
    let signing = Signing { publication, states, language, by, on };
    match act {
        Act::Review => signing::review(&signing, message, None, record),
        Act::Approve => signing::approve(&signing, message, record),
        Act::Legal => signing::sign_for_law(&signing, message, record),
    }
}

/// The next step of a message, if it has one that can be done on the page.
pub(super) fn next_acts(
    publication: &Publication,
    language: &Tag,
    state: MessageState,
    is_legal: bool,
) -> Vec<Act> {
    let is_source = *language == publication.brochure.source_language.value;
    match state {
        MessageState::Missing | MessageState::Approved => Vec::new(),
        MessageState::Stale | MessageState::Draft => vec![Act::Review],
        _ if is_source && is_legal => vec![Act::Legal, Act::Approve],
        _ => vec![Act::Approve],
    }
}
