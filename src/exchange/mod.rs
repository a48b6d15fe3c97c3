//! Files for the tools of translators: texts go out with what a translator needs to know, and come back without loss.
//!
//! A [`Document`] is what all formats share. Each format is a writer and a reader of it.

pub(crate) mod export;
pub(crate) mod formats;
pub(crate) mod import;
mod inline;
pub(crate) mod memory;
mod notes;
pub(crate) mod po;
mod returned;
mod sentences;
pub(crate) mod state;
mod text;
pub(crate) mod tmx;
pub(crate) mod unit_id;
mod variants;
mod xliff;
mod xlsx;
mod xml;

use crate::language::Tag;

pub(crate) use returned::{Place, Returned, ReturnedUnit};

/// The texts of one brochure for one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Document {
    /// The brochure's id.
    pub(crate) brochure: String,
    /// The language that it is translated from.
    pub(crate) source_language: Tag,
    /// The language that it is translated into.
    pub(crate) language: Tag,
    /// Whether that language is written from right to left.
    pub(crate) is_right_to_left: bool,
    /// The texts, in the order of the source catalogue.
    pub(crate) units: Vec<Unit>,
}

/// One text: a message, or one variant of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unit {
    /// What it is the text of, unique in the document: `right-leave`, `-office`, `right-home[$home-ban-days:few]`.
    pub(crate) id: String,
    /// For the translator: the comments of the source, and what the program knows; empty, or lines. The last line is for the
    /// import: a reader gives the comment back as it was.
    pub(crate) comment: String,
    /// The source text.
    pub(crate) source: Text,
    /// The source text that the translation was made from, if it was another one.
    pub(crate) previous_source: Option<Text>,
    /// The translation; `None` if there is none.
    pub(crate) target: Option<Text>,
    /// How far it has come.
    pub(crate) state: UnitState,
    /// How many characters there is room for in the layout, if that is known.
    pub(crate) room: Option<usize>,
}

/// How far a text has come. It goes out for information; no import believes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum UnitState {
    /// There is no translation.
    Missing,
    /// The source has changed since.
    Stale,
    /// Written, and nobody else has read it.
    Draft,
    /// Read by a second person.
    Reviewed,
    /// Signed for print.
    Approved,
}

/// A text, cut where something in it is not for translation.
///
/// Its flat form, for formats without inline codes, is the pieces one after another as they are written: what a person types
/// into a catalogue, such as `<b>Call</b> { $police-phone }`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Text {
    /// The pieces, from the first to the last.
    pub(crate) pieces: Vec<Piece>,
}

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Words; line breaks are U+000A.
    Words(String),
    /// Something that stands for itself, as it is written: `{ $police-phone }`, `{ -office }`, `{"{"}`.
    Code(String),
    /// The beginning of markup, as it is written: `<b>`, `<a id="cire">`.
    Open(String),
    /// The end of markup, as it is written: `</b>`.
    Close(String),
}

impl Text {
    /// The text as it is typed into a catalogue.
    #[must_use]
    pub(crate) fn flat(&self) -> String {
        let pieces = self.pieces.iter().map(|piece| match piece {
            Piece::Words(text) | Piece::Code(text) | Piece::Open(text) | Piece::Close(text) => {
                text.as_str()
            }
        });
        pieces.collect()
    }
}
