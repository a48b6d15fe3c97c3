//! Loads all brochures of a project, those that are not published and those with faults too: what is online may be any one's.

use crate::diagnostic::{Diagnostic, Report};
use crate::driver::LoadedBrochure;
use crate::load::releases::{KeptRelease, read_releases};
use crate::load::{Project, ProjectFile, load};
use crate::review::assess;

/// A brochure of the project, as far as it can be read.
pub(super) struct Known {
    /// Its id.
    pub(super) id: String,
    /// What could be read; `None` if its structure, facts or theme can't be.
    pub(super) loaded: Option<LoadedBrochure>,
    /// Whether its facts were read without a fault: else nobody can tell what is true.
    pub(super) has_sound_facts: bool,
    /// The bodies whose files have faults, by key; `None` if the list of all has one.
    pub(super) faulty_bodies: Option<Vec<String>>,
    /// What was kept of its releases.
    pub(super) releases: Vec<KeptRelease>,
}

/// Loads all brochures of a project. What is wrong with those that are published was told by the build.
pub(super) fn load_known(project: &Project) -> Vec<Known> {
    let known = project.brochures().into_iter().map(|id| {
        let report = Report::new();
        let publication = load(project, &id, &report).ok();
        let found = report.into_sorted();
        let has_sound_facts = publication.is_some() && !found.iter().any(is_in_facts);
        let faulty_bodies = match &publication {
            Some(publication) => bodies_with_faults(&publication.body_faults),
            None => None,
        };
        let loaded = publication.map(|publication| {
            let states = assess(&publication);
            LoadedBrochure { publication, states }
        });
        let releases = read_releases(project, &id, &Report::new());
        Known { id, loaded, has_sound_facts, faulty_bodies, releases }
    });
    known.collect()
}

fn file_of(found: &Diagnostic) -> Option<ProjectFile> {
    let span = found.span.as_ref().filter(|_| found.is_error())?;
    ProjectFile::of(&span.file.path)
}

fn is_in_facts(found: &Diagnostic) -> bool {
    matches!(file_of(found), Some(ProjectFile::Facts { .. }))
}

fn bodies_with_faults(faults: &[Diagnostic]) -> Option<Vec<String>> {
    let mut keys = Vec::new();
    for file in faults.iter().filter_map(file_of) {
        match file {
            ProjectFile::Body { key } => keys.push(key),
            ProjectFile::Communes => return None,
            _ => {}
        }
    }
    Some(keys)
}
