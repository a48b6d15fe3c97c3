//! Tells what is asked of a file.

use std::fmt;
use std::num::NonZero;
use std::str::FromStr;
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
    /// The trimmed size that each page must have, for the print shop; any size if it is not given.
    pub size: Option<PageSize>,
    /// The width of the zone inside the trim where no text may stand.
    pub safe: Mm,
    /// The ICC profile of the press for files that have no output intent of a CMYK press; FOGRA39 if it is not given.
    pub press_profile: Option<Vec<u8>>,
    /// How many threads read pages; as many as the machine runs at once if it is not given.
    pub threads: Option<NonZero<usize>>,
}

/// The trimmed width and height of a page. It is written like `210x297`, in millimetres.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PageSize {
    /// The width.
    pub width: Mm,
    /// The height.
    pub height: Mm,
}

/// The sides that a page can have, in millimetres: a stamp and a banner lie within.
const SIDES: std::ops::RangeInclusive<f64> = 10.0..=5000.0;

/// Says that a text is not the size of a page: width and height in millimetres, like `210x297`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ParseSizeError;

impl fmt::Display for ParseSizeError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a size is width and height in mm, like `210x297`")
    }
}

impl std::error::Error for ParseSizeError {}

impl FromStr for PageSize {
    type Err = ParseSizeError;

    fn from_str(text: &str) -> Result<PageSize, ParseSizeError> {
        let text = text.trim();
        let text = text.strip_suffix("mm").unwrap_or(text).trim_end();
        let (width, height) = text.split_once(['x', '×']).ok_or(ParseSizeError)?;
        let side = |side: &str| {
            let side = side.trim().strip_suffix("mm").unwrap_or(side.trim()).trim_end();
            let side = side.parse::<f64>().ok().filter(|side| SIDES.contains(side));
            side.map(Mm).ok_or(ParseSizeError)
        };
        Ok(PageSize { width: side(width)?, height: side(height)? })
    }
}

impl fmt::Display for PageSize {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tenths = |side: Mm| (side.0 * 10.0).round() / 10.0;
        write!(out, "{}x{}", tenths(self.width), tenths(self.height))
    }
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
            size: None,
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

#[cfg(test)]
mod tests {
    use feuillet_units::Mm;

    use super::PageSize;

    #[test]
    fn a_size_is_two_sides_in_millimetres() {
        let size = PageSize { width: Mm(210.0), height: Mm(297.0) };
        for text in ["210x297", " 210 x 297 ", "210x297mm", "210mm x 297mm", "210×297", "210.0x297"]
        {
            assert_eq!(text.parse(), Ok(size), "{text}");
        }
        assert_eq!(size.to_string(), "210x297");
        for text in
            ["", "210", "x", "210x", "0x297", "A4", "210x297cm", "NaNx297", "1e9x297", "-210x297"]
        {
            assert!(text.parse::<PageSize>().is_err(), "{text}");
        }
    }
}
