//! Finds the files of releases that carry what a fact says no more.

use serde::Serialize;

use crate::language::Tag;
use crate::load::Facts;
use crate::load::facts::FactPart;
use crate::load::releases::KeptRelease;

/// Files of a release that carry an old part of a fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Recalled {
    /// The release's version.
    pub(crate) release: String,
    /// Its day.
    pub(crate) date: String,
    /// The edition.
    pub(crate) edition: String,
    /// The language.
    pub(crate) language: Tag,
    /// Whether it was approved; the files of a draft have another name once it is.
    pub(crate) state: &'static str,
    /// The paths below the output folder.
    pub(crate) files: Vec<String>,
    /// The part of the fact.
    pub(crate) part: &'static str,
    /// What it said.
    pub(crate) was: String,
    /// What it says to these readers today; `None` if there is no such fact or part.
    pub(crate) now: Option<String>,
}

/// The files of releases that show what a fact says no more, the first release first; `only` is the part that is asked for.
#[must_use]
pub(crate) fn recall(
    fact: &str,
    only: Option<FactPart>,
    releases: &[KeptRelease],
    facts: &Facts,
) -> Vec<Recalled> {
    let mut found = Vec::new();
    for release in releases {
        for edition in &release.editions {
            for (name, part, was) in &edition.facts {
                let is_asked = name == fact && only.is_none_or(|only| only == *part);
                if !is_asked || facts.says(fact, *part, was) {
                    continue;
                }
                // What a telephone dials follows from its number.
                let is_old_number = |(other, part, was): &(String, FactPart, String)| {
                    other == fact && *part == FactPart::Phone && !facts.says(fact, *part, was)
                };
                if *part == FactPart::Dialled && edition.facts.iter().any(is_old_number) {
                    continue;
                }
                found.push(Recalled {
                    release: release.version.clone(),
                    date: release.date.to_string(),
                    edition: edition.edition.clone(),
                    language: edition.language.clone(),
                    state: if edition.is_approved() { "approved" } else { "draft" },
                    files: edition.files.values().cloned().collect(),
                    part: part.as_str(),
                    was: was.clone(),
                    now: facts.part_for(fact, *part, &edition.language),
                });
            }
        }
    }
    found
}
