//! Takes over the files of earlier releases, and withdraws those that say what is no longer true.
//!
//! An address that somebody printed keeps working: what has no successor in this release stays as it was. A file of which a
//! fact has changed, or whose version the brochure withdraws, is replaced by a notice; its old bytes are gone.

use std::collections::BTreeSet;

use crate::diagnostic::Reported;
use crate::language::Tag;
use crate::publish::common::is_picture;
use crate::publish::entry::{Entry, Purpose, State, language_page};
use crate::publish::gathered::Gathered;
use crate::publish::index::Panel;
use crate::publish::news::News;
use crate::publish::notice::{Lead, Notice};
use crate::publish::site_file::SiteFile;
use crate::publish::truths::Verdict;
use crate::publish::words::AllWords;
use crate::publish::work::Work;

/// A file of an earlier run that was not made again.
struct Old<'e> {
    entry: &'e Entry,
    /// Where it goes, if nothing else is there.
    places: [&'e String; 2],
    /// Whether pages list it: nothing of this run is the same file.
    is_listed: bool,
    is_withdrawn: bool,
}

/// Adds the files of earlier releases to those of this one. `beside` are the files of others that pages list too.
///
/// # Errors
///
/// Fails if a notice can't be made.
pub(super) fn with_earlier<'a>(
    work: &Work<'a>,
    words: &AllWords<'a>,
    mut gathered: Gathered,
    beside: &[Entry],
) -> Result<Gathered, Reported> {
    let olds = olds(work, &mut gathered);
    let live = gathered.entries.iter().filter(|entry| entry.state != State::Replaced);
    let stays = olds.iter().filter(|old| old.is_listed && !old.is_withdrawn);
    let live = live.chain(beside).chain(stays.map(|old| old.entry));
    let live: BTreeSet<(Tag, String)> =
        live.map(|entry| (entry.language.clone(), entry.brochure.clone())).collect();
    for old in &olds {
        let lead = lead(old.entry, &live);
        let Some(taken) = take_over(work, words, old, &lead, &mut gathered)? else { continue };
        let list = if old.is_listed { &mut gathered.entries } else { &mut gathered.earlier };
        list.push(taken);
    }
    if work.shared().only_withdraws {
        take_panels(work, &mut gathered);
    }
    Ok(gathered)
}

/// What an earlier run left of files that are not made again, and which of them are withdrawn.
fn olds<'a>(work: &Work<'a>, gathered: &mut Gathered) -> Vec<Old<'a>> {
    let index = &work.scope.earlier.index;
    let mut olds = Vec::new();
    for entry in index.files.iter().filter(|entry| !entry.is_common()) {
        let keeps_drafts = work.shared().only_withdraws && work.options().drafts;
        if entry.state == State::Draft && !keeps_drafts {
            continue;
        }
        note_same_version(&gathered.entries, entry, &mut gathered.news);
        let has_successor = gathered.files.contains_key(&entry.path)
            || gathered.entries.iter().any(|new| is_renamed(entry, new));
        let is_withdrawn = is_withdrawn(work, entry, &mut gathered.news);
        if is_withdrawn && entry.state == State::Draft {
            continue;
        }
        let places = [&entry.path, &entry.version_path];
        olds.push(Old { entry, places, is_listed: !has_successor, is_withdrawn });
    }
    for entry in &index.earlier {
        let is_withdrawn = is_withdrawn(work, entry, &mut gathered.news);
        let places = [&entry.path, &entry.version_path];
        olds.push(Old { entry, places, is_listed: false, is_withdrawn });
    }
    olds
}

/// Whether a file is that of an earlier run under the new name of its brochure: the old address keeps working, and no page lists it.
fn is_renamed(old: &Entry, new: &Entry) -> bool {
    let is_approved = new.state == State::Approved && old.state != State::Draft;
    is_approved && old.name != new.name && old.is_same_file(new)
}

/// Whether a file is withdrawn; notes that it is now.
fn is_withdrawn(work: &Work<'_>, old: &Entry, news: &mut News) -> bool {
    if old.state == State::Replaced {
        return true;
    }
    match work.scope.truths.verdict(old) {
        Verdict::True => false,
        Verdict::Doubtful => {
            news.doubtful.insert(old.path.clone());
            false
        }
        Verdict::Outdated(whys) => {
            if old.state == State::Draft {
                news.drafts.insert(old.path.clone());
            } else {
                news.withdrawn.insert((old.path.clone(), old.version.clone()));
            }
            news.whys.extend(whys);
            true
        }
    }
}

/// Notes which files of a site say what is no longer true, without changing any.
pub(super) fn outdated(work: &Work<'_>) -> News {
    let mut news = News::default();
    let index = &work.scope.earlier.index;
    for entry in index.files.iter().filter(|entry| !entry.is_common()).chain(&index.earlier) {
        is_withdrawn(work, entry, &mut news);
    }
    news
}

/// Where the notice in the place of a file leads, given the languages and brochures of which there is something.
fn lead(old: &Entry, live: &BTreeSet<(Tag, String)>) -> Lead {
    let page = || language_page(&old.language);
    if live.contains(&(old.language.clone(), old.brochure.clone())) {
        Lead::Successor(page())
    } else if live.iter().any(|(language, _)| *language == old.language) {
        Lead::Others { page: page(), label: "site-overview" }
    } else if live.is_empty() {
        Lead::Nowhere
    } else {
        Lead::Others { page: "index.html".to_owned(), label: "site-languages" }
    }
}

/// Takes over the pictures for messengers of files that stay.
fn take_panels(work: &Work<'_>, gathered: &mut Gathered) {
    let earlier = &work.scope.earlier;
    let stays = |panel: &&Panel| {
        let mut entries = gathered.entries.iter().filter(|entry| entry.state != State::Replaced);
        entries.any(|entry| entry.sha256 == panel.of)
    };
    let panels: Vec<Panel> = earlier.index.pictures.iter().filter(stays).cloned().collect();
    for panel in panels {
        let (picture, text) = (earlier.file(&panel.path), earlier.file(&panel.text));
        if let (Some(picture), Some(text)) = (picture, text) {
            gathered.files.insert(panel.path.clone(), picture);
            gathered.files.insert(panel.text.clone(), text);
            gathered.pictures.push(panel);
        }
    }
}

/// Notes that a version was published before, with other bytes.
fn note_same_version(entries: &[Entry], old: &Entry, news: &mut News) {
    let is_other = |entry: &&Entry| {
        entry.version_path == old.version_path
            && entry.sha256 != old.sha256
            && old.state == State::Approved
            && old.purpose != Purpose::Read
    };
    let other = entries.iter().find(is_other);
    news.republished.extend(other.map(|entry| entry.version_path.clone()));
}

/// Takes a file over to some of its places that are free, or puts a notice there; `None` if there was none.
fn take_over<'a>(
    work: &Work<'a>,
    words: &AllWords<'a>,
    old: &Old<'_>,
    lead: &Lead,
    gathered: &mut Gathered,
) -> Result<Option<Entry>, Reported> {
    let Old { entry: old, places, is_withdrawn, .. } = *old;
    let free: Vec<&String> =
        places.into_iter().filter(|path| !gathered.files.contains_key(*path)).collect();
    let Some(first) = free.first() else { return Ok(None) };
    let mut entry = Entry { path: (*first).clone(), ..old.clone() };
    if is_withdrawn {
        // A language that the project no longer has: better another one than nothing.
        let known = words.get(&old.language).or_else(|| words.values().next());
        let Some((words, _)) = known else { return Ok(None) };
        entry.state = State::Replaced;
        entry.picture = None;
        entry.says.clear();
        let notice = Notice { words, leave: work.leave(), lead };
        let file = if old.purpose == Purpose::Read {
            SiteFile::made(notice.page(&work.frame(), old, first))
        } else {
            entry.pages = Some(1);
            notice.pdf(work, old)?
        };
        put(&mut entry, &free, &file, gathered);
        return Ok(Some(entry));
    }
    let earlier = &work.scope.earlier;
    let found = earlier.file_with(&old.path, &old.sha256);
    let Some(file) = found.or_else(|| earlier.file_with(&old.version_path, &old.sha256)) else {
        gathered.news.damaged.insert(old.path.clone());
        return Ok(None);
    };
    if old.purpose == Purpose::Read {
        take_pictures(work, old, &free, gathered);
    }
    if let Some(picture) = old.picture.as_ref().filter(|_| entry.path == old.path)
        && let Some(file) = earlier.file(&picture.path)
    {
        gathered.files.entry(picture.path.clone()).or_insert(file);
    } else if entry.picture.as_ref().is_none_or(|picture| !picture.is_common()) {
        entry.picture = None;
    }
    put(&mut entry, &free, &file, gathered);
    Ok(Some(entry))
}

fn put(entry: &mut Entry, places: &[&String], file: &SiteFile, gathered: &mut Gathered) {
    entry.sha256 = file.sha256().to_owned();
    entry.bytes = file.size();
    for path in places {
        gathered.files.insert((*path).clone(), file.clone());
    }
}

/// Takes over the pictures of a page.
fn take_pictures(work: &Work<'_>, old: &Entry, places: &[&String], gathered: &mut Gathered) {
    let earlier = &work.scope.earlier;
    for folder in places.iter().filter_map(|path| Some(path.rsplit_once('/')?.0)) {
        let begins = format!("{folder}/{}-", old.name);
        for path in earlier.paths().filter(|path| path.starts_with(&begins)) {
            if is_picture(path)
                && !gathered.files.contains_key(path)
                && let Some(file) = earlier.file(path)
            {
                gathered.files.insert(path.to_owned(), file);
            }
        }
    }
}
