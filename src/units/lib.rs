//! Turns lengths as people write them ("99mm", "9.4pt") into types, one for each unit.

use std::fmt;
use std::str::FromStr;

/// A length in millimetres.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Mm(pub f64);

/// A length in PostScript points, 72 to the inch.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
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

/// Cuts a figure to four decimals, so that it prints the same on every machine.
fn rounded(figure: f64) -> f64 {
    (figure * 10_000.0).round() / 10_000.0
}

/// Says that a text is not a length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotALength;

/// Reads a figure with its unit, in points.
fn points(text: &str) -> Result<f64, NotALength> {
    const UNITS: [(&str, f64); 4] =
        [("mm", 72.0 / 25.4), ("cm", 720.0 / 25.4), ("pt", 1.0), ("in", 72.0)];
    let text = text.trim();
    let (figure, factor) = UNITS
        .iter()
        .find_map(|(unit, factor)| Some((text.strip_suffix(unit)?, factor)))
        .ok_or(NotALength)?;
    let figure: f64 = figure.trim().parse().map_err(|_| NotALength)?;
    if figure.is_finite() && figure > 0.0 { Ok(figure * factor) } else { Err(NotALength) }
}

impl FromStr for Pt {
    type Err = NotALength;

    /// Reads "9.4pt", "99mm", "2cm" or "1in"; a length is greater than zero.
    fn from_str(text: &str) -> Result<Pt, NotALength> {
        points(text).map(Pt)
    }
}

impl FromStr for Mm {
    type Err = NotALength;

    /// Reads the same texts as [`Pt`].
    fn from_str(text: &str) -> Result<Mm, NotALength> {
        points(text).map(|figure| Mm::from(Pt(figure)))
    }
}

#[cfg(test)]
mod tests {
    use super::{Mm, NotALength, Pt};

    #[test]
    fn lengths_are_read_with_their_unit() {
        assert_eq!("9.4pt".parse(), Ok(Pt(9.4)));
        assert_eq!("25.4mm".parse(), Ok(Pt(72.0)));
        assert_eq!("99mm".parse::<Mm>().map(|length| length.to_string()), Ok("99mm".to_owned()));
        for wrong in ["9.4", "mm", "-3mm", "NaNpt", "3 em", ""] {
            assert_eq!(wrong.parse::<Pt>(), Err(NotALength), "{wrong}");
        }
    }
}
