//! Turns a publication, the states of its messages and the id of a language edition into a [`Manuscript`].

mod blocks;
mod bundle;
mod contacts;
mod formatter;
mod locale;
mod localization;
mod make_up;
pub mod manuscript;
mod marks;
mod markup;
mod overlay;
mod placeable;
mod resolver;
mod slots;
mod typed_contacts;
mod typography;
mod wording;

use crate::diagnostic::{Diagnostic, Report, Reported};
use crate::language::{Language, Languages};
use crate::load::section::Layout;
use crate::load::{EditionId, Profile, Publication};
use crate::resolve::localization::Localization;
use crate::resolve::make_up::make_up;
use crate::resolve::manuscript::{DraftNotice, Section};
use crate::resolve::markup::Piece;
use crate::resolve::overlay::Overlay;
use crate::resolve::placeable::Placeable;
use crate::resolve::resolver::Resolver;
use crate::review::{EditionState, States, edition_reason};

pub(crate) use locale::{DateStyle, LocaleFormatter};
pub use manuscript::Manuscript;
pub(crate) use typed_contacts::{TYPED_CONTACT, typed_contact};
pub(crate) use wording::{Wording, WordingValue};

/// A text without markup as its language writes it: its quotes, apostrophes and blanks.
#[must_use]
pub(crate) fn set_plain(text: &str, language: &Language, languages: &Languages) -> String {
    let piece = Piece { run: Placeable::text(text).into_run(), typed: true, span: 0 };
    typography::set(&[piece], language, languages).into_iter().map(|run| run.text).collect()
}

/// Puts each text of a language edition in its place. Faults in texts are reported and do not prevent a manuscript.
///
/// # Errors
///
/// Fails if the publication has no such edition or body or knows nothing of a language, or if there are several languages: each
/// has a manuscript of its own.
pub fn resolve(
    publication: &Publication,
    states: &States,
    id: &EditionId,
    report: &Report,
) -> Result<Manuscript, Reported> {
    resolve_for(publication, states, id, None, report)
}

/// Puts each text of a language edition in its place, as a profile shows them; without one, as the first of the edition's does.
///
/// # Errors
///
/// Fails where [`resolve`] does.
pub(crate) fn resolve_for(
    publication: &Publication,
    states: &States,
    id: &EditionId,
    profile: Option<Profile>,
    report: &Report,
) -> Result<Manuscript, Reported> {
    resolve_part(publication, states, id, profile, false, report)
}

/// Resolves an edition in each of its languages, in their order, as a profile shows them. Where one is a draft, the others say so
/// too: they are on one paper.
///
/// # Errors
///
/// Fails if one of them can't be resolved.
pub(crate) fn resolve_each(
    publication: &Publication,
    states: &States,
    id: &EditionId,
    profile: Option<Profile>,
    report: &Report,
) -> Result<Vec<Manuscript>, Reported> {
    let resolved = id.alone().map(|id| resolve_for(publication, states, &id, profile, report));
    let mut manuscripts = resolved.collect::<Result<Vec<_>, _>>()?;
    if manuscripts.iter().any(|one| one.draft.is_some()) {
        for one in manuscripts.iter_mut().filter(|one| one.draft.is_none()) {
            // What is wrong with its texts is in the report already.
            let own = Report::new();
            *one = resolve_part(publication, states, &one.id, profile, true, &own)?;
        }
    }
    Ok(manuscripts)
}

/// Resolves one language; with `is_beside_draft` its pages say that they are a draft, whatever its own state.
fn resolve_part(
    publication: &Publication,
    states: &States,
    id: &EditionId,
    profile: Option<Profile>,
    is_beside_draft: bool,
    report: &Report,
) -> Result<Manuscript, Reported> {
    let brochure = &publication.brochure;
    let Some(edition) = brochure.edition(&id.edition) else {
        let known = brochure.editions.iter().map(|edition| edition.id.as_str());
        return Err(report.error(
            Diagnostic::error(format!(
                "the brochure `{}` has no edition `{}`",
                brochure.id, id.edition
            ))
            .suggest(&id.edition, known),
        ));
    };
    let mut localizations = Localization::of_edition(publication, id, report)?;
    let languages: Vec<Language> =
        localizations.iter().map(|localization| localization.language().clone()).collect();
    let (Some(localization), true) = (localizations.pop(), localizations.is_empty()) else {
        return Err(report.error(
            Diagnostic::error("texts are put in their place in one language at a time")
                .at(&edition.id.span)
                .label(format!("asked for as `{id}`")),
        ));
    };
    let body = id.overlay.as_ref().map(|key| publication.bodies.require(key));
    let body = body.transpose().map_err(|unknown| report.error(unknown.at(&edition.id.span)))?;
    let profile = profile.or(edition.profiles.first().copied());
    let is_discreet = profile.is_some_and(|profile| edition.appearance.is_discreet(profile));
    let overlay = body.map(|body| Overlay::new(body, edition, profile));
    let resolver = Resolver::new(publication, states, edition, localization, overlay, report);
    let title = resolver.plain_message(&brochure.title);
    let foot = edition.foot.as_ref().map(|id| resolver.message(id));
    let mut chapters = 0;
    let sections: Vec<Section> = brochure
        .sections_of(&edition.id.value, resolver.language())
        .filter(|section| section.limits.serve(resolver.regions()))
        .map(|section| {
            let is_chapter = section.layout == Layout::Chapter;
            chapters += usize::from(is_chapter);
            resolver.section(section, is_chapter.then_some(chapters), is_discreet)
        })
        .collect();
    // What says that it is a draft stands on no approved page.
    let messages = resolver.messages.take();
    let texts = resolver.texts.take();
    resolver.note_body();
    let make_up = make_up(&resolver);
    let reason = edition_reason(publication, &edition.id.value, resolver.language(), &make_up);
    let state = EditionState::new(resolver.reasons.take().into_iter().chain(reason));
    let is_draft = is_beside_draft || matches!(state, EditionState::Draft(_));
    let draft = is_draft.then(|| DraftNotice {
        line: resolver.program_message("draft-line", &[]),
        band: resolver.program_message("draft-band", &[]),
    });
    resolver.report_fallbacks();
    let offered = brochure.languages_of(edition).iter();
    let offered = offered.filter_map(|tag| publication.languages.get(&tag.value).cloned());
    let others = resolver.others.take();
    let others = others.iter().filter_map(|tag| publication.languages.get(tag).cloned());
    Ok(Manuscript {
        id: id.clone(),
        languages,
        title,
        date: brochure.release.date,
        state,
        draft,
        foot,
        offered: offered.collect(),
        sections,
        others: others.collect(),
        messages,
        make_up,
        shown_facts: resolver.shown_facts.take(),
        texts,
        accepted: resolver.accepted.take().into_iter().collect(),
    })
}
