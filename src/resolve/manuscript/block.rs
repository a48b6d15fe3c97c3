//! Describes the blocks of a section, with their texts.

use crate::language::Language;
use crate::load::block::{ContactsStyle, NotesExtent, ParagraphStyle, Tone};
use crate::resolve::manuscript::passage::Passage;

/// One block.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// What it is, with its texts.
    pub kind: BlockKind,
    /// Whether it and what follows it are moved to the foot of the panel or page.
    pub(crate) at_foot: bool,
}

/// What a block is, with its texts. The fields are those of [`crate::load::BlockKind`].
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub enum BlockKind {
    Heading {
        text: Passage,
        level: u32,
    },
    Paragraph {
        text: Passage,
        style: ParagraphStyle,
    },
    List {
        items: Vec<Item>,
    },
    Steps {
        items: Vec<Item>,
        start: u32,
    },
    Question {
        question: Passage,
        answer: Vec<Passage>,
        level: u32,
    },
    Callout {
        text: Vec<Passage>,
        tone: Tone,
    },
    Contacts {
        cards: Vec<ContactCard>,
        style: ContactsStyle,
        title: Option<Passage>,
    },
    Checklist {
        items: Vec<Item>,
        columns: u32,
    },
    Table {
        header: Vec<Passage>,
        rows: Vec<Vec<Passage>>,
        caption: Option<Passage>,
        widths: Vec<f64>,
    },
    Figure {
        file: String,
        alternative: Passage,
        caption: Option<Passage>,
        width: Option<feuillet_units::Mm>,
    },
    Quote {
        text: Passage,
        attribution: Option<Passage>,
    },
    Multilingual {
        versions: Vec<Version>,
    },
    Guide {
        steps: Vec<GuideStep>,
    },
    Qr(QrCode),
    Notes {
        extent: NotesExtent,
    },
    Contents {
        depth: u32,
    },
    Glossary {
        words: Vec<(Passage, Passage)>,
    },
    Break,
    /// What a body puts into a slot: its name, and the height that it has whoever fills it.
    Slot {
        name: String,
        height: Option<feuillet_units::Mm>,
        blocks: Vec<Block>,
    },
    /// The picture that stands for a body.
    Logo {
        alternative: Passage,
    },
}

/// One item of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Its text.
    pub(crate) text: Passage,
    /// The name of its icon.
    pub(crate) icon: Option<String>,
}

/// A text in one of the languages in which it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Version {
    /// Its language, if its name stands above the text.
    pub head: Option<Language>,
    /// The text.
    pub text: Passage,
}

/// One question of a decision guide.
#[derive(Debug, Clone, PartialEq)]
pub struct GuideStep {
    /// The question.
    pub(crate) question: Passage,
    /// Answers, each with the id of the section that it leads to.
    pub(crate) answers: Vec<(Passage, String)>,
}

/// A contact as readers of one language see it.
#[derive(Debug, Clone, PartialEq)]
pub struct ContactCard {
    /// Its name in the facts.
    pub id: String,
    /// What it is called.
    pub name: Passage,
    /// The names of the regions that it serves, where contacts are put together by region; empty for the whole country.
    pub regions: Vec<Passage>,
    /// What it is for, what it costs, when and in which languages it answers: short texts, in this order.
    pub details: Vec<Passage>,
    /// The telephone number, or the web address where there is none.
    pub number: Option<Passage>,
    /// The postal address, where there is neither number nor web address.
    pub address: Option<Passage>,
}

/// A QR code.
#[derive(Debug, Clone, PartialEq)]
pub struct QrCode {
    /// The fact whose site it leads to.
    pub(crate) fact: String,
    /// What it encodes.
    pub target: String,
    /// The address as it is printed.
    pub address: Passage,
    /// What it shows, for people who can't see it.
    pub alternative: Passage,
    /// The text beside it.
    pub(crate) text: Option<Passage>,
}

impl ContactCard {
    /// Its passages in the order in which they are read.
    fn passages(&self) -> impl Iterator<Item = &Passage> {
        let rest =
            self.regions.iter().chain(&self.details).chain(&self.address).chain(&self.number);
        std::iter::once(&self.name).chain(rest)
    }
}

impl BlockKind {
    /// Its passages in the order in which they are read; alternative texts are not among them.
    #[must_use]
    pub fn passages(&self) -> Vec<&Passage> {
        match self {
            BlockKind::Heading { text, .. } | BlockKind::Paragraph { text, .. } => vec![text],
            BlockKind::List { items: list }
            | BlockKind::Steps { items: list, .. }
            | BlockKind::Checklist { items: list, .. } => {
                list.iter().map(|item| &item.text).collect()
            }
            BlockKind::Question { question, answer, .. } => {
                std::iter::once(question).chain(answer).collect()
            }
            BlockKind::Callout { text, .. } => text.iter().collect(),
            BlockKind::Contacts { cards, title, .. } => {
                title.iter().chain(cards.iter().flat_map(ContactCard::passages)).collect()
            }
            BlockKind::Table { header, rows, caption, .. } => {
                caption.iter().chain(header).chain(rows.iter().flatten()).collect()
            }
            BlockKind::Figure { caption, .. } => caption.iter().collect(),
            BlockKind::Quote { text, attribution } => {
                std::iter::once(text).chain(attribution).collect()
            }
            BlockKind::Multilingual { versions } => {
                versions.iter().map(|version| &version.text).collect()
            }
            BlockKind::Guide { steps } => steps
                .iter()
                .flat_map(|step| {
                    std::iter::once(&step.question).chain(step.answers.iter().map(|(text, _)| text))
                })
                .collect(),
            BlockKind::Qr(code) => code.text.iter().chain(std::iter::once(&code.address)).collect(),
            BlockKind::Glossary { words } => {
                words.iter().flat_map(|(word, text)| [word, text]).collect()
            }
            BlockKind::Slot { blocks, .. } => {
                blocks.iter().flat_map(|block| block.kind.passages()).collect()
            }
            BlockKind::Notes { .. }
            | BlockKind::Contents { .. }
            | BlockKind::Break
            | BlockKind::Logo { .. } => Vec::new(),
        }
    }
}
