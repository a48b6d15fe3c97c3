//! Locks the folder of a site for one run at a time, also where several projects write into it, and knows the hidden places beside it.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use crate::artifact::lock::lock_at;
use crate::publish::swap;

/// What the old folder is called for a moment, where names can't be exchanged.
pub(super) const OLD: &str = "old";

/// How often the lock is tried again when another run has just deleted its file.
const RETRIES: usize = 100;

/// The right to change a site. It ends with this value, and with the process, however that ends.
pub(super) struct SiteLock {
    path: PathBuf,
    /// Holds the lock for as long as it is open.
    _lock: File,
}

impl SiteLock {
    /// Takes the lock, a file beside the folder; if another run holds it, calls `on_wait` and waits.
    ///
    /// # Errors
    ///
    /// Fails if nothing can be written there.
    pub(super) fn acquire(folder: &Path, on_wait: impl Fn()) -> io::Result<SiteLock> {
        let folder = fs::canonicalize(folder).or_else(|_| std::path::absolute(folder))?;
        let path = beside(&folder, "lock");
        path.parent().map(fs::create_dir_all).transpose()?;
        for _ in 0..RETRIES {
            if let Some(lock) = lock_at(&path, &on_wait)? {
                return Ok(SiteLock { path, _lock: lock });
            }
        }
        Err(io::Error::other("the lock is deleted again and again"))
    }
}

impl Drop for SiteLock {
    /// Whoever waits sees that the file is not at its place any more, and makes a new one.
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
    }
}

/// A hidden place beside a folder.
pub(super) fn beside(folder: &Path, what: &str) -> PathBuf {
    folder.with_file_name(format!("{}{what}", prefix(folder)))
}

/// What the names of all hidden places beside a folder begin with.
pub(super) fn prefix(folder: &Path) -> String {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    format!(".{name}.feuillet-")
}

/// Makes a folder beside another one that no other run has.
///
/// # Errors
///
/// Fails if nothing can be written there.
pub(super) fn new_folder(folder: &Path) -> io::Result<PathBuf> {
    let process = std::process::id();
    let mut number = 0;
    loop {
        let fresh = beside(folder, &format!("new-{process}-{number}"));
        match fs::create_dir(&fresh) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => number += 1,
            made => return made.map(|()| fresh),
        }
    }
}

/// Puts in order what a killed run left: where names can't be exchanged, the old site may lie beside, and none in its place.
///
/// # Errors
///
/// Fails if it can't be done.
pub(super) fn recover(folder: &Path) -> io::Result<()> {
    let old = beside(folder, OLD);
    if old.is_dir() && !folder.exists() {
        fs::rename(&old, folder)?;
    }
    swap::remove(&old)?;
    let (around, begins) = (folder.parent(), format!("{}new", prefix(folder)));
    for entry in around.and_then(|around| fs::read_dir(around).ok()).into_iter().flatten() {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with(&begins) {
            swap::remove(&entry.path())?;
        }
    }
    Ok(())
}
