//! Sheets as the printer delivers them in; bound or cut leaves out, and what is read on them page by page.

use super::paper::{Face, Packet, Panel, Part, Way};

/// What counts as the same place on both sides of a sheet, in millimetres.
const REGISTER: f64 = 0.2;

/// How the printer turns a sheet to print its back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Turn {
    /// Like a page of a book: the head stays at the head.
    Sideways,
    /// Like a page of a wall calendar: the head comes to lie at the foot.
    OverTheHead,
}

/// A page as it lies on one side of a sheet: its corner, width and height in millimetres from the top left.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Cell {
    pub(crate) left: f64,
    pub(crate) top: f64,
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) face: Face,
}

impl Cell {
    /// The same on the other side of the paper, seen through it from the front.
    fn through(&self, width: f64, height: f64, turn: Turn) -> Cell {
        let mut cell = self.clone();
        match turn {
            Turn::Sideways => cell.left = width - self.left - self.width,
            Turn::OverTheHead => {
                cell.top = height - self.top - self.height;
                cell.face.upright = !self.face.upright;
            }
        }
        cell
    }

    /// Whether both lie in the same place.
    fn registers(&self, other: &Cell) -> bool {
        [
            self.left - other.left,
            self.top - other.top,
            self.width - other.width,
            self.height - other.height,
        ]
        .iter()
        .all(|distance| distance.abs() < REGISTER)
    }

    /// Whether both lie on some of the same paper.
    pub(crate) fn overlaps(&self, other: &Cell) -> bool {
        self.left + self.width > other.left + REGISTER
            && other.left + other.width > self.left + REGISTER
            && self.top + self.height > other.top + REGISTER
            && other.top + other.height > self.top + REGISTER
    }
}

/// A printed sheet: the cells of its front, and those of its back as seen through the paper.
#[derive(Debug, Clone)]
pub(crate) struct Sheet {
    /// In millimetres.
    pub(crate) width: f64,
    /// How far its pages are shifted over the fold, since it lies within others, in millimetres.
    pub(crate) creep: f64,
    pub(crate) front: Vec<Cell>,
    pub(crate) back: Vec<Cell>,
}

impl Sheet {
    /// A sheet of two sides as they are printed.
    pub(crate) fn printed(
        (width, height): (f64, f64),
        front: Vec<Cell>,
        back: &[Cell],
        turn: Turn,
    ) -> Sheet {
        let back = back.iter().map(|cell| cell.through(width, height, turn)).collect();
        Sheet { width, creep: 0.0, front, back }
    }

    /// The halves of a sheet that is folded in the middle. A half without a cell is blank. An error if there is more
    /// than one page on a half, a page lies across the fold, or front and back don't lie on each other.
    fn halves(&self) -> Result<Vec<Panel>, String> {
        let middle = self.width / 2.0;
        let half = |cells: &[Cell], left: bool| {
            let on_it = cells.iter().filter(|cell| (cell.left + cell.width / 2.0 < middle) == left);
            let found: Vec<&Cell> = on_it.collect();
            let [cell] = found[..] else {
                return match found.len() {
                    0 => Ok(None),
                    count => Err(format!("{count} pages on one half of a sheet")),
                };
            };
            let over = if left { cell.left + cell.width - middle } else { middle - cell.left };
            if over > self.creep + REGISTER {
                return Err(format!("{} lies across the fold", cell.face.read()?));
            }
            Ok(Some(cell.clone()))
        };
        let panel = |left| {
            let (front, back) = (half(&self.front, left)?, half(&self.back, left)?);
            if let (Some(front), Some(back)) = (&front, &back)
                && !front.registers(back)
            {
                return Err(format!(
                    "{} and {} don't lie on each other",
                    front.face.read()?,
                    back.face.read()?
                ));
            }
            let face = |cell: Option<Cell>| cell.map_or_else(Face::blank, |cell| cell.face);
            Ok(Panel { width: middle, front: face(front), back: face(back) })
        };
        Ok(vec![panel(true)?, panel(false)?])
    }
}

/// The edge at which a book is bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Spine {
    Left,
    Right,
}

/// Folds sheets in the middle, so many nested in one another, gathers these signatures, and reads the book from its cover
/// on: the names of its pages.
///
/// The first sheet of a signature is the outermost one, and its front is outside.
pub(crate) fn read_book(
    sheets: &[Sheet],
    nested: usize,
    spine: Spine,
) -> Result<Vec<String>, String> {
    let mut pages = Vec::new();
    for signature in sheets.chunks(nested) {
        let halves = signature.iter().map(Sheet::halves).collect::<Result<Vec<_>, _>>()?;
        // The fronts come to lie outside: the pile is turned over before it is folded.
        let mut packet = Packet::pile(&halves).turned_over();
        let part = match spine {
            Spine::Left => Part::Left,
            Spine::Right => Part::Right,
        };
        packet.fold(1, part, Way::Over)?;
        for face in packet.leaves().iter().flatten() {
            pages.push(face.read()?.to_owned());
        }
    }
    Ok(pages)
}

/// Cuts the pile at its cells, lays what is cut from one place of all sheets together, and these piles on each other in
/// the order of lines of text: the names on front and back of each leaf. An error if what is printed on both sides of a
/// leaf does not lie on each other.
pub(crate) fn cut_and_stack(sheets: &[Sheet]) -> Result<Vec<[String; 2]>, String> {
    let Some(first) = sheets.first() else { return Ok(Vec::new()) };
    let mut leaves = Vec::new();
    for place in in_lines(&first.front) {
        for sheet in sheets {
            let at = |cells: &[Cell]| {
                let cell = cells.iter().find(|cell| cell.registers(&place));
                let missing =
                    || format!("a side of {} is missing", place.face.read().unwrap_or("?"));
                cell.ok_or_else(missing)?.face.read().map(str::to_owned)
            };
            leaves.push([at(&sheet.front)?, at(&sheet.back)?]);
        }
    }
    if let Some(sheet) = sheets.iter().find(|sheet| sheet.back.len() != sheet.front.len()) {
        let (front, back) = (sheet.front.len(), sheet.back.len());
        return Err(format!("{front} pages on the front, {back} on the back"));
    }
    Ok(leaves)
}

/// Cells in the order of lines of text that runs from left to right.
pub(crate) fn in_lines(cells: &[Cell]) -> Vec<Cell> {
    let mut cells = cells.to_vec();
    cells.sort_by(|one, other| {
        let same_line = (one.top - other.top).abs() < one.height / 2.0;
        if same_line { one.left.total_cmp(&other.left) } else { one.top.total_cmp(&other.top) }
    });
    cells
}
