//! Turns a group of a content stream that shows text into its characters and its place on the line.

use std::collections::HashMap;
use std::rc::Rc;

use super::content::{Group, GroupKind, Node, Operation, string};
use super::fonts::Font;
use crate::export::scan::number;

/// The fonts of a stream, by their names with a solidus.
pub(in crate::export) type Fonts = HashMap<Vec<u8>, Rc<Font>>;

/// A transformation (ISO 32000-1, 8.3.4).
pub(in crate::export) type Matrix = [f64; 6];

/// Text that one group shows.
pub(in crate::export) struct Piece {
    /// Its characters, in the order of the page.
    pub(in crate::export) text: String,
    /// Where it begins on its base line, in the space around the group.
    start: [f64; 2],
    /// Where it ends.
    end: [f64; 2],
    /// The size of its type, about.
    size: f64,
}

impl Piece {
    /// Whether another piece touches this one, on either side.
    pub(in crate::export) fn touches(&self, other: &Piece) -> bool {
        let near = |one: [f64; 2], other: [f64; 2]| {
            (one[0] - other[0]).hypot(one[1] - other[1]) < 0.1 * self.size
        };
        near(self.end, other.start) || near(self.start, other.end)
    }

    /// Whether another piece stands behind this one in the direction of the line, with no more than a narrow gap between.
    pub(in crate::export) fn is_followed_by(&self, other: &Piece) -> bool {
        let distance =
            |one: [f64; 2], other: [f64; 2]| (one[0] - other[0]).hypot(one[1] - other[1]);
        // A third of the size is a word space; a tenth is kerning.
        distance(self.end, other.start) < 0.1 * self.size
            && distance(self.start, other.start) > 0.1 * self.size
    }
}

/// Reads a piece of text. Gives nothing if the group does more than show text, or shows what is unknown.
pub(in crate::export) fn piece(group: &Group<'_>, fonts: &Fonts) -> Option<Piece> {
    let mut reader = Reader {
        fonts,
        matrix: [1.0, 0.0, 0.0, 1.0, 0.0, 0.0],
        font: None,
        size: 0.0,
        line: [1.0, 0.0, 0.0, 1.0, 0.0, 0.0],
        advance: 0.0,
        piece: None,
    };
    reader.group(group)?;
    reader.piece
}

/// Whether a group paints nothing but lines, such as the rule below a link.
pub(in crate::export) fn is_rule(group: &Group<'_>) -> bool {
    group.children.iter().all(|node| match node {
        Node::Group(group) => group.kind != GroupKind::Text && is_rule(group),
        Node::Operation(operation) => !matches!(
            operation.operator,
            b"f" | b"F" | b"f*" | b"B" | b"B*" | b"b" | b"b*" | b"sh" | b"Do"
        ),
    })
}

struct Reader<'a> {
    fonts: &'a Fonts,
    matrix: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    /// The text matrix, without what was advanced since it was set.
    line: Matrix,
    advance: f64,
    piece: Option<Piece>,
}

impl Reader<'_> {
    fn group(&mut self, group: &Group<'_>) -> Option<()> {
        let outer = self.matrix;
        if group.kind == GroupKind::Text {
            self.line = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];
            self.advance = 0.0;
        }
        for node in &group.children {
            match node {
                Node::Group(group) => self.group(group)?,
                Node::Operation(operation) => self.operation(operation)?,
            }
        }
        if group.kind == GroupKind::State {
            self.matrix = outer;
        }
        Some(())
    }

    fn operation(&mut self, operation: &Operation<'_>) -> Option<()> {
        let operands = &operation.operands;
        match operation.operator {
            b"cm" => self.matrix = then(&matrix(operands)?, &self.matrix),
            b"Tm" => {
                self.line = matrix(operands)?;
                self.advance = 0.0;
            }
            b"Tf" => {
                let [name, size] = operands[..] else { return None };
                self.font = self.fonts.get(name).cloned();
                self.size = f64::from(number(size)?);
            }
            b"Tj" | b"TJ" => {
                for token in operands.iter().filter(|token| !matches!(token, [b'[' | b']'])) {
                    match number(token) {
                        Some(back) => self.advance -= f64::from(back) / 1000.0 * self.size,
                        None => self.show(&string(token)?)?,
                    }
                }
            }
            b"cs" | b"sc" | b"scn" | b"g" | b"rg" | b"k" | b"gs" | b"Tr" => {}
            _ => return None,
        }
        Some(())
    }

    fn show(&mut self, codes: &[u8]) -> Option<()> {
        let font = self.font.clone()?;
        let start = self.place();
        let mut text = String::new();
        for code in codes.chunks(2) {
            let code = code.iter().fold(0, |code, byte| code << 8 | u16::from(*byte));
            text.push_str(font.texts.get(&code)?);
            self.advance += font.widths.get(&code).copied().unwrap_or(0.0) / 1000.0 * self.size;
        }
        let end = self.place();
        let piece = self.piece.get_or_insert(Piece {
            text: String::new(),
            start,
            end,
            size: self.size * self.matrix[0].hypot(self.matrix[1]),
        });
        piece.text.push_str(&text);
        piece.end = end;
        Some(())
    }

    /// The place that the text has come to.
    fn place(&self) -> [f64; 2] {
        let moved = then(&[1.0, 0.0, 0.0, 1.0, self.advance, 0.0], &self.line);
        let [.., x, y] = then(&moved, &self.matrix);
        [x, y]
    }
}

/// Joins two transformations: the first, then the second.
pub(in crate::export) fn then(first: &Matrix, second: &Matrix) -> Matrix {
    let [a, b, c, d, e, f] = *first;
    let [g, h, i, j, k, l] = *second;
    [
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + l,
    ]
}

/// Reads a transformation.
pub(in crate::export) fn matrix(operands: &[&[u8]]) -> Option<Matrix> {
    let numbers: Vec<f64> =
        operands.iter().map(|token| number(token).map(f64::from)).collect::<Option<_>>()?;
    numbers.try_into().ok()
}

/// Undoes a transformation; nothing undoes one that leaves no area.
pub(in crate::export) fn inverse(matrix: &Matrix) -> Option<Matrix> {
    let [a, b, c, d, e, f] = *matrix;
    let area = a * d - b * c;
    (area.abs() > 1e-9).then(|| {
        let [a, b, c, d] = [d / area, -b / area, -c / area, a / area];
        [a, b, c, d, -(e * a + f * c), -(e * b + f * d)]
    })
}
