//! Language editions in; what came of each out, in their order, made in parallel.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use crate::build::Progress;
use crate::build::group::{GroupResult, Shop, run};
use crate::build::plan::Job;
use crate::typeset::{Sources, forget};

/// Splits jobs into language editions, each with its profiles.
pub(super) fn groups<'a, 'b>(jobs: &'b [Job<'a>]) -> Vec<&'b [Job<'a>]> {
    let together = |one: &Job<'_>, other: &Job<'_>| {
        std::ptr::eq(one.edition, other.edition) && one.language == other.language
    };
    jobs.chunk_by(together).collect()
}

/// Whole language editions go to workers of their own; results come back in the order of the jobs.
///
/// Typst lays out and exports in parallel by itself, through rayon. Each worker is therefore a pool of rayon's, with
/// its share of the threads: no worker waits for the others' pieces, and none takes a whole job in while it waits.
pub(super) fn run_all(
    jobs: &[Job<'_>],
    shop: &Shop<'_>,
    threads: usize,
    progress: &dyn Progress,
) -> Vec<GroupResult> {
    let next = AtomicUsize::new(0);
    let results: Mutex<Vec<(usize, GroupResult)>> = Mutex::new(Vec::new());
    // The long ones first, so that the workers come to an end together.
    let mut order: Vec<(usize, &[Job<'_>])> = groups(jobs).into_iter().enumerate().collect();
    order.sort_by_key(|(_, jobs)| {
        std::cmp::Reverse(jobs.first().map_or(0, |job| job.blocks() * jobs.len()))
    });
    let workers = threads.clamp(1, order.len().max(1));
    let work = || {
        while let Some((index, jobs)) = order.get(next.fetch_add(1, Ordering::Relaxed)).copied() {
            let result = run(jobs, shop, &mut Sources::default());
            for job in jobs {
                progress.done(&format!("{} {}", job.edition.id.value, job.language));
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
