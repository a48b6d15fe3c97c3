//! Pages painted by hand in; what they must measure out.

use std::sync::Arc;

use proptest::prelude::{Just, Strategy, any, prop_oneof};
use tiny_skia::{Path, PathBuilder, Rect as Area};

use super::gradient::{Form, Gradient};
use super::mesh::STEPS;
use super::mesh::{Mesh, Vertex};
use super::{Canvas, Clip, InkFigures, Measured, Pen, Source};
use crate::preflight::blending::Blending;
use crate::preflight::colour::{Press, Space, Tone};
use crate::preflight::geometry::{Matrix, Rect};
use crate::preflight::image::Samples;

/// The side of a spot, in points.
const SPOT: f32 = 0.72;

const PAGE: Rect = Rect { x0: 0.0, y0: 0.0, x1: 72.0, y1: 72.0 };

/// Stands in for a press: DeviceCMYK as it is, DeviceGray on black, one spot ink.
fn tone(space: &Space, parts: &[f32]) -> Tone {
    let process = [true, true, true, true, false];
    match (space, parts) {
        (Space::Cmyk, [c, m, y, k]) => {
            Tone { inks: [*c, *m, *y, *k, 0.0], plates: process, registration: false }
        }
        (Space::Gray, [light]) => {
            Tone { inks: [0.0, 0.0, 0.0, 1.0 - light, 0.0], plates: process, registration: false }
        }
        (Space::Rgb, [r, g, b]) => Tone {
            inks: [1.0 - r, 1.0 - g, 1.0 - b, 0.0, 0.0],
            plates: process,
            registration: false,
        },
        (Space::Separation { .. }, [ink]) => Tone {
            inks: [0.0, 0.0, 0.0, 0.0, *ink],
            plates: [false, false, false, false, true],
            registration: false,
        },
        _ => Tone::default(),
    }
}

fn canvas_of(area: Rect) -> Canvas {
    let mut canvas = Canvas::new(area, Measured::Ink, Arc::new(Press::new(None)));
    canvas.tints.stand_in = Some(tone);
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

/// A rectangle, in spots.
fn block(x: f32, y: f32, width: f32, height: f32) -> Path {
    PathBuilder::from_rect(
        Area::from_xywh(x * SPOT, y * SPOT, width * SPOT, height * SPOT).unwrap(),
    )
}

fn ink(parts: &[f32; 4]) -> Source<'_> {
    Source::Plain { space: &Space::Cmyk, parts }
}

/// A canvas with one block of ink, 20 spots wide and high, at 10.
fn with_block(parts: [f32; 4]) -> Canvas {
    let mut canvas = canvas();
    canvas.fill(&block(10.0, 10.0, 20.0, 20.0), false, &whole(), &ink(&parts), &normal());
    canvas
}

/// The ink in the middle of a spot, in whole percent.
fn at(canvas: &Canvas, column: usize, row: usize) -> [u32; 5] {
    let spot = canvas.plates.ground(column, row).unwrap();
    spot.map(|plate| (f64::from(plate) / 2.55).round() as u32)
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
    let black = Source::Plain { space: &Space::Gray, parts: &[0.0] };
    canvas.fill(&block(10.0, 10.0, 5.0, 20.0), false, &whole(), &black, &overprinting(1));
    assert_eq!(at(&canvas, 12, 12), [0, 0, 0, 100, 0]);
}

#[test]
fn a_spot_ink_overprints_process_inks() {
    let gold =
        Space::Separation { name: "Gold".into(), stand_in: Arc::new(Space::Cmyk), tint: None };
    let source = Source::Plain { space: &gold, parts: &[0.8] };
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
    triangle.line_to(40.0 * SPOT, 0.0);
    triangle.line_to(0.0, 40.0 * SPOT);
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
    // A stem a fifth of a spot wide, between the middles of the columns.
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
    path.move_to(10.0 * SPOT, 50.0 * SPOT);
    path.line_to(50.0 * SPOT, 50.0 * SPOT);
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
fn graded(form: Form) -> Gradient {
    let colours = (0..=STEPS).map(|step| vec![1.0, step as f32 / STEPS as f32, 0.0, 0.0]).collect();
    Gradient { space: Arc::new(Space::Cmyk), form, colours, bounds: None }
}

#[test]
fn a_shading_along_a_line_ends_where_it_is_not_extended() {
    let form = Form::Axial { from: (10.0, 0.0), to: (30.0, 0.0), extend: [false, true] };
    let gradient = graded(form);
    let mut canvas = canvas();
    let source =
        Source::Gradient { gradient: &gradient, matrix: Matrix([0.72, 0.0, 0.0, 0.72, 0.0, 0.0]) };
    canvas.shade(&whole(), &source, &normal());
    assert_eq!(at(&canvas, 5, 50), [0; 5]);
    assert_eq!(at(&canvas, 19, 50), [100, 47, 0, 0, 0]);
    assert_eq!(at(&canvas, 60, 50), [100, 100, 0, 0, 0]);
    assert_eq!(highest(&canvas), 200);
}

#[test]
fn a_shading_between_circles_takes_the_outer_one() {
    let form =
        Form::Radial { from: (50.0, 50.0, 0.0), to: (50.0, 50.0, 40.0), extend: [false, false] };
    let gradient = graded(form);
    let mut canvas = canvas();
    let source =
        Source::Gradient { gradient: &gradient, matrix: Matrix([0.72, 0.0, 0.0, 0.72, 0.0, 0.0]) };
    canvas.shade(&whole(), &source, &normal());
    assert_eq!(at(&canvas, 5, 50), [0; 5]);
    let [cyan, magenta, ..] = at(&canvas, 70, 50);
    assert!(cyan == 100 && (50..=52).contains(&magenta), "{magenta}");
}

#[test]
fn a_mesh_paints_its_triangles() {
    let vertex = |x, y| Vertex { place: (x, y), at: 0.0 };
    let mesh = Mesh {
        vertices: vec![vertex(0.0, 0.0), vertex(60.0, 0.0), vertex(0.0, 60.0)],
        triangles: vec![[0, 1, 2]],
        ramp: false,
    };
    let colours =
        vec![vec![1.0, 0.0, 0.0, 0.0], vec![0.0, 1.0, 0.0, 0.0], vec![1.0, 1.0, 1.0, 1.0]];
    let gradient =
        Gradient { space: Arc::new(Space::Cmyk), form: Form::Mesh(mesh), colours, bounds: None };
    let mut canvas = canvas();
    let source =
        Source::Gradient { gradient: &gradient, matrix: Matrix([0.72, 0.0, 0.0, 0.72, 0.0, 0.0]) };
    canvas.fill(&block(0.0, 0.0, 100.0, 100.0), false, &whole(), &source, &normal());
    assert_eq!(at(&canvas, 50, 50), [0; 5]);
    let [cyan, magenta, ..] = at(&canvas, 30, 0);
    assert!((48..=51).contains(&cyan) && (49..=52).contains(&magenta));
    let highest = highest(&canvas);
    assert!(highest >= 385, "{highest}");
}

fn picture(width: usize, height: usize, bytes: Vec<u8>) -> Samples {
    Samples { width, height, parts: bytes.len() / width / height, bytes, space: None }
}

#[test]
fn one_dark_sample_counts_though_it_is_smaller_than_a_spot() {
    // 200 x 200 samples on 20 x 20 spots.
    let mut bytes = vec![0; 200 * 200 * 4];
    bytes[(33 * 200 + 77) * 4..][..4].copy_from_slice(&[255; 4]);
    let matrix = Matrix([14.4, 0.0, 0.0, 14.4, 14.4, 14.4]);
    let mut canvas = canvas();
    canvas.image(&picture(200, 200, bytes), &Space::Cmyk, None, matrix, &whole(), &normal());
    let figures = figures(&canvas);
    assert_eq!(figures.highest, 400.0);
    // The sample lies 33.5 lines of 0.072 pt below the top, 77.5 columns from the left.
    let place = Rect::new(14.4 + 5.58, 28.8 - 2.412, 14.4 + 5.58, 28.8 - 2.412);
    assert!(figures.place.holds(place, 0.001), "{:?}", figures.place);
}

#[test]
fn a_picture_is_laid_as_its_matrix_says() {
    // Cyan, magenta; yellow, black: from the top.
    let bytes = vec![255, 0, 0, 0, 0, 255, 0, 0, 0, 0, 255, 0, 0, 0, 0, 255];
    let samples = picture(2, 2, bytes);
    let mut canvas = canvas();
    canvas.image(
        &samples,
        &Space::Cmyk,
        None,
        Matrix([72.0, 0.0, 0.0, 72.0, 0.0, 0.0]),
        &whole(),
        &normal(),
    );
    assert_eq!(at(&canvas, 10, 90), [100, 0, 0, 0, 0]);
    assert_eq!(at(&canvas, 90, 90), [0, 100, 0, 0, 0]);
    assert_eq!(at(&canvas, 90, 10), [0, 0, 0, 100, 0]);
    // Turned to the left: what was on top is on the left.
    let turned = Matrix([0.0, 72.0, -72.0, 0.0, 72.0, 0.0]);
    canvas.image(&samples, &Space::Cmyk, None, turned, &whole(), &normal());
    assert_eq!(at(&canvas, 10, 10), [100, 0, 0, 0, 0]);
    assert_eq!(at(&canvas, 10, 90), [0, 100, 0, 0, 0]);
    assert_eq!(highest(&canvas), 100);
}

#[test]
fn the_mask_of_a_picture_is_its_opacity() {
    let mask = picture(2, 1, vec![0, 128]);
    let mut canvas = with_block([0.0, 1.0, 0.0, 0.0]);
    let black = picture(1, 1, vec![0]);
    let matrix = Matrix([14.4, 0.0, 0.0, 14.4, 7.2, 7.2]);
    canvas.image(&black, &Space::Gray, Some(&mask), matrix, &whole(), &normal());
    assert_eq!(at(&canvas, 12, 15), [0, 100, 0, 0, 0]);
    assert_eq!(at(&canvas, 25, 15), [0, 50, 0, 50, 0]);
}

#[test]
fn a_stencil_paints_its_zeros() {
    let mut canvas = canvas();
    let stencil = picture(2, 1, vec![0, 255]);
    let matrix = Matrix([72.0, 0.0, 0.0, 72.0, 0.0, 0.0]);
    canvas.stencil(&stencil, matrix, &whole(), &ink(&[0.0, 0.9, 0.0, 0.0]), &normal());
    assert_eq!((at(&canvas, 20, 50)[1], at(&canvas, 70, 50)[1]), (90, 0));
}

#[test]
fn ink_that_ends_at_the_trim_is_short_and_ink_that_bleeds_is_not() {
    let trim = PAGE.grown(-8.5);
    let mut canvas = canvas();
    // The lower half of the left side bleeds, the upper one ends at the trim.
    canvas.fill(
        &block(0.0, 0.0, 50.0, 50.0),
        false,
        &whole(),
        &ink(&[1.0, 0.0, 0.0, 0.0]),
        &normal(),
    );
    canvas.fill(
        &block(11.8, 50.0, 30.0, 50.0),
        false,
        &whole(),
        &ink(&[1.0, 0.0, 0.0, 0.0]),
        &normal(),
    );
    let [left, bottom, right, top] = canvas.figures(300.0, trim, PAGE).unwrap().short;
    assert!((left - 0.5).abs() < 0.03, "{left}");
    assert_eq!((bottom, right, top), (0.0, 0.0, 0.0));
    assert_eq!(figures(&canvas).short, [0.0; 4], "a page without bleed");
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
    let mut canvas = Canvas::new(PAGE, Measured::Light, Arc::new(Press::new(None)));
    canvas.tints.stand_in = Some(tone);
    let blue = Source::Plain { space: &Space::Rgb, parts: &[0.0, 0.2, 0.6] };
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
    let black = Source::Plain { space: &Space::Rgb, parts: &[0.0; 3] };
    canvas.fill(&block(0.0, 0.0, 100.0, 100.0), false, &whole(), &black, &veil);
    let ([_, _, lower], _) = canvas.under(area(10.0)).unwrap();
    let ([_, _, upper], _) = canvas.under(Rect::new(0.0, 40.0, 70.0, 70.0)).unwrap();
    assert!((75..=77).contains(&lower) && (126..=128).contains(&upper), "{lower} {upper}");
}

#[test]
fn a_converted_picture_is_read_sample_by_sample() {
    let samples = picture(2, 1, vec![255, 255, 255, 51, 102, 0]);
    let mut canvas = canvas();
    let matrix = Matrix([72.0, 0.0, 0.0, 72.0, 0.0, 0.0]);
    canvas.image(&samples, &Space::Rgb, None, matrix, &whole(), &normal());
    assert_eq!(at(&canvas, 20, 50), [0; 5]);
    assert_eq!(at(&canvas, 70, 50), [80, 60, 100, 0, 0]);
    let cut_off = Samples { bytes: vec![0; 3], ..samples };
    canvas.image(&cut_off, &Space::Rgb, None, matrix, &whole(), &normal());
    assert_eq!(at(&canvas, 70, 50), [80, 60, 100, 0, 0]);
}

/// The time that a page of text takes, with twenty rectangles: for people, in a run of its own with `--release`.
#[test]
#[ignore = "measures time"]
fn a_page_of_text_is_quick() {
    let page = Rect::new(0.0, 0.0, 612.0, 859.0);
    let mut line = PathBuilder::new();
    for letter in 0..85_u8 {
        let x = f32::from(letter) * 5.5;
        line.push_circle(x, 0.0, 2.4);
        line.push_circle(x, 0.0, 1.6);
        line.push_rect(Area::from_xywh(x + 2.0, -2.4, 0.8, 7.0).unwrap());
    }
    let line = line.finish().unwrap();
    for _ in 0..5 {
        let start = std::time::Instant::now();
        let mut canvas = canvas_of(page);
        let clip = Clip::of(page);
        for row in 0..20_u8 {
            let path = block(20.0, f32::from(row) * 50.0, 700.0, 40.0);
            canvas.fill(&path, false, &clip, &ink(&[0.1, 0.0, 0.2, 0.0]), &normal());
        }
        for row in 0..50_u8 {
            let lower = tiny_skia::Transform::from_translate(50.0, 40.0 + f32::from(row) * 15.0);
            let path = line.clone().transform(lower).unwrap();
            canvas.glyphs(&path, &clip, &ink(&[0.0, 0.0, 0.0, 1.0]), &overprinting(1));
        }
        let painted = start.elapsed();
        let figures = canvas.figures(300.0, page, page).unwrap();
        note(painted.as_secs_f64() * 1e3, start.elapsed().as_secs_f64() * 1e3);
        assert_eq!(figures.highest.round(), 130.0);
    }
}

fn note(painted: f64, measured: f64) {
    // Shown by `--nocapture` alone.
    let _ = std::io::Write::write_fmt(
        &mut std::io::stdout(),
        format_args!("painted {painted:.2} ms, measured {measured:.2} ms\n"),
    );
}

fn wild() -> impl Strategy<Value = f64> {
    prop_oneof![
        -100.0..200.0_f64,
        any::<f32>().prop_map(f64::from),
        Just(0.0),
        Just(f64::NAN),
        Just(f64::INFINITY),
        Just(-1e30),
        Just(1e-30),
    ]
}

fn wild_matrix() -> impl Strategy<Value = Matrix> {
    proptest::array::uniform6(wild()).prop_map(Matrix)
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 200, ..Default::default() })]

    #[test]
    fn wild_numbers_never_stop_it(
        points in proptest::collection::vec((wild(), wild()), 1..12),
        curved in any::<bool>(),
        matrix in wild_matrix(),
        area in proptest::array::uniform4(wild()),
        width in wild(),
        dashes in proptest::collection::vec(wild(), 0..4),
        opacity in wild(),
    ) {
        let [x0, y0, x1, y1] = area;
        let area = Rect::new(x0, y0, x1, y1);
        let mut path = PathBuilder::new();
        path.move_to(0.0, 0.0);
        for pair in points.windows(2) {
            let [(a, b), (c, d)] = pair.try_into().unwrap();
            let [a, b, c, d] = [a, b, c, d].map(|number: f64| number as f32);
            if curved { path.cubic_to(a, b, c, d, b, a) } else { path.line_to(a, b) }
        }
        let path = path.finish();
        let gradient = graded(Form::Radial {
            from: (width, x0, y0),
            to: (x1, y1, width),
            extend: [true, curved],
        });
        let blend = Blending { opacity: opacity as f32, masked: curved, ..normal() };
        for mut canvas in [canvas_of(area), canvas()] {
            let source = Source::Gradient { gradient: &gradient, matrix };
            let pen = Pen { width, cap: 1, join: 1, miter: x0, dashes: dashes.clone(), phase: y0, matrix };
            for clip in [Clip::of(area), whole()] {
                let mut clip = clip;
                if let Some(path) = &path {
                    canvas.fill(path, curved, &clip, &ink(&[1.0; 4]), &blend);
                    canvas.stroke(path, &pen, &clip, &source, &blend);
                    canvas.glyphs(path, &clip, &source, &blend);
                    clip = clip.and(Some(&canvas), path, curved);
                }
                canvas.shade(&clip, &source, &blend);
                let samples = picture(3, 2, vec![7; 18]);
                canvas.image(&samples, &Space::Rgb, Some(&samples), matrix, &clip, &blend);
                canvas.stencil(&samples, matrix, &clip, &source, &blend);
            }
            let figures = canvas.figures(width, area, PAGE).unwrap();
            assert!((0.0..=500.0).contains(&figures.highest));
        }
    }
}

#[test]
fn a_path_that_crosses_more_lines_than_any_drawing_is_left_out_and_that_is_known() {
    let mut path = PathBuilder::new();
    path.move_to(0.0, 0.0);
    for step in 0..60_000_u16 {
        let x = f32::from(step % 600);
        path.line_to(x, if step % 2 == 0 { 842.0 } else { 0.0 });
    }
    let mut canvas = canvas_of(Rect::new(0.0, 0.0, 595.0, 842.0));
    let source = Source::Plain { space: &Space::Cmyk, parts: &[1.0; 4] };
    assert!(!canvas.is_spent());
    canvas.fill(
        &path.finish().unwrap(),
        false,
        &Clip::of(Rect::new(0.0, 0.0, 595.0, 842.0)),
        &source,
        &normal(),
    );
    assert!(canvas.is_spent());
}

#[test]
fn a_page_gets_no_more_work_than_the_file_has_left() {
    let spots = canvas().plates.grid.all().count() as u64;
    let mut canvas = canvas().within(spots);
    assert!(!canvas.is_spent() && canvas.work_taken() == spots / 4);
    let source = Source::Plain { space: &Space::Cmyk, parts: &[1.0; 4] };
    let path = PathBuilder::from_rect(Area::from_xywh(0.0, 0.0, 1e6, 1e6).unwrap());
    canvas.fill(&path, false, &whole(), &source, &normal());
    assert!(canvas.is_spent() && canvas.work_taken() == spots);
}
