//! A stream in, behind a byte that chooses what it is and a line of entries for its dictionary.

#![no_main]

use feuillet_fuzz::{judge, watch, with_stream};
use libfuzzer_sys::fuzz_target;

fuzz_target!(init: watch(), |bytes: &[u8]| {
    if let [choice, rest @ ..] = bytes {
        judge(&with_stream(*choice, rest), u8::from(choice & 0x80 != 0) * 2);
    }
});
