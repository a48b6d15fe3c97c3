//! Tells the figures of a page.

/// The figures of a page, whether or not they break a rule.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PageFigures {
    /// The width and height of the trimmed page as it is seen, in points.
    pub size: (f64, f64),
    /// The highest total ink inside the trim, in percent; `None` where ink was not measured.
    pub ink: Option<f64>,
    /// The least resolution of an image, in pixels per inch; `None` without images.
    pub resolution: Option<f64>,
}
