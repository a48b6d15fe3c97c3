//! Draws pages of editions: small pictures of first pages, and panels for messengers, open and discreet.

use std::sync::OnceLock;

use crate::compose::compose;
use crate::diagnostic::{Report, Reported};
use crate::driver::{EditionSource, Job, LoadedBrochure, Timings, edition_pages};
use crate::export::picture;
use crate::load::{Layout, Profile, Project, Setting};
use crate::publish::entry::Picture;
use crate::resolve::{Manuscript, resolve_for};
use crate::typeset::{Fonts, Sources, forget};

/// The width of a small picture in pixels: twice that at which a page shows it.
const SMALL: u32 = 288;

/// Draws pages of one brochure. Several threads may draw at once.
pub(super) struct PageRenderer<'a> {
    project: &'a Project,
    brochure: &'a LoadedBrochure,
    /// The same brochure with discreet covers.
    discreet: OnceLock<LoadedBrochure>,
    fonts: &'a OnceLock<Fonts>,
    /// How many draw at once.
    threads: usize,
}

/// Which pages are wanted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted {
    /// The first so many.
    pub(super) most: usize,
    /// So wide in pixels.
    pub(super) width: u32,
    /// The setting at which the edition was built.
    pub(super) setting: Option<Setting>,
}

/// Pages of an edition that were drawn.
pub(super) struct Drawn {
    /// Pages as PNG, in reading order.
    pub(super) pages: Vec<Vec<u8>>,
    /// The texts on them.
    pub(super) manuscript: Manuscript,
}

impl<'a> PageRenderer<'a> {
    /// Starts on a brochure, for so many threads; the fonts are loaded when they are first needed.
    pub(super) fn new(
        project: &'a Project,
        brochure: &'a LoadedBrochure,
        fonts: &'a OnceLock<Fonts>,
        threads: usize,
    ) -> PageRenderer<'a> {
        PageRenderer { project, brochure, discreet: OnceLock::new(), fonts, threads }
    }

    /// Whether an edition can be shown in a language: openly, or with a cover that tells nothing.
    pub(super) fn can_show(&self, job: &Job<'_>, open: bool) -> bool {
        let brochure = &self.brochure.publication.brochure;
        let mut sections = brochure.sections_of(&job.edition.id.value, job.language());
        let cover = sections.find(|section| section.layout == Layout::Cover);
        open || cover.is_none_or(|cover| cover.discreet.is_some())
    }

    /// Draws pages of an edition. `manuscript` is the edition as it was built.
    ///
    /// # Errors
    ///
    /// Fails if the pages can't be made.
    pub(super) fn draw(
        &self,
        job: &Job<'_>,
        manuscript: &Manuscript,
        open: bool,
        wanted: Wanted,
        report: &Report,
    ) -> Result<Drawn, Reported> {
        let discreet;
        let brochure = if open {
            self.brochure
        } else {
            discreet = self.discreet.get_or_init(|| with_discreet_covers(self.brochure));
            discreet
        };
        let id = job.id.edition.as_str();
        let Some(edition) = brochure.publication.brochure.edition(id) else {
            return Err(report.reported());
        };
        let profiles = vec![Profile::Screen];
        let job = Job { brochure, edition, id: job.id.clone(), profiles, marks: false };
        let screen = Some(Profile::Screen);
        let own = Report::new();
        let mut shown =
            resolve_for(&brochure.publication, &brochure.states, &job.id, screen, &own)?;
        // It is a draft exactly if the edition is: what is drawn is one of its faces.
        shown.state.clone_from(&manuscript.state);
        shown.draft.clone_from(&manuscript.draft);
        let mut composition = compose(&brochure.publication, &shown, edition);
        if let Some(setting) = wanted.setting {
            // What was found when it was built need not be sought again.
            composition.settings = vec![setting];
        }
        let source = EditionSource { manuscript: shown.clone(), beside: None, composition };
        let fonts = self.fonts.get_or_init(|| Fonts::load(&self.project.fonts(), &Report::new()));
        let pages = edition_pages(
            &job,
            source,
            &[Profile::Screen],
            fonts,
            &mut Sources::default(),
            &mut Timings::default(),
            &own,
        );
        let drawn = pages.map(|pages| {
            let pages = pages.pages(Profile::Screen);
            let all = (0..wanted.most).map_while(|number| picture(pages?, number, wanted.width));
            Drawn { pages: all.collect(), manuscript: shown }
        });
        forget(self.threads);
        drawn.map_err(|_| {
            own.absorb_into(report);
            report.reported()
        })
    }

    /// Draws the small picture of an edition that was built at a setting.
    ///
    /// # Errors
    ///
    /// As [`draw`](Self::draw).
    pub(super) fn small(
        &self,
        job: &Job<'_>,
        manuscript: &Manuscript,
        open: bool,
        setting: Option<Setting>,
        report: &Report,
    ) -> Result<Option<Vec<u8>>, Reported> {
        let drawn =
            self.draw(job, manuscript, open, Wanted { most: 1, width: SMALL, setting }, report)?;
        Ok(drawn.pages.into_iter().next())
    }
}

/// A brochure whose covers tell nothing, where they can.
fn with_discreet_covers(brochure: &LoadedBrochure) -> LoadedBrochure {
    let mut brochure = brochure.clone();
    for edition in &mut brochure.publication.brochure.editions {
        let appearance = edition.appearance.clone();
        edition.appearance = appearance.with_discreet(Profile::Screen, &edition.id.span);
    }
    brochure
}

/// The width and height of a PNG.
pub(super) fn size_of(png: &[u8]) -> [u32; 2] {
    let side = |at: usize| {
        let bytes = png.get(at..at + 4).and_then(|bytes| bytes.try_into().ok());
        bytes.map_or(0, u32::from_be_bytes)
    };
    [side(16), side(20)]
}

impl Picture {
    /// Whether it shows what it would show today.
    pub(super) fn is_of(&self, pdf: &str, open: bool) -> bool {
        self.of == pdf && self.open == open
    }
}
