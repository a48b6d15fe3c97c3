//! Tells where things are on a page: matrices and rectangles in points, in the page's own coordinates.

/// A matrix of PDF, `[a b c d e f]`: it takes `(x, y)` to `(ax + cy + e, bx + dy + f)`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Matrix(pub(crate) [f64; 6]);

impl Matrix {
    /// The identity.
    pub(crate) const IDENTITY: Matrix = Matrix([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// The product that applies this matrix first, then `next`.
    #[must_use]
    pub(crate) fn then(self, next: Matrix) -> Matrix {
        let ([a, b, c, d, e, f], [g, h, i, j, k, l]) = (self.0, next.0);
        Matrix([
            a * g + b * i,
            a * h + b * j,
            c * g + d * i,
            c * h + d * j,
            e * g + f * i + k,
            e * h + f * j + l,
        ])
    }

    /// Transforms a point.
    #[must_use]
    pub(crate) fn apply(self, (x, y): (f64, f64)) -> (f64, f64) {
        let [a, b, c, d, e, f] = self.0;
        (a * x + c * y + e, b * x + d * y + f)
    }

    /// The factor by which it scales areas; 0 for a degenerate matrix.
    #[must_use]
    pub(crate) fn area(self) -> f64 {
        let [a, b, c, d, ..] = self.0;
        (a * d - b * c).abs()
    }

    /// The lengths of the transformed horizontal and vertical unit vectors.
    #[must_use]
    pub(crate) fn scales(self) -> (f64, f64) {
        let [a, b, c, d, ..] = self.0;
        (a.hypot(b), c.hypot(d))
    }

    /// The inverse; `None` for a degenerate matrix.
    #[must_use]
    pub(crate) fn inverse(self) -> Option<Matrix> {
        let [a, b, c, d, e, f] = self.0;
        let determinant = a * d - b * c;
        if determinant == 0.0 || !determinant.is_finite() {
            return None;
        }
        let [a, b, c, d] = [d / determinant, -b / determinant, -c / determinant, a / determinant];
        Some(Matrix([a, b, c, d, -(e * a + f * c), -(e * b + f * d)]))
    }

    /// The bounding box of a transformed rectangle.
    #[must_use]
    pub(crate) fn around(self, area: Rect) -> Rect {
        let corners =
            [(area.x0, area.y0), (area.x1, area.y0), (area.x1, area.y1), (area.x0, area.y1)];
        Rect::around(corners.map(|corner| self.apply(corner)))
    }
}

/// An axis-aligned rectangle, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect {
    /// Left.
    pub x0: f64,
    /// Bottom.
    pub y0: f64,
    /// Right, not left of `x0`.
    pub x1: f64,
    /// Top, not below `y0`.
    pub y1: f64,
}

impl Rect {
    /// Creates a rectangle from any two opposite corners.
    #[must_use]
    pub fn new(x0: f64, y0: f64, x1: f64, y1: f64) -> Rect {
        Rect { x0: x0.min(x1), y0: y0.min(y1), x1: x0.max(x1), y1: y0.max(y1) }
    }

    /// The bounding box of some points; empty and at the origin if there are none.
    #[must_use]
    pub fn around(points: impl IntoIterator<Item = (f64, f64)>) -> Rect {
        let mut points = points.into_iter();
        let Some((x, y)) = points.next() else { return Rect::new(0.0, 0.0, 0.0, 0.0) };
        points.fold(Rect::new(x, y, x, y), |rect, (x, y)| Rect {
            x0: rect.x0.min(x),
            y0: rect.y0.min(y),
            x1: rect.x1.max(x),
            y1: rect.y1.max(y),
        })
    }

    /// The width.
    #[must_use]
    pub fn width(self) -> f64 {
        self.x1 - self.x0
    }

    /// The height.
    #[must_use]
    pub fn height(self) -> f64 {
        self.y1 - self.y0
    }

    /// Whether it has no area.
    #[must_use]
    pub fn is_empty(self) -> bool {
        !(self.width() > 0.0 && self.height() > 0.0)
    }

    /// The intersection of two rectangles; `None` if they do not even touch.
    #[must_use]
    pub fn shared(self, other: Rect) -> Option<Rect> {
        let (x0, y0) = (self.x0.max(other.x0), self.y0.max(other.y0));
        let (x1, y1) = (self.x1.min(other.x1), self.y1.min(other.y1));
        (x0 <= x1 && y0 <= y1).then_some(Rect { x0, y0, x1, y1 })
    }

    /// The bounding box of both.
    #[must_use]
    pub fn joined(self, other: Rect) -> Rect {
        Rect::around([
            (self.x0, self.y0),
            (self.x1, self.y1),
            (other.x0, other.y0),
            (other.x1, other.y1),
        ])
    }

    /// Whether it contains `other`, with a tolerance of `slack` points.
    #[must_use]
    pub fn holds(self, other: Rect, slack: f64) -> bool {
        other.x0 >= self.x0 - slack
            && other.y0 >= self.y0 - slack
            && other.x1 <= self.x1 + slack
            && other.y1 <= self.y1 + slack
    }

    /// The rectangle grown by `margin` points on every side; shrunk if that is negative, at most to its centre.
    #[must_use]
    pub fn grown(self, margin: f64) -> Rect {
        let across = margin.max(-self.width() / 2.0);
        let along = margin.max(-self.height() / 2.0);
        Rect {
            x0: self.x0 - across,
            y0: self.y0 - along,
            x1: self.x1 + across,
            y1: self.y1 + along,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Matrix, Rect};

    #[test]
    fn a_matrix_and_its_inverse_undo_each_other() {
        let turned = Matrix([0.0, 2.0, -3.0, 0.0, 7.0, 11.0]);
        let there_and_back = turned.then(turned.inverse().unwrap());
        for (one, other) in there_and_back.0.iter().zip(Matrix::IDENTITY.0) {
            assert!((one - other).abs() < 1e-12);
        }
        assert_eq!(turned.apply((1.0, 1.0)), (4.0, 13.0));
        assert_eq!(turned.scales(), (2.0, 3.0));
        assert_eq!(Matrix([1.0, 1.0, 1.0, 1.0, 0.0, 0.0]).inverse(), None);
    }

    #[test]
    fn rectangles_share_and_hold() {
        let page = Rect::new(0.0, 0.0, 10.0, 20.0);
        let mark = Rect::new(12.0, 5.0, 8.0, 6.0);
        assert_eq!(page.shared(mark), Some(Rect::new(8.0, 5.0, 10.0, 6.0)));
        assert!(!page.holds(mark, 1.0) && page.holds(mark, 2.0));
        assert_eq!(page.grown(-9.0), Rect::new(5.0, 9.0, 5.0, 11.0));
    }
}
