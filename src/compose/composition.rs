//! Describes the product of `compose`: the Typst source of a language edition, in which every text knows where it comes from.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;

use feuillet_colour::Colour;

use crate::compose::code::Code;
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
    /// The pictures of the brochure that blocks name; templates of the brochure may name others.
    pub(crate) pictures: BTreeSet<String>,
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
