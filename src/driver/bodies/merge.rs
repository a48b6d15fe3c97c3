//! Puts the parts of a run together that several machines have made.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::artifact::bodies::{BodyManifest, FILE, Shard};
use crate::artifact::files::{self, cannot_write, file_sha256};
use crate::artifact::lock::OutputLock;
use crate::diagnostic::{Diagnostic, count, list};

/// Puts the files of all parts of a run into one folder, as one run would have made them, and gives how many there are.
/// Files are given a second name where the file system allows it, and copied elsewhere; those that are alike are stored once.
///
/// # Errors
///
/// Fails if parts are missing, belong to different runs or have a file in common, if a file is not what was made, or if
/// nothing can be written.
pub(crate) fn merge(folders: &[PathBuf], target: &Path) -> Result<usize, Diagnostic> {
    let mut shards: BTreeMap<usize, (&PathBuf, BodyManifest)> = BTreeMap::new();
    let mut parts = None;
    for folder in folders {
        let path = folder.join(FILE);
        let manifest = BodyManifest::read(folder).ok_or_else(|| {
            Diagnostic::error(format!("`{}` is no manifest of bodies", path.display()))
                .hint("name the folders that `feuillet build --bodies … --shard I/N` has written")
        })?;
        let Some(Shard { index, count: of }) = manifest.shard else {
            return Err(Diagnostic::error(format!("`{}` is that of a whole run", path.display()))
                .hint("there is nothing to merge it with"));
        };
        if parts.is_some_and(|parts| parts != of) {
            return Err(Diagnostic::error(format!(
                "`{}` is a part of another run, of {}",
                path.display(),
                count(of, "part")
            ))
            .hint("name the folders of one run"));
        }
        parts = Some(of);
        if let Some((other, _)) = shards.insert(index, (folder, manifest)) {
            return Err(Diagnostic::error(format!(
                "`{}` and `{}` are both part {index}",
                other.display(),
                folder.display()
            ))
            .hint("name each part once"));
        }
    }
    let Some(parts) = parts else {
        return Err(Diagnostic::error("there is nothing to merge"));
    };
    let missing: Vec<String> = (0..parts)
        .filter(|index| !shards.contains_key(index))
        .map(|index| format!("{index}/{parts}"))
        .collect();
    if !missing.is_empty() {
        return Err(Diagnostic::error(format!(
            "{} is missing: {}",
            count(missing.len(), "part"),
            list(&missing)
        ))
        .hint("run `feuillet build --bodies … --shard I/N` for it, and merge again"));
    }
    let lock = OutputLock::acquire(target, || ()).map_err(|error| cannot_write(target, &error))?;
    let merged = put_together(shards.values(), target);
    if merged.is_err() {
        lock.mark_as_interrupted();
    }
    merged
}

fn put_together<'a>(
    shards: impl Iterator<Item = &'a (&'a PathBuf, BodyManifest)>,
    target: &Path,
) -> Result<usize, Diagnostic> {
    let mut whole = BodyManifest::default();
    // The first file with each checksum.
    let mut stored: BTreeMap<String, PathBuf> = BTreeMap::new();
    for (folder, manifest) in shards {
        for (path, artifact) in manifest.artifacts() {
            let Some(file) = &artifact.file else { continue };
            if whole.rows.contains_key(path) {
                return Err(Diagnostic::error(format!("two parts have the file `{path}`"))
                    .hint("they were made from different projects: make all parts again"));
            }
            let source = folder.join(path);
            if !files::is_inside(path) || file_sha256(&source).ok().as_ref() != Some(&file.sha256) {
                return Err(Diagnostic::error(format!(
                    "`{}` is not what was made",
                    source.display()
                ))
                .hint("copy it again, or make its part again"));
            }
            let to = target.join(path);
            let from = stored.entry(file.sha256.clone()).or_insert(source);
            files::link(from, &to).map_err(|error| cannot_write(&to, &error))?;
            whole.add(&artifact);
        }
    }
    whole.write(target).map_err(|error| cannot_write(&target.join(FILE), &error))?;
    Ok(whole.rows.len())
}
