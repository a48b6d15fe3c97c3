//! Locks the files of a project for one command at a time, and finishes what a killed one had begun.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::marker::PhantomData;
use std::path::{Path, PathBuf};

use crate::artifact::lock::lock_at;
use crate::diagnostic::Diagnostic;
use crate::edit::folders::Folders;
use crate::edit::journal;
use crate::load::Project;

/// The file that is locked.
const LOCK: &str = "lock";

/// How often the lock is tried again when somebody has deleted its file in the meantime.
const RETRIES: usize = 100;

thread_local! {
    /// The projects that this thread has locked.
    static HELD: RefCell<BTreeSet<PathBuf>> = const { RefCell::new(BTreeSet::new()) };
}

/// The right to change files of a project. It ends with this value, and with the process, however that ends.
///
/// A command that takes it before it reads, and holds it until it has written, never meets the changes of another: two at
/// once do their work one after the other. [`ChangeSet::commit`](super::ChangeSet::commit) takes it by itself, or uses the one
/// that the command holds.
#[derive(Debug)]
pub(crate) struct EditLock {
    folders: Folders,
    /// Holds the lock for as long as it is open; `None` if the thread had it already.
    lock: Option<File>,
    /// It belongs to its thread.
    _thread: PhantomData<*const ()>,
}

impl EditLock {
    /// Takes the lock, and waits if another command has it. What a killed command had begun is finished.
    ///
    /// # Errors
    ///
    /// Fails if nothing can be written in the project.
    pub(crate) fn acquire(project: &Project) -> Result<EditLock, Diagnostic> {
        EditLock::acquire_or_wait(project, || ())
    }

    /// Takes the lock; if another command has it, calls `on_wait` and waits.
    ///
    /// # Errors
    ///
    /// Fails as [`acquire`](EditLock::acquire) does.
    pub(crate) fn acquire_or_wait(
        project: &Project,
        on_wait: impl Fn(),
    ) -> Result<EditLock, Diagnostic> {
        let folders = Folders::of(project)?;
        if HELD.with_borrow(|held| held.contains(&folders.root)) {
            return Ok(EditLock { folders, lock: None, _thread: PhantomData });
        }
        let lock =
            open(&folders.state, &on_wait).map_err(|error| cannot_lock(&folders.state, &error))?;
        HELD.with_borrow_mut(|held| held.insert(folders.root.clone()));
        let lock = EditLock { folders, lock: Some(lock), _thread: PhantomData };
        journal::recover(&lock.folders)?;
        Ok(lock)
    }

    /// Where changes are made under it.
    pub(super) fn folders(&self) -> &Folders {
        &self.folders
    }
}

impl Drop for EditLock {
    fn drop(&mut self) {
        if self.lock.is_some() {
            HELD.with_borrow_mut(|held| held.remove(&self.folders.root));
        }
    }
}

/// Finishes or undoes what a command had begun that was killed, and tells what was done. A command that is still at work is
/// left alone; if it is just putting its files in their places, waits for it.
///
/// # Errors
///
/// Fails if something was begun and can't be finished.
pub(crate) fn finish_interrupted(project: &Project) -> Result<Option<Diagnostic>, Diagnostic> {
    let folders = Folders::of(project)?;
    let folder = &folders.state;
    if !journal::is_there(folder) {
        return Ok(None);
    }
    let path = folder.join(LOCK);
    let lock = match OpenOptions::new().create(true).truncate(false).write(true).open(&path) {
        Ok(lock) => lock,
        // Nothing was written, and nobody can tidy up where nothing can be written.
        Err(_) if !journal::is_decided(folder) => return Ok(None),
        Err(error) => return Err(cannot_lock(folder, &error)),
    };
    match lock.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) if !journal::is_decided(folder) => return Ok(None),
        Err(TryLockError::WouldBlock) => {
            lock.lock().map_err(|error| cannot_lock(folder, &error))?;
        }
        Err(TryLockError::Error(error)) => return Err(cannot_lock(folder, &error)),
    }
    HELD.with_borrow_mut(|held| held.insert(folders.root.clone()));
    let lock = EditLock { folders, lock: Some(lock), _thread: PhantomData };
    journal::recover(&lock.folders)
}

fn open(folder: &Path, on_wait: &dyn Fn()) -> io::Result<File> {
    for _ in 0..RETRIES {
        fs::create_dir_all(folder)?;
        // Git is to see nothing of it.
        let ignore = folder.join(".gitignore");
        if !ignore.exists() {
            fs::write(ignore, "*\n")?;
        }
        let path = folder.join(LOCK);
        if let Some(lock) = lock_at(&path, on_wait)? {
            return Ok(lock);
        }
    }
    Err(io::Error::other("the lock is deleted again and again"))
}

fn cannot_lock(folder: &Path, error: &io::Error) -> Diagnostic {
    Diagnostic::error(format!("can't write in `{}`: {error}", folder.display()))
        .hint("commands that change files keep there what they have begun")
}
