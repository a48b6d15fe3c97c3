//! Turns a path into straight lines.

use tiny_skia::{Path, PathSegment, Point};

use crate::plates::outline::pair;
use crate::plates::region::Grid;

/// By how much a straight line may miss a curve, in pixels.
const FLATNESS: f64 = 0.15;
/// Straight lines that a curve becomes at most.
const MOST_LINES: f64 = 48.0;

/// The straight lines of a path, its parts closed, in pixels. Lines that are not finite are left out.
pub(super) fn flatten(path: &Path, grid: &Grid, mut each: impl FnMut((f64, f64), (f64, f64))) {
    let mut line = |from: (f64, f64), to: (f64, f64)| {
        if [from.0, from.1, to.0, to.1].iter().all(|number| number.is_finite()) && from.1 != to.1 {
            each(from, to);
        }
    };
    let place = |point: Point| grid.place(pair(point));
    let (mut start, mut last) = ((0.0, 0.0), (0.0, 0.0));
    for segment in path.segments() {
        match segment {
            PathSegment::MoveTo(to) => {
                line(last, start);
                start = place(to);
                last = start;
            }
            PathSegment::LineTo(to) => {
                line(last, place(to));
                last = place(to);
            }
            PathSegment::QuadTo(by, to) => {
                let (from, by, to) = (last, place(by), place(to));
                // A quadratic curve as a cubic one.
                let third = |end: f64, by: f64| end + (by - end) * 2.0 / 3.0;
                let curve = [
                    from,
                    (third(from.0, by.0), third(from.1, by.1)),
                    (third(to.0, by.0), third(to.1, by.1)),
                    to,
                ];
                bend(curve, &mut line);
                last = to;
            }
            PathSegment::CubicTo(by, past, to) => {
                bend([last, place(by), place(past), place(to)], &mut line);
                last = place(to);
            }
            PathSegment::Close => {
                line(last, start);
                last = start;
            }
        }
    }
    line(last, start);
}

/// A cubic curve as straight lines.
pub(in crate::plates) fn bend(
    curve: [(f64, f64); 4],
    line: &mut impl FnMut((f64, f64), (f64, f64)),
) {
    let [one, two, three, four] = curve;
    let bow = |a: (f64, f64), b: (f64, f64), c: (f64, f64)| {
        (a.0 - 2.0 * b.0 + c.0).abs().max((a.1 - 2.0 * b.1 + c.1).abs())
    };
    let most = bow(one, two, three).max(bow(two, three, four));
    // The distance of a chord from a curve is an eighth of its second derivative, which is six times the bow.
    let count = (most * 0.75 / FLATNESS).sqrt().ceil().clamp(1.0, MOST_LINES);
    let mut last = one;
    let mut index = 1.0;
    while index <= count {
        let (there, back) = (index / count, 1.0 - index / count);
        let [a, b, c, d] = [
            back * back * back,
            3.0 * back * back * there,
            3.0 * back * there * there,
            there * there * there,
        ];
        let next = if index < count {
            (
                a * one.0 + b * two.0 + c * three.0 + d * four.0,
                a * one.1 + b * two.1 + c * three.1 + d * four.1,
            )
        } else {
            four
        };
        line(last, next);
        last = next;
        index += 1.0;
    }
}
