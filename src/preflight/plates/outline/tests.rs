//! Tells which pixels belong to paths.

use tiny_skia::{Path, PathBuilder, Rect as Area};

use super::{Inclusion, region, thinnest, upright};
use crate::geometry::Rect;
use crate::plates::region::{Grid, Work};

fn grid() -> Grid {
    Grid::over(Rect::new(0.0, 0.0, 7.2, 7.2), 1)
}

/// A path in pixels.
fn polygon(points: &[(f32, f32)]) -> Path {
    let mut path = PathBuilder::new();
    for (index, (x, y)) in points.iter().enumerate() {
        let (x, y) = (x * 0.72, y * 0.72);
        if index == 0 { path.move_to(x, y) } else { path.line_to(x, y) }
    }
    path.close();
    path.finish().unwrap()
}

fn count(path: &Path, even_odd: bool, inclusion: Inclusion) -> usize {
    let found = region(path, even_odd, &grid(), grid().all(), inclusion, &Work::of(u64::MAX));
    found.rows().flat_map(|(_, runs)| runs).map(|(from, to)| (to - from) as usize).sum()
}

#[test]
fn a_triangle_holds_half_of_the_middles() {
    let triangle = polygon(&[(0.0, 0.0), (10.0, 0.0), (0.0, 10.2)]);
    let found = count(&triangle, false, Inclusion::Middles);
    assert!((45..=55).contains(&found), "{found}");
}

#[test]
fn rules_of_filling_differ_where_parts_overlap() {
    let mut path = PathBuilder::new();
    path.push_rect(Area::from_xywh(0.0, 0.0, 7.2, 7.2).unwrap());
    path.push_rect(Area::from_xywh(1.44, 1.44, 2.88, 2.88).unwrap());
    let path = path.finish().unwrap();
    assert_eq!(count(&path, false, Inclusion::Middles), 100);
    assert_eq!(count(&path, true, Inclusion::Middles), 84);
}

#[test]
fn a_circle_has_its_area() {
    let circle = PathBuilder::from_circle(3.6, 3.6, 3.6).unwrap();
    let found = count(&circle, false, Inclusion::Middles);
    assert!((76..=82).contains(&found), "{found}");
}

#[test]
fn a_thin_slanted_line_is_touched_though_it_holds_no_middle() {
    let line = polygon(&[(0.0, 2.6), (9.0, 2.7), (9.0, 2.9), (0.0, 2.8)]);
    assert_eq!(count(&line, false, Inclusion::Middles), 0);
    assert_eq!(count(&line, false, Inclusion::Touched(16)), 9);
    assert!(thinnest(&line, &grid(), 1.0).is_some());
    assert!(thinnest(&polygon(&[(0.0, 0.0), (5.0, 0.0), (0.0, 5.0)]), &grid(), 1.0).is_none());
}

#[test]
fn only_a_rectangle_is_upright() {
    let area = upright(&polygon(&[(1.0, 1.0), (1.0, 3.0), (4.0, 3.0), (4.0, 1.0)])).unwrap();
    assert!((area.width() - 2.16).abs() < 1e-5);
    assert!(upright(&polygon(&[(1.0, 1.0), (1.5, 3.0), (4.0, 3.0), (4.0, 1.0)])).is_none());
    let mut path = PathBuilder::new();
    path.move_to(0.0, 0.0);
    path.quad_to(0.0, 1.0, 1.0, 1.0);
    path.line_to(1.0, 0.0);
    path.close();
    assert!(upright(&path.finish().unwrap()).is_none());
}

#[test]
fn what_lies_far_outside_ends_at_the_window() {
    let wide = polygon(&[(-1e9, -1e9), (1e9, -1e9), (1e9, 1e9), (-1e9, 1e9)]);
    assert_eq!(count(&wide, false, Inclusion::Middles), 100);
    let huge = polygon(&[(-1e30, 0.0), (1e30, -1e30), (1e30, 1e30)]);
    assert!(count(&huge, false, Inclusion::Touched(4)) <= 100);
}
