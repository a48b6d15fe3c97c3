//! Finds what a body puts into a slot that is too low for it.

use feuillet_units::{Mm, Pt};

use crate::typeset::checks::context::{Context, Found};

/// How much higher it may be than the slot, in points: rounding only.
const ROUNDING: f64 = 0.1;

/// Finds slots that are too low for what fills them.
pub(super) fn too_high(context: &Context<'_>) -> Vec<Found> {
    let found = context.slots.iter().filter(|slot| slot.needed > slot.height + ROUNDING);
    let found = found.map(|slot| {
        // What is needed is rounded up; the hair makes up for rounding.
        let tenths = |points: f64| Mm::from(Pt(points)).0 * 10.0;
        let (height, needed) =
            (tenths(slot.height).round() / 10.0, (tenths(slot.needed) - 1e-3).ceil() / 10.0);
        let detail = format!(
            "the slot `{}` is {height} mm high, and what the body puts there is {needed} mm high",
            slot.name
        );
        Found::of_page(slot.page, Vec::new(), detail)
    });
    found.collect()
}
