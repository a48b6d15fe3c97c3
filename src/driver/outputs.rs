//! Brings the manifests of an output folder up to date with what a run has made.

use std::cell::LazyCell;
use std::path::Path;

use crate::artifact::Artifact;
use crate::artifact::files::cannot_write;
use crate::artifact::manifest::{FILE, Fate, Manifest};
use crate::cache::entries;
use crate::diagnostic::Report;
use crate::driver::selection::Selection;
use crate::load::Project;

/// What became of the manifests.
pub(crate) struct UpdatedManifests {
    /// Their paths below the output folder.
    pub(crate) manifests: Vec<String>,
    /// The artifacts whose files were deleted because the project no longer has them.
    pub(crate) deleted: Vec<Artifact>,
}

/// Brings the manifest of each selected brochure up to date, also of one that could not be loaded. `artifacts` are what came
/// of the run, with and without files; `has` tells whether the project still has the edition of an artifact. After a run that
/// `was_interrupted`, or where there is no manifest that can be read, what earlier runs have made is taken up as well.
pub(crate) fn update_manifests(
    project: &Project,
    selection: &Selection,
    output: &Path,
    artifacts: &[&Artifact],
    was_interrupted: bool,
    has: &dyn Fn(&Artifact) -> bool,
    report: &Report,
) -> UpdatedManifests {
    let mut updated = UpdatedManifests { manifests: Vec::new(), deleted: Vec::new() };
    // The watch session writes PDFs without entries: what an entry tells of such a file is no longer true.
    let kept = LazyCell::new(|| {
        let kept = entries(output).into_iter().filter(|entry| entry.is_current(output));
        kept.map(|entry| entry.artifact).collect::<Vec<Artifact>>()
    });
    for id in selection.brochures_of(project) {
        let folder = output.join(&id);
        let is_own = |artifact: &Artifact| artifact.id.brochure == id && artifact.file.is_some();
        let made = artifacts.iter().copied().filter(|artifact| is_own(artifact)).cloned();
        let is_lost = was_interrupted || Manifest::read(&folder).is_none();
        let kept = if is_lost { kept.as_slice() } else { &[] }.iter();
        let kept = kept.filter(|artifact| is_own(artifact) && !selection.covers(artifact));
        let new: Vec<Artifact> = kept.cloned().chain(made).collect();
        let fate = |artifact: &Artifact| match selection.covers(artifact) {
            false => Fate::Keep,
            true if has(artifact) => Fate::Drop,
            true => Fate::Delete,
        };
        match Manifest::update(&folder, &id, new, fate) {
            Ok(deleted) => updated.deleted.extend(deleted),
            Err(error) => report.add(cannot_write(&folder.join(FILE), &error)),
        }
        if folder.join(FILE).is_file() {
            updated.manifests.push(format!("{id}/{FILE}"));
        }
    }
    updated
}
