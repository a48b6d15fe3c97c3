//! Turns a made order into its package: a folder and an archive for the shop, with checksums.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};

use time::Date;
use zip::ZipWriter;

use crate::artifact::archive::stored_on;
use crate::artifact::files::{cannot_write, sha256, write_file, write_folder};
use crate::diagnostic::Diagnostic;

/// The file with the checksums, as `sha256sum -c` reads it.
pub(crate) const SUMS: &str = "SHA256SUMS";

/// How the name of a ticket ends.
pub(crate) const TICKET: &str = ".xjdf";

/// How the name of the order sheet ends.
pub(crate) const SHEET: &str = "_order-sheet.pdf";

/// What the shop gets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Package {
    /// The name of the job, which is that of the folder and of the archive.
    pub(crate) name: String,
    /// Its files by name, checksums among them.
    pub(crate) files: BTreeMap<String, Vec<u8>>,
}

impl Package {
    /// Joins print files, ticket and sheet, and adds the checksums.
    pub(crate) fn new(
        name: String,
        print_files: impl IntoIterator<Item = (String, Vec<u8>)>,
        ticket: String,
        sheet: Vec<u8>,
    ) -> Package {
        let mut files: BTreeMap<String, Vec<u8>> = print_files.into_iter().collect();
        files.insert(format!("{name}{TICKET}"), ticket.into_bytes());
        files.insert(format!("{name}{SHEET}"), sheet);
        let mut sums = String::new();
        for (name, bytes) in &files {
            let _ = writeln!(sums, "{}  {name}", sha256(bytes));
        }
        files.insert(SUMS.to_owned(), sums.into_bytes());
        Package { name, files }
    }

    /// The checksum of the checksums, which tells the whole package.
    pub(crate) fn sums(&self) -> String {
        self.files.get(SUMS).map(|sums| sha256(sums)).unwrap_or_default()
    }

    /// Its folder below a folder.
    pub(crate) fn folder(&self, output: &Path) -> PathBuf {
        output.join(&self.name)
    }

    /// Writes folder and archive, each whole or not at all. An earlier folder of the same order is replaced.
    ///
    /// # Errors
    ///
    /// Fails if another folder has the name, or if nothing can be written there.
    pub(crate) fn write(&self, output: &Path, day: Date) -> Result<(), Diagnostic> {
        let archive = self.archive(day);
        let folder = self.folder(output);
        if let Some(name) = foreign_file(&folder) {
            let shown = folder.join(name);
            return Err(Diagnostic::error(format!("`{}` is not of this order", shown.display()))
                .hint("move it elsewhere: the folder is replaced as a whole"));
        }
        write_folder(&folder, &self.files, &format!("{}{TICKET}", self.name)).map_err(|error| {
            let fault = cannot_write(&folder, &error);
            match error.kind() {
                std::io::ErrorKind::AlreadyExists => fault
                    .hint("it is not of this order: move it, or write elsewhere with `--output`"),
                _ => fault,
            }
        })?;
        let target = archive_of(&folder);
        write_file(&target, &archive).map_err(|error| cannot_write(&target, &error))
    }

    /// The archive: files in the order of their names, stored as they are, all of one day and with the same rights.
    fn archive(&self, day: Date) -> Vec<u8> {
        let options = stored_on(day);
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in &self.files {
            // Writing into memory does not fail.
            let _ = archive.start_file(format!("{}/{name}", self.name), options);
            let _ = archive.write_all(bytes);
        }
        archive.finish().map(Cursor::into_inner).unwrap_or_default()
    }
}

/// A file that somebody else put into the folder of an order; `None` where there is none, or no such folder.
fn foreign_file(folder: &Path) -> Option<String> {
    let sums = fs::read_to_string(folder.join(SUMS)).ok()?;
    let is_own =
        |name: &str| name == SUMS || sums.lines().any(|line| line.ends_with(&format!("  {name}")));
    let entries = fs::read_dir(folder).ok()?.filter_map(Result::ok);
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    let mut foreign: Vec<String> = names.filter(|name| !is_own(name)).collect();
    foreign.sort();
    foreign.into_iter().next()
}

/// The archive beside a folder.
pub(crate) fn archive_of(folder: &Path) -> PathBuf {
    beside(folder, ".zip")
}

/// The record beside a folder, which stays in the house.
pub(crate) fn record_of(folder: &Path) -> PathBuf {
    beside(folder, ".record.toml")
}

fn beside(folder: &Path, end: &str) -> PathBuf {
    // The folder that one stands in has no name of its own.
    let whole = if folder.file_name().is_none() { folder.canonicalize().ok() } else { None };
    let folder = whole.as_deref().unwrap_or(folder);
    let mut name = folder.file_name().unwrap_or_default().to_owned();
    name.push(end);
    folder.with_file_name(name)
}
