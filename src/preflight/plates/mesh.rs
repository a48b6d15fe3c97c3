//! Turns the triangles of a mesh into a tint for each pixel.

use crate::geometry::Matrix;
use crate::plates::blend::{Tint, darker};
use crate::plates::region::{Grid, Window, Work};
use crate::resources::shading::mesh::Mesh;

/// Rasterises the triangles of a mesh on a window of the page.
pub(super) fn rasterise(
    mesh: &Mesh,
    tints: &[Tint],
    matrix: Matrix,
    grid: &Grid,
    window: Window,
    work: &Work,
) -> Vec<Option<Tint>> {
    if !work.take(window.count()) {
        return Vec::new();
    }
    let mut raster = vec![None; window.count()];
    let places: Vec<(f64, f64)> =
        mesh.vertices.iter().map(|vertex| grid.place(matrix.apply(vertex.place))).collect();
    for corners in &mesh.triangles {
        let [Some(one), Some(two), Some(three)] = corners.map(|corner| places.get(corner)) else {
            continue;
        };
        let double = (two.0 - one.0) * (three.1 - one.1) - (three.0 - one.0) * (two.1 - one.1);
        if double == 0.0 || !double.is_finite() {
            continue;
        }
        let first = |places: [f64; 3], from: usize, to: usize| {
            let least = places.into_iter().fold(f64::MAX, f64::min).floor().max(0.0) as usize;
            let most = places.into_iter().fold(f64::MIN, f64::max).ceil().max(0.0) as usize;
            least.max(from)..most.min(to)
        };
        let columns = first([one.0, two.0, three.0], window.x0, window.x1);
        let rows = first([one.1, two.1, three.1], window.y0, window.y1);
        if !work.take(1 + columns.len().saturating_mul(rows.len())) {
            break;
        }
        for row in rows {
            for column in columns.clone() {
                let (x, y) = (column as f64 + 0.5, row as f64 + 0.5);
                let second =
                    ((x - one.0) * (three.1 - one.1) - (three.0 - one.0) * (y - one.1)) / double;
                let third =
                    ((two.0 - one.0) * (y - one.1) - (x - one.0) * (two.1 - one.1)) / double;
                let weights = [1.0 - second - third, second, third];
                // Neighbours share an edge: a little too much is better than a gap.
                if weights.iter().all(|weight| *weight >= -1e-6)
                    && let Some(place) =
                        window.index(column, row).and_then(|index| raster.get_mut(index))
                {
                    *place = between(mesh, tints, *corners, weights);
                }
            }
        }
    }
    add_vertices(&mut raster, mesh, tints, matrix, grid, window);
    raster
}

/// The tint between three vertices, with their weights.
fn between(mesh: &Mesh, tints: &[Tint], corners: [usize; 3], weights: [f64; 3]) -> Option<Tint> {
    if mesh.ramp {
        let mut at = 0.0;
        for (corner, weight) in corners.iter().zip(weights) {
            at += mesh.vertices.get(*corner)?.at * weight;
        }
        return tints.get(at.round().max(0.0) as usize).or(tints.last()).copied();
    }
    let mut plates = [0.0; 5];
    for (corner, weight) in corners.iter().zip(weights) {
        for (plate, ink) in plates.iter_mut().zip(tints.get(*corner)?.ink) {
            *plate += f64::from(ink) * weight;
        }
    }
    let keeps = tints.get(corners[0])?.keeps;
    Some(Tint { ink: plates.map(|plate| plate.round() as u8), keeps })
}

/// Makes the pixel of each vertex at least as dark as the vertex: triangles may be smaller than pixels.
fn add_vertices(
    raster: &mut [Option<Tint>],
    mesh: &Mesh,
    tints: &[Tint],
    matrix: Matrix,
    grid: &Grid,
    window: Window,
) {
    for (index, vertex) in mesh.vertices.iter().enumerate() {
        let at = if mesh.ramp { vertex.at.round().max(0.0) as usize } else { index };
        if let Some(tint) = tints.get(at)
            && let Some((column, row)) = grid.pixel(matrix.apply(vertex.place))
            && let Some(place) = window.index(column, row).and_then(|index| raster.get_mut(index))
        {
            let most = place.map_or(tint.ink, |before: Tint| darker(before.ink, tint.ink));
            *place = Some(Tint { ink: most, ..*tint });
        }
    }
}
