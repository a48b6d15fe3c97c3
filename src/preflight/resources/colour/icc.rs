//! Turns an ICC profile into what it says of itself, and what is wrong with it.

use std::hash::{DefaultHasher, Hash, Hasher};

/// The most bytes that a profile may have: those of presses have about two million.
const MOST_BYTES: usize = 32 << 20;

/// An ICC profile as a colour space. Two are compared by a key, so that it costs nothing.
#[derive(Debug, Clone)]
pub(crate) struct Icc {
    /// How many components the file says that it has: 1, 3 or 4.
    pub(crate) components: usize,
    /// The profile, unpacked; empty if it could not be.
    pub(crate) profile: Vec<u8>,
    /// The number of its object.
    pub(crate) object: Option<u32>,
    key: u64,
}

impl PartialEq for Icc {
    fn eq(&self, other: &Icc) -> bool {
        (self.key, self.components, self.object) == (other.key, other.components, other.object)
    }
}

impl Icc {
    /// Takes an unpacked profile, empty if there is none. `parts` is what the file says, `object` the stream.
    pub(crate) fn new(components: usize, profile: Vec<u8>, object: Option<u32>) -> Icc {
        let key = key(&profile);
        Icc { components, profile, object, key }
    }

    /// A number that two profiles share if their bytes are the same.
    pub(crate) fn key(&self) -> u64 {
        self.key
    }

    /// The colour space in its header, without spaces: `RGB` (ICC.1:2022, 7.2.6).
    pub(crate) fn kind(&self) -> Option<String> {
        self.signature(16)
    }

    /// The class in its header: `prtr` for a press (ICC.1:2022, 7.2.5).
    pub(crate) fn class(&self) -> Option<String> {
        self.signature(12)
    }

    /// What is wrong with it, in lower case; `None` if its header is in order (ICC.1:2022, 7.2; ISO 32000-1, 8.6.5.5).
    pub(crate) fn fault(&self) -> Option<String> {
        if self.profile.is_empty() {
            return Some("the ICC profile can't be unpacked".to_owned());
        }
        if self.profile.len() > MOST_BYTES {
            return Some(format!("the ICC profile has {} bytes", self.profile.len()));
        }
        if self.profile.get(36..40) != Some(b"acsp".as_slice()) || self.profile.len() < 132 {
            return Some("the ICC profile is none: its header lacks `acsp`".to_owned());
        }
        let size = self.profile.first_chunk().map_or(0, |size| u32::from_be_bytes(*size));
        if usize::try_from(size).map_or(true, |size| size > self.profile.len()) {
            let bytes = self.profile.len();
            return Some(format!("the ICC profile is cut: it has {bytes} bytes of {size}"));
        }
        let class = self.class().unwrap_or_default();
        if !matches!(class.as_str(), "scnr" | "mntr" | "prtr" | "spac") {
            return Some(format!("the ICC profile is of the class `{class}`, not of a device"));
        }
        let kind = self.kind().unwrap_or_default();
        let components = match kind.as_str() {
            "GRAY" => 1,
            "RGB" | "Lab" => 3,
            "CMYK" => 4,
            _ => 0,
        };
        (components != self.components).then(|| {
            format!(
                "the ICC profile is for `{kind}`, but is used with {} components",
                self.components
            )
        })
    }

    fn signature(&self, at: usize) -> Option<String> {
        let signature = self.profile.get(at..at.checked_add(4)?)?;
        Some(String::from_utf8_lossy(signature).trim().to_owned())
    }
}

/// A number that two profiles share if their bytes are the same.
pub(super) fn key(profile: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    profile.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use feuillet_colour::OutputProfile;

    use super::Icc;

    #[test]
    fn a_press_profile_is_told_from_others() {
        let press = OutputProfile::fogra39().unwrap().icc().to_vec();
        let icc = Icc::new(4, press.clone(), Some(7));
        assert_eq!((icc.kind().as_deref(), icc.class().as_deref()), (Some("CMYK"), Some("prtr")));
        assert_eq!(icc.fault(), None);
        let rgb = Icc::new(3, press.clone(), Some(7));
        assert!(rgb.fault().unwrap().contains("for `CMYK`, but is used with 3 components"));
        let cut = Icc::new(4, press[..press.len() / 2].to_vec(), None);
        assert!(cut.fault().unwrap().contains("is cut"));
        assert!(icc != cut && icc == icc.clone());
    }

    #[test]
    fn bytes_that_are_no_profile_have_a_fault() {
        assert!(Icc::new(3, Vec::new(), None).fault().is_some());
        assert!(Icc::new(3, vec![0; 36], None).fault().is_some());
        assert_eq!(Icc::new(3, vec![0; 3], None).kind(), None);
    }
}
