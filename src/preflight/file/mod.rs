//! Turns the bytes of a file into objects and pages, in bounded time and memory, and tells what is wrong with the file.

mod blanks;
mod destinations;
mod filters;
mod kept;
mod limits;
mod name_tree;
mod objects;
mod pages;
mod structure;

pub(crate) use destinations::{Destinations, shortened};
pub(crate) use filters::FILTERS;
pub(crate) use kept::Kept;
#[cfg(test)]
pub(crate) use limits::LIMITS;
pub(crate) use limits::Limits;
pub(crate) use name_tree::tree_pairs;
pub(crate) use objects::{EMPTY, File, Undecoded, Unreadable, number, number_of, text};
pub(crate) use pages::{PageEntry, PageTree};
pub(crate) use structure::{Structure, StructureFaultKind};

/// Says that bytes, or the operands of an operator, do not follow their format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Malformed;
