//! The contents of a page in, behind a byte that chooses the target.

#![no_main]

use feuillet_fuzz::{judge, watch, with_contents};
use libfuzzer_sys::fuzz_target;

fuzz_target!(init: watch(), |bytes: &[u8]| {
    if let [choice, contents @ ..] = bytes {
        judge(&with_contents(contents), *choice);
    }
});
