//! Tells what changed in the files of a project since they were last looked at, by file and name.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::SystemTime;

use serde::{Serialize, Serializer};

use crate::diagnostic::{Report, SourceFile};
use crate::load::catalogue::read_canonical;
use crate::load::files::files_below;
use crate::load::paths::{self, ProjectFile};

/// What happened to a file, or to something in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum ChangeKind {
    /// It is another one now.
    Changed,
    /// It was not there before.
    Added,
    /// It is gone.
    Removed,
}

impl ChangeKind {
    /// Its name, for people and programs.
    #[must_use]
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            ChangeKind::Changed => "changed",
            ChangeKind::Added => "added",
            ChangeKind::Removed => "removed",
        }
    }
}

/// What changed in one file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Change {
    /// The file, relative to the project, with forward slashes.
    pub(crate) file: String,
    /// What happened to the file.
    #[serde(rename = "change")]
    pub(crate) what: ChangeKind,
    /// Messages, terms or facts that are others now than in the last version that could be read, by name. `None` for
    /// files that hold no such thing, and for those that can't be read.
    #[serde(serialize_with = "list_or_empty")]
    pub(crate) names: Option<Vec<NamedChange>>,
}

/// What happened to a message, term or fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct NamedChange {
    /// Its name.
    pub(crate) name: String,
    /// What happened to it.
    pub(crate) change: ChangeKind,
}

/// Writes no list as an empty one.
fn list_or_empty<S: Serializer>(
    names: &Option<Vec<NamedChange>>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    names.as_deref().unwrap_or_default().serialize(serializer)
}

/// What somebody saved.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct ChangeSet {
    /// What changed since the last look.
    pub(crate) changes: Vec<Change>,
    /// Files that were saved as they were.
    pub(crate) unchanged: Vec<String>,
}

/// The files that a brochure is made from, as they were last seen.
#[derive(Debug, Default)]
pub(crate) struct Snapshot {
    files: BTreeMap<String, FileState>,
}

/// A file as it was seen.
#[derive(Debug)]
struct FileState {
    /// When it was written.
    written: Option<SystemTime>,
    /// Its size in bytes.
    size: u64,
    /// Its bytes, if it is a text; pictures and fonts are known by size and time alone.
    text: Option<Vec<u8>>,
    /// What it held when it could last be read.
    entries: Option<Entries>,
}

/// What a file holds: for each message, term or fact a form that is the same as long as it means the same.
type Entries = BTreeMap<String, String>;

/// The ends of names of the files that are read, and whether they are texts.
const KINDS: [(&str, bool); 9] = [
    ("toml", true),
    ("ftl", true),
    ("typ", true),
    ("icc", false),
    ("icm", false),
    ("ttf", false),
    ("otf", false),
    ("ttc", false),
    ("otc", false),
];

/// With what the names of backups and of half-written files end.
const PASSING: [&str; 6] = ["~", ".tmp", ".swp", ".swx", ".part", ".crdownload"];

/// Whether a file is a text; `None` if it is none of the project's: a backup, a lock or a swap file of an editor.
fn is_text(name: &str) -> Option<bool> {
    let (stem, end) = name.rsplit_once('.')?;
    let row = KINDS.iter().find(|(known, _)| end.eq_ignore_ascii_case(known))?;
    (!stem.is_empty() && !stem.starts_with('.')).then_some(row.1)
}

/// A picture may have any name: it is what its bytes say, and no text. `None` if it is none.
fn is_picture(path: &str, name: &str) -> Option<bool> {
    let is_passing = name.starts_with('.') || PASSING.iter().any(|end| name.ends_with(end));
    let is_one = matches!(ProjectFile::of(path), Some(ProjectFile::Picture { .. }));
    (is_one && !is_passing).then_some(false)
}

impl Snapshot {
    /// Looks at the files of a brochure in a project's folder.
    #[must_use]
    pub(crate) fn take(root: &Path, brochure: &str) -> Snapshot {
        let mut snapshot = Snapshot::default();
        for folder in [&paths::brochure(brochure), paths::TRANSLATIONS, paths::FONTS] {
            snapshot.collect(root, folder, brochure);
        }
        snapshot
    }

    fn collect(&mut self, root: &Path, folder: &str, brochure: &str) {
        for (path, file) in files_below(root, folder) {
            let name = path.rsplit('/').next().unwrap_or_default();
            let Some(is_text) = is_text(name).or_else(|| is_picture(&path, name)) else { continue };
            if ProjectFile::of(&path).is_some_and(|file| file.is_about(brochure))
                && let Some(seen) = FileState::read(&file, is_text)
            {
                self.files.insert(path, seen);
            }
        }
    }

    /// Whether a later look misses a file, or finds nothing in it: an editor may be in the middle of a save.
    #[must_use]
    pub(crate) fn is_doubtful(&self, later: &Snapshot) -> bool {
        self.files.iter().any(|(path, seen)| {
            let later = later.files.get(path);
            later.is_none_or(|later| later.size == 0 && seen.size > 0)
        })
    }

    /// Takes a later look for its own, and tells what was saved since the earlier one.
    pub(crate) fn update(&mut self, later: Snapshot) -> ChangeSet {
        let mut look = ChangeSet::default();
        let mut earlier = std::mem::replace(&mut self.files, later.files);
        for (path, seen) in &mut self.files {
            match earlier.remove(path) {
                Some(was) if was.is_as(seen) => {
                    if was.written != seen.written {
                        look.unchanged.push(path.clone());
                    }
                    seen.entries = was.entries;
                }
                was => look.changes.push(seen.follow(path, was)),
            }
        }
        let gone = earlier.into_keys();
        look.changes.extend(gone.map(|file| Change {
            file,
            what: ChangeKind::Removed,
            names: None,
        }));
        look.changes.sort_by(|one, other| one.file.cmp(&other.file));
        look
    }
}

impl FileState {
    /// Looks at a file; `None` if it has gone meanwhile.
    fn read(path: &Path, is_text: bool) -> Option<FileState> {
        let text = if is_text { Some(fs::read(path).ok()?) } else { None };
        // After the text: a save between the two is found by the next look, since its text differs.
        let found = fs::metadata(path).ok()?;
        Some(FileState { written: found.modified().ok(), size: found.len(), text, entries: None })
    }

    /// Whether the file is as it was.
    fn is_as(&self, other: &FileState) -> bool {
        match (&self.text, &other.text) {
            (None, None) => (self.size, self.written) == (other.size, other.written),
            (text, other) => text == other,
        }
    }

    /// Tells what is new since an earlier look, and keeps what the file holds, or held when it could last be read.
    fn follow(&mut self, path: &str, earlier: Option<FileState>) -> Change {
        let what = if earlier.is_some() { ChangeKind::Changed } else { ChangeKind::Added };
        let now = self.text.as_ref().and_then(|text| held(path, text));
        let was = earlier.and_then(|earlier| earlier.entries);
        let names = now.as_ref().zip(was.as_ref()).map(|(now, was)| differences(was, now));
        self.entries = now.or(was);
        Change { file: path.to_owned(), what, names }
    }
}

/// What a file holds by name; `None` if it can't be read, or is of a kind that is taken as a whole.
fn held(path: &str, bytes: &[u8]) -> Option<Entries> {
    let text = String::from_utf8_lossy(bytes).replace("\r\n", "\n");
    if path.ends_with(".ftl") {
        let report = Report::new();
        let entries = read_canonical(&SourceFile::new(path, text), &report);
        let entries = entries.into_iter().map(|(id, text)| (id.to_string(), text));
        return (!report.has_errors()).then(|| entries.collect());
    }
    // Facts are tables in tables, `[contact.police]`, and so are the lines of a record.
    if !path.ends_with("/facts.toml") && !path.contains("/state/") {
        return None;
    }
    let mut entries = Entries::new();
    for (group, value) in text.parse::<toml::Table>().ok()? {
        for (name, value) in value.as_table().into_iter().flatten() {
            // A contact, a value, a need and a region may bear one name.
            let entry: &mut String = entries.entry(name.clone()).or_default();
            entry.push_str(&format!("{group} {value}\n"));
        }
    }
    Some(entries)
}

/// The names whose entries differ: those of the later state first, in the order of the alphabet.
fn differences(was: &Entries, now: &Entries) -> Vec<NamedChange> {
    let mut names: Vec<NamedChange> = Vec::new();
    let change = |name: &String, change| NamedChange { name: name.clone(), change };
    for (name, entry) in now {
        match was.get(name) {
            Some(earlier) if earlier == entry => {}
            Some(_) => names.push(change(name, ChangeKind::Changed)),
            None => names.push(change(name, ChangeKind::Added)),
        }
    }
    let gone = was.keys().filter(|name| !now.contains_key(*name));
    names.extend(gone.map(|name| change(name, ChangeKind::Removed)));
    names
}
