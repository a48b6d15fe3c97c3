//! An output folder in; the right to write below it, for one run at a time, out.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use crate::build::cache::seen::{Moment, written};
use crate::build::files::UNFINISHED;

/// The folder below the output in which `build` keeps what it remembers.
pub(super) const FOLDER: &str = ".feuillet";

/// The file that is locked.
pub(super) const LOCK: &str = "lock";

/// The file that is there while a run goes on; one that was killed leaves it.
pub(super) const MARK: &str = "running";

/// How often a lock is asked for whose file `clean` deletes meanwhile.
const PATIENCE: usize = 100;

/// The right to write below an output folder. It falls with this value, and with the process however it ends.
#[derive(Debug)]
pub(super) struct Turn {
    output: PathBuf,
    folder: PathBuf,
    /// Whether the folder of what is remembered was made for this turn.
    fresh: bool,
    /// Whether the mark stands.
    marked: bool,
    /// Holds the lock as long as it is open.
    _lock: File,
}

impl Turn {
    /// Waits for the turn, and calls `waits` if another run has it. What a killed run left unfinished is deleted.
    ///
    /// # Errors
    ///
    /// Fails if nothing can be written there.
    pub(super) fn take(output: &Path, waits: impl Fn()) -> io::Result<Turn> {
        let turn = Turn::ask(output, Some(&waits))?;
        turn.ok_or_else(|| io::Error::other("the lock is deleted again and again"))
    }

    /// Takes the turn if nobody has it.
    pub(super) fn take_if_free(output: &Path) -> io::Result<Option<Turn>> {
        Turn::ask(output, None)
    }

    fn ask(output: &Path, waits: Option<&dyn Fn()>) -> io::Result<Option<Turn>> {
        let folder = output.join(FOLDER);
        for _ in 0..PATIENCE {
            let fresh = !folder.is_dir();
            fs::create_dir_all(&folder)?;
            let path = folder.join(LOCK);
            let lock = OpenOptions::new().create(true).truncate(false).write(true).open(&path);
            let lock = match lock {
                // `clean` has deleted the folder meanwhile.
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                lock => lock?,
            };
            match (lock.try_lock(), waits) {
                (Ok(()), _) => {}
                (Err(TryLockError::WouldBlock), None) => return Ok(None),
                (Err(TryLockError::WouldBlock), Some(waits)) => {
                    waits();
                    lock.lock()?;
                }
                (Err(TryLockError::Error(error)), _) => return Err(error),
            }
            if is_at(&lock, &path) {
                let turn =
                    Turn { output: output.to_owned(), folder, fresh, marked: true, _lock: lock };
                if turn.folder.join(MARK).exists() {
                    turn.sweep();
                }
                turn.moment()?;
                return Ok(Some(turn));
            }
        }
        Ok(None)
    }

    /// The present moment, by the clock of the file system.
    ///
    /// # Errors
    ///
    /// Fails if nothing can be written.
    pub(super) fn moment(&self) -> io::Result<Moment> {
        let mark = self.folder.join(MARK);
        fs::write(&mark, "a run goes on\n")?;
        Ok(written(&fs::metadata(&mark)?))
    }

    /// The output folder.
    pub(super) fn output(&self) -> &Path {
        &self.output
    }

    /// Deletes files that a killed run left unfinished, and tells their paths. No run writes now but this one.
    pub(super) fn sweep(&self) -> Vec<PathBuf> {
        let mut folders = vec![self.output.clone(), self.folder.clone()];
        for _ in 0..2 {
            let inner =
                folders.iter().flat_map(|folder| entries(folder)).filter(|(_, kind)| kind.is_dir());
            let inner: Vec<PathBuf> = inner.map(|(path, _)| path).collect();
            folders.extend(inner);
            folders.sort();
            folders.dedup();
        }
        let files = folders.iter().flat_map(|folder| entries(folder));
        let unfinished = files.filter(|(path, kind)| {
            let name = path.file_name().map(|name| name.to_string_lossy());
            kind.is_file() && name.is_some_and(|name| name.starts_with(UNFINISHED))
        });
        unfinished.map(|(path, _)| path).filter(|path| fs::remove_file(path).is_ok()).collect()
    }

    /// Takes away what was made for this turn alone, if nothing else has come to it.
    pub(super) fn undo(self) {
        if self.fresh {
            self.remove();
        }
    }

    /// Takes away the folder of what is remembered, and the output folder if nothing is left in it.
    pub(super) fn remove(mut self) {
        // Whoever comes next sets a mark of their own.
        self.marked = false;
        for name in [MARK, LOCK] {
            let _ = fs::remove_file(self.folder.join(name));
        }
        // Folders that hold anything stay.
        let _ = fs::remove_dir(&self.folder);
        let _ = fs::remove_dir(&self.output);
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        if self.marked {
            let _ = fs::remove_file(self.folder.join(MARK));
        }
    }
}

/// What is in a folder; links are not followed.
fn entries(folder: &Path) -> Vec<(PathBuf, fs::FileType)> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.filter_map(|entry| Some((entry.path(), entry.file_type().ok()?))).collect()
}

/// Whether a lock is still the file at its path.
#[cfg(unix)]
fn is_at(lock: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let number = |found: fs::Metadata| (found.dev(), found.ino());
    lock.metadata().map(number).ok() == fs::metadata(path).map(number).ok()
}

#[cfg(not(unix))]
fn is_at(_: &File, path: &Path) -> bool {
    path.exists()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::Turn;
    use crate::build::files::UNFINISHED;

    #[test]
    fn one_has_the_turn_and_a_killed_run_is_swept_up_after() {
        let folder = tempfile::tempdir().unwrap();
        let output = folder.path().join("output");
        let turn = Turn::take(&output, || ()).unwrap();
        assert!(Turn::take_if_free(&output).unwrap().is_none());
        drop(turn);
        let left = output.join("note/nl").join(format!("{UNFINISHED}x"));
        fs::create_dir_all(left.parent().unwrap()).unwrap();
        fs::write(&left, "%PDF").unwrap();
        drop(Turn::take(&output, || ()).unwrap());
        assert!(left.exists(), "no run was killed");
        fs::write(output.join(".feuillet/running"), "").unwrap();
        drop(Turn::take_if_free(&output).unwrap().unwrap());
        assert!(!left.exists());
    }

    #[test]
    fn a_turn_without_a_file_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let output = folder.path().join("output");
        Turn::take(&output, || ()).unwrap().undo();
        assert!(!output.exists());
    }
}
