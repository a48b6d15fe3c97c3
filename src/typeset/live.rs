//! Turns a composition that changes with every keystroke into pages: at once at the setting in force, and at a better one when
//! there is time.

use std::borrow::Cow;
use std::collections::BTreeMap;

use feuillet_units::Pt;
use serde::{Deserialize, Serialize};
use typst_layout::{Page, PagedDocument};

use crate::compose::{Composition, KeptWords};
use crate::diagnostic::{Report, Reported};
use crate::load::{Profile, Setting};
use crate::typeset::paint::Painter;
use crate::typeset::passes::passes_after;
use crate::typeset::soft_hyphens::page_without_unused;
use crate::typeset::view::View;
use crate::typeset::world::MemoryWorld;
use crate::typeset::{
    Fonts, Pages, Sources, checks, compile, fit, paint, text_areas, typeset_profiles,
};

/// What one language edition keeps from one keystroke to the next.
#[derive(Debug, Default)]
pub(crate) struct Kept {
    sources: Sources,
    found: Option<FoundSetting>,
    /// The pages of the last keystroke.
    before: Option<PagedDocument>,
}

/// Where the last search for a setting has ended.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct FoundSetting {
    setting: Setting,
    words: KeptWords,
    picture_limits: BTreeMap<String, Pt>,
}

/// Pages that have not been checked, as Typst laid them out: each is painted when somebody wants to see it.
pub(crate) struct LivePages<'a> {
    document: &'a PagedDocument,
    painter: Painter<'a>,
    /// Whether some text has no room at this setting.
    pub(crate) is_too_full: bool,
}

/// What came of a keystroke.
pub(crate) enum Live {
    /// The pages were shown, and this stands on them.
    Viewed(View),
    /// The pages were shown; nobody wanted to know what stands where.
    Shown,
    /// No setting is in force.
    NoSetting,
}

impl FoundSetting {
    /// The place of the setting among those of a composition; `None` if it has none such any more.
    fn step(&self, composition: &Composition) -> Option<usize> {
        let all =
            |setting: &Setting| [setting.size.0, setting.leading, setting.paragraph, setting.block];
        let own = all(&self.setting);
        // What was written as a decimal number may be another one in its last digit.
        let is_own = |setting: &Setting| {
            all(setting).iter().zip(own).all(|(one, own)| (one - own).abs() < 1e-9)
        };
        composition.settings.iter().position(is_own)
    }
}

impl LivePages<'_> {
    /// The pages before any profile has painted them: two that look the same are painted alike.
    pub(crate) fn pages(&self) -> &[Page] {
        self.document.pages()
    }

    /// A page as the profile paints it.
    pub(crate) fn painted(&self, page: &Page) -> Page {
        page_without_unused(self.painter.page(page))
    }
}

impl Kept {
    /// Goes on from what an earlier search has found.
    pub(crate) fn recall(found: Option<FoundSetting>) -> Kept {
        Kept { found, ..Kept::default() }
    }

    /// Where the last search has ended.
    pub(crate) fn found(&self) -> Option<&FoundSetting> {
        self.found.as_ref()
    }

    /// Typesets at the setting in force, whether or not everything fits. `show` is given the pages before it is known what stands
    /// where on them, and tells whether that is wanted.
    ///
    /// # Errors
    ///
    /// Fails if there are no pages; why is in the report.
    pub(crate) fn typeset(
        &mut self,
        composition: &Composition,
        fonts: &Fonts,
        profile: Profile,
        report: &Report,
        show: impl FnOnce(&LivePages<'_>) -> bool,
    ) -> Result<Live, Reported> {
        let step = self.found.as_ref().and_then(|found| found.step(composition));
        let (Some(found), Some(step)) = (&self.found, step) else {
            return Ok(Live::NoSetting);
        };
        let mut composition = Cow::Borrowed(composition);
        if composition.picture_limits != found.picture_limits {
            composition.to_mut().picture_limits = found.picture_limits.clone();
        }
        let source = composition.with(&composition.settings[step], &found.words);
        let world = MemoryWorld::new(source.files(), fonts, &mut self.sources)
            .map_err(|fault| report.error(fault))?;
        let settled = self.before.as_ref().and_then(|before| passes_after(&world, before));
        let document = match settled {
            Some(document) => document,
            None => compile(&world, &composition, report)?.0,
        };
        let areas = text_areas::measure(&document, composition.extent);
        let is_too_full =
            fit::misfit(&areas, composition.extent).is_some_and(|misfit| misfit.overset);
        let painter = Painter::new(profile, &composition);
        let live = if show(&LivePages { document: &document, painter, is_too_full }) {
            let painted = paint::for_screen(&document, profile);
            Live::Viewed(View::of(&painted, &world, &composition, &source))
        } else {
            Live::Shown
        };
        self.before = Some(document);
        Ok(live)
    }

    /// Typesets at the best setting, and checks the pages.
    ///
    /// # Errors
    ///
    /// Fails if there are no pages; why is in the report.
    pub(crate) fn search(
        &mut self,
        composition: &Composition,
        fonts: &Fonts,
        profile: Profile,
        report: &Report,
    ) -> Result<Pages, Reported> {
        let step = self.found.as_ref().and_then(|found| found.step(composition));
        self.sources.step = step.unwrap_or_default();
        let mut pages =
            typeset_profiles(composition, fonts, &[profile], &mut self.sources, report)?;
        let pages = pages.swap_remove(0);
        // Where several make-ups would come to rest, keystrokes go on from the one that was checked.
        self.before = Some(pages.document.clone());
        self.found = Some(FoundSetting {
            setting: pages.setting,
            words: pages.kept_words.clone(),
            picture_limits: pages.picture_limits.clone(),
        });
        Ok(pages)
    }
}

/// Whether some text has no room on the pages.
pub(crate) fn is_too_full(pages: &Pages) -> bool {
    pages.panels.iter().any(|panel| panel.pages > 1)
        || pages.findings.iter().any(|finding| finding.check == checks::OVERSET)
}
