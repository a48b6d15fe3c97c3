//! Finds the backgrounds in a page's frame: filled areas, without text, lines and images.

use typst::layout::{Frame, FrameItem, GroupItem, Point, Size};
use typst::visualize::{Curve, Geometry, Paint, Shape};

/// An area that a page covers with opaque colour: the intersection of these outlines.
#[derive(Debug)]
pub(super) struct Background {
    /// The outlines by which the area is clipped, and last its own.
    pub(super) clips: Vec<Curve>,
}

/// Lists the backgrounds that reach into a window of this size, if the frame stands at `origin` from the window's corner.
/// Areas that are rotated or scaled are left out.
pub(super) fn backgrounds(frame: &Frame, origin: Point, window: Size) -> Vec<Background> {
    let mut out = Vec::new();
    collect(frame, origin, window, &mut Vec::new(), &mut out);
    out
}

fn collect(
    frame: &Frame,
    origin: Point,
    window: Size,
    clips: &mut Vec<Curve>,
    out: &mut Vec<Background>,
) {
    for (position, item) in frame.items() {
        let at = origin + *position;
        match item {
            FrameItem::Group(group) if group.transform.is_identity() => {
                let clip = group.clip.as_ref().map(|clip| moved(clip, at));
                let clipped = clip.is_some();
                clips.extend(clip);
                collect(&group.frame, at, window, clips, out);
                if clipped {
                    clips.pop();
                }
            }
            FrameItem::Shape(shape, _) if is_opaque(shape) => {
                let Some(outline) = outline(&shape.geometry) else { continue };
                let outline = moved(&outline, at);
                if reaches(&outline, window) && clips.iter().all(|clip| reaches(clip, window)) {
                    let mut clips = clips.clone();
                    clips.push(outline);
                    out.push(Background { clips });
                }
            }
            _ => {}
        }
    }
}

/// Copies a frame with nothing but its filled areas.
pub(super) fn only_backgrounds(frame: &Frame) -> Frame {
    let mut out = Frame::new(frame.size(), frame.kind());
    for (position, item) in frame.items() {
        match item {
            FrameItem::Group(group) => {
                let frame = only_backgrounds(&group.frame);
                if !frame.is_empty() {
                    let group = GroupItem { frame, ..group.clone() };
                    out.push(*position, FrameItem::Group(group));
                }
            }
            FrameItem::Shape(shape, span) if is_opaque(shape) => {
                out.push(*position, FrameItem::Shape(shape.clone(), *span));
            }
            _ => {}
        }
    }
    out
}

/// Whether a shape hides what lies under it.
fn is_opaque(shape: &Shape) -> bool {
    match &shape.fill {
        Some(Paint::Solid(colour)) => colour.alpha().is_none_or(|alpha| alpha >= 1.0),
        _ => false,
    }
}

fn outline(geometry: &Geometry) -> Option<Curve> {
    match geometry {
        Geometry::Rect(size) => Some(Curve::rect(*size)),
        Geometry::Curve(curve) => Some(curve.clone()),
        Geometry::Line(_) => None,
    }
}

fn moved(curve: &Curve, by: Point) -> Curve {
    let mut curve = curve.clone();
    curve.translate(by);
    curve
}

/// Whether an outline reaches into a window.
fn reaches(outline: &Curve, window: Size) -> bool {
    let bounds = outline.bbox(None);
    bounds.max.x.to_pt() > 0.0
        && bounds.max.y.to_pt() > 0.0
        && bounds.min.x < window.x
        && bounds.min.y < window.y
}
