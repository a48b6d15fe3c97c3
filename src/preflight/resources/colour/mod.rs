//! Colour spaces in; their ink and their light out.

mod icc;
mod press;
mod space;

#[cfg(test)]
pub(crate) mod tests;

pub(crate) use icc::Icc;
pub(crate) use press::{Coverage, Press};
pub(crate) use space::{Space, default_of};
