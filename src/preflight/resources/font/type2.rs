//! Turns the charstring of a glyph of a CFF font into its outline and its width (Adobe Technical Note 5177).

use crate::file::Malformed;
use crate::resources::font::charstring::{
    Bytes, GlyphOutline, MOST_CALLS, MOST_STEPS, Operands, OutlineBuilder,
};

/// Where a charstring finds the subroutines that it calls.
pub(super) trait Subroutines {
    /// The bytes of a subroutine of the glyph's own part of the font, by its place.
    fn local(&self, place: i64) -> Option<&[u8]>;
    /// The bytes of a subroutine of the whole font, by its place.
    fn global(&self, place: i64) -> Option<&[u8]>;
    /// The program of a glyph, by its code in the standard encoding.
    fn standard_glyph(&self, code: i64) -> Option<&[u8]>;
}

/// A run of a program.
struct Interpreter<'a, L> {
    subroutines: &'a L,
    builder: OutlineBuilder,
    operands: Operands,
    width: Option<f64>,
    /// Whether the width was given, or left out.
    width_known: bool,
    hints: usize,
    steps: usize,
    accent: bool,
}

/// What follows an operator.
enum Flow {
    Continue,
    Return,
    End,
}

/// Draws a glyph. `None` if its program is not understood, or has no end.
pub(super) fn draw<L: Subroutines>(
    program: &[u8],
    subroutines: &L,
    matrix: [f64; 6],
) -> Option<GlyphOutline> {
    let mut interpreter = Interpreter {
        subroutines,
        builder: OutlineBuilder::new(matrix),
        operands: Operands::default(),
        width: None,
        width_known: false,
        hints: 0,
        steps: MOST_STEPS,
        accent: false,
    };
    interpreter.run(program, 0).ok()?;
    Some(GlyphOutline { path: interpreter.builder.finish(), width: interpreter.width })
}

impl<L: Subroutines> Interpreter<'_, L> {
    fn run(&mut self, program: &[u8], depth: usize) -> Result<Flow, Malformed> {
        let mut bytes = Bytes::new(program);
        while let Some(byte) = bytes.next() {
            self.steps = self.steps.checked_sub(1).ok_or(Malformed)?;
            match byte {
                28 => {
                    let number = f64::from(bytes.short()?);
                    self.operands.push(number)?;
                }
                32..=254 => {
                    let number = bytes.operand(byte)?;
                    self.operands.push(number)?;
                }
                255 => {
                    let number = f64::from(bytes.long()?) / 65536.0;
                    self.operands.push(number)?;
                }
                10 | 29 => {
                    if depth >= MOST_CALLS {
                        return Err(Malformed);
                    }
                    let place = self.operands.pop_integer()?;
                    let subroutines = self.subroutines;
                    let called = if byte == 10 {
                        subroutines.local(place)
                    } else {
                        subroutines.global(place)
                    };
                    if let Flow::End = self.run(called.ok_or(Malformed)?, depth + 1)? {
                        return Ok(Flow::End);
                    }
                }
                _ => match self.operator(byte, &mut bytes)? {
                    Flow::Continue => {}
                    next => return Ok(next),
                },
            }
        }
        Ok(Flow::Return)
    }

    /// The first operator that clears the operands may have the width under its own (Adobe Technical Note 5177, 3.1).
    fn width(&mut self, given: bool) {
        if !self.width_known {
            self.width_known = true;
            if given && !self.accent {
                self.width = self.operands.shift();
            } else if given {
                self.operands.shift();
            }
        }
    }

    fn operator(&mut self, operator: u8, bytes: &mut Bytes<'_>) -> Result<Flow, Malformed> {
        let count = self.operands.len();
        match operator {
            1 | 3 | 18 | 23 => {
                self.width(count % 2 == 1);
                self.hints += self.operands.len() / 2;
            }
            19 | 20 => {
                self.width(count % 2 == 1);
                self.hints += self.operands.len() / 2;
                bytes.skip(self.hints.div_ceil(8));
            }
            21 => {
                self.width(count > 2);
                self.builder.move_by(self.operands.at(0), self.operands.at(1));
            }
            22 => {
                self.width(count > 1);
                self.builder.move_by(self.operands.at(0), 0.0);
            }
            4 => {
                self.width(count > 1);
                self.builder.move_by(0.0, self.operands.at(0));
            }
            11 => return Ok(Flow::Return),
            14 => {
                self.width(count == 1 || count == 5);
                return self.end();
            }
            5..=8 | 24..=27 | 30 | 31 => self.draw(operator)?,
            12 => self.flex(bytes.next().ok_or(Malformed)?)?,
            _ => return Err(Malformed),
        }
        self.operands.clear();
        Ok(Flow::Continue)
    }

    /// The end; with four operands a letter and its accent (Adobe Technical Note 5177, appendix C).
    fn end(&mut self) -> Result<Flow, Malformed> {
        self.builder.close();
        let operands = self.operands.take();
        if let [dx, dy, letter, accent] = operands[..]
            && !self.accent
        {
            self.accent = true;
            for (code, x, y) in [(letter, 0.0, 0.0), (accent, dx, dy)] {
                self.operands.push(code)?;
                let code = self.operands.pop_integer()?;
                let subroutines = self.subroutines;
                let program = subroutines.standard_glyph(code).ok_or(Malformed)?;
                (self.builder.x, self.builder.y) = (x, y);
                (self.hints, self.width_known) = (0, false);
                self.operands.clear();
                self.run(program, MOST_CALLS.saturating_sub(3))?;
            }
        }
        Ok(Flow::End)
    }

    fn draw(&mut self, operator: u8) -> Result<(), Malformed> {
        let numbers = self.operands.take();
        let mut rest = numbers.as_slice();
        match operator {
            5 => lines(&mut self.builder, rest),
            6 | 7 => {
                let mut across = operator == 6;
                for number in rest {
                    let (dx, dy) = if across { (*number, 0.0) } else { (0.0, *number) };
                    self.builder.line_by(dx, dy);
                    across = !across;
                }
            }
            8 => curves(&mut self.builder, rest),
            24 => {
                let (last, before) = (
                    rest.last_chunk::<2>().ok_or(Malformed)?,
                    rest.len().checked_sub(2).ok_or(Malformed)?,
                );
                curves(&mut self.builder, rest.get(..before).ok_or(Malformed)?);
                self.builder.line_by(last[0], last[1]);
            }
            25 => {
                let (last, before) = (
                    *rest.last_chunk::<6>().ok_or(Malformed)?,
                    rest.len().checked_sub(6).ok_or(Malformed)?,
                );
                lines(&mut self.builder, rest.get(..before).ok_or(Malformed)?);
                self.builder.curve_by(last);
            }
            26 | 27 => {
                let mut aside = 0.0;
                if rest.len() % 4 == 1 {
                    (aside, rest) =
                        (*rest.first().ok_or(Malformed)?, rest.get(1..).ok_or(Malformed)?);
                }
                for [a, b, c, d] in rest.as_chunks::<4>().0 {
                    self.builder.curve_by(if operator == 26 {
                        [aside, *a, *b, *c, 0.0, *d]
                    } else {
                        [*a, aside, *b, *c, *d, 0.0]
                    });
                    aside = 0.0;
                }
            }
            _ => {
                let mut across = operator == 31;
                while let Some(([a, b, c, d], after)) = rest.split_first_chunk::<4>() {
                    rest = after;
                    let last = if let [last] = rest { *last } else { 0.0 };
                    self.builder.curve_by(if across {
                        [*a, 0.0, *b, *c, last, *d]
                    } else {
                        [0.0, *a, *b, *c, *d, last]
                    });
                    across = !across;
                }
            }
        }
        Ok(())
    }

    /// Curves that are flat when they are small. Arithmetic, which no font has had since 2000, is not understood.
    fn flex(&mut self, operator: u8) -> Result<(), Malformed> {
        let numbers = self.operands.take();
        let (first, second) = match (operator, numbers.as_slice()) {
            (34, [x1, x2, y2, x3, x4, x5, x6, ..]) => {
                ([*x1, 0.0, *x2, *y2, *x3, 0.0], [*x4, 0.0, *x5, -y2, *x6, 0.0])
            }
            (35, [a, b, c, d, e, f, g, h, i, j, k, l, ..]) => {
                ([*a, *b, *c, *d, *e, *f], [*g, *h, *i, *j, *k, *l])
            }
            (36, [x1, y1, x2, y2, x3, x4, x5, y5, x6, ..]) => {
                ([*x1, *y1, *x2, *y2, *x3, 0.0], [*x4, 0.0, *x5, *y5, *x6, -(y1 + y2 + y5)])
            }
            (37, [x1, y1, x2, y2, x3, y3, x4, y4, x5, y5, d6, ..]) => {
                let (dx, dy) = (x1 + x2 + x3 + x4 + x5, y1 + y2 + y3 + y4 + y5);
                let (x6, y6) = if dx.abs() > dy.abs() { (*d6, -dy) } else { (-dx, *d6) };
                ([*x1, *y1, *x2, *y2, *x3, *y3], [*x4, *y4, *x5, *y5, x6, y6])
            }
            _ => return Err(Malformed),
        };
        self.builder.curve_by(first);
        self.builder.curve_by(second);
        Ok(())
    }
}

fn lines(builder: &mut OutlineBuilder, numbers: &[f64]) {
    for [dx, dy] in numbers.as_chunks::<2>().0 {
        builder.line_by(*dx, *dy);
    }
}

fn curves(builder: &mut OutlineBuilder, numbers: &[f64]) {
    for curve in numbers.as_chunks::<6>().0 {
        builder.curve_by(*curve);
    }
}
