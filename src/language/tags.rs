//! Reads languages as people write them: one, or two that stand together.

use crate::diagnostic::{Diagnostic, count};
use crate::language::Tag;

/// Reads a language tag.
///
/// # Errors
///
/// Fails if it is none.
pub(crate) fn tag(given: &str) -> Result<Tag, Diagnostic> {
    given.parse().map_err(|_| {
        Diagnostic::error(format!("`{given}` is not a language tag"))
            .hint("tags look like `pt` or `fa-AF`")
    })
}

/// Reads two languages that stand together in one file, `fr+nl`.
///
/// # Errors
///
/// Fails if they are not two, or not language tags.
pub(crate) fn language_pair(given: &str) -> Result<Vec<Tag>, Diagnostic> {
    let languages: Vec<Tag> = given.split('+').map(tag).collect::<Result<_, _>>()?;
    match languages.as_slice() {
        [one, other] if one != other => Ok(languages),
        [_, _] => Err(Diagnostic::error(format!("`{given}` names the same language twice"))
            .hint("write two, like `fr+nl`")),
        _ => Err(Diagnostic::error(format!(
            "`{given}` names {}",
            count(languages.len(), "language")
        ))
        .hint("a file has two covers, for two languages: `fr+nl`")),
    }
}
