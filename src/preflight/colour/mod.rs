//! Colour spaces in; their ink and their light out.

mod function;
mod icc;
mod press;
mod space;

#[cfg(test)]
pub(crate) mod tests;

pub(crate) use function::Function;
pub(crate) use icc::Icc;
pub(crate) use press::{Press, Tone};
pub(crate) use space::{Space, default_of};
