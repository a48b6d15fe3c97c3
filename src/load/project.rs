//! A folder in, its files out: the only reader of brochures and translations.

use std::collections::BTreeMap;
use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use feuillet_colour::OutputProfile;

use crate::diagnostic::{Diagnostic, Place, Report, SourceFile};
use crate::language::Languages;
use crate::load::block::BlockKind;
use crate::load::brochure::Brochure;
use crate::load::print::profile_error;

/// A folder that holds `brochures/`, `translations/` and `fonts/`.
#[derive(Debug, Clone)]
pub struct Project {
    root: PathBuf,
}

/// A picture of the brochure's `images` folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The file as it was read: SVG, PNG or JPEG.
    pub bytes: Vec<u8>,
    /// Width and height in pixels; `None` for an SVG.
    pub pixels: Option<(u32, u32)>,
}

impl Project {
    /// Takes `folder`, or the first of the folders around it, that holds `brochures/`.
    pub fn find(folder: &Path) -> Option<Project> {
        let root = folder.ancestors().find(|folder| folder.join("brochures").is_dir())?;
        Some(Project { root: root.to_owned() })
    }

    /// The folder.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The folder with the fonts.
    #[must_use]
    pub fn fonts(&self) -> PathBuf {
        self.root.join("fonts")
    }

    /// The ids of its brochures, sorted.
    #[must_use]
    pub fn brochures(&self) -> Vec<String> {
        let mut ids: Vec<String> = self
            .entries("brochures")
            .into_iter()
            .filter(|id| self.has(&format!("brochures/{id}/brochure.toml")))
            .collect();
        ids.sort();
        ids
    }

    /// Whether there is such a file.
    #[must_use]
    pub fn has(&self, path: &str) -> bool {
        self.root.join(path).is_file()
    }

    /// The names in a folder, in no order; none if it can't be read.
    fn entries(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.root.join(folder)).into_iter().flatten().flatten();
        entries.filter_map(|entry| entry.file_name().into_string().ok()).collect()
    }

    /// Reads a text file. A byte order mark is taken off and Windows line ends become plain ones.
    pub fn read_text(&self, path: &str, report: &Report) -> Option<Arc<SourceFile>> {
        let bytes = match fs::read(self.root.join(path)) {
            Ok(bytes) => bytes,
            Err(error) => {
                report.add(
                    Diagnostic::error(format!("can't read `{path}`: {}", reason(&error)))
                        .hint(format!("looked in `{}`", self.root.display())),
                );
                return None;
            }
        };
        match String::from_utf8(bytes) {
            Ok(text) => {
                let text = text.strip_prefix('\u{FEFF}').unwrap_or(&text).replace("\r\n", "\n");
                Some(SourceFile::new(path, text))
            }
            Err(error) => {
                let good = error.utf8_error().valid_up_to();
                let text = String::from_utf8_lossy(error.as_bytes()).replace("\r\n", "\n");
                let line_ends =
                    error.as_bytes()[..good].windows(2).filter(|pair| pair == b"\r\n").count();
                let at = good - line_ends;
                let file = SourceFile::new(path, text);
                report.add(
                    Diagnostic::error("this file is not in UTF-8")
                        .at(&Place::new(&file, at..at + '\u{FFFD}'.len_utf8()))
                        .hint("save it again with the encoding UTF-8"),
                );
                None
            }
        }
    }

    /// The program's languages and those that the project adds.
    pub fn languages(&self, report: &Report) -> Languages {
        const FILE: &str = "translations/languages.toml";
        let mut languages = Languages::built_in(report);
        if self.has(FILE)
            && let Some(file) = self.read_text(FILE, report)
        {
            languages.extend(&file, report);
        }
        languages
    }

    /// The pictures that the brochure names, from its `images` folder.
    pub fn pictures(
        &self,
        id: &str,
        brochure: &Brochure,
        report: &Report,
    ) -> BTreeMap<String, Picture> {
        let mut pictures = BTreeMap::new();
        let named = brochure.sections.iter().flat_map(|section| &section.blocks);
        for block in named {
            let BlockKind::Figure { file, .. } = &block.kind else { continue };
            match self.read_picture(&format!("brochures/{id}/images"), &file.value) {
                Ok(picture) => {
                    pictures.insert(file.value.clone(), picture);
                }
                Err(message) => {
                    let known = self.entries(&format!("brochures/{id}/images"));
                    report.add(
                        Diagnostic::error(message)
                            .at(&file.place)
                            .suggest(&file.value, known.iter().map(String::as_str)),
                    );
                }
            }
        }
        pictures
    }

    /// Reads the profile of the press that the brochure names, from its `print` folder; `None` if it names none, or none that
    /// can be used.
    pub fn press_profile(&self, brochure: &Brochure, report: &Report) -> Option<OutputProfile> {
        let profile = brochure.print.profile.as_ref()?;
        let (folder, name) = (format!("brochures/{}/print", brochure.id), &profile.file.value);
        let read = if name.contains(['/', '\\']) || name.starts_with('.') {
            Err(format!("`{name}` is not the name of a file in `{folder}`"))
        } else {
            let read = fs::read(self.root.join(&folder).join(name));
            read.map_err(|error| format!("can't read `{folder}/{name}`: {}", reason(&error)))
        };
        match read {
            Ok(bytes) => {
                let (condition, place) = (&profile.condition.value, &profile.file.place);
                match OutputProfile::read(bytes, condition) {
                    Ok(profile) => return Some(profile),
                    Err(error) => report.add(profile_error(&error, name, condition).at(place)),
                }
            }
            Err(message) => {
                let known = self.entries(&folder);
                report.add(
                    Diagnostic::error(message)
                        .at(&profile.file.place)
                        .suggest(name, known.iter().map(String::as_str)),
                );
            }
        }
        None
    }

    /// Reads one picture, and decodes it to be sure that it is one.
    fn read_picture(&self, folder: &str, name: &str) -> Result<Picture, String> {
        if name.contains(['/', '\\']) || name.starts_with('.') {
            return Err(format!("`{name}` is not the name of a file in `{folder}`"));
        }
        let bytes = fs::read(self.root.join(folder).join(name))
            .map_err(|error| format!("can't read `{folder}/{name}`: {}", reason(&error)))?;
        if Path::new(name).extension().is_some_and(|end| end.eq_ignore_ascii_case("svg")) {
            let text =
                std::str::from_utf8(&bytes).map_err(|_| format!("`{name}` is not in UTF-8"))?;
            let tree = roxmltree::Document::parse(text)
                .map_err(|error| format!("`{name}` is not a readable SVG picture: {error}"))?;
            if tree.root_element().tag_name().name() != "svg" {
                return Err(format!("`{name}` is not an SVG picture"));
            }
            return Ok(Picture { bytes, pixels: None });
        }
        let decoded = image::ImageReader::new(Cursor::new(&bytes))
            .with_guessed_format()
            .map_err(image::ImageError::IoError)
            .and_then(image::ImageReader::decode)
            .map_err(|error| format!("`{name}` is not a readable picture: {error}"))?;
        let pixels = Some((decoded.width(), decoded.height()));
        Ok(Picture { bytes, pixels })
    }

    /// Templates of the brochure that replace the program's own, by file name.
    pub fn templates(&self, id: &str, report: &Report) -> BTreeMap<String, String> {
        let folder = format!("brochures/{id}/templates");
        let names = self.entries(&folder).into_iter().filter(|name| name.ends_with(".typ"));
        names
            .filter_map(|name| {
                let file = self.read_text(&format!("{folder}/{name}"), report)?;
                Some((name, file.text.clone()))
            })
            .collect()
    }
}

/// Says in plain words why a file can't be read.
fn reason(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "there is no such file".to_owned(),
        std::io::ErrorKind::PermissionDenied => "it may not be read".to_owned(),
        _ => error.to_string(),
    }
}
