//! Finds panels and pages that hold too much, too little or nothing.

use feuillet_units::{Mm, Pt};

use crate::compose::{Extent, TextOrigin};
use crate::diagnostic::count;
use crate::typeset::checks::context::{Context, Found, millimetres};
use crate::typeset::text_areas::{NEARLY_EMPTY, TextArea};
use crate::typeset::view::Item;

/// The share of its room below which a panel of a leaflet is too empty.
const UNDER_FILLED: f64 = 0.6;

/// How far a baseline may lie below the room for text, in points: rounding only.
const ROUNDING: f64 = 0.5;

fn is_leaflet(context: &Context<'_>) -> bool {
    matches!(context.composition.extent, Extent::Panels(_))
}

/// Finds numbers of pages that the sheet does not have.
pub(super) fn page_count(context: &Context<'_>) -> Vec<Found> {
    let pages = context.view.pages.len();
    let found = match context.composition.extent {
        Extent::Panels(wanted) => {
            // Where a panel runs over, that is the fault.
            let fits = context.text_areas.iter().all(|area| area.page == area.last_page);
            (fits && pages != wanted).then(|| {
                let (panels, pages) = (count(wanted, "panel"), count(pages, "page"));
                Found::of_page(0, Vec::new(), format!("the edition has {panels} but {pages} came out"))
                    .hint("every section opens a panel; join sections or put breaks until the panels are as many as the sheet has")
            })
        }
        Extent::Pages { multiple_of, at_most } => {
            let came = count(pages, "page");
            let detail = match at_most.filter(|most| pages > *most) {
                Some(most) => Some((
                    format!("the edition may have {} but {pages} came out", count(most, "page")),
                    Some("shorten texts, let the measures in `fit` give way further, or allow more `pages`"),
                )),
                None => (!pages.is_multiple_of(multiple_of)).then(|| {
                    (format!("{came} can't be folded: their number must be a multiple of {multiple_of}"), None)
                }),
            };
            detail.map(|(detail, hint)| {
                let found = Found::of_page(0, Vec::new(), detail);
                match hint {
                    Some(hint) => found.hint(hint),
                    None => found,
                }
            })
        }
    };
    found.into_iter().collect()
}

/// Finds panels that run over, and text beyond the foot of the room for text.
pub(super) fn overset(context: &Context<'_>) -> Vec<Found> {
    let mut all = Vec::new();
    for area in context.text_areas {
        if area.last_page > area.page {
            all.push(runs_over(context, area));
            continue;
        }
        let below = context.view.lines.iter().filter(|line| {
            line.page + 1 == area.page
                && !context.view.is_artifact(line.element)
                && line.baseline > area.area.bottom + ROUNDING
        });
        // The lowest line tells how much must go.
        let lowest = below.max_by(|one, other| one.baseline.total_cmp(&other.baseline));
        all.extend(lowest.map(|line| {
            let by = millimetres(line.baseline - area.area.bottom);
            let name = context.name(&line.origins);
            Found::in_line(line, format!("{name} stands {by} below the foot of the text"))
        }));
    }
    all
}

/// A panel that needs further pages: how much must go, and all its messages.
fn runs_over(context: &Context<'_>, area: &TextArea) -> Found {
    let over = area.used - (area.area.bottom - area.area.top);
    let setting = context.setting;
    let line_height = setting.size.0 * setting.leading;
    let pages = || area.page..=area.last_page;
    let characters: usize = pages().map(|page| context.characters_on(page)).sum();
    let (lines, must_go) = (
        (over / line_height).ceil().max(1.0) as usize,
        (characters as f64 * over / area.used).ceil().max(1.0) as usize,
    );
    let detail = format!(
        "panel {} (`{}`) is too full by {:.0} mm: about {}, {}, must go",
        area.panel.number,
        area.panel.section,
        Mm::from(Pt(over)).0.ceil(),
        count(lines, "line"),
        count(must_go, "character"),
    );
    // What has no room comes first.
    let over_pages = area.page + 1..=area.last_page;
    let pages = over_pages.chain([area.page]);
    let origins: Vec<usize> = pages.flat_map(|page| context.origins_on(page)).collect();
    let found = Found::of_page(area.page, origins, detail);
    let mut figures =
        context.figures.iter().filter(|figure| (area.page..=area.last_page).contains(&figure.page));
    if let Some(figure) = figures.next() {
        let (name, height) = (context.picture_name(&figure.path), millimetres(figure.size.1));
        return found.hint(format!(
            "shorten its texts, move a block, or show the figure {name}, which is {height} high, smaller"
        ));
    }
    match names_with_room(context, area) {
        Some((names, room)) => found.hint(format!(
            "it names {}, of which about {room} have room: limit the `languages` of the edition, or shorten the title",
            count(names, "language")
        )),
        None => found,
    }
}

/// How many names of languages a cover that runs over has, and about how many of them have room on its page: rows of names
/// must make room for the lines that stand on further pages.
fn names_with_room(context: &Context<'_>, area: &TextArea) -> Option<(usize, usize)> {
    let is_name = |origin: &usize| {
        let text = context.text(*origin);
        text.is_some_and(|text| matches!(text.origin, TextOrigin::Autonym(_)))
    };
    let on_panel = |page: usize| (area.page..=area.last_page).contains(&(page + 1));
    let lines: Vec<_> = context.view.lines.iter().filter(|line| on_panel(line.page)).collect();
    let with_names = lines.iter().filter(|line| line.origins.iter().any(is_name));
    let names = with_names.clone().count();
    let rows = rows_of(with_names.map(|line| (line.page, line.baseline)));
    let beyond = lines.iter().filter(|line| line.page + 1 > area.page);
    let beyond = rows_of(beyond.map(|line| (line.page, line.baseline)));
    let gone = beyond * names.div_ceil(rows.max(1));
    (rows > 2).then(|| (names, names.saturating_sub(gone)))
}

/// How many heights the lines of pages have.
fn rows_of(lines: impl Iterator<Item = (usize, f64)>) -> usize {
    let mut heights: Vec<(usize, f64)> = lines.collect();
    heights.sort_by(|one, other| one.0.cmp(&other.0).then(one.1.total_cmp(&other.1)));
    heights.dedup_by(|one, other| one.0 == other.0 && (one.1 - other.1).abs() < 2.0);
    heights.len()
}

/// Finds pages of a booklet with nothing on them.
pub(super) fn empty_page(context: &Context<'_>) -> Vec<Found> {
    let empty = context.text_areas.iter().filter(|area| area.empty && !is_leaflet(context));
    let found = empty.map(|area| {
        let detail = format!("page {} (`{}`) is empty", area.page, area.panel.section);
        Found::of_page(area.page, Vec::new(), detail)
    });
    found.collect()
}

/// Finds pages of a booklet with a few lines.
pub(super) fn nearly_empty(context: &Context<'_>) -> Vec<Found> {
    let few = context.text_areas.iter().filter(|area| {
        !is_leaflet(context) && (f64::MIN_POSITIVE..NEARLY_EMPTY).contains(&area.panel.fill)
    });
    let found = few.map(|area| {
        let (section, full) = (&area.panel.section, area.panel.fill * 100.0);
        let detail = format!("page {} (`{section}`) is nearly empty, {full:.0} % full", area.page);
        Found::of_page(area.page, context.origins_on(area.page), detail)
    });
    found.collect()
}

/// Finds pages of a booklet with a callout and nothing else.
pub(super) fn lone_callout(context: &Context<'_>) -> Vec<Found> {
    let lone = context.text_areas.iter().filter(|area| is_callout_alone(context, area));
    let found = lone.map(|area| {
        let origins = context.origins_on(area.page);
        let (section, name) = (&area.panel.section, context.name(&origins));
        let detail = format!("the callout {name} is alone on page {} (`{section}`)", area.page);
        Found::of_page(area.page, origins, detail)
    });
    found.collect()
}

/// Whether all that stands on a page, without head, foot and tab, belongs to one callout.
fn is_callout_alone(context: &Context<'_>, area: &TextArea) -> bool {
    let ([(top, bottom)], false) = (area.callouts.as_slice(), area.ruled) else { return false };
    let page = context.view.pages.get(area.page.wrapping_sub(1));
    page.is_some_and(|page| {
        page.items.iter().all(|item| match item {
            Item::Text(text) => {
                context.view.is_artifact(text.element) || (*top..=*bottom).contains(&text.baseline)
            }
            Item::Picture { area, .. } => (*top..=*bottom).contains(&area.middle().1),
            // Grounds, rules and tabs.
            Item::Shape { .. } => true,
        })
    })
}

/// Finds panels of a leaflet with much room left.
pub(super) fn under_filled(context: &Context<'_>) -> Vec<Found> {
    let covers = &context.composition.covers;
    let few = context.text_areas.iter().filter(|area| {
        is_leaflet(context)
            && area.panel.fill < UNDER_FILLED
            && !covers.contains(&area.panel.section)
    });
    let found = few.map(|area| {
        let (number, section) = (area.panel.number, &area.panel.section);
        let full = area.panel.fill * 100.0;
        let detail = format!("panel {number} (`{section}`) is only {full:.0} % full");
        Found::of_page(area.page, context.origins_on(area.page), detail)
    });
    found.collect()
}
