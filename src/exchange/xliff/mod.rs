//! Writes and reads XLIFF, the format of agencies: 1.2, which nearly every tool reads, and 2.1.
//!
//! Variables and markup are inline codes, so that a tool can show and keep them; what the code stands for is written beside
//! it. States go out for information, and none is believed when a file comes back.

mod codes;
mod reader;
#[cfg(test)]
mod tests;
mod unit_name;
mod version1;
mod version2;

pub(super) use reader::{read, tag};
pub(super) use version1::write as write_1_2;
pub(super) use version2::write as write_2_1;

use crate::diagnostic::Diagnostic;
use crate::exchange::{Document, xml};

/// What a translator is told about the file.
const NOTE: &str = "What stands in codes is filled in or marked up by the program: keep each code, \
     and move it to where your language wants it.";

/// Makes sure that a document can be written.
fn check(document: &Document) -> Result<(), Diagnostic> {
    xml::check_characters(document.units.iter().flat_map(|unit| {
        let texts = [Some(&unit.source), unit.previous_source.as_ref(), unit.target.as_ref()];
        texts.into_iter().flatten().map(|text| (unit.id.as_str(), text.flat()))
    }))
}
