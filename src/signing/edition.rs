//! Records that somebody signed the make-up of a language edition: which blocks it shows in which order, its pictures, its slots,
//! what was accepted of it.

use crate::diagnostic::{Diagnostic, Report, Reported};
use crate::language::Tag;
use crate::load::people::Role;
use crate::load::{EditionId, EditionLine, Publication, RecordFile, Signature};
use crate::resolve::resolve;
use crate::review::States;
use crate::signing::{Signing, require_role};

/// The fingerprint of the make-up of a language edition.
///
/// # Errors
///
/// Fails if it is not made in the language, or its texts can't be put in their places.
pub(crate) fn make_up(
    publication: &Publication,
    states: &States,
    edition: &str,
    language: &Tag,
    report: &Report,
) -> Result<String, Reported> {
    let brochure = &publication.brochure;
    if let Some(edition) = brochure.edition(edition) {
        let languages = brochure.languages_of(edition);
        if languages.iter().all(|tag| tag.value != *language) {
            return Err(report.error(
                Diagnostic::error(format!("`{}` is not made in `{language}`", edition.id.value))
                    .at(&edition.id.span),
            ));
        }
    }
    let id = EditionId::new(&brochure.id, edition, language);
    resolve(publication, states, &id, report).map(|manuscript| manuscript.make_up)
}

/// Signs the make-up of a language edition for print, as it is now.
///
/// # Errors
///
/// Fails if the signer may not approve in the language, or where [`make_up`] does.
pub(crate) fn approve_edition(
    signing: &Signing<'_>,
    edition: &str,
    record: &mut RecordFile,
    report: &Report,
) -> Result<(), Reported> {
    let Signing { publication, states, language, by, on } = *signing;
    require_role(publication, by, Role::Approve, Some(language), on)
        .map_err(|refusal| report.error(refusal))?;
    let make_up = make_up(publication, states, edition, language, report)?;
    let signature = Signature { by: by.to_owned(), on };
    record.editions.insert(edition.to_owned(), EditionLine { signature, make_up });
    Ok(())
}
