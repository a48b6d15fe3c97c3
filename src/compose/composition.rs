//! Describes the product of `compose`: the Typst source of a language edition, in which every text knows where it comes from.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Deref;
use std::sync::Arc;

use feuillet_colour::Colour;
use feuillet_units::Pt;

use crate::compose::code::Code;
use crate::diagnostic::{SourceFile, Span};
use crate::language::{Hyphenation, Language, Tag};
use crate::load::Setting;
use crate::resolve::manuscript::{Origin, Passage, RunKind};

/// The Typst source of a language edition but for its setting, with all that it reads.
#[derive(Debug, Clone, PartialEq)]
pub struct Composition {
    /// The main file.
    pub(super) main: Vec<Part>,
    /// The texts of the main file, in its order.
    pub texts: Vec<ComposedText>,
    /// The other files that Typst reads, but for the setting and fonts.
    pub files: Files,
    /// The pictures of the brochure.
    pub(crate) pictures: Pictures,
    /// The widths to which pictures are made smaller, by path; those that were typeset too large for their panels.
    pub(crate) picture_limits: BTreeMap<String, Pt>,
    /// How many pages it must come to.
    pub(crate) extent: Extent,
    /// What it is, for messages: brochure, edition and language.
    pub(crate) name: String,
    /// The settings that it may take, from the largest to the least; there is one at least.
    pub settings: Vec<Setting>,
    /// The colours of the theme, of which those of the pages are tints.
    pub(crate) palette: Vec<Colour>,
    /// The sections that are laid out as a cover.
    pub(crate) covers: Vec<String>,
    /// How words may be divided, by language; languages whose words are not divided are not there.
    pub(crate) divisions: BTreeMap<Tag, Hyphenation>,
    /// How links are described to people who can't see them.
    pub(crate) links: LinkDescriptions,
    /// The families of each language.
    pub(crate) fonts: Vec<LanguageFonts>,
    /// Whether the theme names families of its own.
    pub(crate) theme_names_families: bool,
}

/// How links are described to people who can't see them.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct LinkDescriptions {
    /// By target: "Téléphone 0800 30 030" for `tel:+3280030030`.
    pub(crate) targets: BTreeMap<String, String>,
    /// The word for a page, if the language's row has one.
    pub(crate) page: Option<String>,
}

impl LinkDescriptions {
    /// Describes the links in passages, in the words of a language.
    #[must_use]
    pub(super) fn new<'a>(
        passages: impl IntoIterator<Item = &'a Passage>,
        language: &Language,
    ) -> LinkDescriptions {
        let words = &language.words;
        let mut targets = BTreeMap::new();
        for run in passages.into_iter().flat_map(|passage| passage.paragraphs.iter().flatten()) {
            let word = match run.kind {
                RunKind::Phone => words.telephone.as_ref(),
                RunKind::Email => words.email.as_ref(),
                RunKind::Site => None,
                _ => continue,
            };
            if let Some(link) = &run.link {
                let shown = run.text.as_str();
                let text = word.map_or_else(|| shown.to_owned(), |word| format!("{word} {shown}"));
                targets.insert(link.clone(), text);
            }
        }
        LinkDescriptions { targets, page: words.page.clone() }
    }
}

/// The families that a language is set in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LanguageFonts {
    /// The language.
    pub(crate) tag: Tag,
    /// The code of its script.
    pub(crate) script: String,
    /// The families, first choice first.
    pub(crate) families: Vec<String>,
}

impl LanguageFonts {
    /// Whether they set a language: `fa` of a page may be `fa-AF`.
    pub(crate) fn sets(&self, language: &str) -> bool {
        self.tag.as_str() == language || self.tag.identifier().language.as_str() == language
    }
}

impl Composition {
    /// The path of the picture whose bytes, for the screen or for the press, these are.
    pub(crate) fn picture_of(&self, bytes: &[u8]) -> Option<&str> {
        let press = self.pictures.iter().find(|(_, own)| own.press.as_deref() == Some(bytes));
        let screen = || self.files.iter().find(|(_, own)| own.as_slice() == bytes);
        press.map(|(path, _)| path.as_str()).or_else(|| screen().map(|(path, _)| path.as_str()))
    }
}

/// A part of the main file.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Part {
    /// What acts.
    Code(Code),
    /// A text, by its place in [`Composition::texts`].
    Text(usize),
}

/// Files by path. What is in them is left out where a composition is shown for debugging.
#[derive(Clone, PartialEq, Default)]
pub struct Files(pub(super) BTreeMap<String, Vec<u8>>);

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

/// A picture of the brochure.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ComposedPicture {
    /// The name that the user gives it.
    pub(crate) name: String,
    /// Where a block names it.
    pub(crate) place: Option<Span>,
    /// Whether a block of the edition shows it; templates of the brochure may show others.
    pub(crate) is_shown: bool,
    /// The file that the press is given instead of the one among [`Composition::files`].
    pub(crate) press: Option<Vec<u8>>,
    /// The user's own text, if it is a drawing.
    pub(crate) source: Option<Arc<SourceFile>>,
}

/// Pictures by the paths of their files. What is in them is left out where a composition is shown for debugging.
#[derive(Clone, PartialEq, Default)]
pub(crate) struct Pictures(pub(super) BTreeMap<String, ComposedPicture>);

impl Deref for Pictures {
    type Target = BTreeMap<String, ComposedPicture>;

    fn deref(&self) -> &BTreeMap<String, ComposedPicture> {
        &self.0
    }
}

impl std::fmt::Debug for Pictures {
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
    /// Exactly this many: the panels of a leaflet, of which each must hold its text.
    Panels(usize),
    /// The pages of a booklet.
    Pages {
        /// A multiple of this: four to a folded sheet.
        multiple_of: usize,
        /// No more than this.
        at_most: Option<usize>,
    },
}
