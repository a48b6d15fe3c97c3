//! A picture in a PDF in; the same out in ink, no finer than the press shows, never above the ink limit.

use feuillet_colour::{Inks, capped, greys};
use lopdf::{Document, Object, ObjectId, Stream, dictionary};

use super::Fault;
use super::pixels::Pixels;
use super::space::{Role, Space, space};
use super::walk::{Drawn, Extent, Walk};
use crate::export::repack::below_flate;

/// The finest resolution that a press with a screen of 150 lines shows, in pixels an inch.
const FINEST: f32 = 300.0;

/// Pictures are brought down to [`FINEST`] from this multiple of it: resampling from less costs more sharpness than it
/// saves bytes. It is the trade's habit (the "press quality" settings of Distiller and InDesign: 300 for above 450).
const SPARE: f32 = 1.5;

/// JPEG adds a little to what it codes. Pictures that leave as JPEG are capped by so much below the limit, of 255: by the
/// first of these with which no pixel of the coded picture is above it. Where none helps, the picture leaves as Flate.
const JPEG_NOISE: [u16; 3] = [8, 24, 48];

/// Converts all pictures that were found.
pub(super) fn convert_all(walk: &mut Walk<'_, '_>) -> Result<(), Fault> {
    for (drawn, extent) in walk.pictures.clone() {
        let (mut stream, mask) = convert(walk.source, drawn, extent, walk.inks)?;
        if let Some(mask) = mask {
            let id = walk.add(mask);
            stream.dict.set("SMask", id);
        }
        walk.fresh.objects.insert(extent.target, Object::Stream(stream));
    }
    Ok(())
}

fn convert(
    source: &Document,
    (id, role): Drawn,
    extent: Extent,
    inks: &Inks<'_>,
) -> Result<(Stream, Option<Stream>), Fault> {
    let unexpected = |what: &str| Fault::Unexpected { what: format!("a picture {what}") };
    let stream = source.get_object(id)?.as_stream()?;
    if [&b"ImageMask"[..], b"Mask"].iter().any(|key| stream.dict.has(key)) {
        return Err(unexpected("with a mask of its own kind"));
    }
    let own = space(source, stream.dict.get(b"ColorSpace")?)?;
    let (mut pixels, is_jpeg) =
        decode(stream).ok_or_else(|| unexpected("that can't be decoded"))?;
    let parts = match own {
        Space::Grey(_) => 1,
        Space::Rgb(_) => 3,
        Space::Ink(_) => 4,
        Space::Spot | Space::Pattern => return Err(unexpected("of a spot colour")),
    };
    if pixels.parts != parts {
        return Err(unexpected("with too few or too many parts"));
    }
    let mask = match stream.dict.get(b"SMask") {
        Ok(mask) => {
            let mask = source.get_object(mask.as_reference()?)?.as_stream()?;
            Some(decode(mask).ok_or_else(|| unexpected("whose mask can't be decoded"))?.0)
        }
        Err(_) => None,
    };
    let smaller = extent.size.and_then(|size| measures(&pixels, size));
    let mut small_mask = None;
    if let Some((width, height)) = smaller {
        small_mask = mask.as_ref().map(|mask| mask.reduced(width, height, None));
        pixels = pixels.reduced(width, height, mask.as_ref());
    }
    let converted = match (own, role) {
        (Space::Spot | Space::Pattern, _) => None,
        (_, Role::Mask) => to_lightness(&pixels, own),
        (Space::Grey(profile), Role::Printed) => to_black(source, &pixels, profile, inks),
        (Space::Rgb(profile), Role::Printed) => rgb_to_ink(source, &pixels, profile, is_jpeg, inks),
        (Space::Ink(profile), Role::Printed) => {
            let plain = profile.is_none() || same_profile(source, profile, inks);
            let over = pixels
                .data
                .as_chunks::<4>()
                .0
                .iter()
                .any(|ink| ink.iter().map(|part| u16::from(*part)).sum::<u16>() > inks.limit());
            if plain && !over && smaller.is_none() {
                let mut stream = stream.clone();
                stream.dict.set("ColorSpace", Object::Name(b"DeviceCMYK".to_vec()));
                return Ok((stream, None));
            }
            ink_to_ink(source, &pixels, profile.filter(|_| !plain), inks)
        }
    };
    let converted = converted.ok_or_else(|| unexpected("with a profile that can't be used"))?;
    let mut out = encode(&converted, is_jpeg, inks.limit());
    for key in [&b"Interpolate"[..], b"SMask"] {
        if let Ok(value) = stream.dict.get(key) {
            out.dict.set(key.to_vec(), value.clone());
        }
    }
    Ok((out, small_mask.map(|mask| encode(&mask, false, inks.limit()))))
}

/// The measures that a picture is brought down to, if it is finer than can be printed.
#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn measures(pixels: &Pixels, size: [f32; 2]) -> Option<(usize, usize)> {
    let needed = |points: f32| points / 72.0 * FINEST;
    let (width, height) = (pixels.width as f32, pixels.height as f32);
    let share = (needed(size[0]) / width).max(needed(size[1]) / height);
    if share <= 0.0 || share * SPARE >= 1.0 {
        return None;
    }
    let smaller = |side: f32| ((side * share).ceil() as usize).max(1);
    Some((smaller(width), smaller(height)))
}

/// The pixels of a picture, turned over where `/Decode` says so, and whether they come from JPEG.
fn decode(stream: &Stream) -> Option<(Pixels, bool)> {
    let measure =
        |key: &[u8]| usize::try_from(stream.dict.get(key).and_then(Object::as_i64).ok()?).ok();
    let (width, height) = (measure(b"Width")?, measure(b"Height")?);
    let is_jpeg =
        stream.dict.get(b"Filter").and_then(Object::as_name).is_ok_and(|name| name == b"DCTDecode");
    let mut pixels = if is_jpeg {
        Pixels::from_jpeg(&stream.content)?
    } else {
        if stream.dict.has(b"DecodeParms") {
            return None;
        }
        let mut data = below_flate(stream)?.into_owned();
        match measure(b"BitsPerComponent")? {
            8 => {}
            // The higher byte says all that is printed.
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

/// A picture of one or four parts as an object, with no ink above the limit, in the way in which it came: JPEG stays JPEG,
/// the rest is without loss.
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
    Stream::new(dictionary, below(pixels, limit).to_flate())
}

/// Codes a picture as JPEG so that no pixel of it is above the limit when it is decoded.
fn to_jpeg(pixels: &Pixels, limit: u16) -> Option<Vec<u8>> {
    if pixels.parts == 1 {
        return pixels.to_jpeg();
    }
    JPEG_NOISE.iter().find_map(|noise| {
        let bytes = below(pixels, limit.saturating_sub(*noise)).to_jpeg()?;
        Pixels::from_jpeg(&bytes).is_some_and(|back| is_below(&back, limit)).then_some(bytes)
    })
}

/// Whether no pixel of ink is above the limit.
fn is_below(pixels: &Pixels, limit: u16) -> bool {
    let mut inks = pixels.data.as_chunks::<4>().0.iter();
    pixels.parts != 4
        || inks.all(|ink| ink.iter().map(|part| u16::from(*part)).sum::<u16>() <= limit)
}

/// A picture whose pixels of ink are capped; another as it is.
fn below(pixels: &Pixels, limit: u16) -> Pixels {
    let mut below = pixels.clone();
    if pixels.parts == 4 {
        below.data.as_chunks_mut::<4>().0.iter_mut().for_each(|ink| *ink = capped(*ink, limit));
    }
    below
}

/// The bytes of an embedded profile.
fn profile_bytes(source: &Document, profile: Option<ObjectId>) -> Option<Vec<u8>> {
    let stream = source.get_object(profile?).ok()?.as_stream().ok()?;
    below_flate(stream).map(std::borrow::Cow::into_owned)
}

/// Whether a picture was made for this very press.
fn same_profile(source: &Document, profile: Option<ObjectId>, inks: &Inks<'_>) -> bool {
    profile_bytes(source, profile).as_deref() == Some(inks.profile().icc())
}

/// A picture without colour is printed with black ink alone.
fn to_black(
    source: &Document,
    pixels: &Pixels,
    profile: Option<ObjectId>,
    inks: &Inks<'_>,
) -> Option<Pixels> {
    let plain = std::array::from_fn(|level| u8::try_from(level).unwrap_or(u8::MAX));
    let levels = profile_bytes(source, profile).and_then(|icc| greys(&icc)).unwrap_or(plain);
    let black = levels.map(|level| 255 - inks.profile().black(level));
    let data = pixels.data.iter().map(|level| black[usize::from(*level)]).collect();
    Pixels::new(pixels.width, pixels.height, 1, data)
}

fn rgb_to_ink(
    source: &Document,
    pixels: &Pixels,
    profile: Option<ObjectId>,
    is_jpeg: bool,
    inks: &Inks<'_>,
) -> Option<Pixels> {
    let colours = pixels.data.as_chunks::<3>().0;
    if colours.iter().all(|[red, green, blue]| red == green && green == blue) {
        let data = colours.iter().map(|[level, _, _]| *level).collect();
        let greys = Pixels::new(pixels.width, pixels.height, 1, data)?;
        return to_black(source, &greys, None, inks);
    }
    // The exporter's own profile is sRGB too, but not to the last bit that of the colour engine.
    let own = profile_bytes(source, profile).and_then(|icc| inks.profile().source::<3>(Some(&icc)));
    let way = match &own {
        Some(own) => own,
        None => inks.profile().pixels()?,
    };
    let mut printed = way.inks(colours);
    // In a drawing of pixels a colour of the theme is the theme's; the noise of a photograph meets one by chance.
    let known = if is_jpeg { Vec::new() } else { inks.coloured() };
    for (colour, ink) in colours.iter().zip(&mut printed) {
        if let Some((_, own)) = known.iter().find(|(known, _)| known == colour) {
            *ink = *own;
        }
    }
    Pixels::new(pixels.width, pixels.height, 4, printed.into_flattened())
}

fn ink_to_ink(
    source: &Document,
    pixels: &Pixels,
    profile: Option<ObjectId>,
    inks: &Inks<'_>,
) -> Option<Pixels> {
    let (colours, _) = pixels.data.as_chunks::<4>();
    let printed = match profile_bytes(source, profile) {
        Some(icc) => inks.profile().source::<4>(Some(&icc))?.inks(colours),
        None => colours.to_vec(),
    };
    Pixels::new(pixels.width, pixels.height, 4, printed.into_flattened())
}

/// A picture in a mask: how light each pixel is.
fn to_lightness(pixels: &Pixels, own: Space) -> Option<Pixels> {
    let light = |parts: &[u8]| {
        let parts: Vec<f32> = parts.iter().map(|part| f32::from(*part) / 255.0).collect();
        // A share of 1 as a byte.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let light = (super::grey_of(own, &parts) * 255.0).round() as u8;
        light
    };
    let data = pixels.data.chunks_exact(pixels.parts).map(light).collect();
    Pixels::new(pixels.width, pixels.height, 1, data)
}

#[cfg(test)]
mod tests {
    use super::{Pixels, measures};

    #[test]
    fn pictures_are_made_smaller_only_where_the_press_does_not_show_them() {
        let pixels = |width, height| Pixels { width, height, parts: 1, data: Vec::new() };
        // 72 points are an inch.
        assert_eq!(measures(&pixels(440, 440), [72.0, 72.0]), None);
        assert_eq!(measures(&pixels(600, 900), [72.0, 108.0]), Some((300, 450)));
        assert_eq!(measures(&pixels(600, 600), [72.0, 130.0]), None, "it is stretched");
        assert_eq!(measures(&pixels(600, 600), [0.0, 0.0]), None, "it is not drawn");
        assert_eq!(measures(&pixels(9000, 3), [72.0, 0.01]).map(|(_, height)| height), Some(1));
    }
}
