//! Does many pieces of work in several threads, and gives what came of them in their order.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use crate::driver::run_workers;

/// Does each piece; a worker begins with what `prepare` gives it.
pub(super) fn in_parallel<T: Sync, P, R: Send>(
    threads: usize,
    pieces: &[T],
    prepare: impl Fn() -> P + Sync,
    work: impl Fn(&mut P, &T) -> R + Sync,
) -> Vec<R> {
    let workers = threads.clamp(1, pieces.len().max(1));
    let next = AtomicUsize::new(0);
    let done: Mutex<Vec<(usize, R)>> = Mutex::default();
    run_workers(workers, threads, &|| {
        let mut prepared = None;
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(piece) = pieces.get(index) else { break };
            let result = work(prepared.get_or_insert_with(&prepare), piece);
            done.lock().unwrap_or_else(PoisonError::into_inner).push((index, result));
        }
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
            let doubled = in_parallel(threads, &pieces, || 2, |factor, piece| piece * *factor);
            assert_eq!(doubled, (0..100).map(|piece| piece * 2).collect::<Vec<u32>>());
        }
    }
}
