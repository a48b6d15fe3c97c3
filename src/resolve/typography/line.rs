//! Turns the runs of a paragraph into a list of characters, which the rules change, and back into runs.

use std::ops::Range;

use crate::resolve::manuscript::{Run, RunKind};
use crate::resolve::markup::Piece;

/// Where a character comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Source {
    /// A translator typed it.
    Typed,
    /// A rule put it there: later rules leave it.
    Set,
    /// A translator typed it, in another language than that of the rules.
    Foreign,
    /// It is part of a number that was filled in.
    Number,
    /// It stands for the number of a page.
    Page,
    /// It is part of something else that was filled in.
    Filled,
}

/// One character of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Letter {
    /// The character.
    pub(super) c: char,
    /// The run that it is in.
    pub(super) run: usize,
    /// Where it comes from.
    pub(super) source: Source,
}

/// The characters of a paragraph over all its runs.
pub(super) struct Line {
    letters: Vec<Letter>,
    pieces: Vec<Piece>,
}

impl Line {
    /// Lists the characters of a paragraph for the rules of one span; 0 is the paragraph itself.
    pub(super) fn new(pieces: &[Piece], span: usize) -> Line {
        let mut letters = Vec::new();
        for (run, piece) in pieces.iter().enumerate() {
            let source = match piece.run.kind {
                _ if piece.typed && piece.span == span => Source::Typed,
                _ if piece.typed => Source::Foreign,
                RunKind::Number => Source::Number,
                RunKind::Page => Source::Page,
                _ => Source::Filled,
            };
            if piece.run.kind == RunKind::Page {
                // The text is the id of a section until the page is known.
                letters.push(Letter { c: '0', run, source });
            } else {
                letters.extend(piece.run.text.chars().map(|c| Letter { c, run, source }));
            }
        }
        Line { letters, pieces: pieces.to_vec() }
    }

    /// Puts the characters back into their runs. A run may have lost all of its characters.
    pub(super) fn into_pieces(self) -> Vec<Piece> {
        let mut texts = vec![String::new(); self.pieces.len()];
        for letter in &self.letters {
            texts[letter.run].push(letter.c);
        }
        let pieces = self.pieces.into_iter().zip(texts);
        let pieces = pieces.map(|(piece, text)| {
            if piece.typed { Piece { run: Run { text, ..piece.run }, ..piece } } else { piece }
        });
        pieces.collect()
    }

    /// How many characters there are.
    pub(super) fn len(&self) -> usize {
        self.letters.len()
    }

    /// A character with what is known of it.
    pub(super) fn letter(&self, at: usize) -> Option<Letter> {
        self.letters.get(at).copied()
    }

    /// A character.
    pub(super) fn get(&self, at: usize) -> Option<char> {
        self.letter(at).map(|letter| letter.c)
    }

    /// The character before a position.
    pub(super) fn before(&self, at: usize) -> Option<char> {
        self.get(at.checked_sub(1)?)
    }

    /// The character at a position, if it was typed.
    pub(super) fn typed(&self, at: usize) -> Option<char> {
        self.letter(at).filter(|letter| letter.source == Source::Typed).map(|letter| letter.c)
    }

    /// Whether a space, of whatever width, stands at a position and may be changed.
    pub(super) fn own_blank(&self, at: usize) -> bool {
        self.letter(at).is_some_and(|letter| {
            is_blank(letter.c) && matches!(letter.source, Source::Typed | Source::Set)
        })
    }

    /// Replaces characters by a text, which gets into the run of the character `like`.
    pub(super) fn put(&mut self, range: Range<usize>, text: &str, like: usize) {
        let Some(Letter { run, .. }) = self.letter(like) else { return };
        let new: Vec<Letter> =
            text.chars().map(|c| Letter { c, run, source: Source::Set }).collect();
        self.letters.splice(range, new);
    }

    /// The characters of a range, as text.
    pub(super) fn text(&self, range: Range<usize>) -> String {
        self.letters[range].iter().map(|letter| letter.c).collect()
    }

    /// Where the word that ends before a position begins: after a space, opening brackets and quotes.
    pub(super) fn word_start(&self, end: usize) -> usize {
        let first =
            (0..end).rev().take_while(|&index| !self.get(index).is_some_and(is_blank)).last();
        let mut first = first.unwrap_or(end);
        while first < end && self.get(first).is_some_and(|c| "([{".contains(c) || is_quote(c)) {
            first += 1;
        }
        first
    }

    /// The word that ends before a position.
    pub(super) fn word_before(&self, end: usize) -> String {
        self.text(self.word_start(end)..end)
    }
}

/// Whether a character is a space.
pub(super) fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\u{A0}' | '\u{202F}')
}

/// Whether a character is a quotation mark in some language.
pub(super) fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '‘'..='‟' | '«' | '»' | '‹' | '›')
}
