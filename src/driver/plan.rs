//! Turns a project and a selection into loaded brochures and the language editions to make.

use crate::artifact::Artifact;
use crate::diagnostic::{Diagnostic, Report, known, nearest};
use crate::driver::accepts::check_accepts;
use crate::driver::job::{Job, LoadedBrochure};
use crate::driver::selection::Selection;
use crate::driver::timings::{Stage, Timings};
use crate::language::Tag;
use crate::load::{Brochure, Edition, EditionId, Profile, Project, load};
use crate::review::assess;

/// Loads the selected brochures. A brochure with errors is left out, and the errors are in the report.
///
/// # Errors
///
/// Fails if the project has no such brochure, or none at all.
pub(crate) fn load_brochures(
    project: &Project,
    selection: &Selection,
    timings: &mut Timings,
    report: &Report,
) -> Result<Vec<LoadedBrochure>, Diagnostic> {
    let known = project.brochures();
    if known.is_empty() {
        let folder = project.root().join("brochures");
        return Err(Diagnostic::error(format!("no brochure in `{}`", folder.display()))
            .hint("a brochure is a folder with a `brochure.toml`"));
    }
    if let Some(unknown) = selection.brochures.iter().find(|id| !known.contains(id)) {
        return Err(not_known("brochure", unknown, &known));
    }
    let ids = if selection.brochures.is_empty() { &known } else { &selection.brochures };
    let mut brochures = Vec::new();
    for id in ids {
        let own = Report::new();
        let publication = timings.time(Stage::Load, || load(project, id, &own));
        if let Ok(publication) = &publication {
            check_accepts(publication, &own);
        }
        if let Ok(publication) = publication {
            if let Some(fault) = same_name(&brochures, &publication.brochure) {
                own.add(fault);
            }
            let states = timings.time(Stage::Review, || assess(&publication));
            let is_selected = |language: &Tag| selection.shows(language);
            let found = states.findings().iter().filter(|found| is_selected(&found.language));
            own.extend(found.map(|found| found.diagnostic.clone()));
            if selection.bodies.is_some() || selection.reads_bodies {
                own.extend(publication.body_faults.iter().cloned());
            }
            if !own.has_errors() {
                brochures.push(LoadedBrochure { publication, states });
            }
        }
        report.extend(own.into_sorted());
    }
    Ok(brochures)
}

/// Says that a brochure would write over the files of another one.
fn same_name(loaded: &[LoadedBrochure], brochure: &Brochure) -> Option<Diagnostic> {
    let name = &brochure.public_name;
    let others = loaded.iter().map(|other| &other.publication.brochure);
    let same = |other: &&Brochure| other.public_name.value.eq_ignore_ascii_case(&name.value);
    let other = others.into_iter().find(same)?;
    let message = format!("brochure `{}` has the public name `{}` too", other.id, name.value);
    let hint = "their files would have the same names: let this one differ, without telling what it is about";
    Some(Diagnostic::error(message).at(&name.span).hint(hint))
}

/// The jobs of a selection. Where a brochure could not be loaded, as the report says, names that it may have had are
/// not asked after.
///
/// # Errors
///
/// Fails if no selected brochure has an edition or a language of that name.
pub(crate) fn plan<'a>(
    brochures: &'a [LoadedBrochure],
    selection: &Selection,
    report: &Report,
) -> Result<Vec<Job<'a>>, Diagnostic> {
    if !report.has_errors() {
        check_names(brochures, selection)?;
    }
    let mut jobs = Vec::new();
    for loaded in brochures {
        let brochure = &loaded.publication.brochure;
        for edition in &brochure.editions {
            if !selection.editions.is_empty() && !selection.editions.contains(&edition.id.value) {
                continue;
            }
            for profile in &selection.profiles {
                if let Some(fault) = edition.cannot_be_made_for(*profile) {
                    report.add(fault.at(&edition.id.span));
                }
            }
            for language in brochure.languages_of(edition) {
                if !selection.has(&language.value) {
                    continue;
                }
                let profiles = if selection.profiles.is_empty() {
                    &edition.profiles
                } else {
                    &selection.profiles
                };
                let possible = |profile: &&Profile| edition.cannot_be_made_for(**profile).is_none();
                let profiles: Vec<Profile> = profiles.iter().filter(possible).copied().collect();
                for profiles in by_cover(edition, &profiles) {
                    let id = EditionId::new(&brochure.id, &edition.id.value, &language.value);
                    let marks = selection.marks;
                    jobs.push(Job { brochure: loaded, edition, id, profiles, marks });
                }
            }
            for (id, profiles) in together(brochure, edition, selection, report) {
                for profiles in by_cover(edition, &profiles) {
                    let (id, marks) = (id.clone(), selection.marks);
                    jobs.push(Job { brochure: loaded, edition, id, profiles, marks });
                }
            }
        }
    }
    if jobs.is_empty() && !report.has_errors() {
        return Err(Diagnostic::error("no edition is made in this language")
            .hint("`feuillet list` shows which editions are made in which languages"));
    }
    Ok(jobs)
}

/// Lists the language editions of a selection for a command that reads what they say and makes no file. What two languages say
/// together each of them says alone: a pair is no edition of its own here.
///
/// # Errors
///
/// Fails where [`plan`] does.
pub(crate) fn plan_languages<'a>(
    brochures: &'a [LoadedBrochure],
    selection: &Selection,
    report: &Report,
) -> Result<Vec<Job<'a>>, Diagnostic> {
    let mut jobs = plan(brochures, selection, report)?;
    jobs.retain(|job| job.id.languages().len() == 1);
    Ok(jobs)
}

/// The language groups that an edition is made in, each with its profiles: those that are asked for, or those that it names itself.
/// What keeps an edition that is named from being made as it is asked for is reported.
pub(super) fn together(
    brochure: &Brochure,
    edition: &Edition,
    selection: &Selection,
    report: &Report,
) -> Vec<(EditionId, Vec<Profile>)> {
    let name = &edition.id.value;
    let own = edition.pairs.iter().map(|pair| &pair.value);
    let own: Vec<&Vec<Tag>> = own.filter(|_| selection.has_all_languages()).collect();
    // Whether the pairs of an edition can be made was told when it was loaded.
    let is_named = selection.editions.contains(name) && own.is_empty();
    let fault = |fault: Diagnostic| {
        if is_named {
            report.add(fault.at(&edition.id.span));
        }
    };
    let made_in = brochure.languages_of(edition);
    let bound = edition.as_pair();
    let mut groups = Vec::new();
    for languages in selection.together.iter().chain(own) {
        let Some((first, others)) = languages.split_first() else { continue };
        let has = |tag: &&Tag| made_in.iter().any(|made| made.value == **tag);
        if let Some(missing) = languages.iter().find(|tag| !has(tag)) {
            fault(Diagnostic::error(format!("the edition `{name}` is not made in `{missing}`")));
            continue;
        }
        if let Some(found) = edition.cannot_be_pair() {
            fault(found);
            continue;
        }
        let asked = match selection.profiles.is_empty() {
            true => &edition.profiles,
            false => &selection.profiles,
        };
        let is_possible = |profile: &&Profile| {
            let found = bound.cannot_be_made_for(**profile);
            let is_possible = found.is_none() && **profile != Profile::Proof;
            if **profile == Profile::Proof {
                fault(
                    Diagnostic::error("proofs are made in one language")
                        .hint("translators and reviewers read each language by itself"),
                );
            }
            found.into_iter().for_each(fault);
            is_possible
        };
        let profiles: Vec<Profile> = asked.iter().filter(is_possible).copied().collect();
        if !profiles.is_empty() {
            let id = EditionId::new(&brochure.id, name, first);
            groups.push((others.iter().fold(id, EditionId::and), profiles));
        }
    }
    groups
}

/// Makes sure that some brochure has each edition and language that is asked for.
///
/// # Errors
///
/// Fails if none has it.
pub(super) fn check_names(
    brochures: &[LoadedBrochure],
    selection: &Selection,
) -> Result<(), Diagnostic> {
    let editions = || brochures.iter().flat_map(|loaded| &loaded.publication.brochure.editions);
    let languages = || brochures.iter().flat_map(|loaded| &loaded.publication.brochure.languages);
    for name in &selection.editions {
        if !editions().any(|edition| edition.id.value == *name) {
            let known: Vec<String> = editions().map(|edition| edition.id.value.clone()).collect();
            return Err(not_known("edition", name, &known));
        }
    }
    for tag in selection.languages.iter().chain(selection.together.iter().flatten()) {
        if !languages().any(|known| known.value == *tag) {
            let known: Vec<String> = languages().map(|tag| tag.value.to_string()).collect();
            return Err(not_known("language", tag.as_str(), &known));
        }
    }
    Ok(())
}

/// Profiles whose pages have one cover, and those whose pages have another; the first profile is the first of the first.
fn by_cover(edition: &Edition, profiles: &[Profile]) -> impl Iterator<Item = Vec<Profile>> {
    let is_first = |profile: &Profile| {
        let discreet = |profile: Profile| edition.appearance.is_discreet(profile);
        profiles.first().is_some_and(|first| discreet(*first) == discreet(*profile))
    };
    let (first, others): (Vec<Profile>, Vec<Profile>) =
        profiles.iter().partition(|profile| is_first(profile));
    [first, others].into_iter().filter(|profiles| !profiles.is_empty())
}

/// Whether the project has the language edition of an artifact, and can make it for its profile. Of a brochure that could
/// not be loaded nobody can tell: it has.
pub(super) fn has(brochures: &[LoadedBrochure], artifact: &Artifact) -> bool {
    let mut brochures = brochures.iter().map(|loaded| &loaded.publication.brochure);
    let Some(brochure) = brochures.find(|brochure| brochure.id == artifact.id.brochure) else {
        return true;
    };
    let Some(edition) = brochure.edition(&artifact.id.edition) else { return false };
    let languages = brochure.languages_of(edition);
    let has = |tag: &Tag| languages.iter().any(|language| language.value == *tag);
    let is_possible = match artifact.id.languages().len() {
        1 => edition.cannot_be_made_for(artifact.profile),
        _ => edition
            .cannot_be_pair()
            .or_else(|| edition.as_pair().cannot_be_made_for(artifact.profile)),
    };
    is_possible.is_none() && artifact.id.languages().iter().all(has)
}

/// Says that the user named something that is not there.
pub(crate) fn not_known(noun: &str, given: &str, names: &[String]) -> Diagnostic {
    let mut names = names.to_vec();
    names.sort();
    names.dedup();
    let diagnostic = Diagnostic::error(format!("no {noun} `{given}`"));
    match nearest(given, names.iter().map(String::as_str)) {
        Some(name) => diagnostic.hint(format!("did you mean `{name}`?")),
        None => diagnostic.hint(known(noun, &names)),
    }
}
