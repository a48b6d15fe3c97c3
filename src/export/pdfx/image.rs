//! Converts images to ink, no finer than a press can show, and never above the ink limit.

use feuillet_colour::{InkConverter, limit_ink, srgb_greys};
use lopdf::{Document, Object, ObjectId, Stream, dictionary};

use super::colour_space::{ColourSpace, Role};
use super::converter::{ObjectUse, PageConverter, PlacedImage};
use super::error::PdfxError;
use super::pixels::Pixels;
use crate::export::repack::inflated;

/// The finest resolution that a press with a screen of 150 lines per inch shows, in pixels per inch.
const MAX_RESOLUTION: f32 = 300.0;

/// Images are downsampled to [`MAX_RESOLUTION`] from this multiple of it: below, it would cost more sharpness than it saves
/// bytes (the "press quality" settings of Distiller and InDesign downsample to 300 above 450).
const DOWNSAMPLE_ABOVE: f32 = 1.5;

/// JPEG compression adds noise. Before it, images are limited to this much below the limit, of 255: the first of these with
/// which no pixel of the compressed image is above the limit. If none is enough, the image is written as Flate.
const JPEG_MARGINS: [u16; 3] = [8, 24, 48];

/// Converts all images that were found.
pub(super) fn convert_all(converter: &mut PageConverter<'_, '_>) -> Result<(), PdfxError> {
    for ((id, role), placed) in converter.images.clone() {
        let (mut stream, mask) = convert(converter.source, (id, role), placed, converter.inks)?;
        if let Some(mask) = mask {
            stream.dict.set("SMask", converter.new_objects.add(mask));
        }
        converter.new_objects.objects.insert(placed.target, Object::Stream(stream));
    }
    Ok(())
}

/// Converts an image, and its mask if that is downsampled too.
fn convert(
    source: &Document,
    (id, role): ObjectUse,
    placed: PlacedImage,
    inks: &InkConverter<'_>,
) -> Result<(Stream, Option<Stream>), PdfxError> {
    let stream = source.get_object(id)?.as_stream()?;
    let space = ColourSpace::read(source, stream.dict.get(b"ColorSpace")?)?;
    let Decoded { mut pixels, is_jpeg, mask } = Decoded::read(source, stream, space)?;
    let smaller = placed.size.and_then(|size| downsampled_size(&pixels, size));
    let mut small_mask = None;
    if let Some((width, height)) = smaller {
        small_mask = mask.as_ref().map(|mask| mask.downsampled(width, height, None));
        pixels = pixels.downsampled(width, height, mask.as_ref());
    }
    let converted = match (space, role) {
        (ColourSpace::Separation | ColourSpace::Pattern, _) => None,
        (_, Role::Mask) => image_to_lightness(&pixels, space),
        (ColourSpace::Grey(profile), _) => to_black(source, &pixels, profile, inks),
        (ColourSpace::Rgb(profile), _) => rgb_to_ink(source, &pixels, profile, is_jpeg, inks),
        (ColourSpace::Cmyk(profile), _) => {
            let is_own = profile.is_none() || same_profile(source, profile, inks);
            if is_own && smaller.is_none() && is_within(&pixels, inks.limit()) {
                let mut stream = stream.clone();
                stream.dict.set("ColorSpace", Object::Name(b"DeviceCMYK".to_vec()));
                return Ok((stream, None));
            }
            cmyk_to_ink(source, &pixels, profile.filter(|_| !is_own), inks)
        }
    };
    let converted = converted.ok_or_else(|| unsupported("with an unusable ICC profile"))?;
    let mut out = encode(&converted, is_jpeg, inks.limit());
    for key in [&b"Interpolate"[..], b"SMask"] {
        if let Ok(value) = stream.dict.get(key) {
            out.dict.set(key.to_vec(), value.clone());
        }
    }
    Ok((out, small_mask.map(|mask| encode(&mask, false, inks.limit()))))
}

fn unsupported(what: &str) -> PdfxError {
    PdfxError::unsupported(format!("an image {what}"))
}

/// The pixels of an image, and of its mask.
struct Decoded {
    pixels: Pixels,
    is_jpeg: bool,
    mask: Option<Pixels>,
}

impl Decoded {
    /// Decodes an image that has a colour space.
    fn read(source: &Document, stream: &Stream, space: ColourSpace) -> Result<Decoded, PdfxError> {
        if [&b"ImageMask"[..], b"Mask"].iter().any(|key| stream.dict.has(key)) {
            return Err(unsupported("with a stencil or colour key mask"));
        }
        let parts = match space {
            ColourSpace::Grey(_) => 1,
            ColourSpace::Rgb(_) => 3,
            ColourSpace::Cmyk(_) => 4,
            ColourSpace::Separation | ColourSpace::Pattern => {
                return Err(unsupported("in a spot colour"));
            }
        };
        let (pixels, is_jpeg) =
            decode(stream).ok_or_else(|| unsupported("that can't be decoded"))?;
        if pixels.parts != parts {
            return Err(unsupported("with too few or too many components"));
        }
        let mask = match stream.dict.get(b"SMask") {
            Ok(mask) => {
                let mask = source.get_object(mask.as_reference()?)?.as_stream()?;
                Some(decode(mask).ok_or_else(|| unsupported("whose mask can't be decoded"))?.0)
            }
            Err(_) => None,
        };
        Ok(Decoded { pixels, is_jpeg, mask })
    }
}

/// The width and height, in pixels, to which an image is downsampled if it is finer than can be printed.
fn downsampled_size(pixels: &Pixels, size: [f32; 2]) -> Option<(usize, usize)> {
    let needed = |points: f32| points / 72.0 * MAX_RESOLUTION;
    let (width, height) = (pixels.width as f32, pixels.height as f32);
    let share = (needed(size[0]) / width).max(needed(size[1]) / height);
    if share <= 0.0 || share * DOWNSAMPLE_ABOVE >= 1.0 {
        return None;
    }
    let smaller = |side: f32| ((side * share).ceil() as usize).max(1);
    Some((smaller(width), smaller(height)))
}

/// Decodes an image, inverted where `/Decode` says so, and tells whether it is a JPEG.
fn decode(stream: &Stream) -> Option<(Pixels, bool)> {
    let number =
        |key: &[u8]| usize::try_from(stream.dict.get(key).and_then(Object::as_i64).ok()?).ok();
    let (width, height) = (number(b"Width")?, number(b"Height")?);
    let is_jpeg =
        stream.dict.get(b"Filter").and_then(Object::as_name).is_ok_and(|name| name == b"DCTDecode");
    let mut pixels = if is_jpeg {
        Pixels::from_jpeg(&stream.content)?
    } else {
        if stream.dict.has(b"DecodeParms") {
            return None;
        }
        let mut data = inflated(stream)?.into_owned();
        match number(b"BitsPerComponent")? {
            8 => {}
            // The high byte is all that shows in print.
            16 => data = data.as_chunks::<2>().0.iter().map(|[high, _]| *high).collect(),
            _ => return None,
        }
        let parts = data.len() / width.checked_mul(height).filter(|count| *count > 0)?;
        Pixels::new(width, height, parts, data)?
    };
    if let Ok(decode) = stream.dict.get(b"Decode").and_then(Object::as_array)
        && decode.first().and_then(|first| first.as_float().ok()) == Some(1.0)
    {
        pixels.data.iter_mut().for_each(|part| *part = 255 - *part);
    }
    ((pixels.width, pixels.height) == (width, height)).then_some((pixels, is_jpeg))
}

/// Encodes an image of one or four components, with no ink above the limit: a JPEG stays a JPEG, the rest is lossless.
fn encode(pixels: &Pixels, is_jpeg: bool, limit: u16) -> Stream {
    let mut dictionary = dictionary! {
        "Type" => "XObject", "Subtype" => "Image", "BitsPerComponent" => 8,
        "Width" => i64::try_from(pixels.width).unwrap_or(i64::MAX),
        "Height" => i64::try_from(pixels.height).unwrap_or(i64::MAX),
        "ColorSpace" => if pixels.parts == 1 { "DeviceGray" } else { "DeviceCMYK" },
    };
    if let Some(bytes) = is_jpeg.then(|| to_jpeg(pixels, limit)).flatten() {
        dictionary.set("Filter", "DCTDecode");
        return Stream::new(dictionary, bytes);
    }
    let columns = i64::try_from(pixels.width).unwrap_or(i64::MAX);
    let colors = if pixels.parts == 1 { 1 } else { 4 };
    dictionary.set("Filter", "FlateDecode");
    dictionary.set(
        "DecodeParms",
        dictionary! { "Predictor" => 15, "Colors" => colors, "Columns" => columns },
    );
    Stream::new(dictionary, limited(pixels, limit).to_flate())
}

/// Encodes an image as JPEG so that no pixel is above the limit when it is decoded.
fn to_jpeg(pixels: &Pixels, limit: u16) -> Option<Vec<u8>> {
    if pixels.parts == 1 {
        return pixels.to_jpeg();
    }
    JPEG_MARGINS.iter().find_map(|margin| {
        let bytes = limited(pixels, limit.saturating_sub(*margin)).to_jpeg()?;
        Pixels::from_jpeg(&bytes).is_some_and(|decoded| is_within(&decoded, limit)).then_some(bytes)
    })
}

/// Whether no pixel of ink is above the limit.
fn is_within(pixels: &Pixels, limit: u16) -> bool {
    let mut inks = pixels.data.as_chunks::<4>().0.iter();
    pixels.parts != 4
        || inks.all(|ink| ink.iter().map(|part| u16::from(*part)).sum::<u16>() <= limit)
}

/// Reduces the pixels of ink that are above the limit.
fn limited(pixels: &Pixels, limit: u16) -> Pixels {
    let mut limited = pixels.clone();
    if pixels.parts == 4 {
        limited
            .data
            .as_chunks_mut::<4>()
            .0
            .iter_mut()
            .for_each(|ink| *ink = limit_ink(*ink, limit));
    }
    limited
}

/// Reads an embedded ICC profile.
fn profile_bytes(source: &Document, profile: Option<ObjectId>) -> Option<Vec<u8>> {
    let stream = source.get_object(profile?).ok()?.as_stream().ok()?;
    inflated(stream).map(std::borrow::Cow::into_owned)
}

/// Whether an image was made for this very press.
fn same_profile(source: &Document, profile: Option<ObjectId>, inks: &InkConverter<'_>) -> bool {
    profile_bytes(source, profile).as_deref() == Some(inks.profile().icc())
}

/// Converts an image without colour to black ink alone.
fn to_black(
    source: &Document,
    pixels: &Pixels,
    profile: Option<ObjectId>,
    inks: &InkConverter<'_>,
) -> Option<Pixels> {
    let plain = std::array::from_fn(|level| u8::try_from(level).unwrap_or(u8::MAX));
    let levels = profile_bytes(source, profile).and_then(|icc| srgb_greys(&icc)).unwrap_or(plain);
    let black = levels.map(|level| 255 - inks.profile().black_for_grey(level));
    let data = pixels.data.iter().map(|level| black[usize::from(*level)]).collect();
    Pixels::new(pixels.width, pixels.height, 1, data)
}

/// Converts an RGB image; one without colour to black ink alone.
fn rgb_to_ink(
    source: &Document,
    pixels: &Pixels,
    profile: Option<ObjectId>,
    is_jpeg: bool,
    inks: &InkConverter<'_>,
) -> Option<Pixels> {
    let colours = pixels.data.as_chunks::<3>().0;
    if colours.iter().all(|[red, green, blue]| red == green && green == blue) {
        let data = colours.iter().map(|[level, _, _]| *level).collect();
        let greys = Pixels::new(pixels.width, pixels.height, 1, data)?;
        return to_black(source, &greys, None, inks);
    }
    // The exporter's profile is sRGB too, but not identical to that of the colour engine.
    let own = profile_bytes(source, profile)
        .and_then(|icc| inks.profile().pixel_converter::<3>(Some(&icc)));
    let profile = match &own {
        Some(own) => own,
        None => inks.profile().srgb_pixels()?,
    };
    let mut printed = profile.convert(colours);
    // In a drawing, a colour of the theme is meant; a photograph has one by chance.
    let known = if is_jpeg { Vec::new() } else { inks.theme_colours() };
    for (colour, ink) in colours.iter().zip(&mut printed) {
        if let Some((_, own)) = known.iter().find(|(known, _)| known == colour) {
            *ink = *own;
        }
    }
    Pixels::new(pixels.width, pixels.height, 4, printed.into_flattened())
}

/// Converts a CMYK image from its own profile, if it has one.
fn cmyk_to_ink(
    source: &Document,
    pixels: &Pixels,
    profile: Option<ObjectId>,
    inks: &InkConverter<'_>,
) -> Option<Pixels> {
    let (colours, _) = pixels.data.as_chunks::<4>();
    let printed = match profile_bytes(source, profile) {
        Some(icc) => inks.profile().pixel_converter::<4>(Some(&icc))?.convert(colours),
        None => colours.to_vec(),
    };
    Pixels::new(pixels.width, pixels.height, 4, printed.into_flattened())
}

/// Converts an image in a mask to the lightness of each pixel.
fn image_to_lightness(pixels: &Pixels, own: ColourSpace) -> Option<Pixels> {
    let lightness = |parts: &[u8]| {
        let parts: Vec<f32> = parts.iter().map(|part| f32::from(*part) / 255.0).collect();
        // A share of 1 as a byte.
        (own.to_lightness(&parts) * 255.0).round() as u8
    };
    let data = pixels.data.chunks_exact(pixels.parts).map(lightness).collect();
    Pixels::new(pixels.width, pixels.height, 1, data)
}

#[cfg(test)]
mod tests {
    use super::{Pixels, downsampled_size};

    #[test]
    fn images_are_downsampled_only_if_a_press_can_not_show_them() {
        let pixels = |width, height| Pixels { width, height, parts: 1, data: Vec::new() };
        // 72 points are an inch.
        assert_eq!(downsampled_size(&pixels(440, 440), [72.0, 72.0]), None);
        assert_eq!(downsampled_size(&pixels(600, 900), [72.0, 108.0]), Some((300, 450)));
        assert_eq!(downsampled_size(&pixels(600, 600), [72.0, 130.0]), None, "it is stretched");
        assert_eq!(downsampled_size(&pixels(600, 600), [0.0, 0.0]), None, "it is not drawn");
        assert_eq!(
            downsampled_size(&pixels(9000, 3), [72.0, 0.01]).map(|(_, height)| height),
            Some(1)
        );
    }
}
