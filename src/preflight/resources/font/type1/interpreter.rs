//! Turns the charstring of a Type 1 glyph into its outline and its width (Adobe Type 1 Font Format, chapters 6 and 8).

use crate::file::Malformed;
use crate::resources::font::charstring::{
    Bytes, GlyphOutline, MOST_CALLS, MOST_STEPS, Operands, OutlineBuilder,
};
use crate::resources::font::encoding::standard_name;
use crate::resources::font::type1::Type1;

/// Runs the charstring of a glyph.
pub(super) struct Interpreter<'a> {
    font: &'a Type1,
    builder: OutlineBuilder,
    operands: Operands,
    /// What other subroutines leave for `pop`.
    results: Vec<f64>,
    /// The points of a curve that is flat when it is small, while they are collected.
    flex: Option<Vec<(f64, f64)>>,
    flex_start: (f64, f64),
    width: Option<f64>,
    bearing: f64,
    steps: usize,
    accent: bool,
}

impl<'a> Interpreter<'a> {
    /// Draws a glyph; `None` if its charstring is not understood.
    pub(super) fn draw(font: &'a Type1, charstring: &[u8]) -> Option<GlyphOutline> {
        let mut interpreter = Interpreter {
            font,
            builder: OutlineBuilder::new(font.matrix),
            operands: Operands::default(),
            results: Vec::new(),
            flex: None,
            flex_start: (0.0, 0.0),
            width: None,
            bearing: 0.0,
            steps: MOST_STEPS,
            accent: false,
        };
        interpreter.run(charstring, 0).ok()?;
        let width = interpreter.width.map(|width| width * font.matrix[0]);
        Some(GlyphOutline { path: interpreter.builder.finish(), width })
    }

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
                    self.builder.close();
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
            (5, [.., dx, dy]) => self.builder.line_by(*dx, *dy),
            (6, [.., dx]) => self.builder.line_by(*dx, 0.0),
            (7, [.., dy]) => self.builder.line_by(0.0, *dy),
            (8, [.., a, b, c, d, e, f]) => self.builder.curve_by([*a, *b, *c, *d, *e, *f]),
            (9, _) => self.builder.close(),
            (13, [bearing, width, ..]) => self.begin(*bearing, 0.0, *width),
            (21, [.., dx, dy]) => self.move_by(*dx, *dy),
            (22, [.., dx]) => self.move_by(*dx, 0.0),
            (30, [.., a, b, c, d]) => self.builder.curve_by([0.0, *a, *b, *c, *d, 0.0]),
            (31, [.., a, b, c, d]) => self.builder.curve_by([*a, 0.0, *b, *c, 0.0, *d]),
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
            (self.builder.x, self.builder.y) = (self.builder.x + x, self.builder.y + y);
        } else {
            (self.builder.x, self.builder.y) = (x, y);
            (self.width, self.bearing) = (Some(width), x);
        }
    }

    fn move_by(&mut self, dx: f64, dy: f64) {
        if let Some(points) = &mut self.flex {
            (self.builder.x, self.builder.y) = (self.builder.x + dx, self.builder.y + dy);
            points.push((self.builder.x, self.builder.y));
        } else {
            self.builder.move_by(dx, dy);
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
                self.results = vec![self.builder.y, self.builder.x];
            }
            1 => {
                self.flex = Some(Vec::new());
                self.flex_start = (self.builder.x, self.builder.y);
            }
            2 => {}
            3 => self.results = vec![3.0],
            _ => self.results = given,
        }
        Ok(())
    }

    fn flexed(&mut self, points: [(f64, f64); 6]) {
        (self.builder.x, self.builder.y) = self.flex_start;
        for curve in points.as_chunks::<3>().0 {
            let (mut x, mut y) = (self.builder.x, self.builder.y);
            let mut steps = [0.0; 6];
            for (step, point) in steps.as_chunks_mut::<2>().0.iter_mut().zip(curve) {
                *step = [point.0 - x, point.1 - y];
                (x, y) = *point;
            }
            self.builder.curve_by(steps);
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
            self.builder.close();
            (self.builder.x, self.builder.y) = (x, y);
            self.operands.clear();
            self.run(program, MOST_CALLS.saturating_sub(3))?;
        }
        Ok(true)
    }
}
