//! Turns JPEG data into samples as PDF wants them (ISO 32000-1, 7.4.8).
//!
//! PDF takes the figures of four components as they stand: files of Adobe's, whose ink is upside down, bring a `Decode` that
//! turns it round.

use std::num::NonZeroU32;

use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use super::coded::guarded;
use super::decoded::Decoded;

/// What the markers before the data say (ITU-T T.81, annex B).
#[derive(Debug, Default, PartialEq)]
struct Header {
    width: usize,
    height: usize,
    /// Bits a component.
    bits: u8,
    /// The names of the components.
    components: Vec<u8>,
    /// The transform in the marker of Adobe's: 0 none, 1 to YCbCr, 2 to YCCK.
    adobe: Option<u8>,
    /// Whether the mark of the end follows the data.
    ends: bool,
}

/// Unpacks the data. `transform` is the parameter `ColorTransform`.
pub(super) fn read(
    data: &[u8],
    transform: Option<i64>,
    (width, height): (usize, usize),
) -> Result<Decoded, String> {
    let header = Header::read(data).ok_or("its data is no JPEG")?;
    if (header.width, header.height) != (width, height) {
        let (found, wide) = (header.height, header.width);
        return Err(format!("its JPEG is {wide} x {found} samples instead of {width} x {height}"));
    }
    if header.bits != 8 {
        return Err(format!("its JPEG has {} bits a component", header.bits));
    }
    let components = header.components.len();
    // The marker of Adobe's comes first (ISO 32000-1, table 13), then names that libraries know.
    let transformed = match (header.adobe, transform) {
        (Some(transform), _) => transform != 0,
        (None, Some(transform)) => transform != 0,
        (None, None) => components == 3 && header.components != *b"RGB",
    };
    let out = |input: Option<ColorSpace>| match (components, input) {
        (1, _) => Some(ColorSpace::Luma),
        (2, _) => NonZeroU32::new(2).map(ColorSpace::MultiBand),
        (3, Some(ColorSpace::YCbCr)) if transformed => Some(ColorSpace::RGB),
        (3 | 4, input) => input,
        _ => None,
    };
    // Decoders fill up what is missing in grey.
    if !header.ends {
        return Err("its JPEG is cut: it lacks the mark of its end".to_owned());
    }
    let options = DecoderOptions::default()
        .set_max_width(usize::from(u16::MAX))
        .set_max_height(usize::from(u16::MAX));
    let bytes = guarded(|| {
        let mut decoder = JpegDecoder::new_with_options(ZCursor::new(data), options);
        let failed = |error| format!("its JPEG can't be unpacked: {error:?}");
        decoder.decode_headers().map_err(failed)?;
        let out = out(decoder.input_colorspace());
        let out = out.ok_or(format!("its JPEG has {components} components"))?;
        decoder.set_options(options.jpeg_set_out_colorspace(out));
        decoder.decode().map_err(failed)
    })?;
    let wanted = width.saturating_mul(height).saturating_mul(components);
    if bytes.len() != wanted {
        return Err(format!("its JPEG unpacks to {} bytes of {wanted}", bytes.len()));
    }
    let mut bytes = bytes;
    if components == 4 && transformed {
        for sample in bytes.as_chunks_mut().0 {
            *sample = inks(*sample);
        }
    }
    Ok(Decoded { bytes, components, most: u8::MAX, space: None })
}

/// From YCCK to CMYK: to RGB, of which ink is the opposite, and black as it is.
fn inks([light, blue, red, black]: [u8; 4]) -> [u8; 4] {
    let [light, blue, red] = [light, blue, red].map(f32::from);
    let (blue, red) = (blue - 128.0, red - 128.0);
    let screen =
        [light + 1.402 * red, light - 0.344_14 * blue - 0.714_14 * red, light + 1.772 * blue];
    // Clamped to a byte.
    let [cyan, magenta, yellow] = screen.map(|part| 255 - part.round().clamp(0.0, 255.0) as u8);
    [cyan, magenta, yellow, black]
}

impl Header {
    /// Reads the markers up to the data; `None` if there is no frame.
    fn read(data: &[u8]) -> Option<Header> {
        let mut header = Header::default();
        // Some programs leave bytes before the first marker.
        let start = data.windows(2).take(1024).position(|pair| pair == [0xff, 0xd8])?;
        let mut rest = data.get(start + 2..)?;
        loop {
            let marker = rest.iter().position(|byte| *byte == 0xff)?;
            rest = rest.get(marker + 1..)?;
            let kind = *rest.first()?;
            match kind {
                0xff => continue,
                0 | 1 | 0xd0..=0xd8 => {
                    rest = rest.get(1..)?;
                    continue;
                }
                0xd9 | 0xda => break,
                _ => {}
            }
            let length = usize::from(u16::from_be_bytes(*rest.get(1..)?.first_chunk()?));
            let segment = rest.get(3..length.checked_add(1)?)?;
            match (kind, segment) {
                (0xc0..=0xcf, [bits, h1, h0, w1, w0, count, components @ ..])
                    if !matches!(kind, 0xc4 | 0xc8 | 0xcc) =>
                {
                    header.bits = *bits;
                    header.height = usize::from(u16::from_be_bytes([*h1, *h0]));
                    header.width = usize::from(u16::from_be_bytes([*w1, *w0]));
                    let names = components.chunks_exact(3).filter_map(|part| part.first());
                    header.components = names.take(usize::from(*count)).copied().collect();
                }
                (0xee, [b'A', b'd', b'o', b'b', b'e', _, _, _, _, _, _, transform, ..]) => {
                    header.adobe = Some(*transform);
                }
                _ => {}
            }
            rest = rest.get(length.checked_add(1)?..)?;
        }
        header.ends = rest.windows(2).any(|pair| pair == [0xff, 0xd9]);
        (!header.components.is_empty()).then_some(header)
    }
}
