//! Decodes the data of an image in a PDF to pixels, and encodes them.

use feuillet_colour::ycck_to_cmyk;
use libdeflater::{CompressionLvl, Compressor};
use zune_core::bytestream::ZCursor;
use zune_core::colorspace::ColorSpace;
use zune_core::options::DecoderOptions;
use zune_jpeg::JpegDecoder;

/// Pixels of 1, 3 or 4 components of one byte each, row by row from the top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pixels {
    pub(super) width: usize,
    pub(super) height: usize,
    /// The number of components.
    pub(super) parts: usize,
    pub(super) data: Vec<u8>,
}

/// The quality of JPEG images, of 100: what another compression loses is below what a screen of 150 lines shows.
const QUALITY: u8 = 92;

impl Pixels {
    /// Wraps data; `None` if its length does not match.
    pub(super) fn new(width: usize, height: usize, parts: usize, data: Vec<u8>) -> Option<Pixels> {
        let length = width.checked_mul(height)?.checked_mul(parts)?;
        (length > 0 && data.len() == length).then_some(Pixels { width, height, parts, data })
    }

    /// Decodes a JPEG image. Four components come as a PDF reader sees them, before `/Decode`: YCCK as CMYK.
    pub(super) fn from_jpeg(bytes: &[u8]) -> Option<Pixels> {
        let mut decoder = JpegDecoder::new(ZCursor::new(bytes));
        decoder.decode_headers().ok()?;
        let own = decoder.input_colorspace()?;
        let (width, height) = decoder.dimensions()?;
        let (out, parts) = match own {
            ColorSpace::Luma => (ColorSpace::Luma, 1),
            ColorSpace::YCbCr | ColorSpace::RGB => (ColorSpace::RGB, 3),
            ColorSpace::CMYK | ColorSpace::YCCK => (own, 4),
            _ => return None,
        };
        decoder.set_options(DecoderOptions::default().jpeg_set_out_colorspace(out));
        let mut data = decoder.decode().ok()?;
        if own == ColorSpace::YCCK {
            data.as_chunks_mut::<4>().0.iter_mut().for_each(ycck_to_cmyk);
        }
        Pixels::new(width, height, parts, data)
    }

    /// Encodes pixels of one or four components as JPEG; `None` if there are too many.
    pub(super) fn to_jpeg(&self) -> Option<Vec<u8>> {
        let (width, height) = (u16::try_from(self.width).ok()?, u16::try_from(self.height).ok()?);
        let mut bytes = Vec::new();
        let mut encoder = jpeg_encoder::Encoder::new(&mut bytes, QUALITY);
        encoder.set_sampling_factor(jpeg_encoder::SamplingFactor::F_1_1);
        // Without optimized Huffman tables: zune-jpeg 0.5.15 misreads those of an image of one colour.
        match self.parts {
            1 => encoder.encode(&self.data, width, height, jpeg_encoder::ColorType::Luma),
            4 => {
                // The encoder inverts inks, as is usual outside PDF; in PDF they are not inverted.
                let inverted: Vec<u8> = self.data.iter().map(|part| 255 - part).collect();
                let kind = jpeg_encoder::ColorType::CmykAsYcck;
                encoder.encode(&inverted, width, height, kind)
            }
            _ => return None,
        }
        .ok()?;
        Some(bytes)
    }

    /// Compresses pixels without loss: each row as its difference from the left neighbours or from the row above, whichever
    /// is smaller (PNG filters 1 and 2, which `/Predictor 15` undoes).
    pub(super) fn to_flate(&self) -> Vec<u8> {
        let row_length = self.width * self.parts;
        let mut rows = Vec::with_capacity(self.data.len() + self.height);
        let mut above = vec![0; row_length];
        for row in self.data.chunks_exact(row_length) {
            let left = (0..row_length).map(|at| {
                row[at].wrapping_sub(if at < self.parts { 0 } else { row[at - self.parts] })
            });
            let left: Vec<u8> = left.collect();
            let up: Vec<u8> =
                row.iter().zip(&above).map(|(byte, up)| byte.wrapping_sub(*up)).collect();
            let weight = |row: &[u8]| {
                row.iter().map(|byte| u64::from(byte.cast_signed().unsigned_abs())).sum::<u64>()
            };
            let (filter, row_data) =
                if weight(&left) < weight(&up) { (1, &left) } else { (2, &up) };
            rows.push(filter);
            rows.extend_from_slice(row_data);
            above.copy_from_slice(row);
        }
        let mut compressor = Compressor::new(CompressionLvl::default());
        let mut bytes = vec![0; compressor.zlib_compress_bound(rows.len())];
        // The one error there is means too little room, and the bound is always enough.
        let length = compressor.zlib_compress(&rows, &mut bytes).unwrap_or(0);
        bytes.truncate(length);
        bytes
    }

    /// Downsamples the image: each pixel is the mean of those that it covers, weighted by how much of them it covers. With a
    /// mask of the same size, transparent pixels do not count.
    pub(super) fn downsampled(&self, width: usize, height: usize, mask: Option<&Pixels>) -> Pixels {
        let mask = mask.filter(|mask| (mask.width, mask.height) == (self.width, self.height));
        let columns = shares(self.width, width);
        let mut data = Vec::with_capacity(width * height * self.parts);
        for rows in shares(self.height, height) {
            for column in &columns {
                let mut sums = [0.0_f32; 4];
                let mut plain = [0.0_f32; 4];
                let (mut weight, mut area) = (0.0, 0.0);
                for (y, tall) in &rows {
                    for (x, wide) in column {
                        let at = y * self.width + x;
                        let share = tall * wide;
                        let seen = share * mask.map_or(255.0, |mask| f32::from(mask.data[at]));
                        area += share;
                        weight += seen;
                        let pixel = &self.data[at * self.parts..][..self.parts];
                        for (part, value) in pixel.iter().enumerate() {
                            sums[part] += f32::from(*value) * seen;
                            plain[part] += f32::from(*value) * share;
                        }
                    }
                }
                for part in 0..self.parts {
                    let mean = if weight > 0.0 { sums[part] / weight } else { plain[part] / area };
                    // A mean of bytes fits into a byte.
                    data.push(mean.round() as u8);
                }
            }
        }
        Pixels { width, height, parts: self.parts, data }
    }
}

/// Lists, for each new pixel of a row or column, the old ones that it covers, each with its share.
fn shares(old: usize, new: usize) -> Vec<Vec<(usize, f32)>> {
    let step = old as f64 / new as f64;
    let covered = |index: usize| {
        let (start, end) = (index as f64 * step, (index + 1) as f64 * step);
        let pixels = start.floor() as usize..(end.ceil() as usize).min(old);
        let share = move |pixel: usize| {
            (((pixel + 1) as f64).min(end) - (pixel as f64).max(start)).max(0.0) as f32
        };
        pixels.map(|pixel| (pixel, share(pixel))).collect()
    };
    (0..new).map(covered).collect()
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use flate2::read::ZlibDecoder;

    use super::Pixels;

    /// A slope of ink.
    fn slope() -> Pixels {
        let pixel = |at: usize| {
            let (x, y) = (at % 64, at / 64);
            [x * 3, y * 3, 40, (x + y) / 2].map(|part| u8::try_from(part).unwrap())
        };
        let data = (0..64 * 48).flat_map(pixel).collect();
        Pixels::new(64, 48, 4, data).unwrap()
    }

    #[test]
    fn jpeg_keeps_inks_as_they_are() {
        let slope = slope();
        let back = Pixels::from_jpeg(&slope.to_jpeg().unwrap()).unwrap();
        assert_eq!((back.width, back.height, back.parts), (64, 48, 4));
        let worst =
            back.data.iter().zip(&slope.data).map(|(one, other)| one.abs_diff(*other)).max();
        assert!(worst.unwrap() <= 6, "{worst:?}");
    }

    #[test]
    fn jpeg_of_one_colour_comes_back() {
        for parts in [1, 4] {
            let flat = Pixels::new(64, 64, parts, vec![169; 64 * 64 * parts]).unwrap();
            assert_eq!(Pixels::from_jpeg(&flat.to_jpeg().unwrap()), Some(flat));
        }
    }

    #[test]
    fn flate_gives_every_byte_back() {
        let slope = slope();
        let mut rows = Vec::new();
        ZlibDecoder::new(slope.to_flate().as_slice()).read_to_end(&mut rows).unwrap();
        let (mut data, mut above): (Vec<u8>, Vec<u8>) = (Vec::new(), vec![0; 256]);
        for row in rows.chunks_exact(257) {
            let mut out: Vec<u8> = Vec::new();
            for (at, byte) in row[1..].iter().enumerate() {
                let beside = match row[0] {
                    1 if at < 4 => 0,
                    1 => out[at - 4],
                    2 => above[at],
                    other => panic!("filter {other}"),
                };
                out.push(byte.wrapping_add(beside));
            }
            data.extend_from_slice(&out);
            above = out;
        }
        assert_eq!(data, slope.data);
    }

    #[test]
    fn a_smaller_picture_is_the_mean_of_what_can_be_seen() {
        let pixels = Pixels::new(4, 2, 1, vec![0, 100, 10, 10, 50, 50, 10, 90]).unwrap();
        assert_eq!(pixels.downsampled(2, 1, None).data, [50, 30]);
        let mask = Pixels::new(4, 2, 1, vec![255, 0, 255, 255, 255, 0, 255, 0]).unwrap();
        assert_eq!(pixels.downsampled(2, 1, Some(&mask)).data, [25, 10]);
        assert_eq!(
            Pixels::new(3, 1, 1, vec![0, 90, 60]).unwrap().downsampled(2, 1, None).data,
            [30, 70]
        );
        let hidden = Pixels::new(4, 2, 1, vec![0; 8]).unwrap();
        assert_eq!(pixels.downsampled(2, 1, Some(&hidden)).data, [50, 30]);
    }

    #[test]
    fn wrong_lengths_and_damage_are_refused() {
        assert_eq!(Pixels::new(4, 2, 1, vec![0; 7]), None);
        assert_eq!(Pixels::new(0, 2, 1, vec![]), None);
        assert_eq!(Pixels::new(usize::MAX, 2, 4, vec![]), None);
        assert_eq!(Pixels::from_jpeg(b"\xff\xd8\xff\xe0 no picture"), None);
    }
}
