//! Turns a JPEG file into one that holds its picture and nothing else.
//!
//! A photograph is copied into a PDF as it is. What a camera has written beside it, such as the place where it was taken, has
//! no business there; and a PDF knows its colours by a profile of a version that it takes.

use std::ops::Range;

use super::{Fault, cut};

/// The markers of a JPEG file that matter here (ITU-T T.81, table B.1).
mod marker {
    pub(super) const START: u8 = 0xD8;
    pub(super) const END: u8 = 0xD9;
    pub(super) const SCAN: u8 = 0xDA;
    pub(super) const COMMENT: u8 = 0xFE;
    /// JFIF.
    pub(super) const APP0: u8 = 0xE0;
    /// EXIF and XMP.
    pub(super) const APP1: u8 = 0xE1;
    /// ICC profiles.
    pub(super) const APP2: u8 = 0xE2;
    /// How Adobe's programs have coded the colours.
    pub(super) const APP14: u8 = 0xEE;
    pub(super) const APP15: u8 = 0xEF;
}

/// With what a part of an ICC profile begins (ICC.1:2022, B.4), before its number and the count of parts.
const ICC: &[u8] = b"ICC_PROFILE\0";

/// The most bytes of a profile in one segment.
const ICC_PART: usize = 65_519;

/// The parts of a JPEG file.
pub(super) struct Jpeg<'a> {
    bytes: &'a [u8],
    /// Markers before the first scan, each with its segment without the length.
    segments: Vec<(u8, Range<usize>)>,
    /// From the marker of the first scan to the end of the picture.
    scans: Range<usize>,
    pub(super) width: u32,
    pub(super) height: u32,
    /// The number of components.
    pub(super) components: u8,
}

impl<'a> Jpeg<'a> {
    /// Takes a file apart.
    ///
    /// # Errors
    ///
    /// Fails if something of it is missing, or if it is in a variety of JPEG that is not read.
    pub(super) fn read(name: &str, bytes: &'a [u8]) -> Result<Jpeg<'a>, Fault> {
        let cut = || cut(name);
        let (mut segments, mut frame) = (Vec::new(), None);
        let mut at = 2;
        let scans = loop {
            let (found, after) = next_marker(bytes, at).ok_or_else(cut)?;
            if found == marker::END {
                return Err(cut());
            }
            let segment = segment(bytes, after).ok_or_else(cut)?;
            if found == marker::SCAN {
                break after - 2..end_of_scans(bytes, segment.end).ok_or_else(cut)?;
            }
            // Frames (SOF) but for tables of Huffman codes and of arithmetic coding, which share their range.
            if matches!(found, 0xC0..=0xCF) && !matches!(found, 0xC4 | 0xC8 | 0xCC) {
                frame = Some((found, segment.clone()));
            }
            at = segment.end;
            segments.push((found, segment));
        };
        let unknown = |what: &str| {
            Fault::new(format!("`{name}` is a JPEG {what}, which is not read"), "save it as PNG")
        };
        let (kind, frame) = frame.ok_or_else(cut)?;
        let [precision, h1, h2, w1, w2, components, ..] = bytes[frame] else { return Err(cut()) };
        if !matches!(kind, 0xC0..=0xC2) {
            return Err(unknown("without loss or with arithmetic coding"));
        }
        if precision != 8 {
            return Err(unknown(&format!("of {precision} bits a colour")));
        }
        if !matches!(components, 1 | 3 | 4) {
            return Err(unknown(&format!("of {components} colours")));
        }
        let (width, height) = (u16::from_be_bytes([w1, w2]), u16::from_be_bytes([h1, h2]));
        let (width, height) = (u32::from(width), u32::from(height));
        Ok(Jpeg { bytes, segments, scans, width, height, components })
    }

    /// Whether Adobe's programs, or one that does as they do, have written it: inks are inverted there.
    pub(super) fn is_adobe(&self) -> bool {
        self.of(marker::APP14).any(|segment| segment.starts_with(b"Adobe"))
    }

    /// Its profile, put together.
    pub(super) fn profile(&self) -> Option<Vec<u8>> {
        let mut parts: Vec<(u8, &[u8])> = self
            .of(marker::APP2)
            .filter_map(|segment| match segment.strip_prefix(ICC)? {
                [number, _, part @ ..] => Some((*number, part)),
                _ => None,
            })
            .collect();
        parts.sort_by_key(|(number, _)| *number);
        let profile: Vec<u8> = parts.into_iter().flat_map(|(_, part)| part).copied().collect();
        (!profile.is_empty()).then_some(profile)
    }

    /// The picture alone, with this profile and orientation (EXIF 2.32, tag 274; 1 for upright).
    pub(super) fn rebuilt(&self, profile: Option<&[u8]>, orientation: u8) -> Vec<u8> {
        let mut out = vec![0xFF, marker::START];
        for segment in self.of(marker::APP0).filter(|segment| segment.starts_with(b"JFIF\0")) {
            push(&mut out, marker::APP0, segment);
        }
        out.extend(head(profile, orientation));
        for (found, range) in &self.segments {
            let segment = &self.bytes[range.clone()];
            let is_application = (marker::APP0..=marker::APP15).contains(found);
            let is_adobe = *found == marker::APP14 && segment.starts_with(b"Adobe");
            if is_adobe || (!is_application && *found != marker::COMMENT) {
                push(&mut out, *found, segment);
            }
        }
        out.extend_from_slice(&self.bytes[self.scans.clone()]);
        out
    }

    fn of(&self, wanted: u8) -> impl Iterator<Item = &[u8]> {
        let own = self.segments.iter().filter(move |(found, _)| *found == wanted);
        own.map(|(_, range)| &self.bytes[range.clone()])
    }
}

/// The segments that hold a profile and an orientation.
pub(super) fn head(profile: Option<&[u8]>, orientation: u8) -> Vec<u8> {
    let mut out = Vec::new();
    if orientation > 1 {
        // TIFF 6.0, big-endian: one directory at 8 of one entry, tag 0x0112, a SHORT.
        let mut exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
        exif.extend([orientation, 0, 0, 0, 0, 0, 0]);
        push(&mut out, marker::APP1, &exif);
    }
    let parts: Vec<&[u8]> = profile.unwrap_or_default().chunks(ICC_PART).collect();
    let count = u8::try_from(parts.len()).unwrap_or(u8::MAX);
    for (number, part) in (1..=count).zip(parts) {
        let segment: Vec<u8> = [ICC, &[number, count], part].concat();
        push(&mut out, marker::APP2, &segment);
    }
    out
}

/// Adds a segment.
fn push(out: &mut Vec<u8>, marker: u8, segment: &[u8]) {
    let length = u16::try_from(segment.len() + 2).unwrap_or(u16::MAX);
    out.extend([0xFF, marker]);
    out.extend(length.to_be_bytes());
    out.extend_from_slice(segment);
}

/// The marker at a place, over bytes that fill, and the place behind it.
fn next_marker(bytes: &[u8], at: usize) -> Option<(u8, usize)> {
    let fill = bytes.get(at..)?.iter().take_while(|byte| **byte == 0xFF).count();
    let found = *bytes.get(at + fill)?;
    (fill > 0 && found != 0).then_some((found, at + fill + 1))
}

/// The segment whose length stands at a place.
fn segment(bytes: &[u8], at: usize) -> Option<Range<usize>> {
    let length = usize::from(u16::from_be_bytes(*bytes.get(at..)?.first_chunk()?));
    let end = at + length;
    (length >= 2 && end <= bytes.len()).then_some(at + 2..end)
}

/// Where the picture ends, after scans whose first data begin at a place.
fn end_of_scans(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        at += bytes.get(at..)?.iter().position(|byte| *byte == 0xFF)?;
        match *bytes.get(at + 1)? {
            marker::END => return Some(at + 2),
            // A byte of data, a marker to restart from, or one that fills.
            0x00 | 0xD0..=0xD7 => at += 2,
            0xFF => at += 1,
            _ => at = segment(bytes, at + 2)?.end,
        }
    }
}
