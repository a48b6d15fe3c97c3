//! Tells whether files are still what they were, without reading them where that is certain.

use std::fs;
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::artifact::files::{FileTime, file_sha256, modified};

/// A file that was written so shortly before it was looked at may be written again within the same tick of its clock: two
/// seconds on FAT, some milliseconds elsewhere.
const DOUBT: FileTime = 2_000_000_000;

/// What the system tells of a file without reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Stat {
    size: u64,
    /// When it was written.
    modified: FileTime,
    /// When anything about it changed, its time of writing too; 0 where the system does not tell.
    changed: FileTime,
    /// Its number in the file system: another file that takes its place has another one; 0 where there is none.
    number: u64,
}

/// A file as it was when it was last looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct FileStamp {
    stat: Stat,
    /// The SHA-256 of what it holds, in hexadecimal digits; empty if it could not be read.
    pub(super) sha256: String,
    /// Whether it had just been written, so that only reading it tells whether it is still the same.
    doubtful: bool,
}

/// Whether a file is still what it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Freshness {
    /// It is the same.
    Same,
    /// It is the same, but had to be read.
    SameWhenRead,
    /// It is another, or gone.
    Different,
}

impl Stat {
    #[cfg(unix)]
    fn new(found: &fs::Metadata) -> Stat {
        use std::os::unix::fs::MetadataExt as _;
        let changed =
            found.ctime().saturating_mul(1_000_000_000).saturating_add(found.ctime_nsec());
        Stat { size: found.len(), modified: modified(found), changed, number: found.ino() }
    }

    #[cfg(not(unix))]
    fn new(found: &fs::Metadata) -> Stat {
        Stat { size: found.len(), modified: modified(found), changed: 0, number: 0 }
    }
}

impl FileStamp {
    /// Looks at a file, and reads it.
    ///
    /// # Errors
    ///
    /// Fails if there is no such file; one that can't be read has an empty SHA-256.
    pub(super) fn read(path: &Path, now: FileTime) -> io::Result<FileStamp> {
        let mut stamp = FileStamp::unread(path)?;
        stamp.complete(path, now);
        Ok(stamp)
    }

    /// Reads the file, unless what it holds is known. What is written between the look at it and this is found by the next look.
    pub(super) fn complete(&mut self, path: &Path, now: FileTime) {
        if self.sha256.is_empty() {
            self.sha256 = file_sha256(path).unwrap_or_default();
            self.doubtful = self.sha256.is_empty() || !self.is_settled(now);
        }
    }

    /// A file whose content is known.
    pub(super) fn of_known(path: &Path, sha256: String, now: FileTime) -> io::Result<FileStamp> {
        let mut stamp = FileStamp { sha256, ..FileStamp::unread(path)? };
        stamp.doubtful = stamp.sha256.is_empty() || !stamp.is_settled(now);
        Ok(stamp)
    }

    /// A file that is not read: only [`is_untouched`](FileStamp::is_untouched) tells of it, until it is
    /// [`complete`](FileStamp::complete).
    pub(super) fn unread(path: &Path) -> io::Result<FileStamp> {
        let stat = Stat::new(&file(path)?);
        Ok(FileStamp { stat, sha256: String::new(), doubtful: true })
    }

    /// Its number in the file system, which it has under each of its names; `None` where there is none.
    pub(super) fn number(&self) -> Option<u64> {
        (self.stat.number != 0).then_some(self.stat.number)
    }

    /// All that the system tells of it, on a line.
    pub(super) fn told(&self) -> String {
        let Stat { size, modified, changed, number } = self.stat;
        format!("{size} {modified} {changed} {number}")
    }

    /// Whether it was written so long ago that another write would be told from that.
    pub(super) fn is_settled(&self, now: FileTime) -> bool {
        self.stat.modified.max(self.stat.changed) <= now.saturating_sub(DOUBT)
    }

    /// Looks again, and reads only what is in doubt.
    ///
    /// # Errors
    ///
    /// Fails if there is no such file.
    pub(super) fn renew(&self, path: &Path, now: FileTime) -> io::Result<FileStamp> {
        let mut stamp = self.look(path)?;
        stamp.complete(path, now);
        Ok(stamp)
    }

    /// Looks again, and leaves what is in doubt to be [`complete`](FileStamp::complete)d.
    ///
    /// # Errors
    ///
    /// Fails if there is no such file.
    pub(super) fn look(&self, path: &Path) -> io::Result<FileStamp> {
        let stamp = FileStamp::unread(path)?;
        Ok(if !self.doubtful && stamp.stat == self.stat { self.clone() } else { stamp })
    }

    /// Whether the file is still the same.
    pub(super) fn check(&self, path: &Path) -> Freshness {
        let Ok(found) = file(path) else { return Freshness::Different };
        let stat = Stat::new(&found);
        if stat == self.stat && !self.doubtful {
            return Freshness::Same;
        }
        let same =
            stat.size == self.stat.size && file_sha256(path).unwrap_or_default() == self.sha256;
        if same { Freshness::SameWhenRead } else { Freshness::Different }
    }

    /// Whether no write has been reported since.
    pub(super) fn is_untouched(&self, path: &Path) -> bool {
        file(path).is_ok_and(|found| Stat::new(&found) == self.stat)
    }
}

/// What the system tells of a file; links are followed.
fn file(path: &Path) -> io::Result<fs::Metadata> {
    let found = fs::metadata(path)?;
    if found.is_file() { Ok(found) } else { Err(io::ErrorKind::NotFound.into()) }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{DOUBT, FileStamp, Freshness};
    use crate::artifact::files::modified;

    #[test]
    fn a_file_that_was_just_written_is_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        fs::write(&path, "one").unwrap();
        let now = modified(&fs::metadata(&path).unwrap());
        let young = FileStamp::read(&path, now).unwrap();
        assert_eq!(young.check(&path), Freshness::SameWhenRead);
        let old = FileStamp::read(&path, now + 2 * DOUBT).unwrap();
        assert_eq!(old.check(&path), Freshness::Same);
        fs::write(&path, "two").unwrap();
        assert_eq!(young.check(&path), Freshness::Different);
        fs::remove_file(&path).unwrap();
        assert_eq!(old.check(&path), Freshness::Different);
    }
}
