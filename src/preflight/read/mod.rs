//! Bytes in; objects out, with what is wrong with the file, in bounded memory and time.

mod file;
mod limits;
mod pages;
mod structure;

pub(crate) use file::{EMPTY, File, Undecoded, Unreadable, number, number_of, text};
#[cfg(test)]
pub(crate) use limits::LIMITS;
pub(crate) use limits::{Budget, Limits};
pub(crate) use pages::{PageEntry, PageTree};
pub(crate) use structure::{Structure, StructureFaultKind};
