//! Finds texts that the outline of a plane, or a rule, runs through.

use crate::typeset::checks::context::{Context, Found};
use crate::typeset::view::{Item, Line, PageView, Rect, Text, within};

/// How far from its edges the ink of a glyph may be touched, as a share of the size: boxes of round or slanted glyphs are
/// empty at their corners.
const TOUCHED: f64 = 0.1;

/// How far below the baseline rules under links lie, as a share of the size; they spare the letters that reach down.
const UNDERLINE: f64 = 0.3;

/// How flat a line is that may be such a rule: so many points high for its width.
const FLAT: f64 = 0.01;

type Point = (f64, f64);

/// Finds lines of text that something drawn strikes out.
pub(super) fn line_through(context: &Context<'_>) -> Vec<Found> {
    let mut all = Vec::new();
    for (index, page) in context.view.pages.iter().enumerate() {
        let lines = context.view.lines.iter().filter(|line| line.page == index);
        all.extend(lines.filter(|line| is_struck(page, line)).map(|line| {
            let name = context.name(&line.origins);
            Found::in_line(line, format!("a line runs through {name}"))
        }));
    }
    all
}

fn is_struck(page: &PageView, line: &Line) -> bool {
    page.items.iter().enumerate().any(|(place, item)| {
        let Item::Shape { area, edges, .. } = item else { return false };
        let near = area.with_room(1.0).shared(line.area).is_some();
        near && edges.iter().any(|edge| {
            let texts = line.pieces.iter().filter_map(|piece| page.text(*piece));
            texts.filter(|text| !is_underline(*edge, text)).any(|text| {
                text.ink.iter().any(|ink| {
                    let inner = ink.with_room(-TOUCHED * text.size);
                    cut(*edge, inner).is_some_and(|middle| {
                        area.with_room(1.0).holds(middle) && !is_hidden(page, place, middle)
                    })
                })
            })
        })
    })
}

/// Whether a line may be the rule under a link of this text.
fn is_underline(((x1, y1), (x2, y2)): (Point, Point), text: &Text) -> bool {
    let is_flat = (y2 - y1).abs() <= FLAT * (x2 - x1).abs();
    is_flat && (text.baseline..text.baseline + UNDERLINE * text.size).contains(&y1)
}

/// Whether something was painted over a place since.
fn is_hidden(page: &PageView, place: usize, point: Point) -> bool {
    page.items[place + 1..].iter().any(|item| match item {
        Item::Shape { area, outline, fill: Some(_), .. } => {
            area.holds(point) && within(outline, point)
        }
        Item::Picture { area, .. } => area.holds(point),
        _ => false,
    })
}

/// The middle of the part of a line that lies in an area; `None` if none does (after Liang and Barsky).
fn cut(((x1, y1), (x2, y2)): (Point, Point), area: Rect) -> Option<Point> {
    let (dx, dy) = (x2 - x1, y2 - y1);
    let (mut from, mut to) = (0.0_f64, 1.0_f64);
    let bounds = [
        (-dx, x1 - area.left),
        (dx, area.right - x1),
        (-dy, y1 - area.top),
        (dy, area.bottom - y1),
    ];
    for (step, room) in bounds {
        if step == 0.0 {
            if room < 0.0 {
                return None;
            }
            continue;
        }
        let share = room / step;
        if step < 0.0 { from = from.max(share) } else { to = to.min(share) }
    }
    let middle = f64::midpoint(from, to);
    (from < to).then_some((x1 + dx * middle, y1 + dy * middle))
}

#[cfg(test)]
mod tests {
    use super::cut;
    use crate::typeset::view::Rect;

    #[test]
    fn a_line_is_cut_to_an_area() {
        let area = Rect { left: 0.0, top: 0.0, right: 10.0, bottom: 4.0 };
        assert_eq!(cut(((-10.0, 2.0), (20.0, 2.0)), area), Some((5.0, 2.0)));
        assert_eq!(cut(((3.0, -9.0), (3.0, 9.0)), area), Some((3.0, 2.0)));
        assert_eq!(cut(((-1.0, 3.0), (3.0, 9.0)), area), None);
        assert_eq!(cut(((11.0, 0.0), (11.0, 9.0)), area), None);
    }
}
