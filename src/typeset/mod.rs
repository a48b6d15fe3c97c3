//! A [`Composition`] and fonts in; [`Pages`] out: Typst's frames, what stands on them, and what the checks found.

mod bare;
pub mod checks;
mod fit;
mod fonts;
mod glance;
mod paint;
mod rooms;
mod soft;
pub mod view;
mod world;

use std::collections::BTreeMap;

use typst::World as _;
use typst::WorldExt as _;
use typst::diag::{Severity, SourceDiagnostic};
use typst_layout::PagedDocument;

use crate::compose::{Composition, TextOrigin};
use crate::diagnostic::{Diagnostic, Place, Report, SourceFile};
use crate::load::{Profile, Setting};
use fit::Trial;
use world::Desk;

pub use bare::bare;
use checks::words::short_parts;
use checks::{Context, Finding};
pub use fonts::Fonts;
pub use rooms::Panel;
use view::View;
pub use world::Sources;

/// After so many runs words that are divided too near to their ends stay as they are, and are reported.
const MOST_RUNS: usize = 20;

/// The pages of a language edition as a profile paints them.
#[derive(Debug, Clone)]
pub struct Pages {
    /// Typst's document: frames and what is known about them.
    pub document: PagedDocument,
    /// Its panels, or the pages of a booklet, and how full each is.
    pub panels: Vec<Panel>,
    /// What stands on each page.
    pub view: View,
    /// The setting that was found.
    pub setting: Setting,
    /// How many runs it took to find it.
    pub runs: usize,
    /// What is wrong with the layout: pages with an error among it may not be used.
    pub findings: Vec<Finding>,
}

/// Typesets a composition at the largest of its settings at which everything fits, and leaves it at that setting. Faults
/// are reported; `None` if there are no pages, or none that may be used.
pub fn typeset(
    composition: &mut Composition,
    fonts: &Fonts,
    profile: Profile,
    report: &Report,
) -> Option<Pages> {
    let sources = &mut Sources::default();
    typeset_again(composition, fonts, &[profile], sources, report)?.pop()
}

/// Typesets a composition of a language edition once for several profiles, and gives the pages of each, in their order.
/// `sources` are what an earlier run has left: what did not change is not laid out again.
pub fn typeset_again(
    composition: &mut Composition,
    fonts: &Fonts,
    profiles: &[Profile],
    sources: &mut Sources,
    report: &Report,
) -> Option<Vec<Pages>> {
    let mut ladder = composition.ladder.clone();
    let (mut runs, mut start, mut dropped) = (0, sources.rung, 0);
    let first_profile = *profiles.first()?;
    loop {
        let found = fit::find(&ladder, start, |rung| {
            composition.set(ladder.get(rung)?);
            try_setting(composition, fonts, sources, rung + 1 == ladder.len(), report)
        })?;
        runs += found.runs;
        let setting = *ladder.get(found.rung)?;
        composition.set(&setting);
        let desk = Desk::new(&composition.files, fonts, sources)?;
        let Trial { document, rooms, warnings, .. } = found.trial;
        let painted = paint::for_screen(&document, first_profile);
        let view = View::of(&painted, &desk, composition);
        let context = Context::new(&view, composition, &rooms);
        let short = short_parts(&context);
        let mut kept = (!short.is_empty() && runs < MOST_RUNS).then(|| composition.clone());
        sources.rung = dropped + found.rung;
        let Some(kept) = kept.take_if(|kept| kept.keep_whole(&short)) else {
            report.extend(warnings);
            let findings = context.run();
            let panels: Vec<Panel> = rooms.iter().map(|room| room.panel.clone()).collect();
            let document = soft::without_unused(document);
            let own = soft::without_unused(painted);
            let first = Pages { document: own, panels, view, setting, runs, findings };
            let all = profiles.iter().enumerate().map(|(index, profile)| {
                let mut pages = first.clone();
                pages.document = match profile {
                    Profile::Print => paint::for_press(&document, &composition.palette),
                    _ if index == 0 => return pages,
                    _ => paint::for_screen(&document, *profile),
                };
                if profile.spares_ink() != first_profile.spares_ink() {
                    pages.view = View::of(&pages.document, &desk, composition);
                    pages.findings = Context::new(&pages.view, composition, &rooms).run();
                }
                pages
            });
            return Some(all.collect());
        };
        // The same setting again, with these words kept whole; only if that lacks room a smaller one.
        *composition = kept;
        ladder.drain(..found.rung);
        (start, dropped) = (0, dropped + found.rung);
    }
}

/// One run. Typst's errors are reported; its warnings, and what does not fit, only if the setting is taken. Unless it is at
/// the last setting that there is, it ends as soon as it is plain that something has no room.
fn try_setting(
    composition: &Composition,
    fonts: &Fonts,
    sources: &mut Sources,
    is_last: bool,
    report: &Report,
) -> Option<Trial> {
    let desk = Desk::new(&composition.files, fonts, sources)?;
    if !is_last && let Some(document) = glance::glance(&desk) {
        let rooms = rooms::measure(&document, composition.extent);
        let lack = fit::lack(&rooms, composition.extent);
        if lack.is_some_and(fit::Lack::is_plain) {
            return Some(Trial { document, rooms, warnings: Vec::new(), lack });
        }
    }
    let compiled = typst::compile::<PagedDocument>(&desk);
    let warnings = compiled.warnings.iter();
    let warnings = warnings.map(|warning| from_typst(&desk, composition, warning)).collect();
    let document = match compiled.output {
        Ok(document) => document,
        Err(errors) => {
            report.extend(errors.iter().map(|error| from_typst(&desk, composition, error)));
            return None;
        }
    };
    let rooms = rooms::measure(&document, composition.extent);
    let lack = fit::lack(&rooms, composition.extent);
    Some(Trial { document, rooms, warnings, lack })
}

/// Lays out files that the program has written for itself, by path; the main one is [`crate::compose::MAIN`].
///
/// # Errors
///
/// Fails with what Typst says if there are no pages.
pub fn lay_out(
    files: &BTreeMap<String, Vec<u8>>,
    fonts: &Fonts,
) -> Result<PagedDocument, Vec<String>> {
    let Some(desk) = Desk::new(files, fonts, &mut Sources::default()) else {
        return Err(Vec::new());
    };
    let found = typst::compile::<PagedDocument>(&desk).output;
    found.map_err(|errors| errors.iter().map(|error| error.message.to_string()).collect())
}

/// Forgets what Typst kept of a finished run, where so many runs go on at once. Editions share next to nothing, and what
/// is kept slows every look-up; but what the others have used must stay until they are done, though several shorter runs
/// may end before a long one.
pub fn forget(at_once: usize) {
    comemo::evict(if at_once > 1 { at_once } else { 0 });
}

/// Forgets what Typst kept and none of the last `runs` runs has used: for one edition that is typeset again and again.
pub fn forget_unused(runs: usize) {
    comemo::evict(runs);
}

/// What Typst found, at its place in the composition. A warning is an error: pages are clean, or they are none.
fn from_typst(desk: &Desk<'_>, composition: &Composition, found: &SourceDiagnostic) -> Diagnostic {
    let prefix = match found.severity {
        Severity::Error => "",
        Severity::Warning => "warning of the typesetter: ",
    };
    let mut diagnostic = Diagnostic::error(format!("{prefix}{}", found.message));
    if let (Some(id), Some(range)) = (found.span.id(), desk.range(found.span))
        && let Ok(source) = desk.source(id)
    {
        let path = format!("{} ({})", Desk::path(id), composition.name);
        diagnostic = diagnostic.at(&Place::new(&SourceFile::new(path, source.text()), range));
    }
    for hint in &found.hints {
        diagnostic = diagnostic.hint(hint.v.to_string());
    }
    diagnostic
}

/// Which text a place in the main file belongs to, by its place in the list.
fn text_at(texts: &[TextOrigin], offset: usize) -> Option<usize> {
    let after = texts.partition_point(|text| text.range.end <= offset);
    texts.get(after).filter(|text| text.range.contains(&offset)).map(|_| after)
}
