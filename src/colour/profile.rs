//! An ICC profile in; the printing condition that it describes out, with the ways between screen colours and ink.

use std::sync::{Arc, LazyLock, Mutex, OnceLock};

use lcms2::{DisallowCache, Flags, Intent, PixelFormat, Profile, ThreadContext, Transform};

use super::luminance;
use crate::diagnostic::{Diagnostic, Place, Report};

/// Coated offset printing, FOGRA39.
const FOGRA39: &[u8] = include_bytes!("FOGRA39L_coated.icc");

/// The registry of printing conditions that the International Color Consortium keeps.
const ICC_REGISTRY: &str = "http://www.color.org";

type Way<From, To> = Transform<From, To, ThreadContext, DisallowCache>;

/// A printing condition: what a press, its paper and its ink make of a colour.
#[derive(Debug, Clone)]
pub struct OutputProfile {
    /// Its name in the registry of printing conditions: "FOGRA39".
    pub condition: String,
    /// What it is, for people: "Coated FOGRA39L".
    pub description: String,
    /// The address of that registry.
    pub registry: String,
    ways: Arc<Ways>,
}

/// The profile, and what is computed from it once.
struct Ways {
    icc: Vec<u8>,
    /// From ink in percent to the sRGB colour that looks like it beside white paper.
    seen: Way<[f64; 4], [u8; 3]>,
    /// From a colour in sRGB to ink, without the tables that are worth their time only for many pixels.
    colour: Way<[u8; 3], [u8; 4]>,
    /// The black ink that is as light as a grey of sRGB.
    blacks: [u8; 256],
    zipped: OnceLock<Vec<u8>>,
    /// From a pixel in sRGB to ink.
    pixels: OnceLock<Option<SourceProfile<3>>>,
    /// What the ways live in: they do not keep it alive, and it comes last so that it goes last.
    _context: Mutex<ThreadContext>,
}

impl std::fmt::Debug for Ways {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Ways({} bytes)", self.icc.len())
    }
}

impl PartialEq for OutputProfile {
    fn eq(&self, other: &OutputProfile) -> bool {
        (&self.condition, &self.description, &self.registry, &self.ways.icc)
            == (&other.condition, &other.description, &other.registry, &other.ways.icc)
    }
}

/// Why bytes are no printing condition.
#[derive(Debug, PartialEq, Eq)]
enum Unfit {
    /// They are no ICC profile, or a cut one.
    Unreadable,
    /// It describes something other than a press: the class in its header (ICC.1:2022, 7.2.5).
    NoPress(&'static str),
    /// It describes a press of other inks: the colour space in its header (ICC.1:2022, 7.2.6).
    OtherInks(String),
    /// It lacks what leads from colours to ink, or that is damaged.
    NoWay,
}

impl OutputProfile {
    /// Coated offset printing, which this program brings; `None` only if colour management fails.
    #[must_use]
    pub fn fogra39() -> Option<OutputProfile> {
        static OWN: LazyLock<Option<OutputProfile>> = LazyLock::new(|| {
            let ways = Ways::of(FOGRA39.to_vec()).ok()?;
            Some(OutputProfile {
                condition: "FOGRA39".to_owned(),
                description: "Offset commercial and specialty printing, coated paper, FOGRA39L"
                    .to_owned(),
                registry: ICC_REGISTRY.to_owned(),
                ways: Arc::new(ways),
            })
        });
        OWN.clone()
    }

    /// Takes a profile of the user's. `path` is its file, `place` where the user names it, `condition` the name of the
    /// printing condition in the registry. What is wrong with it is reported.
    pub fn read(
        icc: Vec<u8>,
        condition: &str,
        path: &str,
        place: Option<&Place>,
        report: &Report,
    ) -> Option<OutputProfile> {
        let refuse = |message: String, hint: &str| {
            let mut diagnostic = Diagnostic::error(message).hint(hint);
            if let Some(place) = place {
                diagnostic = diagnostic.at(place);
            }
            report.add(diagnostic);
        };
        let plain = |character: char| character.is_ascii_graphic() || character == ' ';
        if condition.trim().is_empty() || !condition.chars().all(plain) {
            let message = format!("`{condition}` is not the name of a printing condition");
            refuse(message, "ask the print shop for it; names are like `FOGRA39` or `FOGRA51`");
            return None;
        }
        const FIT: &str = "ask the print shop for the output profile of its press and paper";
        match Ways::of(icc) {
            Ok(ways) => Some(OutputProfile {
                condition: condition.to_owned(),
                description: ways.description().unwrap_or_else(|| condition.to_owned()),
                registry: ICC_REGISTRY.to_owned(),
                ways: Arc::new(ways),
            }),
            Err(Unfit::Unreadable) => {
                refuse(format!("`{path}` is not a whole ICC profile"), "copy the file again");
                None
            }
            Err(Unfit::NoPress(kind)) => {
                refuse(format!("`{path}` is the profile of {kind}, not of a press"), FIT);
                None
            }
            Err(Unfit::OtherInks(space)) => {
                let message = format!("`{path}` is a profile for `{space}`, not for four inks");
                refuse(message, FIT);
                None
            }
            Err(Unfit::NoWay) => {
                let message = format!("`{path}` does not lead from colours to ink, or is damaged");
                refuse(message, FIT);
                None
            }
        }
    }

    /// The bytes of the profile.
    #[must_use]
    pub fn icc(&self) -> &[u8] {
        &self.ways.icc
    }

    /// The profile in the zlib format, compressed once for all files.
    #[must_use]
    pub fn zipped(&self) -> &[u8] {
        self.ways.zipped.get_or_init(|| {
            let level = libdeflater::CompressionLvl::best();
            let mut compressor = libdeflater::Compressor::new(level);
            let mut zipped = vec![0; compressor.zlib_compress_bound(self.ways.icc.len())];
            // The one error there is means too little room, and the bound is always enough.
            let length = compressor.zlib_compress(&self.ways.icc, &mut zipped).unwrap_or(0);
            zipped.truncate(length);
            zipped
        })
    }

    /// The sRGB colour that looks like an ink, in percent, beside white paper.
    #[must_use]
    pub fn seen(&self, ink: [f64; 4]) -> [u8; 3] {
        let mut seen = [[0; 3]];
        self.ways.seen.transform_pixels(&[ink], &mut seen);
        seen[0]
    }

    /// The ink of an sRGB colour, 255 for a full plate: relative colorimetric, with black-point compensation.
    #[must_use]
    pub fn ink(&self, screen: [u8; 3]) -> [u8; 4] {
        let mut ink = [[0; 4]];
        self.ways.colour.transform_pixels(&[screen], &mut ink);
        ink[0]
    }

    /// The black ink alone that is as light as a grey of sRGB; what is darker than black ink is black ink.
    #[must_use]
    pub fn black(&self, grey: u8) -> u8 {
        self.ways.blacks[usize::from(grey)]
    }

    /// The way of pixels in sRGB to ink; `None` only if colour management fails.
    #[must_use]
    pub fn pixels(&self) -> Option<&SourceProfile<3>> {
        self.ways.pixels.get_or_init(|| self.source(None)).as_ref()
    }

    /// The way of pixels in a profile of theirs to ink, sRGB without one. `None` if the profile can't be used for pixels
    /// of so many parts.
    #[must_use]
    pub fn source<const PARTS: usize>(&self, icc: Option<&[u8]>) -> Option<SourceProfile<PARTS>> {
        let format = match PARTS {
            3 => PixelFormat::RGB_8,
            4 => PixelFormat::CMYK_8,
            _ => return None,
        };
        let context = ThreadContext::new();
        let press = Profile::new_icc_context(&context, &self.ways.icc).ok()?;
        let source = match icc {
            Some(icc) => Profile::new_icc_context(&context, icc).ok()?,
            None => Profile::new_srgb_context(&context),
        };
        let flags = Flags::NO_CACHE | Flags::BLACKPOINT_COMPENSATION;
        let way = way(&context, (&source, format), (&press, PixelFormat::CMYK_8), flags)?;
        Some(SourceProfile { way, _context: Mutex::new(context) })
    }
}

/// Pixels of so many parts on their way to ink.
pub struct SourceProfile<const PARTS: usize> {
    way: Way<[u8; PARTS], [u8; 4]>,
    /// What the way lives in.
    _context: Mutex<ThreadContext>,
}

impl<const PARTS: usize> SourceProfile<PARTS> {
    /// The ink of pixels, 255 for a full plate.
    #[must_use]
    pub fn inks(&self, pixels: &[[u8; PARTS]]) -> Vec<[u8; 4]> {
        let mut inks = vec![[0; 4]; pixels.len()];
        self.way.transform_pixels(pixels, &mut inks);
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
    let way: Way<[u8; 1], [u8; 3]> = way(&context, from, to, flags)?;
    let levels: [[u8; 1]; 256] = std::array::from_fn(|level| [byte(level)]);
    let mut seen = [[0; 3]; 256];
    way.transform_pixels(&levels, &mut seen);
    Some(seen.map(|[_, green, _]| green))
}

impl Ways {
    fn of(icc: Vec<u8>) -> Result<Ways, Unfit> {
        // ICC.1:2022, 7.2: the size is in the first four bytes, the class at 12, the colour space at 16, "acsp" at 36.
        let size = icc.first_chunk().map(|size| u32::from_be_bytes(*size) as usize);
        if icc.get(36..40) != Some(b"acsp".as_slice()) || size.is_none_or(|size| size > icc.len()) {
            return Err(Unfit::Unreadable);
        }
        match &icc[12..16] {
            b"prtr" => {}
            b"mntr" => return Err(Unfit::NoPress("a screen")),
            b"scnr" => return Err(Unfit::NoPress("a scanner or a camera")),
            b"spac" => return Err(Unfit::NoPress("a colour space")),
            b"link" => return Err(Unfit::NoPress("a way between two devices")),
            _ => return Err(Unfit::NoPress("something else")),
        }
        if &icc[16..20] != b"CMYK" {
            let space = String::from_utf8_lossy(&icc[16..20]);
            return Err(Unfit::OtherInks(space.trim().to_owned()));
        }
        let context = ThreadContext::new();
        let press = Profile::new_icc_context(&context, &icc).map_err(|_| Unfit::Unreadable)?;
        let screen = Profile::new_srgb_context(&context);
        let flags = Flags::NO_CACHE | Flags::BLACKPOINT_COMPENSATION;
        let rgb = (&screen, PixelFormat::RGB_8);
        let seen = way(&context, (&press, PixelFormat::CMYK_DBL), rgb, flags);
        let seen = seen.ok_or(Unfit::NoWay)?;
        let flags = flags | Flags::NO_OPTIMIZE;
        let colour = way(&context, rgb, (&press, PixelFormat::CMYK_8), flags);
        let colour = colour.ok_or(Unfit::NoWay)?;
        let blacks = blacks(&seen);
        let (zipped, pixels) = (OnceLock::new(), OnceLock::new());
        let _context = Mutex::new(context);
        Ok(Ways { icc, seen, colour, blacks, zipped, pixels, _context })
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

/// A way from one profile to another, each with the form of its pixels, relative colorimetric.
fn way<From: Copy + lcms2::Pod, To: Copy + lcms2::Pod>(
    context: &ThreadContext,
    (source, from): (&Profile<ThreadContext>, PixelFormat),
    (target, to): (&Profile<ThreadContext>, PixelFormat),
    flags: Flags<DisallowCache>,
) -> Option<Way<From, To>> {
    let intent = Intent::RelativeColorimetric;
    Transform::new_flags_context(context, source, from, target, to, intent, flags).ok()
}

/// For each grey of sRGB the black ink that is nearest to it in luminance.
fn blacks(seen: &Way<[f64; 4], [u8; 3]>) -> [u8; 256] {
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
