//! Turns files and fonts into the world that Typst sees. There is nothing else in it: no disk, clock or network.

use std::collections::HashMap;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use crate::compose::MAIN;
use crate::diagnostic::Diagnostic;
use crate::typeset::fonts::Fonts;

/// Typst's standard library, the same for every page.
static LIBRARY: std::sync::LazyLock<LazyHash<Library>> =
    std::sync::LazyLock::new(|| LazyHash::new(Library::default()));

/// The files of one document.
pub(super) struct MemoryWorld<'a> {
    fonts: &'a Fonts,
    main: FileId,
    sources: HashMap<FileId, Source>,
    files: HashMap<FileId, Bytes>,
}

/// The id of a file. Paths are few and always the same: Typst keeps every id that was ever made.
fn file_id(path: &str) -> Result<FileId, Diagnostic> {
    let path = VirtualPath::new(path)
        .map_err(|_| Diagnostic::error(format!("`{path}` is no path that the typesetter takes")))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// What an earlier run of a language edition has left: its parsed sources, and where its setting was found.
///
/// Typst's memory knows a passage by its nodes' numbers in the syntax tree. A source that is parsed anew is numbered anew,
/// so that one word more in bold numbers all that follows, and every page is laid out again; a source that is edited
/// keeps the numbers of what did not change.
#[derive(Debug, Default)]
pub(crate) struct Sources {
    files: HashMap<FileId, Source>,
    /// Where the last search for a setting has ended among the settings of its composition.
    pub(super) step: usize,
}

impl Sources {
    /// Brings a file up to date.
    fn update(&mut self, id: FileId, text: String) -> Source {
        let source = match self.files.remove(&id) {
            Some(mut source) => {
                source.replace(&text);
                source
            }
            None => Source::new(id, text),
        };
        self.files.insert(id, source.clone());
        source
    }
}

impl<'a> MemoryWorld<'a> {
    /// A world of these files, by path.
    ///
    /// # Errors
    ///
    /// Fails if Typst does not take the path of one.
    pub(super) fn new<'f>(
        given: impl Iterator<Item = (&'f str, &'f [u8])>,
        fonts: &'a Fonts,
        kept: &mut Sources,
    ) -> Result<MemoryWorld<'a>, Diagnostic> {
        let mut sources = HashMap::new();
        let mut files = HashMap::new();
        for (path, bytes) in given {
            let id = file_id(path)?;
            if path.ends_with(".typ") {
                let text = String::from_utf8_lossy(bytes).into_owned();
                sources.insert(id, kept.update(id, text));
            } else {
                files.insert(id, Bytes::new(bytes.to_vec()));
            }
        }
        Ok(MemoryWorld { fonts, main: file_id(MAIN)?, sources, files })
    }

    /// The path of a file, for messages.
    pub(super) fn path(id: FileId) -> String {
        id.get().vpath().get_without_slash().to_owned()
    }
}

impl World for MemoryWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.fonts.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let found = self.sources.get(&id).cloned();
        found.ok_or_else(|| FileError::NotFound(MemoryWorld::path(id).into()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if let Some(bytes) = self.files.get(&id) {
            return Ok(bytes.clone());
        }
        self.source(id).map(|source| Bytes::from_string(source.text().to_owned()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
