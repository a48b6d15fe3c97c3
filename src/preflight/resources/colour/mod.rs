//! Turns colours in any colour space into ink on the press and into sRGB.

mod icc;
mod press;
mod space;

#[cfg(test)]
pub(crate) mod tests;

pub(crate) use icc::Icc;
pub(crate) use press::{Coverage, Press};
pub(crate) use space::{Space, default_of};
