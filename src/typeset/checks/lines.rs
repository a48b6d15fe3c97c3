//! Finds loose lines, and runs of hyphens.

use crate::typeset::checks::context::{Context, Found};
use crate::typeset::view::Line;

/// How much wider than the font's own blank those of a line may be: beyond, gaps join into rivers over several lines.
const LOOSE: f64 = 1.75;

/// How many lines running may end with a hyphen (Chicago Manual of Style, 2.113; Duden allows three).
const HYPHENS: usize = 2;

/// Finds paragraphs with lines that were stretched too far. The loosest is shown.
pub(super) fn loose_line(context: &Context<'_>) -> Vec<Found> {
    let found = context.view.paragraphs.iter().filter_map(|paragraph| {
        let lines = paragraph.lines.iter().filter_map(|line| context.view.lines.get(*line));
        let loose: Vec<(&Line, f64)> = lines
            .map(|line| (line, looseness(context, line)))
            .filter(|(_, looseness)| *looseness > LOOSE)
            .collect();
        let (line, most) = loose.iter().max_by(|one, other| one.1.total_cmp(&other.1))?;
        let name = context.name(&line.origins);
        let detail = match loose.len() {
            1 => format!("the blanks in a line of {name} are {most:.1} times as wide as the font's own"),
            many => format!("the blanks in {many} lines of {name} are up to {most:.1} times as wide as the font's own"),
        };
        Some(Found::in_line(line, detail))
    });
    found.collect()
}

/// How wide the blanks of a line are, as a multiple of the font's own: their mean, or 0 if there are none.
fn looseness(context: &Context<'_>, line: &Line) -> f64 {
    let Some(page) = context.view.pages.get(line.page) else { return 0.0 };
    let texts = line.pieces.iter().filter_map(|piece| page.text(*piece));
    // A blank at the end of a line has no width.
    let blanks = texts.flat_map(|text| &text.blanks).filter(|blank| **blank > 0.0);
    let (sum, number) = blanks.fold((0.0, 0.0), |(sum, number), blank| (sum + blank, number + 1.0));
    sum / f64::max(number, 1.0)
}

/// Finds paragraphs in which too many lines running end with a hyphen.
pub(super) fn hyphen_run(context: &Context<'_>) -> Vec<Found> {
    let mut all = Vec::new();
    for paragraph in &context.view.paragraphs {
        let lines: Vec<&Line> =
            paragraph.lines.iter().filter_map(|line| context.view.lines.get(*line)).collect();
        for run in lines.split(|line| !ends_with_hyphen(line)) {
            let Some(first) = run.first().filter(|_| run.len() > HYPHENS) else { continue };
            let (number, name) = (run.len(), context.name(&first.origins));
            let detail = format!("{number} lines running of {name} end with a hyphen");
            all.push(Found::in_line(first, detail));
        }
    }
    all
}

fn ends_with_hyphen(line: &Line) -> bool {
    line.text.trim_end_matches(' ').ends_with(['\u{AD}', '-', '\u{2010}'])
}
