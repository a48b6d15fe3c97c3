//! Turns the pages of a language edition into the same pages with notes beside them, for translators and reviewers.
//!
//! Beside each page stand the ids of its messages, at the height of their texts, and the source language's text; what
//! is missing is red, what is stale amber, with the words that changed in the source, and what a check found is framed.
//! The notes are a Typst document of their own, page by page as large as the proof, into which the pages are put.

mod document;
mod input;
mod merge;
mod notes;
mod overset;

use crate::diagnostic::{Diagnostic, Report, Reported};
use crate::typeset::{Fonts, Pages, lay_out};

pub use input::{ProofInput, Remark};
pub use notes::{ReviewStatus, Tally, page_notes};
pub(crate) use overset::overset;

/// Puts notes beside the pages.
///
/// # Errors
///
/// Fails if the notes can't be set; why is in the report.
pub fn proof(input: &ProofInput<'_>, fonts: &Fonts, report: &Report) -> Result<Pages, Reported> {
    let notes = page_notes(input);
    let files = document::files(input, &notes);
    match lay_out(&files, fonts) {
        Ok(notes) => Ok(merge::merge(input, notes)),
        Err(messages) => Err(report.error(Diagnostic::error(format!(
            "the notes of the proof can't be set: {} ({})",
            messages.join("; "),
            input.edition.composition.name
        )))),
    }
}
