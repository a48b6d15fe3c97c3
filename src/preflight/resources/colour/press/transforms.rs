//! Turns ICC profiles into transforms from their colours to the ink of a press, or to sRGB.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use lcms2::{
    CIExyY, DisallowCache, Flags, Intent, PixelFormat, Pod, Profile, ThreadContext, Transform,
};

use crate::resources::colour::icc::Icc;

/// How many profiles of one file are followed: each takes time and memory. Colours in others count as those of a device.
const MOST_PROFILES: usize = 48;

/// The white of the space that profiles meet in, D50 (ICC.1:2022, 6.3.1).
const WHITE: CIExyY = CIExyY { x: 0.3457, y: 0.3585, Y: 1.0 };

/// From pixels of `N` bytes to those of `M`.
type LcmsTransform<const N: usize, const M: usize> =
    Transform<[u8; N], [u8; M], ThreadContext, DisallowCache>;

/// From pixels of one, three or four bytes to those of `M`: relative colorimetric, with black-point compensation.
pub(super) struct ColourTransform<const M: usize> {
    pixels: PixelTransform<M>,
    /// The context that the transform lives in, declared last so that it is dropped last.
    _context: Mutex<ThreadContext>,
}

enum PixelTransform<const M: usize> {
    One(LcmsTransform<1, M>),
    Three(LcmsTransform<3, M>),
    Four(LcmsTransform<4, M>),
}

/// The source of a colour transform.
pub(super) enum SourceProfile<'a> {
    Srgb,
    /// Lab with eight bits a component: L from 0 to 100, a and b from -128 to 127.
    Lab,
    /// A profile of 1, 3 or 4 components, the last according to `lab`.
    Icc {
        profile: &'a [u8],
        components: usize,
        lab: bool,
    },
}

impl<const M: usize> ColourTransform<M> {
    /// Creates the transform to a press, or to sRGB without one; `None` if the profiles allow none. `M` is 4 or 3.
    pub(super) fn new(
        from: &SourceProfile<'_>,
        press: Option<&[u8]>,
    ) -> Option<ColourTransform<M>> {
        let context = ThreadContext::new();
        let source = match from {
            SourceProfile::Srgb => Profile::new_srgb_context(&context),
            SourceProfile::Lab => Profile::new_lab4_context(&context, &WHITE).ok()?,
            SourceProfile::Icc { profile, .. } => {
                Profile::new_icc_context(&context, profile).ok()?
            }
        };
        let target = match press {
            Some(press) => Profile::new_icc_context(&context, press).ok()?,
            None => Profile::new_srgb_context(&context),
        };
        let to = match M {
            3 => PixelFormat::RGB_8,
            4 => PixelFormat::CMYK_8,
            _ => return None,
        };
        let (source, target) = (&source, (&target, to));
        let pixels = match from {
            SourceProfile::Srgb => {
                PixelTransform::Three(transform(&context, (source, PixelFormat::RGB_8), target)?)
            }
            SourceProfile::Lab | SourceProfile::Icc { lab: true, .. } => {
                PixelTransform::Three(transform(&context, (source, PixelFormat::Lab_8), target)?)
            }
            SourceProfile::Icc { components: 1, .. } => {
                PixelTransform::One(transform(&context, (source, PixelFormat::GRAY_8), target)?)
            }
            SourceProfile::Icc { components: 3, .. } => {
                PixelTransform::Three(transform(&context, (source, PixelFormat::RGB_8), target)?)
            }
            SourceProfile::Icc { components: 4, .. } => {
                PixelTransform::Four(transform(&context, (source, PixelFormat::CMYK_8), target)?)
            }
            SourceProfile::Icc { .. } => return None,
        };
        Some(ColourTransform { pixels, _context: Mutex::new(context) })
    }

    /// Transforms pixels. Bytes that make no whole pixel are left out.
    pub(super) fn take(&self, bytes: &[u8]) -> Vec<[u8; M]> {
        match &self.pixels {
            PixelTransform::One(transform) => take(transform, bytes),
            PixelTransform::Three(transform) => take(transform, bytes),
            PixelTransform::Four(transform) => take(transform, bytes),
        }
    }
}

fn take<const N: usize, const M: usize>(
    transform: &LcmsTransform<N, M>,
    bytes: &[u8],
) -> Vec<[u8; M]> {
    let (pixels, _) = bytes.as_chunks::<N>();
    let mut taken = vec![[0; M]; pixels.len()];
    transform.transform_pixels(pixels, &mut taken);
    taken
}

fn transform<SourceProfile: Copy + Pod, To: Copy + Pod>(
    context: &ThreadContext,
    (source, from): (&Profile<ThreadContext>, PixelFormat),
    (target, to): (&Profile<ThreadContext>, PixelFormat),
) -> Option<Transform<SourceProfile, To, ThreadContext, DisallowCache>> {
    let flags = Flags::NO_CACHE | Flags::BLACKPOINT_COMPENSATION;
    let intent = Intent::RelativeColorimetric;
    Transform::new_flags_context(context, source, from, target, to, intent, flags).ok()
}

/// The transform from a profile, if there is one.
type Known<const M: usize> = Option<Arc<ColourTransform<M>>>;

/// All transforms to a press, or to sRGB, each created on first use.
pub(super) struct ColourTransforms<const M: usize> {
    /// The press that they lead to; sRGB without one.
    press: Option<Arc<Vec<u8>>>,
    srgb: OnceLock<Option<ColourTransform<M>>>,
    lab: OnceLock<Option<ColourTransform<M>>>,
    /// From the press itself, for those that lead to sRGB.
    own: OnceLock<Option<ColourTransform<M>>>,
    /// By the key of the profile and its components; `None` for those that can't be followed.
    profiles: Mutex<HashMap<(u64, usize), Known<M>>>,
}

impl<const M: usize> ColourTransforms<M> {
    pub(super) fn new(press: Option<Arc<Vec<u8>>>) -> ColourTransforms<M> {
        ColourTransforms {
            press,
            srgb: OnceLock::new(),
            lab: OnceLock::new(),
            own: OnceLock::new(),
            profiles: Mutex::default(),
        }
    }

    fn target(&self) -> Option<&[u8]> {
        self.press.as_ref().map(|press| press.as_slice())
    }

    pub(super) fn srgb(&self) -> Option<&ColourTransform<M>> {
        self.srgb.get_or_init(|| ColourTransform::new(&SourceProfile::Srgb, self.target())).as_ref()
    }

    pub(super) fn lab(&self) -> Option<&ColourTransform<M>> {
        self.lab.get_or_init(|| ColourTransform::new(&SourceProfile::Lab, self.target())).as_ref()
    }

    /// The transform from the ink of a press.
    pub(super) fn ink(&self, press: &[u8]) -> Option<&ColourTransform<M>> {
        let from = SourceProfile::Icc { profile: press, components: 4, lab: false };
        self.own.get_or_init(|| ColourTransform::new(&from, self.target())).as_ref()
    }

    /// The transform from a valid profile; `None` if there is none, or there are too many others. One that earlier files had is
    /// among those that are kept.
    pub(super) fn profile(
        &self,
        icc: &Icc,
        kept: &KeptTransforms<M>,
    ) -> Option<Arc<ColourTransform<M>>> {
        let key = (icc.key(), icc.components);
        let mut profiles = self.profiles.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(transform) = profiles.get(&key) {
            return transform.clone();
        }
        if profiles.len() >= MOST_PROFILES {
            return None;
        }
        let lab = icc.kind().as_deref() == Some("Lab");
        let from = SourceProfile::Icc { profile: &icc.profile, components: icc.components, lab };
        let transform = match icc.fault() {
            None => kept.find_or(icc, || ColourTransform::new(&from, self.target()).map(Arc::new)),
            Some(_) => None,
        };
        profiles.insert(key, transform.clone());
        transform
    }
}

/// How many transforms are kept from file to file: files of one program bring the same few profiles, and a process that reads
/// many others must not grow.
const MOST_KEPT: usize = 8;

/// The most bytes of a profile of which that is done: those of screens have a few thousand.
const MOST_KEPT_BYTES: usize = 1 << 20;

/// Transforms from profiles to one target, for all files of the process.
pub(super) struct KeptTransforms<const M: usize>(Mutex<Vec<(Icc, Known<M>)>>);

impl<const M: usize> KeptTransforms<M> {
    pub(super) fn new() -> KeptTransforms<M> {
        KeptTransforms(Mutex::default())
    }

    /// The transform from a profile, as an earlier file had it, or as `make` makes it. Profiles are compared byte for byte.
    fn find_or(&self, icc: &Icc, make: impl FnOnce() -> Known<M>) -> Known<M> {
        let is_same =
            |known: &Icc| known.components == icc.components && known.profile == icc.profile;
        let kept = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, transform)) = kept().iter().find(|(known, _)| is_same(known)) {
            return transform.clone();
        }
        let made = make();
        let mut kept = kept();
        let is_small = icc.profile.len() <= MOST_KEPT_BYTES;
        if is_small && kept.len() < MOST_KEPT && kept.iter().all(|(known, _)| !is_same(known)) {
            kept.push((icc.clone(), made.clone()));
        }
        made
    }
}
