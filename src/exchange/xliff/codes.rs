//! Numbers the codes of a text, so that a translation names those of its source.

use crate::exchange::{Piece, Text};

/// A piece of a text with the numbers of its codes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Coded<'a> {
    /// Words.
    Words(&'a str),
    /// A code that stands for itself, also markup that is closed elsewhere.
    Code(usize, &'a str),
    /// The beginning of markup that ends in the same text.
    Open(usize, &'a str, &'a str),
    /// Its end.
    Close,
}

/// The codes of a unit: of its source, and what only the translation has.
#[derive(Debug, Default)]
pub(super) struct Codes {
    /// What each code stands for, by number from 1; of markup beginning and end.
    known: Vec<(String, Option<String>)>,
}

impl Codes {
    /// Numbers the codes of a text. Those that stand for the same as an earlier text's, in their order, have its numbers.
    pub(super) fn of<'a>(&mut self, text: &'a Text) -> Vec<Coded<'a>> {
        let ends = ends(text);
        let mut used = Vec::new();
        let mut number = |code: &str, end: Option<&str>| {
            let fits = |index: &usize, (own, own_end): &(String, Option<String>)| {
                own == code && own_end.as_deref() == end && !used.contains(index)
            };
            let found = self.known.iter().enumerate().find(|(index, known)| fits(index, known));
            let index = found.map_or(self.known.len(), |(index, _)| index);
            if index == self.known.len() {
                self.known.push((code.to_owned(), end.map(str::to_owned)));
            }
            used.push(index);
            index + 1
        };
        let pieces = text.pieces.iter().enumerate();
        let coded = pieces.map(|(at, piece)| match piece {
            Piece::Words(words) => Coded::Words(words),
            Piece::Code(code) => Coded::Code(number(code, None), code),
            Piece::Open(tag) => match ends.iter().find(|(open, _)| *open == at) {
                Some((_, close)) => {
                    let end = flat(&text.pieces[*close]);
                    Coded::Open(number(tag, Some(end)), tag, end)
                }
                None => Coded::Code(number(tag, None), tag),
            },
            Piece::Close(tag) if ends.iter().any(|(_, close)| *close == at) => {
                let _ = tag;
                Coded::Close
            }
            Piece::Close(tag) => Coded::Code(number(tag, None), tag),
        });
        coded.collect()
    }

    /// What each code stands for, by number from 1; of markup beginning and end.
    pub(super) fn all(&self) -> impl Iterator<Item = (usize, &str, Option<&str>)> {
        let known = self.known.iter().enumerate();
        known.map(|(index, (code, end))| (index + 1, code.as_str(), end.as_deref()))
    }
}

fn flat(piece: &Piece) -> &str {
    match piece {
        Piece::Words(text) | Piece::Code(text) | Piece::Open(text) | Piece::Close(text) => text,
    }
}

/// The beginnings and ends of markup that is closed as it should be, by place.
fn ends(text: &Text) -> Vec<(usize, usize)> {
    let name = |tag: &str| {
        let inside = tag.trim_matches(['<', '>', '/']);
        inside.split(' ').next().unwrap_or_default().to_owned()
    };
    let (mut open, mut found) = (Vec::new(), Vec::new());
    for (at, piece) in text.pieces.iter().enumerate() {
        match piece {
            Piece::Open(tag) => open.push((at, name(tag))),
            Piece::Close(tag) => {
                if let Some((start, opened)) = open.pop()
                    && opened == name(tag)
                {
                    found.push((start, at));
                } else {
                    // It crosses another: none of what is open can be an element.
                    open.clear();
                }
            }
            Piece::Words(_) | Piece::Code(_) => {}
        }
    }
    found
}
