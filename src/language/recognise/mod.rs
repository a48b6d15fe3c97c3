//! Recognises what is more than words in a text that was typed: numbers of several groups, telephone numbers, web and mail
//! addresses, names of files.

mod addresses;
mod figures;
mod telephones;

pub(crate) use addresses::{AddressKind, addresses};
pub(crate) use figures::{figures, is_direction_mark};
pub(crate) use telephones::{Telephones, digits_of};
