//! Describes the product of `resolve`: blocks of text runs, none missing, each with its message and language.

mod block;
mod passage;

use std::collections::{BTreeMap, BTreeSet};

use time::Date;

use crate::language::{Language, Tag};
use crate::load::EditionId;
use crate::load::facts::FactPart;
use crate::load::section::Layout;
use crate::review::EditionState;

pub(crate) use block::{Block, ContactCard, GuideStep, Item, QrCode};
pub use block::{BlockKind, Version};
pub use passage::{Origin, Passage, Run, RunKind};

/// A language edition whose texts are all in place.
#[derive(Debug, Clone, PartialEq)]
pub struct Manuscript {
    /// Which one it is. The brochure's id is for the people who make it, and never printed.
    pub id: EditionId,
    /// The languages of its id, in the same order; the first gives the pages their direction and typography.
    pub languages: Vec<Language>,
    /// The neutral title for the PDF's metadata.
    pub title: Passage,
    /// The day of the release.
    pub(crate) date: Date,
    /// Draft or approved.
    pub state: EditionState,
    /// The draft line and band, if it is a draft.
    pub draft: Option<DraftNotice>,
    /// The line at the foot of each page.
    pub foot: Option<Passage>,
    /// All languages in which the edition is made, for the cover.
    pub offered: Vec<Language>,
    /// Its sections in reading order.
    pub sections: Vec<Section>,
    /// Further languages that occur in it.
    pub others: Vec<Language>,
    /// The messages of the main language that it shows, or another language in their place; not those that mark a draft.
    pub messages: BTreeSet<String>,
    /// Fingerprint of its make-up: its blocks in their order, pictures, contacts, slots and accepted findings.
    pub make_up: String,
    /// What it shows of the facts.
    pub(crate) shown_facts: BTreeSet<ShownFact>,
    /// The text of each message that it shows, by the language that the text is in and its id. The notices of a draft are not
    /// among them. There are several where the program fills in something else in each place.
    pub(crate) texts: BTreeMap<(Tag, String), BTreeSet<String>>,
    /// The numbers and addresses in its texts that the brochure accepts there.
    pub(crate) accepted: Vec<AcceptedContact>,
}

/// A part of a fact that is shown.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct ShownFact {
    /// The name of the fact.
    pub(crate) fact: String,
    /// The part.
    pub(crate) part: FactPart,
    /// What it says there.
    pub(crate) text: String,
    /// The message that shows it; `None` if a block does.
    pub(crate) message: Option<String>,
}

/// A number or address that is typed into a text and accepted there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct AcceptedContact {
    /// The number of the `[[accept]]` in the brochure, from 0.
    pub(crate) accept: usize,
    /// The message that shows it.
    pub(crate) message: String,
    /// As it is typed.
    pub(crate) text: String,
}

/// The texts that mark a draft on its pages.
#[derive(Debug, Clone, PartialEq)]
pub struct DraftNotice {
    /// The line at the foot of each page.
    pub line: Passage,
    /// The band on the cover.
    pub band: Passage,
}

/// A part of the text with a title, which usually begins on a panel or page of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// Its name.
    pub id: String,
    /// How it is laid out.
    pub layout: Layout,
    /// Its title.
    pub title: Option<Passage>,
    /// Its number, if it is a chapter.
    pub number: Option<usize>,
    /// Its summary, if it is a chapter that has one.
    pub summary: Option<Summary>,
    /// The role of the colour of its background and tab.
    pub tint: &'static str,
    /// Whether it begins where the section before it ends.
    pub(crate) joined: bool,
    /// Its content.
    pub blocks: Vec<Block>,
}

/// The summary of a chapter.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    /// The words above it: "In short".
    pub label: Passage,
    /// Its lines.
    pub lines: Vec<Passage>,
}

impl Manuscript {
    /// The main language, which gives the pages their direction and typography.
    #[must_use]
    pub fn language(&self) -> &Language {
        &self.languages[0]
    }

    /// The first section in which another manuscript has other blocks, or that it lacks; `None` if the two can stand beside each
    /// other, block by block.
    #[must_use]
    pub(crate) fn first_difference(&self, other: &Manuscript) -> Option<&str> {
        let mut others = other.sections.iter();
        for section in &self.sections {
            let Some(beside) = others.next() else { return Some(&section.id) };
            let is_alike = section.id == beside.id
                && section.title.is_some() == beside.title.is_some()
                && are_alike(&section.blocks, &beside.blocks);
            if !is_alike {
                return Some(&section.id);
            }
        }
        others.next().and(self.sections.last()).map(|last| last.id.as_str())
    }

    /// The section of that name.
    #[must_use]
    pub(crate) fn section(&self, id: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.id == id)
    }

    /// All passages in the order in which they are read; the line at the foot of the pages is not among them.
    #[must_use]
    pub fn passages(&self) -> Vec<&Passage> {
        let mut out = Vec::new();
        for section in &self.sections {
            out.extend(&section.title);
            if let Some(summary) = &section.summary {
                out.push(&summary.label);
                out.extend(&summary.lines);
            }
            for block in &section.blocks {
                out.extend(block.kind.passages());
            }
        }
        out
    }
}

/// Whether blocks say the same in the same order, each in its language: they are of the same kinds, and their texts are the same
/// messages. Facts may be others: each language has helplines and sites of its own.
fn are_alike(blocks: &[Block], others: &[Block]) -> bool {
    let is_alike = |(one, other): (&Block, &Block)| match (&one.kind, &other.kind) {
        (BlockKind::Slot { blocks, .. }, BlockKind::Slot { blocks: others, .. }) => {
            are_alike(blocks, others)
        }
        (BlockKind::Figure { file, .. }, BlockKind::Figure { file: other_file, .. })
            if file != other_file =>
        {
            false
        }
        (one, other) => {
            std::mem::discriminant(one) == std::mem::discriminant(other)
                && names_in(one) == names_in(other)
        }
    };
    blocks.len() == others.len() && blocks.iter().zip(others).all(is_alike)
}

/// The messages in a block. Their order is that of a language where they are sorted by it.
fn names_in(kind: &BlockKind) -> BTreeSet<&str> {
    let origins = kind.passages().into_iter().map(|passage| &passage.origin);
    origins.filter(|origin| !matches!(origin, Origin::Fact(_))).map(Origin::name).collect()
}
