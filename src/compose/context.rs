//! Bundles what the stages after `compose` know of a language edition.

use crate::compose::composition::Composition;
use crate::load::{Edition, Publication};
use crate::resolve::manuscript::Manuscript;
use crate::review::States;

/// A language edition up to its Typst source.
#[derive(Debug, Clone, Copy)]
pub struct EditionContext<'a> {
    /// The brochure.
    pub publication: &'a Publication,
    /// The states of its messages.
    pub states: &'a States,
    /// The edition.
    pub edition: &'a Edition,
    /// Its texts.
    pub manuscript: &'a Manuscript,
    /// Its Typst source.
    pub composition: &'a Composition,
}
