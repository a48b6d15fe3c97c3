//! The pages of a language edition in; the same pages with notes beside them out, for translators and reviewers.
//!
//! Beside each page stand the ids of its messages, at the height of their texts, and the source language's text; what
//! is missing is red, what is stale amber, with the words that changed in the source, and what a check found is framed.
//! The notes are a Typst document of their own, page by page as large as the proof, into which the pages are put.

mod difference;
mod document;
mod merge;
mod notes;
mod overset;

use crate::compose::Composition;
use crate::diagnostic::{Diagnostic, Report};
use crate::load::Publication;
use crate::resolve::Manuscript;
use crate::review::States;
use crate::typeset::view::Area;
use crate::typeset::{Fonts, Pages, lay_out};

pub use difference::{Change, Piece, changes};
pub use notes::{Note, Original, Sheet, Standing, Tally, sheets};
pub use overset::overset;

/// A language edition to be proofread.
#[derive(Debug, Clone)]
pub struct Subject<'a> {
    /// The brochure.
    pub publication: &'a Publication,
    /// The states of its messages.
    pub states: &'a States,
    /// The texts of the language edition.
    pub manuscript: &'a Manuscript,
    /// The same edition in the source language; `None` if it is the source language's own.
    pub source: Option<&'a Manuscript>,
    /// Its Typst source.
    pub composition: &'a Composition,
    /// Its pages.
    pub pages: &'a Pages,
    /// What checks have found on its pages.
    pub remarks: &'a [Remark],
    /// How it is set, in a few words: the size of its text.
    pub setting: String,
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
    pub area: Area,
}

/// Puts notes beside the pages. Faults are reported; `None` if there is no proof.
pub fn proof(subject: &Subject<'_>, fonts: &Fonts, report: &Report) -> Option<Pages> {
    let sheets = sheets(subject);
    let files = document::files(subject, &sheets);
    match lay_out(&files, fonts) {
        Ok(notes) => Some(merge::merge(subject, notes)),
        Err(messages) => {
            for message in messages {
                report.add(Diagnostic::error(format!(
                    "the notes of the proof can't be set: {message} ({})",
                    subject.composition.name
                )));
            }
            None
        }
    }
}
