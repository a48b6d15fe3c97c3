//! Gives the folds of the program their numbers in the catalogue of JDF.

use crate::fold::{Fold, Side};
use crate::language::Direction;
use crate::load::Edition;

/// A fold and its numbers: from the left, and mirrored for what is read from the right. The drawings of the catalogue are not
/// public, and the trade uses its numbers loosely: words and widths of panels always stand beside them.
const CATALOGUE: [(&str, &str, &str); 7] = [
    ("half", "F4-1", "F4-1"),
    ("z", "F6-1", "F6-2"),
    ("c", "F6-4", "F6-5"),
    ("gate", "F6-3", "F6-3"),
    ("double-gate", "F8-4", "F8-4"),
    ("roll", "F8-5", "F8-6"),
    ("accordion", "F8-3", "F8-3"),
];

/// How a sheet is folded, for a ticket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FoldEntry {
    /// The name of the fold in the program.
    pub(crate) id: &'static str,
    /// Its number: "F6-4".
    pub(crate) catalogue: &'static str,
    /// Its letter and the widths of its panels on the outside, from left to right: "c-97-100-100".
    pub(crate) details: String,
    /// The widths of the panels on the outside, from left to right, in mm.
    pub(crate) widths: Vec<String>,
}

/// How the sheet of an edition is folded; `None` if it is not.
pub(crate) fn fold_entry(edition: &Edition, direction: Direction) -> Option<FoldEntry> {
    let fold: &Fold = edition.fold.as_ref()?.value;
    let (_, own, mirrored) = CATALOGUE.iter().find(|(id, ..)| *id == fold.id)?;
    let widths = fold.widths(edition.width, Side::Outside, direction);
    let widths: Vec<String> =
        widths.iter().map(|width| ((width.0 * 10.0).round() / 10.0).to_string()).collect();
    let catalogue = match direction {
        Direction::Ltr => own,
        Direction::Rtl => mirrored,
    };
    let details = format!("{}-{}", fold.id, widths.join("-"));
    Some(FoldEntry { id: fold.id, catalogue, details, widths })
}

/// Whether a number is one of the catalogue that the program gives.
pub(crate) fn is_known(number: &str) -> bool {
    CATALOGUE.iter().any(|(_, own, mirrored)| [own, mirrored].contains(&&number))
}

#[cfg(test)]
mod tests {
    use super::CATALOGUE;
    use crate::fold::FOLDS;

    #[test]
    fn every_fold_has_a_number() {
        for fold in FOLDS.iter().filter(|fold| !fold.creases.is_empty()) {
            assert!(CATALOGUE.iter().any(|(id, ..)| *id == fold.id), "{}", fold.id);
        }
    }
}
