//! Tells what shadings, meshes, images and stencils must measure.

use super::*;
use crate::resources::shading::mesh::{Mesh, Vertex};

#[test]
fn a_shading_along_a_line_ends_where_it_is_not_extended() {
    let geometry = Geometry::Axial { from: (10.0, 0.0), to: (30.0, 0.0), extend: [false, true] };
    let shading = graded(geometry);
    let mut canvas = canvas();
    let source =
        Source::Shading { shading: &shading, matrix: Matrix([0.72, 0.0, 0.0, 0.72, 0.0, 0.0]) };
    canvas.shade(&whole(), &source, &normal());
    assert_eq!(at(&canvas, 5, 50), [0; 5]);
    assert_eq!(at(&canvas, 19, 50), [100, 47, 0, 0, 0]);
    assert_eq!(at(&canvas, 60, 50), [100, 100, 0, 0, 0]);
    assert_eq!(highest(&canvas), 200);
}

#[test]
fn a_shading_between_circles_takes_the_outer_one() {
    let geometry = Geometry::Radial {
        from: (50.0, 50.0, 0.0),
        to: (50.0, 50.0, 40.0),
        extend: [false, false],
    };
    let shading = graded(geometry);
    let mut canvas = canvas();
    let source =
        Source::Shading { shading: &shading, matrix: Matrix([0.72, 0.0, 0.0, 0.72, 0.0, 0.0]) };
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
    let shading = Shading {
        space: Arc::new(Space::Cmyk),
        geometry: Geometry::Mesh(mesh),
        colours,
        bounds: None,
    };
    let mut canvas = canvas();
    let source =
        Source::Shading { shading: &shading, matrix: Matrix([0.72, 0.0, 0.0, 0.72, 0.0, 0.0]) };
    canvas.fill(&block(0.0, 0.0, 100.0, 100.0), false, &whole(), &source, &normal());
    assert_eq!(at(&canvas, 50, 50), [0; 5]);
    let [cyan, magenta, ..] = at(&canvas, 30, 0);
    assert!((48..=51).contains(&cyan) && (49..=52).contains(&magenta));
    let highest = highest(&canvas);
    assert!(highest >= 385, "{highest}");
}

#[test]
fn one_dark_sample_counts_though_it_is_smaller_than_a_spot() {
    // 200 x 200 samples on 20 x 20 pixels.
    let mut bytes = vec![0; 200 * 200 * 4];
    bytes[(33 * 200 + 77) * 4..][..4].copy_from_slice(&[255; 4]);
    let matrix = Matrix([14.4, 0.0, 0.0, 14.4, 14.4, 14.4]);
    let mut canvas = canvas();
    canvas.image(&image(200, 200, bytes), &Space::Cmyk, None, matrix, &whole(), &normal());
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
    let samples = image(2, 2, bytes);
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
    let mask = image(2, 1, vec![0, 128]);
    let mut canvas = with_block([0.0, 1.0, 0.0, 0.0]);
    let black = image(1, 1, vec![0]);
    let matrix = Matrix([14.4, 0.0, 0.0, 14.4, 7.2, 7.2]);
    canvas.image(&black, &Space::Gray, Some(&mask), matrix, &whole(), &normal());
    assert_eq!(at(&canvas, 12, 15), [0, 100, 0, 0, 0]);
    assert_eq!(at(&canvas, 25, 15), [0, 50, 0, 50, 0]);
}

#[test]
fn a_stencil_paints_its_zeros() {
    let mut canvas = canvas();
    let stencil = image(2, 1, vec![0, 255]);
    let matrix = Matrix([72.0, 0.0, 0.0, 72.0, 0.0, 0.0]);
    canvas.stencil(&stencil, matrix, &whole(), &ink(&[0.0, 0.9, 0.0, 0.0]), &normal());
    assert_eq!((at(&canvas, 20, 50)[1], at(&canvas, 70, 50)[1]), (90, 0));
}

#[test]
fn a_converted_picture_is_read_sample_by_sample() {
    let samples = image(2, 1, vec![255, 255, 255, 51, 102, 0]);
    let mut canvas = canvas();
    let matrix = Matrix([72.0, 0.0, 0.0, 72.0, 0.0, 0.0]);
    canvas.image(&samples, &Space::Rgb, None, matrix, &whole(), &normal());
    assert_eq!(at(&canvas, 20, 50), [0; 5]);
    assert_eq!(at(&canvas, 70, 50), [80, 60, 100, 0, 0]);
    let cut_off = Samples { bytes: vec![0; 3], ..samples };
    canvas.image(&cut_off, &Space::Rgb, None, matrix, &whole(), &normal());
    assert_eq!(at(&canvas, 70, 50), [80, 60, 100, 0, 0]);
}
