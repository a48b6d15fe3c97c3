//! Tells at which sides of a page colour ends too early.

use super::*;
use crate::page::{Side, Stretch};

const TRIM: Rect = Rect { x0: 8.5, y0: 8.5, x1: 63.5, y1: 63.5 };
const CYAN: [f32; 4] = [1.0, 0.0, 0.0, 0.0];
const TINT: [f32; 4] = [0.0, 0.1, 0.2, 0.0];
const NOWHERE: Stretch = Stretch { share: 0.0, along: (0.0, 0.0) };
const SOUND: Side = Side { ends: NOWHERE, changes: NOWHERE };

fn fill(canvas: &mut Canvas, path: &Path, components: &[f32; 4]) {
    canvas.fill(path, false, &whole(), &ink(components), &normal());
}

fn sides(canvas: &Canvas) -> [Side; 4] {
    canvas.figures(300.0, TRIM, PAGE).unwrap().sides
}

/// A plane that begins at the left edge of the page and is as long at the top as at the bottom, or not.
fn slanted(bottom: f32, top: f32) -> Path {
    let mut path = PathBuilder::new();
    for (index, (x, y)) in
        [(30.0, 0.0), (bottom, 0.0), (top, 100.0), (30.0, 100.0)].into_iter().enumerate()
    {
        if index == 0 {
            path.move_to(x * PIXEL, y * PIXEL)
        } else {
            path.line_to(x * PIXEL, y * PIXEL)
        }
    }
    path.close();
    path.finish().unwrap()
}

#[test]
fn ink_that_ends_at_the_trim_is_short_and_ink_that_bleeds_is_not() {
    let mut canvas = canvas();
    // The lower half of the left side bleeds, the upper one ends at the trim.
    fill(&mut canvas, &block(0.0, 0.0, 50.0, 50.0), &CYAN);
    fill(&mut canvas, &block(11.8, 50.0, 30.0, 50.0), &CYAN);
    let [left, bottom, right, top] = sides(&canvas);
    assert!((left.ends.share - 0.5).abs() < 0.03 && left.changes == NOWHERE, "{left:?}");
    let (from, to) = left.ends.along;
    assert!((from - 36.0).abs() < 0.8 && (to - TRIM.y1).abs() < 0.1, "{left:?}");
    assert_eq!([bottom, right, top], [SOUND; 3]);
    assert_eq!(figures(&canvas).sides, [SOUND; 4], "a page without bleed");
}

#[test]
fn a_plane_that_crosses_the_bleed_at_a_slant_is_not_short() {
    for (bottom, top) in [(-10.0, 40.0), (0.0, 25.0), (5.0, 14.0), (-60.0, 100.0)] {
        let mut canvas = canvas();
        fill(&mut canvas, &slanted(bottom, top), &CYAN);
        assert_eq!(sides(&canvas), [SOUND; 4], "from {bottom} to {top}");
    }
}

#[test]
fn thin_lines_that_end_at_the_trim_are_short_and_those_that_bleed_are_not() {
    for (from, short) in [(11.8, true), (0.0, false)] {
        let mut canvas = canvas();
        for line in 0..20_u8 {
            let y = 14.0 + f32::from(line) * 3.7;
            fill(&mut canvas, &block(from, y, 40.0, 1.5), &CYAN);
        }
        let [left, ..] = sides(&canvas);
        assert_eq!(left.ends.share > 0.2, short, "{left:?}");
    }
}

#[test]
fn a_plane_that_ends_at_the_trim_on_a_ground_that_bleeds_gives_way_to_it() {
    for (from, changes) in [(11.8, true), (0.0, false), (16.0, false)] {
        let mut canvas = canvas();
        fill(&mut canvas, &block(0.0, 0.0, 100.0, 100.0), &TINT);
        fill(&mut canvas, &block(from, 20.0, 40.0, 40.0), &CYAN);
        let [left, others @ ..] = sides(&canvas);
        assert_eq!((left.changes.share - 0.5).abs() < 0.05, changes, "from {from}: {left:?}");
        assert_eq!((left.ends, others), (NOWHERE, [SOUND; 3]));
    }
}

#[test]
fn a_plane_that_crosses_a_ground_at_a_slant_and_a_gradient_are_sound() {
    let mut canvas = canvas();
    fill(&mut canvas, &block(0.0, 0.0, 100.0, 100.0), &TINT);
    fill(&mut canvas, &slanted(-10.0, 40.0), &CYAN);
    assert_eq!(sides(&canvas), [SOUND; 4]);
    let shading = graded(Geometry::Axial { from: (0.0, 0.0), to: (14.4, 0.0), extend: [true; 2] });
    let source = Source::Shading { shading: &shading, matrix: Matrix::IDENTITY };
    canvas.fill(&block(0.0, 0.0, 100.0, 100.0), false, &whole(), &source, &normal());
    assert_eq!(sides(&canvas), [SOUND; 4]);
}

#[test]
fn a_photograph_with_white_spots_at_its_edge_goes_on() {
    // Waves of light across an image of 300 samples to the inch, some of them down to white.
    let side = 300;
    let wave = |x: f64, y: f64| (x / 23.0 + (y / 17.0).sin() * 2.0).sin() + (y / 29.0).cos() * 0.7;
    let bytes = (0..side * side).flat_map(|index| {
        let (x, y) = ((index % side) as f64, (index / side) as f64);
        let light = (wave(x, y) * 90.0).clamp(0.0, 200.0) as u8;
        [light, light / 2, light, 0]
    });
    let samples = image(side, side, bytes.collect());
    let mut canvas = canvas();
    let matrix = Matrix([72.0, 0.0, 0.0, 72.0, 0.0, 0.0]);
    canvas.image(&samples, &Space::Cmyk, None, matrix, &whole(), &normal());
    assert_eq!(sides(&canvas), [SOUND; 4]);
}
