//! Makes a site for each body below that of the brochures, with its own contacts, at an address that does not say whose it is.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::artifact::bodies::{BodyManifest, FOLDER};
use crate::diagnostic::{Diagnostic, Report, Reported};
use crate::language::Tag;
use crate::load::Body;
use crate::publish::address::address;
use crate::publish::common::Common;
use crate::publish::earlier::{self, with_earlier};
use crate::publish::entry::{Entry, State};
use crate::publish::gather::gather_for_body;
use crate::publish::gathered::Gathered;
use crate::publish::held_back::{HeldBack, HeldFromBodies};
use crate::publish::index::INDEX;
use crate::publish::news::News;
use crate::publish::owner::Owner;
use crate::publish::packages::Packages;
use crate::publish::pages;
use crate::publish::parallel::in_parallel;
use crate::publish::site_folder::FreshSite;
use crate::publish::words::{AllWords, all_words};
use crate::publish::work::{Scope, Shared, Work};

/// Whose site is where: for the house alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct PublishedBody {
    /// The key of the body.
    pub(crate) key: String,
    /// What it is called, in its own language.
    pub(crate) name: String,
    /// The path of its site below that of the brochures.
    pub(crate) path: String,
    /// The languages in which it has files of its own.
    pub(crate) languages: Vec<Tag>,
    /// How many of its own files are approved.
    pub(crate) approved: usize,
    /// How many are drafts.
    pub(crate) drafts: usize,
    /// How many were withdrawn.
    pub(crate) replaced: usize,
}

/// What came of the sites of bodies.
#[derive(Default)]
pub(super) struct BodySites {
    /// The bodies that have one, by key.
    pub(super) bodies: Vec<PublishedBody>,
    /// The paths of the lists of their files.
    pub(super) indices: Vec<String>,
    /// What the run has done to earlier files, with paths below the site of the brochures.
    pub(super) news: News,
}

/// A site to make.
struct Place<'a> {
    address: String,
    owner: Owner<'a>,
}

/// What the workers share.
pub(super) struct BodyWork<'a> {
    /// What all sites share.
    pub(super) shared: &'a Shared<'a>,
    /// What pages of all bodies lead to.
    pub(super) common: &'a Common,
    /// The PDFs that were built for bodies.
    pub(super) built: &'a BodyManifest,
    /// The languages of files of earlier runs.
    pub(super) earlier: &'a BTreeSet<Tag>,
    /// Where files are written.
    pub(super) fresh: &'a FreshSite<'a>,
    /// Where packages are written, if they are asked for.
    pub(super) packages: Option<&'a Packages>,
}

/// What came of one site.
struct Made {
    body: Option<PublishedBody>,
    index: String,
    news: News,
    held: HeldBack,
    /// Whether something was asked for, and nothing of it may be published.
    lacks_own: bool,
}

/// Writes the sites of the bodies that are asked for, and of those that an earlier run wrote.
///
/// # Errors
///
/// Fails if something can't be made or written.
pub(super) fn write(work: &BodyWork<'_>, report: &Report) -> Result<BodySites, Reported> {
    let places = places(work.shared).map_err(|fault| report.error(fault))?;
    let results = in_parallel(work.shared.options.threads, &places, |places| {
        // What is wrong with the words was told with the site of the brochures.
        let of_words = Report::new();
        let words = all_words(work.shared.brochures, work.earlier, &of_words);
        places.do_each(|place| {
            let own = Report::new();
            let made = words.as_ref().map_err(|reported| *reported);
            let made = made.and_then(|words| work.site(place, words, &own));
            (made, own.into_sorted())
        });
    });
    let mut sites = BodySites::default();
    let mut left_out: Vec<&str> = Vec::new();
    let mut held = HeldFromBodies::default();
    for (place, (made, found)) in places.iter().zip(results) {
        report.extend(found);
        match made? {
            Some(made) => {
                match place.owner.body().map(Body::key) {
                    Some(key) if made.lacks_own => left_out.push(key),
                    Some(key) => held.add(key, made.held),
                    None => {}
                }
                sites.bodies.extend(made.body);
                sites.indices.push(made.index);
                sites.news.extend(made.news, &place.address);
            }
            None => left_out.extend(place.owner.body().map(Body::key)),
        }
    }
    sites.bodies.sort_by(|one, other| one.key.cmp(&other.key));
    sites.indices.sort();
    if let Some(first) = left_out.first() {
        report.add(nothing_approved(first, left_out.len()));
    }
    report.extend(held.told());
    Ok(sites)
}

fn nothing_approved(first: &str, number: usize) -> Diagnostic {
    let more = if number > 1 { format!(" and {} more", number - 1) } else { String::new() };
    Diagnostic::warning(format!("left out: `{first}`{more}, of which nothing is approved"))
        .hint(format!(
            "a body needs a publisher, and what its file says must be verified: `feuillet list --bodies` tells what is known of {}",
            if number > 1 { "each" } else { "it" }
        ))
        .hint("`--drafts` publishes drafts too, for those who are to read them")
}

/// Which files of all sites say what is no longer true.
///
/// # Errors
///
/// Fails if two bodies come to the same address.
pub(super) fn outdated(shared: &Shared<'_>) -> Result<News, Diagnostic> {
    let of_brochures = Place { address: String::new(), owner: Owner::Nobody };
    let mut news = News::default();
    for place in std::iter::once(of_brochures).chain(places(shared)?) {
        let prefix = match place.address.as_str() {
            "" => String::new(),
            address => format!("{address}/"),
        };
        let scope = Scope {
            shared,
            owner: place.owner,
            base: None,
            truths: shared.truths(place.owner),
            earlier: shared.folder.earlier(&prefix),
            artifacts: Vec::new(),
            output: shared.project.output(),
        };
        news.extend(
            earlier::outdated(&Work { scope: &scope, report: &Report::new() }),
            &place.address,
        );
    }
    Ok(news)
}

/// The sites to make: those of the bodies that are asked for, and those that an earlier run wrote.
fn places<'a>(shared: &Shared<'a>) -> Result<Vec<Place<'a>>, Diagnostic> {
    let bodies = shared.brochures.iter().flat_map(|loaded| loaded.publication.bodies.iter());
    let mut known: BTreeMap<String, &'a Body> = BTreeMap::new();
    for body in bodies {
        let address = address(body.key());
        let other = known.insert(address, body);
        if let Some(other) = other.filter(|other| other.key() != body.key()) {
            return Err(Diagnostic::error(format!(
                "the bodies `{}` and `{}` come to the same address",
                other.key(),
                body.key()
            ))
            .at(&body.span)
            .hint("give one of them another key"));
        }
    }
    let is_asked = |body: &Body| {
        let chosen = shared.options.bodies.as_ref().filter(|_| !shared.only_withdraws);
        chosen.is_some_and(|chosen| chosen.has(body.key()))
    };
    let asked = known.iter().filter(|(_, body)| is_asked(body)).map(|(address, _)| address.clone());
    let all: BTreeSet<String> = asked.chain(shared.folder.addresses()).collect();
    let owner = |address: &String| known.get(address).map_or(Owner::Gone, |it| Owner::Body(it));
    Ok(all.into_iter().map(|address| Place { owner: owner(&address), address }).collect())
}

impl BodyWork<'_> {
    /// Makes a site; `None` if the body has nothing that may be published, and never had.
    fn site(
        &self,
        place: &Place<'_>,
        words: &AllWords<'_>,
        report: &Report,
    ) -> Result<Option<Made>, Reported> {
        let prefix = format!("{}/", place.address);
        let options = self.shared.options;
        let chosen = options.bodies.as_ref().filter(|_| !self.shared.only_withdraws);
        let asked = place.owner.body().filter(|body| chosen.is_some_and(|it| it.has(body.key())));
        let scope = Scope {
            shared: self.shared,
            owner: place.owner,
            base: options.base.as_ref().map(|base| format!("{base}{prefix}")),
            truths: self.shared.truths(place.owner),
            earlier: self.shared.folder.earlier(&prefix),
            artifacts: asked.map(|body| self.built.of_body(body.key())).unwrap_or_default(),
            output: self.output(),
        };
        let work = Work { scope: &scope, report };
        let gathered = match asked {
            Some(_) => gather_for_body(&work, words, self.common)?,
            None => Gathered::default(),
        };
        let has_own = !gathered.entries.is_empty();
        let common: Vec<Entry> = self.common.entries().map(Entry::as_common).collect();
        let mut gathered = with_earlier(&work, words, gathered, &common)?;
        if gathered.entries.is_empty() && !scope.earlier.is_there() {
            return Ok(None);
        }
        let body = place.owner.body().map(|body| told(body, &place.address, &gathered.entries));
        let beside: Vec<Entry> =
            self.common.beside(&gathered.entries).map(Entry::as_common).collect();
        gathered.entries.extend(beside);
        let news = std::mem::take(&mut gathered.news);
        let held = std::mem::take(&mut gathered.held);
        let (mut files, index) = pages::write(&work, words, gathered);
        pages::add_index(&mut files, &index);
        self.fresh.add(&prefix, &files).map_err(|fault| report.error(fault))?;
        if let (Some(packages), Some(body)) = (self.packages, place.owner.body()) {
            if has_own {
                self.pack(packages, &work, words, body)?;
            } else if asked.is_some() || news.withdraws() {
                packages.leave_out(body.key());
            }
        }
        let lacks_own = asked.is_some() && !has_own;
        Ok(Some(Made { body, index: format!("{prefix}{INDEX}"), news, held, lacks_own }))
    }

    /// Packs what is up to date for the body's own net: nothing in it leads out of it.
    fn pack(
        &self,
        packages: &Packages,
        work: &Work<'_>,
        words: &AllWords<'_>,
        body: &Body,
    ) -> Result<(), Reported> {
        let from = work.scope;
        let scope = Scope {
            shared: from.shared,
            owner: from.owner,
            base: None,
            truths: from.shared.truths(from.owner),
            earlier: from.shared.folder.earlier(&format!("{}/", address(body.key()))),
            artifacts: from.artifacts.clone(),
            output: from.output.clone(),
        };
        let work = Work { scope: &scope, report: work.report };
        let mut gathered = gather_for_body(&work, words, self.common)?;
        // The package has one release, and everything it shows.
        gathered.files.retain(|path, _| path.starts_with("current/"));
        let beside: Vec<Entry> = self.common.beside(&gathered.entries).cloned().collect();
        for entry in &mut gathered.entries {
            let common = self.common.picture(entry).cloned();
            entry.picture = entry.picture.take().and(common);
        }
        // A file of the body's own is never replaced by that of the brochures, which has the same path.
        for entry in &gathered.entries {
            gathered.files.extend(self.common.picture_file(entry));
        }
        for entry in &beside {
            for (path, file) in self.common.files_of(entry) {
                gathered.files.entry(path).or_insert(file);
            }
        }
        gathered.entries.extend(beside);
        let (files, _) = pages::write(&work, words, gathered);
        let date = work.brochures()[0].publication.brochure.release.date;
        let name = &work.brochures()[0].publication.brochure.public_name.value;
        packages.write(body.key(), name, date, files).map_err(|fault| work.report.error(fault))
    }

    /// The folder of the PDFs of bodies.
    fn output(&self) -> PathBuf {
        self.shared.project.output().join(FOLDER)
    }
}

/// What the house is told of a site.
fn told(body: &Body, address: &str, entries: &[Entry]) -> PublishedBody {
    let of = |state: State| entries.iter().filter(|entry| entry.state == state).count();
    let live = entries.iter().filter(|entry| entry.state != State::Replaced);
    let languages: BTreeSet<&Tag> = live.map(|entry| &entry.language).collect();
    PublishedBody {
        key: body.key().to_owned(),
        name: body.language().map_or_else(String::new, |tag| body.name(tag).to_owned()),
        path: format!("{address}/"),
        languages: languages.into_iter().cloned().collect(),
        approved: of(State::Approved),
        drafts: of(State::Draft),
        replaced: of(State::Replaced),
    }
}
