//! Turns `theme.toml` into the theme of a brochure: colours for screen and print, families, sizes.

use std::collections::BTreeMap;
use std::sync::Arc;

use feuillet_colour::{Colour, PAPER};

use crate::diagnostic::{Diagnostic, Located, Report, Reported, SourceFile, Span};
use crate::fields::{Fields, Table, parse, within};
use crate::language::Script;

/// How a brochure looks.
#[derive(Debug, Clone, PartialEq)]
pub struct Theme {
    /// Colours by role; every role of [`ROLES`] is there.
    pub(crate) colours: BTreeMap<String, Colour>,
    /// Font families by script, where they replace those of the language table.
    pub(crate) families: BTreeMap<String, Vec<String>>,
    /// Where those of a script are named.
    pub(crate) family_places: BTreeMap<String, Span>,
    /// Sizes relative to running text; every name of [`SCALES`] is there.
    pub(crate) scales: BTreeMap<String, f64>,
    /// The canonical form of the file.
    pub(crate) canonical: String,
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

impl Theme {
    /// The families of a script: the theme's, else those of the table of languages.
    #[must_use]
    pub(crate) fn families_of<'a>(&'a self, script: &'a Script) -> &'a [String] {
        self.families.get(&script.code).unwrap_or(&script.families)
    }

    /// Whether it names families of its own.
    #[must_use]
    pub(crate) fn names_families(&self) -> bool {
        !self.families.is_empty()
    }
}

/// Reads `theme.toml`; all faults are in the report.
pub fn read(file: &Arc<SourceFile>, report: &Report) -> Theme {
    let table = parse(file, report);
    let fields = Fields::new(&table.value, &table.span, "the theme", report);
    let (colours, places) = read_colours(&fields);
    let (mut families, mut family_places) = (BTreeMap::new(), BTreeMap::new());
    for (script, names) in fields.named_values::<Vec<Located<String>>>("families") {
        family_places.insert(script.value.clone(), names.span);
        families.insert(script.value, names.value.into_iter().map(|name| name.value).collect());
    }
    let mut scales: BTreeMap<String, f64> =
        SCALES.iter().map(|(name, default)| ((*name).to_owned(), *default)).collect();
    scales.extend(read_scales(&fields));
    fields.finish();
    check_contrast(&colours, &places, report);
    Theme { colours, families, family_places, scales, canonical: table.value.canonical(&[]) }
}

/// Reads the sizes that a table `scale` gives, by name.
pub(super) fn read_scales(fields: &Fields<'_>) -> BTreeMap<String, f64> {
    let mut scales = BTreeMap::new();
    if let Some(table) = fields.optional::<Table>("scale") {
        let inner = Fields::new(&table.value, &table.span, "`scale`", fields.report());
        for (name, _) in SCALES {
            if let Some(scale) = inner.optional::<f64>(name) {
                scales.insert(name.to_owned(), read_scale(name, scale, fields.report()).value);
            }
        }
        inner.finish();
    }
    scales
}

/// A size relative to running text, of which a wrong one was reported.
pub(super) fn read_scale(name: &str, scale: Located<f64>, report: &Report) -> Located<f64> {
    let (range, wanted) = match name {
        "measure" => (5.0..=500.0, "from 5 to 500"),
        "paragraph" | "block" => (0.0..=20.0, "from 0 to 20"),
        _ => (0.1..=20.0, "from 0.1 to 20"),
    };
    let within = within(&scale, range, &format!("`{name}`"), wanted, report);
    scale.map(|_| within)
}

fn read_colours(fields: &Fields<'_>) -> (BTreeMap<String, Colour>, BTreeMap<String, Span>) {
    let mut colours = BTreeMap::new();
    let mut places = BTreeMap::new();
    if let Ok(table) = fields.required::<Table>("colours") {
        let inner = Fields::new(&table.value, &table.span, "`colours`", fields.report());
        for (role, _) in ROLES {
            let Ok(row) = inner.required::<Table>(role) else { continue };
            if let Ok(colour) = read_colour(&row, fields.report()) {
                places.insert(role.to_owned(), row.span.clone());
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

fn read_colour(row: &Located<Table>, report: &Report) -> Result<Colour, Reported> {
    let fields = Fields::new(&row.value, &row.span, "a colour", report);
    let screen = fields.required::<String>("screen");
    let print = fields.required::<Vec<Located<f64>>>("print");
    fields.finish();
    let (screen, print) = (screen?, print?);
    let hex = screen.value.strip_prefix('#').filter(|hex| hex.len() == 6 && hex.is_ascii());
    let part = |index: usize| {
        hex.and_then(|hex| u8::from_str_radix(&hex[index * 2..index * 2 + 2], 16).ok())
    };
    let (Some(red), Some(green), Some(blue)) = (part(0), part(1), part(2)) else {
        return Err(report.error(
            Diagnostic::error(format!("`{}` is not a screen colour", screen.value))
                .at(&screen.span)
                .hint("write it like \"#4B2A63\""),
        ));
    };
    let percents: Vec<f64> = print.value.iter().map(|part| part.value).collect();
    let percents = <[f64; 4]>::try_from(percents).ok();
    let percents = percents.filter(|parts| parts.iter().all(|part| (0.0..=100.0).contains(part)));
    let print = percents.ok_or_else(|| {
        report.error(
            Diagnostic::error("a print colour is four percentages: cyan, magenta, yellow, black")
                .at(&print.span)
                .hint("write it like [80, 95, 20, 20]"),
        )
    })?;
    Ok(Colour { screen: [red, green, blue], print })
}

/// Text must be legible on paper and on the tinted ground.
fn check_contrast(
    colours: &BTreeMap<String, Colour>,
    places: &BTreeMap<String, Span>,
    report: &Report,
) {
    for (role, needed) in ROLES.iter().filter(|(_, needed)| *needed > 0.0) {
        let (Some(colour), Some(ground), Some(span)) =
            (colours.get(*role), colours.get("ground"), places.get(*role))
        else {
            continue;
        };
        // A ground that could not be read was reported, and nothing is known of it.
        let ground = places.contains_key("ground").then_some(("`ground`", ground));
        for (name, other) in std::iter::once(("white", &PAPER)).chain(ground) {
            let on_screen = ("", Some(colour.contrast(other)));
            let on_paper = (" as printed", colour.printed_contrast(other));
            for (how, contrast) in [on_screen, on_paper] {
                let Some(contrast) = contrast.filter(|contrast| contrast < needed) else {
                    continue;
                };
                report.add(
                    Diagnostic::error(format!(
                        "text in `{role}` on {name} has a contrast of {contrast:.1}{how}, {needed} is needed (WCAG 2.2)"
                    ))
                    .at(span)
                    .hint("take a darker colour"),
                );
            }
        }
    }
}
