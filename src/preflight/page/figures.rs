//! Tells the figures of a page.

/// The figures of a page, whether or not they break a rule.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PageFigures {
    /// Its width and height as it is cut, in points.
    pub size: (f64, f64),
    /// The most ink on one spot inside the trim, in percent; `None` where ink was not measured.
    pub ink: Option<f64>,
    /// The least resolution of an image, in pixels to the inch; `None` where there is none.
    pub resolution: Option<f64>,
}
