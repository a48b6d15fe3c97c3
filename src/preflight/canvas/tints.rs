//! Colours and pictures' samples in; what they lay on the plates out.

use std::collections::HashMap;
use std::sync::Arc;

use crate::preflight::canvas::Measured;
use crate::preflight::canvas::blend::{Dab, Spot, byte};
use crate::preflight::colour::{Press, Space, Tone};
use crate::preflight::image::Samples;
use crate::preflight::survey::Blending;

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
                let [red, green, blue] = self.press.seen(space, parts).map(|light| 255 - light);
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

    /// The tints of a picture; `None` if its samples are not those of its space, nor of any other.
    pub(super) fn of_picture<'a>(
        &'a self,
        samples: &'a Samples,
        space: &'a Space,
        keeping: Keeping,
    ) -> Option<Picture<'a>> {
        let parts = samples.parts;
        let stored = samples.space.as_deref().filter(|stored| stored.parts() == parts);
        let space = match (space.parts() == parts, stored, parts) {
            (true, ..) => space,
            (false, Some(stored), _) => stored,
            (false, None, 1) => &Space::Gray,
            (false, None, 3) => &Space::Rgb,
            (false, None, 4) => &Space::Cmyk,
            (false, None, _) => return None,
        };
        let mut picture = Picture {
            tints: self,
            bytes: &samples.bytes,
            parts,
            space,
            keeping,
            table: Vec::new(),
            seen: HashMap::new(),
        };
        if parts == 1 {
            picture.table = (0..=u8::MAX).map(|byte| picture.made(&[byte])).collect();
        }
        Some(picture)
    }
}

/// Colours of a picture that are remembered.
const MOST_SEEN: usize = 1 << 18;

/// The tints of a picture's samples.
#[derive(Debug)]
pub(super) struct Picture<'a> {
    tints: &'a Tints,
    bytes: &'a [u8],
    parts: usize,
    space: &'a Space,
    keeping: Keeping,
    /// The tint of each byte, for samples of one.
    table: Vec<Dab>,
    /// Tints of some samples of several bytes.
    seen: HashMap<u32, Dab>,
}

impl Picture<'_> {
    /// Whether the tint of a sample costs next to nothing.
    pub(super) fn is_cheap(&self) -> bool {
        !self.table.is_empty() || self.is_device()
    }

    /// Samples of DeviceCMYK are what falls on the plates.
    fn is_device(&self) -> bool {
        matches!(self.space, Space::Cmyk) && self.tints.measured == Measured::Ink
    }

    /// The tint of a sample, counted line by line; none past the end.
    pub(super) fn dab(&mut self, sample: usize) -> Option<Dab> {
        let start = sample.checked_mul(self.parts)?;
        let bytes = self.bytes.get(start..start.checked_add(self.parts)?)?;
        if let [byte] = bytes {
            return self.table.get(usize::from(*byte)).copied();
        }
        if self.is_device()
            && let [cyan, magenta, yellow, black] = *bytes
        {
            let ink: Spot = [cyan, magenta, yellow, black, 0];
            let spots = self.keeping != Keeping::Nothing;
            return Some(Dab { ink, keeps: [false, false, false, false, spots] });
        }
        let key = match *bytes {
            [one, two, three] => u32::from_be_bytes([0, one, two, three]),
            [one, two, three, four] => u32::from_be_bytes([one, two, three, four]),
            _ => return Some(self.made(bytes)),
        };
        if let Some(dab) = self.seen.get(&key) {
            return Some(*dab);
        }
        let dab = self.made(bytes);
        if self.seen.len() >= MOST_SEEN {
            self.seen.clear();
        }
        self.seen.insert(key, dab);
        Some(dab)
    }

    fn made(&self, bytes: &[u8]) -> Dab {
        let part = |index: usize, byte: u8| {
            let share = f32::from(byte) / 255.0;
            let (least, most) = match (self.space, index) {
                (Space::Indexed { .. }, _) => (0.0, 255.0),
                (Space::Lab { .. }, 0) => (0.0, 100.0),
                (Space::Lab { range: [least, most, ..], .. }, 1)
                | (Space::Lab { range: [.., least, most], .. }, _) => (*least, *most),
                _ => (0.0, 1.0),
            };
            least + share * (most - least)
        };
        let parts: Vec<f32> =
            bytes.iter().enumerate().map(|(index, byte)| part(index, *byte)).collect();
        self.tints.dab(self.space, &parts, self.keeping)
    }
}
