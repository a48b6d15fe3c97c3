//! Takes over the files of earlier releases, and withdraws those that say what is no longer true.
//!
//! An address that somebody printed keeps working: what has no successor in this release stays as it was. A file of which a
//! fact has changed, or whose version the brochure withdraws, is replaced by a notice; its old bytes are gone.

use std::collections::{BTreeMap, BTreeSet};

use crate::artifact::files::sha256;
use crate::diagnostic::{Diagnostic, Report, Reported, count};
use crate::publish::Work;
use crate::publish::entry::{Entry, Purpose, State};
use crate::publish::gather::{AllWords, Gathered};
use crate::publish::notice::Notice;
use crate::publish::pages::frame;
use crate::publish::said;
use crate::typeset::Fonts;

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
    let brochures = work.brochures.iter().map(|loaded| &loaded.publication);
    let today: BTreeMap<&str, Today> = brochures
        .map(|publication| {
            let withdrawn = publication.brochure.publish.withdrawn.clone();
            let today = Today { says: said::today(&publication.facts), withdrawn };
            (publication.brochure.public_name.value.as_str(), today)
        })
        .collect();
    let is_outdated = |entry: &Entry| {
        today.get(entry.name.as_str()).is_some_and(|today| {
            today.withdrawn.contains(&entry.version) || !entry.says.is_subset(&today.says)
        })
    };
    let mut withdrawn = BTreeSet::new();
    let kept = work.site.index.files.iter().filter(|entry| entry.state != State::Draft);
    for old in kept {
        warn_of_same_version(&gathered.entries, old, work.report);
        let has_successor = gathered.files.contains_key(&old.path);
        let mut take = |places: &[&String], is_withdrawn: bool| {
            take_over(work, words, old, places, is_withdrawn, &mut gathered)
        };
        let is_withdrawn = old.state == State::Replaced || is_outdated(old);
        if is_withdrawn && old.state != State::Replaced {
            withdrawn.insert((old.version.clone(), old.path.clone()));
        }
        if has_successor {
            if let Some(entry) = take(&[&old.version_path], is_withdrawn)? {
                gathered.earlier.push(entry);
            }
        } else if let Some(entry) = take(&[&old.path, &old.version_path], is_withdrawn)? {
            gathered.entries.push(entry);
        }
    }
    for old in &work.site.index.earlier {
        let is_withdrawn = old.state == State::Replaced || is_outdated(old);
        if is_withdrawn && old.state != State::Replaced {
            withdrawn.insert((old.version.clone(), old.path.clone()));
        }
        let taken = take_over(work, words, old, &[&old.version_path], is_withdrawn, &mut gathered)?;
        gathered.earlier.extend(taken);
    }
    if let Some((version, path)) = withdrawn.first() {
        let more = withdrawn.len() - 1;
        let more =
            if more > 0 { format!(" and {} more", count(more, "file")) } else { String::new() };
        work.report.add(Diagnostic::warning(format!(
            "withdrawn: `{path}` of version {version}{more}; a notice stands in {} place",
            if withdrawn.len() == 1 { "its" } else { "their" }
        )));
    }
    Ok(gathered)
}

/// Says that a version was published before, with other bytes.
fn warn_of_same_version(entries: &[Entry], old: &Entry, report: &Report) {
    let is_other = |entry: &&Entry| {
        entry.version_path == old.version_path
            && entry.sha256 != old.sha256
            && old.state == State::Approved
            && old.purpose != Purpose::Read
    };
    if let Some(entry) = entries.iter().find(is_other) {
        report.add(
            Diagnostic::warning(format!(
                "`{}` was published before with other bytes",
                entry.version_path
            ))
            .hint("what is changed after a release belongs into a new one: `feuillet release`"),
        );
    }
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
        let leave = &work.brochures[0].publication.brochure.publish.leave;
        let notice = Notice { words, leave };
        let frame = frame(work);
        let bytes = if old.purpose == Purpose::Read {
            notice.page(&frame, old, first)
        } else {
            entry.pages = Some(1);
            let fonts = work.fonts.get_or_init(|| Fonts::load(&work.project.fonts(), work.report));
            notice.pdf(&frame, old, fonts, work.report)?
        };
        put(&mut entry, &free, &bytes, gathered);
        return Ok(Some(entry));
    }
    let found = work.site.bytes(&old.path).or_else(|| work.site.bytes(&old.version_path));
    let Some(bytes) = found.filter(|bytes| sha256(bytes) == old.sha256) else {
        work.report.add(
            Diagnostic::warning(format!("`{}` is no longer what was published", old.path)).hint(
                "its address leads nowhere now: publish the release again that it belongs to",
            ),
        );
        return Ok(None);
    };
    if old.purpose == Purpose::Read {
        take_pictures(work, old, &free, gathered);
    }
    if let Some(picture) = old.picture.as_ref().filter(|_| entry.path == old.path)
        && let Some(bytes) = work.site.bytes(&picture.path)
    {
        gathered.files.entry(picture.path.clone()).or_insert(bytes);
    } else {
        entry.picture = None;
    }
    put(&mut entry, &free, &bytes, gathered);
    Ok(Some(entry))
}

fn put(entry: &mut Entry, places: &[&String], bytes: &[u8], gathered: &mut Gathered) {
    entry.sha256 = sha256(bytes);
    entry.bytes = bytes.len();
    for path in places {
        gathered.files.insert((*path).clone(), bytes.to_vec());
    }
}

/// Takes over the pictures of a page.
fn take_pictures(work: &Work<'_>, old: &Entry, places: &[&String], gathered: &mut Gathered) {
    for folder in places.iter().filter_map(|path| Some(path.rsplit_once('/')?.0)) {
        let begins = format!("{folder}/{}-", old.name);
        for path in work.site.paths().filter(|path| path.starts_with(&begins)) {
            let is_picture = [".svg", ".png", ".jpg"].iter().any(|ending| path.ends_with(ending));
            if is_picture
                && !gathered.files.contains_key(path)
                && let Some(bytes) = work.site.bytes(path)
            {
                gathered.files.insert(path.clone(), bytes);
            }
        }
    }
}
