//! The keys `fold` and `panels` of an edition in; its panels out, and for which profiles its sheets can be made.

use crate::diagnostic::{Diagnostic, Located};
use crate::fields::Fields;
use crate::fold::{FLAT, FOLDS, Fold};
use crate::load::edition::Edition;
use crate::load::form::{Binding, Profile};
use crate::measure::Mm;

/// The panels of a sheet.
#[derive(Debug, Default)]
pub(super) struct Panels {
    /// How it is folded, if that is said.
    pub(super) fold: Option<Located<&'static Fold>>,
    /// How many panels it has.
    pub(super) panels: Option<Located<u32>>,
}

/// The sheet of an office printer, upright.
pub const A4: (Mm, Mm) = (Mm(210.0), Mm(297.0));

/// How far a sheet may be larger than the one that it is printed on, in mm: what is lost in rounding.
const TOLERANCE: f64 = 0.1;

/// Reads `fold` and `panels`, of which one is enough. Two panels without a fold are the sides of a flat sheet.
pub(super) fn read_panels(fields: &Fields<'_>) -> Panels {
    let folds: Vec<(&'static str, &'static Fold)> =
        FOLDS.iter().map(|fold| (fold.id, fold)).collect();
    let fold = fields.word("fold", &folds);
    let named = fields.raw("fold").is_some();
    let panels = if named { fields.optional::<u32>("panels") } else { fields.required("panels") };
    let Some(fold) = fold else {
        let flat = panels.as_ref().filter(|panels| panels.value == 2);
        let fold = flat.map(|panels| Located::new(&FLAT, panels.place.clone()));
        return Panels { fold, panels };
    };
    let places = u32::try_from(fold.value.places.len()).unwrap_or(u32::MAX);
    if let Some(panels) = panels.filter(|panels| panels.value != places) {
        fields.report().add(
            Diagnostic::error(format!(
                "a sheet with the fold `{}` has {places} panels, not {}",
                fold.value.id, panels.value
            ))
            .at(&panels.place)
            .hint("take `panels` out: the fold says how many there are"),
        );
    }
    let panels = Located::new(places, fold.place.clone());
    Panels { fold: Some(fold), panels: Some(panels) }
}

impl Edition {
    /// Width and height of the flat sheet before it is folded: all panels of a leaflet, or two pages of a booklet that is
    /// folded in the middle. `None` if a leaflet does not say how it is folded.
    #[must_use]
    pub fn flat(&self) -> Option<(Mm, Mm)> {
        let width = match (self.form.is_one_sheet(), self.binding) {
            (true, _) => self.fold.as_ref()?.value.sheet_width(self.width),
            (false, Binding::Fold) => Mm(2.0 * self.width.0),
            (false, Binding::Side) => self.width,
        };
        Some((width, self.height))
    }

    /// Why it can't be made for a profile, if it can't; the place is still to be told.
    #[must_use]
    pub fn cannot_be_made_for(&self, profile: Profile) -> Option<Diagnostic> {
        let fault = |why: String| {
            Diagnostic::error(format!(
                "the edition `{}` can't be made for `{}`: {why}",
                self.id.value,
                profile.as_str()
            ))
        };
        if matches!(profile, Profile::Screen | Profile::Proof) {
            return None;
        }
        let Some((width, height)) = self.flat() else {
            let why = "it does not say how its sheet is folded".to_owned();
            return Some(fault(why).hint("add `fold`, such as `fold = \"z\"`"));
        };
        let fits = |(sheet_width, sheet_height): (Mm, Mm)| {
            width.0 <= sheet_width.0 + TOLERANCE && height.0 <= sheet_height.0 + TOLERANCE
        };
        if profile == Profile::Print || fits(A4) || fits((A4.1, A4.0)) {
            return None;
        }
        let rounded = |length: Mm| (length.0 * 10.0).round() / 10.0;
        let why = format!(
            "its flat sheet of {} by {} mm is larger than A4",
            rounded(width),
            rounded(height)
        );
        Some(fault(why).hint("`office` prints on sheets of A4: 210 by 297 mm, either way round"))
    }
}
