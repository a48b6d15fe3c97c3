//! Turns a file and a request into a report.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use crate::claims::Claims;
use crate::file::{File, Limits, PageEntry, PageTree, Structure, Unreadable};
use crate::page::PageSummary;
use crate::report::Findings;
use crate::report::Report;
use crate::request::{Request, Target};
use crate::resources::colour::Press;
use crate::rules::{Check, Context, Derived};
use crate::rules::{Occurrence, Occurrences};
use crate::rules::{rules, unchecked};
use crate::run::{Caches, Environment, Layers, survey};

/// The rules that are checked while the file is read.
const UNREADABLE: &str = "file-unreadable";
const TOO_MUCH: &str = "file-limits";
const ENCRYPTED: &str = "file-encrypted";

/// How many occurrences of a rule are kept for one page.
const MOST_OCCURRENCES: usize = 2000;
/// How many occurrences and marked contents are kept for all pages together, some 200 bytes each.
const MOST_KEPT: usize = 1_500_000;
/// How many occurrences of a rule are kept for one page once that many are.
const FEW_OCCURRENCES: usize = 4;

/// Reads the bytes of a file and checks it. Never fails, and takes bounded time and memory: what can't be
/// read is a finding.
#[must_use]
pub fn preflight(bytes: &[u8], request: &Request) -> Report {
    let unread = |rule, occurrence| {
        let target = request.target.unwrap_or(Target::Print);
        let mut findings = Findings::default();
        findings.note(rule, vec![occurrence]);
        Report {
            target,
            target_found: false,
            claims: Vec::new(),
            unchecked: Vec::new(),
            pages: Vec::new(),
            findings: findings.into_findings(target, &[]),
        }
    };
    // A panic in a library that decodes data must not end the program.
    let opened =
        catch_unwind(AssertUnwindSafe(|| File::open(bytes, Limits::for_file(bytes.len()))));
    let file = match opened {
        Ok(Ok(file)) => file,
        Ok(Err(Unreadable::Locked)) => {
            return unread(ENCRYPTED, Occurrence::new("the file opens with a password only"));
        }
        Ok(Err(Unreadable::TooMuch)) => {
            return unread(
                TOO_MUCH,
                Occurrence::new("a part of the file that unpacks to more than 256 MB"),
            );
        }
        Ok(Err(Unreadable::NoPdf(why))) => return unread(UNREADABLE, Occurrence::new(why)),
        Err(_) => return unread(UNREADABLE, Occurrence::new("the reading of its objects failed")),
    };
    let report = catch_unwind(AssertUnwindSafe(|| check(bytes, &file, request)));
    report
        .unwrap_or_else(|_| unread(UNREADABLE, Occurrence::new("the reading of its parts failed")))
}

fn check(bytes: &[u8], file: &File, request: &Request) -> Report {
    let claims = Claims::read(file);
    let structure = &Structure::read(bytes, file);
    let tree = PageTree::read(file);
    let target = request.target.unwrap_or_else(|| find_target(file, &claims, &tree));
    let (pages, derived) = (&tree, Derived::default());
    let press = Arc::new(Press::new(claims.press_profile().or(request.press_profile.as_deref())));
    let (claims, press) = (&claims, &press);
    let context = Context { file, structure, request, target, pages, claims, press, derived };
    let env = Environment {
        file,
        press: Arc::clone(press),
        target,
        pages: tree.pages.len(),
        layers: Layers::read(file, target),
        ink_limit: request.ink_limit,
        caches: Caches::default(),
    };
    let mut findings = Findings::default();
    let mut summaries = Vec::with_capacity(tree.pages.len());
    let mut cut_short = tree.cut;
    for result in read_pages(&context, &env) {
        cut_short |= result.cut_short;
        for (rule, occurrences) in result.occurrences {
            findings.note(rule, occurrences);
        }
        summaries.extend(result.summary);
    }
    if matches!(claims.components(), Some(1 | 3)) {
        // What is not meant for four inks has none to be measured.
        for summary in &mut summaries {
            summary.figures.ink = None;
        }
    }
    for rule in rules().iter().filter(|rule| rule.targets.contains(&target)) {
        let mut found = Occurrences::default();
        match rule.check {
            Check::File(check) => check(&context, &mut found),
            Check::Pages(check) => check(&context, &summaries, &mut found),
            Check::Page(_) | Check::Reading => continue,
        }
        findings.note(rule.id, found.occurrences);
    }
    if cut_short || file.budget.is_spent() {
        findings.note(
            TOO_MUCH,
            vec![Occurrence::new("a file that asks for more work than any that is printed")],
        );
    }
    Report {
        target,
        target_found: request.target.is_none(),
        unchecked: unchecked(&claims.standards, target),
        claims: claims.standards.clone(),
        findings: findings.into_findings(target, &summaries),
        pages: summaries.iter().map(|summary| summary.figures).collect(),
    }
}

/// What a file is for: PDF/X, or a trim with room around it, is for the print shop; what tells a printer how to print it is
/// for the office, and so is all else that has no tags, by which files for screens are known.
fn find_target(file: &File, claims: &Claims, tree: &PageTree) -> Target {
    let cut = |page: &PageEntry| {
        let (media, trim) = (
            file.rectangle(&page.dictionary, "MediaBox"),
            file.rectangle(&page.dictionary, "TrimBox"),
        );
        // A millimetre less than any bleed.
        const ROOM: f64 = 72.0 / 25.4;
        matches!((media, trim), (Some(media), Some(trim)) if media.width() - trim.width() > ROOM)
    };
    if claims.has("PDF/X") || tree.pages.first().is_some_and(cut) {
        Target::Print
    } else if claims.has("PDF/UA") {
        Target::Screen
    } else if let Some(preferences) = file.dict(file.catalogue(), "ViewerPreferences")
        && (preferences.has(b"Duplex") || file.name(preferences, "PrintScaling") == Some(b"None"))
    {
        Target::Office
    } else if file.dict(file.catalogue(), "StructTreeRoot").is_some() {
        Target::Screen
    } else {
        Target::Office
    }
}

/// The results of a page.
#[derive(Default)]
struct PageResult {
    summary: Option<PageSummary>,
    occurrences: Vec<(&'static str, Vec<Occurrence>)>,
    cut_short: bool,
}

/// Reads all pages, on as many threads as the request allows.
fn read_pages(context: &Context<'_>, env: &Environment<'_>) -> Vec<PageResult> {
    const STACK: usize = 32 << 20;
    let pages = &context.pages.pages;
    let count = pages.len();
    let workers = context.request.threads().min(count.max(1));
    let (next, kept) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let results = Mutex::new(Vec::with_capacity(count));
    let work = || {
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(entry) = pages.get(index) else { break };
            if env.file.budget.is_spent() {
                let result = PageResult { cut_short: true, ..PageResult::default() };
                results.lock().unwrap_or_else(PoisonError::into_inner).push((index, result));
                break;
            }
            let read = || read_page(context, env, entry, index + 1, &kept);
            let result = catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| {
                let occurrence = Occurrence::new("the reading of a page failed").on(index + 1);
                PageResult {
                    occurrences: vec![(UNREADABLE, vec![occurrence])],
                    ..PageResult::default()
                }
            });
            results.lock().unwrap_or_else(PoisonError::into_inner).push((index, result));
        }
    };
    let running = thread::scope(|scope| {
        let spawn = || thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work);
        // Where no more threads are to be had, those that run do it all.
        (0..workers).map_while(|_| spawn().ok()).count()
    });
    if running == 0 && count > 0 {
        let result = PageResult { cut_short: true, ..PageResult::default() };
        results.lock().unwrap_or_else(PoisonError::into_inner).push((0, result));
    }
    let mut results = results.into_inner().unwrap_or_else(PoisonError::into_inner);
    results.sort_by_key(|(index, _)| *index);
    results.into_iter().map(|(_, result)| result).collect()
}

fn read_page(
    context: &Context<'_>,
    env: &Environment<'_>,
    entry: &PageEntry,
    number: usize,
    kept: &AtomicUsize,
) -> PageResult {
    let page = survey(env, entry, number);
    let mut occurrences = Vec::new();
    for rule in rules().iter().filter(|rule| rule.targets.contains(&context.target)) {
        let Check::Page(check) = rule.check else { continue };
        let mut found = Occurrences::default();
        check(context, &page, &mut found);
        let most = if kept.load(Ordering::Relaxed) < MOST_KEPT {
            MOST_OCCURRENCES
        } else {
            FEW_OCCURRENCES
        };
        found.occurrences.truncate(most);
        kept.fetch_add(found.occurrences.len(), Ordering::Relaxed);
        for occurrence in &mut found.occurrences {
            occurrence.page = number;
        }
        if !found.occurrences.is_empty() {
            occurrences.push((rule.id, found.occurrences));
        }
    }
    let mut summary = page.summary();
    let mut cut_short = page.cut_short;
    if kept.fetch_add(summary.contents.len(), Ordering::Relaxed) > MOST_KEPT {
        cut_short |= !summary.contents.is_empty();
        summary.contents = Vec::new();
    }
    PageResult { summary: Some(summary), occurrences, cut_short }
}
