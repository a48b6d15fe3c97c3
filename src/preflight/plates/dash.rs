//! Turns a path and a pattern of dashes into the dashes, each a path of straight lines.

use tiny_skia::{Path, PathBuilder, PathSegment};

use crate::plates::outline::{bend, pair};

/// Dashes of a line at most; one with more is as dark where it is, and only that counts.
pub(super) const MOST_DASHES: f64 = 20_000.0;

/// The dashes of a path. `lengths` are those of dashes and gaps in turn, an even number of them, not all 0, and `phase` is how
/// far into them each part of the path begins. `scale` is how many pixels a unit is long. `None` if there are none or too many.
pub(super) fn dashed(path: &Path, lengths: &[f64], phase: f64, scale: f64) -> Option<Path> {
    let mut dashes = Dashes {
        lengths,
        phase,
        index: 0,
        left: 0.0,
        drawn: false,
        steps: MOST_DASHES * 4.0,
        out: PathBuilder::new(),
    };
    let (mut start, mut last) = ((0.0, 0.0), (0.0, 0.0));
    for segment in path.segments() {
        match segment {
            PathSegment::MoveTo(to) => {
                start = pair(to);
                last = start;
                dashes.begin();
            }
            PathSegment::LineTo(to) => {
                dashes.line(last, pair(to))?;
                last = pair(to);
            }
            PathSegment::QuadTo(by, to) => {
                let (from, by, to) = (last, pair(by), pair(to));
                let third = |end: f64, by: f64| end + (by - end) * 2.0 / 3.0;
                let near = |end: (f64, f64)| (third(end.0, by.0), third(end.1, by.1));
                dashes.curve([from, near(from), near(to), to], scale)?;
                last = to;
            }
            PathSegment::CubicTo(by, past, to) => {
                dashes.curve([last, pair(by), pair(past), pair(to)], scale)?;
                last = pair(to);
            }
            PathSegment::Close => {
                dashes.line(last, start)?;
                last = start;
            }
        }
    }
    dashes.out.finish()
}

/// Dashes as they are drawn.
struct Dashes<'a> {
    lengths: &'a [f64],
    phase: f64,
    /// The place in the pattern, and how much of it is left; even places are dashes.
    index: usize,
    left: f64,
    /// Whether a dash is begun.
    drawn: bool,
    /// How many more steps there may be.
    steps: f64,
    out: PathBuilder,
}

impl Dashes<'_> {
    /// Begins a part of the path.
    fn begin(&mut self) {
        let mut phase = self.phase;
        self.drawn = false;
        for (index, length) in self.lengths.iter().enumerate() {
            (self.index, self.left) = (index, length - phase);
            if phase < *length {
                return;
            }
            phase -= length;
        }
    }

    fn curve(&mut self, curve: [(f64, f64); 4], scale: f64) -> Option<()> {
        let mut whole = Some(());
        let pixels = curve.map(|(x, y)| (x * scale, y * scale));
        bend(pixels, &mut |from, to| {
            let back = |(x, y): (f64, f64)| (x / scale, y / scale);
            whole = whole.and_then(|()| self.line(back(from), back(to)));
        });
        whole
    }

    fn line(&mut self, from: (f64, f64), to: (f64, f64)) -> Option<()> {
        let length = (to.0 - from.0).hypot(to.1 - from.1);
        if !length.is_finite() {
            return None;
        }
        let place = |at: f64| {
            let share = if length > 0.0 { at / length } else { 0.0 };
            ((from.0 + (to.0 - from.0) * share) as f32, (from.1 + (to.1 - from.1) * share) as f32)
        };
        let mut at = 0.0;
        loop {
            self.steps -= 1.0;
            if self.steps < 0.0 {
                return None;
            }
            let is_dash = self.index.is_multiple_of(2);
            if is_dash && !self.drawn {
                let (x, y) = place(at);
                self.out.move_to(x, y);
                self.drawn = true;
            }
            let end = (at + self.left).min(length);
            if is_dash {
                let (x, y) = place(end);
                self.out.line_to(x, y);
            }
            if at + self.left > length {
                self.left -= length - at;
                return Some(());
            }
            at = end;
            self.index = (self.index + 1) % self.lengths.len().max(1);
            self.left = self.lengths.get(self.index).copied()?;
            self.drawn = false;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{ProptestConfig, any, proptest};
    use tiny_skia::{PathBuilder, PathSegment};

    use super::dashed;

    #[test]
    fn dashes_go_round_corners_and_begin_within_the_pattern() {
        let mut path = PathBuilder::new();
        path.move_to(0.0, 0.0);
        path.line_to(10.0, 0.0);
        path.line_to(10.0, 10.0);
        let dashes = dashed(&path.finish().unwrap(), &[6.0, 4.0], 2.0, 1.0).unwrap();
        let ends = dashes.segments().map(|segment| match segment {
            PathSegment::MoveTo(to) => (true, to.x, to.y),
            PathSegment::LineTo(to) => (false, to.x, to.y),
            _ => unreachable!("only straight lines"),
        });
        assert_eq!(
            ends.collect::<Vec<_>>(),
            [
                (true, 0.0, 0.0),
                (false, 4.0, 0.0),
                (true, 8.0, 0.0),
                (false, 10.0, 0.0),
                (false, 10.0, 4.0),
                (true, 10.0, 8.0),
                (false, 10.0, 10.0),
            ]
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(300))]

        #[test]
        fn no_path_and_no_pattern_stops_it(
            points in proptest::collection::vec((any::<f32>(), any::<f32>()), 2..6),
            dash in 0.0_f64..1e3,
            gap in 1e-300_f64..1e3,
            phase in 0.0_f64..1.0,
            scale in 1e-3_f64..1e3,
        ) {
            let mut path = PathBuilder::new();
            for (index, (x, y)) in points.iter().enumerate() {
                match index % 3 {
                    0 => path.move_to(*x, *y),
                    1 => path.line_to(*x, *y),
                    _ => path.quad_to(*y, *x, *x, *y),
                }
            }
            path.close();
            if let Some(path) = path.finish() {
                let _ = dashed(&path, &[dash, gap], phase * (dash + gap), scale);
            }
        }
    }
}
