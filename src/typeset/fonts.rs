//! Turns a folder of fonts into a font book: the only fonts that a page can have.

use std::fs;
use std::path::{Path, PathBuf};

use typst::foundations::Bytes;
use typst::text::{Font, FontBook, FontVariant};
use typst::utils::LazyHash;

use crate::diagnostic::{Diagnostic, Report};
use crate::load::files::files_below;

/// All fonts of a project.
#[derive(Debug, Clone)]
pub struct Fonts {
    pub(super) book: LazyHash<FontBook>,
    pub(super) fonts: Vec<Font>,
    /// The files, for those who hand them on.
    pub(crate) files: Vec<PathBuf>,
}

impl Fonts {
    /// No fonts: for what has no text.
    pub(crate) fn none() -> Fonts {
        Fonts { book: LazyHash::new(FontBook::new()), fonts: Vec::new(), files: Vec::new() }
    }

    /// Reads all `.ttf`, `.otf` and `.ttc` files below a folder, in the order of their paths.
    pub fn load(folder: &Path, report: &Report) -> Fonts {
        let files = fonts_below(folder);
        let mut fonts = Vec::new();
        for file in &files {
            let found =
                fs::read(file).map(|bytes| Font::iter(Bytes::new(bytes)).collect::<Vec<_>>());
            match found {
                Ok(found) if !found.is_empty() => fonts.extend(found),
                _ => report.add(
                    Diagnostic::error(format!("`{}` is not a readable font", file.display()))
                        .hint("replace it by a TrueType or OpenType file, or delete it"),
                ),
            }
        }
        if fonts.is_empty() {
            report.add(
                Diagnostic::error(format!("no fonts in `{}`", folder.display())).hint(
                    "put the families that the languages need there; system fonts are not used",
                ),
            );
        }
        Fonts { book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts, files }
    }

    /// Whether a family is there.
    pub(crate) fn has_family(&self, family: &str) -> bool {
        self.book.contains_family(&family.to_lowercase())
    }

    /// The height of small letters in a family's regular font, as a share of the size.
    pub(crate) fn x_height(&self, family: &str) -> Option<f64> {
        let index = self.book.select(&family.to_lowercase(), FontVariant::default())?;
        let font = self.fonts.get(index)?;
        let face = ttf_parser::Face::parse(font.data(), font.index()).ok()?;
        Some(f64::from(face.x_height()?) / f64::from(face.units_per_em()))
    }

    /// The families that are there.
    pub(crate) fn families(&self) -> Vec<String> {
        self.book.families().map(|(name, _)| name.to_owned()).collect()
    }
}

/// The ends of the names of fonts.
const ENDS: [&str; 3] = ["ttf", "otf", "ttc"];

/// The fonts below a folder.
fn fonts_below(folder: &Path) -> Vec<PathBuf> {
    let files = files_below(folder, ".").into_iter();
    let mut fonts: Vec<PathBuf> = files
        .map(|(path, _)| folder.join(path.trim_start_matches("./")))
        .filter(|path| {
            let end = path.extension().and_then(|end| end.to_str());
            end.is_some_and(|end| ENDS.iter().any(|known| end.eq_ignore_ascii_case(known)))
        })
        .collect();
    fonts.sort();
    fonts
}
