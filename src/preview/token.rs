//! Makes secrets, and compares them without telling by its time how much of one was right.

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;

use crate::artifact::files::sha256;
use crate::diagnostic::Diagnostic;

/// A secret of 192 bits, in letters that an address can hold.
///
/// # Errors
///
/// Fails if the system has no randomness.
pub(super) fn secret() -> Result<String, Diagnostic> {
    let mut bytes = [0; 24];
    getrandom::fill(&mut bytes)
        .map_err(|error| Diagnostic::error(format!("the system has no random numbers: {error}")))?;
    Ok(BASE64_URL_SAFE_NO_PAD.encode(bytes))
}

/// What is kept of a secret: nobody can tell the secret from it.
#[must_use]
pub(super) fn hash(secret: &str) -> String {
    sha256(secret.as_bytes())
}

/// Whether a secret that somebody gives is the right one. Their hashes are compared: how long that takes tells nothing of the
/// secrets.
#[must_use]
pub(super) fn is_same(given: &str, right: &str) -> bool {
    hash(given) == hash(right)
}
