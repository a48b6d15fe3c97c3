//! Turns a row `[script.CODE]` into how a script is set: direction, fonts, emphasis, edges and height of its lines.

use crate::diagnostic::{Located, Report, Reported};
use crate::fields::{Fields, Table, within};

/// The direction of a script.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// Its name in Typst.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Direction::Ltr => "ltr",
            Direction::Rtl => "rtl",
        }
    }
}

/// How a script shows emphasis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Emphasis {
    /// By sloping letters.
    Italic,
    /// By heavier letters, where the script has no sloping ones.
    Weight,
}

impl Emphasis {
    /// Its name in the data and in the templates.
    #[must_use]
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Emphasis::Italic => "italic",
            Emphasis::Weight => "weight",
        }
    }
}

/// How high Latin letters reach above the line, with what stands on capitals.
const ASCENDER: f64 = 0.78;

/// How deep Latin letters reach below the line.
const DESCENDER: f64 = 0.22;

/// A script, and how it is set.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Script {
    /// ISO 15924 code.
    pub(crate) code: String,
    /// The direction of its lines.
    pub(crate) direction: Direction,
    /// Font families, first choice first.
    pub(crate) families: Vec<String>,
    /// Characters for which alone the first family is asked, as a regular expression.
    pub(crate) covers: Option<String>,
    /// Whether it has capital and small letters, of which the height of the small ones makes a text legible.
    pub(crate) has_small_letters: bool,
    /// How it shows emphasis.
    pub(crate) emphasis: Emphasis,
    /// Size relative to Latin text that looks as large.
    pub(crate) scale: f64,
    /// How high above the line its letters and marks reach, as a share of the size.
    pub(crate) ascender: f64,
    /// How deep below the line they reach.
    pub(crate) descender: f64,
    /// Height of a line of running text relative to one of Latin text with no lead: 1.1 adds a tenth of the size.
    pub(crate) line_height: f64,
    /// The same for the lines of a title.
    pub(crate) title_line_height: f64,
}

/// Reads a row; all faults are in the report.
///
/// # Errors
///
/// Fails if it has no families.
pub(super) fn read(
    code: &Located<String>,
    row: &Located<Table>,
    report: &Report,
) -> Result<Script, Reported> {
    let fields = Fields::new(&row.value, &row.span, "a script", report);
    let directions = [("ltr", Direction::Ltr), ("rtl", Direction::Rtl)];
    let direction = fields.word("direction", &directions);
    let families = fields.required::<Vec<Located<String>>>("families");
    let covers = fields.optional::<String>("covers").map(|found| found.value);
    let has_small_letters = fields.or_default("small-letters");
    let looks = [Emphasis::Italic, Emphasis::Weight].map(|look| (look.as_str(), look));
    let emphasis = fields.word("emphasis", &looks);
    let given = |key| {
        fields
            .optional::<f64>(key)
            .map(|found| within(&found, 0.1..=5.0, &format!("`{key}`"), "from 0.1 to 5", report))
    };
    let factor = |key, usual| given(key).unwrap_or(usual);
    let scale = factor("scale", 1.0);
    // Higher lines are so for taller letters, and lines of taller letters are higher: each follows from the other.
    let asked = given("line-height");
    let more = (asked.unwrap_or(1.0) - 1.0).max(0.0);
    let (ascender, descender) =
        (factor("ascender", ASCENDER + 0.55 * more), factor("descender", DESCENDER + 0.45 * more));
    let least = (ascender + descender).max(1.0);
    let line_height = asked.unwrap_or(least);
    let title_line_height = factor("title-line-height", least);
    fields.finish();
    Ok(Script {
        code: code.value.clone(),
        direction: direction.map_or(Direction::Ltr, |found| found.value),
        families: families?.value.into_iter().map(|family| family.value).collect(),
        covers,
        has_small_letters,
        emphasis: emphasis.map_or(Emphasis::Weight, |found| found.value),
        scale,
        ascender,
        descender,
        line_height,
        title_line_height,
    })
}
