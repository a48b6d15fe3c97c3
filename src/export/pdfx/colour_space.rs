//! Turns a colour space object into one of the few that can occur, and its colours into ink.

use feuillet_colour::InkConverter;
use lopdf::{Document, Object, ObjectId};

use super::error::PdfxError;

/// The colour spaces of a file that Typst writes. Where there is an id, it is that of the space's own ICC profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ColourSpace {
    /// Red, green and blue.
    Rgb(Option<ObjectId>),
    /// Grey.
    Grey(Option<ObjectId>),
    /// Cyan, magenta, yellow and black.
    Cmyk(Option<ObjectId>),
    /// A single named ink: that of registration marks.
    Separation,
    /// A pattern, which has its own colours.
    Pattern,
}

/// What the colours of a content stream are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Role {
    /// They are printed.
    Printed,
    /// Their lightness is the opacity of something else.
    Mask,
}

impl ColourSpace {
    /// The space of this name, if it needs no resource.
    pub(super) fn named(name: &[u8]) -> Option<ColourSpace> {
        Some(match name {
            b"DeviceRGB" => ColourSpace::Rgb(None),
            b"DeviceGray" => ColourSpace::Grey(None),
            b"DeviceCMYK" => ColourSpace::Cmyk(None),
            b"Pattern" => ColourSpace::Pattern,
            _ => return None,
        })
    }

    /// Reads a colour space.
    pub(super) fn read(source: &Document, object: &Object) -> Result<ColourSpace, PdfxError> {
        let (_, object) = source.dereference(object)?;
        let unknown = || PdfxError::unsupported(format!("the colour space {object:?}"));
        match object {
            Object::Name(name) => ColourSpace::named(name).ok_or_else(unknown),
            Object::Array(items) => {
                match items.first().and_then(|first| first.as_name().ok()).ok_or_else(unknown)? {
                    b"ICCBased" => {
                        let id = items.get(1).and_then(|id| id.as_reference().ok());
                        let stream = id.and_then(|id| source.get_object(id).ok());
                        let stream = stream.and_then(|stream| stream.as_stream().ok());
                        let stream = stream.ok_or_else(unknown)?;
                        match stream.dict.get(b"N").and_then(Object::as_i64) {
                            Ok(1) => Ok(ColourSpace::Grey(id)),
                            Ok(3) => Ok(ColourSpace::Rgb(id)),
                            Ok(4) => Ok(ColourSpace::Cmyk(id)),
                            _ => Err(unknown()),
                        }
                    }
                    b"Separation" => Ok(ColourSpace::Separation),
                    b"Pattern" if items.len() == 1 => Ok(ColourSpace::Pattern),
                    _ => Err(unknown()),
                }
            }
            _ => Err(unknown()),
        }
    }

    /// Converts a colour to ink, 1 for a full plate.
    pub(super) fn to_cmyk(self, parts: &[f32], inks: &mut InkConverter<'_>) -> [f32; 4] {
        let share = |part: u8| f32::from(part) / 255.0;
        match self {
            ColourSpace::Rgb(_) | ColourSpace::Grey(Some(_)) => {
                inks.convert(self.to_srgb(parts)).map(share)
            }
            ColourSpace::Grey(None) => [0.0, 0.0, 0.0, 1.0 - part(parts, 0)],
            ColourSpace::Cmyk(_) | ColourSpace::Separation | ColourSpace::Pattern => {
                let ink = [0, 1, 2, 3].map(|index| part(parts, index));
                let (limit, coloured) = (f32::from(inks.limit()) / 255.0, ink[0] + ink[1] + ink[2]);
                // A hair more is the rounding of the four parts.
                if coloured + ink[3] <= limit + 0.0001 {
                    return ink;
                }
                let factor = (limit - ink[3]) / coloured;
                let reduced = |part: f32| (part * factor * 10_000.0).floor() / 10_000.0;
                [reduced(ink[0]), reduced(ink[1]), reduced(ink[2]), ink[3]]
            }
        }
    }

    /// Converts a colour of light to sRGB.
    pub(super) fn to_srgb(self, parts: &[f32]) -> [u8; 3] {
        // Clamped to a byte.
        let byte = |index: usize| (part(parts, index) * 255.0).round().clamp(0.0, 255.0) as u8;
        match self {
            ColourSpace::Rgb(_) => [byte(0), byte(1), byte(2)],
            _ => [byte(0); 3],
        }
    }

    /// The lightness of a colour in a mask, from 0 to 1: with the weights of SVG's luminance (CSS Masking 1, 7.10.1), and
    /// for ink with those of ISO 32000-1, 10.3.3.
    pub(super) fn to_lightness(self, parts: &[f32]) -> f32 {
        let part = |index: usize| part(parts, index);
        let grey = match self {
            ColourSpace::Rgb(_) => 0.2126 * part(0) + 0.7152 * part(1) + 0.0722 * part(2),
            ColourSpace::Grey(_) => part(0),
            ColourSpace::Cmyk(_) | ColourSpace::Separation | ColourSpace::Pattern => {
                1.0 - (0.3 * part(0) + 0.59 * part(1) + 0.11 * part(2) + part(3)).min(1.0)
            }
        };
        // Four decimals are finer than any mask, and keep white at 1.
        (grey * 10_000.0).round() / 10_000.0
    }
}

/// A component of a colour; 0 if it is missing.
fn part(parts: &[f32], index: usize) -> f32 {
    parts.get(index).copied().unwrap_or(0.0)
}
