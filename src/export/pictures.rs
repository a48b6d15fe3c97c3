//! Pages and the files that they read in; how fine each picture on them is out, and whether that will do in print.

use std::collections::BTreeMap;

use feuillet_units::{Mm, Pt};
use typst::layout::{Frame, FrameItem, Transform};
use typst::visualize::{Image, ImageKind};
use typst_layout::PagedDocument;

use crate::diagnostic::{Diagnostic, Place, Report, Reported, Severity};

/// A check of how fine pictures are.
pub const CHECK: &str = "picture-resolution";

/// The least resolution, in pixels an inch. What print shops publish asks for 300, and for 200 at the least: with less the
/// file comes back.
pub const LEAST: f64 = 200.0;

/// The resolution that nearly every print shop asks for, in pixels an inch.
pub const WANTED: f64 = 300.0;

/// A picture where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// Its path among the files that the pages read.
    pub file: String,
    /// The page, from 1.
    pub page: usize,
    /// Pixels, in width and height.
    pub pixels: [u32; 2],
    /// Width and height on the page.
    pub size: [Pt; 2],
}

impl Shown {
    /// Pixels an inch, in the direction in which there are fewer.
    #[must_use]
    pub fn resolution(&self) -> f64 {
        let along = |side: usize| f64::from(self.pixels[side]) / (self.size[side].0 / 72.0);
        along(0).min(along(1))
    }

    /// The largest width at which it has a resolution, in its proportions on the page.
    #[must_use]
    pub fn largest_width(&self, resolution: f64) -> Mm {
        Mm::from(Pt(self.size[0].0 * self.resolution() / resolution))
    }

    /// What is wrong with it in print. `name` is what the user calls it.
    fn fault(&self, name: &str) -> Option<Diagnostic> {
        let resolution = self.resolution();
        let needed = (f64::from(self.pixels[0]) * WANTED / resolution).ceil();
        // The hair more makes up for figures that have no exact form.
        let tenths = |length: Mm| (length.0 * 10.0 + 1e-6).floor() / 10.0;
        let message = format!(
            "picture `{name}` has {:.0} pixels an inch on page {}, where it is {} mm wide; print asks for {WANTED}",
            resolution.floor(),
            self.page,
            tenths(Mm::from(self.size[0])),
        );
        let diagnostic = if resolution < LEAST {
            Diagnostic::error(message)
        } else if resolution < WANTED {
            Diagnostic::warning(message)
        } else {
            return None;
        };
        let hint = format!(
            "take a file that is at least {needed:.0} pixels wide, or show it no wider than {} mm ({} mm at the very most)",
            tenths(self.largest_width(WANTED)),
            tenths(self.largest_width(LEAST)),
        );
        Some(diagnostic.code(CHECK).hint(hint))
    }
}

/// The pictures of pixels on the pages, in the order of the pages. A picture is known by its bytes; one that is in none of
/// the files is passed over, and so are pictures inside drawings.
#[must_use]
pub fn shown(document: &PagedDocument, files: &BTreeMap<String, Vec<u8>>) -> Vec<Shown> {
    let mut found = Vec::new();
    for (index, page) in document.pages().iter().enumerate() {
        let mut add = |image: &Image, size: [Pt; 2]| {
            let ImageKind::Raster(raster) = image.kind() else { return };
            let data = raster.data().as_slice();
            let Some((file, _)) = files.iter().find(|(_, bytes)| bytes.as_slice() == data) else {
                return;
            };
            let pixels = [raster.width(), raster.height()];
            found.push(Shown { file: file.clone(), page: index + 1, pixels, size });
        };
        walk(&page.frame, Transform::identity(), &mut add);
    }
    found
}

/// Reports the pictures that are too coarse for print, each file once: where it is coarsest. `named` gives what the user
/// calls a file, and where they name it.
///
/// # Errors
///
/// Fails if one is too coarse for any print shop; below what most ask for is a warning.
pub fn check(
    shown: &[Shown],
    named: impl Fn(&str) -> (String, Option<Place>),
    report: &Report,
) -> Result<(), Reported> {
    let mut coarsest: BTreeMap<&str, &Shown> = BTreeMap::new();
    for picture in shown {
        let coarser = coarsest
            .get(picture.file.as_str())
            .is_none_or(|known| picture.resolution() < known.resolution());
        if coarser {
            coarsest.insert(&picture.file, picture);
        }
    }
    let mut outcome = Ok(());
    for picture in coarsest.values() {
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

/// Finds the pictures of a frame, with their sizes as the page shows them.
fn walk(frame: &Frame, way: Transform, add: &mut impl FnMut(&Image, [Pt; 2])) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => {
                walk(&group.frame, way.pre_concat(group.transform), add);
            }
            FrameItem::Image(image, size, _) => {
                let wide = way.sx.get().hypot(way.ky.get());
                let tall = way.kx.get().hypot(way.sy.get());
                add(image, [Pt(size.x.to_pt() * wide), Pt(size.y.to_pt() * tall)]);
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use feuillet_units::Pt;

    use super::{Shown, check};
    use crate::diagnostic::{Report, Severity};

    /// A picture of 600 by 400 pixels, so many inches wide.
    fn picture(inches: f64) -> Shown {
        Shown {
            file: "images/roof.jpg".to_owned(),
            page: 3,
            pixels: [600, 400],
            size: [Pt(inches * 72.0), Pt(inches * 48.0)],
        }
    }

    fn said(shown: &[Shown]) -> Vec<(Severity, String, Vec<String>)> {
        let report = Report::new();
        let outcome =
            check(shown, |file| (file.trim_start_matches("images/").to_owned(), None), &report);
        assert_eq!(outcome.is_err(), report.has_errors());
        let found = report.into_sorted();
        found.into_iter().map(|one| (one.severity, one.message, one.hints)).collect()
    }

    #[test]
    fn fine_pictures_pass() {
        assert_eq!(said(&[picture(2.0), picture(1.0)]), []);
    }

    #[test]
    fn a_picture_below_what_is_asked_for_is_a_warning() {
        let message = "picture `roof.jpg` has 240 pixels an inch on page 3, where it is 63.5 mm wide; print asks for 300";
        let hint = "take a file that is at least 750 pixels wide, or show it no wider than 50.8 mm (76.2 mm at the very most)";
        let expected = (Severity::Warning, message.to_owned(), vec![hint.to_owned()]);
        assert_eq!(said(&[picture(2.0), picture(2.5)]), [expected]);
    }

    #[test]
    fn a_picture_below_what_is_taken_is_an_error() {
        let message = "picture `roof.jpg` has 150 pixels an inch on page 3, where it is 101.6 mm wide; print asks for 300";
        let hint = "take a file that is at least 1200 pixels wide, or show it no wider than 50.8 mm (76.2 mm at the very most)";
        let expected = (Severity::Error, message.to_owned(), vec![hint.to_owned()]);
        assert_eq!(said(&[picture(4.0), picture(2.5)]), [expected]);
    }

    #[test]
    fn the_coarser_direction_counts() {
        let mut squeezed = picture(2.0);
        squeezed.size[1] = Pt(288.0);
        assert!((squeezed.resolution() - 100.0).abs() < 1e-9);
    }
}
