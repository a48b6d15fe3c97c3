//! Recognises what is more than words in a text that was typed: numbers of several groups, telephone numbers, web and mail
//! addresses, names of files.

mod addresses;
mod figures;
mod telephones;

pub(super) use addresses::{AddressKind, addresses};
pub(super) use figures::{figures, is_direction_mark};
pub(super) use telephones::{Telephones, digits_of};
