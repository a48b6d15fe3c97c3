//! Reads and writes Fluent texts message by message: a change to one leaves the bytes of all others as they are.

mod outline;
mod pattern;
mod splice;
mod writer;

pub use outline::EntryDetails;
pub(in crate::load) use outline::Outline;
pub use pattern::{Pattern, PatternError, from_plain, parse_pattern, shown, typed};
pub use splice::{SpliceError, add, remove, replace};
pub use writer::{write_entry, write_pattern};
