//! Tells who may sign a message on the page, and signs it.

use time::Date;

use crate::diagnostic::{Diagnostic, Report};
use crate::language::Tag;
use crate::load::people::Role;
use crate::load::{Publication, RecordFile, TextId};
use crate::review::{MessageState, States, edition_reason};
use crate::signing::{self, Outcome, Signing, approve_edition, make_up, require_role};

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
    let by = known(by)?;
    require_role(publication, by, act.role(), Some(language), on)?;
    let signing = Signing { publication, states, language, by, on };
    match act {
        Act::Review => signing::review(&signing, message, None, record),
        Act::Approve => signing::approve(&signing, message, record),
        Act::Legal => signing::sign_for_law(&signing, message, record),
    }
}

fn known(by: Option<&str>) -> Result<&str, Diagnostic> {
    by.ok_or_else(|| {
        Diagnostic::error("nobody knows who you are")
            .hint("start the preview with your initials, as in `people.toml`")
    })
}

/// The make-up of a language edition as it is, and whose approval of it holds; `None` if its texts can't be put in their places.
pub(super) fn approved_make_up(
    (publication, states): (&Publication, &States),
    language: &Tag,
    edition: &str,
) -> Option<(String, Option<(String, Date)>)> {
    let make_up = make_up(publication, states, edition, language, &Report::new()).ok()?;
    let holds = edition_reason(publication, edition, language, &make_up).is_none();
    let records = publication.records.get(language).filter(|_| holds);
    let line = records.and_then(|records| records.editions.get(edition));
    let approval = line.map(|line| (line.signature.by.clone(), line.signature.on));
    Some((make_up, approval))
}

/// Signs the make-up of a language edition, of which somebody has seen `seen`.
///
/// # Errors
///
/// Fails with the reason if the person may not, or the edition is another one by now.
pub(super) fn sign_edition(
    (publication, states): (&Publication, &States),
    language: &Tag,
    (edition, seen): (&str, &str),
    (by, on): (Option<&str>, Date),
    record: &mut RecordFile,
) -> Result<(), Diagnostic> {
    let signing = Signing { publication, states, language, by: known(by)?, on };
    let report = Report::new();
    let signed = approve_edition(&signing, edition, record, &report);
    if signed.is_err() {
        let mut faults = report.into_sorted().into_iter().filter(Diagnostic::is_error);
        let silent = || Diagnostic::error("the brochure can't be read");
        return Err(faults.next().unwrap_or_else(silent));
    }
    if record.editions.get(edition).is_none_or(|line| line.make_up != seen) {
        return Err(Diagnostic::error("the edition has changed since you saw it")
            .hint("look at the pages again, and approve them then"));
    }
    Ok(())
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
