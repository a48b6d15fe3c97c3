//! Turns the bytes of contents into operators with their operands.

use std::sync::Arc;

use lopdf::{Dictionary, Object, Stream, StringFormat};

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

/// White space (ISO 32000-1, table 1).
fn is_white(byte: u8) -> bool {
    matches!(byte, 0 | 9 | 10 | 12 | 13 | 32)
}

/// Delimiters (ISO 32000-1, table 2).
fn is_delimiter(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

fn is_regular(byte: u8) -> bool {
    !is_white(byte) && !is_delimiter(byte)
}

/// What stands next.
enum Token {
    Object(Object),
    Word(usize, usize),
    Open(u8),
    Close(u8),
    Strange(u8),
}

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
                        let object = if kind == b'[' { Object::Array(items) } else { pairs(items) };
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

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn skip_white(&mut self) {
        while let Some(byte) = self.peek() {
            if is_white(byte) {
                self.at += 1;
            } else if byte == b'%' {
                while self.peek().is_some_and(|byte| byte != b'\n' && byte != b'\r') {
                    self.at += 1;
                }
            } else {
                break;
            }
        }
    }

    fn regular(&mut self) -> (usize, usize) {
        let start = self.at;
        while self.peek().is_some_and(is_regular) {
            self.at += 1;
        }
        (start, self.at)
    }

    fn token(&mut self) -> Option<Token> {
        self.skip_white();
        let byte = self.peek()?;
        let next = self.bytes.get(self.at + 1).copied();
        Some(match byte {
            b'/' => Token::Object(self.name()),
            b'(' => Token::Object(self.literal()),
            b'<' if next == Some(b'<') => self.taken(2, Token::Open(b'<')),
            b'>' if next == Some(b'>') => self.taken(2, Token::Close(b'<')),
            b'<' => Token::Object(self.hexadecimal()),
            b'[' => self.taken(1, Token::Open(b'[')),
            b']' => self.taken(1, Token::Close(b'[')),
            b'0'..=b'9' | b'+' | b'-' | b'.' => {
                let (start, end) = self.regular();
                match number(&self.bytes[start..end]) {
                    Some(object) => Token::Object(object),
                    None => Token::Word(start, end),
                }
            }
            _ if is_regular(byte) => {
                let (start, end) = self.regular();
                match &self.bytes[start..end] {
                    b"true" => Token::Object(Object::Boolean(true)),
                    b"false" => Token::Object(Object::Boolean(false)),
                    b"null" => Token::Object(Object::Null),
                    _ => Token::Word(start, end),
                }
            }
            _ => self.taken(1, Token::Strange(byte)),
        })
    }

    fn taken(&mut self, bytes: usize, token: Token) -> Token {
        self.at += bytes;
        token
    }

    fn name(&mut self) -> Object {
        self.at += 1;
        let (start, end) = self.regular();
        let bytes = &self.bytes[start..end];
        if !bytes.contains(&b'#') {
            return Object::Name(bytes.to_vec());
        }
        let mut name = Vec::with_capacity(bytes.len());
        let mut rest = bytes;
        while let [first, tail @ ..] = rest {
            if let (b'#', [high, low, after @ ..]) = (first, tail)
                && let (Some(high), Some(low)) = (digit(*high), digit(*low))
            {
                name.push(high << 4 | low);
                rest = after;
            } else {
                name.push(*first);
                rest = tail;
            }
        }
        Object::Name(name)
    }

    fn literal(&mut self) -> Object {
        self.at += 1;
        let mut string = Vec::new();
        let mut depth = 1_usize;
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'(' => depth += 1,
                b')' => {
                    depth -= 1;
                    if depth == 0 {
                        return Object::String(string, StringFormat::Literal);
                    }
                }
                b'\\' => {
                    self.escaped(&mut string);
                    continue;
                }
                b'\r' => {
                    if self.peek() == Some(b'\n') {
                        self.at += 1;
                    }
                    string.push(b'\n');
                    continue;
                }
                _ => {}
            }
            string.push(byte);
        }
        self.fault("a string without an end");
        Object::String(string, StringFormat::Literal)
    }

    /// What follows a backslash (ISO 32000-1, table 3).
    fn escaped(&mut self, string: &mut Vec<u8>) {
        let Some(byte) = self.peek() else { return };
        self.at += 1;
        match byte {
            b'n' => string.push(b'\n'),
            b'r' => string.push(b'\r'),
            b't' => string.push(b'\t'),
            b'b' => string.push(8),
            b'f' => string.push(12),
            b'\r' => {
                if self.peek() == Some(b'\n') {
                    self.at += 1;
                }
            }
            b'\n' => {}
            b'0'..=b'7' => {
                let mut value = u32::from(byte - b'0');
                for _ in 0..2 {
                    let Some(byte @ b'0'..=b'7') = self.peek() else { break };
                    value = value * 8 + u32::from(byte - b'0');
                    self.at += 1;
                }
                string.push(u8::try_from(value & 0xff).unwrap_or(0));
            }
            other => string.push(other),
        }
    }

    fn hexadecimal(&mut self) -> Object {
        self.at += 1;
        let mut string = Vec::new();
        let mut high = None;
        loop {
            let Some(byte) = self.peek() else {
                self.fault("a string without an end");
                break;
            };
            self.at += 1;
            if byte == b'>' {
                break;
            }
            match (digit(byte), high) {
                (Some(digit), None) => high = Some(digit),
                (Some(digit), Some(first)) => {
                    string.push(first << 4 | digit);
                    high = None;
                }
                (None, _) if is_white(byte) => {}
                (None, _) => self.fault("a byte in a hexadecimal string that is no digit"),
            }
        }
        if let Some(high) = high {
            string.push(high << 4);
        }
        Object::String(string, StringFormat::Hexadecimal)
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
                        let object = if kind == b'[' { Object::Array(inner) } else { pairs(inner) };
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
        let dictionary = match pairs(items) {
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
fn pairs(items: Vec<Object>) -> Object {
    let mut dictionary = Dictionary::new();
    let mut items = items.into_iter();
    while let (Some(key), Some(value)) = (items.next(), items.next()) {
        if let Object::Name(key) = key {
            dictionary.set(key, value);
        }
    }
    Object::Dictionary(dictionary)
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

/// A number of PDF (ISO 32000-1, 7.3.3): no exponents. A sign in its middle ends it, as other readers have it.
fn number(bytes: &[u8]) -> Option<Object> {
    let (negative, digits) = match bytes {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, bytes),
    };
    let mut whole = 0_f64;
    let mut scale = None::<f64>;
    let mut any = false;
    for byte in digits {
        match byte {
            b'0'..=b'9' => {
                any = true;
                let digit = f64::from(byte - b'0');
                match &mut scale {
                    None => whole = whole * 10.0 + digit,
                    Some(scale) => {
                        *scale /= 10.0;
                        whole += digit * *scale;
                    }
                }
            }
            b'.' if scale.is_none() => scale = Some(1.0),
            b'-' if any => break,
            _ => return None,
        }
    }
    if !any {
        return None;
    }
    let value = if negative { -whole } else { whole };
    #[allow(clippy::cast_possible_truncation)] // checked, and a real of lopdf has 32 bits
    Some(if scale.is_none() && whole < 9e15 {
        Object::Integer(value as i64)
    } else {
        Object::Real(value.clamp(-3e38, 3e38) as f32)
    })
}

#[cfg(test)]
mod tests;
