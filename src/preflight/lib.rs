//! Any PDF in; what a print shop, an archive or a screen reader would reject in it out.
//!
//! This stage reads bytes, and knows nothing of how this program writes them: a fault there can't hide here.
//! `read` finds the objects, `content` runs the contents of each page, and the rules of `rules`, a row each, look at
//! the page that comes of it (`survey`) and at the file.

mod claims;
mod file;
mod geometry;
mod page;
mod plates;
mod preflight;
mod report;
mod request;
mod resources;
mod rules;
mod run;
mod tags;

pub use geometry::Rect;
pub use page::PageFigures;
pub use preflight::preflight;
pub use report::{Finding, MOST_PLACES, PageImage, PageImageError, Place, Report, page_images};
pub use request::{Request, TARGETS, Target};
pub use rules::{GROUPS, Group, Rule, Severity, rules};
