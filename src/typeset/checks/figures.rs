//! Finds figures that are larger than their room, and those that were made smaller to fit.

use feuillet_units::{Mm, Pt};

use crate::typeset::checks::context::{Context, Found};
use crate::typeset::text_areas::Figure;

/// How much narrower a figure may be than what was asked for, in points: rounding only.
const ROUNDING: f64 = 0.1;

/// Finds figures with a width that they can't have.
pub(super) fn too_large(context: &Context<'_>) -> Vec<Found> {
    let asked = smaller(context).filter(|figure| figure.is_asked);
    let found = asked.map(|figure| {
        let (name, wanted) = (context.picture_name(&figure.path), millimetres(figure.wanted));
        let (width, room) = (millimetres(figure.size.0), millimetres(figure.room));
        let detail = if figure.wanted > figure.room + ROUNDING && figure.size.0 >= figure.room - ROUNDING {
            format!("the figure {name} is to be {wanted} mm wide, and its room is {room} mm")
        } else {
            format!("the figure {name} is to be {wanted} mm wide, and is too high then: there is room for {width} mm")
        };
        Found::of_page(figure.page, Vec::new(), detail)
            .picture(&figure.path)
            .hint(format!("write `width = \"{width}mm\"` or less, or leave it out: then the figure takes the room that there is"))
    });
    found.collect()
}

/// Finds figures that were made smaller, though nothing was asked for.
pub(super) fn scaled(context: &Context<'_>) -> Vec<Found> {
    let free = smaller(context).filter(|figure| !figure.is_asked);
    let found = free.map(|figure| {
        let (name, width) = (context.picture_name(&figure.path), millimetres(figure.size.0));
        let wanted = millimetres(figure.wanted);
        let detail = format!(
            "the figure {name} is {width} mm wide instead of {wanted}, or it would be too high"
        );
        Found::of_page(figure.page, Vec::new(), detail).picture(&figure.path)
    });
    found.collect()
}

/// The figures that are smaller than they should be.
fn smaller<'a>(context: &Context<'a>) -> impl Iterator<Item = &'a Figure> {
    context.figures.iter().filter(|figure| figure.size.0 < figure.wanted - ROUNDING)
}

/// A length in points as whole tenths of millimetres, rounded down.
fn millimetres(points: f64) -> String {
    // The added hair makes up for rounding.
    let tenths = (Mm::from(Pt(points)).0 * 10.0 + 1e-3).floor() / 10.0;
    format!("{tenths}")
}
