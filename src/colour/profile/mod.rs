//! Turns an ICC profile into a printing condition, with its conversions between screen colours and ink.

use std::sync::{Arc, LazyLock, Mutex, OnceLock};

use lcms2::{DisallowCache, Flags, Intent, PixelFormat, Profile, ThreadContext, Transform};

use crate::luminance;

/// Coated offset printing, FOGRA39.
const FOGRA39: &[u8] = include_bytes!("../FOGRA39L_coated.icc");

/// The registry of printing conditions of the International Color Consortium.
const ICC_REGISTRY: &str = "http://www.color.org";

type Conversion<From, To> = Transform<From, To, ThreadContext, DisallowCache>;

/// A printing condition: how a press, its paper and its inks reproduce colours.
#[derive(Debug, Clone)]
pub struct OutputProfile {
    /// Its name in the registry of printing conditions: "FOGRA39".
    pub condition: String,
    /// A description for people: "Coated FOGRA39L".
    pub description: String,
    /// The address of the registry.
    pub registry: String,
    transforms: Arc<Transforms>,
}

/// The profile, and what is computed from it only once.
struct Transforms {
    icc: Vec<u8>,
    /// From ink in percent to the sRGB colour that looks like it beside white paper.
    to_srgb: Conversion<[f64; 4], [u8; 3]>,
    /// From a colour in sRGB to ink, without the lookup tables that pay only for many pixels.
    to_cmyk: Conversion<[u8; 3], [u8; 4]>,
    /// The black ink that is as light as a grey of sRGB.
    blacks: [u8; 256],
    compressed_icc: OnceLock<Vec<u8>>,
    srgb_pixels: OnceLock<Option<PixelConverter<3>>>,
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
    /// The bytes are no ICC profile, or an incomplete one.
    Unreadable,
    /// The profile describes another kind of device, named here: the class in its header (ICC.1:2022, 7.2.5).
    NotOutput(&'static str),
    /// The profile describes a press with other inks: the colour space in its header (ICC.1:2022, 7.2.6).
    NotCmyk(String),
    /// The tables that convert between colours and ink are missing or damaged.
    NoConversion,
}

impl OutputProfile {
    /// Gives the built-in condition of coated offset printing; `None` only if colour management fails.
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

    /// Reads an ICC profile. `condition` is the name of the printing condition in the registry, such as "FOGRA51".
    ///
    /// # Errors
    ///
    /// Fails if the name is invalid, or if the profile is damaged or not that of a four-colour press.
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

    /// Gives the bytes of the profile.
    #[must_use]
    pub fn icc(&self) -> &[u8] {
        &self.transforms.icc
    }

    /// Gives the profile in the zlib format, compressed once for all files.
    #[must_use]
    pub fn compressed_icc(&self) -> &[u8] {
        self.transforms.compressed_icc.get_or_init(|| {
            let level = libdeflater::CompressionLvl::best();
            let mut compressor = libdeflater::Compressor::new(level);
            let mut compressed = vec![0; compressor.zlib_compress_bound(self.transforms.icc.len())];
            // The one error there is means too little room, and the bound is always enough.
            let length =
                compressor.zlib_compress(&self.transforms.icc, &mut compressed).unwrap_or(0);
            compressed.truncate(length);
            compressed
        })
    }

    /// Gives the sRGB colour that looks like an ink, in percent, beside white paper.
    #[must_use]
    pub fn to_srgb(&self, ink: [f64; 4]) -> [u8; 3] {
        let mut screen = [[0; 3]];
        self.transforms.to_srgb.transform_pixels(&[ink], &mut screen);
        screen[0]
    }

    /// Gives the ink of an sRGB colour, 255 for a full plate: relative colorimetric, with black-point compensation.
    #[must_use]
    pub fn to_cmyk(&self, screen: [u8; 3]) -> [u8; 4] {
        let mut ink = [[0; 4]];
        self.transforms.to_cmyk.transform_pixels(&[screen], &mut ink);
        ink[0]
    }

    /// Gives the black ink that is as light as a grey of sRGB; what is darker than black ink is full black ink.
    #[must_use]
    pub fn black_for_grey(&self, grey: u8) -> u8 {
        self.transforms.blacks[usize::from(grey)]
    }

    /// Gives the converter of pixels in sRGB to ink; `None` only if colour management fails.
    #[must_use]
    pub fn srgb_pixels(&self) -> Option<&PixelConverter<3>> {
        self.transforms.srgb_pixels.get_or_init(|| self.pixel_converter(None)).as_ref()
    }

    /// Makes a converter of pixels in a profile, or in sRGB without one, to ink; `None` if the profile does not suit pixels
    /// with this number of components.
    #[must_use]
    pub fn pixel_converter<const PARTS: usize>(
        &self,
        icc: Option<&[u8]>,
    ) -> Option<PixelConverter<PARTS>> {
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
        Some(PixelConverter { conversion, _context: Mutex::new(context) })
    }
}

/// Converts pixels with this number of components to ink.
pub struct PixelConverter<const PARTS: usize> {
    conversion: Conversion<[u8; PARTS], [u8; 4]>,
    /// Owns the memory that the conversion uses.
    _context: Mutex<ThreadContext>,
}

impl<const PARTS: usize> PixelConverter<PARTS> {
    /// Converts pixels to ink, 255 for a full plate.
    #[must_use]
    pub fn convert(&self, pixels: &[[u8; PARTS]]) -> Vec<[u8; 4]> {
        let mut inks = vec![[0; 4]; pixels.len()];
        self.conversion.transform_pixels(pixels, &mut inks);
        inks
    }
}

/// Converts the 256 levels of a grey profile to greys of sRGB; `None` if it is no grey profile.
#[must_use]
pub fn srgb_greys(icc: &[u8]) -> Option<[u8; 256]> {
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
        let to_srgb = conversion(&context, (&press, PixelFormat::CMYK_DBL), rgb, flags);
        let to_srgb = to_srgb.ok_or(ProfileError::NoConversion)?;
        let flags = flags | Flags::NO_OPTIMIZE;
        let to_cmyk = conversion(&context, rgb, (&press, PixelFormat::CMYK_8), flags);
        let to_cmyk = to_cmyk.ok_or(ProfileError::NoConversion)?;
        let blacks = blacks(&to_srgb);
        let (compressed_icc, srgb_pixels) = (OnceLock::new(), OnceLock::new());
        let _context = Mutex::new(context);
        Ok(Transforms { icc, to_srgb, to_cmyk, blacks, compressed_icc, srgb_pixels, _context })
    }

    /// Gives the description in the profile, in ASCII.
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

/// Makes the conversion between two profiles, each with its pixel format, relative colorimetric.
fn conversion<From: Copy + lcms2::Pod, To: Copy + lcms2::Pod>(
    context: &ThreadContext,
    (source, from): (&Profile<ThreadContext>, PixelFormat),
    (target, to): (&Profile<ThreadContext>, PixelFormat),
    flags: Flags<DisallowCache>,
) -> Option<Conversion<From, To>> {
    let intent = Intent::RelativeColorimetric;
    Transform::new_flags_context(context, source, from, target, to, intent, flags).ok()
}

/// Finds the black ink that is nearest in luminance to each grey of sRGB.
fn blacks(to_srgb: &Conversion<[f64; 4], [u8; 3]>) -> [u8; 256] {
    let inks: [[f64; 4]; 256] =
        std::array::from_fn(|black| [0.0, 0.0, 0.0, black as f64 / 255.0 * 100.0]);
    let mut screens = [[0; 3]; 256];
    to_srgb.transform_pixels(&inks, &mut screens);
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
