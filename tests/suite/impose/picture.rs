//! Pictures of pages, as poppler and MuPDF draw them.

use std::path::Path;
use std::process::Command;

use crate::support::outside::{output, outside};

/// A picture of a page.
pub(super) struct Picture {
    pub(super) width: usize,
    pub(super) height: usize,
    pixels: Vec<[u8; 3]>,
    /// Pixels to the millimetre.
    pub(super) scale: f64,
}

impl Picture {
    /// By poppler; `None` if it is not installed.
    pub(super) fn of(pdf: &[u8], page: usize, dpi: u32) -> Option<Picture> {
        let (page, dpi) = (page.to_string(), dpi.to_string());
        let options = ["-r", &dpi, "-f", &page, "-l", &page, "-singlefile"];
        Picture::drawn(
            outside("pdftoppm")?,
            pdf,
            |program, file, target| {
                program.args(options).arg(file).arg(target.with_extension(""));
            },
            &dpi,
        )
    }

    /// By MuPDF, which shows the hair between two grounds that only touch; `None` if it is not installed.
    pub(super) fn by_mupdf(pdf: &[u8], page: usize, dpi: u32) -> Option<Picture> {
        let dpi = dpi.to_string();
        Picture::drawn(
            outside("mutool")?,
            pdf,
            |program, file, target| {
                program
                    .args(["draw", "-q", "-r", &dpi, "-o"])
                    .arg(target)
                    .arg(file)
                    .arg(page.to_string());
            },
            &dpi,
        )
    }

    /// By a program that is told to draw a file at another.
    fn drawn(
        mut program: Command,
        pdf: &[u8],
        tell: impl Fn(&mut Command, &Path, &Path),
        dpi: &str,
    ) -> Option<Picture> {
        let folder = tempfile::tempdir().unwrap();
        let (file, target) = (folder.path().join("sheet.pdf"), folder.path().join("sheet.ppm"));
        std::fs::write(&file, pdf).unwrap();
        tell(&mut program, &file, &target);
        output(&mut program);
        let bytes = std::fs::read(target).unwrap();
        // P6, width and height, the largest value, then the pixels.
        let header: Vec<&[u8]> = bytes.splitn(4, |byte| *byte == b'\n').collect();
        let measures = std::str::from_utf8(header[1]).unwrap();
        let (width, height) = measures.split_once(' ').unwrap();
        let pixels = header[3].chunks_exact(3).map(|pixel| [pixel[0], pixel[1], pixel[2]]);
        Some(Picture {
            width: width.parse().unwrap(),
            height: height.parse().unwrap(),
            pixels: pixels.collect(),
            scale: dpi.parse::<f64>().unwrap() / 25.4,
        })
    }

    pub(super) fn pixel(&self, x: usize, y: usize) -> [u8; 3] {
        self.pixels[y * self.width + x]
    }

    /// The pixel at a place in mm from the left upper corner.
    pub(super) fn at(&self, x: f64, y: f64) -> [u8; 3] {
        self.pixel((x * self.scale) as usize, (y * self.scale) as usize)
    }

    /// Whether anything is printed in a stretch, in mm.
    pub(super) fn has_ink(&self, x: std::ops::Range<f64>, y: std::ops::Range<f64>) -> bool {
        let span = |range: &std::ops::Range<f64>, most: usize| {
            let end = ((range.end * self.scale) as usize).min(most);
            ((range.start * self.scale).ceil().max(0.0) as usize)..end
        };
        span(&y, self.height).any(|row| {
            span(&x, self.width).any(|column| self.pixel(column, row) != [255, 255, 255])
        })
    }
}

/// Draws a page of a PDF at so many dots an inch.
type Draw = fn(&[u8], usize, u32) -> Option<Picture>;

/// Those that show whether there is a seam.
pub(super) const PROGRAMS: [Draw; 2] = [Picture::of, Picture::by_mupdf];
