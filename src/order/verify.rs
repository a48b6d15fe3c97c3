//! Says what is wrong with a package: files that are missing, changed or too many, a ticket that does not agree with them, an
//! archive that holds something else.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Read as _};
use std::path::Path;

use feuillet_preflight::Source;
use zip::ZipArchive;

use crate::artifact::files::sha256;
use crate::diagnostic::Diagnostic;
use crate::order::package::{SHEET, SUMS, TICKET, archive_of};
use crate::order::ticket::assertions::{FileFigures, faults};
use crate::order::ticket::md5::md5;

/// The longest file of a package that is read, in bytes.
const LONGEST: u64 = 1 << 30;

/// A package that was looked through.
#[derive(Debug)]
pub(crate) struct Verified {
    /// The checksum of its checksums.
    pub(crate) sums: String,
    /// The names of its files, checksums among them.
    pub(crate) files: Vec<String>,
    /// What is wrong.
    pub(crate) faults: Vec<Diagnostic>,
}

/// Looks through the package in a folder.
///
/// # Errors
///
/// Fails if there is no such folder, or if it is none of an order.
pub(crate) fn verify(folder: &Path) -> Result<Verified, Diagnostic> {
    let shown = folder.display();
    let no_package = |why: &str| {
        Diagnostic::error(format!("`{shown}` is not the folder of an order: {why}"))
            .hint("`feuillet order FILE` makes one: name the folder that it wrote")
    };
    let entries = fs::read_dir(folder).map_err(|error| no_package(&reason(&error)))?;
    let mut faults_found = Vec::new();
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for entry in entries {
        let entry = entry.map_err(|error| no_package(&reason(&error)))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        match read(&entry.path()) {
            Ok(bytes) => {
                files.insert(name, bytes);
            }
            Err(why) => faults_found.push(extra(&name, &why)),
        }
    }
    let Some(sums) = files.get(SUMS) else {
        return Err(no_package(&format!("it has no `{SUMS}`")));
    };
    let digest = sha256(sums);
    let expected = read_sums(sums, &mut faults_found);
    for (name, sum) in &expected {
        match files.get(name) {
            None => faults_found.push(
                Diagnostic::error(format!("`{name}` is missing"))
                    .hint("unpack the archive again, or make the order again"),
            ),
            Some(bytes) if sha256(bytes) != *sum => faults_found.push(
                Diagnostic::error(format!("`{name}` has changed since the order was made"))
                    .hint("nothing in the folder may be edited: make the order again"),
            ),
            Some(_) => {}
        }
    }
    for name in files.keys().filter(|name| *name != SUMS && !expected.contains_key(*name)) {
        faults_found.push(extra(name, &format!("it is not in `{SUMS}`")));
    }
    check_ticket(&files, &mut faults_found);
    check_archive(folder, &files, &mut faults_found);
    Ok(Verified { sums: digest, files: files.into_keys().collect(), faults: faults_found })
}

fn extra(name: &str, why: &str) -> Diagnostic {
    Diagnostic::error(format!("`{name}` does not belong here: {why}"))
        .hint("take it out: the shop prints what it finds")
}

fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such folder".to_owned(),
        io::ErrorKind::NotADirectory => "it is a file".to_owned(),
        _ => error.to_string(),
    }
}

/// Reads a file of a package; a link may lead anywhere, and is none.
fn read(path: &Path) -> Result<Vec<u8>, String> {
    let known = fs::symlink_metadata(path).map_err(|error| error.to_string())?;
    if !known.is_file() {
        return Err("it is no file".to_owned());
    }
    if known.len() > LONGEST {
        return Err("it is longer than 1 GB".to_owned());
    }
    fs::read(path).map_err(|error| error.to_string())
}

/// The checksums by name, as `sha256sum` writes them.
fn read_sums(bytes: &[u8], found: &mut Vec<Diagnostic>) -> BTreeMap<String, String> {
    let mut sums = BTreeMap::new();
    for (line, number) in String::from_utf8_lossy(bytes).lines().zip(1..) {
        let parts = line.split_once("  ");
        let parts = parts.filter(|(sum, name)| {
            sum.len() == 64
                && sum.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'))
                && !name.is_empty()
                && !name.contains(['/', '\\'])
        });
        match parts {
            Some((sum, name)) => {
                sums.insert(name.to_owned(), sum.to_owned());
            }
            None => found.push(
                Diagnostic::error(format!("line {number} of `{SUMS}` can't be read"))
                    .hint("make the order again"),
            ),
        }
    }
    sums
}

/// Compares the ticket with the files that it names.
fn check_ticket(files: &BTreeMap<String, Vec<u8>>, found: &mut Vec<Diagnostic>) {
    let is_ticket = |name: &&String| name.to_ascii_lowercase().ends_with(TICKET);
    let tickets: Vec<&String> = files.keys().filter(is_ticket).collect();
    let [name] = tickets.as_slice() else {
        let fault = format!("there are {} job tickets, and not one", tickets.len());
        found.push(Diagnostic::error(fault).hint("make the order again"));
        return;
    };
    let print_files = files
        .iter()
        .filter(|(name, _)| name.to_ascii_lowercase().ends_with(".pdf") && !name.ends_with(SHEET));
    let figures = print_files.map(|(name, bytes)| (name.clone(), figures(bytes)));
    let figures: BTreeMap<String, FileFigures> = figures.collect();
    let ticket = files.get(*name).map(|bytes| String::from_utf8_lossy(bytes)).unwrap_or_default();
    let faults = faults(&ticket, &figures);
    found.extend(
        faults.into_iter().map(|fault| Diagnostic::error(fault).hint("make the order again")),
    );
}

/// The figures of a file.
pub(crate) fn figures(bytes: &[u8]) -> FileFigures {
    let pages = Source::read(bytes).ok().map(|source| source.pages.len());
    FileFigures { bytes: bytes.len(), pages, md5: md5(bytes) }
}

/// Compares the archive beside the folder with it, if there is one.
fn check_archive(folder: &Path, files: &BTreeMap<String, Vec<u8>>, found: &mut Vec<Diagnostic>) {
    let path = archive_of(folder);
    if !path.exists() {
        return;
    }
    let fault = |what: String| {
        Diagnostic::error(format!("`{}` {what}", path.display())).hint("make the order again")
    };
    let archived = match unpacked(&path) {
        Ok(archived) => archived,
        Err(why) => {
            found.push(fault(format!("can't be read: {why}")));
            return;
        }
    };
    let names: BTreeSet<&String> = archived.keys().chain(files.keys()).collect();
    for name in names {
        match (archived.get(name), files.get(name)) {
            (Some(one), Some(other)) if one == other => {}
            (Some(_), Some(_)) => {
                found.push(fault(format!("holds another `{name}` than the folder")))
            }
            (None, _) => found.push(fault(format!("lacks `{name}`"))),
            (_, None) => found.push(fault(format!("holds `{name}`, which is not in the folder"))),
        }
    }
}

/// The files of an archive, by name without the folder around them.
fn unpacked(path: &Path) -> Result<BTreeMap<String, Vec<u8>>, String> {
    let file = fs::File::open(path).map_err(|error| error.to_string())?;
    let mut archive = ZipArchive::new(file).map_err(|error| error.to_string())?;
    let mut files = BTreeMap::new();
    for index in 0..archive.len() {
        let entry = archive.by_index(index).map_err(|error| error.to_string())?;
        let whole = entry.name().map_err(|error| error.to_string())?.into_owned();
        let name = whole.split_once('/').map_or(whole.as_str(), |(_, name)| name).to_owned();
        let mut bytes = Vec::new();
        entry.take(LONGEST).read_to_end(&mut bytes).map_err(|error| error.to_string())?;
        files.insert(name, bytes);
    }
    Ok(files)
}
