//! Texts in; those that reach beyond the edge of the page, or too near to it, out.

use crate::measure::{Mm, Pt};
use crate::typeset::checks::{Context, Found, millimetres};
use crate::typeset::view::{Area, Line, PageView};

/// How far ink may reach into the zone, in points: rounding only.
const ROUNDING: f64 = 0.1;

/// Finds text that is cut off.
pub(super) fn outside_trim(context: &Context<'_>) -> Vec<Found> {
    let found = distances(context).filter(|(_, distance)| *distance < -ROUNDING);
    let found = found.map(|(line, distance)| {
        let (name, by) = (context.name(&line.origins), millimetres(-distance));
        Found::in_line(line, format!("{name} reaches {by} beyond the edge of the page"))
    });
    found.collect()
}

/// Finds text that a cut or a fold may touch.
pub(super) fn outside_safe(context: &Context<'_>) -> Vec<Found> {
    let near = -ROUNDING..context.safe - ROUNDING;
    let found = distances(context).filter(|(_, distance)| near.contains(distance));
    let found = found.map(|(line, distance)| {
        let (name, at) = (context.name(&line.origins), millimetres(distance.max(0.0)));
        let needed = Mm::from(Pt(context.safe));
        let detail = format!("{name} is {at} from the edge of the page, {needed} are needed");
        Found::in_line(line, detail)
    });
    found.collect()
}

/// The lines, each with the least distance of its ink to an edge of its page, in points; negative beyond it.
fn distances<'a>(context: &'a Context<'_>) -> impl Iterator<Item = (&'a Line, f64)> {
    context.view.lines.iter().filter_map(|line| {
        let page = context.view.pages.get(line.page)?;
        Some((line, distance(line.area, page)))
    })
}

fn distance(area: Area, page: &PageView) -> f64 {
    let all = [area.left, area.top, page.width - area.right, page.height - area.bottom];
    all.into_iter().fold(f64::INFINITY, f64::min)
}
