//! Writes a site whole or not at all: it is made beside the old one, and the two folders change places.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::artifact::files::{self, cannot_write, file_sha256};
use crate::diagnostic::{Diagnostic, count};
use crate::publish::address;
use crate::publish::found::{Fault, Found};
use crate::publish::index::{INDEX, Index};
use crate::publish::site_file::{Files, SiteFile};
use crate::publish::site_lock::{OLD, SiteLock, beside, new_folder, recover};
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
    /// Links that somebody else added, by path.
    links: Vec<String>,
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
    /// Looks whether a site can be written into a folder, and changes nothing: another run may write there. Gives whether there is one.
    ///
    /// # Errors
    ///
    /// Fails if something else stands there.
    pub(super) fn check(given: &Path) -> Result<bool, Diagnostic> {
        SiteFolder::read(given).map(|site| site.is_there())
    }

    /// Opens the folder of a site that is locked for this run. What a killed run left is put in order first.
    ///
    /// # Errors
    ///
    /// Fails if something else stands there.
    pub(super) fn open(given: &Path, _lock: &SiteLock) -> Result<SiteFolder, Diagnostic> {
        recover(&resolved(given)).map_err(|error| cannot_write(given, &error))?;
        SiteFolder::read(given)
    }

    fn read(given: &Path) -> Result<SiteFolder, Diagnostic> {
        let folder = resolved(given);
        let (sums, added, links) = (BTreeMap::new(), Vec::new(), Vec::new());
        let mut site = SiteFolder { folder, sums, added, links, read: Mutex::default() };
        // What is not ours is not looked through: it may be a whole disk.
        let sums = fs::read_to_string(site.folder.join(SUMS)).ok();
        let (Some(_), Some(sums)) = (site.index(""), sums) else {
            let is_empty = fs::read_dir(&site.folder).map(|mut found| found.next().is_none());
            if is_empty.unwrap_or_else(|error| error.kind() == io::ErrorKind::NotFound) {
                return Ok(site);
            }
            return Err(Diagnostic::error(format!("`{}` holds other files", given.display()))
                .hint("name a new folder, or one that `feuillet publish` wrote before"));
        };
        site.sums = read_sums(&sums);
        let mut found = Found::default();
        found.look(&site.folder, "").map_err(|fault| fault.told(given))?;
        let is_added = |path: &String| path != SUMS && !site.sums.contains_key(path);
        site.added = found.files.into_iter().filter(is_added).collect();
        site.links = found.links;
        Ok(site)
    }

    /// Whether an earlier run wrote a site there.
    pub(super) fn is_there(&self) -> bool {
        !self.sums.is_empty()
    }

    /// Says which links somebody put into the site: they are not taken over, and what they lead to is not copied.
    pub(super) fn links_told(&self) -> Option<Diagnostic> {
        let first = self.links.first()?;
        let more = match self.links.len() {
            1 => String::new(),
            number => format!(" and {} more", count(number - 1, "link")),
        };
        let message = format!("`{first}`{more} in the site: a link is not taken over");
        Some(Diagnostic::warning(message).hint("put files there, or lead to them in the server"))
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
        let found = fs::symlink_metadata(&target).ok()?;
        let size = usize::try_from(found.len()).ok().filter(|_| found.is_file())?;
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
        let begun = self.folder.parent().map(fs::create_dir_all).transpose();
        let begun = begun.and_then(|_| new_folder(&self.folder));
        let folder = begun.map_err(|error| cannot_write(&self.folder, &error))?;
        Ok(FreshSite { site: self, folder, written: Mutex::default() })
    }
}

/// The folder that is meant: a link to one stays a link.
fn resolved(given: &Path) -> PathBuf {
    fs::canonicalize(given)
        .or_else(|_| std::path::absolute(given))
        .unwrap_or_else(|_| given.to_owned())
}

impl EarlierSite<'_> {
    /// Whether the earlier run wrote it.
    pub(super) fn is_there(&self) -> bool {
        self.site.sums.contains_key(&format!("{}{INDEX}", self.prefix))
    }

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
        self.check_whole()?;
        for path in &self.site.added {
            let target = self.folder.join(path);
            if !target.exists() {
                target.parent().map(fs::create_dir_all).transpose()?;
                fs::copy(self.site.folder.join(path), target)?;
            }
        }
        swap::replace(&self.folder, &self.site.folder, &beside(&self.site.folder, OLD))
    }

    /// Makes sure that every file is there that was written, and no other.
    fn check_whole(&self) -> io::Result<()> {
        let mut found = Found::default();
        let listed = found.look(&self.folder, "").map_err(|fault| match fault {
            Fault::Io(error) => error,
            Fault::Name(_) => io::Error::other("a file of the new site has another name"),
        });
        let there: BTreeSet<String> = listed.map(|()| found.files.into_iter().collect())?;
        let written = self.written();
        let all = written.sums.keys().map(String::as_str).chain([SUMS]);
        let missing = all.filter(|path| !there.contains(*path)).count();
        if missing > 0 || there.len() != written.sums.len() + 1 {
            return Err(io::Error::other(format!(
                "something else changed the new site while it was written: {} of {} files are there",
                there.len(),
                written.sums.len() + 1
            )));
        }
        Ok(())
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
    use crate::publish::site_lock::SiteLock;

    fn site(text: &str) -> Files {
        let index = Index { format: FORMAT, ..Index::default() }.text();
        [(INDEX, index.as_str()), ("fr/a.html", text)]
            .map(|(path, text)| (path.to_owned(), SiteFile::made(text.as_bytes().to_vec())))
            .into()
    }

    fn open(target: &Path) -> SiteFolder {
        let lock = SiteLock::acquire(target, || ()).unwrap();
        SiteFolder::open(target, &lock).unwrap()
    }

    /// Writes a site, and tells whether anything was new.
    fn write(target: &Path, files: &Files) -> bool {
        let lock = SiteLock::acquire(target, || ()).unwrap();
        let site = SiteFolder::open(target, &lock).unwrap();
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
        open(&target);
        assert_eq!(page(), "one");
        assert!(!folder.path().join(fresh).exists());
        assert!(!write(&target, &site("one")), "nothing is new");
        // Killed between the two renames, where names can't be exchanged.
        fs::rename(&target, folder.path().join(old)).unwrap();
        fs::create_dir(folder.path().join(fresh)).unwrap();
        open(&target);
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
        let site = open(&target);
        let fresh = site.begin().unwrap();
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
        let fault = SiteFolder::check(&target).err().unwrap();
        assert!(fault.message.ends_with("holds other files"), "{}", fault.message);
        fs::remove_file(target.join("letter.txt")).unwrap();
        write(&target, &site("one"));
        fs::write(target.join("CNAME"), "info.example").unwrap();
        write(&target, &site("two"));
        assert_eq!(fs::read_to_string(target.join("CNAME")).unwrap(), "info.example");
        assert_eq!(fs::read_to_string(target.join("fr/a.html")).unwrap(), "two");
        // A file that somebody changed is not taken over.
        let opened = open(&target);
        assert!(opened.earlier("").file("fr/a.html").is_some());
        fs::write(target.join("fr/a.html"), "other").unwrap();
        assert!(open(&target).earlier("").file("fr/a.html").is_none());
        assert!(write(&target, &site("two")), "it is put right");
        assert_eq!(fs::read_to_string(target.join("fr/a.html")).unwrap(), "two");
    }

    #[test]
    fn a_site_that_lost_a_file_before_it_took_its_place_does_not_take_it() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("site");
        write(&target, &site("one"));
        let opened = open(&target);
        let fresh = opened.begin().unwrap();
        fresh.add("", &site("two")).unwrap();
        fs::remove_file(fresh.folder.join("fr/a.html")).unwrap();
        let fault = fresh.finish().err().unwrap();
        assert!(fault.message.contains("2 of 3 files are there"), "{}", fault.message);
        assert_eq!(fs::read_to_string(target.join("fr/a.html")).unwrap(), "one");
    }
}
