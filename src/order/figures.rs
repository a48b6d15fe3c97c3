//! Computes what a shop and a driver want to know: leaves, sheets of the press, thickness and weight.

use feuillet_units::Mm;

use crate::impose::SheetSize;
use crate::load::print::{Paper, Surface};
use crate::load::{Binding, Edition};
use crate::order::print_order::{OrderedPaper, PaperSurface};

/// The figures of one copy. Lengths are in mm.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct CopyFigures {
    /// Width and height of the flat sheet: the open leaflet, or two pages of a booklet side by side.
    pub(crate) flat: [f64; 2],
    /// Width and height of the folded leaflet or of the closed booklet.
    pub(crate) finished: [f64; 2],
    /// How many pages are read; a leaflet has as many as panels.
    pub(crate) pages: usize,
    /// How many flat sheets a copy has.
    pub(crate) flats: usize,
    /// How thick the back of a booklet is.
    pub(crate) spine: Option<f64>,
    /// What a copy weighs, in grams.
    pub(crate) grams: f64,
}

/// The paper that is printed on: that of the order, or else that of the edition.
#[must_use]
pub(crate) fn paper_of(ordered: Option<OrderedPaper>, edition: &Edition) -> Option<OrderedPaper> {
    let own = |paper: Paper| OrderedPaper {
        weight: paper.weight,
        surface: match paper.surface {
            Surface::Coated => PaperSurface::Coated,
            Surface::Uncoated => PaperSurface::Uncoated,
        },
    };
    ordered.or_else(|| edition.paper.map(own))
}

/// The figures of a copy of so many pages that are read; `None` if the edition does not say how its sheet is folded.
#[must_use]
pub(crate) fn copy_figures(
    edition: &Edition,
    pages: usize,
    paper: OrderedPaper,
) -> Option<CopyFigures> {
    let (width, height) = edition.flat()?;
    let flat = [width.0, height.0];
    let one_sheet = edition.form.is_one_sheet();
    let flats = if one_sheet { 1 } else { pages.div_ceil(edition.binding.pages_of_a_sheet()) };
    // Folded sheets of a booklet have two leaves each, and those that are stapled at the side are leaves.
    let area = width.0 / 1000.0 * height.0 / 1000.0;
    let surface = match paper.surface {
        PaperSurface::Uncoated => Surface::Uncoated,
        PaperSurface::Coated | PaperSurface::Matte | PaperSurface::Gloss => Surface::Coated,
    };
    let thick = Paper { weight: paper.weight, surface };
    Some(CopyFigures {
        flat,
        finished: [edition.width.0, edition.height.0],
        pages,
        flats,
        spine: (!one_sheet && edition.binding == Binding::Fold).then(|| thick.spine(pages)),
        grams: area * paper.weight * flats as f64,
    })
}

/// How many sheets of the press so many copies need, and how many flat sheets lie on each; `None` if none fits.
///
/// Sheets = flat sheets a copy × copies × (100 + overs %) / (flat sheets on a sheet × 100), rounded up.
#[must_use]
pub(crate) fn press_sheets(
    copy: &CopyFigures,
    bleed: Mm,
    copies: u32,
    overs: f64,
    sheet: &SheetSize,
) -> Option<(u64, usize)> {
    let [width, height] = copy.flat.map(|side| side + 2.0 * bleed.0);
    let fit = |across: f64, along: f64| {
        (sheet.width.0 / across).floor() as usize * (sheet.height.0 / along).floor() as usize
    };
    let up = fit(width, height).max(fit(height, width));
    if up == 0 {
        return None;
    }
    let flats = copy.flats as f64 * f64::from(copies) * (100.0 + overs);
    // A sheet that is missing by a rounding error is none.
    let sheets = (flats / (up as f64 * 100.0) - 1e-9).ceil();
    Some((sheets as u64, up))
}

#[cfg(test)]
mod tests {
    use feuillet_units::Mm;

    use super::{CopyFigures, press_sheets};

    fn leaflet() -> CopyFigures {
        CopyFigures {
            flat: [297.0, 210.0],
            finished: [100.0, 210.0],
            pages: 6,
            flats: 1,
            spine: None,
            grams: 0.0,
        }
    }

    #[test]
    fn sheets_are_counted_by_the_formula_of_the_trade() {
        let sheet = "SRA3".parse().unwrap();
        // Two of A4 with bleed lie on SRA3: 500 and 5 % are 525, and 262.5 sheets are 263.
        assert_eq!(press_sheets(&leaflet(), Mm(3.0), 500, 5.0, &sheet), Some((263, 2)));
        assert_eq!(press_sheets(&leaflet(), Mm(3.0), 500, 0.0, &sheet), Some((250, 2)));
        // A booklet of 16 pages of A5 has four flat sheets of A4.
        let booklet = CopyFigures { pages: 16, flats: 4, ..leaflet() };
        assert_eq!(press_sheets(&booklet, Mm(3.0), 500, 0.0, &sheet), Some((1000, 2)));
        // Nothing of that size lies on A4 once it has bleed.
        let small = "A4".parse().unwrap();
        assert_eq!(press_sheets(&leaflet(), Mm(3.0), 500, 5.0, &small), None);
    }
}
