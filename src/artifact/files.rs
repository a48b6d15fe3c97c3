//! Writes files by rename, so that each is there whole or not at all, and tells when files were written and what they hold.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::path::{Component, Path};
use std::time::UNIX_EPOCH;

use sha2::{Digest, Sha256};

use crate::diagnostic::Diagnostic;

/// How the name of a file begins that is not finished yet.
pub(crate) const UNFINISHED: &str = ".feuillet-build-";

/// Bytes in hexadecimal digits.
pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The SHA-256 of bytes, in hexadecimal digits.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

/// The SHA-256 of a file, in hexadecimal digits.
///
/// # Errors
///
/// Fails if the file can't be read.
pub(crate) fn file_sha256(path: &Path) -> io::Result<String> {
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

/// A moment by the clock of the file system, in nanoseconds since 1970. No other clock is asked: the times of files are
/// compared with each other alone.
pub(crate) type FileTime = i64;

/// When a file was written.
pub(crate) fn modified(metadata: &fs::Metadata) -> FileTime {
    let nanoseconds = |duration: std::time::Duration| {
        FileTime::try_from(duration.as_nanos()).unwrap_or(FileTime::MAX)
    };
    match metadata.modified().map(|time| time.duration_since(UNIX_EPOCH)) {
        Ok(Ok(since)) => nanoseconds(since),
        Ok(Err(before)) => -nanoseconds(before.duration()),
        Err(_) => FileTime::MAX,
    }
}

/// Whether a relative path leads into the folder that it starts from, and nowhere else.
pub(crate) fn is_inside(path: &str) -> bool {
    Path::new(path).components().all(|part| matches!(part, Component::Normal(_)))
}

/// Writes a file so that it is there whole or not at all. Folders are made as needed.
///
/// # Errors
///
/// Fails if the folder or the file can't be written; then nothing has changed.
pub(crate) fn write(target: &Path, bytes: &[u8]) -> io::Result<()> {
    write_as(target, bytes, UNFINISHED)
}

/// Writes a file so that it is there whole or not at all, for those who do not hold the output lock: a build removes
/// only unfinished files of builds.
///
/// # Errors
///
/// Fails as [`write()`] does.
pub(crate) fn write_file(target: &Path, bytes: &[u8]) -> io::Result<()> {
    write_as(target, bytes, ".feuillet-")
}

fn write_as(target: &Path, bytes: &[u8], prefix: &str) -> io::Result<()> {
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    fs::create_dir_all(folder)?;
    // The user knows nothing of the unfinished file: what is told is why, and of which file is told by the caller.
    let mut file = tempfile::Builder::new()
        .prefix(prefix)
        .tempfile_in(folder)
        .map_err(|error| unnamed(&error))?;
    file.as_file_mut().write_all(bytes)?;
    readable(file.as_file())?;
    file.persist(target).map_err(|error| error.error)?;
    Ok(())
}

/// Gives a finished file a second name, so that it is stored once; where the file system knows no such names, it is copied.
///
/// # Errors
///
/// Fails if neither can be done; then nothing has changed.
pub(crate) fn link(existing: &Path, target: &Path) -> io::Result<()> {
    let folder = target.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    // A name of its own, at which there is nothing yet.
    let fresh = tempfile::Builder::new()
        .prefix(UNFINISHED)
        .tempfile_in(folder)
        .map_err(|error| unnamed(&error))?
        .into_temp_path();
    fs::remove_file(&fresh)?;
    if fs::hard_link(existing, &fresh).is_err() {
        return write(target, &fs::read(existing)?);
    }
    let renamed = fs::rename(&fresh, target);
    // Where both names are of one file already, renaming does nothing.
    let _ = fs::remove_file(&fresh);
    renamed
}

/// The same error without the path that the library for temporary files adds.
fn unnamed(error: &io::Error) -> io::Error {
    let inner = error.get_ref().and_then(|inner| inner.source());
    let code =
        inner.and_then(|inner| inner.downcast_ref::<io::Error>()).and_then(io::Error::raw_os_error);
    code.map_or_else(|| io::Error::from(error.kind()), io::Error::from_raw_os_error)
}

/// Temporary files are made for their owner alone; a finished one is for everybody to read.
#[cfg(unix)]
pub(crate) fn readable(file: &fs::File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
pub(crate) fn readable(_: &fs::File) -> io::Result<()> {
    Ok(())
}

/// Writes a folder of files so that it is there whole or not at all. An earlier folder is replaced only if it holds
/// a file `mark`, by which it is known as ours.
///
/// # Errors
///
/// Fails if something else stands there, or if the folder can't be written.
pub(crate) fn write_folder(
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
    let fresh = tempfile::Builder::new()
        .prefix(".feuillet-")
        .tempdir_in(parent)
        .map_err(|error| unnamed(&error))?;
    for (path, bytes) in files {
        write(&fresh.path().join(path), bytes)?;
    }
    let old = tempfile::Builder::new()
        .prefix(".feuillet-")
        .tempdir_in(parent)
        .map_err(|error| unnamed(&error))?;
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

/// The error for a file that can't be written.
pub(crate) fn cannot_write(target: &Path, error: &io::Error) -> Diagnostic {
    let diagnostic =
        |reason: &str| Diagnostic::error(format!("can't write `{}`: {reason}", target.display()));
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            diagnostic("the disk is full").hint("make room, or write elsewhere with `--output`")
        }
        _ => diagnostic(&error.to_string()),
    }
}
