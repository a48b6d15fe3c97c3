//! Finds paragraphs and headings that a page breaks badly.

use crate::typeset::checks::context::{Context, Found};
use crate::typeset::view::{Item, Line, Paragraph};

/// From this width and height, in points, a picture counts as what a heading announces: 10 mm; icons are smaller.
const PICTURE: f64 = 10.0 * 72.0 / 25.4;

/// Finds last lines alone at the head of a page.
pub(super) fn widow(context: &Context<'_>) -> Vec<Found> {
    let broken = broken(context).filter(|rows| alone(rows.iter().rev()));
    let found = broken.filter_map(|rows| {
        let line = rows.last()?;
        let name = context.name(&line.origins);
        Some(Found::in_line(
            line,
            format!("the last line of {name} stands alone at the head of a page"),
        ))
    });
    found.collect()
}

/// Finds first lines alone at the foot of a page.
pub(super) fn orphan(context: &Context<'_>) -> Vec<Found> {
    let broken = broken(context).filter(|rows| alone(rows.iter()));
    let found = broken.filter_map(|rows| {
        let line = rows.first()?;
        let name = context.name(&line.origins);
        Some(Found::in_line(
            line,
            format!("the first line of {name} stands alone at the foot of a page"),
        ))
    });
    found.collect()
}

/// Whether the first of these rows is the only one on its page.
fn alone<'a, 'b: 'a>(mut rows: impl Iterator<Item = &'a &'b Line>) -> bool {
    match (rows.next(), rows.next()) {
        (Some(one), Some(other)) => one.page != other.page,
        _ => false,
    }
}

/// The rows of each paragraph that stands on more than one page. Lines beside each other are one row.
fn broken<'a>(context: &'a Context<'_>) -> impl Iterator<Item = Vec<&'a Line>> {
    context.view.paragraphs.iter().filter_map(|paragraph| {
        let rows = rows(context, paragraph);
        let (first, last) = (rows.first()?, rows.last()?);
        // The header of a table that is shown again on the next page is no part of a paragraph.
        let again = rows.iter().any(|row| row.page > first.page && row.text == first.text);
        (first.page != last.page && !again).then_some(rows)
    })
}

fn rows<'a>(context: &'a Context<'_>, paragraph: &Paragraph) -> Vec<&'a Line> {
    let mut rows: Vec<&Line> = Vec::new();
    for line in paragraph.lines.iter().filter_map(|line| context.view.lines.get(*line)) {
        let new = rows.last().is_none_or(|row| {
            row.page != line.page || (row.baseline - line.baseline).abs() > line.size / 2.0
        });
        if new {
            rows.push(line);
        }
    }
    rows
}

/// Finds headings below which nothing stands on their page.
pub(super) fn lone_heading(context: &Context<'_>) -> Vec<Found> {
    let view = context.view;
    let headings = view.paragraphs.iter().enumerate().filter(|(_, it)| it.heading.is_some());
    let found = headings.filter_map(|(index, heading)| {
        let line = view.lines.get(*heading.lines.last()?)?;
        let mut after = view.paragraphs.get(index + 1..)?.iter();
        let text = after.any(|other| {
            let first = other.lines.first().and_then(|first| view.lines.get(*first));
            other.heading.is_none() && first.is_some_and(|first| first.page == line.page)
        });
        let picture = view.pages.get(line.page)?.items.iter().any(|item| match item {
            Item::Picture { area, .. } => {
                let (width, height) = area.size();
                width >= PICTURE && height >= PICTURE && area.top >= line.baseline
            }
            _ => false,
        });
        let ruled = context.text_areas.iter().any(|area| area.page == line.page + 1 && area.ruled);
        let name = context.name(&line.origins);
        (!text && !picture && !ruled).then(|| {
            Found::in_line(line, format!("no text follows the heading {name} on its page"))
        })
    });
    found.collect()
}
