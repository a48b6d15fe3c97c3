//! Selects what to build.

use crate::artifact::Artifact;
use crate::artifact::bodies::Shard;
use crate::language::Tag;
use crate::load::{Profile, Project};

/// What to build. Empty lists mean everything.
#[derive(Debug, Clone, Default)]
pub(crate) struct Selection {
    /// Ids of brochures.
    pub(crate) brochures: Vec<String>,
    /// Languages, each in files of its own.
    pub(crate) languages: Vec<Tag>,
    /// Languages that stand together in one file, in the order of the page. Where no language is asked for, these are the pairs that
    /// each edition names.
    pub(crate) together: Vec<Vec<Tag>>,
    /// Names of editions.
    pub(crate) editions: Vec<String>,
    /// Profiles; empty for those that each edition names.
    pub(crate) profiles: Vec<Profile>,
    /// Whether what is made for a print shop has its marks.
    pub(crate) marks: bool,
    /// Whether faults in the files of bodies matter, though no edition of theirs is made.
    pub(crate) reads_bodies: bool,
    /// The bodies whose editions are made; `None` for the brochures' own editions.
    pub(crate) bodies: Option<BodySelection>,
}

/// The bodies whose editions are made.
#[derive(Debug, Clone)]
pub(crate) struct BodySelection {
    /// Their keys; empty for all.
    pub(crate) keys: Vec<String>,
    /// What is made of their editions for it, unless the selection names profiles.
    pub(crate) usual: Vec<Profile>,
    /// The part of them that this machine does.
    pub(crate) shard: Option<Shard>,
    /// Whether the report names each PDF: there may be tens of thousands.
    pub(crate) tells_made: bool,
}

impl Selection {
    /// The ids of the selected brochures of a project.
    pub(crate) fn brochures_of(&self, project: &Project) -> Vec<String> {
        if self.brochures.is_empty() { project.brochures() } else { self.brochures.clone() }
    }

    /// Whether files in this language alone are made.
    pub(crate) fn has(&self, language: &Tag) -> bool {
        self.languages.contains(language) || self.has_all_languages()
    }

    /// Whether no language is asked for: all are made, and the pairs that editions name.
    pub(crate) fn has_all_languages(&self) -> bool {
        self.languages.is_empty() && self.together.is_empty()
    }

    /// Whether a file in this language is made, alone or together with another.
    pub(crate) fn shows(&self, language: &Tag) -> bool {
        self.has(language) || self.together.iter().flatten().any(|tag| tag == language)
    }

    /// Whether an artifact is among what is selected, given that its brochure is. One in several languages is if it is asked for,
    /// or if everything is.
    pub(crate) fn covers(&self, artifact: &Artifact) -> bool {
        let is_everything = self.has_all_languages();
        let is_selected = match artifact.id.languages() {
            [language] => self.has(language),
            several => is_everything || self.together.iter().any(|tags| tags == several),
        };
        is_selected
            && (self.editions.is_empty() || self.editions.contains(&artifact.id.edition))
            && (self.profiles.is_empty() || self.profiles.contains(&artifact.profile))
    }
}
