//! Reads and computes the functions of a PDF (ISO 32000-1, 7.10).
//!
//! Preflight has code of its own for the same: what finishes a file must not be judged by itself.

use lopdf::{Document, Object};

use super::error::PdfxError;
use super::objects::numbers;
use crate::export::repack::inflated;

/// A function of the kinds that Typst's exporter writes.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Function {
    /// Type 2 with exponent 1: interpolates from one list of numbers to another.
    Linear(Vec<f32>, Vec<f32>),
    /// Type 3: functions side by side, with the bounds between them.
    Stitching(Vec<Function>, Vec<f32>),
    /// Type 4: a program in a subset of PostScript.
    Calculator(Vec<Instruction>),
}

/// An instruction of a program.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Instruction {
    /// Pushes a number on the stack.
    Push(f32),
    /// Applies one of the operators of table 42.
    Apply(&'static str),
    /// Pops a condition, and runs the first branch if it is true, else the second.
    If(Vec<Instruction>, Vec<Instruction>),
}

/// A program pops more numbers than there are, or has an operator without effect on numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct StackUnderflow;

/// The operators that occur.
const OPERATORS: [&str; 18] = [
    "abs", "add", "and", "atan", "cvi", "div", "dup", "exch", "floor", "gt", "index", "le", "lt",
    "mod", "mul", "pop", "sub", "roll",
];

impl Function {
    /// Reads a function.
    pub(super) fn read(source: &Document, object: &Object) -> Result<Function, PdfxError> {
        let unexpected = || PdfxError::unsupported(format!("the function {object:?}"));
        let (_, found) = source.dereference(object)?;
        let dictionary = match found {
            Object::Stream(stream) => &stream.dict,
            found => found.as_dict()?,
        };
        match dictionary.get(b"FunctionType").and_then(Object::as_i64)? {
            2 if dictionary.get(b"N").and_then(Object::as_float)? == 1.0 => {
                let end = |key: &[u8]| numbers(dictionary, key).ok_or_else(unexpected);
                Ok(Function::Linear(end(b"C0")?, end(b"C1")?))
            }
            3 => {
                let parts = dictionary.get(b"Functions").and_then(Object::as_array)?;
                let parts = parts.iter().map(|part| Function::read(source, part));
                let bounds = numbers(dictionary, b"Bounds").ok_or_else(unexpected)?;
                Ok(Function::Stitching(parts.collect::<Result<_, PdfxError>>()?, bounds))
            }
            4 => {
                let code = inflated(found.as_stream()?).ok_or_else(unexpected)?;
                let code = String::from_utf8_lossy(&code).replace('{', " { ").replace('}', " } ");
                let mut words = code.split_ascii_whitespace();
                if words.next() != Some("{") {
                    return Err(unexpected());
                }
                Ok(Function::Calculator(block(&mut words).ok_or_else(unexpected)?))
            }
            _ => Err(unexpected()),
        }
    }
}

/// Reads instructions up to the brace that closes them; `None` if they are malformed.
fn block<'a>(words: &mut impl Iterator<Item = &'a str>) -> Option<Vec<Instruction>> {
    let mut read = Vec::new();
    let mut blocks: Vec<Vec<Instruction>> = Vec::new();
    loop {
        match words.next()? {
            "}" => return blocks.is_empty().then_some(read),
            "{" => blocks.push(block(words)?),
            "if" => read.push(Instruction::If(blocks.pop()?, Vec::new())),
            "ifelse" => {
                let no = blocks.pop()?;
                read.push(Instruction::If(blocks.pop()?, no));
            }
            word => match OPERATORS.into_iter().find(|name| *name == word) {
                Some(operator) => read.push(Instruction::Apply(operator)),
                None => read.push(Instruction::Push(word.parse().ok()?)),
            },
        }
    }
}

/// Runs a program on a stack of numbers.
pub(super) fn run(program: &[Instruction], stack: &mut Vec<f32>) -> Result<(), StackUnderflow> {
    for instruction in program {
        match instruction {
            Instruction::Push(number) => stack.push(*number),
            Instruction::If(yes, no) => {
                run(if pop(stack)? == 0.0 { no } else { yes }, stack)?;
            }
            Instruction::Apply(operator) => apply(operator, stack)?,
        }
    }
    Ok(())
}

fn pop(stack: &mut Vec<f32>) -> Result<f32, StackUnderflow> {
    stack.pop().ok_or(StackUnderflow)
}

/// Applies one operator (ISO 32000-1, table 42). True is 1 and false is 0.
fn apply(operator: &str, stack: &mut Vec<f32>) -> Result<(), StackUnderflow> {
    let top = pop(stack)?;
    let result = match operator {
        "pop" => return Ok(()),
        "roll" => {
            let count = index(pop(stack)?);
            return roll(stack, count, top);
        }
        "dup" => {
            stack.push(top);
            top
        }
        "abs" => top.abs(),
        "cvi" => top.trunc(),
        "floor" => top.floor(),
        "index" => {
            let below_top =
                stack.len().checked_sub(1).and_then(|last| last.checked_sub(index(top)));
            *below_top.and_then(|at| stack.get(at)).ok_or(StackUnderflow)?
        }
        "exch" => {
            let below = pop(stack)?;
            stack.push(top);
            below
        }
        _ => {
            let below = pop(stack)?;
            binary(operator, below, top)
        }
    };
    stack.push(result);
    Ok(())
}

/// The result of an operator that pops two numbers and pushes one.
fn binary(operator: &str, below: f32, top: f32) -> f32 {
    let number = |condition: bool| if condition { 1.0 } else { 0.0 };
    match operator {
        "add" => below + top,
        "sub" => below - top,
        "mul" => below * top,
        "div" => below / top,
        "mod" => below % top,
        "atan" => below.atan2(top).to_degrees().rem_euclid(360.0),
        "and" => number(below != 0.0 && top != 0.0),
        "gt" => number(below > top),
        "lt" => number(below < top),
        "le" => number(below <= top),
        // The table of operators has no others.
        _ => f32::NAN,
    }
}

/// Rotates the top numbers of a stack upwards by so many places.
fn roll(stack: &mut [f32], count: usize, places: f32) -> Result<(), StackUnderflow> {
    let start = stack.len().checked_sub(count).ok_or(StackUnderflow)?;
    let places = i64::try_from(count.max(1)).map(|count| (places as i64).rem_euclid(count));
    let places = places.ok().and_then(|places| usize::try_from(places).ok());
    stack[start..].rotate_right(places.ok_or(StackUnderflow)?);
    Ok(())
}

/// A number as an index of a stack; a negative one is 0.
fn index(number: f32) -> usize {
    number as usize
}

#[cfg(test)]
mod tests {
    use lopdf::{Document, Object, Stream, dictionary};

    use super::{Function, StackUnderflow, run};

    /// What a program leaves of its input; `None` if it is malformed.
    fn read_and_run(code: &str, input: &[f32]) -> Option<Result<Vec<f32>, StackUnderflow>> {
        let mut document = Document::with_version("1.6");
        let stream = Stream::new(dictionary! { "FunctionType" => 4 }, code.as_bytes().to_vec());
        let id = document.add_object(stream);
        let Ok(Function::Calculator(program)) = Function::read(&document, &Object::Reference(id))
        else {
            return None;
        };
        let mut stack = input.to_vec();
        Some(run(&program, &mut stack).map(|()| stack))
    }

    #[track_caller]
    fn is(code: &str, input: &[f32], expected: &[f32]) {
        assert_eq!(read_and_run(code, input), Some(Ok(expected.to_vec())), "{code}");
    }

    #[test]
    fn programs_do_what_the_table_of_operators_says() {
        is("{ 2 index exch sub }", &[1.0, 5.0, 2.0], &[1.0, 5.0, -1.0]);
        is("{3 1 roll}", &[1.0, 2.0, 3.0], &[3.0, 1.0, 2.0]);
        is("{3 -1 roll pop}", &[1.0, 2.0, 3.0], &[2.0, 3.0]);
        is("{-1 0 atan}", &[], &[270.0]);
        let code = "{dup .5 le{pop 1}{0.5 gt{2}{3}ifelse}ifelse}";
        is(code, &[0.4], &[1.0]);
        is(code, &[0.6], &[2.0]);
        is("{ 7 2 div floor cvi abs 2 mod }", &[], &[1.0]);
        is("{ 3 2 mul 4 lt }", &[], &[0.0]);
        is("{ 1 and }", &[1.0], &[1.0]);
    }

    #[test]
    fn malformed_programs_are_not_read() {
        for code in ["", "{", "{ 1 cos }", "{ {1} }", "{ if }", "1 add"] {
            assert_eq!(read_and_run(code, &[1.0]), None, "{code}");
        }
    }

    #[test]
    fn programs_can_not_pop_more_than_there_is() {
        for code in ["{ add }", "{ 9 index }", "{ 9 1 roll }", "{ pop pop }", "{ pop {1} if }"] {
            assert_eq!(read_and_run(code, &[1.0]), Some(Err(StackUnderflow)), "{code}");
        }
    }
}
