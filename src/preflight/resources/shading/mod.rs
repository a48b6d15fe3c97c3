//! Turns shadings (ISO 32000-1, 8.7.4.5) into the colour at each place.

pub(crate) mod mesh;

use std::sync::Arc;

use lopdf::{Dictionary, Object};

use mesh::{Mesh, STEPS};

use crate::file::File;
use crate::geometry::{Matrix, Rect};
use crate::resources::colour::Space;
use crate::resources::function::Function;

/// Colours that are kept of a shading by a function of the place, in each direction, less one.
const CELLS: usize = 48;
/// Components of a colour at most, many more than a press has units.
const MOST_COMPONENTS: usize = 64;

/// A shading (ISO 32000-1, 8.7.4.5).
#[derive(Debug, Clone)]
pub(crate) struct Shading {
    /// Its colour space.
    pub(crate) space: Arc<Space>,
    pub(crate) geometry: Geometry,
    /// Colours of it, in the order that its geometry asks for.
    pub(crate) colours: Vec<Vec<f32>>,
    /// What is painted at most (`BBox`).
    pub(crate) bounds: Option<Rect>,
}

/// How colours are spread.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Geometry {
    /// By a function of the place (type 1): the way from the shading to its domain, which begins at `start` and is so large.
    /// Colours line by line.
    FunctionBased { back: Matrix, start: (f64, f64), size: (f64, f64) },
    /// Along a line (type 2), and whether past its ends too.
    Axial { from: (f64, f64), to: (f64, f64), extend: [bool; 2] },
    /// Between two circles (type 3), with their radii, and whether past them too.
    Radial { from: (f64, f64, f64), to: (f64, f64, f64), extend: [bool; 2] },
    /// Between the vertices of a mesh (types 4 to 7). A colour for each vertex, or those along one axis.
    Mesh(Mesh),
}

impl Shading {
    /// The same with its figures in another space, of as many components.
    pub(crate) fn in_space(&self, space: Arc<Space>) -> Shading {
        Shading { space, ..self.clone() }
    }

    /// Reads a shading, a dictionary or a stream; `None` if it is none.
    pub(crate) fn read(file: &File, shading: &Object, resources: &Dictionary) -> Option<Shading> {
        let shading = file.resolve(shading);
        let dictionary = file.dictionary(shading)?;
        let space = Space::read(file, dictionary.get(b"ColorSpace").ok()?, resources);
        let components = space.components();
        if components == 0 || components > MOST_COMPONENTS {
            return None;
        }
        let functions = functions(file, dictionary)?;
        let domain: Vec<f64> = file.numbers(dictionary, "Domain").unwrap_or_default();
        let extend = extend(file, dictionary);
        let along = |from: f64, to: f64| -> Vec<Vec<f32>> {
            (0..=STEPS)
                .map(|step| {
                    let share = step as f64 / STEPS as f64;
                    colour(&functions, &[(from + share * (to - from)) as f32], components)
                })
                .collect()
        };
        let ends = match domain.as_slice() {
            [from, to, ..] => (*from, *to),
            _ => (0.0, 1.0),
        };
        let coords = || file.numbers(dictionary, "Coords");
        let (geometry, colours) = match file.integer(dictionary, "ShadingType")? {
            1 if !functions.is_empty() => {
                let [x0, x1, y0, y1] = domain.try_into().unwrap_or([0.0, 1.0, 0.0, 1.0]);
                let matrix = file.matrix(dictionary, "Matrix").unwrap_or(Matrix::IDENTITY);
                let size = (x1 - x0, y1 - y0);
                let cell = |index: usize, start: f64, size: f64| {
                    (start + size * index as f64 / CELLS as f64) as f32
                };
                let field =
                    (0..=CELLS).flat_map(|row| (0..=CELLS).map(move |column| (column, row)));
                let colours = field
                    .map(|(column, row)| {
                        colour(
                            &functions,
                            &[cell(column, x0, size.0), cell(row, y0, size.1)],
                            components,
                        )
                    })
                    .collect();
                (
                    Geometry::FunctionBased { back: matrix.inverse()?, start: (x0, y0), size },
                    colours,
                )
            }
            2 if !functions.is_empty() => {
                let [x0, y0, x1, y1] = coords()?.try_into().ok()?;
                (Geometry::Axial { from: (x0, y0), to: (x1, y1), extend }, along(ends.0, ends.1))
            }
            3 if !functions.is_empty() => {
                let [x0, y0, r0, x1, y1, r1] = coords()?.try_into().ok()?;
                if r0 < 0.0 || r1 < 0.0 {
                    return None;
                }
                (
                    Geometry::Radial { from: (x0, y0, r0), to: (x1, y1, r1), extend },
                    along(ends.0, ends.1),
                )
            }
            kind @ 4..=7 => {
                let stream = shading.as_stream().ok()?;
                let (mut mesh, colours) =
                    Mesh::read(file, stream, kind, components, !functions.is_empty())?;
                if mesh.ramp {
                    let (least, most) = mesh.reach();
                    mesh.scale(least, most);
                    (Geometry::Mesh(mesh), along(least, most))
                } else {
                    (Geometry::Mesh(mesh), colours)
                }
            }
            _ => return None,
        };
        Some(Shading { space, geometry, colours, bounds: file.rectangle(dictionary, "BBox") })
    }

    /// Which of its colours is at a place in its own coordinates; `None` where it paints nothing, and for meshes.
    pub(crate) fn at(&self, place: (f64, f64)) -> Option<usize> {
        let (x, y) = place;
        if let Some(bounds) = self.bounds
            && (x < bounds.x0 || x > bounds.x1 || y < bounds.y0 || y > bounds.y1)
        {
            return None;
        }
        let step = |share: f64| (share * STEPS as f64).round() as usize;
        match &self.geometry {
            Geometry::FunctionBased { back, start, size } => {
                let (x, y) = back.apply(place);
                let (x, y) = ((x - start.0) / size.0, (y - start.1) / size.1);
                let within = (0.0..=1.0).contains(&x) && (0.0..=1.0).contains(&y);
                let cell = |share: f64| (share * CELLS as f64).round() as usize;
                within.then(|| cell(y) * (CELLS + 1) + cell(x))
            }
            Geometry::Axial { from, to, extend } => {
                let (across, along) = (to.0 - from.0, to.1 - from.1);
                let length = across * across + along * along;
                let share = ((x - from.0) * across + (y - from.1) * along) / length;
                within(share, *extend).map(step)
            }
            Geometry::Radial { from, to, extend } => radial(*from, *to, *extend, place).map(step),
            Geometry::Mesh(_) => None,
        }
    }
}

/// A share of the way from 0 to 1, where it is within, or goes on past the ends.
fn within(share: f64, [before, after]: [bool; 2]) -> Option<f64> {
    let shown = (0.0..=1.0).contains(&share) || share < 0.0 && before || share > 1.0 && after;
    shown.then(|| share.clamp(0.0, 1.0))
}

/// Where a place lies between two circles: on the last circle of all that go through it (ISO 32000-1, 8.7.4.5.4).
fn radial(
    (x0, y0, r0): (f64, f64, f64),
    (x1, y1, r1): (f64, f64, f64),
    extend: [bool; 2],
    (x, y): (f64, f64),
) -> Option<f64> {
    let (across, along, radius_change) = (x1 - x0, y1 - y0, r1 - r0);
    let (from_x, from_y) = (x - x0, y - y0);
    // |from - s (across, along)| = r0 + s radius_change, solved for s.
    let a = across * across + along * along - radius_change * radius_change;
    let b = from_x * across + from_y * along + r0 * radius_change;
    let c = from_x * from_x + from_y * from_y - r0 * r0;
    let solutions = if a.abs() < 1e-9 * (radius_change * radius_change).max(1e-9) {
        [c / (2.0 * b), f64::NAN]
    } else {
        let root = (b * b - a * c).sqrt();
        [(b + root) / a, (b - root) / a]
    };
    let mut best: Option<f64> = None;
    for share in solutions {
        let shown = within(share, extend).is_some() && r0 + share * radius_change >= 0.0;
        if shown && best.is_none_or(|best| share > best) {
            best = Some(share);
        }
    }
    best.map(|share| share.clamp(0.0, 1.0))
}

fn extend(file: &File, dictionary: &Dictionary) -> [bool; 2] {
    let array = file.array(dictionary, "Extend").unwrap_or_default();
    let flag = |index: usize| {
        array.get(index).is_some_and(|flag| file.resolve(flag).as_bool().unwrap_or(false))
    };
    [flag(0), flag(1)]
}

/// The functions of a shading: one, or one a component; none if it has none, and `None` if they can't be read.
fn functions(file: &File, dictionary: &Dictionary) -> Option<Vec<Function>> {
    match file.entry(dictionary, "Function") {
        None => Some(Vec::new()),
        Some(Object::Array(each)) if each.len() <= MOST_COMPONENTS => {
            each.iter().map(|function| Function::read(file, function)).collect()
        }
        Some(Object::Array(_)) => None,
        Some(function) => Some(vec![Function::read(file, function)?]),
    }
}

/// What functions make of their input, as so many components; those that are missing are 0.
fn colour(functions: &[Function], input: &[f32], components: usize) -> Vec<f32> {
    let mut colour: Vec<f32> = match functions {
        [one] => one.apply(input),
        each => each.iter().filter_map(|function| function.apply(input).first().copied()).collect(),
    };
    colour.resize(components, 0.0);
    colour
}
