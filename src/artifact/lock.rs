//! Locks an output folder for one run at a time, and cleans up after runs that were killed.

use std::cell::Cell;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use crate::artifact::STATE_FOLDER;
use crate::artifact::files::{FileTime, UNFINISHED, modified};

/// The file that is locked.
const LOCK: &str = "lock";

/// The file that is there while a run goes on; one that was killed leaves it behind.
const RUNNING: &str = "running";

/// How often the lock is tried again when `clean` has deleted its file in the meantime.
const RETRIES: usize = 100;

/// The right to write below an output folder. It ends with this value, and with the process, however that ends.
#[derive(Debug)]
pub(crate) struct OutputLock {
    output: PathBuf,
    folder: PathBuf,
    /// Whether the state folder was made for this lock.
    is_new: bool,
    /// Whether the run before this one was killed.
    was_interrupted: bool,
    /// Whether the file [`RUNNING`] is to be removed in the end.
    is_marked: Cell<bool>,
    /// Holds the lock for as long as it is open.
    _lock: File,
}

impl OutputLock {
    /// Takes the lock; if another run holds it, calls `on_wait` and waits. Unfinished files of a killed run are deleted.
    ///
    /// # Errors
    ///
    /// Fails if nothing can be written there.
    pub(crate) fn acquire(output: &Path, on_wait: impl Fn()) -> io::Result<OutputLock> {
        let lock = OutputLock::request(output, Some(&on_wait))?;
        lock.ok_or_else(|| io::Error::other("the lock is deleted again and again"))
    }

    /// Takes the lock if no other run holds it.
    ///
    /// # Errors
    ///
    /// Fails if nothing can be written there.
    pub(crate) fn try_acquire(output: &Path) -> io::Result<Option<OutputLock>> {
        OutputLock::request(output, None)
    }

    /// Whether a run writes below an output folder, or was killed while it did.
    pub(crate) fn is_running(output: &Path) -> bool {
        output.join(STATE_FOLDER).join(RUNNING).exists()
    }

    fn request(output: &Path, on_wait: Option<&dyn Fn()>) -> io::Result<Option<OutputLock>> {
        let folder = output.join(STATE_FOLDER);
        for _ in 0..RETRIES {
            let is_new = !folder.is_dir();
            fs::create_dir_all(&folder)?;
            let path = folder.join(LOCK);
            let lock = OpenOptions::new().create(true).truncate(false).write(true).open(&path);
            let lock = match lock {
                // `clean` has just deleted the folder.
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                lock => lock?,
            };
            match (lock.try_lock(), on_wait) {
                (Ok(()), _) => {}
                (Err(TryLockError::WouldBlock), None) => return Ok(None),
                (Err(TryLockError::WouldBlock), Some(on_wait)) => {
                    on_wait();
                    lock.lock()?;
                }
                (Err(TryLockError::Error(error)), _) => return Err(error),
            }
            if is_at(&lock, &path) {
                let was_interrupted = folder.join(RUNNING).exists();
                let output = output.to_owned();
                let (is_marked, _lock) = (Cell::new(true), lock);
                let lock = OutputLock { output, folder, is_new, was_interrupted, is_marked, _lock };
                if was_interrupted {
                    lock.remove_unfinished();
                }
                lock.now()?;
                return Ok(Some(lock));
            }
        }
        Ok(None)
    }

    /// Whether the run before this one was killed.
    pub(crate) fn was_interrupted(&self) -> bool {
        self.was_interrupted
    }

    /// The present moment, by the clock of the file system.
    ///
    /// # Errors
    ///
    /// Fails if nothing can be written.
    pub(crate) fn now(&self) -> io::Result<FileTime> {
        let running = self.folder.join(RUNNING);
        fs::write(&running, "a run goes on\n")?;
        Ok(modified(&fs::metadata(&running)?))
    }

    /// The output folder.
    pub(crate) fn output(&self) -> &Path {
        &self.output
    }

    /// Deletes the unfinished files of a killed run, and gives their paths. No other run writes now.
    pub(crate) fn remove_unfinished(&self) -> Vec<PathBuf> {
        let mut removed = Vec::new();
        remove_unfinished(&self.output, DEPTH, &mut removed);
        removed.sort();
        removed
    }

    /// Leaves the mark behind as a killed run does: the next run sees what this one could not write.
    pub(crate) fn mark_as_interrupted(&self) {
        self.is_marked.set(false);
    }

    /// Takes away what was made for this lock alone, unless something has been added.
    pub(crate) fn discard(self) {
        if self.is_new {
            self.remove();
        }
    }

    /// Takes away the state folder, and the output folder if nothing is left in it.
    pub(crate) fn remove(self) {
        // Whoever comes next sets their own mark.
        self.is_marked.set(false);
        for name in [RUNNING, LOCK] {
            let _ = fs::remove_file(self.folder.join(name));
        }
        // Folders that are not empty stay.
        let _ = fs::remove_dir(&self.folder);
        let _ = fs::remove_dir(&self.output);
    }
}

impl Drop for OutputLock {
    fn drop(&mut self) {
        if self.is_marked.get() {
            let _ = fs::remove_file(self.folder.join(RUNNING));
        }
    }
}

/// How many folders deep a build writes below the output folder.
const DEPTH: usize = 4;

/// Deletes the unfinished files in a folder and `depth` folders below it; links are not followed.
fn remove_unfinished(folder: &Path, depth: usize, removed: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let (path, Ok(kind)) = (entry.path(), entry.file_type()) else { continue };
        if kind.is_dir() && depth > 0 {
            remove_unfinished(&path, depth - 1, removed);
        } else if kind.is_file()
            && entry.file_name().to_string_lossy().starts_with(UNFINISHED)
            && fs::remove_file(&path).is_ok()
        {
            removed.push(path);
        }
    }
}

/// Opens a file and locks it; where another process holds it, calls `on_wait` and waits. `None` if the file was deleted in the
/// meantime: then another process may hold the one that took its place.
///
/// # Errors
///
/// Fails if nothing can be written there.
pub(crate) fn lock_at(path: &Path, on_wait: &dyn Fn()) -> io::Result<Option<File>> {
    let lock = OpenOptions::new().create(true).truncate(false).write(true).open(path)?;
    match lock.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            on_wait();
            lock.lock()?;
        }
        Err(TryLockError::Error(error)) => return Err(error),
    }
    Ok(is_at(&lock, path).then_some(lock))
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

    use super::OutputLock;
    use crate::artifact::files::UNFINISHED;

    #[test]
    fn one_run_holds_the_lock_and_the_next_cleans_up_after_a_killed_one() {
        let folder = tempfile::tempdir().unwrap();
        let output = folder.path().join("output");
        let lock = OutputLock::acquire(&output, || ()).unwrap();
        assert!(OutputLock::try_acquire(&output).unwrap().is_none());
        drop(lock);
        let left = output.join("note/nl").join(format!("{UNFINISHED}x"));
        fs::create_dir_all(left.parent().unwrap()).unwrap();
        fs::write(&left, "%PDF").unwrap();
        let lock = OutputLock::acquire(&output, || ()).unwrap();
        assert!(left.exists() && !lock.was_interrupted(), "no run was killed");
        drop(lock);
        fs::write(output.join(".feuillet/running"), "").unwrap();
        let lock = OutputLock::try_acquire(&output).unwrap().unwrap();
        assert!(!left.exists() && lock.was_interrupted());
    }

    #[test]
    fn a_lock_without_a_file_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let output = folder.path().join("output");
        OutputLock::acquire(&output, || ()).unwrap().discard();
        assert!(!output.exists());
    }
}
