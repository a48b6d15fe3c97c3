//! Tells how far a text has come, as an export says it.

use crate::exchange::UnitState;
use crate::language::Tag;
use crate::load::{Publication, TextId};
use crate::review::{MessageState, States, text_fingerprint};

/// How far a message or term has come in a language.
pub(crate) fn state(
    publication: &Publication,
    states: &States,
    language: &Tag,
    id: &TextId,
) -> UnitState {
    if id.starts_with('-') {
        return term_state(publication, language, id);
    }
    match states.get(language, id) {
        MessageState::Missing => UnitState::Missing,
        MessageState::Stale => UnitState::Stale,
        MessageState::Draft => UnitState::Draft,
        MessageState::Reviewed
        | MessageState::ResolvesOtherwise
        | MessageState::LegalNotSigned
        | MessageState::SourceNotApproved => UnitState::Reviewed,
        MessageState::Approved => UnitState::Approved,
    }
}

/// Terms are signed with the messages that they stand in; of their own they are missing, stale or drafts.
fn term_state(publication: &Publication, language: &Tag, id: &TextId) -> UnitState {
    let text = |tag: &Tag| {
        let catalogue = publication.catalogues.get(tag)?;
        Some(catalogue.texts.get(id)?.canonical.as_str())
    };
    let Some(own) = text(language) else { return UnitState::Missing };
    let records = publication.records.get(language);
    let made_from = records.and_then(|records| records.made_from.get(id));
    let line = records.and_then(|records| records.lines.get(id));
    let is_unedited = line.is_some_and(|line| line.text == text_fingerprint(language, id, own));
    let source = text(&publication.brochure.source_language.value);
    match made_from {
        Some(made_from) if is_unedited && source != Some(made_from) => UnitState::Stale,
        _ => UnitState::Draft,
    }
}
