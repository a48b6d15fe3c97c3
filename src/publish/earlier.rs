//! Takes over the files of earlier releases, and withdraws those that say what is no longer true.
//!
//! An address that somebody printed keeps working: what has no successor in this release stays as it was. A file of which a
//! fact has changed, or whose version the brochure withdraws, is replaced by a notice; its old bytes are gone.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::Reported;
use crate::publish::common::is_picture;
use crate::publish::entry::{Entry, Purpose, State};
use crate::publish::gather::{Gathered, News};
use crate::publish::notice::Notice;
use crate::publish::said;
use crate::publish::site_file::SiteFile;
use crate::publish::words::AllWords;
use crate::publish::work::{Owner, Work};

/// What is true today of a brochure.
struct Today {
    says: BTreeSet<String>,
    withdrawn: Vec<String>,
}

/// Adds the files of earlier releases to those of this one.
///
/// # Errors
///
/// Fails if a notice can't be made.
pub(super) fn with_earlier<'a>(
    work: &Work<'a>,
    words: &AllWords<'a>,
    mut gathered: Gathered,
) -> Result<Gathered, Reported> {
    let today = today(work);
    let is_gone = matches!(work.scope.owner, Owner::Gone);
    // Who left the project can tell nobody any more what has changed.
    let is_outdated = |entry: &Entry| {
        is_gone
            || today.get(entry.name.as_str()).is_some_and(|today| {
                today.withdrawn.contains(&entry.version) || !entry.says.is_subset(&today.says)
            })
    };
    let index = &work.scope.earlier.index;
    let kept = index.files.iter().filter(|entry| entry.state != State::Draft);
    for old in kept.filter(|entry| !entry.is_common()) {
        note_same_version(&gathered.entries, old, &mut gathered.news);
        let has_successor = gathered.files.contains_key(&old.path);
        let is_withdrawn = is_withdrawn(old, &is_outdated, &mut gathered.news);
        if has_successor {
            let places = [&old.version_path];
            let taken = take_over(work, words, old, &places, is_withdrawn, &mut gathered)?;
            gathered.earlier.extend(taken);
        } else {
            let places = [&old.path, &old.version_path];
            let taken = take_over(work, words, old, &places, is_withdrawn, &mut gathered)?;
            gathered.entries.extend(taken);
        }
    }
    for old in &index.earlier {
        let is_withdrawn = is_withdrawn(old, &is_outdated, &mut gathered.news);
        let places = [&old.version_path];
        let taken = take_over(work, words, old, &places, is_withdrawn, &mut gathered)?;
        gathered.earlier.extend(taken);
    }
    Ok(gathered)
}

/// What is true today of each brochure, by public name.
fn today<'a>(work: &Work<'a>) -> BTreeMap<&'a str, Today> {
    let brochures = work.brochures().iter().map(|loaded| &loaded.publication);
    let today = brochures.map(|publication| {
        let withdrawn = publication.brochure.publish.withdrawn.clone();
        let today = Today { says: said::today(&publication.facts, work.body()), withdrawn };
        (publication.brochure.public_name.value.as_str(), today)
    });
    today.collect()
}

/// Whether a file is withdrawn; notes that it is now.
fn is_withdrawn(old: &Entry, is_outdated: &dyn Fn(&Entry) -> bool, news: &mut News) -> bool {
    if old.state == State::Replaced {
        return true;
    }
    let is_withdrawn = is_outdated(old);
    if is_withdrawn {
        news.withdrawn.insert((old.path.clone(), old.version.clone()));
    }
    is_withdrawn
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
    old: &Entry,
    places: &[&String],
    is_withdrawn: bool,
    gathered: &mut Gathered,
) -> Result<Option<Entry>, Reported> {
    let free: Vec<&String> =
        places.iter().copied().filter(|path| !gathered.files.contains_key(*path)).collect();
    let Some(first) = free.first() else { return Ok(None) };
    let mut entry = Entry { path: (*first).clone(), ..old.clone() };
    if is_withdrawn {
        let Some((words, _)) = words.get(&old.language) else { return Ok(None) };
        entry.state = State::Replaced;
        entry.picture = None;
        entry.says.clear();
        let notice = Notice { words, leave: work.leave() };
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
