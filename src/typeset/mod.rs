//! Turns a [`Composition`] and fonts into [`Pages`]: Typst's frames, what stands on them, and what the checks found.

pub mod checks;
mod drawings;
mod fit;
mod fonts;
mod link_descriptions;
mod live;
mod memory;
mod paint;
mod passes;
mod picture_limits;
mod soft_hyphens;
mod strip;
mod svg;
mod text_areas;
pub mod view;
mod world;

use std::borrow::Cow;
use std::collections::BTreeMap;

use feuillet_units::Pt;
use typst::World as _;
use typst::WorldExt as _;
use typst::diag::{Severity, SourceDiagnostic};
use typst_layout::PagedDocument;

use crate::compose::{ComposedPicture, Composition, KeptWords, Source};
use crate::diagnostic::{Diagnostic, Report, Reported, SourceFile, Span, list};
use crate::load::{Profile, Setting};
use checks::words::short_parts;
use checks::{Context, LayoutFinding};
use fit::Trial;
use passes::first_pass;
use soft_hyphens::without_unused_soft_hyphens;
use view::View;
use world::MemoryWorld;

pub use fonts::Fonts;
pub(crate) use fonts::MissingFace;
pub(crate) use live::{FoundSetting, Kept, Live, LivePages, is_too_full};
pub(crate) use memory::{forget, forget_unused};
pub(crate) use strip::without_links_and_tags;
pub(crate) use svg::{PageDrawing, draw, look};
pub(crate) use text_areas::Panel;
pub(crate) use world::Sources;

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
    /// The words that are kept whole on them.
    pub kept_words: KeptWords,
    /// The widths to which pictures were made smaller, by path.
    pub(crate) picture_limits: BTreeMap<String, Pt>,
    /// How many runs it took to find the setting and these words.
    pub(crate) runs: usize,
    /// What is wrong with the layout: pages with an error among it may not be used.
    pub findings: Vec<LayoutFinding>,
}

/// Typesets a composition at the largest of its settings at which everything fits.
///
/// # Errors
///
/// Fails if there are no pages; why is in the report.
pub fn typeset(
    composition: &Composition,
    fonts: &Fonts,
    profile: Profile,
    report: &Report,
) -> Result<Pages, Reported> {
    let mut pages =
        typeset_profiles(composition, fonts, &[profile], &mut Sources::default(), report)?;
    Ok(pages.swap_remove(0))
}

/// Typesets a composition of a language edition once for several profiles, and gives the pages of each, in their order.
/// `sources` are what an earlier run has left: what did not change is not laid out again.
///
/// # Errors
///
/// Fails if there are no pages; why is in the report.
pub(crate) fn typeset_profiles(
    composition: &Composition,
    fonts: &Fonts,
    profiles: &[Profile],
    sources: &mut Sources,
    report: &Report,
) -> Result<Vec<Pages>, Reported> {
    let Some(first_profile) = profiles.first().copied() else { return Ok(Vec::new()) };
    let mut composition = Cow::Borrowed(composition);
    let mut kept_words = KeptWords::default();
    // Settings before this one are too large, as an earlier search has found.
    let (mut first_step, mut start, mut runs) = (0, sources.step, 0);
    loop {
        let settings = &composition.settings[first_step..];
        let found = fit::find(settings, start, |step| {
            let is_last = step + 1 == settings.len();
            let source = composition.with(&settings[step], &kept_words);
            try_setting(&composition, &source, fonts, sources, is_last, report)
        })?;
        runs += found.runs;
        let setting = settings[found.step];
        first_step += found.step;
        sources.step = first_step;
        if runs < MOST_RUNS
            && found.trial.misfit.is_some_and(|misfit| misfit.overset)
            && let Some(limits) = picture_limits::smaller(&found.trial, &composition.picture_limits)
        {
            // The text can give way no more: pictures do.
            composition.to_mut().picture_limits = limits;
            start = 0;
            continue;
        }
        let source = composition.with(&setting, &kept_words);
        let world = MemoryWorld::new(source.files(), fonts, sources)
            .map_err(|fault| report.error(fault))?;
        let Trial { document, areas, warnings, .. } = found.trial;
        let document = link_descriptions::described(&document, &composition.links);
        let figures = text_areas::figures(&document);
        let slots = text_areas::slots(&document);
        let painted = paint::for_screen(&document, first_profile);
        let view = View::of(&painted, &world, &composition, &source);
        let context = Context::new(&view, &composition, &areas, (&figures, &slots), setting, fonts);
        if runs < MOST_RUNS
            && let Some(more) = kept_words.with(&composition.texts, short_parts(&context))
        {
            // The same setting again, with these words kept whole; only if that lacks room a smaller one.
            (kept_words, start) = (more, 0);
            continue;
        }
        report.extend(warnings);
        drawings::check(&document, &composition, fonts, report);
        let findings = context.run();
        let panels: Vec<Panel> = areas.iter().map(|area| area.panel.clone()).collect();
        let document = without_unused_soft_hyphens(document);
        let own = without_unused_soft_hyphens(painted);
        let kept_words = kept_words.clone();
        let picture_limits = composition.picture_limits.clone();
        let first = Pages {
            document: own,
            panels,
            view,
            setting,
            kept_words,
            picture_limits,
            runs,
            findings,
        };
        let all = profiles.iter().enumerate().map(|(index, profile)| {
            let mut pages = first.clone();
            pages.document = match profile {
                Profile::Print => paint::for_press(&document, &composition),
                _ if index == 0 => return pages,
                _ => paint::for_screen(&document, *profile),
            };
            if profile.spares_ink() != first_profile.spares_ink() {
                pages.view = View::of(&pages.document, &world, &composition, &source);
                let placed = (figures.as_slice(), slots.as_slice());
                let context =
                    Context::new(&pages.view, &composition, &areas, placed, setting, fonts);
                pages.findings = context.run();
            }
            pages
        });
        return Ok(all.collect());
    }
}

/// One run. Typst's errors are reported; its warnings, and what does not fit, only if the setting is taken. Unless it is at
/// the last setting that there is, it ends as soon as it is plain that something has no room.
fn try_setting(
    composition: &Composition,
    source: &Source<'_>,
    fonts: &Fonts,
    sources: &mut Sources,
    is_last: bool,
    report: &Report,
) -> Result<Trial, Reported> {
    let world =
        MemoryWorld::new(source.files(), fonts, sources).map_err(|fault| report.error(fault))?;
    if !is_last && let Some(document) = first_pass(&world) {
        let trial = Trial::new(document, composition.extent, Vec::new());
        if trial.misfit.is_some_and(fit::Misfit::is_plain) {
            return Ok(trial);
        }
    }
    let (document, warnings) = compile(&world, composition, report)?;
    Ok(Trial::new(document, composition.extent, warnings))
}

/// Lays out a document to its end, and gives what Typst warned of.
fn compile(
    world: &MemoryWorld<'_>,
    composition: &Composition,
    report: &Report,
) -> Result<(PagedDocument, Vec<Diagnostic>), Reported> {
    let compiled = typst::compile::<PagedDocument>(world);
    let warnings = compiled.warnings.iter();
    let warnings = warnings.map(|warning| from_typst(world, composition, warning)).collect();
    let document = compiled.output.map_err(|errors| {
        let mut errors = errors.iter().map(|error| from_typst(world, composition, error));
        let silent = || Diagnostic::error("the typesetter made no pages and gave no reason");
        let reported = report.error(errors.next().unwrap_or_else(silent));
        report.extend(errors);
        reported
    })?;
    Ok((document, warnings))
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
    let files = files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()));
    let world = MemoryWorld::new(files, fonts, &mut Sources::default())
        .map_err(|fault| vec![fault.message])?;
    let found = typst::compile::<PagedDocument>(&world).output;
    found.map_err(|errors| errors.iter().map(|error| error.message.to_string()).collect())
}

/// What Typst found, at its place in the composition. A warning is an error: pages are clean, or they are none.
fn from_typst(
    world: &MemoryWorld<'_>,
    composition: &Composition,
    found: &SourceDiagnostic,
) -> Diagnostic {
    let prefix = match found.severity {
        Severity::Error => "",
        Severity::Warning => "warning of the typesetter: ",
    };
    let mut diagnostic = Diagnostic::error(format!("{prefix}{}", found.message));
    if let (Some(id), Some(range)) = (found.span.id(), world.range(found.span))
        && let Ok(source) = world.source(id)
    {
        let shown: Vec<&ComposedPicture> =
            composition.pictures.values().filter(|picture| picture.is_shown).collect();
        let is_picture =
            source.text().get(range.clone()).is_some_and(|call| call.starts_with("image("));
        if let Some(place) =
            shown.first().and_then(|picture| picture.place.as_ref()).filter(|_| is_picture)
        {
            // All figures share the call in the template.
            diagnostic = diagnostic.at(place);
            if shown.len() > 1 {
                let names: Vec<&str> = shown.iter().map(|picture| picture.name.as_str()).collect();
                diagnostic = diagnostic.hint(format!("it is one of {}", list(&names)));
            }
        } else {
            let path = format!("{} ({})", MemoryWorld::path(id), composition.name);
            diagnostic = diagnostic.at(&Span::new(&SourceFile::new(path, source.text()), range));
        }
    }
    for hint in &found.hints {
        diagnostic = diagnostic.hint(hint.v.to_string());
    }
    diagnostic
}
