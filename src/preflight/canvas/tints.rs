//! Colours and pictures' samples in; what they lay on the plates out.

use std::sync::Arc;

use crate::blending::Blending;
use crate::canvas::Measured;
use crate::canvas::blend::{Dab, Spot, byte};
use crate::colour::{Press, Space, Tone};
use crate::image::Samples;

/// Which plates a colour leaves as they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Keeping {
    /// None: it knocks out.
    Nothing,
    /// Those that its space does not name.
    Unnamed,
    /// Those too on which DeviceCMYK has no ink (ISO 32000-1, 8.6.7).
    Empty,
}

impl Keeping {
    /// For a colour that is set in the graphics state.
    pub(super) fn of(blend: &Blending) -> Keeping {
        match (blend.overprint, blend.overprint_mode) {
            (false, _) => Keeping::Nothing,
            (true, 1) => Keeping::Empty,
            (true, _) => Keeping::Unnamed,
        }
    }

    /// For a colour that is computed, as those of shadings and pictures are: the overprint mode is not theirs
    /// (ISO 32000-1, 8.6.7).
    pub(super) fn of_computed(blend: &Blending) -> Keeping {
        if blend.overprint { Keeping::Unnamed } else { Keeping::Nothing }
    }
}

/// Finds what colours lay on the plates.
#[derive(Debug)]
pub(super) struct Tints {
    press: Arc<Press>,
    measured: Measured,
    /// Stands in for the press.
    #[cfg(test)]
    pub(super) stand_in: Option<fn(&Space, &[f32]) -> Tone>,
}

impl Tints {
    pub(super) fn new(press: Arc<Press>, measured: Measured) -> Tints {
        Tints {
            press,
            measured,
            #[cfg(test)]
            stand_in: None,
        }
    }

    /// What a colour lays on the plates.
    pub(super) fn dab(&self, space: &Space, parts: &[f32], keeping: Keeping) -> Dab {
        match self.measured {
            Measured::Ink => {
                let tone = self.tone(space, parts);
                let device = keeping == Keeping::Empty && matches!(space, Space::Cmyk);
                let ink = tone.inks.map(byte);
                let mut keeps = [false; 5];
                for ((keeps, named), ink) in keeps.iter_mut().zip(tone.plates).zip(ink) {
                    *keeps = keeping != Keeping::Nothing && (!named || device && ink == 0);
                }
                Dab { ink, keeps }
            }
            Measured::Light => {
                let [red, green, blue] = self.seen(space, parts).map(|light| 255 - light);
                Dab { ink: [red, green, blue, 0, 0], keeps: [false; 5] }
            }
        }
    }

    fn tone(&self, space: &Space, parts: &[f32]) -> Tone {
        #[cfg(test)]
        if let Some(stand_in) = self.stand_in {
            return stand_in(space, parts);
        }
        self.press.tone(space, parts)
    }

    fn seen(&self, space: &Space, parts: &[f32]) -> [u8; 3] {
        #[cfg(test)]
        if let Some(stand_in) = self.stand_in {
            let [red, green, blue, ..] = stand_in(space, parts).inks.map(byte);
            return [255 - red, 255 - green, 255 - blue];
        }
        self.press.seen(space, parts)
    }

    /// The tints of a picture; `None` if its samples are not those of its space, nor of any other. One that has more samples
    /// than are looked at becomes coarser.
    pub(super) fn of_picture<'a>(
        &self,
        samples: &'a Samples,
        space: &Space,
        keeping: Keeping,
    ) -> Option<Picture<'a>> {
        let (parts, bytes) = (samples.parts, samples.bytes.as_slice());
        let size = size(samples)?;
        let stored = samples.space.as_deref().filter(|stored| stored.parts() == parts);
        let space = match (space.parts() == parts, stored, parts) {
            (true, ..) => space,
            (false, Some(stored), _) => stored,
            (false, None, 1) => &Space::Gray,
            (false, None, 3) => &Space::Rgb,
            (false, None, 4) => &Space::Cmyk,
            (false, None, _) => return None,
        };
        let keeps = self.dab(space, &vec![0.0; parts], keeping).keeps;
        if parts == 1 {
            let table: Vec<u8> = (0..=u8::MAX).collect();
            let table = self.converted(space, &table, 1);
            return Some(Picture { size, keeps, inks: Inks::Table(bytes, table) });
        }
        if matches!(space, Space::Cmyk) && self.measured == Measured::Ink {
            return Some(Picture { size, keeps, inks: Inks::Plates(bytes) });
        }
        let (width, height) = size;
        let most = MOST_CONVERTED as f64 * 4.0 / parts.max(4) as f64;
        let step = ((width as f64 * height as f64 / most).sqrt().ceil() as usize).max(1);
        let converted = if step == 1 {
            self.converted(space, bytes, parts)
        } else {
            let lines = bytes.chunks_exact(width.checked_mul(parts)?).step_by(step);
            let chosen: Vec<u8> = lines
                .flat_map(|line| line.chunks_exact(parts).step_by(step))
                .flatten()
                .copied()
                .collect();
            self.converted(space, &chosen, parts)
        };
        let size = (width.div_ceil(step), height.div_ceil(step));
        Some(Picture { size, keeps, inks: Inks::Converted(converted) })
    }

    /// What samples of so many bytes lay on the plates.
    fn converted(&self, space: &Space, bytes: &[u8], parts: usize) -> Vec<Spot> {
        #[cfg(test)]
        if self.stand_in.is_some() {
            let ink = |sample| self.dab(space, &space.colour(sample), Keeping::Nothing).ink;
            return bytes.chunks_exact(parts.max(1)).map(ink).collect();
        }
        match self.measured {
            Measured::Ink => self.press.tones(space, bytes, parts),
            Measured::Light => {
                let missing = |light: [u8; 3]| {
                    let [red, green, blue] = light.map(|light| 255 - light);
                    [red, green, blue, 0, 0]
                };
                self.press.lights(space, bytes, parts).into_iter().map(missing).collect()
            }
        }
    }
}

/// Samples that are converted at most, of four components or less.
const MOST_CONVERTED: usize = 4_000_000;

/// Columns and rows of samples that are there; `None` for a picture without any.
pub(super) fn size(samples: &Samples) -> Option<(usize, usize)> {
    let line = samples.width.checked_mul(samples.parts)?;
    let height = samples.height.min(samples.bytes.len().checked_div(line)?);
    (height > 0).then_some((samples.width, height))
}

/// The tints of a picture's samples.
#[derive(Debug)]
pub(super) struct Picture<'a> {
    /// Columns and rows of samples that are looked at.
    pub(super) size: (usize, usize),
    keeps: [bool; 5],
    inks: Inks<'a>,
}

/// The ink of samples.
#[derive(Debug)]
enum Inks<'a> {
    /// Samples of one byte, and the ink of each byte.
    Table(&'a [u8], Vec<Spot>),
    /// Samples of DeviceCMYK, which are what falls on the plates.
    Plates(&'a [u8]),
    /// The ink of each sample.
    Converted(Vec<Spot>),
}

impl Picture<'_> {
    /// The tint of a sample, counted line by line; none past the end.
    pub(super) fn dab(&self, sample: usize) -> Option<Dab> {
        let ink = match &self.inks {
            Inks::Table(bytes, table) => *table.get(usize::from(*bytes.get(sample)?))?,
            Inks::Plates(bytes) => {
                let [cyan, magenta, yellow, black] =
                    *bytes.get(sample.checked_mul(4)?..)?.first_chunk()?;
                [cyan, magenta, yellow, black, 0]
            }
            Inks::Converted(inks) => *inks.get(sample)?,
        };
        Some(Dab { ink, keeps: self.keeps })
    }
}
