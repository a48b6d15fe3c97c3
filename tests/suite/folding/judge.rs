//! The two sides of a finished leaflet in; whether it is folded into what reads P1, P2, … out.

use super::bindery::{Instruction, Reading};
use super::paper::Panel;
use super::printed::{Mark, Page};
use super::reader::read;

/// What the widths of texts in panels may differ by, in millimetres: their margins by half of it.
const SAME: f64 = 0.3;

/// Judges a sheet by its outside and its inside, as both are printed with their heads up. An error if a panel has no
/// name or several, a fold line is not where the bindery has it, the sheet can't be folded, or is read in another order.
pub(crate) fn judge(sides: &[Page], fold: &Instruction, reading: Reading) -> Result<(), String> {
    let [outside, inside] = sides else { return Err(format!("{} pages", sides.len())) };
    let lines = fold.lines();
    // Seen from outside, the lines lie as in a mirror.
    let mirrored: Vec<f64> = lines.iter().rev().map(|line| fold.flat() - line).collect();
    let (within, without) = (across(inside, &lines)?, across(outside, &mirrored)?);
    let all = [widths(&within, &lines, reading), widths(&without, &mirrored, reading)].concat();
    if all.iter().any(|width| (width - all[0]).abs() > SAME || *width < 30.0) {
        return Err(format!(
            "texts that stand in the middle of their panels are {all:.1?} mm wide"
        ));
    }
    let panels = fold.widths.iter().zip(within).zip(without.into_iter().rev());
    let sheet = panels.map(|((width, front), back)| Panel {
        width: *width,
        front: front.face(),
        back: back.face(),
    });
    let order = read(fold, reading, &sheet.collect::<Vec<_>>())?;
    let wanted: Vec<String> = (1..=order.len()).map(|number| format!("P{number}")).collect();
    if order == wanted { Ok(()) } else { Err(format!("it reads {}", order.join(" "))) }
}

/// The number on each panel of a side, from left to right, if the fold lines are here.
fn across<'p>(side: &'p Page, lines: &[f64]) -> Result<Vec<&'p Mark>, String> {
    let mut panels = Vec::new();
    for edges in lines.windows(2) {
        let inside = |mark: &&Mark| edges[0] < mark.head.0 && mark.head.0 < edges[1];
        let found: Vec<&Mark> = side.marks.iter().filter(inside).collect();
        let [mark] = found[..] else {
            let count = found.len();
            return Err(format!("{count} names between {} and {} mm", edges[0], edges[1]));
        };
        if mark.edges.0 < edges[0] || mark.edges.1 > edges[1] {
            return Err(format!("P{} lies across a fold", mark.number));
        }
        panels.push(mark);
    }
    let (count, wanted) = (side.marks.len(), panels.len());
    if count == wanted { Ok(panels) } else { Err(format!("{count} names on {wanted} panels")) }
}

/// The width of text in each panel of a side, if it stands in the middle of its panel: the fold lines lie where the
/// bindery has them if this is the same in all panels.
fn widths(panels: &[&Mark], lines: &[f64], reading: Reading) -> Vec<f64> {
    let panels = panels.iter().zip(lines.windows(2)).map(|(mark, edges)| {
        let margin = match reading {
            Reading::LeftToRight => mark.edges.0 - edges[0],
            Reading::RightToLeft => edges[1] - mark.edges.1,
        };
        edges[1] - edges[0] - 2.0 * margin
    });
    panels.collect()
}
