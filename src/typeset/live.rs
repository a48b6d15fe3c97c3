//! Turns a composition that changes with every keystroke into pages: at once at the setting in force, and at a better one when
//! there is time.

use std::borrow::Cow;
use std::collections::BTreeMap;

use feuillet_units::Pt;
use typst_layout::PagedDocument;

use crate::compose::{Composition, KeptWords};
use crate::diagnostic::{Report, Reported};
use crate::load::{Profile, Setting};
use crate::typeset::soft_hyphens::without_unused_soft_hyphens;
use crate::typeset::view::View;
use crate::typeset::world::MemoryWorld;
use crate::typeset::{
    Fonts, Pages, Sources, checks, compile, fit, paint, text_areas, typeset_profiles,
};

/// What one language edition keeps from one keystroke to the next.
#[derive(Debug, Default)]
pub(crate) struct Kept {
    sources: Sources,
    found: Option<Found>,
}

/// Where the last search for a setting has ended.
#[derive(Debug)]
struct Found {
    setting: Setting,
    words: KeptWords,
    picture_limits: BTreeMap<String, Pt>,
}

/// Pages that have not been checked.
#[derive(Debug, Clone)]
pub(crate) struct LivePages {
    /// Typst's document, as the profile paints it.
    pub(crate) document: PagedDocument,
    /// What stands on each page.
    pub(crate) view: View,
    /// Whether some text has no room at this setting.
    pub(crate) is_too_full: bool,
}

impl Kept {
    /// Typesets at the setting in force, whether or not everything fits.
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
    ) -> Result<LivePages, Reported> {
        let Some(found) =
            self.found.as_ref().filter(|found| composition.settings.contains(&found.setting))
        else {
            let pages = self.search(composition, fonts, profile, report)?;
            let is_too_full = is_too_full(&pages);
            return Ok(LivePages { document: pages.document, view: pages.view, is_too_full });
        };
        let mut composition = Cow::Borrowed(composition);
        if composition.picture_limits != found.picture_limits {
            composition.to_mut().picture_limits = found.picture_limits.clone();
        }
        let source = composition.with(&found.setting, &found.words);
        let world = MemoryWorld::new(source.files(), fonts, &mut self.sources)
            .map_err(|fault| report.error(fault))?;
        let (document, _) = compile(&world, &composition, report)?;
        let areas = text_areas::measure(&document, composition.extent);
        let is_too_full =
            fit::misfit(&areas, composition.extent).is_some_and(|misfit| misfit.overset);
        let painted = paint::for_screen(&document, profile);
        let view = View::of(&painted, &world, &composition, &source);
        let document = match profile {
            Profile::Print => paint::for_press(&document, &composition),
            _ => painted,
        };
        Ok(LivePages { document: without_unused_soft_hyphens(document), view, is_too_full })
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
        let mut pages =
            typeset_profiles(composition, fonts, &[profile], &mut self.sources, report)?;
        let pages = pages.swap_remove(0);
        self.found = Some(Found {
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
