//! Gives each unit of length a type of its own, so that millimetres and points can't be mixed up.
//!
//! ```
//! use feuillet_units::{Mm, Pt};
//!
//! let bleed: Mm = "3mm".parse().unwrap();
//! assert_eq!(bleed, Mm(3.0));
//! assert_eq!(Pt::from(Mm(25.4)), Pt(72.0));
//! assert_eq!(Mm::from(Pt(36.0)).to_string(), "12.7mm");
//! ```

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A length in millimetres; serialized as a number.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Mm(pub f64);

/// A length in points, 72 to the inch; serialized as a number.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Pt(pub f64);

impl From<Mm> for Pt {
    fn from(length: Mm) -> Pt {
        Pt(length.0 * 72.0 / 25.4)
    }
}

impl From<Pt> for Mm {
    fn from(length: Pt) -> Mm {
        Mm(length.0 * 25.4 / 72.0)
    }
}

impl fmt::Display for Mm {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}mm", rounded(self.0))
    }
}

impl fmt::Display for Pt {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}pt", rounded(self.0))
    }
}

/// Rounds a number to four decimals, so that it prints the same on every machine.
fn rounded(number: f64) -> f64 {
    (number * 10_000.0).round() / 10_000.0
}

/// The error of a text that is not a length: a number greater than zero with one of the units mm, cm, pt and in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ParseLengthError;

impl fmt::Display for ParseLengthError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("not a length, such as `99mm` or `9.4pt`")
    }
}

impl std::error::Error for ParseLengthError {}

/// Reads a length in any of the units, in points.
fn points(text: &str) -> Result<f64, ParseLengthError> {
    const UNITS: [(&str, f64); 4] =
        [("mm", 72.0 / 25.4), ("cm", 720.0 / 25.4), ("pt", 1.0), ("in", 72.0)];
    let text = text.trim();
    let (number, factor) = UNITS
        .iter()
        .find_map(|(unit, factor)| Some((text.strip_suffix(unit)?, factor)))
        .ok_or(ParseLengthError)?;
    let number: f64 = number.trim().parse().map_err(|_| ParseLengthError)?;
    if number.is_finite() && number > 0.0 { Ok(number * factor) } else { Err(ParseLengthError) }
}

impl FromStr for Pt {
    type Err = ParseLengthError;

    /// Reads "9.4pt", "99mm", "2cm" or "1in".
    fn from_str(text: &str) -> Result<Pt, ParseLengthError> {
        points(text).map(Pt)
    }
}

impl FromStr for Mm {
    type Err = ParseLengthError;

    /// Reads the same texts as [`Pt`].
    fn from_str(text: &str) -> Result<Mm, ParseLengthError> {
        points(text).map(|points| Mm::from(Pt(points)))
    }
}

#[cfg(test)]
mod tests {
    use super::{Mm, ParseLengthError, Pt};

    #[test]
    fn lengths_are_read_with_their_unit() {
        assert_eq!("9.4pt".parse(), Ok(Pt(9.4)));
        assert_eq!("25.4mm".parse(), Ok(Pt(72.0)));
        assert_eq!("99mm".parse::<Mm>().map(|length| length.to_string()), Ok("99mm".to_owned()));
        for wrong in ["9.4", "mm", "-3mm", "NaNpt", "3 em", ""] {
            assert_eq!(wrong.parse::<Pt>(), Err(ParseLengthError), "{wrong}");
        }
    }

    #[test]
    fn lengths_are_serialized_as_numbers() {
        assert_eq!(serde_json::to_string(&[Mm(148.5), Mm(210.0)]).unwrap(), "[148.5,210.0]");
        assert_eq!(serde_json::from_str::<Pt>("8").unwrap(), Pt(8.0));
    }
}
