//! Finds the files of releases that carry what a fact says no more.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::language::Tag;
use crate::load::Facts;
use crate::load::facts::FactPart;
use crate::load::print_runs::KeptRun;
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
            for (part, was) in old_parts(fact, only, &edition.facts, facts) {
                found.push(Recalled {
                    release: release.version.clone(),
                    date: release.date.to_string(),
                    edition: edition.edition.clone(),
                    language: edition.language.clone(),
                    state: if edition.is_approved() { "approved" } else { "draft" },
                    files: edition.files.values().cloned().collect(),
                    part: part.as_str(),
                    was: was.clone(),
                    now: facts.part_for(fact, part, &edition.language),
                });
            }
        }
    }
    found
}

/// Printed copies that carry an old part of a fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct RecalledCopies {
    /// The name of the print run.
    pub(crate) run: String,
    /// The day on which it was approved for printing.
    pub(crate) approved: String,
    /// The release's version.
    pub(crate) release: String,
    /// The edition.
    pub(crate) edition: String,
    /// The languages, the main one first.
    pub(crate) languages: Vec<Tag>,
    /// How many copies were printed.
    pub(crate) copies: u32,
    /// The checksums of their files.
    pub(crate) sha256: Vec<String>,
    /// The part of the fact.
    pub(crate) part: &'static str,
    /// What it said.
    pub(crate) was: String,
    /// What it says to these readers today; `None` if there is no such fact or part.
    pub(crate) now: Option<String>,
}

/// The printed copies that show what a fact says no more, the first run first; `only` is the part that is asked for.
#[must_use]
pub(crate) fn recall_copies(
    fact: &str,
    only: Option<FactPart>,
    runs: &[KeptRun],
    facts: &Facts,
) -> Vec<RecalledCopies> {
    let mut found = Vec::new();
    for KeptRun { name, approved, run } in runs {
        for printed in &run.printed {
            for (part, was) in old_parts(fact, only, &printed.facts, facts) {
                let main = printed.languages.first();
                found.push(RecalledCopies {
                    run: name.clone(),
                    approved: approved.to_string(),
                    release: run.release.clone(),
                    edition: printed.edition.clone(),
                    languages: printed.languages.clone(),
                    copies: printed.copies,
                    sha256: printed.sha256.clone(),
                    part: part.as_str(),
                    was: was.clone(),
                    now: main.and_then(|main| facts.part_for(fact, part, main)),
                });
            }
        }
    }
    found
}

/// The parts of a fact among those that are shown, each with what it said, that say something else today.
fn old_parts<'a>(
    fact: &str,
    only: Option<FactPart>,
    shown: &'a BTreeSet<(String, FactPart, String)>,
    facts: &Facts,
) -> Vec<(FactPart, &'a String)> {
    let is_old = |(name, part, was): &&(String, FactPart, String)| {
        name == fact && !facts.says(fact, *part, was)
    };
    let old: Vec<_> = shown.iter().filter(is_old).collect();
    // What a telephone dials follows from its number.
    let has_old_number = old.iter().any(|(_, part, _)| *part == FactPart::Phone);
    let asked = old.into_iter().filter(|(_, part, _)| {
        only.is_none_or(|only| only == *part) && !(*part == FactPart::Dialled && has_old_number)
    });
    asked.map(|(_, part, was)| (*part, was)).collect()
}
