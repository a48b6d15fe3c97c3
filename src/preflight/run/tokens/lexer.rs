//! Turns the bytes of contents into tokens (ISO 32000-1, 7.2 and 7.3).

use lopdf::{Object, StringFormat};

use crate::run::tokens::Tokens;

/// White space (ISO 32000-1, table 1).
pub(super) fn is_white(byte: u8) -> bool {
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
pub(super) enum Token {
    Object(Object),
    Word(usize, usize),
    Open(u8),
    Close(u8),
    Strange(u8),
}

impl Tokens<'_> {
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

    pub(super) fn token(&mut self) -> Option<Token> {
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
    // A real of lopdf has 32 bits.
    Some(if scale.is_none() && whole < 9e15 {
        Object::Integer(value as i64)
    } else {
        Object::Real(value.clamp(-3e38, 3e38) as f32)
    })
}
