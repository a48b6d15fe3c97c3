//! The two sides of a finished leaflet in; whether it is folded into what reads P1, P2, … out.

use super::bindery::{Instruction, Reading, instruction, names};
use super::paper::Panel;
use super::printed::{Mark, Page, Word, named, pages, write};
use super::reader::read;
use super::trials::places;
use crate::support::Sandbox;

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

/// A finished sheet for a fold, outside first, with a number on each face as if its panels had these widths; `None`
/// without poppler.
fn finished(fold: &Instruction, reading: Reading, widths: &[f64]) -> Option<Vec<Page>> {
    let order = read(fold, reading, &places(fold)).unwrap();
    let side = |side: &str, panels: Vec<usize>| {
        let mut left = 0.0;
        let mut words: Vec<Word> = Vec::new();
        for panel in panels {
            let width = widths[panel];
            let place = format!("{side}{}", panel + 1);
            let number = 1 + order.iter().position(|found| *found == place).unwrap();
            // One text width in the middle of each panel; numbers of one figure are equally wide.
            let begin = match reading {
                Reading::LeftToRight => left + 0.5 * (width - 60.0),
                Reading::RightToLeft => left + 0.5 * (width + 60.0) - 8.0,
            };
            words.extend(named(number, begin - 20.0, 0.0));
            left += width;
        }
        words
    };
    let count = widths.len();
    let sides = [side("o", (0..count).rev().collect()), side("i", (0..count).collect())];
    let sandbox = Sandbox::empty();
    let file = sandbox.path("sheet.pdf");
    write(&file, (fold.flat(), 210.0), 3.0, &sides);
    pages(&file)
}

#[test]
fn finished_leaflets_are_judged() {
    for reading in [Reading::LeftToRight, Reading::RightToLeft] {
        for id in names() {
            let fold = instruction(id, reading);
            let Some(good) = finished(&fold, reading, &fold.widths) else { return };
            assert_eq!(judge(&good, &fold, reading), Ok(()), "{id}, {reading:?}");
            // Inside and outside have changed their places.
            let wrong = [good[1].clone(), good[0].clone()];
            assert!(judge(&wrong, &fold, reading).is_err(), "{id}, {reading:?}");
            // The outside printed head to foot.
            let mut headlong = good.clone();
            let (width, height) = good[0].trim;
            for mark in &mut headlong[0].marks {
                mark.edges = (width - mark.edges.1, width - mark.edges.0);
                mark.head = (width - mark.head.0, height - mark.head.1);
                mark.foot = (width - mark.foot.0, height - mark.foot.1);
            }
            assert!(judge(&headlong, &fold, reading).is_err(), "{id}, {reading:?}");
            // A face without a name.
            let mut bare = good.clone();
            bare[1].marks.pop();
            let fault = judge(&bare, &fold, reading).unwrap_err();
            assert!(fault.starts_with("0 names between "), "{id}, {reading:?}: {fault}");
        }
        // Panels that are printed as if all were equally wide, and a wide flap.
        for (id, widths) in [
            ("c", vec![99.0; 3]),
            ("c", reading.order(vec![97.0, 100.0, 100.0])),
            ("roll", reading.order(vec![98.5; 4])),
            ("gate", vec![74.25; 4]),
        ] {
            let fold = instruction(id, reading);
            let Some(wrong) = finished(&fold, reading, &widths) else { return };
            let fault = judge(&wrong, &fold, reading).unwrap_err();
            assert!(fault.starts_with("texts that stand in the middle"), "{id}: {fault}");
        }
    }
}
