//! Tells whether a folder that a command wrote is still what it was, without reading files where that is certain.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::artifact::files::modified;
use crate::cache::stamp::{FileStamp, Freshness};

/// All files of a folder as they were, by path with forward slashes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct FolderStamp(BTreeMap<String, FileStamp>);

impl FolderStamp {
    /// Looks at a folder; files of which the SHA-256 is `known` are not read.
    ///
    /// # Errors
    ///
    /// Fails if the folder can't be read, or nothing can be written beside it.
    pub(crate) fn new(folder: &Path, known: &BTreeMap<String, String>) -> io::Result<FolderStamp> {
        // The moment by the clock of the file system.
        let mark = tempfile::NamedTempFile::new_in(folder.parent().unwrap_or(Path::new(".")))?;
        let now = modified(&mark.as_file().metadata()?);
        let mut stamps = BTreeMap::new();
        let mut paths = Vec::new();
        list(folder, "", &mut paths)?;
        for path in paths {
            let file = folder.join(&path);
            let stamp = match known.get(&path) {
                Some(sum) => FileStamp::of_known(&file, sum.clone(), now)?,
                None => FileStamp::read(&file, now)?,
            };
            stamps.insert(path, stamp);
        }
        Ok(FolderStamp(stamps))
    }

    /// Whether the folder has the same files, and no others.
    pub(crate) fn is_current(&self, folder: &Path) -> bool {
        let mut paths = Vec::new();
        list(folder, "", &mut paths).is_ok()
            && paths.len() == self.0.len()
            && paths.iter().all(|path| {
                let check = |stamp: &FileStamp| stamp.check(&folder.join(path));
                self.0.get(path).is_some_and(|stamp| check(stamp) != Freshness::Different)
            })
    }
}

/// The paths of all files below a folder; links to folders are not followed.
fn list(folder: &Path, before: &str, found: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = format!("{before}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            list(&entry.path(), &format!("{path}/"), found)?;
        } else {
            found.push(path);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::fs;

    use super::FolderStamp;

    #[test]
    fn what_changes_comes_or_goes_is_noticed() {
        let around = tempfile::tempdir().unwrap();
        let folder = around.path().join("site");
        fs::create_dir_all(folder.join("fr")).unwrap();
        fs::write(folder.join("fr/a.html"), "one").unwrap();
        let stamp = FolderStamp::new(&folder, &BTreeMap::new()).unwrap();
        assert!(stamp.is_current(&folder));
        // Of the same size, within the same tick of the clock.
        fs::write(folder.join("fr/a.html"), "two").unwrap();
        assert!(!stamp.is_current(&folder));
        fs::write(folder.join("fr/a.html"), "one").unwrap();
        assert!(stamp.is_current(&folder));
        fs::write(folder.join("b.html"), "").unwrap();
        assert!(!stamp.is_current(&folder));
        fs::remove_dir_all(&folder).unwrap();
        assert!(!stamp.is_current(&folder));
    }
}
