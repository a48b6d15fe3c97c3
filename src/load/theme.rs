//! `theme.toml` in, the look of a brochure out: colours for screen and print, families, sizes.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Located, Place, Report, SourceFile};
use crate::fields::{Fields, Table, parse};

/// The look of a brochure.
#[derive(Debug, Clone, PartialEq)]
pub struct Theme {
    /// Colours by role; every role of [`ROLES`] is there.
    pub colours: BTreeMap<String, Colour>,
    /// Font families by script, where they replace those of the language table.
    pub families: BTreeMap<String, Vec<String>>,
    /// Sizes relative to running text; every name of [`SCALES`] is there.
    pub scales: BTreeMap<String, f64>,
}

/// One colour, as the screen and as the press show it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Colour {
    /// sRGB, 0 to 255.
    pub screen: [u8; 3],
    /// Cyan, magenta, yellow and black in percent.
    pub print: [f64; 4],
}

/// The roles of colours. The second figure is the contrast that text in it needs on white and on `ground`
/// (WCAG 2.2, 1.4.3 and 1.4.6); 0 for colours that are never text.
pub const ROLES: [(&str, f64); 6] = [
    ("primary", 4.5),
    ("secondary", 4.5),
    ("accent", 0.0),
    ("alert", 4.5),
    ("ground", 0.0),
    ("ink", 7.0),
];

/// Sizes relative to running text, with their defaults.
pub const SCALES: [(&str, f64); 11] = [
    ("leading", 1.38),
    ("paragraph", 0.72),
    ("block", 1.0),
    ("cover", 2.9),
    ("chapter", 2.6),
    ("title", 1.65),
    ("heading", 1.22),
    ("lead", 1.2),
    ("small", 0.82),
    ("number", 1.5),
    // The longest line of running text.
    ("measure", 40.0),
];

impl Colour {
    /// As "#4b2a63".
    #[must_use]
    pub fn hex(&self) -> String {
        let [red, green, blue] = self.screen;
        format!("#{red:02x}{green:02x}{blue:02x}")
    }

    /// Darkened by as little as gives it this contrast with white paper; in print by as much black.
    #[must_use]
    pub fn darkened(&self, contrast: f64) -> Colour {
        let darker = |percent: u8| {
            let share = f64::from(percent) / 100.0;
            let [cyan, magenta, yellow, black] = self.print;
            // A share of 0 to 255 is one.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let screen = self.screen.map(|part| (f64::from(part) * share).floor() as u8);
            Colour { screen, print: [cyan, magenta, yellow, 100.0 - (100.0 - black) * share] }
        };
        let mut steps = (0..=100).rev().map(darker);
        steps.find(|colour| colour.contrast(&PAPER) >= contrast).unwrap_or(BLACK)
    }

    /// Relative luminance of the screen colour (WCAG 2.2).
    fn luminance(&self) -> f64 {
        let linear = self.screen.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }

    /// Contrast ratio of two screen colours, 1 to 21 (WCAG 2.2).
    #[must_use]
    pub fn contrast(&self, other: &Colour) -> f64 {
        let (one, two) = (self.luminance() + 0.05, other.luminance() + 0.05);
        if one > two { one / two } else { two / one }
    }
}

/// White paper.
pub const PAPER: Colour = Colour { screen: [255, 255, 255], print: [0.0, 0.0, 0.0, 0.0] };

/// Black text.
pub const BLACK: Colour = Colour { screen: [0, 0, 0], print: [0.0, 0.0, 0.0, 100.0] };

/// Reads `theme.toml`; all faults are in the report.
pub fn read(file: &Arc<SourceFile>, report: &Report) -> Theme {
    let table = parse(file, report);
    let fields = Fields::new(&table.value, &table.place, "the theme", report);
    let (colours, places) = read_colours(&fields);
    let families = fields
        .named_values::<Vec<Located<String>>>("families")
        .into_iter()
        .map(|(script, names)| {
            (script.value, names.value.into_iter().map(|name| name.value).collect())
        })
        .collect();
    let mut scales: BTreeMap<String, f64> =
        SCALES.iter().map(|(name, default)| ((*name).to_owned(), *default)).collect();
    scales.extend(read_scales(&fields));
    fields.finish();
    check_contrast(&colours, &places, report);
    Theme { colours, families, scales }
}

/// Reads the sizes that a table `scale` gives, by name.
pub(super) fn read_scales(fields: &Fields<'_>) -> BTreeMap<String, f64> {
    let mut scales = BTreeMap::new();
    if let Some(table) = fields.optional::<Table>("scale") {
        let inner = Fields::new(&table.value, &table.place, "`scale`", fields.report());
        for (name, _) in SCALES {
            if let Some(scale) = inner.optional::<f64>(name) {
                scales.insert(name.to_owned(), scale.value);
            }
        }
        inner.finish();
    }
    scales
}

fn read_colours(fields: &Fields<'_>) -> (BTreeMap<String, Colour>, BTreeMap<String, Place>) {
    let mut colours = BTreeMap::new();
    let mut places = BTreeMap::new();
    if let Some(table) = fields.required::<Table>("colours") {
        let inner = Fields::new(&table.value, &table.place, "`colours`", fields.report());
        for (role, _) in ROLES {
            let Some(row) = inner.required::<Table>(role) else { continue };
            places.insert(role.to_owned(), row.place.clone());
            if let Some(colour) = read_colour(&row, fields.report()) {
                colours.insert(role.to_owned(), colour);
            }
        }
        inner.finish();
    }
    for (role, _) in ROLES {
        // A fault was reported; grey lets the other checks go on.
        colours
            .entry(role.to_owned())
            .or_insert(Colour { screen: [64; 3], print: [0.0, 0.0, 0.0, 75.0] });
    }
    (colours, places)
}

fn read_colour(row: &Located<Table>, report: &Report) -> Option<Colour> {
    let fields = Fields::new(&row.value, &row.place, "a colour", report);
    let screen = fields.required::<String>("screen");
    let print = fields.required::<Vec<Located<f64>>>("print");
    fields.finish();
    let (screen, print) = (screen?, print?);
    let hex = screen.value.strip_prefix('#').filter(|hex| hex.len() == 6 && hex.is_ascii());
    let part = |index: usize| {
        hex.and_then(|hex| u8::from_str_radix(&hex[index * 2..index * 2 + 2], 16).ok())
    };
    let (Some(red), Some(green), Some(blue)) = (part(0), part(1), part(2)) else {
        report.add(
            Diagnostic::error(format!("`{}` is not a screen colour", screen.value))
                .at(&screen.place)
                .hint("write it like \"#4B2A63\""),
        );
        return None;
    };
    let percents: Vec<f64> = print.value.iter().map(|part| part.value).collect();
    let percents = <[f64; 4]>::try_from(percents).ok();
    let percents = percents.filter(|parts| parts.iter().all(|part| (0.0..=100.0).contains(part)));
    if percents.is_none() {
        report.add(
            Diagnostic::error("a print colour is four percentages: cyan, magenta, yellow, black")
                .at(&print.place)
                .hint("write it like [80, 95, 20, 20]"),
        );
    }
    Some(Colour { screen: [red, green, blue], print: percents? })
}

/// Text must be legible on paper and on the tinted ground.
fn check_contrast(
    colours: &BTreeMap<String, Colour>,
    places: &BTreeMap<String, Place>,
    report: &Report,
) {
    for (role, needed) in ROLES.iter().filter(|(_, needed)| *needed > 0.0) {
        let (Some(colour), Some(ground), Some(place)) =
            (colours.get(*role), colours.get("ground"), places.get(*role))
        else {
            continue;
        };
        for (name, other) in [("white", &PAPER), ("`ground`", ground)] {
            let contrast = colour.contrast(other);
            if contrast < *needed {
                report.add(
                    Diagnostic::error(format!(
                        "text in `{role}` on {name} has a contrast of {contrast:.1}, {needed} is needed (WCAG 2.2)"
                    ))
                    .at(place)
                    .hint("take a darker colour"),
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{BLACK, Colour, PAPER};

    #[test]
    fn contrast_is_that_of_wcag() {
        let plum = Colour { screen: [0x4b, 0x2a, 0x63], print: [80.0, 95.0, 20.0, 20.0] };
        assert!((BLACK.contrast(&PAPER) - 21.0).abs() < 1e-9);
        assert!((plum.contrast(&PAPER) - 11.6).abs() < 0.1, "{}", plum.contrast(&PAPER));
    }

    #[test]
    fn a_colour_is_darkened_by_no_more_than_it_must_be() {
        let teal = Colour { screen: [0x1b, 0x64, 0x70], print: [90.0, 48.0, 45.0, 18.0] };
        let darker = teal.darkened(7.0);
        assert!((7.0..7.3).contains(&darker.contrast(&PAPER)), "{}", darker.contrast(&PAPER));
        assert!(darker.print[3] > 18.0 && darker.print[..3] == teal.print[..3]);
        assert_eq!(teal.darkened(6.0), teal, "it is dark enough");
        assert_eq!(PAPER.darkened(21.0), BLACK);
    }
}
