//! What `resolve` gives out: blocks of text runs, none missing, each with its message, language and state.

use std::collections::BTreeMap;

use time::Date;

use crate::language::{Language, Tag};
use crate::load::block::{ContactsStyle, NotesExtent, ParagraphStyle, Tone};
use crate::load::section::Layout;
use crate::review::EditionState;

/// A language edition whose texts are all in place.
#[derive(Debug, Clone, PartialEq)]
pub struct Manuscript {
    /// The brochure's id, for messages to the people who make it.
    pub brochure: String,
    /// The edition's name.
    pub edition: String,
    /// Its languages; the first sets direction and typography of the pages.
    pub languages: Vec<Language>,
    /// The neutral title for the PDF's metadata.
    pub title: Passage,
    /// The day of the release.
    pub date: Date,
    /// Draft or approved.
    pub state: EditionState,
    /// The draft line and band, if it is a draft.
    pub draft: Option<DraftNotice>,
    /// The line at the foot of every page.
    pub foot: Option<Passage>,
    /// The languages that the edition is made in, for the cover.
    pub offered: Vec<Language>,
    /// Its sections in reading order.
    pub sections: Vec<Section>,
    /// Other languages that occur in it.
    pub others: Vec<Language>,
    /// What a signature is given for, by message: each message of the edition's language that it shows, as it
    /// resolves (see [`Passage::signed_form`]).
    pub signed: BTreeMap<String, String>,
}

/// What a draft says of itself on its pages.
#[derive(Debug, Clone, PartialEq)]
pub struct DraftNotice {
    /// The line at the foot of each page.
    pub line: Passage,
    /// The band on the cover.
    pub band: Passage,
}

/// A part that opens on its own panel or page.
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
    /// What it says in short, if it is a chapter that does.
    pub summary: Option<Summary>,
    /// The role of the colour of its ground and tab.
    pub tint: &'static str,
    /// Whether it goes on where the one before it ends.
    pub joined: bool,
    /// Its content.
    pub blocks: Vec<Block>,
}

/// What a chapter says in short.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    /// The words above it: "In short".
    pub label: Passage,
    /// Its lines.
    pub lines: Vec<Passage>,
}

/// One block.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// What it is, with its texts.
    pub kind: BlockKind,
    /// Whether it and what follows is pushed to the foot.
    pub at_foot: bool,
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
}

/// One item of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Its text.
    pub text: Passage,
    /// The name of its icon.
    pub icon: Option<String>,
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
    pub question: Passage,
    /// Answers, each with the id of the section that it leads to.
    pub answers: Vec<(Passage, String)>,
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
    pub fact: String,
    /// What it encodes.
    pub target: String,
    /// The address as it is printed.
    pub address: Passage,
    /// What it shows, for people who can't see it.
    pub alternative: Passage,
    /// The text beside it.
    pub text: Option<Passage>,
}

/// The text of one message, or of one fact, ready to be set.
#[derive(Debug, Clone, PartialEq)]
pub struct Passage {
    /// Where it comes from.
    pub origin: Origin,
    /// The language that it is in: another than the edition's if it fell back.
    pub language: Tag,
    /// Its paragraphs; at least one.
    pub paragraphs: Vec<Vec<Run>>,
}

/// Where a text comes from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// A message, in the edition's own language.
    Message(String),
    /// A message that is missing and was taken from another language.
    Fallback(String),
    /// A message in a language that a block asks for, whatever the edition's is.
    Version(String),
    /// A fact.
    Fact(String),
}

impl Origin {
    /// The name of the message or fact.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Origin::Message(name)
            | Origin::Fallback(name)
            | Origin::Version(name)
            | Origin::Fact(name) => name,
        }
    }
}

/// A stretch of text with one meaning and one look.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// Its characters.
    pub text: String,
    /// What it is.
    pub kind: RunKind,
    /// Whether it is bold.
    pub strong: bool,
    /// Whether it is emphasised.
    pub emphasis: bool,
    /// What a click on it opens.
    pub link: Option<String>,
    /// Its language, if it is not the passage's.
    pub language: Option<Tag>,
}

/// What a run is: whatever is not `Text` is set as one piece, in its own direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RunKind {
    /// Running text.
    Text,
    /// A number.
    Number,
    /// A date.
    Date,
    /// A telephone number.
    Phone,
    /// A web address.
    Site,
    /// A mail address.
    Email,
    /// A postal address.
    Address,
    /// A proper name.
    Name,
    /// Words that a slash or a hyphen joins and that stay on one line, "CPAS/OCMW", "A-kaart", or a part of them: those that
    /// follow each other are one pair.
    Pair,
    /// The number of the page on which a section begins; the text is the section's id until the page is known.
    Page,
}

impl Passage {
    /// The name of the message or fact; with its language, if a block asks for that: `letter (fr)`.
    #[must_use]
    pub fn subject(&self) -> String {
        match &self.origin {
            Origin::Version(name) => format!("{name} ({})", self.language),
            origin => origin.name().to_owned(),
        }
    }

    /// The text without its looks; paragraphs are separated by an empty line.
    #[must_use]
    pub fn plain(&self) -> String {
        let paragraph =
            |runs: &Vec<Run>| runs.iter().map(|run| run.text.as_str()).collect::<String>();
        self.paragraphs.iter().map(paragraph).collect::<Vec<_>>().join("\n\n")
    }

    /// The text with its looks and links, in one unambiguous line: what a signature is given for.
    ///
    /// The languages of passages are no part of it. A message that marks one is edited, and so no longer approved; if a
    /// term does, the words that readers see are still those that were signed.
    #[must_use]
    pub fn signed_form(&self) -> String {
        let mut out = String::new();
        for paragraph in &self.paragraphs {
            // How a text is cut, and which blanks keep it together, is the typesetter's: nobody signs for it.
            let mut pieces: Vec<(String, String)> = Vec::new();
            for run in paragraph {
                let weight = if run.strong { "b" } else { "" };
                let slope = if run.emphasis { "e" } else { "" };
                let link = run.link.as_deref().unwrap_or("");
                let look = format!("{weight}{slope}<{link}>");
                let text = run.text.replace(['\u{A0}', '\u{202F}'], " ").replace('\u{AD}', "");
                match pieces.last_mut() {
                    Some((last, words)) if *last == look => words.push_str(&text),
                    _ => pieces.push((look, text)),
                }
            }
            for (look, text) in pieces {
                out.push_str(&format!("{look}{text:?}"));
            }
            out.push('\n');
        }
        out
    }
}

impl Manuscript {
    /// The language that sets direction and typography of the pages.
    #[must_use]
    pub fn language(&self) -> &Language {
        &self.languages[0]
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
            BlockKind::Notes { .. } | BlockKind::Contents { .. } | BlockKind::Break => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Origin, Passage, Run, RunKind};

    #[test]
    fn the_language_of_a_passage_is_not_signed() {
        let run = |text: &str, language: Option<&str>| Run {
            text: text.to_owned(),
            kind: RunKind::Text,
            strong: false,
            emphasis: false,
            link: None,
            language: language.map(|tag| tag.parse().unwrap()),
        };
        let signed = |runs: Vec<Run>| {
            let origin = Origin::Message("office".to_owned());
            let passage =
                Passage { origin, language: "ru".parse().unwrap(), paragraphs: vec![runs] };
            passage.signed_form()
        };
        let marked = signed(vec![run("в ", None), run("Office", Some("fr")), run(".", None)]);
        assert_eq!(marked, "<>\"в Office.\"\n");
        assert_eq!(marked, signed(vec![run("в Office.", None)]));
    }
}
