//! Takes away what builds have made in an output folder.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::artifact::bodies::{BodyManifest, FOLDER};
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

/// Deletes the PDFs that `build` made of some brochures, or of all, those of bodies too, with their manifests, what is remembered
/// of them, unfinished files of killed runs, and the folders that are empty then. A file that is not as it was made stays, and so
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
    let of_bodies = body_folders(output);
    let made_for_bodies = of_bodies.iter().flat_map(|folder| brochures_of(&artifacts_of(folder)));
    let known = project.brochures().into_iter().chain(made.clone()).chain(made_for_bodies);
    let known: Vec<String> = known.collect();
    if let Some(unknown) = brochures.iter().find(|id| !known.contains(id)) {
        return Err(not_known("brochure", unknown, &known));
    }
    let mut cleaned = Cleaned::default();
    if !made.is_empty() || output.join(STATE_FOLDER).is_dir() {
        cleaned = remove(output, brochures).map_err(|error| cannot_write(output, &error))?;
    }
    for folder in of_bodies {
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let own = remove_of_bodies(&folder, brochures);
        let own = own.map_err(|error| cannot_write(&folder, &error))?;
        let below = |path: String| format!("{name}/{path}");
        cleaned.deleted.extend(own.deleted.into_iter().map(below));
        cleaned.kept.extend(own.kept.into_iter().map(below));
    }
    // Empty now, if nothing else is in it.
    let _ = fs::remove_dir(output);
    Ok(cleaned)
}

/// Whether a folder of the output is one of a run for bodies, a whole one or a part.
pub(crate) fn is_of_bodies(folder: &str) -> bool {
    folder == FOLDER || folder.starts_with(&format!("{FOLDER}-"))
}

/// The folders of runs for bodies.
fn body_folders(output: &Path) -> Vec<PathBuf> {
    let folders = fs::read_dir(output).into_iter().flatten().flatten().map(|entry| entry.path());
    let is_named =
        |folder: &PathBuf| is_of_bodies(&folder.file_name().unwrap_or_default().to_string_lossy());
    let is_made = |folder: &PathBuf| {
        BodyManifest::read(folder).is_some() || folder.join(STATE_FOLDER).is_dir()
    };
    let mut folders: Vec<PathBuf> = folders.filter(is_named).filter(is_made).collect();
    folders.sort();
    folders
}

/// What was made in a folder of bodies, by its manifest and by what is remembered.
fn artifacts_of(folder: &Path) -> Vec<Artifact> {
    let manifest = BodyManifest::read(folder).unwrap_or_default();
    let listed: Vec<Artifact> = manifest.artifacts().map(|(_, artifact)| artifact).collect();
    let kept = entries(folder).into_iter().map(|entry| entry.artifact);
    listed.into_iter().chain(kept).collect()
}

fn brochures_of(artifacts: &[Artifact]) -> BTreeSet<String> {
    artifacts.iter().map(|artifact| artifact.id.brochure.clone()).collect()
}

/// Deletes the editions of bodies of some brochures, or of all. The manifest goes with the last of them.
fn remove_of_bodies(folder: &Path, brochures: &[String]) -> io::Result<Cleaned> {
    let lock = OutputLock::acquire(folder, || ())?;
    let is_selected = |id: &String| brochures.is_empty() || brochures.contains(id);
    let artifacts = artifacts_of(folder);
    let selected: BTreeSet<String> =
        brochures_of(&artifacts).into_iter().filter(is_selected).collect();
    let mut files: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for artifact in artifacts.iter().filter(|artifact| selected.contains(&artifact.id.brochure)) {
        if let Some((path, file)) = artifact.output_path().zip(artifact.file.as_ref()) {
            files.entry(path).or_default().push(file.sha256.clone());
        }
    }
    let mut cleaned = Cleaned::default();
    delete_files(folder, &files, &lock, &mut cleaned)?;
    let mut manifest = BodyManifest::read(folder).unwrap_or_default();
    let left: BTreeSet<String> = manifest
        .artifacts()
        .filter(|(_, artifact)| !selected.contains(&artifact.id.brochure))
        .map(|(path, _)| path.to_owned())
        .collect();
    manifest.rows.retain(|path, _| left.contains(path));
    if !manifest.rows.is_empty() {
        manifest.write(folder)?;
    } else if fs::remove_file(folder.join(FILE)).is_ok() {
        cleaned.deleted.push(FILE.to_owned());
    }
    forget(folder, &selected, brochures.is_empty(), lock);
    Ok(cleaned)
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
    delete_files(output, &files, &lock, &mut cleaned)?;
    forget(output, &selected, brochures.is_empty(), lock);
    Ok(cleaned)
}

/// Deletes files that still hold what was made, unfinished ones of killed runs, and the folders that are empty then.
fn delete_files(
    output: &Path,
    files: &BTreeMap<String, Vec<String>>,
    lock: &OutputLock,
    cleaned: &mut Cleaned,
) -> io::Result<()> {
    let mut folders: BTreeSet<&Path> = BTreeSet::new();
    for (path, sums) in files {
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
    Ok(())
}

/// Takes away what is remembered of some brochures, or of all.
fn forget(output: &Path, selected: &BTreeSet<String>, is_everything: bool, lock: OutputLock) {
    let (forgotten, left): (Vec<_>, Vec<_>) = entries(output)
        .into_iter()
        .partition(|entry| selected.contains(&entry.artifact.id.brochure));
    forgotten.iter().for_each(|entry| entry.delete(output));
    delete_state(output);
    if is_everything {
        // Those that can't be read too.
        delete_entries(output);
    }
    if left.is_empty() {
        lock.remove();
    }
}
