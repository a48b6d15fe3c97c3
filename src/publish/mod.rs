//! Turns approved artifacts into a site of static pages, with their texts as HTML, that tells nothing outside.
//!
//! 1. [`publish()`] has what was not built yet built, and opens the folder of the site ([`site_folder`]).
//! 2. [`offer`] lists the language editions of this release, [`gather`] their files as [`Entry`]s, with the texts as pages
//!    ([`text_page`]) and pictures of first pages ([`first_pages`]).
//!    What is not offered is [`held_back`].
//! 3. [`earlier`] takes over the files of earlier releases, and withdraws those that say what is no longer true ([`said`],
//!    [`truths`], [`notice`]), whatever brochure of the project they are of ([`known`]). Where nothing new can be published because
//!    of an error, it does that alone.
//! 4. [`pages`] writes the page of each language and the front page, [`index`] and [`feed`] tell other sites.
//! 5. [`bodies`] does the same for each body below the site of the brochures, at an [`address`] that tells nothing, and leads to what is
//!    [`common`] to all; [`packages`] packs it for the body's own net.
//! 6. The folder changes places with the old one, whole or not at all ([`swap`]); no other run changes it meanwhile ([`site_lock`]).

mod address;
mod bodies;
mod common;
mod earlier;
mod entry;
mod feed;
mod first_pages;
mod found;
mod front_page;
mod gather;
mod gathered;
mod held_back;
mod html;
mod index;
mod kept;
mod known;
mod language_page;
mod news;
mod notice;
mod offer;
mod owner;
mod packages;
mod page;
mod page_pictures;
mod pages;
mod parallel;
mod pictures;
mod reading_page;
mod register;
mod said;
mod site_file;
mod site_folder;
mod site_lock;
mod style;
mod swap;
mod text_page;
mod truths;
mod words;
mod work;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::{Deserialize, Serialize};
use time::Date;

use crate::artifact::bodies::{BodyManifest, FOLDER};
use crate::artifact::files::cannot_write;
use crate::artifact::lock::OutputLock;
use crate::artifact::{Artifact, BuildReport};
use crate::diagnostic::{Diagnostic, Report, Reported, count};
use crate::driver::{
    BodySelection, BuildOptions, LoadedBrochure, Progress, Selection, build, build_bodies,
};
use crate::language::Tag;
use crate::load::{Profile, Project};
use crate::publish::bodies::{BodySites, BodyWork};
use crate::publish::common::Common;
use crate::publish::gathered::Gathered;
use crate::publish::kept::Kept;
use crate::publish::known::{Known, load_known};
use crate::publish::owner::Owner;
use crate::publish::packages::Packages;
use crate::publish::site_folder::{FreshSite, SiteFolder};
use crate::publish::site_lock::SiteLock;
use crate::publish::truths::Truths;
use crate::publish::words::all_words;
use crate::publish::work::{Scope, Shared, Work};

pub(crate) use bodies::PublishedBody;
pub(crate) use entry::{Entry, State};
pub(crate) use register::path as address_file;

/// What is made for a body: what people read, print at the office, and have printed.
const FOR_BODIES: [Profile; 3] = [Profile::Screen, Profile::Office, Profile::Print];

/// How a site is made.
#[derive(Debug, Clone)]
pub(crate) struct PublishOptions<'a> {
    /// The brochures; all of them if there are none.
    pub(crate) brochures: Vec<String>,
    /// The folder of the site.
    pub(crate) site: &'a Path,
    /// Its address, with a slash at its end, if it is known.
    pub(crate) base: Option<String>,
    /// Whether drafts are published too.
    pub(crate) drafts: bool,
    /// Whether pictures of panels are made for messengers.
    pub(crate) pictures: bool,
    /// The bodies that have a site of their own.
    pub(crate) bodies: Option<PublishedFor>,
    /// The folder for the packages of bodies.
    pub(crate) packages: Option<&'a Path>,
    /// The day on which what is published must hold: facts that were to be reviewed before are not shown.
    pub(crate) as_of: Date,
    /// Whether a site of which the project has no brochure is its own nevertheless.
    pub(crate) takes_over: bool,
    /// How many threads work.
    pub(crate) threads: usize,
}

/// The bodies that have a site of their own.
#[derive(Debug, Clone)]
pub(crate) struct PublishedFor {
    /// Their keys; empty for all.
    pub(crate) keys: Vec<String>,
    /// The editions of which they have their own; empty for those that have a slot for what a body says.
    pub(crate) editions: Vec<String>,
}

impl PublishedFor {
    /// Whether a body is one of them.
    fn has(&self, key: &str) -> bool {
        self.keys.is_empty() || self.keys.iter().any(|own| own == key)
    }
}

/// What came of a site.
#[derive(Debug, Default)]
pub(crate) struct Published {
    /// The files that people load from the site of the brochures, those of earlier releases among them.
    pub(crate) files: Vec<Entry>,
    /// The sites of bodies.
    pub(crate) bodies: Vec<PublishedBody>,
    /// How large it is.
    pub(crate) size: SiteSize,
    /// How many packages there are.
    pub(crate) packages: usize,
    /// Whether anything was new and the site was written; `None` if something is wrong.
    pub(crate) written: Option<bool>,
    /// All that was found.
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// How large a site is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SiteSize {
    /// How many files it has.
    pub(crate) files: usize,
    /// How large they are together, in bytes; those that are alike are counted once.
    pub(crate) bytes: usize,
}

/// Makes a site of what is approved. What is not built yet is built.
///
/// # Errors
///
/// Fails if the selection names something that is not there, if something else stands in the folder, or if nothing can be
/// written; what is wrong in the project is in the result.
pub(crate) fn publish(
    project: &Project,
    options: &PublishOptions<'_>,
    progress: &dyn Progress,
) -> Result<Published, Diagnostic> {
    let question = match Kept::ask(project, options) {
        Ok(published) => return Ok(published),
        Err(question) => question,
    };
    // Before the work of a build, that it may not be for nothing.
    let is_there = SiteFolder::check(options.site)?;
    let packages = options.packages.map(Packages::open).transpose()?;
    let (built, for_bodies, diagnostics) = build_all(project, options, progress)?;
    let mut published = Published { diagnostics, ..Published::default() };
    let is_faulty = published.diagnostics.iter().any(Diagnostic::is_error);
    if is_faulty && !is_there {
        return Ok(published);
    }
    // No other run changes the PDFs or the site meanwhile.
    let output = project.output();
    let hold = |folder: &Path| {
        OutputLock::acquire(folder, || progress.waits())
            .map_err(|error| cannot_write(folder, &error))
    };
    let _lock = hold(&output)?;
    let _lock_of_bodies =
        options.bodies.as_ref().map(|_| hold(&output.join(FOLDER))).transpose()?;
    let lock = SiteLock::acquire(options.site, || progress.waits())
        .map_err(|error| cannot_write(options.site, &error))?;
    let folder = SiteFolder::open(options.site, &lock)?;
    // What there is to tell of them was told by the build.
    let known = load_known(project);
    check_owner(&folder, &known, options)?;
    let brochures = selected(&known, options);
    let all = (brochures.as_slice(), known.as_slice());
    let artifacts: Vec<Artifact> = built.files.into_iter().map(|built| built.artifact).collect();
    let whole = Shared::new(project, options, all, &folder, false);
    let mut made = None;
    if !is_faulty {
        let site = Site { shared: &whole, artifacts, for_bodies, packages: packages.as_ref() };
        made = site.try_write(&mut published);
    }
    let only = Shared::new(project, options, all, &folder, true);
    let is_whole = made.is_some();
    let made = made.or_else(|| withdraw(&only, packages.as_ref(), &mut published));
    let Some(made) = made else { return Ok(published) };
    let finished = made.fresh.finish()?;
    let stored = packages.as_ref().map(|packages| packages.finish(&known_to(&brochures)));
    let stored = stored.transpose()?;
    register::write(project, options, &made.bodies.bodies)?;
    register::remember(project, &known, &made.bodies.bodies)?;
    published.packages = stored.as_ref().map_or(0, BTreeMap::len);
    published.files = made.files;
    published.bodies = made.bodies.bodies;
    published.size = SiteSize { files: finished.sums.len(), bytes: finished.bytes };
    published.written = Some(finished.is_new);
    let news = made.bodies.news;
    if is_whole && news.doubtful.is_empty() {
        question.keep(&published, &finished.sums, stored.as_ref());
    }
    // What was done to earlier files is told once, before all else that is no error.
    let errors = published.diagnostics.iter().take_while(|found| found.is_error()).count();
    let place = if is_whole { errors } else { published.diagnostics.len() };
    let news = news.told().into_iter().chain(folder.links_told());
    published.diagnostics.splice(place..place, news);
    Ok(published)
}

/// The brochures that are published, in the order in which they were asked for.
fn selected(known: &[Known], options: &PublishOptions<'_>) -> Vec<LoadedBrochure> {
    let asked = |id: &String| known.iter().find(|known| known.id == *id);
    let chosen: Vec<&Known> = match options.brochures.as_slice() {
        [] => known.iter().collect(),
        ids => ids.iter().filter_map(asked).collect(),
    };
    chosen.into_iter().filter_map(|known| known.loaded.clone()).collect()
}

/// Makes sure that a site is not that of another project, whose files would all be withdrawn.
///
/// # Errors
///
/// Fails if the project has none of the brochures that are online.
fn check_owner(
    folder: &SiteFolder,
    known: &[Known],
    options: &PublishOptions<'_>,
) -> Result<(), Diagnostic> {
    let truths = Truths::new(known, Owner::Nobody, options.as_of);
    let index = folder.earlier("").index;
    let mut online = index.files.iter().filter(|entry| entry.state != State::Replaced);
    let Some(first) = online.clone().next().filter(|_| !options.takes_over) else { return Ok(()) };
    if online.any(|entry| truths.knows(entry)) {
        return Ok(());
    }
    let message = format!(
        "`{}` is the site of another project: this one has no brochure that is online there, such as `{}`",
        options.site.display(),
        first.name
    );
    Err(Diagnostic::error(message)
        .hint("give each project a site of its own")
        .hint("if these were brochures of this project, `--take-over` withdraws them: notices take their place"))
}

/// Withdraws what is no longer true where nothing new can be published; all else stays as it is.
fn withdraw<'a>(
    shared: &'a Shared<'a>,
    packages: Option<&'a Packages>,
    published: &mut Published,
) -> Option<MadeSite<'a>> {
    if !shared.folder.is_there() {
        return None;
    }
    let news = match bodies::outdated(shared) {
        Ok(news) => news,
        Err(fault) => {
            published.diagnostics.push(fault);
            return None;
        }
    };
    if !news.withdraws() {
        published.diagnostics.extend(news.told());
        return None;
    }
    let for_bodies = BodyManifest::default();
    let site = Site { shared, artifacts: Vec::new(), for_bodies, packages };
    let made = if shared.brochures.is_empty() { None } else { site.try_write(published) };
    published.diagnostics.push(match made {
        Some(_) => Diagnostic::warning("nothing new is published because of the errors above")
            .hint("what is no longer true is withdrawn nevertheless, and all else stays as it was"),
        None => news.still_online(),
    });
    made
}

/// Whether a key is that of a body of the project.
fn known_to(brochures: &[LoadedBrochure]) -> impl Fn(&str) -> bool {
    move |key| brochures.iter().any(|loaded| loaded.publication.bodies.get(key).is_some())
}

/// Builds what is not built yet, the editions of bodies too; gives what was found.
fn build_all(
    project: &Project,
    options: &PublishOptions<'_>,
    progress: &dyn Progress,
) -> Result<(BuildReport, BodyManifest, Vec<Diagnostic>), Diagnostic> {
    let selection = Selection { brochures: options.brochures.clone(), ..Selection::default() };
    let output = project.output();
    let threads = options.threads;
    let build_options = BuildOptions { output: Some(&output), threads, force: false };
    let (built, _) = build(project, &selection, &build_options, progress)?;
    let mut diagnostics = built.diagnostics.clone();
    let Some(chosen) = options.bodies.as_ref().filter(|_| !built.has_errors()) else {
        return Ok((built, BodyManifest::default(), diagnostics));
    };
    let selection = Selection { editions: chosen.editions.clone(), ..selection };
    let bodies = BodySelection {
        keys: chosen.keys.clone(),
        usual: FOR_BODIES.to_vec(),
        shard: None,
        tells_made: true,
    };
    let (for_bodies, _) = build_bodies(project, (&selection, &bodies), &build_options, progress)?;
    // What is wrong with an edition is so for each body, and was told with that of the brochure.
    let known = Report::new();
    known.extend(diagnostics);
    known.extend(for_bodies.diagnostics);
    diagnostics = known.into_sorted();
    Ok((built, for_bodies.made, diagnostics))
}

/// What a site is made of.
struct Site<'a> {
    shared: &'a Shared<'a>,
    artifacts: Vec<Artifact>,
    for_bodies: BodyManifest,
    packages: Option<&'a Packages>,
}

/// A site that was made, and has yet to take its place.
struct MadeSite<'a> {
    fresh: FreshSite<'a>,
    files: Vec<Entry>,
    bodies: BodySites,
}

impl<'a> Site<'a> {
    /// Makes all sites; `None` if something is wrong, which is told.
    fn try_write(self, published: &mut Published) -> Option<MadeSite<'a>> {
        let report = Report::new();
        let made = self.write(&report);
        let has_errors = report.has_errors();
        // What kept all from being published may keep files from being withdrawn too.
        let known = |found: &Diagnostic| published.diagnostics.contains(found);
        let new: Vec<_> = report.into_sorted().into_iter().filter(|it| !known(it)).collect();
        published.diagnostics.extend(new);
        made.ok().filter(|_| !has_errors)
    }

    /// Makes the site of the brochures, and those of bodies below it.
    ///
    /// # Errors
    ///
    /// Fails if there is nothing to publish, or something is wrong.
    fn write(self, report: &Report) -> Result<MadeSite<'a>, Reported> {
        let shared = self.shared;
        let scope = Scope {
            shared,
            owner: Owner::Nobody,
            base: shared.options.base.clone(),
            truths: shared.truths(Owner::Nobody),
            earlier: shared.folder.earlier(""),
            artifacts: self.artifacts,
            output: shared.project.output(),
        };
        let fault = |fault| report.error(fault);
        let fresh = shared.folder.begin().map_err(fault)?;
        let earlier = languages_of_earlier(shared.folder);
        let (mut files, mut index, common, mut news) = {
            let work = Work { scope: &scope, report };
            let words = all_words(shared.brochures, &earlier, report)?;
            let gathered = match shared.only_withdraws {
                true => Gathered::default(),
                false => gather::gather(&work, &words)?,
            };
            let mut gathered = earlier::with_earlier(&work, &words, gathered, &[])?;
            let news = std::mem::take(&mut gathered.news);
            if !gathered.entries.is_empty() {
                report.extend(gathered.held.told(&gathered.entries));
            }
            report.extend(due_soon(&scope, &gathered.entries));
            let common = Common::new(&gathered.entries, &gathered.files);
            let (files, index) = pages::write(&work, &words, gathered);
            (files, index, common, news)
        };
        let work = BodyWork {
            shared,
            common: &common,
            built: &self.for_bodies,
            earlier: &earlier,
            fresh: &fresh,
            packages: self.packages,
        };
        let mut bodies = bodies::write(&work, report)?;
        if index.files.is_empty() && bodies.indices.is_empty() {
            if !shared.folder.is_there() {
                return Err(report.error(pages::nothing(&Work { scope: &scope, report })));
            }
            if !shared.only_withdraws {
                report.add(pages::emptied());
            }
        }
        index.bodies.clone_from(&bodies.indices);
        pages::add_index(&mut files, &index);
        fresh.add("", &files).map_err(fault)?;
        news.extend(std::mem::take(&mut bodies.news), "");
        bodies.news = news;
        let files = index.files.into_iter().chain(index.earlier).collect();
        Ok(MadeSite { fresh, files, bodies })
    }
}

/// How many days before its review a fact is named.
const DUE_WITHIN: i64 = 30;

/// Says which facts that are online must be reviewed soon: after that day files that show them are withdrawn.
fn due_soon(scope: &Scope<'_>, entries: &[Entry]) -> Option<Diagnostic> {
    let online = entries.iter().filter(|entry| entry.state == State::Approved);
    let due = scope.truths.due(online, DUE_WITHIN);
    let (day, fact) = due.first()?;
    let more = match due.len() {
        1 => String::new(),
        number => format!(", and {} more soon after", count(number - 1, "fact")),
    };
    Some(
        Diagnostic::warning(format!("the fact `{fact}` must be reviewed by {day}{more}"))
            .hint("the day after, files that show it are withdrawn: a number that nobody looked at in time may be wrong")
            .hint(format!(
                "ask its source, then `feuillet facts verify {fact} --by WHO`; `feuillet facts` lists all"
            )),
    )
}

/// The languages of files that earlier runs wrote.
fn languages_of_earlier(folder: &SiteFolder) -> BTreeSet<Tag> {
    let prefixes = folder.addresses().into_iter().map(|address| format!("{address}/"));
    let indices = prefixes.chain([String::new()]).map(|prefix| folder.earlier(&prefix).index);
    indices.flat_map(|index| index.files.into_iter().map(|entry| entry.language)).collect()
}
