//! Keeps what the data of streams came to: files of one program bring the same profiles and fonts, and one file's are read more than once.

use std::sync::{Mutex, PoisonError};

/// The most bytes that a memory holds, data and results together.
const MOST_BYTES: usize = 8 << 20;

/// How long the data are of which that is done: to look up what is shorter takes as long as to read it, and of what is longer few would
/// fit.
const LENGTHS: std::ops::RangeInclusive<usize> = 1 << 10..=1 << 20;

/// Results by the data that they come from alone, for all files of the process. Data are compared byte for byte; what was not asked
/// for longest is forgotten first.
#[derive(Debug)]
pub(crate) struct Kept<V>(Mutex<Entries<V>>);

#[derive(Debug)]
struct Entries<V> {
    /// The one that was used last at the end.
    entries: Vec<Entry<V>>,
    bytes: usize,
}

#[derive(Debug)]
struct Entry<V> {
    data: Vec<u8>,
    result: V,
    /// What the data and the result take.
    bytes: usize,
}

impl<V: Clone> Kept<V> {
    /// Nothing yet.
    pub(crate) const fn new() -> Kept<V> {
        Kept(Mutex::new(Entries { entries: Vec::new(), bytes: 0 }))
    }

    /// What these data came to before.
    pub(crate) fn find(&self, data: &[u8]) -> Option<V> {
        if !LENGTHS.contains(&data.len()) {
            return None;
        }
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let index = kept.entries.iter().rposition(|entry| entry.data == data)?;
        let entry = kept.entries.remove(index);
        let result = entry.result.clone();
        kept.entries.push(entry);
        Some(result)
    }

    /// Keeps what data came to; `bytes` is what the result takes.
    pub(crate) fn keep(&self, data: &[u8], result: V, bytes: usize) {
        let bytes = bytes.saturating_add(data.len());
        if !LENGTHS.contains(&data.len()) || bytes > MOST_BYTES {
            return;
        }
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.entries.iter().any(|entry| entry.data == data) {
            // Another thread was faster.
            return;
        }
        let mut forgotten = 0;
        while kept.bytes + bytes > MOST_BYTES {
            let Some(entry) = kept.entries.get(forgotten) else { break };
            kept.bytes -= entry.bytes;
            forgotten += 1;
        }
        kept.entries.drain(..forgotten);
        kept.bytes += bytes;
        kept.entries.push(Entry { data: data.to_vec(), result, bytes });
    }
}

#[cfg(test)]
mod tests {
    use super::{Kept, LENGTHS, MOST_BYTES};

    /// Data of some length that end like no others.
    fn data(length: usize, end: u32) -> Vec<u8> {
        let mut data = vec![7; length - 4];
        data.extend(end.to_be_bytes());
        data
    }

    #[test]
    fn data_that_differ_in_their_last_byte_have_results_of_their_own() {
        let kept = Kept::new();
        kept.keep(&data(5000, 1), "one", 3);
        assert_eq!(kept.find(&data(5000, 1)), Some("one"));
        assert_eq!(kept.find(&data(5000, 2)), None);
        assert_eq!(kept.find(&data(5001, 1)), None);
        kept.keep(&data(5000, 2), "two", 3);
        assert_eq!(kept.find(&data(5000, 1)), Some("one"));
        assert_eq!(kept.find(&data(5000, 2)), Some("two"));
    }

    #[test]
    fn what_is_kept_never_takes_more_than_it_may() {
        let kept = Kept::new();
        let often = data(100_000, 0);
        kept.keep(&often, 0, 500_000);
        for number in 1..200 {
            kept.keep(&data(100_000, number), number, 500_000);
            let entries = kept.0.lock().unwrap();
            let bytes: usize = entries.entries.iter().map(|entry| entry.bytes).sum();
            assert!(bytes == entries.bytes && bytes <= MOST_BYTES, "{bytes}");
            assert!(entries.entries.len() >= 10.min(number as usize), "{number}");
            drop(entries);
            // What is asked for again and again stays.
            assert_eq!(kept.find(&often), Some(0));
        }
        assert_eq!(kept.find(&data(100_000, 1)), None);
        assert_eq!(kept.find(&data(100_000, 199)), Some(199));
    }

    #[test]
    fn what_is_too_short_or_too_long_is_not_kept() {
        let kept = Kept::new();
        for length in [*LENGTHS.start() - 1, *LENGTHS.end() + 1] {
            kept.keep(&data(length, 1), (), 0);
            assert_eq!(kept.find(&data(length, 1)), None);
        }
        kept.keep(&data(5000, 1), (), MOST_BYTES);
        assert_eq!(kept.find(&data(5000, 1)), None);
    }
}
