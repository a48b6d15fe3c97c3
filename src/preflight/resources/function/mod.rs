//! Turns a function of PDF and its inputs into its outputs (ISO 32000-1, 7.10).

use lopdf::Object;

use crate::file::File;

mod calculator;
mod reader;
mod sampled;

#[cfg(test)]
mod tests;

use calculator::Program;
use sampled::Table;

/// A function. What it returns is always finite.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Function {
    /// The least and the greatest figure of each input.
    domain: Vec<[f32; 2]>,
    /// Those of each output; empty if they are not bounded.
    range: Vec<[f32; 2]>,
    outputs: usize,
    kind: FunctionKind,
}

/// The types of functions.
#[derive(Debug, Clone, PartialEq)]
enum FunctionKind {
    /// Type 0.
    Sampled(Table),
    /// Type 2: from the first figures to the second ones, with an exponent.
    Exponential { from: Vec<f32>, to: Vec<f32>, exponent: f32 },
    /// Type 3: functions side by side, where one ends and the next begins, and the inputs that they get there.
    Stitched { functions: Vec<Function>, bounds: Vec<f32>, encode: Vec<[f32; 2]> },
    /// Type 4.
    Calculated(Program),
    /// One function for each output.
    Several(Vec<Function>),
}

impl Function {
    /// Reads a function, or an array of functions with one output each; `None` if it is none, or is more than the file may
    /// ask for.
    pub(crate) fn read(file: &File, object: &Object) -> Option<Function> {
        reader::read(file, object)
    }

    /// How many numbers it takes.
    pub(crate) fn inputs(&self) -> usize {
        self.domain.len()
    }

    /// How many numbers it returns.
    pub(crate) fn outputs(&self) -> usize {
        self.outputs
    }

    /// What it makes of its input; always as many numbers as it has outputs. An input that is missing is the least one.
    pub(crate) fn apply(&self, input: &[f32]) -> Vec<f32> {
        let given = |(index, domain): (usize, &[f32; 2])| {
            clipped(input.get(index).copied().unwrap_or(domain[0]), *domain)
        };
        let input: Vec<f32> = self.domain.iter().enumerate().map(given).collect();
        let first = input.first().copied().unwrap_or(0.0);
        let mut output = match &self.kind {
            FunctionKind::Sampled(table) => table.apply(&input, &self.domain),
            FunctionKind::Exponential { from, to, exponent } => {
                let share = finite(first.powf(*exponent));
                from.iter().zip(to).map(|(from, to)| from + share * (to - from)).collect()
            }
            FunctionKind::Stitched { functions, bounds, encode } => {
                let domain = self.domain.first().copied().unwrap_or([0.0, 1.0]);
                stitched(first, domain, functions, bounds, encode)
            }
            FunctionKind::Calculated(program) => program.run(&input, self.outputs),
            FunctionKind::Several(functions) => functions
                .iter()
                .map(|function| function.apply(&input).first().copied().unwrap_or(0.0))
                .collect(),
        };
        output.resize(self.outputs, 0.0);
        for (index, figure) in output.iter_mut().enumerate() {
            *figure = match self.range.get(index) {
                Some(range) => clipped(*figure, *range),
                None => finite(*figure),
            };
        }
        output
    }
}

/// Type 3 (ISO 32000-1, 7.10.4).
fn stitched(
    input: f32,
    domain: [f32; 2],
    functions: &[Function],
    bounds: &[f32],
    encode: &[[f32; 2]],
) -> Vec<f32> {
    let mut index = bounds.iter().take_while(|bound| input >= **bound).count();
    index = index.min(functions.len().saturating_sub(1));
    let (Some(function), Some(encode)) = (functions.get(index), encode.get(index)) else {
        return Vec::new();
    };
    let least = index.checked_sub(1).and_then(|before| bounds.get(before)).copied();
    let part = [least.unwrap_or(domain[0]), bounds.get(index).copied().unwrap_or(domain[1])];
    function.apply(&[between(input, part, *encode)])
}

/// A figure of one stretch where it lies in another; the beginning of that if the first is no stretch.
fn between(figure: f32, [from, to]: [f32; 2], [first, last]: [f32; 2]) -> f32 {
    let length = to - from;
    if length == 0.0 {
        return finite(first);
    }
    finite(first + (figure - from) * (last - first) / length)
}

/// A figure, or the nearest of a stretch; its beginning for what is no number.
fn clipped(figure: f32, [least, most]: [f32; 2]) -> f32 {
    if figure.is_nan() { least } else { finite(figure.max(least).min(most)) }
}

/// A figure, or 0 for what is none, and the greatest there is for infinity.
fn finite(figure: f32) -> f32 {
    if figure.is_nan() { 0.0 } else { figure.clamp(f32::MIN, f32::MAX) }
}
