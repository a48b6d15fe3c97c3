//! Turns a composition, a setting and words to keep whole into files that Typst reads.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::compose::code::literal;
use crate::compose::composition::{Composition, Files, Part};
use crate::compose::keep_whole::KeptWords;
use crate::compose::theme::setting_source;
use crate::load::Setting;

/// The name of the main file.
pub const MAIN: &str = "main.typ";

/// The name of the file with the measures that copyfitting changes.
pub(super) const SETTING: &str = "setting.typ";

/// A composition at one setting, with some words kept whole: all that Typst reads, but fonts.
#[derive(Debug, Clone)]
pub struct Source<'a> {
    /// Files that are the same at every setting.
    shared: &'a Files,
    main: String,
    setting: String,
    /// The string literals of texts, in the order of the main file.
    literals: Vec<TextLiteral>,
}

/// A string literal that holds a text or a part of one.
#[derive(Debug, Clone)]
struct TextLiteral {
    /// Its bytes in the main file, quotes included.
    range: Range<usize>,
    /// The place of its text in [`Composition::texts`].
    text: usize,
    /// Where in that text it begins, in bytes.
    start: usize,
}

impl Composition {
    /// The files for a setting, with words kept whole.
    #[must_use]
    pub fn with(&self, setting: &Setting, kept: &KeptWords) -> Source<'_> {
        let mut main = String::new();
        let mut literals = Vec::new();
        for part in &self.main {
            let index = match part {
                Part::Code(code) => {
                    main.push_str(code.as_str());
                    continue;
                }
                Part::Text(index) => *index,
            };
            let mut start = 0;
            for (piece, whole) in kept.pieces(index, &self.texts[index].text) {
                main.push_str(if whole { "#unhyphenated[#" } else { "#" });
                let from = main.len();
                main.push_str(&literal(piece).to_string());
                literals.push(TextLiteral { range: from..main.len(), text: index, start });
                main.push_str(if whole { "]" } else { "" });
                start += piece.len();
            }
        }
        let setting = setting_source(setting, &self.picture_limits).as_str().to_owned();
        Source { shared: &self.files, main, setting, literals }
    }
}

impl Source<'_> {
    /// The main file.
    #[must_use]
    pub fn main(&self) -> &str {
        &self.main
    }

    /// All files, by path; the main one is [`MAIN`].
    pub(crate) fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        let shared = self.shared.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()));
        shared.chain([(MAIN, self.main.as_bytes()), (SETTING, self.setting.as_bytes())])
    }

    /// All files, by path.
    pub(crate) fn to_files(&self) -> BTreeMap<String, Vec<u8>> {
        self.files().map(|(path, bytes)| (path.to_owned(), bytes.to_vec())).collect()
    }

    /// The text whose literal stands at a place in the main file, by its place in [`Composition::texts`], and where in it
    /// the literal begins, in bytes.
    pub(crate) fn text_at(&self, offset: usize) -> Option<(usize, usize)> {
        let after = self.literals.partition_point(|literal| literal.range.end <= offset);
        let literal = self.literals.get(after)?;
        literal.range.contains(&offset).then_some((literal.text, literal.start))
    }
}
