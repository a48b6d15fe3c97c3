//! Turns bytes into the tokens of PDF (ISO 32000-1, 7.2), without copies, recursion or backtracking.

/// White space (ISO 32000-1, table 1).
pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 0x0c | b'\r' | b' ')
}

fn is_delimiter(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

/// Where `wanted` stands first.
pub(super) fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

/// Where `wanted` stands last.
pub(super) fn find_last(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).rposition(|window| window == wanted)
}

/// A number without a sign at the beginning of `bytes`, and how many digits it has, at most 19.
pub(super) fn digits(bytes: &[u8]) -> Option<(u64, usize)> {
    let count = bytes.iter().take(20).take_while(|byte| byte.is_ascii_digit()).count();
    if count == 0 || count > 19 {
        return None;
    }
    let number = bytes
        .iter()
        .take(count)
        .fold(0u64, |number, digit| number.wrapping_mul(10).wrapping_add(u64::from(digit - b'0')));
    Some((number, count))
}

/// A word of PDF.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// `<<`
    Open,
    /// `>>`
    Close,
    /// `[`
    OpenArray,
    /// `]`
    CloseArray,
    /// A name without its `/`, as it is written.
    Name(&'a [u8]),
    /// A string of either kind.
    String,
    /// A number, or a keyword.
    Word(&'a [u8]),
}

/// Words, one after the other.
#[derive(Debug, Clone)]
pub(super) struct Tokens<'a> {
    bytes: &'a [u8],
    /// Where the next word is looked for.
    pub(super) at: usize,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(bytes: &'a [u8], at: usize) -> Tokens<'a> {
        Tokens { bytes, at }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Passes white space and comments.
    pub(super) fn skip_space(&mut self) {
        while let Some(byte) = self.peek() {
            if byte == b'%' {
                while self.peek().is_some_and(|byte| !matches!(byte, b'\r' | b'\n')) {
                    self.at += 1;
                }
            } else if is_space(byte) {
                self.at += 1;
            } else {
                return;
            }
        }
    }

    /// The bytes up to white space or a delimiter.
    fn regular(&mut self) -> &'a [u8] {
        let from = self.at;
        while self.peek().is_some_and(|byte| !is_space(byte) && !is_delimiter(byte)) {
            self.at += 1;
        }
        self.bytes.get(from..self.at).unwrap_or_default()
    }

    fn literal(&mut self) {
        let mut depth = 1usize;
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'\\' => self.at += 1,
                b'(' => depth += 1,
                b')' => {
                    depth -= 1;
                    if depth == 0 {
                        return;
                    }
                }
                _ => {}
            }
        }
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        self.skip_space();
        let byte = self.peek()?;
        let next = self.bytes.get(self.at + 1).copied();
        if !is_delimiter(byte) {
            return Some(Token::Word(self.regular()));
        }
        self.at += 1;
        Some(match (byte, next) {
            (b'/', _) => Token::Name(self.regular()),
            (b'[', _) => Token::OpenArray,
            (b']', _) => Token::CloseArray,
            (b'<', Some(b'<')) => {
                self.at += 1;
                Token::Open
            }
            (b'>', Some(b'>')) => {
                self.at += 1;
                Token::Close
            }
            (b'<', _) => {
                while self.peek().is_some_and(|byte| byte != b'>') {
                    self.at += 1;
                }
                self.at += 1;
                Token::String
            }
            (b'(', _) => {
                self.literal();
                Token::String
            }
            _ => Token::Word(self.bytes.get(self.at - 1..self.at).unwrap_or_default()),
        })
    }
}

/// `12 0 obj` at the beginning of `bytes`, white space before it or not: its numbers, and where it ends.
pub(super) fn object_head(bytes: &[u8]) -> Option<((u32, u16), usize)> {
    let mut at = bytes.iter().take(64).take_while(|byte| is_space(**byte)).count();
    let mut number = |ends_with_space: bool| {
        let (number, count) = digits(bytes.get(at..)?)?;
        at += count;
        let space = bytes.get(at..)?.iter().take(64).take_while(|byte| is_space(**byte)).count();
        at += space;
        (space > 0 || !ends_with_space).then_some(number)
    };
    let object = number(true)?;
    let generation = number(false)?;
    bytes.get(at..)?.starts_with(b"obj").then_some(())?;
    Some(((u32::try_from(object).ok()?, u16::try_from(generation).ok()?), at + 3))
}

/// A value of a dictionary that a reader needs before it reads objects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Value {
    /// A whole number.
    Number(u64),
    /// A reference.
    Reference(u32, u16),
    /// Something else.
    Other,
}

/// What stands in a dictionary, and where it ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Entries {
    pub(super) length: Option<Value>,
    pub(super) prev: Option<Value>,
    pub(super) hybrid: Option<Value>,
    pub(super) size: Option<Value>,
    /// Whether its `Type` is `XRef`.
    pub(super) is_references: bool,
    /// Just behind its `>>`.
    pub(super) end: usize,
}

/// Reads the dictionary that begins at `at`; `None` if none begins there, or it does not end before `bytes` does.
pub(super) fn dictionary(bytes: &[u8], at: usize) -> Option<Entries> {
    let mut tokens = Tokens::new(bytes, at);
    if tokens.next()? != Token::Open {
        return None;
    }
    let mut entries = Entries::default();
    let mut depth = 1usize;
    // The key whose value is next, and the words of that value so far.
    let mut key: Option<&[u8]> = None;
    loop {
        let before = tokens.clone();
        match tokens.next()? {
            Token::Open | Token::OpenArray => depth += 1,
            Token::CloseArray if depth > 1 => depth -= 1,
            Token::Close => {
                depth -= 1;
                if depth == 0 {
                    entries.end = tokens.at;
                    return Some(entries);
                }
            }
            Token::Name(name) if depth == 1 && key.is_none() => {
                key = Some(name);
                continue;
            }
            Token::Name(name) if depth == 1 => {
                entries.is_references |= key == Some(b"Type") && name == b"XRef";
            }
            Token::Word(_) if depth == 1 => {
                let value = Some(value(before));
                match key {
                    Some(b"Length") => entries.length = value,
                    Some(b"Prev") => entries.prev = value,
                    Some(b"XRefStm") => entries.hybrid = value,
                    Some(b"Size") => entries.size = value,
                    _ => {}
                }
            }
            _ => {}
        }
        if depth == 1 {
            key = None;
        }
    }
}

/// A number, or a reference.
fn value(mut tokens: Tokens<'_>) -> Value {
    let mut number = || match tokens.next() {
        Some(Token::Word(word)) => {
            digits(word).filter(|(_, count)| *count == word.len()).map(|(number, _)| number)
        }
        _ => None,
    };
    let Some(first) = number() else { return Value::Other };
    let Some(second) = number() else { return Value::Number(first) };
    match (tokens.next(), u32::try_from(first), u16::try_from(second)) {
        (Some(Token::Word(b"R")), Ok(object), Ok(generation)) => {
            Value::Reference(object, generation)
        }
        _ => Value::Number(first),
    }
}
