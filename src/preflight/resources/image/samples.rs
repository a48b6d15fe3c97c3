//! Turns the data of an image into samples of eight bits a component.

use super::decoded::Decoded;
use super::filters::Chain;
use super::{Entries, Image, Samples, coded, jbig2, jpeg};
use crate::file::File;
use crate::resources::colour::Space;

/// How many bytes the samples of one image may have.
const MOST_BYTES: usize = 256 << 20;

/// Unpacks an image.
pub(super) fn read(file: &File, image: &Image) -> Result<Samples, String> {
    let space = image.space.as_deref();
    let wavelets = image.filters.last().is_some_and(|last| last == "JPXDecode") && !image.stencil;
    let (width, height, Decoded { mut bytes, components, most, space: own }) = raw(file, image)?;
    let entries = Entries::of(file, &image.stream, image.object);
    // `Decode` does not hold for JPEG 2000 (ISO 32000-1, table 89).
    let decode = entries.decode().filter(|_| !wavelets);
    decoded(&mut bytes, components, most, space, decode.as_deref());
    let own = own.filter(|_| space.is_none() && !image.stencil);
    Ok(Samples { width, height, components, bytes, space: own })
}

/// How opaque each sample is where a range of each component is not painted (ISO 32000-1, 8.9.6.4): the least and the
/// greatest figure of each, before `Decode`.
pub(super) fn keyed(file: &File, image: &Image, ranges: &[f64]) -> Result<Samples, String> {
    let (width, height, raw) = raw(file, image)?;
    // Of 16 bits the upper eight are kept.
    let unit = if image.bits == 16 { 256.0 } else { 1.0 };
    let ranges: Vec<[f64; 2]> = ranges
        .as_chunks::<2>()
        .0
        .iter()
        .map(|range| range.map(|figure| (figure / unit).floor()))
        .collect();
    if ranges.len() != raw.components {
        let (found, wanted) = (ranges.len(), raw.components);
        return Err(format!("it has {found} ranges of colours instead of {wanted}"));
    }
    let is_left_out = |sample: &[u8]| {
        let mut pairs = sample.iter().map(|figure| f64::from(*figure)).zip(&ranges);
        pairs.all(|(figure, [least, greatest])| (*least..=*greatest).contains(&figure))
    };
    let opacity = |sample: &[u8]| if is_left_out(sample) { 0 } else { u8::MAX };
    let bytes = raw.bytes.chunks_exact(raw.components.max(1)).map(opacity).collect();
    Ok(Samples { width, height, components: 1, bytes, space: None })
}

/// The figures of an image as its filter leaves them, with its width and height.
fn raw(file: &File, image: &Image) -> Result<(usize, usize, Decoded), String> {
    let entries = Entries::of(file, &image.stream, image.object);
    let size = |side: u32| usize::try_from(side).ok().filter(|side| *side > 0);
    let (Some(width), Some(height)) = (size(image.size.0), size(image.size.1)) else {
        return Err("it has no size".to_owned());
    };
    let space = image.space.as_deref();
    if let Some(reason) = space.filter(|space| space.components() == 0).map(Space::name) {
        return Err(format!("its colours are in {reason}"));
    }
    let components = if image.stencil { Some(1) } else { space.map(Space::components) };
    // Where only the data tells, it has four components at most.
    let bytes = room(width, height, components.unwrap_or(4))?;
    if !file.budget.take_bytes(bytes) {
        return Err("the file asks for more work than it may".to_owned());
    }
    let chain = Chain::read(entries, &mut Vec::new());
    let (data, last) = chain.unpack(file, &image.stream)?;
    let (filter, parameters) =
        last.map_or((None, None), |(filter, given)| (Some(filter), Some(given)));
    let parameters = parameters.unwrap_or(&crate::file::EMPTY);
    let raw = match filter {
        None => {
            let components = components.ok_or("it has no colour space")?;
            let bits = if image.stencil { 1 } else { image.bits };
            packed(&data, bits, (width, height), components)?
        }
        Some("DCTDecode") => {
            let transform = file.integer(parameters, "ColorTransform");
            jpeg::read(&data, transform, (width, height))?
        }
        Some("CCITTFaxDecode") => coded::fax(file, &data, parameters, (width, height))?,
        Some("JBIG2Decode") => {
            let globals = file.stream(parameters, "JBIG2Globals");
            let globals = globals.map(|globals| file.unpacked(globals));
            let globals = globals.transpose();
            let globals = globals.map_err(|_| "its JBIG2 globals can't be unpacked".to_owned())?;
            jbig2::read(&data, globals.as_deref(), (width, height))?
        }
        Some(_) => {
            let indexed = matches!(space, Some(Space::Indexed { .. }));
            coded::wavelets(&data, indexed, (width, height))?
        }
    };
    if let Some(components) = components
        && raw.components != components
    {
        let found = raw.components;
        return Err(format!("its data has {found} components, its colour space {components}"));
    }
    Ok((width, height, raw))
}

/// How many bytes an image takes; `Err` if they are more than it may.
fn room(width: usize, height: usize, components: usize) -> Result<usize, String> {
    let bytes = width.checked_mul(height).and_then(|count| count.checked_mul(components));
    bytes
        .filter(|bytes| *bytes <= MOST_BYTES)
        .ok_or(format!("its {width} x {height} samples are more than {} MB", MOST_BYTES >> 20))
}

/// The figures of packed samples; each line begins with a byte (ISO 32000-1, 8.9.5.2).
fn packed(
    data: &[u8],
    bits: u8,
    (width, height): (usize, usize),
    components: usize,
) -> Result<Decoded, String> {
    if !matches!(bits, 1 | 2 | 4 | 8 | 16) {
        return Err(format!("it has {bits} bits a component"));
    }
    let line = width.saturating_mul(components);
    let line_bytes = line.saturating_mul(usize::from(bits)).div_ceil(8);
    let wanted = line_bytes.saturating_mul(height);
    let Some(data) = data.get(..wanted) else {
        return Err(format!("its data has {} bytes of {wanted}", data.len()));
    };
    let most = match bits {
        1 | 2 | 4 => (1 << bits) - 1,
        _ => u8::MAX,
    };
    let bytes = match bits {
        8 => data.to_vec(),
        // The lower byte is less than what eight bits tell.
        16 => data.iter().step_by(2).copied().collect(),
        _ => {
            let mut bytes = Vec::with_capacity(line.saturating_mul(height));
            for packed in data.chunks_exact(line_bytes) {
                let figures = packed.iter().flat_map(|byte| {
                    (0..8 / bits).rev().map(move |place| byte >> (place * bits) & most)
                });
                bytes.extend(figures.take(line));
            }
            bytes
        }
    };
    Ok(Decoded { bytes, components, most, space: None })
}

/// Turns figures from 0 to `most` into bytes from the least to the greatest of their space, by `Decode` (ISO 32000-1, table
/// 90); those of Indexed into indices.
fn decoded(
    bytes: &mut [u8],
    components: usize,
    most: u8,
    space: Option<&Space>,
    decode: Option<&[f64]>,
) {
    let indexed = matches!(space, Some(Space::Indexed { .. }));
    let decode = decode.filter(|decode| decode.len() == components.saturating_mul(2));
    if decode.is_none() && (indexed || most == u8::MAX) {
        return;
    }
    let most = f64::from(most);
    let ranges = space.map_or_else(|| vec![[0.0, 1.0]; components], Space::ranges);
    let table = |(part, range): (usize, &[f32; 2])| -> Vec<u8> {
        let [least, greatest] = if indexed { [0.0, 255.0] } else { range.map(f64::from) };
        let own = if indexed { [0.0, most] } else { [least, greatest] };
        let given = decode.and_then(|decode| decode.as_chunks().0.get(part).copied());
        let [first, last] = given.unwrap_or(own);
        let level = |level: u8| {
            let figure = first + f64::from(level).min(most) / most * (last - first);
            let share = ((figure - least) / (greatest - least)).clamp(0.0, 1.0);
            // A share of 255 is a byte; what is none becomes 0.
            (share * 255.0).round() as u8
        };
        (0..=255).map(level).collect()
    };
    let tables: Vec<Vec<u8>> = ranges.iter().enumerate().map(table).collect();
    for sample in bytes.chunks_exact_mut(components.max(1)) {
        for (byte, table) in sample.iter_mut().zip(&tables) {
            *byte = table.get(usize::from(*byte)).copied().unwrap_or(*byte);
        }
    }
}
