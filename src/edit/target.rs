//! Turns the path of a project's file into the place on the disk where it is read and replaced, whatever links lead there.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use crate::artifact::files::is_inside;
use crate::diagnostic::Diagnostic;

/// How the name of a new file begins before it takes its place.
const STAGED: &str = ".feuillet-edit-";

/// A file that is to be replaced.
#[derive(Debug)]
pub(super) struct Target {
    /// Its path in the project, to show.
    path: String,
    /// Where it is: no part of it is a link.
    place: PathBuf,
    /// Where the new file is written before it takes its place.
    staged: PathBuf,
}

impl Target {
    /// Finds a file that is there or can be made: the one at this index of those that change together. `root` has no links.
    ///
    /// # Errors
    ///
    /// Fails if the path, or a link on it, leads out of the project, or to something that is no file.
    pub(super) fn find(root: &Path, path: &str, index: usize) -> Result<Target, Diagnostic> {
        let outside = || {
            Diagnostic::error(format!("`{path}` is not in the project"))
                .hint("only files in the project's folder are changed")
        };
        if path.is_empty() || path.contains('\\') || !is_inside(path) {
            return Err(outside());
        }
        let whole = root.join(path);
        // What is there, and what is still to be made in it.
        let (mut there, mut missing) = (whole.as_path(), Vec::new());
        let mut place = loop {
            match there.canonicalize() {
                Ok(place) => break place,
                Err(error) if error.kind() == ErrorKind::NotFound && !there.is_symlink() => {}
                Err(error) => return Err(cannot_write(path, &error)),
            }
            let (Some(parent), Some(name)) = (there.parent(), there.file_name()) else {
                return Err(outside());
            };
            missing.push(name);
            there = parent;
        };
        place.extend(missing.iter().rev());
        if !place.starts_with(root) {
            return Err(outside());
        }
        let staged = place.with_file_name(format!("{STAGED}{index}"));
        Ok(Target { path: path.to_owned(), place, staged })
    }

    /// Its path in the project, to show.
    pub(super) fn path(&self) -> &str {
        &self.path
    }

    /// What the file holds; `None` if it is not there.
    ///
    /// # Errors
    ///
    /// Fails if it can't be read, or is no file.
    pub(super) fn read(&self) -> Result<Option<Vec<u8>>, Diagnostic> {
        let read = || {
            // What is no file, like a pipe, might never end.
            if fs::metadata(&self.place)?.is_file() {
                fs::read(&self.place)
            } else {
                Err(io::Error::other("it is not a file"))
            }
        };
        match read() {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => {
                let path = &self.path;
                Err(Diagnostic::error(format!("can't read `{path}`: {error}")))
            }
        }
    }

    /// The folders around it that are not there yet, from the outermost to the innermost.
    pub(super) fn missing_folders(&self) -> Vec<PathBuf> {
        let around = self.place.ancestors().skip(1).take_while(|folder| !folder.exists());
        let mut folders: Vec<_> = around.map(Path::to_owned).collect();
        folders.reverse();
        folders
    }

    /// Writes the new file beside the old one, with the same permissions, and its folder if need be. It is on the disk then.
    ///
    /// # Errors
    ///
    /// Fails if it can't be written, or if the old file is not to be.
    pub(super) fn stage(&self, bytes: &[u8]) -> Result<(), Diagnostic> {
        let permissions = fs::metadata(&self.place).ok().map(|found| found.permissions());
        if permissions.as_ref().is_some_and(fs::Permissions::readonly) {
            return Err(Diagnostic::error(format!("can't write `{}`: it is read-only", self.path)));
        }
        let write = || {
            fs::create_dir_all(self.place.parent().unwrap_or(&self.place))?;
            let mut file = create(&self.staged)?;
            file.write_all(bytes)?;
            if let Some(permissions) = permissions {
                file.set_permissions(permissions)?;
            }
            file.sync_all()
        };
        write().map_err(|error| cannot_write(&self.path, &error))
    }

    /// Puts the staged file in its place.
    ///
    /// # Errors
    ///
    /// Fails if that can't be done; then the old file is still there.
    pub(super) fn replace(&self) -> Result<(), Diagnostic> {
        fs::rename(&self.staged, &self.place).map_err(|error| cannot_write(&self.path, &error))
    }

    /// Deletes the file.
    ///
    /// # Errors
    ///
    /// Fails if that can't be done.
    pub(super) fn delete(&self) -> Result<(), Diagnostic> {
        fs::remove_file(&self.place).map_err(|error| cannot_write(&self.path, &error))
    }

    /// Deletes the staged file, if there is one.
    pub(super) fn unstage(&self) {
        let _ = fs::remove_file(&self.staged);
    }

    /// Makes sure that the names in its folder are on the disk.
    pub(super) fn sync(&self) {
        if let Some(folder) = self.place.parent() {
            sync_folder(folder);
        }
    }
}

/// Makes a new file, in place of what a killed run left at its path: what stands there is never written through.
///
/// # Errors
///
/// Fails if it can't be made.
pub(super) fn create(path: &Path) -> io::Result<File> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    OpenOptions::new().write(true).create_new(true).open(path)
}

/// Makes sure that the names in a folder are on the disk, where a system can do that.
pub(super) fn sync_folder(folder: &Path) {
    if cfg!(unix) {
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
}

/// The error for a file of the project that can't be written.
pub(super) fn cannot_write(path: &str, error: &io::Error) -> Diagnostic {
    let is_full = matches!(error.kind(), ErrorKind::StorageFull | ErrorKind::QuotaExceeded);
    let reason = if is_full { "the disk is full".to_owned() } else { error.to_string() };
    Diagnostic::error(format!("can't write `{path}`: {reason}"))
}
