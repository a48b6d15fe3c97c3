//! Draws the marks by which a side of a sheet is cut, folded and brought into register.

use std::sync::Arc;

use feuillet_units::Mm;
use typst::layout::{Abs, Frame, FrameItem, Point, Ratio, Sides, Size};
use typst::syntax::Span;
use typst::visualize::{
    Cmyk, Color, Curve, DashPattern, FixedStroke, Geometry, Luma, ProcessColor, SpotColor,
    SpotColorant, SpotColorantName,
};

use crate::impose::abs;
use crate::impose::layout::SideLayout;
use crate::impose::slug::Slug;

/// What is drawn on a sheet beside its pages.
#[derive(Debug, Clone, Copy, Default)]
pub struct Marks<'a> {
    /// Their colour, and where they stand.
    pub style: MarkStyle,
    /// Fold marks.
    pub folds: bool,
    /// Crop marks.
    pub cuts: bool,
    /// Registration targets, and a colour bar.
    pub registration: bool,
    /// A line of text that identifies the sheet.
    pub slug: Option<Slug<'a>>,
}

/// The colour of marks, and where they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum MarkStyle {
    /// For a print shop: on all plates, outside the bleed.
    #[default]
    Press,
    /// For an office printer: light grey, within its printable area.
    Office,
}

/// The least distance of marks from the trimmed edge.
const OFFSET: Mm = Mm(3.0);
/// The distance of marks from the bleed.
const GAP: Mm = Mm(0.5);
/// The length of a crop or fold mark.
const MARK_LENGTH: Mm = Mm(5.0);
/// The room outside these marks for the colour bar and the slug line.
const STRIP: Mm = Mm(6.0);
/// The margin that an office printer can't print.
pub(super) const UNPRINTABLE: Mm = Mm(5.0);
/// The length of a fold mark on an office sheet.
const OFFICE_FOLD_MARK: Mm = Mm(3.0);
/// The side of a patch of the colour bar.
const PATCH: Mm = Mm(4.0);

impl Marks<'_> {
    /// The room that they need around the trimmed sheet, for pages with this bleed.
    pub(super) fn room(&self, bleed: Abs) -> Abs {
        if self.style == MarkStyle::Office {
            return Abs::zero();
        }
        if self.registration || self.slug.is_some() {
            offset(bleed) + abs(MARK_LENGTH) + abs(STRIP)
        } else if self.folds || self.cuts {
            offset(bleed) + abs(MARK_LENGTH) + abs(GAP)
        } else {
            bleed
        }
    }
}

/// The distance of marks from the trimmed edge.
fn offset(bleed: Abs) -> Abs {
    (bleed + abs(GAP)).max(abs(OFFSET))
}

/// Draws the marks of a side, measured from its trimmed corner. `margin` is what the paper has around it.
pub(super) fn draw(
    marks: &Marks<'_>,
    layout: &SideLayout,
    bleed: Abs,
    margin: Sides<Abs>,
    frame: &mut Frame,
) {
    match marks.style {
        MarkStyle::Press => {
            let from = offset(bleed);
            let reach = Sides::splat((from, from + abs(MARK_LENGTH)));
            let stroke = hairline(registration());
            if marks.cuts {
                edge_marks(frame, layout.size, (&layout.columns, &layout.rows), reach, &stroke);
            }
            if marks.folds {
                edge_marks(
                    frame,
                    layout.size,
                    (&layout.folds, &[]),
                    reach,
                    &dashed(stroke.clone()),
                );
            }
            if marks.registration {
                registration_targets(frame, layout, from + abs(MARK_LENGTH) / 2.0, &stroke);
                colour_bar(frame, from + abs(MARK_LENGTH) + abs(GAP) * 2.0);
            }
        }
        MarkStyle::Office => {
            let stroke = hairline(grey());
            if marks.cuts {
                // From beside the cut to the edge of the printable area, if there is room.
                let reach = margin.map(|margin| {
                    (abs(Mm(1.0)), (abs(Mm(1.0)) + abs(MARK_LENGTH)).min(margin - abs(UNPRINTABLE)))
                });
                edge_marks(frame, layout.size, (&layout.columns, &layout.rows), reach, &stroke);
            }
            if marks.folds {
                // From the edge of the printable area inwards, into the page if that begins at the edge of the paper.
                let reach = margin.map(|margin| {
                    (margin - abs(UNPRINTABLE) - abs(OFFICE_FOLD_MARK), margin - abs(UNPRINTABLE))
                });
                edge_marks(frame, layout.size, (&layout.folds, &[]), reach, &dashed(stroke));
            }
        }
    }
}

/// The top left corner of the slug line.
pub(super) fn slug_corner(layout: &SideLayout, bleed: Abs) -> Point {
    Point::new(abs(Mm(8.0)), layout.size.y + offset(bleed) + abs(MARK_LENGTH) + abs(GAP) * 2.0)
}

/// Draws marks above and below each column, and beside each row, between two distances from the trimmed edge.
fn edge_marks(
    frame: &mut Frame,
    size: Size,
    (columns, rows): (&[Abs], &[Abs]),
    reach: Sides<(Abs, Abs)>,
    stroke: &FixedStroke,
) {
    let mut mark = |from: Point, by: Point| {
        if by.x + by.y > Abs::zero() {
            draw_line(frame, from, by, stroke);
        }
    };
    for x in columns {
        let (near, far) = reach.top;
        mark(Point::new(*x, -far), Point::with_y(far - near));
        let (near, far) = reach.bottom;
        mark(Point::new(*x, size.y + near), Point::with_y(far - near));
    }
    for y in rows {
        let (near, far) = reach.left;
        mark(Point::new(-far, *y), Point::with_x(far - near));
        let (near, far) = reach.right;
        mark(Point::new(size.x + near, *y), Point::with_x(far - near));
    }
}

fn draw_line(frame: &mut Frame, from: Point, by: Point, stroke: &FixedStroke) {
    let shape = Geometry::Line(by).stroked(stroke.clone());
    frame.push(from, FrameItem::Shape(shape, Span::detached()));
}

/// Draws a cross in a circle at the middle of each edge; above and below, at the middle of the widest part between folds
/// and cuts, where it meets no other mark.
fn registration_targets(
    frame: &mut Frame,
    layout: &SideLayout,
    distance: Abs,
    stroke: &FixedStroke,
) {
    let x = widest_middle(&[layout.columns.as_slice(), &layout.folds].concat());
    let y = widest_middle(&layout.rows);
    let (radius, arm) = (abs(Mm(1.2)), abs(Mm(2.2)));
    let (width, height) = (layout.size.x, layout.size.y);
    for centre in [
        Point::new(x, -distance),
        Point::new(x, height + distance),
        Point::new(-distance, y),
        Point::new(width + distance, y),
    ] {
        let circle = Geometry::Curve(Curve::ellipse(Size::splat(2.0 * radius)));
        let shape = circle.stroked(stroke.clone());
        frame.push(centre - Point::splat(radius), FrameItem::Shape(shape, Span::detached()));
        draw_line(frame, centre - Point::with_x(arm), Point::with_x(2.0 * arm), stroke);
        draw_line(frame, centre - Point::with_y(arm), Point::with_y(2.0 * arm), stroke);
    }
}

/// The middle of the widest gap between two neighbours.
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

/// The patches of the colour bar, in percent of cyan, magenta, yellow and black: solids, half tints and overprints of two
/// inks.
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

/// Draws a row of patches above the sheet, `distance` from it.
fn colour_bar(frame: &mut Frame, distance: Abs) {
    for (index, percents) in PATCHES.iter().enumerate() {
        let [c, m, y, k] = percents.map(|percent| f32::from(percent) / 100.0);
        let colour = Color::Process(ProcessColor::Cmyk(Cmyk { c, m, y, k }));
        let shape = Geometry::Rect(Size::splat(abs(PATCH))).filled(colour);
        let x = abs(Mm(8.0)) + index as f64 * abs(PATCH);
        frame
            .push(Point::new(x, -distance - abs(PATCH)), FrameItem::Shape(shape, Span::detached()));
    }
}

fn hairline(colour: Color) -> FixedStroke {
    FixedStroke::from_pair(colour, Abs::pt(0.25))
}

fn dashed(stroke: FixedStroke) -> FixedStroke {
    let dash = DashPattern { array: vec![abs(Mm(0.75)), abs(Mm(0.5))], phase: Abs::zero() };
    FixedStroke { dash: Some(dash), ..stroke }
}

/// Registration colour: every plate prints it.
fn registration() -> Color {
    let fallback = ProcessColor::Cmyk(Cmyk { c: 1.0, m: 1.0, y: 1.0, k: 1.0 });
    let colorant = SpotColorant { name: Some(SpotColorantName::All), fallback };
    Color::Spot(SpotColor::new(Arc::new(colorant), Ratio::one()))
}

/// Light enough not to disturb a text, and dark enough to be found.
fn grey() -> Color {
    Color::Process(ProcessColor::Luma(Luma::new(0.55, 1.0)))
}
