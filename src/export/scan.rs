//! Turns the bytes of a content stream into tokens, as ranges of the bytes: nothing is decoded or copied.
//!
//! Preflight has a scanner of its own: what finishes a file must not be judged by itself.

use std::ops::Range;

/// The kind of a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// An integer or a real.
    Number,
    /// A name, with its solidus.
    Name,
    /// An operator; `true`, `false` and `null` count as operators without a meaning.
    Operator,
    /// A string, or a bracket of an array or a dictionary.
    Other,
}

/// Reads a content stream from its start.
pub(super) struct Scanner<'a> {
    bytes: &'a [u8],
    at: usize,
}

/// The bytes that end a token (ISO 32000-1, 7.2.2): 1 for white space, 2 for a delimiter.
const ENDS: [u8; 256] = {
    let mut ends = [0; 256];
    let mut index = 0;
    let spaces = b"\0\t\n\x0c\r ";
    while index < spaces.len() {
        ends[spaces[index] as usize] = 1;
        index += 1;
    }
    let delimiters = b"()<>[]{}/%";
    index = 0;
    while index < delimiters.len() {
        ends[delimiters[index] as usize] = 2;
        index += 1;
    }
    ends
};

impl<'a> Scanner<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Scanner<'a> {
        Scanner { bytes, at: 0 }
    }

    /// Gives the next token; `None` at the end.
    ///
    /// # Errors
    ///
    /// Fails with the position of a byte that begins no token, or of a string without an end.
    pub(super) fn next(&mut self) -> Result<Option<(Kind, Range<usize>)>, usize> {
        loop {
            match self.bytes.get(self.at) {
                None => return Ok(None),
                Some(b'%') => {
                    let line = self.bytes[self.at..].iter();
                    self.at += line.take_while(|byte| !matches!(byte, b'\n' | b'\r')).count();
                }
                Some(byte) if ENDS[usize::from(*byte)] == 1 => self.at += 1,
                Some(_) => break,
            }
        }
        let start = self.at;
        let kind = match self.bytes[start] {
            b'(' => {
                self.at = self.string_end(start).ok_or(start)?;
                Kind::Other
            }
            b'<' if self.bytes.get(start + 1) != Some(&b'<') => {
                let length = self.bytes[start..].iter().position(|byte| *byte == b'>');
                self.at = start + length.ok_or(start)? + 1;
                Kind::Other
            }
            b'<' => {
                self.at += 2;
                Kind::Other
            }
            b'>' if self.bytes.get(start + 1) == Some(&b'>') => {
                self.at += 2;
                Kind::Other
            }
            b'[' | b']' => {
                self.at += 1;
                Kind::Other
            }
            b'/' => {
                self.at = self.regular_end(start + 1);
                Kind::Name
            }
            b'0'..=b'9' | b'+' | b'-' | b'.' => {
                self.at = self.regular_end(start);
                Kind::Number
            }
            byte if ENDS[usize::from(byte)] == 0 => {
                self.at = self.regular_end(start);
                Kind::Operator
            }
            _ => return Err(start),
        };
        Ok(Some((kind, start..self.at)))
    }

    fn regular_end(&self, start: usize) -> usize {
        let rest = self.bytes[start..].iter();
        start + rest.take_while(|byte| ENDS[usize::from(**byte)] == 0).count()
    }

    /// Finds the end of a literal string: parentheses nest, and a reverse solidus escapes the next byte.
    fn string_end(&self, start: usize) -> Option<usize> {
        let (mut at, mut depth) = (start, 0_usize);
        loop {
            match self.bytes.get(at)? {
                b'\\' => at += 1,
                b'(' => depth += 1,
                b')' => depth -= 1,
                _ => {}
            }
            at += 1;
            if depth == 0 {
                return Some(at);
            }
        }
    }
}

/// Reads a number of a content stream; `None` if it is none.
pub(super) fn number(bytes: &[u8]) -> Option<f32> {
    std::str::from_utf8(bytes).ok()?.parse().ok().filter(|number: &f32| number.is_finite())
}

#[cfg(test)]
mod tests {
    use super::{Kind, Scanner, number};

    fn tokens(content: &[u8]) -> Result<Vec<(Kind, &[u8])>, usize> {
        let mut scanner = Scanner::new(content);
        let mut tokens = Vec::new();
        while let Some((kind, range)) = scanner.next()? {
            tokens.push((kind, &content[range]));
        }
        Ok(tokens)
    }

    #[test]
    fn strings_hide_what_looks_like_operators() {
        let found =
            tokens(b"[(1 0 0 rg (nested) \\) \\\\)-3(]>)]TJ <72 67>Tj %1 g\n/Span<</A(x)>>BDC")
                .unwrap();
        let found: Vec<&[u8]> = found.into_iter().map(|(_, bytes)| bytes).collect();
        let expected: [&[u8]; 14] = [
            b"[",
            b"(1 0 0 rg (nested) \\) \\\\)",
            b"-3",
            b"(]>)",
            b"]",
            b"TJ",
            b"<72 67>",
            b"Tj",
            b"/Span",
            b"<<",
            b"/A",
            b"(x)",
            b">>",
            b"BDC",
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn kinds_are_told_apart() {
        let found = tokens(b"/c0 cs -.5 1. +2 scn f* \"").unwrap();
        let kinds: Vec<Kind> = found.into_iter().map(|(kind, _)| kind).collect();
        let (name, operator) = (Kind::Name, Kind::Operator);
        let numbers = [Kind::Number; 3];
        assert_eq!(kinds, [&[name, operator][..], &numbers, &[operator; 3]].concat());
    }

    #[test]
    fn damage_is_found_where_it_is() {
        for (content, at) in [
            (&b"q (never"[..], 2),
            (b"q (\\)", 2),
            (b"q <41", 2),
            (b"q )", 2),
            (b"}", 0),
            (b"q > Q", 2),
        ] {
            assert_eq!(tokens(content), Err(at), "{}", content.escape_ascii());
        }
    }

    #[test]
    fn numbers_are_those_of_pdf() {
        assert_eq!(number(b"-.5"), Some(-0.5));
        assert_eq!(number(b"1."), Some(1.0));
        assert_eq!(number(b"+2"), Some(2.0));
        for wrong in [&b"--1"[..], b"1-2", b"."] {
            assert_eq!(number(wrong), None);
        }
    }
}
