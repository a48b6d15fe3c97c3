//! Whoever looks at a site while it is written finds the old one or the new one, each whole, whenever a run is killed.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use super::site::{Site, check_sums, sha256};
use super::{approved, publish, publish_clean, site_of};
use crate::support::Sandbox;
use crate::support::sample::{SEED, factor};

/// How many runs are killed.
const KILLS: u32 = 12;

/// How many runs come to their end meanwhile: the folders change places in each of them.
const ENDS: u32 = 12;

/// The longest time after which a run is killed, in milliseconds.
const LONGEST: u64 = 700;

/// What readers have seen.
#[derive(Default)]
struct Seen {
    done: AtomicBool,
    /// How often there was no site.
    missing: AtomicUsize,
    /// How often the site was read from beginning to end.
    whole: AtomicUsize,
}

/// Looks for the site as fast as it can.
fn look(folder: &Path, seen: &Seen) {
    while !seen.done.load(Ordering::Relaxed) {
        if fs::metadata(folder.join("index.html")).is_err() {
            seen.missing.fetch_add(1, Ordering::Relaxed);
        }
    }
}

/// The number of a folder: another one at the same place has another number.
#[cfg(unix)]
fn number(folder: &Path) -> Option<u64> {
    use std::os::unix::fs::MetadataExt as _;
    Some(fs::metadata(folder).ok()?.ino())
}

/// Reads the site as a whole again and again, through a folder that is held open: what takes its place meanwhile is another one.
#[cfg(target_os = "linux")]
fn read(folder: &Path, seen: &Seen) {
    use std::os::fd::AsRawFd as _;
    while !seen.done.load(Ordering::Relaxed) {
        let Ok(held) = File::open(folder) else { continue };
        let inside = PathBuf::from(format!("/proc/self/fd/{}", held.as_raw_fd()));
        let before = number(&inside);
        let fault = fault_of(&inside);
        // What is being deleted has lost its place.
        if number(folder) == before {
            assert_eq!(fault, None);
            seen.whole.fetch_add(1, Ordering::Relaxed);
        }
    }
}

/// What is wrong with a site: a file that is not the one that its list names.
fn fault_of(folder: &Path) -> Option<String> {
    let Ok(sums) = fs::read_to_string(folder.join("SHA256SUMS")) else {
        return Some("there is no list".to_owned());
    };
    let sums: BTreeMap<&str, &str> = sums
        .lines()
        .filter_map(|line| line.split_once("  "))
        .map(|(sum, path)| (path, sum))
        .collect();
    let wrong = sums.iter().find(|(path, sum)| {
        fs::read(folder.join(path)).map_or(true, |bytes| sha256(&bytes) != **sum)
    });
    wrong.map(|(path, _)| (*path).to_owned())
}

/// Starts a run for another address: every page of the site is new.
fn start(sandbox: &Sandbox, folder: &Path, number: u32) -> std::process::Child {
    let base = format!("https://info{number}.example/");
    let arguments =
        ["publish", "--site", folder.to_str().unwrap(), "--base-url", &base, "--as-of", super::DAY];
    let mut program = sandbox.program();
    program.args(arguments);
    program.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null());
    program.spawn().unwrap()
}

#[test]
#[cfg(target_os = "linux")]
fn a_killed_run_leaves_a_whole_site() {
    let sandbox = approved();
    let folder = site_of(&sandbox);
    publish_clean(&sandbox, &[]);
    let seen = Seen::default();
    thread::scope(|scope| {
        scope.spawn(|| look(&folder, &seen));
        scope.spawn(|| read(&folder, &seen));
        // The same moments in every run: a linear congruential generator (Knuth's MMIX).
        let mut state = SEED;
        for round in 0..KILLS * factor() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let wait = (state >> 33) % LONGEST;
            let mut run = start(&sandbox, &folder, round);
            thread::sleep(Duration::from_millis(wait));
            run.kill().unwrap();
            run.wait().unwrap();
            assert_eq!(fault_of(&folder), None, "killed after {wait} ms");
        }
        for round in 0..ENDS * factor() {
            assert!(start(&sandbox, &folder, round % 2).wait().unwrap().success());
        }
        seen.done.store(true, Ordering::Relaxed);
    });
    assert_eq!(seen.missing.into_inner(), 0, "there was a site all the time");
    assert!(seen.whole.into_inner() > 0);
    check_sums(&publish_clean(&sandbox, &["--base-url", "https://info.example/"]));
    let left = fs::read_dir(folder.parent().unwrap()).unwrap();
    let left: Vec<_> = left.map(|entry| entry.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().contains(".feuillet-")), "{left:?}");
}

/// Where names can't be exchanged, a killed run may leave the old site beside its place: the next run puts it back.
#[test]
fn an_old_site_that_lies_beside_its_place_is_put_back() {
    let sandbox = approved();
    let folder = site_of(&sandbox);
    let before = publish_clean(&sandbox, &[]);
    fs::rename(&folder, folder.with_file_name(".site.feuillet-old")).unwrap();
    fs::create_dir(folder.with_file_name(".site.feuillet-new")).unwrap();
    let ran = publish(&sandbox, &folder, &[]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{}", ran.stdout);
    assert!(ran.stdout.contains(", unchanged: "), "{}", ran.stdout);
    assert_eq!(Site::read(&folder).files, before.files);
}

/// How many times runs start at once.
const ROUNDS: u32 = 6;

#[test]
fn runs_at_once_leave_a_whole_site() {
    let sandbox = approved();
    let folder = site_of(&sandbox);
    let before = publish_clean(&sandbox, &[]);
    // A copy of the project has locks of its own: the site alone keeps the two apart.
    let copy = sandbox.beside("copy");
    copy_project(sandbox.root(), &copy);
    for round in 0..ROUNDS * factor() {
        let mut runs: Vec<_> = [2 * round, 2 * round + 1, 2 * round]
            .into_iter()
            .zip([sandbox.root(), &copy, sandbox.root()])
            .map(|(number, project)| {
                let base = format!("https://info{number}.example/");
                let mut program = sandbox.program();
                program.current_dir(project).args(["publish", "--as-of", super::DAY, "--site"]);
                program.arg(&folder).args(["--base-url", &base]);
                program.stdout(std::process::Stdio::null()).spawn().unwrap()
            })
            .collect();
        for run in &mut runs {
            assert!(run.wait().unwrap().success());
        }
        assert_eq!(fault_of(&folder), None);
        let site = Site::read(&folder);
        check_sums(&site);
        assert!(site.files.keys().eq(before.files.keys()), "round {round}");
    }
    let left = fs::read_dir(folder.parent().unwrap()).unwrap();
    let left: Vec<_> = left.map(|entry| entry.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().contains(".feuillet-")), "{left:?}");
}

/// Copies a project; links stay links.
fn copy_project(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let (entry, kind) = entry.map(|entry| (entry.path(), entry.file_type().unwrap())).unwrap();
        let target = to.join(entry.file_name().unwrap());
        if kind.is_dir() {
            copy_project(&entry, &target);
        } else if kind.is_symlink() {
            #[cfg(unix)]
            std::os::unix::fs::symlink(fs::read_link(&entry).unwrap(), target).unwrap();
        } else {
            fs::copy(&entry, target).unwrap();
        }
    }
}

#[test]
fn a_site_of_another_project_is_left_alone() {
    let sandbox = approved();
    let before = publish_clean(&sandbox, &[]);
    let other = Sandbox::empty();
    let ran = other.run(&["new", "repair-evening", "--on", "2026-11-20"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let ran = publish(&other, &before.folder, &["--drafts"]);
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(ran.stderr.contains("is the site of another project"), "{}", ran.stderr);
    assert_eq!(Site::read(&before.folder).files, before.files);
    // A project whose brochures all have other ids now says so.
    let ran = publish(&other, &before.folder, &["--drafts", "--take-over"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(
        ran.stderr.contains("no brochure any more that was `street-evening`"),
        "{}",
        ran.stderr
    );
}
