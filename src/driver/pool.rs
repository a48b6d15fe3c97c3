//! Runs many language editions at once, and gives what came of them in their order.

use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use crate::driver::Progress;
use crate::driver::build_edition::{BuildContext, EditionResult, build_edition};
use crate::driver::job::Job;
use crate::typeset::{Sources, forget, forget_unused};

/// Whole language editions go to workers of their own; results come back in the order of the jobs.
///
/// Typst lays out and exports in parallel by itself, through rayon. Each worker is therefore a pool of rayon's, with
/// its share of the threads: no worker waits for the others' pieces, and none takes a whole job in while it waits.
pub(super) fn run_all(
    jobs: &[Job<'_>],
    context: &BuildContext<'_>,
    threads: usize,
    progress: &dyn Progress,
) -> Vec<EditionResult> {
    let next = AtomicUsize::new(0);
    let results: Mutex<Vec<(usize, EditionResult)>> = Mutex::new(Vec::new());
    // The long ones first, so that the workers come to an end together.
    let mut order: Vec<(usize, &Job<'_>)> = jobs.iter().enumerate().collect();
    order.sort_by_key(|(_, job)| std::cmp::Reverse(job.blocks() * job.profiles.len()));
    let workers = threads.clamp(1, order.len().max(1));
    let work = || {
        while let Some((index, job)) = order.get(next.fetch_add(1, Ordering::Relaxed)).copied() {
            let result = build_edition(job, context, &mut Sources::default());
            for _ in &job.profiles {
                progress.done(&format!("{} {}", job.id.edition, job.id.languages_key()));
            }
            forget(workers);
            results.lock().unwrap_or_else(PoisonError::into_inner).push((index, result));
        }
    };
    run_workers(workers, threads, &work);
    let mut results = results.into_inner().unwrap_or_else(PoisonError::into_inner);
    results.sort_by_key(|(index, _)| *index);
    results.into_iter().map(|(_, result)| result).collect()
}

/// How many language editions a worker takes at once, of those that are alike.
const CHUNK: usize = 16;

/// Language editions that are alike, for bodies: those of one edition and language stand beside each other. What comes of each
/// is given to `done` at once, so that nothing heaps up. A worker keeps the sources of a language, and what Typst knows of it.
pub(super) fn run_each(
    jobs: &[Job<'_>],
    context: &BuildContext<'_>,
    threads: usize,
    progress: &dyn Progress,
    done: &(dyn Fn(EditionResult) + Sync),
) {
    let alike = |one: &Job<'_>, other: &Job<'_>| {
        (&one.id.edition, one.id.languages(), &one.profiles)
            == (&other.id.edition, other.id.languages(), &other.profiles)
            && one.id.brochure == other.id.brochure
    };
    let chunks: Vec<&[Job<'_>]> =
        jobs.chunk_by(alike).flat_map(|jobs| jobs.chunks(CHUNK)).collect();
    let workers = threads.clamp(1, chunks.len().max(1));
    let (shares, started) = (Shares::new(chunks.len(), workers), AtomicUsize::new(0));
    let work = || {
        let worker = started.fetch_add(1, Ordering::Relaxed);
        let mut kept: Option<(&Job<'_>, Sources)> = None;
        while let Some(chunk) = shares.next(worker).and_then(|index| chunks.get(index)) {
            let Some(first) = chunk.first() else { continue };
            let (_, mut sources) = kept
                .take()
                .filter(|(last, _)| alike(last, first))
                .unwrap_or_else(|| (first, Sources::default()));
            for job in *chunk {
                let result = build_edition(job, context, &mut sources);
                let body = job.id.overlay.as_deref().unwrap_or_default();
                for _ in &job.profiles {
                    progress.done(&format!("{} {} {body}", job.id.edition, job.id.languages_key()));
                }
                // What the next edition of the language needs was used by this one or, in turn, by those of other workers.
                forget_unused(2 * workers);
                done(result);
            }
            kept = Some((first, sources));
        }
    };
    run_workers(workers, threads, &work);
}

/// Chunks by their number, in shares that lie beside each other: each worker goes through its own, and so through as few languages as
/// can be, before it takes from the end of what another has left.
struct Shares(Mutex<Vec<Range<usize>>>);

impl Shares {
    /// Shares of about one size.
    fn new(chunks: usize, workers: usize) -> Shares {
        let bound = |worker: usize| chunks * worker / workers;
        Shares(Mutex::new((0..workers).map(|worker| bound(worker)..bound(worker + 1)).collect()))
    }

    /// The chunk that a worker does next; `None` if all are taken.
    fn next(&self, worker: usize) -> Option<usize> {
        let mut shares = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(own) = shares.get_mut(worker).and_then(Iterator::next) {
            return Some(own);
        }
        shares.iter_mut().max_by_key(ExactSizeIterator::len)?.next_back()
    }
}

/// Runs the same work in several workers, each with its share of the threads.
pub(crate) fn run_workers(workers: usize, threads: usize, work: &(dyn Fn() + Sync)) {
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                match rayon::ThreadPoolBuilder::new()
                    .num_threads((threads / workers).max(1))
                    .build()
                {
                    Ok(pool) => pool.install(work),
                    // The system gives no more threads: this one will do.
                    Err(_) => work(),
                }
            });
        }
    });
}

#[cfg(test)]
mod tests {
    use super::Shares;

    #[test]
    fn each_worker_does_its_own_share_and_then_helps_the_others() {
        let shares = Shares::new(7, 2);
        let taken: Vec<_> = [0, 1, 0, 1, 0, 0, 0].map(|worker| shares.next(worker)).to_vec();
        assert_eq!(taken, [0, 3, 1, 4, 2, 6, 5].map(Some));
        assert_eq!((shares.next(0), shares.next(1)), (None, None));
    }

    #[test]
    fn each_chunk_is_taken_once() {
        for (chunks, workers) in [(0, 1), (1, 1), (3, 3), (10, 4), (2, 1), (17, 16)] {
            let shares = Shares::new(chunks, workers);
            // One worker sleeps, another one takes more than its part.
            let order = (0..).map(|turn| if turn % 3 == 0 { workers - 1 } else { turn % workers });
            let mut taken: Vec<_> = order.map_while(|worker| shares.next(worker)).collect();
            taken.sort_unstable();
            assert_eq!(taken, (0..chunks).collect::<Vec<_>>(), "{workers}");
        }
    }
}
