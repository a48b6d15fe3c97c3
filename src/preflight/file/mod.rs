//! Bytes in; objects out, with what is wrong with the file, in bounded memory and time.

mod destinations;
mod limits;
mod name_tree;
mod objects;
mod pages;
mod structure;

pub(crate) use destinations::{Destinations, shortened};
#[cfg(test)]
pub(crate) use limits::LIMITS;
pub(crate) use limits::{Budget, Limits};
pub(crate) use name_tree::pairs;
pub(crate) use objects::{EMPTY, File, Undecoded, Unreadable, number, number_of, text};
pub(crate) use pages::{PageEntry, PageTree};
pub(crate) use structure::{Structure, StructureFaultKind};
