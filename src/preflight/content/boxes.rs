//! The dictionary of a page in; its boxes out.

use lopdf::Dictionary;

use crate::geometry::Rect;
use crate::read::File;
use crate::survey::Boxes;

/// A4, for pages that name no sheet.
const A4: Rect = Rect { x0: 0.0, y0: 0.0, x1: 595.276, y1: 841.89 };
/// The largest page that readers must show, in units (ISO 32000-1, annex C.2), and a little.
const MOST: f64 = 14_500.0;

/// Reads the boxes of a page.
pub(crate) fn read(file: &File, page: &Dictionary) -> Boxes {
    let sensible = |rect: &Rect| !rect.is_empty() && rect.width() <= MOST && rect.height() <= MOST;
    let media = file.rectangle(page, "MediaBox").filter(sensible);
    let turn = file.integer(page, "Rotate").unwrap_or(0).rem_euclid(360);
    let unit = file.number(page, "UserUnit").unwrap_or(1.0);
    let named = |key: &str| file.rectangle(page, key).filter(|rect| !rect.is_empty());
    Boxes {
        media: media.unwrap_or(A4),
        media_given: media.is_some(),
        crop: named("CropBox"),
        bleed: named("BleedBox"),
        trim: named("TrimBox"),
        art: named("ArtBox"),
        turn: u16::try_from(turn).unwrap_or(0),
        unit: if unit > 0.0 && unit.is_finite() { unit } else { 1.0 },
    }
}
