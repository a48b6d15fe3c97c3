//! Turns charstrings, of Type 1 and of CFF fonts, into outlines and widths.

use tiny_skia::{Path, PathBuilder};

use crate::file::Malformed;

/// How many operators and operands the program of a glyph may have, subroutines counted as often as they are called. The
/// richest glyphs that are sold have some ten thousand.
pub(super) const MOST_STEPS: usize = 200_000;

/// How deep subroutines may call each other (Adobe Technical Note 5177, appendix B, allows 10).
pub(super) const MOST_CALLS: usize = 10;

/// How many operands a program may hold at once (Adobe Technical Note 5177, appendix B, allows 48).
pub(super) const MOST_OPERANDS: usize = 192;

/// The outline and the width of a glyph.
#[derive(Debug, Clone)]
pub(super) struct GlyphOutline {
    /// Its outline in thousandths of the size, y upwards; `None` for a glyph that paints nothing.
    pub(super) path: Option<Path>,
    /// The width that it says, in its own units: for CFF, what is to be added to the nominal one, or `None` for the default.
    pub(super) width: Option<f64>,
}

/// Builds an outline from relative steps, in the units of the font.
#[derive(Debug)]
pub(super) struct OutlineBuilder {
    builder: PathBuilder,
    /// From the units of the font to thousandths.
    matrix: [f64; 6],
    pub(super) x: f64,
    pub(super) y: f64,
    open: bool,
}

impl OutlineBuilder {
    pub(super) fn new(matrix: [f64; 6]) -> OutlineBuilder {
        OutlineBuilder { builder: PathBuilder::new(), matrix, x: 0.0, y: 0.0, open: false }
    }

    // A place beyond `f32` makes the path one that has no bounds.
    fn place(&self, x: f64, y: f64) -> (f32, f32) {
        let [a, b, c, d, e, f] = self.matrix;
        ((a * x + c * y + e) as f32, (b * x + d * y + f) as f32)
    }

    pub(super) fn move_by(&mut self, dx: f64, dy: f64) {
        self.close();
        (self.x, self.y) = (self.x + dx, self.y + dy);
    }

    fn begin(&mut self) {
        if !self.open {
            let (x, y) = self.place(self.x, self.y);
            self.builder.move_to(x, y);
            self.open = true;
        }
    }

    pub(super) fn line_by(&mut self, dx: f64, dy: f64) {
        self.begin();
        (self.x, self.y) = (self.x + dx, self.y + dy);
        let (x, y) = self.place(self.x, self.y);
        self.builder.line_to(x, y);
    }

    /// Draws a curve; each point is given from the one before.
    pub(super) fn curve_by(&mut self, [dx1, dy1, dx2, dy2, dx3, dy3]: [f64; 6]) {
        self.begin();
        let (x1, y1) = (self.x + dx1, self.y + dy1);
        let (x2, y2) = (x1 + dx2, y1 + dy2);
        (self.x, self.y) = (x2 + dx3, y2 + dy3);
        let [(x1, y1), (x2, y2), (x3, y3)] =
            [(x1, y1), (x2, y2), (self.x, self.y)].map(|(x, y)| self.place(x, y));
        self.builder.cubic_to(x1, y1, x2, y2, x3, y3);
    }

    pub(super) fn close(&mut self) {
        if self.open {
            self.builder.close();
            self.open = false;
        }
    }

    pub(super) fn finish(mut self) -> Option<Path> {
        self.close();
        self.builder.finish()
    }
}

/// The operands of a program.
#[derive(Debug, Default)]
pub(super) struct Operands(Vec<f64>);

impl Operands {
    /// Puts one on top, unless there are too many.
    pub(super) fn push(&mut self, number: f64) -> Result<(), Malformed> {
        if self.0.len() >= MOST_OPERANDS {
            return Err(Malformed);
        }
        self.0.push(number);
        Ok(())
    }

    pub(super) fn pop(&mut self) -> Result<f64, Malformed> {
        self.0.pop().ok_or(Malformed)
    }

    /// The one on top, as a whole number.
    /// A number that is too large is that of no subroutine either.
    pub(super) fn pop_integer(&mut self) -> Result<i64, Malformed> {
        self.pop().map(|number| number as i64)
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// The one at a place from the bottom; 0 if it is not there, as readers have it.
    pub(super) fn at(&self, place: usize) -> f64 {
        self.0.get(place).copied().unwrap_or_default()
    }

    /// Takes away all, and gives them.
    pub(super) fn take(&mut self) -> Vec<f64> {
        std::mem::take(&mut self.0)
    }

    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    /// Takes the lowest away.
    pub(super) fn shift(&mut self) -> Option<f64> {
        (!self.0.is_empty()).then(|| self.0.remove(0))
    }
}

/// The bytes of a program, one after the other.
#[derive(Debug)]
pub(super) struct Bytes<'a> {
    rest: &'a [u8],
}

impl<'a> Bytes<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Bytes<'a> {
        Bytes { rest: bytes }
    }

    pub(super) fn next(&mut self) -> Option<u8> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*first)
    }

    pub(super) fn skip(&mut self, bytes: usize) {
        self.rest = self.rest.get(bytes..).unwrap_or_default();
    }

    /// Four bytes as a number with a sign.
    pub(super) fn long(&mut self) -> Result<i32, Malformed> {
        let (four, rest) = self.rest.split_first_chunk::<4>().ok_or(Malformed)?;
        self.rest = rest;
        Ok(i32::from_be_bytes(*four))
    }

    /// Two bytes as a number with a sign.
    pub(super) fn short(&mut self) -> Result<i16, Malformed> {
        let (two, rest) = self.rest.split_first_chunk::<2>().ok_or(Malformed)?;
        self.rest = rest;
        Ok(i16::from_be_bytes(*two))
    }

    /// An operand that begins with a byte from 32 to 254 (Adobe Technical Note 5177, 3.2).
    pub(super) fn operand(&mut self, first: u8) -> Result<f64, Malformed> {
        let first = i32::from(first);
        let mut low = || self.next().map(i32::from).ok_or(Malformed);
        Ok(f64::from(match first {
            32..=246 => first - 139,
            247..=250 => (first - 247) * 256 + low()? + 108,
            251..=254 => -(first - 251) * 256 - low()? - 108,
            _ => return Err(Malformed),
        }))
    }
}
