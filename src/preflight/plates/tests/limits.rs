//! Tells what must stay bounded on pages that ask for much, or for nonsense.

use proptest::prelude::{Just, Strategy, any, prop_oneof};

use super::*;

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
        let shading = graded(Geometry::Radial {
            from: (width, x0, y0),
            to: (x1, y1, width),
            extend: [true, curved],
        });
        let blend = Blending { opacity: opacity as f32, masked: curved, ..normal() };
        for mut canvas in [canvas_of(area), canvas()] {
            let source = Source::Shading { shading: &shading, matrix };
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
                let samples = image(3, 2, vec![7; 18]);
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
    let source = Source::Plain { space: &Space::Cmyk, components: &[1.0; 4] };
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
    let pixels = canvas().plates.grid.all().count() as u64;
    let mut canvas = canvas().within(pixels);
    assert!(!canvas.is_spent() && canvas.work_taken() == pixels / 4);
    let source = Source::Plain { space: &Space::Cmyk, components: &[1.0; 4] };
    let path = PathBuilder::from_rect(Area::from_xywh(0.0, 0.0, 1e6, 1e6).unwrap());
    canvas.fill(&path, false, &whole(), &source, &normal());
    assert!(canvas.is_spent() && canvas.work_taken() == pixels);
}
