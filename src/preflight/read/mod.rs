//! Bytes in; objects out, with what is wrong with the file, in bounded memory and time.

mod file;
mod limits;
mod structure;

pub(crate) use file::{
    EMPTY, File, PageEntry, PageTree, Undecoded, Unreadable, number, number_of, text,
};
pub(crate) use limits::{Budget, LIMITS, Limits};
pub(crate) use structure::{Structure, StructureFaultKind};
