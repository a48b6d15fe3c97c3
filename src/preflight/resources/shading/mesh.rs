//! Turns mesh shadings (ISO 32000-1, 8.7.4.5.5 to 8.7.4.5.8) into triangles with a colour at each corner.

use lopdf::Stream;

use crate::file::File;

/// Colours that are kept of a shading along one axis, less one: finer than the 256 steps of a plate.
pub(crate) const STEPS: usize = 512;

/// Vertices that are read at most; patches bring 25 each.
const MOST_VERTICES: usize = 200_000;
/// Into how many parts each side of a patch is cut.
const CUTS: usize = 4;

/// A place of a mesh.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Vertex {
    /// In the coordinates of the shading.
    pub(crate) place: (f64, f64),
    /// For colours along one axis: which of them.
    pub(crate) at: f64,
}

/// Triangles between vertices.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Mesh {
    pub(crate) vertices: Vec<Vertex>,
    /// The numbers of their corners.
    pub(crate) triangles: Vec<[usize; 3]>,
    /// Whether colours lie along one axis (the shading has a function); else each vertex has its own.
    pub(crate) ramp: bool,
}

/// A mesh that is being read, with the colour of each vertex.
struct Reader<'a> {
    bits: Bits<'a>,
    widths: [u32; 3],
    /// The least and the greatest of x, y and of each component.
    decode: Vec<(f64, f64)>,
    mesh: Mesh,
    colours: Vec<Vec<f32>>,
}

/// A place with its colour.
type Corner = ((f64, f64), Vec<f32>);

impl Mesh {
    /// Reads a mesh of a type from 4 to 7, with a colour for each vertex. Of a mesh that ends too early, or is larger than
    /// any that people draw, the first part is read.
    pub(crate) fn read(
        file: &File,
        stream: &Stream,
        kind: i64,
        components: usize,
        ramp: bool,
    ) -> Option<(Mesh, Vec<Vec<f32>>)> {
        let width = |key: &str, least: i64, most: i64| {
            let width = file.integer(&stream.dict, key)?;
            (least..=most).contains(&width).then(|| u32::try_from(width).ok())?
        };
        let coordinate = width("BitsPerCoordinate", 1, 32)?;
        let component = width("BitsPerComponent", 1, 16)?;
        let flag = if kind == 5 { 0 } else { width("BitsPerFlag", 2, 8)? };
        let decode = file.numbers(&stream.dict, "Decode")?;
        let decode: Vec<(f64, f64)> = decode
            .chunks_exact(2)
            .filter_map(|pair| Some((*pair.first()?, *pair.last()?)))
            .collect();
        let components = if ramp { 1 } else { components };
        if decode.len() < 2 + components {
            return None;
        }
        let bytes = file.unpacked(stream).ok()?;
        let mut reader = Reader {
            bits: Bits { bytes: &bytes, bit: 0 },
            widths: [flag, coordinate, component],
            decode: decode.into_iter().take(2 + components).collect(),
            mesh: Mesh { vertices: Vec::new(), triangles: Vec::new(), ramp },
            colours: Vec::new(),
        };
        match kind {
            4 => reader.triangles(),
            5 => {
                let row = file.integer(&stream.dict, "VerticesPerRow")?;
                reader.lattice(usize::try_from(row).ok().filter(|row| *row >= 2)?);
            }
            6 => reader.patches(12),
            _ => reader.patches(16),
        }
        let whole = !reader.mesh.triangles.is_empty();
        whole.then_some((reader.mesh, reader.colours))
    }

    /// The least and the greatest place along the axis of colours.
    pub(crate) fn reach(&self) -> (f64, f64) {
        self.vertices.iter().fold((f64::MAX, f64::MIN), |(least, most), vertex| {
            (least.min(vertex.at), most.max(vertex.at))
        })
    }

    /// Turns places along the axis into numbers of its colours.
    pub(crate) fn scale(&mut self, least: f64, most: f64) {
        let steps = STEPS as f64;
        for vertex in &mut self.vertices {
            let share = (vertex.at - least) / (most - least);
            vertex.at = if share.is_finite() { share * steps } else { 0.0 };
        }
    }
}

impl Reader<'_> {
    fn is_full(&self) -> bool {
        self.mesh.vertices.len() >= MOST_VERTICES
    }

    fn push(&mut self, (place, colour): Corner) -> usize {
        let at = colour.first().map_or(0.0, |at| f64::from(*at));
        self.mesh.vertices.push(Vertex { place, at });
        self.colours.push(colour);
        self.mesh.vertices.len() - 1
    }

    fn place(&mut self) -> Option<(f64, f64)> {
        let [_, width, _] = self.widths;
        let (x, y) = (self.bits.take(width)?, self.bits.take(width)?);
        Some((self.decoded(0, x, width)?, self.decoded(1, y, width)?))
    }

    fn colour(&mut self) -> Option<Vec<f32>> {
        let [.., width] = self.widths;
        (2..self.decode.len())
            .map(|index| {
                let raw = self.bits.take(width)?;
                Some(self.decoded(index, raw, width)? as f32)
            })
            .collect()
    }

    fn decoded(&self, index: usize, raw: u32, width: u32) -> Option<f64> {
        let (least, most) = self.decode.get(index)?;
        let greatest = ((1_u64 << width) - 1) as f64;
        Some(least + f64::from(raw) * (most - least) / greatest)
    }

    /// Free triangles (type 4): the flag says with which side of the last one a vertex goes on.
    fn triangles(&mut self) {
        let mut last: Vec<usize> = Vec::new();
        while !self.is_full() {
            let [width, ..] = self.widths;
            let Some(flag) = self.bits.take(width) else { return };
            let (Some(place), Some(colour)) = (self.place(), self.colour()) else { return };
            self.bits.align();
            let vertex = self.push((place, colour));
            match (flag & 3, last.as_slice()) {
                (1, [_, two, three]) => last = vec![*two, *three, vertex],
                (2, [one, _, three]) => last = vec![*one, *three, vertex],
                // The flags of the second and the third vertex mean nothing.
                (_, [_, _, _]) => last = vec![vertex],
                _ => last.push(vertex),
            }
            if let [one, two, three] = *last {
                self.mesh.triangles.push([one, two, three]);
            }
        }
    }

    /// Rows of vertices (type 5).
    fn lattice(&mut self, row: usize) {
        while !self.is_full() {
            let (Some(place), Some(colour)) = (self.place(), self.colour()) else { return };
            self.bits.align();
            let vertex = self.push((place, colour));
            if !vertex.is_multiple_of(row)
                && let Some(under) = vertex.checked_sub(row)
            {
                self.quad([under - 1, under, vertex - 1, vertex]);
            }
        }
    }

    fn quad(&mut self, [one, two, three, four]: [usize; 4]) {
        self.mesh.triangles.push([one, two, three]);
        self.mesh.triangles.push([two, three, four]);
    }

    /// Patches between curves (types 6 and 7), which have so many points. Those inside a patch move its colours a little, but
    /// not its edge: they are left out.
    fn patches(&mut self, points: usize) {
        let mut edge = [(0.0, 0.0); 12];
        let mut colours: [Vec<f32>; 4] = Default::default();
        let mut first = true;
        while !self.is_full() {
            let [width, ..] = self.widths;
            let Some(flag) = self.bits.take(width) else { return };
            let flag = if first { 0 } else { flag & 3 };
            first = false;
            if flag > 0 {
                // The new patch begins with a side of the last one: its second, third or fourth.
                edge.rotate_left(3 * flag as usize);
                colours.rotate_left(flag as usize);
            }
            let kept = if flag > 0 { 4 } else { 0 };
            for index in kept..points {
                let Some(place) = self.place() else { return };
                if let Some(point) = edge.get_mut(index) {
                    *point = place;
                }
            }
            for colour in colours.iter_mut().skip(kept / 2) {
                let Some(read) = self.colour() else { return };
                *colour = read;
            }
            self.bits.align();
            self.patch(&edge, &colours);
        }
    }

    /// Cuts a patch into triangles.
    fn patch(&mut self, edge: &[(f64, f64); 12], colours: &[Vec<f32>; 4]) {
        let [p0, p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11] = *edge;
        let [c0, c1, c2, c3] = colours;
        for row in 0..=CUTS {
            for column in 0..=CUTS {
                let (s, t) = (column as f64 / CUTS as f64, row as f64 / CUTS as f64);
                let corners = [(1.0 - s) * (1.0 - t), (1.0 - s) * t, s * t, s * (1.0 - t)];
                // The surface of Coons (ISO 32000-1, 8.7.4.5.7).
                let place = sum([
                    (1.0 - t, bezier([p0, p11, p10, p9], s)),
                    (t, bezier([p3, p4, p5, p6], s)),
                    (1.0 - s, bezier([p0, p1, p2, p3], t)),
                    (s, bezier([p9, p8, p7, p6], t)),
                    (-corners[0], p0),
                    (-corners[1], p3),
                    (-corners[2], p6),
                    (-corners[3], p9),
                ]);
                let colour =
                    c0.iter().zip(c1).zip(c2).zip(c3).map(|(((one, two), three), four)| {
                        let each = [one, two, three, four].map(|part| f64::from(*part));
                        each.iter().zip(corners).map(|(part, weight)| part * weight).sum::<f64>()
                            as f32
                    });
                let vertex = self.push((place, colour.collect()));
                if row > 0 && column > 0 {
                    self.quad([vertex - CUTS - 2, vertex - CUTS - 1, vertex - 1, vertex]);
                }
            }
        }
    }
}

/// Places, each with its weight.
fn sum<const N: usize>(places: [(f64, (f64, f64)); N]) -> (f64, f64) {
    places
        .iter()
        .fold((0.0, 0.0), |(x, y), (weight, place)| (x + weight * place.0, y + weight * place.1))
}

/// A place on a cubic curve.
fn bezier([one, two, three, four]: [(f64, f64); 4], there: f64) -> (f64, f64) {
    let back = 1.0 - there;
    sum([
        (back * back * back, one),
        (3.0 * back * back * there, two),
        (3.0 * back * there * there, three),
        (there * there * there, four),
    ])
}

/// Bytes, taken bit by bit.
struct Bits<'a> {
    bytes: &'a [u8],
    bit: usize,
}

impl Bits<'_> {
    /// The next so many bits, 32 at most, as a number; `None` past the end.
    fn take(&mut self, width: u32) -> Option<u32> {
        let mut number = 0_u32;
        for _ in 0..width {
            let byte = self.bytes.get(self.bit / 8)?;
            number = number << 1 | u32::from(byte >> (7 - self.bit % 8) & 1);
            self.bit += 1;
        }
        Some(number)
    }

    /// Goes on to the next whole byte.
    fn align(&mut self) {
        self.bit = self.bit.next_multiple_of(8);
    }
}
