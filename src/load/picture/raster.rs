//! Turns pixels of any kind into PNG or JPEG files in colours that a PDF can hold.

use std::io::Cursor;

use feuillet_colour::{PictureProfile, ink_to_screen, picture_profile, ycck_to_cmyk};
use image::codecs::gif::GifDecoder;
use image::codecs::jpeg::JpegDecoder;
use image::codecs::png::{CompressionType, FilterType, PngDecoder, PngEncoder};
use image::codecs::webp::WebPDecoder;
use image::metadata::Orientation;
use image::{
    AnimationDecoder as _, ColorType, DynamicImage, ImageDecoder, ImageEncoder as _, ImageError,
    ImageResult, Limits, RgbImage,
};
use zune_core::bytestream::ZCursor;
use zune_core::colorspace::ColorSpace;
use zune_core::options::DecoderOptions;

use super::format::{self, Format};
use super::jpeg::Jpeg;
use super::{Fault, Picture, PictureKind, Reading, cut, size_fault};
use crate::diagnostic::Diagnostic;

/// The quality of photographs that are coded anew, of 100.
const QUALITY: u8 = 92;

/// Reads pixels.
pub(super) fn read(
    reading: Reading<'_>,
    bytes: &[u8],
    format: Format,
    warnings: &mut Vec<Diagnostic>,
) -> Result<Picture, Fault> {
    let name = reading.name;
    let cursor = || Cursor::new(bytes);
    let fault = |error: ImageError| unreadable(name, &error);
    match format {
        Format::Jpeg => read_jpeg(reading, bytes, warnings),
        Format::Png if is_animated_png(bytes) => Err(animated(name)),
        Format::Png => {
            // The decoder would begin to keep room for all of it.
            if let Some(fault) =
                png_size(bytes).and_then(|(width, height)| size_fault(name, width, height))
            {
                return Err(fault);
            }
            let decoder = PngDecoder::new(cursor()).map_err(fault)?;
            let pixels = Pixels::decode(reading, decoder, warnings)?;
            let png = if pixels.is_as_it_was { bytes.to_vec() } else { pixels.to_png(name)? };
            Ok(shown(PictureKind::Png, png))
        }
        Format::Gif => {
            let frames = GifDecoder::new(cursor()).map_err(fault)?.into_frames();
            if frames.take(2).filter(Result::is_ok).count() > 1 {
                return Err(animated(name));
            }
            let decoder = GifDecoder::new(cursor()).map_err(fault)?;
            Ok(shown(PictureKind::Png, Pixels::decode(reading, decoder, warnings)?.to_png(name)?))
        }
        Format::WebP if is_cut_webp(bytes) => Err(cut(name)),
        Format::WebP => {
            let decoder = WebPDecoder::new(cursor()).map_err(fault)?;
            if decoder.has_animation() {
                return Err(animated(name));
            }
            Ok(shown(PictureKind::Png, Pixels::decode(reading, decoder, warnings)?.to_png(name)?))
        }
        Format::Other(kind) => {
            Err(Fault::new(format!("`{name}` is {kind}, which is not read"), format::HINT))
        }
        Format::Svg => Err(Fault::new(
            format!("`{name}` is a drawing in a drawing, which is not read"),
            "put the shapes of the inner one into the outer one",
        )),
    }
}

fn shown(kind: PictureKind, bytes: Vec<u8>) -> Picture {
    Picture { bytes, press: None, kind, source: None, checksum: String::new() }
}

fn animated(name: &str) -> Fault {
    let message = format!("`{name}` is animated: a page stands still");
    Fault::new(message, "save the frame that is to be shown as PNG")
}

/// Says in plain words why pixels can't be read.
fn unreadable(name: &str, error: &ImageError) -> Fault {
    let text = error.to_string();
    let is_cut = matches!(error, ImageError::IoError(_))
        || ["eof", "end of file", "fill whole buffer"]
            .iter()
            .any(|part| text.to_lowercase().contains(part));
    if is_cut {
        return cut(name);
    }
    Fault::new(format!("`{name}` is damaged: {text}"), "copy or export it again")
}

/// Width and height as the header of a PNG has them.
fn png_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let [width, height] = bytes.get(16..24)?.as_chunks::<4>().0 else { return None };
    Some((u32::from_be_bytes(*width), u32::from_be_bytes(*height)))
}

/// Whether a WebP is shorter than it says at its beginning.
fn is_cut_webp(bytes: &[u8]) -> bool {
    let size = bytes.get(4..8).and_then(|size| size.first_chunk());
    size.is_none_or(|size| (u32::from_le_bytes(*size) as usize).saturating_add(8) > bytes.len())
}

/// Whether a PNG has the chunk of animations (PNG 3, 11.3.6.1) before its pixels.
fn is_animated_png(bytes: &[u8]) -> bool {
    let mut at = 8;
    while let (Some(length), Some(kind)) = (bytes.get(at..at + 4), bytes.get(at + 4..at + 8)) {
        match kind {
            b"acTL" => return true,
            b"IDAT" => return false,
            _ => {
                let length = u32::from_be_bytes([length[0], length[1], length[2], length[3]]);
                at += length as usize + 12;
            }
        }
    }
    false
}

/// A decoded picture.
struct Pixels {
    image: DynamicImage,
    /// Its profile, if that says something of it.
    profile: Option<Vec<u8>>,
    /// Whether Typst and the exporter take the file just as it is here.
    is_as_it_was: bool,
}

impl Pixels {
    /// Decodes a picture; it stands upright, and has eight bits a colour.
    fn decode(
        reading: Reading<'_>,
        mut decoder: impl ImageDecoder,
        warnings: &mut Vec<Diagnostic>,
    ) -> Result<Pixels, Fault> {
        let name = reading.name;
        let fault = |error: ImageError| unreadable(name, &error);
        let (width, height) = decoder.dimensions();
        if let Some(fault) = size_fault(name, width, height) {
            return Err(fault);
        }
        decoder.set_limits(Limits::default()).map_err(fault)?;
        let icc = decoder.icc_profile().ok().flatten().filter(|icc| !icc.is_empty());
        let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
        let own = decoder.color_type();
        let mut image = DynamicImage::from_decoder(decoder).map_err(fault)?;
        image.apply_orientation(orientation);
        let image = match own {
            ColorType::L8 | ColorType::La8 | ColorType::Rgb8 | ColorType::Rgba8 => image,
            ColorType::L16 => image.into_luma8().into(),
            ColorType::La16 => image.into_luma_alpha8().into(),
            ColorType::Rgb16 => image.into_rgb8().into(),
            _ => image.into_rgba8().into(),
        };
        let components = if own.has_color() { 3 } else { 1 };
        let profile = icc.as_deref().and_then(|icc| usable(reading, icc, components, warnings));
        let is_kept = profile.is_none() || profile == icc;
        let is_plain = own == image.color() && orientation == Orientation::NoTransforms;
        Ok(Pixels { image, profile, is_as_it_was: is_kept && is_plain })
    }

    /// Codes it as PNG.
    fn to_png(&self, name: &str) -> Result<Vec<u8>, Fault> {
        let mut bytes = Vec::new();
        let (kind, filter) = (CompressionType::Fast, FilterType::Adaptive);
        let mut encoder = PngEncoder::new_with_quality(&mut bytes, kind, filter);
        if let Some(profile) = &self.profile {
            // Every PNG may have one.
            let _ = encoder.set_icc_profile(profile.clone());
        }
        self.image.write_with_encoder(encoder).map_err(|error| unreadable(name, &error))?;
        Ok(bytes)
    }
}

/// The profile of a picture as a PDF may hold it; `None` if it says nothing of the picture.
fn usable(
    reading: Reading<'_>,
    icc: &[u8],
    components: usize,
    warnings: &mut Vec<Diagnostic>,
) -> Option<Vec<u8>> {
    match picture_profile(icc, components) {
        PictureProfile::Sound(profile) => Some(profile.into_owned()),
        PictureProfile::Foreign => None,
        PictureProfile::Unusable => {
            let name = reading.name;
            let taken = if components == 4 { "those of the press" } else { "sRGB" };
            let message = format!(
                "the colour profile of `{name}` can't be used: its colours are taken for {taken}"
            );
            warnings.push(Fault::new(message, "save the picture with the profile sRGB").warning());
            None
        }
    }
}

fn read_jpeg(
    reading: Reading<'_>,
    bytes: &[u8],
    warnings: &mut Vec<Diagnostic>,
) -> Result<Picture, Fault> {
    let name = reading.name;
    let file = Jpeg::read(name, bytes)?;
    if let Some(fault) = size_fault(name, file.width, file.height) {
        return Err(fault);
    }
    let orientation = orientation(bytes).unwrap_or(Orientation::NoTransforms);
    let components = usize::from(file.components);
    let profile = file.profile();
    let profile = profile.and_then(|icc| usable(reading, &icc, components, warnings));
    let profile = profile.as_deref();
    if components == 4 {
        return read_ink(reading, &file, profile, orientation);
    }
    let rebuilt = file.rebuilt(profile, orientation.to_exif());
    let mut image = decoded(&rebuilt).map_err(|error| unreadable(name, &error))?;
    if !reading.in_drawing || orientation == Orientation::NoTransforms {
        return Ok(shown(PictureKind::Jpeg, rebuilt));
    }
    image.apply_orientation(orientation);
    let upright = to_jpeg(name, &image.into_rgb8(), profile.filter(|_| components == 3))?;
    Ok(shown(PictureKind::Jpeg, upright))
}

fn orientation(bytes: &[u8]) -> ImageResult<Orientation> {
    JpegDecoder::new(Cursor::new(bytes))?.orientation()
}

fn decoded(bytes: &[u8]) -> ImageResult<DynamicImage> {
    DynamicImage::from_decoder(JpegDecoder::new(Cursor::new(bytes))?)
}

/// Reads a photograph in ink: for the screen it is converted, and the press is given the inks as they are.
fn read_ink(
    reading: Reading<'_>,
    file: &Jpeg<'_>,
    profile: Option<&[u8]>,
    orientation: Orientation,
) -> Result<Picture, Fault> {
    let name = reading.name;
    let damaged =
        || Fault::new(format!("`{name}` is damaged: its inks can't be read"), "export it again");
    let rebuilt = file.rebuilt(profile, orientation.to_exif());
    let inks = inks(&rebuilt, file.is_adobe()).ok_or_else(damaged)?;
    let seen = ink_to_screen(profile, reading.press, &inks).ok_or_else(damaged)?;
    let seen = RgbImage::from_raw(file.width, file.height, seen.into_flattened());
    let mut seen = DynamicImage::from(seen.ok_or_else(damaged)?);
    seen.apply_orientation(orientation);
    let bytes = to_jpeg(name, &seen.into_rgb8(), None)?;
    if reading.in_drawing {
        return Ok(shown(PictureKind::Jpeg, bytes));
    }
    let press = if file.is_adobe() {
        rebuilt
    } else {
        // The exporter takes the inks of every photograph for inverted ones.
        let (width, height) = (file.width as u16, file.height as u16);
        let coded =
            encoded(&inks.into_flattened(), (width, height), jpeg_encoder::ColorType::CmykAsYcck);
        let coded = coded.ok_or_else(damaged)?;
        Jpeg::read(name, &coded)?.rebuilt(profile, orientation.to_exif())
    };
    Ok(Picture { press: Some(press), ..shown(PictureKind::Jpeg, bytes) })
}

/// The inks of a photograph, 255 for a full plate.
fn inks(bytes: &[u8], is_inverted: bool) -> Option<Vec<[u8; 4]>> {
    let mut decoder = zune_jpeg::JpegDecoder::new(ZCursor::new(bytes));
    decoder.decode_headers().ok()?;
    let own = decoder.input_colorspace()?;
    if !matches!(own, ColorSpace::CMYK | ColorSpace::YCCK) {
        return None;
    }
    decoder.set_options(DecoderOptions::default().jpeg_set_out_colorspace(own));
    let data = decoder.decode().ok()?;
    let mut inks = data.as_chunks::<4>().0.to_vec();
    if own == ColorSpace::YCCK {
        inks.iter_mut().for_each(ycck_to_cmyk);
    }
    if is_inverted {
        inks.iter_mut().flatten().for_each(|ink| *ink = 255 - *ink);
    }
    Some(inks)
}

/// Codes a photograph in colours of the screen.
fn to_jpeg(name: &str, image: &RgbImage, profile: Option<&[u8]>) -> Result<Vec<u8>, Fault> {
    let size = (image.width() as u16, image.height() as u16);
    let coded = encoded(image.as_raw(), size, jpeg_encoder::ColorType::Rgb);
    let coded = coded.ok_or_else(|| {
        Fault::new(format!("`{name}` can't be converted"), "save it as JPEG in sRGB")
    })?;
    Ok(match profile {
        Some(_) => Jpeg::read(name, &coded)?.rebuilt(profile, 1),
        None => coded,
    })
}

/// Codes pixels as JPEG.
fn encoded(
    data: &[u8],
    (width, height): (u16, u16),
    kind: jpeg_encoder::ColorType,
) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut bytes, QUALITY);
    encoder.set_sampling_factor(jpeg_encoder::SamplingFactor::F_1_1);
    encoder.encode(data, width, height, kind).ok()?;
    Some(bytes)
}
