//! What a file is to be good for.

use feuillet_units::Mm;

/// What a PDF is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// The print shop.
    Print,
    /// The office's own printer.
    Office,
    /// Screens and screen readers.
    Screen,
}

/// The targets and their names.
pub const TARGETS: [(&str, Target); 3] =
    [("print", Target::Print), ("office", Target::Office), ("screen", Target::Screen)];

impl Target {
    /// Its name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        TARGETS.iter().find(|(_, target)| *target == self).map_or("", |(name, _)| name)
    }
}

/// What is asked of a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// What it is for; found from the file if it is not given.
    pub target: Option<Target>,
    /// Bleed on every side, for the print shop.
    pub bleed: Mm,
    /// The most ink on one spot, in percent of a full plate.
    pub ink_limit: f64,
    /// The least resolution of images where they are placed, in pixels to the inch.
    pub resolution: f64,
    /// How many pages there must be; any number if it is not given.
    pub pages: Option<usize>,
    /// Where no text may stand, from the trim inwards.
    pub safe: Mm,
}

impl Default for Request {
    /// What most print shops ask.
    fn default() -> Request {
        Request {
            target: None,
            bleed: Mm(3.0),
            ink_limit: 300.0,
            resolution: 300.0,
            pages: None,
            safe: Mm(3.0),
        }
    }
}
