//! Finds texts that lie over other texts or pictures, or under shapes.

use crate::typeset::checks::context::{Context, Found};
use crate::typeset::view::{Item, Line, PageView, Rect, Text, within};

/// How far the ink of two glyphs must share room in both directions to touch, as a share of the smaller size: boxes of
/// round or slanted glyphs share a little without harm, and so do the marks of Arabic.
const OVER_TEXT: f64 = 0.12;

/// The same for a picture: icons have a margin of their own.
const OVER_PICTURE: f64 = 0.15;

/// Finds lines that can't be read for what lies over or under them.
pub(super) fn overlap(context: &Context<'_>) -> Vec<Found> {
    let mut all = Vec::new();
    for (index, page) in context.view.pages.iter().enumerate() {
        let mut lines: Vec<&Line> =
            context.view.lines.iter().filter(|line| line.page == index).collect();
        lines.sort_by(|one, other| one.area.top.total_cmp(&other.area.top));
        for (place, line) in lines.iter().enumerate() {
            let below = lines[place + 1..].iter();
            let near = below.take_while(|other| other.area.top < line.area.bottom);
            for other in near.filter(|other| touch(page, line, other)) {
                all.push(over_text(context, line, other));
            }
            all.extend(over_picture(context, page, line));
            all.extend(covered(context, page, line));
        }
    }
    all
}

fn over_text(context: &Context<'_>, line: &Line, other: &Line) -> Found {
    // The composition is in reading order.
    let later = line.origins.first() > other.origins.first();
    let (line, other) = if later { (other, line) } else { (line, other) };
    let (one, two) = (context.name(&line.origins), context.name(&other.origins));
    let origins: Vec<usize> = line.origins.iter().chain(&other.origins).copied().collect();
    let area = line.area.shared(other.area).unwrap_or(line.area);
    let detail = if one == two {
        format!("two lines of {one} lie over each other")
    } else {
        format!("{one} and {two} lie over each other")
    };
    Found::at(line.page + 1, area, &origins, detail)
}

fn over_picture(context: &Context<'_>, page: &PageView, line: &Line) -> Option<Found> {
    let pictures = page.items.iter().filter_map(|item| match item {
        Item::Picture { area, .. } => Some(*area),
        _ => None,
    });
    let over = |picture: &Rect| {
        line.area.shared(*picture).is_some()
            && texts(page, line)
                .flat_map(|text| text.ink.iter().map(move |ink| (ink, text.size)))
                .any(|(ink, size)| shares(*ink, *picture, OVER_PICTURE * size))
    };
    pictures.into_iter().find(over).map(|_| {
        let name = context.name(&line.origins);
        Found::in_line(line, format!("{name} lies over a picture"))
    })
}

/// A line of which a glyph was painted over.
fn covered(context: &Context<'_>, page: &PageView, line: &Line) -> Option<Found> {
    let hidden = line.pieces.iter().any(|piece| {
        let Some(text) = page.text(*piece) else { return false };
        page.items[*piece..].iter().any(|item| match item {
            Item::Shape { area, outline, fill: Some(_), .. }
                if area.shared(text.area).is_some() =>
            {
                let mut middles = text.ink.iter().map(|ink| ink.middle());
                middles.any(|middle| area.holds(middle) && within(outline, middle))
            }
            _ => false,
        })
    });
    hidden.then(|| {
        let name = context.name(&line.origins);
        Found::in_line(line, format!("{name} is covered by a shape"))
    })
}

fn texts<'a>(page: &'a PageView, line: &'a Line) -> impl Iterator<Item = &'a Text> {
    line.pieces.iter().filter_map(|piece| page.text(*piece))
}

/// Whether the ink of two lines touches.
fn touch(page: &PageView, line: &Line, other: &Line) -> bool {
    let least = OVER_TEXT * line.size.min(other.size);
    let Some(room) = line.area.shared(other.area).filter(|room| fits(*room, least)) else {
        return false;
    };
    let glyphs = |line: &Line| -> Vec<Rect> {
        let all = texts(page, line).flat_map(|text| &text.ink).copied();
        all.filter(|ink| ink.shared(room).is_some()).collect()
    };
    let others = glyphs(other);
    glyphs(line).iter().any(|ink| others.iter().any(|other| shares(*ink, *other, least)))
}

/// Whether two areas share more than so much in both directions.
fn shares(one: Rect, other: Rect, least: f64) -> bool {
    one.shared(other).is_some_and(|shared| fits(shared, least))
}

fn fits(area: Rect, least: f64) -> bool {
    let (width, height) = area.size();
    width > least && height > least
}
