//! Finds what reaches beyond the edge of the page, and texts too near to it.

use feuillet_units::{Mm, Pt};

use crate::typeset::checks::context::{Context, Found, millimetres};
use crate::typeset::view::{Item, Line, PageView, Rect};

/// How far ink may reach into the zone, in points: rounding only.
const ROUNDING: f64 = 0.1;

/// Finds what is cut off.
pub(super) fn outside_trim(context: &Context<'_>) -> Vec<Found> {
    let found = nearest(context, |distance| distance < -ROUNDING);
    let found = found.into_iter().map(|(line, distance)| {
        let (name, by) = (context.name(&line.origins), millimetres(-distance));
        Found::in_line(line, format!("{name} reaches {by} beyond the edge of the page"))
    });
    found.chain(pictures_and_shapes(context)).collect()
}

/// Pictures and shapes that are cut off. Planes that run off the page on purpose end in the view where it ends.
fn pictures_and_shapes<'a>(context: &'a Context<'_>) -> impl Iterator<Item = Found> + 'a {
    let pages = context.view.pages.iter();
    let all = pages.flat_map(|page| page.items.iter().map(move |item| (page, item)));
    all.filter_map(|(page, item)| {
        let (area, file, kind) = match item {
            Item::Picture { area, file } => (*area, file.as_deref(), "a picture"),
            Item::Shape { area, .. } => (*area, None, "a shape"),
            Item::Text(_) => return None,
        };
        let beyond = -distance(area, page);
        if beyond <= ROUNDING {
            return None;
        }
        let name = file.map_or_else(|| kind.to_owned(), |file| context.picture_name(file));
        let by = millimetres(beyond);
        let detail = format!("{name} reaches {by} beyond the edge of the page");
        let found = Found::at(page.number, area, &[], detail);
        Some(match file {
            Some(file) => found.picture(file).hint("show it smaller"),
            None => {
                found.hint("mend the template that drew it, or draw it as part of the background")
            }
        })
    })
}

/// Finds text that a cut or a fold may touch.
pub(super) fn outside_safe(context: &Context<'_>) -> Vec<Found> {
    let near = -ROUNDING..context.safe - ROUNDING;
    let found = nearest(context, |distance| near.contains(&distance));
    let needed = Mm::from(Pt(context.safe)).0;
    let found = found.into_iter().map(|(line, distance)| {
        let (name, at) = (context.name(&line.origins), millimetres(distance.max(0.0)));
        let detail = format!("{name} is {at} from the edge of the page, {needed:.0} mm are needed");
        Found::in_line(line, detail)
    });
    found.collect()
}

/// Of the lines of each message on each page the one that is nearest to an edge, with the distance of its ink from there in
/// points, negative beyond it, if that is `wrong`.
fn nearest<'a>(context: &'a Context<'_>, wrong: impl Fn(f64) -> bool) -> Vec<(&'a Line, f64)> {
    let mut all: Vec<(&Line, f64)> = Vec::new();
    for line in &context.view.lines {
        let Some(page) = context.view.pages.get(line.page) else { continue };
        let distance = distance(line.area, page);
        if !wrong(distance) {
            continue;
        }
        let name = |line: &Line| (line.page, context.name(&line.origins));
        match all.iter_mut().find(|(other, _)| name(other) == name(line)) {
            Some(known) if known.1 > distance => *known = (line, distance),
            Some(_) => {}
            None => all.push((line, distance)),
        }
    }
    all
}

/// The least distance of an area to an edge of its page, in points.
fn distance(area: Rect, page: &PageView) -> f64 {
    let all = [area.left, area.top, page.width - area.right, page.height - area.bottom];
    all.into_iter().fold(f64::INFINITY, f64::min)
}
