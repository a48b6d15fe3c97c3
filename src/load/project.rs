//! Turns a folder into its files: the only reader of brochures and translations.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use feuillet_colour::OutputProfile;

use crate::diagnostic::{Diagnostic, Located, Report, Reported, SourceFile, Span};
use crate::language::Languages;
use crate::load::block::BlockKind;
use crate::load::brochure::Brochure;
use crate::load::files::{Disk, Files, Memory, Snapshot};
use crate::load::paths::{self, ProjectFile, RELEASE};
use crate::load::picture::{self, Picture};
use crate::load::print::profile_error;

/// A folder that holds `brochures/`, `translations/` and `fonts/`.
#[derive(Debug, Clone)]
pub struct Project {
    root: PathBuf,
    files: Arc<dyn Files>,
}

impl Project {
    /// Takes `folder`, or the first of the folders around it, that holds `brochures/`.
    pub fn find(folder: &Path) -> Option<Project> {
        let root = folder.ancestors().find(|folder| folder.join(paths::BROCHURES).is_dir())?;
        Some(Project::new(root, Arc::new(Disk::new(root))))
    }

    /// Takes a folder on the disk, whatever it holds.
    #[must_use]
    pub(crate) fn in_folder(folder: &Path) -> Project {
        Project::new(folder, Arc::new(Disk::new(folder)))
    }

    /// Takes what is read from a source for the project in the folder `root`.
    #[must_use]
    pub(crate) fn new(root: &Path, files: Arc<dyn Files>) -> Project {
        Project { root: root.to_owned(), files }
    }

    /// The same project with the texts that an editor has not saved yet, by path.
    #[must_use]
    pub fn with_unsaved(&self, texts: impl IntoIterator<Item = (String, String)>) -> Project {
        let over = Memory::over(Arc::clone(&self.files));
        let over = texts.into_iter().fold(over, |over, (path, text)| over.with(path, text));
        Project::new(&self.root, Arc::new(over))
    }

    /// The same project, in which each file stays as it was when it is first read.
    #[must_use]
    pub(crate) fn snapshot(&self) -> Project {
        Project::new(&self.root, Arc::new(Snapshot::of(Arc::clone(&self.files))))
    }

    /// The folder.
    #[must_use]
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The folder with the fonts.
    #[must_use]
    pub fn fonts(&self) -> PathBuf {
        self.root.join(paths::FONTS)
    }

    /// The folder that PDFs are written into, unless another one is asked for.
    #[must_use]
    pub(crate) fn output(&self) -> PathBuf {
        self.root.join(paths::OUTPUT)
    }

    /// The ids of its brochures, sorted. What begins with a dot belongs to the system, or to a build's output folder.
    #[must_use]
    pub(crate) fn brochures(&self) -> Vec<String> {
        let ids = self.files.list(paths::BROCHURES).into_iter();
        let mut ids: Vec<String> = ids
            .filter(|id| !id.starts_with('.'))
            .filter(|id| self.has(&ProjectFile::Structure { brochure: id.clone() }.path()))
            .collect();
        ids.sort();
        ids
    }

    /// The keys of the bodies that have a file, sorted.
    #[must_use]
    pub(crate) fn body_keys(&self) -> Vec<String> {
        let names = self.files.list(&paths::bodies()).into_iter();
        let keys = names.filter_map(|name| Some(name.strip_suffix(".toml")?.to_owned()));
        let mut keys: Vec<String> = keys.filter(|key| !key.starts_with('.')).collect();
        keys.sort();
        keys
    }

    /// The versions of a brochure's releases of which something was kept, sorted.
    #[must_use]
    pub(crate) fn releases(&self, brochure: &str) -> Vec<String> {
        let versions = self.files.list(&paths::releases(brochure)).into_iter();
        let mut versions: Vec<String> = versions
            .filter(|version| {
                let (brochure, version) = (brochure.to_owned(), version.clone());
                let name = RELEASE.to_owned();
                self.has(&ProjectFile::Release { brochure, version, name }.path())
            })
            .collect();
        versions.sort();
        versions
    }

    /// The names of a brochure's print runs, sorted, the first one first.
    #[must_use]
    pub(crate) fn print_runs(&self, brochure: &str) -> Vec<String> {
        let names = self.files.list(&paths::runs(brochure)).into_iter();
        let names = names.filter(|name| !name.starts_with('.'));
        let mut names: Vec<String> =
            names.filter_map(|name| name.strip_suffix(".toml").map(str::to_owned)).collect();
        names.sort();
        names
    }

    /// Whether there is such a file.
    #[must_use]
    pub(crate) fn has(&self, path: &str) -> bool {
        self.files.exists(path)
    }

    /// Reads a text file.
    ///
    /// # Errors
    ///
    /// Fails if it can't be read, or is not in UTF-8.
    pub(crate) fn read_text(
        &self,
        path: &str,
        report: &Report,
    ) -> Result<Arc<SourceFile>, Reported> {
        let bytes = self.files.read(path).map_err(|error| {
            report.error(
                Diagnostic::error(format!("can't read `{path}`: {}", reason(&error)))
                    .hint(format!("looked in `{}`", self.root.display())),
            )
        })?;
        // About every other byte of Latin text in UTF-16 is zero.
        let zeros = || bytes.iter().filter(|byte| **byte == 0).count();
        if bytes.starts_with(&[0xFF, 0xFE])
            || bytes.starts_with(&[0xFE, 0xFF])
            || bytes.contains(&0) && zeros() * 4 > bytes.len()
        {
            return Err(report.error(
                Diagnostic::error(format!("`{path}` is not in UTF-8, but in UTF-16 or no text"))
                    .hint("save it again with the encoding UTF-8"),
            ));
        }
        let text = String::from_utf8(bytes).map_err(|error| {
            let good = error.utf8_error().valid_up_to();
            let bytes = error.as_bytes();
            let file = SourceFile::decode(path, String::from_utf8_lossy(bytes));
            // What stands before the fault is good, and so its place in the text as it is shown.
            let before = SourceFile::decode(path, String::from_utf8_lossy(&bytes[..good]));
            let at = before.text.len();
            report.error(
                Diagnostic::error("this file is not in UTF-8")
                    .at(&Span::new(&file, at..at + char::REPLACEMENT_CHARACTER.len_utf8()))
                    .hint("save it again with the encoding UTF-8"),
            )
        })?;
        let file = SourceFile::decode(path, text);
        if !file.text.contains('\n')
            && let Some(at) = file.text.find('\r')
        {
            return Err(report.error(
                Diagnostic::error(
                    "the lines of this file end with carriage returns alone (U+000D)",
                )
                .at(&Span::new(&file, at..at))
                .hint("save it again with the line ends of Unix or Windows"),
            ));
        }
        Ok(file)
    }

    /// The bytes of a file as they are; `None` if it can't be read.
    #[must_use]
    pub(crate) fn read_bytes(&self, path: &str) -> Option<Vec<u8>> {
        self.files.read(path).ok()
    }

    /// Reads a text file that need not be there.
    pub(crate) fn read_if_there(
        &self,
        file: &ProjectFile,
        report: &Report,
    ) -> Option<Arc<SourceFile>> {
        let path = file.path();
        if self.has(&path) { self.read_text(&path, report).ok() } else { None }
    }

    /// Reads the file of a folder that somebody named.
    fn read_named(&self, folder: &str, name: &str) -> Result<Vec<u8>, String> {
        if name.contains(['/', '\\']) || name.starts_with('.') {
            return Err(format!("`{name}` is not the name of a file in `{folder}`"));
        }
        let read = self.files.read(&format!("{folder}/{name}"));
        read.map_err(|error| format!("can't read `{folder}/{name}`: {}", reason(&error)))
    }

    /// The program's languages and those that the project adds.
    pub(crate) fn languages(&self, report: &Report) -> Languages {
        Languages::with_project(self.read_if_there(&ProjectFile::Languages, report), report)
    }

    /// The pictures that the brochure names, from its `images` folder. Those in ink without a profile have that of the press.
    pub(crate) fn pictures(
        &self,
        brochure: &Brochure,
        press: Option<&OutputProfile>,
        report: &Report,
    ) -> BTreeMap<String, Picture> {
        let (mut pictures, mut told) = (BTreeMap::new(), BTreeSet::new());
        let folder = paths::images(&brochure.id);
        let Some(press) = press.cloned().or_else(OutputProfile::fogra39) else { return pictures };
        let named = brochure.sections.iter().flat_map(|section| &section.blocks);
        for block in named {
            let BlockKind::Figure { file, .. } = &block.kind else { continue };
            if pictures.contains_key(&file.value) {
                continue;
            }
            // A fault in the picture itself is told once, however many blocks show it.
            let is_new = told.insert(&file.value);
            if let Some(picture) = self.read_picture(&folder, file, &press, is_new, report) {
                pictures.insert(file.value.clone(), picture);
            }
        }
        pictures
    }

    /// A picture of a folder that a file names; `None` if it can't be shown, which is reported.
    pub(crate) fn picture_in(
        &self,
        folder: &str,
        file: &Located<String>,
        press: Option<&OutputProfile>,
        report: &Report,
    ) -> Option<Picture> {
        let press = press.cloned().or_else(OutputProfile::fogra39)?;
        self.read_picture(folder, file, &press, true, report)
    }

    /// Reads a picture; what is wrong in its own file is told only if it is new.
    fn read_picture(
        &self,
        folder: &str,
        file: &Located<String>,
        press: &OutputProfile,
        is_new: bool,
        report: &Report,
    ) -> Option<Picture> {
        let name = &file.value;
        let bytes = match self.read_named(folder, name) {
            Ok(bytes) => bytes,
            Err(message) => {
                let known = self.files.list(folder);
                report.add(
                    Diagnostic::error(message)
                        .at(&file.span)
                        .suggest(name, known.iter().map(String::as_str)),
                );
                return None;
            }
        };
        let mut warnings = Vec::new();
        let read = picture::read(folder, name, &bytes, press, &mut warnings);
        let placed =
            |found: Diagnostic| if found.span.is_some() { found } else { found.at(&file.span) };
        report.extend(warnings.into_iter().filter(|_| is_new).map(placed));
        match read {
            Ok(picture) => Some(picture),
            Err(fault) => {
                if is_new || fault.span.is_none() {
                    report.add(placed(fault));
                }
                None
            }
        }
    }

    /// Reads the profile of the press that the brochure names, from its `print` folder; `None` if it names none, or none
    /// that can be used.
    pub(crate) fn press_profile(
        &self,
        brochure: &Brochure,
        report: &Report,
    ) -> Option<OutputProfile> {
        let profile = brochure.print.profile.as_ref()?;
        let (folder, name) = (paths::print(&brochure.id), &profile.file.value);
        match self.read_named(&folder, name) {
            Ok(bytes) => {
                let (condition, span) = (&profile.condition.value, &profile.file.span);
                match OutputProfile::read(bytes, condition) {
                    Ok(profile) => return Some(profile),
                    Err(error) => report.add(profile_error(&error, name, condition).at(span)),
                }
            }
            Err(message) => {
                let known = self.files.list(&folder);
                report.add(
                    Diagnostic::error(message)
                        .at(&profile.file.span)
                        .suggest(name, known.iter().map(String::as_str)),
                );
            }
        }
        None
    }

    /// Templates of the brochure that replace the program's own, by file name.
    pub(crate) fn templates(&self, id: &str, report: &Report) -> BTreeMap<String, String> {
        let folder = paths::templates(id);
        let names = self.files.list(&folder).into_iter().filter(|name| name.ends_with(".typ"));
        names
            .filter_map(|name| {
                let (brochure, file) = (id.to_owned(), name.clone());
                let template = ProjectFile::Template { brochure, name: file };
                let file = self.read_text(&template.path(), report).ok()?;
                Some((name, file.text.clone()))
            })
            .collect()
    }
}

/// Says in plain words why a file can't be read.
fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file".to_owned(),
        io::ErrorKind::PermissionDenied => "it may not be read".to_owned(),
        _ => error.to_string(),
    }
}
