//! Colour spaces in; their ink and their light out.

mod function;
mod press;
mod space;

pub(crate) use function::Function;
pub(crate) use press::{Press, Tone};
pub(crate) use space::{Icc, Space};
