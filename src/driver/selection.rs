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
    /// Languages.
    pub(crate) languages: Vec<Tag>,
    /// Names of editions.
    pub(crate) editions: Vec<String>,
    /// Profiles; empty for those that each edition names.
    pub(crate) profiles: Vec<Profile>,
    /// Whether what is made for a print shop has its marks.
    pub(crate) marks: bool,
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

    /// Whether an artifact is among what is selected, given that its brochure is.
    pub(crate) fn covers(&self, artifact: &Artifact) -> bool {
        let is_selected = |tag: &Tag| artifact.id.languages().contains(tag);
        (self.languages.is_empty() || self.languages.iter().any(is_selected))
            && (self.editions.is_empty() || self.editions.contains(&artifact.id.edition))
            && (self.profiles.is_empty() || self.profiles.contains(&artifact.profile))
    }
}
