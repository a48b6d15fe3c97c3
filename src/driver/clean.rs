//! Takes away what builds have made in an output folder.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::Path;

use serde::Serialize;

use crate::artifact::files::{cannot_write, file_sha256, is_inside};
use crate::artifact::lock::OutputLock;
use crate::artifact::manifest::{FILE, Manifest};
use crate::artifact::{Artifact, STATE_FOLDER};
use crate::cache::{delete_entries, delete_state, entries};
use crate::diagnostic::Diagnostic;
use crate::driver::plan::not_known;
use crate::load::Project;

/// What was done, by paths below the output folder.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Cleaned {
    /// Files that were deleted.
    pub(crate) deleted: Vec<String>,
    /// Files that stand where `build` made one, but hold something else.
    pub(crate) kept: Vec<String>,
}

/// Deletes the PDFs that `build` made of some brochures, or of all, with their manifests, what is remembered of them,
/// unfinished files of killed runs, and the folders that are empty then. A file that is not as it was made stays, and so
/// do all others.
///
/// # Errors
///
/// Fails if there is neither a brochure of such a name nor anything made of one, or if nothing can be deleted.
pub(crate) fn clean(
    project: &Project,
    brochures: &[String],
    output: &Path,
) -> Result<Cleaned, Diagnostic> {
    let made = made_in(output);
    let known: Vec<String> = project.brochures().into_iter().chain(made.clone()).collect();
    if let Some(unknown) = brochures.iter().find(|id| !known.contains(id)) {
        return Err(not_known("brochure", unknown, &known));
    }
    if made.is_empty() && !output.join(STATE_FOLDER).is_dir() {
        return Ok(Cleaned::default());
    }
    remove(output, brochures).map_err(|error| cannot_write(output, &error))
}

/// The brochures of which something was made.
fn made_in(output: &Path) -> BTreeSet<String> {
    let mut ids: BTreeSet<String> =
        Manifest::all(output).into_values().map(|manifest| manifest.brochure).collect();
    ids.extend(entries(output).into_iter().map(|entry| entry.artifact.id.brochure));
    ids
}

/// The files of some brochures by path, each with the checksums of what it may hold if it is ours.
fn files_of(output: &Path, brochures: &BTreeSet<String>) -> BTreeMap<String, Vec<String>> {
    let mut files: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut add = |artifact: &Artifact| {
        if let Some((path, file)) = artifact.output_path().zip(artifact.file.as_ref()) {
            files.entry(path).or_default().push(file.sha256.clone());
        }
    };
    let kept = entries(output).into_iter().map(|entry| entry.artifact);
    kept.filter(|artifact| brochures.contains(&artifact.id.brochure)).for_each(|one| add(&one));
    let mut manifests = Manifest::all(output);
    manifests.retain(|_, manifest| brochures.contains(&manifest.brochure));
    for artifact in manifests.values().flat_map(|manifest| &manifest.files) {
        add(artifact);
    }
    for folder in manifests.keys() {
        let path = format!("{folder}/{FILE}");
        // Whatever it holds, it is a manifest.
        let sha256 = file_sha256(&output.join(&path)).ok();
        files.entry(path).or_default().extend(sha256);
    }
    files
}

fn remove(output: &Path, brochures: &[String]) -> io::Result<Cleaned> {
    let lock = OutputLock::acquire(output, || ())?;
    let is_selected = |id: &String| brochures.is_empty() || brochures.contains(id);
    let selected: BTreeSet<String> = made_in(output).into_iter().filter(is_selected).collect();
    let files = files_of(output, &selected);
    let mut cleaned = Cleaned::default();
    let mut folders: BTreeSet<&Path> = BTreeSet::new();
    for (path, sums) in &files {
        let target = output.join(path);
        let Some(sum) = file_sha256(&target).ok().filter(|_| is_inside(path)) else { continue };
        if sums.contains(&sum) {
            fs::remove_file(&target)?;
            cleaned.deleted.push(path.clone());
        } else {
            cleaned.kept.push(path.clone());
        }
        folders.extend(Path::new(path).ancestors().skip(1));
    }
    for path in lock.remove_unfinished() {
        let path = path.strip_prefix(output).unwrap_or(&path).to_string_lossy().into_owned();
        cleaned.deleted.push(path);
    }
    // The inner ones first. Those that hold anything stay.
    for folder in folders.iter().rev().filter(|folder| !folder.as_os_str().is_empty()) {
        let _ = fs::remove_dir(output.join(folder));
    }
    let (forgotten, left): (Vec<_>, Vec<_>) = entries(output)
        .into_iter()
        .partition(|entry| selected.contains(&entry.artifact.id.brochure));
    forgotten.iter().for_each(|entry| entry.delete(output));
    delete_state(output);
    if brochures.is_empty() {
        // Those that can't be read too.
        delete_entries(output);
    }
    if left.is_empty() {
        lock.remove();
    }
    Ok(cleaned)
}
