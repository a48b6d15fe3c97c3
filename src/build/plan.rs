//! A project and a choice in; loaded brochures and the jobs to do out, and each job up to its Typst source.

use crate::build::findings::check_accepts;
use crate::build::manifest::Entry;
use crate::build::timings::{Stage, Timings};
use crate::compose::{Composition, compose};
use crate::diagnostic::{Diagnostic, Report, list, nearest};
use crate::language::Tag;
use crate::load::form::PROFILES;
use crate::load::{Edition, Profile, Project, Publication, load};
use crate::resolve::{Manuscript, resolve};
use crate::review::{States, assess};

/// What to build. Empty lists mean everything.
#[derive(Debug, Clone, Default)]
pub struct Choice {
    /// Ids of brochures.
    pub brochures: Vec<String>,
    /// Languages.
    pub languages: Vec<Tag>,
    /// Names of editions.
    pub editions: Vec<String>,
    /// Profiles; empty for those that each edition names.
    pub profiles: Vec<Profile>,
    /// Whether what is made for a print shop has its marks.
    pub marks: bool,
}

/// One PDF to make.
#[derive(Debug, Clone, Copy)]
pub struct Job<'a> {
    /// The brochure.
    pub publication: &'a Publication,
    /// The states of its messages.
    pub states: &'a States,
    /// The edition.
    pub edition: &'a Edition,
    /// The language.
    pub language: &'a Tag,
    /// What the PDF is for.
    pub profile: Profile,
    /// Whether it has the marks of a print shop.
    pub marks: bool,
}

impl Job<'_> {
    /// How many blocks it shows: a measure of the work.
    pub(super) fn blocks(&self) -> usize {
        let edition = self.edition.id.as_str();
        let sections = self.publication.brochure.sections_of(edition, self.language);
        let blocks = sections.flat_map(|section| &section.blocks);
        blocks.filter(|block| block.limits.admit(edition, self.language)).count()
    }
}

/// A loaded brochure with the states of its messages.
pub struct Desk {
    /// The brochure.
    pub publication: Publication,
    /// The states of its messages.
    pub states: States,
}

/// Loads the chosen brochures. A brochure with errors is left out, and the errors are in the report.
///
/// # Errors
///
/// Fails if the project has no such brochure, or none at all.
pub fn open(
    project: &Project,
    choice: &Choice,
    timings: &mut Timings,
    report: &Report,
) -> Result<Vec<Desk>, Diagnostic> {
    let known = project.brochures();
    if known.is_empty() {
        let folder = project.root().join("brochures");
        return Err(Diagnostic::error(format!("no brochure in `{}`", folder.display()))
            .hint("a brochure is a folder with a `brochure.toml`"));
    }
    if let Some(unknown) = choice.brochures.iter().find(|id| !known.contains(id)) {
        return Err(not_known("brochure", unknown, &known));
    }
    let ids = if choice.brochures.is_empty() { &known } else { &choice.brochures };
    let mut desks = Vec::new();
    for id in ids {
        let own = Report::new();
        let publication = timings.time(Stage::Load, || load(project, id, &own));
        if let Ok(publication) = &publication {
            check_accepts(publication, &own);
        }
        let broken = own.has_errors();
        report.extend(own.into_sorted());
        if let Some(publication) = publication.ok().filter(|_| !broken) {
            let states = timings.time(Stage::State, || assess(&publication));
            desks.push(Desk { publication, states });
        }
    }
    Ok(desks)
}

/// The jobs of a choice. Where a brochure could not be loaded, as the report says, names that it may have had are
/// not asked after.
///
/// # Errors
///
/// Fails if no chosen brochure has an edition or a language of that name.
pub fn plan<'a>(
    desks: &'a [Desk],
    choice: &Choice,
    report: &Report,
) -> Result<Vec<Job<'a>>, Diagnostic> {
    let all_loaded = !report.has_errors();
    let editions = || desks.iter().flat_map(|desk| &desk.publication.brochure.editions);
    let languages = || desks.iter().flat_map(|desk| &desk.publication.brochure.languages);
    if all_loaded {
        for name in &choice.editions {
            if !editions().any(|edition| edition.id.value == *name) {
                let known: Vec<String> =
                    editions().map(|edition| edition.id.value.clone()).collect();
                return Err(not_known("edition", name, &known));
            }
        }
        for tag in &choice.languages {
            if !languages().any(|known| known.value == *tag) {
                let known: Vec<String> = languages().map(|tag| tag.value.to_string()).collect();
                return Err(not_known("language", tag.as_str(), &known));
            }
        }
    }
    let mut jobs = Vec::new();
    for desk in desks {
        let brochure = &desk.publication.brochure;
        for edition in &brochure.editions {
            if !choice.editions.is_empty() && !choice.editions.contains(&edition.id.value) {
                continue;
            }
            for profile in &choice.profiles {
                if let Some(fault) = edition.cannot_be_made_for(*profile) {
                    report.add(fault.at(&edition.id.place));
                }
            }
            for language in brochure.languages_of(edition) {
                if !choice.languages.is_empty() && !choice.languages.contains(&language.value) {
                    continue;
                }
                let profiles =
                    if choice.profiles.is_empty() { &edition.profiles } else { &choice.profiles };
                let possible = |profile: &&Profile| edition.cannot_be_made_for(**profile).is_none();
                jobs.extend(profiles.iter().filter(possible).map(|profile| Job {
                    publication: &desk.publication,
                    states: &desk.states,
                    edition,
                    language: &language.value,
                    profile: *profile,
                    marks: choice.marks && *profile == Profile::Print,
                }));
            }
        }
    }
    if jobs.is_empty() && !report.has_errors() {
        return Err(Diagnostic::error("no edition is made in this language")
            .hint("`feuillet list` shows which editions are made in which languages"));
    }
    Ok(jobs)
}

/// Whether the project has the language edition of a PDF, and can make it for its profile. Of a brochure that could not be
/// loaded that can't be told: it has.
pub(super) fn has(desks: &[Desk], brochure: &str, entry: &Entry) -> bool {
    let desk = desks.iter().find(|desk| desk.publication.brochure.id == brochure);
    let Some(brochure) = desk.map(|desk| &desk.publication.brochure) else { return true };
    let profile = PROFILES.iter().find(|(name, _)| *name == entry.profile);
    let Some(edition) = brochure.edition(&entry.edition) else { return false };
    let languages = brochure.languages_of(edition);
    profile.is_some_and(|(_, profile)| edition.cannot_be_made_for(*profile).is_none())
        && entry
            .languages
            .iter()
            .all(|tag| languages.iter().any(|language| language.value.as_str() == tag))
}

/// Says that the user named something that is not there.
pub(super) fn not_known(noun: &str, given: &str, known: &[String]) -> Diagnostic {
    let mut known = known.to_vec();
    known.sort();
    known.dedup();
    let diagnostic = Diagnostic::error(format!("no {noun} `{given}`"));
    match nearest(given, known.iter().map(String::as_str)) {
        Some(name) => diagnostic.hint(format!("did you mean `{name}`?")),
        None => diagnostic.hint(format!("there is {}", list(&known))),
    }
}

/// A language edition up to its Typst source.
#[must_use]
pub fn prepare(
    job: &Job<'_>,
    timings: &mut Timings,
    report: &Report,
) -> Option<(Manuscript, Composition)> {
    let manuscript = timings.time(Stage::Resolve, || {
        resolve(job.publication, job.states, job.edition, job.language, report)
    })?;
    if report.has_errors() {
        return None;
    }
    let composition =
        timings.time(Stage::Compose, || compose(job.publication, &manuscript, job.edition));
    Some((manuscript, composition))
}
