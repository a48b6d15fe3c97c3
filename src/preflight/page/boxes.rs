//! Turns the dictionary of a page into its boxes.

use lopdf::Dictionary;

use crate::file::File;
use crate::geometry::{Matrix, Rect};

/// A4, for pages without a media box.
const A4: Rect = Rect { x0: 0.0, y0: 0.0, x1: 595.276, y1: 841.89 };
/// The longest side of a page that readers must support, in units (ISO 32000-1, annex C.2), with some tolerance.
const MOST: f64 = 14_500.0;

/// The boxes of a page, in its own coordinates.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Boxes {
    /// The media box; A4 if the page has none (see `media_given`).
    pub(crate) media: Rect,
    /// Whether the page has a media box that is not empty.
    pub(crate) media_given: bool,
    pub(crate) crop: Option<Rect>,
    pub(crate) bleed: Option<Rect>,
    pub(crate) trim: Option<Rect>,
    pub(crate) art: Option<Rect>,
    /// Whether an art box says where the page is cut: in PDF/X it stands in for the trim box (ISO 15930-7, 6.10).
    pub(crate) art_is_cut: bool,
    /// The clockwise rotation of the page in degrees: 0, 90, 180 or 270.
    pub(crate) rotation: u16,
    /// The length of a unit of the page in points (`UserUnit`; ISO 32000-1, table 30).
    pub(crate) user_unit: f64,
}

impl Boxes {
    /// Reads the boxes of a page.
    pub(crate) fn read(file: &File, page: &Dictionary) -> Boxes {
        let sensible =
            |rect: &Rect| !rect.is_empty() && rect.width() <= MOST && rect.height() <= MOST;
        let media = file.rectangle(page, "MediaBox").filter(sensible);
        let quarters = (file.number(page, "Rotate").unwrap_or(0.0) / 90.0).round().rem_euclid(4.0);
        let user_unit = file.number(page, "UserUnit").unwrap_or(1.0);
        let named = |key: &str| file.rectangle(page, key).filter(|rect| !rect.is_empty());
        Boxes {
            media: media.unwrap_or(A4),
            media_given: media.is_some(),
            crop: named("CropBox"),
            bleed: named("BleedBox"),
            trim: named("TrimBox"),
            art: named("ArtBox"),
            art_is_cut: is_pdfx(file),
            rotation: quarters as u16 * 90,
            user_unit: if user_unit > 0.0 && user_unit.is_finite() { user_unit } else { 1.0 },
        }
    }

    /// Where the page says that it is cut: its trim box, or the art box of a PDF/X.
    pub(crate) fn cut(&self) -> Option<Rect> {
        self.trim.or(self.art.filter(|_| self.art_is_cut))
    }

    /// Where the page is cut: where it says, or else at its crop box, or else at the media box, within which it all lies
    /// (ISO 32000-1, table 30 and 14.11.2).
    pub(crate) fn trim_area(&self) -> Rect {
        let within = |area: Rect| area.shared(self.media);
        self.cut().and_then(within).or(self.crop.and_then(within)).unwrap_or(self.media)
    }

    /// The area that may be printed: the bleed box, or else the crop box, within the media box (ISO 32000-1, 14.11.2).
    pub(crate) fn printable_area(&self) -> Rect {
        let outer = self.bleed.or(self.crop).unwrap_or(self.media);
        outer.shared(self.media).unwrap_or(self.media)
    }

    /// An area of the page relative to the lower left corner of the trim, as the page is seen, in points.
    pub(crate) fn relative_to_trim(&self, area: Rect) -> Rect {
        let cut = self.trim_area();
        let home = Matrix([1.0, 0.0, 0.0, 1.0, -cut.x0, -cut.y0]);
        // A rotated page has another corner at its lower left.
        let turned = match self.rotation {
            90 => Matrix([0.0, -1.0, 1.0, 0.0, 0.0, cut.width()]),
            180 => Matrix([-1.0, 0.0, 0.0, -1.0, cut.width(), cut.height()]),
            270 => Matrix([0.0, 1.0, -1.0, 0.0, cut.height(), 0.0]),
            _ => Matrix::IDENTITY,
        };
        home.then(turned)
            .then(Matrix([self.user_unit, 0.0, 0.0, self.user_unit, 0.0, 0.0]))
            .around(area)
    }
}

/// Whether a file says that it is PDF/X: only there has an art box this meaning.
fn is_pdfx(file: &File) -> bool {
    let intents = file.array(file.catalogue(), "OutputIntents").unwrap_or_default();
    let mut intents = intents.iter().filter_map(|intent| file.dictionary(intent));
    intents.any(|intent| file.name(intent, "S") == Some(b"GTS_PDFX"))
}
