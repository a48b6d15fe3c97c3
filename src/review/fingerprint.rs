//! Shortens a text to a fingerprint, with which it is compared.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

/// A short fingerprint of a text: the version of the method, a colon, 16 hexadecimal digits of its SHA-256.
#[must_use]
pub fn fingerprint(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    let mut out = String::from("1:");
    for byte in digest.iter().take(8) {
        let _ = write!(out, "{byte:02x}");
    }
    out
}
