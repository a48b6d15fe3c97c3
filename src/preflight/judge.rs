//! A file and a request in; a report out.

use crate::preflight::report::Report;
use crate::preflight::request::Request;

/// Judges a file.
#[must_use]
pub fn preflight(_bytes: &[u8], _request: &Request) -> Report {
    todo!()
}
