//! Profiles that are none, or of something else, are told apart.

use super::{FOGRA39, OutputProfile};
use crate::diagnostic::Report;

/// What is said of a profile in `press.icc`.
fn said(icc: Vec<u8>, condition: &str) -> Vec<String> {
    let report = Report::new();
    let profile = OutputProfile::read(icc, condition, "press.icc", None, &report);
    let found = report.into_sorted();
    assert_eq!(profile.is_none(), !found.is_empty());
    found.into_iter().map(|one| format!("{}; {}", one.message, one.hints.join("; "))).collect()
}

/// The shipped profile with other bytes at a place.
fn changed(at: usize, bytes: &[u8]) -> Vec<u8> {
    let mut icc = FOGRA39.to_vec();
    icc[at..at + bytes.len()].copy_from_slice(bytes);
    icc
}

const FIT: &str = "ask the print shop for the output profile of its press and paper";

#[test]
fn a_profile_of_the_users_is_read_with_its_name() {
    let report = Report::new();
    let icc = FOGRA39.to_vec();
    let profile = OutputProfile::read(icc, "FOGRA39", "press.icc", None, &report).unwrap();
    assert_eq!((profile.condition.as_str(), profile.icc().len()), ("FOGRA39", FOGRA39.len()));
    assert!(profile.description.contains("FOGRA39"), "{}", profile.description);
    assert!(!report.has_errors());
}

#[test]
fn bytes_that_are_no_whole_profile() {
    for icc in [vec![], b"%PDF-1.7".repeat(40), FOGRA39[..9000].to_vec()] {
        assert_eq!(
            said(icc, "FOGRA39"),
            ["`press.icc` is not a whole ICC profile; copy the file again"]
        );
    }
}

#[test]
fn profile_of_a_screen() {
    let message = format!("`press.icc` is the profile of a screen, not of a press; {FIT}");
    assert_eq!(said(changed(12, b"mntrRGB "), "FOGRA39"), [message]);
}

#[test]
fn profile_of_a_press_with_other_inks() {
    let message = format!("`press.icc` is a profile for `RGB`, not for four inks; {FIT}");
    assert_eq!(said(changed(16, b"RGB "), "FOGRA39"), [message]);
}

#[test]
fn profile_without_a_way_to_ink() {
    // The tags B2A0, B2A1 and B2A2 under other names.
    let mut icc = FOGRA39.to_vec();
    for at in 0..500 {
        if icc[at..].starts_with(b"B2A") {
            icc[at..at + 3].copy_from_slice(b"xxx");
        }
    }
    let message = format!("`press.icc` does not lead from colours to ink, or is damaged; {FIT}");
    assert_eq!(said(icc, "FOGRA39"), [message]);
}

#[test]
fn condition_without_a_name() {
    for condition in ["", "  ", "FOGRA\u{2009}39"] {
        let message = format!(
            "`{condition}` is not the name of a printing condition; ask the print shop for it; names are like `FOGRA39` or `FOGRA51`"
        );
        assert_eq!(said(FOGRA39.to_vec(), condition), [message]);
    }
}
