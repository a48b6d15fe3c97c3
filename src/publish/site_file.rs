//! Holds a file of a site while the site is made: bytes that were written for it, or a file that lies on the disk already.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::artifact::files::sha256;

/// The files of a site, by path with forward slashes.
pub(super) type Files = BTreeMap<String, SiteFile>;

/// A file of a site. A copy of it is cheap: files that are alike share their bytes.
#[derive(Debug, Clone)]
pub(super) struct SiteFile {
    content: Content,
    sha256: Arc<str>,
    bytes: usize,
}

#[derive(Debug, Clone)]
enum Content {
    Made(Arc<[u8]>),
    OnDisk(Arc<Path>),
}

impl SiteFile {
    /// A file that was made for the site.
    pub(super) fn made(bytes: Vec<u8>) -> SiteFile {
        SiteFile {
            sha256: sha256(&bytes).into(),
            bytes: bytes.len(),
            content: Content::Made(bytes.into()),
        }
    }

    /// A file on the disk of which the SHA-256 is known, and the size in bytes.
    pub(super) fn on_disk(path: PathBuf, sha256: &str, bytes: usize) -> SiteFile {
        SiteFile { content: Content::OnDisk(path.into()), sha256: sha256.into(), bytes }
    }

    /// Its SHA-256, in hexadecimal digits.
    pub(super) fn sha256(&self) -> &str {
        &self.sha256
    }

    /// Its size in bytes.
    pub(super) fn size(&self) -> usize {
        self.bytes
    }

    /// Its bytes, to be read one after the other.
    ///
    /// # Errors
    ///
    /// Fails if it can't be opened.
    pub(super) fn open(&self) -> io::Result<Box<dyn Read + '_>> {
        Ok(match &self.content {
            Content::Made(bytes) => Box::new(bytes.as_ref()),
            Content::OnDisk(path) => Box::new(File::open(path)?),
        })
    }

    /// Writes it at a place where there is nothing yet.
    ///
    /// # Errors
    ///
    /// Fails if it can't be written.
    pub(super) fn write(&self, target: &Path) -> io::Result<()> {
        match &self.content {
            Content::Made(bytes) => fs::write(target, bytes),
            Content::OnDisk(path) => fs::copy(path, target).map(|_| ()),
        }
    }
}
