//! Turns CCITT fax and JPEG 2000 data into samples (ISO 32000-1, 7.4.6 and 7.4.9).

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use hayro_ccitt::{DecodeSettings, DecoderContext, EncodingMode};
use hayro_jpeg2000::{ColorSpace, DecodeSettings as WaveletSettings};
use lopdf::Dictionary;

use super::decoded::Decoded;
use crate::file::File;
use crate::resources::colour::{Icc, Space};

/// How many figures JPEG 2000 may have, each of which takes four bytes while it is unpacked.
const MOST_WAVELETS: usize = 100 << 20;

/// Runs what unpacks data that nobody looked at before: a fault of its own is one of the data.
pub(super) fn guarded<T>(work: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work))
        .unwrap_or_else(|_| Err("its data is not what its filter says".to_owned()))
}

/// Lines of black and white, as they come; never more than wanted.
pub(super) struct Lines {
    pub(super) bytes: Vec<u8>,
    width: usize,
    wanted: usize,
    /// How many lines are whole.
    pub(super) whole: usize,
}

impl Lines {
    pub(super) fn new((width, height): (usize, usize)) -> Lines {
        let wanted = width.saturating_mul(height);
        Lines { bytes: Vec::with_capacity(wanted), width, wanted, whole: 0 }
    }

    /// Adds samples: 1 for white, 0 for black.
    pub(super) fn push(&mut self, white: bool, count: usize) {
        let room = self.wanted.saturating_sub(self.bytes.len());
        self.bytes.extend(std::iter::repeat_n(u8::from(white), count.min(room)));
    }

    /// Ends a line.
    pub(super) fn end(&mut self) {
        self.whole += 1;
        let end = self.whole.saturating_mul(self.width).min(self.wanted);
        self.bytes.resize(end, 1);
    }
}

impl hayro_ccitt::Decoder for Lines {
    fn push_pixels(&mut self, white: bool, count: u32) {
        self.push(white, usize::try_from(count).unwrap_or(usize::MAX));
    }

    fn next_line(&mut self) {
        self.end();
    }
}

/// Unpacks a fax (ISO 32000-1, table 11).
pub(super) fn fax(
    file: &File,
    data: &[u8],
    parameters: &Dictionary,
    (width, height): (usize, usize),
) -> Result<Decoded, String> {
    let columns = file.integer(parameters, "Columns").unwrap_or(1728);
    if usize::try_from(columns) != Ok(width) {
        return Err(format!("its lines have {columns} columns instead of {width}"));
    }
    let flag = |key, default| file.boolean(parameters, key).unwrap_or(default);
    let encoding = match file.integer(parameters, "K").unwrap_or(0) {
        0 => EncodingMode::Group3_1D,
        k => u32::try_from(k).map_or(EncodingMode::Group4, |k| EncodingMode::Group3_2D { k }),
    };
    let side = |side: usize| u32::try_from(side).map_err(|_| "it is too great".to_owned());
    let settings = DecodeSettings {
        columns: side(width)?,
        rows: side(height)?,
        end_of_block: flag("EndOfBlock", true),
        end_of_line: flag("EndOfLine", false),
        rows_are_byte_aligned: flag("EncodedByteAlign", false),
        encoding,
        invert_black: flag("BlackIs1", false),
    };
    let lines = guarded(|| {
        let mut lines = Lines::new((width, height));
        let outcome = hayro_ccitt::decode(data, &mut lines, &mut DecoderContext::new(settings));
        if lines.whole < height {
            let reason = outcome.err().map_or(String::new(), |error| format!(": {error}"));
            return Err(format!("its fax has {} lines of {height}{reason}", lines.whole));
        }
        Ok(lines)
    })?;
    Ok(Decoded { bytes: lines.bytes, components: 1, most: 1, space: None })
}

/// Unpacks JPEG 2000. The figures of an indexed space stay indices; opacity is left out.
pub(super) fn wavelets(
    data: &[u8],
    indexed: bool,
    (width, height): (usize, usize),
) -> Result<Decoded, String> {
    let settings = WaveletSettings {
        resolve_palette_indices: !indexed,
        strict: false,
        target_resolution: None,
    };
    guarded(|| {
        let failed = |error| format!("its JPEG 2000 can't be unpacked: {error}");
        let image = hayro_jpeg2000::Image::new(data, &settings).map_err(failed)?;
        let found = [image.width(), image.height()].map(|side| usize::try_from(side).ok());
        if found != [Some(width), Some(height)] {
            let (wide, high) = (image.width(), image.height());
            return Err(format!(
                "its JPEG 2000 is {wide} x {high} samples instead of {width} x {height}"
            ));
        }
        let components = usize::from(image.color_space().num_channels());
        let channels = components + usize::from(image.has_alpha());
        let figures = width.saturating_mul(height).saturating_mul(channels);
        if components == 0 || figures > MOST_WAVELETS {
            return Err("its JPEG 2000 is too great".to_owned());
        }
        let depth = image.original_bit_depth();
        let space = space(image.color_space());
        let mut bytes = image.decode().map_err(failed)?;
        if bytes.len() != figures {
            return Err(format!("its JPEG 2000 unpacks to {} bytes of {figures}", bytes.len()));
        }
        if channels > components {
            let colours =
                bytes.chunks_exact(channels).flat_map(|sample| sample.iter().take(components));
            bytes = colours.copied().collect();
        }
        if indexed && depth < 8 {
            // The decoder spreads all figures over a byte.
            let most = (1_u16 << depth) - 1;
            for byte in &mut bytes {
                let index = (u16::from(*byte) * most + 127) / 255;
                *byte = u8::try_from(index).unwrap_or(u8::MAX);
            }
        }
        Ok(Decoded { bytes, components, most: u8::MAX, space })
    })
}

/// The colour space of JPEG 2000, as PDF has it (ISO 32000-1, 7.4.9).
fn space(space: &ColorSpace) -> Option<Arc<Space>> {
    let space = match space {
        ColorSpace::Gray | ColorSpace::Unknown { num_channels: 1 } => Space::Gray,
        ColorSpace::RGB | ColorSpace::Unknown { num_channels: 3 } => Space::Rgb,
        ColorSpace::CMYK | ColorSpace::Unknown { num_channels: 4 } => Space::Cmyk,
        ColorSpace::Unknown { .. } => return None,
        ColorSpace::Icc { profile, num_channels } => {
            Space::Icc(Arc::new(Icc::new(usize::from(*num_channels), profile.clone(), None)))
        }
    };
    Some(Arc::new(space))
}
