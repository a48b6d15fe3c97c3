//! Tells how much work a file may ask for.

use std::sync::atomic::{AtomicU64, Ordering};

/// How much work a file may ask for before reading stops. No file that people print comes near.
///
/// A small file that asks for much is a trap; a large one, such as a book of photographs, is allowed more.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    /// Bytes that one stream may hold once it is unpacked.
    pub(crate) stream: usize,
    /// Bytes that all streams together may hold, as often as they are used.
    pub(crate) unpacked: u64,
    /// Operators of all contents together, as often as they are run.
    pub(crate) operators: u64,
    /// Pixels of a page that the items of all pages together may paint; each is a hundredth of an inch wide.
    pub(crate) pixels: u64,
    /// Items on one page.
    pub(crate) items: usize,
    /// How deep forms, page trees and structure trees may be nested.
    pub(crate) depth: usize,
    /// How many pages are read.
    pub(crate) pages: usize,
}

/// The limits for all files.
pub(crate) const LIMITS: Limits = Limits {
    stream: 256 << 20,
    unpacked: 2 << 30,
    operators: 40_000_000,
    pixels: 1 << 32,
    items: 500_000,
    depth: 48,
    pages: 100_000,
};

impl Limits {
    /// The limits for a file of so many bytes: beyond those that hold for everybody, 64 bytes, a fourth of an operator and 256
    /// pixels for each of them.
    pub(crate) fn for_file(length: usize) -> Limits {
        let length = length as u64;
        let more = |limit: u64, each: u64| limit.saturating_add(length.saturating_mul(each));
        Limits {
            unpacked: more(LIMITS.unpacked, 64),
            operators: LIMITS.operators.saturating_add(length / 4),
            pixels: more(LIMITS.pixels, 256),
            ..LIMITS
        }
    }
}

/// What is left of the work that a file may ask for. Shared by all threads that read it.
#[derive(Debug)]
pub(crate) struct Budget {
    bytes: AtomicU64,
    operators: AtomicU64,
    pixels: AtomicU64,
}

impl Budget {
    pub(crate) fn new(limits: Limits) -> Budget {
        Budget {
            bytes: AtomicU64::new(limits.unpacked),
            operators: AtomicU64::new(limits.operators),
            pixels: AtomicU64::new(limits.pixels),
        }
    }

    /// How many bytes may still be unpacked.
    pub(crate) fn bytes_left(&self) -> u64 {
        self.bytes.load(Ordering::Relaxed)
    }

    /// Takes some bytes; `false` if there were not so many, and then none are left.
    pub(crate) fn take_bytes(&self, bytes: usize) -> bool {
        take(&self.bytes, bytes as u64)
    }

    /// Takes some operators; `false` if there were not so many, and then none are left.
    pub(crate) fn take_operators(&self, operators: u64) -> bool {
        take(&self.operators, operators)
    }

    /// How many pixels may still be painted.
    pub(crate) fn pixels_left(&self) -> u64 {
        self.pixels.load(Ordering::Relaxed)
    }

    /// Takes some pixels; `false` if there were not so many, and then none are left.
    pub(crate) fn take_pixels(&self, pixels: u64) -> bool {
        take(&self.pixels, pixels)
    }

    /// Spends all that is left.
    pub(crate) fn spend(&self) {
        self.bytes.store(0, Ordering::Relaxed);
    }

    /// Whether the file asked for more than it may.
    pub(crate) fn is_spent(&self) -> bool {
        let operators = self.operators.load(Ordering::Relaxed);
        self.bytes_left() == 0 || operators == 0 || self.pixels_left() == 0
    }
}

fn take(left: &AtomicU64, wanted: u64) -> bool {
    let before = left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| {
        Some(left.saturating_sub(wanted))
    });
    before.is_ok_and(|before| before > wanted)
}

#[cfg(test)]
mod tests {
    use super::{Budget, LIMITS, Limits};

    #[test]
    fn a_large_file_may_ask_for_more() {
        let (small, large) = (Limits::for_file(1000), Limits::for_file(500 << 20));
        assert!(small.unpacked < LIMITS.unpacked + (1 << 20));
        // Four hundred pages of A4 in CMYK with 300 samples to the inch.
        assert!(large.unpacked > 400 * 2480 * 3508 * 4);
        assert_eq!(large.operators, LIMITS.operators + (125 << 20));
        assert_eq!((large.stream, large.pages), (LIMITS.stream, LIMITS.pages));
    }

    #[test]
    fn a_budget_ends() {
        let budget = Budget::new(Limits { unpacked: 10, ..LIMITS });
        assert!(budget.take_bytes(9) && !budget.is_spent());
        assert!(!budget.take_bytes(2) && budget.is_spent());
    }
}
