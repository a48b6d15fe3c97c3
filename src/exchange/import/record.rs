//! Notes who translated what, when, and from which source. Never a review, and never an approval: whatever a file says of
//! itself, a text that came back is a draft.

use time::Date;

use crate::diagnostic::{Report, Reported};
use crate::exchange::export::MadeFrom;
use crate::exchange::import::{Choices, Files, Imported};
use crate::language::Tag;
use crate::load::{Line, Project, Publication, RecordFile, Scope, load};
use crate::review::text_fingerprint;

/// The records of a language: that of the brochure, and that of what all brochures share.
pub(super) struct LanguageRecords {
    own: RecordFile,
    common: RecordFile,
}

/// Reads the records of a language.
///
/// # Errors
///
/// Fails if one has a fault: what can't be read would be lost.
pub(super) fn read(
    project: &Project,
    brochure: &str,
    language: &Tag,
    report: &Report,
) -> Result<LanguageRecords, Reported> {
    let read = |scope| RecordFile::read(project, language, &scope, report);
    let (own, common) = (read(Scope::Brochure(brochure.to_owned())), read(Scope::Common));
    Ok(LanguageRecords { own: own?, common: common? })
}

/// The source texts that the translations of a language were made from.
///
/// # Errors
///
/// Fails if a record has a fault.
pub(crate) fn made_from(
    project: &Project,
    brochure: &str,
    language: &Tag,
    report: &Report,
) -> Result<MadeFrom, Reported> {
    let LanguageRecords { own, common } = read(project, brochure, language, report)?;
    Ok(common.made_from.into_iter().chain(own.made_from).collect())
}

/// Adds the translations of an import to the records.
pub(super) fn write(
    files: &mut Files,
    publication: &Publication,
    language: &Tag,
    mut records: LanguageRecords,
    imported: &Imported,
    (choices, day): (&Choices, Date),
) {
    // The texts as they are read back, and where they stand.
    let Ok(after) = load(&files.project(), &publication.brochure.id, &Report::new()) else {
        return;
    };
    let Some(catalogue) = after.catalogues.get(language) else { return };
    for text in &imported.changed {
        let Some(entry) = catalogue.texts.get(&text.id) else { continue };
        let record = if entry.common { &mut records.common } else { &mut records.own };
        let own = text_fingerprint(language, &text.id, &entry.canonical);
        // Blanks that say nothing make nobody the writer of another's words.
        if record.lines.get(&text.id).is_some_and(|line| line.text == own) {
            continue;
        }
        // A new text has no signatures, whatever the old one had.
        let line = Line { text: own, by: choices.by.clone(), on: Some(day), ..Line::default() };
        record.lines.insert(text.id.clone(), line);
        if let Some(made_from) = &text.made_from {
            record.made_from.insert(text.id.clone(), made_from.clone());
        } else {
            record.made_from.remove(&text.id);
        }
    }
    for (path, _, text) in records.own.changes().into_iter().chain(records.common.changes()) {
        files.write(path, text);
    }
}
