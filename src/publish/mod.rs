//! Turns approved artifacts into a site of static pages, with their texts as HTML, that tells nothing outside.
//!
//! 1. [`publish()`] has what was not built yet built, and opens the folder of the site ([`site_folder`]).
//! 2. [`gather`] lists the files of this release as [`Entry`]s, writes the texts as pages ([`text_page`]) and draws
//!    first pages ([`first_pages`]).
//! 3. [`earlier`] takes over the files of earlier releases, and withdraws those that say what is no longer true ([`said`],
//!    [`notice`]).
//! 4. [`pages`] writes the page of each language and the front page, [`index`] and [`feed`] tell other sites.
//! 5. The folder changes places with the old one, whole or not at all.

mod earlier;
mod entry;
mod feed;
mod first_pages;
mod front_page;
mod gather;
mod html;
mod index;
mod language_page;
mod notice;
mod page;
mod page_pictures;
mod pages;
mod pictures;
mod said;
mod site_folder;
mod text_page;
mod words;

use std::cell::OnceCell;
use std::path::Path;

use crate::artifact::BuildReport;
use crate::artifact::files::cannot_write;
use crate::artifact::lock::OutputLock;
use crate::diagnostic::{Diagnostic, Report};
use crate::driver::{
    BuildOptions, LoadedBrochure, Progress, Selection, Timings, build, load_brochures,
};
use crate::load::Project;
use crate::publish::site_folder::{Files, SiteFolder};
use crate::typeset::Fonts;

pub(crate) use entry::{Entry, State};

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
    /// How many threads work.
    pub(crate) threads: usize,
}

/// What came of a site.
#[derive(Debug, Default)]
pub(crate) struct Published {
    /// The files that people load, those of earlier releases among them.
    pub(crate) files: Vec<Entry>,
    /// How many files the site has, and how large they are together, in bytes.
    pub(crate) size: (usize, usize),
    /// Whether the site was written; `None` if it was not, since something is wrong.
    pub(crate) written: Option<bool>,
    /// All that was found.
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// What is known while a site is made.
struct Work<'a> {
    project: &'a Project,
    options: &'a PublishOptions<'a>,
    brochures: &'a [LoadedBrochure],
    built: &'a BuildReport,
    site: &'a SiteFolder,
    /// The fonts, loaded when they are first needed.
    fonts: &'a OnceCell<Fonts>,
    report: &'a Report,
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
    // Before the work of a build, that it may not be for nothing.
    SiteFolder::open(options.site)?;
    let selection = Selection { brochures: options.brochures.clone(), ..Selection::default() };
    let output = project.output();
    let threads = options.threads;
    let build_options = BuildOptions { output: Some(&output), threads, force: false };
    let (built, _) = build(project, &selection, &build_options, progress)?;
    let mut published =
        Published { diagnostics: built.diagnostics.clone(), ..Published::default() };
    if built.has_errors() {
        return Ok(published);
    }
    // No other run changes the PDFs or the site meanwhile.
    let lock = OutputLock::acquire(&output, || progress.waits());
    let _lock = lock.map_err(|error| cannot_write(&output, &error))?;
    let site = SiteFolder::open(options.site)?;
    let report = Report::new();
    // What there is to tell of them was told by the build.
    let brochures = load_brochures(project, &selection, &mut Timings::default(), &Report::new())?;
    let work = Work {
        project,
        options,
        brochures: &brochures,
        built: &built,
        site: &site,
        fonts: &OnceCell::new(),
        report: &report,
    };
    let made = work.make();
    let has_errors = report.has_errors();
    published.diagnostics.extend(report.into_sorted());
    let Some((files, entries)) = made.filter(|_| !has_errors) else { return Ok(published) };
    published.size = (files.len(), files.values().map(Vec::len).sum());
    published.files = entries;
    published.written = Some(site.replace(files)?);
    Ok(published)
}

impl Work<'_> {
    /// The files of the site; `None` if there is nothing to publish, or something is wrong.
    fn make(&self) -> Option<(Files, Vec<Entry>)> {
        let words = gather::all_words(self).ok()?;
        let gathered = gather::gather(self, &words).ok()?;
        let gathered = earlier::with_earlier(self, &words, gathered).ok()?;
        pages::write(self, &words, gathered).ok()
    }
}
