//! Writes a site whole or not at all: it is made beside the old one, and the two folders change places.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::artifact::files::{self, cannot_write, sha256};
use crate::diagnostic::Diagnostic;
use crate::publish::index::{INDEX, Index};

/// The file with the checksum of each file of the site, for mirrors and for the next run.
pub(super) const SUMS: &str = "SHA256SUMS";

/// The files of a site, by path.
pub(super) type Files = BTreeMap<String, Vec<u8>>;

/// The folder of a site, and what an earlier run left in it.
pub(super) struct SiteFolder {
    folder: PathBuf,
    /// What the earlier run wrote.
    pub(super) index: Index,
    /// The files that it wrote, with their checksums.
    sums: BTreeMap<String, String>,
    /// Files that somebody else added, by path.
    added: Vec<String>,
}

impl SiteFolder {
    /// Opens the folder of a site. What a killed run left is put in order first.
    ///
    /// # Errors
    ///
    /// Fails if something else stands there.
    pub(super) fn open(given: &Path) -> Result<SiteFolder, Diagnostic> {
        // A link to a folder stays a link.
        let folder = fs::canonicalize(given).unwrap_or_else(|_| given.to_owned());
        let mut site = SiteFolder {
            folder,
            index: Index::default(),
            sums: BTreeMap::new(),
            added: Vec::new(),
        };
        site.recover().map_err(|error| cannot_write(given, &error))?;
        let mut found = Vec::new();
        list(&site.folder, "", &mut found);
        if found.is_empty() && !site.folder.is_file() {
            return Ok(site);
        }
        let index = fs::read(site.folder.join(INDEX)).ok().and_then(|bytes| Index::read(&bytes));
        let sums = fs::read_to_string(site.folder.join(SUMS)).ok();
        let (Some(index), Some(sums)) = (index, sums) else {
            return Err(Diagnostic::error(format!("`{}` holds other files", given.display()))
                .hint("name a new folder, or one that `feuillet publish` wrote before"));
        };
        site.index = index;
        site.sums = read_sums(&sums);
        let is_added = |path: &String| path != SUMS && !site.sums.contains_key(path);
        site.added = found.into_iter().filter(is_added).collect();
        Ok(site)
    }

    /// The paths of the files of the earlier run.
    pub(super) fn paths(&self) -> impl Iterator<Item = &String> {
        self.sums.keys()
    }

    /// The bytes of a file of the earlier run, if they are still what it wrote.
    pub(super) fn bytes(&self, path: &str) -> Option<Vec<u8>> {
        let sum = self.sums.get(path)?;
        let bytes = fs::read(self.folder.join(path)).ok()?;
        (sha256(&bytes) == *sum).then_some(bytes)
    }

    /// Writes a site in the place of the old one; tells whether there was anything to write. What others added stays.
    ///
    /// # Errors
    ///
    /// Fails if it can't be written; then the old one is there as it was.
    pub(super) fn replace(&self, mut files: Files) -> Result<bool, Diagnostic> {
        let sums: BTreeMap<String, String> =
            files.iter().map(|(path, bytes)| (path.clone(), sha256(bytes))).collect();
        files.insert(SUMS.to_owned(), write_sums(&sums).into_bytes());
        let is_there = |(path, bytes): (&String, &Vec<u8>)| {
            fs::read(self.folder.join(path)).is_ok_and(|old| old == *bytes)
        };
        if sums.keys().eq(self.sums.keys()) && files.iter().all(is_there) {
            return Ok(false);
        }
        self.swap(&files).map_err(|error| cannot_write(&self.folder, &error))?;
        Ok(true)
    }

    fn swap(&self, files: &Files) -> io::Result<()> {
        let (fresh, old) = (self.beside("new"), self.beside("old"));
        remove(&fresh)?;
        fs::create_dir_all(&fresh)?;
        for (path, bytes) in files {
            files::write_file(&fresh.join(path), bytes)?;
        }
        for path in self.added.iter().filter(|path| !files.contains_key(*path)) {
            let target = fresh.join(path);
            target.parent().map(fs::create_dir_all).transpose()?;
            fs::copy(self.folder.join(path), target)?;
        }
        remove(&old)?;
        if self.folder.exists() {
            fs::rename(&self.folder, &old)?;
        }
        if let Err(error) = fs::rename(&fresh, &self.folder) {
            // Without the new one, the old one is better than none.
            let _ = fs::rename(&old, &self.folder);
            return Err(error);
        }
        remove(&old)
    }

    /// Puts in order what a killed run left: between the two renames there is no site, but the old one lies beside.
    fn recover(&self) -> io::Result<()> {
        let (fresh, old) = (self.beside("new"), self.beside("old"));
        if old.is_dir() && !self.folder.exists() {
            fs::rename(&old, &self.folder)?;
        }
        remove(&fresh)?;
        remove(&old)
    }

    /// A hidden folder beside that of the site.
    fn beside(&self, what: &str) -> PathBuf {
        let name = self.folder.file_name().unwrap_or_default().to_string_lossy();
        self.folder.with_file_name(format!(".{name}.feuillet-{what}"))
    }
}

fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// All files below a folder, by path with forward slashes.
fn list(folder: &Path, before: &str, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = format!("{before}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            list(&entry.path(), &format!("{path}/"), found);
        } else {
            found.push(path);
        }
    }
}

/// The file of checksums, as `sha256sum --check` reads it.
fn write_sums(sums: &BTreeMap<String, String>) -> String {
    let mut out = String::new();
    for (path, sum) in sums {
        let _ = writeln!(out, "{sum}  {path}");
    }
    out
}

fn read_sums(text: &str) -> BTreeMap<String, String> {
    let lines = text.lines().filter_map(|line| line.split_once("  "));
    lines
        .filter(|(_, path)| files::is_inside(path))
        .map(|(sum, path)| (path.to_owned(), sum.to_owned()))
        .collect()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{Files, SiteFolder};
    use crate::publish::index::{FORMAT, INDEX, Index};

    fn site(text: &str) -> Files {
        let index = Index { format: FORMAT, ..Index::default() }.text();
        [(INDEX, index.as_str()), ("fr/a.html", text)]
            .map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()))
            .into()
    }

    #[test]
    fn a_killed_run_leaves_a_whole_site() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("site");
        assert!(SiteFolder::open(&target).unwrap().replace(site("one")).unwrap());
        let page = || fs::read_to_string(target.join("fr/a.html")).unwrap();
        // Killed while it wrote the new one.
        let (fresh, old) = (".site.feuillet-new", ".site.feuillet-old");
        fs::create_dir_all(folder.path().join(fresh).join("fr")).unwrap();
        fs::write(folder.path().join(fresh).join("fr/a.html"), "half").unwrap();
        let opened = SiteFolder::open(&target).unwrap();
        assert_eq!(page(), "one");
        assert!(!folder.path().join(fresh).exists());
        assert!(!opened.replace(site("one")).unwrap(), "nothing is new");
        // Killed between the two renames.
        fs::rename(&target, folder.path().join(old)).unwrap();
        fs::create_dir(folder.path().join(fresh)).unwrap();
        SiteFolder::open(&target).unwrap();
        assert_eq!(page(), "one");
        // Killed before the old one was deleted.
        fs::create_dir(folder.path().join(old)).unwrap();
        assert!(SiteFolder::open(&target).unwrap().replace(site("two")).unwrap());
        assert_eq!(page(), "two");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn what_others_added_stays_and_other_folders_are_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("site");
        fs::create_dir(&target).unwrap();
        fs::write(target.join("letter.txt"), "mine").unwrap();
        let fault = SiteFolder::open(&target).err().unwrap();
        assert!(fault.message.ends_with("holds other files"), "{}", fault.message);
        fs::remove_file(target.join("letter.txt")).unwrap();
        SiteFolder::open(&target).unwrap().replace(site("one")).unwrap();
        fs::write(target.join("CNAME"), "info.example").unwrap();
        SiteFolder::open(&target).unwrap().replace(site("two")).unwrap();
        assert_eq!(fs::read_to_string(target.join("CNAME")).unwrap(), "info.example");
        assert_eq!(fs::read_to_string(target.join("fr/a.html")).unwrap(), "two");
        // A file that somebody changed is not taken over.
        let opened = SiteFolder::open(&target).unwrap();
        assert!(opened.bytes("fr/a.html").is_some());
        fs::write(target.join("fr/a.html"), "other").unwrap();
        assert!(SiteFolder::open(&target).unwrap().bytes("fr/a.html").is_none());
    }
}
