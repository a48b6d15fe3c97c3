//! Describes what a proof is made of: a language edition, its pages, and what checks have found on them.

use crate::compose::EditionContext;
use crate::resolve::Manuscript;
use crate::typeset::Pages;
use crate::typeset::view::Rect;

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
