//! Rewrites a content stream with its colours converted to ink, and black ink overprinting.

mod operands;

use std::collections::{HashMap, HashSet};
use std::io::Write as _;
use std::ops::Range;

use feuillet_colour::InkConverter;

use super::colour_space::{ColourSpace, Role};
use super::error::PdfxError;
use super::matrix::Matrix;
use crate::export::scan::{Kind, Scanner};
use operands::{InvalidOperation, Operands};

/// The names of the graphics states that switch overprint: this, and a number that says whether fills (1) and strokes (2)
/// overprint.
pub(super) const OVERPRINT: &str = "Overprint";

/// The named resources of a content stream.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// Colour spaces.
    pub(super) spaces: HashMap<Vec<u8>, ColourSpace>,
    /// Graphics states with transparency: black does not overprint under them.
    pub(super) transparent_states: HashSet<Vec<u8>>,
}

/// A content stream after conversion.
#[derive(Debug, Default)]
pub(super) struct Rewritten {
    /// Its bytes.
    pub(super) content: Vec<u8>,
    /// The names of the XObjects that it paints, with the transformation from there to the stream's own space.
    pub(super) painted: Vec<(Vec<u8>, Matrix)>,
    /// Which of the overprint states it names.
    pub(super) overprints: [bool; 4],
}

/// The parts of the graphics state that matter here. Pairs are for fills and strokes.
#[derive(Clone, Copy)]
struct State {
    matrix: Matrix,
    spaces: [ColourSpace; 2],
    /// Whether the colour is black ink alone.
    black: [bool; 2],
    /// Whether overprint is on in the rewritten stream.
    overprint: [bool; 2],
    /// Whether the state has transparency.
    transparent: bool,
}

/// Fills, in the pairs of [`State`].
const FILL: usize = 0;

/// Strokes, in the pairs of [`State`].
const STROKE: usize = 1;

/// Rewrites a content stream.
///
/// # Errors
///
/// Fails if the stream can't be read, or has a colour that can't be converted.
pub(super) fn rewrite(
    content: &[u8],
    names: &Names,
    role: Role,
    inks: &mut InkConverter<'_>,
) -> Result<Rewritten, PdfxError> {
    let mut rewriter = Rewriter {
        content,
        copied: 0,
        names,
        role,
        inks,
        state: State {
            matrix: Matrix::IDENTITY,
            spaces: [ColourSpace::Grey(None); 2],
            black: [false; 2],
            overprint: [false; 2],
            transparent: false,
        },
        saved: Vec::new(),
        output: Rewritten::default(),
    };
    rewriter.output.content.reserve(content.len() + content.len() / 16);
    let (mut scanner, mut operands) = (Scanner::new(content), Operands::default());
    let damage = |at: usize| PdfxError::unsupported(format!("a damaged stream (at byte {at})"));
    while let Some((kind, range)) = scanner.next().map_err(damage)? {
        if kind == Kind::Operator {
            rewriter.operation(&operands, &range).map_err(|InvalidOperation| {
                let start = operands.start().unwrap_or(range.start);
                let operation = content[start..range.end].escape_ascii();
                PdfxError::unsupported(format!("the operation `{operation}`"))
            })?;
            operands.clear();
        } else {
            operands.push(kind, range);
        }
    }
    rewriter.copy_to(content.len());
    Ok(rewriter.output)
}

struct Rewriter<'a, 'i> {
    content: &'a [u8],
    /// How much of the content is copied or replaced already.
    copied: usize,
    names: &'a Names,
    role: Role,
    inks: &'a mut InkConverter<'i>,
    state: State,
    saved: Vec<State>,
    output: Rewritten,
}

impl Rewriter<'_, '_> {
    fn operation(
        &mut self,
        operands: &Operands,
        range: &Range<usize>,
    ) -> Result<(), InvalidOperation> {
        let content = self.content;
        match &content[range.clone()] {
            b"q" => self.saved.push(self.state),
            b"Q" => self.state = self.saved.pop().ok_or(InvalidOperation)?,
            b"cm" => {
                let matrix = Matrix(operands.numbers(content)?);
                self.state.matrix = matrix.then(&self.state.matrix);
            }
            b"cs" => self.set_space(FILL, operands, range)?,
            b"CS" => self.set_space(STROKE, operands, range)?,
            b"sc" | b"scn" => self.set_colour(FILL, operands, range)?,
            b"SC" | b"SCN" => self.set_colour(STROKE, operands, range)?,
            b"rg" | b"g" | b"k" => self.set_device_colour(FILL, operands, range)?,
            b"RG" | b"G" | b"K" => self.set_device_colour(STROKE, operands, range)?,
            b"gs" => {
                let name = operands.name(content)?;
                self.state.transparent |= self.names.transparent_states.contains(name);
                self.copy_to(range.end);
                self.set_overprint();
            }
            b"Do" => {
                let name = operands.name(content)?;
                self.end_overprint(operands, range);
                self.output.painted.push((name.to_vec(), self.state.matrix));
            }
            b"sh" => self.end_overprint(operands, range),
            // Typst writes no inline images, whose colours would have to be converted too.
            b"BI" => return Err(InvalidOperation),
            _ => {}
        }
        Ok(())
    }

    /// Copies the content up to a position.
    fn copy_to(&mut self, end: usize) {
        self.output.content.extend_from_slice(&self.content[self.copied..end]);
        self.copied = end;
    }

    /// Leaves an operation out; what is written next takes its place.
    fn replace(&mut self, operands: &Operands, range: &Range<usize>) {
        self.copy_to(operands.start().unwrap_or(range.start));
        self.copied = range.end;
    }

    /// Handles `cs`: the name stays only if the colour space does.
    fn set_space(
        &mut self,
        target: usize,
        operands: &Operands,
        range: &Range<usize>,
    ) -> Result<(), InvalidOperation> {
        let name = operands.name(self.content)?;
        let space = ColourSpace::named(name).or_else(|| self.names.spaces.get(name).copied());
        let space = space.ok_or(InvalidOperation)?;
        self.state.spaces[target] = space;
        self.state.black[target] = false;
        if !matches!(space, ColourSpace::Separation | ColourSpace::Pattern) {
            self.replace(operands, range);
        }
        Ok(())
    }

    /// Handles `scn`: a colour in the colour space that is set.
    fn set_colour(
        &mut self,
        target: usize,
        operands: &Operands,
        range: &Range<usize>,
    ) -> Result<(), InvalidOperation> {
        match self.state.spaces[target] {
            ColourSpace::Separation if self.role == Role::Mask => return Err(InvalidOperation),
            ColourSpace::Separation | ColourSpace::Pattern => {
                self.state.black[target] = false;
                self.copy_to(range.end);
                self.set_overprint();
            }
            space => self.write_colour(target, space, operands, range)?,
        }
        Ok(())
    }

    /// Handles `rg`, `g` and `k`: a colour with its colour space.
    fn set_device_colour(
        &mut self,
        target: usize,
        operands: &Operands,
        range: &Range<usize>,
    ) -> Result<(), InvalidOperation> {
        let space = match self.content[range.start] {
            b'r' | b'R' => ColourSpace::Rgb(None),
            b'g' | b'G' => ColourSpace::Grey(None),
            _ => ColourSpace::Cmyk(None),
        };
        self.state.spaces[target] = space;
        self.write_colour(target, space, operands, range)
    }

    /// Writes a colour as ink, or as the lightness of a mask.
    fn write_colour(
        &mut self,
        target: usize,
        space: ColourSpace,
        operands: &Operands,
        range: &Range<usize>,
    ) -> Result<(), InvalidOperation> {
        let parts: &[f32] = match space {
            ColourSpace::Rgb(_) => &operands.numbers::<3>(self.content)?,
            ColourSpace::Grey(_) => &operands.numbers::<1>(self.content)?,
            ColourSpace::Cmyk(_) => &operands.numbers::<4>(self.content)?,
            ColourSpace::Separation | ColourSpace::Pattern => return Err(InvalidOperation),
        };
        if self.role == Role::Mask {
            self.replace(operands, range);
            let (lightness, operator) = (space.to_lightness(parts), ["g", "G"][target]);
            // Writing to memory does not fail.
            let _ = write!(self.output.content, "{lightness} {operator}");
            return Ok(());
        }
        let (ink, operator) = (space.to_cmyk(parts, self.inks), ["k", "K"][target]);
        if ink == parts && self.content.get(range.clone()) == Some(operator.as_bytes()) {
            self.copy_to(range.end);
        } else {
            self.replace(operands, range);
            let [cyan, magenta, yellow, black] = ink;
            let _ = write!(self.output.content, "{cyan} {magenta} {yellow} {black} {operator}");
        }
        // ISO 32000-1, 8.6.7: with overprint mode 1 an ink of which there is none leaves what lies below.
        self.state.black[target] = ink == [0.0, 0.0, 0.0, 1.0];
        self.set_overprint();
        Ok(())
    }

    /// Switches overprint to what the colours ask for, if it differs from what is set.
    fn set_overprint(&mut self) {
        let wanted = self.state.black.map(|black| black && !self.state.transparent);
        if self.role == Role::Printed && wanted != self.state.overprint {
            let index = usize::from(wanted[FILL]) + 2 * usize::from(wanted[STROKE]);
            let _ = write!(self.output.content, "\n/{OVERPRINT}{index} gs");
            self.output.overprints[index] = true;
            self.state.overprint = wanted;
        }
    }

    /// Switches overprint off before an operation that paints in colours of its own.
    fn end_overprint(&mut self, operands: &Operands, range: &Range<usize>) {
        if self.state.overprint != [false; 2] {
            self.copy_to(operands.start().unwrap_or(range.start));
            self.state.black = [false; 2];
            self.set_overprint();
            self.output.content.push(b'\n');
        }
    }
}

#[cfg(test)]
mod tests;
