//! The name of a fold in; the widths of its panels, and where each stands on the flat sheet, in reading order, out.
//!
//! The outside is the side with the cover. Columns are counted from the left of the side that one looks at, for a
//! language that is read from the left; right-to-left mirrors both sides.

use feuillet_units::Mm;

use crate::language::Direction;

/// One way to fold a sheet.
#[derive(Debug, PartialEq)]
pub struct Fold {
    /// Its name in `brochure.toml`.
    pub id: &'static str,
    /// Trimmed width and height of a page where the edition names none: that of its widest panel.
    pub page: (Mm, Mm),
    /// By how much the panels of the outside are narrower than a page, from left to right, in mm: a panel that is folded
    /// in must not touch the fold that it lies in.
    pub narrower: &'static [f64],
    /// Where each panel stands, in the order in which a reader meets them.
    pub places: &'static [(Side, usize)],
    /// Where it is folded: the columns of the outside to the left of the lines.
    pub creases: &'static [usize],
}

/// A side of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// That of the cover.
    Outside,
    /// The other one.
    Inside,
}

use Side::{Inside, Outside};

/// A sheet that is not folded: a front and a back.
pub const FLAT: Fold = Fold {
    id: "none",
    page: (Mm(99.0), Mm(210.0)),
    narrower: &[0.0],
    places: &[(Outside, 0), (Inside, 0)],
    creases: &[],
};

/// The folds. Widths of panels are those that printers publish.
pub static FOLDS: [Fold; 8] = [
    FLAT,
    Fold {
        id: "half",
        page: (Mm(148.5), Mm(210.0)),
        narrower: &[0.0, 0.0],
        places: &[(Outside, 1), (Inside, 0), (Inside, 1), (Outside, 0)],
        creases: &[0],
    },
    // The outer panel of the inside's right end is folded in, the cover over it.
    Fold {
        id: "c",
        page: (Mm(100.0), Mm(210.0)),
        narrower: &[3.0, 0.0, 0.0],
        places: &[(Outside, 2), (Inside, 0), (Outside, 0), (Inside, 1), (Inside, 2), (Outside, 1)],
        creases: &[0, 1],
    },
    Fold {
        id: "z",
        page: (Mm(99.0), Mm(210.0)),
        narrower: &[0.0, 0.0, 0.0],
        // The back of the folded sheet lies beside the inner panels; the reader comes to it last.
        places: &[(Outside, 2), (Inside, 0), (Inside, 1), (Outside, 0), (Outside, 1), (Inside, 2)],
        creases: &[1, 0],
    },
    // Two gates that meet in the middle of the front. The back is two panels wide.
    Fold {
        id: "gate",
        page: (Mm(75.0), Mm(210.0)),
        narrower: &[1.5, 0.0, 0.0, 1.5],
        places: &[
            (Outside, 3),
            (Outside, 0),
            (Inside, 0),
            (Inside, 1),
            (Inside, 2),
            (Inside, 3),
            (Outside, 1),
            (Outside, 2),
        ],
        creases: &[0, 2],
    },
    // A gate that is folded once more, in the middle.
    Fold {
        id: "double-gate",
        page: (Mm(75.0), Mm(210.0)),
        narrower: &[1.5, 0.0, 0.0, 1.5],
        places: &[
            (Outside, 2),
            (Outside, 3),
            (Outside, 0),
            (Inside, 0),
            (Inside, 1),
            (Inside, 2),
            (Inside, 3),
            (Outside, 1),
        ],
        creases: &[0, 2, 1],
    },
    // Rolled in from the inside's right end: each panel is wide enough to hold those that are rolled in before it.
    Fold {
        id: "roll",
        page: (Mm(100.0), Mm(210.0)),
        narrower: &[4.0, 2.0, 0.0, 0.0],
        places: &[
            (Outside, 3),
            (Inside, 0),
            (Outside, 1),
            (Inside, 1),
            (Outside, 0),
            (Inside, 2),
            (Inside, 3),
            (Outside, 2),
        ],
        creases: &[0, 1, 2],
    },
    Fold {
        id: "accordion",
        page: (Mm(99.0), Mm(210.0)),
        narrower: &[0.0, 0.0, 0.0, 0.0],
        places: &[
            (Outside, 3),
            (Inside, 0),
            (Inside, 1),
            (Inside, 2),
            (Inside, 3),
            (Outside, 1),
            (Outside, 2),
            (Outside, 0),
        ],
        creases: &[2, 1, 0],
    },
];

impl Fold {
    /// The fold of this name.
    #[must_use]
    pub fn named(id: &str) -> Option<&'static Fold> {
        FOLDS.iter().find(|fold| fold.id == id)
    }

    /// How many columns a side has.
    #[must_use]
    pub fn columns(&self) -> usize {
        self.narrower.len()
    }

    /// Where each panel stands in reading order, in a language of this direction.
    #[must_use]
    pub fn places(&self, direction: Direction) -> Vec<(Side, usize)> {
        let places = self.places.iter();
        places
            .map(|&(side, column)| match direction {
                Direction::Ltr => (side, column),
                Direction::Rtl => (side, self.columns() - 1 - column),
            })
            .collect()
    }

    /// The widths of the columns of a side from left to right, of pages so wide.
    #[must_use]
    pub fn widths(&self, page: Mm, side: Side, direction: Direction) -> Vec<Mm> {
        let widths = self.narrower.iter().map(|less| Mm(page.0 - less));
        // The inside is the outside seen in a mirror, and so is the other direction.
        if (side == Outside) == (direction == Direction::Ltr) {
            widths.collect()
        } else {
            widths.rev().collect()
        }
    }

    /// The width of the flat sheet, of pages so wide.
    #[must_use]
    pub fn sheet_width(&self, page: Mm) -> Mm {
        Mm(self.narrower.iter().map(|less| page.0 - less).sum())
    }
}

#[cfg(test)]
mod tests {
    use feuillet_units::Mm;

    use super::{FOLDS, Side};
    use crate::language::Direction;

    #[test]
    fn every_panel_stands_once_and_the_cover_outside() {
        for fold in &FOLDS {
            for direction in [Direction::Ltr, Direction::Rtl] {
                let places = fold.places(direction);
                assert_eq!(places[0].0, Side::Outside, "{}", fold.id);
                assert_eq!(places.len(), 2 * fold.columns(), "{}", fold.id);
                for side in [Side::Outside, Side::Inside] {
                    for column in 0..fold.columns() {
                        assert!(places.contains(&(side, column)), "{} {side:?} {column}", fold.id);
                    }
                }
            }
            let mut creases: Vec<usize> = fold.creases.to_vec();
            creases.sort_unstable();
            creases.dedup();
            assert_eq!(creases.len(), fold.creases.len(), "{}", fold.id);
            assert!(creases.iter().all(|column| column + 1 < fold.columns()), "{}", fold.id);
            // The back of a gate is two panels wide.
            let unfolded = usize::from(fold.id == "gate");
            assert_eq!(creases.len() + unfolded, fold.columns() - 1, "{}", fold.id);
        }
    }

    #[test]
    fn a_panel_is_as_wide_on_its_other_side() {
        for fold in &FOLDS {
            let page = fold.page.0;
            for direction in [Direction::Ltr, Direction::Rtl] {
                let mut inside = fold.widths(page, Side::Inside, direction);
                inside.reverse();
                assert_eq!(inside, fold.widths(page, Side::Outside, direction), "{}", fold.id);
            }
        }
    }

    #[test]
    fn sheets_are_those_that_printers_offer() {
        let widths =
            FOLDS.iter().map(|fold| (fold.id, fold.sheet_width(fold.page.0).0)).collect::<Vec<_>>();
        let a4 = Mm(297.0).0;
        assert_eq!(
            widths,
            [
                ("none", 99.0),
                ("half", a4),
                ("c", a4),
                ("z", a4),
                ("gate", a4),
                ("double-gate", a4),
                ("roll", 394.0),
                ("accordion", 396.0),
            ]
        );
    }
}
