//! Runs many language editions at once, and gives what came of them in their order.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use crate::driver::Progress;
use crate::driver::build_edition::{BuildContext, EditionResult, build_edition};
use crate::driver::job::Job;
use crate::typeset::{Sources, forget};

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
                progress.done(&format!("{} {}", job.id.edition, job.language()));
            }
            forget(workers);
            results.lock().unwrap_or_else(PoisonError::into_inner).push((index, result));
        }
    };
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
    let mut results = results.into_inner().unwrap_or_else(PoisonError::into_inner);
    results.sort_by_key(|(index, _)| *index);
    results.into_iter().map(|(_, result)| result).collect()
}
