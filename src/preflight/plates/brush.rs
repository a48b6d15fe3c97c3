//! Turns what an item is painted with into a tint for each pixel.

use crate::geometry::Matrix;
use crate::page::Blending;
use crate::plates::Source;
use crate::plates::blend::Tint;
use crate::plates::convert::{Converter, Overprint};
use crate::plates::mesh::rasterise;
use crate::plates::region::{Grid, Window, Work};
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
        let mut raster = rasterise(mesh, &tints, matrix, grid, window, work);
        if let Some(bounds) = shading.bounds {
            for row in window.y0..window.y1 {
                for column in window.x0..window.x1 {
                    let (x, y) = back.apply(grid.middle(column, row));
                    let outside = x < bounds.x0 || x > bounds.x1 || y < bounds.y0 || y > bounds.y1;
                    if let Some(index) = window.index(column, row)
                        && let Some(tint) = raster.get_mut(index)
                        && outside
                    {
                        *tint = None;
                    }
                }
            }
        }
        Some(Brush::Raster { window, tints: raster })
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
