//! Turns pixels into a small PNG: at most 256 colours, the nearest ones, each pixel one byte before it is compressed.

use std::collections::HashMap;

use libdeflater::{CompressionLvl, Compressor, crc32};

/// The libdeflate level: pictures are made once, and sent over slow networks.
const LEVEL: i32 = 12;

/// The most colours that a palette has.
const COLOURS: usize = 256;

/// Bits of each part of a colour that tell one cell of colours from another.
const CELL_BITS: u32 = 5;

/// Colours that are counted as one.
#[derive(Default, Clone, Copy)]
struct Cell {
    sum: [u64; 3],
    pixels: u64,
}

/// Writes opaque pixels, four bytes each, as a PNG. The same pixels give the same bytes.
pub(super) fn encode(width: u32, height: u32, rgba: &[u8]) -> Vec<u8> {
    let (palette, indices) = palette_of(rgba);
    let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut header = Vec::with_capacity(13);
    header.extend(width.to_be_bytes());
    header.extend(height.to_be_bytes());
    // Eight bits, a palette, the usual compression and filters, no interlacing.
    header.extend([8, 3, 0, 0, 0]);
    chunk(&mut out, b"IHDR", &header);
    chunk(&mut out, b"PLTE", &palette.concat());
    let row = (width as usize).max(1);
    let mut raw = Vec::with_capacity(indices.len() + height as usize);
    for line in indices.chunks(row) {
        // Neighbours in a palette have nothing in common that a filter could use.
        raw.push(0);
        raw.extend(line);
    }
    chunk(&mut out, b"IDAT", &zlib(&raw));
    chunk(&mut out, b"IEND", &[]);
    out
}

fn zlib(raw: &[u8]) -> Vec<u8> {
    let mut compressor = Compressor::new(CompressionLvl::new(LEVEL).unwrap_or_default());
    let mut out = vec![0; compressor.zlib_compress_bound(raw.len())];
    // The bound is never too small.
    let length = compressor.zlib_compress(raw, &mut out).unwrap_or_default();
    out.truncate(length);
    out
}

fn chunk(out: &mut Vec<u8>, kind: &[u8; 4], data: &[u8]) {
    let length = u32::try_from(data.len()).unwrap_or(u32::MAX);
    out.extend(length.to_be_bytes());
    let start = out.len();
    out.extend(kind);
    out.extend(data);
    let sum = crc32(&out[start..]);
    out.extend(sum.to_be_bytes());
}

/// The palette, and the place in it of each pixel.
fn palette_of(rgba: &[u8]) -> (Vec<[u8; 3]>, Vec<u8>) {
    let pixels = || rgba.chunks_exact(4).map(|pixel| [pixel[0], pixel[1], pixel[2]]);
    let mut exact: HashMap<[u8; 3], u64> = HashMap::new();
    for pixel in pixels() {
        *exact.entry(pixel).or_default() += 1;
    }
    let palette = if exact.len() <= COLOURS {
        let mut colours: Vec<[u8; 3]> = exact.keys().copied().collect();
        colours.sort_unstable();
        colours
    } else {
        frequent(&exact)
    };
    let mut places: HashMap<[u8; 3], u8> = HashMap::new();
    let indices =
        pixels().map(|pixel| *places.entry(pixel).or_insert_with(|| nearest(&palette, pixel)));
    let indices = indices.collect();
    (palette, indices)
}

/// The colours that most pixels have: plain grounds exactly as they are, all else as the mean of its cell.
fn frequent(exact: &HashMap<[u8; 3], u64>) -> Vec<[u8; 3]> {
    let mut grounds: Vec<([u8; 3], u64)> =
        exact.iter().map(|(colour, count)| (*colour, *count)).collect();
    grounds.sort_unstable_by_key(|(colour, count)| (std::cmp::Reverse(*count), *colour));
    let mut palette: Vec<[u8; 3]> =
        grounds.iter().take(COLOURS / 4).map(|(colour, _)| *colour).collect();
    let mut cells: HashMap<u16, Cell> = HashMap::new();
    for (colour, count) in grounds.iter().skip(COLOURS / 4) {
        let cell = cells.entry(cell_of(*colour)).or_default();
        for (sum, part) in cell.sum.iter_mut().zip(colour) {
            *sum += u64::from(*part) * count;
        }
        cell.pixels += count;
    }
    let mut cells: Vec<(u16, Cell)> = cells.into_iter().collect();
    cells.sort_unstable_by_key(|(place, cell)| (std::cmp::Reverse(cell.pixels), *place));
    // A mean of bytes is a byte.
    let mean =
        |cell: &Cell| cell.sum.map(|sum| u8::try_from(sum / cell.pixels.max(1)).unwrap_or(255));
    palette.extend(cells.iter().map(|(_, cell)| mean(cell)).take(COLOURS - palette.len()));
    palette.sort_unstable();
    palette.dedup();
    palette
}

fn cell_of(colour: [u8; 3]) -> u16 {
    let shift = 8 - CELL_BITS;
    colour.iter().fold(0, |cell, part| (cell << CELL_BITS) | u16::from(part >> shift))
}

fn nearest(palette: &[[u8; 3]], colour: [u8; 3]) -> u8 {
    let distance = |other: &[u8; 3]| -> i32 {
        let parts = other.iter().zip(colour);
        parts.map(|(one, two)| (i32::from(*one) - i32::from(two)).pow(2)).sum()
    };
    let found = palette.iter().enumerate().min_by_key(|(_, other)| distance(other));
    found.map_or(0, |(index, _)| u8::try_from(index).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::encode;

    #[test]
    fn another_reader_sees_the_same_picture() {
        let (width, height) = (40, 30);
        let mut pixels = Vec::new();
        for y in 0..height {
            for x in 0..width {
                let part = |value: u32| u8::try_from(value % 256).unwrap();
                // More shades than a palette has, as the edges of letters have them.
                let shade = (y * width + x) % 600;
                pixels.extend([part(shade * 255 / 599), part(shade / 3), 90, 255]);
            }
        }
        for (step, most) in [(1, 24), (64, 0)] {
            let pixels: Vec<u8> = pixels
                .iter()
                .map(|part| if *part == 255 { 255 } else { part / step * step })
                .collect();
            let png = encode(width, height, &pixels);
            assert_eq!(png, encode(width, height, &pixels));
            let read = image::load_from_memory(&png).unwrap().to_rgba8();
            assert_eq!((read.width(), read.height()), (width, height));
            let off = read.as_raw().iter().zip(&pixels).map(|(one, two)| one.abs_diff(*two));
            assert!(off.clone().max().unwrap() <= most, "{:?}", off.max());
        }
    }
}
