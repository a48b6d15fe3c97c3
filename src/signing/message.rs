//! Records that somebody read a message, tried it with readers, or signed it.

use crate::diagnostic::Diagnostic;
use crate::load::catalogue::Entry;
use crate::load::people::Role;
use crate::load::{Approval, Line, RecordFile, Review, Signature, TextId};
use crate::resolve::typed_contact;
use crate::review::{MessageState, named_fingerprint, resolved_fingerprint, text_fingerprint};
use crate::signing::{Outcome, Signing, require_role};

/// Records that somebody has read a text of another's, as a translation of the source as it is today. `writer` says whose
/// text it is, where the record does not know.
///
/// # Errors
///
/// Fails if the text has no writer or is the reader's own, if it lacks a fact of its source or has one typed into it, or if a
/// legal text is read by somebody who did not grow up with its language.
pub(crate) fn review(
    signing: &Signing<'_>,
    id: &TextId,
    writer: Option<&str>,
    record: &mut RecordFile,
) -> Result<Outcome, Diagnostic> {
    let entry = entry(signing, id)?;
    let state = signing.states.get(signing.language, id);
    if !matches!(state, MessageState::Missing | MessageState::Stale | MessageState::Draft) {
        return Ok(Outcome::AlreadySigned);
    }
    require_facts(signing, id, entry)?;
    let line = writer_line(signing, id, entry, writer, record)?;
    let is_legal = signing.publication.brochure.legal_messages().contains(id);
    let person = signing.publication.people.get(signing.by);
    let source = &signing.publication.brochure.source_language.value;
    if is_legal
        && signing.language != source
        && !person.is_some_and(|person| person.is_native(signing.language))
    {
        return Err(Diagnostic::error(format!(
            "`{id}` is legal: only somebody who grew up with `{}` may review it",
            signing.language
        ))
        .at(&entry.span)
        .hint(format!(
            "if `{}` did, add `native = [\"{}\"]` to their lines in `people.toml`",
            signing.by, signing.language
        )));
    }
    if signing.language != source {
        let catalogue = signing.publication.catalogues.get(source);
        let original = catalogue.and_then(|catalogue| catalogue.texts.messages.get(id));
        let Some(pattern) = original.and_then(Entry::pattern) else {
            return Err(Diagnostic::error(format!("the source language has no message `{id}`"))
                .at(&entry.span)
                .hint("delete it, or give it the id of the message that it translates"));
        };
        record.made_from.insert(id.clone(), pattern);
    }
    let terms = named_fingerprint(signing.publication, signing.language, id);
    let reviewed = Some(Review { signature: signature(signing), terms });
    // Whatever was accepted of the source stood until somebody read the translation beside it.
    record.lines.insert(id.clone(), Line { reviewed, accepted: None, ..line });
    Ok(Outcome::Signed)
}

/// Records that somebody has tried a text with readers. It stands beside the review, and replaces nothing.
///
/// # Errors
///
/// Fails if nobody has reviewed the text as it is.
pub(crate) fn try_with_readers(
    signing: &Signing<'_>,
    id: &TextId,
    record: &mut RecordFile,
) -> Result<Outcome, Diagnostic> {
    let entry = entry(signing, id)?;
    require_review(signing, id, entry)?;
    let line = record.lines.entry(id.clone()).or_default();
    if line.tried.is_some() {
        return Ok(Outcome::AlreadySigned);
    }
    line.tried = Some(signature(signing));
    Ok(Outcome::Signed)
}

/// Signs a message of the source language for the law, as it resolves.
///
/// # Errors
///
/// Fails if this is not the source language, if nobody has reviewed the text as it is, or if it is the signer's own.
pub(crate) fn sign_for_law(
    signing: &Signing<'_>,
    id: &TextId,
    record: &mut RecordFile,
) -> Result<Outcome, Diagnostic> {
    let entry = entry(signing, id)?;
    let source = &signing.publication.brochure.source_language.value;
    if signing.language != source {
        return Err(Diagnostic::error(format!(
            "a lawyer signs the source, which is in `{source}`"
        ))
        .at(&entry.span)
        .hint("a translation of it wants a reviewer who grew up with its language"));
    }
    let resolved = resolved(signing, id, entry)?;
    let line = record.lines.entry(id.clone()).or_default();
    require_signable(signing, id, entry, line)?;
    if is_signed_for_law(signing, line, &resolved) {
        return Ok(Outcome::AlreadySigned);
    }
    line.legal = Some(Approval { signature: signature(signing), resolved, source_terms: None });
    Ok(Outcome::Signed)
}

/// Signs a message for print, as it resolves: with the terms and facts in it.
///
/// # Errors
///
/// Fails if nobody has reviewed it as it is, if it is the signer's own, if its source is not approved, or if it is legal and
/// no lawyer has signed its source.
pub(crate) fn approve(
    signing: &Signing<'_>,
    id: &TextId,
    record: &mut RecordFile,
) -> Result<Outcome, Diagnostic> {
    let entry = entry(signing, id)?;
    if signing.states.get(signing.language, id) == MessageState::Approved {
        return Ok(Outcome::AlreadySigned);
    }
    let source = &signing.publication.brochure.source_language.value;
    let resolved = resolved(signing, id, entry)?;
    let line = record.lines.entry(id.clone()).or_default();
    require_signable(signing, id, entry, line)?;
    if signing.language != source {
        if signing.states.get(source, id) != MessageState::Approved {
            return Err(Diagnostic::error(format!("the source of `{id}` is not approved"))
                .at(&entry.span)
                .hint(format!(
                    "it is approved first: `feuillet translations approve --lang {source} --by WHO`"
                )));
        }
    } else if signing.publication.brochure.legal_messages().contains(id)
        && !is_signed_for_law(signing, line, &resolved)
    {
        return Err(Diagnostic::error(format!(
            "`{id}` is legal, and no lawyer has signed it as it stands"
        ))
        .at(&entry.span)
        .hint(format!(
            "first `feuillet translations approve --legal --lang {source} --by WHO {id}`"
        )));
    }
    let source_terms = (signing.language != source)
        .then(|| named_fingerprint(signing.publication, source, id))
        .flatten();
    line.approved = Some(Approval { signature: signature(signing), resolved, source_terms });
    Ok(Outcome::Signed)
}

fn signature(signing: &Signing<'_>) -> Signature {
    Signature { by: signing.by.to_owned(), on: signing.on }
}

/// The entry of a message in the language.
fn entry<'a>(signing: &Signing<'a>, id: &TextId) -> Result<&'a Entry, Diagnostic> {
    let language = signing.language;
    let texts = signing.publication.catalogues.get(language).map(|catalogue| &catalogue.texts);
    let entry = texts.and_then(|texts| texts.messages.get(id)).filter(|entry| entry.has_text);
    entry.ok_or_else(|| {
        let known = texts.into_iter().flat_map(|texts| texts.messages.keys());
        Diagnostic::error(format!("`{language}` has no message `{id}`"))
            .suggest(id, known.map(TextId::as_str))
            .hint("`feuillet translations status --long` lists the messages by their states")
    })
}

fn resolved(signing: &Signing<'_>, id: &TextId, entry: &Entry) -> Result<String, Diagnostic> {
    resolved_fingerprint(signing.publication, signing.language, id)
        .ok_or_else(|| Diagnostic::error(format!("`{id}` can't be read")).at(&entry.span))
}

/// Makes sure that a second person has read a message as it is.
fn require_review(signing: &Signing<'_>, id: &TextId, entry: &Entry) -> Result<(), Diagnostic> {
    let why = match signing.states.get(signing.language, id) {
        MessageState::Missing => "is missing",
        MessageState::Stale => "is stale: its source has changed since",
        MessageState::Draft => "was reviewed by nobody as it stands",
        _ => return Ok(()),
    };
    Err(Diagnostic::error(format!("`{id}` {why}")).at(&entry.span).hint(format!(
        "first `feuillet translations review --lang {} --by WHO {id}`",
        signing.language
    )))
}

/// Whether a lawyer has signed a text for the law as it resolves.
fn is_signed_for_law(signing: &Signing<'_>, line: &Line, resolved: &str) -> bool {
    let people = &signing.publication.people;
    line.legal.as_ref().is_some_and(|legal| {
        let Signature { by, on } = &legal.signature;
        legal.resolved == resolved
            && people.allowed(by, Role::Legal, Some(signing.language), *on).is_ok()
    })
}

/// Makes sure that a text may be signed: a second person has read it as it is, its facts are facts, and it is not the
/// signer's own.
fn require_signable(
    signing: &Signing<'_>,
    id: &TextId,
    entry: &Entry,
    line: &Line,
) -> Result<(), Diagnostic> {
    require_review(signing, id, entry)?;
    require_facts(signing, id, entry)?;
    if let Some(reviewed) = line.reviewed.as_ref().filter(|it| it.signature.on > signing.on) {
        let (on, read) = (signing.on, reviewed.signature.on);
        return Err(Diagnostic::error(format!("`{id}` was reviewed on {read}, after {on}"))
            .at(&entry.span)
            .hint("nobody signs what nobody has read yet: give a later day with `--on`"));
    }
    require_other(signing, id, entry, line)
}

/// Makes sure that a text has the facts of its source, and that no telephone number or address is typed into it.
fn require_facts(signing: &Signing<'_>, id: &TextId, entry: &Entry) -> Result<(), Diagnostic> {
    if let Some(found) = typed_contact(signing.publication, signing.language, id, entry) {
        return Err(found);
    }
    if !signing.states.has_other_facts(signing.language, id) {
        return Ok(());
    }
    Err(Diagnostic::error(format!("`{id}` has other facts than its source")).at(&entry.span).hint(
        "mend it, or say in a comment above it why it is meant so: `feuillet check` tells how",
    ))
}

/// Makes sure that the text is not the signer's own.
fn require_other(
    signing: &Signing<'_>,
    id: &TextId,
    entry: &Entry,
    line: &Line,
) -> Result<(), Diagnostic> {
    if line.by.as_deref() != Some(signing.by) {
        return Ok(());
    }
    Err(Diagnostic::error(format!("`{id}` is `{}`'s own text", signing.by))
        .at(&entry.span)
        .hint("somebody else has to sign it"))
}

/// Who wrote a text as it is, if the record knows.
pub(crate) fn writer<'r>(
    signing: &Signing<'_>,
    id: &TextId,
    record: &'r RecordFile,
) -> Option<&'r str> {
    let texts = &signing.publication.catalogues.get(signing.language)?.texts;
    let entry = texts.messages.get(id)?;
    let line = record.lines.get(id)?;
    let text = text_fingerprint(signing.language, id, &entry.canonical);
    line.by.as_deref().filter(|_| line.text == text)
}

/// The line of a text whose writer is known, and is not the signer.
fn writer_line(
    signing: &Signing<'_>,
    id: &TextId,
    entry: &Entry,
    writer: Option<&str>,
    record: &RecordFile,
) -> Result<Line, Diagnostic> {
    let text = text_fingerprint(signing.language, id, &entry.canonical);
    let known = record.lines.get(id).filter(|line| line.text == text);
    let recorded = self::writer(signing, id, record);
    let by = match (recorded, writer) {
        (Some(recorded), Some(writer)) if recorded != writer => {
            return Err(Diagnostic::error(format!(
                "`{id}` was written by `{recorded}`, not by `{writer}`"
            ))
            .at(&entry.span)
            .hint("leave `--writer` out where the record knows the writer"));
        }
        (Some(name), _) | (None, Some(name)) => name,
        (None, None) => {
            return Err(Diagnostic::error(format!("nobody knows who wrote `{id}`"))
                .at(&entry.span)
                .hint("say so with `--writer WHO`: nobody reviews their own text"));
        }
    };
    require_role(signing.publication, by, Role::Translate, Some(signing.language), signing.on)?;
    // Who read or signed the text when its source was another has not read this translation.
    let is_stale = signing.states.get(signing.language, id) == MessageState::Stale;
    let kept = known.filter(|_| !is_stale).cloned().unwrap_or_default();
    let on = known.and_then(|line| line.on);
    let line = Line { text, by: Some(by.to_owned()), on, ..kept };
    require_other(signing, id, entry, &line)?;
    Ok(line)
}
