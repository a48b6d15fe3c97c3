//! Turns pages and the files that they show into the resolution of each picture, and checks it for print.

use std::collections::BTreeMap;

use feuillet_units::{Mm, Pt};
use typst::layout::{Frame, FrameItem, Transform};
use typst::visualize::{Image, ImageKind};
use typst_layout::PagedDocument;

use crate::diagnostic::{Diagnostic, Report, Reported, Severity, Span};

/// The name of the check of resolutions.
const CHECK: &str = "picture-resolution";

/// The lowest resolution that print shops accept, in pixels per inch; they ask for `RECOMMENDED`.
const MINIMUM: f64 = 200.0;

/// The resolution that nearly every print shop asks for, in pixels per inch.
const RECOMMENDED: f64 = 300.0;

/// A picture on a page.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedPicture {
    /// The path of its file, as the pages name it.
    pub file: String,
    /// The page, from 1.
    pub page: usize,
    /// Width and height in pixels.
    pub(crate) pixels: [u32; 2],
    /// Width and height on the page.
    pub(crate) size: [Pt; 2],
}

impl PlacedPicture {
    /// Gives the resolution in pixels per inch, in the direction in which it is lower.
    #[must_use]
    pub fn resolution(&self) -> f64 {
        let along = |side: usize| f64::from(self.pixels[side]) / (self.size[side].0 / 72.0);
        along(0).min(along(1))
    }

    /// Gives the largest width at which it has a resolution, in its proportions on the page.
    fn largest_width(&self, resolution: f64) -> Mm {
        Mm::from(Pt(self.size[0].0 * self.resolution() / resolution))
    }

    /// Says what is wrong with it in print, if anything. `name` is what the user calls it.
    fn fault(&self, name: &str) -> Option<Diagnostic> {
        let resolution = self.resolution();
        let needed = (f64::from(self.pixels[0]) * RECOMMENDED / resolution).ceil();
        // The added hair makes up for rounding.
        let tenths = |length: Mm| (length.0 * 10.0 + 1e-6).floor() / 10.0;
        let message = format!(
            "picture `{name}` has {:.0} pixels per inch on page {}, where it is {} mm wide; print needs {RECOMMENDED}",
            resolution.floor(),
            self.page,
            tenths(Mm::from(self.size[0])),
        );
        let diagnostic = if resolution < MINIMUM {
            Diagnostic::error(message)
        } else if resolution < RECOMMENDED {
            Diagnostic::warning(message)
        } else {
            return None;
        };
        let hint = format!(
            "use a file that is at least {needed:.0} pixels wide, or show it no wider than {} mm ({} mm at the very most)",
            tenths(self.largest_width(RECOMMENDED)),
            tenths(self.largest_width(MINIMUM)),
        );
        Some(diagnostic.code(CHECK).hint(hint))
    }
}

/// Lists the raster pictures on the pages, in order. `file_of` gives the path of the file with these bytes: what is in none
/// is left out, and so are pictures inside drawings.
#[must_use]
pub fn placed_pictures(
    document: &PagedDocument,
    file_of: impl Fn(&[u8]) -> Option<String>,
) -> Vec<PlacedPicture> {
    let mut found = Vec::new();
    for (index, page) in document.pages().iter().enumerate() {
        let mut add = |image: &Image, size: [Pt; 2]| {
            let ImageKind::Raster(raster) = image.kind() else { return };
            let data = raster.data().as_slice();
            let Some(file) = file_of(data) else { return };
            let pixels = [raster.width(), raster.height()];
            found.push(PlacedPicture { file, page: index + 1, pixels, size });
        };
        visit_images(&page.frame, Transform::identity(), &mut add);
    }
    found
}

/// Reports the pictures whose resolution is too low for print, each file once, where it is lowest. `named` gives what the
/// user calls a file, and where they name it.
///
/// # Errors
///
/// Fails if a resolution is below 200 pixels per inch; one below 300 is a warning.
pub(crate) fn check(
    pictures: &[PlacedPicture],
    named: impl Fn(&str) -> (String, Option<Span>),
    report: &Report,
) -> Result<(), Reported> {
    let mut lowest: BTreeMap<&str, &PlacedPicture> = BTreeMap::new();
    for picture in pictures {
        let is_lower = lowest
            .get(picture.file.as_str())
            .is_none_or(|known| picture.resolution() < known.resolution());
        if is_lower {
            lowest.insert(&picture.file, picture);
        }
    }
    let mut outcome = Ok(());
    for picture in lowest.values() {
        let (name, place) = named(&picture.file);
        let Some(mut fault) = picture.fault(&name) else { continue };
        if let Some(place) = place {
            fault = fault.at(&place);
        }
        match fault.severity {
            Severity::Error => outcome = Err(report.error(fault)),
            Severity::Warning => report.add(fault),
        }
    }
    outcome
}

/// Visits the images of a frame, with their sizes as the page shows them.
fn visit_images(frame: &Frame, transform: Transform, add: &mut impl FnMut(&Image, [Pt; 2])) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => {
                visit_images(&group.frame, transform.pre_concat(group.transform), add);
            }
            FrameItem::Image(image, size, _) => {
                let wide = transform.sx.get().hypot(transform.ky.get());
                let tall = transform.kx.get().hypot(transform.sy.get());
                add(image, [Pt(size.x.to_pt() * wide), Pt(size.y.to_pt() * tall)]);
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use feuillet_units::Pt;

    use super::{PlacedPicture, check};
    use crate::diagnostic::{Report, Severity};

    /// A picture of 600 by 400 pixels, shown this many inches wide.
    fn picture(inches: f64) -> PlacedPicture {
        PlacedPicture {
            file: "images/roof.jpg".to_owned(),
            page: 3,
            pixels: [600, 400],
            size: [Pt(inches * 72.0), Pt(inches * 48.0)],
        }
    }

    fn reported(pictures: &[PlacedPicture]) -> Vec<(Severity, String, Vec<String>)> {
        let report = Report::new();
        let outcome =
            check(pictures, |file| (file.trim_start_matches("images/").to_owned(), None), &report);
        assert_eq!(outcome.is_err(), report.has_errors());
        let found = report.into_sorted();
        found.into_iter().map(|one| (one.severity, one.message, one.hints)).collect()
    }

    #[test]
    fn pictures_of_the_recommended_resolution_pass() {
        assert_eq!(reported(&[picture(2.0), picture(1.0)]), []);
    }

    #[test]
    fn a_resolution_below_the_recommended_one_is_a_warning() {
        let message = "picture `roof.jpg` has 240 pixels per inch on page 3, where it is 63.5 mm wide; print needs 300";
        let hint = "use a file that is at least 750 pixels wide, or show it no wider than 50.8 mm (76.2 mm at the very most)";
        let found = reported(&[picture(2.0), picture(2.5)]);
        assert_eq!(found, [(Severity::Warning, message.to_owned(), vec![hint.to_owned()])]);
    }

    #[test]
    fn a_resolution_below_the_minimum_is_an_error() {
        let message = "picture `roof.jpg` has 150 pixels per inch on page 3, where it is 101.6 mm wide; print needs 300";
        let hint = "use a file that is at least 1200 pixels wide, or show it no wider than 50.8 mm (76.2 mm at the very most)";
        let found = reported(&[picture(4.0), picture(2.5)]);
        assert_eq!(found, [(Severity::Error, message.to_owned(), vec![hint.to_owned()])]);
    }

    #[test]
    fn the_lower_direction_counts() {
        let mut squeezed = picture(2.0);
        squeezed.size[1] = Pt(288.0);
        assert!((squeezed.resolution() - 100.0).abs() < 1e-9);
    }
}
