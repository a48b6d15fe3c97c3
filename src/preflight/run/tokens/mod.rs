//! Turns the bytes of contents into operators with their operands.

mod lexer;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use lopdf::{Dictionary, Object, Stream};

use lexer::{Token, is_white};

/// An operator with its operands.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Instruction {
    /// Operands are with the [`Tokens`].
    Operator(Operator),
    /// A word that is longer than any operator, or its beginning.
    Unknown(String),
    /// An image that stands in the contents: its dictionary, with the keys as they stand, and its data.
    InlineImage(Arc<Stream>),
}

/// The name of an operator, at most three bytes, filled up with spaces.
pub(super) type Operator = [u8; 3];

/// The operator with this name.
pub(super) const fn operator(name: &str) -> Operator {
    let bytes = name.as_bytes();
    let mut operator = [b' '; 3];
    let mut index = 0;
    while index < bytes.len() && index < 3 {
        operator[index] = bytes[index];
        index += 1;
    }
    operator
}

/// Reads contents operator by operator.
#[derive(Debug)]
pub(super) struct Tokens<'a> {
    bytes: &'a [u8],
    at: usize,
    /// The operands of the operator that was read last.
    pub(super) operands: Vec<Object>,
    /// What is no contents, each kind once, at most a few.
    pub(super) faults: Vec<String>,
}

/// How deep arrays and dictionaries in contents may be nested.
const MOST_NESTED: usize = 40;
/// How many operands an operator may have, those in arrays counted in; all real operators have far less, and text arrays
/// are the longest.
const MOST_OPERANDS: usize = 100_000;

impl<'a> Tokens<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Tokens<'a> {
        Tokens { bytes, at: 0, operands: Vec::new(), faults: Vec::new() }
    }

    /// The next operator; its operands are in `operands` until the next call. `None` at the end.
    pub(super) fn next(&mut self) -> Option<Instruction> {
        self.operands.clear();
        let mut open: Vec<(u8, Vec<Object>)> = Vec::new();
        let mut number = 0_usize;
        loop {
            let Some(token) = self.token() else {
                if !self.operands.is_empty() || !open.is_empty() {
                    self.fault("operands without an operator at the end of the contents");
                }
                return None;
            };
            number += 1;
            if number > MOST_OPERANDS {
                self.fault("an operator with more than 100000 operands");
                self.operands.clear();
                open.clear();
                number = 0;
            }
            match token {
                Token::Object(object) => self.push(&mut open, object),
                Token::Open(kind) => {
                    if open.len() >= MOST_NESTED {
                        self.fault("arrays that are nested more than 40 deep");
                        open.clear();
                        self.operands.clear();
                    }
                    open.push((kind, Vec::new()));
                }
                Token::Close(kind) => match open.pop() {
                    Some((opened, items)) if opened == kind => {
                        let object =
                            if kind == b'[' { Object::Array(items) } else { dictionary(items) };
                        self.push(&mut open, object);
                    }
                    _ => self.fault("a bracket that closes nothing"),
                },
                Token::Strange(byte) => {
                    self.fault(&format!("the byte 0x{byte:02x} where an operator is expected"));
                }
                Token::Word(start, end) => {
                    let word = &self.bytes[start..end];
                    if !open.is_empty() {
                        let shown =
                            String::from_utf8_lossy(&word[..word.len().min(20)]).into_owned();
                        self.fault(&format!("`{shown}` within brackets"));
                        open.clear();
                    }
                    if word == b"BI" {
                        return Some(self.inline_image());
                    }
                    if word.len() > 3 {
                        let shown =
                            String::from_utf8_lossy(&word[..word.len().min(20)]).into_owned();
                        return Some(Instruction::Unknown(shown));
                    }
                    let mut name = [b' '; 3];
                    name[..word.len()].copy_from_slice(word);
                    return Some(Instruction::Operator(name));
                }
            }
        }
    }

    fn push(&mut self, open: &mut [(u8, Vec<Object>)], object: Object) {
        match open.last_mut() {
            Some((_, items)) => items.push(object),
            None => self.operands.push(object),
        }
    }

    fn fault(&mut self, what: &str) {
        if self.faults.len() < 8 && !self.faults.iter().any(|fault| fault == what) {
            self.faults.push(what.to_owned());
        }
    }

    /// An image that stands in the contents (ISO 32000-1, 8.9.7). Its data end at the first `EI` between white space that
    /// something like contents follows: no length need be given.
    fn inline_image(&mut self) -> Instruction {
        let mut items = Vec::new();
        let mut open: Vec<(u8, Vec<Object>)> = Vec::new();
        loop {
            match self.token() {
                Some(Token::Object(object)) => match open.last_mut() {
                    Some((_, items)) => items.push(object),
                    None => items.push(object),
                },
                Some(Token::Open(kind)) if open.len() < MOST_NESTED => {
                    open.push((kind, Vec::new()))
                }
                Some(Token::Close(kind)) => {
                    if let Some((_, inner)) = open.pop() {
                        let object =
                            if kind == b'[' { Object::Array(inner) } else { dictionary(inner) };
                        match open.last_mut() {
                            Some((_, outer)) => outer.push(object),
                            None => items.push(object),
                        }
                    }
                }
                Some(Token::Word(start, end)) if &self.bytes[start..end] == b"ID" => break,
                Some(_) => self
                    .fault("something in the dictionary of a picture that does not belong there"),
                None => {
                    self.fault("a picture without data");
                    break;
                }
            }
        }
        let start = (self.at + 1).min(self.bytes.len());
        let data = &self.bytes[start..];
        let end = self.end_of_data(data);
        self.at = (start + end.map_or(data.len(), |end| end + 2)).min(self.bytes.len());
        if end.is_none() {
            self.fault("a picture without an end");
        }
        let mut data = &data[..end.unwrap_or(data.len())];
        // The white space before `EI` is no part of the data.
        if let [rest @ .., last] = data
            && is_white(*last)
        {
            data = rest;
        }
        let dictionary = match dictionary(items) {
            Object::Dictionary(dictionary) => dictionary,
            _ => Dictionary::new(),
        };
        let mut stream = Stream::new(dictionary, data.to_vec());
        stream.dict.remove(b"Length");
        Instruction::InlineImage(Arc::new(stream))
    }

    /// Where `EI` begins in some data.
    fn end_of_data(&self, data: &[u8]) -> Option<usize> {
        let mut from = 0;
        while let Some(found) = data.get(from..)?.windows(2).position(|pair| pair == b"EI") {
            let at = from + found;
            let before = at == 0 || data.get(at - 1).copied().is_some_and(is_white);
            let behind = &data[at + 2..];
            let ends = behind.first().is_none_or(|byte| is_white(*byte));
            // Data seldom look like text for so long.
            let sensible =
                behind.iter().take(12).all(|byte| matches!(byte, 9 | 10 | 13 | 32..=126));
            if before && ends && sensible {
                return Some(at);
            }
            from = at + 2;
        }
        None
    }
}

/// Keys and values as a dictionary; what is no pair is left out.
fn dictionary(items: Vec<Object>) -> Object {
    let mut dictionary = Dictionary::new();
    let mut items = items.into_iter();
    while let (Some(key), Some(value)) = (items.next(), items.next()) {
        if let Object::Name(key) = key {
            dictionary.set(key, value);
        }
    }
    Object::Dictionary(dictionary)
}
