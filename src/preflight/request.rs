//! Tells what is asked of a file.

use std::num::NonZero;
use std::thread;

use feuillet_units::Mm;
use serde::Serialize;

/// What a PDF is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
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

/// What a file is checked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// What the file is for; found from the file if it is not given.
    pub target: Option<Target>,
    /// The bleed that is wanted on every side, for the print shop.
    pub bleed: Mm,
    /// The highest total ink that the paper takes, in percent of a full plate.
    pub ink_limit: f64,
    /// The least resolution of images where they are placed, in pixels per inch.
    pub resolution: f64,
    /// How many pages the file must have; any number if it is not given.
    pub pages: Option<usize>,
    /// The width of the zone inside the trim where no text may stand.
    pub safe: Mm,
    /// The ICC profile of the press for files that have no output intent of a CMYK press; FOGRA39 if it is not given.
    pub press_profile: Option<Vec<u8>>,
    /// How many threads read pages; as many as the machine runs at once if it is not given.
    pub threads: Option<NonZero<usize>>,
}

impl Default for Request {
    /// What most print shops ask for.
    fn default() -> Request {
        Request {
            target: None,
            bleed: Mm(3.0),
            ink_limit: 300.0,
            resolution: 300.0,
            pages: None,
            safe: Mm(3.0),
            press_profile: None,
            threads: None,
        }
    }
}

impl Request {
    /// How many threads read pages.
    pub(crate) fn threads(&self) -> usize {
        self.threads.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZero::get)
    }
}
