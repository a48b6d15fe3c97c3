//! Turns the instructions of a calculator program into what they leave on the stack.

use crate::file::Malformed;
use crate::resources::function::calculator::{Instruction, MOST_FIGURES, Operator, Value};

impl Value {
    pub(super) fn real(self) -> Result<f64, Malformed> {
        match self {
            Value::Integer(number) => Ok(f64::from(number)),
            Value::Real(number) => Ok(number),
            Value::Boolean(_) => Err(Malformed),
        }
    }

    /// A real number where it came of real ones, else a whole one if that is not too great.
    fn of(number: f64, whole: bool) -> Value {
        let fits = (f64::from(i32::MIN)..=f64::from(i32::MAX)).contains(&number);
        if whole && fits { Value::Integer(number as i32) } else { Value::Real(number) }
    }
}

/// The stack of a program that runs. Every method fails where the program does.
pub(super) struct Stack(pub(super) Vec<Value>);

impl Stack {
    /// Runs instructions.
    pub(super) fn run(&mut self, instructions: &[Instruction]) -> Result<(), Malformed> {
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
