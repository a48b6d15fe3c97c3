//! Tells what pages painted by hand must measure.

mod bleed;
mod limits;
mod paints;

use std::sync::Arc;

use tiny_skia::{Path, PathBuilder, Rect as Area};

use super::{Canvas, Clip, Measured, Pen, Source};
use crate::geometry::{Matrix, Rect};
use crate::page::{Blending, InkFigures};
use crate::resources::colour::{Coverage, Press, Space};
use crate::resources::image::Samples;
use crate::resources::shading::mesh::STEPS;
use crate::resources::shading::{Geometry, Shading};

/// The side of a pixel, in points.
const PIXEL: f32 = 0.72;

const PAGE: Rect = Rect { x0: 0.0, y0: 0.0, x1: 72.0, y1: 72.0 };

/// Stands in for a press: DeviceCMYK as it is, DeviceGray on black, one spot ink.
fn coverage(space: &Space, components: &[f32]) -> Coverage {
    let process = [true, true, true, true, false];
    match (space, components) {
        (Space::Cmyk, [c, m, y, k]) => {
            Coverage { inks: [*c, *m, *y, *k, 0.0], plates: process, registration: false }
        }
        (Space::Gray, [light]) => Coverage {
            inks: [0.0, 0.0, 0.0, 1.0 - light, 0.0],
            plates: process,
            registration: false,
        },
        (Space::Rgb, [r, g, b]) => Coverage {
            inks: [1.0 - r, 1.0 - g, 1.0 - b, 0.0, 0.0],
            plates: process,
            registration: false,
        },
        (Space::Separation { .. }, [ink]) => Coverage {
            inks: [0.0, 0.0, 0.0, 0.0, *ink],
            plates: [false, false, false, false, true],
            registration: false,
        },
        _ => Coverage::default(),
    }
}

fn canvas_of(area: Rect) -> Canvas {
    let mut canvas = Canvas::new(area, 1, Measured::Ink, Arc::new(Press::new(None)));
    canvas.tints.stand_in = Some(coverage);
    canvas
}

fn canvas() -> Canvas {
    canvas_of(PAGE)
}

fn whole() -> Clip {
    Clip::of(PAGE)
}

fn normal() -> Blending {
    Blending {
        opacity: 1.0,
        mode: "Normal".into(),
        masked: false,
        overprint: false,
        overprint_mode: 0,
    }
}

fn overprinting(mode: u8) -> Blending {
    Blending { overprint: true, overprint_mode: mode, ..normal() }
}

/// A rectangle, in pixels.
fn block(x: f32, y: f32, width: f32, height: f32) -> Path {
    PathBuilder::from_rect(
        Area::from_xywh(x * PIXEL, y * PIXEL, width * PIXEL, height * PIXEL).unwrap(),
    )
}

fn ink(components: &[f32; 4]) -> Source<'_> {
    Source::Plain { space: &Space::Cmyk, components }
}

/// A canvas with one block of ink, 20 pixels wide and high, at 10.
fn with_block(components: [f32; 4]) -> Canvas {
    let mut canvas = canvas();
    canvas.fill(&block(10.0, 10.0, 20.0, 20.0), false, &whole(), &ink(&components), &normal());
    canvas
}

/// The ink in the middle of a pixel, in whole percent.
fn at(canvas: &Canvas, column: usize, row: usize) -> [u32; 5] {
    let pixel = canvas.plates.backdrop(column, row).unwrap();
    pixel.map(|plate| (f64::from(plate) / 2.55).round() as u32)
}

fn figures(canvas: &Canvas) -> InkFigures {
    canvas.figures(300.0, PAGE, PAGE).unwrap()
}

fn highest(canvas: &Canvas) -> u32 {
    figures(canvas).highest.round() as u32
}

#[test]
fn an_empty_page_has_no_ink() {
    let figures = figures(&canvas());
    assert_eq!(figures.highest, 0.0);
    assert!(figures.place.is_empty() && figures.above.is_empty());
    assert_eq!(canvas().under(PAGE), None);
}

#[test]
fn a_later_mark_knocks_out_what_is_under_it() {
    let mut canvas = with_block([1.0, 1.0, 1.0, 0.2]);
    assert_eq!(highest(&canvas), 320);
    assert_eq!(figures(&canvas).above.len(), 1);
    canvas.fill(
        &block(0.0, 0.0, 50.0, 50.0),
        false,
        &whole(),
        &ink(&[0.0, 0.0, 0.0, 1.0]),
        &normal(),
    );
    assert_eq!(at(&canvas, 15, 15), [0, 0, 0, 100, 0]);
    assert_eq!(highest(&canvas), 100);
    assert!(figures(&canvas).above.is_empty());
}

#[test]
fn overprint_mode_0_paints_zeros_and_mode_1_keeps_what_is_there() {
    let black = [0.0, 0.0, 0.0, 1.0];
    let mut canvas = with_block([0.6, 0.5, 0.4, 0.0]);
    canvas.fill(&block(10.0, 10.0, 5.0, 20.0), false, &whole(), &ink(&black), &overprinting(0));
    canvas.fill(&block(20.0, 10.0, 5.0, 20.0), false, &whole(), &ink(&black), &overprinting(1));
    assert_eq!(at(&canvas, 12, 12), [0, 0, 0, 100, 0]);
    assert_eq!(at(&canvas, 22, 12), [60, 50, 40, 100, 0]);
    assert_eq!(highest(&canvas), 250);
}

#[test]
fn overprint_mode_1_is_not_for_gray() {
    let mut canvas = with_block([0.6, 0.5, 0.4, 0.0]);
    let black = Source::Plain { space: &Space::Gray, components: &[0.0] };
    canvas.fill(&block(10.0, 10.0, 5.0, 20.0), false, &whole(), &black, &overprinting(1));
    assert_eq!(at(&canvas, 12, 12), [0, 0, 0, 100, 0]);
}

#[test]
fn a_spot_ink_overprints_process_inks() {
    let gold = Space::Separation {
        name: "Gold".into(),
        alternate: Arc::new(Space::Cmyk),
        tint_transform: None,
    };
    let source = Source::Plain { space: &gold, components: &[0.8] };
    let mut canvas = with_block([0.6, 0.5, 0.0, 0.0]);
    canvas.fill(&block(10.0, 10.0, 5.0, 20.0), false, &whole(), &source, &overprinting(0));
    canvas.fill(&block(20.0, 10.0, 5.0, 20.0), false, &whole(), &source, &normal());
    assert_eq!(at(&canvas, 12, 12), [60, 50, 0, 0, 80]);
    assert_eq!(at(&canvas, 22, 12), [0, 0, 0, 0, 80]);
}

#[test]
fn multiply_and_opacity_lay_ink_on_ink() {
    let mut canvas = with_block([0.5, 0.0, 0.0, 0.0]);
    let half = [0.5, 0.0, 0.0, 0.6];
    let multiplied = Blending { mode: "Multiply".into(), ..normal() };
    canvas.fill(&block(10.0, 10.0, 5.0, 20.0), false, &whole(), &ink(&half), &multiplied);
    assert_eq!(at(&canvas, 12, 12), [75, 0, 0, 60, 0]);
    let sheer = Blending { opacity: 0.25, ..normal() };
    canvas.fill(
        &block(20.0, 10.0, 5.0, 20.0),
        false,
        &whole(),
        &ink(&[0.0, 0.0, 0.0, 0.8]),
        &sheer,
    );
    assert_eq!(at(&canvas, 22, 12), [38, 0, 0, 20, 0]);
}

#[test]
fn an_unknown_mask_counts_as_open_and_paints_half() {
    let mut canvas = with_block([0.5, 0.0, 0.0, 0.0]);
    let masked = Blending { masked: true, ..normal() };
    canvas.fill(
        &block(10.0, 10.0, 20.0, 20.0),
        false,
        &whole(),
        &ink(&[0.0, 1.0, 1.0, 1.0]),
        &masked,
    );
    assert_eq!(highest(&canvas), 300);
    assert_eq!(at(&canvas, 15, 15), [25, 50, 50, 50, 0]);
    canvas.fill(&block(10.0, 10.0, 20.0, 20.0), false, &whole(), &ink(&[0.0; 4]), &masked);
    assert_eq!(highest(&canvas), 300, "a white mark hides nothing where its mask is shut");
}

#[test]
fn clips_of_any_shape_cut_marks() {
    let mut canvas = canvas();
    let mut triangle = PathBuilder::new();
    triangle.move_to(0.0, 0.0);
    triangle.line_to(40.0 * PIXEL, 0.0);
    triangle.line_to(0.0, 40.0 * PIXEL);
    triangle.close();
    let clip = whole().and(Some(&canvas), &triangle.finish().unwrap(), false);
    let clip = clip.and(Some(&canvas), &block(5.0, 5.0, 90.0, 90.0), false);
    canvas.fill(
        &block(0.0, 0.0, 100.0, 100.0),
        false,
        &clip,
        &ink(&[1.0, 0.0, 0.0, 0.0]),
        &normal(),
    );
    assert_eq!(at(&canvas, 10, 10)[0], 100);
    assert_eq!(at(&canvas, 4, 10)[0], 0);
    assert_eq!(at(&canvas, 30, 30)[0], 0);
    assert!((clip.area().x0 - 3.6).abs() < 1e-4 && (clip.area().x1 - 28.8).abs() < 1e-4);
    let away = clip.and(Some(&canvas), &block(90.0, 90.0, 5.0, 5.0), false);
    assert!(away.area().is_empty());
    canvas.fill(
        &block(0.0, 0.0, 100.0, 100.0),
        false,
        &away,
        &ink(&[0.0, 0.0, 0.0, 1.0]),
        &normal(),
    );
    assert_eq!(highest(&canvas), 100);
}

#[test]
fn glyphs_and_hairlines_count_with_the_ground_and_hide_nothing() {
    let mut canvas = with_block([0.8, 0.8, 0.8, 0.0]);
    // A stem a fifth of a pixel wide, between the middles of the columns.
    let stem = block(15.1, 12.0, 0.2, 9.0);
    canvas.glyphs(&stem, &whole(), &ink(&[0.0, 0.0, 0.0, 1.0]), &overprinting(1));
    assert_eq!(highest(&canvas), 340);
    assert_eq!(at(&canvas, 15, 15), [80, 80, 80, 0, 0]);

    let mut canvas = with_block([0.8, 0.8, 0.8, 0.0]);
    canvas.fill(&block(12.0, 15.1, 9.0, 0.1), false, &whole(), &ink(&[0.8; 4]), &normal());
    assert_eq!(highest(&canvas), 320);
    canvas.glyphs(&block(12.1, 15.1, 0.2, 0.2), &whole(), &ink(&[1.0; 4]), &normal());
    assert_eq!(highest(&canvas), 400);
}

#[test]
fn a_frame_counts_however_thin_it_is_and_wherever_it_lies() {
    for row in 0..20 {
        let mut canvas = canvas();
        let y = 10.0 + f64::from(row) / 13.0;
        canvas.frame(Rect::new(5.0, y, 60.0, y), &whole(), &ink(&[1.0, 0.5, 0.0, 0.0]), &normal());
        assert_eq!(highest(&canvas), 150, "{y}");
    }
}

#[test]
fn a_line_is_as_wide_as_its_pen() {
    let mut canvas = canvas();
    let mut path = PathBuilder::new();
    path.move_to(10.0 * PIXEL, 50.0 * PIXEL);
    path.line_to(50.0 * PIXEL, 50.0 * PIXEL);
    let path = path.finish().unwrap();
    let pen = |width: f64, dashes: Vec<f64>| Pen {
        width,
        cap: 0,
        join: 0,
        miter: 10.0,
        dashes,
        phase: 0.0,
        matrix: Matrix([0.72, 0.0, 0.0, 0.72, 0.0, 0.0]),
    };
    canvas.stroke(&path, &pen(6.0, vec![10.0]), &whole(), &ink(&[1.0, 0.0, 0.0, 0.0]), &normal());
    let column: Vec<u32> = (44..56).map(|row| at(&canvas, 15, row)[0]).collect();
    assert_eq!(column, [0, 0, 0, 100, 100, 100, 100, 100, 100, 0, 0, 0]);
    assert_eq!(at(&canvas, 25, 50)[0], 0, "a gap between dashes");
    assert_eq!(at(&canvas, 35, 50)[0], 100);
    canvas.stroke(&path, &pen(0.0, vec![]), &whole(), &ink(&[1.0, 1.0, 0.0, 0.0]), &normal());
    assert_eq!(highest(&canvas), 200);
}

/// From no ink to so much, along a way.
fn graded(geometry: Geometry) -> Shading {
    let colours = (0..=STEPS).map(|step| vec![1.0, step as f32 / STEPS as f32, 0.0, 0.0]).collect();
    Shading { space: Arc::new(Space::Cmyk), geometry, colours, bounds: None }
}

fn image(width: usize, height: usize, bytes: Vec<u8>) -> Samples {
    Samples { width, height, components: bytes.len() / width / height, bytes, space: None }
}

#[test]
fn areas_above_the_limit_are_joined_and_the_worst_comes_first() {
    let mut canvas = with_block([0.8, 0.8, 0.8, 0.8]);
    canvas.fill(
        &block(60.0, 60.0, 30.0, 5.0),
        false,
        &whole(),
        &ink(&[0.9, 0.9, 0.9, 0.9]),
        &normal(),
    );
    let above = figures(&canvas).above;
    let [(worst, most), (other, _)] = above.as_slice() else { panic!("{above:?}") };
    assert!((*most - 360.0).abs() < 1.0);
    assert!((worst.width() - 21.6).abs() < 0.01 && (other.height() - 14.4).abs() < 0.01);
}

#[test]
fn the_colour_under_a_text_is_that_of_most_of_it() {
    let mut canvas = Canvas::new(PAGE, 1, Measured::Light, Arc::new(Press::new(None)));
    canvas.tints.stand_in = Some(coverage);
    let blue = Source::Plain { space: &Space::Rgb, components: &[0.0, 0.2, 0.6] };
    canvas.fill(&block(0.0, 0.0, 75.0, 50.0), false, &whole(), &blue, &overprinting(1));
    canvas.glyphs(&block(0.0, 0.0, 75.0, 50.0), &whole(), &ink(&[1.0; 4]), &normal());
    let area = |width: f64| Rect::new(0.0, 0.0, width * 0.72, 36.0);
    assert_eq!(canvas.under(area(60.0)), Some(([0, 51, 153], 1.0)));
    let (colour, share) = canvas.under(area(100.0)).unwrap();
    assert_eq!(colour, [0, 51, 153]);
    assert!((share - 0.75).abs() < 0.02, "{share}");
    assert_eq!(canvas.under(Rect::new(60.0, 60.0, 60.1, 60.1)), Some(([255; 3], 1.0)));
    assert_eq!(canvas.under(Rect::new(90.0, 90.0, 99.0, 99.0)), None);
    assert_eq!(canvas.figures(300.0, PAGE, PAGE), None);
    // A veil of half opacity over white and blue.
    let veil = Blending { opacity: 0.5, ..normal() };
    let black = Source::Plain { space: &Space::Rgb, components: &[0.0; 3] };
    canvas.fill(&block(0.0, 0.0, 100.0, 100.0), false, &whole(), &black, &veil);
    let ([_, _, lower], _) = canvas.under(area(10.0)).unwrap();
    let ([_, _, upper], _) = canvas.under(Rect::new(0.0, 40.0, 70.0, 70.0)).unwrap();
    assert!((75..=77).contains(&lower) && (126..=128).contains(&upper), "{lower} {upper}");
}
