//! Writes and reads texts as XLIFF 1.2 and 2.1, for the tools of agencies.
//!
//! What stands in braces is a placeholder, and markup is one around words; both carry how they are written. A variant of a
//! choice is a unit of its own. What a file claims about the state of a text is for people: no reader of ours looks at it.

mod content;
mod reader;
mod unit;
mod unit_name;
mod version1;
mod version2;

use crate::diagnostic::Diagnostic;
use crate::exchange::xml::check_text;
use crate::exchange::{Document, Unit};

pub(crate) use reader::read;
pub(crate) use version1::write as write_1_2;
pub(crate) use version2::write as write_2_1;

/// The name spaces of all versions begin with this.
const NAMESPACE: &str = "urn:oasis:names:tc:xliff:document:";

/// Who says what stands in the notes of a unit.
const AUTHOR: &str = "feuillet";

/// Who says what the source of a unit was before.
const PREVIOUS: &str = "feuillet-previous-source";

/// Who says how much room there is.
const ROOM: &str = "feuillet-room";

/// What stands at the head of a file.
fn introduction(document: &Document) -> String {
    let Document { brochure, source_language, language, .. } = document;
    format!(
        "The texts of \u{201C}{brochure}\u{201D}, from {source_language} to {language}. Each placeholder belongs in the \
         translation too, where the language wants it. A translation that stays empty changes nothing."
    )
}

/// The notes of a unit, each with who says it.
fn notes(unit: &Unit) -> Vec<(&'static str, String)> {
    // The last line of a comment is for the import: alone, it survives tools that join lines.
    let (about, last) = unit.comment.rsplit_once('\n').unwrap_or(("", &unit.comment));
    let previous = unit.previous_source.as_ref().map(|text| format!("Before: {}", text.flat()));
    let room = unit.room.map(|room| format!("Room for about {room} characters."));
    let notes = [
        (PREVIOUS, previous.unwrap_or_default()),
        (ROOM, room.unwrap_or_default()),
        (AUTHOR, about.to_owned()),
        (AUTHOR, last.to_owned()),
    ];
    notes.into_iter().filter(|(_, note)| !note.is_empty()).collect()
}

/// Makes sure that XML can hold the texts of a unit.
///
/// # Errors
///
/// Fails if one has a character that it can't hold.
fn check(unit: &Unit) -> Result<(), Diagnostic> {
    let texts = [Some(&unit.source), unit.target.as_ref(), unit.previous_source.as_ref()];
    for text in texts.into_iter().flatten() {
        check_text(&unit.id, &text.flat())?;
    }
    check_text(&unit.id, &unit.comment)
}

#[cfg(test)]
mod tests;
