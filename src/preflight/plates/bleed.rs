//! Turns the plates of a page into the stretches of its trim where colour does not extend to the edge of the bleed.

use crate::geometry::Rect;
use crate::page::{Side, Stretch};
use crate::plates::blend::{Pixel, sum};
use crate::plates::plate_set::Plates;

/// Ink below which paper counts as white, in 255ths of a plate: 3 %.
const WHITE: u16 = 8;
/// How far inside the trim one looks: 0.5 mm, in points.
const INSIDE: f64 = 0.5 * 72.0 / 25.4;
/// How far inside the edge of the bleed: 0.3 mm, in points; a pixel is as large.
const EDGE: f64 = 0.3 * 72.0 / 25.4;
/// The least difference that an eye sees as another colour beside the first, all plates added up, in 255ths: 15 points.
const OTHER: u32 = 38;
/// What planes of one colour may differ along the trim, in the same unit.
const SAME: u32 = 10;
/// The least length along which one colour gives way to another, in points: 5 mm. Less may be part of an image.
const LONGEST_DETAIL: f64 = 5.0 * 72.0 / 25.4;
/// The length along the trim that is too short to tell a direction, in points: 2 mm.
const SHORT: f64 = 2.0 * 72.0 / 25.4;

/// How colour changes from inside the trim to the edge of the bleed.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Transition {
    /// The colour continues, or changes gradually.
    Sound,
    /// Ink ends after so many pixels.
    Ends(usize),
    /// After so many pixels the first colour gives way to the second.
    Changes(usize, [Pixel; 2]),
}

impl Transition {
    fn depth(self) -> Option<usize> {
        match self {
            Transition::Sound => None,
            Transition::Ends(depth) | Transition::Changes(depth, _) => Some(depth),
        }
    }

    /// Whether this may be one plane with the way beside it.
    fn goes_with(self, other: Transition) -> bool {
        match (self, other) {
            (Transition::Sound, Transition::Sound) | (Transition::Ends(_), Transition::Ends(_)) => {
                true
            }
            (Transition::Changes(_, one), Transition::Changes(_, other)) => {
                one.into_iter().zip(other).all(|(one, other)| difference(one, other) <= SAME)
            }
            _ => false,
        }
    }
}

/// The four sides: left, bottom, right, top. Nothing is short on a side without bleed.
pub(super) fn sides(plates: &Plates, trim: Rect, bleed: Rect) -> [Side; 4] {
    let page = plates.grid.area(plates.grid.all());
    let Some(bleed) = bleed.shared(page) else { return [Side::default(); 4] };
    let (inner, edge) = (trim.grown(-INSIDE), bleed.grown(-EDGE));
    let upright = (trim.y0, trim.y1);
    let level = (trim.x0, trim.x1);
    let look = |along, [inner, trim, edge]: [f64; 3], point: fn(f64, f64) -> (f64, f64)| {
        // From the middle of the page the edge of the bleed lies beyond the trim.
        let wide = (edge - trim) * (trim - inner) > 0.0;
        if wide { side(plates, along, (inner, edge), point) } else { Side::default() }
    };
    [
        look(upright, [inner.x0, trim.x0, edge.x0], |along, across| (across, along)),
        look(level, [inner.y0, trim.y0, edge.y0], |along, across| (along, across)),
        look(upright, [inner.x1, trim.x1, edge.x1], |along, across| (across, along)),
        look(level, [inner.y1, trim.y1, edge.y1], |along, across| (along, across)),
    ]
}

/// One side, looked at pixel by pixel along it; `point` makes a point of the page of the places along and across.
fn side(
    plates: &Plates,
    (from, to): (f64, f64),
    across: (f64, f64),
    point: fn(f64, f64) -> (f64, f64),
) -> Side {
    let scale = plates.grid.scale;
    let count = ((to - from) * scale).floor().clamp(0.0, 1e6) as usize;
    let transitions: Vec<Transition> = (0..count)
        .map(|index| from + (index as f64 + 0.5) * (to - from) / count as f64)
        .map(|along| transition(plates, across, |across| point(along, across)))
        .collect();
    let mut lost = Side::default();
    // Runs too short for a direction of their own, together.
    let (mut specks, mut specked) = (Vec::new(), Stretch::default());
    let mut begin = 0;
    for run in transitions.chunk_by(|one, other| one.goes_with(*other)) {
        let end = begin + run.len();
        let place = |index: usize| from + index as f64 * (to - from) / count as f64;
        let along = (place(begin), place(end));
        let (share, length) = (run.len() as f64 / count as f64, run.len() as f64 / scale);
        match run.first() {
            Some(Transition::Ends(_)) if length < SHORT => {
                specks.extend_from_slice(run);
                specked.add(share, along);
            }
            Some(Transition::Ends(_)) if is_along(run, 0.5) => lost.ends.add(share, along),
            Some(Transition::Changes(..)) if length >= LONGEST_DETAIL && is_along(run, 0.8) => {
                lost.changes.add(share, along);
            }
            _ => {}
        }
        begin = end;
    }
    if specks.len() as f64 / scale >= SHORT && is_along(&specks, 0.9) {
        lost.ends.add(specked.share, specked.along);
    }
    lost
}

/// Whether at least such a share ends at one depth, as a plane does that is drawn to the trim: one that crosses the bleed at
/// a slant ends at every depth.
fn is_along(run: &[Transition], least: f64) -> bool {
    let depths: Vec<usize> = run.iter().filter_map(|transition| transition.depth()).collect();
    let deepest = depths.iter().copied().max().unwrap_or(0);
    let at = |depth| depths.iter().filter(|other| **other == depth).count();
    // A line may lie on the border of two pixels.
    let most = (0..=deepest).map(|depth| at(depth) + at(depth + 1)).max().unwrap_or(0);
    !depths.is_empty() && most as f64 >= least * depths.len() as f64
}

/// What is found on the way from a place inside the trim to one at the edge of the bleed.
fn transition(
    plates: &Plates,
    (inner, edge): (f64, f64),
    point: impl Fn(f64) -> (f64, f64),
) -> Transition {
    let steps = ((edge - inner).abs() * plates.grid.scale).ceil().clamp(1.0, 1e4) as usize;
    let pixel = |step: usize| {
        let across = inner + (edge - inner) * step as f64 / steps as f64;
        plates.grid.pixel(point(across))
    };
    let ink = |step| {
        let (column, row) = pixel(step)?;
        plates.peak(column, row).map(sum)
    };
    let backdrop = |step| {
        let (column, row) = pixel(step)?;
        plates.backdrop(column, row)
    };
    let is_white = |step: &usize| ink(*step).is_some_and(|ink| ink <= WHITE);
    if let Some(inside) = ink(0)
        && inside > WHITE
        && is_white(&steps)
        && let Some(end) = (0..=steps).find(is_white)
    {
        // An image that pales goes on, and so does one with white parts, one of which may lie at the very edge; the pixel in
        // which a plane ends has the ink of both.
        let before = ink(end.saturating_sub(2)).unwrap_or(0);
        let is_end = end + 2 <= steps
            && before.saturating_mul(2) >= inside
            && (end..=steps).all(|step| is_white(&step));
        return if is_end { Transition::Ends(end) } else { Transition::Sound };
    }
    let (Some(first), Some(last)) = (backdrop(0), backdrop(steps)) else {
        return Transition::Sound;
    };
    let whole = difference(first, last);
    if whole < OTHER {
        return Transition::Sound;
    }
    let is_jump = |step: &usize| {
        let (Some(one), Some(other)) = (backdrop(*step), backdrop(*step + 1)) else { return false };
        difference(one, other) * 5 >= whole * 4
    };
    (0..steps)
        .find(is_jump)
        .map_or(Transition::Sound, |step| Transition::Changes(step, [first, last]))
}

/// How far two colours are apart, all plates added up, in 255ths.
fn difference(one: Pixel, other: Pixel) -> u32 {
    one.into_iter().zip(other).map(|(one, other)| u32::from(one.abs_diff(other))).sum()
}
