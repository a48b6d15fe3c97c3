//! Turns the output intents of a file (ISO 32000-1, 14.11.5) into the printing conditions that they name.

use std::collections::BTreeMap;

use lopdf::Object;

use crate::file::{File, number_of};

/// The most intents that are read.
const MOST_INTENTS: usize = 16;
/// The most bytes of a profile; the largest that are sold have a few million.
const MOST_BYTES: usize = 16 << 20;

/// An output intent.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Intent {
    /// Its object.
    pub(crate) object: Option<u32>,
    /// Its subtype: "GTS_PDFX", "GTS_PDFA1".
    pub(crate) subtype: String,
    /// The printing condition that it names.
    pub(crate) condition: Option<String>,
    /// Its registry.
    pub(crate) registry: Option<String>,
    /// What it tells people.
    pub(crate) info: Option<String>,
    /// The profile, unpacked.
    pub(crate) profile: Option<Vec<u8>>,
    /// The components that the file says the profile has.
    pub(crate) stated_components: Option<i64>,
    /// The object of the profile.
    pub(crate) profile_object: Option<u32>,
    /// Why there is no profile although the file names one.
    pub(crate) profile_fault: Option<String>,
    /// Whether it names a profile outside the file (PDF/X-4p).
    pub(crate) profile_outside: bool,
}

/// What the header of an ICC profile says (ICC.1:2010, 7.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ProfileHeader {
    /// Its major version.
    pub(crate) version: u8,
    /// Its class: `prtr`, `mntr`, `scnr`, `spac`.
    pub(crate) class: [u8; 4],
    /// Its colours: `CMYK`, `RGB `, `GRAY`.
    pub(crate) colours: [u8; 4],
    /// How many bytes it says that it has.
    pub(crate) size: u32,
}

impl ProfileHeader {
    /// Reads it; `None` if the bytes are no profile.
    pub(crate) fn read(profile: &[u8]) -> Option<ProfileHeader> {
        let four = |at: usize| -> Option<[u8; 4]> { profile.get(at..at + 4)?.try_into().ok() };
        if profile.len() < 128 || four(36)? != *b"acsp" {
            return None;
        }
        let size = u32::from_be_bytes(four(0)?);
        Some(ProfileHeader {
            version: *profile.get(8)?,
            class: four(12)?,
            colours: four(16)?,
            size,
        })
    }

    /// How many components its colours have; `None` for those that no output intent has.
    pub(crate) fn components(self) -> Option<usize> {
        match &self.colours {
            b"GRAY" => Some(1),
            b"RGB " | b"Lab " => Some(3),
            b"CMYK" => Some(4),
            _ => None,
        }
    }
}

impl Intent {
    /// Reads all of them, in their order.
    pub(super) fn read_all(file: &File) -> Vec<Intent> {
        let mut profiles = BTreeMap::new();
        let intents = file.array(file.catalogue(), "OutputIntents").unwrap_or_default();
        intents
            .iter()
            .take(MOST_INTENTS)
            .filter_map(|object| Intent::read(file, object, &mut profiles))
            .collect()
    }

    fn read(
        file: &File,
        object: &Object,
        profiles: &mut BTreeMap<u32, Result<Vec<u8>, String>>,
    ) -> Option<Intent> {
        let dictionary = file.dictionary(object)?;
        let subtype =
            file.name(dictionary, "S").map(|name| String::from_utf8_lossy(name).into_owned());
        let mut intent = Intent {
            object: number_of(object),
            subtype: subtype.unwrap_or_default(),
            condition: file.text(dictionary, "OutputConditionIdentifier"),
            registry: file.text(dictionary, "RegistryName"),
            info: file
                .text(dictionary, "Info")
                .or_else(|| file.text(dictionary, "OutputCondition")),
            profile: None,
            stated_components: None,
            profile_object: None,
            profile_fault: None,
            profile_outside: file.entry(dictionary, "DestOutputProfileRef").is_some(),
        };
        let Ok(named) = dictionary.get(b"DestOutputProfile") else { return Some(intent) };
        intent.profile_object = number_of(named);
        let Some(stream) = file.stream(dictionary, "DestOutputProfile") else {
            intent.profile_fault = Some("`DestOutputProfile` is no stream".to_owned());
            return Some(intent);
        };
        intent.stated_components = file.integer(&stream.dict, "N");
        let unpack = || match file.unpacked(stream) {
            Ok(profile) if profile.len() <= MOST_BYTES => Ok(profile),
            Ok(_) => Err(format!("the profile has more than {} MB", MOST_BYTES >> 20)),
            Err(_) => {
                file.note_damage(intent.profile_object, "the profile of the output intent");
                Err("the profile does not unpack".to_owned())
            }
        };
        // Intents for PDF/X and PDF/A share a profile as a rule.
        let profile = match intent.profile_object {
            Some(object) => profiles.entry(object).or_insert_with(unpack).clone(),
            None => unpack(),
        };
        match profile {
            Ok(profile) => intent.profile = Some(profile),
            Err(fault) => intent.profile_fault = Some(fault),
        }
        Some(intent)
    }

    /// Whether it is the intent of a PDF/X.
    pub(crate) fn is_pdfx(&self) -> bool {
        self.subtype == "GTS_PDFX"
    }

    /// What the header of its profile says; `None` if there is no profile, or it is none.
    pub(crate) fn header(&self) -> Option<ProfileHeader> {
        ProfileHeader::read(self.profile.as_deref()?)
    }

    /// The components of its profile: as the profile says, or else the file. Four where PDF/X names a printing condition
    /// without a profile: no registry has one of another press.
    pub(crate) fn components(&self) -> Option<usize> {
        let stated = self
            .stated_components
            .and_then(|parts| usize::try_from(parts).ok())
            .filter(|parts| matches!(parts, 1 | 3 | 4));
        let by_name = (self.is_pdfx() && self.profile_object.is_none()).then_some(4);
        self.header().and_then(ProfileHeader::components).or(stated).or(by_name)
    }
}
