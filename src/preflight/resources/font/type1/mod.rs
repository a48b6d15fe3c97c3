//! Turns a Type 1 font program into its glyphs, by name, and its encoding (Adobe Type 1 Font Format, 1990).

mod interpreter;

use std::collections::HashMap;
use std::sync::Arc;

use crate::resources::font::charstring::GlyphOutline;
use crate::resources::font::encoding::standard_name;
use crate::resources::font::names::LONGEST_NAME;

use interpreter::Interpreter;

/// A Type 1 font.
#[derive(Debug)]
pub(super) struct Type1 {
    /// The programs of the glyphs, decrypted, by their places.
    glyphs: Vec<Vec<u8>>,
    names: HashMap<Arc<str>, u16>,
    subroutines: HashMap<i64, Vec<u8>>,
    encoding: Vec<Option<Arc<str>>>,
    /// From the units of the font to thousandths.
    matrix: [f64; 6],
}

/// How many glyphs and subroutines are read. The largest fonts of this kind have some thousand.
const MOST_PROGRAMS: usize = 65_535;

/// The keys of the private part and of the programs (Type 1 Font Format, 7.1 and 7.3).
const PRIVATE_KEY: u16 = 55665;
const PROGRAM_KEY: u16 = 4330;

fn decrypted(bytes: impl IntoIterator<Item = u8>, mut key: u16, lead: usize) -> Vec<u8> {
    let plain = bytes.into_iter().map(|byte| {
        let plain = byte ^ key.to_be_bytes()[0];
        key = key.wrapping_add(u16::from(byte)).wrapping_mul(52845).wrapping_add(22719);
        plain
    });
    plain.skip(lead).collect()
}

fn find(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len()).position(|window| window == word)
}

/// The segments of a PFB file, without their headers; anything else as it is.
fn without_segments(bytes: Vec<u8>) -> Vec<u8> {
    if bytes.first() != Some(&0x80) {
        return bytes;
    }
    let mut plain = Vec::with_capacity(bytes.len());
    let mut rest = bytes.as_slice();
    while let [0x80, 1 | 2, a, b, c, d, after @ ..] = rest {
        let length = usize::try_from(u32::from_le_bytes([*a, *b, *c, *d])).unwrap_or(usize::MAX);
        let (segment, after) = after.split_at(length.min(after.len()));
        plain.extend_from_slice(segment);
        rest = after;
    }
    plain
}

impl Type1 {
    /// Opens a font. The error says what is wrong with it.
    pub(super) fn open(bytes: Vec<u8>) -> Result<Type1, &'static str> {
        let bytes = without_segments(bytes);
        let start = find(&bytes, b"eexec").ok_or("its private part is not there")?;
        let (clear, cipher) = bytes.split_at(start + 5);
        let private = private(cipher);
        let mut tokens = PostScriptTokens { bytes: &private, at: 0 };
        let (glyphs, names, subroutines) =
            programs(&mut tokens).ok_or("its glyphs are not there")?;
        if names.is_empty() {
            return Err("it has no glyphs");
        }
        Ok(Type1 { glyphs, names, subroutines, encoding: encoding(clear), matrix: matrix(clear) })
    }

    /// How many glyphs it has.
    pub(super) fn glyphs(&self) -> usize {
        self.glyphs.len()
    }

    /// The glyph of a name.
    pub(super) fn named(&self, name: &str) -> Option<u16> {
        self.names.get(name).copied()
    }

    /// The names of the glyphs.
    pub(super) fn names(&self) -> impl Iterator<Item = (&str, u16)> {
        self.names.iter().map(|(name, glyph)| (name.as_ref(), *glyph))
    }

    /// The name that the built-in encoding gives a code.
    pub(super) fn built_in(&self, code: u8) -> Option<&Arc<str>> {
        self.encoding.get(usize::from(code))?.as_ref()
    }

    /// The outline of a glyph, with its width in thousandths.
    pub(super) fn draw(&self, glyph: u16) -> Option<GlyphOutline> {
        let program = self.glyphs.get(usize::from(glyph))?;
        Interpreter::draw(self, program)
    }
}

/// The private part in the clear: it is encrypted, in bytes or in hexadecimal digits (Type 1 Font Format, 7.2).
fn private(cipher: &[u8]) -> Vec<u8> {
    let blanks = cipher.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    let cipher = cipher.get(blanks..).unwrap_or_default();
    let hexadecimal = cipher.iter().take(4).all(u8::is_ascii_hexdigit);
    if !hexadecimal {
        return decrypted(cipher.iter().copied(), PRIVATE_KEY, 4);
    }
    let mut digits = cipher
        .iter()
        .filter(|byte| !byte.is_ascii_whitespace())
        .map_while(|byte| char::from(*byte).to_digit(16));
    let bytes = std::iter::from_fn(|| {
        let (high, low) = (digits.next()?, digits.next()?);
        u8::try_from(high << 4 | low).ok()
    });
    decrypted(bytes, PRIVATE_KEY, 4)
}

/// The words of a PostScript program.
struct PostScriptTokens<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> PostScriptTokens<'a> {
    /// The next word; names keep their slash. Comments and strings are not understood: fonts have none where it matters.
    fn next(&mut self) -> Option<&'a [u8]> {
        let rest = self.bytes.get(self.at..)?;
        let blanks =
            rest.iter().take_while(|byte| byte.is_ascii_whitespace() || **byte == 0).count();
        let rest = rest.get(blanks..)?;
        let inner = rest.get(1..)?.iter().take_while(|byte| {
            !byte.is_ascii_whitespace()
                && !matches!(byte, 0 | b'/' | b'[' | b']' | b'{' | b'}' | b'(')
        });
        let length = match rest.first()? {
            b'[' | b']' | b'{' | b'}' => 1,
            _ => 1 + inner.count(),
        };
        self.at += blanks + length;
        rest.get(..length)
    }

    fn integer(&mut self) -> Option<i64> {
        std::str::from_utf8(self.next()?).ok()?.parse().ok()
    }

    /// The bytes of a program, behind the one blank that follows `RD`.
    fn program(&mut self, length: usize) -> Option<&'a [u8]> {
        let start = self.at.checked_add(1)?;
        let program = self.bytes.get(start..start.checked_add(length)?)?;
        self.at = start + length;
        Some(program)
    }
}

type Programs = (Vec<Vec<u8>>, HashMap<Arc<str>, u16>, HashMap<i64, Vec<u8>>);

/// The glyphs and the subroutines of the private part.
fn programs(tokens: &mut PostScriptTokens<'_>) -> Option<Programs> {
    // The sign for a missing glyph comes first, as in all other kinds of fonts.
    let (mut glyphs, mut names) = (vec![Vec::new()], HashMap::new());
    let mut subroutines = HashMap::new();
    // How many bytes without sense each program begins with.
    let mut lead = 4;
    let mut in_glyphs = false;
    let (mut before, mut last): (&[u8], &[u8]) = (b"", b"");
    while let Some(token) = tokens.next() {
        match token {
            b"/lenIV" => lead = tokens.integer()?,
            b"/CharStrings" => in_glyphs = true,
            // `dup 5 37 RD` or `/A 37 RD`: what stands before is the length.
            b"RD" | b"-|" if integer(last).is_some() => {
                let length = usize::try_from(integer(last)?).ok()?;
                let Some(cipher) = tokens.program(length) else { break };
                let program = match usize::try_from(lead) {
                    Ok(lead) => decrypted(cipher.iter().copied(), PROGRAM_KEY, lead),
                    Err(_) => cipher.to_vec(),
                };
                if let Some((b'/', name)) = before.split_first() {
                    if name == b".notdef" {
                        if let Some(first) = glyphs.first_mut() {
                            *first = program;
                        }
                        names.insert(".notdef".into(), 0);
                    } else if in_glyphs
                        && name.len() <= LONGEST_NAME
                        && glyphs.len() < MOST_PROGRAMS
                    {
                        let place = u16::try_from(glyphs.len()).ok()?;
                        names.entry(String::from_utf8_lossy(name).into()).or_insert(place);
                        glyphs.push(program);
                    }
                } else if let Some(place) = integer(before)
                    && subroutines.len() < MOST_PROGRAMS
                {
                    subroutines.insert(place, program);
                }
            }
            b"end" if !names.is_empty() => break,
            _ => {}
        }
        (before, last) = (last, token);
    }
    in_glyphs.then_some((glyphs, names, subroutines))
}

fn integer(word: &[u8]) -> Option<i64> {
    std::str::from_utf8(word).ok()?.parse().ok()
}

fn matrix(clear: &[u8]) -> [f64; 6] {
    let read = || {
        let after = clear.get(find(clear, b"/FontMatrix")?..)?;
        let (start, end) = (find(after, b"[")? + 1, find(after, b"]")?);
        let numbers = std::str::from_utf8(after.get(start..end)?).ok()?;
        let numbers: Vec<f64> =
            numbers.split_ascii_whitespace().filter_map(|number| number.parse().ok()).collect();
        <[f64; 6]>::try_from(numbers).ok()
    };
    let matrix = read().filter(|matrix| matrix.iter().all(|number| number.is_finite()));
    matrix.unwrap_or([0.001, 0.0, 0.0, 0.001, 0.0, 0.0]).map(|number| number * 1000.0)
}

/// The built-in encoding: the standard one, or lines `dup 65 /A put`.
fn encoding(clear: &[u8]) -> Vec<Option<Arc<str>>> {
    let mut encoding = vec![None; 256];
    let Some(start) = find(clear, b"/Encoding") else { return encoding };
    let mut tokens = PostScriptTokens { bytes: clear, at: start + 9 };
    let mut words: [&[u8]; 3] = [b"", b"", b""];
    while let Some(word) = tokens.next() {
        match (word, words) {
            (b"StandardEncoding", _) => {
                return (0..=255).map(|code| standard_name(code).map(Arc::from)).collect();
            }
            (b"def" | b"readonly", [.., last]) if last != b"for" => break,
            (b"put", [b"dup", code, [b'/', name @ ..]]) if name.len() <= LONGEST_NAME => {
                let code = integer(code).and_then(|code| usize::try_from(code).ok());
                if let Some(place) = code.and_then(|code| encoding.get_mut(code)) {
                    *place = (name != b".notdef").then(|| String::from_utf8_lossy(name).into());
                }
            }
            _ => {}
        }
        words = [words[1], words[2], word];
    }
    encoding
}
