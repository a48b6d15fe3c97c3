//! An output folder in; without what `build` made there out.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::Path;

use crate::build::cache::Cache;
use crate::build::cache::seen::digest;
use crate::build::files::{cannot_write, is_inside};
use crate::build::manifest::{FILE, Manifest};
use crate::build::plan::not_known;
use crate::build::turn::{FOLDER, Turn};
use crate::diagnostic::Diagnostic;
use crate::load::Project;

/// What was done, by paths below the output folder.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Cleaned {
    /// Files that were deleted.
    pub deleted: Vec<String>,
    /// Files that stand where `build` made one, but hold something else.
    pub kept: Vec<String>,
}

/// The lock that earlier versions left beside the manifest.
const OLD_LOCK: &str = ".lock";

/// Deletes the PDFs that `build` made of some brochures, or of all, with their manifests, what is remembered of them,
/// unfinished files of killed runs, and the folders that are empty then. A file that is not as it was made stays, and so
/// do all others.
///
/// # Errors
///
/// Fails if there is neither a brochure of such a name nor anything made of one, or if nothing can be deleted.
pub fn clean(
    project: &Project,
    brochures: &[String],
    output: &Path,
) -> Result<Cleaned, Diagnostic> {
    let made = made_in(output);
    let known: Vec<String> = project.brochures().into_iter().chain(made.clone()).collect();
    if let Some(unknown) = brochures.iter().find(|id| !known.contains(id)) {
        return Err(not_known("brochure", unknown, &known));
    }
    if made.is_empty() && !output.join(FOLDER).is_dir() {
        return Ok(Cleaned::default());
    }
    remove(output, brochures).map_err(|error| cannot_write(output, &error))
}

/// The brochures of which something was made.
fn made_in(output: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(output).into_iter().flatten().flatten();
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    let mut ids: BTreeSet<String> = names.filter(|id| manifest(output, id).is_some()).collect();
    ids.extend(Cache::read(output).outputs.keys().filter_map(|path| brochure(path)));
    ids
}

/// The manifest of a brochure.
fn manifest(output: &Path, id: &str) -> Option<Manifest> {
    Manifest::read(&output.join(id)).filter(|manifest| manifest.brochure == id)
}

/// The brochure to which a path below the output folder belongs.
fn brochure(path: &str) -> Option<String> {
    Some(path.split_once('/')?.0.to_owned())
}

fn remove(output: &Path, brochures: &[String]) -> io::Result<Cleaned> {
    let turn = Turn::take(output, || ())?;
    let mut cache = Cache::read(output);
    let is_chosen = |id: &String| brochures.is_empty() || brochures.contains(id);
    // Each file with what it may hold if it is ours.
    let mut files: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (path, seen) in &cache.outputs {
        if brochure(path).is_some_and(|id| is_chosen(&id)) {
            files.entry(path.clone()).or_default().push(seen.sha256.clone());
        }
    }
    for id in made_in(output).into_iter().filter(is_chosen) {
        for entry in manifest(output, &id).into_iter().flat_map(|manifest| manifest.files) {
            files.entry(format!("{id}/{}", entry.path)).or_default().push(entry.sha256);
        }
        let path = format!("{id}/{FILE}");
        if manifest(output, &id).is_some() {
            // Whatever it holds, it is a manifest.
            files.entry(path.clone()).or_default().extend(digest(&output.join(&path)).ok());
        }
    }
    let mut cleaned = Cleaned::default();
    let mut folders: BTreeSet<&Path> = BTreeSet::new();
    for (path, sums) in &files {
        let target = output.join(path);
        let Some(sum) = digest(&target).ok().filter(|_| is_inside(path)) else { continue };
        if sums.contains(&sum) {
            fs::remove_file(&target)?;
            cleaned.deleted.push(path.clone());
        } else {
            cleaned.kept.push(path.clone());
        }
        folders.extend(Path::new(path).ancestors().skip(1));
    }
    for path in turn.sweep() {
        let path = path.strip_prefix(output).unwrap_or(&path).to_string_lossy().into_owned();
        cleaned.deleted.push(path);
    }
    for path in files.keys().filter(|path| is_inside(path)) {
        // Most have none.
        let _ = brochure(path).map(|id| fs::remove_file(output.join(id).join(OLD_LOCK)));
    }
    // The inner ones first. Those that hold anything stay.
    for folder in folders.iter().rev().filter(|folder| !folder.as_os_str().is_empty()) {
        let _ = fs::remove_dir(output.join(folder));
    }
    cache.outputs.retain(|path, _| brochure(path).is_some_and(|id| !is_chosen(&id)));
    cache.records.retain(|slot, _| brochure(slot).is_some_and(|id| !is_chosen(&id)));
    cache.remembered.clear();
    if cache.outputs.is_empty() {
        Cache::delete(output);
        turn.remove();
    } else {
        cache.write(output)?;
    }
    Ok(cleaned)
}
