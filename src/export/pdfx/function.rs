//! A function object and numbers in; the numbers that it makes of them out.

use lopdf::{Document, Object};

use super::Fault;
use super::objects::numbers;
use crate::export::repack::below_flate;

/// A function of the kinds that Typst's exporter writes (ISO 32000-1, 7.10).
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Function {
    /// Type 2 with exponent 1: a straight way from one list of numbers to another.
    Straight(Vec<f32>, Vec<f32>),
    /// Type 3: functions side by side, with the bounds between them.
    Joined(Vec<Function>, Vec<f32>),
    /// Type 4: a small program.
    Program(Vec<Step>),
}

/// A step of a program.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Step {
    /// Puts a number on the stack.
    Push(f32),
    /// Does one of the operations of table 42.
    Do(&'static str),
    /// Does steps if what it takes from the stack is true, else others.
    If(Vec<Step>, Vec<Step>),
}

/// The operations that occur.
const OPERATIONS: [&str; 17] = [
    "abs", "add", "and", "atan", "cvi", "div", "dup", "exch", "floor", "gt", "index", "le", "lt",
    "mod", "mul", "pop", "sub",
];

/// The operation with two numbers of its own.
const ROLL: &str = "roll";

impl Function {
    /// Reads a function.
    pub(super) fn read(source: &Document, object: &Object) -> Result<Function, Fault> {
        let unexpected = || Fault::Unexpected { what: format!("a function {object:?}") };
        let (_, found) = source.dereference(object)?;
        let dictionary = match found {
            Object::Stream(stream) => &stream.dict,
            found => found.as_dict()?,
        };
        match dictionary.get(b"FunctionType").and_then(Object::as_i64)? {
            2 if dictionary.get(b"N").and_then(Object::as_float)? == 1.0 => {
                let end = |key: &[u8]| numbers(dictionary, key).ok_or_else(unexpected);
                Ok(Function::Straight(end(b"C0")?, end(b"C1")?))
            }
            3 => {
                let parts = dictionary.get(b"Functions").and_then(Object::as_array)?;
                let parts = parts.iter().map(|part| Function::read(source, part));
                let bounds = numbers(dictionary, b"Bounds").ok_or_else(unexpected)?;
                Ok(Function::Joined(parts.collect::<Result<_, Fault>>()?, bounds))
            }
            4 => {
                let code = below_flate(found.as_stream()?).ok_or_else(unexpected)?;
                let code = String::from_utf8_lossy(&code).replace('{', " { ").replace('}', " } ");
                let mut words = code.split_ascii_whitespace();
                if words.next() != Some("{") {
                    return Err(unexpected());
                }
                Ok(Function::Program(steps(&mut words).ok_or_else(unexpected)?))
            }
            _ => Err(unexpected()),
        }
    }

    /// What a program leaves of numbers; `None` if it takes more than there are.
    pub(super) fn run(program: &[Step], stack: &mut Vec<f32>) -> Option<()> {
        for step in program {
            match step {
                Step::Push(number) => stack.push(*number),
                Step::If(yes, no) => {
                    let branch = if stack.pop()? == 0.0 { no } else { yes };
                    Function::run(branch, stack)?;
                }
                Step::Do(operation) => operate(operation, stack)?,
            }
        }
        Some(())
    }
}

/// Reads steps up to the brace that closes them.
fn steps<'a>(words: &mut impl Iterator<Item = &'a str>) -> Option<Vec<Step>> {
    let mut read = Vec::new();
    let mut blocks: Vec<Vec<Step>> = Vec::new();
    loop {
        match words.next()? {
            "}" => return blocks.is_empty().then_some(read),
            "{" => blocks.push(steps(words)?),
            "if" => read.push(Step::If(blocks.pop()?, Vec::new())),
            "ifelse" => {
                let no = blocks.pop()?;
                read.push(Step::If(blocks.pop()?, no));
            }
            word => match OPERATIONS.into_iter().chain([ROLL]).find(|name| *name == word) {
                Some(operation) => read.push(Step::Do(operation)),
                None => read.push(Step::Push(word.parse().ok()?)),
            },
        }
    }
}

/// Does one operation (ISO 32000-1, table 42). True is 1 and false is 0.
#[allow(clippy::cast_possible_truncation, reason = "indices on a stack of a few numbers")]
fn operate(operation: &str, stack: &mut Vec<f32>) -> Option<()> {
    let truth = |is: bool| if is { 1.0 } else { 0.0 };
    let top = stack.pop()?;
    let result = match operation {
        "pop" => return Some(()),
        "dup" => {
            stack.push(top);
            top
        }
        "abs" => top.abs(),
        "cvi" => top.trunc(),
        "floor" => top.floor(),
        "index" => *stack.get(stack.len().checked_sub(1 + top as usize)?)?,
        ROLL => {
            let count = stack.pop()? as usize;
            let start = stack.len().checked_sub(count)?;
            let turns = (top as i64).rem_euclid(i64::try_from(count.max(1)).ok()?);
            stack[start..].rotate_right(usize::try_from(turns).ok()?);
            return Some(());
        }
        _ => {
            let below = stack.pop()?;
            match operation {
                "add" => below + top,
                "sub" => below - top,
                "mul" => below * top,
                "div" => below / top,
                "mod" => below % top,
                "atan" => below.atan2(top).to_degrees().rem_euclid(360.0),
                "and" => truth(below != 0.0 && top != 0.0),
                "gt" => truth(below > top),
                "lt" => truth(below < top),
                "le" => truth(below <= top),
                "exch" => {
                    stack.push(top);
                    below
                }
                _ => return None,
            }
        }
    };
    stack.push(result);
    Some(())
}

#[cfg(test)]
mod tests {
    use lopdf::{Document, Object, Stream, dictionary};

    use super::Function;

    fn run(code: &str, input: &[f32]) -> Option<Vec<f32>> {
        let mut document = Document::with_version("1.6");
        let stream = Stream::new(dictionary! { "FunctionType" => 4 }, code.as_bytes().to_vec());
        let id = document.add_object(stream);
        let Ok(Function::Program(program)) = Function::read(&document, &Object::Reference(id))
        else {
            return None;
        };
        let mut stack = input.to_vec();
        Function::run(&program, &mut stack)?;
        Some(stack)
    }

    #[test]
    fn programs_do_what_the_table_of_operations_says() {
        assert_eq!(run("{ 2 index exch sub }", &[1.0, 5.0, 2.0]), Some(vec![1.0, 5.0, -1.0]));
        assert_eq!(run("{3 1 roll}", &[1.0, 2.0, 3.0]), Some(vec![3.0, 1.0, 2.0]));
        assert_eq!(run("{3 -1 roll pop}", &[1.0, 2.0, 3.0]), Some(vec![2.0, 3.0]));
        assert_eq!(run("{-1 0 atan}", &[]), Some(vec![270.0]));
        let code = "{dup .5 le{pop 1}{0.5 gt{2}{3}ifelse}ifelse}";
        assert_eq!(run(code, &[0.4]), Some(vec![1.0]));
        assert_eq!(run(code, &[0.6]), Some(vec![2.0]));
        assert_eq!(run("{ 7 2 div floor cvi abs 2 mod }", &[]), Some(vec![1.0]));
    }

    #[test]
    fn programs_that_are_none() {
        for code in ["", "{", "{ 1 cos }", "{ {1} }", "{ if }", "1 add"] {
            assert_eq!(run(code, &[1.0]), None, "{code}");
        }
        assert_eq!(run("{ add }", &[1.0]), None);
        assert_eq!(run("{ 9 index }", &[1.0]), None);
    }
}
