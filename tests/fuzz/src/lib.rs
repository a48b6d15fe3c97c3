//! Builds files around fuzzed bytes and judges them with the preflight crate.

mod files;

pub use files::{with_contents, with_stream};

use std::collections::BTreeSet;
use std::panic::PanicHookInfo;
use std::sync::{Mutex, PoisonError};

use feuillet_preflight::{Request, TARGETS, preflight};

/// Where libraries have panicked: the product catches that, and says so.
static KNOWN: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

/// Makes a panic in code of ours the end of the run, although the product catches panics; that of a library is told once.
pub fn watch() {
    let default = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info: &PanicHookInfo<'_>| {
        let place = info.location().map(ToString::to_string).unwrap_or_default();
        if !place.contains("/.cargo/registry/") {
            default(info);
            std::process::abort();
        }
        let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
        if known.insert(place.clone()) {
            eprintln!("a library panics at {place}: {info}");
        }
    }));
}

/// Judges a file for the target that `choice` chooses.
pub fn judge(file: &[u8], choice: u8) {
    let target = TARGETS.get(usize::from(choice) % (TARGETS.len() + 1)).map(|(_, target)| *target);
    let report = preflight(file, &Request { target, ..Request::default() });
    assert!(!report.passes() || report.findings.iter().all(|finding| finding.rule.severity.as_str() != "error"));
}
