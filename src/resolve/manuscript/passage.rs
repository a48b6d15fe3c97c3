//! Describes the text of a message or fact, in runs.

use crate::language::Tag;

/// The text of one message, or of one fact, ready to be set.
#[derive(Debug, Clone, PartialEq)]
pub struct Passage {
    /// Where it comes from.
    pub origin: Origin,
    /// The language that it is in; a fallback is in another than the edition's.
    pub language: Tag,
    /// Its paragraphs; at least one.
    pub paragraphs: Vec<Vec<Run>>,
}

impl Passage {
    /// Whether another passage says the same in the same language, wherever it comes from.
    #[must_use]
    pub fn says_the_same(&self, other: &Passage) -> bool {
        self.language == other.language && self.paragraphs == other.paragraphs
    }
}

/// Where a text comes from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// A message, in the edition's language.
    Message(String),
    /// A message that is missing in the edition's language, and is shown in another.
    Fallback(String),
    /// A message in a language that a block names, whatever the edition's is.
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

/// A stretch of text with one meaning and one style.
#[derive(Debug, Clone, PartialEq, Hash)]
pub struct Run {
    /// Its characters.
    pub text: String,
    /// What it is.
    pub kind: RunKind,
    /// Whether it is bold.
    pub strong: bool,
    /// Whether it is emphasised.
    pub emphasis: bool,
    /// The target of its link.
    pub link: Option<String>,
    /// Its language, if it is not the passage's.
    pub language: Option<Tag>,
}

/// What a run is. All but `Text` are set as one piece, in their own direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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
    /// Words with a slash or hyphen at which no line may end, "CPAS/OCMW", "A-kaart", or a part of them: runs of this kind
    /// that follow each other belong together.
    Unbroken,
    /// The number of the page on which a section begins; the text is the section's id until the page is known.
    Page,
}

impl Passage {
    /// The name of the message or fact, with its language if a block names that: `letter (fr)`.
    #[must_use]
    pub(crate) fn subject(&self) -> String {
        match &self.origin {
            Origin::Version(name) => format!("{name} ({})", self.language),
            origin => origin.name().to_owned(),
        }
    }

    /// The plain text; paragraphs are separated by an empty line.
    #[must_use]
    pub fn plain(&self) -> String {
        let paragraph =
            |runs: &Vec<Run>| runs.iter().map(|run| run.text.as_str()).collect::<String>();
        self.paragraphs.iter().map(paragraph).collect::<Vec<_>>().join("\n\n")
    }

    /// The text with its emphasis and links as markup, for people who compare it with another; paragraphs are separated by an
    /// empty line.
    #[must_use]
    pub(crate) fn with_markup(&self) -> String {
        let run = |run: &Run| {
            // Where words are divided, and which spaces do not break, is typography.
            let text = run.text.replace(['\u{A0}', '\u{202F}'], " ");
            let mut text = text.replace('\u{AD}', "");
            if let Some(link) = run.link.as_ref().filter(|_| run.kind == RunKind::Text) {
                text = format!("<a href=\"{link}\">{text}</a>");
            }
            for (is_set, tag) in [(run.emphasis, "em"), (run.strong, "b")] {
                if is_set {
                    text = format!("<{tag}>{text}</{tag}>");
                }
            }
            text
        };
        let paragraphs = self.paragraphs.iter();
        let paragraphs = paragraphs.map(|runs| runs.iter().map(run).collect::<String>());
        paragraphs.collect::<Vec<_>>().join("\n\n")
    }
}
