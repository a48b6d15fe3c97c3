//! Records that a change of the source changes no meaning, so that its translations need no new review.

use crate::diagnostic::Diagnostic;
use crate::load::catalogue::Entry;
use crate::load::ftl::{Pattern, parse_pattern, typed};
use crate::load::{Acceptance, RecordFile, Signature, TextId};
use crate::review::MessageState;
use crate::signing::meaning::why_it_matters;
use crate::signing::{Outcome, Signing};

/// Takes the translation of a message for one of the source as it is today. What was signed of it stays signed.
///
/// # Errors
///
/// Fails if the translation is not stale, or if the change of the source may be more than a typo that was mended.
pub(crate) fn accept(
    signing: &Signing<'_>,
    id: &TextId,
    reason: &str,
    record: &mut RecordFile,
) -> Result<Outcome, Diagnostic> {
    let publication = signing.publication;
    let source = &publication.brochure.source_language.value;
    let original = publication.catalogues.get(source);
    let original = original.and_then(|catalogue| catalogue.texts.messages.get(id));
    let Some((original, new)) = original.and_then(|entry| Some((entry, entry.pattern()?))) else {
        return Err(Diagnostic::error(format!("the source language has no message `{id}`")));
    };
    if signing.states.get(signing.language, id) != MessageState::Stale {
        return Ok(Outcome::AlreadySigned);
    }
    let Some(old) = record.made_from.get(id) else { return Ok(Outcome::AlreadySigned) };
    let line = record.lines.entry(id.clone()).or_default();
    // Many small changes are a large one: what counts is the text beside which the translation was read.
    let read_beside = match &line.accepted {
        Some(earlier) => earlier.read_beside.clone(),
        None => typed(old),
    };
    let Ok(first) = parse_pattern(&read_beside) else {
        return Err(unreadable(id, &read_beside));
    };
    if let Some(why) = refusal(signing, original, &first, &new) {
        return Err(why);
    }
    let signature = Signature { by: signing.by.to_owned(), on: signing.on };
    line.accepted = Some(Acceptance { signature, reason: reason.to_owned(), read_beside });
    record.made_from.insert(id.clone(), new);
    Ok(Outcome::Signed)
}

fn unreadable(id: &TextId, text: &str) -> Diagnostic {
    Diagnostic::error(format!("the record of `{id}` can't be read: `{text}` is no text"))
        .hint("let somebody look at the translation: `feuillet translations review`")
}

fn refusal(
    signing: &Signing<'_>,
    original: &Entry,
    old: &Pattern,
    new: &Pattern,
) -> Option<Diagnostic> {
    let source = &signing.publication.brochure.source_language.value;
    let why = match signing.publication.languages.get(source) {
        Some(language) => why_it_matters(old, new, language)?,
        None => format!("`{source}` has no row in the table of languages"),
    };
    let id = &original.span.file.text[original.span.range.clone()];
    Some(
        Diagnostic::error(format!("the change of `{id}` may be more than a typo: {why}"))
            .at(&original.span)
            .hint(format!(
                "let somebody look at the translation: `feuillet translations review --lang {} --by WHO {id}`",
                signing.language
            )),
    )
}
