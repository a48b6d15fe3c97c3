//! Turns the table `[print]` of `brochure.toml` and the key `paper` of an edition into what the print shop needs to know.

use feuillet_colour::ProfileError;
use feuillet_units::Mm;
use serde::{Deserialize, Serialize};

use crate::diagnostic::{Diagnostic, Located};
use crate::fields::{Fields, Table, within};

/// How a brochure is printed.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PrintSettings {
    /// How far grounds run beyond the trimmed edge.
    pub(crate) bleed: Mm,
    /// The most ink on one spot, all four plates added up, in percent.
    pub(crate) ink_limit: f64,
    /// The profile of the press, where it is not the program's own.
    pub(crate) profile: Option<PressProfile>,
}

impl Default for PrintSettings {
    fn default() -> PrintSettings {
        PrintSettings { bleed: BLEED, ink_limit: INK_LIMIT, profile: None }
    }
}

/// The bleed that nearly every print shop asks for.
pub(crate) const BLEED: Mm = Mm(3.0);

/// The ink limit of coated paper (PSOcoated_v3 and ISOcoated_v2_300).
const INK_LIMIT: f64 = 300.0;

/// A profile that the project brings.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PressProfile {
    /// The file in the brochure's folder `print`, and where it is named.
    pub(crate) file: Located<String>,
    /// The name of the printing condition in the registry of the ICC: "FOGRA51".
    pub(crate) condition: Located<String>,
}

/// The paper of an edition.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct Paper {
    /// Its weight in g/m².
    pub(crate) weight: f64,
    /// Its surface.
    pub(crate) surface: Surface,
}

/// The surface of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Surface {
    /// Coated, gloss or matt.
    Coated,
    /// Uncoated, such as office paper.
    Uncoated,
}

/// The surfaces and their names.
pub(super) const SURFACES: [(&str, Surface); 2] =
    [("coated", Surface::Coated), ("uncoated", Surface::Uncoated)];

impl Paper {
    /// The thickness of one leaf in mm, by the printers' rule of thumb: a thousandth of the weight if coated, a quarter
    /// more if not.
    #[must_use]
    pub(crate) fn thickness(&self) -> f64 {
        let coated = self.weight / 1000.0;
        match self.surface {
            Surface::Coated => coated,
            Surface::Uncoated => coated * 1.25,
        }
    }

    /// The thickness of the back of so many pages, in mm: a leaf has two.
    #[must_use]
    pub(crate) fn spine(&self, pages: usize) -> f64 {
        self.thickness() * leaves(pages, 2)
    }

    /// How far the innermost of so many pages, folded and laid into each other, stick out, in mm: a sheet has four.
    #[must_use]
    pub(crate) fn creep(&self, pages: usize) -> f64 {
        self.thickness() * leaves(pages, 4)
    }
}

/// How many leaves or sheets of so many pages each there are.
fn leaves(pages: usize, of: usize) -> f64 {
    pages.div_ceil(of) as f64
}

/// Reads `[print]`.
pub(super) fn read_print(fields: &Fields<'_>) -> PrintSettings {
    let mut settings = PrintSettings::default();
    let Some(table) = fields.optional::<Table>("print") else { return settings };
    let report = fields.report();
    let inner = Fields::new(&table.value, &table.span, "`[print]`", report);
    if let Some(bleed) = inner.optional::<Mm>("bleed") {
        let figure = bleed.map(|bleed| bleed.0);
        settings.bleed = Mm(within(&figure, 2.0..=10.0, "`bleed`", "from 2 to 10 mm", report));
    }
    if let Some(limit) = inner.optional::<f64>("ink-limit") {
        let range = 200.0..=400.0;
        settings.ink_limit =
            within(&limit, range, "`ink-limit`", "from 200 to 400 percent", report);
    }
    let profile = inner.optional::<String>("profile");
    let condition = inner.optional::<String>("condition");
    inner.finish();
    match (profile, condition) {
        (Some(file), Some(condition)) => {
            settings.profile = Some(PressProfile { file, condition });
        }
        (Some(file), None) => report.add(
            Diagnostic::error("a profile needs the name of its printing condition")
                .at(&file.span)
                .hint("add `condition = \"FOGRA51\"`, or what the profile's maker calls it"),
        ),
        (None, Some(condition)) => report.add(
            Diagnostic::error("a printing condition needs its profile")
                .at(&condition.span)
                .hint("add `profile = \"….icc\"`, a file in the brochure's folder `print`"),
        ),
        (None, None) => {}
    }
    settings
}

/// Says why the profile in a file can't be used for a printing condition.
pub(super) fn profile_error(error: &ProfileError, file: &str, condition: &str) -> Diagnostic {
    const FIT: &str = "ask the print shop for the output profile of its press and paper";
    let (message, hint) = match error {
        ProfileError::InvalidCondition => (
            format!("`{condition}` is not the name of a printing condition"),
            "ask the print shop for it; names are like `FOGRA39` or `FOGRA51`",
        ),
        ProfileError::Unreadable => {
            (format!("`{file}` is not a whole ICC profile"), "copy the file again")
        }
        ProfileError::NotOutput(kind) => {
            (format!("`{file}` is the profile of {kind}, not of a press"), FIT)
        }
        ProfileError::NotCmyk(space) => {
            (format!("`{file}` is a profile for `{space}`, not for four inks"), FIT)
        }
        ProfileError::NoConversion => {
            (format!("`{file}` can't convert colours to ink, or is damaged"), FIT)
        }
    };
    Diagnostic::error(message).hint(hint)
}

/// Reads `paper`.
pub(super) fn read_paper(fields: &Fields<'_>) -> Option<Paper> {
    let table = fields.optional::<Table>("paper")?;
    let inner = Fields::new(&table.value, &table.span, "`paper`", fields.report());
    let weight = inner.required::<f64>("weight");
    let surface = inner.word("surface", &SURFACES);
    inner.finish();
    let weight = weight.ok()?;
    let range = 40.0..=600.0;
    let weight = within(&weight, range, "`weight`", "from 40 to 600 g/m²", fields.report());
    let surface = surface.map_or(Surface::Coated, |surface| surface.value);
    Some(Paper { weight, surface })
}

#[cfg(test)]
mod tests {
    use feuillet_colour::ProfileError;

    use super::{Paper, Surface, profile_error};

    #[test]
    fn profiles_that_cannot_be_used_are_told_apart() {
        let message = |error| {
            let found = profile_error(&error, "press.icc", "FOGRA 39");
            format!("{}; {}", found.message, found.hints.join("; "))
        };
        const FIT: &str = "ask the print shop for the output profile of its press and paper";
        let cases = [
            (
                ProfileError::InvalidCondition,
                "`FOGRA 39` is not the name of a printing condition; ask the print shop for it; names are like `FOGRA39` or `FOGRA51`".to_owned(),
            ),
            (
                ProfileError::Unreadable,
                "`press.icc` is not a whole ICC profile; copy the file again".to_owned(),
            ),
            (
                ProfileError::NotOutput("a screen"),
                format!("`press.icc` is the profile of a screen, not of a press; {FIT}"),
            ),
            (
                ProfileError::NotCmyk("RGB".to_owned()),
                format!("`press.icc` is a profile for `RGB`, not for four inks; {FIT}"),
            ),
            (
                ProfileError::NoConversion,
                format!("`press.icc` can't convert colours to ink, or is damaged; {FIT}"),
            ),
        ];
        for (error, expected) in cases {
            assert_eq!(message(error), expected);
        }
    }

    #[test]
    fn uncoated_paper_is_thicker() {
        let paper = |surface| Paper { weight: 100.0, surface };
        assert!((paper(Surface::Coated).thickness() - 0.1).abs() < 1e-9);
        assert!((paper(Surface::Uncoated).thickness() - 0.125).abs() < 1e-9);
    }
}
