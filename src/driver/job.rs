//! Names the work: a language edition of a loaded brochure, and what PDFs are made of it.

use std::borrow::Cow;

use crate::language::Tag;
use crate::load::pair::PairLayout;
use crate::load::{Edition, EditionId, Profile, Publication};
use crate::review::States;

/// A brochure with the states of its messages.
#[derive(Debug, Clone)]
pub(crate) struct LoadedBrochure {
    /// The brochure.
    pub(crate) publication: Publication,
    /// The states of its messages.
    pub(crate) states: States,
}

/// A language edition to make, for one or several profiles.
#[derive(Clone)]
pub(crate) struct Job<'a> {
    /// The brochure.
    pub(crate) brochure: &'a LoadedBrochure,
    /// The edition.
    pub(crate) edition: &'a Edition,
    /// Names the edition and its languages.
    pub(crate) id: EditionId,
    /// What PDFs are made for; not empty. All have the same cover.
    pub(crate) profiles: Vec<Profile>,
    /// Whether what is made for a print shop has its marks.
    pub(crate) marks: bool,
}

impl<'a> Job<'a> {
    /// The brochure.
    pub(crate) fn publication(&self) -> &'a Publication {
        &self.brochure.publication
    }

    /// The main language.
    pub(crate) fn language(&self) -> &Tag {
        self.id.main_language()
    }

    /// Whether two languages stand beside each other on its pages.
    pub(crate) fn is_parallel(&self) -> bool {
        self.id.languages().len() > 1 && self.edition.pair_layout == PairLayout::Parallel
    }

    /// What has pages of its own: the job in each of its languages alone, in their order, or all of it where they share their pages.
    pub(crate) fn parts(&self) -> Vec<Job<'a>> {
        if self.is_parallel() {
            return vec![self.clone()];
        }
        self.id.alone().map(|id| Job { id, ..self.clone() }).collect()
    }

    /// The edition as it is laid on sheets.
    pub(crate) fn sheets_edition(&self) -> Cow<'a, Edition> {
        match self.id.languages().len() {
            1 => Cow::Borrowed(self.edition),
            _ => Cow::Owned(self.edition.as_pair()),
        }
    }

    /// The folder of its PDFs below the output folder: the public name of the brochure, in the folder of the body if it is a
    /// body's edition.
    pub(crate) fn folder(&self) -> String {
        let name = &self.publication().brochure.public_name.value;
        let body = self.id.overlay.as_ref();
        body.map_or_else(|| name.clone(), |key| format!("{key}/{name}"))
    }

    /// Whether the PDF of a profile has the marks of a print shop.
    pub(crate) fn has_marks(&self, profile: Profile) -> bool {
        self.marks && profile == Profile::Print
    }

    /// How many blocks it shows: a measure of the work.
    pub(crate) fn blocks(&self) -> usize {
        let edition = self.edition.id.as_str();
        let sections = self.publication().brochure.sections_of(edition, self.language());
        let blocks = sections.flat_map(|section| &section.blocks);
        blocks.filter(|block| block.limits.admit(edition, self.language())).count()
    }
}
