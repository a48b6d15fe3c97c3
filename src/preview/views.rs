//! Turns an edition into how its pages lie: side by side as a reader opens them, on the flat sheet, and step by step as it is
//! folded.

use feuillet_units::Mm;

use crate::fold::{Fold, Side};
use crate::language::Direction;
use crate::load::{Edition, Form};
use crate::preview::pages::{CreaseRow, FoldRow, PlaceRow, SheetRow, StepRow, Views};

/// How the pages of an edition lie.
pub(super) fn views(edition: &Edition, direction: Direction, pages: usize) -> Views {
    let fold =
        edition.fold.as_ref().map(|fold| fold.value).filter(|fold| fold.places.len() == pages);
    Views {
        spreads: spreads(edition, pages),
        panels: fold.map(panels),
        sheets: fold.map(|fold| {
            [(Side::Outside, "front"), (Side::Inside, "back")]
                .map(|(side, name)| sheet(fold, edition, direction, side, name))
                .to_vec()
        }),
    }
}

/// The pages that a reader sees at once: the cover alone, then two by two; panels one by one.
fn spreads(edition: &Edition, pages: usize) -> Vec<Vec<usize>> {
    if edition.form != Form::Booklet {
        return (1..=pages).map(|page| vec![page]).collect();
    }
    let mut spreads: Vec<Vec<usize>> = Vec::new();
    for page in 1..=pages {
        match spreads.last_mut().filter(|_| page % 2 == 1 && page > 1) {
            Some(left) => left.push(page),
            None => spreads.push(vec![page]),
        }
    }
    spreads
}

/// The pages on one side, from the left of a language that is read from the left.
fn row(fold: &Fold, side: Side) -> Vec<usize> {
    let places = fold.places.iter().enumerate().filter(|(_, (own, _))| *own == side);
    let mut row: Vec<(usize, usize)> =
        places.map(|(page, (_, column))| (*column, page + 1)).collect();
    row.sort_unstable();
    row.into_iter().map(|(_, page)| page).collect()
}

/// What a reader meets while unfolding, in the order of reading: the cover, what lies behind it, the whole inside, the rest of
/// the outside.
fn panels(fold: &Fold) -> Vec<Vec<usize>> {
    let (outside, inside) = (row(fold, Side::Outside), row(fold, Side::Inside));
    let mut panels = vec![vec![1]];
    // The flap that is folded in first lies beside the first panel of the inside.
    let flap = outside.first().copied().filter(|_| fold.id == "c");
    if let (Some(flap), Some(first)) = (flap, inside.first()) {
        panels.push(vec![*first, flap]);
    }
    // A page stands in one place alone.
    let inside: Vec<usize> =
        inside.into_iter().filter(|page| !panels.iter().flatten().any(|own| own == page)).collect();
    panels.push(inside);
    let rest: Vec<usize> =
        outside.into_iter().filter(|page| *page != 1 && Some(*page) != flap).collect();
    panels.extend((!rest.is_empty()).then_some(rest));
    panels
}

/// One side of the flat sheet. A panel that is narrower than a page shows its middle.
fn sheet(
    fold: &Fold,
    edition: &Edition,
    direction: Direction,
    side: Side,
    name: &'static str,
) -> SheetRow {
    let edges = edges(fold, edition.width, side, direction);
    let height = edition.height.0;
    let places = fold.places(direction).into_iter().enumerate();
    let mut places: Vec<PlaceRow> = places
        .filter(|(_, (own, _))| *own == side)
        .map(|(page, (_, column))| PlaceRow {
            page: page + 1,
            x: edges[column],
            y: 0.0,
            width: edges[column + 1] - edges[column],
            height,
            turn: 0,
        })
        .collect();
    places.sort_by(|one, other| one.x.total_cmp(&other.x));
    let mut creases: Vec<CreaseRow> = fold
        .creases
        .iter()
        .map(|crease| CreaseRow {
            x: crease_at(fold, &edges, *crease, side, direction),
            toward: None,
        })
        .collect();
    creases.sort_by(|one, other| one.x.total_cmp(&other.x));
    SheetRow {
        width: edges.last().copied().unwrap_or_default(),
        height,
        side: name,
        places,
        creases,
    }
}

/// The left edges of the columns of a side in millimetres, and the right edge of the last.
fn edges(fold: &Fold, page: Mm, side: Side, direction: Direction) -> Vec<f64> {
    let mut edges = vec![0.0];
    for width in fold.widths(page, side, direction) {
        edges.push(edges.last().copied().unwrap_or_default() + width.0);
    }
    edges
}

/// Where a crease lies on a side.
fn crease_at(fold: &Fold, edges: &[f64], crease: usize, side: Side, direction: Direction) -> f64 {
    let is_mirrored = (side == Side::Inside) != (direction == Direction::Rtl);
    let column = if is_mirrored { fold.columns() - 2 - crease } else { crease };
    edges.get(column + 1).copied().unwrap_or_default()
}

/// How the sheet of an edition is folded; `None` if it is not.
pub(super) fn fold(edition: &Edition, direction: Direction) -> Option<FoldRow> {
    let fold =
        edition.fold.as_ref().map(|fold| fold.value).filter(|fold| !fold.creases.is_empty())?;
    let edges = edges(fold, edition.width, Side::Outside, direction);
    let is_zigzag = matches!(fold.id, "z" | "accordion");
    let creases = fold.creases.iter().map(|crease| {
        let from_right = fold.columns() - 2 - crease;
        let toward = if is_zigzag && from_right % 2 == 1 { "front" } else { "back" };
        let x = crease_at(fold, &edges, *crease, Side::Outside, direction);
        CreaseRow { x, toward: Some(toward) }
    });
    let creases: Vec<CreaseRow> = creases.collect();
    // Two gates are closed together, all else is folded one after the other.
    let together = if fold.id.ends_with("gate") { 2 } else { 1 };
    let (first, rest) = creases.split_at(together.min(creases.len()));
    let mut steps = vec![StepRow { creases: first.to_vec() }];
    steps.extend(rest.iter().map(|crease| StepRow { creases: vec![crease.clone()] }));
    Some(FoldRow { name: fold.id, steps })
}

#[cfg(test)]
mod tests {
    use super::{Fold, panels};

    #[test]
    fn a_reader_meets_each_panel_once() {
        for (id, met) in [
            ("half", vec![vec![1], vec![2, 3], vec![4]]),
            ("c", vec![vec![1], vec![2, 3], vec![4, 5], vec![6]]),
            ("z", vec![vec![1], vec![2, 3, 6], vec![4, 5]]),
        ] {
            assert_eq!(panels(Fold::named(id).unwrap()), met, "{id}");
        }
    }
}
