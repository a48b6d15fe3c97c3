//! Turns the pages of a language edition into the same pages with notes beside them, for translators and reviewers.
//!
//! Beside each page stand the ids of its messages, at the height of their texts, and the source language's text; what
//! is missing is red, what is stale amber, with the words that changed in the source, and what a check found is framed.
//! The notes are a Typst document of their own, page by page as large as the proof, into which the pages are put.

mod difference;
mod document;
mod merge;
mod notes;
mod overset;

use crate::compose::EditionContext;
use crate::diagnostic::{Diagnostic, Report, Reported};
use crate::resolve::Manuscript;
use crate::typeset::view::Rect;
use crate::typeset::{Fonts, Pages, lay_out};

pub use notes::{ReviewStatus, Tally, page_notes};
pub(crate) use overset::overset;

/// A language edition to be proofread.
#[derive(Debug, Clone, Copy)]
pub struct ProofInput<'a> {
    /// The language edition.
    pub edition: EditionContext<'a>,
    /// The texts of the same edition in the source language; `None` if it is the source language's own.
    pub source: Option<&'a Manuscript>,
    /// Its pages.
    pub pages: &'a Pages,
    /// What checks have found on its pages.
    pub remarks: &'a [Remark],
}

/// What a check has found at a place.
#[derive(Debug, Clone, PartialEq)]
pub struct Remark {
    /// The name of the check.
    pub check: String,
    /// What is wrong.
    pub words: String,
    /// The number of the page, from 1.
    pub page: usize,
    /// The place.
    pub area: Rect,
}

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
