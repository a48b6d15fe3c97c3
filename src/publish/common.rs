//! What the pages of all bodies lead to: the files of the site of the brochures, which are stored there once.

use std::collections::BTreeSet;

use crate::language::Tag;
use crate::publish::entry::{Entry, Picture, Purpose, State};
use crate::publish::site_file::Files;

/// The files of the site of the brochures that are up to date.
#[derive(Default)]
pub(super) struct Common {
    entries: Vec<Entry>,
    files: Files,
}

impl Common {
    /// Takes what the site of the brochures has; its files are kept for packages.
    pub(super) fn new(entries: &[Entry], files: &Files) -> Common {
        let live = entries.iter().filter(|entry| entry.state != State::Replaced);
        let mut common = Common { entries: live.cloned().collect(), files: Files::new() };
        for entry in &common.entries {
            let pictures = entry.picture.iter().map(|picture| &picture.path);
            let of_page = pictures_of(entry, files);
            for path in pictures.chain([&entry.path]).chain(of_page) {
                let file = files.get(path);
                common.files.extend(file.map(|file| (path.clone(), file.clone())));
            }
        }
        common
    }

    /// All of them.
    pub(super) fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter()
    }

    /// The small picture of the edition that an entry is of: what a body adds does not stand on its first page.
    pub(super) fn picture(&self, entry: &Entry) -> Option<&Picture> {
        let mut same = self.entries.iter().filter(|other| other.is_same_file(entry));
        same.find_map(|other| other.picture.as_ref())
    }

    /// The files that stand beside those of a body: of each language the editions that the body has none of.
    pub(super) fn beside<'c>(&'c self, own: &'c [Entry]) -> impl Iterator<Item = &'c Entry> {
        let live = own.iter().filter(|entry| entry.state != State::Replaced);
        let key = |entry: &'c Entry| -> (&'c str, &'c str, &'c Tag, bool) {
            // A text to read stands for its brochure.
            let is_text = entry.purpose == Purpose::Read;
            let edition = if is_text { "" } else { entry.edition.as_str() };
            (entry.name.as_str(), edition, &entry.language, is_text)
        };
        let has: BTreeSet<_> = live.map(key).collect();
        self.entries.iter().filter(move |entry| !has.contains(&key(entry)))
    }

    /// An entry of its own, with the pictures that it needs, by path.
    pub(super) fn files_of(&self, entry: &Entry) -> Files {
        let of_page = pictures_of(entry, &self.files);
        let paths = [&entry.path].into_iter().chain(of_page);
        let mut files = self.picture_file(entry);
        files.extend(paths.filter_map(|path| Some((path.clone(), self.files.get(path)?.clone()))));
        files
    }

    /// The small picture of an entry.
    pub(super) fn picture_file(&self, entry: &Entry) -> Files {
        let path = entry.picture.as_ref().map(|picture| &picture.path);
        path.and_then(|path| Some((path.clone(), self.files.get(path)?.clone())))
            .into_iter()
            .collect()
    }
}

/// The pictures of a page, which lie beside it.
fn pictures_of<'f>(entry: &Entry, files: &'f Files) -> Vec<&'f String> {
    let folder = entry.path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let begins = format!("{folder}/{}-", entry.name);
    if entry.purpose != Purpose::Read {
        return Vec::new();
    }
    let near = files.range(begins.clone()..).map(|(path, _)| path);
    let near = near.take_while(|path| path.starts_with(&begins));
    near.filter(|path| is_picture(path)).collect()
}

/// Whether a path is that of a picture of a page.
pub(super) fn is_picture(path: &str) -> bool {
    [".svg", ".png", ".jpg", ".jpeg"].iter().any(|ending| path.ends_with(ending))
}
