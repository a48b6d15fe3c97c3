//! A side of a sheet in; the marks by which it is cut, folded, and brought into register out.

use std::sync::Arc;

use feuillet_units::Mm;
use typst::layout::{Abs, Frame, FrameItem, Point, Ratio, Sides, Size};
use typst::syntax::Span;
use typst::visualize::{
    Cmyk, Color, Curve, DashPattern, FixedStroke, Geometry, Luma, ProcessColor, SpotColor,
    SpotColorant, SpotColorantName,
};

use crate::impose::abs;
use crate::impose::plan::Plan;
use crate::impose::slug::Slug;

/// What is drawn on a sheet beside its pages.
#[derive(Debug, Clone, Copy, Default)]
pub struct Marks<'a> {
    /// In which colour, and where.
    pub ink: Ink,
    /// Ticks where the sheet is folded.
    pub folds: bool,
    /// Ticks where it is cut.
    pub cuts: bool,
    /// What a print shop brings plates into register and measures colour with.
    pub press: bool,
    /// A line that says what it is.
    pub slug: Option<Slug<'a>>,
}

/// The colour of marks, and where they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ink {
    /// For a print shop: on all plates, beyond the bleed.
    #[default]
    Press,
    /// For an office printer: light grey, on what it can print of the sheet.
    Office,
}

/// Marks stand this far from the trimmed edge at least.
const OFFSET: Mm = Mm(3.0);
/// Marks keep this distance from the bleed.
const GAP: Mm = Mm(0.5);
/// The length of a tick.
const TICK: Mm = Mm(5.0);
/// The room beyond ticks for the colour bar and the slug line.
const STRIP: Mm = Mm(6.0);
/// What an office printer leaves white at the edges.
pub(super) const UNPRINTED: Mm = Mm(5.0);
/// The length of a fold's tick on an office sheet.
const OFFICE_TICK: Mm = Mm(3.0);
/// The side of a patch of the colour bar.
const PATCH: Mm = Mm(4.0);

impl Marks<'_> {
    /// The room that they need around the trimmed sheet, for pages with this bleed.
    pub(super) fn room(&self, bleed: Abs) -> Abs {
        if self.ink == Ink::Office {
            return Abs::zero();
        }
        if self.press || self.slug.is_some() {
            offset(bleed) + abs(TICK) + abs(STRIP)
        } else if self.folds || self.cuts {
            offset(bleed) + abs(TICK) + abs(GAP)
        } else {
            bleed
        }
    }
}

/// The distance of marks from the trimmed edge.
fn offset(bleed: Abs) -> Abs {
    (bleed + abs(GAP)).max(abs(OFFSET))
}

/// Draws the marks of a side, in coordinates of its trimmed corner. `margin` is what the sheet has around it.
pub(super) fn draw(
    marks: &Marks<'_>,
    plan: &Plan,
    bleed: Abs,
    margin: Sides<Abs>,
    frame: &mut Frame,
) {
    match marks.ink {
        Ink::Press => {
            let from = offset(bleed);
            let reach = Sides::splat((from, from + abs(TICK)));
            let stroke = line(registration());
            if marks.cuts {
                ticks(frame, plan.size, (&plan.columns, &plan.rows), reach, &stroke);
            }
            if marks.folds {
                ticks(frame, plan.size, (&plan.folds, &[]), reach, &dashed(stroke.clone()));
            }
            if marks.press {
                targets(frame, plan, from + abs(TICK) / 2.0, &stroke);
                colour_bar(frame, from + abs(TICK) + abs(GAP) * 2.0);
            }
        }
        Ink::Office => {
            let stroke = line(grey());
            if marks.cuts {
                // From beside the cut to the edge of what is printed, if that leaves any room.
                let reach = margin.map(|margin| {
                    (abs(Mm(1.0)), (abs(Mm(1.0)) + abs(TICK)).min(margin - abs(UNPRINTED)))
                });
                ticks(frame, plan.size, (&plan.columns, &plan.rows), reach, &stroke);
            }
            if marks.folds {
                // Measured from the edge of the sheet, into the page if that begins at the edge.
                let reach = margin.map(|margin| {
                    (margin - abs(UNPRINTED) - abs(OFFICE_TICK), margin - abs(UNPRINTED))
                });
                ticks(frame, plan.size, (&plan.folds, &[]), reach, &dashed(stroke));
            }
        }
    }
}

/// Where the slug line stands.
pub(super) fn slug_place(plan: &Plan, bleed: Abs) -> Point {
    Point::new(abs(Mm(8.0)), plan.size.y + offset(bleed) + abs(TICK) + abs(GAP) * 2.0)
}

/// Ticks above and below each column, and beside each row: from and to these distances from the trimmed edge.
fn ticks(
    frame: &mut Frame,
    size: Size,
    (columns, rows): (&[Abs], &[Abs]),
    reach: Sides<(Abs, Abs)>,
    stroke: &FixedStroke,
) {
    let mut tick = |from: Point, by: Point| {
        if by.x + by.y > Abs::zero() {
            segment(frame, from, by, stroke);
        }
    };
    for x in columns {
        let (near, far) = reach.top;
        tick(Point::new(*x, -far), Point::with_y(far - near));
        let (near, far) = reach.bottom;
        tick(Point::new(*x, size.y + near), Point::with_y(far - near));
    }
    for y in rows {
        let (near, far) = reach.left;
        tick(Point::new(-far, *y), Point::with_x(far - near));
        let (near, far) = reach.right;
        tick(Point::new(size.x + near, *y), Point::with_x(far - near));
    }
}

fn segment(frame: &mut Frame, from: Point, by: Point, stroke: &FixedStroke) {
    let shape = Geometry::Line(by).stroked(stroke.clone());
    frame.push(from, FrameItem::Shape(shape, Span::detached()));
}

/// Crosses in circles in the middle of each edge; above and below, in the middle of the widest part between folds and
/// cuts, where they meet no other mark.
fn targets(frame: &mut Frame, plan: &Plan, distance: Abs, stroke: &FixedStroke) {
    let x = widest_middle(&[plan.columns.as_slice(), &plan.folds].concat());
    let y = widest_middle(&plan.rows);
    let (radius, arm) = (abs(Mm(1.2)), abs(Mm(2.2)));
    let (width, height) = (plan.size.x, plan.size.y);
    for centre in [
        Point::new(x, -distance),
        Point::new(x, height + distance),
        Point::new(-distance, y),
        Point::new(width + distance, y),
    ] {
        let circle = Geometry::Curve(Curve::ellipse(Size::splat(2.0 * radius)));
        let shape = circle.stroked(stroke.clone());
        frame.push(centre - Point::splat(radius), FrameItem::Shape(shape, Span::detached()));
        segment(frame, centre - Point::with_x(arm), Point::with_x(2.0 * arm), stroke);
        segment(frame, centre - Point::with_y(arm), Point::with_y(2.0 * arm), stroke);
    }
}

/// The middle of the widest distance between two neighbours.
fn widest_middle(places: &[Abs]) -> Abs {
    let mut places = places.to_vec();
    places.sort();
    let gaps = places.windows(2).map(|pair| (pair[1] - pair[0], (pair[0] + pair[1]) / 2.0));
    // The first of several that are equally wide, give or take rounding.
    gaps.fold(
        (Abs::zero(), Abs::zero()),
        |best, gap| {
            if gap.0 > best.0 + Abs::pt(0.01) { gap } else { best }
        },
    )
    .1
}

/// The patches of the colour bar, in percent of cyan, magenta, yellow and black: the plates full and half, and two
/// over each other.
const PATCHES: [[u8; 4]; 11] = [
    [100, 0, 0, 0],
    [0, 100, 0, 0],
    [0, 0, 100, 0],
    [0, 0, 0, 100],
    [50, 0, 0, 0],
    [0, 50, 0, 0],
    [0, 0, 50, 0],
    [0, 0, 0, 50],
    [0, 100, 100, 0],
    [100, 0, 100, 0],
    [100, 100, 0, 0],
];

/// Patches in a row above the sheet, `distance` from it.
fn colour_bar(frame: &mut Frame, distance: Abs) {
    for (index, percents) in PATCHES.iter().enumerate() {
        let [c, m, y, k] = percents.map(|percent| f32::from(percent) / 100.0);
        let colour = Color::Process(ProcessColor::Cmyk(Cmyk { c, m, y, k }));
        let shape = Geometry::Rect(Size::splat(abs(PATCH))).filled(colour);
        #[allow(clippy::cast_precision_loss, reason = "eleven patches")]
        let x = abs(Mm(8.0)) + index as f64 * abs(PATCH);
        frame
            .push(Point::new(x, -distance - abs(PATCH)), FrameItem::Shape(shape, Span::detached()));
    }
}

fn line(colour: Color) -> FixedStroke {
    FixedStroke::from_pair(colour, Abs::pt(0.25))
}

fn dashed(stroke: FixedStroke) -> FixedStroke {
    let dash = DashPattern { array: vec![abs(Mm(0.75)), abs(Mm(0.5))], phase: Abs::zero() };
    FixedStroke { dash: Some(dash), ..stroke }
}

/// The colour that every plate prints.
fn registration() -> Color {
    let fallback = ProcessColor::Cmyk(Cmyk { c: 1.0, m: 1.0, y: 1.0, k: 1.0 });
    let colorant = SpotColorant { name: Some(SpotColorantName::All), fallback };
    Color::Spot(SpotColor::new(Arc::new(colorant), Ratio::one()))
}

/// Light enough not to disturb a text, and dark enough to be found.
fn grey() -> Color {
    Color::Process(ProcessColor::Luma(Luma::new(0.55, 1.0)))
}
