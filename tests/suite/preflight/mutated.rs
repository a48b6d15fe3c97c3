//! Real files, damaged in a few thousand ways: the preflight ends, with a verdict that makes sense.
//!
//! It catches panics, so that a library's fault does not end the program. Here a panic of our own code is a failure all the
//! same.

mod mutations;

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use feuillet_preflight::{Report, Request, TARGETS, preflight};

use super::FILES;
use crate::support::sample;
use crate::support::shipped::{languages, pdf_for};
use mutations::{Dice, Seed};

/// How many files are made for a sample: fewer where nothing is optimised.
const SAMPLE: usize = if cfg!(debug_assertions) { 300 } else { 3000 };
/// Seconds that a file may take, on a machine that does much else.
const LONGEST: Duration = Duration::from_secs(10);
/// The most memory that the tests may take while this one runs, in kilobytes.
const MOST: u64 = 3 << 20;

/// Where code of ours has panicked, and where that of others has, each with how often.
static PANICS: Mutex<BTreeMap<String, usize>> = Mutex::new(BTreeMap::new());

/// Whether files are judged right now.
static RUNNING: AtomicBool = AtomicBool::new(false);

thread_local! {
    /// Whether this thread is one of those that judge files.
    static OURS: Cell<bool> = const { Cell::new(false) };
}

/// Remembers where the preflight panics; the threads that it starts have no name, and those of other tests have one.
fn watch() {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        let nameless = std::thread::current().name().is_none();
        if RUNNING.load(Ordering::Relaxed) && (OURS.get() || nameless) {
            let place = info.location().map(ToString::to_string).unwrap_or_default();
            let mut panics = PANICS.lock().unwrap_or_else(PoisonError::into_inner);
            *panics.entry(place).or_default() += 1;
        } else {
            before(info);
        }
    }));
}

/// The files that are damaged: those of the build, and one of each kind of those that break rules.
fn seeds() -> Vec<Seed> {
    let mut seeds = Vec::new();
    for (profile, language) in ["print", "office", "screen"].into_iter().zip(languages()) {
        seeds.extend(Seed::read(fs::read(pdf_for(profile, "card", language)).unwrap()));
    }
    if let Some(sandbox) = FILES.as_ref() {
        let mut files = sandbox.files("");
        files.retain(|file| file.ends_with(".pdf") && !file.starts_with("hostile"));
        files.sort();
        for file in files {
            let bytes = sandbox.read_bytes(&file);
            if bytes.len() < 150_000 {
                seeds.extend(Seed::read(bytes));
            }
        }
    }
    seeds
}

/// What is senseless in a report.
fn senseless(report: &Report) -> Option<String> {
    if report.passes() && report.pages.is_empty() {
        return Some("a file without pages passes".to_owned());
    }
    let figures = report.pages.iter().find(|page| {
        let (width, height) = page.size;
        let sound = width.is_finite() && height.is_finite() && width >= 0.0 && height >= 0.0;
        let ink = page.ink.is_none_or(|ink| (0.0..=500.0).contains(&ink));
        let resolution = page.resolution.is_none_or(|resolution| resolution >= 0.0);
        !(sound && ink && resolution)
    });
    if let Some(figures) = figures {
        return Some(format!("{figures:?}"));
    }
    let mut told = report.findings.iter().flat_map(|finding| finding.places.iter());
    let place = told.find(|place| place.page > report.pages.len().max(1) || place.page == 0);
    place.map(|place| format!("{place:?} of {} pages", report.pages.len()))
}

/// A row of what the system tells of this process's memory, in kilobytes: what it has now (`VmRSS:`), or the most that it
/// has had (`VmHWM:`). `None` where the system does not tell.
fn memory(row: &str) -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(row))?;
    line.trim().trim_end_matches("kB").trim().parse().ok()
}

#[test]
fn damaged_files_end_with_a_verdict_and_without_a_panic() {
    let seeds = seeds();
    let files = SAMPLE * sample::factor() as usize;
    watch();
    // What other tests hold is not counted: the highest mark begins at what is held now.
    let before = fs::write("/proc/self/clear_refs", "5").ok().and_then(|()| memory("VmRSS:"));
    RUNNING.store(true, Ordering::Relaxed);
    let next = AtomicUsize::new(0);
    let wrong = Mutex::new(Vec::new());
    let work = || {
        OURS.set(true);
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if number >= files {
                break;
            }
            let bytes = mutations::damaged(&seeds, number);
            let targets = TARGETS.map(|(_, target)| Some(target));
            let target = targets.into_iter().chain([None]).nth(number % 4).flatten();
            let request = Request { target, ..Request::default() };
            let start = Instant::now();
            let report = catch_unwind(AssertUnwindSafe(|| preflight(&bytes, &request)));
            let took = start.elapsed();
            let fault = match report {
                Err(_) => Some("a panic".to_owned()),
                Ok(_) if took > LONGEST => Some(format!("{took:?}")),
                Ok(report) => senseless(&report),
            };
            if let Some(fault) = fault {
                let mut wrong = wrong.lock().unwrap_or_else(PoisonError::into_inner);
                wrong.push(format!("file {number}: {fault}"));
            }
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(work);
        }
    });
    RUNNING.store(false, Ordering::Relaxed);
    let wrong = wrong.into_inner().unwrap();
    assert!(wrong.is_empty(), "{} of {files}:\n{}", wrong.len(), wrong.join("\n"));
    let panics = PANICS.lock().unwrap().clone();
    let ours = |place: &&String| !place.contains("/.cargo/") && !place.contains("/vendor/");
    // The preflight tells of those of libraries as of a file that can't be read.
    let own: Vec<_> = panics.keys().filter(ours).collect();
    assert!(own.is_empty(), "panics at {own:?}");
    if let (Some(before), Some(peak)) = (before, memory("VmHWM:")) {
        assert!(peak.saturating_sub(before) < MOST, "{} MB", (peak - before) >> 10);
    }
}

#[test]
fn the_same_number_damages_in_the_same_way() {
    let bytes = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Length 12 >>\nendobj\n".to_vec();
    let damaged = |number| mutations::of_bytes(&mut Dice::new(number), &bytes, &bytes);
    assert_eq!(damaged(3), damaged(3));
    let different = (0..50).filter(|number| damaged(*number) != bytes).count();
    assert!(different > 40, "{different}");
}
