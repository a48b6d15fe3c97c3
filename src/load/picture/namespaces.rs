//! The name spaces of what drawings are made of.

/// The name space of SVG.
pub(super) const SVG: &str = "http://www.w3.org/2000/svg";

/// The name space of links.
pub(super) const XLINK: &str = "http://www.w3.org/1999/xlink";

/// The name space of languages and blanks.
pub(super) const XML: &str = "http://www.w3.org/XML/1998/namespace";
