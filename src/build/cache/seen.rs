//! Files on disk in; whether they are still what they were out, without reading them where that can be told.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::Path;
use std::time::UNIX_EPOCH;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::build::files::hexadecimal;
use crate::load::paths::INPUTS;

/// A moment by the clock of the file system, in nanoseconds since 1970. No other clock is asked: the times of files are
/// compared with each other alone.
pub(in crate::build) type Moment = i64;

/// A file that was written so shortly before it was looked at may be written again within the same tick of its clock: two
/// seconds on FAT, some milliseconds elsewhere.
const DOUBT: Moment = 2_000_000_000;

/// What the system tells of a file without reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Stat {
    size: u64,
    /// When it was written.
    modified: Moment,
    /// When anything about it changed, its time of writing too; 0 where the system does not tell.
    changed: Moment,
    /// Its number in the file system: another file that takes its place has another one; 0 where there is none.
    number: u64,
}

/// A file as it was seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::build) struct Seen {
    stat: Stat,
    /// The SHA-256 of what it holds, in hexadecimal digits; empty if it could not be read.
    pub(in crate::build) sha256: String,
    /// Whether it had just been written, so that only reading it tells whether it is still the same.
    doubtful: bool,
}

/// What a second look at a file tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::build) enum Look {
    /// It is the same.
    Same,
    /// It is the same, but had to be read.
    SameAsRead,
    /// It is another, or gone.
    Different,
}

/// When a file was written.
pub(in crate::build) fn written(found: &fs::Metadata) -> Moment {
    let nanoseconds = |duration: std::time::Duration| {
        Moment::try_from(duration.as_nanos()).unwrap_or(Moment::MAX)
    };
    match found.modified().map(|time| time.duration_since(UNIX_EPOCH)) {
        Ok(Ok(since)) => nanoseconds(since),
        Ok(Err(before)) => -nanoseconds(before.duration()),
        Err(_) => Moment::MAX,
    }
}

impl Stat {
    #[cfg(unix)]
    fn new(found: &fs::Metadata) -> Stat {
        use std::os::unix::fs::MetadataExt as _;
        let changed =
            found.ctime().saturating_mul(1_000_000_000).saturating_add(found.ctime_nsec());
        Stat { size: found.len(), modified: written(found), changed, number: found.ino() }
    }

    #[cfg(not(unix))]
    fn new(found: &fs::Metadata) -> Stat {
        Stat { size: found.len(), modified: written(found), changed: 0, number: 0 }
    }
}

impl Seen {
    /// Looks at a file and reads it.
    ///
    /// # Errors
    ///
    /// Fails if there is no such file; one that can't be read is seen without content.
    pub(in crate::build) fn read(path: &Path, now: Moment) -> io::Result<Seen> {
        let found = file(path)?;
        // In this order: what is written between the two is found by the next look.
        Ok(Seen::with(&found, digest(path).unwrap_or_default(), now))
    }

    /// A file whose content is known.
    pub(in crate::build) fn known(path: &Path, sha256: String, now: Moment) -> io::Result<Seen> {
        Ok(Seen::with(&file(path)?, sha256, now))
    }

    fn with(found: &fs::Metadata, sha256: String, now: Moment) -> Seen {
        let stat = Stat::new(found);
        let latest = stat.modified.max(stat.changed);
        let doubtful = sha256.is_empty() || latest > now.saturating_sub(DOUBT);
        Seen { stat, sha256, doubtful }
    }

    /// Looks again, and reads only what is in doubt.
    ///
    /// # Errors
    ///
    /// Fails if there is no such file.
    pub(in crate::build) fn again(&self, path: &Path, now: Moment) -> io::Result<Seen> {
        if !self.doubtful && Stat::new(&file(path)?) == self.stat {
            return Ok(self.clone());
        }
        Seen::read(path, now)
    }

    /// Whether the file is still the same.
    pub(in crate::build) fn look(&self, path: &Path) -> Look {
        let Ok(found) = file(path) else { return Look::Different };
        let stat = Stat::new(&found);
        if stat == self.stat && !self.doubtful {
            return Look::Same;
        }
        let same = stat.size == self.stat.size && digest(path).unwrap_or_default() == self.sha256;
        if same { Look::SameAsRead } else { Look::Different }
    }

    /// Whether nothing is told of a write since.
    fn is_untouched(&self, path: &Path) -> bool {
        file(path).is_ok_and(|found| Stat::new(&found) == self.stat)
    }
}

/// What the system tells of a file; links are followed.
fn file(path: &Path) -> io::Result<fs::Metadata> {
    let found = fs::metadata(path)?;
    if found.is_file() { Ok(found) } else { Err(io::ErrorKind::NotFound.into()) }
}

/// The SHA-256 of what a file holds.
pub(in crate::build) fn digest(path: &Path) -> io::Result<String> {
    let mut file = File::open(path)?;
    let mut hash = Sha256::new();
    let mut buffer = vec![0; 1 << 16];
    loop {
        match file.read(&mut buffer)? {
            0 => return Ok(hexadecimal(&hash.finalize())),
            read => hash.update(&buffer[..read]),
        }
    }
}

/// All files of a project, by path with forward slashes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(in crate::build) struct Inputs(pub(in crate::build) BTreeMap<String, Seen>);

impl Inputs {
    /// Looks at all files. Of those that an earlier look saw, only what is in doubt is read.
    pub(in crate::build) fn scan(root: &Path, earlier: &Inputs, now: Moment) -> Inputs {
        let mut inputs = Inputs::default();
        for path in paths(root) {
            let file = root.join(&path);
            let seen = match earlier.0.get(&path) {
                Some(seen) => seen.again(&file, now),
                None => Seen::read(&file, now),
            };
            // What has gone meanwhile is not there.
            inputs.0.extend(seen.ok().map(|seen| (path, seen)));
        }
        inputs
    }

    /// Whether all files are still the same, and no others have come.
    pub(in crate::build) fn look(&self, root: &Path) -> Look {
        let paths = paths(root);
        if paths.len() != self.0.len() {
            return Look::Different;
        }
        let mut look = Look::Same;
        for path in paths {
            let Some(seen) = self.0.get(&path) else { return Look::Different };
            look = look.max(seen.look(&root.join(path)));
            if look == Look::Different {
                break;
            }
        }
        look
    }

    /// Whether nothing was saved since the look.
    pub(in crate::build) fn are_untouched(&self, root: &Path) -> bool {
        let paths = paths(root);
        paths.len() == self.0.len()
            && paths.iter().all(|path| {
                self.0.get(path).is_some_and(|seen| seen.is_untouched(&root.join(path)))
            })
    }

    /// The SHA-256 of all that they hold.
    pub(in crate::build) fn digest(&self) -> String {
        self.digest_of(|_| true)
    }

    /// The SHA-256 of what some of them hold, by path.
    pub(in crate::build) fn digest_of(&self, chosen: impl Fn(&str) -> bool) -> String {
        let mut hash = Sha256::new();
        for (path, seen) in self.0.iter().filter(|(path, _)| chosen(path)) {
            hash.update(format!("{path}\0{}\0", seen.sha256));
        }
        hexadecimal(&hash.finalize())
    }
}

/// The paths of all files of a project.
fn paths(root: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for folder in INPUTS {
        collect(root, folder, &mut found);
    }
    found
}

fn collect(root: &Path, folder: &str, found: &mut Vec<String>) {
    for entry in fs::read_dir(root.join(folder)).into_iter().flatten().flatten() {
        let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
        // A link is what it leads to; one that leads nowhere can't be read by anybody.
        match entry.file_type() {
            Ok(kind) if kind.is_file() => found.push(path),
            Ok(kind) if kind.is_dir() => collect(root, &path, found),
            _ => match fs::metadata(root.join(&path)) {
                Ok(target) if target.is_file() => found.push(path),
                Ok(target) if target.is_dir() => collect(root, &path, found),
                _ => {}
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{DOUBT, Inputs, Look, Moment, Seen, written};

    #[test]
    fn a_file_that_was_just_written_is_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        fs::write(&path, "one").unwrap();
        let now = written(&fs::metadata(&path).unwrap());
        let young = Seen::read(&path, now).unwrap();
        assert_eq!(young.look(&path), Look::SameAsRead);
        let old = Seen::read(&path, now + 2 * DOUBT).unwrap();
        assert_eq!(old.look(&path), Look::Same);
        fs::write(&path, "two").unwrap();
        assert_eq!(young.look(&path), Look::Different);
        fs::remove_file(&path).unwrap();
        assert_eq!(old.look(&path), Look::Different);
    }

    #[test]
    fn a_save_is_noticed_and_what_is_saved_again_as_it_was_is_the_same() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("brochures/note/brochure.toml");
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, "a = 1\n").unwrap();
        let inputs = Inputs::scan(folder.path(), &Inputs::default(), Moment::MAX);
        assert!(inputs.are_untouched(folder.path()));
        assert_eq!(inputs.look(folder.path()), Look::Same);
        fs::rename(&path, path.with_extension("old")).unwrap();
        assert_eq!(inputs.look(folder.path()), Look::Different);
        // Another file by number, whatever the clock of the file system tells.
        fs::write(&path, "a = 1\n").unwrap();
        fs::remove_file(path.with_extension("old")).unwrap();
        assert!(!inputs.are_untouched(folder.path()));
        assert_eq!(inputs.look(folder.path()), Look::SameAsRead);
        let again = Inputs::scan(folder.path(), &inputs, Moment::MAX);
        assert_eq!(again.digest(), inputs.digest());
        assert!(again.are_untouched(folder.path()));
        fs::write(&path, "a = 2\n").unwrap();
        assert_eq!(inputs.look(folder.path()), Look::Different);
        assert_ne!(Inputs::scan(folder.path(), &again, 0).digest(), inputs.digest());
    }
}
