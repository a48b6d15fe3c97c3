//! Shortens a text to a fingerprint, with which it is compared.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use crate::language::Tag;

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

/// The fingerprint of a message's own text, in canonical form, as that message in that language: the same words under another
/// name or in a copied folder are another's text, which nobody has read.
#[must_use]
pub fn text_fingerprint(language: &Tag, id: &str, canonical: &str) -> String {
    fingerprint(&format!("{language} {id} = {canonical}"))
}

#[cfg(test)]
mod tests {
    use super::text_fingerprint;

    #[test]
    fn a_text_is_that_of_one_message_in_one_language() {
        let of = |language: &str, id, text| text_fingerprint(&language.parse().unwrap(), id, text);
        let own = of("fr", "pay", "Payez.");
        assert_eq!(own, of("fr", "pay", "Payez."));
        for other in
            [of("fr-BE", "pay", "Payez."), of("fr", "call", "Payez."), of("fr", "pay", "Payez")]
        {
            assert_ne!(own, other);
        }
    }
}
