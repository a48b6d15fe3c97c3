//! Reads and writes Fluent texts message by message: a change to one leaves the bytes of all others as they are.

mod nesting;
mod outline;
mod pattern;
mod splice;
mod typed;
mod writer;

pub(in crate::load) use nesting::too_deep;
pub(crate) use outline::EntryDetails;
pub(in crate::load) use outline::{Outline, OutlinedEntry, outlined};
pub(crate) use pattern::Pattern;
pub use pattern::{from_plain, shown};
pub use splice::{SpliceError, add, remove, replace};
pub use typed::{PatternError, parse_pattern, typed};
pub(crate) use writer::write_entry;
