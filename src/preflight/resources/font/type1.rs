//! Turns a Type 1 font program into its glyphs, by name, and its encoding (Adobe Type 1 Font Format, 1990).

use std::collections::HashMap;
use std::sync::Arc;

use crate::file::Malformed;
use crate::resources::font::charstring::{Bytes, Drawn, MOST_CALLS, MOST_STEPS, Operands, Pencil};
use crate::resources::font::encoding::standard_name;
use crate::resources::font::names::LONGEST_NAME;

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
        let mut tokens = Tokens { bytes: &private, at: 0 };
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

    /// What a glyph's program comes to, with its width in thousandths.
    pub(super) fn draw(&self, glyph: u16) -> Option<Drawn> {
        let program = self.glyphs.get(usize::from(glyph))?;
        let mut run = Run {
            font: self,
            pencil: Pencil::new(self.matrix),
            operands: Operands::default(),
            results: Vec::new(),
            flex: None,
            flex_start: (0.0, 0.0),
            width: None,
            bearing: 0.0,
            steps: MOST_STEPS,
            accent: false,
        };
        run.run(program, 0).ok()?;
        let width = run.width.map(|width| width * self.matrix[0]);
        Some(Drawn { path: run.pencil.finish(), width })
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
struct Tokens<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Tokens<'a> {
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
fn programs(tokens: &mut Tokens<'_>) -> Option<Programs> {
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
    let mut tokens = Tokens { bytes: clear, at: start + 9 };
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

/// A run of a program.
struct Run<'a> {
    font: &'a Type1,
    pencil: Pencil,
    operands: Operands,
    /// What other subroutines leave for `pop`.
    results: Vec<f64>,
    /// The points of a curve that is flat when it is small, while they are told.
    flex: Option<Vec<(f64, f64)>>,
    flex_start: (f64, f64),
    width: Option<f64>,
    bearing: f64,
    steps: usize,
    accent: bool,
}

impl Run<'_> {
    /// Runs a program; `true` once the glyph has ended. fails if it is not understood.
    fn run(&mut self, program: &[u8], depth: usize) -> Result<bool, Malformed> {
        let font = self.font;
        let mut bytes = Bytes::new(program);
        while let Some(byte) = bytes.next() {
            self.steps = self.steps.checked_sub(1).ok_or(Malformed)?;
            match byte {
                32..=254 => {
                    let number = bytes.operand(byte)?;
                    self.operands.push(number)?;
                }
                255 => {
                    let number = f64::from(bytes.long()?);
                    self.operands.push(number)?;
                }
                10 => {
                    if depth >= MOST_CALLS {
                        return Err(Malformed);
                    }
                    let called =
                        font.subroutines.get(&self.operands.pop_integer()?).ok_or(Malformed)?;
                    if self.run(called, depth + 1)? {
                        return Ok(true);
                    }
                }
                11 => return Ok(false),
                14 => {
                    self.pencil.close();
                    return Ok(true);
                }
                12 => match bytes.next().ok_or(Malformed)? {
                    6 => return self.accented(),
                    operator => self.escaped(operator)?,
                },
                _ => self.operator(byte)?,
            }
        }
        Ok(false)
    }

    fn operator(&mut self, operator: u8) -> Result<(), Malformed> {
        let numbers = self.operands.take();
        match (operator, numbers.as_slice()) {
            // Hints.
            (1 | 3, _) => {}
            (4, [.., dy]) => self.move_by(0.0, *dy),
            (5, [.., dx, dy]) => self.pencil.line_by(*dx, *dy),
            (6, [.., dx]) => self.pencil.line_by(*dx, 0.0),
            (7, [.., dy]) => self.pencil.line_by(0.0, *dy),
            (8, [.., a, b, c, d, e, f]) => self.pencil.curve_by([*a, *b, *c, *d, *e, *f]),
            (9, _) => self.pencil.close(),
            (13, [bearing, width, ..]) => self.begin(*bearing, 0.0, *width),
            (21, [.., dx, dy]) => self.move_by(*dx, *dy),
            (22, [.., dx]) => self.move_by(*dx, 0.0),
            (30, [.., a, b, c, d]) => self.pencil.curve_by([0.0, *a, *b, *c, *d, 0.0]),
            (31, [.., a, b, c, d]) => self.pencil.curve_by([*a, 0.0, *b, *c, 0.0, *d]),
            _ => return Err(Malformed),
        }
        Ok(())
    }

    fn escaped(&mut self, operator: u8) -> Result<(), Malformed> {
        match operator {
            12 => {
                let (divisor, number) = (self.operands.pop()?, self.operands.pop()?);
                self.operands.push(if divisor == 0.0 { 0.0 } else { number / divisor })
            }
            16 => self.other(),
            17 => {
                let result = self.results.pop().unwrap_or_default();
                self.operands.push(result)
            }
            7 => {
                let numbers = self.operands.take();
                let [x, y, width, ..] = numbers.as_slice() else { return Err(Malformed) };
                self.begin(*x, *y, *width);
                Ok(())
            }
            // Hints.
            0..=2 | 33 => {
                self.operands.clear();
                Ok(())
            }
            _ => Err(Malformed),
        }
    }

    fn begin(&mut self, x: f64, y: f64, width: f64) {
        if self.accent {
            // The letter and its accent begin where `seac` says.
            (self.pencil.x, self.pencil.y) = (self.pencil.x + x, self.pencil.y + y);
        } else {
            (self.pencil.x, self.pencil.y) = (x, y);
            (self.width, self.bearing) = (Some(width), x);
        }
    }

    fn move_by(&mut self, dx: f64, dy: f64) {
        if let Some(points) = &mut self.flex {
            (self.pencil.x, self.pencil.y) = (self.pencil.x + dx, self.pencil.y + dy);
            points.push((self.pencil.x, self.pencil.y));
        } else {
            self.pencil.move_by(dx, dy);
        }
    }

    /// The other subroutines: flex and the change of hints (Type 1 Font Format, chapter 8).
    fn other(&mut self) -> Result<(), Malformed> {
        let (number, count) = (self.operands.pop_integer()?, self.operands.pop_integer()?);
        let mut given = Vec::new();
        for _ in 0..count {
            given.push(self.operands.pop()?);
        }
        match number {
            0 => {
                let points = self.flex.take().ok_or(Malformed)?;
                // The first point only tells where the others are counted from.
                let [_, rest @ ..] = <[(f64, f64); 7]>::try_from(points).map_err(|_| Malformed)?;
                self.flexed(rest);
                self.results = vec![self.pencil.y, self.pencil.x];
            }
            1 => {
                self.flex = Some(Vec::new());
                self.flex_start = (self.pencil.x, self.pencil.y);
            }
            2 => {}
            3 => self.results = vec![3.0],
            _ => self.results = given,
        }
        Ok(())
    }

    fn flexed(&mut self, points: [(f64, f64); 6]) {
        (self.pencil.x, self.pencil.y) = self.flex_start;
        for curve in points.as_chunks::<3>().0 {
            let (mut x, mut y) = (self.pencil.x, self.pencil.y);
            let mut steps = [0.0; 6];
            for (step, point) in steps.as_chunks_mut::<2>().0.iter_mut().zip(curve) {
                *step = [point.0 - x, point.1 - y];
                (x, y) = *point;
            }
            self.pencil.curve_by(steps);
        }
    }

    /// A letter and its accent (Type 1 Font Format, 6.4, `seac`).
    fn accented(&mut self) -> Result<bool, Malformed> {
        let numbers = self.operands.take();
        let [bearing, dx, dy, letter, accent] = numbers[..] else { return Err(Malformed) };
        if self.accent {
            return Err(Malformed);
        }
        self.accent = true;
        let font = self.font;
        let start = self.bearing - bearing;
        for (code, x, y) in [(letter, 0.0, 0.0), (accent, start + dx, dy)] {
            self.operands.push(code)?;
            let code = u8::try_from(self.operands.pop_integer()?).map_err(|_| Malformed)?;
            let glyph = standard_name(code).and_then(|name| font.named(name)).ok_or(Malformed)?;
            let program = font.glyphs.get(usize::from(glyph)).ok_or(Malformed)?;
            self.pencil.close();
            (self.pencil.x, self.pencil.y) = (x, y);
            self.operands.clear();
            self.run(program, MOST_CALLS.saturating_sub(3))?;
        }
        Ok(true)
    }
}
