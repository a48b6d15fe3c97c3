//! Keeps what is known of each PDF in a file of its own, and what is known of runs in another.
//!
//! Files begin with a line that holds the SHA-256 of the rest: one that is damaged counts as none.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::artifact::files::{sha256, write};
use crate::artifact::{Artifact, STATE_FOLDER};
use crate::cache::stamp::{FileStamp, Freshness};
use crate::diagnostic::{Diagnostic, Location};
use crate::load::{EditionId, Profile};

/// The folder of entries, in the state folder.
const ENTRIES: &str = "artifacts";

/// The file of what is known of runs, in the state folder.
const STATE: &str = "runs.json";

/// A PDF that was made without an error.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Entry {
    /// The hash of all that makes its bytes.
    pub(super) key: String,
    /// Its file, as it was written.
    pub(super) stamp: FileStamp,
    /// What was made.
    pub(crate) artifact: Artifact,
    /// What was reported of it beside the findings of layout checks.
    pub(super) diagnostics: Vec<Diagnostic<Location>>,
    /// The SHA-256 of the project's files into which those point.
    pub(super) sources: BTreeMap<String, String>,
}

/// Where the entry of a PDF is kept.
fn entry_path(output: &Path, id: &EditionId, profile: Profile) -> PathBuf {
    let overlay = id.overlay.as_ref().map_or(String::new(), |overlay| format!("@{overlay}"));
    let name = format!("{}-{}{overlay}.json", id.languages_key(), profile.as_str());
    // The folder may be copied along with the PDFs beside it: no name in it tells what they are about.
    let brochure = &sha256(id.brochure.as_bytes())[..16];
    output.join(STATE_FOLDER).join(ENTRIES).join(brochure).join(&id.edition).join(name)
}

impl Entry {
    /// Reads the entry of a PDF; `None` if there is none, or none of this version of the program.
    pub(super) fn read(output: &Path, id: &EditionId, profile: Profile) -> Option<Entry> {
        read_checked(&entry_path(output, id, profile))
    }

    /// Writes the entry.
    ///
    /// # Errors
    ///
    /// Fails if it can't be written; then the old one stands.
    pub(super) fn write(&self, output: &Path) -> io::Result<()> {
        write_checked(&entry_path(output, &self.artifact.id, self.artifact.profile), self)
    }

    /// Whether its file is still what was written.
    pub(crate) fn is_current(&self, output: &Path) -> bool {
        let path = self.artifact.output_path();
        path.is_some_and(|path| self.stamp.check(&output.join(path)) != Freshness::Different)
    }

    /// Deletes the entry, and folders that are empty then.
    pub(crate) fn delete(&self, output: &Path) {
        delete(output, &self.artifact.id, self.artifact.profile);
    }
}

/// Deletes the entry of a PDF, if there is one, and folders that are empty then.
pub(super) fn delete(output: &Path, id: &EditionId, profile: Profile) {
    let path = entry_path(output, id, profile);
    let _ = fs::remove_file(&path);
    // Folders that are not empty stay.
    for folder in path.ancestors().skip(1).take(3) {
        let _ = fs::remove_dir(folder);
    }
}

/// All entries of an output folder, by brochure, edition, languages and profile.
pub(crate) fn entries(output: &Path) -> Vec<Entry> {
    let inner = |folder: PathBuf| {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
        paths.sort();
        paths
    };
    let brochures = inner(output.join(STATE_FOLDER).join(ENTRIES)).into_iter();
    let files = brochures.flat_map(inner).flat_map(inner);
    files.filter_map(|path| read_checked(&path)).collect()
}

/// Deletes all entries of an output folder, also those that can't be read.
pub(crate) fn delete_entries(output: &Path) {
    let folder = output.join(STATE_FOLDER).join(ENTRIES);
    // There may be none, or a file in its place.
    let _ = fs::remove_dir_all(&folder).or_else(|_| fs::remove_file(&folder));
}

/// Reads what is known of runs.
pub(super) fn read_state<T: DeserializeOwned>(output: &Path) -> Option<T> {
    read_checked(&output.join(STATE_FOLDER).join(STATE))
}

/// Writes what is known of runs.
///
/// # Errors
///
/// Fails if it can't be written; then the old file stands.
pub(super) fn write_state(output: &Path, state: &impl Serialize) -> io::Result<()> {
    write_checked(&output.join(STATE_FOLDER).join(STATE), state)
}

/// The file in which earlier versions of the program kept everything.
const OLD_STATE: &str = "cache.json";

/// Deletes what is known of runs.
pub(crate) fn delete_state(output: &Path) {
    for file in [STATE, OLD_STATE] {
        let _ = fs::remove_file(output.join(STATE_FOLDER).join(file));
    }
}

fn read_checked<T: DeserializeOwned>(path: &Path) -> Option<T> {
    let text = String::from_utf8(fs::read(path).ok()?).ok()?;
    let (sum, content) = text.split_once('\n')?;
    let is_whole = sum == sha256(content.as_bytes());
    is_whole.then(|| serde_json::from_str(content).ok()).flatten()
}

fn write_checked(path: &Path, value: &impl Serialize) -> io::Result<()> {
    let content = serde_json::to_string(value)?;
    write(path, format!("{}\n{content}", sha256(content.as_bytes())).as_bytes())
}
