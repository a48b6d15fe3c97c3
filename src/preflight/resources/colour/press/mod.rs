//! Turns a colour into its ink on the press, or into sRGB.

use std::sync::{Arc, LazyLock};

use feuillet_colour::OutputProfile;

use crate::resources::colour::icc::Icc;
use crate::resources::colour::space::Space;

mod samples;
mod transforms;

#[cfg(test)]
mod tests;

use samples::{
    byte, first, guessed, inks, lab, looked_up, named, plate, quantised, share, spread, stacked,
};
use transforms::{ColourTransform, ColourTransforms, KeptTransforms};

/// The coverage of each plate by a colour, from 0, nothing, to 1, a full plate.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Coverage {
    /// Cyan, magenta, yellow, black, and the sum of all other inks, which may be more than 1.
    pub(crate) inks: [f32; 5],
    /// Which of these five plates the colour space names: under overprint only these are painted.
    pub(crate) plates: [bool; 5],
    /// Whether it is ink on all plates that there are (Separation `All`).
    pub(crate) registration: bool,
}

/// The four plates that all process colours name.
const PROCESS: [bool; 5] = [true, true, true, true, false];

/// The printing condition of a file. Cheap to make for FOGRA39; ways from profiles are found once and kept.
pub(crate) struct Press {
    own: Arc<PressProfile>,
    /// Ways from the profiles of the file to ink.
    inks: ColourTransforms<4>,
    /// Ways from the profiles of the file to sRGB.
    srgb_pixels: ColourTransforms<3>,
}

/// What is the same for all files with a printing condition.
struct PressProfile {
    profile: Arc<Vec<u8>>,
    key: u64,
    inks: ColourTransforms<4>,
    srgb_pixels: ColourTransforms<3>,
    /// Those from profiles of files, to ink and to sRGB.
    kept: (KeptTransforms<4>, KeptTransforms<3>),
}

impl std::fmt::Debug for Press {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Press({} bytes)", self.own.profile.len())
    }
}

/// How the components of a colour become ink or sRGB.
enum Conversion<'a, const M: usize> {
    Gray,
    Rgb,
    Cmyk,
    PressProfile(&'a ColourTransform<M>),
    Profile(Arc<ColourTransform<M>>),
}

impl Press {
    /// Takes the profile of the output intent; FOGRA39 if there is none, or none of a CMYK press.
    pub(crate) fn new(profile: Option<&[u8]>) -> Press {
        static FOGRA39: LazyLock<Arc<PressProfile>> = LazyLock::new(|| {
            let profile = OutputProfile::fogra39();
            PressProfile::new(profile.map(|profile| profile.icc().to_vec()).unwrap_or_default())
        });
        // Most files bring this very profile, and the ways through it take a tenth of a second to find.
        let same = profile.is_none_or(|profile| profile == FOGRA39.profile.as_slice());
        let other = profile.filter(|_| !same).and_then(PressProfile::of);
        let own = other.unwrap_or_else(|| FOGRA39.clone());
        let inks = ColourTransforms::new(Some(own.profile.clone()));
        Press { own, inks, srgb_pixels: ColourTransforms::new(None) }
    }

    /// The ink of a colour. Process colours name all four process plates (ISO 32000-1, table 149), DeviceGray only black
    /// as presses print it, inks with names theirs. Patterns without colour and broken spaces put nothing on any plate.
    pub(crate) fn coverage(&self, space: &Space, components: &[f32]) -> Coverage {
        match space {
            Space::Pattern(Some(under)) => self.coverage(under, components),
            Space::Pattern(None) | Space::Broken(_) => Coverage::default(),
            Space::Indexed { .. } => {
                match space.entry(components.first().copied().unwrap_or(0.0)) {
                    Some((base, components)) => self.coverage(base, &components),
                    None => Coverage::default(),
                }
            }
            Space::Separation { name, .. } => named([name], components),
            Space::DeviceN { names, .. } => named(names, components),
            _ => self.process(space, components),
        }
    }

    fn process(&self, space: &Space, components: &[f32]) -> Coverage {
        let part = |index: usize| share(components.get(index).copied().unwrap_or(0.0));
        let inks = match self.to_ink(space) {
            Conversion::Gray => {
                let plates = [false, false, false, true, false];
                let inks = [0.0, 0.0, 0.0, 1.0 - part(0), 0.0];
                return Coverage { inks, plates, registration: false };
            }
            Conversion::Cmyk => [part(0), part(1), part(2), part(3)],
            // Only where colour management fails.
            Conversion::Rgb => [1.0 - part(0), 1.0 - part(1), 1.0 - part(2), 0.0],
            Conversion::PressProfile(transform) => {
                inks(&transform.take(&quantised(space, components)))
            }
            Conversion::Profile(transform) => inks(&transform.take(&quantised(space, components))),
        };
        let [cyan, magenta, yellow, black] = inks;
        let inks = [cyan, magenta, yellow, black, 0.0];
        Coverage { inks, plates: PROCESS, registration: false }
    }

    /// The colour in sRGB. Inks with names look like what stands in for them; what puts nothing on paper is white.
    pub(crate) fn srgb(&self, space: &Space, components: &[f32]) -> [u8; 3] {
        let part = |index: usize| byte(components.get(index).copied().unwrap_or(0.0));
        match space {
            Space::Pattern(Some(under)) => self.srgb(under, components),
            Space::Pattern(None) | Space::Broken(_) => [255; 3],
            Space::Indexed { .. } => {
                match space.entry(components.first().copied().unwrap_or(0.0)) {
                    Some((base, components)) => self.srgb(base, &components),
                    None => [255; 3],
                }
            }
            Space::Separation { name, .. } if name == "None" => [255; 3],
            Space::Separation { alternate, tint_transform, .. }
            | Space::DeviceN { alternate, tint_transform, .. } => match tint_transform {
                Some(tint_transform) => self.srgb(alternate, &tint_transform.apply(components)),
                None => guessed(components.iter().copied().fold(0.0, f32::max)),
            },
            _ => match self.to_light(space) {
                Conversion::Gray => [part(0); 3],
                Conversion::Rgb => [part(0), part(1), part(2)],
                Conversion::Cmyk => guessed(components.iter().copied().fold(0.0, f32::max)),
                Conversion::PressProfile(transform) => {
                    first(&transform.take(&quantised(space, components)))
                }
                Conversion::Profile(transform) => {
                    first(&transform.take(&quantised(space, components)))
                }
            },
        }
    }

    /// The ink of the samples of an image, 255 for a full plate: cyan, magenta, yellow, black, all others. `components` is how
    /// many bytes a sample has; where that is not what the space has, nothing is printed.
    pub(crate) fn coverages(&self, space: &Space, bytes: &[u8], components: usize) -> Vec<[u8; 5]> {
        let count = bytes.len().checked_div(components).unwrap_or(0);
        if space.components() != components {
            return vec![[0; 5]; count];
        }
        let coverage = |sample: &[u8]| self.coverage(space, &space.colour(sample)).inks.map(byte);
        if components == 1 {
            let table: Vec<[u8; 5]> = (0..=255).map(|level| coverage(&[level])).collect();
            return looked_up(&table, bytes);
        }
        let with = |inks: &[u8; 4]| {
            let [cyan, magenta, yellow, black] = *inks;
            [cyan, magenta, yellow, black, 0]
        };
        let space = space.under();
        if let Space::DeviceN { names, .. } = space {
            let plates: Vec<Option<usize>> = names.iter().map(|name| plate(name)).collect();
            return bytes.chunks_exact(components).map(|sample| stacked(&plates, sample)).collect();
        }
        match self.to_ink(space) {
            Conversion::Cmyk => bytes.as_chunks().0.iter().map(with).collect(),
            Conversion::PressProfile(transform) => {
                transform.take(&lab(space, bytes)).iter().map(with).collect()
            }
            Conversion::Profile(transform) => {
                transform.take(&lab(space, bytes)).iter().map(with).collect()
            }
            Conversion::Gray | Conversion::Rgb => {
                bytes.chunks_exact(components).map(coverage).collect()
            }
        }
    }

    /// The colours of the samples of an image in sRGB. `components` is how many bytes a sample has; where that is not what the
    /// space has, all is white.
    pub(crate) fn srgb_pixels(
        &self,
        space: &Space,
        bytes: &[u8],
        components: usize,
    ) -> Vec<[u8; 3]> {
        let count = bytes.len().checked_div(components).unwrap_or(0);
        if space.components() != components {
            return vec![[255; 3]; count];
        }
        let light = |sample: &[u8]| self.srgb(space, &space.colour(sample));
        if components == 1 {
            let table: Vec<[u8; 3]> = (0..=255).map(|level| light(&[level])).collect();
            return looked_up(&table, bytes);
        }
        let under = space.under();
        if let Space::DeviceN { .. } = under {
            return spread(bytes, components, light);
        }
        match self.to_light(under) {
            Conversion::Rgb => bytes.as_chunks().0.to_vec(),
            Conversion::PressProfile(transform) => transform.take(&lab(under, bytes)),
            Conversion::Profile(transform) => transform.take(&lab(under, bytes)),
            Conversion::Gray | Conversion::Cmyk => {
                bytes.chunks_exact(components).map(light).collect()
            }
        }
    }

    fn to_ink<'a>(&'a self, space: &Space) -> Conversion<'a, 4> {
        let own = |transform: Option<&'a ColourTransform<4>>| {
            transform.map_or(Conversion::Rgb, Conversion::PressProfile)
        };
        match space {
            Space::Gray => Conversion::Gray,
            Space::Cmyk => Conversion::Cmyk,
            Space::Lab { .. } => own(self.own.inks.lab()),
            // What the intent itself describes is not converted (ISO 15930-7, 6.2.4).
            Space::Icc(icc) if self.is_own(icc) => Conversion::Cmyk,
            Space::Icc(icc) => match (self.inks.profile(icc, &self.own.kept.0), icc.components) {
                (Some(transform), _) => Conversion::Profile(transform),
                (None, 1) => Conversion::Gray,
                (None, 4) => Conversion::Cmyk,
                (None, _) => own(self.own.inks.srgb()),
            },
            _ => own(self.own.inks.srgb()),
        }
    }

    fn to_light<'a>(&'a self, space: &Space) -> Conversion<'a, 3> {
        let press = || {
            self.own
                .srgb_pixels
                .ink(&self.own.profile)
                .map_or(Conversion::Cmyk, Conversion::PressProfile)
        };
        match space {
            Space::Gray | Space::CalGray => Conversion::Gray,
            Space::Cmyk => press(),
            Space::Lab { .. } => {
                self.own.srgb_pixels.lab().map_or(Conversion::Rgb, Conversion::PressProfile)
            }
            Space::Icc(icc) if self.is_own(icc) => press(),
            Space::Icc(icc) => {
                match (self.srgb_pixels.profile(icc, &self.own.kept.1), icc.components) {
                    (Some(transform), _) => Conversion::Profile(transform),
                    (None, 1) => Conversion::Gray,
                    (None, 4) => press(),
                    (None, _) => Conversion::Rgb,
                }
            }
            _ => Conversion::Rgb,
        }
    }

    fn is_own(&self, icc: &Icc) -> bool {
        icc.components == 4 && icc.key() == self.own.key && !icc.profile.is_empty()
    }
}

impl PressProfile {
    /// Takes a profile that was given; `None` if it is none of a CMYK press, or does not lead to ink.
    fn of(profile: &[u8]) -> Option<Arc<PressProfile>> {
        let icc = Icc::new(4, profile.to_vec(), None);
        if icc.fault().is_some() || icc.class().as_deref() != Some("prtr") {
            return None;
        }
        let own = PressProfile::new(icc.profile);
        own.inks.srgb()?;
        Some(own)
    }

    fn new(profile: Vec<u8>) -> Arc<PressProfile> {
        let key = super::icc::key(&profile);
        let profile = Arc::new(profile);
        let inks = ColourTransforms::new(Some(profile.clone()));
        let kept = (KeptTransforms::new(), KeptTransforms::new());
        Arc::new(PressProfile {
            profile,
            key,
            inks,
            srgb_pixels: ColourTransforms::new(None),
            kept,
        })
    }
}
