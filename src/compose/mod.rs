//! Turns a [`Manuscript`] and a theme into a [`Composition`]: Typst source that a person can read. Pure.
//!
//! Texts stand as `[#"…"]` where they are used: a string literal can't act, and the span of every glyph on the page leads
//! back to it, and so to its message. A composition holds them as texts, next to the code around them, and writes them out
//! once, for the setting and the words that [`Composition::with`] is given (`code.rs` tells how).

mod assets;
mod blocks;
pub(crate) mod code;
mod context;
mod keep_whole;
mod keep_with_next;
mod main_file;
pub(crate) mod protocol;
mod source;
#[cfg(test)]
mod tests;
mod theme;
mod tokens;
mod writer;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;

use feuillet_colour::Colour;
use tokens::ProfileScope;
use writer::{Writer, picture_path};

use crate::language::{Hyphenation, Language, Tag};
use crate::load::{Edition, Layout, Profile, Publication, Setting};
use crate::resolve::manuscript::{Manuscript, Origin, RunKind};

pub(crate) use code::{Code, Fixed, Variable, Word, code, literal};
pub use context::EditionContext;
pub(crate) use keep_whole::DividedWord;
pub use keep_whole::KeptWords;
pub(crate) use main_file::families;
pub use source::MAIN;
pub(crate) use source::Source;

/// The Typst source of a language edition but for its setting, with all that it reads.
#[derive(Debug, Clone, PartialEq)]
pub struct Composition {
    /// The main file.
    main: Vec<Part>,
    /// The texts of the main file, in its order.
    pub texts: Vec<ComposedText>,
    /// The other files that Typst reads, but for the setting and fonts.
    pub files: Files,
    /// The pictures of the brochure that blocks name; templates of the brochure may name others.
    pub(crate) pictures: BTreeSet<String>,
    /// How many pages it must come to.
    pub(crate) extent: Extent,
    /// What it is, for messages: brochure, edition and language.
    pub(crate) name: String,
    /// The settings that it may take, from the largest to the least; there is one at least.
    pub(crate) settings: Vec<Setting>,
    /// The colours of the theme, of which those of the pages are tints.
    pub(crate) palette: Vec<Colour>,
    /// The sections that are laid out as a cover.
    pub(crate) covers: Vec<String>,
    /// How words may be divided, by language; languages whose words are not divided are not there.
    pub(crate) divisions: BTreeMap<Tag, Hyphenation>,
}

/// A part of the main file.
#[derive(Debug, Clone, PartialEq)]
enum Part {
    /// What acts.
    Code(Code),
    /// A text, by its place in [`Composition::texts`].
    Text(usize),
}

/// Files by path. What is in them is left out where a composition is shown for debugging.
#[derive(Clone, PartialEq, Default)]
pub struct Files(BTreeMap<String, Vec<u8>>);

impl Deref for Files {
    type Target = BTreeMap<String, Vec<u8>>;

    fn deref(&self) -> &BTreeMap<String, Vec<u8>> {
        &self.0
    }
}

impl std::fmt::Debug for Files {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_set().entries(self.0.keys()).finish()
    }
}

/// A text of the main file, with where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComposedText {
    /// Where it comes from.
    pub origin: TextOrigin,
    /// The language of the whole message: that of the catalogue in which it stands.
    pub(crate) written_in: Tag,
    /// The language of the text: another one for a passage that is marked as such.
    pub(crate) language: Tag,
    /// What it is.
    pub(crate) kind: RunKind,
    /// Its characters.
    pub text: String,
}

/// Where a text comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TextOrigin {
    /// A message or fact of the brochure.
    Passage(Origin),
    /// The program's table of languages: the name of this one in itself.
    Autonym(Tag),
}

impl TextOrigin {
    /// Its name in reports: that of the message or fact, or `language.fr`.
    #[must_use]
    pub(crate) fn name(&self) -> Cow<'_, str> {
        match self {
            TextOrigin::Passage(origin) => Cow::Borrowed(origin.name()),
            TextOrigin::Autonym(tag) => Cow::Owned(format!("language.{tag}")),
        }
    }
}

/// How many pages a composition must come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    /// Just so many: the panels of a leaflet, of which each must hold its text.
    Panels(usize),
    /// The pages of a booklet.
    Pages {
        /// A multiple of so many: four to a folded sheet.
        multiple_of: usize,
        /// No more than so many.
        at_most: Option<usize>,
    },
}

/// The name of the file with the tokens of the theme.
const THEME: &str = "theme.typ";

/// Templates of the program, by file name.
const TEMPLATES: [(&str, &str); 6] = [
    ("base.typ", include_str!("templates/base.typ")),
    ("blocks.typ", include_str!("templates/blocks.typ")),
    ("planes.typ", include_str!("templates/planes.typ")),
    ("leaflet.typ", include_str!("templates/leaflet.typ")),
    ("card.typ", include_str!("templates/card.typ")),
    ("booklet.typ", include_str!("templates/booklet.typ")),
];

/// Templates that every form needs.
const SHARED_TEMPLATES: [&str; 3] = ["base.typ", "blocks.typ", "planes.typ"];

/// Writes the Typst source of a language edition for all profiles at once: [`crate::typeset`] gives each its own paints.
#[must_use]
pub fn compose(
    publication: &Publication,
    manuscript: &Manuscript,
    edition: &Edition,
) -> Composition {
    compose_in(publication, manuscript, edition, ProfileScope::All)
}

/// Writes the Typst source of a language edition for one profile alone: stock Typst makes that profile's pages of it.
pub(crate) fn compose_for(
    publication: &Publication,
    manuscript: &Manuscript,
    edition: &Edition,
    profile: Profile,
) -> Composition {
    compose_in(publication, manuscript, edition, ProfileScope::One(profile))
}

fn compose_in(
    publication: &Publication,
    manuscript: &Manuscript,
    edition: &Edition,
    scope: ProfileScope,
) -> Composition {
    let language = manuscript.language();
    let mut languages: BTreeMap<&str, &Language> = BTreeMap::new();
    for known in manuscript.languages.iter().chain(&manuscript.offered).chain(&manuscript.others) {
        languages.insert(known.tag.as_str(), known);
    }
    let mut writer = Writer::new(manuscript);
    main_file::write(&mut writer, edition, &publication.theme, &languages);
    let written = writer.finish();
    let mut files = written.assets;
    let theme = theme::theme_source(publication, edition, scope, language);
    files.insert(THEME.to_owned(), theme.into_bytes());
    let mut icons = written.icons;
    let needed = |name: &str| SHARED_TEMPLATES.contains(&name) || name == edition.form.template();
    for (name, source) in TEMPLATES.into_iter().filter(|(name, _)| needed(name)) {
        let source = publication.templates.get(name).map_or(source, String::as_str);
        icons.extend(assets::template_icons(source));
        files.insert(name.to_owned(), source.as_bytes().to_vec());
    }
    files.extend(assets::icon_files(&icons));
    for (name, picture) in &publication.pictures {
        files.insert(picture_path(name), picture.bytes.clone());
    }
    let covers = manuscript.sections.iter().filter(|section| section.layout == Layout::Cover);
    let palette =
        tokens::colours(&publication.theme, edition.appearance.contrast, ProfileScope::All);
    let divisions =
        languages.values().filter_map(|known| Some((known.tag.clone(), known.hyphenation?)));
    Composition {
        main: written.parts,
        texts: written.texts,
        files: Files(files),
        pictures: written.pictures,
        extent: match &edition.panels {
            Some(panels) => Extent::Panels(panels.value as usize),
            None => Extent::Pages {
                multiple_of: edition.binding.pages_of_a_sheet(),
                at_most: edition.pages.as_ref().map(|pages| pages.value as usize),
            },
        },
        settings: edition.fit.ladder(publication.largest(edition, &language.tag)),
        palette: palette.into_values().collect(),
        covers: covers.map(|section| section.id.clone()).collect(),
        divisions: divisions.collect(),
        name: format!(
            "{}, edition `{}`, `{}`",
            manuscript.id.brochure, manuscript.id.edition, language.tag
        ),
    }
}
