//! Tells whether a folder that a command wrote is still what it was, without reading files where that is certain.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::artifact::files::{FileTime, file_sha256, hexadecimal, modified};
use crate::cache::stamp::FileStamp;

/// All files of a folder as they were.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct FolderStamp {
    /// The digest of the paths, and of what the system tells of the files.
    digest: String,
    /// Files that had just been written, with the SHA-256 of what they hold: only reading them tells whether they are the same.
    doubtful: BTreeMap<String, String>,
}

impl FolderStamp {
    /// Looks at a folder; files of which the SHA-256 is `known` are not read.
    ///
    /// # Errors
    ///
    /// Fails if the folder can't be read, or nothing can be written beside it.
    pub(crate) fn new(folder: &Path, known: &BTreeMap<String, String>) -> io::Result<FolderStamp> {
        // The moment by the clock of the file system.
        let mark = tempfile::NamedTempFile::new_in(beside(folder))?;
        let now = modified(&mark.as_file().metadata()?);
        let (digest, young) = look(folder, now)?;
        let mut doubtful = BTreeMap::new();
        for path in young {
            let sum = match known.get(&path) {
                Some(sum) => sum.clone(),
                None => file_sha256(&folder.join(&path))?,
            };
            doubtful.insert(path, sum);
        }
        Ok(FolderStamp { digest, doubtful })
    }

    /// Whether the folder has the same files, and no others.
    pub(crate) fn is_current(&self, folder: &Path) -> bool {
        look(folder, FileTime::MAX).is_ok_and(|(digest, _)| digest == self.digest)
            && self.holds_the_same(folder)
    }

    /// Whether the files in doubt hold what they held. One that stands under several names is read once.
    fn holds_the_same(&self, folder: &Path) -> bool {
        let mut sums: HashMap<u64, &str> = HashMap::new();
        let mut files: Vec<(PathBuf, &str)> = Vec::new();
        for (path, sum) in &self.doubtful {
            let path = folder.join(path);
            let number = FileStamp::unread(&path).ok().and_then(|stamp| stamp.number());
            match number.and_then(|number| sums.insert(number, sum)) {
                Some(before) if before == sum => {}
                Some(_) => return false,
                None => files.push((path, sum)),
            }
        }
        files.par_iter().all(|(path, sum)| file_sha256(path).is_ok_and(|own| own == *sum))
    }
}

/// The folder around another one.
fn beside(folder: &Path) -> &Path {
    let around = folder.parent().filter(|around| !around.as_os_str().is_empty());
    around.unwrap_or(Path::new("."))
}

/// The digest of a folder, and the paths of the files that had just been written at a moment.
fn look(folder: &Path, now: FileTime) -> io::Result<(String, Vec<String>)> {
    let (mut paths, mut hash, mut young) = (Vec::new(), Sha256::new(), Vec::new());
    list(folder, "", &mut paths)?;
    paths.sort_unstable();
    for path in paths {
        let stamp = FileStamp::unread(&folder.join(&path))?;
        hash.update(format!("{path}\0{}\0", stamp.told()));
        if !stamp.is_settled(now) {
            young.push(path);
        }
    }
    Ok((hexadecimal(&hash.finalize()), young))
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
        // Of the same size, perhaps within the same tick of the clock.
        fs::write(folder.join("fr/a.html"), "two").unwrap();
        assert!(!stamp.is_current(&folder));
        let stamp = FolderStamp::new(&folder, &BTreeMap::new()).unwrap();
        assert!(stamp.is_current(&folder));
        fs::write(folder.join("b.html"), "").unwrap();
        assert!(!stamp.is_current(&folder));
        fs::remove_dir_all(&folder).unwrap();
        assert!(!stamp.is_current(&folder));
    }

    #[test]
    fn a_file_under_two_names_is_one() {
        let around = tempfile::tempdir().unwrap();
        let (folder, text) = (around.path().join("site"), "one");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("a.html"), text).unwrap();
        fs::hard_link(folder.join("a.html"), folder.join("b.html")).unwrap();
        let stamp = FolderStamp::new(&folder, &BTreeMap::new()).unwrap();
        assert!(stamp.is_current(&folder));
        fs::write(folder.join("b.html"), "two").unwrap();
        assert!(!stamp.is_current(&folder));
        // Not even one file can hold two texts.
        let sum = stamp.doubtful["a.html"].clone();
        let now = FolderStamp::new(&folder, &[("b.html".to_owned(), sum)].into()).unwrap();
        assert!(!now.is_current(&folder));
    }
}
