//! ICC profiles in; the ways from their colours to the ink of a press, or to sRGB, out.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use lcms2::{
    CIExyY, DisallowCache, Flags, Intent, PixelFormat, Pod, Profile, ThreadContext, Transform,
};

use crate::colour::Icc;

/// How many profiles of one file are followed: each takes time and memory. Colours in others count as those of a device.
const MOST_PROFILES: usize = 48;

/// The white of the space that profiles meet in, D50 (ICC.1:2022, 6.3.1).
const WHITE: CIExyY = CIExyY { x: 0.3457, y: 0.3585, Y: 1.0 };

/// From pixels of `N` bytes to those of `M`.
type Pixels<const N: usize, const M: usize> =
    Transform<[u8; N], [u8; M], ThreadContext, DisallowCache>;

/// From pixels of one, three or four bytes to those of `M`: relative colorimetric, with black-point compensation.
pub(super) struct Way<const M: usize> {
    pixels: Sized<M>,
    /// What the way lives in: it does not keep it alive, and it comes last so that it goes last.
    _context: Mutex<ThreadContext>,
}

enum Sized<const M: usize> {
    One(Pixels<1, M>),
    Three(Pixels<3, M>),
    Four(Pixels<4, M>),
}

/// Where a way begins.
pub(super) enum From<'a> {
    Srgb,
    /// Lab with eight bits a component: L from 0 to 100, a and b from -128 to 127.
    Lab,
    /// A profile of 1, 3 or 4 components, the last told by `lab`.
    Icc {
        profile: &'a [u8],
        parts: usize,
        lab: bool,
    },
}

impl<const M: usize> Way<M> {
    /// Finds a way to a press, or to sRGB without one; `None` if the profiles do not lead there. `M` is 4 or 3.
    pub(super) fn new(from: &From<'_>, press: Option<&[u8]>) -> Option<Way<M>> {
        let context = ThreadContext::new();
        let source = match from {
            From::Srgb => Profile::new_srgb_context(&context),
            From::Lab => Profile::new_lab4_context(&context, &WHITE).ok()?,
            From::Icc { profile, .. } => Profile::new_icc_context(&context, profile).ok()?,
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
            From::Srgb => Sized::Three(way(&context, (source, PixelFormat::RGB_8), target)?),
            From::Lab | From::Icc { lab: true, .. } => {
                Sized::Three(way(&context, (source, PixelFormat::Lab_8), target)?)
            }
            From::Icc { parts: 1, .. } => {
                Sized::One(way(&context, (source, PixelFormat::GRAY_8), target)?)
            }
            From::Icc { parts: 3, .. } => {
                Sized::Three(way(&context, (source, PixelFormat::RGB_8), target)?)
            }
            From::Icc { parts: 4, .. } => {
                Sized::Four(way(&context, (source, PixelFormat::CMYK_8), target)?)
            }
            From::Icc { .. } => return None,
        };
        Some(Way { pixels, _context: Mutex::new(context) })
    }

    /// Takes pixels along the way. Bytes that are no whole pixel are left out.
    pub(super) fn take(&self, bytes: &[u8]) -> Vec<[u8; M]> {
        match &self.pixels {
            Sized::One(way) => take(way, bytes),
            Sized::Three(way) => take(way, bytes),
            Sized::Four(way) => take(way, bytes),
        }
    }
}

fn take<const N: usize, const M: usize>(way: &Pixels<N, M>, bytes: &[u8]) -> Vec<[u8; M]> {
    let (pixels, _) = bytes.as_chunks::<N>();
    let mut taken = vec![[0; M]; pixels.len()];
    way.transform_pixels(pixels, &mut taken);
    taken
}

fn way<From: Copy + Pod, To: Copy + Pod>(
    context: &ThreadContext,
    (source, from): (&Profile<ThreadContext>, PixelFormat),
    (target, to): (&Profile<ThreadContext>, PixelFormat),
) -> Option<Transform<From, To, ThreadContext, DisallowCache>> {
    let flags = Flags::NO_CACHE | Flags::BLACKPOINT_COMPENSATION;
    let intent = Intent::RelativeColorimetric;
    Transform::new_flags_context(context, source, from, target, to, intent, flags).ok()
}

/// The way from a profile, if there is one.
type Known<const M: usize> = Option<Arc<Way<M>>>;

/// All ways to a press, or to sRGB, each found when it is first gone.
pub(super) struct Ways<const M: usize> {
    /// The press that they lead to; sRGB without one.
    press: Option<Arc<Vec<u8>>>,
    srgb: OnceLock<Option<Way<M>>>,
    lab: OnceLock<Option<Way<M>>>,
    /// From the press itself, for those that lead to sRGB.
    own: OnceLock<Option<Way<M>>>,
    /// By the key of the profile and its components; `None` for those that can't be followed.
    profiles: Mutex<HashMap<(u64, usize), Known<M>>>,
}

impl<const M: usize> Ways<M> {
    pub(super) fn new(press: Option<Arc<Vec<u8>>>) -> Ways<M> {
        Ways {
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

    pub(super) fn srgb(&self) -> Option<&Way<M>> {
        self.srgb.get_or_init(|| Way::new(&From::Srgb, self.target())).as_ref()
    }

    pub(super) fn lab(&self) -> Option<&Way<M>> {
        self.lab.get_or_init(|| Way::new(&From::Lab, self.target())).as_ref()
    }

    /// The way from the ink of a press.
    pub(super) fn ink(&self, press: &[u8]) -> Option<&Way<M>> {
        let from = From::Icc { profile: press, parts: 4, lab: false };
        self.own.get_or_init(|| Way::new(&from, self.target())).as_ref()
    }

    /// The way from a profile that is in order; `None` if it can't be followed, or too many others are.
    pub(super) fn profile(&self, icc: &Icc) -> Option<Arc<Way<M>>> {
        let key = (icc.key(), icc.parts);
        let mut profiles = self.profiles.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(way) = profiles.get(&key) {
            return way.clone();
        }
        if profiles.len() >= MOST_PROFILES {
            return None;
        }
        let lab = icc.kind().as_deref() == Some("Lab");
        let from = From::Icc { profile: &icc.profile, parts: icc.parts, lab };
        let way = match icc.fault() {
            None => Way::new(&from, self.target()).map(Arc::new),
            Some(_) => None,
        };
        profiles.insert(key, way.clone());
        way
    }
}
