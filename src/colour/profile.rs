//! Turns an ICC profile into the printing condition that it describes, with the conversions between screen colours and ink.

use std::sync::{Arc, LazyLock, Mutex, OnceLock};

use lcms2::{DisallowCache, Flags, Intent, PixelFormat, Profile, ThreadContext, Transform};

use crate::luminance;

/// Coated offset printing, FOGRA39.
const FOGRA39: &[u8] = include_bytes!("FOGRA39L_coated.icc");

/// The registry of printing conditions that the International Color Consortium keeps.
const ICC_REGISTRY: &str = "http://www.color.org";

type Conversion<From, To> = Transform<From, To, ThreadContext, DisallowCache>;

/// A printing condition: what a press, its paper and its ink make of a colour.
#[derive(Debug, Clone)]
pub struct OutputProfile {
    /// Its name in the registry of printing conditions: "FOGRA39".
    pub condition: String,
    /// What it is, for people: "Coated FOGRA39L".
    pub description: String,
    /// The address of that registry.
    pub registry: String,
    transforms: Arc<Transforms>,
}

/// The profile, and what is computed from it once.
struct Transforms {
    icc: Vec<u8>,
    /// From ink in percent to the sRGB colour that looks like it beside white paper.
    seen: Conversion<[f64; 4], [u8; 3]>,
    /// From a colour in sRGB to ink, without the tables that are worth their time only for many pixels.
    colour: Conversion<[u8; 3], [u8; 4]>,
    /// The black ink that is as light as a grey of sRGB.
    blacks: [u8; 256],
    zipped: OnceLock<Vec<u8>>,
    /// From a pixel in sRGB to ink.
    pixels: OnceLock<Option<SourceProfile<3>>>,
    /// Owns the memory that the transforms use; the last field, so that it is dropped last.
    _context: Mutex<ThreadContext>,
}

impl std::fmt::Debug for Transforms {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Transforms({} bytes)", self.icc.len())
    }
}

impl PartialEq for OutputProfile {
    fn eq(&self, other: &OutputProfile) -> bool {
        (&self.condition, &self.description, &self.registry, &self.transforms.icc)
            == (&other.condition, &other.description, &other.registry, &other.transforms.icc)
    }
}

/// Why an ICC profile can't be used for a printing condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProfileError {
    /// The name of the printing condition is empty or not plain ASCII.
    InvalidCondition,
    /// The bytes are no ICC profile, or not all of one.
    Unreadable,
    /// The profile describes another kind of device, named here: the class in its header (ICC.1:2022, 7.2.5).
    NotOutput(&'static str),
    /// The profile describes a press with other inks: the colour space in its header (ICC.1:2022, 7.2.6).
    NotCmyk(String),
    /// The tables that convert between colours and ink are missing or damaged.
    NoConversion,
}

impl OutputProfile {
    /// Coated offset printing, which this program brings; `None` only if colour management fails.
    #[must_use]
    pub fn fogra39() -> Option<OutputProfile> {
        static OWN: LazyLock<Option<OutputProfile>> = LazyLock::new(|| {
            let transforms = Transforms::read(FOGRA39.to_vec()).ok()?;
            Some(OutputProfile {
                condition: "FOGRA39".to_owned(),
                description: "Offset commercial and specialty printing, coated paper, FOGRA39L"
                    .to_owned(),
                registry: ICC_REGISTRY.to_owned(),
                transforms: Arc::new(transforms),
            })
        });
        OWN.clone()
    }

    /// Reads an ICC profile. `condition` is the name of the printing condition in the registry: "FOGRA51".
    ///
    /// # Errors
    ///
    /// Fails if the name can't be one, or if the profile is damaged or not that of a four-colour press.
    pub fn read(icc: Vec<u8>, condition: &str) -> Result<OutputProfile, ProfileError> {
        let plain = |character: char| character.is_ascii_graphic() || character == ' ';
        if condition.trim().is_empty() || !condition.chars().all(plain) {
            return Err(ProfileError::InvalidCondition);
        }
        let transforms = Transforms::read(icc)?;
        Ok(OutputProfile {
            condition: condition.to_owned(),
            description: transforms.description().unwrap_or_else(|| condition.to_owned()),
            registry: ICC_REGISTRY.to_owned(),
            transforms: Arc::new(transforms),
        })
    }

    /// The bytes of the profile.
    #[must_use]
    pub fn icc(&self) -> &[u8] {
        &self.transforms.icc
    }

    /// The profile in the zlib format, compressed once for all files.
    #[must_use]
    pub fn zipped(&self) -> &[u8] {
        self.transforms.zipped.get_or_init(|| {
            let level = libdeflater::CompressionLvl::best();
            let mut compressor = libdeflater::Compressor::new(level);
            let mut zipped = vec![0; compressor.zlib_compress_bound(self.transforms.icc.len())];
            // The one error there is means too little room, and the bound is always enough.
            let length = compressor.zlib_compress(&self.transforms.icc, &mut zipped).unwrap_or(0);
            zipped.truncate(length);
            zipped
        })
    }

    /// The sRGB colour that looks like an ink, in percent, beside white paper.
    #[must_use]
    pub fn seen(&self, ink: [f64; 4]) -> [u8; 3] {
        let mut seen = [[0; 3]];
        self.transforms.seen.transform_pixels(&[ink], &mut seen);
        seen[0]
    }

    /// The ink of an sRGB colour, 255 for a full plate: relative colorimetric, with black-point compensation.
    #[must_use]
    pub fn ink(&self, screen: [u8; 3]) -> [u8; 4] {
        let mut ink = [[0; 4]];
        self.transforms.colour.transform_pixels(&[screen], &mut ink);
        ink[0]
    }

    /// The black ink alone that is as light as a grey of sRGB; what is darker than black ink is black ink.
    #[must_use]
    pub fn black(&self, grey: u8) -> u8 {
        self.transforms.blacks[usize::from(grey)]
    }

    /// The conversion of pixels from sRGB to ink; `None` only if colour management fails.
    #[must_use]
    pub fn pixels(&self) -> Option<&SourceProfile<3>> {
        self.transforms.pixels.get_or_init(|| self.source(None)).as_ref()
    }

    /// The conversion of pixels from a profile, or from sRGB without one, to ink. `None` if the profile can't be used for pixels
    /// of so many parts.
    #[must_use]
    pub fn source<const PARTS: usize>(&self, icc: Option<&[u8]>) -> Option<SourceProfile<PARTS>> {
        let format = match PARTS {
            3 => PixelFormat::RGB_8,
            4 => PixelFormat::CMYK_8,
            _ => return None,
        };
        let context = ThreadContext::new();
        let press = Profile::new_icc_context(&context, &self.transforms.icc).ok()?;
        let source = match icc {
            Some(icc) => Profile::new_icc_context(&context, icc).ok()?,
            None => Profile::new_srgb_context(&context),
        };
        let flags = Flags::NO_CACHE | Flags::BLACKPOINT_COMPENSATION;
        let conversion =
            conversion(&context, (&source, format), (&press, PixelFormat::CMYK_8), flags)?;
        Some(SourceProfile { conversion, _context: Mutex::new(context) })
    }
}

/// Converts pixels of so many channels to ink.
pub struct SourceProfile<const PARTS: usize> {
    conversion: Conversion<[u8; PARTS], [u8; 4]>,
    /// Owns the memory that the conversion uses.
    _context: Mutex<ThreadContext>,
}

impl<const PARTS: usize> SourceProfile<PARTS> {
    /// The ink of pixels, 255 for a full plate.
    #[must_use]
    pub fn inks(&self, pixels: &[[u8; PARTS]]) -> Vec<[u8; 4]> {
        let mut inks = vec![[0; 4]; pixels.len()];
        self.conversion.transform_pixels(pixels, &mut inks);
        inks
    }
}

/// The levels of grey of a profile as greys of sRGB; `None` if it is no profile of greys.
#[must_use]
pub fn greys(icc: &[u8]) -> Option<[u8; 256]> {
    let context = ThreadContext::new();
    let source = Profile::new_icc_context(&context, icc).ok()?;
    let screen = Profile::new_srgb_context(&context);
    let flags = Flags::NO_CACHE | Flags::BLACKPOINT_COMPENSATION;
    let (from, to) = ((&source, PixelFormat::GRAY_8), (&screen, PixelFormat::RGB_8));
    let conversion: Conversion<[u8; 1], [u8; 3]> = conversion(&context, from, to, flags)?;
    let levels: [[u8; 1]; 256] = std::array::from_fn(|level| [byte(level)]);
    let mut seen = [[0; 3]; 256];
    conversion.transform_pixels(&levels, &mut seen);
    Some(seen.map(|[_, green, _]| green))
}

impl Transforms {
    fn read(icc: Vec<u8>) -> Result<Transforms, ProfileError> {
        // ICC.1:2022, 7.2: the size is in the first four bytes, the class at 12, the colour space at 16, "acsp" at 36.
        let size = icc.first_chunk().map(|size| u32::from_be_bytes(*size) as usize);
        if icc.get(36..40) != Some(b"acsp".as_slice()) || size.is_none_or(|size| size > icc.len()) {
            return Err(ProfileError::Unreadable);
        }
        match &icc[12..16] {
            b"prtr" => {}
            b"mntr" => return Err(ProfileError::NotOutput("a screen")),
            b"scnr" => return Err(ProfileError::NotOutput("a scanner or a camera")),
            b"spac" => return Err(ProfileError::NotOutput("a colour space")),
            b"link" => return Err(ProfileError::NotOutput("a device link")),
            _ => return Err(ProfileError::NotOutput("something else")),
        }
        if &icc[16..20] != b"CMYK" {
            let space = String::from_utf8_lossy(&icc[16..20]);
            return Err(ProfileError::NotCmyk(space.trim().to_owned()));
        }
        let context = ThreadContext::new();
        let press =
            Profile::new_icc_context(&context, &icc).map_err(|_| ProfileError::Unreadable)?;
        let screen = Profile::new_srgb_context(&context);
        let flags = Flags::NO_CACHE | Flags::BLACKPOINT_COMPENSATION;
        let rgb = (&screen, PixelFormat::RGB_8);
        let seen = conversion(&context, (&press, PixelFormat::CMYK_DBL), rgb, flags);
        let seen = seen.ok_or(ProfileError::NoConversion)?;
        let flags = flags | Flags::NO_OPTIMIZE;
        let colour = conversion(&context, rgb, (&press, PixelFormat::CMYK_8), flags);
        let colour = colour.ok_or(ProfileError::NoConversion)?;
        let blacks = blacks(&seen);
        let (zipped, pixels) = (OnceLock::new(), OnceLock::new());
        let _context = Mutex::new(context);
        Ok(Transforms { icc, seen, colour, blacks, zipped, pixels, _context })
    }

    /// What the profile calls itself, in ASCII.
    fn description(&self) -> Option<String> {
        let context = ThreadContext::new();
        let profile = Profile::new_icc_context(&context, &self.icc).ok()?;
        let name = profile.info(lcms2::InfoType::Description, lcms2::Locale::none())?;
        let name: String = name
            .chars()
            .filter(|character| character.is_ascii() && !character.is_control())
            .collect();
        (!name.trim().is_empty()).then(|| name.trim().to_owned())
    }
}

/// The conversion between two profiles, each with its pixel format, relative colorimetric.
fn conversion<From: Copy + lcms2::Pod, To: Copy + lcms2::Pod>(
    context: &ThreadContext,
    (source, from): (&Profile<ThreadContext>, PixelFormat),
    (target, to): (&Profile<ThreadContext>, PixelFormat),
    flags: Flags<DisallowCache>,
) -> Option<Conversion<From, To>> {
    let intent = Intent::RelativeColorimetric;
    Transform::new_flags_context(context, source, from, target, to, intent, flags).ok()
}

/// For each grey of sRGB the black ink that is nearest to it in luminance.
fn blacks(seen: &Conversion<[f64; 4], [u8; 3]>) -> [u8; 256] {
    let inks: [[f64; 4]; 256] =
        std::array::from_fn(|black| [0.0, 0.0, 0.0, black as f64 / 255.0 * 100.0]);
    let mut screens = [[0; 3]; 256];
    seen.transform_pixels(&inks, &mut screens);
    let mut light = screens.map(luminance);
    // Paper is white, whatever its own colour.
    light[0] = 1.0;
    std::array::from_fn(|grey| {
        let wanted = luminance([byte(grey); 3]);
        let distance = |black: &usize| (light[*black] - wanted).abs();
        let nearest = (0..256).min_by(|one, other| distance(one).total_cmp(&distance(other)));
        byte(nearest.unwrap_or(255))
    })
}

/// A number from 0 to 255 as a byte.
fn byte(number: usize) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests;
