//! Turns the bytes of a picture's file into what pages can show: on the screen, and in print.
//!
//! A picture is what its bytes say, whatever its name. What the typesetter or the exporter would take wrongly or refuse is
//! brought into a form that they take, or is refused here, with its place in the user's files.

mod entities;
mod format;
mod jpeg;
mod namespaces;
mod raster;
mod style;
mod svg;

use std::sync::Arc;

use feuillet_colour::OutputProfile;

use crate::diagnostic::{Diagnostic, SourceFile};
use format::Format;
use sha2::{Digest as _, Sha256};

/// The most pixels that a picture may have: a page of A2 at 300 pixels per inch and half as much again.
const MOST_PIXELS: u64 = 60_000_000;

/// A picture of the brochure's `images` folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Picture {
    /// The file that pages show: SVG, PNG or JPEG, in colours of the screen.
    pub(crate) bytes: Vec<u8>,
    /// The file that the press is given, if another: a JPEG in ink.
    pub(crate) press: Option<Vec<u8>>,
    /// What `bytes` are.
    pub(crate) kind: PictureKind,
    /// The text of the user's file, if it is an SVG.
    pub(crate) source: Option<Arc<SourceFile>>,
    /// The SHA-256 of the user's file, in hexadecimal digits.
    pub(crate) checksum: String,
}

/// The kinds of files that pages show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PictureKind {
    /// A drawing.
    Svg,
    /// Pixels without loss.
    Png,
    /// Pixels of a photograph.
    Jpeg,
}

impl PictureKind {
    /// The endings of names of such files, the usual one first.
    fn endings(self) -> &'static [&'static str] {
        match self {
            PictureKind::Svg => &["svg"],
            PictureKind::Png => &["png"],
            PictureKind::Jpeg => &["jpg", "jpeg"],
        }
    }
}

impl Picture {
    /// The name of its file among those of a composition: the user's own, with the ending of what it is.
    pub(crate) fn file_name(&self, name: &str) -> String {
        let endings = self.kind.endings();
        let own = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
        if own.is_some_and(|own| endings.contains(&own.as_str())) {
            name.to_owned()
        } else {
            format!("{name}.{}", endings[0])
        }
    }
}

/// Why a picture can't be shown, or not as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Fault {
    message: String,
    hint: String,
}

impl Fault {
    fn new(message: impl Into<String>, hint: impl Into<String>) -> Fault {
        Fault { message: message.into(), hint: hint.into() }
    }

    fn error(self) -> Diagnostic {
        Diagnostic::error(self.message).hint(self.hint)
    }

    fn warning(self) -> Diagnostic {
        Diagnostic::warning(self.message).hint(self.hint)
    }
}

/// How a picture is to be read.
#[derive(Clone, Copy)]
struct Reading<'a> {
    /// The name that the user has given it.
    name: &'a str,
    /// The press whose inks those of a picture without a profile are.
    press: &'a OutputProfile,
    /// Whether it stands in a drawing, which knows no turned pictures, and only colours of the screen.
    in_drawing: bool,
}

/// Reads the picture `name` of a folder. Warnings, and faults of a drawing, have a place in it; other faults have none.
///
/// # Errors
///
/// Fails if pages can't show it.
pub(super) fn read(
    folder: &str,
    name: &str,
    bytes: &[u8],
    press: &OutputProfile,
    warnings: &mut Vec<Diagnostic>,
) -> Result<Picture, Diagnostic> {
    let reading = Reading { name, press, in_drawing: false };
    let picture = match format::detect(bytes) {
        Some(Format::Svg) => svg::read(reading, &format!("{folder}/{name}"), bytes, warnings),
        Some(format) => raster::read(reading, bytes, format, warnings).map_err(Fault::error),
        None if bytes.is_empty() => {
            let message = format!("`{name}` is empty");
            Err(Fault::new(message, "copy or export the picture again").error())
        }
        None => Err(Fault::new(format!("`{name}` is not a picture"), format::HINT).error()),
    };
    let digest = Sha256::digest(bytes);
    let checksum = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(Picture { checksum, ..picture? })
}

/// The fault of a file of which not all is there.
fn cut(name: &str) -> Fault {
    let message = format!("`{name}` ends too early: a part of the picture is missing");
    Fault::new(message, "copy or export it again")
}

/// The fault of a picture with so many pixels, if there are too many, or none.
fn size_fault(name: &str, width: u32, height: u32) -> Option<Fault> {
    if width == 0 || height == 0 {
        let message = format!("`{name}` has no pixels: it is {width} wide and {height} high");
        return Some(Fault::new(message, "export the picture again"));
    }
    let pixels = u64::from(width) * u64::from(height);
    if pixels <= MOST_PIXELS {
        return None;
    }
    let share = (MOST_PIXELS as f64 / pixels as f64).sqrt();
    // Smaller than a `u32` by a share of one.
    let smaller = |side: u32| ((f64::from(side) * share).floor() as u32).max(1);
    let message = format!(
        "`{name}` is {width} × {height} pixels large: at most {} million pixels are read",
        MOST_PIXELS / 1_000_000
    );
    let hint = format!(
        "save it with {} × {} pixels or fewer; a full page of A4 needs 2480 × 3508",
        smaller(width),
        smaller(height)
    );
    Some(Fault::new(message, hint))
}

#[cfg(test)]
mod tests;
