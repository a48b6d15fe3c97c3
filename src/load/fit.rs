//! Turns the table `fit` of an edition into the settings that its languages may take, from the largest to the least.
//!
//! An edition names its measures twice: as they are where there is room, and in `fit` how far each may give way.

use feuillet_units::Pt;
use serde::{Deserialize, Serialize};

use crate::diagnostic::{Diagnostic, Located, Report};
use crate::fields::{Fields, Table, choose, within};
use crate::load::theme::read_scale;

/// The measures of running text, which copyfitting may change.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Setting {
    /// Size of running text.
    pub size: Pt,
    /// From one line to the next, as a share of the size.
    pub(crate) leading: f64,
    /// Space between paragraphs, as a share of the size.
    pub(crate) paragraph: f64,
    /// Space around blocks, as a share of what the templates give.
    pub(crate) block: f64,
}

/// A measure that gives way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Measure {
    /// [`Setting::size`].
    Size,
    /// [`Setting::leading`].
    Leading,
    /// [`Setting::paragraph`].
    Paragraph,
    /// [`Setting::block`].
    Block,
}

/// The measures, their names, and the steps in which they give way: of 0.1 pt for the size, of a share of it else.
/// They stand in the order in which they give way if an edition names none: space first, the size last.
pub(crate) const MEASURES: [(&str, Measure, f64); 4] = [
    ("block", Measure::Block, 0.2),
    ("paragraph", Measure::Paragraph, 0.16),
    ("leading", Measure::Leading, 0.02),
    ("size", Measure::Size, 0.1),
];

/// How far the measures of an edition may give way.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Fit {
    /// The least value of each measure that may change, in the order in which they give way.
    pub(crate) least: Vec<(Measure, Located<f64>)>,
}

impl Setting {
    /// How high a text comes out, to be compared with other settings: lines are more and higher with the size, and
    /// about a tenth of a column is space between paragraphs, a tenth space around blocks (measured on the shipped
    /// brochure).
    #[must_use]
    pub fn height(&self) -> f64 {
        let lines = 0.82 * self.leading / 1.4;
        let spaces = 0.08 * self.paragraph / 0.72 + 0.1 * self.block;
        self.size.0 * self.size.0 * (lines + spaces)
    }

    /// The lesser of each measure of two settings.
    #[must_use]
    pub(crate) fn least(self, other: Setting) -> Setting {
        Setting {
            size: Pt(self.size.0.min(other.size.0)),
            leading: self.leading.min(other.leading),
            paragraph: self.paragraph.min(other.paragraph),
            block: self.block.min(other.block),
        }
    }

    /// Whether no measure is larger than that of another setting.
    #[must_use]
    pub(crate) fn is_within(&self, other: &Setting) -> bool {
        MEASURES.iter().all(|(_, measure, _)| self.of(*measure) <= other.of(*measure) + 1e-9)
    }

    fn of(&self, measure: Measure) -> f64 {
        match measure {
            Measure::Size => self.size.0,
            Measure::Leading => self.leading,
            Measure::Paragraph => self.paragraph,
            Measure::Block => self.block,
        }
    }

    fn with(mut self, measure: Measure, value: f64) -> Setting {
        // Steps add up in decimals, and are written in decimals.
        let value = (value * 1000.0).round() / 1000.0;
        match measure {
            Measure::Size => self.size = Pt(value),
            Measure::Leading => self.leading = value,
            Measure::Paragraph => self.paragraph = value,
            Measure::Block => self.block = value,
        }
        self
    }
}

impl Fit {
    /// The settings from `largest` down to the least, in the order in which the measures give way: each step takes a
    /// little of one of them.
    #[must_use]
    pub fn ladder(&self, largest: Setting) -> Vec<Setting> {
        let mut ladder = vec![largest];
        let mut setting = largest;
        for (measure, least) in &self.least {
            let step =
                MEASURES.iter().find(|(_, known, _)| known == measure).map_or(0.1, |row| row.2);
            let range = setting.of(*measure) - least.value;
            let steps = (range / step - 1e-9).ceil().max(0.0);
            let mut taken = 1.0;
            while taken <= steps {
                let value = (setting.of(*measure) - taken * step).max(least.value);
                ladder.push(setting.with(*measure, value));
                taken += 1.0;
            }
            setting = *ladder.last().unwrap_or(&largest);
        }
        ladder
    }

    /// Reports what is least and yet more than the edition's own measure.
    pub(super) fn check(&self, largest: Setting, report: &Report) {
        for (measure, least) in &self.least {
            let own = largest.of(*measure);
            if least.value <= own + 1e-9 && least.value >= 0.0 {
                continue;
            }
            let name = MEASURES.iter().find(|row| row.1 == *measure).map_or("measure", |row| row.0);
            report.add(
                Diagnostic::error(format!(
                    "the least `{name}` is {}, but the edition's own is {}",
                    shown(*measure, least.value),
                    shown(*measure, own)
                ))
                .at(&least.span)
                .hint("`fit` says how far a measure may give way: name a smaller one, or leave it out"),
            );
        }
    }

    /// The least size of running text, where it may change.
    #[must_use]
    pub(crate) fn least_size(&self) -> Option<&Located<f64>> {
        self.least.iter().find(|(measure, _)| *measure == Measure::Size).map(|(_, least)| least)
    }
}

/// Reads the table `fit`.
pub(super) fn read_fit(table: &Located<Table>, report: &Report) -> Fit {
    let fields = Fields::new(&table.value, &table.span, "`fit`", report);
    let mut least: Vec<(Measure, Located<f64>)> = Vec::new();
    for (name, measure, _) in MEASURES {
        let found = match measure {
            Measure::Size => {
                let size = fields.optional::<Pt>(name);
                size.map(|size| read_size(size, "`size`", report).map(|size| size.0))
            }
            _ => fields.optional::<f64>(name).map(|scale| read_scale(name, scale, report)),
        };
        least.extend(found.map(|found| (measure, found)));
    }
    let names = MEASURES.map(|(name, measure, _)| (name, measure));
    let order: Vec<Located<String>> = fields.or_default("order");
    fields.finish();
    let order: Vec<Located<Measure>> =
        order.iter().flat_map(|name| choose(name, "a measure", &names, report)).collect();
    for (index, measure) in order.iter().enumerate() {
        if order[..index].iter().any(|earlier| earlier.value == measure.value) {
            report.add(Diagnostic::error("a measure gives way once").at(&measure.span));
        }
    }
    // What `order` does not name gives way after what it names.
    let rank = |measure: Measure| {
        order.iter().position(|named| named.value == measure).unwrap_or(order.len())
    };
    least.sort_by_key(|(measure, _)| rank(*measure));
    Fit { least }
}

fn shown(measure: Measure, value: f64) -> String {
    if measure == Measure::Size { Pt(value).to_string() } else { value.to_string() }
}

/// The sizes that running text can have, in points.
const TEXT_SIZES: std::ops::RangeInclusive<f64> = 3.0..=144.0;

/// A size of text, of which a wrong one was reported.
pub(super) fn read_size(size: Located<Pt>, what: &str, report: &Report) -> Located<Pt> {
    let figure = size.map(|size| size.0);
    let within = within(&figure, TEXT_SIZES, what, "from 3 to 144 pt", report);
    figure.map(|_| Pt(within))
}

#[cfg(test)]
mod tests {
    use feuillet_units::Pt;

    use super::{Fit, Measure, Setting};
    use crate::diagnostic::{Located, SourceFile, Span};

    #[test]
    fn a_ladder_goes_down_one_measure_after_the_other() {
        let span = Span::new(&SourceFile::new("a", ""), 0..0);
        let largest = Setting { size: Pt(9.45), leading: 1.38, paragraph: 0.72, block: 1.0 };
        let fit = Fit {
            least: vec![
                (Measure::Block, Located::new(0.75, span.clone())),
                (Measure::Size, Located::new(9.2, span)),
            ],
        };
        let rows: Vec<(f64, f64)> =
            fit.ladder(largest).iter().map(|row| (row.block, row.size.0)).collect();
        assert_eq!(
            rows,
            [(1.0, 9.45), (0.8, 9.45), (0.75, 9.45), (0.75, 9.35), (0.75, 9.25), (0.75, 9.2)]
        );
        assert_eq!(Fit::default().ladder(largest), [largest]);
    }
}
