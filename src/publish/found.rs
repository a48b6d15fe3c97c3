//! Lists what is below a folder; links are not followed.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::diagnostic::Diagnostic;

/// What is below a folder, by path with forward slashes.
#[derive(Default)]
pub(super) struct Found {
    /// Its files.
    pub(super) files: Vec<String>,
    /// Links, which are not followed.
    pub(super) links: Vec<String>,
}

/// Why a folder can't be looked through.
pub(super) enum Fault {
    /// It can't be read.
    Io(io::Error),
    /// A name in it is not in UTF-8.
    Name(PathBuf),
}

impl Fault {
    /// Says it of the folder that was given.
    pub(super) fn told(self, given: &Path) -> Diagnostic {
        match self {
            Fault::Io(error) => {
                Diagnostic::error(format!("can't read `{}`: {}", given.display(), error.kind()))
            }
            Fault::Name(path) => Diagnostic::error(format!(
                "the name of `{}` is not in UTF-8: no address can lead there",
                path.display().to_string().escape_debug()
            ))
            .hint("somebody put this file into the site: give it another name, or take it away"),
        }
    }
}

impl Found {
    /// Looks through a folder; `before` is what its paths begin with.
    ///
    /// # Errors
    ///
    /// Fails if it can't be read, or has a name that is not in UTF-8.
    pub(super) fn look(&mut self, folder: &Path, before: &str) -> Result<(), Fault> {
        for entry in fs::read_dir(folder).map_err(Fault::Io)? {
            let entry = entry.map_err(Fault::Io)?;
            let name = entry.file_name().into_string().map_err(|_| Fault::Name(entry.path()))?;
            let path = format!("{before}{name}");
            let kind = fs::symlink_metadata(entry.path()).map_err(Fault::Io)?.file_type();
            if kind.is_dir() {
                self.look(&entry.path(), &format!("{path}/"))?;
            } else if kind.is_file() {
                self.files.push(path);
            } else {
                self.links.push(path);
            }
        }
        Ok(())
    }
}
