//! Does many pieces of work in several threads, and gives what came of them in their order.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use crate::driver::run_workers;

/// The pieces that are left, for one worker.
pub(super) struct Pieces<'a, T, R> {
    all: &'a [T],
    next: &'a AtomicUsize,
    done: &'a Mutex<Vec<(usize, R)>>,
}

impl<T, R> Pieces<'_, T, R> {
    /// Does pieces until none is left.
    pub(super) fn do_each(&self, mut work: impl FnMut(&T) -> R) {
        loop {
            let index = self.next.fetch_add(1, Ordering::Relaxed);
            let Some(piece) = self.all.get(index) else { return };
            let result = work(piece);
            self.done.lock().unwrap_or_else(PoisonError::into_inner).push((index, result));
        }
    }
}

/// Shares pieces among workers. Each prepares what it needs for all of its own, and does them with [`Pieces::do_each`].
pub(super) fn in_parallel<T: Sync, R: Send>(
    threads: usize,
    pieces: &[T],
    worker: impl Fn(Pieces<'_, T, R>) + Sync,
) -> Vec<R> {
    let (next, done) = (AtomicUsize::new(0), Mutex::default());
    run_workers(threads.clamp(1, pieces.len().max(1)), threads, &|| {
        worker(Pieces { all: pieces, next: &next, done: &done });
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::in_parallel;

    #[test]
    fn results_stand_in_the_order_of_the_pieces() {
        let pieces: Vec<u32> = (0..100).collect();
        for threads in [1, 3, 200] {
            let doubled = in_parallel(threads, &pieces, |pieces| pieces.do_each(|piece| piece * 2));
            assert_eq!(doubled, (0..100).map(|piece| piece * 2).collect::<Vec<u32>>());
        }
    }
}
