//! Turns a brochure into one in a language that nobody speaks, whose texts are longer, accented or written from right to left:
//! so a layout is tried before there are translations.
//!
//! The project stays as it is: what is added lies over its files in memory.

mod letters;
mod texts;

use std::fmt::Write as _;

use crate::diagnostic::{Diagnostic, Report, SourceFile};
use crate::language::{Direction, Language, Tag};
use crate::load::{Project, ProjectFile, Publication, Scope};

pub(crate) use letters::Disguise;

/// How the texts are changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Pseudo {
    /// What becomes of the letters.
    pub(crate) disguise: Disguise,
    /// By how much texts grow, in percent.
    pub(crate) expand: u16,
}

/// Begins the tags of all pseudo-languages: BCP 47 keeps `qaa` to `qtz` for private use, so no language has it.
const LANGUAGE: &str = "qps";

/// The script in which texts run from right to left.
const RIGHT_TO_LEFT: &str = "Arab";

impl Pseudo {
    /// The tag of the pseudo-language of a brochure: `qps-Latn`, `qps-Arab`.
    ///
    /// # Errors
    ///
    /// Fails if the source language is not known, or if the project has a language of that tag.
    pub(crate) fn tag(self, publication: &Publication) -> Result<Tag, Diagnostic> {
        let script = match self.disguise {
            Disguise::RightToLeft => RIGHT_TO_LEFT,
            Disguise::Accents => &source(publication)?.script.code,
        };
        let tag = format!("{LANGUAGE}-{script}").parse::<Tag>();
        tag.map_err(|_| Diagnostic::error(format!("`{script}` is not the code of a script")))
    }

    /// The project with the pseudo-language among the languages of a brochure.
    ///
    /// # Errors
    ///
    /// Fails if the project has texts or a row of such a language: they would be mixed up.
    pub(crate) fn project(
        self,
        project: &Project,
        publication: &Publication,
    ) -> Result<Project, Diagnostic> {
        let tag = self.tag(publication)?;
        let folder = format!("translations/{tag}");
        if publication.languages.get(&tag).is_some() || project.root().join(&folder).exists() {
            return Err(Diagnostic::error(format!("the project has a language `{tag}` of its own"))
                .hint(format!("`{LANGUAGE}` is for trials alone: delete `{folder}` and its row in `translations/languages.toml`")));
        }
        let brochure = &publication.brochure;
        let mut files =
            vec![structure(publication, &tag), self.languages(project, source(publication)?, &tag)];
        for scope in [Scope::Common, Scope::Brochure(brochure.id.clone())] {
            let file = |language: &Tag| {
                let (language, scope) = (language.clone(), scope.clone());
                ProjectFile::Catalogue { language, scope }.path()
            };
            let own = project.read_bytes(&file(&brochure.source_language.value));
            let own = String::from_utf8(own.unwrap_or_default()).unwrap_or_default();
            let own = SourceFile::decode("source", own);
            files.push((file(&tag), texts::disguised(&own.text, self)));
        }
        Ok(project.with_unsaved(files))
    }

    /// The table of languages with a row for the pseudo-language. It writes numbers and dates as the source does.
    fn languages(self, project: &Project, source: &Language, tag: &Tag) -> (String, String) {
        let file = ProjectFile::Languages;
        let own = project.read_if_there(&file, &Report::new());
        let mut text = own.map(|own| own.text.clone()).unwrap_or_default();
        let (name, script) = match self.disguise {
            Disguise::Accents => ("Pseudo", source.script.code.as_str()),
            Disguise::RightToLeft => ("Pseudo ←", RIGHT_TO_LEFT),
        };
        let formats = source.formats.as_ref().unwrap_or(&source.tag);
        let _ = write!(
            text,
            "\n[language.{tag}]\nautonym = \"{name}\"\nscript = \"{script}\"\nformats = \"{formats}\"\n"
        );
        let numerals = source.numerals.as_ref().map(|numerals| numerals.code.as_str());
        let is_latin = self.disguise == Disguise::RightToLeft
            && source.direction() == Direction::Ltr
            && numerals.is_none();
        if let Some(code) = numerals.or(is_latin.then_some("latn")) {
            let _ = writeln!(text, "numerals = \"{code}\"");
        }
        (file.path(), text)
    }
}

/// The row of the source language.
fn source(publication: &Publication) -> Result<&Language, Diagnostic> {
    let tag = &publication.brochure.source_language;
    publication
        .languages
        .get(&tag.value)
        .ok_or_else(|| publication.languages.unknown(&tag.value, &tag.span))
}

/// `brochure.toml` with the pseudo-language wherever the source language is named: what is shown to readers of the source
/// is shown in it.
fn structure(publication: &Publication, tag: &Tag) -> (String, String) {
    let brochure = &publication.brochure;
    let source = &brochure.source_language;
    let mut text = source.span.file.text.clone();
    let limits = brochure.sections.iter().flat_map(|section| {
        std::iter::once(&section.limits).chain(section.blocks.iter().map(|block| &block.limits))
    });
    let lists = std::iter::once(&brochure.languages)
        .chain(brochure.editions.iter().map(|edition| &edition.languages))
        .chain(limits.map(|limits| &limits.languages));
    let mut places: Vec<usize> = lists
        .flatten()
        .filter(|named| named.value == source.value)
        .map(|named| named.span.range.end)
        .collect();
    // A brochure need not be made in the language that it is written in.
    let is_made = brochure.languages.iter().any(|named| named.value == source.value);
    let last = brochure.languages.last().filter(|_| !is_made);
    places.extend(last.map(|last| last.span.range.end));
    places.sort_unstable();
    for place in places.into_iter().rev() {
        text.insert_str(place, &format!(", \"{tag}\""));
    }
    (ProjectFile::Structure { brochure: brochure.id.clone() }.path(), text)
}
