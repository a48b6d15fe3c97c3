//! The name of a fold in; what a bindery is told of it out: the sheet, its panels, and which part is folded where.

use super::paper::{Packet, Panel, Part, Way};

/// The way in which an edition is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reading {
    LeftToRight,
    RightToLeft,
}

impl Reading {
    /// Puts what lies side by side, from left to right, into the order in which it is read.
    pub(crate) fn order<T>(self, mut row: Vec<T>) -> Vec<T> {
        if self == Reading::RightToLeft {
            row.reverse();
        }
        row
    }
}

/// One instruction: the line between a panel and the next one, the part that moves, and where it comes to lie.
pub(crate) type Step = (usize, Part, Way);

/// A fold: how the sheet lies before the bindery, with its inside up.
#[derive(Debug, Clone)]
pub(crate) struct Instruction {
    /// The widths of the panels from left to right, in millimetres.
    pub(crate) widths: Vec<f64>,
    /// In the order in which they are done. The cover is up at the end.
    pub(crate) steps: Vec<Step>,
    /// The width of the folded piece, in millimetres.
    pub(crate) folded: f64,
}

/// A row of the table: name, widths, steps, folded width.
type Row = (&'static str, &'static [f64], &'static [Step], f64);

use Part::{Left, Right};
use Way::{Over, Under};

/// The folds for what is read from left to right. All sheets are 210 mm high.
const FOLDS: [Row; 7] = [
    // The left half over the right one.
    ("half", &[148.5, 148.5], &[(1, Left, Over)], 148.5),
    // The right third in, then the left third over it.
    ("c", &[100.0, 100.0, 97.0], &[(2, Right, Over), (1, Left, Over)], 100.0),
    // The right third back, then the left third to the front.
    ("z", &[99.0, 99.0, 99.0], &[(2, Right, Under), (1, Left, Over)], 99.0),
    // Both wings in, to meet in the middle. The middle is not folded: it holds two columns of text.
    ("gate", &[73.5, 75.0, 75.0, 73.5], &[(3, Right, Over), (1, Left, Over)], 150.0),
    // Both wings in, then the left half over the right one.
    (
        "double-gate",
        &[73.5, 75.0, 75.0, 73.5],
        &[(3, Right, Over), (1, Left, Over), (2, Left, Over)],
        75.0,
    ),
    // The right panel in, what was made over the next one, then the left panel over all.
    (
        "roll",
        &[100.0, 100.0, 98.0, 96.0],
        &[(3, Right, Over), (2, Right, Over), (1, Left, Over)],
        100.0,
    ),
    // From the right: to the front, to the back, to the front.
    (
        "accordion",
        &[99.0, 99.0, 99.0, 99.0],
        &[(3, Right, Over), (2, Right, Under), (1, Left, Over)],
        99.0,
    ),
];

/// The names of the folds.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    FOLDS.iter().map(|fold| fold.0)
}

/// The instruction for a fold. What is read from right to left is folded as in a mirror.
pub(crate) fn instruction(id: &str, reading: Reading) -> Instruction {
    let (_, widths, steps, folded) = *FOLDS.iter().find(|fold| fold.0 == id).unwrap();
    let count = widths.len();
    let mirrored = |&(line, part, way): &Step| (count - line, part.other(), way);
    let steps = match reading {
        Reading::LeftToRight => steps.to_vec(),
        Reading::RightToLeft => steps.iter().map(mirrored).collect(),
    };
    Instruction { widths: reading.order(widths.to_vec()), steps, folded }
}

impl Instruction {
    /// The width of the flat sheet, in millimetres.
    pub(crate) fn flat(&self) -> f64 {
        self.widths.iter().sum()
    }

    /// Where each panel begins on the inside, and where the last one ends, in millimetres from the left.
    pub(crate) fn lines(&self) -> Vec<f64> {
        let mut lines = vec![0.0];
        for width in &self.widths {
            lines.push(lines[lines.len() - 1] + width);
        }
        lines
    }

    /// Folds a sheet that lies with its inside up: what there is before the first step, and after each one.
    pub(crate) fn fold(&self, sheet: &[Panel]) -> Result<Vec<Packet>, String> {
        let mut states = vec![Packet::pile(&[sheet.to_vec()])];
        for &(line, part, way) in &self.steps {
            let mut packet = states[states.len() - 1].clone();
            packet.fold(line, part, way)?;
            states.push(packet);
        }
        Ok(states)
    }
}
