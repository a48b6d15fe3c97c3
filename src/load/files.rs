//! Reads the files of a project: from the disk, or from memory laid over it.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// A source of a project's files. Paths are relative to the project, with forward slashes.
pub(crate) trait Files: Debug + Send + Sync {
    /// Reads a file.
    ///
    /// # Errors
    ///
    /// Fails if there is no such file, or if it can't be read.
    fn read(&self, path: &str) -> io::Result<Vec<u8>>;

    /// The names of what lies in a folder, in no order; none if there is no such folder.
    fn list(&self, folder: &str) -> Vec<String>;

    /// Whether there is such a file.
    fn exists(&self, path: &str) -> bool;
}

/// A folder on the disk.
#[derive(Debug, Clone)]
pub(crate) struct Disk {
    root: PathBuf,
}

impl Disk {
    /// Reads below `root`.
    #[must_use]
    pub(crate) fn new(root: &Path) -> Disk {
        Disk { root: root.to_owned() }
    }
}

impl Files for Disk {
    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        fs::read(self.root.join(path))
    }

    fn list(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.root.join(folder)).into_iter().flatten().flatten();
        entries.filter_map(|entry| entry.file_name().into_string().ok()).collect()
    }

    fn exists(&self, path: &str) -> bool {
        self.root.join(path).is_file()
    }
}

/// Files as they were when they were first read: however often a command asks, it sees the same, and knows at the end from
/// what it made its changes.
#[derive(Debug)]
pub(crate) struct Snapshot {
    beneath: Arc<dyn Files>,
    /// What was read; `None` where there was no file.
    read: Mutex<BTreeMap<String, Option<Vec<u8>>>>,
}

impl Snapshot {
    /// Has read nothing yet.
    #[must_use]
    pub(crate) fn of(beneath: Arc<dyn Files>) -> Snapshot {
        Snapshot { beneath, read: Mutex::default() }
    }

    fn kept(&self, path: &str) -> Option<Option<Vec<u8>>> {
        let read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        read.get(path).cloned()
    }
}

impl Files for Snapshot {
    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        let bytes = match self.kept(path) {
            Some(bytes) => bytes,
            None => {
                let bytes = match self.beneath.read(path) {
                    Ok(bytes) => Some(bytes),
                    Err(error) if error.kind() == io::ErrorKind::NotFound => None,
                    Err(error) => return Err(error),
                };
                let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
                read.entry(path.to_owned()).or_insert(bytes).clone()
            }
        };
        bytes.ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn list(&self, folder: &str) -> Vec<String> {
        self.beneath.list(folder)
    }

    fn exists(&self, path: &str) -> bool {
        self.kept(path).map_or_else(|| self.beneath.exists(path), |bytes| bytes.is_some())
    }
}

/// The files below a folder of a project, by path with forward slashes, and where they lie. A link is what it leads to; one
/// that leads back to a folder around it is not entered. Files whose names are not Unicode can't be named, and are left out.
pub(crate) fn files_below(root: &Path, folder: &str) -> Vec<(String, PathBuf)> {
    let mut found = Vec::new();
    collect(root, folder, &mut Vec::new(), &mut found);
    found
}

fn collect(
    root: &Path,
    folder: &str,
    around: &mut Vec<PathBuf>,
    found: &mut Vec<(String, PathBuf)>,
) {
    // The system may have another name for it: what counts is where it is.
    let Ok(here) = root.join(folder).canonicalize() else { return };
    if around.contains(&here) {
        return;
    }
    around.push(here);
    for entry in fs::read_dir(root.join(folder)).into_iter().flatten().flatten() {
        let Ok(name) = entry.file_name().into_string() else { continue };
        let path = format!("{folder}/{name}");
        let kind = entry.file_type().ok().filter(|kind| !kind.is_symlink());
        // A link that leads nowhere can't be read by anybody.
        let (is_file, is_folder) = match kind {
            Some(kind) => (kind.is_file(), kind.is_dir()),
            None => fs::metadata(entry.path())
                .map_or((false, false), |target| (target.is_file(), target.is_dir())),
        };
        if is_file {
            found.push((path, entry.path()));
        } else if is_folder {
            collect(root, &path, around, found);
        }
    }
    around.pop();
}

/// Files in memory, such as the unsaved texts of an editor, laid over another source or over nothing.
#[derive(Debug, Clone, Default)]
pub(crate) struct Memory {
    files: BTreeMap<String, Vec<u8>>,
    beneath: Option<Arc<dyn Files>>,
}

impl Memory {
    /// Lays files over another source.
    #[must_use]
    pub(crate) fn over(beneath: Arc<dyn Files>) -> Memory {
        Memory { files: BTreeMap::new(), beneath: Some(beneath) }
    }

    /// Adds or replaces a file.
    #[must_use]
    pub(crate) fn with(mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Memory {
        self.files.insert(path.into(), bytes.into());
        self
    }
}

impl Files for Memory {
    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        match (self.files.get(path), &self.beneath) {
            (Some(bytes), _) => Ok(bytes.clone()),
            (None, Some(beneath)) => beneath.read(path),
            (None, None) => Err(io::ErrorKind::NotFound.into()),
        }
    }

    fn list(&self, folder: &str) -> Vec<String> {
        let mut names =
            self.beneath.as_ref().map(|beneath| beneath.list(folder)).unwrap_or_default();
        let below =
            self.files.keys().filter_map(|path| path.strip_prefix(folder)?.strip_prefix('/'));
        names.extend(below.filter_map(|rest| rest.split('/').next()).map(str::to_owned));
        names.sort();
        names.dedup();
        names
    }

    fn exists(&self, path: &str) -> bool {
        self.files.contains_key(path)
            || self.beneath.as_ref().is_some_and(|beneath| beneath.exists(path))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Disk, Files as _, Memory, Snapshot};

    #[test]
    fn a_snapshot_stays_as_it_was_first_read() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("a"), "first").unwrap();
        let files = Snapshot::of(Arc::new(Disk::new(folder.path())));
        assert_eq!(files.read("a").unwrap(), b"first");
        assert!(files.read("b").is_err());
        std::fs::write(folder.path().join("a"), "second").unwrap();
        std::fs::write(folder.path().join("b"), "second").unwrap();
        std::fs::write(folder.path().join("c"), "second").unwrap();
        assert_eq!(files.read("a").unwrap(), b"first");
        assert!(files.read("b").is_err() && !files.exists("b"));
        assert_eq!(files.read("c").unwrap(), b"second");
        std::fs::remove_file(folder.path().join("a")).unwrap();
        assert!(files.exists("a"));
    }

    #[test]
    fn what_is_in_memory_lies_over_what_is_beneath() {
        let beneath = Memory::default().with("a/one", "old").with("a/b/two", "kept");
        let files = Memory::over(Arc::new(beneath)).with("a/one", "new").with("a/three", "added");
        assert_eq!(files.read("a/one").unwrap(), b"new");
        assert_eq!(files.read("a/b/two").unwrap(), b"kept");
        assert_eq!(files.list("a"), ["b", "one", "three"]);
        assert!(files.exists("a/three") && !files.exists("a/b"));
        assert!(files.read("a/four").is_err());
    }
}
