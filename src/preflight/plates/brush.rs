//! Turns what an item is painted with into a tint for each pixel.

use crate::geometry::Matrix;
use crate::page::Blending;
use crate::plates::Source;
use crate::plates::blend::{Tint, darker};
use crate::plates::convert::{Converter, Overprint};
use crate::plates::region::{Grid, Window, Work};
use crate::resources::shading::mesh::Mesh;
use crate::resources::shading::{Geometry, Shading};

/// A colour for each pixel.
#[derive(Debug)]
pub(super) enum Brush<'a> {
    /// The same everywhere.
    Plain(Tint),
    /// Looked up by place: the tints of the colours of a shading, and the transform from the page to it.
    Shading { shading: &'a Shading, back: Matrix, tints: Vec<Tint> },
    /// Rasterised beforehand on a part of the page.
    Raster { window: Window, tints: Vec<Option<Tint>> },
}

impl<'a> Brush<'a> {
    /// The brush for a source within a window; `None` if nothing is known to paint with.
    pub(super) fn of(
        source: &Source<'a>,
        blend: &Blending,
        tints: &Converter,
        grid: &Grid,
        window: Window,
        work: &Work,
    ) -> Option<Brush<'a>> {
        let (shading, matrix) = match source {
            Source::Plain { space, components } => {
                return Some(Brush::Plain(tints.tint(space, components, Overprint::of(blend))));
            }
            Source::Shading { shading, matrix } => (*shading, *matrix),
            Source::Unknown => return None,
        };
        let back = matrix.inverse()?;
        let overprint = Overprint::of_computed(blend);
        if !work.take(shading.colours.len().saturating_mul(64)) {
            return None;
        }
        let tints: Vec<Tint> = shading
            .colours
            .iter()
            .map(|components| tints.tint(&shading.space, components, overprint))
            .collect();
        let Geometry::Mesh(mesh) = &shading.geometry else {
            return Some(Brush::Shading { shading, back, tints });
        };
        let mut printed = print(mesh, &tints, matrix, grid, window, work);
        if let Some(bounds) = shading.bounds {
            for row in window.y0..window.y1 {
                for column in window.x0..window.x1 {
                    let (x, y) = back.apply(grid.middle(column, row));
                    let outside = x < bounds.x0 || x > bounds.x1 || y < bounds.y0 || y > bounds.y1;
                    if let Some(index) = window.index(column, row)
                        && let Some(tint) = printed.get_mut(index)
                        && outside
                    {
                        *tint = None;
                    }
                }
            }
        }
        Some(Brush::Raster { window, tints: printed })
    }

    /// The colour for a pixel; `None` where there is none.
    pub(super) fn at(&self, grid: &Grid, column: usize, row: usize) -> Option<Tint> {
        match self {
            Brush::Plain(tint) => Some(*tint),
            Brush::Shading { shading, back, tints } => {
                let index = shading.at(back.apply(grid.middle(column, row)))?;
                tints.get(index).copied()
            }
            Brush::Raster { window, tints } => *tints.get(window.index(column, row)?)?,
        }
    }

    /// The work that a pixel costs.
    pub(super) fn cost(&self) -> usize {
        if matches!(self, Brush::Plain(_)) { 1 } else { 8 }
    }
}

/// Rasterises the triangles of a mesh on a window of the page.
fn print(
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
    let mut printed = vec![None; window.count()];
    // The tint between three vertices, with their weights.
    let between = |corners: [usize; 3], weights: [f64; 3]| -> Option<Tint> {
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
    };
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
                        window.index(column, row).and_then(|index| printed.get_mut(index))
                {
                    *place = between(*corners, weights);
                }
            }
        }
    }
    for (index, vertex) in mesh.vertices.iter().enumerate() {
        let at = if mesh.ramp { vertex.at.round().max(0.0) as usize } else { index };
        if let Some(tint) = tints.get(at)
            && let Some((column, row)) = grid.pixel(matrix.apply(vertex.place))
            && let Some(place) = window.index(column, row).and_then(|index| printed.get_mut(index))
        {
            let most = place.map_or(tint.ink, |before: Tint| darker(before.ink, tint.ink));
            *place = Some(Tint { ink: most, ..*tint });
        }
    }
    printed
}
