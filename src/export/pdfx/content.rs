//! The operators of a content stream in; the same out with its colours as ink, black ink overprinting.

use std::collections::{HashMap, HashSet};
use std::io::Write as _;
use std::ops::Range;

use feuillet_colour::Inks;

use super::matrix::Matrix;
use super::scan::{Kind, Scanner, number};
use super::space::{Role, Space, named};
use super::{Fault, ink_of};

/// The graphics states that switch overprint, by whether fills and strokes overprint: the resource's name is this and
/// the state's number.
pub(super) const OVERPRINT: &str = "Overprint";

/// What a content stream may name.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// Colour spaces.
    pub(super) spaces: HashMap<Vec<u8>, Space>,
    /// Graphics states under which something is seen through: no overprint is set beside them.
    pub(super) soft: HashSet<Vec<u8>>,
}

/// A content stream that was written anew.
#[derive(Debug, Default)]
pub(super) struct Written {
    /// Its bytes.
    pub(super) content: Vec<u8>,
    /// What it draws, with the way from there to the stream's own space.
    pub(super) draws: Vec<(Vec<u8>, Matrix)>,
    /// Which states of overprint it names.
    pub(super) overprints: [bool; 4],
}

/// The parts of the graphics state that matter here.
#[derive(Clone, Copy)]
struct State {
    matrix: Matrix,
    /// The colour spaces of fills and strokes.
    spaces: [Space; 2],
    /// Whether fills and strokes are black ink alone.
    black: [bool; 2],
    /// Whether fills and strokes overprint as the stream stands.
    overprint: [bool; 2],
    soft: bool,
}

/// The tokens before an operator; no operator of colour takes more than five.
#[derive(Default)]
struct Operands {
    tokens: [(Option<Kind>, Range<usize>); 6],
    count: usize,
}

impl Operands {
    fn push(&mut self, kind: Kind, range: Range<usize>) {
        if let Some(token) = self.tokens.get_mut(self.count) {
            *token = (Some(kind), range);
        }
        self.count += 1;
    }

    fn start(&self) -> Option<usize> {
        (self.count > 0).then(|| self.tokens[0].1.start)
    }

    fn numbers<const COUNT: usize>(&self, content: &[u8]) -> Option<[f32; COUNT]> {
        if self.count != COUNT {
            return None;
        }
        let mut numbers = [0.0; COUNT];
        for (slot, (kind, range)) in numbers.iter_mut().zip(&self.tokens) {
            if *kind != Some(Kind::Number) {
                return None;
            }
            *slot = number(&content[range.clone()])?;
        }
        Some(numbers)
    }

    /// The one name, without its solidus.
    fn name<'a>(&self, content: &'a [u8]) -> Option<&'a [u8]> {
        let (kind, range) = &self.tokens[0];
        (self.count == 1 && *kind == Some(Kind::Name)).then(|| &content[range.start + 1..range.end])
    }
}

/// Writes a content stream anew.
///
/// # Errors
///
/// Fails if it can't be read, or holds a colour that nobody knows how to print.
pub(super) fn rewrite(
    content: &[u8],
    names: &Names,
    role: Role,
    inks: &mut Inks<'_>,
) -> Result<Written, Fault> {
    let mut writer = Writer {
        content,
        copied: 0,
        names,
        role,
        inks,
        state: State {
            matrix: Matrix::IDENTITY,
            spaces: [Space::Grey(None); 2],
            black: [false; 2],
            overprint: [false; 2],
            soft: false,
        },
        saved: Vec::new(),
        written: Written::default(),
    };
    writer.written.content.reserve(content.len() + content.len() / 16);
    let (mut scanner, mut operands) = (Scanner::new(content), Operands::default());
    let damage = |at: usize| Fault::Unexpected { what: format!("a byte at {at} of a stream") };
    while let Some((kind, range)) = scanner.next().map_err(damage)? {
        if kind == Kind::Operator {
            writer.operator(&operands, range)?;
            operands.count = 0;
        } else {
            operands.push(kind, range);
        }
    }
    writer.copy_to(content.len());
    Ok(writer.written)
}

struct Writer<'a, 'i> {
    content: &'a [u8],
    /// How much of the content is written or replaced.
    copied: usize,
    names: &'a Names,
    role: Role,
    inks: &'a mut Inks<'i>,
    state: State,
    saved: Vec<State>,
    written: Written,
}

/// Fills and strokes, as places in the pairs of [`State`].
const FILL: usize = 0;
const STROKE: usize = 1;

impl Writer<'_, '_> {
    fn operator(&mut self, operands: &Operands, range: Range<usize>) -> Result<(), Fault> {
        let content = self.content;
        let unknown = || Fault::Unexpected {
            what: format!(
                "the operation `{}`",
                content[operands.start().unwrap_or(range.start)..range.end].escape_ascii()
            ),
        };
        match &content[range.clone()] {
            b"q" => self.saved.push(self.state),
            b"Q" => self.state = self.saved.pop().ok_or_else(unknown)?,
            b"cm" => {
                let matrix = operands.numbers::<6>(content).map(Matrix).ok_or_else(unknown)?;
                self.state.matrix = matrix.then(&self.state.matrix);
            }
            b"cs" => self.set_space(FILL, operands, &range).ok_or_else(unknown)?,
            b"CS" => self.set_space(STROKE, operands, &range).ok_or_else(unknown)?,
            b"sc" | b"scn" => self.set_colour(FILL, operands, &range).ok_or_else(unknown)?,
            b"SC" | b"SCN" => self.set_colour(STROKE, operands, &range).ok_or_else(unknown)?,
            b"rg" | b"g" | b"k" => self.set_device(FILL, operands, &range).ok_or_else(unknown)?,
            b"RG" | b"G" | b"K" => self.set_device(STROKE, operands, &range).ok_or_else(unknown)?,
            b"gs" => {
                let name = operands.name(content).ok_or_else(unknown)?;
                self.state.soft |= self.names.soft.contains(name);
                self.copy_to(range.end);
                self.set_overprint();
            }
            b"Do" => {
                let name = operands.name(content).ok_or_else(unknown)?;
                self.paint_plain(operands, &range);
                self.written.draws.push((name.to_vec(), self.state.matrix));
            }
            b"sh" => self.paint_plain(operands, &range),
            // Typst writes no pictures into content streams; there would be colours in them.
            b"BI" => return Err(unknown()),
            _ => {}
        }
        Ok(())
    }

    /// Copies what lies before a place.
    fn copy_to(&mut self, end: usize) {
        self.written.content.extend_from_slice(&self.content[self.copied..end]);
        self.copied = end;
    }

    /// Leaves out an operation; what is written next replaces it.
    fn replace(&mut self, operands: &Operands, range: &Range<usize>) {
        self.copy_to(operands.start().unwrap_or(range.start));
        self.copied = range.end;
    }

    /// `cs`: the name is kept where the space is.
    fn set_space(&mut self, side: usize, operands: &Operands, range: &Range<usize>) -> Option<()> {
        let name = operands.name(self.content)?;
        let space = named(name).or_else(|| self.names.spaces.get(name).copied())?;
        self.state.spaces[side] = space;
        self.state.black[side] = false;
        if !matches!(space, Space::Spot | Space::Pattern) {
            self.replace(operands, range);
        }
        Some(())
    }

    /// `scn`: a colour in the space that was set.
    fn set_colour(&mut self, side: usize, operands: &Operands, range: &Range<usize>) -> Option<()> {
        match self.state.spaces[side] {
            Space::Spot if self.role == Role::Mask => return None,
            Space::Spot | Space::Pattern => {
                self.state.black[side] = false;
                self.copy_to(range.end);
                self.set_overprint();
            }
            space => self.write_colour(side, space, operands, range)?,
        }
        Some(())
    }

    /// `rg`, `g` and `k`: a colour with its space.
    fn set_device(&mut self, side: usize, operands: &Operands, range: &Range<usize>) -> Option<()> {
        let space = match self.content[range.start] {
            b'r' | b'R' => Space::Rgb(None),
            b'g' | b'G' => Space::Grey(None),
            _ => Space::Ink(None),
        };
        self.state.spaces[side] = space;
        self.write_colour(side, space, operands, range)
    }

    fn write_colour(
        &mut self,
        side: usize,
        space: Space,
        operands: &Operands,
        range: &Range<usize>,
    ) -> Option<()> {
        let parts: &[f32] = match space {
            Space::Rgb(_) => &operands.numbers::<3>(self.content)?,
            Space::Grey(_) => &operands.numbers::<1>(self.content)?,
            Space::Ink(_) => &operands.numbers::<4>(self.content)?,
            Space::Spot | Space::Pattern => return None,
        };
        let out = &mut self.written.content;
        if self.role == Role::Mask {
            let grey = super::grey_of(space, parts);
            out.extend_from_slice(&self.content[self.copied..operands.start()?]);
            let operator = ["g", "G"][side];
            // Writing to memory does not fail.
            let _ = write!(out, "{grey} {operator}");
            self.copied = range.end;
            return Some(());
        }
        let ink = ink_of(space, parts, self.inks);
        if ink != parts || self.content.get(range.clone()) != Some(["k", "K"][side].as_bytes()) {
            out.extend_from_slice(&self.content[self.copied..operands.start()?]);
            let [cyan, magenta, yellow, black] = ink;
            let operator = ["k", "K"][side];
            let _ = write!(out, "{cyan} {magenta} {yellow} {black} {operator}");
            self.copied = range.end;
        } else {
            self.copy_to(range.end);
        }
        // ISO 32000-1, 8.6.7: with overprint mode 1 an ink of which there is none leaves what lies below.
        self.state.black[side] = ink == [0.0, 0.0, 0.0, 1.0];
        self.set_overprint();
        Some(())
    }

    /// Writes the state of overprint that the colours ask for, if it is not that which is set.
    fn set_overprint(&mut self) {
        let wanted = self.state.black.map(|black| black && !self.state.soft);
        if self.role == Role::Printed && wanted != self.state.overprint {
            let index = usize::from(wanted[FILL]) + 2 * usize::from(wanted[STROKE]);
            let _ = write!(self.written.content, "\n/{OVERPRINT}{index} gs");
            self.written.overprints[index] = true;
            self.state.overprint = wanted;
        }
    }

    /// Before an operation whose colours are not those of fills and strokes: overprint is off for it.
    fn paint_plain(&mut self, operands: &Operands, range: &Range<usize>) {
        if self.state.overprint != [false; 2] {
            self.copy_to(operands.start().unwrap_or(range.start));
            self.state.black = [false; 2];
            self.set_overprint();
            self.written.content.push(b'\n');
        }
    }
}

#[cfg(test)]
mod tests;
