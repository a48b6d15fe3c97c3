//! A flat sheet and a fold in; the names on its faces in the order in which a reader meets them out.

use super::bindery::{Instruction, Reading};
use super::paper::{Face, Packet, Panel, Part};

/// Folds a sheet that lies with its inside up, and reads it.
///
/// The reader has the closed piece with its cover up before them, and undoes the folds, the last one first. What each
/// opening shows is read in the direction of the language; what was seen is not read again. Then the open sheet is turned
/// over; what is the back of the closed piece is read last, wherever it came to sight before. An error if the sheet can't
/// be folded, opens on the wrong side, or has a face on its head.
pub(crate) fn read(
    fold: &Instruction,
    reading: Reading,
    sheet: &[Panel],
) -> Result<Vec<String>, String> {
    let states = fold.fold(sheet)?;
    let closed = &states[states.len() - 1];
    opens_well(fold, reading, &states)?;
    let back = names(&closed.turned_over(), reading)?;
    let mut read: Vec<String> = Vec::new();
    let views = states.iter().rev().map(|state| names(state, reading));
    for view in views.chain([names(&states[0].turned_over(), reading)]) {
        for name in view? {
            if !read.contains(&name) && !back.contains(&name) {
                read.push(name);
            }
        }
    }
    read.extend(back);
    Ok(read)
}

/// What is seen of a packet, in reading direction.
fn names(packet: &Packet, reading: Reading) -> Result<Vec<String>, String> {
    let faces: Vec<Face> = reading.order(packet.seen()?);
    faces.iter().map(|face| face.read().map(str::to_owned)).collect()
}

/// Makes sure that a cover that is one face is hinged where the reading begins. Wings open to both sides.
fn opens_well(fold: &Instruction, reading: Reading, states: &[Packet]) -> Result<(), String> {
    let [.., before, closed] = states else { return Err("nothing is folded".to_owned()) };
    if closed.seen()?.len() > 1 {
        return Ok(());
    }
    let (last, _, _) = fold.steps[fold.steps.len() - 1];
    let hinge = before.line(last)?;
    let side = if (hinge - closed.left()).abs() < (hinge - closed.right()).abs() {
        Part::Left
    } else {
        Part::Right
    };
    match (reading, side) {
        (Reading::LeftToRight, Part::Left) | (Reading::RightToLeft, Part::Right) => Ok(()),
        (_, Part::Left) => Err("the cover is hinged on the left".to_owned()),
        (_, Part::Right) => Err("the cover is hinged on the right".to_owned()),
    }
}
