//! Turns a selection of bodies into the language editions to make.

use crate::diagnostic::{Diagnostic, Report};
use crate::driver::job::{Job, LoadedBrochure};
use crate::driver::plan::{check_names, together};
use crate::driver::selection::{BodySelection, Selection};
use crate::load::{Body, Brochure, Edition, EditionId, Profile};

/// The jobs of a selection of bodies, those of an edition and a language beside each other. Without a choice these are the
/// editions that have a slot for what a body says.
///
/// # Errors
///
/// Fails if there is no such body, edition or language.
pub(super) fn plan_bodies<'a>(
    brochures: &'a [LoadedBrochure],
    selection: &Selection,
    bodies: &BodySelection,
    report: &Report,
) -> Result<Vec<Job<'a>>, Diagnostic> {
    let all_loaded = !report.has_errors();
    if all_loaded {
        check_names(brochures, selection)?;
    }
    let mut jobs = Vec::new();
    for loaded in brochures {
        let chosen = chosen_bodies(loaded, bodies)?;
        let brochure = &loaded.publication.brochure;
        for edition in editions_for_bodies(brochure, &selection.editions) {
            let name = &edition.id.value;
            let groups = profile_groups(edition, selection, &bodies.usual, report);
            for language in brochure.languages_of(edition) {
                let language = &language.value;
                if !selection.has(language) {
                    continue;
                }
                for profiles in &groups {
                    jobs.extend(chosen.iter().map(|body| {
                        let id = EditionId::new(&brochure.id, name, language);
                        let id = id.with_overlay(Some(body.key()));
                        let (profiles, marks) = (profiles.clone(), selection.marks);
                        Job { brochure: loaded, edition, id, profiles, marks }
                    }));
                }
            }
            for (id, asked) in together(brochure, edition, selection, report) {
                for profiles in groups_of(edition, asked) {
                    jobs.extend(chosen.iter().map(|body| {
                        let id = id.clone().with_overlay(Some(body.key()));
                        let (profiles, marks) = (profiles.clone(), selection.marks);
                        Job { brochure: loaded, edition, id, profiles, marks }
                    }));
                }
            }
        }
    }
    if jobs.is_empty() && all_loaded && !report.has_errors() && bodies.shard.is_none() {
        return Err(Diagnostic::error("no edition has a slot that a body can fill").hint(
            "`[slot.local-contacts]` and a block `{ slot = \"local-contacts\" }` in `brochure.toml` make one, or name editions with `--edition`",
        ));
    }
    Ok(jobs)
}

/// The editions of which bodies have their own: those of these names, or where none is named those that have a slot for what
/// a body says.
pub(crate) fn editions_for_bodies<'a>(
    brochure: &'a Brochure,
    names: &[String],
) -> impl Iterator<Item = &'a Edition> {
    brochure.editions.iter().filter(move |edition| match names.is_empty() {
        true => brochure.has_slots(&edition.id.value),
        false => names.contains(&edition.id.value),
    })
}

/// The bodies of this machine's part, those of the same regions beside each other: their pages are alike.
fn chosen_bodies<'a>(
    loaded: &'a LoadedBrochure,
    bodies: &BodySelection,
) -> Result<Vec<&'a Body>, Diagnostic> {
    let known = &loaded.publication.bodies;
    let chosen: Vec<&Body> = if bodies.keys.is_empty() {
        known.iter().collect()
    } else {
        let mut keys: Vec<&String> = bodies.keys.iter().collect();
        keys.sort();
        keys.dedup();
        keys.into_iter().map(|key| known.require(key)).collect::<Result<_, _>>()?
    };
    if chosen.is_empty() {
        return Err(Diagnostic::error("the project has no body").hint(
            "a body is a file `brochures/bodies/<key>.toml`; `brochures/communes.csv` lists the communes",
        ));
    }
    let own = chosen.into_iter().enumerate();
    let own = own.filter(|(number, _)| bodies.shard.is_none_or(|shard| shard.has(*number)));
    let mut own: Vec<&Body> = own.map(|(_, body)| body).collect();
    own.sort_by_key(|body| {
        body.regions().iter().map(|region| region.value.clone()).collect::<Vec<_>>()
    });
    Ok(own)
}

/// The profiles of an edition, in groups whose pages are the same but for their paints.
fn profile_groups(
    edition: &Edition,
    selection: &Selection,
    usual: &[Profile],
    report: &Report,
) -> Vec<Vec<Profile>> {
    let asked = &selection.profiles;
    for profile in asked {
        if let Some(fault) = edition.cannot_be_made_for(*profile) {
            report.add(fault.at(&edition.id.span));
        }
    }
    let usual = usual.iter().filter(|profile| edition.profiles.contains(profile));
    let profiles: Vec<Profile> =
        if asked.is_empty() { usual.copied().collect() } else { asked.clone() };
    let possible =
        profiles.into_iter().filter(|profile| edition.cannot_be_made_for(*profile).is_none());
    groups_of(edition, possible)
}

/// Profiles in groups whose pages are the same but for their paints.
fn groups_of(edition: &Edition, profiles: impl IntoIterator<Item = Profile>) -> Vec<Vec<Profile>> {
    let looks = |profile: Profile| {
        let is_discreet = edition.appearance.is_discreet(profile);
        // What is read on a telephone shows less of the body.
        (is_discreet, is_discreet && profile == Profile::Screen)
    };
    let mut groups: Vec<Vec<Profile>> = Vec::new();
    for profile in profiles {
        let own = groups.iter_mut().find(|group| looks(group[0]) == looks(profile));
        match own {
            Some(group) => group.push(profile),
            None => groups.push(vec![profile]),
        }
    }
    groups
}
