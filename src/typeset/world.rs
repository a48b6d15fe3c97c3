//! A composition and fonts in; what Typst sees of the world out. There is nothing else: no disk, clock, network.

use std::collections::{BTreeMap, HashMap};

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use crate::compose::MAIN;
use crate::typeset::fonts::Fonts;

/// Typst's standard library, the same for every page.
static LIBRARY: std::sync::LazyLock<LazyHash<Library>> =
    std::sync::LazyLock::new(|| LazyHash::new(Library::default()));

/// The files of one document.
pub(super) struct Desk<'a> {
    fonts: &'a Fonts,
    main: FileId,
    sources: HashMap<FileId, Source>,
    files: HashMap<FileId, Bytes>,
}

/// The id of a file. Paths are few and always the same: Typst keeps every id that was ever made.
fn file_id(path: &str) -> Option<FileId> {
    let path = VirtualPath::new(path).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// The parsed sources of a language edition and the place of its setting, kept from one run to the next.
///
/// Typst's memory knows a passage by its nodes' numbers in the syntax tree. A source that is parsed anew is numbered anew,
/// so that one word more in bold numbers all that follows, and every page is laid out again; a source that is edited
/// keeps the numbers of what did not change.
#[derive(Debug, Default)]
pub struct Sources {
    files: HashMap<FileId, Source>,
    /// Where the last search for a setting has ended on its ladder.
    pub(super) rung: usize,
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

impl<'a> Desk<'a> {
    /// Lays the files out. `None` if one has a path that Typst does not take.
    pub(super) fn new(
        texts: &BTreeMap<String, Vec<u8>>,
        fonts: &'a Fonts,
        kept: &mut Sources,
    ) -> Option<Desk<'a>> {
        let mut sources = HashMap::new();
        let mut files = HashMap::new();
        for (path, bytes) in texts {
            let id = file_id(path)?;
            if path.ends_with(".typ") {
                let text = String::from_utf8_lossy(bytes).into_owned();
                sources.insert(id, kept.update(id, text));
            } else {
                files.insert(id, Bytes::new(bytes.clone()));
            }
        }
        Some(Desk { fonts, main: file_id(MAIN)?, sources, files })
    }

    /// The path of a file, for messages.
    pub(super) fn path(id: FileId) -> String {
        id.get().vpath().get_without_slash().to_owned()
    }
}

impl World for Desk<'_> {
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
        found.ok_or_else(|| FileError::NotFound(Desk::path(id).into()))
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
