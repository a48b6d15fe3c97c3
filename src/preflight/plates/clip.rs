//! Turns clipping paths into the pixels where items show.

use std::sync::Arc;

use tiny_skia::Path;

use crate::geometry::Rect;
use crate::plates::Canvas;
use crate::plates::outline::{Inclusion, bounds, region, thinnest, upright};
use crate::plates::region::{Grid, Region};
use crate::plates::{THIN, lines_through};

/// A clipping region: a rectangle, and within it any shape. Cheap to clone.
#[derive(Debug, Clone)]
pub(crate) struct Clip {
    area: Rect,
    shape: Option<Arc<Region>>,
}

impl Clip {
    /// Everything within a rectangle.
    pub(crate) fn of(area: Rect) -> Clip {
        Clip { area, shape: None }
    }

    /// The bounding box of the region, in the page's coordinates; empty if nothing shows.
    pub(crate) fn area(&self) -> Rect {
        self.area
    }

    /// Only what lies within a path too. The path is in the page's coordinates. Without a canvas (`None`) only the
    /// rectangle around it is known.
    pub(crate) fn and(&self, canvas: Option<&Canvas>, path: &Path, even_odd: bool) -> Clip {
        let around = bounds(path);
        let Some(area) = self.area.shared(around) else {
            return Clip::of(Rect::new(around.x0, around.y0, around.x0, around.y0));
        };
        let shape = match canvas {
            Some(canvas) if upright(path).is_none() => {
                let grid = canvas.grid();
                let inclusion = match thinnest(path, grid, THIN) {
                    Some(side) => Inclusion::Touched(lines_through(side)),
                    None => Inclusion::Middles,
                };
                let window = grid.touched(area);
                let shape = region(path, even_odd, grid, window, inclusion, canvas.work());
                canvas.work().take(shape.len());
                Some(Arc::new(match &self.shape {
                    Some(before) => shape.within(window, Some(before)),
                    None => shape,
                }))
            }
            _ => self.shape.clone(),
        };
        Clip { area, shape }
    }

    /// Whether nothing shows.
    pub(super) fn is_empty(&self) -> bool {
        self.area.is_empty()
    }

    /// The pixels of a region whose middle shows.
    pub(super) fn of_middles(&self, region: Region, grid: &Grid) -> Region {
        region.within(grid.window(self.area), self.shape.as_deref())
    }

    /// The pixels of a region of which any part shows.
    pub(super) fn of_touched(&self, region: Region, grid: &Grid) -> Region {
        region.within(grid.touched(self.area), self.shape.as_deref())
    }
}
