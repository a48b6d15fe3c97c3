//! Turns files and fonts into the world that Typst sees. There is nothing else in it: no disk, clock or network.

use std::collections::HashMap;
use std::ops::Range;

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

/// How many versions of a file are kept: those of the runs at different settings, and with other words kept whole, by which one
/// edition is searched through.
const MOST_VERSIONS: usize = 8;

/// What earlier runs of a language edition, or of editions that are like it, have left: their parsed sources and other files, and
/// where the last setting was found.
///
/// Typst's memory knows a passage by its nodes' numbers in the syntax tree. A source that is parsed anew is numbered anew,
/// so that one word more in bold numbers all that follows, and every page is laid out again; a source that is edited
/// keeps the numbers of what did not change. A search for a setting goes to and fro between a few versions of a file: each is
/// kept, and the one that is nearest is edited.
#[derive(Debug, Default)]
pub(crate) struct Sources {
    /// The versions of each source, the one that was used last at the end.
    versions: HashMap<FileId, Vec<Source>>,
    /// The other files. Typst's memory knows them by a hash, which they keep.
    files: HashMap<FileId, Bytes>,
    /// Where the last search for a setting has ended among the settings of its composition.
    pub(super) step: usize,
}

impl Sources {
    /// A source with this text.
    fn source(&mut self, id: FileId, text: &str) -> Source {
        let versions = self.versions.entry(id).or_default();
        let same = versions.iter().position(|version| version.text() == text);
        let source = match same {
            Some(index) => versions.remove(index),
            None => {
                let nearest =
                    versions.iter().min_by_key(|version| difference(version.text(), text));
                match nearest.cloned() {
                    Some(mut source) => {
                        edit(&mut source, text);
                        source
                    }
                    None => Source::new(id, text.to_owned()),
                }
            }
        };
        if versions.len() >= MOST_VERSIONS {
            versions.remove(0);
        }
        versions.push(source.clone());
        source
    }

    /// A file that is no source, with these bytes.
    fn file(&mut self, id: FileId, bytes: &[u8]) -> Bytes {
        match self.files.get(&id) {
            Some(known) if known.as_slice() == bytes => known.clone(),
            _ => {
                let file = Bytes::new(bytes.to_vec());
                self.files.insert(id, file.clone());
                file
            }
        }
    }
}

/// Turns a source into one with another text, by as small edits as can be found: what is between two edits keeps its numbers, and
/// what one edit spans is numbered anew. Bodies differ in a few strings, which are far apart.
fn edit(source: &mut Source, text: &str) {
    let old = source.text().to_owned();
    let mut edits: Vec<(Range<usize>, Range<usize>)> = Vec::new();
    for (line, other) in pairs(&old, text, '\n') {
        let pieces = pairs(&old[line.clone()], &text[other.clone()], '"').into_iter();
        edits.extend(pieces.map(|(own, new)| (moved(own, line.start), moved(new, other.start))));
    }
    // The last one first: those before it stay where they are.
    for (own, new) in edits.into_iter().rev() {
        source.edit(own, &text[new]);
    }
    debug_assert_eq!(source.text(), text);
}

/// The pieces in which two texts differ, each in the one and in the other, in bytes: those between separators if there are as many of
/// them in both, or else all from the first to the last that differs.
fn pairs(one: &str, other: &str, separator: char) -> Vec<(Range<usize>, Range<usize>)> {
    let pieces = |text: &str| {
        let mut start = 0;
        let pieces = text.split_inclusive(separator).map(|piece| {
            start += piece.len();
            start - piece.len()..start
        });
        pieces.collect::<Vec<_>>()
    };
    let (own, others) = (pieces(one), pieces(other));
    let is_same = |(own, others): &(&Range<usize>, &Range<usize>)| {
        one[(*own).clone()] == other[(*others).clone()]
    };
    if own.len() == others.len() {
        let differing = own.iter().zip(&others).filter(|pair| !is_same(pair));
        return differing.map(|(own, others)| (own.clone(), others.clone())).collect();
    }
    let before = own.iter().zip(&others).take_while(is_same).count();
    let (own, others) = (&own[before..], &others[before..]);
    let after = own.iter().rev().zip(others.iter().rev()).take_while(is_same).count();
    let spanned = |pieces: &[Range<usize>], end: usize| {
        let end_of = |index: usize| pieces.get(index).map_or(end, |piece| piece.start);
        end_of(0)..end_of(pieces.len() - after)
    };
    vec![(spanned(own, one.len()), spanned(others, other.len()))]
}

/// A range so many bytes further on.
fn moved(range: Range<usize>, by: usize) -> Range<usize> {
    range.start + by..range.end + by
}

/// How many bytes the lines have in which two texts differ.
fn difference(one: &str, other: &str) -> usize {
    pairs(one, other, '\n').iter().map(|(own, others)| own.len() + others.len()).sum()
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
                sources.insert(id, kept.source(id, &String::from_utf8_lossy(bytes)));
            } else {
                files.insert(id, kept.file(id, bytes));
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

#[cfg(test)]
mod tests {
    use typst::syntax::{FileId, Source, Span};

    use super::{MOST_VERSIONS, Sources, difference, edit, file_id, pairs};

    fn id() -> FileId {
        file_id("main.typ").unwrap()
    }

    /// The number of the last string, by which Typst's memory knows it.
    fn end(source: &Source) -> Span {
        let mut left = vec![source.root()];
        while let Some(node) = left.pop() {
            if node.leaf_text() == "\"end\"" {
                return node.span();
            }
            left.extend(node.children());
        }
        panic!("no end in {:?}", source.text())
    }

    /// A text in which one word changes, and later on whether another one is kept whole.
    fn text(word: &str, whole: bool) -> String {
        let other = if whole { "#unhyphenated[#\"other\"]" } else { "#\"other\"" };
        format!("#let a = (size: 9.4pt)\n#section[#\"{word}\"]\n= Head\n{other} #\"end\"\n")
    }

    #[test]
    fn a_search_that_goes_to_and_fro_finds_the_same_nodes_again() {
        let mut kept = Sources::default();
        let first = kept.source(id(), &text("one", false));
        let whole = kept.source(id(), &text("one", true));
        assert_eq!(whole.text(), text("one", true));
        let again = kept.source(id(), &text("one", false));
        assert_eq!(again.root(), first.root());
        // Another body, at both: each is an edit of its own version, in which nothing else is numbered anew.
        for (before, is_whole) in [(&first, false), (&whole, true)] {
            let next = kept.source(id(), &text("two", is_whole));
            assert_eq!(next.text(), text("two", is_whole));
            assert_eq!(end(&next), end(before));
        }
    }

    #[test]
    fn what_stands_between_two_edits_keeps_its_number() {
        let text = |name: &str, place: &str| {
            format!("#card((name: [{name}]))\n= Head\n#\"end\"\n#logo(\"a.svg\", alt: [{place}])\n")
        };
        let (old, new) =
            (text("#\"a\"", "#\"b\""), text("#\"a\"#name[#\"c\"]", "#\"d\"#name[#\"e\"]"));
        let mut source = Source::new(id(), old.clone());
        let before = end(&source);
        edit(&mut source, &new);
        assert_eq!((source.text(), end(&source)), (new.as_str(), before));
        // One edit from the first difference to the last numbers it anew.
        let mut replaced = Source::new(id(), old);
        replaced.replace(&new);
        assert_ne!(end(&replaced), before);
    }

    #[test]
    fn an_edited_source_has_the_text_that_was_asked_for() {
        let texts = [
            "",
            "a",
            "a\n",
            "\"a\" \"b\"\n",
            "\"a\"\n\"é\"\n",
            "\"c\" \"b\"\n= x\n",
            "\n\n",
            "x\"y\nz\"",
            "#\"\\\"\"\n",
            "a\nb\nc\n",
            "a\nc\n",
            "b\nb\nb\n",
        ];
        for from in texts {
            for to in texts {
                let mut source = Source::new(id(), from.to_owned());
                edit(&mut source, to);
                assert_eq!(source.text(), to, "from {from:?}");
            }
        }
    }

    #[test]
    fn texts_differ_in_pieces() {
        assert_eq!(pairs("a\nb\nc", "a\nx\nc", '\n'), [(2..4, 2..4)]);
        assert_eq!(pairs("a\nb\nc", "a\nc", '\n'), [(2..4, 2..2)]);
        assert_eq!(pairs("a\nc", "a\nb\nc", '\n'), [(2..2, 2..4)]);
        assert_eq!(pairs("a\na", "a\na\na", '\n'), [(2..2, 2..4)]);
        assert!(pairs("same", "same", '\n').is_empty());
    }

    #[test]
    fn as_many_versions_are_kept_as_one_search_needs() {
        let mut kept = Sources::default();
        for number in 0..5 * MOST_VERSIONS {
            let text = text(&number.to_string(), number % 3 == 0);
            assert_eq!(kept.source(id(), &text).text(), text);
        }
        assert_eq!(kept.versions[&id()].len(), MOST_VERSIONS);
        // The last one is there, and the first one is not.
        let is_kept = |number: usize| {
            let text = text(&number.to_string(), number.is_multiple_of(3));
            kept.versions[&id()].iter().any(|version| version.text() == text)
        };
        assert!(is_kept(5 * MOST_VERSIONS - 1) && !is_kept(0));
    }

    #[test]
    fn a_file_with_other_bytes_at_the_same_path_is_another_one() {
        let mut kept = Sources::default();
        let id = file_id("images/logo.svg").unwrap();
        for bytes in [&b"one"[..], b"two", b"two", b"one"] {
            assert_eq!(kept.file(id, bytes).as_slice(), bytes);
        }
        assert_eq!(kept.files.len(), 1);
    }

    #[test]
    fn texts_differ_by_their_lines() {
        assert_eq!(difference("a\nbc\nd", "a\nbc\nd"), 0);
        assert_eq!(difference("a\nbc\nd\ne", "x\nbc\nd\ny"), 6);
        assert_eq!(difference("a\nbc\nd", "a\nd"), 3);
    }
}
