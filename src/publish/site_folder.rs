//! Writes a site whole or not at all: it is made beside the old one, and the two folders change places.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::artifact::files::{self, cannot_write, file_sha256};
use crate::diagnostic::Diagnostic;
use crate::publish::address;
use crate::publish::index::{INDEX, Index};
use crate::publish::site_file::{Files, SiteFile};
use crate::publish::swap;

/// The file with the checksum of each file of the site, for mirrors and for the next run.
pub(super) const SUMS: &str = "SHA256SUMS";

/// The folder of a site, and what an earlier run left in it.
pub(super) struct SiteFolder {
    folder: PathBuf,
    /// The files that the earlier run wrote, with their checksums.
    sums: BTreeMap<String, String>,
    /// Files that somebody else added, by path.
    added: Vec<String>,
    /// The checksums of files that were read, by number in the file system: names of one file are read once.
    read: Mutex<HashMap<FileNumber, String>>,
}

/// The number of a file in its file system, and that of the file system.
type FileNumber = (u64, u64);

/// What an earlier run left of the site of a body, or of the site of the brochures itself.
pub(super) struct EarlierSite<'a> {
    site: &'a SiteFolder,
    /// What its paths begin with in the folder: nothing, or the address of the body with a slash.
    prefix: String,
    /// What it had.
    pub(super) index: Index,
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
        let mut site =
            SiteFolder { folder, sums: BTreeMap::new(), added: Vec::new(), read: Mutex::default() };
        site.recover().map_err(|error| cannot_write(given, &error))?;
        let mut found = Vec::new();
        list(&site.folder, "", &mut found);
        if found.is_empty() && !site.folder.is_file() {
            return Ok(site);
        }
        let sums = fs::read_to_string(site.folder.join(SUMS)).ok();
        let (Some(_), Some(sums)) = (site.index(""), sums) else {
            return Err(Diagnostic::error(format!("`{}` holds other files", given.display()))
                .hint("name a new folder, or one that `feuillet publish` wrote before"));
        };
        site.sums = read_sums(&sums);
        let is_added = |path: &String| path != SUMS && !site.sums.contains_key(path);
        site.added = found.into_iter().filter(is_added).collect();
        Ok(site)
    }

    /// What an earlier run left below a prefix: nothing, or an address with a slash.
    pub(super) fn earlier(&self, prefix: &str) -> EarlierSite<'_> {
        let index = self.index(prefix).unwrap_or_default();
        EarlierSite { site: self, prefix: prefix.to_owned(), index }
    }

    fn index(&self, prefix: &str) -> Option<Index> {
        let bytes = fs::read(self.folder.join(format!("{prefix}{INDEX}"))).ok()?;
        Index::read(&bytes)
    }

    /// The addresses of the bodies whose sites an earlier run wrote.
    pub(super) fn addresses(&self) -> BTreeSet<String> {
        self.sums.keys().filter_map(|path| address::of_path(path)).map(str::to_owned).collect()
    }

    /// A file of the earlier run, if it is still what it wrote.
    fn file(&self, path: &str) -> Option<SiteFile> {
        let sum = self.sums.get(path)?;
        let target = self.folder.join(path);
        let size = usize::try_from(fs::metadata(&target).ok()?.len()).ok()?;
        (self.sum_of(&target)? == *sum).then(|| SiteFile::on_disk(target, sum, size))
    }

    /// The checksum of a file as it is now; names of one file are read once in a run. `None` if it can't be read.
    pub(super) fn sum_of(&self, path: &Path) -> Option<String> {
        let number = number(&fs::metadata(path).ok()?);
        let known = number.and_then(|number| self.known().get(&number).cloned());
        if known.is_some() {
            return known;
        }
        let sum = file_sha256(path).ok()?;
        self.known().extend(number.map(|number| (number, sum.clone())));
        Some(sum)
    }

    fn known(&self) -> MutexGuard<'_, HashMap<FileNumber, String>> {
        self.read.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Begins a new site beside the old one.
    ///
    /// # Errors
    ///
    /// Fails if nothing can be written there.
    pub(super) fn begin(&self) -> Result<FreshSite<'_>, Diagnostic> {
        let folder = self.beside("new");
        let begun = swap::remove(&folder).and_then(|()| fs::create_dir_all(&folder));
        begun.map_err(|error| cannot_write(&self.folder, &error))?;
        Ok(FreshSite { site: self, folder, written: Mutex::default() })
    }

    /// Puts in order what a killed run left: where names can't be exchanged, the old site may lie beside, and none in its place.
    fn recover(&self) -> io::Result<()> {
        let (fresh, old) = (self.beside("new"), self.beside("old"));
        if old.is_dir() && !self.folder.exists() {
            fs::rename(&old, &self.folder)?;
        }
        swap::remove(&fresh)?;
        swap::remove(&old)
    }

    /// A hidden folder beside that of the site.
    fn beside(&self, what: &str) -> PathBuf {
        let name = self.folder.file_name().unwrap_or_default().to_string_lossy();
        self.folder.with_file_name(format!(".{name}.feuillet-{what}"))
    }
}

impl EarlierSite<'_> {
    /// A file below the prefix, if it is still what the earlier run wrote.
    pub(super) fn file(&self, path: &str) -> Option<SiteFile> {
        self.site.file(&format!("{}{path}", self.prefix))
    }

    /// A file below the prefix that is to have a checksum, if it is still what the earlier run wrote.
    pub(super) fn file_with(&self, path: &str, sha256: &str) -> Option<SiteFile> {
        let own = self.site.sums.get(&format!("{}{path}", self.prefix))?;
        if own == sha256 { self.file(path) } else { None }
    }

    /// The paths of the files below the prefix.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        let all = self.site.sums.range(self.prefix.clone()..);
        all.map_while(|(path, _)| path.strip_prefix(&self.prefix))
    }
}

/// A site that is being made beside the old one. Several threads may add files.
pub(super) struct FreshSite<'a> {
    site: &'a SiteFolder,
    folder: PathBuf,
    written: Mutex<Written>,
}

/// What a new site has so far.
#[derive(Default)]
struct Written {
    sums: BTreeMap<String, String>,
    /// The first file with each checksum: the others are further names of it.
    first: HashMap<String, PathBuf>,
    folders: BTreeSet<PathBuf>,
    /// How many files are those of the old site.
    kept: usize,
    bytes: usize,
}

/// What became of a site.
pub(super) struct Finished {
    /// The checksums of its files, by path.
    pub(super) sums: BTreeMap<String, String>,
    /// How large they are together, in bytes; those that are alike are counted once.
    pub(super) bytes: usize,
    /// Whether anything in it is new.
    pub(super) is_new: bool,
}

impl FreshSite<'_> {
    /// Adds files below a prefix. Files that are alike are stored once, under several names, where the file system allows it.
    ///
    /// # Errors
    ///
    /// Fails if they can't be written.
    pub(super) fn add(&self, prefix: &str, files: &Files) -> Result<(), Diagnostic> {
        let added = files
            .iter()
            .try_for_each(|(path, file)| self.add_file(&format!("{prefix}{path}"), file));
        added.map_err(|error| cannot_write(&self.site.folder, &error))
    }

    fn add_file(&self, path: &str, file: &SiteFile) -> io::Result<()> {
        let target = self.folder.join(path);
        self.make_folder_of(&target)?;
        let sum = file.sha256();
        let old = self.site.sums.get(path).filter(|old| *old == sum);
        let old = old.and_then(|_| self.site.file(path)).map(|_| self.site.folder.join(path));
        let first = old.clone().or_else(|| self.written().first.get(sum).cloned());
        if first.is_none_or(|first| fs::hard_link(first, &target).is_err()) {
            file.write(&target)?;
        }
        let first = self.written().first.entry(sum.to_owned()).or_insert(target.clone()).clone();
        if first != target && !is_one_file(&first, &target) {
            // Another thread wrote the same meanwhile, or the old site has it twice.
            let spare = target.with_extension("feuillet-spare");
            if fs::hard_link(&first, &spare).is_ok() {
                fs::rename(&spare, &target)?;
            }
        }
        let mut written = self.written();
        written.kept += usize::from(old.is_some());
        if first == target {
            written.bytes += file.size();
        }
        written.sums.insert(path.to_owned(), sum.to_owned());
        Ok(())
    }

    fn make_folder_of(&self, target: &Path) -> io::Result<()> {
        let Some(folder) = target.parent() else { return Ok(()) };
        if self.written().folders.contains(folder) {
            return Ok(());
        }
        fs::create_dir_all(folder)?;
        self.written().folders.insert(folder.to_owned());
        Ok(())
    }

    fn written(&self) -> MutexGuard<'_, Written> {
        self.written.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lets the new site take the place of the old one, unless nothing is new. What others added stays.
    ///
    /// # Errors
    ///
    /// Fails if it can't be written; then the old one is there as it was.
    pub(super) fn finish(self) -> Result<Finished, Diagnostic> {
        let (sums, bytes, is_new) = {
            let written = self.written();
            let is_new = written.sums != self.site.sums || written.kept < written.sums.len();
            (written.sums.clone(), written.bytes, is_new)
        };
        if is_new {
            self.take_place().map_err(|error| cannot_write(&self.site.folder, &error))?;
        }
        Ok(Finished { sums, bytes, is_new })
    }

    fn take_place(&self) -> io::Result<()> {
        let sums = write_sums(&self.written().sums);
        fs::write(self.folder.join(SUMS), sums)?;
        for path in &self.site.added {
            let target = self.folder.join(path);
            if !target.exists() {
                target.parent().map(fs::create_dir_all).transpose()?;
                fs::copy(self.site.folder.join(path), target)?;
            }
        }
        swap::replace(&self.folder, &self.site.folder, &self.site.beside("old"))
    }
}

impl Drop for FreshSite<'_> {
    /// What did not take its place is of no use.
    fn drop(&mut self) {
        let _ = swap::remove(&self.folder);
    }
}

#[cfg(unix)]
fn number(found: &fs::Metadata) -> Option<FileNumber> {
    use std::os::unix::fs::MetadataExt as _;
    Some((found.dev(), found.ino()))
}

#[cfg(not(unix))]
fn number(_: &fs::Metadata) -> Option<FileNumber> {
    None
}

/// Whether two names are of one file.
fn is_one_file(one: &Path, other: &Path) -> bool {
    let number = |path: &Path| fs::metadata(path).ok().as_ref().and_then(number);
    number(one).is_some_and(|own| Some(own) == number(other))
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
pub(super) fn write_sums(sums: &BTreeMap<String, String>) -> String {
    let mut out = String::new();
    for (path, sum) in sums {
        let _ = writeln!(out, "{sum}  {path}");
    }
    out
}

/// Reads such a file; paths that lead elsewhere are left out.
pub(super) fn read_sums(text: &str) -> BTreeMap<String, String> {
    let lines = text.lines().filter_map(|line| line.split_once("  "));
    lines
        .filter(|(_, path)| files::is_inside(path))
        .map(|(sum, path)| (path.to_owned(), sum.to_owned()))
        .collect()
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::{SiteFolder, is_one_file};
    use crate::publish::index::{FORMAT, INDEX, Index};
    use crate::publish::site_file::{Files, SiteFile};

    fn site(text: &str) -> Files {
        let index = Index { format: FORMAT, ..Index::default() }.text();
        [(INDEX, index.as_str()), ("fr/a.html", text)]
            .map(|(path, text)| (path.to_owned(), SiteFile::made(text.as_bytes().to_vec())))
            .into()
    }

    /// Writes a site, and tells whether anything was new.
    fn write(target: &Path, files: &Files) -> bool {
        let site = SiteFolder::open(target).unwrap();
        let fresh = site.begin().unwrap();
        fresh.add("", files).unwrap();
        fresh.finish().unwrap().is_new
    }

    #[test]
    fn a_killed_run_leaves_a_whole_site() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("site");
        assert!(write(&target, &site("one")));
        let page = || fs::read_to_string(target.join("fr/a.html")).unwrap();
        // Killed while it wrote the new one.
        let (fresh, old) = (".site.feuillet-new", ".site.feuillet-old");
        fs::create_dir_all(folder.path().join(fresh).join("fr")).unwrap();
        fs::write(folder.path().join(fresh).join("fr/a.html"), "half").unwrap();
        SiteFolder::open(&target).unwrap();
        assert_eq!(page(), "one");
        assert!(!folder.path().join(fresh).exists());
        assert!(!write(&target, &site("one")), "nothing is new");
        // Killed between the two renames, where names can't be exchanged.
        fs::rename(&target, folder.path().join(old)).unwrap();
        fs::create_dir(folder.path().join(fresh)).unwrap();
        SiteFolder::open(&target).unwrap();
        assert_eq!(page(), "one");
        // Killed before the old one was deleted.
        fs::create_dir(folder.path().join(old)).unwrap();
        assert!(write(&target, &site("two")));
        assert_eq!(page(), "two");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn files_that_are_alike_are_stored_once() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("site");
        let mut files = site("one");
        files.insert("v1/a.html".to_owned(), SiteFile::made(b"one".to_vec()));
        let open = SiteFolder::open(&target).unwrap();
        let fresh = open.begin().unwrap();
        fresh.add("", &files).unwrap();
        let finished = fresh.finish().unwrap();
        let of = |path: &str| target.join(path);
        assert!(is_one_file(&of("fr/a.html"), &of("v1/a.html")));
        let index = fs::metadata(of(INDEX)).unwrap().len() as usize;
        assert_eq!((finished.sums.len(), finished.bytes), (3, index + 3));
        // What stays is the same file after the next run too.
        files.insert("b/0/a.html".to_owned(), SiteFile::made(b"one".to_vec()));
        assert!(write(&target, &files));
        assert!(is_one_file(&of("fr/a.html"), &of("b/0/a.html")));
        assert!(!write(&target, &files));
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
        write(&target, &site("one"));
        fs::write(target.join("CNAME"), "info.example").unwrap();
        write(&target, &site("two"));
        assert_eq!(fs::read_to_string(target.join("CNAME")).unwrap(), "info.example");
        assert_eq!(fs::read_to_string(target.join("fr/a.html")).unwrap(), "two");
        // A file that somebody changed is not taken over.
        let opened = SiteFolder::open(&target).unwrap();
        assert!(opened.earlier("").file("fr/a.html").is_some());
        fs::write(target.join("fr/a.html"), "other").unwrap();
        assert!(SiteFolder::open(&target).unwrap().earlier("").file("fr/a.html").is_none());
        assert!(write(&target, &site("two")), "it is put right");
        assert_eq!(fs::read_to_string(target.join("fr/a.html")).unwrap(), "two");
    }
}
