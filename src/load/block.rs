//! Describes one block of a section: what it is, which messages it shows, where it may stand.

mod read;

use feuillet_units::Mm;

use crate::diagnostic::{Located, Span};
use crate::fields::Fields;
use crate::language::Tag;
use crate::load::text_id::TextId;

pub(super) use read::read_block;

/// The need that is answered at once, day and night: nothing may hide or replace such a contact.
pub(crate) const EMERGENCY: &str = "emergency";

/// The name of a message at its place in `brochure.toml` or `facts.toml`.
pub(crate) type MessageId = Located<TextId>;

/// One block of a section.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it may stand.
    pub(crate) limits: Limits,
    /// Whether it and what follows is pushed to the foot of the panel or page.
    pub(crate) at_foot: bool,
    /// Whether a lawyer has to sign its texts.
    pub(crate) is_legal: bool,
    /// The canonical form of what it says and how, wherever it may stand.
    pub(crate) canonical: String,
    /// Where it stands in `brochure.toml`.
    pub(crate) span: Span,
}

/// The keys that say where a section or a block may stand.
pub(super) const PLACES: [&str; 3] = ["editions", "languages", "regions"];

/// What a block is.
#[derive(Debug, Clone, PartialEq)]
// The fields are the keys of the block in `brochure.toml`.
#[allow(missing_docs)]
pub(crate) enum BlockKind {
    /// A heading below the section's title. Levels 2 to 4.
    Heading { text: MessageId, level: u32 },
    /// A paragraph; an empty line in the message begins a new one.
    Paragraph { text: MessageId, style: ParagraphStyle },
    /// A bullet list.
    List { items: Vec<Item> },
    /// Numbered steps, the first with the number `start`.
    Steps { items: Vec<Item>, start: u32 },
    /// A question, as a heading, and its answer. Levels 2 to 4.
    Question { question: MessageId, answer: Vec<MessageId>, level: u32 },
    /// A passage that stands out.
    Callout { text: Vec<MessageId>, tone: Tone },
    /// Contacts out of the facts.
    Contacts(ContactChoice),
    /// Boxes to tick with a pen.
    Checklist { items: Vec<Item>, columns: u32 },
    /// A table with a row of header cells; `widths` are the shares of its columns, all alike if empty.
    Table {
        header: Vec<MessageId>,
        rows: Vec<Vec<MessageId>>,
        caption: Option<MessageId>,
        widths: Vec<f64>,
    },
    /// A picture of the `images` folder with its alternative text.
    Figure {
        file: Located<String>,
        alternative: MessageId,
        caption: Option<MessageId>,
        width: Option<Mm>,
    },
    /// Somebody's words.
    Quote { text: MessageId, attribution: Option<MessageId> },
    /// A text that must stand in each of these languages; or in any one of them, if `either` is set.
    Multilingual { text: MessageId, languages: Vec<Located<Tag>>, either: bool },
    /// A decision guide: questions whose answers lead to sections.
    Guide { steps: Vec<GuideStep> },
    /// A QR code that leads to the site of a fact, with the address beside it.
    Qr { fact: Located<String>, text: Option<MessageId> },
    /// Empty lines to write on.
    Notes { extent: NotesExtent },
    /// The titles of sections with the numbers of their pages, down to headings of level `depth`.
    Contents { depth: u32 },
    /// Words with what they mean, in the order of the language's alphabet.
    Glossary { words: Vec<GlossaryWord> },
    /// The beginning of a new panel or page.
    Break,
    /// A place where an overlay may put its own blocks; empty without one.
    Slot,
}

/// One item of a list.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Item {
    /// Its text.
    pub(crate) text: MessageId,
    /// The icon in the strip beside it.
    pub(crate) icon: Option<Located<String>>,
}

/// One word of a glossary.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct GlossaryWord {
    /// The word.
    pub(crate) word: MessageId,
    /// What it means.
    pub(crate) text: MessageId,
}

/// How many lines there are to write on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotesExtent {
    /// So many.
    Lines(u32),
    /// To the foot of the page, and on as many further pages as a booklet's binding needs: up to a multiple of four, or of
    /// two.
    Fill,
}

/// One question of a decision guide.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct GuideStep {
    /// The question.
    pub(crate) question: MessageId,
    /// Answers, each with the id of the section to read.
    pub(crate) answers: Vec<(MessageId, Located<String>)>,
}

/// Which contacts a block shows, and how.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ContactChoice {
    /// Needs, as named in `facts.toml`; a contact that answers one of them is shown.
    pub(crate) needs: Vec<Located<String>>,
    /// Regions, as named in `facts.toml`; empty for all.
    pub(crate) regions: Vec<Located<String>>,
    /// If not empty: of these, only the contacts named here.
    pub(crate) only: Vec<Located<String>>,
    /// How they are shown.
    pub(crate) style: ContactsStyle,
    /// Whether they are put together by the regions that they serve.
    pub(crate) by_region: bool,
    /// A message above them, or inside a banner.
    pub(crate) title: Option<MessageId>,
}

/// How contacts are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ContactsStyle {
    /// A list, the number large on the closing side.
    #[default]
    Cards,
    /// Two beside each other, for short numbers.
    Pairs,
    /// One band with few large numbers, for emergencies.
    Banner,
}

/// How a paragraph is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ParagraphStyle {
    /// Running text.
    #[default]
    Text,
    /// Larger, at the beginning of a section or on the cover.
    Lead,
    /// Smaller, for a colophon.
    Small,
}

/// What a callout does for the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// It calms.
    Reassure,
    /// It tells what is good to know.
    Know,
    /// It asks to act now.
    Act,
}

/// Where a section or a block may stand; an empty list means everywhere.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Limits {
    /// Editions.
    pub(crate) editions: Vec<Located<String>>,
    /// Languages.
    pub(crate) languages: Vec<Located<Tag>>,
    /// Regions of the commune whose overlay is laid over.
    pub(crate) regions: Vec<Located<String>>,
    /// The slot in which it stands until an overlay fills it.
    pub(crate) slot: Option<Located<String>>,
}

impl Limits {
    /// Reads the keys that blocks and sections share.
    pub(crate) fn read(fields: &Fields<'_>) -> Limits {
        Limits {
            editions: fields.or_default("editions"),
            languages: fields.or_default("languages"),
            regions: fields.or_default("regions"),
            slot: fields.optional("slot"),
        }
    }

    /// Lets what is limited to an edition also stand in those that extend it. Each row is a model and an edition.
    pub(super) fn admit_extensions(&mut self, extensions: &[(String, Located<String>)]) {
        let admits = |name: &str| self.editions.iter().any(|edition| edition.value == name);
        let more: Vec<Located<String>> = extensions
            .iter()
            .filter(|(model, edition)| admits(model) && !admits(&edition.value))
            .map(|(_, edition)| edition.clone())
            .collect();
        self.editions.extend(more);
    }

    /// Whether it is meant for one of these regions; without any, it is shown for all.
    #[must_use]
    pub(crate) fn serve(&self, regions: &[Located<String>]) -> bool {
        self.regions.is_empty()
            || regions.is_empty()
            || self.regions.iter().any(|own| regions.iter().any(|other| own.value == other.value))
    }

    /// Whether it may stand in this edition.
    #[must_use]
    pub(crate) fn admit_edition(&self, edition: &str) -> bool {
        self.editions.is_empty() || self.editions.iter().any(|name| name.value == edition)
    }

    /// Whether it may stand in this edition and language.
    #[must_use]
    pub(crate) fn admit(&self, edition: &str, language: &Tag) -> bool {
        let language_fits =
            self.languages.is_empty() || self.languages.iter().any(|tag| tag.value == *language);
        self.admit_edition(edition) && language_fits
    }
}

impl ContactChoice {
    /// Whether it shows whom to call in danger.
    #[must_use]
    pub(crate) fn is_emergency(&self) -> bool {
        self.needs.iter().any(|need| need.value == EMERGENCY)
    }
}

impl Block {
    /// The ids of all messages that the block names itself (not through facts).
    #[must_use]
    pub(crate) fn messages(&self) -> Vec<&MessageId> {
        match &self.kind {
            BlockKind::Heading { text, .. }
            | BlockKind::Paragraph { text, .. }
            | BlockKind::Multilingual { text, .. } => vec![text],
            BlockKind::List { items }
            | BlockKind::Steps { items, .. }
            | BlockKind::Checklist { items, .. } => items.iter().map(|item| &item.text).collect(),
            BlockKind::Question { question, answer, .. } => {
                std::iter::once(question).chain(answer).collect()
            }
            BlockKind::Callout { text, .. } => text.iter().collect(),
            BlockKind::Contacts(choice) => choice.title.iter().collect(),
            BlockKind::Table { header, rows, caption, .. } => {
                header.iter().chain(rows.iter().flatten()).chain(caption).collect()
            }
            BlockKind::Figure { alternative, caption, .. } => {
                std::iter::once(alternative).chain(caption).collect()
            }
            BlockKind::Quote { text, attribution } => {
                std::iter::once(text).chain(attribution).collect()
            }
            BlockKind::Guide { steps } => steps
                .iter()
                .flat_map(|step| {
                    std::iter::once(&step.question).chain(step.answers.iter().map(|(text, _)| text))
                })
                .collect(),
            BlockKind::Qr { text, .. } => text.iter().collect(),
            BlockKind::Glossary { words } => {
                words.iter().flat_map(|row| [&row.word, &row.text]).collect()
            }
            BlockKind::Notes { .. }
            | BlockKind::Contents { .. }
            | BlockKind::Break
            | BlockKind::Slot => Vec::new(),
        }
    }
}
