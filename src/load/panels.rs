//! Reads the keys `fold` and `panels` of an edition: how its sheet is folded, and how many panels it has.

use crate::diagnostic::{Diagnostic, Located};
use crate::fields::Fields;
use crate::fold::{FLAT, FOLDS, Fold};

/// The panels of a sheet.
#[derive(Debug, Default)]
pub(super) struct Panels {
    /// How it is folded, if that is said.
    pub(super) fold: Option<Located<&'static Fold>>,
    /// How many panels it has.
    pub(super) panels: Option<Located<u32>>,
}

/// Reads `fold` and `panels`, of which one is enough. Two panels without a fold are the sides of a flat sheet.
pub(super) fn read_panels(fields: &Fields<'_>) -> Panels {
    let folds: Vec<(&'static str, &'static Fold)> =
        FOLDS.iter().map(|fold| (fold.id, fold)).collect();
    let fold = fields.word("fold", &folds);
    let named = fields.raw("fold").is_some();
    let panels =
        if named { fields.optional::<u32>("panels") } else { fields.required("panels").ok() };
    let Some(fold) = fold else {
        let flat = panels.as_ref().filter(|panels| panels.value == 2);
        let fold = flat.map(|panels| Located::new(&FLAT, panels.span.clone()));
        return Panels { fold, panels };
    };
    let places = u32::try_from(fold.value.places.len()).unwrap_or(u32::MAX);
    if let Some(panels) = panels.filter(|panels| panels.value != places) {
        fields.report().add(
            Diagnostic::error(format!(
                "a sheet with the fold `{}` has {places} panels, not {}",
                fold.value.id, panels.value
            ))
            .at(&panels.span)
            .hint("take `panels` out: the fold says how many there are"),
        );
    }
    let panels = Located::new(places, fold.span.clone());
    Panels { fold: Some(fold), panels: Some(panels) }
}
