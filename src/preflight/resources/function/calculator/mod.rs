//! Turns a PostScript calculator program and its inputs into what it leaves on the stack (ISO 32000-1, 7.10.5).
//!
//! There are no loops: each instruction runs once at most, so that the size of a program bounds its time.

mod stack;

use stack::Stack;

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
