//! Sheets of panels in; the packet into which they are folded out, or why paper can't be folded so.

use std::fmt;

/// What counts as the same place, in millimetres.
const SAME: f64 = 0.05;
/// How far the edge of a panel that lies in a fold must keep away from it, in millimetres: an edge that is nearer is
/// crushed.
const CLEARANCE: f64 = 0.9;
/// The share of a face up to which it counts as hidden, or from one as seen whole: what is folded in is narrower, so that
/// an edge shows.
const EDGE: f64 = 0.1;

/// One side of a panel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Face {
    /// What is printed on it; `None` on a blank face.
    pub(crate) name: Option<String>,
    /// Whether the head of what is printed is at the head of the sheet.
    pub(crate) upright: bool,
}

impl Face {
    /// A face with a name, its head up.
    pub(crate) fn named(name: impl fmt::Display) -> Face {
        Face { name: Some(name.to_string()), upright: true }
    }

    /// A face with nothing on it.
    pub(crate) fn blank() -> Face {
        Face { name: None, upright: true }
    }

    /// Its name. An error if it stands on its head.
    pub(crate) fn read(&self) -> Result<&str, String> {
        let name = self.name.as_deref().unwrap_or("blank");
        if self.upright { Ok(name) } else { Err(format!("{name} stands on its head")) }
    }
}

/// A part of a sheet between two fold lines.
#[derive(Debug, Clone)]
pub(crate) struct Panel {
    /// In millimetres.
    pub(crate) width: f64,
    /// The side that is up when the sheet is laid down.
    pub(crate) front: Face,
    /// The other side.
    pub(crate) back: Face,
}

/// Which side of a fold line is moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Left,
    Right,
}

impl Part {
    /// The other side.
    pub(crate) fn other(self) -> Part {
        match self {
            Part::Left => Part::Right,
            Part::Right => Part::Left,
        }
    }
}

/// Where the moved part comes to lie: over the rest makes a valley fold, under it a mountain fold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    Over,
    Under,
}

/// A panel in the packet.
#[derive(Debug, Clone)]
struct Layer {
    sheet: usize,
    /// Its number on the sheet, from 1 at the left as the sheet was laid down.
    panel: usize,
    /// Where the edge to the panel before it lies, in millimetres.
    first: f64,
    /// Where the edge to the panel behind it lies.
    last: f64,
    up: Face,
    down: Face,
}

impl Layer {
    fn left(&self) -> f64 {
        self.first.min(self.last)
    }

    fn right(&self) -> f64 {
        self.first.max(self.last)
    }

    /// Turned about an upright line.
    fn turned(&self, line: f64) -> Layer {
        Layer {
            first: 2.0 * line - self.first,
            last: 2.0 * line - self.last,
            up: self.down.clone(),
            down: self.up.clone(),
            ..*self
        }
    }
}

/// Sheets one on another, folded or not: layers from the lowest to the highest.
#[derive(Debug, Clone)]
pub(crate) struct Packet {
    layers: Vec<Layer>,
}

impl Packet {
    /// A pile of sheets, the first one on top, fronts up.
    pub(crate) fn pile(sheets: &[Vec<Panel>]) -> Packet {
        let mut layers = Vec::new();
        for (sheet, panels) in sheets.iter().enumerate().rev() {
            let mut first = 0.0;
            for (index, panel) in panels.iter().enumerate() {
                let last = first + panel.width;
                let (up, down) = (panel.front.clone(), panel.back.clone());
                layers.push(Layer { sheet, panel: index + 1, first, last, up, down });
                first = last;
            }
        }
        Packet { layers }
    }

    /// Turned over like a page.
    pub(crate) fn turned_over(&self) -> Packet {
        Packet { layers: self.layers.iter().rev().map(|layer| layer.turned(0.0)).collect() }
    }

    /// The width as it lies, in millimetres.
    pub(crate) fn width(&self) -> f64 {
        self.right() - self.left()
    }

    /// The left edge.
    pub(crate) fn left(&self) -> f64 {
        self.layers.iter().map(Layer::left).fold(f64::INFINITY, f64::min)
    }

    /// The right edge.
    pub(crate) fn right(&self) -> f64 {
        self.layers.iter().map(Layer::right).fold(f64::NEG_INFINITY, f64::max)
    }

    fn layer(&self, sheet: usize, panel: usize) -> Option<&Layer> {
        self.layers.iter().find(|layer| (layer.sheet, layer.panel) == (sheet, panel))
    }

    /// Where a fold line lies now: the place of the edge between a panel and the next one, the same in all sheets.
    pub(crate) fn line(&self, crease: usize) -> Result<f64, String> {
        let mut found: Option<f64> = None;
        for layer in self.layers.iter().filter(|layer| layer.panel == crease) {
            let Some(next) = self.layer(layer.sheet, crease + 1) else { continue };
            let line = layer.last;
            if (layer.first < line) == (next.last < line) {
                return Err(format!("line {crease} is folded already"));
            }
            match found {
                Some(other) if (other - line).abs() > SAME => {
                    return Err(format!("line {crease} is at {other} mm and at {line} mm"));
                }
                _ => found = Some(line),
            }
        }
        found.ok_or_else(|| format!("there is no line {crease}"))
    }

    /// Folds all that lies on one side of a line about it. An error if a panel would be creased, torn or crushed.
    pub(crate) fn fold(&mut self, crease: usize, part: Part, way: Way) -> Result<(), String> {
        let line = self.line(crease)?;
        let mut moves = Vec::new();
        for layer in &self.layers {
            if layer.left() < line - SAME && layer.right() > line + SAME {
                return Err(format!("panel {} lies across line {crease}", layer.panel));
            }
            moves.push((layer.right() < line + SAME) == (part == Part::Left));
        }
        // The layers that the line joins, over or under which all else is enclosed by the fold.
        let mut joined = Vec::new();
        for (one, layer) in self.layers.iter().enumerate() {
            let next = self
                .layers
                .iter()
                .position(|other| (other.sheet, other.panel) == (layer.sheet, layer.panel + 1));
            let Some(next) = next.filter(|next| moves[one] != moves[*next]) else { continue };
            if (layer.last - line).abs() > SAME {
                return Err(format!("line {} would tear", layer.panel));
            }
            joined.extend([one, next]);
        }
        for side in [true, false] {
            let ends = joined.iter().filter(|index| moves[**index] == side);
            let end = match way {
                Way::Over => ends.max(),
                Way::Under => ends.min(),
            };
            let Some(end) = end else { continue };
            for (index, layer) in self.layers.iter().enumerate() {
                let enclosed = match way {
                    Way::Over => index > *end,
                    Way::Under => index < *end,
                };
                let gap = (layer.left() - line).abs().min((layer.right() - line).abs());
                if moves[index] == side && enclosed && gap < CLEARANCE {
                    return Err(format!(
                        "panel {} is crushed in line {crease}: {gap:.1} mm are left",
                        layer.panel
                    ));
                }
            }
        }
        let (moved, stays): (Vec<_>, Vec<_>) =
            self.layers.drain(..).zip(moves).partition(|(_, moves)| *moves);
        let moved = moved.into_iter().rev().map(|(layer, _)| layer.turned(line));
        let stays = stays.into_iter().map(|(layer, _)| layer);
        self.layers = match way {
            Way::Over => stays.chain(moved).collect(),
            Way::Under => moved.chain(stays).collect(),
        };
        Ok(())
    }

    /// The faces that are seen from above, from left to right. An error if one is covered in part.
    pub(crate) fn seen(&self) -> Result<Vec<Face>, String> {
        let mut seen = Vec::new();
        for (index, layer) in self.layers.iter().enumerate() {
            let free = self.uncovered(index) / (layer.right() - layer.left());
            if free > 1.0 - EDGE {
                seen.push((layer.left(), layer.up.clone()));
            } else if free > EDGE {
                return Err(format!("panel {} is covered in part", layer.panel));
            }
        }
        seen.sort_by(|one, other| one.0.total_cmp(&other.0));
        Ok(seen.into_iter().map(|(_, face)| face).collect())
    }

    /// How much of a layer nothing lies on, in millimetres.
    fn uncovered(&self, index: usize) -> f64 {
        let layer = &self.layers[index];
        let mut free = vec![(layer.left(), layer.right())];
        for above in &self.layers[index + 1..] {
            let pieces = free.into_iter().flat_map(|(from, to)| {
                [(from, to.min(above.left())), (from.max(above.right()), to)]
            });
            free = pieces.filter(|(from, to)| from < to).collect();
        }
        free.into_iter().map(|(from, to)| to - from).sum()
    }

    /// The faces of each layer, from the highest to the lowest: of leaves that are bound at one edge, the pages.
    pub(crate) fn leaves(&self) -> Vec<[Face; 2]> {
        self.layers.iter().rev().map(|layer| [layer.up.clone(), layer.down.clone()]).collect()
    }
}
