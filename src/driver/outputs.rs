//! Brings the manifests of an output folder up to date with what a run has made.

use std::cell::LazyCell;
use std::path::Path;

use crate::artifact::Artifact;
use crate::artifact::files::cannot_write;
use crate::artifact::manifest::{FILE, Fate, Manifest};
use crate::cache::entries;
use crate::diagnostic::{Diagnostic, Report};
use crate::driver::job::LoadedBrochure;
use crate::driver::selection::Selection;
use crate::load::Project;

/// What became of the manifests.
#[derive(Default)]
pub(crate) struct UpdatedManifests {
    /// Their paths below the output folder.
    pub(crate) manifests: Vec<String>,
    /// The artifacts whose files were deleted because the project no longer has them.
    pub(crate) deleted: Vec<Artifact>,
    /// The artifacts whose files were deleted in a folder of an earlier name.
    pub(crate) moved: Vec<Artifact>,
}

/// What came of a run.
pub(crate) struct Made<'a> {
    /// Its artifacts, with and without files.
    pub(crate) artifacts: Vec<&'a Artifact>,
    /// Whether the run before was killed.
    pub(crate) was_interrupted: bool,
}

/// Brings the manifest of each selected brochure up to date, also of one that is not among `brochures`, which could be loaded. A
/// folder of its own that has another name, such as an earlier public name, is emptied. `has` tells whether the project still has the edition of an artifact. After a run that
/// was killed, or where there is no manifest that can be read, what earlier runs have made is taken up as well.
pub(crate) fn update_manifests(
    brochures: &[LoadedBrochure],
    project: &Project,
    selection: &Selection,
    output: &Path,
    made: &Made<'_>,
    has: &dyn Fn(&Artifact) -> bool,
    report: &Report,
) -> UpdatedManifests {
    let mut updated = UpdatedManifests::default();
    // The watch session writes PDFs without entries: what an entry tells of such a file is no longer true.
    let kept = LazyCell::new(|| {
        let kept = entries(output).into_iter().filter(|entry| entry.is_current(output));
        kept.map(|entry| entry.artifact).collect::<Vec<Artifact>>()
    });
    for id in selection.brochures_of(project) {
        let loaded = brochures.iter().map(|loaded| &loaded.publication.brochure);
        let name = loaded.filter(|it| it.id == id).map(|it| it.public_name.value.clone()).next();
        let mut earlier = Manifest::all(output);
        earlier.retain(|_, manifest| manifest.brochure == id);
        // A brochure that can't be loaded tells no name; then it is the one that it had.
        let Some(name) = name.or_else(|| earlier.keys().next().cloned()) else { continue };
        let folder = output.join(&name);
        let is_own = |artifact: &Artifact| artifact.id.brochure == id && artifact.file.is_some();
        let new = made.artifacts.iter().copied().filter(|artifact| is_own(artifact)).cloned();
        let is_lost = made.was_interrupted || Manifest::read(&folder).is_none();
        let kept = if is_lost { kept.as_slice() } else { &[] }.iter();
        let kept = kept.filter(|artifact| is_own(artifact) && artifact.folder() == name);
        let kept = kept.filter(|artifact| !selection.covers(artifact));
        let new: Vec<Artifact> = kept.cloned().chain(new).collect();
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
            updated.manifests.push(format!("{name}/{FILE}"));
        }
        earlier.remove(&name);
        for (old, manifest) in earlier {
            let is_made_again = |old: &Artifact| {
                let is_same = |new: &&Artifact| new.id == old.id && new.profile == old.profile;
                let made = made.artifacts.iter().copied().filter(|new| new.file.is_some());
                made.clone().any(|new| is_same(&new)) || (selection.covers(old) && !has(old))
            };
            match manifest.retire(&output.join(&old), is_made_again) {
                Ok((moved, is_left)) => {
                    updated.moved.extend(moved);
                    if is_left {
                        report.add(old_folder(&output.join(&old), &output.join(&name)));
                    }
                }
                Err(error) => report.add(cannot_write(&output.join(&old).join(FILE), &error)),
            }
        }
    }
    updated
}

/// Says that a folder of an earlier name still holds files.
fn old_folder(old: &Path, new: &Path) -> Diagnostic {
    let (old, new) = (old.display(), new.display());
    Diagnostic::warning(format!("`{old}` still holds files of a brochure that now writes into `{new}`"))
        .hint("a build of all its editions takes away the PDFs that were made there; delete or move the others")
}
