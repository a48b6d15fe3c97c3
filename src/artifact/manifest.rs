//! Keeps `manifest.json`: every PDF of a brochure with its checksum, its size, its state and the reasons for it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::artifact::{Artifact, files};

/// The manifest's file name.
pub(crate) const FILE: &str = "manifest.json";

/// All PDFs of a brochure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Manifest {
    /// The brochure's id.
    pub(crate) brochure: String,
    /// Its PDFs, by path.
    pub(crate) files: Vec<Artifact>,
}

/// What becomes of a manifest's entry that a run has not made again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    /// The run was not asked for it: it stays if its file does.
    Keep,
    /// The run was asked for it and could not make it: it goes, since its file no longer shows what the project says.
    Drop,
    /// The project no longer has it: its file goes too, if that is still what was made.
    Delete,
}

impl Manifest {
    /// Reads the manifest of a brochure's output folder; `None` if there is none that can be read.
    pub(crate) fn read(folder: &Path) -> Option<Manifest> {
        serde_json::from_slice(&fs::read(folder.join(FILE)).ok()?).ok()
    }

    /// Lists the folders of an output folder that have a manifest, by name.
    pub(crate) fn all(output: &Path) -> BTreeMap<String, Manifest> {
        let folders = fs::read_dir(output).into_iter().flatten().flatten();
        let names = folders.filter_map(|entry| entry.file_name().into_string().ok());
        names.filter_map(|name| Some((name.clone(), Manifest::read(&output.join(name))?))).collect()
    }

    /// Takes files out of a folder that the brochure no longer writes into: those of `is_made_again`, and the folder if
    /// nothing else is in it. Gives what was deleted, and whether anything is left.
    ///
    /// # Errors
    ///
    /// Fails if the manifest can't be written.
    pub(crate) fn retire(
        self,
        folder: &Path,
        is_made_again: impl Fn(&Artifact) -> bool,
    ) -> io::Result<(Vec<Artifact>, bool)> {
        let (mut deleted, mut kept) = (Vec::new(), Vec::new());
        for artifact in self.files {
            let Some(file) = &artifact.file else { continue };
            let target = folder.join(&file.path);
            if is_made_again(&artifact) && file.delete(folder) {
                deleted.push(artifact);
            } else if target.is_file() {
                kept.push(artifact);
                continue;
            }
            // That of the language, if it is empty.
            let _ = target.parent().map(fs::remove_dir);
        }
        if kept.is_empty() {
            fs::remove_file(folder.join(FILE))?;
            return Ok((deleted, fs::remove_dir(folder).is_err()));
        }
        Manifest { brochure: self.brochure, files: kept }.write(folder)?;
        Ok((deleted, true))
    }

    fn write(&self, folder: &Path) -> io::Result<()> {
        let mut text = serde_json::to_vec_pretty(self)?;
        text.push(b'\n');
        files::write(&folder.join(FILE), &text)
    }

    /// Puts new artifacts into the manifest of a brochure's output folder, in place of earlier ones of the same edition and
    /// profile. What becomes of the others is for `fate` to say. The caller holds the output lock.
    ///
    /// Gives the artifacts whose files it deleted because the project no longer has them.
    ///
    /// # Errors
    ///
    /// Fails if the manifest can't be written; then the old one stands.
    pub(crate) fn update(
        folder: &Path,
        brochure: &str,
        new: Vec<Artifact>,
        fate: impl Fn(&Artifact) -> Fate,
    ) -> io::Result<Vec<Artifact>> {
        let mut deleted = Vec::new();
        if new.is_empty() && !folder.is_dir() {
            return Ok(deleted);
        }
        fs::create_dir_all(folder)?;
        let key = |artifact: &Artifact| (artifact.id.clone(), artifact.profile);
        let mut artifacts: BTreeMap<_, _> =
            new.into_iter().map(|artifact| (key(&artifact), artifact)).collect();
        let files = artifacts.values().filter_map(|artifact| artifact.file.as_ref());
        let taken: BTreeSet<String> = files.map(|file| file.path.clone()).collect();
        let old = Manifest::read(folder).map(|manifest| manifest.files);
        for earlier in old.into_iter().flatten() {
            let Some(file) = &earlier.file else { continue };
            if let Some(later) = artifacts.get(&key(&earlier)) {
                // The draft of an edition that is approved now, or the other way round. Under another public name its path may
                // be that of another edition.
                let has_moved = later.file.as_ref().is_some_and(|later| later.path != file.path);
                if has_moved && !taken.contains(&file.path) && files::is_inside(&file.path) {
                    let _ = fs::remove_file(folder.join(&file.path));
                }
            } else if folder.join(&file.path).is_file() {
                match fate(&earlier) {
                    Fate::Keep => {
                        artifacts.insert(key(&earlier), earlier);
                    }
                    Fate::Delete if file.delete(folder) => deleted.push(earlier),
                    Fate::Delete | Fate::Drop => {}
                }
            }
        }
        let mut files: Vec<Artifact> = artifacts.into_values().collect();
        let path = |artifact: &Artifact| artifact.file.as_ref().map(|file| file.path.clone());
        files.sort_by_cached_key(path);
        let manifest = Manifest { brochure: brochure.to_owned(), files };
        manifest.write(folder)?;
        Ok(deleted)
    }
}
