//! Turns JBIG2 data into samples (ISO 32000-1, 7.4.7).

use super::coded::{Lines, guarded};
use super::decoded::Decoded;

/// How often all regions together may cover the image, and how many samples they may have in any case.
const MOST_COVERED: u64 = 16;
const MOST_SAMPLES: u64 = 16 << 20;

impl hayro_jbig2::Decoder for Lines {
    fn push_pixel(&mut self, black: bool) {
        self.push(!black, 1);
    }

    fn push_pixel_chunk(&mut self, black: bool, chunk_count: u32) {
        self.push(!black, usize::try_from(chunk_count).unwrap_or(usize::MAX).saturating_mul(8));
    }

    fn next_line(&mut self) {
        self.end();
    }
}

/// Unpacks the data; `globals` are segments that it shares with other images.
pub(super) fn read(
    data: &[u8],
    globals: Option<&[u8]>,
    (width, height): (usize, usize),
) -> Result<Decoded, String> {
    let area = (width as u64).saturating_mul(height as u64);
    let most = area.saturating_mul(MOST_COVERED).max(MOST_SAMPLES);
    let covered = regions(data)
        .and_then(|covered| Some(covered.saturating_add(globals.map_or(Some(0), regions)?)));
    match covered {
        None => return Err("its JBIG2 is cut: a segment is longer than the data".to_owned()),
        Some(covered) if covered > most => {
            return Err("its JBIG2 paints more than it shows".to_owned());
        }
        Some(_) => {}
    }
    let lines = guarded(|| {
        let failed = |error| format!("its JBIG2 can't be unpacked: {error}");
        let image = hayro_jbig2::Image::new_embedded(data, globals).map_err(failed)?;
        let found = [image.width(), image.height()].map(|side| usize::try_from(side).ok());
        if found != [Some(width), Some(height)] {
            let (wide, high) = (image.width(), image.height());
            return Err(format!(
                "its JBIG2 is {wide} x {high} samples instead of {width} x {height}"
            ));
        }
        let mut lines = Lines::new((width, height));
        image.decode(&mut lines).map_err(failed)?;
        Ok(lines)
    })?;
    if lines.bytes.len() != width.saturating_mul(height) {
        return Err(format!("its JBIG2 has {} lines of {height}", lines.whole));
    }
    Ok(Decoded { bytes: lines.bytes, components: 1, most: 1, space: None })
}

/// How many samples all regions have, as their segments say (ITU-T T.88, 7.2 and 7.4.1); `None` if a segment is cut. Ends
/// where there is no segment.
fn regions(data: &[u8]) -> Option<u64> {
    let mut covered = 0_u64;
    let mut rest = data;
    while let Some(segment) = segment(rest) {
        covered = covered.saturating_add(segment.covered);
        if segment.last {
            break;
        }
        rest = segment.after?;
    }
    Some(covered)
}

/// One segment.
struct Segment<'a> {
    /// The samples of its region, 0 if it has none.
    covered: u64,
    /// Whether none follows.
    last: bool,
    /// What follows; `None` if it is longer than the data.
    after: Option<&'a [u8]>,
}

/// Reads the head of a segment.
fn segment(data: &[u8]) -> Option<Segment<'_>> {
    let number = u32::from_be_bytes(*data.first_chunk()?);
    let flags = *data.get(4)?;
    let mut rest = data.get(5..)?;
    let short = *rest.first()? >> 5;
    let referred = if short == 7 {
        let count = u32::from_be_bytes(*rest.first_chunk()?) & 0x1fff_ffff;
        let count = usize::try_from(count).ok()?;
        rest = rest.get(4 + (count + 1).div_ceil(8)..)?;
        count
    } else {
        rest = rest.get(1..)?;
        usize::from(short)
    };
    let size = match number {
        0..=256 => 1,
        257..=65_536 => 2,
        _ => 4,
    };
    let page = if flags & 0x40 == 0 { 1 } else { 4 };
    rest = rest.get(referred.checked_mul(size)?.checked_add(page)?..)?;
    let length = u32::from_be_bytes(*rest.first_chunk()?);
    let body = rest.get(4..)?;
    let side = |from: usize| {
        let side = body.get(from..).and_then(<[u8]>::first_chunk);
        side.map_or(0, |side| u64::from(u32::from_be_bytes(*side)))
    };
    // Text, halftone, generic and refined regions.
    let region = matches!(flags & 0x3f, 4 | 6 | 7 | 20 | 22 | 23 | 36 | 38 | 39 | 40 | 42 | 43);
    let covered = if region { side(0).saturating_mul(side(4)) } else { 0 };
    // The ends of a page and of a file, and a region whose length is not known.
    let last = matches!(flags & 0x3f, 49 | 51) || length == u32::MAX;
    let after = usize::try_from(length).ok().and_then(|length| body.get(length..));
    Some(Segment { covered, last, after })
}
