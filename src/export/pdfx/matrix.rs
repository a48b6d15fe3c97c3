//! Computes with transformation matrices.
//!
//! Preflight has its own: what finishes a file must not be judged by itself.

use lopdf::Dictionary;

use super::objects::numbers;

/// A transformation from one coordinate space to another (ISO 32000-1, 8.3.3).
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Matrix(pub(super) [f32; 6]);

impl Matrix {
    pub(super) const IDENTITY: Matrix = Matrix([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// This transformation followed by another.
    pub(super) fn then(&self, next: &Matrix) -> Matrix {
        let ([a, b, c, d, e, f], [m, n, o, p, q, r]) = (self.0, next.0);
        Matrix([
            a * m + b * o,
            a * n + b * p,
            c * m + d * o,
            c * n + d * p,
            e * m + f * o + q,
            e * n + f * p + r,
        ])
    }

    /// The lengths of the sides of the unit square after the transformation.
    pub(super) fn sides(&self) -> [f32; 2] {
        let [a, b, c, d, _, _] = self.0;
        [a.hypot(b), c.hypot(d)]
    }

    /// The `/Matrix` of a form or a pattern; the identity if it has none.
    pub(super) fn of(dictionary: &Dictionary) -> Matrix {
        let numbers = numbers(dictionary, b"Matrix").and_then(|numbers| numbers.try_into().ok());
        numbers.map_or(Matrix::IDENTITY, Matrix)
    }
}
