//! Turns the name or the dimensions of a sheet into its width and height.

use std::str::FromStr;

use feuillet_units::Mm;

use crate::diagnostic::{Diagnostic, list};

/// The size of a sheet of paper.
#[derive(Debug, Clone, PartialEq)]
pub struct SheetSize {
    /// Its name, such as `A4`, or the dimensions as they were given.
    pub(crate) name: String,
    /// The width.
    pub(crate) width: Mm,
    /// The height.
    pub(crate) height: Mm,
    /// Whether it may be turned by 90 degrees; one that is given by its dimensions stays as it is.
    pub(crate) turnable: bool,
}

/// Named sheets in portrait: width and height in mm (ISO 216, ISO 217 as printers cut it).
pub(super) const SHEET_SIZES: [(&str, f64, f64); 7] = [
    ("A5", 148.0, 210.0),
    ("A4", 210.0, 297.0),
    ("A3", 297.0, 420.0),
    ("A2", 420.0, 594.0),
    ("SRA4", 225.0, 320.0),
    ("SRA3", 320.0, 450.0),
    ("SRA2", 450.0, 640.0),
];

/// The lengths of sides that are accepted, from a stamp to a poster, in mm.
const RANGE: std::ops::RangeInclusive<f64> = 20.0..=2000.0;

impl SheetSize {
    /// The sheet of an office printer.
    #[must_use]
    pub(crate) fn a4() -> SheetSize {
        SheetSize { name: "A4".to_owned(), width: Mm(210.0), height: Mm(297.0), turnable: true }
    }

    /// The orientations in which it may lie, landscape first.
    pub(super) fn orientations(&self) -> Vec<(Mm, Mm)> {
        let own = (self.width, self.height);
        if !self.turnable {
            return vec![own];
        }
        let (long, short) = if own.0.0 > own.1.0 { own } else { (own.1, own.0) };
        vec![(long, short), (short, long)]
    }
}

impl FromStr for SheetSize {
    type Err = Diagnostic;

    /// Reads `A4` or `450x320mm`.
    fn from_str(text: &str) -> Result<SheetSize, Diagnostic> {
        let named = SHEET_SIZES.iter().find(|(name, ..)| name.eq_ignore_ascii_case(text));
        if let Some((name, width, height)) = named {
            let (width, height) = (Mm(*width), Mm(*height));
            return Ok(SheetSize { name: (*name).to_owned(), width, height, turnable: true });
        }
        let dimensions = text.strip_suffix("mm").and_then(|figures| figures.split_once('x'));
        let figure = |text: &str| text.trim().parse::<f64>().ok().filter(|mm| RANGE.contains(mm));
        let dimensions =
            dimensions.and_then(|(width, height)| Some((Mm(figure(width)?), Mm(figure(height)?))));
        let Some((width, height)) = dimensions else {
            let names = SHEET_SIZES.map(|(name, ..)| name);
            return Err(Diagnostic::error(format!("unknown sheet size `{text}`")).hint(format!(
                "sizes are {}, or a width and a height from {} to {} mm, like `450x320mm`",
                list(&names),
                RANGE.start(),
                RANGE.end()
            )));
        };
        Ok(SheetSize { name: text.to_owned(), width, height, turnable: false })
    }
}

#[cfg(test)]
mod tests {
    use feuillet_units::Mm;

    use super::SheetSize;

    #[test]
    fn a_sheet_is_read_by_name_or_by_its_dimensions() {
        let sheet: SheetSize = "sra3".parse().unwrap();
        assert_eq!(sheet.orientations(), [(Mm(450.0), Mm(320.0)), (Mm(320.0), Mm(450.0))]);
        let sheet: SheetSize = "330x482.6mm".parse().unwrap();
        assert_eq!(sheet.orientations(), [(Mm(330.0), Mm(482.6))]);
    }

    #[test]
    fn unknown_sheet_sizes_are_reported() {
        for wrong in ["B17", "x", "10x10mm", "450x320", "NaNx320mm", "-450x320mm", "450 320mm"] {
            let fault = wrong.parse::<SheetSize>().unwrap_err();
            assert_eq!(fault.message, format!("unknown sheet size `{wrong}`"));
            assert_eq!(
                fault.hints,
                [
                    "sizes are `A5`, `A4`, `A3`, `A2`, `SRA4`, `SRA3` and `SRA2`, or a width and a height \
                  from 20 to 2000 mm, like `450x320mm`"
                ]
            );
        }
    }
}
