//! Turns colours and image samples into their ink on the plates.

use std::sync::Arc;

use crate::page::Blending;
use crate::plates::Measured;
use crate::plates::blend::{Pixel, Tint, byte};
use crate::resources::colour::{Coverage, Press, Space};
use crate::resources::image::Samples;

/// Which plates a colour leaves as they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Overprint {
    /// None: it knocks out.
    Off,
    /// Those that its space does not name.
    KeepUnnamed,
    /// Those too on which DeviceCMYK has no ink (ISO 32000-1, 8.6.7).
    KeepEmpty,
}

impl Overprint {
    /// For a colour that is set in the graphics state.
    pub(super) fn of(blend: &Blending) -> Overprint {
        match (blend.overprint, blend.overprint_mode) {
            (false, _) => Overprint::Off,
            (true, 1) => Overprint::KeepEmpty,
            (true, _) => Overprint::KeepUnnamed,
        }
    }

    /// For a colour that is computed, as those of shadings and images are: the overprint mode is not theirs
    /// (ISO 32000-1, 8.6.7).
    pub(super) fn of_computed(blend: &Blending) -> Overprint {
        if blend.overprint { Overprint::KeepUnnamed } else { Overprint::Off }
    }
}

/// Converts colours into tints.
#[derive(Debug)]
pub(super) struct Converter {
    press: Arc<Press>,
    measured: Measured,
    /// Stands in for the press.
    #[cfg(test)]
    pub(super) stand_in: Option<fn(&Space, &[f32]) -> Coverage>,
}

impl Converter {
    pub(super) fn new(press: Arc<Press>, measured: Measured) -> Converter {
        Converter {
            press,
            measured,
            #[cfg(test)]
            stand_in: None,
        }
    }

    /// The tint of a colour.
    pub(super) fn tint(&self, space: &Space, components: &[f32], overprint: Overprint) -> Tint {
        match self.measured {
            Measured::Ink => {
                let coverage = self.coverage(space, components);
                let device = overprint == Overprint::KeepEmpty && matches!(space, Space::Cmyk);
                let ink = coverage.inks.map(byte);
                let mut keeps = [false; 5];
                for ((keeps, named), ink) in keeps.iter_mut().zip(coverage.plates).zip(ink) {
                    *keeps = overprint != Overprint::Off && (!named || device && ink == 0);
                }
                Tint { ink, keeps }
            }
            Measured::Light => {
                let [red, green, blue] = self.srgb(space, components).map(|light| 255 - light);
                Tint { ink: [red, green, blue, 0, 0], keeps: [false; 5] }
            }
        }
    }

    fn coverage(&self, space: &Space, components: &[f32]) -> Coverage {
        #[cfg(test)]
        if let Some(stand_in) = self.stand_in {
            return stand_in(space, components);
        }
        self.press.coverage(space, components)
    }

    fn srgb(&self, space: &Space, components: &[f32]) -> [u8; 3] {
        #[cfg(test)]
        if let Some(stand_in) = self.stand_in {
            let [red, green, blue, ..] = stand_in(space, components).inks.map(byte);
            return [255 - red, 255 - green, 255 - blue];
        }
        self.press.srgb(space, components)
    }

    /// The tints of an image; `None` if its samples are not those of its space, nor of any other. One that has more samples
    /// than are looked at becomes coarser.
    pub(super) fn of_image<'a>(
        &self,
        samples: &'a Samples,
        space: &Space,
        overprint: Overprint,
    ) -> Option<ConvertedImage<'a>> {
        let (components, bytes) = (samples.components, samples.bytes.as_slice());
        let size = size(samples)?;
        let stored = samples.space.as_deref().filter(|stored| stored.components() == components);
        let space = match (space.components() == components, stored, components) {
            (true, ..) => space,
            (false, Some(stored), _) => stored,
            (false, None, 1) => &Space::Gray,
            (false, None, 3) => &Space::Rgb,
            (false, None, 4) => &Space::Cmyk,
            (false, None, _) => return None,
        };
        let keeps = self.tint(space, &vec![0.0; components], overprint).keeps;
        if components == 1 {
            let table: Vec<u8> = (0..=u8::MAX).collect();
            let table = self.converted(space, &table, 1);
            return Some(ConvertedImage {
                size,
                keeps,
                inks: ConvertedSamples::Table(bytes, table),
            });
        }
        if matches!(space, Space::Cmyk) && self.measured == Measured::Ink {
            return Some(ConvertedImage { size, keeps, inks: ConvertedSamples::Plates(bytes) });
        }
        let (width, height) = size;
        let most = MOST_CONVERTED as f64 * 4.0 / components.max(4) as f64;
        let step = ((width as f64 * height as f64 / most).sqrt().ceil() as usize).max(1);
        let converted = if step == 1 {
            self.converted(space, bytes, components)
        } else {
            let lines = bytes.chunks_exact(width.checked_mul(components)?).step_by(step);
            let chosen: Vec<u8> = lines
                .flat_map(|line| line.chunks_exact(components).step_by(step))
                .flatten()
                .copied()
                .collect();
            self.converted(space, &chosen, components)
        };
        let size = (width.div_ceil(step), height.div_ceil(step));
        Some(ConvertedImage { size, keeps, inks: ConvertedSamples::Converted(converted) })
    }

    /// What samples of so many bytes lay on the plates.
    fn converted(&self, space: &Space, bytes: &[u8], components: usize) -> Vec<Pixel> {
        #[cfg(test)]
        if self.stand_in.is_some() {
            let ink = |sample| self.tint(space, &space.colour(sample), Overprint::Off).ink;
            return bytes.chunks_exact(components.max(1)).map(ink).collect();
        }
        match self.measured {
            Measured::Ink => self.press.coverages(space, bytes, components),
            Measured::Light => {
                let missing = |light: [u8; 3]| {
                    let [red, green, blue] = light.map(|light| 255 - light);
                    [red, green, blue, 0, 0]
                };
                self.press.srgb_pixels(space, bytes, components).into_iter().map(missing).collect()
            }
        }
    }
}

/// Samples that are converted at most, of four components or less.
const MOST_CONVERTED: usize = 4_000_000;

/// Columns and rows of samples that are there; `None` for an image without any.
pub(super) fn size(samples: &Samples) -> Option<(usize, usize)> {
    let line = samples.width.checked_mul(samples.components)?;
    let height = samples.height.min(samples.bytes.len().checked_div(line)?);
    (height > 0).then_some((samples.width, height))
}

/// The tints of an image's samples.
#[derive(Debug)]
pub(super) struct ConvertedImage<'a> {
    /// Columns and rows of samples that are looked at.
    pub(super) size: (usize, usize),
    keeps: [bool; 5],
    inks: ConvertedSamples<'a>,
}

/// The ink of samples.
#[derive(Debug)]
enum ConvertedSamples<'a> {
    /// Samples of one byte, and the ink of each byte.
    Table(&'a [u8], Vec<Pixel>),
    /// Samples of DeviceCMYK, which are what falls on the plates.
    Plates(&'a [u8]),
    /// The ink of each sample.
    Converted(Vec<Pixel>),
}

impl ConvertedImage<'_> {
    /// The tint of a sample, counted line by line; none past the end.
    pub(super) fn tint(&self, sample: usize) -> Option<Tint> {
        let ink = match &self.inks {
            ConvertedSamples::Table(bytes, table) => {
                *table.get(usize::from(*bytes.get(sample)?))?
            }
            ConvertedSamples::Plates(bytes) => {
                let [cyan, magenta, yellow, black] =
                    *bytes.get(sample.checked_mul(4)?..)?.first_chunk()?;
                [cyan, magenta, yellow, black, 0]
            }
            ConvertedSamples::Converted(inks) => *inks.get(sample)?,
        };
        Some(Tint { ink, keeps: self.keeps })
    }
}
