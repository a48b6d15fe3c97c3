//! Turns a PostScript calculator program and its inputs into what it leaves on the stack (ISO 32000-1, 7.10.5).
//!
//! There are no loops: each instruction runs once at most, so that the size of a program bounds its time.

use crate::file::Malformed;

/// How many instructions a program may have.
const MOST_INSTRUCTIONS: usize = 20_000;

/// How deep procedures may lie in one another.
const DEEPEST: usize = 32;

/// How many figures may be on the stack (ISO 32000-1, 7.10.5.3).
const MOST_FIGURES: usize = 100;

/// A program.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Program {
    instructions: Vec<Instruction>,
}

#[derive(Debug, Clone, PartialEq)]
enum Instruction {
    Push(Value),
    Operator(Operator),
    If(Vec<Instruction>),
    IfElse(Vec<Instruction>, Vec<Instruction>),
}

/// What lies on the stack.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Value {
    Integer(i32),
    Real(f64),
    Boolean(bool),
}

/// The operators of ISO 32000-1, table 42, without `if` and `ifelse`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Operator {
    Abs,
    Add,
    And,
    Atan,
    Bitshift,
    Ceiling,
    Copy,
    Cos,
    Cvi,
    Cvr,
    Div,
    Dup,
    Eq,
    Exch,
    Exp,
    Floor,
    Ge,
    Gt,
    Idiv,
    Index,
    Le,
    Ln,
    Log,
    Lt,
    Mod,
    Mul,
    Ne,
    Neg,
    Not,
    Or,
    Pop,
    Roll,
    Round,
    Sin,
    Sqrt,
    Sub,
    Truncate,
    Xor,
}

/// The operators and their names.
const OPERATORS: [(&str, Operator); 38] = [
    ("abs", Operator::Abs),
    ("add", Operator::Add),
    ("and", Operator::And),
    ("atan", Operator::Atan),
    ("bitshift", Operator::Bitshift),
    ("ceiling", Operator::Ceiling),
    ("copy", Operator::Copy),
    ("cos", Operator::Cos),
    ("cvi", Operator::Cvi),
    ("cvr", Operator::Cvr),
    ("div", Operator::Div),
    ("dup", Operator::Dup),
    ("eq", Operator::Eq),
    ("exch", Operator::Exch),
    ("exp", Operator::Exp),
    ("floor", Operator::Floor),
    ("ge", Operator::Ge),
    ("gt", Operator::Gt),
    ("idiv", Operator::Idiv),
    ("index", Operator::Index),
    ("le", Operator::Le),
    ("ln", Operator::Ln),
    ("log", Operator::Log),
    ("lt", Operator::Lt),
    ("mod", Operator::Mod),
    ("mul", Operator::Mul),
    ("ne", Operator::Ne),
    ("neg", Operator::Neg),
    ("not", Operator::Not),
    ("or", Operator::Or),
    ("pop", Operator::Pop),
    ("roll", Operator::Roll),
    ("round", Operator::Round),
    ("sin", Operator::Sin),
    ("sqrt", Operator::Sqrt),
    ("sub", Operator::Sub),
    ("truncate", Operator::Truncate),
    ("xor", Operator::Xor),
];

impl Program {
    /// Reads a program; `None` if it is none, or has more instructions than it may.
    pub(super) fn read(source: &[u8]) -> Option<Program> {
        let mut words = Words { rest: source, left: MOST_INSTRUCTIONS };
        if words.next()? != b"{" {
            return None;
        }
        Some(Program { instructions: procedure(&mut words, 0)? })
    }

    /// What lies on top of the stack in the end: so many figures, 0 for those that it lacks, and for all if the program
    /// fails.
    pub(super) fn run(&self, input: &[f32], outputs: usize) -> Vec<f32> {
        let values = input.iter().map(|figure| Value::Real(f64::from(*figure)));
        let mut stack = Stack(values.collect());
        if stack.run(&self.instructions).is_err() {
            return vec![0.0; outputs];
        }
        let spare = stack.0.len().saturating_sub(outputs);
        #[allow(clippy::cast_possible_truncation)]
        // what is too great becomes infinite, and then the greatest there is
        let mut output: Vec<f32> =
            stack.0.iter().skip(spare).map(|value| value.real().unwrap_or(0.0) as f32).collect();
        output.resize(outputs, 0.0);
        output
    }
}

/// The words of a program.
struct Words<'a> {
    rest: &'a [u8],
    /// How many there may still be.
    left: usize,
}

impl<'a> Words<'a> {
    fn next(&mut self) -> Option<&'a [u8]> {
        self.left = self.left.checked_sub(1)?;
        loop {
            self.rest = self.rest.trim_ascii_start();
            match self.rest.first()? {
                // NUL is white space in PDF, though not in ASCII.
                0 => self.rest = self.rest.get(1..)?,
                b'%' => {
                    let end = self.rest.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
                    self.rest = self.rest.get(end?..)?;
                }
                _ => break,
            }
        }
        let end = match self.rest.first()? {
            b'{' | b'}' => 1,
            _ => {
                let ends = |byte: &u8| {
                    byte.is_ascii_whitespace() || matches!(byte, 0 | b'{' | b'}' | b'%')
                };
                self.rest.iter().position(ends).unwrap_or(self.rest.len())
            }
        };
        let (word, rest) = self.rest.split_at_checked(end)?;
        self.rest = rest;
        Some(word)
    }
}

/// Reads a procedure behind its opening brace.
fn procedure(words: &mut Words<'_>, depth: usize) -> Option<Vec<Instruction>> {
    if depth > DEEPEST {
        return None;
    }
    let mut instructions = Vec::new();
    // Procedures stand before the operator that they are for.
    let mut waiting: Vec<Vec<Instruction>> = Vec::new();
    loop {
        let word = words.next()?;
        match word {
            b"{" => {
                waiting.push(procedure(words, depth + 1)?);
                continue;
            }
            b"}" => return waiting.is_empty().then_some(instructions),
            b"if" => {
                let then = waiting.pop()?;
                instructions.push(Instruction::If(then));
            }
            b"ifelse" => {
                let otherwise = waiting.pop()?;
                let then = waiting.pop()?;
                instructions.push(Instruction::IfElse(then, otherwise));
            }
            _ => instructions.push(instruction(word)?),
        }
        if !waiting.is_empty() {
            return None;
        }
    }
}

fn instruction(word: &[u8]) -> Option<Instruction> {
    let word = std::str::from_utf8(word).ok()?;
    match word {
        "true" => return Some(Instruction::Push(Value::Boolean(true))),
        "false" => return Some(Instruction::Push(Value::Boolean(false))),
        _ => {}
    }
    if let Ok(place) = OPERATORS.binary_search_by(|(name, _)| (*name).cmp(word)) {
        return OPERATORS.get(place).map(|(_, operator)| Instruction::Operator(*operator));
    }
    if let Ok(number) = word.parse() {
        return Some(Instruction::Push(Value::Integer(number)));
    }
    let number: f64 = word.parse().ok()?;
    number.is_finite().then_some(Instruction::Push(Value::Real(number)))
}

impl Value {
    fn real(self) -> Result<f64, Malformed> {
        match self {
            Value::Integer(number) => Ok(f64::from(number)),
            Value::Real(number) => Ok(number),
            Value::Boolean(_) => Err(Malformed),
        }
    }

    /// A real number where it came of real ones, else a whole one if that is not too great.
    fn of(number: f64, whole: bool) -> Value {
        let fits = (f64::from(i32::MIN)..=f64::from(i32::MAX)).contains(&number);
        #[allow(clippy::cast_possible_truncation)] // it fits
        if whole && fits { Value::Integer(number as i32) } else { Value::Real(number) }
    }
}

/// The stack of a program that runs. Every method fails where the program does.
struct Stack(Vec<Value>);

impl Stack {
    fn run(&mut self, instructions: &[Instruction]) -> Result<(), Malformed> {
        for instruction in instructions {
            match instruction {
                Instruction::Push(value) => self.push(*value)?,
                Instruction::Operator(operator) => self.operate(*operator)?,
                Instruction::If(then) => {
                    if self.boolean()? {
                        self.run(then)?;
                    }
                }
                Instruction::IfElse(then, otherwise) => {
                    let chosen = if self.boolean()? { then } else { otherwise };
                    self.run(chosen)?;
                }
            }
        }
        Ok(())
    }

    fn push(&mut self, value: Value) -> Result<(), Malformed> {
        if self.0.len() >= MOST_FIGURES {
            return Err(Malformed);
        }
        self.0.push(value);
        Ok(())
    }

    fn pop(&mut self) -> Result<Value, Malformed> {
        self.0.pop().ok_or(Malformed)
    }

    fn boolean(&mut self) -> Result<bool, Malformed> {
        match self.pop()? {
            Value::Boolean(truth) => Ok(truth),
            _ => Err(Malformed),
        }
    }

    fn integer(&mut self) -> Result<i32, Malformed> {
        match self.pop()? {
            Value::Integer(number) => Ok(number),
            // Programs count with what they calculated.
            Value::Real(number) if number.fract() == 0.0 => match Value::of(number, true) {
                Value::Integer(number) => Ok(number),
                _ => Err(Malformed),
            },
            _ => Err(Malformed),
        }
    }

    fn size(&mut self) -> Result<usize, Malformed> {
        usize::try_from(self.integer()?).map_err(|_| Malformed)
    }

    /// One number becomes another, which stays whole if `keeps`.
    fn one(&mut self, keeps: bool, make: impl Fn(f64) -> f64) -> Result<(), Malformed> {
        let value = self.pop()?;
        let whole = keeps && matches!(value, Value::Integer(_));
        let number = make(value.real()?);
        self.push(Value::of(number, whole))
    }

    /// Two numbers become another, which is whole if both are and it `keeps`.
    fn two(&mut self, keeps: bool, make: impl Fn(f64, f64) -> f64) -> Result<(), Malformed> {
        let (second, first) = (self.pop()?, self.pop()?);
        let whole = matches!((first, second), (Value::Integer(_), Value::Integer(_)));
        let number = make(first.real()?, second.real()?);
        self.push(Value::of(number, keeps && whole))
    }

    fn compare(&mut self, make: impl Fn(f64, f64) -> bool) -> Result<(), Malformed> {
        let (second, first) = (self.pop()?, self.pop()?);
        let truth = match (first, second) {
            (Value::Boolean(first), Value::Boolean(second)) => {
                make(f64::from(u8::from(first)), f64::from(u8::from(second)))
            }
            _ => make(first.real()?, second.real()?),
        };
        self.push(Value::Boolean(truth))
    }

    fn bits(
        &mut self,
        whole: impl Fn(i32, i32) -> i32,
        truth: impl Fn(bool, bool) -> bool,
    ) -> Result<(), Malformed> {
        if let Some(Value::Boolean(second)) = self.0.last().copied() {
            self.0.pop();
            let first = self.boolean()?;
            return self.push(Value::Boolean(truth(first, second)));
        }
        let (second, first) = (self.integer()?, self.integer()?);
        self.push(Value::Integer(whole(first, second)))
    }

    fn operate(&mut self, operator: Operator) -> Result<(), Malformed> {
        match operator {
            Operator::Abs => self.one(true, f64::abs),
            Operator::Neg => self.one(true, |number| -number),
            Operator::Ceiling => self.one(true, f64::ceil),
            Operator::Floor => self.one(true, f64::floor),
            Operator::Round => self.one(true, |number| (number + 0.5).floor()),
            Operator::Truncate => self.one(true, f64::trunc),
            Operator::Sqrt => self.one(false, f64::sqrt),
            Operator::Sin => self.one(false, |degrees| degrees.to_radians().sin()),
            Operator::Cos => self.one(false, |degrees| degrees.to_radians().cos()),
            Operator::Ln => self.one(false, f64::ln),
            Operator::Log => self.one(false, f64::log10),
            Operator::Cvr => self.one(false, |number| number),
            Operator::Cvi => {
                let number = self.pop()?.real()?.trunc();
                match Value::of(number, true) {
                    Value::Real(_) => Err(Malformed),
                    whole => self.push(whole),
                }
            }
            Operator::Add => self.two(true, |first, second| first + second),
            Operator::Sub => self.two(true, |first, second| first - second),
            Operator::Mul => self.two(true, |first, second| first * second),
            Operator::Div => self.two(false, |first, second| first / second),
            Operator::Exp => self.two(false, f64::powf),
            Operator::Atan => self.two(false, |first, second| {
                let degrees = first.atan2(second).to_degrees();
                if degrees < 0.0 { degrees + 360.0 } else { degrees }
            }),
            Operator::Idiv => {
                let (second, first) = (self.integer()?, self.integer()?);
                self.push(Value::Integer(first.checked_div(second).ok_or(Malformed)?))
            }
            Operator::Mod => {
                let (second, first) = (self.integer()?, self.integer()?);
                self.push(Value::Integer(first.checked_rem(second).ok_or(Malformed)?))
            }
            Operator::Bitshift => {
                let (shift, number) = (self.integer()?, self.integer()?);
                let distance = shift.unsigned_abs();
                let shifted = if shift >= 0 {
                    number.checked_shl(distance)
                } else {
                    number.checked_shr(distance)
                };
                self.push(Value::Integer(shifted.unwrap_or(0)))
            }
            Operator::And => self.bits(|first, second| first & second, |one, other| one && other),
            Operator::Or => self.bits(|first, second| first | second, |one, other| one || other),
            Operator::Xor => self.bits(|first, second| first ^ second, |one, other| one != other),
            Operator::Not => {
                let negated = match self.pop()? {
                    Value::Boolean(truth) => Value::Boolean(!truth),
                    Value::Integer(number) => Value::Integer(!number),
                    Value::Real(_) => return Err(Malformed),
                };
                self.push(negated)
            }
            #[allow(clippy::float_cmp)] // the operators of PostScript compare exactly
            Operator::Eq => self.compare(|first, second| first == second),
            #[allow(clippy::float_cmp)]
            Operator::Ne => self.compare(|first, second| first != second),
            Operator::Ge => self.compare(|first, second| first >= second),
            Operator::Gt => self.compare(|first, second| first > second),
            Operator::Le => self.compare(|first, second| first <= second),
            Operator::Lt => self.compare(|first, second| first < second),
            Operator::Pop => self.pop().map(|_| ()),
            Operator::Dup => self.push(*self.0.last().ok_or(Malformed)?),
            Operator::Exch => {
                let (second, first) = (self.pop()?, self.pop()?);
                self.push(second)?;
                self.push(first)
            }
            Operator::Copy => {
                let size = self.size()?;
                let start = self.0.len().checked_sub(size).ok_or(Malformed)?;
                if self.0.len() + size > MOST_FIGURES {
                    return Err(Malformed);
                }
                self.0.extend_from_within(start..);
                Ok(())
            }
            Operator::Index => {
                let back = self.size()?.checked_add(1).ok_or(Malformed)?;
                let place = self.0.len().checked_sub(back).ok_or(Malformed)?;
                self.push(*self.0.get(place).ok_or(Malformed)?)
            }
            Operator::Roll => {
                let (steps, size) = (self.integer()?, self.size()?);
                let start = self.0.len().checked_sub(size).ok_or(Malformed)?;
                let rolled = self.0.get_mut(start..).ok_or(Malformed)?;
                if size > 0 {
                    let steps =
                        i64::from(steps).rem_euclid(i64::try_from(size).map_err(|_| Malformed)?);
                    rolled.rotate_right(usize::try_from(steps).map_err(|_| Malformed)?);
                }
                Ok(())
            }
        }
    }
}
