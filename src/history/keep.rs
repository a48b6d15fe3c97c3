//! Turns a loaded brochure into what is kept of it: texts as they resolve, facts, and the state and files of each edition.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Located, Report, Reported};
use crate::driver::{Job, LoadedBrochure, file_path};
use crate::language::Tag;
use crate::load::Facts;
use crate::load::releases::{KeptEdition, KeptFact, KeptRelease, KeptTexts};
use crate::resolve::manuscript::ShownFact;
use crate::resolve::resolve_for;
use crate::review::EditionState;

/// What a brochure says as it is, for all its editions; `jobs` are those that a build would do. The files of two languages are those of
/// both of them.
///
/// # Errors
///
/// Fails if a text can't be resolved.
pub(crate) fn keep(
    brochure: &LoadedBrochure,
    jobs: &[Job<'_>],
    report: &Report,
) -> Result<KeptRelease, Reported> {
    let publication = &brochure.publication;
    let mut editions = Vec::new();
    let mut texts: BTreeMap<Tag, BTreeMap<(Tag, String), BTreeSet<String>>> = BTreeMap::new();
    let mut states: BTreeMap<(String, Tag), EditionState> = BTreeMap::new();
    let (alone, pairs): (Vec<_>, Vec<_>) =
        jobs.iter().partition(|job| job.id.languages().len() == 1);
    for job in alone {
        let own = Report::new();
        let profile = job.profiles.first().copied();
        let manuscript = resolve_for(publication, &brochure.states, &job.id, profile, &own);
        if !own.absorb_into(report) {
            return Err(report.reported());
        }
        let manuscript = manuscript?;
        let mut reasons: BTreeMap<String, Vec<String>> = BTreeMap::new();
        if let EditionState::Draft(found) = &manuscript.state {
            for reason in found {
                let kind = reason.kind.as_str().to_owned();
                reasons.entry(kind).or_default().push(reason.subject.clone());
            }
        }
        let folder = &publication.brochure.public_name.value;
        let files = job.profiles.iter().map(|profile| {
            let path = file_path(job, *profile, &manuscript.state);
            (profile.as_str().to_owned(), format!("{folder}/{path}"))
        });
        let files = files.collect();
        states.insert((job.id.edition.clone(), job.language().clone()), manuscript.state);
        let shown = manuscript.shown_facts.into_iter();
        editions.push(KeptEdition {
            edition: job.id.edition.clone(),
            language: job.language().clone(),
            reasons,
            files,
            messages: manuscript.texts.keys().map(|(_, id)| id.clone()).collect(),
            facts: shown.map(|ShownFact { fact, part, text, .. }| (fact, part, text)).collect(),
        });
        let texts = texts.entry(job.language().clone()).or_default();
        for (key, shown) in manuscript.texts {
            texts.entry(key).or_default().extend(shown);
        }
    }
    for job in pairs {
        let state = |tag: &Tag| states.get(&(job.id.edition.clone(), tag.clone()));
        let own: Option<Vec<&EditionState>> = job.id.languages().iter().map(state).collect();
        let Some(own) = own else { continue };
        // A draft of one makes a draft of both.
        let draft = own.iter().find(|state| ***state != EditionState::Approved);
        let Some(state) = draft.or(own.first()) else { continue };
        let is_its = |edition: &&mut KeptEdition| {
            edition.edition == job.id.edition && job.id.languages().contains(&edition.language)
        };
        for edition in editions.iter_mut().filter(is_its) {
            edition.files.extend(job.profiles.iter().map(|profile| {
                let name = format!("{} {}", profile.as_str(), job.id.languages_key());
                let folder = &publication.brochure.public_name.value;
                (name, format!("{folder}/{}", file_path(job, *profile, state)))
            }));
        }
    }
    let joined = |shown: BTreeMap<_, BTreeSet<String>>| -> KeptTexts {
        let lines = |texts: BTreeSet<String>| texts.into_iter().collect::<Vec<_>>().join("\n");
        shown.into_iter().map(|(key, texts)| (key, lines(texts))).collect()
    };
    let texts = texts.into_iter().map(|(language, shown)| (language, joined(shown))).collect();
    let facts = &publication.facts;
    let names = facts.names().map(Located::as_str);
    let facts = names.map(|name| (name.to_owned(), kept_fact(facts, name))).collect();
    let release = &publication.brochure.release;
    let version = release.version.value.clone();
    Ok(KeptRelease { version, date: release.date, editions, facts, texts })
}

/// What is kept of a fact; of one that is not there, nothing.
pub(crate) fn kept_fact(facts: &Facts, name: &str) -> KeptFact {
    let Some(verification) = facts.verification(name) else { return KeptFact::default() };
    KeptFact {
        says: facts.parts(name).into_iter().collect(),
        source: verification.source.clone(),
        verified: verification.verified,
        verified_by: verification.signature.as_ref().map(|signature| signature.by.value.clone()),
    }
}
