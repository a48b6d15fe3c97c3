//! Packs the site of a body for the net of an office: an archive that stands by itself and works from a folder.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use time::Date;
use zip::ZipWriter;

use crate::artifact::archive::stored_on;
use crate::artifact::files::{cannot_write, file_sha256, readable, write_file};
use crate::diagnostic::Diagnostic;
use crate::publish::site_file::{Files, SiteFile};
use crate::publish::site_folder::{SUMS, read_sums, write_sums};

/// How the name of an archive ends.
const ENDING: &str = ".zip";

/// The folder of the packages: in it a folder for each body by its key, which stays in the house, and in that the archive.
pub(super) struct Packages {
    folder: PathBuf,
    /// What earlier runs wrote: checksums by path.
    earlier: BTreeMap<String, String>,
    written: Mutex<BTreeMap<String, String>>,
    /// The bodies of which nothing may be handed out any more, by key.
    left_out: Mutex<BTreeSet<String>>,
}

impl Packages {
    /// Opens the folder of the packages.
    ///
    /// # Errors
    ///
    /// Fails if other files stand there.
    pub(super) fn open(folder: &Path) -> Result<Packages, Diagnostic> {
        let sums = fs::read_to_string(folder.join(SUMS)).ok();
        let is_empty = fs::read_dir(folder).map_or(true, |mut found| found.next().is_none());
        if folder.is_file() || (sums.is_none() && !is_empty) {
            return Err(Diagnostic::error(format!("`{}` holds other files", folder.display()))
                .hint("name a new folder for the packages, or one that `feuillet publish` wrote before"));
        }
        Ok(Packages {
            folder: folder.to_owned(),
            earlier: sums.as_deref().map(read_sums).unwrap_or_default(),
            written: Mutex::default(),
            left_out: Mutex::default(),
        })
    }

    /// Writes the package of a body, whole or not at all. `name` is the public name, `day` that of the release: the same site
    /// gives the same bytes.
    ///
    /// # Errors
    ///
    /// Fails if it can't be written; then an earlier one stands.
    pub(super) fn write(
        &self,
        key: &str,
        name: &str,
        day: Date,
        mut files: Files,
    ) -> Result<(), Diagnostic> {
        let sums = files.iter().map(|(path, file)| (path.clone(), file.sha256().to_owned()));
        let sums = write_sums(&sums.collect());
        files.insert(SUMS.to_owned(), SiteFile::made(sums.into_bytes()));
        let path = format!("{key}/{name}{ENDING}");
        let target = self.folder.join(&path);
        let sum = archive(&target, name, day, &files);
        let sum = sum.map_err(|error| cannot_write(&target, &error))?;
        lock(&self.written).insert(path, sum);
        Ok(())
    }

    /// Notes that an earlier package of a body must not be handed out any more.
    pub(super) fn leave_out(&self, key: &str) {
        lock(&self.left_out).insert(key.to_owned());
    }

    /// Deletes earlier packages that must not be handed out, and those of bodies that are not `known` any more, and writes the list
    /// of all. Gives their number, and the checksums by path.
    ///
    /// # Errors
    ///
    /// Fails if something can't be written.
    pub(super) fn finish(
        &self,
        known: &dyn Fn(&str) -> bool,
    ) -> Result<BTreeMap<String, String>, Diagnostic> {
        let mut all = std::mem::take(&mut *lock(&self.written));
        let left_out = lock(&self.left_out);
        for (path, sum) in &self.earlier {
            let key = path.split('/').next().unwrap_or_default();
            let target = self.folder.join(path);
            if all.contains_key(path) {
                continue;
            }
            if !left_out.contains(key) && known(key) {
                all.insert(path.clone(), sum.clone());
            } else if file_sha256(&target).is_ok_and(|own| own == *sum) {
                fs::remove_file(&target).map_err(|error| cannot_write(&target, &error))?;
                let _ = target.parent().map(fs::remove_dir);
            }
        }
        let target = self.folder.join(SUMS);
        write_file(&target, write_sums(&all).as_bytes())
            .map_err(|error| cannot_write(&target, &error))?;
        Ok(all)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Writes an archive: files in the order of their paths, stored as they are, all of one day and with the same rights. Gives its
/// checksum.
fn archive(target: &Path, name: &str, day: Date, files: &Files) -> io::Result<String> {
    let options = stored_on(day);
    let folder = target.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let fresh = tempfile::Builder::new().prefix(".feuillet-").tempfile_in(folder)?;
    let mut archive = ZipWriter::new(io::BufWriter::new(fresh));
    for (path, file) in files {
        archive.start_file(format!("{name}/{path}"), options)?;
        io::copy(&mut file.open()?, &mut archive)?;
    }
    let fresh = archive.finish()?.into_inner().map_err(io::IntoInnerError::into_error)?;
    let sum = file_sha256(fresh.path())?;
    readable(fresh.as_file())?;
    fresh.persist(target).map_err(|error| error.error)?;
    Ok(sum)
}
