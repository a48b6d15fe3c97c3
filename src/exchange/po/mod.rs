//! Writes and reads texts as PO files, for Poedit and everything else that knows gettext.
//!
//! An entry is a text, known by its `msgctxt`; a variant of a choice is an entry of its own, and never a `msgstr[1]`: tools
//! rewrite the rules of plurals as they like.

mod entries;
mod reader;
mod writer;

pub(crate) use reader::read;
pub(crate) use writer::write;

/// The header that names the brochure.
const BROCHURE: &str = "X-Feuillet-Brochure";

/// The header that names the language of the translation, which tools leave as it is.
const LANGUAGE: &str = "X-Feuillet-Language";

/// The header that names the language of the source.
const SOURCE_LANGUAGE: &str = "X-Source-Language";

/// The header that tells how many texts the file was made with.
const NUMBER: &str = "X-Feuillet-Texts";

#[cfg(test)]
mod tests;
