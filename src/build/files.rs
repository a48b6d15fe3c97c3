//! Bytes in, whole files out: everything appears by rename.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Component, Path};

use sha2::{Digest, Sha256};

use crate::diagnostic::Diagnostic;

/// How the name of a file begins that is not finished yet.
pub(super) const UNFINISHED: &str = ".feuillet-build-";

/// Bytes in hexadecimal digits.
pub(super) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The SHA-256 of bytes, in hexadecimal digits.
pub(super) fn sha256(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

/// Whether a path leads from a folder to nowhere but into it.
pub(super) fn is_inside(path: &str) -> bool {
    Path::new(path).components().all(|part| matches!(part, Component::Normal(_)))
}

/// Writes a file so that it is there whole or not at all. Folders are made as needed.
///
/// # Errors
///
/// Fails if the folder or the file can't be written; then nothing has changed.
pub(super) fn write(target: &Path, bytes: &[u8]) -> io::Result<()> {
    write_as(target, bytes, UNFINISHED)
}

/// Writes a file so that it is there whole or not at all, for those who do not take turns with builds: a build sweeps its own
/// unfinished files alone.
///
/// # Errors
///
/// Fails as [`write`] does.
pub fn write_file(target: &Path, bytes: &[u8]) -> io::Result<()> {
    write_as(target, bytes, ".feuillet-")
}

fn write_as(target: &Path, bytes: &[u8], prefix: &str) -> io::Result<()> {
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    fs::create_dir_all(folder)?;
    let mut file = tempfile::Builder::new().prefix(prefix).tempfile_in(folder)?;
    file.write_all(bytes)?;
    readable(file.as_file())?;
    file.persist(target).map_err(|error| error.error)?;
    Ok(())
}

/// Temporary files are made for their owner alone; a finished one is for everybody to read.
#[cfg(unix)]
fn readable(file: &fs::File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable(_: &fs::File) -> io::Result<()> {
    Ok(())
}

/// Writes a folder of files so that it is there whole or not at all. An earlier folder is replaced only if it holds
/// a file `mark`, by which it is known as ours.
///
/// # Errors
///
/// Fails if something else stands there, or if the folder can't be written.
pub fn write_folder(
    target: &Path,
    files: &BTreeMap<String, Vec<u8>>,
    mark: &str,
) -> io::Result<()> {
    let occupied = fs::read_dir(target).is_ok_and(|mut entries| entries.next().is_some());
    if occupied && !target.join(mark).is_file() {
        return Err(io::Error::new(io::ErrorKind::AlreadyExists, "the folder holds other files"));
    }
    let parent = match target.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    fs::create_dir_all(parent)?;
    let fresh = tempfile::Builder::new().prefix(".feuillet-").tempdir_in(parent)?;
    for (path, bytes) in files {
        write(&fresh.path().join(path), bytes)?;
    }
    let old = tempfile::Builder::new().prefix(".feuillet-").tempdir_in(parent)?;
    if target.exists() {
        fs::rename(target, old.path().join("old"))?;
    }
    let fresh = fresh.keep();
    open_to_all(&fresh)?;
    fs::rename(fresh, target)
}

/// A temporary folder is its owner's alone; a finished one is for everybody to enter.
#[cfg(unix)]
fn open_to_all(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755))
}

#[cfg(not(unix))]
fn open_to_all(_: &Path) -> io::Result<()> {
    Ok(())
}

/// What is told if a file can't be written.
pub(super) fn cannot_write(target: &Path, error: &io::Error) -> Diagnostic {
    Diagnostic::error(format!("can't write `{}`: {error}", target.display()))
}
