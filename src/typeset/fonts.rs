//! Turns a folder of fonts into a font book: the only fonts that a page can have.

mod files;

use std::fs;
use std::path::{Path, PathBuf};

use typst::foundations::Bytes;
use typst::text::{Font, FontBook, FontInfo, FontStretch, FontStyle, FontVariant, FontWeight};
use typst::utils::LazyHash;

use crate::diagnostic::{Diagnostic, Report};
use files::{OddFile, collect, fault};

/// The weight from which letters are bold enough to stand out.
const BOLD: u16 = 600;

/// All fonts of a project.
#[derive(Debug, Clone)]
pub struct Fonts {
    pub(super) book: LazyHash<FontBook>,
    pub(super) fonts: Vec<Font>,
    /// The files, for those who hand them on.
    pub(crate) files: Vec<PathBuf>,
    /// The files that are no fonts, or none that can be read.
    odd: Vec<OddFile>,
}

/// A face that a family lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MissingFace {
    /// The one of running text: a bold one stands in.
    Regular,
    /// The one of titles and of what is strong.
    Bold,
    /// The one of what is stressed.
    Italic,
}

/// A face of a family.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FamilyFace {
    /// Its place among all faces.
    pub(crate) number: usize,
    /// The family, as its file spells it.
    pub(crate) family: String,
    /// Its weight: 400 for running text.
    pub(crate) weight: u16,
    /// Whether it slopes.
    pub(crate) is_italic: bool,
}

impl Fonts {
    /// No fonts: for what has no text.
    pub(crate) fn none() -> Fonts {
        let book = LazyHash::new(FontBook::new());
        Fonts { book, fonts: Vec::new(), files: Vec::new(), odd: Vec::new() }
    }

    /// Reads all fonts below a folder, in the order of their paths. Files that are no fonts, or none that can be read, are
    /// named and passed over.
    pub fn load(folder: &Path, report: &Report) -> Fonts {
        let (mut fonts, mut files, mut odd) = (Vec::new(), Vec::new(), Vec::new());
        for path in collect(folder) {
            let read = fs::read(&path).map_err(|error| format!("can't be read: {error}"));
            let found = read.and_then(|bytes| match fault(&bytes) {
                Some(fault) => Err(fault.to_owned()),
                None => Ok(Font::iter(Bytes::new(bytes)).collect::<Vec<_>>()),
            });
            match found {
                Ok(found) if !found.is_empty() => {
                    fonts.extend(found);
                    files.push(path);
                }
                Ok(_) => odd.push(OddFile::new(folder, &path, "is damaged".to_owned())),
                Err(why) => odd.push(OddFile::new(folder, &path, why)),
            }
        }
        for file in &odd {
            report.add(
                Diagnostic::warning(format!("`{}` {}: it is passed over", file.path, file.why))
                    .hint(
                        "replace it by the TrueType or OpenType file of its family, or delete it",
                    ),
            );
        }
        if fonts.is_empty() {
            report.add(
                Diagnostic::error(format!("no fonts in `{}`", folder.display())).hint(
                    "put the families that the languages need there; system fonts are not used",
                ),
            );
        }
        Fonts { book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts, files, odd }
    }

    /// Whether a family is there.
    pub(crate) fn has_family(&self, family: &str) -> bool {
        self.book.contains_family(&family.to_lowercase())
    }

    /// Whether there are files that can't be read: whoever loads them is told each time.
    pub(crate) fn has_odd_files(&self) -> bool {
        !self.odd.is_empty()
    }

    /// Files that can't be read and whose names are like that of a family.
    pub(crate) fn odd_files_of(&self, family: &str) -> impl Iterator<Item = &str> {
        let family = plain(family);
        let like = self.odd.iter().filter(move |file| plain(&file.path).contains(&family));
        like.map(|file| file.path.as_str())
    }

    /// The faces that a family lacks for running text, for titles and, where letters slope, for emphasis.
    pub(crate) fn missing_faces(&self, family: &str, slopes: bool) -> Vec<MissingFace> {
        let select = |weight, style| {
            let (weight, stretch) = (FontWeight::from_number(weight), FontStretch::NORMAL);
            let variant = FontVariant { style, weight, stretch };
            self.book.info(self.book.select(&family.to_lowercase(), variant)?)
        };
        let is_bold = |info: &FontInfo| info.variant.weight.to_number() >= BOLD;
        let has_axis = |info: &FontInfo, tags: &[&[u8; 4]]| {
            info.axes.iter().any(|axis| tags.contains(&&axis.tag.to_bytes()))
        };
        let mut missing = Vec::new();
        let regular = select(400, FontStyle::Normal);
        if regular.is_some_and(|info| is_bold(info) && !has_axis(info, &[b"wght"])) {
            missing.push(MissingFace::Regular);
        }
        let bold = select(700, FontStyle::Normal);
        if bold.is_some_and(|info| !is_bold(info) && !has_axis(info, &[b"wght"])) {
            missing.push(MissingFace::Bold);
        }
        let italic = select(400, FontStyle::Italic).filter(|_| slopes);
        if italic.is_some_and(|info| {
            info.variant.style == FontStyle::Normal && !has_axis(info, &[b"ital", b"slnt"])
        }) {
            missing.push(MissingFace::Italic);
        }
        missing
    }

    /// The faces of a family that stand alone in their files.
    pub(crate) fn faces(&self, family: &str) -> Vec<FamilyFace> {
        let faces = self.fonts.iter().enumerate().filter(|(_, font)| {
            font.index() == 0 && font.info().family.eq_ignore_ascii_case(family)
        });
        let face = |(number, font): (usize, &Font)| FamilyFace {
            number,
            family: font.info().family.clone(),
            weight: font.info().variant.weight.to_number(),
            is_italic: font.info().variant.style != FontStyle::Normal,
        };
        faces.map(face).collect()
    }

    /// The bytes of the file of a face, by the number that [`faces`](Fonts::faces) gives it.
    pub(crate) fn bytes(&self, number: usize) -> Option<Vec<u8>> {
        self.fonts.get(number).map(|font| font.data().to_vec())
    }

    /// The height of small letters in a family's regular font, as a share of the size.
    pub(crate) fn x_height(&self, family: &str) -> Option<f64> {
        let index = self.book.select(&family.to_lowercase(), FontVariant::default())?;
        let font = self.fonts.get(index)?;
        let face = ttf_parser::Face::parse(font.data(), font.index()).ok()?;
        Some(f64::from(face.x_height()?) / f64::from(face.units_per_em()))
    }

    /// The first family that has a character.
    pub(crate) fn family_with(&self, character: char) -> Option<String> {
        let mut having = self.fonts.iter().map(Font::info);
        let found = having.find(|info| info.coverage.contains(u32::from(character)))?;
        Some(found.family.clone())
    }

    /// The families that are there.
    pub(crate) fn families(&self) -> Vec<String> {
        self.book.families().map(|(name, _)| name.to_owned()).collect()
    }
}

/// The letters and figures of a name, small.
fn plain(name: &str) -> String {
    name.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>().to_lowercase()
}
