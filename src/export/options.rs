//! Describes how sheets are exported.

use feuillet_colour::{Colour, OutputProfile};

use crate::compose::Composition;

/// The most ink that coated paper takes, in percent of one full plate (`PSOcoated_v3` and `ISOcoated_v2_300` ask for
/// it).
pub(crate) const INK_LIMIT: f64 = 300.0;

/// How sheets are exported.
#[derive(Debug, Clone, Copy)]
pub struct ExportOptions<'a> {
    /// Identifies the document: the same edition keeps its identifier from release to release.
    pub ident: &'a str,
    /// How it is printed; read for [`Profile::Print`](crate::load::Profile::Print) only.
    pub print: PrintOptions<'a>,
    /// The composition whose pages these are: a fault in a picture is told where that is named.
    pub composition: Option<&'a Composition>,
}

/// How colours become ink in a PDF for a print shop.
#[derive(Debug, Clone, Copy)]
pub struct PrintOptions<'a> {
    /// The printing condition; FOGRA39, which the program brings along, by default.
    pub profile: Option<&'a OutputProfile>,
    /// The most ink in total, in percent of one full plate; that of coated paper by default.
    pub ink_limit: f64,
    /// The colours whose ink is given, namely those of the theme; none by default.
    pub palette: &'a [Colour],
}

impl Default for PrintOptions<'_> {
    fn default() -> Self {
        PrintOptions { profile: None, ink_limit: INK_LIMIT, palette: &[] }
    }
}
