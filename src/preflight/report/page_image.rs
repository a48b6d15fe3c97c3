//! Turns a file and its report into images of its pages, with a frame around each finding.
//!
//! The pages are rendered by another reader than the one that checks them.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings, render};
use image::{DynamicImage, ImageFormat, Rgba, RgbaImage};

use crate::file::{File, Limits, PageTree};
use crate::geometry::Rect;
use crate::page::Boxes;
use crate::report::Report;
use crate::rules::Severity;

/// Why there are no images.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageImageError {
    /// The file can't be read, or can't be rendered.
    Unreadable,
}

/// Pixels per point, unless an image gets longer than [`LONGEST`].
const SCALE: f64 = 150.0 / 72.0;
/// The longest side of an image, in pixels.
const LONGEST: f64 = 2400.0;
/// How many pages are rendered at most.
const MOST_PAGES: usize = 200;

/// How errors, warnings and the trim are painted: red, orange, and blue, which lies on no brochure's text.
const ERROR: Rgba<u8> = Rgba([210, 0, 40, 255]);
const WARNING: Rgba<u8> = Rgba([230, 120, 0, 255]);
const TRIM: Rgba<u8> = Rgba([0, 110, 230, 255]);

/// A rendered page: its number, from 1, and a PNG.
pub type PageImage = (usize, Vec<u8>);

/// Renders each page on which something was found: the trim in blue, errors framed in red and warnings in orange, each with
/// the number that its finding has in the report, from 1. Gives pages in their order, as PNG.
///
/// # Errors
/// Fails if the file can't be rendered.
pub fn page_images(bytes: &[u8], report: &Report) -> Result<Vec<PageImage>, PageImageError> {
    // A panic in the library that renders must not end the program.
    let drawn = catch_unwind(AssertUnwindSafe(|| draw(bytes, report)));
    drawn.ok().flatten().ok_or(PageImageError::Unreadable)
}

fn draw(bytes: &[u8], report: &Report) -> Option<Vec<PageImage>> {
    let mut wanted: Vec<usize> = report
        .findings
        .iter()
        .flat_map(|finding| &finding.places)
        .map(|place| place.page)
        .collect();
    wanted.sort_unstable();
    wanted.dedup();
    wanted.truncate(MOST_PAGES);
    if wanted.is_empty() {
        return Some(Vec::new());
    }
    let file = File::open(bytes, Limits::for_file(bytes.len())).ok()?;
    let tree = PageTree::read(&file);
    let pdf = Pdf::new(bytes.to_vec()).ok()?;
    let cache = RenderCache::new();
    let mut page_images = Vec::new();
    for number in wanted {
        let index = number.checked_sub(1)?;
        let (Some(page), Some(entry)) = (pdf.pages().get(index), tree.pages.get(index)) else {
            continue;
        };
        let boxes = Boxes::read(&file, &entry.dictionary);
        let shown = boxes.crop.and_then(|crop| crop.shared(boxes.media)).unwrap_or(boxes.media);
        let shown = boxes.relative_to_trim(shown);
        let scale = SCALE.min(LONGEST / shown.width().max(shown.height()).max(1.0));
        let per_point = (scale * boxes.user_unit) as f32;
        let settings = RenderSettings {
            x_scale: per_point,
            y_scale: per_point,
            bg_color: WHITE,
            ..RenderSettings::default()
        };
        let drawn = render(page, &cache, &InterpreterSettings::default(), &settings);
        let (width, height) = (u32::from(drawn.width()), u32::from(drawn.height()));
        let pixels = drawn.take_unpremultiplied();
        let pixels = pixels.into_iter().flat_map(|pixel| [pixel.r, pixel.g, pixel.b, pixel.a]);
        let mut image = RgbaImage::from_raw(width, height, pixels.collect())?;
        let paper = Paper { shown, scale };
        paper.frame(&mut image, boxes.relative_to_trim(boxes.trim_area()), TRIM, 1, None);
        for (finding, label) in report.findings.iter().zip(1..) {
            let colour = match finding.rule.severity {
                Severity::Error => ERROR,
                Severity::Warning => WARNING,
            };
            for place in finding.places.iter().filter(|place| place.page == number) {
                let area = place.area.unwrap_or(boxes.relative_to_trim(boxes.trim_area()));
                paper.frame(&mut image, area, colour, 3, Some(label));
            }
        }
        let mut png = Cursor::new(Vec::new());
        let opaque = DynamicImage::ImageRgba8(image).into_rgb8();
        opaque.write_to(&mut png, ImageFormat::Png).ok()?;
        page_images.push((number, png.into_inner()));
    }
    Some(page_images)
}

/// Where a page lies on its image.
struct Paper {
    /// What is drawn, from the lower left corner of the trim, in points.
    shown: Rect,
    /// Pixels a point.
    scale: f64,
}

impl Paper {
    /// Draws a frame around an area, and a number at its corner.
    fn frame(
        &self,
        image: &mut RgbaImage,
        area: Rect,
        colour: Rgba<u8>,
        thick: i64,
        number: Option<usize>,
    ) {
        let area = area.grown(if number.is_some() { 2.0 } else { 0.0 });
        let pixel = |points: f64| {
            // Saturates, and is cut to the image.
            let pixel = (points * self.scale).round() as i64;
            pixel.clamp(-10_000, 10_000)
        };
        let (left, right) = (pixel(area.x0 - self.shown.x0), pixel(area.x1 - self.shown.x0));
        let (top, bottom) = (pixel(self.shown.y1 - area.y1), pixel(self.shown.y1 - area.y0));
        fill(image, (left, top), (right, top + thick), colour);
        fill(image, (left, bottom - thick), (right, bottom), colour);
        fill(image, (left, top), (left + thick, bottom), colour);
        fill(image, (right - thick, top), (right, bottom), colour);
        if let Some(number) = number {
            label(image, (left, top), number, colour);
        }
    }
}

/// Paints a rectangle, as far as it lies on the image.
fn fill(image: &mut RgbaImage, from: (i64, i64), to: (i64, i64), colour: Rgba<u8>) {
    let (width, height) = (i64::from(image.width()), i64::from(image.height()));
    for y in from.1.max(0)..to.1.min(height) {
        for x in from.0.max(0)..to.0.min(width) {
            if let (Ok(x), Ok(y)) = (u32::try_from(x), u32::try_from(y)) {
                image.put_pixel(x, y, colour);
            }
        }
    }
}

/// Digits of three by five dots, a row three bits, from the top.
const DIGITS: [[u8; 5]; 10] = [
    [7, 5, 5, 5, 7],
    [2, 6, 2, 2, 7],
    [7, 1, 7, 4, 7],
    [7, 1, 3, 1, 7],
    [5, 5, 7, 1, 1],
    [7, 4, 7, 1, 7],
    [7, 4, 7, 5, 7],
    [7, 1, 2, 2, 2],
    [7, 5, 7, 5, 7],
    [7, 5, 7, 1, 7],
];
/// Pixels a dot.
const DOT: i64 = 3;

/// Writes a number in white on a tab that stands on the corner of a frame, or in it where there is no room above.
fn label(image: &mut RgbaImage, (left, top): (i64, i64), number: usize, colour: Rgba<u8>) {
    let digits: Vec<usize> =
        number.to_string().bytes().map(|digit| usize::from(digit.saturating_sub(b'0'))).collect();
    let width = i64::try_from(digits.len()).unwrap_or(1) * 4 * DOT + DOT;
    let height = 7 * DOT;
    let left = left.clamp(0, (i64::from(image.width()) - width).max(0));
    let top = if top >= height { top - height } else { top.max(0) };
    fill(image, (left, top), (left + width, top + height), colour);
    for (index, digit) in (0..).zip(digits) {
        let Some(rows) = DIGITS.get(digit) else { continue };
        for (row, dots) in (0..).zip(rows) {
            for column in 0..3 {
                if dots >> (2 - column) & 1 == 1 {
                    let x = left + DOT + (index * 4 + column) * DOT;
                    let y = top + DOT + row * DOT;
                    fill(image, (x, y), (x + DOT, y + DOT), Rgba([255; 4]));
                }
            }
        }
    }
}
