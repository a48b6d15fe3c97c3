//! Reads profiles that are damaged, or of other devices.

use super::{FOGRA39, OutputProfile, ProfileError};

/// The error that a profile gives.
fn error(icc: Vec<u8>, condition: &str) -> Option<ProfileError> {
    OutputProfile::read(icc, condition).err()
}

/// The shipped profile with other bytes at an offset.
fn changed(at: usize, bytes: &[u8]) -> Vec<u8> {
    let mut icc = FOGRA39.to_vec();
    icc[at..at + bytes.len()].copy_from_slice(bytes);
    icc
}

#[test]
fn a_profile_of_the_users_is_read_with_its_name() {
    let profile = OutputProfile::read(FOGRA39.to_vec(), "FOGRA39").unwrap();
    assert_eq!((profile.condition.as_str(), profile.icc().len()), ("FOGRA39", FOGRA39.len()));
    assert!(profile.description.contains("FOGRA39"), "{}", profile.description);
}

#[test]
fn bytes_that_are_no_whole_profile() {
    for icc in [vec![], b"%PDF-1.7".repeat(40), FOGRA39[..9000].to_vec()] {
        assert_eq!(error(icc, "FOGRA39"), Some(ProfileError::Unreadable));
    }
}

#[test]
fn profile_of_a_screen() {
    let icc = changed(12, b"mntrRGB ");
    assert_eq!(error(icc, "FOGRA39"), Some(ProfileError::NotOutput("a screen")));
}

#[test]
fn profile_of_a_press_with_other_inks() {
    let icc = changed(16, b"RGB ");
    assert_eq!(error(icc, "FOGRA39"), Some(ProfileError::NotCmyk("RGB".to_owned())));
}

#[test]
fn profile_without_tables_to_ink() {
    // The tags B2A0, B2A1 and B2A2 under other names.
    let mut icc = FOGRA39.to_vec();
    for at in 0..500 {
        if icc[at..].starts_with(b"B2A") {
            icc[at..at + 3].copy_from_slice(b"xxx");
        }
    }
    assert_eq!(error(icc, "FOGRA39"), Some(ProfileError::NoConversion));
}

#[test]
fn condition_without_a_name() {
    for condition in ["", "  ", "FOGRA\u{2009}39"] {
        let found = error(FOGRA39.to_vec(), condition);
        assert_eq!(found, Some(ProfileError::InvalidCondition));
    }
}
