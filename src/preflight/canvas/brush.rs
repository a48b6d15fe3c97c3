//! What a mark is painted with in; the colour for each spot out.

use crate::blending::Blending;
use crate::canvas::Source;
use crate::canvas::blend::{Dab, darker};
use crate::canvas::gradient::{Form, Gradient};
use crate::canvas::mesh::Mesh;
use crate::canvas::region::{Grid, Window, Work};
use crate::canvas::tints::{Keeping, Tints};
use crate::geometry::Matrix;

/// A colour for each spot.
#[derive(Debug)]
pub(super) enum Brush<'a> {
    /// The same everywhere.
    Plain(Dab),
    /// Found from the place: the tints of the colours of a gradient, and the way from the page to it.
    Graded { gradient: &'a Gradient, back: Matrix, dabs: Vec<Dab> },
    /// Printed beforehand on a part of the page.
    Printed { window: Window, dabs: Vec<Option<Dab>> },
}

impl<'a> Brush<'a> {
    /// The brush for a source within a window; `None` if nothing is known to paint with.
    pub(super) fn of(
        source: &Source<'a>,
        blend: &Blending,
        tints: &Tints,
        grid: &Grid,
        window: Window,
        work: &Work,
    ) -> Option<Brush<'a>> {
        let (gradient, matrix) = match source {
            Source::Plain { space, parts } => {
                return Some(Brush::Plain(tints.dab(space, parts, Keeping::of(blend))));
            }
            Source::Gradient { gradient, matrix } => (*gradient, *matrix),
            Source::Unknown => return None,
        };
        let back = matrix.inverse()?;
        let keeping = Keeping::of_computed(blend);
        if !work.take(gradient.colours.len().saturating_mul(64)) {
            return None;
        }
        let dabs: Vec<Dab> = gradient
            .colours
            .iter()
            .map(|parts| tints.dab(&gradient.space, parts, keeping))
            .collect();
        let Form::Mesh(mesh) = &gradient.form else {
            return Some(Brush::Graded { gradient, back, dabs });
        };
        let mut printed = print(mesh, &dabs, matrix, grid, window, work);
        if let Some(bounds) = gradient.bounds {
            for row in window.y0..window.y1 {
                for column in window.x0..window.x1 {
                    let (x, y) = back.apply(grid.middle(column, row));
                    let outside = x < bounds.x0 || x > bounds.x1 || y < bounds.y0 || y > bounds.y1;
                    if let Some(index) = window.index(column, row)
                        && let Some(dab) = printed.get_mut(index)
                        && outside
                    {
                        *dab = None;
                    }
                }
            }
        }
        Some(Brush::Printed { window, dabs: printed })
    }

    /// The colour for a spot; `None` where there is none.
    pub(super) fn at(&self, grid: &Grid, column: usize, row: usize) -> Option<Dab> {
        match self {
            Brush::Plain(dab) => Some(*dab),
            Brush::Graded { gradient, back, dabs } => {
                let index = gradient.at(back.apply(grid.middle(column, row)))?;
                dabs.get(index).copied()
            }
            Brush::Printed { window, dabs } => *dabs.get(window.index(column, row)?)?,
        }
    }

    /// How much work a spot is.
    pub(super) fn cost(&self) -> usize {
        if matches!(self, Brush::Plain(_)) { 1 } else { 8 }
    }
}

/// Prints the triangles of a mesh on a window of the page.
fn print(
    mesh: &Mesh,
    dabs: &[Dab],
    matrix: Matrix,
    grid: &Grid,
    window: Window,
    work: &Work,
) -> Vec<Option<Dab>> {
    if !work.take(window.count()) {
        return Vec::new();
    }
    let mut printed = vec![None; window.count()];
    // The tint between three vertices, with their weights.
    let between = |corners: [usize; 3], weights: [f64; 3]| -> Option<Dab> {
        if mesh.ramp {
            let mut at = 0.0;
            for (corner, weight) in corners.iter().zip(weights) {
                at += mesh.vertices.get(*corner)?.at * weight;
            }
            return dabs.get(at.round().max(0.0) as usize).or(dabs.last()).copied();
        }
        let mut plates = [0.0; 5];
        for (corner, weight) in corners.iter().zip(weights) {
            for (plate, ink) in plates.iter_mut().zip(dabs.get(*corner)?.ink) {
                *plate += f64::from(ink) * weight;
            }
        }
        let keeps = dabs.get(corners[0])?.keeps;
        Some(Dab { ink: plates.map(|plate| plate.round() as u8), keeps })
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
        if let Some(dab) = dabs.get(at)
            && let Some((column, row)) = grid.spot(matrix.apply(vertex.place))
            && let Some(place) = window.index(column, row).and_then(|index| printed.get_mut(index))
        {
            let most = place.map_or(dab.ink, |before: Dab| darker(before.ink, dab.ink));
            *place = Some(Dab { ink: most, ..*dab });
        }
    }
    printed
}
