//! Turns the colours of pictures, which bring their own ICC profiles, into those that a PDF can hold and a screen can show.

use std::borrow::Cow;

use lcms2::{Flags, Intent, PixelFormat, Profile, ThreadContext, Transform};

use crate::OutputProfile;

/// The newest minor versions of profiles that PDF 1.6 knows, by major version (PDF Reference 1.6, table 4.17), as the second byte
/// of a version: 2.1 and 4.1. PDF/X-4 is PDF 1.6.
const NEWEST: [(u8, u8); 2] = [(2, 0x10), (4, 0x10)];

/// What is known of the profile of a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PictureProfile<'a> {
    /// It describes the picture. Its version is one that every PDF knows.
    Sound(Cow<'a, [u8]>),
    /// It is that of another colour space, and says nothing of the picture.
    Foreign,
    /// It is damaged, or of a kind that no picture can have.
    Unusable,
}

/// Judges the profile of a picture with so many components: 1, 3 or 4.
///
/// A profile of version 2.4 or 4.4 holds nothing that a reader of 2.1 or 4.1 would take for something else, and gets that
/// version: PDF writers leave out what is newer.
#[must_use]
pub fn picture_profile(icc: &[u8], components: usize) -> PictureProfile<'_> {
    let space: &[u8] = match components {
        1 => b"GRAY",
        3 => b"RGB ",
        _ => b"CMYK",
    };
    // ICC.1:2022, 7.2: the size is in the first four bytes, the version at 8, the class at 12, the colour space at 16.
    let Some(own) = icc.get(16..20) else { return PictureProfile::Unusable };
    let size = icc.first_chunk().map_or(0, |size| u32::from_be_bytes(*size) as usize);
    let known = NEWEST.iter().find(|(major, _)| *major == icc[8]);
    let is_device = [&b"mntr"[..], b"scnr", b"prtr", b"spac"].contains(&&icc[12..16]);
    let (Some((_, newest)), true, true) = (known, is_device, size <= icc.len() && size >= 128)
    else {
        return PictureProfile::Unusable;
    };
    if own != space {
        return PictureProfile::Foreign;
    }
    if to_screen(icc, components).is_none() {
        return PictureProfile::Unusable;
    }
    if icc[9] >> 4 <= newest >> 4 {
        return PictureProfile::Sound(Cow::Borrowed(icc));
    }
    let mut older = icc.to_vec();
    older[9] = *newest;
    // The checksum of the whole, which is no longer right, need not be there (7.2.18).
    older[84..100].fill(0);
    PictureProfile::Sound(Cow::Owned(older))
}

/// Whether pixels in a profile can be converted to sRGB.
fn to_screen(icc: &[u8], components: usize) -> Option<()> {
    let context = ThreadContext::new();
    let source = Profile::new_icc_context(&context, icc).ok()?;
    let screen = Profile::new_srgb_context(&context);
    let (intent, flags) = (Intent::RelativeColorimetric, Flags::NO_CACHE);
    let to = PixelFormat::RGB_8;
    match components {
        1 => Transform::<u8, [u8; 3], _, _>::new_flags_context(
            &context,
            &source,
            PixelFormat::GRAY_8,
            &screen,
            to,
            intent,
            flags,
        )
        .map(drop),
        3 => Transform::<[u8; 3], [u8; 3], _, _>::new_flags_context(
            &context,
            &source,
            PixelFormat::RGB_8,
            &screen,
            to,
            intent,
            flags,
        )
        .map(drop),
        _ => Transform::<[u8; 4], [u8; 3], _, _>::new_flags_context(
            &context,
            &source,
            PixelFormat::CMYK_8,
            &screen,
            to,
            intent,
            flags,
        )
        .map(drop),
    }
    .ok()
}

/// Converts pixels of ink, 255 for a full plate, to sRGB: from their own profile, or from that of a press. `None` if the
/// profile is not one of ink.
#[must_use]
pub fn ink_to_screen(
    icc: Option<&[u8]>,
    press: &OutputProfile,
    pixels: &[[u8; 4]],
) -> Option<Vec<[u8; 3]>> {
    let context = ThreadContext::new();
    let source = Profile::new_icc_context(&context, icc.unwrap_or(press.icc())).ok()?;
    let screen = Profile::new_srgb_context(&context);
    let flags = Flags::NO_CACHE | Flags::BLACKPOINT_COMPENSATION;
    let (from, to) = (PixelFormat::CMYK_8, PixelFormat::RGB_8);
    let intent = Intent::RelativeColorimetric;
    let conversion: Transform<[u8; 4], [u8; 3], _, _> =
        Transform::new_flags_context(&context, &source, from, &screen, to, intent, flags).ok()?;
    let mut seen = vec![[0; 3]; pixels.len()];
    conversion.transform_pixels(pixels, &mut seen);
    Some(seen)
}

/// Converts a pixel in YCCK to one in CMYK as PDF readers do (ITU-T T.871; the fourth component stays).
pub fn ycck_to_cmyk(pixel: &mut [u8; 4]) {
    let [light, blue, red, _] = pixel.map(f32::from);
    let (blue, red) = (blue - 128.0, red - 128.0);
    let parts =
        [light + 1.402 * red, light - 0.344_14 * blue - 0.714_14 * red, light + 1.772 * blue];
    for (slot, part) in pixel.iter_mut().zip(parts) {
        // Clamped to a byte.
        let part = part.round().clamp(0.0, 255.0) as u8;
        *slot = 255 - part;
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::{PictureProfile, ink_to_screen, picture_profile};
    use crate::OutputProfile;

    /// The profile sRGB with this version.
    fn srgb(version: [u8; 2]) -> Vec<u8> {
        let mut icc = lcms2::Profile::new_srgb().icc().unwrap();
        icc[8..10].copy_from_slice(&version);
        icc
    }

    #[test]
    fn newer_profiles_get_a_version_that_pdf_knows_and_keep_all_else() {
        for (own, written) in
            [([2, 0x40], [2, 0x10]), ([4, 0x40], [4, 0x10]), ([4, 0x20], [4, 0x10])]
        {
            let icc = srgb(own);
            let PictureProfile::Sound(Cow::Owned(older)) = picture_profile(&icc, 3) else {
                panic!("{own:?}")
            };
            assert_eq!(older[8..10], written);
            assert_eq!(older[100..], icc[100..]);
        }
        for own in [[2, 0x10], [4, 0x10], [4, 0]] {
            let icc = srgb(own);
            assert_eq!(picture_profile(&icc, 3), PictureProfile::Sound(Cow::Borrowed(&icc[..])));
        }
    }

    #[test]
    fn profiles_that_say_nothing_of_a_picture_are_told_from_damaged_ones() {
        let icc = srgb([4, 0x20]);
        assert_eq!(picture_profile(&icc, 1), PictureProfile::Foreign);
        assert_eq!(picture_profile(&icc, 4), PictureProfile::Foreign);
        for damaged in [&icc[..60], &icc[..icc.len() - 40], b"no profile", b""] {
            assert_eq!(picture_profile(damaged, 3), PictureProfile::Unusable);
        }
        let mut empty = icc[..132].to_vec();
        empty[..4].copy_from_slice(&132_u32.to_be_bytes());
        empty[128..].fill(0);
        assert_eq!(picture_profile(&empty, 3), PictureProfile::Unusable);
        assert_eq!(picture_profile(&srgb([5, 0]), 3), PictureProfile::Unusable);
    }

    #[test]
    fn ink_looks_on_the_screen_as_it_is_printed() {
        let press = OutputProfile::fogra39().unwrap();
        let shown = ink_to_screen(None, &press, &[[0; 4], [0, 0, 0, 255], [0, 255, 255, 0]]);
        let shown = shown.unwrap();
        assert!(shown[0].iter().all(|part| *part > 250), "{shown:?}");
        assert!(shown[1].iter().all(|part| *part < 60), "{shown:?}");
        assert!(shown[2][0] > 200 && shown[2][1] < 60 && shown[2][2] < 60, "{shown:?}");
        assert_eq!(ink_to_screen(Some(b"none"), &press, &[[0; 4]]), None);
    }
}
