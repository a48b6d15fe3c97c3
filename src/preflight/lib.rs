//! Turns the bytes of any PDF into a report of what a print shop, an archive or a screen reader would refuse.
//!
//! 1. `file`: bytes become objects, pages and destinations.
//! 2. `claims`: what the file says of itself is read: metadata, output intents, standards.
//! 3. `tags`: the structure tree is read.
//! 4. `resources`: functions, colour spaces, shadings, fonts and images are read as they are used.
//! 5. `page`: a page has boxes, and items that are painted on it.
//! 6. `plates`: painting an item changes the plates of its page.
//! 7. `run`: the contents of a page are run, operator by operator; they leave items, and paint the plates.
//! 8. `rules`: each rule looks at the file, or at each page, and leaves what it finds.
//! 9. `report`: equal occurrences become one finding; pages are rendered with their findings.
//!
//! `preflight` takes a file through these steps; `Source` reads one for a program that lays its pages on sheets, with the same
//! boxes and layers. A later step uses the products of earlier ones, never the other way round.
#![doc = include_str!("README.md")]

mod claims;
mod file;
mod geometry;
mod page;
mod plates;
mod preflight;
#[cfg(test)]
mod readme;
mod report;
mod request;
mod resources;
mod rules;
mod run;
mod source;
mod tags;

pub use geometry::Rect;
pub use page::PageFigures;
pub use preflight::preflight;
pub use report::{
    Finding, MOST_PLACES, PageImage, PageImageError, Place, Report, Unchecked, page_images,
};
pub use request::{PageSize, ParseSizeError, Request, TARGETS, Target};
pub use rules::{GROUPS, Group, Rule, Severity, rules};
pub use source::{PageBoxes, Source, SourceError, SourcePage};
