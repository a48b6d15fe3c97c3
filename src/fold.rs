//! Describes folds: the widths of their panels, and where each panel stands on the flat sheet, in reading order.
//!
//! The outside is the side with the cover. Columns are counted from the left of the side that faces the viewer, for a
//! language that is read from the left; a right-to-left language mirrors both sides.

use feuillet_units::Mm;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::language::Direction;

/// A way to fold a sheet. It is serialized as its name.
#[derive(Debug, PartialEq)]
pub struct Fold {
    /// Its name in `brochure.toml`.
    pub id: &'static str,
    /// The trimmed width and height of a page if the edition names none: those of its widest panel.
    pub page: (Mm, Mm),
    /// How much narrower than a page the panels of the outside are, from left to right, in mm: a panel that is folded in
    /// must not touch the fold around it.
    pub(crate) narrower: &'static [f64],
    /// Where each panel stands, in reading order.
    pub places: &'static [(Side, usize)],
    /// Where the sheet is folded: the columns of the outside that lie left of the folds, in any order; a fold
    /// through two layers is two of them.
    pub(crate) creases: &'static [usize],
}

/// A side of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// The side with the cover.
    Outside,
    /// The other side.
    Inside,
}

use Side::{Inside, Outside};

/// A sheet that is not folded: a front and a back.
pub(crate) const FLAT: Fold = Fold {
    id: "none",
    page: (Mm(99.0), Mm(210.0)),
    narrower: &[0.0],
    places: &[(Outside, 0), (Inside, 0)],
    creases: &[],
};

/// All folds. The widths of their panels are those that printers publish.
pub static FOLDS: &[Fold] = &[
    FLAT,
    Fold {
        id: "half",
        page: (Mm(148.5), Mm(210.0)),
        narrower: &[0.0, 0.0],
        places: &[(Outside, 1), (Inside, 0), (Inside, 1), (Outside, 0)],
        creases: &[0],
    },
    // The right panel of the inside is folded in first, then the cover over it.
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
    // A gate fold that is folded once more, in the middle.
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
    // Rolled in from the right of the inside: each panel is wide enough for those that are rolled in before it.
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
    /// Finds a fold by its name.
    #[must_use]
    pub fn named(id: &str) -> Option<&'static Fold> {
        FOLDS.iter().find(|fold| fold.id == id)
    }

    /// Counts the columns of a side.
    #[must_use]
    pub(crate) fn columns(&self) -> usize {
        self.narrower.len()
    }

    /// Says where each panel stands, in reading order, in a language of this direction.
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

    /// Gives the widths of the columns of a side, from left to right, for a width of pages.
    #[must_use]
    pub(crate) fn widths(&self, page: Mm, side: Side, direction: Direction) -> Vec<Mm> {
        let widths = self.narrower.iter().map(|less| Mm(page.0 - less));
        // The inside mirrors the outside, and so does the other direction.
        if (side == Outside) == (direction == Direction::Ltr) {
            widths.collect()
        } else {
            widths.rev().collect()
        }
    }

    /// Gives the width of the flat sheet for a width of pages.
    #[must_use]
    pub(crate) fn sheet_width(&self, page: Mm) -> Mm {
        Mm(self.narrower.iter().map(|less| page.0 - less).sum())
    }
}

impl Serialize for Fold {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id)
    }
}

impl<'de> Deserialize<'de> for &'static Fold {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<&'static Fold, D::Error> {
        let id = String::deserialize(deserializer)?;
        Fold::named(&id).ok_or_else(|| D::Error::custom(format!("unknown fold `{id}`")))
    }
}

#[cfg(test)]
mod tests {
    use feuillet_units::Mm;

    use super::{FOLDS, Fold, Side};
    use crate::language::Direction;

    #[test]
    fn every_panel_stands_once_and_the_cover_outside() {
        for fold in FOLDS {
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
        for fold in FOLDS {
            let page = fold.page.0;
            for direction in [Direction::Ltr, Direction::Rtl] {
                let mut inside = fold.widths(page, Side::Inside, direction);
                inside.reverse();
                assert_eq!(inside, fold.widths(page, Side::Outside, direction), "{}", fold.id);
            }
        }
    }

    #[test]
    fn a_fold_is_serialized_as_its_name() {
        for fold in FOLDS {
            let json = serde_json::to_string(fold).unwrap();
            assert_eq!(json, format!("\"{}\"", fold.id));
            assert_eq!(serde_json::from_str::<&'static Fold>(&json).unwrap(), fold);
        }
        let error = serde_json::from_str::<&'static Fold>("\"q\"").unwrap_err();
        assert_eq!(error.to_string(), "unknown fold `q`");
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
