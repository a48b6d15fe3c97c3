//! A whole file in.

#![no_main]

use feuillet_fuzz::{judge, watch};
use libfuzzer_sys::fuzz_target;

fuzz_target!(init: watch(), |bytes: &[u8]| {
    judge(bytes, bytes.last().copied().unwrap_or(0));
});
