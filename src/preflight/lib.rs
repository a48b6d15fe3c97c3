//! Any PDF in; what a print shop, an archive or a screen reader would reject in it out.
//!
//! This stage reads bytes, and knows nothing of how this program writes them: a fault there can't hide here.
//! `read` finds the objects, `content` runs the contents of each page, and the rules of `rules`, a row each, look at
//! the page that comes of it (`survey`) and at the file.

mod blending;
mod canvas;
mod claims;
mod colour;
mod content;
mod destination;
mod detail;
mod figures;
mod findings;
mod font;
mod geometry;
mod image;
mod judge;
mod pairs;
mod picture;
mod read;
mod report;
mod request;
mod rule;
mod rules;
mod survey;
mod tree;

pub use figures::PageFigures;
pub use geometry::Rect;
pub use judge::preflight;
pub use picture::{Picture, PictureError, pictures};
pub use report::{Finding, MOST_PLACES, Place, Report};
pub use request::{Request, TARGETS, Target};
pub use rule::{GROUPS, Group, Rule, Severity};
pub use rules::rules;
